"""Art. 31(4) to (6), (8): how proceeds are followed through a history, what is said of it, and what is left open."""

from __future__ import annotations

from types import MethodType

import attrs
import pytest

from tests.confiscation.histories import bought, eur, lawful, paid, proceeds, tool_of_none
from uncc.confiscation import (
    AssetHistory,
    Holding,
    OriginBurden,
    Payment,
    contains_proceeds,
    liable_to_confiscation,
)
from uncc.confiscation.art31_confiscation.tracing import Tracing
from uncc.kernel.findings import Node
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_4 import AssessedValue, IntermingledIncome

PROPORTION, WHOLE = IntermingledIncome.PROPORTION, IntermingledIncome.WHOLE
COINS = Holding(name="coins", value=eur(60))
"""Whether they are proceeds is not known."""
ACCOUNT = AssetHistory((COINS, lawful("wages", 40), bought("account", 100, paid("coins", 60), paid("wages", 40))))
WATCH = ACCOUNT.then(bought("watch", 30, paid("account", 30)))


def _yield(of: str, name: str = "gain", value: int = 5) -> Holding:
    return Holding(name=name, value=eur(value), yielded_by=of)


def _told(found: Node) -> list[str]:
    """Return the reasons line by line, without those on the origins and readings, and without what they cite."""
    lines = [line.strip().partition(" [")[0] for line in str(found).splitlines()]
    return [line for line in lines if not any(word in line for word in ("offence", "contested", "if ", "adopted"))]


def test_31_4_to_6_the_reasons_follow_the_history() -> None:
    """Art. 31(4) to (6): income, what was turned into it, and the part of a mix that was, each in its place."""
    assert _told(contains_proceeds(WATCH.then(_yield("watch")), "gain")) == [
        "UNKNOWN  proceeds of crime are in the holding",
        "0 to 1  the share of the income that is liable as proceeds are",
        "0 to 1  the share of the income that is not liable",
        "0 to 1  the share of what else is in the property",
        "0 to 1  the share of the proceeds in what was paid",
        "EUR 0 to EUR 30  the proceeds that were turned into the holding",
        "EUR 0 to EUR 30  the proceeds in what was taken from the holding",
        "EUR 0 to EUR 60  the proceeds that were turned into the holding",
        "EUR 0 to EUR 60  the proceeds in what came from outside",
        "EUR 60  the proceeds in what came from outside",
        "EUR 0  the proceeds in what came from outside",
        "EUR 0 to EUR 30  holding 4, payment 1: the assessed value of the proceeds in the part that was taken",
        "0 to 1  how far income from mixed property is spared",
    ]


def test_31_5_the_reasons_for_what_is_left() -> None:
    """Art. 31(5): of a mix out of which a part was paid, what is left is looked at, and the part, in its place."""
    found = liable_to_confiscation(tool_of_none("account", WATCH)).exact
    assert [line for line in _told(found) if "left" in line or "holding 4" in line] == [
        "EUR 0 to EUR 60  the proceeds in what is left of the holding",
        "EUR 0 to EUR 30  holding 4, payment 1: the assessed value of the proceeds in the part that was taken",
        "EUR 70  what is left of the asset",
    ]


def test_31_6_the_two_answers_on_income_cite_their_paragraphs() -> None:
    """Art. 31(5) and (6): the share limits the income, or it is liable to the same extent as proceeds."""
    mixed = AssetHistory((proceeds("coins", 60), *ACCOUNT.holdings[1:], _yield("account")))
    (finding,) = liable_to_confiscation(tool_of_none("gain", mixed)).unsettled
    assert [(node.statement, node.authority) for node in finding.walk()] == [
        ("how far income from mixed property is spared", (art(31, 6), art(31, 5))),
        ("the share of the proceeds limits the income", (art(31, 5),)),
        ("income is liable to the same extent as proceeds", (art(31, 6),)),
    ]


@pytest.mark.parametrize(
    ("taken", "answer"), [(30, "UNKNOWN"), (50, "UNKNOWN"), (51, "YES"), (80, "YES"), (81, "YES"), (100, "YES")]
)
def test_31_5_what_is_certain_is_enough(taken: int, answer: str) -> None:
    """Art. 31(5): of 100 with 50 of proceeds and 20 that may be, more than 50 has proceeds in it in any case."""
    mixed = AssetHistory(
        (
            proceeds("ransom", 50),
            attrs.evolve(COINS, value=eur(20)),
            lawful("wages", 30),
            bought("account", 100, paid("ransom", 50), paid("coins", 20), paid("wages", 30)),
            bought("car", 9, paid("account", taken)),
        )
    )
    assert contains_proceeds(mixed, "car").truth.name == answer


