"""Which answers to open questions can stand together, and what follows from one of them.

>>> from attrs import frozen
>>> from uncc.kernel.consistency import implies
>>> from uncc.kernel.facts import Fact, Facts, fact
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Crate(Facts, asked_of=Role.CASE_HOLDER):
...     opened: Fact = fact("it was opened", art(42, 8))
...     arrived: Fact = fact("it has arrived", art(42, 8))
...     ties = (implies("opened", "arrived", art(42, 8)),)
>>> arrived = Crate.questions()["arrived"]
>>> [(question.name, value) for question, value in following(arrived, value=False)]
[('Crate.opened', False)]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from uncc.kernel.facts import TIED, Declaration, Question

__all__ = ["are_tied", "can_stand", "following", "tied_among"]


def following(question: Question, *, value: bool) -> Iterator[tuple[Question, bool]]:
    """Yield the answers to other questions about the same thing that follow from an answer, however far."""
    first = TIED.get(question.name)
    if first is None:
        return
    reached: dict[Declaration, bool] = {first: value}
    ahead = [first]
    while ahead:
        one = ahead.pop()
        new = {other: held for other, held in one.following[reached[one]].items() if other not in reached}
        reached |= new
        ahead.extend(new)
        yield from ((other.question(question.subject), held) for other, held in new.items())


def are_tied(questions: Collection[Question]) -> bool:
    """Whether an answer to one of the questions can settle another of them."""
    return bool(tied_among(questions))


def tied_among(questions: Collection[Question]) -> set[Question]:
    """Return those of the questions that an answer to another of them can settle."""
    tied = [question for question in questions if question.name in TIED]
    if len(tied) < 2:
        return set()
    found = {other for one in tied for value in (True, False) for other, _ in following(one, value=value)}
    return found.intersection(tied)


def can_stand(answers: Mapping[Question, bool]) -> bool:
    """Whether answers to questions can all be right."""
    pairs = ((other, held) for one, value in answers.items() for other, held in following(one, value=value))
    return all(answers.get(other, held) is held for other, held in pairs)
