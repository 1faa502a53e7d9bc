"""Whatever is sent, no page of the portal's own fails, and none shows markup that somebody typed."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

import standards.reading.views
from audits import access
from audits.choices import Role
from tests.audits.factories import PASSWORD
from tests.matrix.asking import undone
from tests.matrix.hostile import IN_QUERIES, MARKER, check, drive, encoded, worst
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROUTES = routes()
VISIT = ("took_place_at", "employee", "employee_name", "desk", "waiting_minutes", "scenario")
OPENING = (
    *VISIT,
    "uuid",
    "method",
    "channel",
    "department",
    "selection",
    "standards",
    "occasions",
    "no_conflict",
    "refresh",
)
ASSIGNING = (
    "uuid",
    "shopper",
    "department",
    "channel",
    "first_day",
    "last_day",
    "visits",
    "scenario",
    "selection",
    "standards",
    "occasions",
    "refresh",
)
# Whoever sees most of it, and every field of the address's query.
QUERIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "audits:audits": (
        "hr_for_purpose", "-",
        ("text", "department", "status", "method", "channel", "since", "until", "page", "per_page", "sort"),
    ),
    "audits:audits_file": (
        "hr_for_purpose", "-",
        ("text", "department", "status", "method", "channel", "since", "until", "sort"),
    ),
    "audits:reports": (
        "hr", "-",
        ("department", "kind", "state", "page", "per_page", "sort", "komorka", "okres", "poziom"),
    ),
    "audits:report_status": ("hr", "figures", ("seen",)),
    "audits:batches": ("hr", "-", ("komorka", "okres", "poziom")),
    "audits:batch_status": ("hr", "batch", ("seen",)),
    "audits:report_prospects": ("hr", "wished", ("department", "period", "first_day", "last_day", "level")),
    "audits:results": ("hr_for_purpose", "results", ("metoda", "okres", "komorka", "poziom")),
    "audits:results_comparison": (
        "hr", "compared",
        tuple(f"{side}-{name}" for side in "ab" for name in ("metoda", "okres", "komorka", "kanal")),
    ),
    "audits:results_comparison_file": (
        "hr", "compared",
        tuple(f"{side}-{name}" for side in "ab" for name in ("metoda", "okres", "komorka", "kanal")),
    ),
    "audits:results_standard": ("hr_for_purpose", "results_of_standard", ("metoda", "okres", "komorka", "poziom")),
    "audits:results_recommendation": (
        "hr_for_purpose", "results_of_recommendation",
        ("metoda", "okres", "komorka", "poziom"),
    ),
    "audits:results_audits": (
        "hr_for_purpose", "results_of_recommendation",
        ("metoda", "okres", "komorka", "strona"),
    ),
    "audits:closings": ("hr", "-", ("rok",)),
    "audits:answers": ("hr", "-", ("department", "period", "first_day", "last_day", "level", "named")),
    "audits:missing": ("auditor", "-", ("period", "department", "page", "per_page", "sort")),
    "audits:scope": ("auditor", "-", OPENING),
    "audits:employees": ("auditor", "-", ("department", "draft", "took_place_at", "employee_name")),
    "audits:open_offline": ("auditor", "-", ("audyt",)),
    "audits:offline_card": ("auditor", "offline_card", ("audyt",)),
    "audits:own_card": ("shopper", "own_card", ("audyt",)),
    "audits:blank_card": ("auditor", "-", ("standards", "selection")),
    "audits:assignments": ("hr", "-", ("state", "department", "shopper", "channel", "page", "per_page", "sort")),
    "audits:assign_scope": ("hr", "-", ASSIGNING),
    "audits:unidentified": ("hr", "-", ("page", "per_page", "sort")),
    "audits:identify": ("hr_for_purpose", "shopped", ("name",)),
    "audits:access_log": (
        "officer", "-",
        ("reader", "whose", "kind", "purpose", "since", "until", "page", "per_page", "sort"),
    ),
    "audits:access_log_file": ("officer", "-", ("reader", "whose", "kind", "purpose", "since", "until")),
    "audits:patterns": ("hr_for_purpose", "-", ("department", "first_day", "last_day")),
    "audits:new_rights_review": ("administrator", "-", ("department", "q", "show", "page")),
    "audits:rights_review": ("administrator", "rights_reviewed", ("decision", "page")),
    "audits:own_readers": ("assessed", "-", ("page", "per_page", "sort")),
    "audits:rights": ("administrator", "-", ("q",)),
    "audits:rights_list": ("administrator", "-", ("day", "department", "q", "show", "page")),
    "audits:rights_csv": ("administrator", "-", ("day", "department")),
    "audits:rights_xlsx": ("administrator", "-", ("day", "department")),
    "audits:own_results": ("assessed", "-", ("page", "per_page", "sort")),
    "audits:data_requests": ("hr", "-", ("state", "page", "per_page", "sort")),
    "audits:statements": ("hr", "-", ("state", "page", "per_page", "sort")),
    "audits:releases": ("hr_for_purpose", "-", ("department", "since", "until")),
    "audits:notice": ("administrator", "notice", ("next", "who", "page", "per_page", "sort")),
    "audits:purpose": ("hr", "-", ("next",)),
    "audits:purpose_of_audit": ("hr", "submitted", ("next",)),
    "standards:search": ("assessed", "edition", ("q",)),
    "standards:choose_comparison": ("assessed", "edition", ("other",)),
    "standards:compare": ("assessed", "comparison", ("only", "layout")),
    "standards:compare_xlsx": ("assessed", "comparison", ("only", "layout")),
    "account_login": ("anonymous", "-", ("next",)),
    "account_reset_password": ("anonymous", "-", ("next",)),
    "account_reauthenticate": ("assessed", "-", ("next",)),
    "mfa_reauthenticate": ("administrator", "-", ("next",)),
    "mfa_reauthenticate_webauthn": ("administrator", "-", ("next",)),
    "mfa_login_webauthn": ("anonymous", "-", ("next",)),
}  # fmt: skip
FORMS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "audits:open": ("auditor", "-", OPENING),
    "audits:take_along": ("auditor", "-", ("units",)),
    "audits:arrive": (
        "auditor",
        "arriving",
        (*OPENING, "edition", "device", "first", "changes", "revision", "shown", "ending", "until", "leave_unanswered"),
    ),
    "audits:header": ("auditor", "visit", (*VISIT, "version")),
    "audits:discard": ("auditor", "draft", ("confirm",)),
    "audits:set_aside": ("auditor", "draft", ("until", "leave_unanswered", "revision", "device", "last", "shown")),
    "audits:submit": ("auditor", "draft", ("leave_unanswered", "revision", "device", "last", "shown")),
    "audits:changes": ("auditor", "draft", ("device", "first", "changes")),
    "audits:end": (
        "auditor", "draft",
        ("device", "first", "changes", "revision", "shown", "ending", "until", "leave_unanswered"),
    ),
    "audits:identify": ("hr_for_purpose", "shopped", ("person", "reason", "replaces")),
    "audits:assign": ("hr", "assigning", ASSIGNING),
    "audits:withdraw": ("hr", "assignment", ("reason",)),
    "audits:own_assignment": (
        "shopper",
        "to_visit",
        ("uuid", "took_place_at", "as_named", "waiting_minutes", "no_conflict"),
    ),
    "audits:annul": ("hr_for_purpose", "submitted", ("reason",)),
    "audits:redact": ("hr_for_purpose", "submitted", ("note", "extent", "passage", "reason")),
    "audits:release": ("hr_for_purpose", "submitted", ("audit", "notes_checked")),
    "audits:releases": ("hr_for_purpose", "to_release", ("audit", "notes_checked")),
    "audits:own_requests": ("assessed", "own_request", ("kind", "text")),
    "audits:new_data_request": ("hr", "paper_request", ("number", "kind", "received_on", "text")),
    "audits:data_request": ("hr_for_purpose", "asked_for", ("outcome", "answer", "audit", "notes_checked")),
    "audits:extend_request": ("hr", "asked_for", ("because",)),
    "audits:own_result": ("assessed", "released", ("text",)),
    "audits:new_notice": ("hr", "new_notice", ("audience", "title", "text", "link", "given_on", "takes_effect_on")),
    "audits:notice": ("hr", "notice", ("department", "numbers", "told_on", "how")),
    "audits:acknowledge": ("shopper", "auditors_notice", ("next",)),
    "audits:withdraw_told": ("hr", "told", ("any",)),
    "audits:correct": ("hr_for_purpose", "submitted", ("reason",)),
    "audits:decide_correction": ("hr_for_purpose", "corrected", ("decision",)),
    "audits:decide": ("hr_for_purpose", "proposed", ("decision",)),
    "audits:reports": (
        "hr", "-",
        ("department", "period", "first_day", "last_day", "level", "check", "all_the_same"),
    ),
    "audits:answers": ("hr", "asked", ("department", "period", "first_day", "last_day", "level", "named")),
    "audits:closing": ("hr", "granule", ("fingerprint", "understood")),
    "audits:supplement": ("hr", "closed_granule", ("fingerprint",)),
    "audits:granule_lengths": ("hr", "-", ("year", "mystery", "observation", "documents")),
    "audits:purpose": ("hr", "-", ("purpose", "justification", "keep", "next")),
    "audits:purpose_of_audit": ("hr", "submitted", ("purpose", "justification", "keep", "next")),
    "audits:grant": ("administrator", "rights_over", ("account", "role", "since", "last_day")),
    "audits:end_appointment": ("administrator", "rights_to_end", ("when", "last_day")),
    "audits:proposals": ("administrator", "confirming", ("act", "chosen", "change", "page")),
    "audits:new_rights_review": (
        "administrator", "rights_held",
        ("fingerprint", "rest", "note", "department", "go", "confirm_shown", "shown", "q", "show"),
    ),
    "audits:audit_card_pdf": ("auditor", "submitted", ("any",)),
    "audits:results_comparison_pdf": ("hr", "compared", ("any",)),
    "audits:batches": ("hr", "asked", ("department", "period", "first_day", "last_day", "level")),
    "audits:batch_cancel": ("hr", "batch", ("any",)),
    "audits:batch_retry": ("hr", "batch", ("any",)),
    "audits:report_cancel": ("hr", "figures", ("any",)),
    "audits:report_again": ("hr", "figures", ("any",)),
    "admin:standards_edition_import": ("editor", "-", ("text", "code", "write")),
    "admin:standards_edition_publish": ("editor", "an_edition", ("title", "legal_basis", "effective_from")),
    "admin:standards_edition_judging": ("editor", "an_edition", ("row", "reason", "count", "g1", "g1-shown")),
    "admin:standards_edition_signoff": ("editor", "an_edition", ("standard", "judging", "question", "gate")),
    "admin:standards_standard_change": (
        "editor", "a_standard",
        (
            "row", "order", "act", "heading-seen", "heading-number", "heading-area", "heading-position",
            "heading-title", "heading-rationale", "new-number", "new-text", "new-points", "new-after", "new-lineage",
        ),
    ),
    "admin:standards_standard_split": (
        "editor", "a_row_of_draft",
        ("seen", "keeps", "lineage", "first-number", "first-text", "second-number", "second-text", "second-points"),
    ),
    "admin:standards_recommendation_change": (
        "editor", "a_recommendation",
        (
            "seen", "confirm", "mystery", "block", "occasion", "weight", "question", "parts",
            "channel_questions_phone", "short_name", "excludes", "reason",
        ),
    ),
    "account_login": ("anonymous", "-", ("login", "password", "next")),
    "account_logout": ("assessed", "-", ("next",)),
    "account_change_password": ("assessed", "-", ("oldpassword", "password1", "password2", "next")),
    "account_reset_password": ("anonymous", "-", ("email", "next")),
    "account_reset_password_from_key": ("anonymous", "reset_link", ("password1", "password2", "next")),
    "account_reauthenticate": ("assessed", "-", ("password", "next")),
    "mfa_authenticate": ("anonymous", "-", ("code", "credential")),
    "mfa_reauthenticate": ("administrator", "-", ("code", "next")),
    "mfa_reauthenticate_webauthn": ("administrator", "-", ("credential", "next")),
    "mfa_login_webauthn": ("anonymous", "-", ("credential", "next")),
    "mfa_activate_totp": ("assessed", "-", ("code",)),
    "mfa_deactivate_totp": ("administrator", "-", ("any",)),
    "mfa_add_webauthn": ("assessed", "-", ("name", "credential", "passwordless")),
    "mfa_remove_webauthn": ("administrator", "a_passkey", ("any",)),
    "invitation": ("anonymous", "invited", ("password1", "password2")),
    "end_sessions": ("assessed", "-", ("session",)),
    "mfa_generate_recovery_codes": ("administrator", "-", ("any",)),
}  # fmt: skip
# Their fields are named after the rows of the audit, so they are drawn below.
OF_ROWS = {"audits:fill"}
# They read neither a query nor a form.
READ_NOTHING = {
    "audits:own_rights",
    "audits:rights_of_account",
    "audits:rights_of_department",
    "audits:rights_reviews",
    "home",
    "audits:assignment",
    "audits:audit",
    "audits:notices",
    "audits:own_data",
    "audits:data_request_file",
    "audits:report",
    "audits:report_screen",
    "audits:report_download",
    "audits:report_file",
    "audits:batch",
    "audits:batch_zip",
    "standards:editions",
    "standards:edition",
    "standards:whole_text",
    "standards:standard",
    "standards:recommendation",
    # It reads what the page of the comparison reads, by the same function, and takes a second to typeset.
    "standards:compare_pdf",
    "account_reset_password_done",
    "mfa_index",
    "sessions",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "accessibility",
    "admin",
    "favicon",
    "robots",
    "health_live",
    "health_ready",
    "metrics",
    "worker",
    "manifest",
    "on_device",
}


@pytest.fixture(autouse=True)
def hr_closes_granules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody of the matrix is HR of the whole office; here its HR may what they may."""
    monkeypatch.setattr(access, "closes_granules", lambda user: Role.HR in access.roles(user))


