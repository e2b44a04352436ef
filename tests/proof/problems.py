"""What is proved: that a rule's claims are exact over all states of its variables, and its open questions pivotal.

A problem is what a rule says on each of its paths: a cell is the facts that the rule looks at before it chooses its
words, with the formula that it then gives. Most rules look at none, and have one cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from tests.proof.formulas import (
    ALL,
    ANY,
    NONE,
    NOT,
    VARIABLE,
    Evaluation,
    Formula,
    variable,
    variables,
)
from tests.proof.planes import NO, UNKNOWN, YES, Space, space
from uncc.kernel.findings import Truth


class Cell(NamedTuple):
    """The digits of the facts that a rule looked at, by place, and the formula of the finding that it then gave."""

    fixed: tuple[tuple[int, int], ...]
    formula: Formula


class Problem(NamedTuple):
    """The cells of a rule over variables of these radices; those from `facts` on are never answered by a case."""

    radices: tuple[int, ...]
    facts: int
    cells: tuple[Cell, ...]
    ties: tuple[tuple[int, int, int, int], ...] = ()
    """Where the first variable has its digit, the second has its own."""


class Fault(NamedTuple):
    """A state in which a property does not hold."""

    what: str
    digits: tuple[int, ...]
    expected: Truth | frozenset[int]
    """The answer, or the places of the questions, that would be right."""


MOST_FOR_QUESTIONS = 3**13
"""In a space of more states the open questions are held by samples and by what is proved of `inquiry`."""

DOUBT, INEXACT, QUESTIONS = "doubt", "inexact", "questions"


@frozen(eq=False)
class Examined:
    """What was found of a problem: its planes, and the first fault where there is one."""

    space: Space
    possible: int
    yes: int
    no: int
    pivotal: tuple[int, ...] | None
    """For each variable the states in which it is open and decides; `None` where there are too many states."""
    fault: Fault | None

    def truth(self, digits: tuple[int, ...]) -> Truth:
        """Return what the rule claims in a state."""
        number = self.space.number(digits)
        return Truth.YES if self.yes >> number & 1 else Truth.NO if self.no >> number & 1 else Truth.UNKNOWN

    def open_places(self, digits: tuple[int, ...]) -> frozenset[int]:
        """Return the places of the variables that are pivotal in a state."""
        number = self.space.number(digits)
        return frozenset(place for place, plane in enumerate(self.pivotal or ()) if plane >> number & 1)

    def overturning(self, fault: Fault) -> tuple[int, ...] | None:
        """Return a completion of a state that is settled in which the answer is another."""
        truth = self.truth(fault.digits)
        if truth is Truth.UNKNOWN:
            return None
        others = self.no if truth is Truth.YES else self.yes
        others &= self.possible & self.space.region({place: digit for place, digit in enumerate(fault.digits) if digit})
        return _first(self.space, others) if others else None


class _Claims:
    """What the cells together claim: answers, and open questions."""

    def __init__(self, problem: Problem) -> None:
        self.space = space(problem.radices)
        self.possible = _possible(self.space, problem)
        self.yes = self.no = self.twice = 0
        self.open = [0] * len(problem.radices)
        for cell in problem.cells:
            self._add(cell)
        for one, _, other, _ in problem.ties:  # where both are open, the library searches
            self.twice |= self.open[one] & self.open[other]

    def _add(self, cell: Cell) -> None:
        region = self.space.region(dict(cell.fixed))
        evaluation = Evaluation(self.space, self.possible)
        yes, no = evaluation.planes(cell.formula)
        reached, twice = evaluation.open_mentions(cell.formula)
        self.yes |= region & yes
        self.no |= region & no
        self.twice |= region & twice
        for place, plane in reached.items():
            self.open[place] |= region & plane


def _possible(within: Space, problem: Problem) -> int:
    """Return the states in which what follows from what is known is known too."""
    plane = within.everything
    for one, digit, other, held in problem.ties:
        plane &= ~(within.digit(one, digit) & ~within.digit(other, held))
    return plane


@lru_cache(maxsize=512)
def examine(problem: Problem, *, complete: bool = False) -> Examined:
    """Compare what a rule claims in every state with what its completions say.

    Where the facts are `complete`, nothing else may be open once they are known.
    """
    claims = _Claims(problem)
    within = claims.space
    impossible = within.everything & ~claims.possible
    yes, no = claims.yes | impossible, claims.no | impossible
    for place in range(len(problem.radices)):
        yes, no = within.in_every_completion(yes, place), within.in_every_completion(no, place)
    pivotal = None
    if within.size <= MOST_FOR_QUESTIONS:
        pivotal = tuple(_pivotal(claims, place) for place in range(len(problem.radices)))
    fault = _doubt(claims, problem, complete=complete) or _inexact(claims, problem, (yes, no))
    if fault is None and pivotal is not None:
        fault = _questions(claims, problem, pivotal)
    return Examined(within, claims.possible, claims.yes, claims.no, pivotal, fault)


def _pivotal(claims: _Claims, place: int) -> int:
    """Return the states in which a variable is unknown and decides in some completion of the others."""
    within = claims.space
    plane = within.differing(claims.yes, place, claims.possible)
    for other in range(len(within.radices)):
        if other != place:
            plane = within.in_some_completion(plane, other)
    return plane & within.digit(place, UNKNOWN)


def _doubt(claims: _Claims, problem: Problem, *, complete: bool) -> Fault | None:
    """Return a state in which everything is known and the answer is not.

    What no case answers counts as everything too, unless the facts are complete without it.
    """
    doubtful = claims.possible & ~(claims.yes | claims.no)
    if complete:
        doubtful &= _real(claims.space, problem)
    for place in range(problem.facts if complete else len(problem.radices)):
        doubtful &= ~claims.space.digit(place, UNKNOWN)
    return Fault(DOUBT, _first(claims.space, doubtful), Truth.UNKNOWN) if doubtful else None


def _inexact(claims: _Claims, problem: Problem, exact: tuple[int, int]) -> Fault | None:
    yes, no = exact
    wrong = ((yes ^ claims.yes) | (no ^ claims.no)) & claims.possible & _real(claims.space, problem)
    if not wrong:
        return None
    number = claims.space.first(wrong)
    right = Truth.YES if yes >> number & 1 else Truth.NO if no >> number & 1 else Truth.UNKNOWN
    return Fault(INEXACT, claims.space.digits(number), right)


def _real(within: Space, problem: Problem) -> int:
    """Return the states that a case can be in: what no case answers is unknown."""
    return within.region(dict.fromkeys(range(problem.facts, len(problem.radices)), UNKNOWN))


def _questions(claims: _Claims, problem: Problem, pivotal: tuple[int, ...]) -> Fault | None:
    """Return a state in which the open questions that the tree shows are not those that are pivotal.

    Where one stands open twice, the library does not read them off the tree but searches as is done here, so that only
    the samples hold it. A fact that the rule looked at without naming it is told by the circumstance that it gives for
    it, which is open only where that fact is unknown.
    """
    compared = claims.possible & _real(claims.space, problem) & ~claims.twice
    named = {place for cell in problem.cells for place in variables(cell.formula)}
    unnamed = set(range(problem.facts)) - named
    meant = told = wrong = 0
    for place in unnamed:
        meant |= pivotal[place]
    for place in named:
        if unnamed and place >= problem.facts:
            told |= claims.open[place]
            wrong |= (pivotal[place] & ~claims.open[place]) | (claims.open[place] & ~pivotal[place] & ~meant)
        else:
            wrong |= claims.open[place] ^ pivotal[place]
    wrong = (wrong | (meant & ~told)) & compared
    if not wrong:
        return None
    number = claims.space.first(wrong)
    right = frozenset(place for place in named if pivotal[place] >> number & 1)
    return Fault(QUESTIONS, claims.space.digits(number), right)


def _first(within: Space, plane: int) -> tuple[int, ...]:
    return within.digits(within.first(plane))


# Parts that share nothing


class Gathered(NamedTuple):
    """A problem in which a part that shares no fact with the rest is one variable, and what stands for its places.

    Such a part can turn out either way whatever the rest does, strong Kleene logic is exact for it, and each of its
    facts decides it where it stands open. So what holds for the part as a variable holds for its facts.
    """

    problem: Problem
    parts: tuple[Formula, ...]
    """For each place of the problem its part, over the places of the whole; a variable where nothing was gathered."""

    def whole(self, digits: tuple[int, ...], count: int) -> tuple[int, ...]:
        """Return a state of all the variables in which the parts are as in a state of the problem."""
        found = [UNKNOWN] * count
        for part, digit in zip(self.parts, digits, strict=True):
            for place, value in _turned(part, digit):
                found[place] = value
        return tuple(found)

    def digits(self, whole: tuple[int, ...]) -> tuple[int, ...]:
        """Return the state of the problem for a state of all the variables."""
        return tuple(_digit(part, whole) for part in self.parts)

    def open_places(self, places: frozenset[int], whole: tuple[int, ...]) -> frozenset[int]:
        """Return the variables that are open where these parts are."""
        return frozenset(found for place in places for found in _open_in(self.parts[place], whole))


def gathered(problem: Problem) -> Gathered:
    """Return the problem with each part that shares nothing as one variable."""
    fixed = {place for cell in problem.cells for place, _ in cell.fixed}
    shared = _shared(problem) | fixed
    parts: dict[Formula, None] = {}
    cells = [Cell(cell.fixed, _with_parts(cell.formula, shared, parts)) for cell in problem.cells]
    inside = {place for part in parts for place in variables(part)}
    alone = [variable(place) for place in range(len(problem.radices)) if place not in inside]
    every = [*alone, *parts]
    facts = [part for part in every if any(place < problem.facts for place in variables(part))]
    order = (*facts, *(part for part in every if part not in facts))
    place_of = {_key(part): number for number, part in enumerate(order)}
    return Gathered(
        Problem(
            tuple(3 if part.kind != VARIABLE else problem.radices[part.place] for part in order),
            len(facts),
            tuple(
                Cell(
                    tuple(sorted((place_of[_key(variable(place))], digit) for place, digit in cell.fixed)),
                    _placed(cell.formula, place_of),
                )
                for cell in cells
            ),
            tuple(
                (place_of[_key(variable(one))], digit, place_of[_key(variable(other))], held)
                for one, digit, other, held in problem.ties
            ),
        ),
        order,
    )


PART = "part"


def _key(part: Formula) -> Formula:
    return part if part.kind == VARIABLE else Formula(PART, (part,))


def _shared(problem: Problem) -> set[int]:
    """Return the variables that are mentioned twice in a cell, or in several cells, that are readings, or are tied."""
    counts = Counter(place for cell in problem.cells for place in variables(cell.formula))
    readings = {place for place, radix in enumerate(problem.radices) if radix != 3}
    tied = {place for one, _, other, _ in problem.ties for place in (one, other)}
    return readings | tied | {place for place, count in counts.items() if count > 1}


def _with_parts(node: Formula, shared: set[int], parts: dict[Formula, None]) -> Formula:
    """Return the formula with its parts marked, and note them."""
    if not node.limbs:
        return node
    alone = [limb for limb in node.limbs if _shares_nothing(limb, shared)]
    if node.kind in _JOIN and (len(alone) > 1 or any(limb.limbs for limb in alone)):
        part = Formula(_JOIN[node.kind], tuple(alone))
        parts.setdefault(part)
        rest = tuple(_with_parts(limb, shared, parts) for limb in node.limbs if limb not in alone)
        return Formula(node.kind, (Formula(PART, (part,)), *rest), node.place)
    return Formula(node.kind, tuple(_with_parts(limb, shared, parts) for limb in node.limbs), node.place)


_JOIN = {ALL: ALL, ANY: ANY, NONE: ANY}


def _shares_nothing(node: Formula, shared: set[int]) -> bool:
    if node.kind == VARIABLE:
        return node.place not in shared
    return node.kind in {ALL, ANY, NONE, NOT} and all(_shares_nothing(limb, shared) for limb in node.limbs)


def _placed(node: Formula, place_of: Mapping[Formula, int]) -> Formula:
    if node.kind in {VARIABLE, PART}:
        return variable(place_of[node])
    place = place_of[variable(node.place)] if node.place >= 0 else -1
    return Formula(node.kind, tuple(_placed(limb, place_of) for limb in node.limbs), place)


def _turned(part: Formula, digit: int) -> Iterator[tuple[int, int]]:
    """Yield digits of the variables of a part that give it this digit."""
    if part.kind == VARIABLE:
        yield part.place, digit
        return
    turned = _OPPOSITE[digit] if part.kind in {NONE, NOT} else digit
    for limb in part.limbs:
        yield from _turned(limb, turned)


_OPPOSITE = (UNKNOWN, YES, NO)


def _digit(part: Formula, whole: tuple[int, ...]) -> int:
    if part.kind == VARIABLE:
        return whole[part.place]
    limbs = [_digit(limb, whole) for limb in part.limbs]
    if part.kind == NOT:
        return _OPPOSITE[limbs[0]]
    enough, otherwise = (NO, YES) if part.kind == ALL else (YES, NO)
    found = enough if enough in limbs else UNKNOWN if UNKNOWN in limbs else otherwise
    return _OPPOSITE[found] if part.kind == NONE else found


def _open_in(part: Formula, whole: tuple[int, ...]) -> Iterator[int]:
    if _digit(part, whole) == UNKNOWN:
        if part.kind == VARIABLE:
            yield part.place
        for limb in part.limbs:
            yield from _open_in(limb, whole)
