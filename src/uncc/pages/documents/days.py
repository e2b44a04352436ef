"""Where the days of a letter do not agree with each other, or with the case that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from uncc.cases import Report
from uncc.kernel.dates import Deadline
from uncc.kernel.roles import Role
from uncc.pages.documents.kinds import DocumentKind
from uncc.pages.documents.letter import Letter
from uncc.pages.documents.texts import day_words

__all__ = ["contradictions"]


def contradictions(kind: DocumentKind, letter: Letter, report: Report) -> Iterator[str]:
    """Yield each way in which a letter does not agree with itself or with its case, as a sentence."""
    header = report.header
    if kind.is_the_request:
        yield from _of_the_request(letter, report)
        dated = letter.made_on or header.made_on
    else:
        dated = letter.made_on
        yield from _before_its_request(kind, dated, report)
    yield from _among_themselves(letter, dated)
    if letter.consulted_on is not None:
        yield from _before("the consultation", letter.consulted_on, "the request was received", header.received_on)
    yield from _of_the_preservation(kind, letter, report)


def _of_the_request(letter: Letter, report: Report) -> Iterator[str]:
    header = report.header
    if None not in (letter.made_on, header.made_on) and letter.made_on != header.made_on:
        yield f"{_told(letter.made_on)}, while the case says that the request was made on {_said(header.made_on)}"
    elif letter.made_on is not None and header.received_on is not None and letter.made_on > header.received_on:
        yield f"{_told(letter.made_on)}, after the day on which the request was received, {_said(header.received_on)}"
    if None not in (letter.reference, header.reference) and letter.reference != header.reference:
        yield f"The letter has the reference {letter.reference}, while that of the request is {header.reference}"


def _before_its_request(kind: DocumentKind, dated: date | None, report: Report) -> Iterator[str]:
    """Yield that a document is older than the request that it is about; one may ask for an arrest before."""
    header = report.header
    if kind is DocumentKind.PROVISIONAL_ARREST_REQUEST or dated is None:
        return
    answers = kind.sender is Role.REQUESTED_STATE and header.received_on is not None
    day, what = (header.received_on, "received") if answers else (header.made_on, "made")
    yield from _before("the letter", dated, f"the request was {what}", day)


def _among_themselves(letter: Letter, dated: date | None) -> Iterator[str]:
    later = (
        ("the day on which it was sent", letter.sent_on),
        ("the day by which an answer is wished for", letter.reply_by),
        ("the last day that it names", letter.until),
        ("the day by which the request for extradition is to follow", letter.follows_by),
    )
    for what, on in later:
        if on is not None:
            yield from _before(what, on, "the letter was made", dated)
    if letter.consulted_on is not None and dated is not None and letter.consulted_on > dated:
        yield f"The consultation, {_said(letter.consulted_on)}, comes after the letter, {_said(dated)}"


def _before(what: str, on: date, other: str, than: date | None) -> Iterator[str]:
    if than is not None and on < than:
        yield f"{what[:1].upper()}{what[1:]}, {_said(on)}, comes before the day on which {other}, {_said(than)}"


def _of_the_preservation(kind: DocumentKind, letter: Letter, report: Report) -> Iterator[str]:
    """Yield what does not agree with the last day of the preservation, and with that of asking for an extension."""
    expires, until = report.expires_on, letter.until
    confirms = kind is DocumentKind.PRESERVATION_CONFIRMATION
    if confirms and expires is not None and until is not None and until != expires.on:
        yield f"The letter names {_said(until)} as the last day, while by the case it is {_said(expires.on)}"
    if kind is not DocumentKind.EXTENSION_REQUEST:
        return
    if expires is not None and until is not None and until <= expires.on:
        yield f"The extension is to end on {_said(until)}, no later than the preservation does now, {_said(expires.on)}"
    asked = next((duty.deadline for duty in report.duties if duty.id == "ask-for-extension"), None)
    if isinstance(asked, Deadline) and letter.made_on is not None and letter.made_on > asked.on:
        yield f"{_told(letter.made_on)}, after the last day of asking for an extension, {_said(asked.on)}"


def _told(on: date | None) -> str:
    return f"The letter is of {_said(on)}"


def _said(on: date | None) -> str:
    return "" if on is None else day_words(on)
