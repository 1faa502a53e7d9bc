"""Every address × everybody × GET and POST × an own, a foreign and a missing object, as tests/matrix/table.txt says."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db.models import Exists, F, Q

from audits import access
from audits.choices import Role
from audits.models import (
    AccessRecord,
    Appointment,
    Assignment,
    Audit,
    Department,
    Employee,
    Notice,
    Report,
    RightsRequest,
    User,
)
from standards_portal.admin import PortalAdminSite
from tests.matrix import table
from tests.matrix.asking import REFUSALS, ask, faults
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROWS = table.rows()
ROUTES = routes()


def test_every_address_has_a_row():
    missing = ROUTES.keys() - {row.key for row in ROWS}
    assert not missing, f"No row for {', '.join(sorted(missing))}. {table.HOW_TO_ADD}"


def test_every_row_has_an_address_and_says_each_thing_once():
    gone = {row.key for row in ROWS} - ROUTES.keys()
    assert not gone, f"tests/matrix/table.txt has rows of addresses that are no more: {', '.join(sorted(gone))}"
    assert len({(row.key, row.kind) for row in ROWS}) == len(ROWS)


def test_nobody_is_told_that_something_is_there_but_forbidden():
    codes = {code for row in ROWS for cell in (row.absent, *row.codes.values()) for code in cell.split("/")}
    assert codes == {"-", "200", "302", "404", "405", "409", "422", table.LOGIN}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_address_answers_as_its_row_says(world: World, row: table.Row):
    found = list(faults(world, row, ROUTES[row.key]))
    assert not found, "\n".join(["", *found])


@pytest.mark.one_database
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_no_other_method_does_anything(world: World, row: table.Row):
    place = world.place(row.kind)
    for actor in _who_tries(row):
        refused = (table.LOGIN, "404", "405")
        for method in ("OPTIONS", "PUT", "DELETE"):
            answer = ask(world, actor, method, ROUTES[row.key], place.own)
            at = f"{method} as {actor}: {answer.code} {answer.failure}"
            assert answer.status < 500, at
            assert not answer.writes, f"{at}, and wrote {answer.writes}"
            if row.code(actor, "GET") in (table.LOGIN, "404"):
                assert answer.code in refused, at
        head = ask(world, actor, "HEAD", ROUTES[row.key], place.own)
        assert head.code == row.code(actor, "GET"), f"HEAD as {actor}: {head.code} {head.failure}"
        assert not head.body


def _who_tries(row: table.Row) -> list[str]:
    """Nobody, everybody else of three whom the row lets in, and one of them whom it refuses."""
    some = ("auditor", "hr_for_purpose", "administrator")
    let_in = [actor for actor in some if {row.code(actor, "GET"), row.code(actor, "POST")} - REFUSALS]
    return ["anonymous", *let_in, *[actor for actor in some if actor not in let_in][:1]]


# Each guard, what it would answer if it let everybody through, and rows that must then answer otherwise than they say.
# `over` and `head_of` are EXISTS in the queries of the others.
ANY = Exists(Department.objects.all())
OPENED: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "roles": (lambda user, day=None: frozenset(Role.values), ("audits:blank_card--",)),
    "over": (lambda user, department, *wanted: ANY, ("audits:audit-submitted",)),
    "head_of": (lambda user, department: ANY, ("audits:report-figures",)),
    "departments_of": (lambda user, *wanted: Department.objects.all(), ("audits:audits-department",)),
    "departments_to_audit": (lambda user, day: Department.objects.all(), ("audits:open-opening",)),
    "departments_to_report": (lambda user: Department.objects.all(), ("audits:reports-asked",)),
    "employees_at_work": (lambda user, department, day: Employee.objects.all(), ("audits:employees-name_typed",)),
    "audits_visible_to": (lambda user: Audit.objects.all(), ("audits:audit-submitted",)),
    "drafts_of": (lambda user: Audit.objects.drafts(), ("audits:fill-draft",)),
    "finished_by": (lambda user: Audit.objects.filter(status="submitted"), ("audits:fill-shopped",)),
    "assignments_of": (lambda user, now=None: Assignment.objects.all(), ("audits:own_assignment-to_visit",)),
    "assignments_to_fill": (lambda user, now=None: Assignment.objects.all(), ("audits:fill-lapsed",)),
    "assignments_visible_to": (lambda user: Assignment.objects.all(), ("audits:assignment-assignment",)),
    "departments_to_assign": (lambda user: Department.objects.all(), ("audits:assign-assigning",)),
    "shoppers_for": (lambda user: User.objects.all(), ("audits:assign-assigning",)),
    "audits_to_identify": (lambda user: Audit.objects.filter(status="submitted"), ("audits:identify-submitted",)),
    "candidates_for": (lambda user, audit: Employee.objects.all(), ("audits:identify-shopped",)),
    "audits_to_annul": (lambda user: Audit.objects.filter(status="submitted"), ("audits:decide-proposed",)),
    "audits_to_correct": (lambda user: Audit.objects.filter(status="submitted"), ("audits:correct-submitted",)),
    "corrections_to_decide": (
        lambda user: Audit.objects.filter(status="proposed"),
        ("audits:decide_correction-corrected",),
    ),
    "audits_to_redact": (lambda user: Audit.objects.filter(status="submitted"), ("audits:redact-submitted",)),
    "audits_to_release": (lambda user: Audit.objects.filter(status="submitted"), ("audits:release-submitted",)),
    "corrections_to_release": (lambda user: Audit.objects.filter(status="submitted"), ("home--",)),
    "audits_replied_to": (
        lambda user: Audit.objects.filter(statements__isnull=False).annotate(
            said_at=F("submitted_at"), is_unread=Exists(Department.objects.all())
        ),
        ("audits:statements--",),
    ),
    "own_corrected_audits": (lambda user: Audit.objects.filter(releases__isnull=False), ("home--",)),
    "own_released_audits": (lambda user: Audit.objects.all(), ("audits:own_result-released",)),
    "employees_of_hr": (lambda user: Employee.objects.all(), ("audits:new_rights_request-paper_request",)),
    "rights_requests_to_answer": (lambda user: RightsRequest.objects.all(), ("audits:rights_request-asked_for",)),
    "employees_to_tell": (lambda user: Employee.objects.all(), ("audits:withdraw_told-told",)),
    "notices_to_acknowledge": (lambda user: Notice.objects.all(), ("audits:acknowledge-auditors_notice",)),
    "notices_of_auditor": (lambda user: Notice.objects.all(), ("audits:acknowledge-auditors_notice",)),
    "keeps_notices": (lambda user: True, ("audits:new_notice-new_notice",)),
    "reports_visible_to": (lambda user: Report.objects.all(), ("audits:report_download-card",)),
    "is_own": (lambda user, employee: True, ("audits:audit-submitted",)),
    "is_shopper_of": (lambda *asked: True, ("audits:assign-assigning_early",)),
    "is_employed_under": (lambda *asked: False, ("audits:assign-assigning_employed",)),
    "employees_to_audit": (lambda user, department, day: Employee.objects.all(), ("audits:open-opening_untold",)),
    "employees_to_name": (lambda user, draft, day: Employee.objects.all(), ("audits:header-naming",)),
    "filled_by": (lambda user: Q(pk__isnull=False), ("audits:fill-correcting",)),
    "audits_held_by_hr": (lambda user: Audit.objects.filter(status="submitted"), ("audits:statements--",)),
    "audits_held_about": (
        lambda user, request: Audit.objects.filter(status="submitted"),
        ("audits:rights_request-asked_for",),
    ),
    "own_rights_requests": (lambda user: RightsRequest.objects.all(), ("audits:own_requests-own_request",)),
    "access_log_visible_to": (lambda user: AccessRecord.objects.all(), ("audits:access_log--",)),
    "readings_about": (lambda user: AccessRecord.objects.all(), ("audits:own_readers--",)),
    "departments_of_rights": (lambda user: Department.objects.all(), ("audits:rights_of_department-rights_over",)),
    "is_administrator": (lambda user: True, ("admin:audits_user_changelist--",)),
    "edits_standards": (lambda user: True, ("standards:edition-unpublished",)),
}
# Everybody in the matrix who must have a second factor has one: tests/test_second_factor.py has those who have none.
TESTED_WITHOUT_FACTORS = {"lacks_required_factor", "must_have_second_factor"}
NO_GUARDS = {"permissions_of_request", "roles_in", "with_factors"}


def test_every_guard_is_tried():
    guards = {name for name, one in inspect.getmembers(access, inspect.isfunction)}
    assert guards - NO_GUARDS - TESTED_WITHOUT_FACTORS == OPENED.keys()


def _first_fault(world: World, *keys: str) -> str | None:
    """Of rows that are faultless with all guards in place, as the test of each says."""
    tried = [row for row in ROWS if str(row) in keys]
    assert len(tried) == len(keys), f"table.txt has no rows {keys}"
    return next((fault for row in tried for fault in faults(world, row, ROUTES[row.key])), None)


@pytest.fixture
def open_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """In place of the guard wherever views ask it, and the guards beside it."""

    def open_it(guard: str, opened: Callable[..., Any]) -> None:
        for module in (access, *(one for one in vars(access).values() if inspect.ismodule(one))):
            if hasattr(module, guard):
                monkeypatch.setattr(module, guard, opened)
        _forget_kept_questions()

    yield open_it
    monkeypatch.undo()
    _forget_kept_questions()


def _forget_kept_questions() -> None:
    """Those that were put together with other guards than now."""
    for one in vars(access).values():
        if hasattr(one, "forget"):
            one.forget()


@pytest.mark.one_database
@pytest.mark.parametrize("guard", OPENED)
def test_without_a_guard_the_matrix_fails(world: World, open_everywhere: Callable[..., None], guard: str):
    opened, keys = OPENED[guard]
    open_everywhere(guard, opened)
    assert _first_fault(world, *keys)


def _let_in(*args: Any) -> None:
    """As the middleware that demands an account, demanding none."""


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("owner", "guard", "opened", "key"),
    [
        (PortalAdminSite, "has_permission", lambda site, request: True, "admin:index--"),
        (PortalAdminSite, "administers", lambda site, request: True, "admin:audits_employee_import--"),
        (
            access.AppointmentBackend,
            "has_perm",
            lambda backend, user, perm, obj=None: True,
            "standards:edition-unpublished",
        ),
        (LoginRequiredMiddleware, "process_view", _let_in, "standards:editions--"),
    ],
    ids=["administration", "of administrators", "permissions", "login"],
)
def test_without_a_guard_of_every_page_the_matrix_fails(
    world: World, monkeypatch: pytest.MonkeyPatch, owner: type, guard: str, opened: Callable[..., Any], key: str
):
    monkeypatch.setattr(owner, guard, opened)
    try:
        world.forget_middleware()
        assert _first_fault(world, key)
    finally:
        monkeypatch.undo()
        world.forget_middleware()


def test_the_end_of_an_appointment_acts_on_the_next_request(world: World):
    row = next(row for row in ROWS if str(row) == "audits:report_download-card")
    route, target = ROUTES[row.key], world.place(row.kind).own
    assert ask(world, "hr_for_purpose", "GET", route, target).status == 200
    Appointment.objects.filter(user=world.browsers["hr_for_purpose"].user).delete()
    assert ask(world, "hr_for_purpose", "GET", route, target).status == 404
