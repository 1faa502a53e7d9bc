"""What the rows say about departments, against what the portal holds."""

import datetime
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.models import Department
from audits.models.office import Names
from audits.office.imports.rows import DepartmentRow, Rows, refuse
from audits.office.reorganisation import NewDepartment
from audits.office.structure import Cycle, Tree

# No office is deeper; a chain of thousands would fill the table of places.
MAX_LEVELS = 20


@dataclass(frozen=True, slots=True)
class Renamed:
    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    code: str
    name: str
    # The parent's code; None at the top of the office.
    before: str | None
    after: str


@dataclass(slots=True)
class _Stated:
    """One department as the file has it; "" where no row says."""

    code: str
    rows: list[DepartmentRow] = field(default_factory=list)
    name: str = ""
    parent: str = ""


class Departments:
    """The departments after the import; rows that cannot be are refused in `rows` on the way."""

    def __init__(self, rows: Rows, current: dict[str, Department], tree: Tree, names: Names, on: datetime.date) -> None:
        self.rows = rows
        self.current = current
        self.tree = tree
        self.on = on
        # As they are called on that day.
        self._names = {code: names.of(department.pk, on).name for code, department in current.items()}
        self._codes = {department.pk: code for code, department in current.items()}
        self._stated: dict[str, _Stated] = {}
        self._refused_rows: dict[int, str] = {}
        self._collect()
        self._drop_impossible()
        self._refuse()

    def __contains__(self, code: str) -> bool:
        return code in self.current or code in self._stated

    def closed_on(self, code: str) -> datetime.date | None:
        return self.current[code].closed_on if code in self.current else None

    @property
    def listed(self) -> int:
        return len(self._stated)

    def renamed(self) -> tuple[Renamed, ...]:
        return tuple(
            Renamed(s.code, self._names[s.code], s.name)
            for s in self._stated.values()
            if s.code in self.current and s.name and s.name != self._names[s.code]
        )

    def moved(self) -> tuple[Moved, ...]:
        return tuple(
            Moved(s.code, s.name or self._names[s.code], self._parent_now(s.code), s.parent)
            for s in self._stated.values()
            if self._moves(s)
        )

    def new(self, first_days: dict[str, datetime.date]) -> tuple[NewDepartment, ...]:
        """Parents first. A new department is there since somebody works in it or below it: `first_days` by code; at
        the latest since the day of the import, and never before its parent.
        """
        added = [s for s in self._stated.values() if s.code not in self.current]
        since = dict.fromkeys((s.code for s in added), self.on)
        for stated in added:
            day, code = first_days.get(stated.code, self.on), stated.code
            while code in since:
                since[code] = min(since[code], day)
                code = self._stated[code].parent
        listed: dict[str, NewDepartment] = {}
        waiting = added
        while waiting:
            ready = [s for s in waiting if s.parent not in since or s.parent in listed]
            for stated in ready:
                begins = since[stated.code]
                if stated.parent in listed:
                    begins = max(begins, listed[stated.parent].since)
                elif stated.parent:
                    begins = max(begins, self.tree.begins[self.current[stated.parent].pk])
                listed[stated.code] = NewDepartment(stated.code, stated.name, stated.parent or None, begins)
            waiting = [s for s in waiting if s.code not in listed]
        return tuple(listed.values())

    def _collect(self) -> None:
        for row in self.rows.departments:
            stated = self._stated.setdefault(row.code, _Stated(row.code))
            first = stated.rows[0].row if stated.rows else row.row
            stated.rows.append(row)
            if row.name and stated.name and row.name != stated.name:
                self._refused_rows[row.row] = _("Row %(row)d names the same department differently.") % {"row": first}
                continue
            if row.parent and stated.parent and row.parent != stated.parent:
                self._refused_rows[row.row] = _("Row %(row)d puts the same department elsewhere.") % {"row": first}
                continue
            stated.name = stated.name or row.name
            stated.parent = stated.parent or row.parent

    def _drop_impossible(self) -> None:
        """Until nothing more falls: a department refused may be another one's parent, a move refused another's way."""
        while self._drop(self._faults()):
            pass
        while self._drop(self._faults_in_time()):
            pass

    def _drop(self, faults: dict[str, str]) -> bool:
        for code, reason in faults.items():
            stated = self._stated[code]
            known = code in self.current
            for row in stated.rows:
                if not known or row.parent or (row.name and row.name != self._names[code]):
                    self._refused_rows.setdefault(row.row, reason)
            if known:
                stated.name = stated.parent = ""
            else:
                del self._stated[code]
        return bool(faults)

    def _faults(self) -> dict[str, str]:
        faults = {}
        for stated in self._stated.values():
            reason = self._fault(stated)
            if reason:
                faults[stated.code] = reason
        cycles = dict.fromkeys(self._in_cycles(), _("The department would come below itself."))
        deep = {"count": MAX_LEVELS}
        too_deep = dict.fromkeys(
            self._too_deep(),
            ngettext(
                "More than %(count)d level of departments.", "More than %(count)d levels of departments.", MAX_LEVELS
            )
            % deep,
        )
        return too_deep | (faults or cycles)

    def _fault(self, stated: _Stated) -> str:
        if stated.code not in self.current and not stated.name:
            return _("The portal knows no department %(code)s, and the file does not name it.") % {"code": stated.code}
        if stated.parent and stated.parent not in self:
            return _("There is no department %(department)s to put it below.") % {"department": stated.parent}
        is_new = stated.code not in self.current
        if not is_new and not self._moves(stated) and stated.name in ("", self._names[stated.code]):
            return ""
        for code in (stated.code, stated.parent if is_new or self._moves(stated) else ""):
            closed = self.closed_on(code)
            if closed is not None:
                return _("%(department)s is closed since %(day)s.") % {
                    "department": self.current[code],
                    "day": date_format(closed),
                }
            if code in self.current and self.on < self.tree.begins[self.current[code].pk]:
                return _("%(department)s does not exist on that day yet.") % {"department": self.current[code]}
        return ""

    def _in_cycles(self) -> Iterator[str]:
        """Departments that would come below themselves; one that stays where it is is not to blame."""
        for code, stated in self._stated.items():
            if stated.parent and code in self._above(code) and (code not in self.current or self._moves(stated)):
                yield code

    def _too_deep(self) -> Iterator[str]:
        for code, stated in self._stated.items():
            if stated.parent and len(self._above(code)) == MAX_LEVELS:
                yield code

    def _above(self, code: str) -> list[str]:
        """Codes above the department after the import, nearest first, each once, at most MAX_LEVELS of them."""
        above: list[str] = []
        parent = self._parent_after(code)
        while parent is not None and parent not in above and len(above) < MAX_LEVELS:
            above.append(parent)
            parent = self._parent_after(parent)
        return above

    def _faults_in_time(self) -> dict[str, str]:
        """Moves that only another change, recorded for a later day, makes impossible."""
        tree = deepcopy(self.tree)
        new_keys = {s.code: -n for n, s in enumerate(self._stated.values(), start=1) if s.code not in self.current}
        keys = {code: department.pk for code, department in self.current.items()} | new_keys
        for code, key in new_keys.items():
            tree.add(key, keys.get(self._stated[code].parent), self.on)
        try:
            tree.move({keys[moved.code]: keys[moved.after] for moved in self.moved()}, self.on)
        except Cycle as cycle:
            code = next(code for code, key in keys.items() if key == cycle.department)
            return {code: _("The department would come below itself.")}
        return {}

    def _moves(self, stated: _Stated) -> bool:
        return bool(stated.code in self.current and stated.parent and stated.parent != self._parent_now(stated.code))

    def _parent_now(self, code: str) -> str | None:
        parent = self.tree.parent_on(self.current[code].pk, self.on)
        return self._codes[parent] if parent is not None else None

    def _parent_after(self, code: str) -> str | None:
        stated = self._stated.get(code)
        if stated is not None and stated.parent:
            return stated.parent
        return self._parent_now(code) if code in self.current else None

    def _refuse(self) -> None:
        people = {person.row: person for person in self.rows.people}
        codes = {row.row: row.code for row in self.rows.departments}
        for row, reason in self._refused_rows.items():
            person = people.get(row)
            number = person.number if person else ""
            refuse(self.rows, row, number, number or codes[row], reason)
        self.rows.people = [person for person in self.rows.people if person.row not in self._refused_rows]
