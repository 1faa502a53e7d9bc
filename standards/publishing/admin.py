"""The life of an edition, page by page: drafted, published, withdrawn, discarded. Each act is confirmed first."""

import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextInputWidget
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.fields import Code, Text
from standards.models import Edition, Publication, Withdrawal
from standards.pages import asked_and_sent, edition_exists, edition_or_404, page
from standards.publishing.publishing import Unsound, discard_draft, draft_from, publish, withdraw
from standards.publishing.state import draft_state
from standards.refusals import Refused

# Within this time the same request of the same person is the same act, done already.
SAME_ACT = datetime.timedelta(minutes=10)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


def _wide() -> AdminTextInputWidget:
    return AdminTextInputWidget(attrs={"class": "vLargeTextField"})


def _longest(model: Any, field: str) -> int:
    return int(model._meta.get_field(field).max_length)


class DraftForm(forms.Form):
    code = Code(
        label=capfirst(gettext_lazy("code")),
        max_length=_longest(Edition, "code"),
        help_text=gettext_lazy("Short, of letters, digits and hyphens, for example 12-2027: it stands in addresses."),
    )
    title = Text(label=capfirst(gettext_lazy("title")), max_length=_longest(Edition, "title"), widget=_wide())


class PublicationForm(forms.Form):
    title = Text(label=capfirst(gettext_lazy("title")), max_length=_longest(Edition, "title"), widget=_wide())
    legal_basis = Text(
        label=capfirst(gettext_lazy("legal basis")),
        max_length=_longest(Publication, "legal_basis"),
        widget=_wide(),
        help_text=gettext_lazy("The act that brings it into force, with its number and date."),
    )
    effective_from = forms.DateField(
        label=capfirst(gettext_lazy("in force since")), widget=DayInput(), initial=timezone.localdate
    )
    odd_is_meant = forms.BooleanField(
        label=gettext_lazy("The numbers are as they are meant to be, gaps and order included"),
        required=False,
    )

    def __init__(self, *args: Any, odd_seen: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.odd_seen = odd_seen
        if not odd_seen:
            del self.fields["odd_is_meant"]

    def clean(self) -> dict[str, Any]:
        """The tick stands for what was shown: it is sent as the fingerprint of that."""
        cleaned = super().clean() or self.cleaned_data
        cleaned["odd_is_meant"] = self.data.get("odd_seen", "") if cleaned.get("odd_is_meant") else ""
        return cleaned


class WithdrawalForm(forms.Form):
    on = forms.DateField(
        label=capfirst(gettext_lazy("not in force since")),
        widget=DayInput(),
        initial=timezone.localdate,
        help_text=gettext_lazy("Visits of this day and later are not audited by it; audits under way go on under it."),
    )
    reason = Text(label=capfirst(gettext_lazy("reason")), max_length=_longest(Withdrawal, "reason"), widget=_wide())


@asked_and_sent
def draft(request: HttpRequest, object_id: str) -> HttpResponse:
    edition = edition_or_404(object_id)
    form = DraftForm(request.POST if request.method == "POST" else None, initial={"title": edition.title})
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        made = drafted_before(request.user, code, based_on=edition)
        if made is None:
            try:
                made = draft_from(edition=edition, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
            except Refused as refused:
                # Perhaps by this very act, sent again before it was answered.
                made = drafted_before(request.user, code, based_on=edition)
                if made is None:
                    form.add_error(_field(form, refused), refused.message)
        if made is not None:
            messages.success(request, _("The draft is here: edit it standard by standard."))
            return redirect("admin:standards_edition_change", made.pk)
    return _act(request, "draft", _("New draft based on this edition"), edition, form)


def drafted_before(user: Any, code: str, **like: Any) -> Edition | None:
    """What the same person's same request has made a moment ago: a double click makes one draft."""
    since = timezone.now() - SAME_ACT
    made = Edition.history.filter(code=code, history_type="+", history_user_id=user.pk, history_date__gte=since)
    found: Edition | None = Edition.objects.drafts().filter(code=code, pk__in=made.values("id"), **like).first()
    return found


@asked_and_sent
def publication(request: HttpRequest, object_id: str) -> HttpResponse:
    edition = edition_or_404(object_id)
    if edition.is_published:
        messages.info(request, _("This edition is published already."))
        return redirect("admin:standards_edition_change", edition.pk)
    state = draft_state(edition, request.user)
    form = PublicationForm(
        request.POST if request.method == "POST" else None, initial={"title": edition.title}, odd_seen=state.odd_seen
    )
    if request.method == "POST" and form.is_valid():
        try:
            publish(edition=edition, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except Unsound:
            form.add_error(None, _("The draft cannot be published while it has faults."))
        except Refused as refused:
            form.add_error(_field(form, refused), refused.message)
        else:
            messages.success(request, _("Published. From now on its text never changes."))
            return redirect("admin:standards_edition_change", edition.pk)
    return _act(request, "publish", _("Publish this edition"), edition, form, {"state": state})


@asked_and_sent
def withdrawal(request: HttpRequest, object_id: str) -> HttpResponse:
    edition = edition_or_404(object_id)
    if edition.is_withdrawn or not edition.is_published:
        problem = (
            _("This edition is withdrawn already.") if edition.is_withdrawn else _("A draft is deleted, not withdrawn.")
        )
        messages.info(request, problem)
        return redirect("admin:standards_edition_change", edition.pk)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(edition=edition, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except Refused as refused:
            form.add_error(_field(form, refused), refused.message)
        else:
            messages.success(request, _("Withdrawn. Audits under way go on under it."))
            return redirect("admin:standards_edition_change", edition.pk)
    return _act(request, "withdraw", _("Withdraw this edition"), edition, form)


@asked_and_sent
def discard(request: HttpRequest, object_id: str) -> HttpResponse:
    if request.method == "POST" and not edition_exists(object_id):
        messages.info(request, _("This draft is not there any more."))
        return redirect("admin:standards_edition_changelist")
    edition = edition_or_404(object_id)
    if edition.is_published:
        messages.info(request, _("A published edition is withdrawn, never deleted."))
        return redirect("admin:standards_edition_change", edition.pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            discard_draft(edition=edition, by=request.user, seen=request.POST.get("seen", ""))  # type: ignore[arg-type]
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("The draft %(code)s was discarded.") % {"code": edition.code})
            return redirect("admin:standards_edition_changelist")
    return _act(
        request, "discard", _("Discard this draft"), edition, form, {"state": draft_state(edition, request.user)}
    )


def _field(form: forms.Form, refused: Refused) -> str | None:
    return refused.field if refused.field in form.fields else None


def _act(
    request: HttpRequest, act: str, title: str, edition: Edition, form: forms.Form, extra: dict[str, Any] | None = None
) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return page(request, f"edition/{act}", title, edition, {"form": form, **(extra or {})}, status)
