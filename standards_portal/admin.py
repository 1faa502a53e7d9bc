"""The administration: for administrators by appointment, behind the portal's own login page."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from standards_portal.addresses import refuse_nul_in_query

# Packages bring these along. A group would promise what only appointments give; the queue's rows are the worker's own;
# addresses, second factors and sessions are their owner's, and an account's page has what an administrator may do.
LEFT_OUT = {
    "account.emailaddress",
    "account.emailconfirmation",
    "auth.group",
    "django_tasks_database.dbtaskresult",
    "mfa.authenticator",
    "usersessions.usersession",
}


class PortalAdminSite(admin.AdminSite):
    site_header = _("Standards portal: administration")
    site_title = _("Standards portal")
    index_title = _("Standards, office and accounts")
    enable_nav_sidebar = True

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models: Any = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        kept = [model for model in models if model._meta.label_lower not in LEFT_OUT]
        super().register(kept, admin_class, **options)

    # The site is made before the applications are ready: what they say is imported when it is asked.

    def has_permission(self, request: HttpRequest) -> bool:
        # Whoever administers edits standards too.
        from audits.access import edits_standards

        return edits_standards(request.user)

    def administers(self, request: HttpRequest) -> bool:
        from audits.access import is_administrator

        return is_administrator(request.user)

    def _of_administrators(self) -> str:
        """Where accounts and the office are kept, all pages alike."""
        return reverse("admin:app_list", kwargs={"app_label": "audits"}, current_app=self.name)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """To somebody signed in who neither administers nor edits standards, the administration does not exist."""

        def existing_for_administrators(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            if request.path.startswith(self._of_administrators()) and not self.administers(request):
                raise Http404
            refuse_nul_in_query(request)
            try:
                return guarded(request, *args, **kwargs)
            except PermissionDenied:
                # What nobody may do, or not to this row, has no page either.
                raise Http404 from None

        guarded = super().admin_view(view, cacheable)
        return update_wrapper(existing_for_administrators, guarded)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        on_site = path("r/<int:content_type_id>/<path:object_id>/", self.admin_view(self.on_site), name="view_on_site")
        return [on_site, *(each for each in super().get_urls() if getattr(each, "name", "") != "view_on_site")]

    def on_site(self, request: HttpRequest, content_type_id: int, object_id: str) -> HttpResponseBase:
        """A row's own page in the portal, for the rows that are administered here.

        Django's looks up any row of any table: an administrator would learn the addresses of audits and reports.
        """
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        page = self._registry.get(model) if model else None
        row = page.get_object(request, object_id) if page else None
        if page is None or row is None or not hasattr(row, "get_absolute_url"):
            raise Http404
        if not page.has_view_permission(request, row):
            raise PermissionDenied
        return redirect(row.get_absolute_url())

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Nobody signs in here: the portal's login page counts failures and asks for what it must."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next", reverse("admin:index", current_app=self.name)))
        if not self.has_permission(request):
            raise Http404
        return redirect("admin:index")
