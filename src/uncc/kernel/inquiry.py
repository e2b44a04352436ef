"""What a finding can be asked beyond its answer: what is open, and what would change it.

A finding is a formula over its leaves. Where no unknown leaf is mentioned twice, its structure alone tells
which unknowns matter; otherwise worlds are searched for that differ by one answer only (`worlds`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from itertools import chain, groupby, product
from math import inf, lcm, prod
from typing import NoReturn, TypeAlias, TypeVar, cast

from attrs import evolve, frozen

from uncc.kernel.again import supposing
from uncc.kernel.completions import COMPARING, Evaluator, facts_below, in_order, is_open_reading, moved, question_of
from uncc.kernel.differences import End
from uncc.kernel.errors import InvalidValue, TooLargeError
from uncc.kernel.facts import Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Kind, Node, Truth
from uncc.kernel.model import Model
from uncc.kernel.quantities import Amount, Day, Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready
from uncc.kernel.rows import Rows
from uncc.kernel.tied import are_tied, can_stand, following, tied_among
from uncc.kernel.witnesses import seen_to_matter
from uncc.kernel.worlds import AtMost, Holds, SearchTooLong, Side, Steps, can_be

__all__ = ["Change", "asked_whole", "exact_truth", "flips", "open_questions"]

MOST_AT_ONCE = 12
"""How many facts are completed in every way at once, to see which of them turn the answer."""
MOST_FOR_ENDS = 100_000
"""How many steps the searches for the two ends of a quantity take together."""
MOST_SETS = 20_000
"""How many sets of facts the search for flips keeps at any limb."""
MOST_COMPARED = 5_000_000
"""How many steps that search takes: sets that are made or compared, by what is in them."""


N = TypeVar("N", bound=Node)


@frozen
class Change(Model):
    """One fact to change, and what it would have to be."""

    question: Question
    to: bool

    def __str__(self) -> str:
        return f"{'yes' if self.to else 'no'}: {self.question}"


# What is open


@kept_ready
def asked_whole(node: Node) -> Rows[Question]:
    """Return the open questions as they are put to somebody, each once."""
    return Rows(dict.fromkeys(question.whole for question in open_questions(node)))


@kept_ready
def open_questions(node: Node) -> tuple[Question, ...]:
    """Return the questions whose answers can still change the answer, or the ends, of the node, in their order."""
    asked = list(map(question_of, _open_nodes(node)))
    mentioned = tuple(dict.fromkeys(asked))
    once = len(mentioned) == len(asked) and not are_tied(mentioned)
    if once and not any(map(_needs_search, _open_part(node))):
        return mentioned
    only_facts = not any(map(_is_no_fact, _open_part(node)))
    if only_facts and len(mentioned) <= MOST_AT_ONCE:
        return _turning(node, mentioned)
    if len(mentioned) > MOST_SEARCHED:
        return mentioned
    seen = _seen_to_turn(node, mentioned) if only_facts else seen_to_matter(node, mentioned)
    steps = Steps()
    return tuple(question for question in mentioned if question in seen or _is_pivotal(node, question, steps))


MOST_SEARCHED = 64
"""Among so many questions one looks for those that matter; of more, all that the answer mentions stay open."""


def _is_no_fact(node: Node) -> bool:
    return isinstance(node, Quantity) or is_open_reading(node)


def _turning(finding: Node, facts: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the facts that turn the answer in some completion of the others: all completions are seen at once."""
    seen = Evaluator.over(facts)
    yes, _ = seen.planes(in_order(finding))
    return tuple(fact for place, fact in enumerate(facts) if moved(yes, place, seen.variables[fact][0], seen.possible))


def _seen_to_turn(finding: Node, facts: tuple[Question, ...]) -> set[Question]:
    """Return facts that turn the answer in some completion of the others; there may be more of them."""
    seen, plan = Evaluator.over_some(facts), in_order(finding)
    yes, _ = seen.planes(plan)
    turned = {fact: seen.turned(fact) for fact in facts}
    return {fact for fact, other in turned.items() if (other.planes(plan)[0] ^ yes) & seen.possible & other.possible}