def test_every_own_page_is_tried():
    own = {key for key, route in ROUTES.items() if not route.pattern.startswith("administracja/")}
    untried = own - QUERIES.keys() - FORMS.keys() - OF_ROWS - READ_NOTHING
    assert not untried, f"{untried}: say here which fields their query or form has"


@pytest.mark.parametrize("key", QUERIES)
def test_no_query_breaks_a_page(world: World, key: str):
    actor, kind, fields = QUERIES[key]
    target = world.place(kind).own
    address = ROUTES[key].path(target.args)
    drive(fields, target.query, lambda query: check(world, actor, f"{address}?{query}"), IN_QUERIES)


@pytest.mark.parametrize("key", FORMS)
def test_no_form_breaks_a_page(world: World, key: str):
    actor, kind, fields = FORMS[key]
    target = world.place(kind).own
    address = ROUTES[key].path(target.args)
    drive(fields, target.data, lambda form: check(world, actor, address, form))


@pytest.mark.parametrize("field", ["code", "credential"])
def test_no_second_step_breaks_a_page(world: World, field: str):
    """Behind the password: the form that `mfa_authenticate` shows to nobody else."""
    world.browsers["administrator"].ready()
    client = Client()
    user = world.browsers["administrator"].user
    with undone():
        client.post("/logowanie/", {"login": user.username, "password": PASSWORD})
        for body in worst((field,), {field: "1"}):
            response = client.post("/logowanie/kod/", body, content_type="application/x-www-form-urlencoded")
            assert response.status_code in (400, 413, 422, 429), body[:100]
            assert MARKER not in response.content.decode()


