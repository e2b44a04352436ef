"""Facts: each declared once, with its words, the provision that makes it matter, and who can answer.

A class of facts is a frozen attrs class that inherits `Facts` and says who can answer; each fact is a field declared
with `fact`, which names somebody else where it has to:

>>> from attrs import fields, frozen
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Weather(Facts, asked_of=Role.CASE_HOLDER):
...     rains: Fact = fact("it rains", art(2, "o"))
...     forecast: Fact = fact("rain was forecast", art(2, "o"), asked_of=Role.DEPOSITARY)
>>> Weather(rains=True).rains, Weather().rains
(True, None)
>>> for question in Weather.questions().values():
...     print(question)
it rains [Art. 2(o)] (ask: case holder)
rain was forecast [Art. 2(o)] (ask: depositary)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias, TypeVar

import attrs
from attrs import evolve, field, frozen
from attrs.validators import and_

from uncc.kernel.between import AtLeast, Between, a_day_fact, a_number_fact, not_before
from uncc.kernel.consistency import Tie, hold_together
from uncc.kernel.declared import as_declared, is_typed
from uncc.kernel.documented import Documented
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model
from uncc.kernel.places import in_words
from uncc.kernel.provisions import Provision
from uncc.kernel.ready import Declared, Keepable
from uncc.kernel.roles import Role

__all__ = [
    "DayFact",
    "Fact",
    "Facts",
    "ListFact",
    "NumberFact",
    "Question",
    "amount_fact",
    "day_fact",
    "fact",
    "list_fact",
    "number_fact",
]

Item = TypeVar("Item")

Fact: TypeAlias = bool | None
"""True, false, or not known (`None`; in JSON `true`, `false`, `null` or absent)."""

DayFact: TypeAlias = date | Between[date] | None
"""A calendar day, what is known of it, or not known (`None`; in JSON `null` or absent)."""
NumberFact: TypeAlias = int | Between[int] | None
"""A whole number, what is known of it, or not known."""
ListFact: TypeAlias = tuple[Item, ...] | AtLeast[Item] | None
"""All things of a kind (`()`: there are none), those of them that are known (`AtLeast`), or not known (`None`)."""

MOST = 36_525
"""The greatest number that a case can hold where a field says nothing else: the days of a hundred years."""
FACT = "uncc.fact"
"""The key under which a field's metadata holds its declaration."""
TIED: dict[str, Declaration] = {}
"""The facts of which one follows from another or excludes it, by name: each is entered with its class."""


@frozen(cache_hash=True)
class Question(Model, Keepable):
    """What can be asked of somebody: a fact, a circumstance of the case, or a reading.

    `name` is `Class.field` for what a field of the case tells, and the id of a reading; `subject` tells apart the
    things of one kind in a case (`data[2]`), and is empty where there is one only.
    `of_list`: of what is asked about the things that a list may hold beside those stated, the statement of the list.
    """

    name: str
    statement: str
    authority: tuple[Provision, ...]
    asked_of: Role
    subject: str = ""
    of_list: str = ""

    @property
    def whole(self) -> Question:
        """What is put to somebody: this question, or the one after the list that answers it."""
        return evolve(self, statement=self.of_list, of_list="") if self.of_list else self

    def __str__(self) -> str:
        about = f"{in_words(self.subject)}: " if self.subject else ""
        cited = ", ".join(str(provision) for provision in self.authority)
        return f"{about}{self.statement} [{cited}] (ask: {self.asked_of.words})"


class Declaration(Declared):
    """The declaration of one fact; its class gives it a name, and a role where it states none of its own."""

    __slots__ = ("asked_of", "authority", "following", "holder", "leaves", "name", "statement")

    asked_of: Role

    def __init__(self, statement: str, authority: tuple[Provision, ...], asked_of: Role | None) -> None:
        self.name = ""
        self.holder: type[Facts] = Facts
        """The class that declares it; its heirs hold it too."""
        self.statement = statement
        self.authority = authority
        if asked_of is not None:
            self.asked_of = asked_of
        self.leaves: dict[Fact, Any] = {}
        """Its findings that are ready, by value, where no subject is named."""
        self.following: dict[bool, dict[Declaration, bool]] = {True: {}, False: {}}
        """The answers to other questions that follow where it is true, and where it is false."""

    def belongs_to(self, holder: type[Facts], field: str, asked_of: Role | None) -> None:
        """Take the name and the role that the class which declares the fact gives it."""
        self.holder, self.name = holder, f"{holder.__name__}.{field}"
        if hasattr(self, "asked_of"):
            return
        if asked_of is None:
            raise TypeError(
                f"{self.name}: nobody is asked; say who can answer, for the class in `class {holder.__name__}(Facts, "
                "asked_of=...)`, or for this fact alone in `fact(..., asked_of=...)`"
            )
        self.asked_of = asked_of

    def question(self, subject: str = "") -> Question:
        """Return the question to which this fact is the answer."""
        return Question(self.name, self.statement, self.authority, self.asked_of, subject)


