"""Django's questions, answered from appointments: permissions, and the roles of whoever asks."""

from collections.abc import Callable
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from audits.access.appointments import edits_standards, is_administrator, roles_and_closing
from audits.access.second_factor import lacks_required_factor, with_its_factors
from audits.models import Appointment, Department, Employee, Employment, Purpose, User


class AppointmentBackend(AuthenticationBackend):
    """Signs in by password with the user name or e-mail address; permissions come from appointments alone."""

    def get_user(self, user_id: int) -> User | None:
        user = with_its_factors(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None

    _OF_ADMINISTRATOR = frozenset(
        f"audits.{action}_{model._meta.model_name}"
        for model in (User, Department, Employee, Employment, Appointment, Purpose)
        for action in ("view", "add", "change")
    ) | {
        "audits.view_ancestry",
        "audits.view_retentionrule",
        "audits.change_retentionrule",
        "audits.view_legalhold",
        "audits.add_legalhold",
        "audits.change_legalhold",
        "audits.view_retentionprotocol",
        "audits.view_letter",
    }

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm.startswith("standards."):
            return self._holds(user_obj, edits_standards)
        return perm in self._OF_ADMINISTRATOR and self._holds(user_obj, is_administrator)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        if app_label == "standards":
            return self._holds(user_obj, edits_standards)
        return app_label == "audits" and self._holds(user_obj, is_administrator)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set(self._OF_ADMINISTRATOR) if self._holds(user_obj, is_administrator) else set()

    def _holds(self, user_obj: Any, guard: Callable[[Any], bool]) -> bool:
        # One page of the administration asks dozens of times; an account's object lives for one request.
        answers = user_obj.__dict__.setdefault("_guards_answered", {})
        if guard.__name__ not in answers:
            answers[guard.__name__] = guard(user_obj)
        return bool(answers[guard.__name__])


def roles_in(request: HttpRequest) -> frozenset[str]:
    """The roles that whoever asks holds today, read once a request."""
    return _held_in(request)[0]


def _held_in(request: HttpRequest) -> tuple[frozenset[str], bool]:
    if not hasattr(request, "_held"):
        request._held = roles_and_closing(request.user)  # type: ignore[attr-defined]
    held: tuple[frozenset[str], bool] = request._held  # type: ignore[attr-defined]
    return held


def permissions_of_request(request: HttpRequest) -> dict[str, Any]:
    """For the menu: what is held today, and whether only a second factor's set-up is open; read where a page asks."""
    if not hasattr(request, "user"):
        return {"roles": frozenset(), "lacks_factor": False, "closes_granules": False}
    return {
        "roles": SimpleLazyObject(lambda: roles_in(request)),
        "lacks_factor": SimpleLazyObject(lambda: lacks_required_factor(request.user)),
        "closes_granules": SimpleLazyObject(lambda: _held_in(request)[1]),
    }
