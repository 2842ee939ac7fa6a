"""What the library tells: problems, and what became of records."""
from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any, Literal, Mapping, Sequence

if TYPE_CHECKING:
    from ._renderer import Document


class Problem:
    """A fault of a record, or something that somebody should look at; each has what `vanban check --json` prints of it."""

    code: str  # its stable name: `signature.position_has_body`
    path: str  # its place in the record: `signature.position`
    term: str | None  # what the field is called in Vietnamese: `chức vụ`
    clause: str  # of the guidance: `05-HD/VPTW II.I.7.1.2`
    severity: Literal["error", "warning"]
    message: str  # a sentence in Vietnamese: what was found, what is expected
    remedy: str  # what to do, in Vietnamese
    place: str | None = None  # its place in a table: `cột “Số” (B7), “x”`
    cells: Sequence[Mapping[str, Any]] = ()  # the cells of the table
    in_form: str | None = None  # the sentence for who sees the field itself

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.__dict__.update(told)

    def as_dict(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self.__dict__ == other.__dict__

    def __str__(self) -> str:
        return f"{self.place or self.path}: {self.message}"

    def __repr__(self) -> str:
        return f"<{self.code} {self}>"


def problems(told: str) -> list[Problem]:
    return [Problem(it) for it in json.loads(told)]


class Error(Exception):
    """Why nothing was made: a wording, a form, a file or a mapping is wrong."""


class Invalid(Error):
    """A record has a wrong shape or breaks the rules: all problems at once, warnings too."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.problems = problems(told)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What became of a record of a batch."""

    index: int  # its place in the batch, from 0
    name: str  # its row, else the name of its files, else its place from 1
    state: Literal["written", "refused", "failed", "panicked", "omitted"]  # a second paper is omitted where the first is not made
    is_second: bool  # whether it is a second paper of the row before it
    problems: list[Problem]  # the warnings of a paper, or why a record was refused
    document: Document | None
    files: list[tuple[str, bytes]]  # no name comes twice in a batch
    message: str  # all that is to be said, a line each
