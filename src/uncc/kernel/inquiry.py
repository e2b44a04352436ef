"""What a finding can be asked beyond its answer: what is open, what decides it, what would change it.

A finding is a formula over its leaves. Where no unknown leaf is mentioned twice, its structure alone tells
which unknowns matter; otherwise the formula is evaluated over all completions of its open leaves at once, one
bit of a big integer for each completion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import TypeAlias, cast

from attrs import evolve, frozen

from uncc.kernel.completions import (
    full,
    intersection,
    is_open_reading,
    moved,
    question_of,
    reading_question,
    union,
    variable,
)
from uncc.kernel.errors import InvalidValue, TooLargeError
from uncc.kernel.facts import Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Kind, Truth
from uncc.kernel.model import Model
from uncc.kernel.readings import Consulted, Reading

__all__ = ["Change", "decisive", "exact_truth", "flips", "open_questions"]

MOST_OPEN = 20
"""How many open leaves an exact evaluation over completions takes (2 to this power bits for each leaf)."""
MOST_SETS = 20_000
"""How many sets of facts the search for flips keeps at any limb."""


@frozen
class Change(Model):
    """One fact to change, and what it would have to be."""

    question: Question
    to: bool

    def __str__(self) -> str:
        return f"{'yes' if self.to else 'no'}: {self.question}"


# What is open


def open_questions(finding: Finding) -> tuple[Question, ...]:
    """Return the questions whose answers can still change the finding's own answer, in the order of the tree."""
    nodes = list(_open_nodes(finding))
    mentions = Counter(question_of(node) for node in nodes)
    if any(len(node.because) == 1 for node in nodes) or any(count > 1 for count in mentions.values()):
        pivotal = _Completions.of(finding).pivotal()
        return tuple(question for question in mentions if question in pivotal)
    return tuple(mentions)


def _open_nodes(finding: Finding) -> Iterator[Finding]:
    """Yield the unknown leaves and open readings that no settled limb stands above.

    Where each is mentioned once, these are just the ones that matter.
    """
    if finding.truth is UNKNOWN:
        if not finding.because or is_open_reading(finding):
            yield finding
        for limb in finding.live_limbs:
            yield from _open_nodes(limb)


def exact_truth(finding: Finding) -> Truth:
    """Return the answer over all completions: settled when they all agree."""
    questions = [question_of(node) for node in _open_nodes(finding)]
    return finding.truth if len(set(questions)) == len(questions) else _Completions.of(finding).truth()


@frozen
class _Completions:
    """A formula evaluated over every completion of its open leaves, once for each choice of the open readings."""

    leaves: tuple[Question, ...]
    readings: tuple[type[Reading], ...]
    planes: dict[tuple[Reading, ...], int]
    """For each choice of the open readings, the completions that give YES: bit i is the completion numbered i."""
    parts: dict[Question, tuple[Question, ...]]
    """The leaves that stand for a whole part of the formula, with the open questions of that part."""

    @classmethod
    def of(cls, finding: Finding) -> _Completions:
        finding, parts = _with_parts_as_leaves(finding)
        open_nodes = {question_of(node): node for node in _open_nodes(finding)}
        leaves = tuple(question for question, node in open_nodes.items() if not node.because)
        consulted = (node.about for node in open_nodes.values())
        readings = tuple(about.reading for about in consulted if isinstance(about, Consulted))
        if len(leaves) > MOST_OPEN:
            raise TooLargeError(
                f"{len(leaves)} open facts, some of them mentioned more than once: an exact answer is computed "
                f"up to {MOST_OPEN}; supply some of the facts or ask about a limb"
            )
        variables = {question: variable(place, len(leaves)) for place, question in enumerate(leaves)}
        planes = {choice: _plane(finding, variables, choice, full(len(leaves))) for choice in product(*readings)}
        return cls(leaves, readings, planes, parts)

    def truth(self) -> Truth:
        values = set(self.planes.values())
        if values == {full(len(self.leaves))}:
            return YES
        return NO if values == {0} else UNKNOWN

    def pivotal(self) -> set[Question]:
        """Return the questions whose answer alone changes the result in some completion of the others."""
        pivotal = {*self._pivotal_leaves(), *self._pivotal_readings()}
        return {inner for question in pivotal for inner in self.parts.get(question, (question,))}

    def _pivotal_leaves(self) -> Iterator[Question]:
        for place, question in enumerate(self.leaves):
            if any(moved(plane, place, len(self.leaves)) for plane in self.planes.values()):
                yield question

    def _pivotal_readings(self) -> Iterator[Question]:
        for place, reading in enumerate(self.readings):
            groups: dict[tuple[Reading, ...], set[int]] = {}
            for choice, plane in self.planes.items():
                groups.setdefault(choice[:place] + choice[place + 1 :], set()).add(plane)
            if any(len(group) > 1 for group in groups.values()):
                yield reading_question(reading)