def _open_part(node: Node) -> Iterator[Node]:
    """Yield what is open in the node, but for what a settled limb stands above."""
    if node.is_unknown:
        yield node
        for limb in node.live_limbs:
            yield from _open_part(limb)


def _open_nodes(node: Node) -> Iterator[Node]:
    """Yield the unknown leaves and open readings that no settled limb stands above.

    Where each is mentioned once and none is a quantity, these are just the ones that matter.
    """
    return (one for one in _open_part(node) if not one.because or is_open_reading(one))


def _needs_search(node: Node) -> bool:
    """Whether what is open below may not matter: an end may be set by another limb, a reading may have one option."""
    return isinstance(node, Quantity) or len(node.because) == 1


def _is_exact(node: Node) -> bool:
    """Whether the limbs alone tell all.

    Nothing open is mentioned twice or settles something else that is open, and no two open days are known in order.
    """
    leaves = list(_open_nodes(node))
    in_order = any(isinstance(leaf, Day) and leaf.follows is not None and leaf.follows.is_unknown for leaf in leaves)
    questions = set(map(question_of, leaves))
    return not in_order and len(questions) == len(leaves) and not are_tied(questions)


def exact_truth(finding: Finding) -> Truth | None:
    """Return the answer over all worlds: settled when they all agree; `None` where the search would be too long."""
    if _is_exact(finding):
        return finding.truth
    try:
        if not can_be(Holds(Side(finding), wanted=True)):
            return NO
        return UNKNOWN if can_be(Holds(Side(finding), wanted=False)) else YES
    except SearchTooLong:
        return None


def exact_ends(quantity: Quantity) -> tuple[End, End] | None:
    """Return the least and the most that a quantity can be, over all worlds; `None` where the search is too long."""
    if _is_exact(quantity):
        return quantity.least, quantity.most
    side, steps = Side(quantity), Steps(MOST_FOR_ENDS)
    try:
        least = _first_end(quantity, lambda end: can_be(AtMost(side, end), steps=steps))
        most = _first_end(quantity, lambda end: not can_be(AtMost(end, side, strict=True), steps=steps))
    except SearchTooLong:
        return None
    return least, most


