"""What changed between two findings of one rule, and why.

>>> from uncc.kernel.findings import all_of, derived
>>> from uncc.kernel.provisions import art
>>> def finding(value):
...     return all_of("it may be executed", art(42, 4), derived(value, "the data are specified", art(42, 3, "c")))
>>> print(diff(finding(None), finding(True)))
UNKNOWN -> YES  it may be executed [Art. 42(4)]
  fact     UNKNOWN -> YES  the data are specified [Art. 42(3)(c)]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from uncc.kernel.completions import question_of
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.places import in_words
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Reading
from uncc.kernel.shown import Shown

__all__ = ["Difference", "FactChange", "LimbChange", "ReadingChange", "diff"]


@frozen
class FactChange(Model):
    """A fact or circumstance that is not as it was; `None` where a finding does not rest on it.

    `decisive`: whether the new answer rests on it or, where that is not determined, the old one rested on it.
    """

    question: Question
    before: Truth | None
    after: Truth | None
    decisive: bool


@frozen
class ReadingChange(Model):
    """A reading of contested words of which another option was chosen; `None` where none is."""

    reading: type[Reading]
    before: Reading | None
    after: Reading | None


@frozen(field_transformer=tuples_only)
class LimbChange(Model):
    """A limb whose answer is not as it was; `None` where a finding has no such limb."""

    statement: str
    authority: tuple[Provision, ...]
    before: Truth | None
    after: Truth | None


@frozen(field_transformer=tuples_only)
class Difference(Shown):
    """What changed between two findings of one rule: the answer, and the facts, readings and limbs behind it."""

    before: Finding
    after: Finding
    facts: tuple[FactChange, ...]
    readings: tuple[ReadingChange, ...]
    limbs: tuple[LimbChange, ...]

    @property
    def changes_answer(self) -> bool:
        """Whether the answer itself is another."""
        return self.before.truth is not self.after.truth

    @property
    def because(self) -> tuple[FactChange, ...]:
        """The changed facts that carry the new answer or, where that is not determined, carried the old one."""
        return tuple(change for change in self.facts if change.decisive)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        root = self.after
        yield f"{_move(self.before.truth, root.truth)}  {root.statement} [{root.citation}]"
        for fact in self.facts:
            asked = fact.question
            subject = f"{in_words(asked.subject)}: " if asked.subject else ""
            yield f"  fact     {_move(fact.before, fact.after)}  {subject}{asked.statement} {_cited(asked.authority)}"
        for change in self.readings:
            words = (option.words if option else "none chosen" for option in (change.before, change.after))
            yield f"  reading  {change.reading.question} {' -> '.join(words)} {_cited(change.reading.authority)}"
        for limb in self.limbs:
            yield f"  limb     {_move(limb.before, limb.after)}  {limb.statement} {_cited(limb.authority)}"


def diff(before: Finding, after: Finding) -> Difference:
    """Return what changed from one finding of a rule to another, and on which changes the new answer rests.

    What was asked of no fact at all and what was not known are told apart: the first is `None`. Of a reading that was
    chosen, only what is said on the option chosen counts. `InvalidValue` where the two do not answer one question.
    """
    if before.statement != after.statement:
        raise InvalidValue("after", after.statement, f"the question of the first finding: {before.statement}")
    carriers = (before, after) if after.is_unknown else (after,)
    decisive = {node.about for finding in carriers for node in finding.decisive().walk()}
    facts = tuple(
        FactChange(question, old, new, question in decisive)
        for question, old, new in _changes(_facts(before), _facts(after))
    )
    readings = tuple(_reading_changes(before, after))
    return Difference(before, after, facts, readings, tuple(_limb_changes(before, after)))


def _move(before: Truth | None, after: Truth | None) -> str:
    return " -> ".join("none" if truth is None else truth.name for truth in (before, after))


def _cited(authority: Iterable[Provision]) -> str:
    return f"[{', '.join(str(provision) for provision in authority)}]"


def _facts(finding: Finding) -> dict[Question, Truth]:
    return {question_of(node): node.truth for node in finding.walk() if isinstance(node.about, Question)}


def _changes(
    before: dict[Question, Truth], after: dict[Question, Truth]
) -> Iterator[tuple[Question, Truth | None, Truth | None]]:
    for question in dict.fromkeys((*after, *before)):
        old, new = before.get(question), after.get(question)
        if old is not new:
            yield question, old, new


def _reading_changes(before: Finding, after: Finding) -> Iterator[ReadingChange]:
    old, new = ({used.reading: used.chosen for used in finding.readings} for finding in (before, after))
    for reading in new:
        if reading in old and old[reading] is not new[reading]:
            yield ReadingChange(reading, old[reading], new[reading])


def _limb_changes(before: Node, after: Node) -> Iterator[LimbChange]:
    """Yield what changed below two findings of one question, in the order of the text, the new before the gone."""
    old, new = _limbs(before), _limbs(after)
    for key, limb in new.items():
        earlier = old.get(key)
        if earlier is None or earlier.truth is not limb.truth:
            yield LimbChange(limb.statement, limb.authority, None if earlier is None else earlier.truth, limb.truth)
        if earlier is not None:
            yield from _limb_changes(earlier, limb)
    for key, limb in old.items():
        if key not in new:
            yield LimbChange(limb.statement, limb.authority, limb.truth, None)


def _limbs(finding: Node) -> dict[tuple[object, ...], Node]:
    """Return the limbs that are no facts, by their words and, among those of the same words, their number."""
    met = Counter[tuple[object, ...]]()
    limbs: dict[tuple[object, ...], Node] = {}
    for limb in finding.live_limbs:
        said = limb.because[0] if limb.kind is Kind.NOT else limb
        if not isinstance(said.about, Question):
            name = (said.statement, said.authority)
            met[name] += 1
            limbs[*name, met[name]] = said
    return limbs


checked(__name__)
