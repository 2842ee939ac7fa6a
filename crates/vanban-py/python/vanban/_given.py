"""What callers give, as bytes for the library."""
from __future__ import annotations

import csv
import datetime
import decimal
import io
import itertools
import json
from typing import Any

from ._vanban import Row


def record(given: Any) -> Any:
    """A row as it is; else JSON, which may be damaged: the library says how."""
    if isinstance(given, (bytes, Row)):
        return given
    return (given if isinstance(given, str) else json.dumps(given, default=_plain)).encode("utf-8", "surrogatepass")


def text(given: str | bytes) -> str:
    return given if isinstance(given, str) else given.decode("utf-8-sig")


def _plain(value: Any) -> Any:
    """What JSON has no form for: a day, a time, a number of numpy."""
    if isinstance(value, datetime.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, datetime.time):
        return value.strftime("%Hh%M")
    if not hasattr(value, "item"):
        raise TypeError(f"{value!r} cannot be a value of a record")
    return value.item()


def table(given: Any) -> bytes:
    """A file as it is; else the CSV of a frame of pandas or polars, or of rows, the first of which has the names."""
    if isinstance(given, (bytes, str)):
        return given if isinstance(given, bytes) else given.encode("utf-8", "replace")
    names = [name if isinstance(name, tuple) else (name,) for name in getattr(given, "columns", ())]
    # What stands above a column is its group; pandas counts the groups that have no name.
    header = [" / ".join(it for it in map(str, name) if not it.startswith("Unnamed: ")) for name in names]
    rows = given.iter_rows() if hasattr(given, "iter_rows") else given.itertuples(False, None) if header else given
    file = io.StringIO()
    # All in quotation marks: nothing but the semicolon can be taken for what separates the cells.
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([_cell(it) for it in row] for row in itertools.chain([header] if header else [], rows))
    return file.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str:
    """A value as Excel shows it in Vietnam."""
    if value is None or str(value) in ("nan", "NaT", "<NA>"):
        return ""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y %H:%M" if getattr(value, "hour", 0) or getattr(value, "minute", 0) else "%d/%m/%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%Hh%M")
    if isinstance(value, (float, decimal.Decimal)):
        # Programs keep 15 digits and show no more.
        return f"{decimal.Decimal(f'{value:.14e}').normalize():f}".replace(".", ",")
    return str(value).strip()
