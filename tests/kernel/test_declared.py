"""What fields and parameters declare is what comes in; all else is one error that says what would be right."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TypeVar, cast

import pytest
from attrs import Attribute, field, fields, frozen, resolve_types

from uncc.cases import ExtraditionCase, PreservationCase
from uncc.cooperation import Ground, PreservationRequest
from uncc.final_provisions import History, may_denounce
from uncc.kernel.between import Between
from uncc.kernel.declared import OFTEN, as_declared, checked, is_typed, not_one_of, own_validator, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.immutable import fixed
from uncc.kernel.kinds import kind_of
from uncc.kernel.meant import meant, nearest, perhaps
from uncc.kernel.model import Model
from uncc.kernel.parties import Reservation, State
from uncc.kernel.provisions import Provision, art
from uncc.kernel.readings import Reading
from uncc.kernel.roles import Role
from uncc.offences import is_reserved_to_domestic_law

Item = TypeVar("Item")
Bound = TypeVar("Bound", bound=Model)


def even(_: object, attribute: Attribute[Any], value: Any) -> None:
    if value % 2:
        raise InvalidValue(attribute.name, value, "an even number")


def sorted_tuple(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(values))


@frozen(field_transformer=typed)
class Train(Model):
    """A train, for these tests."""

    number: int = field(validator=even)
    kind: Role = Role.CUSTODIAN
    stops: tuple[str, ...] = field(default=(), converter=sorted_tuple)
    on: date | None = None
    share: Fraction = Fraction(1, 2)


@frozen(field_transformer=typed)
class Express(Train):
    """An heir with a field more."""

    supplement: Decimal | None = None


@frozen(kw_only=True)
class Weather(Facts, asked_of=Role.CASE_HOLDER):
    """Facts, which look at their fields without being told to."""

    rains: Fact = fact("it rains", art(42, 6))
    where: str | None = None


def test_a_field_takes_what_it_declares() -> None:
    """A value of the class, of an heir of it, and nothing where that is declared."""
    assert Express(2, Role.CUSTODIAN, ("b", "a"), date(2030, 1, 1), supplement=Decimal(1)).stops == ("a", "b")
    assert Express(2).supplement is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"number": 8.0}, "number: 8.0 is not a whole number"),
        ({"number": False}, "number: False is not a whole number"),
        ({"number": 7.0}, "number: 7.0 is not an even number"),
        ({"number": 3}, "number: 3 is not an even number"),
        ({"kind": "custodian"}, "kind: 'custodian' is not a Role: give Role.CUSTODIAN, and not its name in JSON"),
        ({"kind": "CUSTODIAN"}, "kind: 'CUSTODIAN' is not a Role: give Role.CUSTODIAN, and not its name"),
        ({"kind": "custodain"}, "kind: 'custodain' is not a Role: perhaps Role.CUSTODIAN"),
        ({"stops": 7}, "stops: 7 is not a tuple"),
        ({"stops": ("a", "b", None)}, "stops[2]: None is not a text"),
        ({"on": datetime(2030, 1, 1)}, "on: '2030-01-01T00:00:00' is not a calendar day: give a date without a time"),
        ({"on": "2030-01-01"}, "on: '2030-01-01' is not a calendar day such as 2027-05-09, or null"),
        ({"share": 0.5}, "share: 0.5 is not a Fraction"),
        ({"supplement": 1.5}, "supplement: 1.5 is not a Decimal, or null"),
    ],
)
def test_a_field_refuses_all_else(wrong: dict[str, Any], said: str) -> None:
    """The error names the field, shows the value and says what would be right."""
    for _ in range(OFTEN + 2):
        assert Express(4).number == 4
        with pytest.raises(InvalidValue) as caught:
            Express(**cast("dict[str, Any]", {"number": 2, **wrong}))
        assert str(caught.value) == said


def test_all_fields_are_looked_at_before_their_own_validators() -> None:
    """A validator that reckons with what can be meant meets nothing else; where it has words, they come first."""
    with pytest.raises(InvalidValue, match=r"^kind: "):
        Train(3, cast("Any", "x"))

    def first(_: object, attribute: Attribute[Any], value: Any) -> None:
        raise InvalidValue(attribute.name, value, "the first of all")

    @frozen(field_transformer=typed)
    class Ordered(Model):
        number: int = field(validator=first)
        other: int = field(default=1, validator=first)

    with pytest.raises(InvalidValue, match=r"^other: 'x' is not the first of all$"):
        Ordered(cast("Any", 1), cast("Any", "x"))


def test_what_a_validator_says_of_another_field_is_not_taken() -> None:
    """Then the annotation speaks, and so it does where the validator accepts or fails on what cannot be meant."""

    def of_another(_: object, __: Attribute[Any], value: Any) -> None:
        raise InvalidValue("elsewhere", value, "right")

    def nothing(_: object, __: Attribute[Any], ___: Any) -> None:
        return None

    for validator in (of_another, nothing, even):

        @frozen(field_transformer=typed)
        class One(Model):
            number: int = field(validator=validator)

        with pytest.raises(InvalidValue, match=r"^number: 'x' is not a whole number$"):
            One(cast("Any", "x"))


def test_facts_look_by_themselves() -> None:
    """A class of facts needs no word for it; one that says it all the same looks once, and before its validators."""
    with pytest.raises(InvalidValue, match=r"^rains: 'yes' is not true, false or null \(not known\)$"):
        Weather(rains=cast("Any", "yes"))
    with pytest.raises(InvalidValue, match=r"^where: 7 is not a text, or null$"):
        Weather(where=cast("Any", 7))
    assert not is_typed(Weather)
    assert is_typed(Train)


def test_a_model_without_fields_and_one_that_says_nothing_take_what_comes() -> None:
    """There is nothing to look at."""

    @frozen(field_transformer=typed)
    class Empty(Model):
        pass

    @frozen(field_transformer=typed)
    class Anything(Model):
        value: Any
        local: "Nowhere"  # type: ignore[name-defined]  # noqa: F821, UP037  # pyright: ignore

    assert Empty() == Empty()
    assert Anything(1, 2).value == 1
    as_declared(Anything(1, 2))


def test_own_validators_can_be_told_apart() -> None:
    """What a field has beside its annotation is what was written."""
    assert own_validator(fields(Express).number).__class__ is not None
    assert own_validator(fields(Express).kind) is None
    assert own_validator(fields(PreservationRequest).reference) is fields(PreservationRequest).reference.validator


def test_the_first_field_needs_no_validator_of_its_own() -> None:
    """It is looked at as the others are."""

    @frozen(field_transformer=typed)
    class Pair(Model):
        both: tuple[int, str]

    assert own_validator(fields(Pair).both) is None
    for wrong in ((1,), ("a", 1), [1, "a"]):
        with pytest.raises(InvalidValue, match=r"^both"):
            Pair(cast("Any", wrong))
    assert Pair((1, "a")).both == (1, "a")


# Kinds


Option = Enum("Option", "RED BLUE")


KINDS: list[tuple[Any, list[Any], list[Any]]] = [
    (int, [7], [7.0, True, "7", None]),
    (float, [7, 7.5], [True, "7"]),
    (bool, [True, False], [1, None]),
    (str, ["a"], [b"a", State("Astoria")]),
    (date, [date(2030, 1, 1)], [datetime(2030, 1, 1), "2030-01-01"]),
    (datetime, [datetime(2030, 1, 1)], [date(2030, 1, 1)]),
    (int | None, [7, None], ["7"]),
    (tuple[int, ...], [(), (1, 2)], [[1], (1, "2"), "12", None]),
    (tuple[int, str], [(1, "a")], [(1,), ("a", 1), (1, "a", 2), [1, "a"]]),
    (tuple[str, ...] | None, [None, ("a",)], [["a"], (1,)]),
    (Sequence[str], [["a"], ("a",)], ["a", [1], {"a"}]),
    (Collection[Ground], [set(Ground), [*Ground]], ["a", ["a"]]),
    (Iterable[str], [iter(()), ["a"]], ["a", 7]),
    (dict[str, int], [{"a": 1}], [[("a", 1)]]),
    (Literal["a", 1], ["a", 1], ["b", True]),
    (type[Model], [State], [int, State("Astoria")]),
    (type[Any], [int, tuple[int, ...]], [7]),
    (type[Bound], [State], [int]),  # pyright: ignore[reportGeneralTypeIssues]  # as a function would have it
    (Between[int], [Between(1, 2)], [1]),
    (list, [[1]], [(1,)]),
    (Any, [object()], []),
    (Item, [object()], []),
    (Any | None, [object()], []),
    (Model, [State("Astoria"), Express(2)], [State, {}]),
    ("int | None", [7, None], ["7"]),
    ("Nowhere", [object()], []),
    (None, [object()], []),
]
"""What is of a kind, and what is not."""


@pytest.mark.parametrize(("kind", "right", "wrong"), KINDS, ids=[str(kind) for kind, *_ in KINDS])
def test_a_kind_holds_what_is_of_it(kind: Any, right: list[Any], wrong: list[Any]) -> None:
    """And nothing else."""
    found = kind_of(kind, __name__)
    assert [found.holds(value) for value in right] == [True] * len(right)
    assert [found.holds(value) for value in wrong] == [False] * len(wrong)
    assert not any(type(value) in found.plain for value in wrong)


@pytest.mark.parametrize(
    ("value", "options", "said"),
    [
        ("Astoria", (State,), "a State: give State('Astoria')"),
        (State("Astoria"), (str,), "a text: give its name, 'Astoria'"),
        (7, (str,), "a text"),
        ("Art. 42(6)", (Provision,), "a Provision: give art(42, 6)"),
        ("six", (Provision,), "a Provision"),
        ("case.json", (Path,), "a Path: give Path('case.json')"),
        (State, (State,), "a State: give one, State(...), and not the class"),
        (Role, (State,), "a State"),
        (
            {"name": "Astoria"},
            (PreservationRequest, State),
            "a PreservationRequest or a State: plain data become one by from_data(..., State)",
        ),
        (
            {"case": "extradition"},
            (PreservationCase, ExtraditionCase),
            "a PreservationCase or an ExtraditionCase: plain data become one by from_data(..., ExtraditionCase)",
        ),
        ("case.json", (PreservationCase,), "a PreservationCase: read its file by load_case(Path(...))"),
        (Path("case"), (PreservationCase,), "a PreservationCase: read its file by load_case(Path(...))"),
        ("42(5)", (int,), "a whole number: give art(42, 5)"),
        ("42.5", (int,), "a whole number: give art(42, 5)"),
        ("42(5)(a)", (int,), "a whole number: there is no such provision as Art. 42(5)(a): Art. 42(5) has no parts"),
        ("42", (int,), "a whole number: give 42 without quotes"),
        ("forty", (int,), "a whole number"),
        (4.2, (int,), "a whole number"),
        ("x", (PreservationRequest,), "a PreservationRequest"),
        ("x", (Reservation,), "a Reservation"),
        (7, (int, str, date, type(None)), "a whole number, a text or a calendar day such as 2027-05-09, or null"),
        (7, ("a", "b"), "'a' or 'b'"),
        (7, (Reading,), "a Reading"),
        (7, (Option,), "an Option: one of RED, BLUE"),
        ([], (Option,), "an Option: one of RED, BLUE"),
    ],
    ids=str,
)
def test_an_error_says_what_would_be_right(value: Any, options: tuple[Any, ...], said: str) -> None:
    """By the kind, and by what may have been meant."""
    assert meant(value, options) == said


def test_the_nearest_name_is_told_only_where_one_is_near() -> None:
    """Case, blanks and underscores make no difference."""
    assert nearest("Legal_System", ["fiscal", "legal-system"]) == "legal-system"
    assert nearest("night", ["fiscal", "legal-system"]) is None
    assert perhaps(7, ["seven"]) == perhaps("night", ["fiscal"]) == ""


# Functions


def made(code: str) -> Any:
    """Return a module of which the last line is a look at what comes in."""
    module = ModuleType("tests.kernel.made")
    sys.modules[module.__name__] = module
    vars(module)["checked"] = checked
    exec(code, vars(module))
    return module


FUNCTIONS = made("""
from __future__ import annotations
__all__ = ["NUMBER", "Car", "add", "bare", "plain", "say", "several"]
NUMBER = 7
def add(one: int, /, two: int = 2, *, three: int | None = None) -> int:
    "Add."
    return one + two + (three or 0)
