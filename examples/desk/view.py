"""What a page of the desk shows: the question with its field, what has been said, how far one is, and the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from drafts import marks, offered
from fields import Field, Form, Written, field_of, words_of
from markupsafe import Markup
from news import words_by_name
from sitting import LETTER, PURPOSES, Entry, Purpose, Sitting, Turn, is_letter

from uncc.cases.ledger import place_in
from uncc.doors.case_file import ABSENT
from uncc.doors.open_points import places_of
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.schema import points
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Kind, Node, Truth
from uncc.pages import shown
from uncc.pages.documents import DocumentKind

__all__ = ["View", "fragment"]

_LISTS = (ValueKind.LIST, ValueKind.TEXTS, ValueKind.CHOICES)
_STATES = {"requesting": "requesting State", "requested": "requested State"}


def fragment(told: Any, *, opened: bool = False) -> Markup:
    """Return a report or a draft as a piece of HTML, without its style sheet, which is a file of the desk."""
    piece = shown(told).partition("</style>")[2].removesuffix("</div>")
    return Markup(piece.replace("<details>", "<details open>") if opened else piece)  # it is escaped


Choice: TypeAlias = tuple[Node, int]


class Lack(NamedTuple):
    """Something that a request shall contain and does not: its words, its provisions, and where the file can say it."""

    words: str
    cited: str
    path: str
    choice: Choice | None = None
    """Where something else would do instead: what it is a choice of, and which of its ways this belongs to."""


def lacking(sitting: Sitting) -> list[Lack]:
    """Return what keeps a request from being complete, in the order of the text; nothing where all is there."""
    case, report = sitting.interview.case, sitting.interview.report
    conformity = None if report is None else dict(report.named).get("conformity")
    if case is None or conformity is None:
        return []
    where = places_of(case)
    found: dict[str, Lack] = {}
    for leaf, choice in _short(conformity, Truth.YES):
        path = place_in(where, leaf.about) if isinstance(leaf.about, Question) else ""
        stated = sitting.data(path) if path else ABSENT
        if leaf.is_unknown or choice is None or (sitting.is_paper(path) and stated in (ABSENT, None, False)):
            words = f"not known: whether {leaf.statement}" if leaf.is_unknown else leaf.statement
            before = next((one.choice for one in reversed(found.values()) if one.choice), None)
            joins = choice is not None and before is not None and choice[0] is before[0]
            join = "" if not joins else "and: " if choice == before else "or: "
            found[path or words] = Lack(f"{join}{words}", leaf.citation, path, choice)
    return [*found.values()]


def _short(node: Node, wanted: Truth, choice: Choice | None = None) -> Iterator[tuple[Node, Choice | None]]:
    """Yield the facts that keep a finding from being what is wanted, and the choice in which another would do."""
    if node.truth is wanted:
        return
    if not node.because:
        yield node, choice
    after = ~wanted if node.kind in {Kind.NOT, Kind.NONE} else wanted
    is_choice = node.kind is (Kind.ANY if wanted is Truth.YES else Kind.ALL)
    for way, part in enumerate(node.because):
        yield from _short(part, after, (node, way) if is_choice and choice is None else choice)


class View:
    """Everything that the page shows after a post; what costs something is computed once, when it is asked for."""

    def __init__(self, turn: Turn, form: Form) -> None:
        self.turn = turn
        self.sitting = turn.sitting
        self.interview = turn.sitting.interview
        self.faults = turn.faults
        self.news = turn.news
        self.written = Written(form if turn.faults else {}, turn.faults)
        questions = self.interview.questions
        postponed = self.interview.postponed
        self.upcoming = [one for one in questions if one.path not in postponed]
        self.put_off = [one for one in questions if one.path in postponed]
        self.prompt: Prompt | None = self.sitting.prompt(turn.at) if turn.at else next(iter(self.upcoming), None)
        self.report = self.interview.report
        self.progress = self.interview.progress
        self.words = words_by_name(self.report)

    # The question

    @property
    def path(self) -> str:
        """The place that is asked for; nothing where none is."""
        return "" if self.prompt is None else self.prompt.path

    @cached_property
    def heading(self) -> str:
        """What is asked, in words: of a document that is being drafted, those of its mark."""
        prompt = self.prompt
        if prompt is None:
            return "The request is not complete" if self.lacking else "Nothing more to ask for now"
        if self.is_yes_no:
            return f"Is it so that {prompt.words}?"
        open_here = [one for one in marks(self.sitting) if f"{one.path}.".startswith(f"{prompt.path}.")]
        exact = [one.what for one in open_here if one.path == prompt.path]
        if exact or (open_here and not prompt.provisions and not self.is_whole_letter):
            return words_of("; ".join(exact or [open_here[0].what]))
        if not self._is_shared:
            return words_of(prompt.words)
        if self.is_letter:
            return words_of(f"the document: {prompt.path.removeprefix(f'{LETTER}.').replace('_', ' ')}")
        entry = self.sitting.entry(prompt.path)
        return words_of(f"{entry.part}: {entry.words}")

    @property
    def hint(self) -> str:
        """What is meant, where the heading does not say it."""
        words = "" if self.prompt is None or self.is_yes_no else words_of(self.prompt.words)
        return "" if words == self.heading or self._is_shared else words

    @property
    def _is_shared(self) -> bool:
        """Whether the words of the question are said of several places together, so that they do not tell which."""
        if self.prompt is None or self.prompt.provisions or self.is_whole_letter:
            return False
        place = self.sitting.place(self.path)
        words = dict(points(place.holder))
        return [*words.values()].count(words.get(place.field, "")) > 1

    @property
    def is_letter(self) -> bool:
        """Whether it is what a document says beyond the case, or a part of that."""
        return is_letter(self.path)

    @property
    def is_whole_letter(self) -> bool:
        """Whether it is all that a document says beyond the case, which nobody need fill in."""
        return self.path == LETTER

    @property
    def is_yes_no(self) -> bool:
        """Whether the question is answered with yes or no."""
        return self.prompt is not None and self.prompt.kind is ValueKind.YES_NO

    @property
    def is_list(self) -> bool:
        """Whether "there are none" is an answer."""
        return self.prompt is not None and self.prompt.kind in _LISTS

    @property
    def is_silent(self) -> bool:
        """Whether the question is what stands in a paper, where silence is an answer."""
        return self.prompt is not None and not self.is_yes_no and self.sitting.is_paper(self.path)

    @property
    def may_be_unknown(self) -> bool:
        """Whether "not known" is an answer: not where the file cannot be read without one."""
        if self.prompt is None or self.prompt.required or self.is_letter:
            return False
        try:
            self.interview.answer(self.path, None)
        except (DocumentError, InvalidValue):
            return False
        return True

    @property
    def of_state(self) -> str:
        """Which State the question is about, where its words do not say."""
        side = self.path.partition(".")[0]
        words = _STATES.get(side, "")
        name = self.interview.document.get(side, {}).get("state", {}).get("name") if words else None
        return f"{words}, {name}" if name else words

    @property
    def now(self) -> str:
        """What the file says already."""
        return "" if self.prompt is None or self.is_letter else self.sitting.entry(self.path).value

    @cached_property
    def field(self) -> Field | None:
        """The field for the question."""
        if self.prompt is None:
            return None
        return field_of(self.prompt, self.path, self.sitting.data(self.path), self.written)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, each with the control in which it is."""
        return [] if self.field is None else list(_problems(self.field, ""))

    @property
    def why(self) -> list[str]:
        """The answers on which the question bears."""
        return [self.words.get(name, name) for name in (self.prompt.bears_on if self.prompt else ())]

    @cached_property
    def settles(self) -> dict[str, list[str]]:
        """What each reply would settle."""
        if self.prompt is None or self.is_letter or self.report is None:
            return {}
        found = self.interview.settles(self.path)
        return {reply: [_unanswered(self.words.get(name, name)) for name in names] for reply, names in found.items()}

    # What has been said

    @property
    def left_open(self) -> list[str]:
        """The answers that nobody can settle."""
        return [self.words.get(name, name) for name in self.progress.left_open]

    @cached_property
    def lines(self) -> dict[bool, dict[str, list[Entry]]]:
        """The lines that the file has (true), and those that it can have (false), each by its part of the file."""
        found: dict[bool, dict[str, list[Entry]]] = {True: {}, False: {}}
        for entry in self.sitting.entries():
            found[entry.stated].setdefault(entry.part, []).append(entry)
        return found

    @property
    def purposes(self) -> list[Purpose]:
        """What one can be here for in such a case."""
        return [one for one in PURPOSES if one.kind is self.interview.kind]

    @property
    def documents(self) -> list[DocumentKind]:
        """The documents that whoever sits at the desk would send; where that is not known, all."""
        return offered(self.sitting)

    @cached_property
    def lacking(self) -> list[Lack]:
        """What the request lacks, once no question would bring it: not for whoever was asked, and replies."""
        purpose = self.sitting.purpose
        is_ours = purpose is None or purpose.side != "reply"
        is_told = not self.upcoming or "conformity" in self.progress.settled
        return lacking(self.sitting) if is_ours and is_told else []

    @cached_property
    def told(self) -> Markup | None:
        """The report."""
        return None if self.report is None else fragment(self.report)


def _problems(field: Field, around: str) -> Iterator[tuple[str, str]]:
    label = ", ".join(filter(None, (around, field.label)))
    for message in field.errors:
        yield field.id, f"{label}: {message}" if label else message
    for part in field.parts:
        yield from _problems(part, label)


def _unanswered(words: str) -> str:
    return words.removeprefix("YES: ").removeprefix("NO: ")