class QuantityDeclaration(Declaration):
    """The declaration of a day, number or amount: beside the words, what it can be, what it cannot come before."""

    __slots__ = ("bounds", "check", "follows")

    def __init__(  # noqa: PLR0913  # what can be said in a declaration
        self,
        statement: str,
        authority: tuple[Provision, ...],
        asked_of: Role | None,
        check: Callable[[str, object], None],
        *,
        follows: str = "",
        bounds: tuple[int, int] = (0, MOST),
    ) -> None:
        super().__init__(statement, authority, asked_of)
        self.check = check
        self.follows = follows
        self.bounds = bounds

    @property
    def is_day(self) -> bool:
        """Whether it is a day."""
        return self.check is a_day_fact

    @property
    def counts(self) -> bool:
        """Whether it is a number, and neither a day nor an amount."""
        return self.check not in (a_day_fact, _an_amount_fact)


def _an_amount_fact(name: str, value: object) -> None:
    """Look at nothing: the field of an amount has a validator, for what money is the chapters say."""


class ListDeclaration(Declaration):
    """The declaration of a list; its statement is that there are others beside those stated."""

    __slots__ = ()

    def about_others(self, statement: str, subject: str) -> Question:
        """Return what can be asked about the things beside those stated, to which the list is the answer."""
        whole = self.question(subject)
        return whole if statement == self.statement else evolve(whole, statement=statement, of_list=self.statement)


class Facts(Model):
    """The base of every class that declares facts; `asked_of` is who can answer those that name nobody else.

    `ties` say which of them follow from others, and which exclude each other; `case_ties` are held where the facts
    stand in a case, and not where they say what a law demands, or what would be.
    """

    __slots__ = ()

    ties: ClassVar[tuple[Tie, ...]] = ()
    case_ties: ClassVar[tuple[Tie, ...]] = ()

    _asked_of: ClassVar[Role | None] = None
    _declared: ClassVar[Mapping[str, Declaration]] = MappingProxyType({})
    _measured: ClassVar[Mapping[str, QuantityDeclaration]] = MappingProxyType({})
    _held: ClassVar[tuple[Tie, ...]] = ()
    """The ties between what stands in the collection itself, those that are inherited among them."""
    _listed: ClassVar[Mapping[str, ListDeclaration]] = MappingProxyType({})
    _asked: ClassVar[Mapping[str, Question]] = MappingProxyType({})
    _is_typed: ClassVar[bool] = False

    def __init_subclass__(cls, *, asked_of: Role | None = None) -> None:
        super().__init_subclass__()
        if asked_of is not None:  # attrs makes a class with slots a second time, and then says nothing
            cls._asked_of = asked_of

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        super().__attrs_init_subclass__()
        declared: dict[str, Declaration] = {}
        for attribute in attrs.fields(cls):  # type: ignore[arg-type]  # called by attrs on its own classes
            declaration: Declaration | None = attribute.metadata.get(FACT)
            if declaration is not None:
                if not declaration.name:  # one that is inherited keeps what it has
                    declaration.belongs_to(cls, attribute.name, cls._asked_of)
                inherited: Mapping[str, Declaration] = {**cls._declared, **cls._measured, **cls._listed}
                if inherited.get(attribute.name, declaration) is not declaration:
                    own = f"the fact that {cls.__name__} inherits under that name"
                    raise InvalidValue(declaration.name, declaration.statement, own)
                declared[attribute.name] = declaration
        others = QuantityDeclaration, ListDeclaration
        truths = {name: one for name, one in declared.items() if not isinstance(one, others)}
        cls._declared = MappingProxyType(truths)
        measured = {name: one for name, one in declared.items() if isinstance(one, QuantityDeclaration)}
        cls._measured = MappingProxyType(measured)
        listed = {name: one for name, one in declared.items() if isinstance(one, ListDeclaration)}
        cls._listed = MappingProxyType(listed)
        cls._asked = MappingProxyType({name: one.question() for name, one in declared.items()})
        setattr(cls, "__doc__", Documented(vars(cls).get("__doc__")))  # noqa: B010  # no text, but what gives one
        cls._is_typed = is_typed(cls)
        ties: tuple[Tie, ...] = vars(cls).get("ties", ())
        cls._held += tuple(tie for tie in ties if isinstance(tie.fact, str) and not tie.told)
        cls._enter(ties)

    @classmethod
    def _enter(cls, ties: tuple[Tie, ...]) -> None:
        """Note which answers to questions follow from which by these ties."""
        for tie in ties:
            if tie.is_fact and tie.fills:
                one: Declaration = cls._declared[tie.stated]
                other: Declaration = cls._declared[tie.fact] if isinstance(tie.fact, str) else tie.fact.metadata[FACT]
                one.following[True][other] = tie.value
                other.following[not tie.value][one] = False
                TIED.update({one.name: one, other.name: other})

    def __attrs_post_init__(self) -> None:
        for name, declaration in self._measured.items():
            value = getattr(self, name)
            if value is not None:
                declaration.check(name, value)
                earlier = declaration.follows
                while earlier:  # a day between the two may not be known
                    not_before(name, value, earlier, getattr(self, earlier))
                    earlier = self._measured[earlier].follows
        if not self._is_typed:
            as_declared(self)
        if self._held:
            hold_together(self, self._held)

    @classmethod
    def asked(cls) -> Mapping[str, Question]:
        """Return all that the class declares, by field, in order, as the questions that each answers."""
        return cls._asked

    @classmethod
    def lists(cls) -> Mapping[str, Question]:
        """Return the lists of the class by field, in order, as the questions they answer."""
        return {name: declaration.question() for name, declaration in cls._listed.items()}

    @classmethod
    def role(cls) -> Role | None:
        """Return who can answer the facts of the class that name nobody else."""
        return cls._asked_of

    @classmethod
    def measured(cls) -> Mapping[str, QuantityDeclaration]:
        """Return the declarations of the days, numbers and amounts of the class by field, in order."""
        return cls._measured

    @classmethod
    def quantities(cls) -> Mapping[str, Question]:
        """Return the days, numbers and amounts of the class by field, in order, as the questions they answer."""
        return {name: declaration.question() for name, declaration in cls._measured.items()}

    @classmethod
    def follows(cls) -> Mapping[str, str]:
        """Return the days that cannot lie before another, by the names of both questions."""
        measured = cls._measured
        return {one.name: measured[one.follows].name for one in measured.values() if one.follows}

    @classmethod
    def questions(cls) -> Mapping[str, Question]:
        """Return the facts of the class by field, in order, as the questions they answer."""
        return {name: declaration.question() for name, declaration in cls._declared.items()}


