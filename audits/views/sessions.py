"""Where somebody is signed in, for themselves to see and end."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from audits.signin import factors
from audits.signin.devices import device_of


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    here = request.session.session_key
    # allauth forgets on this occasion those whose time is over.
    kept = sorted(
        UserSession.objects.purge_and_list(request.user),
        key=lambda one: (one.session_key == here, one.last_seen_at),
        reverse=True,
    )
    listed = [{"session": one, "device": device_of(one.user_agent), "is_this": one.session_key == here} for one in kept]
    others = sum(not row["is_this"] for row in listed)
    return render(request, "account/sessions.html", {"sessions": listed, "others": others})


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """One of them (`session`), or all but this one."""
    chosen = request.POST.get("session", "")
    here = str(request.session.session_key)
    if chosen:
        own = UserSession.objects.filter(user=request.user).exclude(session_key=here)
        # Nothing that PostgreSQL would not compare with a key.
        number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 else 0
        get_object_or_404(own, pk=number).end()
        ended = 1
    else:
        ended = factors.end_sessions(user=request.user, keep=here)  # type: ignore[arg-type]
    said = ngettext("%(number)d session has been ended.", "%(number)d sessions have been ended.", ended)
    messages.success(request, said % {"number": ended} if ended else _("There was no other session."))
    return redirect("sessions")
