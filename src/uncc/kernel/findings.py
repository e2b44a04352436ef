"""Findings: three-valued answers that carry their reasons.

A rule is a plain function that returns a `Finding`. Leaves are facts (`given`), circumstances read off the
case (`derived`) and what the text itself settles (`by_text`); `all_of`, `any_of`, `none_of` and `~` join them
under strong Kleene logic, and no limb is ever left out, so that the same tree explains the answer, tells what
is missing and says what would change it.

>>> from uncc.kernel.provisions import art
>>> finding = all_of(
...     "the request may be executed", art(42, 4),
...     derived(True, "the request was received", art(42, 4)),
...     derived(None, "the data are specified", art(42, 3, "c")))
>>> print(finding)
UNKNOWN  the request may be executed [Art. 42(4)]
  YES      the request was received [Art. 42(4)]
  UNKNOWN  the data are specified [Art. 42(3)(c)]
>>> [question.statement for question in finding.open_questions]
['the data are specified']
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar, cast

from attrs import Attribute, evolve, frozen

from uncc.kernel.errors import InvalidValue, UnsettledError
from uncc.kernel.facts import FACT, Declaration, Fact, Facts, Question
from uncc.kernel.model import Model, field_name
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Choice, Consulted, Option, as_adopted
from uncc.kernel.ready import Keepable, kept_ready, known_beforehand
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

if TYPE_CHECKING:
    from uncc.kernel.inquiry import Change
    from uncc.kernel.rows import Cell, Rows

__all__ = [
    "Finding",
    "Kind",
    "Truth",
    "all_of",
    "any_of",
    "by_reading",
    "by_text",
    "derived",
    "exactly",
    "given",
    "greatest_of",
    "least_of",
    "none_of",
    "read_off",
    "said_of",
]

N = TypeVar("N", bound="Node")
Authority = Provision | tuple[Provision, ...]


class Truth(Enum):
    """The answer to a legal question. `NO < UNKNOWN < YES`; deliberately not usable as a `bool`."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    def __bool__(self) -> NoReturn:
        raise TypeError("a three-valued answer is not a bool: use .is_yes, .is_no or .is_unknown of the finding")

    def __lt__(self, other: object) -> bool:
        return _ORDER[self] < _ORDER[other] if isinstance(other, Truth) else NotImplemented

    def __le__(self, other: object) -> bool:
        return _ORDER[self] <= _ORDER[other] if isinstance(other, Truth) else NotImplemented

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    __hash__ = object.__hash__  # of a member there is one only: this is right, and several times faster than by name

    @classmethod
    def of(cls, value: Fact) -> Truth:
        """Return the truth of a fact.

        >>> Truth.of(True).name, Truth.of(None).name
        ('YES', 'UNKNOWN')
        """
        return _OF[value]


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
_ORDER = {NO: 0, UNKNOWN: 1, YES: 2}
_OPPOSITE = {NO: YES, UNKNOWN: UNKNOWN, YES: NO}
_OF: dict[Fact, Truth] = {False: NO, None: UNKNOWN, True: YES}


class Kind(Enum):
    """How a finding comes by its answer, or a quantity by its ends. The value is its stable name in JSON."""

    FACT = "fact"
    """A fact that somebody supplied, or did not."""
    DERIVED = "derived"
    """Read off the case: a particular is there, a date lies before another."""
    TEXT = "text"
    """The Convention itself settles it: no fact can change it."""
    ALL = "all"
    ANY = "any"
    NONE = "none"
    NOT = "not"
    READING = "reading"
    """The answer on one reading of contested words; the limbs are the answers on each."""
    AT_MOST = "at-most"
    """Of two quantities the first is not after, or not more than, the second."""
    LESS = "less"
    """Of two quantities the first is before, or less than, the second."""
    SUM = "sum"
    GREATEST = "greatest"
    """The latest of days, the greatest of amounts."""
    LEAST = "least"
    """The earliest of days, the least of amounts."""
    NTH = "nth"
    """The n-th of the limbs in order; the first limb is n."""
    MONTHS = "months"
    """A day that lies so many months after another."""
    SHARE = "share"
    """A share of an amount: the first limb times the second."""
    REST = "rest"
    """What is left of the first limb without the others; nothing where they are more."""
    PART = "part"
    """What the second limb states of a part of the first, within what can be: the third is the most that is left."""
    WHOLE = "whole"
    """The third limb where the first reaches the second; else the first times the fourth, up to the third."""
    COUNT = "count"
    """How many of the limbs hold."""
    WHERE = "where"
    """A choice by a finding: the second limb where the first is YES, the third where it is NO."""

    __hash__ = object.__hash__  # as of a `Truth`


