"""A finding made into code: a function of its facts, which answers at once, and one which gives the whole tree.

The facts of a case are one whole number, the code: two bits for each fact, 0 for NO, 1 for UNKNOWN, 3 for YES. So the
lesser and the greater of two answers are `&` and `|`, and the facts below a limb are the code under a mask: by it,
each limb keeps what it has made. No text of a case stands in the code that is written, and none is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias, cast

from attrs import evolve

from uncc.kernel.again import rebuilt
from uncc.kernel.completions import everything_in, is_open_reading, question_of, union
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Kind, Node, Truth, greatest_of, least_of
from uncc.kernel.tied import following, tied_among

__all__ = ["Compiled", "compiled", "misshapen", "wrong_fact"]

Join: TypeAlias = "Callable[[tuple[Any, ...]], Node]"
"""What makes a node of its limbs."""

CODES: Mapping[Truth, int] = MappingProxyType({NO: 0, UNKNOWN: 1, YES: 3})
TRUTHS = (NO, UNKNOWN, UNKNOWN, YES)
OPPOSITE = (3, 1, 1, 0)
"""By code; 2 does not occur."""
MOST_KEPT = 4096
"""How many nodes each limb keeps; then they are let go, and made anew."""
MOST_TERMS = 50
"""How many terms stand in one line of what is written: what reads it goes as deep as a line is long."""


class Compiled(NamedTuple):
    """A finding as two functions of a row of facts, in the order of its questions.

    They refuse a row of another length, what is no fact, and facts that contradict each other, with `InvalidValue`.
    """

    truth: Callable[[tuple[Any, ...]], Truth]
    finding: Callable[[tuple[Any, ...]], Finding]


def compiled(finding: Finding, questions: tuple[Question, ...]) -> Compiled:
    """Return a finding that rests on facts alone, made into code; `questions` are those facts, in some order."""
    written = _Written(_Limbs(questions), questions)
    return Compiled(written.truth(finding), written.finding(finding))


def wrong_fact(question: Question, value: object) -> InvalidValue:
    """Return the error for a value that is none of a fact."""
    return InvalidValue(question.name, value, "true, false or null (not known)")


def misshapen(row: tuple[Any, ...], questions: tuple[Question, ...]) -> InvalidValue:
    """Return the error for a row that has not a value for each question."""
    wanted = len(questions)
    return InvalidValue("values", len(row), f"the length of a row: {wanted}, a value for each question")


class _Limb(dict[int, Node]):
    """A limb of a finding by the facts below it, which are the code under its mask: made when asked for, and kept."""

    def __init__(self, mask: int, limbs: Sequence[_Limb], join: Join, known: Mapping[int, Node]) -> None:
        super().__init__(known)
        self.mask = mask
        self._limbs = [(limb.mask, limb) for limb in limbs]
        self._join = join

    def __missing__(self, facts: int) -> Node:
        if len(self) >= MOST_KEPT:
            self.clear()
        made = self[facts] = self._join(tuple([limb[facts & mask] for mask, limb in self._limbs]))
        return made


class _Limbs:
    """The limbs of a finding; equal ones are one."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self._places = {question: 2 * place for place, question in enumerate(questions)}
        self._known: dict[Node, _Limb] = {}

    def of(self, node: Node) -> _Limb:
        """Return a node as a limb."""
        if node not in self._known:
            self._known[node] = self._new(node)
        return self._known[node]

    def _new(self, node: Node) -> _Limb:
        limbs = [self.of(limb) for limb in node.because]
        mask = union(limb.mask for limb in limbs)
        known: Mapping[int, Node] = {} if mask else {0: node}
        place = self._places.get(node.about) if isinstance(node.about, Question) else None
        if place is not None and not limbs:
            mask = 3 << place
            known = {code << place: evolve(cast("Finding", node), truth=truth) for truth, code in CODES.items()}
        return _Limb(mask, limbs, _joint(node), known)


def _joint(node: Node) -> Join:
    """Return what makes a node of other limbs; of one that only joins them, without a look at all that it might be."""
    truth_of = _TRUTH_OF.get(node.kind)
    if truth_of is None or not isinstance(node, Finding) or node.exact or node.cut_short:
        return lambda limbs: rebuilt(node, limbs)
    statement, authority, kind, subject = node.statement, node.authority, node.kind, node.subject
    return lambda limbs: Finding(truth_of(limbs), statement, authority, kind, limbs, subject=subject)


_TRUTH_OF: Mapping[Kind, Callable[[tuple[Finding, ...]], Truth]] = MappingProxyType(
    {
        Kind.ALL: least_of,
        Kind.ANY: greatest_of,
        Kind.NONE: lambda limbs: ~greatest_of(limbs),
        Kind.NOT: lambda limbs: ~limbs[0].truth,
    }
)


