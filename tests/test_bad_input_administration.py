"""Whatever is sent to them, the administration's forms of accounts and the office neither fail nor echo markup."""

import pytest

from standards.pages import MOST_ROWS
from tests.matrix.asking import undone
from tests.matrix.hostile import MARKER, check, drive, worst
from tests.matrix.places import routes
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROUTES = routes()
PERSON = ("username", "first_name", "last_name", "email", "is_active")
NO_ROWS = {
    f"{rows}-{field}": "0" for rows in ("appointments", "employments") for field in ("TOTAL_FORMS", "INITIAL_FORMS")
}
# What each is about, a method of World, and every field of its form.
FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "admin:audits_department_move": ("a_department", ("parent", "since", "shown", "confirm")),
    "admin:audits_department_merge": ("a_department", ("target", "on", "shown", "confirm")),
    "admin:audits_employee_leaving": ("an_employee", ("left_on", "account", "confirm")),
    "admin:audits_employee_return": ("an_employee", ("confirm",)),
    "admin:audits_user_add": ("-", (*PERSON, "appointments-TOTAL_FORMS", "appointments-0-role")),
    "admin:audits_user_change": ("a_user", (*PERSON, "appointments-TOTAL_FORMS")),
    "admin:audits_user_signing_in": ("an_invited_user", ("act", "invite", "revoke", "remove")),
    "admin:audits_department_add": ("-", ("code", "name", "parent", "since")),
    "admin:audits_department_change": ("a_department", ("code", "name", "since", "closed_on")),
    "admin:audits_employee_add": (
        "-",
        ("number", "first_name", "last_name", "user", "employments-TOTAL_FORMS", "employments-0-since"),
    ),
    "admin:audits_employee_change": ("an_employee", ("number", "first_name", "last_name", "user", "is_active")),
    "admin:audits_appointment_add": ("-", ("user", "role", "department", "since", "until")),
    "admin:audits_appointment_change": ("an_appointment", ("until",)),
    "admin:audits_purpose_add": ("-", ("label", "code", "is_active", "position")),
    "admin:audits_purpose_change": ("a_purpose", ("label", "code", "is_active", "position")),
    "admin:audits_retentionrule_change": ("a_rule", ("symbol", "category", "years", "needs_consent", "is_proposal")),
    "admin:audits_legalhold_add": ("-", ("department", "employee", "first_day", "last_day", "reason")),
    "admin:audits_legalhold_change": ("a_hold", ("release", "reason")),
}
# They take a file, tried in tests/audits/office/imports/test_import_pages.py; or nothing is ever changed there.
OTHERWISE = {
    "admin:audits_retentionrule_add",
    "admin:audits_letter_add",
    "admin:audits_letter_change",
    "admin:audits_retentionprotocol_add",
    "admin:audits_retentionprotocol_change",
}


def test_every_form_of_the_office_is_tried():
    forms = {key for key in ROUTES if key.startswith("admin:audits_") and key.endswith(("_add", "_change"))}
    assert forms - FORMS.keys() == OTHERWISE


@pytest.mark.parametrize("key", FORMS)
def test_no_form_breaks_the_administration(world: World, key: str):
    kind, fields = FORMS[key]
    address = ROUTES[key].path(world.place(kind).own.args)
    drive(fields, NO_ROWS, lambda form: check(world, "administrator", address, form))


@pytest.mark.one_database
@pytest.mark.parametrize("key", [key for key, (kind, _fields) in FORMS.items() if kind == "-"])
def test_no_query_fills_a_form_with_markup(world: World, key: str):
    _kind, fields = FORMS[key]
    for query in worst(fields, {}, (b"\x00", MARKER.encode(), b"9" * 5000)):
        check(world, "administrator", f"{ROUTES[key].path(())}?{query}")


@pytest.mark.parametrize(
    ("key", "kind", "actor", "rows"),
    [
        ("admin:audits_user_change", "a_user", "administrator", "appointments"),
        ("admin:audits_employee_change", "an_employee", "administrator", "employments"),
        ("admin:standards_edition_change", "an_edition", "editor", "areas"),
    ],
)
def test_no_more_rows_are_built_than_anybody_has(world: World, key: str, kind: str, actor: str, rows: str):
    """Two thousand of them took a quarter of a minute."""
    sent = NO_ROWS | {f"{rows}-INITIAL_FORMS": "0", f"{rows}-TOTAL_FORMS": "99999"}
    with undone():
        page = world.browsers[actor].ready().post(ROUTES[key].path(world.place(kind).own.args), sent)
    (formset,) = [one.formset for one in page.context["inline_admin_formsets"] if one.formset.prefix == rows]
    assert len(formset.forms) == MOST_ROWS
