"""An edition from one JSON document: all of it is checked first, then it becomes a draft.

The format is `edition.schema.json`; what a schema cannot say (that a named occasion exists) is checked beside it.
"""

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from standards.interchange import JUDGING, UNJUDGED
from standards.models import (
    Area,
    Assessability,
    Edition,
    Occasion,
    Point,
    Recommendation,
    Standard,
    validate_emphasis,
    validate_number,
)
from standards.models.history import save_as
from standards.models.wording import validate_channel_questions
from standards.wording.intake import faults_of_kept

SCHEMA = Path(__file__).with_name("edition.schema.json")
LARGEST_FILE = 20 * 1024 * 1024

# Keys whose text may have several lines; every other text is one.
_OF_SEVERAL_LINES = {"text", "rationale", "points"}


@dataclass(frozen=True)
class DocumentFault:
    """`path` leads to the place, as "$.areas[0].standards[2].number"; `problem` is one sentence."""

    path: str
    problem: Any

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class InvalidDocument(ValueError):
    """Nothing was imported; `faults` names every one."""

    def __init__(self, faults: list[DocumentFault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


@dataclass
class Imported:
    """The draft, and what of the document could not be kept, one sentence each."""

    edition: Edition
    notes: list[Any] = field(default_factory=list)


def read_document(content: bytes) -> Any:
    """The JSON in a file's bytes. Raises InvalidDocument."""
    if len(content) > LARGEST_FILE:
        raise InvalidDocument([DocumentFault("$", _("The file is too large."))])
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_duplicates)
    except UnicodeDecodeError:
        problem: Any = _("The file is not text in UTF-8.")
    except json.JSONDecodeError as error:
        problem = _("This is not JSON: line %(line)s, column %(column)s.") % {
            "line": error.lineno,
            "column": error.colno,
        }
    except _Twice as error:
        problem = _("The key “%(key)s” is there twice in one object.") % {"key": error}
    except (ValueError, RecursionError):
        problem = _("This is not JSON of an edition.")
    raise InvalidDocument([DocumentFault("$", problem)])


class _Twice(ValueError):
    pass


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return found


@transaction.atomic
def import_edition(*, document: Any, by: AbstractBaseUser | None = None, code: str | None = None) -> Imported:
    """A draft of what the document says; `code` takes the place of its own. Raises InvalidDocument.

    It is a draft even where the document says that it was published; then a note says so.
    """
    if code is not None and isinstance(document, dict):
        document = document | {"code": code}
    faults = document_faults(document)
    if faults:
        raise InvalidDocument(faults)
    if Edition.objects.filter(code=document["code"]).exists():
        raise _taken()
    notes: list[Any] = []
    based_on = None
    if document["based_on"] is not None:
        based_on = Edition.objects.filter(code=document["based_on"]).first()
        if based_on is None:
            notes.append(
                _("The edition before, %(code)s, is not here: nothing is compared with it.")
                % {"code": document["based_on"]}
            )
    if document["publication"] is not None:
        notes.append(
            _("The file says that this edition was published (%(legal_basis)s); here it is a draft.")
            % {"legal_basis": document["publication"]["legal_basis"]}
        )
    edition = _begin(document["code"], title=document["title"], based_on=based_on)
    if by is not None:
        save_as(edition, by, "imported from a file")
    _create(edition, document)
    return Imported(edition, notes)


def _begin(code: str, **fields: Any) -> Edition:
    """Of two that import the same at once one makes it: the other waits for it here, and is told as ever."""
    try:
        with transaction.atomic():
            return Edition.objects.create(code=code, **fields)
    except IntegrityError:
        if Edition.objects.filter(code=code).exists():
            raise _taken() from None
        raise


def _taken() -> InvalidDocument:
    return InvalidDocument([DocumentFault("$.code", _("An edition with this code is here already."))])


# Faults


def document_faults(document: Any) -> list[DocumentFault]:
    """All that keeps the document from being an edition, in its order; the database is not asked."""
    faults = [
        DocumentFault(error.json_path, _problem(error))
        for error in sorted(_validator().iter_errors(document), key=lambda error: [str(one) for one in error.path])
    ]
    return faults or [*_unprintable(document, "$", "")] or [*_Document(document).faults()]


@functools.cache
def _validator() -> Any:
    strict = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _checker, value: isinstance(value, int) and not isinstance(value, bool)
    )
    kind = jsonschema.validators.extend(jsonschema.Draft202012Validator, type_checker=strict)
    return kind(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker(["date"]))