def _with_parts_as_leaves(finding: Finding) -> tuple[Finding, dict[Question, tuple[Question, ...]]]:
    """Return the formula with each part that shares no open fact with the rest as one leaf, and what is in the parts.

    Such a part can turn out either way whatever the rest does, and each of its open facts can decide it: the first of
    them stands for it. Limbs of one finding that share nothing are a part together.
    """
    mentions = Counter(question_of(node) for node in _open_nodes(finding))
    parts: dict[Question, tuple[Question, ...]] = {}

    def stands_alone(node: Finding) -> bool:
        inside = list(_open_nodes(node))
        return bool(inside) and all(not leaf.because and mentions[question_of(leaf)] == 1 for leaf in inside)

    def leaf_for(limbs: list[Finding]) -> Finding:
        inside = [leaf for limb in limbs for leaf in _open_nodes(limb)]
        parts[question_of(inside[0])] = tuple(map(question_of, inside))
        return inside[0]

    def with_leaves(node: Finding) -> Finding:
        if node.truth is not UNKNOWN:
            return node
        if node.kind not in _JOINING:
            return evolve(node, because=tuple(map(with_leaves, node.because)))
        alone = [limb for limb in node.because if stands_alone(limb)]
        rest = [with_leaves(limb) for limb in node.because if not stands_alone(limb)]
        return evolve(node, because=(*([leaf_for(alone)] if alone else ()), *rest))

    return with_leaves(finding), parts


_JOINING = (Kind.ALL, Kind.ANY, Kind.NONE)
"""The kinds of finding whose limbs can be taken together: what all of them, or any of them, come to."""


def _plane(node: Finding, variables: dict[Question, int], choice: tuple[Reading, ...], everything: int) -> int:
    """Return the completions in which `node` is YES, as bits."""
    if node.truth is not UNKNOWN:
        return everything if node.truth is YES else 0
    if not node.because:
        return variables[question_of(node)]
    planes = [_plane(limb, variables, choice, everything) for limb in node.live_limbs]
    match node.kind:
        case Kind.NOT:
            return everything & ~planes[0]
        case Kind.ALL:
            return intersection(planes, everything)
        case Kind.ANY:
            return union(planes)
        case Kind.NONE:
            return everything & ~union(planes)
        case _:
            return planes[0] if len(planes) == 1 else planes[_chosen(node, choice)]


def _chosen(node: Finding, choice: tuple[Reading, ...]) -> int:
    """Return the place of the limb that `choice` selects at an open reading."""
    reading = cast("Consulted", node.about).reading
    return next(option.place for option in choice if isinstance(option, reading))


# What decides


def decisive(finding: Finding) -> Finding:
    """Return the finding with only the limbs that carry its answer."""
    return _decisive(finding)[0]


def _decisive(finding: Finding) -> tuple[Finding, int]:
    limbs = _carrying(finding)
    if not limbs:
        return finding, sum(1 for _ in finding.walk())
    parts = [_decisive(limb) for limb in limbs]
    if (finding.kind, finding.truth) in _SUFFICIENT and not is_open_reading(finding):
        parts = [min(parts, key=lambda part: part[1])]
    return evolve(finding, because=tuple(part for part, _ in parts)), 1 + sum(size for _, size in parts)


def _carrying(finding: Finding) -> tuple[Finding, ...]:
    """Return the limbs that carry the answer: all that must agree, or the smallest of those that suffice."""
    limbs = finding.live_limbs
    if is_open_reading(finding):
        return limbs
    if finding.truth is UNKNOWN:
        return tuple(limb for limb in limbs if limb.truth is UNKNOWN)
    sufficient = _SUFFICIENT.get((finding.kind, finding.truth))
    if sufficient is None:
        return limbs
    return tuple(limb for limb in limbs if limb.truth is sufficient)


_SUFFICIENT = {(Kind.ALL, NO): NO, (Kind.ANY, YES): YES, (Kind.NONE, NO): YES}
"""Where one limb is enough: the kind of finding and its answer, and the answer that the limb must have."""


# What would change it

Literals: TypeAlias = frozenset[tuple[Question, bool]]