def _first_end(quantity: Quantity, holds: Callable[[Side[Quantity]], bool]) -> End:
    """Return the first end that the quantity can have at which this holds, as it does from some end on."""

    def holds_at(end: End) -> bool:
        return holds(Side(evolve(quantity, least=end, most=end, kind=Kind.TEXT, because=(), about=None)))

    if holds_at(quantity.least):
        return quantity.least
    if quantity.most == inf and not holds_at(FAR):
        return inf
    grain = _grain(quantity)
    low, high = int(max(quantity.least, -FAR) * grain), int(min(quantity.most, FAR) * grain)
    step = 1  # longer each time, until it holds: the end that the limbs give is seldom far off
    while high - low > 1:
        middle = min(low + step, (low + high) // 2)
        if holds_at(Fraction(middle, grain)):
            step, high = high - low, middle
        else:
            step, low = 2 * step, middle
    return Fraction(high, grain) if isinstance(quantity, Amount) else high


FAR = 10**30
"""What lies further out is no day, number or amount of a case, but infinity."""


def _grain(node: Node) -> int:
    """Return a number of which the ends of an amount are always whole parts; of days and numbers, one."""
    if not isinstance(node, Amount):
        return 1
    if not node.because:
        return lcm(*(Fraction(end).denominator for end in (node.least, node.most) if abs(end) != inf))
    grains = map(_grain, node.because)
    return prod(grains) if node.kind in (Kind.SHARE, Kind.WHOLE) else lcm(*grains)


def _is_pivotal(node: Node, question: Question, steps: Steps) -> bool:
    """Whether there are two worlds that differ by the answer to this question only, and in what the node comes to.

    A question stays open where the search for them would be too long.
    """
    try:
        if isinstance(node, Quantity):
            return can_be(AtMost(Side(node), Side(node, in_second=True), strict=True), apart=question, steps=steps)
        finding = cast("Finding", node)
        answers = Holds(Side(finding), wanted=True), Holds(Side(finding, in_second=True), wanted=False)
        return can_be(*answers, apart=question, steps=steps)
    except SearchTooLong:
        return True


# What would change it

Literals: TypeAlias = frozenset[tuple[Question, bool]]


def flips(finding: Finding, to: Truth | None = None) -> tuple[tuple[Change, ...], ...]:
    """Return the minimal sets of changes that lead to the answer `to`."""
    leaves = [node for node in finding.walk() if isinstance(node, Finding) and isinstance(node.about, Question)]
    mentions = Counter(question_of(leaf) for leaf in leaves)
    tied = tied_among(mentions)
    repeated = {question for question, count in mentions.items() if count > 1} | tied
    repeated |= {question for node in finding.walk() if node.kind in COMPARING for question in facts_below(node)}
    if _repeated_readings(finding):
        repeated = set(mentions)
    present = {question_of(leaf): leaf.truth is YES for leaf in leaves if leaf.truth is not UNKNOWN}
    search, ways = _Ways(repeated), set[Literals]()
    for target in _targets(finding, to):
        found = search.closed(search.every(finding, target))
        ways |= {_changes(way, present, tied) for way in found if can_stand(dict(way))}
    place = {question: number for number, question in enumerate(mentions)}
    changes = [
        tuple(Change(q, to=value) for q, value in sorted(way, key=lambda pair: place[pair[0]]))
        for way in search.least(ways)
    ]
    return tuple(sorted(changes, key=lambda way: (len(way), [(place[c.question], c.to) for c in way])))


def _changes(way: Literals, present: Mapping[Question, bool], tied: Collection[Question]) -> Literals:
    """Return what has to be stated otherwise so that a way is taken: what follows need not be said, but not denied."""
    follows = {one for question, value in way for one in following(question, value=value) if one[0] in tied}
    changed = {(question, value) for question, value in way | follows if present.get(question, not value) is not value}
    return Literals(one for one in changed if one not in follows or one[0] in present)


def _repeated_readings(finding: Finding) -> list[type[Reading]]:
    opened = Counter(cast("Consulted", node.about).reading for node in finding.walk() if is_open_reading(node))
    return [reading for reading, count in opened.items() if count > 1]


def _on(finding: Finding, choice: tuple[Reading, ...]) -> Finding:
    """Return the finding on the options chosen, with the readings they belong to taken out of the tree."""
    if is_open_reading(finding):
        reading = cast("Consulted", finding.about).reading
        picked = [option.place for option in choice if isinstance(option, reading)]
        if picked:
            return _on(cast("Finding", finding.because[picked[0]]), choice)
    if finding.kind in COMPARING:
        return finding
    limbs = cast("tuple[Finding, ...]", finding.live_limbs)
    return evolve(finding, because=tuple(_on(limb, choice) for limb in limbs))


def _targets(finding: Finding, to: Truth | None) -> tuple[Truth, ...]:
    if to is UNKNOWN:
        raise InvalidValue("to", to, "an answer to reach: Truth.YES or Truth.NO")
    if to is not None:
        return (to,)
    return (YES, NO) if finding.truth is UNKNOWN else (~finding.truth,)


def _consistent(one: Literals, other: Literals) -> bool:
    return not any((question, not value) in other for question, value in one)


class _Ways:
    """The search for the ways to an answer; every set that is made or compared is a step of it.

    `repeated` are the leaves that are mentioned more than once: what they are is written down in each way.
    """

    def __init__(self, repeated: set[Question]) -> None:
        self._repeated = repeated
        self._steps = 0

    def _takes(self, steps: int) -> None:
        self._steps += steps
        if self._steps > MOST_COMPARED:
            self._refuse(f"{MOST_COMPARED} steps")

    @staticmethod
    def _refuse(most: str) -> NoReturn:
        raise TooLargeError(f"more than {most} to find what would change it: ask about a limb of the finding")

    def every(self, finding: Finding, target: Truth) -> set[Literals]:
        """Return the ways on every choice of the open readings that are mentioned more than once, together."""
        readings = _repeated_readings(finding)
        self._takes(prod(map(len, readings)))
        return self._joined([self._to(_on(finding, choice), target) for choice in product(*readings)], together=True)

    def _to(self, node: Finding, target: Truth) -> set[Literals]:
        """Return the sets of leaves' values that give `node` the answer `target`.

        A leaf that has its value already and is mentioned once need not be written down.
        """
        self._takes(1)
        if not node.because:
            if node.about is None:
                return {Literals()} if node.truth is target else set()
            question = question_of(node)
            is_so = node.truth is target and question not in self._repeated
            return {Literals()} if is_so else {Literals({(question, target is YES)})}
        if node.kind in COMPARING:
            return self._of_comparison(node, target)
        limbs = cast("tuple[Finding, ...]", node.live_limbs)
        if node.kind is Kind.NOT:
            return self._to(limbs[0], ~target)
        if node.kind is Kind.NONE:
            return self._joined([self._to(limb, ~target) for limb in limbs], together=target is YES)
        together = node.kind is Kind.READING or (node.kind is Kind.ALL) is (target is YES)
        return self._joined([self._to(limb, target) for limb in limbs], together=together)

    def _of_comparison(self, node: Finding, target: Truth) -> set[Literals]:
        facts = facts_below(node)
        self._takes(1 << len(facts))
        choices = (dict(zip(facts, values, strict=True)) for values in product((True, False), repeat=len(facts)))
        return {Literals(choice.items()) for choice in choices if supposing(node, choice).truth is target}

    def _joined(self, limbs: list[set[Literals]], *, together: bool) -> set[Literals]:
        """Return the ways to move all limbs together, or any one of them."""
        if not together:
            return self.least(set[Literals]().union(*limbs))
        single = [way for limb in limbs if len(limb) == 1 for way in limb]
        known = dict[Question, bool]()
        for question, value in chain.from_iterable(single):  # these are taken on every way, at once
            if known.setdefault(question, value) is not value:
                return set()
        ways = {Literals(known.items())}
        for limb in limbs:
            if len(limb) != 1:
                ways = self.least(self._pairs(ways, limb))
        return ways

    def _pairs(self, ways: set[Literals], limb: set[Literals]) -> set[Literals]:
        self._takes(sum(map(len, ways)) * len(limb))
        pairs = {one | other for one, other in product(ways, limb) if _consistent(one, other)}
        return pairs if len(pairs) <= MOST_SETS else self._refuse(f"{MOST_SETS} sets of facts")

    def least(self, ways: set[Literals]) -> set[Literals]:
        """Return the sets that contain no other."""
        if len(ways) > MOST_SETS:
            self._refuse(f"{MOST_SETS} sets of facts")
        kept: list[Literals] = []
        for _, of_length in groupby(sorted(ways, key=len), key=len):  # of one length, none contains another
            alike = list(of_length)
            self._takes(len(kept) * len(alike))
            kept += [way for way in alike if not any(other <= way for other in kept)]
        return set(kept)

    def closed(self, ways: set[Literals]) -> set[Literals]:
        """Return the ways with those added that hold whichever value a repeated leaf takes."""
        while self._repeated:
            self._takes(len(ways) ** 2 * len(self._repeated))
            added = {
                (one | other) - {(question, True), (question, False)}
                for one, other in product(ways, ways)
                for question in self._repeated
                if (question, True) in one and (question, False) in other
                if _consistent(one - {(question, True)}, other)
            }
            closed = self.least(ways | added)
            if closed == ways:
                break
            ways = closed
        return ways
