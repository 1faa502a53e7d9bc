"""The administration: for administrators by appointment, behind the portal's own login page."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache


class PortalAdminSite(admin.AdminSite):
    site_header = _("Standards portal: administration")
    site_title = _("Standards portal")
    index_title = _("Standards, office and accounts")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        # The site is made before the applications are ready.
        from audits.access import is_administrator

        return is_administrator(request.user)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Callable[..., Any]:
        """To somebody signed in who is no administrator, the administration does not exist."""

        def existing_for_administrators(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            return guarded(request, *args, **kwargs)

        guarded = super().admin_view(view, cacheable)
        return update_wrapper(existing_for_administrators, guarded)

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Nobody signs in here: the portal's login page counts failures and asks for what it must."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next", reverse("admin:index", current_app=self.name)))
        if not self.has_permission(request):
            raise Http404
        return redirect("admin:index")