def flips(finding: Finding, to: Truth | None = None) -> tuple[tuple[Change, ...], ...]:
    """Return the minimal sets of changes that lead to the answer `to`."""
    leaves = [node for node in finding.walk() if isinstance(node.about, Question)]
    mentions = Counter(question_of(leaf) for leaf in leaves)
    repeated = {question for question, count in mentions.items() if count > 1}
    if _repeated_readings(finding):
        repeated = set(mentions)
    present = {(question_of(leaf), leaf.truth is YES) for leaf in leaves if leaf.truth is not UNKNOWN}
    ways = set[Literals]()
    for target in _targets(finding, to):
        ways |= {way - present for way in _closed(_every_way(finding, target, repeated), repeated)}
    place = {question: number for number, question in enumerate(mentions)}
    found = [
        tuple(Change(q, to=value) for q, value in sorted(way, key=lambda pair: place[pair[0]])) for way in _least(ways)
    ]
    return tuple(sorted(found, key=lambda way: (len(way), [(place[c.question], c.to) for c in way])))


def _repeated_readings(finding: Finding) -> list[type[Reading]]:
    opened = Counter(cast("Consulted", node.about).reading for node in finding.walk() if is_open_reading(node))
    return [reading for reading, count in opened.items() if count > 1]


def _every_way(finding: Finding, target: Truth, repeated: set[Question]) -> set[Literals]:
    """Return the ways on every choice of the open readings that are mentioned more than once, together."""
    readings = _repeated_readings(finding)
    choices = product(*readings)
    return _joined([_ways(_on(finding, choice), target, repeated) for choice in choices], together=True)


def _on(finding: Finding, choice: tuple[Reading, ...]) -> Finding:
    """Return the finding on the options chosen, with the readings they belong to taken out of the tree."""
    if is_open_reading(finding):
        reading = cast("Consulted", finding.about).reading
        picked = [option.place for option in choice if isinstance(option, reading)]
        if picked:
            return _on(finding.because[picked[0]], choice)
    return evolve(finding, because=tuple(_on(limb, choice) for limb in finding.live_limbs))


def _targets(finding: Finding, to: Truth | None) -> tuple[Truth, ...]:
    if to is UNKNOWN:
        raise InvalidValue("to", to, "an answer to reach: Truth.YES or Truth.NO")
    if to is not None:
        return (to,)
    return (YES, NO) if finding.truth is UNKNOWN else (~finding.truth,)


def _ways(node: Finding, target: Truth, repeated: set[Question]) -> set[Literals]:
    """Return the sets of leaves' values that give `node` the answer `target`.

    A leaf that has its value already and is mentioned once need not be written down.
    """
    if not node.because:
        if node.about is None:
            return {Literals()} if node.truth is target else set()
        question = question_of(node)
        return (
            {Literals()}
            if node.truth is target and question not in repeated
            else {Literals({(question, target is YES)})}
        )
    if node.kind is Kind.NOT:
        return _ways(node.because[0], ~target, repeated)
    if node.kind is Kind.NONE:
        return _joined([_ways(limb, ~target, repeated) for limb in node.because], together=target is YES)
    together = node.kind is Kind.READING or (node.kind is Kind.ALL) is (target is YES)
    return _joined([_ways(limb, target, repeated) for limb in node.live_limbs], together=together)


def _joined(limbs: list[set[Literals]], *, together: bool) -> set[Literals]:
    """Return the ways to move all limbs together, or any one of them."""
    if not together:
        return _least(set[Literals]().union(*limbs))
    ways = {Literals()}
    for limb in limbs:
        ways = _least(_pairs(ways, limb))
    return ways


def _pairs(ways: set[Literals], limb: set[Literals]) -> set[Literals]:
    pairs = set[Literals]()
    for one, other in product(ways, limb):
        if _consistent(one, other):
            pairs.add(one | other)
            if len(pairs) > MOST_SETS:
                raise TooLargeError(f"more than {MOST_SETS} sets of facts to compare: ask about a limb of the finding")
    return pairs


def _consistent(one: Literals, other: Literals) -> bool:
    return not any((question, not value) in other for question, value in one)


def _least(ways: set[Literals]) -> set[Literals]:
    """Return the sets that contain no other."""
    if len(ways) > MOST_SETS:
        raise TooLargeError(f"more than {MOST_SETS} sets of facts to compare: ask about a limb of the finding")
    kept: list[Literals] = []
    for way in sorted(ways, key=len):
        if not any(other <= way for other in kept):
            kept.append(way)
    return set(kept)


def _closed(ways: set[Literals], repeated: set[Question]) -> set[Literals]:
    """Return the ways with those added that hold whichever value a repeated leaf takes."""
    while repeated:
        added = {
            (one | other) - {(question, True), (question, False)}
            for one, other in product(ways, ways)
            for question in repeated
            if (question, True) in one and (question, False) in other and _consistent(one - {(question, True)}, other)
        }
        closed = _least(ways | added)
        if closed == ways:
            break
        ways = closed
    return ways
