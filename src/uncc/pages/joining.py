"""The ratification file as a page, and as the sheets of a workbook: one row for each act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from uncc.final_provisions import Status
from uncc.pages.page import Block, Entries, Entry, Heading, Page, Point, Points, Section, Table, Tree
from uncc.pages.trees import aside
from uncc.pages.words import cited, count
from uncc.review import JoiningAct, JoiningKind, JoiningStanding, RatificationFile

__all__ = ["ratification_page", "ratification_sheets"]

_WIDTHS = (36, 30, 13, 13)
_GLANCE = ("act", "provision", "standing", "day")


def ratification_page(file: RatificationFile) -> Page:
    """Return the file as a page: at a glance, and then each act with what it changes and how it can be worded."""
    return Page(
        title=f"Ratification file, United Nations Convention against Cybercrime: {file.state}",
        entries=tuple(_brief(file)),
        sections=(Section("At a glance", (_glance(file),)), *_sections(file)),
        foot=f"Computed by uncc {file.library} from the deposits, the review and the laws that were given, as of "
        f"{file.on}. Wordings are drafts in its own words; whose hand an act needs is practice. Not legal advice.",
        marks=tuple(dict.fromkeys(gap for act in file.acts for gap in act.gaps)),
    )


def _brief(file: RatificationFile) -> Iterator[Entry]:
    yield "State" if not file.organization else "Organization", file.state
    yield "As of", file.on.isoformat()
    yield "Status", _STATUS[file.status]
    yield (
        "Instrument",
        _instrument(file),
    )
    yield "Binds from", "not determined" if file.in_force_on is None else str(file.in_force_on)
    for standing in JoiningStanding:
        label = "To settle" if standing is JoiningStanding.TO_SETTLE else standing.words.capitalize()
        yield label, count(len(file.standing(standing)), "act")


def _instrument(file: RatificationFile) -> str:
    if file.deposit_on is None:
        return "no day named"
    return f"{'deposited' if file.deposit_on <= file.on else 'to be deposited'} on {file.deposit_on}"


_STATUS: Mapping[Status, str] = MappingProxyType(
    {
        Status.NONE: "has done nothing yet",
        Status.SIGNATORY: "has signed",
        Status.CONSENTED: "has deposited its instrument; the Convention does not bind it yet",
        Status.PARTY: "is a Party",
        Status.LEAVING: "is a Party, and has denounced the Convention",
        Status.FORMER_PARTY: "was a Party, and is none any more",
        Status.UNDETERMINED: "not determined",
    }
)


def _numbered(file: RatificationFile) -> Iterator[tuple[int, JoiningAct]]:
    """Yield the acts with their numbers, sort by sort."""
    return enumerate((act for kind in JoiningKind for act in file.of(kind)), 1)


def _glance(file: RatificationFile) -> Table:
    rows = ((f"{number} {_what(act)}", _where(act), act.standing.words, _day(act)) for number, act in _numbered(file))
    return Table(_GLANCE, tuple(rows), _WIDTHS)


def _what(act: JoiningAct) -> str:
    """Return an act at a glance: of a law what its article is about."""
    return act.provisions[0].article_title if act.kind is JoiningKind.LAW else act.act


def _where(act: JoiningAct) -> str:
    """Return the provisions at a glance: of a law its article alone."""
    return f"Art. {act.provisions[0].article}" if act.kind is JoiningKind.LAW else cited(act.provisions)


def _day(act: JoiningAct) -> str:
    return "" if act.due is None else act.due.on.isoformat()


def _sections(file: RatificationFile) -> Iterator[Section]:
    for kind in JoiningKind:
        acts = [(number, act) for number, act in _numbered(file) if act.kind is kind]
        if acts:
            yield Section(kind.words, tuple(block for number, act in acts for block in _act(file, number, act)))


def _act(file: RatificationFile, number: int, act: JoiningAct) -> Iterator[Block]:
    yield Heading(f"{number} {act.act[:1].upper()}{act.act[1:]}")
    yield Entries(tuple(_entries(file, act)))
    if act.details:
        yield Points(tuple(map(Point, act.details)))
    if act.finding is not None:
        yield Tree((aside(act.finding),))


def _entries(file: RatificationFile, act: JoiningAct) -> Iterator[Entry]:
    yield "Provision", f"{cited(act.provisions)}, {act.modality.words}"
    yield "Standing", act.standing.words
    yield "Whose act", f"{act.by.words}; by practice: {act.organ}"
    if act.to is not None:
        yield "To", act.to.words
    if act.standing is not JoiningStanding.DONE:
        yield "By when", f"{act.when}{_due(file, act)}"
    yield "What it changes", act.changes
    if act.wording:
        yield "Draft wording", act.wording


def _due(file: RatificationFile, act: JoiningAct) -> str:
    if act.due is None:
        return ""
    return f": {act.due}{', which has passed' if act.due.on < file.on else ''}"


_HEADER = (
    *("no.", "sort", "id", "act", "provision", "modality", "standing", "whose act", "by practice", "to"),
    *("by when", "day", "what it changes", "draft wording", "details"),
)


def ratification_sheets(file: RatificationFile) -> Mapping[str, Table]:
    """Return the file as tables by the names of their sheets: how things stand, and a row for each act."""
    stands = Table(("", ""), tuple(_brief(file)), (20, 60))
    rows = tuple(_row(number, act) for number, act in _numbered(file))
    return {"File": stands, "Acts": Table(_HEADER, rows, _SHEET)}


_SHEET = (5, 12, 20, 34, 18, 12, 12, 12, 26, 14, 24, 12, 44, 60, 60)
"""How wide each column is in a workbook, in characters."""


def _row(number: int, act: JoiningAct) -> tuple[str, ...]:
    return (
        *(str(number), act.kind.words, act.id, act.act, cited(act.provisions), act.modality.words, act.standing.words),
        *(act.by.words, act.organ, "" if act.to is None else act.to.words, act.when, _day(act)),
        *(act.changes, act.wording, "\n".join(act.details)),
    )
