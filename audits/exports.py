"""Files of tables as the audits hand them out: `standards/exports.py` writes them. And plain JSON values."""

import dataclasses
import datetime
from decimal import Decimal
from typing import Any

from audits.models.periods import Period
from standards.exports import (
    CSV_TYPE,
    XLSX_TYPE,
    Column,
    Kind,
    Sheet,
    Value,
    csv_bytes,
    csv_lines,
    csv_response,
    neutralised,
    write_xlsx,
    xlsx_bytes,
    xlsx_response,
)

__all__ = [
    "CSV_TYPE",
    "XLSX_TYPE",
    "Column",
    "Kind",
    "Sheet",
    "Value",
    "csv_bytes",
    "csv_lines",
    "csv_response",
    "neutralised",
    "plain",
    "write_xlsx",
    "xlsx_bytes",
    "xlsx_response",
]


def plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, days and instants as ISO text, decimals as numbers."""
    if isinstance(value, Period):
        return {
            "code": value.code,
            "label": value.label,
            "first_day": value.first_day.isoformat(),
            "last_day": value.last_day.isoformat(),
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