@pytest.mark.parametrize(
    ("taken", "stated", "answer"),
    [(30, None, "UNKNOWN"), (40, None, "UNKNOWN"), (41, None, "UNKNOWN"), (30, 0, "NO"), (30, 1, "UNKNOWN")],
)
def test_31_5_a_part_of_what_may_be_proceeds(taken: int, stated: int | None, answer: str) -> None:
    """Art. 31(5): where the only origin is not known neither is the part, unless no proceeds are assessed in it."""
    found = contains_proceeds(ACCOUNT.then(bought("car", 9, paid("account", taken, stated))), "car")
    assert found.truth.name == answer
    assessed = [q.subject for q in found.open_questions if "assessed" in q.statement]
    assert assessed == (["holdings[3].bought_with[0]"] if taken <= 40 and stated is None else [])


@pytest.mark.parametrize("taken", [1, "0.5", "0.01"])
def test_31_5_little_is_more_than_nothing(taken: int | str) -> None:
    """Art. 31(5): whether a cent out of a mix is proceeds is as open as of any other part."""
    assert contains_proceeds(MIXED.then(bought("gum", 1, paid("account", taken))), "gum").is_unknown


def test_31_5_each_mix_has_its_own_proceeds() -> None:
    """Art. 31(5): what is in a part of one account is told by what came into that account."""
    two = (
        proceeds("ransom", 60),
        lawful("wages", 40),
        bought("first", 100, paid("ransom", 60), paid("wages", 40)),
        proceeds("loot", 70),
        lawful("pension", 30),
        bought("second", 100, paid("loot", 70), paid("pension", 30)),
        bought("house", 100, paid("first", 50), paid("second", 50)),
    )
    walked = contains_proceeds(AssetHistory(two), "house").walk()
    parts = [node for node in walked if node.statement == "the proceeds in what was taken from the holding"]
    assert [getattr(node, "least", None) for node in parts] == [10, 20]


@pytest.mark.parametrize(("taken", "by_cost", "by_share"), [(80, None, None), (81, None, True), (141, True, True)])
def test_31_5_what_is_certain_follows_the_reading(taken: int, by_cost: bool | None, by_share: bool | None) -> None:
    """Art. 31(5): of 200 that gained on 60 in 100, 60 are proceeds by what went in, and 120 by their share."""
    history = GAINED.then(bought("car", 9, paid("account", taken)))
    found = [contains_proceeds(history, "car").under(Readings.of(*one)) for one in ((), (AssessedValue.SHARE,))]
    assert [None if finding.is_unknown else finding.is_yes for finding in found] == [by_cost, by_share]


def _ends(history: AssetHistory, name: str, *chosen: AssessedValue | IntermingledIncome) -> tuple[str, str]:
    found = liable_to_confiscation(tool_of_none(name, history)).under(Readings.of(*chosen))
    return str(found.at_least.amount), str(found.at_most.amount)


def _paid(value: int, stated: int | None = None) -> Payment:
    return paid("account", value, stated)


MIXED = AssetHistory((proceeds("coins", 60), *ACCOUNT.holdings[1:]))
GAINED = AssetHistory((*MIXED.holdings[:2], attrs.evolve(MIXED.holdings[2], value=eur(200))))
LOST = AssetHistory((*MIXED.holdings[:2], attrs.evolve(MIXED.holdings[2], value=eur(50))))


@pytest.mark.parametrize(
    ("history", "payments", "ends", "by_share"),
    [
        (MIXED, (), ("60", "60"), ("60", "60")),
        (MIXED, (_paid(30),), ("30", "60"), ("30", "60")),
        (MIXED, (_paid(60),), ("0", "40"), ("0", "40")),
        (MIXED, (_paid(61),), ("0", "39"), ("0", "39")),
        (MIXED, (_paid(30, 10),), ("50", "50"), ("50", "50")),
        (MIXED, (_paid(70, 60),), ("0", "0"), ("0", "0")),
        (MIXED, (_paid(65, 65),), ("0", "0"), ("0", "0")),
        (MIXED, (_paid(20, 5), _paid(10)), ("45", "55"), ("45", "55")),
        (GAINED, (_paid(30),), ("30", "60"), ("90", "120")),
        (GAINED, (_paid(150),), ("0", "50"), ("0", "50")),
        (LOST, (), ("50", "50"), ("30", "30")),
        (LOST, (_paid(10),), ("40", "40"), ("20", "30")),
        (LOST, (_paid(10, 4),), ("40", "40"), ("26", "26")),
    ],
)
def test_31_5_what_is_left_of_a_mix(
    history: AssetHistory, payments: tuple[Payment, ...], ends: tuple[str, str], by_share: tuple[str, str]
) -> None:
    """Art. 31(5): proceeds that were surely taken are gone; those that may have been taken may be left."""
    spent = history.then(*(bought(f"thing {n}", 1, payment) for n, payment in enumerate(payments)))
    assert _ends(spent, "account") == ends
    assert _ends(spent, "account", AssessedValue.SHARE) == by_share


