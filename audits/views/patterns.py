"""For HR: auditors who fill audits otherwise than the others do."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from audits import access, patterns, purposes
from audits.access_log import record_access
from audits.choices import AccessKind, Role
from audits.forms.patterns import PatternsForm
from audits.models import Department
from audits.reports.auditors import patterns_of


@require_safe
def auditor_patterns(request: HttpRequest) -> HttpResponse:
    """Figures of named auditors: shown for a purpose that is kept, and each look is logged."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    given = purposes.in_force(request)
    if given is None:
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('audits:purpose')}?{query}")
    sent = {name: request.GET.get(name) or usual for name, usual in PatternsForm.usual().items()}
    form = PatternsForm(sent | {"department": request.GET.get("department", "")}, user=request.user)
    shown = {"form": form, "given": given, "fewest": patterns.FEWEST_AUDITS, "quick": patterns.QUICK_MINUTES}
    if not form.is_valid():
        return render(request, "audits/patterns.html", shown, status=422)
    audits = access.audits_held_by_hr(request.user).filter(
        took_place_at__gte=form.period.start, took_place_at__lt=form.period.end
    )
    if chosen := form.cleaned_data["department"]:
        audits = audits.filter(department__in=Department.objects.under(chosen, timezone.localdate()).values("pk"))
    methods = patterns_of(audits, hidden=request.user.pk)
    record_access(
        reader=request.user,
        kind=AccessKind.PATTERNS,
        purpose=given.purpose,
        justification=given.justification,
        request=request,
    )
    shown |= {"methods": methods, "period": form.period, "confidence": round(patterns.CONFIDENCE * 100)}
    return render(request, "audits/patterns.html", shown)