def fact(
    statement: str,
    *authority: Provision,
    asked_of: Role | None = None,
    marks: Mapping[str, object] = MappingProxyType({}),
) -> Any:
    """Declare a fact: a field that is true, false, or not known (the default).

    `statement` is the sentence that is true when the fact is, constant and without a full stop. `asked_of` is who can
    answer it, where that is not who can answer the others of its class. `marks` is what a chapter notes down about the
    field, in its metadata.
    """
    declaration = Declaration(statement, authority, asked_of)
    return field(default=None, metadata={**marks, FACT: declaration})


def day_fact(statement: str, *authority: Provision, asked_of: Role | None = None, follows: str = "") -> Any:
    """Declare a day: a field that holds a calendar day, what is known of one, or that it is not known (the default).

    `statement` says what happened on the day. `follows` is the field of the day that it cannot lie before.
    """
    declaration = QuantityDeclaration(statement, authority, asked_of, a_day_fact, follows=follows)
    return field(default=None, metadata={FACT: declaration})


def number_fact(
    statement: str, *authority: Provision, asked_of: Role | None = None, least: int = 0, most: int = MOST
) -> Any:
    """Declare a whole number from `least` to `most`: known exactly, between two ends, or not known (the default)."""
    bounds = least, most
    check = partial(a_number_fact, *bounds)
    return field(
        default=None, metadata={FACT: QuantityDeclaration(statement, authority, asked_of, check, bounds=bounds)}
    )


def _a_list(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, tuple | AtLeast):
        raise InvalidValue(attribute.name, value, "a tuple, or what is known of it (`AtLeast`), or null (not known)")


def list_fact(statement: str, *authority: Provision, asked_of: Role | None = None, validator: Any = None) -> Any:
    """Declare a list of the world: a field that holds all of its things, those known, or that it is not known.

    A tuple is complete, and `()` says that there are none; `AtLeast` holds some, and `None`, the default, says nothing.
    `statement` is the sentence that is true where there are others, of those that matter, beside the ones stated;
    `validator` looks at what is stated.
    """
    looking = _a_list if validator is None else and_(_a_list, validator)
    return field(default=None, validator=looking, metadata={FACT: ListDeclaration(statement, authority, asked_of)})


def amount_fact(statement: str, *authority: Provision, asked_of: Role | None = None, validator: Any = None) -> Any:
    """Declare an amount: a field that holds money, or that it is not known (the default); `validator` looks at it."""
    declaration = QuantityDeclaration(statement, authority, asked_of, _an_amount_fact)
    return field(default=None, validator=validator, metadata={FACT: declaration})
