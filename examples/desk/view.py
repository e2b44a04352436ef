"""What a page of the desk shows: the question with its field, what has been said, how far one is, and the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from fields import Field, Form, Written, field_of
from markupsafe import Markup
from sitting import LETTER, PURPOSES, Entry, Purpose, Sitting, Turn, is_letter, words_by_name

from uncc.cases import LawReport
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.roles import Role
from uncc.pages import shown
from uncc.pages.documents import DocumentKind

__all__ = ["WITH_GROUNDS", "View", "documents", "fragment", "grounds"]

WITH_GROUNDS = (DocumentKind.REFUSAL, DocumentKind.CONSULTATION)
"""The documents that are about a ground."""
_SENDERS = {"ask": Role.REQUESTING_STATE, "reply": Role.REQUESTED_STATE}
_LISTS = (ValueKind.LIST, ValueKind.TEXTS, ValueKind.CHOICES)
_STATES = {"requesting": "requesting State", "requested": "requested State"}


def fragment(told: Any, *, opened: bool = False) -> Markup:
    """Return a report or a draft as a piece of HTML, without its style sheet, which is a file of the desk."""
    piece = shown(told).partition("</style>")[2].removesuffix("</div>")
    return Markup(piece.replace("<details>", "<details open>") if opened else piece)  # it is escaped


def documents(sitting: Sitting) -> list[DocumentKind]:
    """Return the documents that there are for such a case."""
    case = sitting.interview.case
    return [] if case is None else [kind for kind in DocumentKind if case.case in kind.cases]


def grounds(sitting: Sitting, kind: DocumentKind) -> list[Any]:
    """Return the grounds that are open against the request, and then those that are not known to be closed."""
    report = sitting.interview.report
    if kind not in WITH_GROUNDS or report is None or isinstance(report, LawReport):
        return []
    return sorted((one for one in report.grounds if not one.finding.is_no), key=lambda one: one.finding.is_unknown)


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
        purpose = self.sitting.purpose
        sender = None if purpose is None else _SENDERS.get(purpose.name.partition("/")[2])
        return [kind for kind in documents(self.sitting) if sender in {None, kind.sender}]

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
