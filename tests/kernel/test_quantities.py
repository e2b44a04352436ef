"""Days, numbers and amounts: their leaves, joints and comparisons, what decides them, and how they are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Any

import pytest
from attrs import fields, frozen

from tests.kernel.test_worlds import agrees, ends
from tests.kernel.trees import AUTHORITY, FIRST_DAY, Tree, day_at, open_day, open_fact, open_number
from uncc.kernel.amounts import part_of, rest_of, whole_or_part
from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, NumberFact, day_fact, fact, number_fact
from uncc.kernel.findings import Finding, Kind, Truth, all_of, by_reading, by_text
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    FIRST,
    LAST,
    NEVER,
    NO_DAY,
    Amount,
    Day,
    Number,
    Quantity,
    at_least,
    at_most,
    before,
    capped,
    comes,
    day_where,
    days_after,
    earlier_of,
    exactly_between,
    fixed_amount,
    fixed_day,
    fixed_number,
    how_many,
    later_of,
    months_after,
    not_after,
    nth_of,
    share_of,
    sum_of,
    where,
)
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@frozen(kw_only=True)
class Journey(Facts, asked_of=Role.CASE_HOLDER):
    """A journey of which three days are known in order."""

    booked: DayFact = day_fact("it was booked", art(42, 8))
    left: DayFact = day_fact("it was begun", art(42, 8), follows="booked")
    arrived: DayFact = day_fact("it was over", art(42, 8), asked_of=Role.CUSTODIAN, follows="left")
    stops: NumberFact = number_fact("the stops on the way", art(42, 9), least=1, most=50)
    by_sea: Fact = fact("it went by sea", art(42, 9))


J = fields(Journey)
MAY, JUNE = date(2027, 5, 3), date(2027, 6, 1)


def on(day: date) -> Day:
    """Return a known day."""
    return fixed_day(day, f"the {day}")


# Leaves


@pytest.mark.parametrize(
    ("known", "shown", "bounds"),
    [
        (MAY, "2027-05-03", (MAY, MAY, MAY)),
        (Between(MAY, None), "[2027-05-03..]", (None, MAY, None)),
        (Between(None, MAY), "[..2027-05-03]", (None, None, MAY)),
        (Between(date(2027, 1, 1), date(2027, 12, 31)), "2027", (None, date(2027, 1, 1), date(2027, 12, 31))),
        (None, "not known", (None, None, None)),
    ],
)
def test_a_declared_day_is_what_is_known_of_it(known: DayFact, shown: str, bounds: tuple[date | None, ...]) -> None:
    """Its ends, its words and its question come from the field; an end that is open is no day."""
    day = day_of(Journey(booked=known), J.booked, "journeys[1]")
    assert (day.on, day.not_before, day.not_after) == bounds
    assert day.shown == shown
    assert day.truth is (YES if known == MAY else UNKNOWN)
    assert str(day) == f"{shown}  journey 2: it was booked [Art. 42(8)]"
    (question,) = day.open_questions or (day.about,)
    assert (question.name, question.subject) == ("Journey.booked", "journeys[1]")  # type: ignore[union-attr]


def test_days_of_known_order_bound_each_other() -> None:
    """What follows a day is not before it, and a day is not after what follows it, over any number of days."""
    journey = Journey(booked=Between(MAY, None), arrived=JUNE)
    assert (day_of(journey, J.booked).not_before, day_of(journey, J.booked).not_after) == (MAY, JUNE)
    assert (day_of(journey, J.left).not_before, day_of(journey, J.left).not_after) == (MAY, JUNE)
    with pytest.raises(InvalidValue, match=r"^left: .* on or after booked"):
        Journey(booked=JUNE, left=MAY)


@pytest.mark.parametrize(
    ("known", "shown", "bounds"),
    [
        (3, "3", (3, 3)),
        (Between(2, 5), "2 to 5", (2, 5)),
        (Between(2, None), "at least 2", (2, inf)),
        (Between(None, 5), "1 to 5", (1, 5)),
        (None, "at least 1", (1, inf)),
    ],
)
def test_a_declared_number_is_what_is_known_of_it(known: NumberFact, shown: str, bounds: tuple[Any, ...]) -> None:
    """It is not less than the field allows."""
    number = number_of(Journey(stops=known), J.stops)
    assert (number.least, number.most) == bounds
    assert number.shown == shown
    assert number.known == (known if isinstance(known, int) else None)


def test_a_field_of_another_class_is_refused() -> None:
    """A field is read of the class that declares it."""

    @frozen(kw_only=True)
    class Other(Facts, asked_of=Role.CASE_HOLDER):
        booked: DayFact = day_fact("another day", art(42, 8))
        stops: NumberFact = number_fact("another number", art(42, 8))

    with pytest.raises(InvalidValue, match="Journey"):
        day_of(Other(), J.booked)
    with pytest.raises(InvalidValue, match="Journey"):
        number_of(Other(), J.stops)


def test_days_and_numbers_are_told_with_the_facts() -> None:
    """A class tells its questions, and apart from them those that ask for a day or a number, with who can answer."""
    assert list(Journey.questions()) == ["by_sea"]
    assert list(Journey.quantities()) == ["booked", "left", "arrived", "stops"]
    assert [question.asked_of for question in Journey.quantities().values()][2:] == [Role.CUSTODIAN, Role.CASE_HOLDER]


def test_an_amount_is_exact() -> None:
    """A third stays a third; it is told with its currency."""
    assert fixed_amount(Decimal("12.50"), "EUR", "a price").shown == "EUR 12.5"
    assert share_of(
        "s", AUTHORITY, fixed_amount(1, "EUR", "x"), fixed_amount(Fraction(1, 3), "", "y")
    ).known == Fraction(1, 3)
    assert where(open_fact("f"), fixed_amount(1, "EUR", "x"), fixed_amount(3, "EUR", "y")).shown == "EUR 1 to EUR 3"


def _euros(least: int, most: int | None = None) -> Amount:
    """Return an amount that is known, or known to lie between two."""
    if most is None:
        return fixed_amount(least, "EUR", "an amount")
    return where(open_fact("f"), _euros(least), _euros(most))


@pytest.mark.parametrize(
    ("made", "ends"),
    [
        (rest_of("s", AUTHORITY, _euros(9), _euros(3), _euros(4)), (2, 2)),
        (rest_of("s", AUTHORITY, _euros(9), _euros(3), _euros(7)), (0, 0)),
        (rest_of("s", AUTHORITY, _euros(9)), (9, 9)),
        (rest_of("s", AUTHORITY, _euros(5, 9), _euros(1, 6)), (0, 8)),
        (part_of("s", AUTHORITY, _euros(6), _euros(4), _euros(5)), (4, 4)),
        (part_of("s", AUTHORITY, _euros(6), _euros(7), _euros(5)), (6, 6)),
        (part_of("s", AUTHORITY, _euros(6), _euros(1), _euros(4)), (2, 2)),
        (part_of("s", AUTHORITY, _euros(2, 6), _euros(0, 9), _euros(4)), (0, 6)),
        (part_of("s", AUTHORITY, _euros(6), _euros(0), _euros(2, 4)), (2, 4)),
        (whole_or_part("s", AUTHORITY, _euros(5), _euros(5), _euros(9), _euros(1)), (9, 9)),
        (whole_or_part("s", AUTHORITY, _euros(4), _euros(5), _euros(9), _euros(0)), (0, 0)),
        (whole_or_part("s", AUTHORITY, _euros(2), _euros(5), _euros(9), _euros(3)), (6, 6)),
        (whole_or_part("s", AUTHORITY, _euros(2, 5), _euros(5), _euros(9), _euros(1)), (2, 9)),
        (whole_or_part("s", AUTHORITY, _euros(4), _euros(4, 5), _euros(9), _euros(1)), (4, 9)),
        (whole_or_part("s", AUTHORITY, _euros(8), _euros(9), _euros(6), _euros(1)), (6, 6)),
    ],
)
def test_parts_of_amounts(made: Amount, ends: tuple[int, int]) -> None:
    """By hand: what is left, a part within what can be, and the whole where a mark is reached."""
    assert (made.least, made.most) == ends


def test_what_is_taken_away_bears_the_rest_by_its_other_end() -> None:
    """That something is left rests on the most that is taken; of a part of it the limb that sets that end is shown."""
    taken = later_of("taken", AUTHORITY, _euros(1, 2), _euros(0, 1))
    left = before("left", AUTHORITY, _euros(0), rest_of("rest", AUTHORITY, _euros(9), taken))
    assert left.is_yes
    (_, rest) = left.decisive().because
    assert len(rest.because[1].because) == 2


# Joints


def test_joints_of_known_quantities() -> None:
    """By hand: what each joint makes of what is known."""
    one, two, three = map(day_at, (1, 2, 3))
    days = {
        days_after("s", AUTHORITY, one, 2): 3,
        days_after("s", AUTHORITY, one, fixed_number(2, "n")): 3,
        later_of("s", AUTHORITY, one, three, two): 3,
        earlier_of("s", AUTHORITY, two, one, NEVER): 1,
        later_of("s", AUTHORITY, NO_DAY, two): 2,
        nth_of("s", AUTHORITY, 2, three, one, two): 2,
        where(by_text(True, "t", AUTHORITY), one, two): 1,
        where(by_text(False, "t", AUTHORITY), one, two): 2,
    }
    assert {day: FIRST_DAY + place for day, place in days.items()} == {day: day.least for day in days}
    assert all(day.is_yes for day in days)
    assert nth_of("s", AUTHORITY, 4, one, two, three).is_never
    assert nth_of("s", AUTHORITY, 0, one).least == -inf
    assert months_after("s", AUTHORITY, on(date(2027, 8, 31)), 6).on == date(2028, 2, 29)
    assert months_after("s", AUTHORITY, NEVER, 6).is_never
    assert days_after("s", AUTHORITY, NO_DAY, 6).shown == "no day"
    assert sum_of("s", AUTHORITY, fixed_number(1, "x"), fixed_number(2, "y")).known == 3
    assert capped("s", AUTHORITY, fixed_amount(5, "EUR", "x"), fixed_amount(3, "EUR", "y")).known == 3


def test_joints_of_what_is_not_known_lie_between_ends() -> None:
    """By hand: the ends of each joint."""
    day, number, alpha = open_day("day", 1, 3), open_number("number", 2, 4), open_fact("alpha")
    joints: dict[Quantity, tuple[Any, Any]] = {
        days_after("s", AUTHORITY, day, number): (FIRST_DAY + 3, FIRST_DAY + 7),
        later_of("s", AUTHORITY, day, day_at(2)): (FIRST_DAY + 2, FIRST_DAY + 3),
        earlier_of("s", AUTHORITY, day, day_at(2)): (FIRST_DAY + 1, FIRST_DAY + 2),
        nth_of("s", AUTHORITY, number, day, day_at(2), day_at(9)): (FIRST_DAY + 2, inf),
        where(alpha, day, NEVER): (FIRST_DAY + 1, inf),
        day_where(alpha, day): (-inf, FIRST_DAY + 3),
        how_many("s", AUTHORITY, alpha, by_text(True, "t", AUTHORITY), by_text(False, "t", AUTHORITY)): (1, 2),
        how_many("s", AUTHORITY, alpha, more=number): (2, 5),
    }
    assert {joint: (joint.least, joint.most) for joint in joints} == joints


def test_comparisons() -> None:
    """By hand: YES and NO where the ends tell, UNKNOWN where they overlap."""
    one, two, day, number = day_at(1), day_at(2), open_day("day", 1, 3), open_number("number", 2, 4)
    answers: list[tuple[Finding, Truth]] = [
        (not_after("s", AUTHORITY, one, one), YES),
        (not_after("s", AUTHORITY, two, one), NO),
        (not_after("s", AUTHORITY, day, day_at(3)), YES),
        (not_after("s", AUTHORITY, day, two), UNKNOWN),
        (before("s", AUTHORITY, one, one), NO),
        (before("s", AUTHORITY, one, two), YES),
        (before("s", AUTHORITY, one, day), UNKNOWN),
        (before("s", AUTHORITY, day, one), NO),
        (comes("s", AUTHORITY, day), YES),
        (comes("s", AUTHORITY, NEVER), NO),
        (comes("s", AUTHORITY, where(open_fact("f"), day, NEVER)), UNKNOWN),
        (at_least("s", AUTHORITY, number, 2), YES),
        (at_least("s", AUTHORITY, number, 5), NO),
        (at_least("s", AUTHORITY, number, fixed_number(3, "n")), UNKNOWN),
        (at_most("s", AUTHORITY, number, 4), YES),
        (at_most("s", AUTHORITY, number, 1), NO),
        (at_most("s", AUTHORITY, number, fixed_number(3, "n")), UNKNOWN),
    ]
    assert [finding.truth for finding, _ in answers] == [truth for _, truth in answers]


def test_a_quantity_is_no_bool_and_has_no_order() -> None:
    """`if day:` and `day < other` are errors: a comparison is a finding."""
    with pytest.raises(TypeError, match="an answer with reasons is not a bool"):
        bool(day_at(1))
    with pytest.raises(TypeError):
        sorted([day_at(2), day_at(1)])  # pyright: ignore


# Readings


def test_a_quantity_by_reading_holds_all_options() -> None:
    """The option adopted holds until another is chosen; where none is adopted, it lies between all."""
    adopted = by_reading("s", FloorStart, dict(zip(FloorStart, map(day_at, (1, 2)), strict=True)))
    assert adopted.is_yes
    for option in FloorStart:
        assert adopted.under(Readings.of(option)).least == FIRST_DAY + 1 + option.place
    assert adopted.under(AS_ADOPTED) == adopted
    opened = by_reading("s", ExtensionDuty, dict(zip(ExtensionDuty, map(day_at, (1, 2)), strict=True)))
    assert (opened.least, opened.most) == (FIRST_DAY + 1, FIRST_DAY + 2)
    assert [question.name for question in opened.open_questions] == [ExtensionDuty.id]
    same = by_reading("s", ExtensionDuty, dict.fromkeys(ExtensionDuty, day_at(1)))
    assert same.is_yes
    assert same.open_questions == ()


# What decides


def test_of_a_quantity_the_limb_that_sets_the_end_decides() -> None:
    """By hand: of the later and the earlier of known days one is enough; of a choice, what was chosen and why."""
    one, two = day_at(1), day_at(2)
    assert later_of("s", AUTHORITY, one, two).decisive().because == (two,)
    assert earlier_of("s", AUTHORITY, one, two, one).decisive().because == (one,)
    chosen = where(by_text(True, "t", AUTHORITY), one, two)
    assert chosen.decisive().because == chosen.because[:2]
    day = open_day("day", 3, 5)
    assert later_of("s", AUTHORITY, one, day, open_day("other", 0, 3)).decisive().because == (day,)
    both = all_of(
        "s", AUTHORITY, open_fact("f"), not_after("t", AUTHORITY, later_of("u", AUTHORITY, one, day), day_at(4))
    )
    assert both.decisive().because[1].because[0].because == (day,)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_what_decides_says_the_same(seed: int) -> None:
    """Made anew from the limbs that are left, a tree has the answer, or the ends, that it had."""
    tree = Tree(f"decisive {seed}")
    decided = tree.node.decisive()
    assert ends(decided) == ends(tree.node)
    assert agrees(decided, tree.values(), exact=False)
    assert sum(1 for _ in decided.walk()) <= sum(1 for _ in tree.node.walk())


# What would change it


def test_flips_go_through_conditions() -> None:
    """The facts that choose between two days are among what would change a comparison of them."""
    late = open_fact("late")
    finding = not_after("in time", AUTHORITY, where(late, day_at(5), day_at(1)), day_at(3))
    changes = [[(change.question.name, change.to) for change in way] for way in finding.flips(NO)]
    assert changes == [[("late", True)]]
    assert [[change.to for change in way] for way in finding.flips(YES)] == [[False]]


# How it is told


def test_an_explanation_tells_days_with_their_reasons() -> None:
    """By hand: each day with what is known of it; a choice that is settled with what was chosen; plain numbers not."""
    start = fixed_day(MAY, "it took effect")
    late = open_fact("it was late")
    end = later_of(
        "the last day",
        art(42, 8),
        days_after("sixty days on", art(42, 8), start, 60),
        where(late, open_day("the decision", 0, 5), NO_DAY),
        where(by_text(True, "it goes on", art(42, 9)), fixed_day(JUNE, "the day agreed"), NEVER),
    )
    told = end.explain().splitlines()
    assert told[0].endswith("the last day [Art. 42(8)]")
    assert "  2027-07-02  sixty days on [Art. 42(8)]" in told
    assert "    2027-05-03  it took effect" in told
    assert "      UNKNOWN  it was late [Art. 42(8)]" not in told
    assert any(line.strip() == "UNKNOWN  it was late [Art. 42(8)]" for line in told)
    assert any("2027-06-01" in line for line in told)
    assert not any(line.strip() == "days" for line in told)


def test_what_is_settled_exactly_is_not_settled_again() -> None:
    """A day that was settled over all worlds is itself when it is asked for once more."""
    once = exactly_between(days_after("later", AUTHORITY, open_day("a day", 5, 9), 3))
    assert once.exact
    assert exactly_between(once) is once


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        (fixed_day(date(2027, 5, 3), "x"), date(2027, 5, 3)),
        (Day(FIRST, date(2027, 5, 3).toordinal(), "x", (), Kind.FACT), Between(None, date(2027, 5, 3))),
        (Day(FIRST, LAST, "x", (), Kind.FACT), None),
        (NEVER, None),
        (fixed_number(3, "x"), 3),
        (Number(2, 3, "x", (), Kind.FACT), Between(2, 3)),
        (Number(2, inf, "x", (), Kind.FACT), Between(2, None)),
        (Number(0, inf, "x", (), Kind.FACT), None),
    ],
)
def test_what_is_known_as_a_case_holds_it(known: Day | Number, fact: object) -> None:
    """Itself where it is exact, its ends where it is not, and nothing where nothing is known of it."""
    assert known.fact == fact