def bare(): return "bare"
def plain(value): return value
def several(*numbers: int, **words: str): return numbers, words
def say(word: str, *, twice: bool = False): return _inner(word) * (1 + twice)
def _inner(word: str): return word
class Car:
    def goes(self, miles: int) -> int: return miles
    @classmethod
    def of(cls, name: str) -> str: return name
    @staticmethod
    def at(place: str) -> str: return place
    def _own(self, miles: int) -> int: return miles
    price = 7
checked(__name__)
""")


def test_a_function_is_called_as_it_was() -> None:
    """By place and by name, with its defaults; its name, its words and its signature are its own."""
    for _ in range(OFTEN + 1):
        _called_as_it_was()


def _called_as_it_was() -> None:
    assert FUNCTIONS.add(1) == 3
    assert FUNCTIONS.add(1, two=3, three=4) == 8
    assert FUNCTIONS.several(1, 2, a="b") == ((1, 2), {"a": "b"})
    assert (FUNCTIONS.bare(), FUNCTIONS.plain([]), FUNCTIONS.say("a", twice=True)) == ("bare", [], "aa")
    assert (FUNCTIONS.add.__name__, FUNCTIONS.add.__doc__) == ("add", "Add.")
    assert list(signature(FUNCTIONS.add).parameters) == ["one", "two", "three"]
    with pytest.raises(TypeError, match="unexpected keyword argument 'four'"):
        FUNCTIONS.add(1, four=4)


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: FUNCTIONS.add("1"), "one"),
        (lambda: FUNCTIONS.add(1, 2.0), "two"),
        (lambda: FUNCTIONS.add(1, three=True), "three"),
        (lambda: FUNCTIONS.several(1, "2"), "numbers[1]"),
        (lambda: FUNCTIONS.say(None), "word"),
        (lambda: FUNCTIONS.Car().goes("7"), "miles"),
        (lambda: FUNCTIONS.Car.of(7), "name"),
        (lambda: FUNCTIONS.Car.at(7), "place"),
    ],
)
def test_a_function_refuses_what_its_parameters_do_not_declare(call: Any, named: str) -> None:
    """The error names the parameter."""
    for _ in range(OFTEN + 2):  # what is declared is read the first time, and later the code is written out
        with pytest.raises(InvalidValue) as caught:
            call()
        assert caught.value.field == named


def test_what_is_right_passes_after_what_was_wrong() -> None:
    """A call that was refused leaves nothing behind."""
    fresh = made("def add(one: int): return one\n__all__ = ['add']\nchecked(__name__)")
    with pytest.raises(InvalidValue):
        fresh.add("1")
    assert fresh.add(1) == 1


def test_a_module_calls_others_without_a_look() -> None:
    """The values have come in by then; what is its own and private is as it was."""
    other = made(
        "from tests.kernel.made_before import say\n__all__ = ['twice']\n"
        "def twice(word: str): return say(word) + say(word)\nchecked(__name__)"
    )
    assert other.twice("a") == "aa"
    assert other.say(7) == 7
    assert FUNCTIONS._inner(7) == FUNCTIONS.Car()._own(7) == 7


sys.modules["tests.kernel.made_before"] = FUNCTIONS


def test_a_function_that_knows_more_says_so() -> None:
    """Its own words come first where they are of the same parameter."""
    module = made("""
