"""What a call gives: plain values, which no handle of the library backs."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Tuple


@dataclass(frozen=True)
class Place:
    """Where something stands in the data, from 1. What does not apply is None.

    A text has lines and columns in characters, and the length of what is meant, 0 for the place alone; a workbook a sheet and
    a cell; a Word file or page a paragraph and perhaps a character, or a table with its row and column.
    """

    line: Optional[int] = None
    column: Optional[int] = None
    length: Optional[int] = None
    sheet: Optional[str] = None
    cell: Optional[str] = None
    paragraph: Optional[int] = None
    character: Optional[int] = None
    table: Optional[str] = None
    row: Optional[int] = None


@dataclass(frozen=True)
class Remedy:
    """What a caller can do about a finding besides changing the data: "force", "choose_face" …; subject: of which face or file."""

    what: str
    subject: str = ""


@dataclass(frozen=True)
class Finding:
    """One mistake in the data.

    rule: its stable code, "T3-01".  severity: "error", "warning" or "advice".  field: the path of English keys,
    "applications.received.total".  place: where it stands; None if that is not known.  message, hint: Chinese, for the clerk.
    values: the names and figures of the message, in its order; a name may come again.  waived: the reason, if the data waives it; a waived error stops nothing.
    remedies: what else the caller can do.  reviewed: who ticked it, and when.  told: all of it in lines for people, with the
    line of the data and carets below what is meant; empty in the answer of a command.
    """

    rule: str
    severity: str
    field: str
    place: Optional[Place]
    message: str
    hint: str
    waived: str = ""
    values: Tuple[Tuple[str, str], ...] = ()
    remedies: Tuple[Remedy, ...] = ()
    reviewed: str = ""
    told: str = ""

    @property
    def stops(self) -> bool:
        """Whether it stops an output: an error that is not waived."""
        return self.severity == "error" and not self.waived

    def __str__(self) -> str:
        return self.told or f"{self.rule} {self.field}: {self.message}" + (f"（{self.hint}）" if self.hint else "")


@dataclass(frozen=True)
class Figure:
    """A figure of the prose, and what it was held against.

    held: what came of it, "agrees", "contradicts" or "not_compared".  said: as it is written, with its unit.  against: the
    cell or sum with its value, or the message of the finding; empty if it was not compared.
    """

    field: str
    place: Optional[Place]
    said: str
    held: str
    against: str
    reviewed: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one report.

    status: "written", "unchanged" (the file was there already), "accepted" (checked, nothing was to be made), "refused" (there
    are errors, nothing was made); in the answer of a command also "failed" and "passed_over".  outputs: what was made in
    memory, by its name, "pdf".  files: what was written.  failure: why it failed.  figures: of the prose, if they were asked for.
    """

    file: str
    status: str
    findings: Tuple[Finding, ...]
    outputs: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    files: Tuple[str, ...] = ()
    agency: str = ""
    year: Optional[int] = None
    figures: Tuple[Figure, ...] = ()
    failure: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing was refused and nothing failed. A command that corrects or imports may write a file with errors left in it."""
        return self.status in ("written", "unchanged", "accepted")

    @property
    def content(self) -> bytes:
        """The only output, or the first of several. LookupError if none was made in memory."""
        for made in self.outputs.values():
            return made
        raise LookupError(f"{self.file}: {self.status}")


@dataclass(frozen=True)
class Answer:
    """What a command gives.

    exit: as the command line's: 0 all is well, 1 errors in the data, 3 the machine failed on a file.  files: what became of
    each.  text: what people read of it: a difference, rules, a schema, the help.  json: all that the command line prints with
    --format json, as Python reads it.
    """

    exit: int
    files: Tuple[Outcome, ...]
    text: str
    json: Mapping[str, Any] = field(repr=False)


def members(text: str) -> Any:
    """What JSON says."""
    return json.loads(text)


def _values(given: Dict[str, Any]) -> Tuple[Tuple[str, str], ...]:
    """Names and figures, a pair each; of a name that comes again JSON has a list."""
    return tuple((name, one) for name, texts in given.items() for one in (texts if isinstance(texts, list) else [texts]))


def _place(given: Optional[Dict[str, Any]]) -> Optional[Place]:
    known = Place.__dataclass_fields__
    return None if given is None else Place(**{name: value for name, value in given.items() if name in known})


def _finding(given: Dict[str, Any], told: str) -> Finding:
    return Finding(
        rule=given["rule"],
        severity=given["severity"],
        field=given["field"],
        place=_place(given["place"]),
        message=given["message"],
        hint=given["hint"],
        waived=given["waived"],
        values=_values(given["values"]),
        remedies=tuple(Remedy(remedy["what"], remedy.get("subject", "")) for remedy in given.get("remedies", ())),
        reviewed=given.get("reviewed", ""),
        told=told,
    )


def outcome(given: Dict[str, Any], told: Tuple[str, ...] = (), outputs: Optional[Dict[str, bytes]] = None) -> Outcome:
    """An outcome of its JSON, and of what is not in it."""
    only = (given["output"],) if given["output"] else ()
    return Outcome(
        file=given["file"],
        status=given["status"],
        findings=tuple(_finding(one, told[i] if told else "") for i, one in enumerate(given["findings"])),
        outputs=outputs or {},
        files=tuple(place for place in given.get("outputs", only) if place),
        agency=given.get("agency", ""),
        year=given.get("year"),
        figures=tuple(
            Figure(one["field"], _place(one["place"]), one["figure"], one["held"], one["against"], one.get("reviewed", ""))
            for one in given.get("evidence", ())
        ),
        failure=given.get("failure", ""),
    )
