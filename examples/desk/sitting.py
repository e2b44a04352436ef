"""One sitting at the desk: the whole of it travels in the form, and each post makes the next one from it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from attrs import evolve, frozen
from fields import Form, choice_words, first, read
from names import called, named, own, plain
from news import news_of

from uncc.cases import CaseKind, LawReport, Report
from uncc.doors.case_file import (
    ABSENT,
    Place,
    blank,
    fields_of,
    is_model,
    place_of,
    stated_at,
    with_value,
    without,
)
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile, specimen
from uncc.doors.prompts import Prompt, prompt_at
from uncc.doors.serial import case_class, from_json
from uncc.kernel.again import reopened
from uncc.kernel.errors import DocumentError, Fault, InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.papers import Paper
from uncc.kernel.rows import Rows
from uncc.pages.documents import DocumentKind, Letter

__all__ = [
    "DENIED",
    "LETTER",
    "PURPOSES",
    "Entry",
    "Purpose",
    "Sitting",
    "Turn",
    "begun",
    "held",
    "is_letter",
    "letter_of",
    "purpose_of",
]

MOST_OF_FILE = 100_000
"""The longest case file that the desk holds, in bytes; those of the examples have less than a tenth of that."""
LETTER = "letter"
"""The place of what a document says beyond the case."""


DENIED = "denied"
"""Under this name a form tells to which of its questions a blank is a no."""


def is_letter(path: str) -> bool:
    """Whether a place is in the letter and not in the case file."""
    return path == LETTER or path.startswith(f"{LETTER}.")


def held(interview: Interview) -> Interview:
    """Return an interview; `DocumentError` where its file is longer than what can travel in a form."""
    if len(interview.text.encode()) > MOST_OF_FILE:
        raise DocumentError([Fault("document", f"is longer than {MOST_OF_FILE} bytes, the most that the desk holds")])
    return interview


def letter_of(text: str) -> str:
    """Return the words of the letter as they travel; `DocumentError` with each fault within the letter."""
    text = text.strip() or "{}"
    try:
        from_json(text, Letter)
    except DocumentError as error:
        raise DocumentError([Fault(f"{LETTER}.{fault.path}", fault.message) for fault in error.faults]) from None
    return json.dumps(json.loads(text), ensure_ascii=False)


class Purpose(NamedTuple):
    """What somebody is at the desk for: its words, and the answers that are wanted for it; none: all."""

    name: str
    kind: CaseKind
    words: str
    wanted: tuple[str, ...] = ()
    document: DocumentKind | None = None
    """The document that is written for it, once nothing is left to ask."""

    @property
    def side(self) -> str:
        """On which side somebody sits: `ask`, `reply`, or `all` where that is not said."""
        return self.name.partition("/")[2]


_ASKED = ("in-force", "scope", "conformity")
PURPOSES = (
    Purpose(
        "preservation/ask",
        CaseKind.PRESERVATION,
        "Ask another State",
        (*_ASKED, "conditions"),
        DocumentKind.PRESERVATION_REQUEST,
    ),
    Purpose(
        "preservation/reply",
        CaseKind.PRESERVATION,
        "Reply to a request",
        ("in-force", "conditions", "conformity", "grounds", "reasons", "consultation-essential-interests"),
    ),
    Purpose("preservation/all", CaseKind.PRESERVATION, "All that the Convention says"),
    Purpose("assistance/ask", CaseKind.ASSISTANCE, "Ask another State", _ASKED, DocumentKind.ASSISTANCE_REQUEST),
    Purpose(
        "assistance/reply",
        CaseKind.ASSISTANCE,
        "Reply to a request",
        (*_ASKED, "grounds", "reasons", "consultation", "postponement"),
    ),
    Purpose("assistance/all", CaseKind.ASSISTANCE, "All that the Convention says"),
    Purpose(
        "confiscation/ask",
        CaseKind.CONFISCATION,
        "Ask another State",
        ("in-force", "conformity"),
        DocumentKind.CONFISCATION_REQUEST,
    ),
    Purpose(
        "confiscation/reply",
        CaseKind.CONFISCATION,
        "Reply to a request",
        ("in-force", "conditions", "conformity", "grounds", "reasons", "postponement"),
    ),
    Purpose("confiscation/all", CaseKind.CONFISCATION, "All that the Convention says"),
    Purpose(
        "extradition/reply",
        CaseKind.EXTRADITION,
        "Reply to a request",
        ("in-force", "extraditable", "obliged", "basis", "grounds"),
    ),
    Purpose("extradition/all", CaseKind.EXTRADITION, "All that the Convention says"),
    Purpose("domestic-law/all", CaseKind.DOMESTIC_LAW, "How far a law carries the offences"),
)


def purpose_of(name: str) -> Purpose:
    """Return a purpose by its name; `InvalidValue` where there is none."""
    for purpose in PURPOSES:
        if purpose.name == name:
            return purpose
    raise InvalidValue("purpose", name, "one of the purposes: choose one of them")


class Entry(NamedTuple):
    """One line of the file: the part that it belongs to, the place, what stands there, and whether anything does."""

    part: str
    path: str
    words: str
    value: str
    stated: bool


_NO_LINES = ("case", "$schema", "readings")
"""What is not answered as a whole: a reading is a line when it is chosen, and is asked for when it matters."""
_PARTS = {
    "position": "position of the requested State",
    "requesting": "requesting State",
    "requested": "requested State",
    "regime": "domestic law",
}


@frozen
class Sitting:
    """The interview, the places that were asked for in order, and what was said of a document."""

    interview: Interview
    asked: tuple[str, ...] = ()
    letter: str = "{}"
    draft: str = ""
    """The document that is being drafted."""
    grounds: tuple[str, ...] = ()
    """The grounds that were ticked for it, by name."""

    @classmethod
    def of(cls, form: Form) -> Sitting:
        """Return the sitting that a form carries; `DocumentError` and `InvalidValue` where somebody has spoilt it."""
        wanted = tuple(dict.fromkeys(form.get("wanted", ())))
        interview = Interview.of(first(form, "file"), wanted)
        postponed = tuple(dict.fromkeys(form.get("postponed", ())))
        return cls(
            evolve(interview, postponed=postponed),
            tuple(form.get("asked", ())),
            letter_of(first(form, LETTER)),
            first(form, "draft"),
            tuple(dict.fromkeys(form.get("ground", ()))),
        )

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """What the form carries, by name."""
        wanted, postponed = self.interview.wanted, self.interview.postponed
        lists = {"wanted": wanted, "postponed": postponed, "asked": self.asked, "ground": self.grounds}
        many = [(name, one) for name, listed in lists.items() for one in listed]
        return (("file", self.interview.text), (LETTER, self.letter), ("draft", self.draft), *many)

    @property
    def words(self) -> Any:
        """What was said of documents beyond the case, as data; empty where nothing was."""
        return json.loads(self.letter)

    @property
    def purpose(self) -> Purpose | None:
        """What the sitting is for, where it is one of the purposes that have a name."""
        kind, wanted = self.interview.kind, self.interview.wanted
        return next((one for one in PURPOSES if (one.kind, one.wanted) == (kind, wanted)), None)

    @cached_property
    def report(self) -> Report | LawReport | None:
        """The report. Whoever replies has the request on paper: what is not told of it yet is open, and not missing."""
        report = self.interview.report
        if not isinstance(report, Report) or self.side != "reply":
            return report
        silent = CaseFile(self.interview.text).silences.__contains__
        return evolve(
            report,
            answers=Rows(evolve(one, finding=reopened(one.finding, silent)) for one in report.answers),
            grounds=Rows(evolve(one, finding=reopened(one.finding, silent)) for one in report.grounds),
            duties=Rows(evolve(one, trigger=reopened(one.trigger, silent)) for one in report.duties),
        )

    @property
    def is_untold(self) -> bool:
        """Whether whoever replies has told nothing yet of what the request says."""
        told = self.interview.document.get("request") or {}
        return self.side == "reply" and not any(self.is_paper(f"request.{name}") for name in told)

    # Places of the file

    def place(self, path: str) -> Place:
        """Return a place of the case file, or of the letter."""
        if path == LETTER:
            return Place((LETTER,), None, LETTER, Letter)
        if is_letter(path):
            return place_of(Letter, self.words, path.removeprefix(f"{LETTER}."))
        return place_of(case_class(self.interview.kind), self.interview.document, path)

    @cached_property
    def told(self) -> Interview:
        """The interview, with something in the place of all without which there is no report."""
        if self.interview.report is not None:
            return self.interview
        return evolve(self.interview, text=specimen(self.interview.text))

    @cached_property
    def _asked(self) -> Mapping[str, Question]:
        return CaseFile(self.told.text).asked

    def prompt(self, path: str) -> Prompt:
        """Return the question for a place, under the one name that it has at the desk; `InvalidValue` for no place."""
        if not is_letter(path):
            return named(self.told.question(path), self.side)
        made = evolve(prompt_at(self.place(path)), path=path, required=False)
        if path != LETTER:
            return made
        parts = tuple(part for part in made.parts if part.path != "onward")
        return evolve(made, words="what the document says beyond the case file", parts=parts)

    @property
    def side(self) -> str:
        """On which side whoever sits at the desk is: `ask`, `reply`, or nothing."""
        return "" if self.purpose is None else self.purpose.side

    def around(self, path: str) -> str:
        """Return the place to ask for where a place is meant: a whole that must be told first, if it is in one."""
        whole = path.rpartition(".")[0]
        while whole and whole != LETTER:
            needed = any(part.required for part in prompt_at(self.place(whole)).parts)
            if needed and self.data(whole) in (ABSENT, None):
                path = whole
            whole = whole.rpartition(".")[0]
        return self.prompt(path).path

    def data(self, path: str) -> Any:
        """Return what stands at a place; `ABSENT` where nothing does."""
        if is_letter(path):
            return self.words if path == LETTER else stated_at(self.words, self.place(path))
        return stated_at(self.interview.document, self.place(path))

    @property
    def is_asking(self) -> bool:
        """Whether whoever sits at the desk writes the request."""
        return self.side == "ask"

    def rank(self, path: str) -> tuple[int, ...]:
        """Return where a place of the file stands in the order of the models, which is that of the text."""
        steps = path.split(".")
        places = [self.place(".".join(steps[: number + 1])) for number in range(len(steps))]
        return tuple([*fields_of(one.holder)].index(one.field) for one in places if is_model(one.holder))

    def is_paper(self, path: str) -> bool:
        """Whether a place is part of a paper, so that silence is an answer."""
        holder = self.place(path).holder
        return isinstance(holder, type) and issubclass(holder, Paper) and self.place(path).field in holder.contents()

    def entries(self) -> tuple[Entry, ...]:
        """Return every line that the file has or can have; an object that is not there yet is one line."""
        keys = blank(case_class(self.interview.kind))
        paths = _paths(keys, self.interview.document)
        return tuple(self.entry(path) for path in paths if path not in _NO_LINES)

    def entry(self, path: str) -> Entry:
        """Return one line of the file."""
        place, data = self.place(path), self.data(path)
        prompt = named(prompt_at(place, self._asked.get(place.path)), self.side)
        part, _, rest = path.replace("_", " ").partition(".")
        part = own(f"the {_PARTS.get(part, part)}", self.side) if rest else "the case"
        return Entry(part, place.path, prompt.words, _shown(prompt, data), data is not ABSENT)

    def called(self, path: str) -> str:
        """Return a place of the file, or of the letter, in words."""
        return called(lambda place: self.prompt(place).words, path)

    # What a post does

    def noted(self, path: str) -> Sitting:
        """Return the sitting in which a place, or those of a form, were asked for."""
        if all(map(is_letter, path.split())) or path in self.asked:
            return self
        return evolve(self, asked=(*self.asked, path))


def _paths(keys: Any, document: Any, path: str = "") -> Iterator[str]:
    """Yield the places of a file line by line: those of its model, and those below that the file states."""
    for name in dict.fromkeys([*(keys or {}), *document]):
        at = f"{path}.{name}".lstrip(".")
        below, value = (keys or {}).get(name), document.get(name)
        is_line = isinstance(value, dict) and {"currency", "at_least", "at_most"} & {*value}
        if isinstance(below, dict) or (isinstance(value, dict) and value and not is_line):
            yield from _paths(below, value or {}, at)
        else:
            yield at


def _shown(prompt: Prompt, data: Any) -> str:
    """Return what stands at a place in words: a choice in its own, and each part of an object as its question."""
    if data is ABSENT or data is None or isinstance(data, bool):
        return "" if data is ABSENT else "not known" if data is None else "yes" if data else "no"
    if isinstance(data, list):
        return "; ".join(_shown(prompt, one) for one in data) or "none"
    if isinstance(data, dict):
        if isinstance(listed := data.get("at_least"), list):
            return f"at least {_shown(prompt, listed)}"
        parts = {one.path: one for one in prompt.parts}
        told = {name: one for name, one in data.items() if one not in (None, [], {})}
        named = [_shown(parts.get(name, prompt), one) for name, one in told.items()]
        return ", ".join(named or [choice_words(prompt, name) for name in data])
    return choice_words(prompt, str(data))


# One post


class Turn(NamedTuple):
    """What a post comes to: the sitting, what to ask for (nothing: what is next), and what is wrong or new.

    `at` has one place, or those of a form with a blank between them.
    """

    sitting: Sitting
    at: str = ""
    faults: tuple[Fault, ...] = ()
    news: tuple[str, ...] | None = None


def begun(form: Form, sitting: Sitting) -> Turn:
    """Return what a post at a question, or a form of several, comes to, by the button that was pressed."""
    do, at = first(form, "do"), first(form, "at")
    if target := first(form, "go"):
        return Turn(sitting, " ".join(dict.fromkeys(map(sitting.around, target.split()))))
    if do == "back":
        return _back(sitting, at)
    if do == "anew":
        return Turn(evolve(sitting, interview=sitting.interview.asked_anew()))
    if do == "again":
        return Turn(evolve(sitting, interview=evolve(sitting.interview, postponed=())))
    if do == "purpose":
        purpose = purpose_of(first(form, "purpose"))
        interview = Interview.of(sitting.interview.text, purpose.wanted)
        return Turn(evolve(sitting, interview=evolve(interview, postponed=sitting.interview.postponed)))
    if do == "stay" or not at:
        return Turn(sitting)
    return _replied(form, sitting, at, do)


def _back(sitting: Sitting, at: str) -> Turn:
    """Return to the question, or the form, that was asked before; what was answered since stays."""
    place = sitting.asked.index(at) if at in sitting.asked else len(sitting.asked)
    return Turn(sitting, sitting.asked[place - 1] if place else at)


def _replied(form: Form, sitting: Sitting, at: str, do: str) -> Turn:
    after, faults = sitting, list[Fault]()
    paths = at.split()
    for path in paths:
        after = _after(form, after, sitting.prompt(path), _PUT_OFF_BLANKS if len(paths) > 1 else do, faults)
    if faults:
        return Turn(sitting, at, tuple(faults))
    told = news_of(sitting.interview, after.interview, lambda place: after.entry(place).words)
    stays = do == "more" or all(map(is_letter, paths))
    return Turn(after.noted(at), at if stays else "", news=told)


def _after(form: Form, sitting: Sitting, prompt: Prompt, do: str, faults: list[Fault]) -> Sitting:
    """Return the sitting after one reply; what is wrong with it joins the faults, and then it is as it was."""
    found, after = list[Fault](), sitting
    try:
        after = _answered(form, sitting, prompt, do, found)
    except DocumentError as error:
        found.extend(error.faults)
    except InvalidValue as error:
        found.append(Fault(prompt.path, f"“{_shown(prompt, error.value)}” is not {error.expected}"))
    faults.extend(_tied(sitting, fault, prompt) for fault in found)
    return sitting if found else after


def _answered(form: Form, sitting: Sitting, prompt: Prompt, do: str, faults: list[Fault]) -> Sitting:
    path, interview = prompt.path, sitting.interview
    if is_letter(path):
        return _with_letter(form, sitting, prompt, faults)
    if do == "later":
        return evolve(sitting, interview=interview.later(path))
    if do in _REPLIES:
        return evolve(sitting, interview=interview.answer(path, _REPLIES[do]))
    value = read(prompt, path, sitting.data(path), form, faults)
    if value is ABSENT and path in " ".join(form.get(DENIED, ())).split():
        value = False
    if value is ABSENT and not faults:
        if do == _PUT_OFF_BLANKS and not prompt.required:
            return evolve(sitting, interview=interview.later(path))
        other = "" if prompt.required else ", or choose another reply"
        faults.append(Fault(path, f"Nothing is answered yet: write or choose an answer{other}"))
    if faults:
        return sitting
    return evolve(sitting, interview=held(_meant(sitting, interview.answer(path, value), path)))


def _meant(sitting: Sitting, interview: Interview, path: str) -> Interview:
    """Return the interview with what the requesting State means by what it says itself, unless it is said otherwise."""
    fact = _MEANT.get(path, "")
    if not sitting.is_asking or not fact or sitting.data(fact) is not ABSENT:
        return interview
    return interview.answer(fact, value=True)


_MEANT = {"request.later_assistance": "request.intends_assistance"}
"""The facts that are so because a State says in its own request that it intends them (Art. 42(1), Art. 42(3)(f))."""


def _with_letter(form: Form, sitting: Sitting, prompt: Prompt, faults: list[Fault]) -> Sitting:
    """Return the sitting with what a document says beyond the case, or a part of that; what is empty is not there."""
    path = prompt.path
    value = read(prompt, path, sitting.data(path), form, faults)
    if path == LETTER:
        letter = {} if value is ABSENT else value
    elif value is ABSENT:
        letter = without(Letter, sitting.words, sitting.place(path))
    else:
        letter = with_value(Letter, sitting.words, sitting.place(path), value)
    text = letter_of(json.dumps(letter))
    return sitting if faults else evolve(sitting, letter=text)


_PUT_OFF_BLANKS = "answer what is not blank"
"""What is done at each question of a form of several."""
_REPLIES: dict[str, Any] = {"yes": True, "no": False, "unknown": None, "none": []}


def _tied(sitting: Sitting, fault: Fault, prompt: Prompt) -> Fault:
    """Return a fault at the field in which it is; at the question where it is elsewhere in the file."""
    path, said = prompt.path, plain(fault)
    for name in _names(fault.path.replace(".at_least", "")):
        if name == path or (name.startswith((f"{path}.", f"{path}[")) and prompt.parts):
            return Fault(name, said)
    return Fault(path, f"{sitting.called(fault.path)}: {said}")


def _names(path: str) -> Iterator[str]:
    """Yield a path, and every place around it."""
    while path:
        yield path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
