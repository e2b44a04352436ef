"""The same node once more: on other readings, or with other answers to its questions.

What a rule returns holds what each option of each reading gives, so that a reading is chosen after the answer, at the
root, and cannot get lost on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import is_
from types import MappingProxyType
from typing import Any, Self, TypeAlias, TypeVar, cast

from attrs import evolve, fields

from uncc.kernel import quantities
from uncc.kernel.amounts import part_of, rest_of, whole_or_part
from uncc.kernel.differences import End
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth, all_of, any_of, exactly, negated, none_of, said_of
from uncc.kernel.immutable import fixed
from uncc.kernel.model import Model
from uncc.kernel.quantities import (
    Quantity,
    before,
    earlier_of,
    how_many,
    later_of,
    months_after,
    not_after,
    nth_of,
    share_of,
    sum_of,
    where,
)
from uncc.kernel.readings import Choice, Consulted, Reading
from uncc.kernel.ready import kept_ready

__all__ = ["Answers", "OnReadings", "by_limbs", "rebuilt", "reopened", "supposing", "under"]

N = TypeVar("N", bound=Node)
T = TypeVar("T")
Supposed: TypeAlias = "bool | tuple[End, End]"
"""Of a fact or a finding whether it is true, of a quantity its two ends."""
Answers: TypeAlias = "Mapping[Question, Supposed] | Mapping[Question, bool] | Mapping[Finding, bool]"
Options: TypeAlias = "Mapping[type[Reading], Reading]"


def under(value: T, readings: Choice) -> T:
    """Return the same on these readings, in place of those that it stands on; what is not chosen, as adopted.

    Of a finding, a day, a duty or whatever else is made of them, and of several in a tuple or under names.
    """
    given: Any = value
    if isinstance(value, Node):
        return cast("T", _under(value, readings))
    if isinstance(value, OnReadings):
        return value.under(readings)
    if isinstance(value, tuple):
        limbs = tuple([under(one, readings) if isinstance(one, _HOLDING) else one for one in given])
        return cast("T", given if all(map(is_, limbs, given)) else limbs)
    if isinstance(value, Mapping):
        chosen = {name: under(one, readings) for name, one in given.items()}
        return cast("T", given if all(chosen[name] is one for name, one in given.items()) else fixed(chosen))
    return value


class OnReadings(Model):
    """The base of what is made of findings, days and duties, and holds what each option of a reading gives."""

    __slots__ = ()

    def under(self, readings: Choice) -> Self:
        """Return the same on these readings, in place of those that it stands on; what is not chosen, as adopted."""
        model: Any = self  # of attrs, as every model is
        changed: dict[str, Any] = {}
        for name, given in _arguments(model.__class__):
            held = getattr(model, name)
            if isinstance(held, _HOLDING) and (chosen := under(held, readings)) is not held:
                changed[given] = chosen
        made: Self = evolve(model, **changed) if changed else self
        return made


_HOLDING: tuple[type[Any], ...] = (Node, OnReadings, tuple, Mapping)
"""What may rest on a reading, or hold what does."""


@cache
def _arguments(model: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model, each with the name by which it is given."""
    return tuple((one.name, str(one.alias)) for one in fields(model))


@kept_ready
def _under(node: Node, readings: Choice) -> Node:
    made = _on_limbs(node, lambda limb: _under(limb, readings))
    if isinstance(made.about, Consulted):
        chosen = readings.chosen(made.about.reading)
        if chosen is not made.about.chosen:
            return _on_reading(made, Consulted(made.about.reading, chosen), made.because)
    return made


def supposing(node: N, answers: Answers, options: Options = MappingProxyType({}), *, settle: bool = True) -> N:
    """Return the node as it would be with these answers to its questions; what is not among them stays as it is.

    `options` are the choices on contested readings, in place of those that it stands on. What was settled over all
    worlds is settled again; without `settle`, it says what its limbs say.
    """
    known: dict[Node, Node] = {}
    known_answers = cast("Mapping[Question | Finding, Supposed]", answers)
    latest = _latest(node, known_answers)

    def again(one: Node) -> Node:
        if one not in known:
            asked = one.about if isinstance(one.about, Question) else one if isinstance(one, Finding) else None
            supposed = None if asked is None else known_answers.get(asked)
            if supposed is not None:
                known[one] = _leaf(one, supposed=supposed)
            elif isinstance(one, quantities.Day) and latest and isinstance(one.about, Question):
                known[one] = _in_order(one, again, latest)
            else:
                known[one] = _chosen(_on_limbs(one, again, settle=settle), options, settle=settle)
        return known[one]

    return cast("N", again(node))


def reopened(node: N, asked: Callable[[Question], bool]) -> N:
    """Return the node as it would be if it were not known of these circumstances of the case that they are not so.

    A request that is silent on a point is settled by that; while it is being written, the point is open.
    """

    def again(one: Node) -> Node:
        if one.because:
            return _on_limbs(one, again)
        if one.kind is Kind.DERIVED and one.truth is Truth.NO and asked(cast("Question", one.about)):
            return evolve(cast("Finding", one), truth=Truth.UNKNOWN)
        return one

    return cast("N", again(node))


