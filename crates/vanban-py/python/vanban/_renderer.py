"""The renderer and its papers."""
from __future__ import annotations

import dataclasses
import itertools
import json
import os
from typing import Any, Iterable, Iterator, Literal, Mapping, Sequence, Union

from . import _given, _vanban
from ._told import Outcome, Problem, problems

Row = _vanban.Row
Given = Union[Mapping[str, object], str, bytes, Row]  # a dict or a typed record, JSON, or the row of a table
Files = Union[Mapping[str, bytes], Iterable["tuple[str, bytes]"]]  # files by their names


class Document:
    """A paper that was checked and laid out. Its files are the same bytes each time."""

    def __init__(self, made: Any) -> None:
        warnings, file_name, page_count = made.said()
        self._made = made
        self.warnings: list[Problem] = problems(warnings)
        self.file_name: str = file_name  # without extension, in ASCII: nghi-quyet-05-nq-cb
        self.page_count: int = page_count

    def docx(self) -> bytes:
        return self._made.file("docx", False)

    def pdf(self) -> bytes:
        """PDF/A-2a and PDF/UA-1."""
        return self._made.file("pdf", False)

    def docx_with_data(self) -> bytes:
        """A DOCX that stores the record, which `Renderer.read` reads back."""
        return self._made.file("docx", True)

    def pdf_with_data(self) -> bytes:
        """A PDF (PDF/A-3a) that stores the record, which `Renderer.read` reads back, signed or not."""
        return self._made.file("pdf", True)

    @property
    def words(self) -> str:
        """The printed words in reading order, a line for each paragraph."""
        return self._made.words()

    @property
    def record(self) -> dict[str, Any]:
        return json.loads(self._made.record())


@dataclasses.dataclass(frozen=True)
class Table:
    """The records of a table: for `Renderer.batch`, one by one for `render` and `read`."""

    kind: str
    survey: str  # what of the table is taken and what is left out, in Vietnamese
    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


class Renderer:
    """Makes papers of records. Many threads may share one; while it works other Python code runs."""

    def __init__(
        self,
        profile: Literal["hd05", "hd36"] | None = None,  # the guidance for records that name none; 05-HD/VPTW (2026)
        *,
        two_sided: bool = False,
        fields: bool = False,  # the DOCX has fields for what is left open
        signature_fields: bool = False,  # the PDF has fields for the signatures
    ) -> None:
        self._made = _vanban.Renderer(profile, two_sided, fields, signature_fields)

    def add_form(self, zip: bytes) -> str:
        """Adds a form from the ZIP of its folder; gives the name of its kind."""
        self._made, name = self._made.with_form(zip)
        return name

    def add_criteria(self, toml: str | bytes) -> str:
        """Adds a criteria set; gives its id."""
        self._made, name = self._made.with_criteria(_given.text(toml))
        return name

    def kinds(self) -> dict[str, str]:
        """The kinds of records, with their Vietnamese terms."""
        return json.loads(self._made.kinds())

    def schema(self, kind: str) -> dict[str, Any]:
        """The JSON Schema of a kind."""
        return json.loads(self._made.schema(kind))

    def read(self, record: Given) -> dict[str, Any]:
        """Reads a record, also from a DOCX or PDF that stores it, without checking it against the rules."""
        return json.loads(self._made.read(_given.record(record)))

    def check(self, record: Given) -> list[Problem]:
        """All problems of a record."""
        return problems(self._made.check(_given.record(record)))

    def render(self, record: Given) -> Document:
        """Checks a record and makes its paper; raises `Invalid`."""
        return Document(self._made.render(_given.record(record)))

    def batch(
        self, records: Iterable[Given], *, formats: Sequence[str] = ("docx", "pdf"), jobs: int | None = None
    ) -> Iterator[Outcome]:
        """Makes the papers of many records, on a thread for each core unless `jobs` says otherwise."""
        jobs = jobs or os.cpu_count() or 1
        batch, records = self._made.batch(list(formats), jobs), iter(records)
        # Only so many are in memory.
        while given := [_given.record(it) for it in itertools.islice(records, 16 * jobs)]:
            for index, name, state, second, told, document, files, said in batch.run(given):
                made = document and Document(document)
                yield Outcome(index, name, state, second, problems(told), made, files, said)

    def table(
        self, source: Any, mapping: str | bytes | None = None, *, kind: str | None = None, sheet: str | None = None
    ) -> Table:
        """Reads an XLSX, ODS or CSV, a frame of pandas or polars, or rows, by a saved mapping (TOML)."""
        mapping = mapping and _given.text(mapping)
        return Table(*self._made.table(_given.table(source), mapping, (kind, sheet)))

    def mapping(self, source: Any, *, kind: str | None = None, sheet: str | None = None) -> str:
        """A mapping to start from, for a table: TOML with a question for each column that is not understood."""
        return self._made.mapping(_given.table(source), (kind, sheet))

    def summarize(self, records: Iterable[Given], of: Literal["month", "quarter", "half", "year"], office: Mapping[str, object]) -> dict[str, Any]:
        """The list of a period, from its evaluation forms; `office` has issuer, place, recipients, signature."""
        return json.loads(self._made.summarize([_given.record(it) for it in records], of, json.dumps(office)))

    def derive(self, records: Iterable[Given], to: str, *, row: int | None = None, criteria_set: str | None = None) -> dict[str, Any]:
        """The record that follows from others: `derive([minutes], "resolution")`."""
        given = [_given.record(it) for it in records]
        return json.loads(self._made.derive(given, (to, row, criteria_set)))

    def collect(self, files: Files, *, sent: Files = (), kind: str | None = None) -> dict[str, Any]:
        """Reads DOCX that came back, beside those that were sent: `taken`, `refused`, `not_returned`, `passed_over`."""
        named = [list(dict(it).items()) for it in (files, sent)]
        collected: dict[str, Any] = json.loads(self._made.collect(*named, kind))
        for taken in collected["taken"]:
            taken["record"] = json.loads(taken["record"])
        return collected
