"""Small reports and cards, as dataclasses, with text that must come out exactly as it went in."""

import datetime
from decimal import Decimal

from audits.reports.audit import (
    AuditCard,
    CardAnswer,
    CardArea,
    CardCorrection,
    CardGate,
    CardRedaction,
    CardScore,
    CardStandard,
)
from audits.reports.blank import BlankBlock, BlankCard, BlankGroup, BlankRow
from audits.reports.contents import (
    AreaRow,
    AreaText,
    Breach,
    ChannelPart,
    DepartmentReport,
    EditionFacts,
    Limitation,
    MethodSection,
    PointText,
    Proposed,
    Reach,
    RecommendationRow,
    RecommendationText,
    StandardRow,
    StandardText,
    UnitRow,
    Waiting,
)
from audits.reports.figures import Change, Counts, Figure, Share
from audits.reports.periods import quarter

AS_OF = datetime.datetime(2026, 10, 2, 13, 12, tzinfo=datetime.UTC)
FINGERPRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
HOSTILE = '<script>alert("x")</script> & <img src="http://127.0.0.1:9/x">'
GREETING = "Przywitaj klienta słowami „Dzień dobry”."


def counts(met: int = 19, rated: int = 20) -> Counts:
    return Counts(met, rated - met, 0, 3, 2, 0, rated)


def figure(score: str | None = "95.0", low: str = "91.2", high: str = "97.4", band: str = "meets") -> Figure:
    if band == "withheld":
        return Figure(3, None, None, None, None, None, None, band)
    if score is None:
        return Figure(4, counts(4, 4), Share(4, 4, None, None, None), Decimal("88.0"), None, None, None, band)
    share = Share(19, 20, Decimal("95.0"), Decimal("76.4"), Decimal("99.1"))
    return Figure(20, counts(), share, Decimal("90.9"), Decimal(score), Decimal(low), Decimal(high), band)


def recommendation(label: str = "7.1", text: str = GREETING, **fields: object) -> RecommendationRow:
    share = Share(19, 20, Decimal("95.0"), Decimal("76.4"), Decimal("99.1"))
    remarks = {"occasion": "", "refrain": False, "critical": False, "attribution": "employee"} | fields
    return RecommendationRow(
        label=label, text=text, emphasis=((0, 9),), audits=20, counts=counts(), share=share, **remarks
    )


def section(**fields: object) -> MethodSection:
    change = Change(
        rows=2,
        audits_before=18,
        audits_now=20,
        before=Decimal("97.5"),
        now=Decimal("95.0"),
        points=Decimal("-2.5"),
        low=Decimal("-6.1"),
        high=Decimal("1.0"),
        verdict="undecided",
    )
    rows = (
        recommendation(),
        recommendation("13.4", "Nie ujawniaj danych.", refrain=True, critical=True, occasion="formularz"),
    )
    standards = (StandardRow("7", "Uprzejmie witaj klienta", figure(), rows),)
    low = figure("71.0", "60.1", "80.2", "fails")
    filled = {
        "key": "mystery-75-2016",
        "method": "mystery",
        "method_label": "Tajemniczy klient",
        "editions": ("75-2016",),
        "edition_parts": (),
        "apart": (),
        "audits": 20,
        "people": 12,
        "auditors": 3,
        "unattributed": 1,
        "opened_late": 1,
        "filled_from_memory": 2,
        "figure": figure(),
        "change": change,
        "parts": (
            ChannelPart("counter", "Stanowisko", 16, figure(), change),
            ChannelPart("phone", "Telefon", 4, figure(None, band="too_few"), None),
        ),
        "reach": Reach(2, 70, 155),
        "waiting": Waiting(20, Decimal("6.4"), Decimal("5.0")),
        "areas": (
            AreaRow("II", "PROCES OBSŁUGI", figure(), change, standards),
            AreaRow("V", "TRUDNE SYTUACJE", low, None, ()),
        ),
        "strengths": rows[:1],
        "weakest": rows[1:],
        "breaches": (
            Breach(
                "13.4",
                "Nie ujawniaj danych.",
                "WOM",
                "Stanowisko",
                datetime.date(2026, 8, 12),
                "stanowisko 4",
                HOSTILE,
                False,
            ),
            Breach("25.1", "Odmawiaj prezentu.", "", "", None, "", "", True),
        ),
        "units": (
            UnitRow(("UD-BEM-WOM",), ("Wydział Obsługi",), False, False, 12, 7, figure()),
            UnitRow(("UD-BEM-A", "UD-BEM-B"), ("Wydział A", "Wydział B"), False, True, 8, 5, figure()),
        ),
        "target_percent": 90,
    }
    return MethodSection(**(filled | fields))


def department_report(*methods: MethodSection) -> DepartmentReport:
    points = (PointText("imię i nazwisko,", ()),)
    texts = (RecommendationText("7.1", GREETING, ((0, 9),), ()), RecommendationText("7.2", "Podaj:", (), points))
    areas = (AreaText("II", "PROCES OBSŁUGI", (StandardText("7", "Uprzejmie witaj klienta", texts),)),)
    proposed = Proposed(("7.1",), ("7.1", "7.2"), ("formularz",), "7.1", "7.1–7.2")
    return DepartmentReport(
        office="Urząd m.st. Warszawy",
        department_code="UD-BEM",
        department_name=f"Urząd Dzielnicy Bemowo {HOSTILE}",
        period=quarter(2026, 3),
        previous=quarter(2026, 2),
        as_of=AS_OF,
        fingerprint=FINGERPRINT,
        code_version="1",
        target_percent=90,
        smallest_sample=5,
        audits=sum(method.audits for method in methods),
        audits_before=18,
        methods=methods,
        editions=(
            EditionFacts("75-2016", "Standardy obsługi klienta", "zarządzenie nr 75/2016", None, 155, areas, proposed),
        ),
        limitations=(Limitation("not_random", "Audyty nie są próbą losową."),),
    )


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
        "desk": "",
        "as_named": "pani Anna, stanowisko 4",
        "identified_at": datetime.datetime(2026, 8, 20, 9, 0, tzinfo=datetime.UTC),
        "auditor": "",
        "auditor_label": "Tajemniczy klient",
        "took_place_at": datetime.datetime(2026, 8, 12, 8, 30, tzinfo=datetime.UTC),
        "opened_at": datetime.datetime(2026, 8, 12, 9, 0, tzinfo=datetime.UTC),
        "submitted_at": datetime.datetime(2026, 8, 12, 9, 12, tzinfo=datetime.UTC),
        "set_aside_at": None,
        "awaited_until": None,
        "waiting_minutes": 5,
        "scenario": "Pyta o dowód osobisty.",
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
        "code_version": "1",
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