_PROBLEMS = {
    "type": _("Another kind of value is expected here: %(expected)s."),
    "enum": _("One of these is expected here: %(expected)s."),
    "maxLength": _("At most %(expected)s characters."),
    "minLength": _("At least %(expected)s character."),
    "maxItems": _("At most %(expected)s items."),
    "minItems": _("At least %(expected)s items."),
    "minimum": _("At least %(expected)s."),
    "maximum": _("At most %(expected)s."),
    "uniqueItems": _("Nothing may be here twice."),
    "format": _("A date such as 2026-01-31 is expected here."),
    "pattern": _("This is not of the form that is expected here."),
    "oneOf": _("This is not of the form that is expected here."),
}


def _problem(error: Any) -> Any:
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        return _("Missing here: %(keys)s.") % {"keys": ", ".join(missing)}
    if error.validator == "additionalProperties":
        unknown = [key for key in error.instance if key not in error.schema["properties"]]
        return _("Not known here: %(keys)s.") % {"keys": ", ".join(unknown)}
    expected = error.validator_value
    shown = ", ".join(map(str, expected)) if isinstance(expected, list) else expected
    return _PROBLEMS[error.validator] % {"expected": shown}


def _unprintable(value: Any, path: str, key: str) -> Iterator[DocumentFault]:
    """Characters that a text cannot hold for good: invisible ones, halves, spaces and letters that look like others.

    Nothing is mended here: emphasis counts characters, and a file that a program wrote can be written anew.
    """
    if isinstance(value, str):
        fault: Any = next(faults_of_kept(value), "")
        if not fault and "\n" in value and key not in _OF_SEVERAL_LINES:
            fault = _("a line break")
        if fault:
            yield DocumentFault(path, _("It cannot be kept as it is: %(fault)s.") % {"fault": fault})
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _unprintable(each, f"{path}.{name}", name)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unprintable(each, f"{path}[{index}]", key)