def _latest(node: Node, answers: Mapping[Question | Finding, Supposed]) -> dict[Question, End]:
    """Return by question the latest that a day can be, by what is supposed of those that follow it.

    Empty where no day is supposed: then what is known of their order stands in the node.
    """
    found: dict[Question, End] = {}
    if not any(isinstance(supposed, tuple) for supposed in answers.values()):
        return found
    for leaf in _days_in(node):
        one: quantities.Day | None = leaf
        most = leaf.most
        while one is not None and isinstance(one.about, Question):
            supposed = answers.get(one.about)
            most = min(most, supposed[1] if isinstance(supposed, tuple) else one.most)
            found[one.about] = min(found.get(one.about, most), most)
            one = one.follows
    return found


def _days_in(node: Node) -> Iterator[quantities.Day]:
    if isinstance(node, quantities.Day) and isinstance(node.about, Question):
        yield node
    for limb in node.because:
        yield from _days_in(limb)


def _in_order(day: quantities.Day, change: Callable[[Node], Node], latest: Mapping[Question, End]) -> Node:
    """Return a day that is not supposed itself between those supposed before and after it."""
    most = min(day.most, latest[cast("Question", day.about)])
    if day.follows is None:
        return day if most == day.most else evolve(day, most=most)
    follows = cast("quantities.Day", change(day.follows))
    return evolve(day, least=max(day.least, follows.least), most=most, follows=follows)


def _chosen(node: Node, options: Options, *, settle: bool) -> Node:
    about = node.about
    if isinstance(about, Consulted) and about.reading in options:
        return _on_reading(node, Consulted(about.reading, options[about.reading]), node.because, settle=settle)
    return node


def _leaf(node: Node, *, supposed: Supposed) -> Node:
    if isinstance(supposed, bool):
        return evolve(cast("Finding", node), truth=Truth.of(supposed))
    return evolve(cast("Quantity", node), least=supposed[0], most=supposed[1])


def _on_limbs(node: Node, change: Callable[[Node], Node], *, settle: bool = True) -> Node:
    limbs = tuple([change(limb) if limb.because or limb.about is not None else limb for limb in node.because])
    if all(map(is_, limbs, node.because)):
        return node
    return rebuilt(node, limbs, settle=settle)


def rebuilt(node: Node, limbs: tuple[Any, ...], *, settle: bool = True) -> Node:
    """Return the node with other limbs, its answer or its ends computed from them anew, and settled again if it was."""
    if isinstance(node.about, Consulted):
        return _on_reading(node, node.about, limbs, settle=settle)
    match node.kind:
        case Kind.WHERE if len(limbs) == 2:  # as `decisive` leaves it
            return cast("Node", evolve(cast("Any", node), because=limbs))
        case Kind.WHERE:
            made: Node = evolve(where(*limbs), statement=node.statement, authority=node.authority)
        case Kind.NOT:
            made = negated(*limbs)
        case Kind.COUNT if isinstance(limbs[-1], Quantity):
            made = how_many(node.statement, node.authority, *limbs[:-1], more=cast("Any", limbs[-1]))
        case Kind.SUM if isinstance(limbs[0], quantities.Day):
            made = quantities.days_after(node.statement, node.authority, *limbs)
        case kind:
            made = _JOINTS[kind](node.statement, node.authority, *limbs)
    made = _said_of_the_same(node, made)
    return _settled(node, made) if settle else made


def _said_of_the_same(node: Node, made: Node) -> Node:
    if isinstance(node, Finding) and isinstance(made, Finding) and node.subject:
        return said_of(node.subject, made)
    return made


def _settled(node: Node, made: Node) -> Node:
    """Return what was made in place of a node, settled over all worlds where that was asked of the node."""
    if not node.exact and not node.cut_short:
        return made
    return exactly(made) if isinstance(made, Finding) else quantities.exactly_between(cast("Quantity", made))


def _on_reading(node: Node, consulted: Consulted, limbs: tuple[Any, ...], *, settle: bool = True) -> Node:
    made = node.on_reading(node.statement, consulted, limbs)
    made = _said_of_the_same(node, made)
    return _settled(node, made) if settle else made


_JOINTS: Mapping[Kind, Callable[..., Node]] = MappingProxyType(
    {
        Kind.ALL: all_of,
        Kind.ANY: any_of,
        Kind.NONE: none_of,
        Kind.AT_MOST: not_after,
        Kind.LESS: before,
        Kind.SUM: sum_of,
        Kind.GREATEST: later_of,
        Kind.LEAST: earlier_of,
        Kind.NTH: nth_of,
        Kind.MONTHS: months_after,
        Kind.SHARE: share_of,
        Kind.REST: rest_of,
        Kind.PART: part_of,
        Kind.WHOLE: whole_or_part,
        Kind.COUNT: how_many,
    }
)


def by_limbs(finding: Finding) -> Truth:
    """Return the answer that the limbs of a finding give; of a leaf its own."""
    truths = [limb.truth for limb in finding.live_limbs]
    match finding.kind:
        case Kind.ALL:
            return min(truths, default=Truth.YES)
        case Kind.ANY:
            return max(truths, default=Truth.NO)
        case Kind.NONE | Kind.NOT:
            return ~max(truths, default=Truth.NO)
        case Kind.AT_MOST | Kind.LESS:
            return rebuilt(finding, finding.because, settle=False).truth
        case Kind.READING:
            return truths[0] if len(set(truths)) == 1 else Truth.UNKNOWN
        case _:
            return finding.truth
