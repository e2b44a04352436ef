"""Arts. 7 to 17: what holds of every offence, whatever the facts: properties that follow from the text."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.offences.tables import EXCLUDING, EXTENDING, MODELS, REQUIRING, arguments, build, each, names_of
from tests.offences.ways import DEFEATING, NEEDED, ways
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth
from uncc.offences import ConventionOffence, DeviceAct, DeviceItem, Option, ReservedAct, established, options_of
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import EighteenthBirthday

EACH = pytest.mark.parametrize("offence", ConventionOffence, ids=lambda offence: f"art{offence.article:02}")
few = effort(20)


def _with(options: dict[ConventionOffence, tuple[Option, ...]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("offence", options, ids=lambda offence: f"art{offence.article:02}")


@frozen
class Case:
    """Facts of an offence, and what a State has chosen."""

    offence: ConventionOffence
    values: dict[str, Fact]
    options: tuple[Option, ...] = ()
    reserving: tuple[ReservedAct, ...] = ()
    under: Readings = AS_ADOPTED

    def answer(
        self, values: dict[str, Fact] | None = None, *, drop: object = None, add: Option | None = None
    ) -> Finding:
        """The answer, or the answer with other facts, without an option, or with one more."""
        options = [option for option in self.options if option is not drop] + ([add] if add else [])
        given_to: dict[str, Any] = {"reserving": self.reserving} if self.reserving else {}
        conduct = build(MODELS[self.offence], self.values if values is None else values)
        return established(conduct, **arguments(options), **given_to).under(self.under)


def _own(offence: ConventionOffence) -> tuple[Option, ...]:
    return tuple(option for group in (REQUIRING, EXTENDING, EXCLUDING) for option in group.get(offence, ()))


@st.composite
def cases(draw: st.DrawFn, offence: ConventionOffence) -> Case:
    """Facts near one of the ways to commit the offence: that way, others at random, and up to two facts changed."""
    names = names_of(MODELS[offence])
    way = draw(st.sampled_from(ways(offence)))
    fact: st.SearchStrategy[Fact] = st.sampled_from((None, True, False))
    base: Fact = draw(fact)
    values: dict[str, Fact] = each(names, base) | each(DEFEATING.get(offence, ()), False)
    values |= draw(st.dictionaries(st.sampled_from(names), fact, max_size=5))
    values |= each(way, True)
    values |= draw(st.dictionaries(st.sampled_from(names), fact, max_size=2))
    options = draw(st.lists(st.sampled_from(_own(offence)), unique=True)) if _own(offence) else []
    reserving: list[ReservedAct] = []
    if offence is ConventionOffence.MISUSE_OF_DEVICES:
        acts = st.builds(ReservedAct, st.sampled_from(DeviceAct), st.sampled_from(DeviceItem))
        reserving = draw(st.lists(acts, max_size=4))
    readings = [AS_ADOPTED, *map(Readings.of, EighteenthBirthday)]
    under = draw(st.sampled_from(readings if offence is ConventionOffence.INTIMATE_IMAGES else readings[:1]))
    return Case(offence, values, tuple(options), tuple(reserving), under)


def test_the_options_are_those_of_the_text() -> None:
    """Every option of Arts. 7 to 17 that changes what an offence is belongs to the article that has it."""
    for offence in ConventionOffence:
        others = {Option.DEVICES_RESERVATION, Option.FINANCING_SEPARATE}
        assert set(options_of(offence)) - others == set(_own(offence)), offence


@_with(REQUIRING)
@given(data=st.data())
@few
def test_requiring_never_widens(offence: ConventionOffence, data: st.DataObject) -> None:
    """Where a State requires one element more, no conduct becomes an offence, and none stops being none."""
    case = data.draw(cases(offence))
    for option in REQUIRING[offence]:
        assert case.answer(drop=option, add=option).truth <= case.answer(drop=option).truth


@_with(EXTENDING)
@given(data=st.data())
@few
def test_extending_never_narrows(offence: ConventionOffence, data: st.DataObject) -> None:
    """Where a State extends an offence, what was an offence remains one."""
    case = data.draw(cases(offence))
    for option in EXTENDING[offence]:
        assert case.answer(drop=option, add=option).truth >= case.answer(drop=option).truth


@_with(EXCLUDING)
@given(data=st.data())
@few
def test_excluding_never_widens(offence: ConventionOffence, data: st.DataObject) -> None:
    """Where a State leaves something out, no conduct becomes an offence."""
    case = data.draw(cases(offence))
    for option in EXCLUDING[offence]:
        assert case.answer(drop=option, add=option).truth <= case.answer(drop=option).truth


@given(case=cases(ConventionOffence.MISUSE_OF_DEVICES))
@few
def test_reserving_never_widens(case: Case) -> None:
    """Art. 11(3): a reservation, permitted or not, makes no conduct an offence."""
    bare = Case(case.offence, case.values)
    assert case.answer().truth <= bare.answer().truth


@EACH
@given(data=st.data())
@few
def test_the_order_of_options_does_not_matter(offence: ConventionOffence, data: st.DataObject) -> None:
    """Options are a set: order and repetition say nothing."""
    case = data.draw(cases(offence))
    again = Case(case.offence, case.values, (*reversed(case.options), *case.options), case.reserving, case.under)
    assert again.answer().truth is case.answer().truth


@EACH
@given(data=st.data())
@few
def test_an_unknown_element_establishes_nothing(offence: ConventionOffence, data: st.DataObject) -> None:
    """While an element that every way needs is not known, the offence is not established."""
    case = data.draw(cases(offence))
    for name in set(NEEDED[offence]) - {"visual", "is_child", "over_18"}:
        assert not case.answer(case.values | {name: None}).is_yes, name
        assert case.answer(case.values | {name: False}).is_no, name


@EACH
@given(data=st.data())
@few
def test_established_without_an_optional_element_stays_established(
    offence: ConventionOffence, data: st.DataObject
) -> None:
    """Facts that only an option asks for change nothing where no State has chosen it."""
    case = data.draw(cases(offence))
    of_options = {
        "infringes_security",
        "intends_to_obtain_data",
        "otherwise_dishonest",
        "system_connected",
        "dishonest_intent" if offence is ConventionOffence.ILLEGAL_INTERCEPTION else "",
        "serious_harm",
        "intends_to_defraud",
        "similar_intent",
        "written_or_audio",
        "existing_person",
        "visually_depicted",
        "by_child",
        "self_generated",
        "consensual",
        "conduct_lawful",
        "private_use",
        "believed_child",
        "act_in_furtherance",
        "intends_harm",
        "of_legal_age",
        "depicts_abuse",
        "own_predicate",
    } & set(names_of(MODELS[offence]))
    bare = Case(offence, case.values, reserving=case.reserving, under=case.under)
    for value in (True, False, None):
        assert bare.answer(case.values | each(of_options, value)).truth is bare.answer().truth


@EACH
@given(data=st.data())
@few
def test_settled_is_final(offence: ConventionOffence, data: st.DataObject) -> None:
    """No further fact changes an answer that is settled; and with every fact and reading known, one is."""
    case = data.draw(cases(offence))
    truth = case.answer().truth
    filled: dict[str, Fact] = {
        name: data.draw(st.booleans(), label=name) if value is None else value for name, value in case.values.items()
    }
    full = case.answer(filled)
    assert truth in {Truth.UNKNOWN, full.truth}
    if case.under is not AS_ADOPTED or offence is not ConventionOffence.INTIMATE_IMAGES:
        assert not full.is_unknown


@EACH
@given(data=st.data())
@few
def test_every_answer_cites_its_article(offence: ConventionOffence, data: st.DataObject) -> None:
    """Whatever is answered, it is answered from the article of the offence."""
    finding = data.draw(cases(offence)).answer()
    assert offence.article in {provision.article for provision in finding.authority}
    assert all(node.authority for node in finding.walk())


@EACH
@given(data=st.data())
@few
def test_no_doubt_is_idle(offence: ConventionOffence, data: st.DataObject) -> None:
    """An answer is open only where the facts not known, taken two ways, would settle it otherwise.

    All facts but six are made known first, so that every way in which the rest could turn out is tried.
    """
    case = data.draw(cases(offence))
    open_names = [name for name, value in case.values.items() if value is None]
    values = case.values | {name: data.draw(st.booleans()) for name in open_names[6:]}
    answers = {case.answer(values | world).truth for world in _worlds(open_names[:6])}
    assert case.answer(values).truth is (answers.pop() if len(answers) == 1 else Truth.UNKNOWN)


def _worlds(names: list[str]) -> list[dict[str, Fact]]:
    worlds: list[dict[str, Fact]] = [{}]
    for name in names:
        worlds = [world | {name: value} for world in worlds for value in (True, False)]
    return worlds


LEFT_OUT: dict[Option, dict[str, Fact]] = {
    Option.MATERIAL_SELF_GENERATED: {"by_child": True, "self_generated": True},
    Option.MATERIAL_PRIVATE: {"consensual": True, "conduct_lawful": True, "private_use": True},
    Option.SOLICITATION_BY_CHILD: {"by_child": True},
    Option.LAUNDERING_RECEIPT_LEFT_OUT: {},
    Option.LAUNDERING_PARTICIPATION_LEFT_OUT: {},
    Option.SELF_LAUNDERING_LEFT_OUT: {"own_predicate": True},
}
"""What must be so, beside the offence, for an option to leave it out."""


@pytest.mark.parametrize("option", LEFT_OUT, ids=lambda option: option.value)
def test_what_leaves_conduct_out_is_cited(option: Option) -> None:
    """Where an offence is none only because the State left it out, the reason is the provision that lets it do so."""
    offence = option.offence
    way = next(
        way
        for way in ways(offence)
        if option is not Option.LAUNDERING_RECEIPT_LEFT_OUT or "uses" in way
        if option is not Option.LAUNDERING_PARTICIPATION_LEFT_OUT or "aids" in way
    )
    nothing: dict[str, Fact] = each(names_of(MODELS[offence]), False)
    case = Case(offence, nothing | each(way, True) | LEFT_OUT[option])
    assert case.answer().is_yes
    finding = case.answer(add=option)
    assert finding.is_no
    assert option.authority in {provision for node in finding.decisive().walk() for provision in node.authority}


def test_a_reservation_that_decides_is_cited() -> None:
    """Art. 11(3): where conduct is no offence only because it is reserved, the reason is the reservation."""
    offence = ConventionOffence.MISUSE_OF_DEVICES
    nothing: dict[str, Fact] = each(names_of(MODELS[offence]), False)
    sold = nothing | each(next(way for way in ways(offence) if "sells" in way and "is_device" in way), True)
    assert Case(offence, sold).answer().is_yes
    finding = Case(offence, sold, reserving=(ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE),)).answer()
    assert finding.is_no
    assert "Art. 11(3)" in {str(provision) for node in finding.decisive().walk() for provision in node.authority}
