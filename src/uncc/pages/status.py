"""The table of participants as a page, whose text fits a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from uncc.final_provisions import CONVENTION, EVERY_ACT, FOR_EVER, EntryIntoForce, Participation, Status, StatusTable
from uncc.kernel.between import day_text
from uncc.kernel.dates import Deadline
from uncc.kernel.facts import DayFact, NumberFact
from uncc.pages.page import Block, Page, Paragraph, Section, Table, Tree
from uncc.pages.trees import aside
from uncc.pages.words import count

__all__ = ["status_page"]

WIDTH = 79
_WIDTHS = (38, 12, 10, 10, 10, 10)
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


def status_page(table: StatusTable) -> Page:
    """Return the table as a page: entry into force and what is missing for it, then one row for each participant."""
    return Page(
        title=f"Status on {table.on}",
        sections=(Section("", tuple(_blocks(table))),),
        foot="Days are computed from the deposits in the file, by the clause stated above; what a file leaves out is "
        "not known here. Not legal advice.",
        width=WIDTH,
    )


def _blocks(table: StatusTable) -> Iterator[Block]:
    yield from map(Paragraph, _entry(table, table.entry_into_force))
    yield Tree((aside(table.entry_into_force.because.decisive()),))
    yield Paragraph(_completeness(table))
    yield from map(Paragraph, _counts(table.participants))
    if table.participants:
        yield _table(table.participants)


def _entry(table: StatusTable, entry: EntryIntoForce) -> Iterator[str]:
    clause = table.clause
    source = "Art. 65" if clause == CONVENTION else "as stated in the call"
    yield (
        f"Clause: {clause.instruments} instruments; day {clause.days} after the deposit that completes them; for later "
        f"ones day {clause.later_days} after their own, if that is later [{source}]."
    )
    counted = _instruments(entry.counted)
    if entry.because.is_unknown:
        first = entry.day.not_before
        told = (
            "Not in force, and whether"
            if first is not None and first > table.on
            else "Whether it is in force and whether"
        )
        yield f"{told} the number is complete is not determined: {counted}."
        return
    if entry.on is None and entry.because.is_no:
        yield f"Not in force: {counted}, {_missing(entry.missing)}."
        yield (
            f"Earliest day on which it can now enter into force: {table.earliest.on}, if all that is missing is "
            f"deposited on {table.on}."
        )
        return
    known = "a day that is not known exactly" if entry.on is None else str(entry.on.on)
    came = "In force since" if entry.on is None or entry.on.on <= table.on else "Enters into force on"
    by = f" by {' or '.join(entry.completed_by)}" if entry.completed_by else ""
    on = "" if entry.completed_on is None else f" on {day_text(entry.completed_on)}"
    yield f"{came} {known}: {counted}; the number was completed{on}{by}."


def _instruments(known: NumberFact) -> str:
    if known is None:
        return "how many instruments count is not known"
    return f"{count(known, 'instrument') if isinstance(known, int) else f'{known} instruments'} counted"


def _missing(known: NumberFact) -> str:
    return "how many are missing is not known" if known is None else f"{known} missing"


def _completeness(table: StatusTable) -> str:
    """Say until when and for which acts the file is complete, and how much of it is not shown."""
    acts = "all acts" if table.complete_for == EVERY_ACT else ", ".join(act.value for act in table.complete_for)
    until = "for ever" if table.complete_until == FOR_EVER else f"until {table.complete_until}"
    known = f"The file is complete {until}, as to: {acts}."
    if table.complete_until is None or not acts:
        known = "The file does not say that it is complete: what is not in it is not known."
    later = count(table.later_events, "event")
    return f"{known} {later} after this day: not shown." if table.later_events else known


def _counts(participants: Sequence[Participation]) -> Iterator[str]:
    found = [one.status for one in participants]
    counts = [f"{found.count(status)} {words}" for status, words in _WORDS.items() if status in found]
    yield f"Participants: {'; '.join(counts) or 'none'}."
    organizations = sum(one.organization for one in participants)
    marked = f"{organizations} of them, marked *, not counted" if organizations else "none is marked in the file"
    yield f"Regional economic integration organizations: {marked}."


def _table(participants: Sequence[Participation]) -> Table:
    """Return a row for each participant; a column of days in which there is none is left out."""
    rows = [_cells(one) for one in participants]
    shown = [column for column in range(len(_HEADINGS)) if column < 2 or any(row[column] for row in rows)]
    return Table(
        tuple(_HEADINGS[column] for column in shown),
        tuple(tuple(row[column] or "-" for column in shown) for row in rows),
        tuple(_WIDTHS[column] for column in shown),
    )


def _cells(one: Participation) -> tuple[str, ...]:
    mark = " *" if one.organization else ""
    return (
        one.participant + mark,
        _WORDS[one.status],
        _day(one.signed_on),
        "not known" if one.act is not None and one.deposited_on is None else _day(one.deposited_on),
        _on(one.in_force_on),
        _on(one.ends_on),
    )


def _day(known: DayFact) -> str:
    return "" if known is None else day_text(known)


def _on(deadline: Deadline | None) -> str:
    return "" if deadline is None else str(deadline.on)