def _fields_of_rows(world: World) -> tuple[str, ...]:
    draft = world.inside.draft
    row = draft.answers.order_by("position").values_list("recommendation", flat=True)[0]
    gate = draft.gates.order_by("position").values_list("occasion", flat=True)[0]
    return (
        f"version-{row}",
        f"verdict-{row}",
        f"note-{row}",
        f"gate-version-{gate}",
        f"gate-{gate}",
        "audit-version",
        "waiting_minutes",
        "turn",
        "clear",
        "others",
        "none_of_these",
        "submit",
        f"version-{'9' * 17}",
        "version-²",
        "gate-version-999999",
    )


def test_no_answer_breaks_a_checklist(world: World):
    target = world.place("draft").own
    address = ROUTES["audits:fill"].path(target.args)
    drive(_fields_of_rows(world), target.data, lambda form: check(world, "auditor", address, form))


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [
        ("audits:arrive", "arriving", "changes"),
        ("audits:changes", "draft", "changes"),
        ("audits:fill", "draft", "note-{row}"),
        ("audits:header", "visit", "scenario"),
        ("audits:open", "opening", "scenario"),
        ("audits:submit", "draft", "leave_unanswered"),
    ],
)
@pytest.mark.parametrize("letter", ["a", "ł", "<", "\x00"])
def test_a_megabyte_in_one_field_is_refused_or_read(world: World, key: str, kind: str, name: str, letter: str):
    target = world.place(kind).own
    row = world.inside.draft.answers.order_by("position").values_list("recommendation", flat=True)[0]
    field = name.format(row=row)
    rest = [(one, str(value).encode()) for one, value in target.data.items() if one != field]
    # A letter takes up to six bytes on its way: some of these are over the portal's limit, some under it.
    for length in (1_000_000, 300_000):
        check(world, "auditor", ROUTES[key].path(target.args), encoded([*rest, (field, (letter * length).encode())]))


