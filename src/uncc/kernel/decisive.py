"""What decides a finding: the smallest part of its tree that carries the answer, and the readings on which it turns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from attrs import evolve

from uncc.kernel.again import by_limbs, rebuilt, supposing
from uncc.kernel.completions import COMPARING, is_open_reading
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Kind, Node, exactly
from uncc.kernel.inquiry import exact_truth
from uncc.kernel.quantities import Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready

__all__ = ["decisive", "turns_on"]

N = TypeVar("N", bound=Node)


def decisive(node: N) -> N:
    """Return the node with only the limbs that carry its answer, or that set its ends, and the readings it turns on."""
    return _decisive(node, "", turns_on(node))[0]


def _decisive(node: N, end: str, turning: Collection[Consulted]) -> tuple[N, int]:
    """Return what carries the answer, and how large it is; of a quantity in a comparison, what sets one end of it."""
    limbs = _carrying(node, end)
    if not limbs:
        return node, sum(1 for _ in node.walk())
    if _holds_together(node):  # what is settled below is why the rest cannot all come together
        return cast("N", evolve(cast("Any", node), because=limbs)), 1 + sum(1 for limb in limbs for _ in limb.walk())
    parts = [_decisive(limb, side, turning) for limb, side in zip(limbs, _sides(node, len(limbs), end), strict=True)]
    if _one_is_enough(node, end) and not is_open_reading(node):
        parts = [min(parts, key=lambda part: part[1])]
    told = _that_is_read(node) if _is_idle(node, turning) else node
    changed = evolve(cast("Any", told), because=tuple(part for part, _ in parts))
    return cast("N", changed), 1 + sum(size for _, size in parts)


def _is_idle(node: Node, turning: Collection[Consulted]) -> bool:
    """Whether a reading was chosen here on which the answer does not turn; one whose other options are cut off did."""
    is_chosen = isinstance(node.about, Consulted) and node.about.chosen is not None and len(node.because) > 1
    return is_chosen and node.about not in turning


def _that_is_read(node: N) -> N:
    """Return what a reading is read as, without the reading: it comes to what the limb of the option comes to."""
    kind = Kind.GREATEST if isinstance(node, Quantity) else Kind.ALL
    return cast("N", evolve(cast("Any", node), kind=kind, about=None))


@kept_ready
def turns_on(node: Node) -> tuple[Consulted, ...]:
    """Return the readings of which another option, alone, would change the answer, or an end, in the tree's order."""
    divided = dict.fromkeys(
        one.about for one in node.walk() if isinstance(one.about, Consulted) and not _agrees_on_each(one)
    )
    return tuple(one for one in divided if any(_differs(node, one, option) for option in one.reading))


def _differs(node: Node, consulted: Consulted, option: Reading) -> bool:
    """Whether the node comes to something else on this option; of an open reading, whether it is settled by it."""
    return option is not consulted.chosen and _answer(supposing(node, {}, {consulted.reading: option})) != _answer(node)


def _answer(node: Node) -> object:
    return (node.least, node.most) if isinstance(node, Quantity) else node.truth


def _sides(node: Node, count: int, end: str) -> tuple[str, ...]:
    """Return which end counts of each limb: of two that were compared the near ones where they lie apart."""
    if node.kind in COMPARING and not node.is_unknown:
        return (MOST, LEAST) if node.truth is YES else (LEAST, MOST)
    if node.kind in _AGAINST:
        return tuple(_OTHER[end] if _AGAINST[node.kind](place) else end for place in range(count))
    return (end,) * count


LEAST, MOST = "least", "most"
_OTHER = MappingProxyType({LEAST: MOST, MOST: LEAST, "": ""})
_AGAINST: Mapping[Kind, Callable[[int], bool]] = MappingProxyType(
    {Kind.REST: lambda place: place > 0, Kind.PART: lambda place: place == 2, Kind.WHOLE: lambda place: place == 1}
)
"""Of which limbs, by their place, the other end sets an end: the more of them, the less there is of the amount."""
_SET_BY_ONE = frozenset({(Kind.GREATEST, LEAST), (Kind.LEAST, MOST)})
"""Where one limb sets the end: the least of the latest day, the most of the earliest."""


def _one_is_enough(node: Node, end: str) -> bool:
    set_by_one = node.kind in (Kind.GREATEST, Kind.LEAST) and not node.is_unknown and not end
    return set_by_one or (node.kind, end) in _SET_BY_ONE or (node.kind, node.truth) in _SUFFICIENT


def _agrees_on_each(node: Node) -> bool:
    """Whether a reading was chosen, and each of its options gives the same: then it decides nothing."""
    if node.is_unknown or not isinstance(node.about, Consulted) or len(node.live_limbs) == len(node.because):
        return False
    return len(set(map(_answer, node.because))) == 1


def _holds_together(node: Node) -> bool:
    """Whether the answer is not that of its limbs, but holds in every completion of what is open in them."""
    return isinstance(node, Finding) and not node.is_unknown and by_limbs(node) is UNKNOWN


def _carrying(node: Node, end: str) -> tuple[Node, ...]:
    """Return the limbs that carry the answer: all that must agree, or the smallest of those that suffice."""
    limbs = node.live_limbs
    if is_open_reading(node):
        return limbs
    if isinstance(node, Quantity):
        return _setting(node, cast("tuple[Any, ...]", limbs), end)
    if node.truth is UNKNOWN:
        return tuple(limb for limb in limbs if limb.truth is UNKNOWN or isinstance(limb, Quantity))
    if _holds_together(node):
        return _together(cast("Finding", node))
    sufficient = _SUFFICIENT.get((node.kind, node.truth))
    if sufficient is None:
        return limbs
    return tuple(limb for limb in limbs if limb.truth is sufficient)


def _together(finding: Finding) -> tuple[Node, ...]:
    """Return the limbs of what holds in every completion: all, or so few of them that none can be left out."""
    limbs = cast("tuple[Finding, ...]", finding.live_limbs)
    if (finding.kind, finding.truth) not in _SUFFICIENT:
        return tuple(map(exactly, limbs))
    for limb in limbs:
        fewer = tuple(other for other in limbs if other is not limb)
        if exact_truth(cast("Finding", rebuilt(finding, fewer, settle=False))) is finding.truth:
            limbs = fewer
    return limbs


def _setting(node: Quantity, limbs: tuple[Any, ...], end: str) -> tuple[Node, ...]:
    """Return the limbs that set the ends of a quantity, or the one end that counts."""
    if (node.kind, end) in _SET_BY_ONE:
        return tuple(limb for limb in limbs if getattr(limb, end) == getattr(node, end)) or limbs
    match node.kind:
        case Kind.GREATEST if not end:
            return tuple(limb for limb in limbs if limb.most >= node.most or limb.most > node.least)
        case Kind.LEAST if not end:
            return tuple(limb for limb in limbs if limb.least <= node.least or limb.least < node.most)
        case Kind.WHERE if len(limbs) == 3 and not limbs[0].is_unknown:
            return limbs[0], limbs[1] if limbs[0].is_yes else limbs[2]
        case Kind.REST if limbs[0].most <= 0:  # of nothing, nothing is left whatever is taken
            return limbs[:1]
        case _:
            return limbs


_SUFFICIENT = {(Kind.ALL, NO): NO, (Kind.ANY, YES): YES, (Kind.NONE, NO): YES}
"""Where one limb is enough: the kind of finding and its answer, and the answer that the limb must have."""
