"""Findings as sentences of a letter: what is missing, and the reasons for what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from uncc.kernel.explanation import subject_of
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.places import in_words
from uncc.kernel.roles import Role
from uncc.pages.documents.denials import denied
from uncc.pages.page import Point

__all__ = ["carried_by", "missing", "particular", "reasons", "sentence", "to_ask", "to_decide", "with_details"]

_JUDGES = "the requested State considers that "
"""How a statement begins that is the requested State's own judgement."""
_ASKED_ITSELF = re.compile(r"^the requesting State(?= )")


def sentence(words: str) -> str:
    """Return words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]


def with_details(words: str, details: Iterable[str]) -> Point:
    """Return a point with what is said of it below."""
    return Point(words, below=tuple(map(Point, details)))


# What is missing


def missing(conformity: Finding) -> tuple[Finding, ...]:
    """Return the particulars of a request that are not there, or not known to be needed, in the order of the text."""
    return tuple(limb for limb in cast("tuple[Finding, ...]", conformity.because) if not limb.is_yes)


def particular(limb: Finding) -> Point:
    """Return one particular that is missing, with all that it still needs."""
    known = "missing" if limb.is_no else "not known to be there, or to be needed"
    return with_details(f"{sentence(limb.statement)} [{limb.citation}]: {known}", _needs(limb, tuple(_lacking(limb))))


def to_ask(limb: Finding) -> Point | None:
    """Return a particular as what the requesting State is asked to supply; `None` where that is not for it to say."""
    lacking = tuple(one for one in _lacking(limb) if one.is_no or _is_for_requesting_state(one))
    if not lacking:
        return None
    known = "" if limb.is_no else ": to be supplied, or to be said not to arise"
    return with_details(f"{sentence(limb.statement)} [{limb.citation}]{known}", _needs(limb, lacking))


def to_decide(limb: Finding) -> tuple[Finding, ...]:
    """Return what a particular needs that is not for the requesting State to say."""
    return tuple(one for one in _lacking(limb) if one.is_unknown and not _is_for_requesting_state(one))


def _is_for_requesting_state(lacking: Finding) -> bool:
    return any(question.asked_of is Role.REQUESTING_STATE for question in lacking.open_questions)


def _lacking(finding: Finding) -> Iterator[Finding]:
    """Yield every part that keeps a finding from being YES: what is needed together one by one, a choice as one."""
    if finding.kind is Kind.ALL:
        for limb in cast("tuple[Finding, ...]", finding.because):
            yield from _lacking(limb)
    elif not finding.is_yes:
        yield finding


def _needs(limb: Finding, lacking: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(f"Needed: {_choice(one)}" for one in lacking if one.because or one is not limb)


def _choice(finding: Node) -> str:
    """Return a part of a particular in words, its alternatives side by side."""
    if finding.kind is Kind.NOT:
        return denied(finding.because[0].statement)
    if finding.kind in {Kind.ANY, Kind.ALL}:
        together = ", or " if finding.kind is Kind.ANY else ", and "
        return together.join(_choice(limb) for limb in finding.because)
    return f"{_subject(finding)}{finding.statement}"


def _subject(finding: Node) -> str:
    subject = subject_of(finding)
    return f"{in_words(subject)}: " if subject else ""


# Reasons


def reasons(finding: Node) -> tuple[str, ...]:
    """Return all that carries a finding, each fact as a sentence with its provision."""
    return tuple(dict.fromkeys(_reason(one) for one in carried_by(finding) if not _parts(one)))


def carried_by(finding: Node) -> Iterator[Node]:
    """Yield a finding and everything below it that carries its answer, in the order of the text."""
    yield finding
    for limb in _carrying(finding):
        yield from carried_by(limb)


def _parts(finding: Node) -> tuple[Node, ...]:
    """Return the findings below one: of a comparison, none, since its days and amounts are no sentences."""
    return tuple(limb for limb in finding.live_limbs if isinstance(limb, Finding))


def _reason(finding: Node) -> str:
    return f"{sentence(f'{_subject(finding)}{_told(finding)}')} [{finding.citation}]"


def _told(finding: Node) -> str:
    """Return what is so or is not; of what is not known, who is to say it or to judge it."""
    words = finding.statement
    if finding.truth is Truth.YES:
        return words
    if finding.truth is Truth.NO:
        return denied(words)
    if isinstance(finding, Finding) and _is_for_requesting_state(finding):
        return f"the requesting State is asked whether {_ASKED_ITSELF.sub('it', words)}"
    if words.startswith(_JUDGES):
        return f"the requested State is considering whether {words.removeprefix(_JUDGES)}"
    return f"it is still open whether {words}"


def _carrying(finding: Node) -> tuple[Node, ...]:
    """Return every limb that carries the answer, not only the fewest that would do."""
    wanted = ~finding.truth if finding.kind in {Kind.NOT, Kind.NONE} else finding.truth
    parts = _parts(finding)
    return tuple(limb for limb in parts if limb.truth is wanted) or parts
