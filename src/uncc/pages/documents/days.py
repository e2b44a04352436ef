"""Where the days of a letter do not agree with each other, or with the case that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from attrs import frozen

from uncc.cases import Report
from uncc.kernel.dates import Deadline
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.roles import Role
from uncc.pages.documents.kinds import DocumentKind
from uncc.pages.documents.letter import Letter
from uncc.pages.documents.texts import day_words

__all__ = ["Disagreement", "contradictions", "dated"]


_LETTER = "letter."


@frozen(field_transformer=tuples_only)
class Disagreement(Model):
    """A day or a reference that does not agree with another: what is wrong, and the places that can put it right.

    A place that begins with `letter.` is one of the letter file, any other of the case file.
    """

    words: str
    paths: tuple[str, ...]

    def __str__(self) -> str:
        of_letter = [path.removeprefix(_LETTER) for path in self.paths if path.startswith(_LETTER)]
        of_case = [path for path in self.paths if not path.startswith(_LETTER)]
        files = (("letter", of_letter), ("case", of_case))
        places = (f"{' or '.join(places)} in the {which} file" for which, places in files if places)
        return f"{self.words}. To put it right: {' or '.join(places)}"


def dated(kind: DocumentKind, letter: Letter, report: Report) -> date | None:
    """Return the day of a document: its own, or else that of the case; of a request that has come by then, none."""
    header = report.header
    if letter.made_on is not None or not kind.is_the_request:
        return letter.made_on or header.as_of
    is_to_come = header.received_on is None or header.received_on >= header.as_of
    return header.made_on or (header.as_of if is_to_come else None)


def contradictions(kind: DocumentKind, letter: Letter, report: Report) -> Iterator[Disagreement]:
    """Yield each way in which a letter does not agree with itself or with its case."""
    day, made_on = dated(kind, letter, report), _place_of_day(kind, letter, report)
    if kind.is_the_request:
        yield from _of_the_request(letter, report)
    else:
        yield from _before_its_request(kind, (day, made_on), report)
    yield from _among_themselves(letter, (day, made_on))
    received = (report.header.received_on, "request.received_on")
    yield from _before("the consultation", (letter.consulted_on, _CONSULTED), "the request was received", received)
    if letter.consulted_on is not None and letter.consulted is False:
        yield Disagreement(
            "The letter has a day of the consultation, and says that there was none", (_CONSULTED, _HELD)
        )
    yield from _of_the_preservation(kind, letter, report)


_CONSULTED, _HELD, _MADE, _UNTIL = "letter.consulted_on", "letter.consulted", "letter.made_on", "letter.until"

Placed: TypeAlias = tuple[date | None, str]
"""A day, if any is known, and where it is said."""


def _place_of_day(kind: DocumentKind, letter: Letter, report: Report) -> str:
    of_case = kind.is_the_request and letter.made_on is None and report.header.made_on is not None
    return "request.made_on" if of_case else _MADE


def _of_the_request(letter: Letter, report: Report) -> Iterator[Disagreement]:
    header = report.header
    if None not in (letter.made_on, header.made_on) and letter.made_on != header.made_on:
        words = f"{_told(letter.made_on)}, while the case says that the request was made on {_said(header.made_on)}"
        yield Disagreement(words, (_MADE, "request.made_on"))
    elif letter.made_on is not None and header.received_on is not None and letter.made_on > header.received_on:
        received = _said(header.received_on)
        words = f"{_told(letter.made_on)}, after the day on which the request was received, {received}"
        yield Disagreement(words, (_MADE, "request.received_on"))
    if None not in (letter.reference, header.reference) and letter.reference != header.reference:
        words = f"The letter has the reference {letter.reference}, while that of the request is {header.reference}"
        yield Disagreement(words, ("letter.reference", "request.reference"))


def _before_its_request(kind: DocumentKind, day: Placed, report: Report) -> Iterator[Disagreement]:
    """Yield that a document is older than the request that it is about; one may ask for an arrest before."""
    header = report.header
    if kind is DocumentKind.PROVISIONAL_ARREST_REQUEST:
        return
    answers = kind.sender is Role.REQUESTED_STATE and header.received_on is not None
    received, made = (header.received_on, "request.received_on"), (header.made_on, "request.made_on")
    what, other = ("received", received) if answers else ("made", made)
    yield from _before("the letter", day, f"the request was {what}", other)


def _among_themselves(letter: Letter, day: Placed) -> Iterator[Disagreement]:
    later = (
        ("the day on which it was sent", (letter.sent_on, "letter.sent_on")),
        ("the day by which an answer is wished for", (letter.reply_by, "letter.reply_by")),
        ("the last day that it names", (letter.until, _UNTIL)),
        ("the day by which the request for extradition is to follow", (letter.follows_by, "letter.follows_by")),
    )
    for what, on in later:
        yield from _before(what, on, "the letter was made", day)
    held, made = letter.consulted_on, day[0]
    if held is not None and made is not None and held > made:
        words = f"The consultation, {_said(held)}, comes after the letter, {_said(made)}"
        yield Disagreement(words, (_CONSULTED, day[1]))


def _before(what: str, on: Placed, other: str, than: Placed) -> Iterator[Disagreement]:
    (day, place), (later, place_of_later) = on, than
    if day is not None and later is not None and day < later:
        first = f"{what[:1].upper()}{what[1:]}, {_said(day)}"
        yield Disagreement(f"{first}, comes before the day on which {other}, {_said(later)}", (place, place_of_later))


def _of_the_preservation(kind: DocumentKind, letter: Letter, report: Report) -> Iterator[Disagreement]:
    """Yield what does not agree with the last day of the preservation, and with that of asking for an extension."""
    expires, until = report.expires_on, letter.until
    confirms = kind is DocumentKind.PRESERVATION_CONFIRMATION
    if confirms and expires is not None and until is not None and until != expires.on:
        words = f"The letter names {_said(until)} as the last day, while by the case it is {_said(expires.on)}"
        yield Disagreement(words, (_UNTIL, "measure"))
    if kind is not DocumentKind.EXTENSION_REQUEST:
        return
    if expires is not None and until is not None and until <= expires.on:
        now = f"no later than the preservation does now, {_said(expires.on)}"
        yield Disagreement(f"The extension is to end on {_said(until)}, {now}", (_UNTIL,))
    asked, made = (duty.deadline for duty in report.duties if duty.id == "ask-for-extension"), letter.made_on
    for last in asked:
        if isinstance(last, Deadline) and made is not None and made > last.on:
            words = f"{_told(made)}, after the last day of asking for an extension, {_said(last.on)}"
            yield Disagreement(words, (_MADE,))


def _told(on: date | None) -> str:
    return f"The letter is of {_said(on)}"


def _said(on: date | None) -> str:
    return "" if on is None else day_words(on)
