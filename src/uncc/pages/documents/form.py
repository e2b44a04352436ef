"""A draft as it is filled in: boxes in the order of the form, and blanks for what nobody has said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from uncc.cases import Report
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.explanation import explain
from uncc.kernel.findings import Finding
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.pages.documents.kinds import DocumentKind
from uncc.pages.documents.letter import Letter
from uncc.pages.documents.reasons import particular, with_details
from uncc.pages.page import Block, Entries, Entry, Page, Paragraph, Point, Points, Section
from uncc.pages.words import cited

__all__ = ["NOTES", "Blank", "Draft", "Form", "day_words"]

NOTES = "For whoever completes this draft (to be removed before it is sent)"
"""The title of the last part of every draft."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(on: date) -> str:
    """Return a day as a letter writes it, the same in every locale.

    >>> day_words(date(2028, 3, 9))
    '9 March 2028'
    """
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


@frozen(field_transformer=tuples_only)
class Blank(Model):
    """Something that the draft leaves open: its number, what is wanted, and where a file can say it."""

    number: int
    what: str
    authority: tuple[Provision, ...] = ()
    path: str = ""

    @property
    def mark(self) -> str:
        """What stands in the draft in its place."""
        return f"[TO BE COMPLETED {self.number}: {self.what}]"

    @property
    def words(self) -> str:
        """How it stands in the list at the end."""
        provisions = f" [{cited(self.authority)}]" if self.authority else ""
        place = self.path.removeprefix("letter.")
        where = "" if not place else f". In the {'case' if place == self.path else 'letter'} file: {place}"
        return f"{self.number}: {self.what}{provisions}{where}"


@frozen(field_transformer=tuples_only)
class Draft(Model):
    """A document as far as the case can fill it.

    - `document`: its boxes as a page, and at the end the list of what is open.
    - `blanks`: what is marked in it as to be completed, in order.
    - `missing`: the particulars that the Convention asks for and that are not there, or not known to be needed; for a
      request alone.
    """

    kind: DocumentKind
    document: Page
    blanks: tuple[Blank, ...]
    missing: tuple[Finding, ...] = ()


class Form:
    """Fills in one document: boxes are added in order, and what is not there becomes a blank."""

    def __init__(self, kind: DocumentKind, report: Report, letter: Letter) -> None:
        self.kind = kind
        self.report = report
        self.letter = letter
        self._blanks: list[Blank] = []
        self._boxes: list[Section] = []
        self._points: list[Point] = []

    # What stands in a box

    def said(self, value: object, what: str, *authority: Provision, path: str = "") -> str:
        """Return a value as text, or the mark of a blank where there is none."""
        if value is not None:
            return day_words(value) if isinstance(value, date) else str(value)
        blank = Blank(len(self._blanks) + 1, what, authority, path)
        self._blanks.append(blank)
        return blank.mark

    def box(self, title: str, *entries: Entry, lead: str = "", lists: Iterable[Points] = ()) -> None:
        """Add a box with its entries; a text of several lines becomes as many paragraphs.

        A label that only says again what the title of the box says is left out.
        """
        number = len(self._boxes) + 1
        named = tuple(("" if label == title else label, words) for label, words in entries)
        blocks: list[Block] = [Paragraph(lead)] if lead else []
        if named:
            blocks.append(Entries(tuple(_paragraphs(named))))
        self._boxes.append(Section(f"{number} {title}", (*blocks, *lists)))

    # What must be settled first

    def require(self, finding: Finding, needed: str) -> None:
        """Refuse to draft unless the finding is YES: say what is needed, and why it is not so."""
        if not finding.is_yes:
            known = "not so" if finding.is_no else "not determined"
            why = f"it needs that {needed}; that is {known}"
            raise NotDraftedError(self.kind.value, why, explain(finding.decisive()))

    def settle(self, words: str, finding: Finding) -> None:
        """Note for the author what a finding leaves in doubt or denies; nothing where it is YES."""
        if not finding.is_yes:
            self.note(f"{'Not so' if finding.is_no else 'Not determined'}: {words} [{finding.citation}]", finding)

    def note(self, words: str, finding: Finding | None = None) -> None:
        """Note something for the author, with what is open in it."""
        questions = () if finding is None else finding.open_questions
        self._points.append(with_details(words, (f"Open: {question}" for question in questions)))

    # The whole

    def draft(self, legal_basis: str, missing: tuple[Finding, ...] = (), *, about: str = "") -> Draft:
        """Return the draft, with the list of what is open at its end; its title says what it is `about`."""
        header, blanks = self.report.header, tuple(self._blanks)
        self.settle("the Convention is in force between the two States", self.report.answer("in-force").finding)
        document = Page(
            title=f"{self.kind.title}: {about}" if about else self.kind.title,
            entries=(
                ("Status", "Draft, not sent"),
                ("Between", f"{header.requesting} (requesting State) and {header.requested} (requested State)"),
                ("Legal basis", f"United Nations Convention against Cybercrime, {legal_basis}"),
            ),
            sections=(*self._boxes, self._notes(blanks, missing)),
            foot=f"Drafted by uncc {self.report.library} from the facts in the case file, as of "
            f"{day_words(header.as_of)}. Nothing in it is invented: what the file does not say is marked. "
            "Not legal advice.",
            marks=tuple(blank.mark for blank in blanks),
            is_form=True,
        )
        return Draft(self.kind, document, blanks, missing)

    def _notes(self, blanks: tuple[Blank, ...], missing: tuple[Finding, ...]) -> Section:
        lists = (
            Points(tuple(Point(blank.words) for blank in blanks), "To be completed"),
            Points(
                tuple(map(particular, missing)), "Asked for by the Convention, and not there or not known to be needed"
            ),
            Points(tuple(self._points), "To be settled first"),
        )
        filled = tuple(points for points in lists if points.points)
        return Section(NOTES, filled or (Paragraph("Nothing is open."),))


def _paragraphs(entries: Iterable[Entry]) -> Iterator[Entry]:
    for label, text in entries:
        first, *others = [line for line in text.splitlines() if line.strip()] or [text]
        yield label, first
        yield from (("", other) for other in others)