class Node(Shown, Keepable):
    """What a finding and a quantity have in common: words, provisions, and the reasons below.

    - `statement`: what the answer is the answer to, a constant sentence.
    - `authority`: the provisions that make it matter.
    - `because`: every limb, in the order of the text, whether or not it was decisive.
    - `about`: for a fact or circumstance its question, for a reading what was consulted.
    - `exact`: whether it was settled exactly over all completions (see `exactly`); `cut_short`: whether the search for
      that was too long, so that it may doubt more than it must.
    """

    __slots__ = ()

    truth: Truth
    """Of a quantity YES where it is known exactly, else UNKNOWN."""
    statement: str
    authority: tuple[Provision, ...]
    kind: Kind
    because: tuple[Node, ...]
    about: Question | Consulted | None
    exact: bool
    cut_short: bool

    def __bool__(self) -> NoReturn:
        raise TypeError("an answer with reasons is not a bool: use .is_yes, .is_no, .is_unknown or .settled()")

    @property
    def is_yes(self) -> bool:
        """Whether the answer is yes."""
        return self.truth is YES

    @property
    def is_no(self) -> bool:
        """Whether the answer is no."""
        return self.truth is NO

    @property
    def is_unknown(self) -> bool:
        """Whether the answer is not determined."""
        return self.truth is UNKNOWN

    @property
    def open_questions(self) -> Rows[Question]:
        """The unknown facts, days and numbers and the open readings that can still change it, and no others."""
        from uncc.kernel.inquiry import asked_whole

        return asked_whole(self)

    def decisive(self) -> Self:
        """Return the smallest part of the tree that carries the answer.

        Of several limbs each of which is enough, the smallest is kept, the first among equals; of an
        undetermined finding, every undetermined limb; of a quantity, the limb that sets the end.
        """
        from uncc.kernel.decisive import decisive

        return decisive(self)

    @property
    def readings(self) -> tuple[Consulted, ...]:
        """The contested readings that it consulted, in the order of the tree; `turns_on` are those that matter."""
        return _consulted(self)

    @property
    def turns_on(self) -> tuple[Consulted, ...]:
        """Those of the readings of which another option, alone, would change the answer."""
        from uncc.kernel.decisive import turns_on

        return turns_on(self)

    def under(self, readings: Choice) -> Self:
        """Return the same on these readings, in place of those that it stands on; what is not chosen, as adopted."""
        from uncc.kernel.again import under

        return under(self, readings)

    @staticmethod
    @abstractmethod
    def on_reading(statement: str, consulted: Consulted, limbs: tuple[Any, ...]) -> Node:
        """Return a node of this sort on a reading, from what each option gives, in the order of the register."""

    def walk(self) -> Iterator[Node]:
        """Yield the node and everything below it, in the order of the text.

        Below a contested reading that was chosen, only what is said on that reading.
        """
        yield self
        for limb in self.live_limbs:
            yield from limb.walk()

    @property
    def live_limbs(self) -> tuple[Node, ...]:
        """The limbs on which it rests: all, but of a chosen reading only the one chosen."""
        if isinstance(self.about, Consulted):
            chosen = self.about.chosen_index
            if chosen is not None and len(self.because) > 1:
                return (self.because[chosen],)
        return self.because

    @property
    def citation(self) -> str:
        """The provisions, as they stand in a report.

        >>> from uncc.kernel.provisions import art
        >>> by_text(True, "x", art(42, 4), art(42, 6)).citation
        'Art. 42(4), Art. 42(6)'
        """
        return ", ".join(str(provision) for provision in self.authority)

    def explain(self) -> str:
        """Return the reasons as an indented tree: answer, statement, citation."""
        from uncc.kernel.explanation import explain

        return explain(self)

    def to_rows(self) -> list[dict[str, Cell]]:
        """Return its reasons as rows, for pandas: how deep each stands, its answer, its words, its provisions."""
        from uncc.kernel.explanation import lines

        return [
            {
                "depth": line.depth,
                "answer": line.shown or (None if line.truth is None else str(line.truth.value)),
                "statement": line.said,
                "provisions": line.citation,
            }
            for line in lines(self)
        ]

    def __str__(self) -> str:
        return self.explain()


