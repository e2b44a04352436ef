"""A draft as it is filled in: boxes in the order of the form, and blanks for what nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NoReturn, TypeAlias

from attrs import evolve, frozen

from uncc.cases import Request, assess
from uncc.kernel.decisive import turns_on
from uncc.kernel.duties import Duty
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.explanation import explain
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Node
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.places import in_words
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Reading
from uncc.kernel.roles import Role
from uncc.pages.called import UNNAMED
from uncc.pages.documents.days import Disagreement, contradictions, dated
from uncc.pages.documents.kinds import DocumentKind, DraftStatus
from uncc.pages.documents.letter import Letter
from uncc.pages.documents.reasons import particular, reasons, sentence, to_ask, with_details
from uncc.pages.documents.texts import day_words, in_line
from uncc.pages.page import Block, Entries, Entry, Page, Paragraph, Point, Points, Section
from uncc.pages.words import cited

__all__ = ["NOTES", "PRACTICE", "Blank", "Draft", "Form"]

NOTES = "For whoever completes this draft (to be removed before it is sent)"
"""The title of the last part of every draft."""
CONTRADICTORY = "Days that do not agree"
"""The title of the list of contradictions."""


LEFT_OUT = "[LEFT OUT]"
"""What stands in place of a mark that the document can do without, where only the others are wanted."""
PRACTICE = " (practice)"
"""How the name of a box or an entry ends that no provision asks for."""

_DAY_ASKED_ABOUT = re.compile(r" (?:on the day asked about|by the day)(?= \[)")
"""Words by which a finding refers to the day for which it was found."""

_ANSWERS = re.compile(r"^(?:yes|no): ")
"""With this begins an option that answers the question of its reading."""

Box: TypeAlias = tuple[str, str, tuple[Entry, ...], tuple[Points, ...]]
"""The title of a box, what leads it, its entries and its lists."""


@frozen(field_transformer=tuples_only)
class Blank(Model):
    """Something that the draft leaves open: its number, what is wanted, and where a file can say it.

    `optional`: it is a thing of practice, or one that a State need not ask for; the document can do without it.
    """

    number: int
    what: str
    authority: tuple[Provision, ...] = ()
    path: str = ""
    optional: bool = False

    @property
    def mark(self) -> str:
        """What stands in the draft in its place."""
        return f"[TO BE COMPLETED {self.number}: {self.what}]"

    @property
    def words(self) -> str:
        """How it stands in the list at the end."""
        provisions = f" [{cited(self.authority)}]" if self.authority else ""
        kind = "" if not self.optional else " (can be left out)" if self.authority else " (practice; can be left out)"
        place = self.path.removeprefix("letter.")
        where = "" if not place else f". In the {'case' if place == self.path else 'letter'} file: {place}"
        return f"{self.number}: {self.what}{provisions}{kind}{where}"


@frozen(field_transformer=tuples_only)
class Draft(Model):
    """A document as far as the case can fill it.

    - `document`: its boxes as a page, and at the end of a draft the list of what is open.
    - `status`: how far it has come; what is final or sent has neither marks nor that list.
    - `blanks`: what is marked in it as to be completed, in order; of what is final, what was left out.
    - `missing`: the particulars that the Convention asks for and that are not there, or not known to be needed; for a
      request alone.
    - `contradictions`: where the days of the letter do not agree with each other or with the case.
    - `unsettled`: what the author must settle first, as the list at the end tells it.
    - `open_questions`: the questions whose answers can still change what is missing or unsettled.
    """

    kind: DocumentKind
    document: Page
    blanks: tuple[Blank, ...]
    missing: tuple[Finding, ...] = ()
    status: DraftStatus = DraftStatus.DRAFT
    contradictions: tuple[Disagreement, ...] = ()
    unsettled: tuple[str, ...] = ()
    open_questions: tuple[Question, ...] = ()


class Form:
    """Fills in one document: boxes are added in order, and what is not there becomes a blank."""

    def __init__(
        self, kind: DocumentKind, case: Request, letter: Letter, status: DraftStatus, *, needed_only: bool = False
    ) -> None:
        self.kind = kind
        self.report = assess(case)
        self.letter = letter
        self.status = status
        self._needed_only = needed_only
        self._blanks: list[Blank] = []
        self._boxes: list[Box] = []
        self._points: list[Point] = []
        self._readings: dict[Reading, None] = {}
        self._chosen = frozenset(case.readings.choices)
        self._questions: list[Question] = []

    @property
    def is_draft(self) -> bool:
        """Whether it is still a draft."""
        return self.status is DraftStatus.DRAFT

    @property
    def dated(self) -> date | None:
        """The day of the document: its own, or else that of the case."""
        return dated(self.kind, self.letter, self.report)

    @property
    def request(self) -> str:
        """The request that a document is about: what for, whose, its day and reference, as far as they are known."""
        header, what = self.report.header, f"request for {self.report.case.value}"
        reference = "" if header.reference is None else f" ({in_line(header.reference)})"
        day = None if header.made_on is None else day_words(header.made_on)
        if self.kind.sender is Role.REQUESTING_STATE:
            return f"its {what}{'' if day is None else f' of {day}'}{reference}"
        return f"the {what} that {header.requesting} made{'' if day is None else f' on {day}'}{reference}"

    def named(self, words: str) -> str:
        """Return words of the library in which each of the two States has its name, and no day is asked about."""
        header, words = self.report.header, _DAY_ASKED_ABOUT.sub("", words)
        asking, asked = (re.compile(f"[Tt]he {which} State(?![a-z])") for which in ("requesting", "requested"))
        return asked.sub(lambda _: header.requested, asking.sub(lambda _: header.requesting, words))

    def _asked_of_author(self, what: str) -> str:
        """Return what is wanted as its author is asked for it, whose State is that of the sender."""
        return self.named(what.replace(f"the {self.kind.sender.words}", "your State"))

    # What stands in a box

    def said(  # a value, or else the gap that it leaves
        self,
        value: object,
        what: str,
        *authority: Provision,
        path: str = "",
        optional: bool = False,
        otherwise: str | None = None,
    ) -> str:
        """Return a value as text, or the mark of a blank where there is none: an optional one holds up nothing.

        `otherwise` is what stands in the place of an optional one where it is left out.
        """
        if value is not None:
            return day_words(value) if isinstance(value, date) else str(value)
        if optional and self._needed_only:
            return otherwise or LEFT_OUT
        blank = Blank(len(self._blanks) + 1, self._asked_of_author(what), authority, path, optional)
        self._blanks.append(blank)
        return blank.mark if self.is_draft else otherwise or blank.mark

    def box(self, title: str, *entries: Entry, lead: str = "", lists: Iterable[Points] = ()) -> None:
        """Add a box with its entries; a text of several lines becomes as many paragraphs.

        A label that only says again what the title of the box says is left out.
        """
        named = tuple(("" if label == title else label, words) for label, words in entries)
        self._boxes.append((title, lead, tuple(_paragraphs(named)), tuple(lists)))

    def duty(self, identifier: str) -> Duty | None:
        """Return a duty of the report by its id; `None` where the report has none."""
        return next((duty for duty in self.report.duties if duty.id == identifier), None)

    # On which reading it rests

    def item(self, finding: Finding) -> Point:
        """Return a finding with all that carries it, and keep the readings on which it rests."""
        self._readings |= dict.fromkeys(_taken(finding))
        told = reasons(finding) if finding.because else ()
        words = self.named(f"{sentence(finding.statement)} [{finding.citation}]")
        return with_details(words, map(self.named, told))

    def rest_on(self, finding: Node) -> None:
        """Keep the readings on which what is said rests, as far as whoever keeps the case has chosen them."""
        self._readings |= {taken: None for taken in _taken(finding) if taken in self._chosen}

    def readings_box(self) -> None:
        """Add the box that says on which reading of contested words the document rests; none where on no such."""
        points = tuple(Point(_as_read(taken)) for taken in self._readings)
        header, asks = self.report.header, self.kind.sender is Role.REQUESTING_STATE
        state = header.requesting if asks else header.requested
        lead = f"Here the Convention can be read in more than one way. {state} reads it as follows."
        if points:
            self.box("Reading of the Convention", lead=lead, lists=(Points(points),))

    # What must be settled first

    def refuse(self, why: str) -> NoReturn:
        """Refuse to draft, and say why."""
        raise NotDraftedError(self.kind.value, why)

    def require(self, finding: Finding, needed: str) -> None:
        """Refuse to draft unless the finding is YES: say what is needed, and why it is not so."""
        if not finding.is_yes:
            known = "not so" if finding.is_no else "not determined"
            why = f"it needs that {needed}; that is {known}"
            raise NotDraftedError(self.kind.value, why, explain(finding.decisive(), UNNAMED.of), finding.open_questions)

    def settle(self, words: str, finding: Finding) -> None:
        """Note for the author what a finding leaves in doubt or denies; nothing where it is YES."""
        if not finding.is_yes:
            self.note(f"{'Not so' if finding.is_no else 'Not determined'}: {words} [{finding.citation}]", finding)

    def note(self, words: str, finding: Finding | None = None) -> None:
        """Note something for the author, with what is open in it; what is asked of several things stands once.

        Where only what is needed is wanted, it is told who can say.
        """
        questions = () if finding is None else finding.open_questions
        self._questions += questions
        if questions and self._needed_only:
            who = dict.fromkeys(question.asked_of.words for question in questions)
            self._points.append(Point(f"{words} (ask: {', '.join(who)})"))
            return
        asked: dict[Question, list[str]] = {}
        for question in questions:
            asked.setdefault(evolve(question, name="", subject=""), []).append(in_words(question.subject))
        of_each = ((" and ".join(filter(None, about)), question) for question, about in asked.items())
        self._points.append(
            with_details(words, (f"Open: {f'{about}: ' if about else ''}{question}" for about, question in of_each))
        )

    # The whole

    def draft(self, legal_basis: str, missing: tuple[Finding, ...] = (), *, about: str = "") -> Draft:
        """Return the draft, with the list of what is open at its end; its title says what it is `about`.

        `NotDraftedError` for what is to be final, or is sent, and cannot be so yet.
        """
        self.settle("the Convention is in force between the two States", self.report.answer("in-force").finding)
        wrong = tuple(contradictions(self.kind, self.letter, self.report))
        if not self.is_draft:
            self._refuse_what_is_open(missing, wrong)
        header, blanks = self.report.header, tuple(self._blanks)
        document = Page(
            title=f"{self.kind.title}: {about}" if about else self.kind.title,
            entries=(
                *self._status(),
                ("Between", f"{header.requesting} (requesting State) and {header.requested} (requested State)"),
                ("Legal basis", f"United Nations Convention against Cybercrime, {legal_basis}"),
            ),
            sections=tuple(self._sections(missing, wrong)),
            foot=self._foot(),
            marks=self._marks(),
            is_form=True,
            ends_apart=self.is_draft,
        )
        unsettled = tuple(point.words for point in self._points)
        asked = dict.fromkeys([*(one for limb in missing for one in limb.open_questions), *self._questions])
        return Draft(self.kind, document, blanks, missing, self.status, wrong, unsettled, tuple(asked))

    def _status(self) -> Iterator[Entry]:
        if self.is_draft:
            yield "Status", "Draft, not sent"
        elif self.status is DraftStatus.SENT:
            on = self.letter.sent_on or self.dated
            yield "Status", "Sent" if on is None else f"Sent on {day_words(on)}"

    def _foot(self) -> str:
        if not self.is_draft:
            return ""
        header = self.report.header
        return (
            f"Drafted by uncc {self.report.library} from the facts in the case file, as of {day_words(header.as_of)}. "
            "Nothing in it is invented: what the file does not say is marked. Not legal advice."
        )

    def _marks(self) -> tuple[str, ...]:
        return tuple(blank.mark for blank in self._blanks)

    def _sections(self, missing: tuple[Finding, ...], wrong: tuple[Disagreement, ...]) -> Iterator[Section]:
        """Yield the boxes with their numbers: all of a draft, and below them its notes; or those that say something."""
        left_out = (LEFT_OUT,) if self.is_draft else (LEFT_OUT, *self._marks())
        boxes = (
            [_settled(*box, left_out) for box in self._boxes] if self._needed_only or not self.is_draft else self._boxes
        )
        filled = (box for box in boxes if box[2] or box[3])
        for number, (title, lead, entries, lists) in enumerate(filled, 1):
            blocks: tuple[Block, ...] = (Paragraph(lead),) if lead else ()
            entered: tuple[Block, ...] = (Entries(entries),) if entries else ()
            yield Section(f"{number} {title}", (*blocks, *entered, *lists))
        if self.is_draft:
            yield self._notes(missing, wrong)

    def _notes(self, missing: tuple[Finding, ...], wrong: tuple[Disagreement, ...]) -> Section:
        lists = (
            Points(tuple(Point(str(one)) for one in wrong), CONTRADICTORY),
            Points(() if self._needed_only else tuple(Point(blank.words) for blank in self._blanks), "To be completed"),
            Points(
                tuple(map(particular, missing)), "Asked for by the Convention, and not there or not known to be needed"
            ),
            Points(tuple(self._points), "To be settled first"),
        )
        filled = tuple(points for points in lists if points.points)
        open_still = "What is marked is to be completed." if self._blanks else "Nothing is open."
        return Section(NOTES, filled or (Paragraph(open_still),))

    def _refuse_what_is_open(self, missing: tuple[Finding, ...], wrong: tuple[Disagreement, ...]) -> None:
        """Refuse what is to be final while a gap stands that it cannot do without, or its days do not agree.

        What is not for the requesting State to say, such as whether a language is accepted, does not hold it up.
        """
        told = [particular(limb) for limb in missing if to_ask(limb) is not None]
        lines = [
            *(f"- {words}" for words in wrong),
            *(f"- to be completed, {blank.words}" for blank in self._blanks if not blank.optional),
            *(f"- {point.words}" for point in told),
        ]
        if lines:
            why = f"it is not {self.status.value} while this stands open"
            raise NotDraftedError(self.kind.value, why, "\n".join(lines))


def _taken(node: Node) -> tuple[Reading, ...]:
    """Return the readings that are taken of contested words, and of which another would give another answer."""
    return tuple(one.chosen for one in turns_on(node) if one.chosen is not None)


def _as_read(taken: Reading) -> str:
    """Return a reading as a statement, which answers no question before it."""
    return f"{sentence(_ANSWERS.sub('', taken.words))} [{cited(taken.authority)}]"


def _settled(
    title: str, lead: str, entries: tuple[Entry, ...], lists: tuple[Points, ...], marks: tuple[str, ...]
) -> Box:
    """Return a box without the lines that hold a mark, and without the word that something is practice."""
    return title.removesuffix(PRACTICE), lead, tuple(_without(entries, marks)), lists


def _without(entries: tuple[Entry, ...], marks: tuple[str, ...]) -> Iterator[Entry]:
    """Yield the entries without the lines that hold a mark; a label stays with what else stands beside it."""
    pending = ""
    for label, words in entries:
        pending = label.removesuffix(PRACTICE) or pending
        if not any(mark in words for mark in marks):
            yield pending, words
            pending = ""


def _paragraphs(entries: Iterable[Entry]) -> Iterator[Entry]:
    for label, text in entries:
        first, *others = [line for line in text.splitlines() if line.strip()] or [text]
        yield label, first
        yield from (("", other) for other in others)