class _Written:
    """The functions of a formula as they are written: a line for each fact, then one for each limb."""

    def __init__(self, limbs: _Limbs, questions: tuple[Question, ...]) -> None:
        self._limbs = limbs
        self._questions = questions
        self._ties = tuple(_ties(questions))
        self._lines: list[str] = []
        self._names: dict[Node, str] = {}
        self._looked_into: list[_Limb] = []

    def truth(self, finding: Finding) -> Callable[[tuple[Any, ...]], Truth]:
        """Return the function that gives the answer to a finding."""
        self._lines = []
        told = self._term(finding)
        facts = self._facts_of_code() if self._looked_into or self._ties else self._facts()
        return self._function([*facts, *self._lines], f"TRUTHS[{told}]")

    def finding(self, finding: Finding) -> Callable[[tuple[Any, ...]], Finding]:
        """Return the function that gives the finding itself."""
        return self._function(self._code(), "found[code]", found=self._limbs.of(finding))

    def _function(self, lines: list[str], told: str, **named: Any) -> Callable[..., Any]:
        arguments = "".join(f"v{place}, " for place in range(len(self._questions)))
        unpacked = [f"try: ({arguments}) = row", "except ValueError: refuse(row)"]
        source = "\n    ".join(["def asked(row):", *unpacked, *lines, f"return {told}"])
        names: dict[str, Any] = {
            "TRUTHS": TRUTHS,
            "OPPOSITE": OPPOSITE,
            "wrong": self._wrong,
            "tied": self._tied,
            **named,
        }
        names |= {"refuse": self._refuse, "truth_of": [_code_of(limb) for limb in self._looked_into]}
        exec(source, names)  # written here, of numbers and of the names above alone
        return cast("Callable[..., Any]", names["asked"])

    def _fact(self, one: int, place: int = 0) -> str:
        """Return what gives a fact of a row its bits, at a place of the code."""
        said = f"{3 << place} if v{one} is True else 0 if v{one} is False else {1 << place} if v{one} is None"
        return f"({said} else wrong({one}, v{one}))"

    def _facts(self) -> list[str]:
        """Return the lines that take each fact of a row by itself."""
        return [f"a{one} = {self._fact(one)}" for one in range(len(self._questions))]

    def _code(self) -> list[str]:
        """Return the lines that make one number of the facts, which is their sum, with what follows from them."""
        terms = [self._fact(one, 2 * one) for one in range(len(self._questions))]
        parts = [" + ".join(terms[start : start + MOST_TERMS]) for start in range(0, len(terms), MOST_TERMS)]
        lines = [f"code = {parts[0]}" if parts else "code = 0", *(f"code += {part}" for part in parts[1:])]
        return [*lines, "code = tied(code)"] if self._ties else lines

    def _facts_of_code(self) -> list[str]:
        """Return the lines that make the code, and take each fact from it."""
        return [*self._code(), *(f"a{one} = code >> {2 * one} & 3" for one in range(len(self._questions)))]

    def _term(self, node: Node) -> str:
        """Return the name of the answer to a node, and write how it comes about."""
        if node not in self._names:
            self._names[node] = self._new(node)
        return self._names[node]

    def _new(self, node: Node) -> str:
        mask = self._limbs.of(node).mask
        if not mask:
            return str(CODES[node.truth])
        if not node.because:
            return f"a{(mask.bit_length() - 2) // 2}"
        name = f"n{len(self._names)}_{len(self._lines)}"
        how = self._joint(node)
        self._lines.append(f"{name} = {how or self._looked_up(node)}")
        if how is not None and (node.exact or node.cut_short) and _doubts_too_much(node):
            self._lines.append(f"if {name} == 1: {name} = {self._looked_up(node)}")
        return name

    def _joint(self, node: Node) -> str | None:
        """Return the answer to a node by those to its limbs; `None` where it is more than a joint of answers."""
        if node.kind is Kind.READING:
            terms = [self._term(limb) for limb in node.live_limbs]
            if len(terms) == 1:
                return terms[0]
            return f"({self._joined('|', terms)} & 1) | ({self._joined('&', terms)} & 2)"
        if node.kind not in _TRUTH_OF:
            return None
        terms = [self._term(limb) for limb in node.because]
        joined = self._joined("&" if node.kind is Kind.ALL else "|", terms)
        return f"OPPOSITE[{joined}]" if node.kind in (Kind.NONE, Kind.NOT) else joined

    def _joined(self, operator: str, terms: list[str]) -> str:
        """Return the terms as one; of many, parts have lines of their own."""
        while len(terms) > MOST_TERMS:
            part = f"p{len(self._lines)}"
            self._lines.append(f"{part} = {f' {operator} '.join(terms[:MOST_TERMS])}")
            terms = [*terms[MOST_TERMS:], part]
        return f"({f' {operator} '.join(terms)})" if terms else "3" if operator == "&" else "0"

    def _looked_up(self, node: Node) -> str:
        """Return the answer to a node as that of the node itself, made for the code."""
        self._looked_into.append(self._limbs.of(node))
        return f"truth_of[{len(self._looked_into) - 1}](code)"

    def _refuse(self, row: tuple[Any, ...]) -> None:
        raise misshapen(row, self._questions) from None

    def _wrong(self, place: int, value: object) -> None:
        raise wrong_fact(self._questions[place], value)

    def _tied(self, code: int) -> int:
        """Return a code with what follows from it filled in."""
        for place, value, other, held in self._ties:
            if code >> place & 3 == value:
                there = code >> other & 3
                if there not in (1, held):
                    one, two = (self._questions[at // 2] for at in (place, other))
                    raise InvalidValue(one.name, value == 3, f"possible beside {two.name}: {there == 3}")
                code = code & ~(3 << other) | held << other
        return code


def _ties(questions: tuple[Question, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what follows from what: the place of a fact, its value, the place of another, and the value it then has."""
    places = {question: 2 * place for place, question in enumerate(questions)}
    for one in filter(tied_among(questions).__contains__, questions):
        for value in (True, False):
            for other, held in following(one, value=value):
                if other in places:
                    yield places[one], 3 * value, places[other], 3 * held


def _code_of(limb: _Limb) -> Callable[[int], int]:
    return lambda code: CODES[limb[code & limb.mask].truth]


def _doubts_too_much(node: Node) -> bool:
    """Whether the limbs of a node alone may doubt what all completions agree on: something stands in it twice."""
    open_nodes = [one for one in everything_in(node) if isinstance(one.about, Question) or is_open_reading(one)]
    mentions = Counter(map(question_of, open_nodes))
    return max(mentions.values(), default=0) > 1 or bool(tied_among(mentions))