from __future__ import annotations
from uncc.kernel.errors import InvalidValue
__all__ = ["half", "third", "fourth"]
def half(number: int) -> int: raise InvalidValue("number", number, "an even number")
def third(number: int) -> int: raise InvalidValue("other", number, "right")
def fourth(number: int) -> int: return number / 4
checked(__name__)
""")
    said = {"half": "an even number", "third": "a whole number", "fourth": "a whole number"}
    for name, words in said.items():
        with pytest.raises(InvalidValue, match=rf"^number: 'x' is not {words}$"):
            getattr(module, name)("x")


def test_what_is_none_of_the_cases_is_refused() -> None:
    """A match that has them all ends in our error, with the values that are possible."""
    said = str(not_one_of("ground", cast("Any", "night"), Role))
    assert said.startswith("ground: 'night' is not a Role: one of STATE_PARTY, STATES_PARTIES,")


# What was seen


def test_the_json_name_is_no_member() -> None:
    """It was answered YES where the member gives NO."""
    with pytest.raises(InvalidValue, match=r"^matter: 'establishment' is not a DomesticMatter: give DomesticMatter\."):
        is_reserved_to_domestic_law(cast("Any", "establishment"))


def test_a_state_is_no_name() -> None:
    """It was answered NO where the name gives YES."""
    with pytest.raises(InvalidValue, match=r"^participant: .* is not a text: give its name, 'Astoria'$"):
        may_denounce(History(), cast("Any", State("Astoria")), date(2030, 1, 1))


def test_a_float_is_no_article() -> None:
    """Asked first, it stood in every later report of the process."""
    code = (
        "from uncc import InvalidValue, art\n"
        "for wrong in ((42.0, 6), (42, 6.0), (True,), (42, True), ('42', 6)):\n"
        "    try: art(*wrong)\n"
        "    except InvalidValue: continue\n"
        "    raise SystemExit(str(wrong))\n"
        "print(art(42, 6), art(42, '6'))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "Art. 42(6) Art. 42(6)\n"


def test_ends_are_of_one_kind() -> None:
    """What is known of a value lies between two days, two numbers or two amounts."""
    for ends in (("a", "b"), (True, None), (date(2030, 1, 1), 7), (None, Role.CUSTODIAN)):
        with pytest.raises(InvalidValue, match=r"^between: "):
            Between(*cast("Any", ends))


def test_a_result_is_fixed() -> None:
    """It has a hash, a copy and a pickle, and is equal to the dict that it was made of."""
    result = fixed({"a": 1, "b": 2})
    assert result == {"a": 1, "b": 2}
    assert (len(result), list(result), result["b"], repr(result)) == (2, ["a", "b"], 2, "fixed({'a': 1, 'b': 2})")
    for again in (copy.copy(result), copy.deepcopy(result), pickle.loads(pickle.dumps(result))):
        assert again == result
        assert hash(again) == hash(result)
    with pytest.raises(TypeError):
        cast("Any", result)["a"] = 2


def test_what_a_field_can_be_is_what_stands_in_the_code() -> None:
    """Whether somebody has resolved the annotations of a class before does not change what is said of a wrong value."""

    @frozen(field_transformer=typed)
    class Asked:
        law: Provision | None = None

    resolve_types(Asked, localns={"Provision": int})
    with pytest.raises(InvalidValue, match="is not a Provision, or null"):
        Asked(law=3)  # type: ignore[arg-type]
