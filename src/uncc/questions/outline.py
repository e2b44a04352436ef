"""What `explore` and `diff` return, as trees of points for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from uncc.kernel.facts import Question
from uncc.kernel.findings import Truth
from uncc.kernel.markup import Point
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Reading
from uncc.questions.difference import Difference
from uncc.questions.exploration import Exploration, Weight

__all__ = ["difference_outline", "exploration_outline"]

MOST_ROWS = 32
_WEIGHTS = ("question", "it alone decides in", "who can answer")


def exploration_outline(found: Exploration) -> Point:
    """Return an exploration as a tree of points: how many completions have each answer, the weights, and the rows."""
    finding = found.finding
    counted = f"{found.yes} YES, {found.no} NO, {found.unknown} UNKNOWN, of {found.total}"
    below = [Point(counted, "Completions:")]
    if found.weights:
        weights = tuple(_weight(weight) for weight in found.weights)
        below.append(Point("the heaviest question first", "Weights:", table=(_WEIGHTS, *weights)))
        below.append(_rows(found))
    return Point(finding.statement, finding.truth.name, finding.citation, tuple(below))


def _weight(weight: Weight) -> tuple[str, ...]:
    question = weight.question
    asked = f"{_said(question)} [{_cited(question.authority)}]"
    return asked, f"{weight.pivotal} of {weight.total}", question.asked_of.words


def _rows(found: Exploration) -> Point:
    first = list(islice(found.rows(), MOST_ROWS))
    shown = "all of them" if found.total <= MOST_ROWS else f"the first {MOST_ROWS} of {found.total}"
    cells = (tuple(_cell(value) for value in row.values()) for row in first)
    return Point(shown, "Rows:", table=(tuple(first[0]), *cells))


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def difference_outline(changed: Difference) -> Point:
    """Return a difference as a tree of points: the answer, then each fact, reading and limb that is not as it was."""
    after = changed.after
    points = tuple(_changes(changed)) or (Point("nothing", "Changed:"),)
    return Point(after.statement, _move(changed.before.truth, after.truth), after.citation, points)


def _changes(changed: Difference) -> Iterator[Point]:
    for fact in changed.facts:
        words = f"{_said(fact.question)}{' (the answer rests on it)' if fact.decisive else ''}"
        yield Point(words, f"fact {_move(fact.before, fact.after)}", _cited(fact.question.authority))
    for one in changed.readings:
        words = f"{one.reading.question} {_option(one.before)} -> {_option(one.after)}"
        yield Point(words, "reading", _cited(one.reading.authority))
    for limb in changed.limbs:
        yield Point(limb.statement, f"limb {_move(limb.before, limb.after)}", _cited(limb.authority))


def _move(before: Truth | None, after: Truth | None) -> str:
    return " -> ".join("none" if truth is None else truth.name for truth in (before, after))


def _option(option: Reading | None) -> str:
    return "none chosen" if option is None else option.words


def _said(question: Question) -> str:
    return f"{question.subject}: {question.statement}" if question.subject else question.statement


def _cited(authority: Iterable[Provision]) -> str:
    return ", ".join(str(provision) for provision in authority)