def _asked(history: AssetHistory, name: str, *chosen: IntermingledIncome, **others: OriginBurden) -> list[str]:
    found = liable_to_confiscation(tool_of_none(name, history, **others)).under(Readings.of(*chosen))
    return [question.subject or question.name for one in found.unsettled for question in one.open_questions]


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ((), ["holdings[0]", "holdings[0]", "confiscation-intermingled-income"]),
        ((IntermingledIncome.PROPORTION,), ["holdings[0]", "holdings[0]"]),
        ((IntermingledIncome.WHOLE,), ["holdings[0]", "holdings[0]"]),
    ],
)
def test_31_6_a_reading_that_was_chosen_is_not_asked(chosen: tuple[IntermingledIncome, ...], asked: list[str]) -> None:
    """Art. 31(6): what is open about income is the origin of what yielded it, and the reading where none is chosen."""
    assert _asked(ACCOUNT.then(_yield("account")), "gain", *chosen) == asked


def test_31_5_what_is_to_be_assessed_and_by_whom() -> None:
    """Art. 31(5): the authority at hand is asked for the value of the proceeds in the part, in its place."""
    history = MIXED.then(bought("watch", 30, _paid(30)))
    watch = liable_to_confiscation(tool_of_none("watch", history))
    (question,) = watch.finding.open_questions
    (unsettled,) = watch.unsettled
    (asked,) = unsettled.open_questions
    assert question == asked
    assert asked.name == "Payment.proceeds"
    assert asked.statement == "the assessed value of the proceeds in the part that was taken"
    assert (asked.authority, asked.asked_of, asked.subject) == (
        (art(31, 5),),
        Role.COMPETENT_AUTHORITY,
        "holdings[3].bought_with[0]",
    )


def test_31_8_no_part_of_what_was_not_shown_to_be_lawful_is_assessed() -> None:
    """Art. 31(5) and (8): what came from no offence has no part to assess, though lawful origin was not shown."""
    yes = {"required_by_law": True, "borne_by_offender": True, "consistent_with_principles": True}
    burden = OriginBurden(**yes, consistent_with_proceedings=True)
    villa = Holding(name="coins", value=eur(60), derived_from_offence=False, alleged=True, lawful_origin_shown=False)
    history = AssetHistory((villa, *WATCH.holdings[1:]))
    assert _asked(history, "watch", burden=burden) == _asked(history, "account", burden=burden) == []


@pytest.mark.parametrize("chosen", [(), *((one,) for one in IntermingledIncome)])
def test_31_6_income_from_what_may_have_no_proceeds_in_it(chosen: tuple[IntermingledIncome, ...]) -> None:
    """Art. 31(6): where it is open whether the watch has any, so it is with what the watch yields, on every reading."""
    history = MIXED.then(bought("watch", 30, _paid(30)), _yield("watch"))
    assert _ends(history, "gain", *chosen) == ("0", "5")


@pytest.mark.parametrize(("chosen", "ends"), [((), ("3", "5")), ((PROPORTION,), ("3", "3")), ((WHOLE,), ("5", "5"))])
def test_31_6_how_much_of_the_income(chosen: tuple[IntermingledIncome, ...], ends: tuple[str, str]) -> None:
    """Art. 31(6): of 5 that an account with 60 of 100 yields, the share of the proceeds, or all."""
    assert _ends(MIXED.then(_yield("account")), "gain", *chosen) == ends


STEPS = AssetHistory((proceeds("0", 9), *(bought(str(n), 9, paid(str(n - 1), 9)) for n in range(1, 6))))


@pytest.mark.parametrize(
    ("asked", "looked"),
    [(Tracing(STEPS).held, "assessed"), (Tracing(STEPS).share, "_share")],
)
def test_what_was_looked_at_is_not_looked_at_again(
    asked: MethodType, looked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often a history is asked, each holding is looked at once."""
    seen: list[str] = []
    look = getattr(asked.__self__.__class__, looked)

    def noted(one: object, holding: Holding) -> object:
        seen.append(holding.name)
        return look(one, holding)

    monkeypatch.setattr(asked.__self__.__class__, looked, noted)
    for name in ("3", "5", "3"):
        asked(name)
    assert len(seen) == len(set(seen)) > 0


def test_what_came_from_outside_is_all_or_nothing() -> None:
    """Art. 31(1)(a): the proceeds in what came from outside are all of it, or none of it."""
    coins = Holding(name="coins", value=eur(30), derived_from_offence=True, convention_offence=True)
    assert Tracing(AssetHistory((coins,))).held("coins").known == 30
