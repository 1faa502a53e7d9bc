"""What the makers write straight into the tables is what the models would write."""

import pytest

from audits.models import Answer
from tests.audits.reports import makers

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_each_audit_has_the_answers_that_its_checklist_says_with_its_own_verdicts_gates_and_note():
    office = makers.office((1, 1))
    rows = office.rows("observation", "counter")
    given = [("met", "pierwsza"), ({rows[0].label: "not_met", rows[1].label: ""}, "druga")]
    for verdict, note in given:
        audit = makers.submit(office, office.units[0], verdict=verdict, note=note)
        gates = {gate.occasion_id: gate for gate in audit.gates.all()}
        wanted = [
            makers._answer(audit, row, position, gates, makers._verdict(verdict, row), note)
            for position, row in enumerate(rows)
        ]
        assert len(gates) > 1
        assert any(answer.gate_id for answer in wanted)
        fields = [each.attname for each in Answer._meta.concrete_fields if not each.primary_key]
        kept = audit.answers.order_by("position").values_list(*fields)
        assert [*kept] == [tuple(getattr(answer, name) for name in fields) for answer in wanted]
