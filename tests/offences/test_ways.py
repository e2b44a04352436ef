"""Arts. 7 to 17: every offence in each of its ways, by the least that the text asks for."""

from __future__ import annotations

import pytest

from tests.offences.reading import PREDICATES
from tests.offences.tables import MODELS, build, each, names_of, only
from tests.offences.ways import DEFEATING, NEEDED, Way, ways
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Truth
from uncc.kernel.roles import Role
from uncc.offences import (
    ConventionOffence,
    DeviceAct,
    DeviceItem,
    ReservedAct,
    duties_to_criminalize,
    established,
    offence_of,
)

EACH = pytest.mark.parametrize("offence", ConventionOffence, ids=lambda offence: f"art{offence.article:02}")


def answer(offence: ConventionOffence, values: dict[str, Fact]) -> Truth:
    return established(build(MODELS[offence], values)).truth


def least(offence: ConventionOffence, way: Way) -> dict[str, Fact]:
    return only(names_of(MODELS[offence]), way)


def open_beside(offence: ConventionOffence, way: Way) -> dict[str, Fact]:
    """The facts of a way are true, those that would defeat the offence false, and nothing else is known."""
    return each(way, True) | each(DEFEATING.get(offence, ()), False)


@EACH
def test_the_predicates_know_the_ways(offence: ConventionOffence) -> None:
    """The two readings of the text, as a predicate and as a list of ways, agree."""
    for way in ways(offence):
        state = {name: bool(value) for name, value in least(offence, way).items()}
        assert PREDICATES[offence](state, ())
        assert not any(PREDICATES[offence](state | {name: False}, ()) for name in way)


@EACH
def test_each_way_is_enough(offence: ConventionOffence) -> None:
    """What the text asks for in one way, and nothing beside it, is the offence."""
    assert [way for way in ways(offence) if answer(offence, least(offence, way)) is not Truth.YES] == []


@EACH
def test_each_way_is_enough_whatever_else_is_not_known(offence: ConventionOffence) -> None:
    """Facts that only an option asks for, and other forms, can change nothing and so leave no doubt."""
    assert [way for way in ways(offence) if answer(offence, open_beside(offence, way)) is not Truth.YES] == []


@pytest.mark.long
@EACH
def test_nothing_of_a_way_can_be_spared(offence: ConventionOffence) -> None:
    """With one thing missing that the text asks for, it is no offence; with one not known, it is not determined."""
    wrong: list[tuple[Way, str, Fact]] = []
    for way in ways(offence):
        for name in way:
            for value, expected in ((False, Truth.NO), (None, Truth.UNKNOWN)):
                if answer(offence, least(offence, way) | {name: value}) is not expected:
                    wrong.append((way, name, value))
    assert wrong == []


@EACH
def test_without_one_needed_fact_nothing_else_matters(offence: ConventionOffence) -> None:
    """An element that every way needs decides alone: no is no though all the rest be unknown, or true."""
    everything: dict[str, Fact] = each(names_of(MODELS[offence]), True)
    for name in set(NEEDED[offence]) - {"visual", "over_18"}:
        assert answer(offence, {name: False}) is Truth.NO, name
        assert answer(offence, everything | {name: False}) is Truth.NO, name


@EACH
def test_nothing_known_is_not_determined(offence: ConventionOffence) -> None:
    """A case of which nothing is known is neither an offence nor none."""
    assert established(MODELS[offence]()).is_unknown


@EACH
def test_an_empty_case_asks_for_what_the_text_names(offence: ConventionOffence) -> None:
    """A case of which nothing is known asks for each element and each form."""
    asked = {question.name.partition(".")[2] for question in established(MODELS[offence]()).open_questions}
    assert {name for way in ways(offence) for name in way} <= asked


@EACH
def test_the_facts_belong_to_their_offence(offence: ConventionOffence) -> None:
    """Each collection of facts is that of one article."""
    assert offence_of(MODELS[offence]()) is offence
    assert ConventionOffence.of(offence.article) is offence
    assert offence.authority.article == offence.article


@EACH
def test_every_state_must_establish_it(offence: ConventionOffence) -> None:
    """The chapeau of each article: a State Party shall, whoever it is and whatever its law says now."""
    (duty,) = duties_to_criminalize(offence)
    assert duty.modality.words == "shall"
    assert duty.bearer is Role.STATE_PARTY
    assert duty.trigger.is_yes
    assert {provision.article for provision in duty.authority} == {offence.article}


@pytest.mark.parametrize("article", [1, 6, 18, 21, 0, -7])
def test_other_articles_establish_no_offence(article: int) -> None:
    """Arts. 7 to 17 establish the offences, each article one; no other does."""
    with pytest.raises(InvalidValue) as caught:
        ConventionOffence.of(article)
    assert str(caught.value) == f"article: {article} is not an article that establishes an offence: 7 to 17"


@EACH
def test_only_article_11_knows_reservations(offence: ConventionOffence) -> None:
    """Art. 11(3): no other of these articles lets a State reserve acts."""
    reserving = [ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE)]
    if offence is ConventionOffence.MISUSE_OF_DEVICES:
        assert established(MODELS[offence](), reserving=reserving).is_unknown
    else:
        with pytest.raises(InvalidValue):
            established(MODELS[offence](), reserving=reserving)
