"""How a finding is told: an indented tree of answers, words and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import cast

from attrs import evolve, frozen

from uncc.kernel.again import by_limbs, rebuilt
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.model import Model
from uncc.kernel.places import in_words
from uncc.kernel.quantities import Amount, Day, Number, Quantity
from uncc.kernel.readings import Consulted, Reading

__all__ = ["Line", "explain", "lines", "refuse_misshapen", "subject_of"]


@frozen
class Line(Model):
    """One line of an explanation: its depth, the answer it states (if any), its words, and its citation (if any)."""

    depth: int
    truth: Truth | None
    statement: str
    citation: str = ""
    shown: str = ""
    """What is known of a quantity."""
    label: str = ""
    """What the statement is, where it is no answer: the question of a contested reading."""

    @property
    def said(self) -> str:
        """The statement behind its label."""
        return f"{self.label} {self.statement}" if self.label else self.statement

    @property
    def words(self) -> str:
        """The same with its citation."""
        return f"{self.said} [{self.citation}]" if self.citation else self.said


def refuse_misshapen(node: Node) -> None:
    """Refuse a node, read from a document, that no rule could have made: `InvalidValue` says what is wrong.

    Its kind has other limbs, or is about something else; or its answer, or its ends, are not what its limbs give.
    """
    if not _goes_with_its_kind(node, len(node.because)):
        raise InvalidValue("kind", node.kind.value, "a kind that goes with the limbs and with what it is about")
    if isinstance(node, Quantity):
        _refuse_other_ends(node)
        return
    found = by_limbs(cast("Finding", node))
    if found is not node.truth and found is not Truth.UNKNOWN:  # which may be settled over all completions
        raise InvalidValue("truth", node.truth.value, f"{found.value}, the answer that its limbs give")


def _refuse_other_ends(quantity: Quantity) -> None:
    """Refuse ends that do not stand in order, or that leave what the limbs give; those settled over all lie within."""
    if quantity.least > quantity.most:
        raise InvalidValue("most", quantity.statement, "known between ends in order: its least is more than its most")
    if not quantity.because or _is_shown_in_part(quantity):
        return
    found = cast("Quantity", rebuilt(quantity, quantity.because, settle=False))
    is_within = found.least <= quantity.least and quantity.most <= found.most
    if not is_within or (not quantity.exact and (quantity.least, quantity.most) != (found.least, found.most)):
        raise InvalidValue("least", quantity.shown, f"{found.shown}, what its limbs give")


def _is_shown_in_part(quantity: Quantity) -> bool:
    """Whether only the limbs that set the ends are left, as `decisive` leaves them."""
    return quantity.kind in (Kind.GREATEST, Kind.LEAST) or (quantity.kind is Kind.WHERE and len(quantity.because) == 2)


def _goes_with_its_kind(node: Node, limbs: int) -> bool:
    match node.kind:
        case Kind.FACT | Kind.DERIVED:
            return isinstance(node.about, Question) and not limbs
        case Kind.READING if isinstance(node.about, Consulted):
            return limbs == len(node.about.reading) or (limbs == 1 and node.about.chosen is not None)
        case Kind.READING:
            return False
        case kind if node.about is not None:
            return False
        case Kind.TEXT:
            return not limbs and (isinstance(node, Quantity) or not node.is_unknown)
        case Kind.NOT:
            return isinstance(node, Finding) and _sorts(node) == [True]
        case Kind.AT_MOST | Kind.LESS:
            return isinstance(node, Finding) and _sorts(node) == [False, False]
        case Kind.ALL | Kind.ANY | Kind.NONE:
            return isinstance(node, Finding) and all(_sorts(node))
        case kind:
            return isinstance(node, Quantity) and _has_limbs_of(kind, node)


def _has_limbs_of(kind: Kind, quantity: Quantity) -> bool:
    sorts = [type(limb) for limb in quantity.because]
    own = type(quantity)
    match kind:
        case Kind.WHERE:
            return sorts in ([Finding, own, own], [Finding, own])
        case Kind.COUNT:
            return own is Number and set(sorts[:-1]) <= {Finding} and sorts[-1:] in ([], [Finding], [Number])
        case Kind.NTH:
            return own is Day and sorts[:1] == [Number] and set(sorts[1:]) <= {Day}
        case Kind.MONTHS:
            return sorts == [Day, Number] and own is Day
        case Kind.SHARE:
            return sorts == [Amount, Amount] and own is Amount
        case Kind.REST | Kind.PART | Kind.WHOLE:
            return own is Amount and set(sorts) == {own} and len(sorts) == _LIMBS.get(kind, len(sorts))
        case Kind.SUM if own is Day:
            return sorts == [Day, Number]
        case _:
            return set(sorts) == {own}


_LIMBS = MappingProxyType({Kind.PART: 3, Kind.WHOLE: 4})
"""How many limbs the kinds have whose limbs are each of a meaning of its own."""


def _sorts(node: Node) -> list[bool]:
    """Return of each limb whether it is a finding."""
    return [isinstance(limb, Finding) for limb in node.because]


IN_EVERY_CASE = "it holds however what is open below turns out, for that cannot all come together"
CUT_SHORT = "too much is open to settle this exactly: it may be less doubtful than it seems"
CONTESTED, AS_ABOVE = "contested:", "contested, as above:"
OPPOSITE = " (the opposite counts)"


def lines(finding: Node, called: Callable[[str], str] = in_words) -> Iterator[Line]:
    """Yield the explanation of a finding line by line; a quantity or a reading told once is named and not repeated.

    What is denied is told as it stands, with its own answer, and with the remark that the opposite counts.

    `called` says in words which of several things a subject is.
    """
    return _Teller(called).lines(finding, 0)


class _Teller:
    """Tells a tree once; knows which quantities and contested readings it has told already."""

    def __init__(self, called: Callable[[str], str]) -> None:
        self.told: set[object] = set()
        self.called = called

    def lines(self, node: Node, depth: int) -> Iterator[Line]:
        if isinstance(node, Quantity):
            if node.because and node in self.told:
                yield _head(node, depth, f"{node.statement}, as above")
                return
            self.told.add(node)
        if isinstance(node.about, Consulted):
            yield from self._reading(node, node.about, depth)
        elif isinstance(node, Quantity):
            yield from self._quantity(node, depth)
        elif depth and _only_denies(node):
            yield from self._denied(node, depth)
        else:
            yield from self._finding(node, depth)

    def _finding(self, finding: Node, depth: int) -> Iterator[Line]:
        yield _head(finding, depth, self._words(finding))
        yield from _how_settled(finding, depth)
        for limb in finding.because:
            if not _is_plain(limb):
                yield from self.lines(limb, depth + 1)

    def _denied(self, finding: Node, depth: int) -> Iterator[Line]:
        """Yield what a finding denies, with the answer of that."""
        told = self.lines(finding.because[0], depth)
        head = next(told)
        yield evolve(head, statement=f"{self._about(finding, head.statement)}{OPPOSITE}")
        yield from told

    def _quantity(self, quantity: Quantity, depth: int) -> Iterator[Line]:
        """Yield what is known of a quantity and why; of a choice that is settled, the condition and what was chosen."""
        limbs = quantity.because
        yield _head(quantity, depth, self._words(quantity))
        yield from _how_settled(quantity, depth)
        if quantity.kind is Kind.WHERE and not limbs[0].is_unknown:
            chosen = limbs[-1] if len(limbs) == 2 or limbs[0].is_no else limbs[1]
            yield from self.lines(limbs[0], depth + 1)
            if chosen.statement == quantity.statement:  # it was told in the line above
                self.told.add(chosen)
                limbs = chosen.because
            else:
                limbs = (chosen,)
        for limb in limbs:
            if not _is_plain(limb):
                yield from self.lines(limb, depth + 1)

    def _reading(self, node: Node, consulted: Consulted, depth: int) -> Iterator[Line]:
        yield _head(node, depth, self._words(node))
        yield from _how_settled(node, depth)
        reading, chosen = consulted.reading, consulted.chosen
        yield Line(depth + 1, None, reading.question, label=AS_ABOVE if reading in self.told else CONTESTED)
        options = (consulted, node.because)
        if options in self.told:
            return
        self.told |= {reading, options}
        shown = (chosen,) if chosen is not None and len(node.because) == 1 else tuple(reading)
        for option, limb in zip(shown, node.because, strict=True):
            how = "if" if chosen is None else _how_chosen(option, consulted)
            yield evolve(_head(limb, depth + 2, f"{how} {option.words}"), citation="")
            if limb.kind is not Kind.TEXT and chosen in (None, option):
                yield from self.lines(limb, depth + 3)

    def _words(self, node: Node) -> str:
        """Return what a node says, and of what; of an opposite, what its limb says and of what."""
        denies = node.kind is Kind.NOT
        return self._about(node, f"the opposite of: {self._words(node.because[0])}" if denies else node.statement)

    def _about(self, node: Node, words: str) -> str:
        """Return words behind what a node is said of."""
        subject = subject_of(node)
        return f"{self.called(subject)}: {words}" if subject else words


def _only_denies(node: Node) -> bool:
    """Whether a node says no more than that the opposite of its limb holds."""
    return node.kind is Kind.NOT and not node.cut_short and by_limbs(cast("Finding", node)) is node.truth


def _how_settled(node: Node, depth: int) -> Iterator[Line]:
    """Yield what is to be said of an answer that its limbs do not give: it holds in every case, or it is in doubt."""
    if node.cut_short:
        yield Line(depth + 1, None, CUT_SHORT)
    if isinstance(node, Finding) and node.exact and by_limbs(node) is not node.truth:
        yield Line(depth + 1, None, IN_EVERY_CASE)


def subject_of(node: Node) -> str:
    """Return of which of several things a node is said; empty where there is one only."""
    own = node.subject if isinstance(node, Finding) else ""
    return own or (node.about.subject if isinstance(node.about, Question) else "")


def _is_plain(node: Node) -> bool:
    """Whether a node is a plain number, or no day at all, which the words above it name already."""
    if not isinstance(node, Quantity) or node.kind is not Kind.TEXT or node.authority:
        return False
    return not isinstance(node, Day) or node.on is None


def _head(node: Node, depth: int, words: str) -> Line:
    if isinstance(node, Quantity):
        return Line(depth, None, words, node.citation, node.shown)
    return Line(depth, node.truth, words, node.citation)


def _how_chosen(option: Reading | None, consulted: Consulted) -> str:
    if option is not consulted.chosen:
        return "otherwise, if"
    return "adopted:" if option is consulted.reading.adopted else "chosen:"


def explain(finding: Node, called: Callable[[str], str] = in_words) -> str:
    """Return the finding as an indented tree."""
    return "\n".join(f"{'  ' * line.depth}{_answer(line)}{line.words}" for line in lines(finding, called))


def _answer(line: Line) -> str:
    if line.shown:
        return f"{line.shown}  "
    return "" if line.truth is None else f"{line.truth.name:<9}"
