"""Lists: what a case states of them, and what each joint says of the things that they may hold beside those stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve, fields, frozen

from uncc.kernel.between import AtLeast
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, NumberFact, day_fact, fact, list_fact, number_fact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, exactly, given, none_of
from uncc.kernel.inquiry import exact_ends
from uncc.kernel.lists import another_amount, another_day, another_number, is_complete, items_of, more_of
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    Number,
    at_least,
    at_most,
    day_where,
    earlier_of,
    fixed_amount,
    fixed_day,
    fixed_number,
    how_many,
    later_of,
    not_after,
    nth_of,
    sum_of,
    where,
)
from uncc.kernel.roles import Role

ABOUT = art(42, 9)
START = date(2027, 3, 1)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@frozen(kw_only=True)
class Wish(Facts, asked_of=Role.CUSTODIAN):
    """A thing of which a list holds several."""

    granted: Fact = fact("the wish was granted", ABOUT)
    on: DayFact = day_fact("the wish was made", ABOUT)
    cost: NumberFact = number_fact("what the wish costs", ABOUT, least=1)


@frozen(kw_only=True)
class Fairy(Facts, asked_of=Role.CASE_HOLDER):
    """What has a list."""

    came: DayFact = day_fact("the fairy came", ABOUT)
    wishes: ListFact[Wish] = list_fact("another wish was made", ABOUT, asked_of=Role.DEPOSITARY)
    kind: Fact = fact("the fairy is kind", ABOUT)


F, W = fields(Fairy), fields(Wish)


def day(place: int) -> date:
    return START + timedelta(days=place)


# What is declared


def test_a_list_is_declared_as_other_facts_are() -> None:
    """Its question has its name, its words, its provision and who can answer, and stands in the order of the fields."""
    assert list(Fairy.asked()) == ["came", "wishes", "kind"]
    assert list(Fairy.questions()) == ["kind"]
    question = Fairy.lists()["wishes"]
    assert question == Fairy.asked()["wishes"]
    assert str(question) == "another wish was made [Art. 42(9)] (ask: depositary)"
    assert (question.name, question.whole) == ("Fairy.wishes", question)


@pytest.mark.parametrize("value", [[], [Wish()], "wishes", {}, 3, Wish(), True])
def test_what_is_no_list_is_refused(value: Any) -> None:
    """A list holds a tuple, what is known of one, or nothing; the error names the field."""
    with pytest.raises(InvalidValue, match=r"^wishes: .* is not a tuple, or what is known of it"):
        Fairy(wishes=value)


def test_some_things_are_one_at_least() -> None:
    """Of a list of which nothing is known nothing is said: that is what null says; and they stand in a tuple."""
    with pytest.raises(InvalidValue, match=r"^at_least: \(\) is not one thing at least; a list that is not known"):
        AtLeast(())
    wrong: Any
    for wrong in ([Wish()], None, Wish()):
        with pytest.raises(InvalidValue, match=r"^items: .* is not a tuple$"):
            AtLeast(wrong)


def test_things_are_told_with_their_places() -> None:
    """Each thing that is stated stands at its place, whether or not there may be others."""
    one, other = Wish(granted=True), Wish()
    for known in ((one, other), AtLeast((one, other))):
        assert items_of(Fairy(wishes=known), F.wishes) == [(one, "wishes[0]"), (other, "wishes[1]")]
    assert items_of(Fairy(), F.wishes) == items_of(Fairy(wishes=()), F.wishes) == []
    assert list(map(is_complete, (None, AtLeast((one,)), (one,), ()))) == [False, False, True, True]


def test_a_list_of_another_class_is_refused() -> None:
    """A list is asked of what declares it, as a fact is."""
    for ask in (items_of, more_of):
        with pytest.raises(InvalidValue, match=r"Fairy\.wishes"):
            ask(Wish(), F.wishes)


def test_whether_there_are_more() -> None:
    """NO where the list is complete, else not known, with the one question of the list, of the thing at its place."""
    assert more_of(Fairy(wishes=()), F.wishes).is_no
    for known in (None, AtLeast((Wish(),))):
        found = more_of(Fairy(wishes=known), F.wishes, subject="fairies[2]")
        assert found.is_unknown
        assert found.open_questions == (evolve(Fairy.lists()["wishes"], subject="fairies[2]"),)


# What joins the things of a list


def stated(fairy: Fairy, attribute: Any, of: Callable[..., Any]) -> list[Any]:
    return [of(wish, attribute, place) for wish, place in items_of(fairy, F.wishes)]


def others_granted(fairy: Fairy) -> Finding:
    return more_of(fairy, F.wishes, "another wish was granted")


def others_refused(fairy: Fairy) -> Finding:
    return more_of(fairy, F.wishes, "another wish was refused")


def some(fairy: Fairy) -> Finding:
    return any_of("a wish was granted", ABOUT, *stated(fairy, W.granted, given), others_granted(fairy))


def no_wish(fairy: Fairy) -> Finding:
    return none_of("no wish was granted", ABOUT, *stated(fairy, W.granted, given), others_granted(fairy))


def every(fairy: Fairy) -> Finding:
    return all_of("each wish was granted", ABOUT, *stated(fairy, W.granted, given), ~others_refused(fairy))


def both(fairy: Fairy) -> Finding:
    return all_of("some were granted, not all", ABOUT, some(fairy), ~every(fairy))


def other(fairy: Fairy) -> Day:
    return another_day(fairy, F.wishes, "another wish was made on the day", follows=day_of(fairy, F.came))


def days(fairy: Fairy) -> list[Day]:
    return [day_of(wish, W.on, place, follows=day_of(fairy, F.came)) for wish, place in items_of(fairy, F.wishes)]


def last(fairy: Fairy) -> Finding:
    latest = later_of("the last wish", ABOUT, *days(fairy), day_where(more_of(fairy, F.wishes), other(fairy)))
    return not_after("in time", ABOUT, latest, fixed_day(day(2), "the day"))


def first(fairy: Fairy) -> Finding:
    earliest = earlier_of("the first wish", ABOUT, *days(fairy), where(more_of(fairy, F.wishes), other(fairy), NEVER))
    return not_after("in time", ABOUT, earliest, fixed_day(day(2), "the day"))


def second(fairy: Fairy) -> Finding:
    known = nth_of("the second of those stated", ABOUT, 2, *days(fairy))
    sooner = earlier_of("the second wish", ABOUT, known, where(more_of(fairy, F.wishes), other(fairy), NEVER))
    return not_after("in time", ABOUT, sooner, fixed_day(day(2), "the day"))


NONE = fixed_number(0, "none")


def cost(fairy: Fairy) -> Finding:
    rest = another_number(fairy, F.wishes, "what the others cost")
    total = sum_of(
        "the cost", ABOUT, NONE, *stated(fairy, W.cost, number_of), where(more_of(fairy, F.wishes), rest, NONE)
    )
    return at_most("not too dear", ABOUT, total, 3)


def count(fairy: Fairy) -> Finding:
    rest: Number = where(others_granted(fairy), another_number(fairy, F.wishes, "how many others were"), NONE)
    return at_least("two at least", ABOUT, how_many("granted", ABOUT, *stated(fairy, W.granted, given), more=rest), 2)


Wishes = tuple[Wish, ...]
RULES: dict[Callable[[Fairy], Finding], Callable[[Wishes], bool]] = {
    some: lambda wishes: any(wish.granted for wish in wishes),
    no_wish: lambda wishes: not any(wish.granted for wish in wishes),
    every: lambda wishes: all(wish.granted for wish in wishes),
    both: lambda wishes: len({wish.granted for wish in wishes}) == 2,
    last: lambda wishes: all(wish.on <= day(2) for wish in wishes),  # type: ignore[operator]  # all is known
    first: lambda wishes: any(wish.on <= day(2) for wish in wishes),  # type: ignore[operator]
    second: lambda wishes: sum(wish.on <= day(2) for wish in wishes) >= 2,  # type: ignore[operator]
    cost: lambda wishes: sum(wish.cost for wish in wishes) <= 3,  # type: ignore[misc]
    count: lambda wishes: sum(bool(wish.granted) for wish in wishes) >= 2,
}
"""What a rule says, and what it comes to where all is known."""
EACH = [Wish(granted=granted, on=day(on), cost=price) for granted, on, price in product((True, False), (1, 3), (1, 3))]


def completions(known: ListFact[Wish]) -> Iterator[Wishes]:
    """Yield what the list may turn out to be: with up to two others of each sort."""
    things = known.items if isinstance(known, AtLeast) else known or ()
    for more in range(1 if is_complete(known) else 3):
        for others in product(EACH, repeat=more):
            yield (*things, *others)


KNOWN: list[ListFact[Wish]] = [
    None,
    (),
    *((wish,) for wish in EACH[::3]),
    *(AtLeast((wish,)) for wish in EACH),
    *(AtLeast((wish, EACH[0])) for wish in EACH[1::2]),
    (EACH[0], EACH[-1]),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("came", [None, day(0)])
def test_each_joint_says_of_a_list_what_all_that_it_may_be_agree_on(
    rule: Callable[[Fairy], Finding], came: date | None
) -> None:
    """Settled where each list that it may turn out to be gives one answer, and open where they do not; never else."""
    for known in KNOWN:
        found = exactly(rule(Fairy(came=came, wishes=known)))
        answers = {RULES[rule](wishes) for wishes in completions(known)}
        expected = UNKNOWN if len(answers) > 1 else Truth.of(answers.pop())
        assert found.truth is expected, known
        asked = found.open_questions
        assert asked == ((Fairy.lists()["wishes"],) if expected is UNKNOWN else ()), known


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_list_that_is_supplied_settles_what_it_left_open(rule: Callable[[Fairy], Finding]) -> None:
    """Whatever is known in the things of a list, stating it as complete leaves nothing open."""
    for known in KNOWN:
        for wishes in completions(known):
            assert rule(Fairy(came=day(0), wishes=wishes)).truth is Truth.of(RULES[rule](wishes))


def test_what_is_asked_of_different_others_is_told_apart() -> None:
    """Of two things that are not stated one may be granted and one refused: neither settles the other."""
    assert exactly(both(Fairy())).is_unknown
    assert len(both(Fairy()).open_questions) == 1


def test_the_order_of_days_holds_for_others_too() -> None:
    """A day of a thing that is not stated does not lie before the day that it follows."""
    assert last(Fairy(came=day(3))).is_unknown  # there may be no wish at all
    assert last(Fairy(came=day(3), wishes=AtLeast((Wish(),)))).is_no
    latest = later_of("the last wish", ABOUT, day_of(Fairy(came=day(3)), F.came), other(Fairy(came=day(3))))
    assert exact_ends(latest) is not None
    assert latest.not_before == day(3)


def test_an_amount_of_others_is_not_known() -> None:
    """The sum of what is stated is the least, where there may be others, and the amount where there are none."""
    none, hundred = (fixed_amount(amount, "EUR", "an amount", ABOUT) for amount in (0, 100))
    for known, shown in ((None, "EUR 100 to EUR 150"), ((), "EUR 100")):
        fairy = Fairy(wishes=known)
        rest = another_amount(fairy, F.wishes, "what the others are worth", most=Fraction(50), currency="EUR")
        assert sum_of("worth", ABOUT, hundred, where(more_of(fairy, F.wishes), rest, none)).shown == shown
