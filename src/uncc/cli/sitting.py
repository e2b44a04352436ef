"""One sitting in a terminal: the case that is asked for, and the document that is written from it, with its words.

What a document cannot do without is asked like any question: where the case has it, and where its author adds it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from uncc.cases import Report
from uncc.cases.report import GroundAnswer, named_grounds
from uncc.cooperation import Ground
from uncc.doors.case_file import (
    ABSENT,
    Place,
    fields_of,
    is_model,
    place_of,
    stated_at,
    with_value,
    without,
    without_nulls,
)
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile, papers_in, specimen
from uncc.doors.prompts import Prompt, prompt_at
from uncc.doors.serial import case_class, from_data
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.facts import FACT
from uncc.kernel.findings import Truth
from uncc.kernel.roles import Role
from uncc.pages.called import ground_words
from uncc.pages.documents import Blank, DocumentKind, Draft, DraftStatus, Letter, draft

__all__: list[str] = []

_LETTER = "letter."
"""Where the places of what a document says beyond its case begin."""
_GROUNDS = "grounds"
_NUMBER = re.compile(r"-\d+$")
_CONFORMITY = "conformity"
_ITS_DAY = MappingProxyType({True: "the day of the request", False: "the day of the letter"})
"""What is asked for where a request is written, or another document: the file stands on the same day."""
_EXTENT = "the part of the request that is refused; none: the whole of it"
_BESIDE = MappingProxyType({DocumentKind.REFUSAL: (Blank(0, _EXTENT, path=f"{_LETTER}extent"),)})
"""What a document can do without, but would say otherwise than its author means if he is not asked."""


def is_letter(path: str) -> bool:
    """Whether a place is in the letter and not in the case file."""
    return path.startswith(_LETTER)


@frozen(kw_only=True)
class Sitting:
    """The interview, and where a document is written from its case: which, on which grounds, and its own words.

    - `letter`: what the document says beyond the case, as data; `null` is "not known".
    - `put_off`: what of it was put off.
    """

    interview: Interview
    document: DocumentKind | None = None
    grounds: tuple[Ground, ...] = ()
    letter: Mapping[str, Any] = field(factory=dict[str, Any])
    put_off: tuple[str, ...] = ()

    @property
    def letter_text(self) -> str:
        """The words of the document as a file."""
        return json.dumps(self.letter, indent=2, ensure_ascii=False) + "\n"

    # On which grounds

    def resting_on(self, grounds: tuple[Ground, ...]) -> Sitting:
        """Return the sitting on a document that rests on these grounds, or else on any: all that bears on it is asked.

        What was wanted beside the document stays so.
        """
        beside = (one for one in self.interview.wanted if one not in self._answers(self.grounds))
        wanted = (*beside, *self._answers(grounds))
        return evolve(self, grounds=grounds, interview=evolve(self.interview, wanted=wanted))

    def _answers(self, grounds: tuple[Ground, ...]) -> list[str]:
        """Return the answers that the document needs on these grounds, or else on any, as far as the case has them."""
        rests = [f"{_GROUNDS}.{ground.value}" for ground in grounds] or [_GROUNDS]
        needed = () if self.document is None else self.document.answers
        meant = [one for name in needed for one in (rests if name == _GROUNDS else [name])]
        names = CaseFile(self.interview.text).names
        return [one for one in meant if any(name == one or name.startswith(f"{one}.") for name in names)]

    @property
    def grounds_to_name(self) -> tuple[Ground, ...]:
        """The grounds of which one can be named: several may be open, none is, and the document rests on grounds."""
        if self.grounds or self.document is None or _GROUNDS not in self.document.answers:
            return ()
        text = self.interview.text
        found = CaseFile(text if self.interview.case is not None else specimen(text)).findings
        of_grounds = {name: node for name, node in found.items() if name.startswith(f"{_GROUNDS}.")}
        may_be_open = {_ground_of(name) for name, node in of_grounds.items() if not node.is_no}
        is_open = any(node.is_yes for node in of_grounds.values())
        return () if is_open or len(may_be_open) < 2 else tuple(one for one in Ground if one.value in may_be_open)

    # What is asked

    @property
    def questions(self) -> tuple[Prompt, ...]:
        """Every question that still matters, in the order in which to ask.

        A particular that the document lacks is asked for although it can change no answer any more, and so is one it
        would tell as missing. Of a reply, the grounds come before what follows from them; a refusal without any needs
        no more. The author's own words come behind what the law asks for, and last what was put off.
        """
        asked = self.interview.questions
        if self.document is None or self.interview.report is None:
            return asked
        of_grounds = [one for one in asked if any(name.startswith(_GROUNDS) for name in one.bears_on)]
        if self.document is DocumentKind.REFUSAL and not of_grounds and not self._open_grounds():
            return ()
        first = [*of_grounds, *(one for one in asked if one not in of_grounds)]
        told = {one.path for one in first}
        first += [self._worded(path) for path in self._told_as_missing() if path not in told]
        blanks = [one for one in self._blanks.values() if not any(_overlap(one.path, other.path) for other in first)]
        lacking = [one for one in blanks if one.provisions and not is_letter(one.path)]
        lacking.sort(key=lambda one: self._rank(one.path))
        every = (*lacking, *first, *(one for one in blanks if one not in lacking))
        return tuple(sorted(every, key=lambda one: one.path in self.postponed))

    @property
    def postponed(self) -> tuple[str, ...]:
        """The places of what was put off, in the case and in the letter."""
        return (*self.interview.postponed, *self.put_off)

    def question(self, path: str) -> Prompt:
        """Return the question for a place of the case or the letter, whether or not it matters."""
        asked = self._blanks.get(path) or self._worded(path)
        is_its_day = path == "as_of" and self.document is not None and self.letter.get("made_on") is None
        return evolve(asked, words=_ITS_DAY[self._is_of_its_day], about="") if is_its_day else asked

    @property
    def answered(self) -> tuple[Prompt, ...]:
        """The question for everything that the case and the letter state."""
        return (*self.interview.answered, *(self._worded(f"{_LETTER}{name}") for name in self.letter))

    def stated(self, path: str) -> Any:
        """Return what is stated at a place; `ABSENT` where nothing is."""
        document = self.letter if is_letter(path) else self.interview.document
        return stated_at(document, self._place(path))

    def is_at_hand(self, path: str) -> bool:
        """Whether who writes the document can answer by himself: of a request that is his own, or lies before him."""
        of_paper = path.startswith(papers_in(case_class(self.interview.kind)))
        return of_paper and self.document is not None and (self.document.is_the_request or self.is_read(path))

    def is_read(self, path: str) -> bool:
        """Whether a paper that was received answers a question: who does not know what it says has not read it yet."""
        if self.document is None or self.document.sender is not Role.REQUESTED_STATE or is_letter(path):
            return False
        place = self._place(path)
        of_the_world = is_model(place.holder) and FACT in fields_of(place.holder)[place.field].metadata
        return place.path.startswith(papers_in(case_class(self.interview.kind))) and not of_the_world

    # What is answered

    def answer(self, path: str, value: Any) -> Sitting:
        """Return the sitting with an answer; `None` says that it is not known; errors as of an interview."""
        if is_letter(path):
            return self._with_letter(with_value(Letter, self.letter, self._place(path), value))
        interview = self.interview.answer(path, value)
        if path == "as_of" and self._is_of_its_day:
            interview = interview.answer("request.made_on", value)
        return evolve(self, interview=interview)

    def later(self, path: str) -> Sitting:
        """Return the sitting with a question put off to the end, and without any answer to it."""
        if not is_letter(path):
            return evolve(self, interview=self.interview.later(path))
        taken = self._with_letter(without(Letter, self.letter, self._place(path)))
        return evolve(taken, put_off=(*(one for one in self.put_off if one != path), path))

    def asked_anew(self) -> Sitting:
        """Return the sitting in which nothing was answered with "not known" yet."""
        return evolve(self, interview=self.interview.asked_anew(), letter=without_nulls(self.letter))

    # What is written

    def drafted(self, status: DraftStatus = DraftStatus.DRAFT) -> Draft:
        """Return the document as far as it can be filled; `NotDraftedError` as the library says."""
        case, kind = self.interview.case, self.document
        assert case is not None  # or nothing can be drafted
        assert kind is not None
        letter, grounds = from_data(self.letter, Letter), self.grounds or self._open_grounds()
        unasked = CaseFile(self.interview.text).silences
        try:
            return draft(case, kind, grounds=grounds, letter=letter, status=status, needed_only=True, unasked=unasked)
        except NotDraftedError:
            if grounds or _GROUNDS not in kind.answers:
                raise
            undetermined = dict.fromkeys(
                f"- not determined: {ground_words(one.ground, one.finding)}" for one in self._on_grounds(Truth.UNKNOWN)
            )
            raise NotDraftedError(kind.value, "no ground for it is open", "\n".join(undetermined)) from None

    def _open_grounds(self) -> tuple[Ground, ...]:
        return tuple(dict.fromkeys(one.ground for one in self._on_grounds(Truth.YES)))

    def _told_as_missing(self) -> tuple[str, ...]:
        """Return what the document would tell as missing, though nobody was asked whether the request says it."""
        rests_on_it = Ground.NON_CONFORMITY in (self.grounds or self._open_grounds())
        if self.document is DocumentKind.INFORMATION_REQUEST or (self.document is DocumentKind.REFUSAL and rests_on_it):
            return CaseFile(self.interview.text).silent_in(_CONFORMITY)
        return ()

    def _on_grounds(self, truth: Truth) -> Iterator[GroundAnswer]:
        """Yield the answers on grounds that are open, or not determined, where silence of a paper is no answer yet."""
        report = self.interview.report
        assert isinstance(report, Report)  # as of every case that has documents
        found = CaseFile(self.interview.text).findings
        named = zip(named_grounds(report.grounds), report.grounds, strict=True)
        yield from (one for (name, _), one in named if found[name].truth is truth)

    # Within

    @property
    def _is_of_its_day(self) -> bool:
        """Whether the file is told while the request is written, so that the day of the one is that of the other."""
        is_request = self.document is not None and self.document.is_the_request
        return is_request and self.stated("request.made_on") is ABSENT

    @cached_property
    def _blanks(self) -> Mapping[str, Prompt]:
        """The question for everything that the document cannot do without and nobody was asked for, by its place."""
        if self.document is None or self.interview.report is None:
            return {}
        try:
            blanks = self.drafted().blanks
        except NotDraftedError:
            return {}
        found = (self._asked_by(blank) for blank in (*_BESIDE.get(self.document, ()), *blanks) if blank.path)
        return {one.path: one for one in found if self.stated(one.path) is ABSENT}

    def _asked_by(self, blank: Blank) -> Prompt:
        """Return the question for a blank: of the letter, in the words of the blank, for the State that sends it."""
        asked = self._worded(self._whole(blank.path))
        if self.document is None or not is_letter(asked.path):
            return asked
        return evolve(asked, words=blank.what, provisions=blank.authority, asked_of=self.document.sender)

    def _whole(self, path: str) -> str:
        """Return the place to ask for where a place is meant: a whole that must be told first, if it is in one."""
        for whole in _around(path):
            if any(part.required for part in self._worded(whole).parts) and self.stated(whole) in (ABSENT, None):
                path = whole
        return path

    def _worded(self, path: str) -> Prompt:
        if not is_letter(path):
            return self.interview.question(path)
        asked = prompt_at(self._place(path))
        about = f"What is meant: {asked.words}." if is_model(self._place(path).holder) else ""
        return evolve(asked, path=path, about=about)

    def _place(self, path: str) -> Place:
        if is_letter(path):
            return place_of(Letter, self.letter, path.removeprefix(_LETTER))
        return place_of(case_class(self.interview.kind), self.interview.document, path)

    def _rank(self, path: str) -> tuple[int, ...]:
        """Return where a place of the case stands in the order of its models, which is that of the text."""
        places = map(self._place, (*reversed([*_around(path)]), path))
        return tuple([*fields_of(one.holder)].index(one.field) for one in places if is_model(one.holder))

    def _with_letter(self, letter: Mapping[str, Any]) -> Sitting:
        from_data(letter, Letter)  # or it is refused
        return evolve(self, letter=letter)


def _ground_of(name: str) -> str:
    """Return the id of the ground of a finding: of several offences each has its own."""
    return _NUMBER.sub("", name.partition(".")[2])


def _overlap(one: str, other: str) -> bool:
    """Whether one place is within the other, or the same."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _around(path: str) -> Iterator[str]:
    """Yield every place around a place that stands in the file, from within."""
    while (path := path.rpartition(".")[0]) and f"{path}." != _LETTER:
        yield path
