"""Every address × everybody × GET and POST × an own, a foreign and a missing object, as tests/matrix/table.txt says."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db.models import Exists, F, Q
from django.template import loader
from django.views import defaults

from audits import access
from audits.choices import Role
from audits.models import (
    AccessRecord,
    Appointment,
    Assignment,
    Audit,
    Batch,
    DataRequest,
    Department,
    Employee,
    Notice,
    Report,
    User,
)
from standards_portal.admin import PortalAdminSite
from tests.matrix import table
from tests.matrix.actors import OF_WHOLE_OFFICE, TOLD_THE_WHOLE_OFFICE
from tests.matrix.asking import REFUSALS, Remembered, ask, faults
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROWS = table.rows()
ROUTES = routes()
REMEMBERED: Remembered = {}


def test_every_address_has_a_row():
    missing = ROUTES.keys() - {row.key for row in ROWS}
    assert not missing, f"No row for {', '.join(sorted(missing))}. {table.HOW_TO_ADD}"


def test_every_row_has_an_address_and_says_each_thing_once():
    gone = {row.key for row in ROWS} - ROUTES.keys()
    assert not gone, f"tests/matrix/table.txt has rows of addresses that are no more: {', '.join(sorted(gone))}"
    assert len({(row.key, row.kind) for row in ROWS}) == len(ROWS)


def test_nobody_is_told_that_something_is_there_but_forbidden():
    codes = {code for row in ROWS for cell in (row.absent, *row.codes.values()) for code in cell.split("/")}
    # 503: nobody works in the queue while tests run, and the page of that says so.
    assert codes == {"-", "200", "302", "404", "405", "409", "422", "503", table.LOGIN}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_address_answers_as_its_row_says(world: World, row: table.Row):
    found = list(faults(world, row, ROUTES[row.key], REMEMBERED))
    assert not found, "\n".join(["", *found])


SHARED_WITH_HR = [row for row in ROWS if {row.code("hr_for_purpose", each) for each in ("GET", "POST")} - REFUSALS]
THEIRS_ALONE = [row for row in ROWS if str(row) in TOLD_THE_WHOLE_OFFICE]


@pytest.mark.parametrize("row", SHARED_WITH_HR, ids=str)
def test_hr_of_the_whole_office_are_told_of_each_department_what_its_own_hr_are(world: World, row: table.Row):
    target = world.place(row.kind).foreign
    for method in ("GET", "POST") if target else ():
        answer = ask(world, OF_WHOLE_OFFICE, method, ROUTES[row.key], target)
        assert answer.code == row.code("hr_for_purpose", method), f"{method}: {answer.code} {answer.failure}"


@pytest.mark.parametrize("row", THEIRS_ALONE, ids=str)
def test_what_is_of_the_whole_office_is_for_its_hr_alone(world: World, row: table.Row):
    for method, code in zip(("GET", "POST"), TOLD_THE_WHOLE_OFFICE[str(row)].split("/"), strict=True):
        assert {row.code(actor, method) for actor in row.codes} <= REFUSALS
        answer = ask(world, OF_WHOLE_OFFICE, method, ROUTES[row.key], world.place(row.kind).own)
        assert answer.code == code, f"{method}: {answer.code} {answer.failure}"


def test_hr_of_the_whole_office_are_let_in_nowhere_else(world: World):
    """Where HR of a department are refused, so are they: the pages of other roles."""
    assert len(THEIRS_ALONE) == len(TOLD_THE_WHOLE_OFFICE)
    for row in ROWS:
        if row.is_first and row not in SHARED_WITH_HR and row not in THEIRS_ALONE:
            answer = ask(world, OF_WHOLE_OFFICE, "GET", ROUTES[row.key], world.place(row.kind).own)
            assert answer.code in REFUSALS, f"{row}: {answer.code}"


@pytest.mark.one_database
@pytest.mark.parametrize("row", [row for row in ROWS if row.is_first], ids=str)
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


def test_the_page_of_what_is_not_found_is_one(world: World, monkeypatch: pytest.MonkeyPatch):
    """As it is typeset, not as it is remembered: but for the menu's mark of where one is."""
    monkeypatch.setattr(defaults, "loader", loader)
    for actor in ("assessed", "hr_for_purpose", "administrator"):
        refused = [row for row in ROWS if row.is_first and row.code(actor, "GET") == "404"]
        answers = [ask(world, actor, "GET", ROUTES[row.key], world.place(row.kind).own) for row in refused]
        assert len(answers) > 20
        assert len({answer.without(())[2] for answer in answers}) == 1, actor


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
    "audits_replied_to": (
        lambda user: Audit.objects.filter(statements__isnull=False).annotate(
            said_at=F("submitted_at"), is_unread=Exists(Department.objects.all())
        ),
        ("audits:statements--",),
    ),
    "own_corrected_audits": (lambda user: Audit.objects.filter(releases__isnull=False), ("home--",)),
    "own_released_audits": (lambda user: Audit.objects.all(), ("audits:own_result-released",)),
    "employees_of_hr": (lambda user: Employee.objects.all(), ("audits:new_data_request-paper_request",)),
    "data_requests_to_answer": (lambda user: DataRequest.objects.all(), ("audits:data_request-asked_for",)),
    "employees_to_tell": (lambda user: Employee.objects.all(), ("audits:withdraw_told-told",)),
    "notices_to_acknowledge": (lambda user: Notice.objects.all(), ("audits:acknowledge-auditors_notice",)),
    "notices_of_auditor": (lambda user: Notice.objects.all(), ("audits:acknowledge-auditors_notice",)),
    "closes_granules": (lambda user: True, ("audits:closings--", "audits:closing-granule")),
    "keeps_notices": (lambda user: True, ("audits:new_notice-new_notice",)),
    "batches_visible_to": (lambda user: Batch.objects.all(), ("audits:batch-batch",)),
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
        ("audits:data_request-asked_for",),
    ),
    "own_data_requests": (lambda user: DataRequest.objects.all(), ("audits:own_requests-own_request",)),
    "access_log_visible_to": (lambda user: AccessRecord.objects.all(), ("audits:access_log--",)),
    "readings_about": (lambda user: AccessRecord.objects.all(), ("audits:own_readers--",)),
    "departments_of_rights": (lambda user: Department.objects.all(), ("audits:rights_of_department-rights_over",)),
    "is_administrator": (lambda user: True, ("admin:audits_user_changelist--",)),
    "reads_proposals": (lambda user: True, ("audits:proposals-confirming",)),
    "edits_standards": (lambda user: True, ("standards:edition-unpublished",)),
}
# Everybody in the matrix who must have a second factor has one: tests/test_second_factor.py has those who have none.
TESTED_WITHOUT_FACTORS = {"lacks_required_factor", "must_have_second_factor"}
# Of the start page, which shows those that were approved: tests/audits/assessed/test_corrected_results.py has one.
TRIED_ELSEWHERE = {"corrections_to_release"}
NO_GUARDS = {"permissions_of_request", "roles_in", "with_factors"}


def test_every_guard_is_tried():
    guards = {name for name, one in inspect.getmembers(access, inspect.isfunction)}
    assert guards - NO_GUARDS - TESTED_WITHOUT_FACTORS - TRIED_ELSEWHERE == OPENED.keys()


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
