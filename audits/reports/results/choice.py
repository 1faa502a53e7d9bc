"""What is looked at: a method, a period, a department and a level, as the address of the page says it."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from audits.choices import ReportLevel
from audits.models.periods import Period
from standards.choices import Method

FULL = "pelny"


@dataclass(frozen=True, slots=True)
class Choice:
    """`unit`: the department's key."""

    method: Method
    period: Period
    unit: int
    level: ReportLevel = ReportLevel.GENERAL

    @property
    def is_full(self) -> bool:
        return self.level == ReportLevel.FULL

    @property
    def query(self) -> str:
        return urlencode(self._fields(self.period) | ({"poziom": FULL} if self.is_full else {}))

    def at(self, level: ReportLevel) -> "Choice":
        return replace(self, level=level)

    def of(self, unit: int) -> "Choice":
        return replace(self, unit=unit)

    def by(self, method: Method) -> "Choice":
        return replace(self, method=method)

    @property
    def address(self) -> str:
        return f"{reverse('audits:results')}?{self.query}"

    def area(self, number: str) -> str:
        return f"{self.address}#{area_key(number)}"

    def standard(self, number: str) -> str:
        return f"{reverse('audits:results_standard', args=[number])}?{self.query}"

    def recommendation(self, label: str) -> str:
        return f"{reverse('audits:results_recommendation', args=[label])}?{self.query}"

    def audits_behind(self, label: str) -> str:
        return f"{reverse('audits:results_audits', args=[label])}?{self.query}"

    @property
    def compared(self) -> str:
        """With the period before; the page of the comparison takes any other selection."""
        said = {
            **{f"a-{name}": value for name, value in self._fields(self.period).items()},
            **{f"b-{name}": value for name, value in self._fields(self.period.previous()).items()},
        }
        return f"{reverse('audits:results_comparison')}?{urlencode(said)}"

    def _fields(self, period: Period) -> dict[str, str]:
        return {"metoda": self.method.value, "okres": period.code, "komorka": str(self.unit)}

    @property
    def order(self) -> str:
        """The form that orders the department's report, filled in."""
        said = {"komorka": self.unit, "okres": self.period.code, "poziom": self.level.value}
        return f"{reverse('audits:reports')}?{urlencode(said)}"


def area_key(number: str) -> str:
    """Where an area's standards begin on the page."""
    return f"obszar-{number}"