class _Document:
    """What refers to what, in a document of the right shape."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.standards = [
            (f"$.areas[{first}].standards[{second}]", standard)
            for first, area in enumerate(document["areas"])
            for second, standard in enumerate(area["standards"])
        ]
        self.recommendations = [
            (f"{path}.recommendations[{index}]", standard["number"], row)
            for path, standard in self.standards
            for index, row in enumerate(standard["recommendations"])
        ]
        self.labels = {(standard, row["number"]) for _path, standard, row in self.recommendations}
        self.occasions = {occasion["code"] for occasion in document["occasions"]}

    def faults(self) -> Iterator[DocumentFault]:
        areas = [(f"$.areas[{index}]", area) for index, area in enumerate(self.document["areas"])]
        for path, each in (*areas, *self.standards, *((path, row) for path, _of, row in self.recommendations)):
            try:
                validate_number(each["number"])
            except ValidationError as error:
                yield DocumentFault(f"{path}.number", error.messages[0])
        yield from _again((f"{path}.number", area["number"]) for path, area in areas)
        yield from _again((f"{path}.number", standard["number"]) for path, standard in self.standards)
        yield from _again((f"{path}.number", (standard, row["number"])) for path, standard, row in self.recommendations)
        yield from _again((f"{path}.lineage", row["lineage"]) for path, _of, row in self.recommendations)
        yield from _again(
            (f"$.occasions[{index}].code", occasion["code"])
            for index, occasion in enumerate(self.document["occasions"])
        )
        for path, standard, row in self.recommendations:
            yield from _emphasis_faults(path, row)
            yield from self._judging_faults(path, standard, row)

    def _judging_faults(self, path: str, standard: str, row: Mapping[str, Any]) -> Iterator[DocumentFault]:
        if row["occasion"] is not None and row["occasion"] not in self.occasions:
            yield DocumentFault(f"{path}.occasion", _("There is no such occasion in the file."))
        if row["excludes"] is not None:
            if tuple(row["excludes"]) not in self.labels:
                yield DocumentFault(f"{path}.excludes", _("There is no such recommendation in the file."))
            if tuple(row["excludes"]) == (standard, row["number"]):
                yield DocumentFault(f"{path}.excludes", _("It excludes itself."))
        for index, part in enumerate(row["parts"]):
            if not part.strip():
                yield DocumentFault(f"{path}.parts[{index}]", _("This is empty."))
        try:
            validate_channel_questions(row["channel_questions"])
        except ValidationError as error:
            yield DocumentFault(f"{path}.channel_questions", error.messages[0])
        if row["judged"] and row.get("repealed", False):
            yield DocumentFault(f"{path}.judged", _("It is repealed, yet this says how it is judged."))
        if not row["judged"]:
            for key, default in UNJUDGED.items():
                if row[key] != default:
                    yield DocumentFault(
                        f"{path}.{key}", _("Nobody has said how it is judged, yet this says something.")
                    )


def _again(places: Any) -> Iterator[DocumentFault]:
    seen = set()
    for path, value in places:
        if value in seen:
            yield DocumentFault(path, _("This was there before."))
        seen.add(value)


def _emphasis_faults(path: str, row: Mapping[str, Any]) -> Iterator[DocumentFault]:
    if len(row["points"]) != len(row["points_emphasis"]):
        yield DocumentFault(f"{path}.points_emphasis", _("As many as points are expected."))
    texts = [(f"{path}.emphasis", row["text"], row["emphasis"])] + [
        (f"{path}.points_emphasis[{index}]", text, emphasis)
        for index, (text, emphasis) in enumerate(zip(row["points"], row["points_emphasis"], strict=False))
    ]
    for place, text, emphasis in texts:
        try:
            validate_emphasis(emphasis)
        except ValidationError as error:
            yield DocumentFault(place, error.messages[0])
        else:
            if emphasis and emphasis[-1][1] > len(text):
                yield DocumentFault(place, _("Its emphasis reaches beyond the text."))


# Rows


def _create(edition: Edition, document: Mapping[str, Any]) -> None:
    """All rows of a document without faults, in a statement a table."""
    occasions = {
        one.code: one
        for one in Occasion.objects.bulk_create(
            Occasion(edition=edition, position=position, **occasion)
            for position, occasion in enumerate(document["occasions"], start=1)
        )
    }
    areas = Area.objects.bulk_create(
        Area(edition=edition, position=position, number=area["number"], title=area["title"])
        for position, area in enumerate(document["areas"], start=1)
    )
    written = [
        (area, standard) for area, of in zip(areas, document["areas"], strict=True) for standard in of["standards"]
    ]
    standards = Standard.objects.bulk_create(
        Standard(
            edition=edition,
            area=area,
            position=position,
            **{key: standard[key] for key in ("number", "title", "rationale")},
        )
        for position, (area, standard) in enumerate(written, start=1)
    )
    rows = [
        (standard, position, row)
        for standard, (_area, of) in zip(standards, written, strict=True)
        for position, row in enumerate(of["recommendations"], start=1)
    ]
    text = ("number", "text", "emphasis", "lineage", "wording_changed", "same_meaning")
    recommendations = Recommendation.objects.bulk_create(
        Recommendation(
            standard=standard,
            position=position,
            repealed=row.get("repealed", False),
            **{key: row[key] for key in text},
        )
        for standard, position, row in rows
    )
    by_label = {(one.standard.number, one.number): one for one in recommendations}
    Point.objects.bulk_create(
        Point(recommendation=recommendation, position=position, text=point, emphasis=emphasis)
        for recommendation, (_standard, _position, row) in zip(recommendations, rows, strict=True)
        for position, (point, emphasis) in enumerate(zip(row["points"], row["points_emphasis"], strict=True), start=1)
    )
    Assessability.objects.bulk_create(
        Assessability(
            recommendation=recommendation,
            occasion=occasions[row["occasion"]] if row["occasion"] is not None else None,
            excludes=by_label[tuple(row["excludes"])] if row["excludes"] is not None else None,
            **{key: row[key] for key in JUDGING},
        )
        for recommendation, (_standard, _position, row) in zip(recommendations, rows, strict=True)
        if row["judged"]
    )
