"""Small cards, as dataclasses, with text that must come out exactly as it went in."""

import datetime
from decimal import Decimal

from audits.fieldwork.card import (
    AuditCard,
    CardAnswer,
    CardArea,
    CardCorrection,
    CardGate,
    CardRedaction,
    CardScore,
    CardStandard,
)
from audits.fieldwork.header import Fact
from audits.figures.numbers import Counts
from audits.reports.blank import BlankBlock, BlankCard, BlankGroup, BlankRow

AS_OF = datetime.datetime(2026, 10, 2, 13, 12, tzinfo=datetime.UTC)
FINGERPRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
HOSTILE = '<script>alert("x")</script> & <img src="http://127.0.0.1:9/x">'
GREETING = "Przywitaj klienta słowami „Dzień dobry”."


def counts(met: int = 19, rated: int = 20) -> Counts:
    told = {"met": met, "partly": rated - met, "not_met": 0, "not_applicable": 3, "not_observed": 2}
    return {**told, "unanswered": 0, "rated": rated}


def audit_card(**fields: object) -> AuditCard:
    result = CardScore(counts(), Decimal("97.5"), Decimal("90.9"))
    answer = {
        "label": "7.1",
        "question": "Czy pracownik się przywitał?",
        "text": GREETING,
        "emphasis": ((0, 9),),
        "points": (),
        "refrain": False,
        "critical": False,
        "attribution": "employee",
        "occasion": "",
        "verdict": "met",
        "verdict_label": "Spełnione",
        "act": "judged",
        "act_label": "oceniono",
        "note": f"pierwszy wiersz\ndrugi {HOSTILE}",
        "is_critical_breach": False,
    }
    breach = {
        "label": "13.4",
        "text": "Nie ujawniaj danych.",
        "emphasis": (),
        "refrain": True,
        "critical": True,
        "verdict": "not_met",
        "verdict_label": "zauważono naruszenie",
        "is_critical_breach": True,
        "note": "",
    }
    answers = (CardAnswer(**answer), CardAnswer(**(answer | breach)))
    filled = {
        "office": "Urząd m.st. Warszawy",
        "uuid": "0b0f6d0e-1f8a-4b43-9d53-3f1f5a3c2a10",
        "receipt": "2026/000123",
        "version": 2,
        "status": "submitted",
        "status_label": "Złożony",
        "edition_code": "75-2016",
        "edition_title": "Standardy obsługi klienta",
        "method": "mystery",
        "method_label": "Tajemniczy klient",
        "channel": "counter",
        "channel_label": "Stanowisko",
        "selection_label": "Rdzeń",
        "department_code": "UD-BEM-WOM",
        "department_name": "Wydział Obsługi Mieszkańców",
        "employee": "Anna Przykładowa",
        "identified_at": datetime.datetime(2026, 8, 20, 9, 0, tzinfo=datetime.UTC),
        "auditor": "",
        "auditor_label": "Tajemniczy klient",
        "took_place_at": datetime.datetime(2026, 8, 12, 8, 30, tzinfo=datetime.UTC),
        "opened_at": datetime.datetime(2026, 8, 12, 9, 0, tzinfo=datetime.UTC),
        "submitted_at": datetime.datetime(2026, 8, 12, 9, 12, tzinfo=datetime.UTC),
        "set_aside_at": None,
        "awaited_until": None,
        "facts": (
            Fact("as_named", "Stanowisko albo osoba", "pani Anna, stanowisko 4", "pani Anna, stanowisko 4"),
            Fact("waiting_minutes", "Czas oczekiwania", 5, "5 minut"),
            Fact("scenario", "Notatka o scenariuszu", "Pyta o dowód osobisty.", "Pyta o dowód osobisty."),
        ),
        "opened_late": False,
        "filled_from_memory": True,
        "corrects": "2026/000101",
        "corrected_by": "",
        "correction": CardCorrection("Zły wydział.", "Jan Wymyślony", AS_OF, True, "Irena Kadrowa", AS_OF),
        "annulment_reason": "",
        "redactions": (
            CardRedaction("note", "notatka do zalecenia", "7.1", False, "dane klientki", "Irena Kadrowa", AS_OF),
            CardRedaction(
                "scenario", "notatka o scenariuszu", "", True, "treść rozmowy prywatnej", "Irena Kadrowa", AS_OF
            ),
        ),
        "statement": "",
        "statement_at": None,
        "result": result,
        "judged": 2,
        "areas": (
            CardArea("II", "PROCES OBSŁUGI", result, (CardStandard("7", "Uprzejmie witaj klienta", result, answers),)),
        ),
        "breaches": answers[1:],
        "gates": (
            CardGate("Czy potrzebny był formularz?", "formularz", False),
            CardGate("Czy była opłata?", "opłata", None),
        ),
        "as_of": AS_OF,
        "fingerprint": FINGERPRINT,
    }
    return AuditCard(**(filled | fields))


def blank_card() -> BlankCard:
    verdicts = (("met", "Spełnione"), ("not_met", "Nie spełnione"), ("not_observed", "Nie zaobserwowano"))
    row = BlankRow("7.1", "Czy pracownik się przywitał?", GREETING, (), (), (), False, verdicts)
    parted = BlankRow(
        "9.2", "Czy podał termin i opłatę?", "Podaj termin i opłatę.", (), (), ("termin", "opłata"), False, verdicts
    )
    refrain = BlankRow("8.4", "Czy zajmował się czymś innym?", "Nie zajmuj się.", (), (), (), True, verdicts[1:])
    groups = (BlankGroup("", (row,)), BlankGroup("Czy potrzebny był formularz?", (parted,)))
    return BlankCard(
        office="Urząd m.st. Warszawy",
        edition_code="75-2016",
        edition_title="Standardy obsługi klienta",
        method="mystery",
        method_label="Tajemniczy klient",
        channel="counter",
        channel_label="Stanowisko",
        selection_label="Rdzeń",
        rows=3,
        minutes=5,
        blocks=(BlankBlock("behaviour", "Zachowanie", groups, (refrain,)),),
        as_of=AS_OF,
    )