def test_more_fields_than_a_form_has_are_refused(world: World):
    many = encoded([(f"version-{number}", b"0") for number in range(2500)])
    client = world.browsers["auditor"].ready()
    address = ROUTES["audits:fill"].path(world.place("draft").own.args)
    with undone():
        response = client.post(address, many, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413


@pytest.mark.one_database
def test_more_than_the_portal_takes_at_once_is_told_so_and_keeps_nothing(world: World):
    draft = world.inside.draft
    row = world.inside.draft.answers.order_by("position").values_list("recommendation", flat=True)[0]
    too_much = {f"version-{row}": "0", f"verdict-{row}": "met", f"note-{row}": "a" * 1_100_000}
    with undone() as writes:
        response = world.browsers["auditor"].ready().post(ROUTES["audits:fill"].path((draft.uuid,)), too_much)
    assert response.status_code == 413
    assert "najwyżej 1,0\u00a0MB" in response.content.decode()
    assert not writes


@pytest.mark.parametrize(
    "instead", [lambda request, *_: 1 / 0, lambda request, *_: HttpResponse(request.GET["q"])], ids=["failure", "echo"]
)
def test_the_check_sees_a_failure_and_an_echo(world: World, monkeypatch: pytest.MonkeyPatch, instead: Any):
    address = f"/standardy/75-2016/szukaj/?{encoded([('q', MARKER.encode())])}"
    check(world, "auditor", address)
    monkeypatch.setattr(standards.reading.views, "render", instead)
    with pytest.raises(AssertionError):
        check(world, "auditor", address)
