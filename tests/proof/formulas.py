"""The formula of a finding: its tree with facts as variables, folded where it is constant, evaluated on planes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from tests.proof.planes import NO as FALSE
from tests.proof.planes import UNKNOWN as OPEN
from tests.proof.planes import YES as TRUE
from tests.proof.planes import Space
from uncc.kernel.completions import COMPARING
from uncc.kernel.findings import NO, YES, Finding, Kind, Node, Truth
from uncc.kernel.readings import Consulted

Pair: TypeAlias = tuple[int, int]
"""Two planes: the states in which the answer is YES, and those in which it is NO."""


class QuantityError(Exception):
    """A finding compares days or numbers, which planes do not hold: it is held state by state."""


class Formula(NamedTuple):
    """A node: a constant, a variable by its place, or a way of joining limbs."""

    kind: str
    limbs: tuple[Formula, ...] = ()
    place: int = -1


CONSTANT = {truth: Formula(truth.value) for truth in Truth}
VARIABLE, READING, EXACT = "variable", Kind.READING.value, "exact"
ALL, ANY, NONE, NOT = (kind.value for kind in (Kind.ALL, Kind.ANY, Kind.NONE, Kind.NOT))
_YES, _NO = CONSTANT[YES], CONSTANT[NO]


def variable(place: int) -> Formula:
    """Return the variable at a place."""
    return Formula(VARIABLE, (), place)


def formula(
    finding: Finding,
    leaf: Callable[[Finding], Formula],
    reading: Callable[[Consulted], int],
    exact: Callable[[Finding], bool],
) -> Formula:
    """Return the formula of a finding; `leaf` and `reading` say what stands for leaves and open readings.

    `exact` tells the findings that were settled over all completions.
    """

    def of(node: Node) -> Formula:
        if not isinstance(node, Finding):
            raise QuantityError(node.statement)
        if exact(node):
            inner = of(node.because[0])
            return inner if inner.kind in _CONSTANTS else Formula(EXACT, (inner,))
        if node.kind in COMPARING:
            if not _is_known(node):
                raise QuantityError(node.statement)
            return CONSTANT[node.truth]
        if not node.because:
            return leaf(node)
        if isinstance(node.about, Consulted):
            if node.about.chosen is not None:
                return of(node.live_limbs[0])
            limbs = tuple(map(of, node.because))
            same = len(set(limbs)) == 1 and limbs[0].kind in _SETTLED
            return limbs[0] if same else Formula(READING, limbs, reading(node.about))
        return joined(node.kind.value, tuple(map(of, node.because)))

    return of(finding)


def _is_known(node: Node) -> bool:
    """Whether nothing below is open: a comparison of known days is a constant."""
    is_fact = isinstance(node, Finding) and node.kind is Kind.FACT
    return not node.is_unknown and not is_fact and all(map(_is_known, node.because))


_SETTLED = (_YES.kind, _NO.kind)
_CONSTANTS = tuple(constant.kind for constant in CONSTANT.values())


def joined(kind: str, limbs: tuple[Formula, ...]) -> Formula:
    """Return what joins the limbs, without those that are settled and carry nothing."""
    if kind == NOT:
        return {_YES: _NO, _NO: _YES}.get(limbs[0], Formula(NOT, limbs))
    enough, neutral, result = {ALL: (_NO, _YES, _NO), ANY: (_YES, _NO, _YES), NONE: (_YES, _NO, _NO)}[kind]
    if enough in limbs:
        return result
    rest = tuple(limb for limb in limbs if limb != neutral)
    return Formula(kind, rest) if rest else {_YES: _NO, _NO: _YES}[result]


def variables(node: Formula) -> Iterator[int]:
    """Yield the place of each mention of a variable, in order; those of open readings as well."""
    if node.place >= 0:
        yield node.place
    for limb in node.limbs:
        yield from variables(limb)


def renumbered(node: Formula, places: dict[int, int]) -> Formula:
    """Return the formula with other places, given in the order of their first mention."""
    place = places.setdefault(node.place, len(places)) if node.place >= 0 else -1
    return Formula(node.kind, tuple(renumbered(limb, places) for limb in node.limbs), place)


class Evaluation:
    """A formula over all states of a space: what its strong Kleene logic claims."""

    def __init__(self, within: Space, possible: int = -1) -> None:
        self.space = within
        self._impossible = within.everything & ~possible
        self._known: dict[Formula, Pair] = {}

    def planes(self, node: Formula) -> Pair:
        """Return where the formula is YES, and where it is NO."""
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self._planes(node)
        return found

    def unknown(self, node: Formula) -> int:
        """Return where the formula is UNKNOWN."""
        yes, no = self.planes(node)
        return self.space.everything & ~(yes | no)

    def _planes(self, node: Formula) -> Pair:
        everything = self.space.everything
        match node.kind:
            case "variable":
                return self.space.digit(node.place, TRUE), self.space.digit(node.place, FALSE)
            case "yes":
                return everything, 0
            case "no":
                return 0, everything
            case "unknown":
                return 0, 0
            case "exact":
                return self._exactly(node.limbs[0])
            case "not":
                yes, no = self.planes(node.limbs[0])
                return no, yes
            case "reading":
                return self._on_readings(node)
            case _:
                return self._joined(node)

    def _joined(self, node: Formula) -> Pair:
        everything = self.space.everything
        pairs = [self.planes(limb) for limb in node.limbs]
        one, other = (0, 1) if node.kind == ALL else (1, 0)
        every, some = everything, 0
        for pair in pairs:
            every &= pair[one]
            some |= pair[other]
        return (some, every) if node.kind == ANY else (every, some)

    def _on_readings(self, node: Formula) -> Pair:
        pairs = [self.planes(limb) for limb in node.limbs]
        yes = no = self.space.digit(node.place, OPEN)
        for pair in pairs:
            yes &= pair[0]
            no &= pair[1]
        for option, pair in enumerate(pairs, 1):
            on = self.space.digit(node.place, option)
            yes |= on & pair[0]
            no |= on & pair[1]
        return yes, no

    def _exactly(self, inner: Formula) -> Pair:
        yes, no = (plane | self._impossible for plane in self.planes(inner))
        for place in sorted(set(variables(inner))):
            yes, no = (self.space.in_every_completion(plane, place) for plane in (yes, no))
        return yes, no

    def open_mentions(self, node: Formula) -> tuple[dict[int, int], int]:
        """Return for each variable where it stands open in the tree, and where any does so more than once.

        What stands open has nothing settled above it.
        """
        reached: dict[int, int] = {}
        twice = 0

        def walk(below: Formula, region: int) -> None:
            nonlocal twice
            region &= self.unknown(below)
            if not region:
                return
            if below.place >= 0:
                open_here = region & self.space.digit(below.place, OPEN)
                twice |= reached.get(below.place, 0) & open_here
                reached[below.place] = reached.get(below.place, 0) | open_here
                if below.kind == READING and len(below.limbs) == 1:
                    twice |= open_here
            for place, limb in enumerate(below.limbs, 1):
                walk(limb, region & self._live(below, place))

        walk(node, self.space.everything)
        return reached, twice

    def _live(self, node: Formula, place: int) -> int:
        """Return where a limb counts: below a reading that is chosen, only that of the option."""
        if node.kind != READING:
            return self.space.everything
        return self.space.digit(node.place, OPEN) | self.space.digit(node.place, place)