@kept_ready
def _consulted(node: Node) -> tuple[Consulted, ...]:
    own = (node.about,) if isinstance(node.about, Consulted) else ()
    return tuple(dict.fromkeys(chain(own, *map(_consulted, node.live_limbs))))


@frozen(cache_hash=True, weakref_slot=False)
class Finding(Node):
    """A three-valued answer with its reasons: YES, NO, or UNKNOWN while what is not known can still change it.

    A finding is not a `bool`; `if finding:` is an error for the type checker and when the program runs.
    """

    truth: Truth
    statement: str
    authority: tuple[Provision, ...]
    kind: Kind
    because: tuple[Node, ...] = ()
    about: Question | Consulted | None = None
    exact: bool = False
    cut_short: bool = False
    subject: str = ""
    """Of which of several things it is said: a ground, a participant, an offence; empty where there is one only."""

    def __invert__(self) -> Finding:
        limb = self.because[0] if self.kind is Kind.NOT else None
        return limb if isinstance(limb, Finding) and limb.truth is _OPPOSITE[self.truth] else negated(self)

    @staticmethod
    @kept_ready
    def on_reading(statement: str, consulted: Consulted, limbs: tuple[Any, ...]) -> Finding:
        """Return the finding on a reading, from what each option gives, in the order of the register."""
        place = 0 if len(limbs) == 1 else consulted.chosen_index
        if place is not None:
            truth = limbs[place].truth
        else:
            truth = limbs[0].truth if len({limb.truth for limb in limbs}) == 1 else UNKNOWN
        return Finding(truth, statement, consulted.reading.authority, Kind.READING, limbs, consulted)

    def settled(self) -> bool:
        """Return the answer as a `bool`; `UnsettledError`, with the open questions, when there is none yet."""
        if self.truth is UNKNOWN:
            raise UnsettledError(self.statement, self.open_questions)
        return self.truth is YES

    def flips(self, to: Truth | None = None) -> tuple[tuple[Change, ...], ...]:
        """Return the minimal sets of facts whose change would change the answer: "why not?".

        `to` is the answer to reach: by default the opposite one, or, while the answer is not determined,
        either. No set contains another; smaller sets come first. Readings are not changed: choose them with
        `under` for that. `TooLargeError` where the search would not be exact.
        """
        from uncc.kernel.inquiry import flips

        return flips(self, to)


def as_tuple(authority: Authority) -> tuple[Provision, ...]:
    """Return the provisions that a rule cites, one or several."""
    return authority if isinstance(authority, tuple) else (authority,)


@kept_ready
def all_of(statement: str, authority: Authority, *limbs: Finding) -> Finding:
    """Return the finding that every limb holds: NO as soon as one is NO, YES when all are YES."""
    return Finding(least_of(limbs), statement, as_tuple(authority), Kind.ALL, limbs)


@kept_ready
def any_of(statement: str, authority: Authority, *limbs: Finding) -> Finding:
    """Return the finding that at least one limb holds: YES as soon as one is YES, NO when all are NO."""
    return Finding(greatest_of(limbs), statement, as_tuple(authority), Kind.ANY, limbs)


@kept_ready
def none_of(statement: str, authority: Authority, *limbs: Finding) -> Finding:
    """Return the finding that no limb holds: NO as soon as one is YES, YES when all are NO."""
    return Finding(_OPPOSITE[greatest_of(limbs)], statement, as_tuple(authority), Kind.NONE, limbs)


@kept_ready
def negated(limb: Finding) -> Finding:
    """Return the finding that another does not hold, which `~` returns too, but for what is negated twice."""
    return Finding(_OPPOSITE[limb.truth], f"not: {limb.statement}", limb.authority, Kind.NOT, (limb,))


@kept_ready
def said_of(subject: str, finding: Finding) -> Finding:
    """Return the finding, which then names of which of several things it is said."""
    return evolve(finding, subject=subject)


def least_of(limbs: tuple[Finding, ...]) -> Truth:
    """Return the answer that all limbs give together: NO as soon as one is NO."""
    least = YES
    for limb in limbs:
        if limb.truth is NO:
            return NO
        if limb.truth is UNKNOWN:
            least = UNKNOWN
    return least


