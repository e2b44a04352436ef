"""What a page of the desk shows: the question with its field, what has been said, how far one is, and the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from attrs import evolve
from drafts import WITH_GROUNDS, grounds, marks, offered, opened
from fields import LISTS, Field, Form, Written, choice_words, field_of, words_of
from markupsafe import Markup
from names import own
from news import OPEN_NOW, open_grounds, words_by_name
from sheets import Sheet, sheet
from sitting import LETTER, PURPOSES, Entry, Purpose, Sitting, Turn, is_letter
from specimens import specimen_of

from uncc.cases import LawReport, Report
from uncc.cases.ledger import place_in
from uncc.doors.case_file import ABSENT
from uncc.doors.key_words import points
from uncc.doors.open_points import CaseFile, places_of
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.explanation import subject_of
from uncc.kernel.facts import Question
from uncc.kernel.findings import Kind, Node, Truth
from uncc.kernel.roles import Role
from uncc.pages import shown
from uncc.pages.called import UNNAMED
from uncc.pages.documents import Blank, DocumentKind, Draft, DraftStatus

__all__ = ["View", "fragment"]

_DENIED = ("position.", "requesting.", "requested.")
"""Where the questions begin that are mostly answered with no."""
_STATES = {"requesting": "the requesting State", "requested": "the requested State"}


def fragment(told: Report | LawReport | Draft) -> Markup:
    """Return a report or a document as a piece of HTML, without its style sheet, which is a file of the desk.

    A document is open, but for the notes at the end of what is a draft: the page tells them in its own lists.
    """
    piece = shown(told).partition("</style>")[2].removesuffix("</div>")
    parts = piece.count("<details>") - (told.status is DraftStatus.DRAFT) if isinstance(told, Draft) else 0
    piece = _PLACE_OF_FILE.sub("", piece)
    return Markup(piece.replace("<details>", "<details open>", parts))  # it is escaped


_PLACE_OF_FILE = re.compile(r"\.? In the (case|letter) file: [a-z][\w.\[\]-]*")
"""What the library says to whoever writes the file by hand."""

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


class Asked(NamedTuple):
    """One question of several on a form: its field, who else can answer it, and why it is asked."""

    prompt: Prompt
    field: Field
    who: str
    why: tuple[str, ...]
    specimen: str
    """Of a text, what another case of the kind says there."""
    may_be_none: bool
    """Whether "there are none" is an answer: a paper says that by its silence."""


_BRIEF = {Truth.YES: "Yes", Truth.NO: "No", Truth.UNKNOWN: "Not yet known"}


def _listed(parts: Iterable[str]) -> str:
    """Return the parts of a form as its heading."""
    *most, last = dict.fromkeys("the two States" if " State" in part else part for part in parts)
    return words_of(f"{', '.join(most)} and {last}" if most else last)


class View:
    """Everything that the page shows after a post; what costs something is computed once, when it is asked for."""

    def __init__(self, turn: Turn, form: Form, *, is_form: bool = False) -> None:
        self.turn = turn
        self.sitting = turn.sitting
        self.interview = turn.sitting.interview
        self.faults = turn.faults
        self.news = turn.news
        self.written = Written(form if turn.faults else {}, turn.faults)
        questions = self.interview.questions
        postponed = self.interview.postponed
        self.upcoming = [one for one in questions if one.path not in postponed]
        self.put_off = [self.sitting.prompt(one.path) for one in questions if one.path in postponed]
        self.sheet = Sheet() if turn.at else sheet(self.sitting)
        at = turn.at.split() or [one.path for one in self.sheet.prompts]
        self.prompts = tuple(map(self.sitting.prompt, at))
        self.prompt: Prompt | None = self.prompts[0] if len(self.prompts) == 1 and not is_form else None
        self.report = self.interview.report
        self.progress = self.interview.progress
        self.words = words_by_name(self.sitting.told.report)

    # The question

    @property
    def at(self) -> str:
        """The place that is asked for, or those of a form; nothing where none is."""
        return " ".join(one.path for one in self.prompts)

    @property
    def path(self) -> str:
        """The place of a question that stands alone."""
        return "" if self.prompt is None else self.prompt.path

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to ask, or put off, and nothing is lacking."""
        return not (self.prompts or self.put_off or self.progress.left_open or self.lacking)

    @cached_property
    def form(self) -> dict[str, list[Asked]]:
        """The questions of a form by the part of the file to which they belong; none where one stands alone."""
        found: dict[str, list[Asked]] = {}
        for one in self.prompts if self.prompt is None else ():
            found.setdefault(self._part(one), []).append(self._asked(one))
        return found

    def denied(self, group: Iterable[Asked]) -> str:
        """Return the places of a group at which one tick can deny several: what a State judges, and what it did."""
        judged = [one.prompt for one in group if one.prompt.path.startswith(_DENIED)]
        paths = [one.path for one in judged if one.kind is ValueKind.YES_NO]
        return " ".join(paths) if len(paths) > 1 else ""

    def _part(self, prompt: Prompt) -> str:
        if is_letter(prompt.path):
            return "the document"
        if prompt.required:
            return "the case"
        sides = {one.path.partition(".")[0] for one in self.prompts if not one.required} & {*_STATES}
        of_state = self._of_state(prompt.path)
        return "the two States" if of_state and len(sides) > 1 else of_state or self.sitting.entry(prompt.path).part

    def _asked(self, prompt: Prompt) -> Asked:
        data = self.sitting.data(prompt.path)
        shown = self._day_of(prompt.path) if data is ABSENT else data
        field = field_of(prompt, prompt.path, shown, self.written)
        words = own(self._marked(prompt, on_form=True), self.sitting.side) or prompt.words
        who = prompt.asked_of if not prompt.asked_of or prompt.asked_of.words != self._we else None
        field = evolve(field, label=words_of(words), follows=self.follows(prompt))
        who_else = "" if who is None else _asked_of(who)
        may_be_none = prompt.kind in LISTS and not (is_letter(prompt.path) or self.sitting.is_paper(prompt.path))
        specimen = specimen_of(self.interview.kind, prompt.path) if prompt.kind is ValueKind.TEXT else ""
        return Asked(prompt, field, who_else, self._bearing(prompt), specimen, may_be_none)

    def _day_of(self, path: str) -> Any:
        """Return the day that a document or a case most likely has: that of the case, and of the case today."""
        if path == "as_of":
            return date.today().isoformat()
        is_dated = path == "letter.made_on" or (path == "request.made_on" and self.sitting.is_asking)
        return self.interview.document.get("as_of", ABSENT) if is_dated else ABSENT

    @property
    def _we(self) -> str:
        """On which side whoever sits at the desk is, in words; nothing where that is not known."""
        return {"ask": "requesting State", "reply": "requested State"}.get(self.sitting.side, "")

    def _bearing(self, prompt: Prompt) -> tuple[str, ...]:
        """Return the answers on which a question bears, each as what it says where it is yes."""
        return tuple(_unanswered(self.words[name]) for name in prompt.bears_on if name in self.words)

    def follows(self, prompt: Prompt) -> Mapping[str, str]:
        """Return what follows from each choice of a reading, as far as the file says enough; nothing for others."""
        if prompt.asked_of is not Role.INTERPRETER:
            return {}
        told, found = self.sitting.told, dict[str, str]()
        for choice in prompt.choices:
            report = told.answer(prompt.path, choice).report
            named = dict(report.named) if report is not None else {}
            nodes = [named[name] for name in prompt.bears_on if name in named and not named[name].is_unknown]
            words = {UNNAMED.about(subject_of(one), one.statement): one for one in nodes}
            so = [one for one, node in words.items() if node.is_yes]
            said = [*so, *(f"not so: {one}" for one, node in words.items() if node.is_no)]
            found[choice] = f"Then: {'; '.join(said)}." if said else "Nothing follows from it yet."
        return found

    @property
    def course(self) -> str:
        """What comes after the forms; nothing where something was asked for by name."""
        if not self.sheet.prompts:
            return ""
        then = {"ask": "Then comes the document.", "reply": "You can reply as soon as a ground is open."}
        return then.get(self.sitting.side, "")

    @property
    def _which(self) -> str:
        """Which form this is, of how many as things stand."""
        number = 1 + sum(" " in one and f"{LETTER}." not in one for one in self.sitting.asked)
        if self.sheet.is_further:
            return "One form more: your answers call for it"
        return f"Form {number} of {number + self.sheet.more}"

    @property
    def has_list(self) -> bool:
        """Whether one of several questions is a list, to which one more can be added."""
        return any(one.field.widget == "list" for group in self.form.values() for one in group)

    @cached_property
    def heading(self) -> str:
        """What is asked, in words: of a document that is being drafted, those of its mark."""
        prompt = self.prompt
        if self.form:
            return self._which if self.sheet.prompts else _listed(self.form)
        if prompt is None:
            return "The request is not complete" if self.lacking else "Nothing more to ask for now"
        if self.is_yes_no:
            return f"Is it so that {prompt.words}?"
        if marked := self._marked(prompt):
            return words_of(marked)
        if not self._is_shared:
            return words_of(prompt.words)
        if self.is_letter:
            return words_of(f"the document: {prompt.path.removeprefix(f'{LETTER}.').replace('_', ' ')}")
        return words_of(prompt.words)

    def _marked(self, prompt: Prompt, *, on_form: bool = False) -> str:
        """Return what the mark of a document says that is drafted, or comes at the end, where it asks for this."""
        marked = self._marks_to_come if on_form else self._marks
        open_here = [one for one in marked if f"{one.path}.".startswith(f"{prompt.path}.")]
        exact = [one.what for one in open_here if one.path == prompt.path]
        if exact or (open_here and not prompt.provisions and prompt.path != LETTER):
            return "; ".join(exact or [open_here[0].what])
        return ""

    @cached_property
    def _marks(self) -> tuple[Blank, ...]:
        return marks(self.sitting)

    @cached_property
    def _marks_to_come(self) -> tuple[Blank, ...]:
        purpose = self.sitting.purpose
        meant = "" if purpose is None or purpose.document is None else purpose.document.value
        return marks(evolve(self.sitting, draft=self.sitting.draft or meant))

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
        return self.prompt is not None and self.prompt.kind in LISTS

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
        return self._of_state(self.path)

    def _of_state(self, path: str) -> str:
        side = path.partition(".")[0]
        words = own(_STATES.get(side, ""), self.sitting.side)
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
        found = field_of(self.prompt, self.path, self.sitting.data(self.path), self.written)
        return evolve(found, follows=self.follows(self.prompt))

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, each with the control in which it is."""
        asked = [one.field for group in self.form.values() for one in group]
        return [found for field in ([self.field] if self.field else asked) for found in _problems(field, "")]

    @property
    def why(self) -> list[str]:
        """The answers on which the question bears."""
        return [*self._bearing(self.prompt)] if self.prompt else []

    @cached_property
    def settles(self) -> dict[str, list[str]]:
        """What each reply would settle."""
        if self.prompt is None or self.is_letter or self.report is None:
            return {}
        found = self.interview.settles(self.path)
        return {
            choice_words(self.prompt, reply): [_unanswered(self.words[name]) for name in names if name in self.words]
            for reply, names in found.items()
        }

    # What has been said

    @property
    def left_open(self) -> list[str]:
        """The answers that nobody can settle."""
        return [self.words[name] for name in self.progress.left_open if name in self.words]

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
    def invited(self) -> list[DocumentKind]:
        """The documents that one can now reply with on a ground, where the last answer has opened one."""
        is_new = any(one.startswith(OPEN_NOW) for one in self.news or ())
        return [one for one in self.documents if is_new and one in WITH_GROUNDS]

    @property
    def may_ask_what_decides(self) -> bool:
        """Whether whoever replies has no ground yet, and facts that are not answered could open one."""
        is_reply = self.sitting.side == "reply" and DocumentKind.REFUSAL in self.documents
        return is_reply and not opened(self.sitting) and bool(grounds(self.sitting, DocumentKind.REFUSAL))

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

    @property
    def to_say(self) -> list[str]:
        """The places at which the request can say what it lacks."""
        return list(dict.fromkeys(one.path for one in self.lacking if one.path))

    @cached_property
    def brief(self) -> list[tuple[str, str]]:
        """What the answers that are wanted come to, each in a line; of the grounds those that are open."""
        if self.report is None or not self.interview.wanted:
            return []
        wanted = {*self.progress.settled, *self.progress.waiting, *self.progress.left_open}
        named = {name: node for name, node in CaseFile(self.interview.text).findings.items() if name in wanted}
        grounds = {name: node.truth for name, node in named.items() if name.startswith("grounds.")}
        lines = [("Ground open", words) for words in open_grounds(grounds).values()]
        others = [node for name, node in named.items() if name not in grounds]
        unknown = [node for node in others if node.is_unknown]
        told = [node for node in others if not node.is_unknown or len(unknown) == 1]
        lines += [(_BRIEF[node.truth], words_of(node.statement)) for node in told]
        if len(unknown) > 1:
            lines.append((_BRIEF[Truth.UNKNOWN], f"{len(unknown)} answers"))
        if grounds:
            closed, unsure = ([*grounds.values()].count(truth) for truth in (Truth.NO, Truth.UNKNOWN))
            lines.append(("Other grounds", f"{closed} closed, {unsure} not determined"))
        return lines

    @cached_property
    def told(self) -> Markup | None:
        """The report."""
        return None if self.sitting.report is None else fragment(self.sitting.report)


def _problems(field: Field, around: str) -> Iterator[tuple[str, str]]:
    label = ", ".join(filter(None, (around, field.label)))
    for message in field.errors:
        yield field.id, f"{label}: {message}" if label else message
    for part in field.parts:
        yield from _problems(part, label)


def _asked_of(who: Role) -> str:
    """Return whom to ask; a reading is chosen by whoever keeps the file."""
    return "The choice is yours." if who is Role.INTERPRETER else f"Ask the {who.words}."


def _unanswered(words: str) -> str:
    return words.removeprefix("YES: ").removeprefix("NO: ")
