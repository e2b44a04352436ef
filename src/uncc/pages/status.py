"""The table of participants as plain text that fits a terminal of 80 columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import wrap
from types import MappingProxyType

from uncc.final_provisions import CONVENTION, EntryIntoForce, Participation, Status, StatusTable
from uncc.kernel.dates import Deadline
from uncc.pages.layout import visible

__all__ = ["status_text"]

WIDTH = 79
LONGEST_NAME = 38
_HEADINGS = ("participant", "status", "signed", "deposited", "in force", "ends")
_WORDS = MappingProxyType(
    {
        Status.NONE: "-",
        Status.SIGNATORY: "signatory",
        Status.CONSENTED: "consented",
        Status.PARTY: "Party",
        Status.LEAVING: "leaving",
        Status.FORMER_PARTY: "former Party",
        Status.UNDETERMINED: "undetermined",
    }
)


def status_text(table: StatusTable) -> str:
    """Return the table as text: entry into force and what is missing for it, then one row for each participant."""
    return "\n".join(line.rstrip() for line in _lines(table)) + "\n"


def _lines(table: StatusTable) -> Iterator[str]:
    yield f"STATUS ON {table.on}"
    yield ""
    yield from _entry(table, table.entry_into_force)
    yield from _counts(table.participants)
    yield ""
    yield from _rows(table.participants)
    yield ""
    yield from _wrapped(
        "Days are computed from the deposits in the file, by the clause stated above; what a file leaves out is not "
        "known here. Not legal advice."
    )


def _wrapped(text: str) -> list[str]:
    kept = text.replace("Art. ", "Art.\N{NO-BREAK SPACE}")
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in wrap(visible(kept), WIDTH, break_on_hyphens=False)]


def _entry(table: StatusTable, entry: EntryIntoForce) -> Iterator[str]:
    clause = table.clause
    cited = "Art. 65" if clause == CONVENTION else "as stated in the call"
    yield from _wrapped(
        f"Clause: {clause.instruments} instruments; day {clause.days} after the deposit that completes them; for later "
        f"ones day {clause.later_days} after their own, if that is later [{cited}]."
    )
    counted = f"{entry.counted} instrument{'' if entry.counted == 1 else 's'} counted"
    if entry.on is None:
        yield from _wrapped(f"Not in force: {counted}, {entry.missing} missing.")
        yield from _wrapped(
            f"Earliest day on which it can now enter into force: {table.earliest.on}, if all that is missing is "
            f"deposited on {table.on}."
        )
        return
    came = "In force since" if entry.on.on <= table.on else "Enters into force on"
    yield from _wrapped(
        f"{came} {entry.on.on}: {counted}; the number was completed on {entry.completed_on} by "
        f"{' or '.join(entry.completed_by)}."
    )


def _counts(participants: Sequence[Participation]) -> Iterator[str]:
    found = [one.status for one in participants]
    counts = [f"{found.count(status)} {words}" for status, words in _WORDS.items() if status in found]
    yield from _wrapped(f"Participants: {'; '.join(counts) or 'none'}.")
    organizations = sum(one.organization for one in participants)
    marked = f"{organizations} of them, marked *, not counted" if organizations else "none is marked in the file"
    yield from _wrapped(f"Regional economic integration organizations: {marked}.")


def _rows(participants: Sequence[Participation]) -> Iterator[str]:
    rows = [_cells(one) for one in participants]
    shown = [column for column in range(len(_HEADINGS)) if column < 2 or any(row[column] for row in rows)]
    widths = [0, 12, 10, 10, 10, 10]
    name = widths[0] = min(LONGEST_NAME, WIDTH - sum(widths[column] + 2 for column in shown[1:]))
    yield _line([_HEADINGS[column] for column in shown], [widths[column] for column in shown])
    yield _line(["-" * widths[column] for column in shown], [widths[column] for column in shown])
    for row in rows:
        first, *rest = _name_lines(row[0], name)
        yield _line([first, *(row[column] or "-" for column in shown[1:])], [widths[column] for column in shown])
        yield from (f"  {part}" for part in rest)


def _cells(one: Participation) -> list[str]:
    mark = " *" if one.organization else ""
    return [
        visible(one.participant) + mark,
        _WORDS[one.status],
        str(one.signed_on or ""),
        str(one.deposited_on or ""),
        _on(one.in_force_on),
        _on(one.ends_on),
    ]


def _on(deadline: Deadline | None) -> str:
    return "" if deadline is None else str(deadline.on)


def _name_lines(name: str, width: int) -> list[str]:
    """Return a name on lines that fit its column, the later ones to be set in by two blanks."""
    lines = [""]
    for word in name.split(" "):
        for part in _parts(word, width - 2):
            together = f"{lines[-1]} {part}" if lines[-1] else part
            if _width(together) <= width - (2 if len(lines) > 1 else 0):
                lines[-1] = together
            else:
                lines.append(part)
    return lines


def _parts(word: str, width: int) -> Iterator[str]:
    """Yield a word in parts that fit, for names longer than a line."""
    part, used = "", 0
    for character in word:
        if used + _width(character) > width:
            yield part
            part, used = "", 0
        part, used = part + character, used + _width(character)
    yield part


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