def greatest_of(limbs: tuple[Finding, ...]) -> Truth:
    """Return the answer that any of the limbs gives: YES as soon as one is YES."""
    greatest = NO
    for limb in limbs:
        if limb.truth is YES:
            return YES
        if limb.truth is UNKNOWN:
            greatest = UNKNOWN
    return greatest


def given(facts: Facts, attribute: Attribute[Fact], subject: str = "") -> Finding:
    """Return the finding of one declared fact, as it stands in `facts`.

    `attribute` is the field: `attrs.fields(Position).prejudices_essential_interests`. `subject` names the
    thing the fact is about where a case has several of its kind. `InvalidValue` where the field is one of
    another class: a field of the same name may have other words and another provision.
    """
    declaration: Declaration = attribute.metadata[FACT]
    if not isinstance(facts, declaration.holder):
        raise InvalidValue(declaration.name, facts, f"of {declaration.holder.__name__}, which declares that fact")
    value: Fact = getattr(facts, attribute.name)
    if subject:
        return _leaf(declaration, value, subject)
    leaf: Finding | None = declaration.leaves.get(value)
    if leaf is None:
        leaf = declaration.leaves[value] = known_beforehand(_leaf(declaration, value, ""))
    return leaf


@kept_ready
def _leaf(declaration: Declaration, value: Fact, subject: str) -> Finding:
    question = declaration.question(subject)
    return Finding(_OF[value], declaration.statement, declaration.authority, Kind.FACT, (), question)


def derived(  # what can be said of it
    value: Fact,
    statement: str,
    *authority: Provision,
    asked_of: Role = Role.CASE_HOLDER,
    subject: str = "",
    name: str = "",
) -> Finding:
    """Return the finding of a circumstance that a rule has read off the case.

    `name` is the field that tells it (`Class.field`); where a model holds that field, `read_off` names it.
    """
    return _derived(value, name or statement, statement, authority, asked_of, subject)


@kept_ready
def _derived(value: Fact, *about: Any) -> Finding:
    question = Question(*about)
    return Finding(_OF[value], question.statement, question.authority, Kind.DERIVED, (), question)


def read_off(  # noqa: PLR0913  # the field, what it comes to, and what can be said of it
    model: Model,
    attribute: Attribute[Any],
    value: Fact,
    statement: str,
    *authority: Provision,
    asked_of: Role | None = None,
    subject: str = "",
) -> Finding:
    """Return the finding of a circumstance that a field of a model tells: a list, a member of a closed list, a text.

    While the field does not tell, it is what is asked for: the question has its name, and the role of the class.
    """
    role = asked_of or (model.role() if isinstance(model, Facts) else None) or Role.CASE_HOLDER
    kind: Any = type(model)
    return _derived(value, field_name(kind, attribute.name), statement, authority, role, subject)


@kept_ready
def by_text(value: bool, statement: str, *authority: Provision) -> Finding:  # noqa: FBT001  # the answer itself
    """Return the finding of what the Convention itself settles, whatever the facts."""
    return Finding(_OF[value], statement, authority, Kind.TEXT)


def by_reading(statement: str, reading: type[Option], answers: Mapping[Option, N]) -> N:
    """Return what each option of a reading gives; the one adopted holds until `under` chooses another.

    Where no reading is adopted and the options differ, the answer is open, and the reading is its open question.
    """
    consulted, options = as_adopted(reading)
    by_option: Mapping[Any, N] = answers
    limbs = tuple([by_option[option] for option in options])
    return cast("N", limbs[0].on_reading(statement, consulted, limbs))


@kept_ready
def exactly(finding: Finding) -> Finding:
    """Return the finding with its answer settled exactly over all completions of what is open in it.

    Strong Kleene logic is exact while each unknown is mentioned once. A rule of the text that mentions one twice
    passes through here, so that it doubts only what the facts can still change. Where that would take too long, the
    answer is as it was, and `cut_short`.
    """
    if finding.exact:
        return finding
    if finding.truth is not UNKNOWN:
        return evolve(finding, exact=True, cut_short=False)
    from uncc.kernel.inquiry import exact_truth

    truth = exact_truth(finding)
    if truth is None:
        return evolve(finding, cut_short=True)
    return evolve(finding, truth=truth, exact=True, cut_short=False)
