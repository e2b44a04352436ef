"""Domestic law held against Arts. 7 to 17: what a State may vary, and what a law must reach, read from the text."""

from __future__ import annotations

from itertools import pairwise, product
from random import Random
from typing import Any

import pytest
from attrs import evolve

from tests.effort import dice, is_full, share
from tests.offences.laws import (
    CONDITIONS,
    DEMANDED,
    elements,
    expected,
    forms,
    law,
    leaving_out,
    requirable,
    ways_by_form,
)
from tests.offences.tables import MODELS, NESTED, build, each, names_of
from uncc.general import Penalty, PenaltyKind
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    ConventionOffence,
    DeviceAct,
    DeviceItem,
    DomesticOffence,
    GapKind,
    Laundering,
    Option,
    OptionKind,
    ReservedAct,
    Variation,
    gaps,
    implements,
    is_permitted_variation,
    is_serious_at_home,
    options_of,
)
from uncc.offences import ConventionOffence as Offence
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import OptionsTogether

ONE_ONLY = Readings.of(OptionsTogether.ONE_ONLY)
TOGETHER = Readings.of(OptionsTogether.TOGETHER)
EACH = pytest.mark.parametrize("offence", ConventionOffence, ids=lambda offence: f"art{offence.article:02}")
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
STATES: tuple[Fact, ...] = (True, False, None)

PERMITTED: dict[Offence, dict[Option, str]] = {
    Offence.ILLEGAL_ACCESS: {
        Option.ACCESS_SECURITY: "7(2)",
        Option.ACCESS_INTENT: "7(2)",
        Option.ACCESS_CONNECTED: "7(2)",
    },
    Offence.ILLEGAL_INTERCEPTION: {Option.INTERCEPTION_INTENT: "8(2)", Option.INTERCEPTION_CONNECTED: "8(2)"},
    Offence.DATA_INTERFERENCE: {Option.DATA_SERIOUS_HARM: "9(2)"},
    Offence.SYSTEM_INTERFERENCE: {},
    Offence.MISUSE_OF_DEVICES: {Option.DEVICES_RESERVATION: "11(3)"},
    Offence.FORGERY: {Option.FORGERY_INTENT: "12(2)"},
    Offence.THEFT_OR_FRAUD: {},
    Offence.CHILD_ABUSE_MATERIAL: {
        Option.FINANCING_SEPARATE: "14(1)(d)",
        Option.MATERIAL_WRITTEN_OR_AUDIO: "14(2)",
        Option.MATERIAL_EXISTING_PERSON: "14(3)(a)",
        Option.MATERIAL_VISUAL_DEPICTION: "14(3)(b)",
        Option.MATERIAL_SELF_GENERATED: "14(4)(a)",
        Option.MATERIAL_PRIVATE: "14(4)(b)",
    },
    Offence.SOLICITATION: {
        Option.SOLICITATION_FURTHERANCE: "15(2)",
        Option.SOLICITATION_BELIEVED_CHILD: "15(3)",
        Option.SOLICITATION_BY_CHILD: "15(4)",
    },
    Offence.INTIMATE_IMAGES: {Option.IMAGE_UNDER_18: "16(3)", Option.IMAGE_INTENT_TO_HARM: "16(5)"},
    Offence.LAUNDERING: {
        Option.LAUNDERING_RECEIPT_LEFT_OUT: "17(1)(b)",
        Option.LAUNDERING_PARTICIPATION_LEFT_OUT: "17(1)(b)",
        Option.SELF_LAUNDERING_LEFT_OUT: "17(2)(e)",
    },
}
CONDITIONAL = set(CONDITIONS)
"""The options that the text makes depend on something."""


def cited(finding: Finding) -> set[str]:
    return {str(provision) for node in finding.walk() for provision in node.authority}


# What a State may vary


@EACH
def test_options_of_each_article(offence: ConventionOffence) -> None:
    """Arts. 7 to 17: the options of each article, in the order of its text, each with its own provision."""
    options = options_of(offence)
    assert list(options) == list(PERMITTED[offence])
    assert [str(option.authority) for option in options] == [f"Art. {where}" for where in PERMITTED[offence].values()]
    assert all(option.offence is offence for option in options)
    assert {option for option in options if option.condition} == CONDITIONAL & set(options)


@pytest.mark.parametrize("option", Option, ids=lambda option: option.value)
@EACH
def test_the_whole_table(offence: ConventionOffence, option: Option) -> None:
    """Arts. 7 to 17: an option belongs to its own article; what it depends on is open while nobody has said."""
    answer = NO
    if option in PERMITTED[offence]:
        answer = UNKNOWN if option in CONDITIONAL else YES
    by_its_words = YES if answer is UNKNOWN and option is Option.SOLICITATION_BY_CHILD else answer
    assert is_permitted_variation(offence, option).truth is by_its_words
    for met in STATES:
        conditions = dict.fromkeys(CONDITIONS.get(option, ()), met)
        variation = Variation(words="as the law has it", kind=option.kind, option=option, **conditions)
        finding = is_permitted_variation(offence, variation)
        wanted = Truth.of(met) if answer is UNKNOWN else answer
        assert finding.truth is wanted
        if option in PERMITTED[offence]:
            assert f"Art. {PERMITTED[offence][option]}" in cited(finding)


@pytest.mark.parametrize("option", CONDITIONS, ids=lambda option: str(option.value))
def test_each_condition_is_asked_for_itself(option: Option) -> None:
    """Arts. 11(3) to 17(2)(e): each thing on which an option depends is one question, with its own provision."""
    conditions = CONDITIONS[option]
    nothing = Variation(words="x", kind=option.kind, option=option)
    asked = is_permitted_variation(option.offence, nothing).open_questions
    assert [question.name for question in asked] == [f"Variation.{name}" for name in conditions]
    assert [[str(one) for one in question.authority] for question in asked] == [
        [f"Art. {provision}"] for provision in conditions.values()
    ]
    for missing in conditions:
        met: dict[str, Fact] = {name: name != missing for name in conditions}
        variation = Variation(words="x", kind=option.kind, option=option, **met)
        finding = is_permitted_variation(option.offence, variation)
        assert finding.is_no
        assert {provision.article for node in finding.walk() for provision in node.authority} == {
            option.offence.article
        }


def test_14_4_a_15_4_what_adults_do_is_not_left_out() -> None:
    """Arts. 14(4)(a) and 15(4): an exclusion that spares an adult as well is not one that the text permits."""
    for option, name in (
        (Option.MATERIAL_SELF_GENERATED, "by_children_only"),
        (Option.SOLICITATION_BY_CHILD, "committed_by_children"),
    ):
        changed: dict[str, Any] = {name: False}
        bill = law(option.offence, variations=[evolve(leaving_out(option, condition_met=True), **changed)])
        assert implements(bill, option.offence).is_no
        assert [gap.kind for gap in gaps(bill, option.offence)] == [GapKind.NOT_PERMITTED]


def test_a_variation_that_reaches_further_narrows_nothing() -> None:
    """Art. 59(2): whoever says that a law extends an offence and that it narrows it says both of two opposites."""
    for option in (None, Option.IMAGE_UNDER_18):
        with pytest.raises(InvalidValue, match="narrows"):
            Variation(words="x", kind=OptionKind.EXTEND, option=option, narrows=True)


@pytest.mark.parametrize("kind", OptionKind, ids=lambda kind: kind.value)
def test_21_8_without_an_option(kind: OptionKind) -> None:
    """Arts. 10, 21(8), 59(2): what rests on no option may reach further; narrow it may by defence or principle only."""
    for narrows, principle in product(STATES, STATES):
        if kind is OptionKind.EXTEND and narrows:
            continue
        variation = Variation(words="beside the text", kind=kind, narrows=narrows, general_principle=principle)
        wanted = Truth.YES if kind is OptionKind.EXTEND else max(~Truth.of(narrows), Truth.of(principle))
        for offence in ConventionOffence:
            assert is_permitted_variation(offence, variation).truth is wanted


def test_10_economic_loss() -> None:
    """Art. 10, S06: an intent to cause loss narrows an article that has no second paragraph."""
    loss = Variation(words="an intent to cause loss", kind=OptionKind.REQUIRE, narrows=True, general_principle=False)
    assert is_permitted_variation(Offence.SYSTEM_INTERFERENCE, loss).is_no
    assert implements(law(Offence.SYSTEM_INTERFERENCE, variations=[loss]), Offence.SYSTEM_INTERFERENCE).is_no


def test_the_kind_is_that_of_the_option() -> None:
    """A variation that rests on an option does what the option lets a State do."""
    for option, kind in product(Option, OptionKind):
        if kind is option.kind:
            assert Variation(words="x", kind=kind, option=option).option is option
        else:
            with pytest.raises(InvalidValue):
                Variation(words="x", kind=kind, option=option)


def test_what_a_law_demands_stands_in_its_definition() -> None:
    """An element that a State may require is named in the definition, and a reservation as acts, not as variations."""
    for option in Option:
        variation = Variation(words="x", kind=option.kind, option=option)
        if option.kind in {OptionKind.REQUIRE, OptionKind.RESERVE}:
            with pytest.raises(InvalidValue):
                law(option.offence, variations=[variation])
        else:
            assert law(option.offence, variations=[variation]).variations == (variation,)


# What a law must reach: one provision


@EACH
def test_the_words_of_the_convention_implement_it(offence: ConventionOffence) -> None:
    """A law in the text's own words, without any option, implements it and has no gap."""
    finding = implements(law(offence), offence)
    assert finding.is_yes
    assert offence.article in {provision.article for node in finding.walk() for provision in node.authority}
    assert gaps(law(offence), offence) == ()
    assert gaps([law(offence)], offence) == ()


@EACH
def test_no_element_need_be_demanded(offence: ConventionOffence) -> None:
    """A law that demands less reaches more: no element left out is a gap, one by one or all."""
    for value in (False, None):
        assert gaps(law(offence, each(elements(offence), value)), offence) == ()
        for name in elements(offence):
            assert gaps(law(offence, {name: value}), offence) == (), name


@pytest.mark.long
@EACH
def test_each_form_not_named_is_a_gap(offence: ConventionOffence) -> None:
    """A form left out is one gap, in the words of the fact, with its provision; one not known is a doubt."""
    model = MODELS[offence]
    questions = {**model.questions(), **(NESTED[model][1].questions() if model in NESTED else {})}
    for name in forms(offence):
        for value, truth in ((False, NO), (None, UNKNOWN)):
            bill = law(offence, {name: value})
            (gap,) = gaps(bill, offence)
            assert gap.kind is GapKind.FORM_OMITTED
            assert gap.what == questions[name].statement
            assert gap.authority == questions[name].authority
            assert gap.finding.truth is truth
            assert implements(bill, offence).truth is truth
            assert {provision.article for provision in gap.authority} == {offence.article}


@EACH
def test_naming_nothing(offence: ConventionOffence) -> None:
    """A provision that names no form misses each of them; of one not read yet, each is in doubt."""
    for value, truth in ((False, NO), (None, UNKNOWN)):
        bill = law(offence, each(forms(offence), value))
        found = gaps(bill, offence)
        assert len(found) == len(forms(offence))
        assert {gap.finding.truth for gap in found} == {truth}
        assert implements(bill, offence).truth is truth


@EACH
def test_a_law_with_nothing(offence: ConventionOffence) -> None:
    """No provision, or only one on something else, is one gap: the offence is absent."""
    other = next(law(another) for another in ConventionOffence if another is not offence)
    for nothing in ((), [], other, [other]):
        (gap,) = gaps(nothing, offence)
        assert gap.kind is GapKind.ABSENT
        assert gap.finding.is_no
        assert {provision.article for provision in gap.authority} == {offence.article}
        assert implements(nothing, offence).is_no


@pytest.mark.parametrize(("criminal", "truth"), [(True, YES), (False, NO), (None, UNKNOWN)])
@EACH
def test_21_8_a_criminal_offence(offence: ConventionOffence, criminal: Fact, truth: Truth) -> None:
    """An administrative fine is no criminal offence; where that is not known, nothing is determined."""
    bill = law(offence, criminal=criminal, title="Fines Act")
    assert implements(bill, offence).truth is truth
    found = gaps(bill, offence)
    assert [gap.kind for gap in found] == ([] if criminal else [GapKind.NOT_CRIMINAL])
    assert all(gap.finding.truth is truth and gap.provision == "Fines Act" for gap in found)


@EACH
def test_what_rests_on_no_option_is_a_gap(offence: ConventionOffence) -> None:
    """A demand that the article does not permit is a gap with the provision that makes it; a defence is none."""
    for principle, truth in ((False, NO), (True, YES), (None, UNKNOWN)):
        demand = Variation(words="a complaint", kind=OptionKind.REQUIRE, narrows=True, general_principle=principle)
        bill = law(offence, title="Section 5", variations=[demand])
        assert implements(bill, offence).truth is truth
        found = gaps(bill, offence)
        assert [(gap.kind, gap.what, gap.provision) for gap in found] == (
            [] if principle else [(GapKind.NOT_PERMITTED, "a complaint", "Section 5")]
        )


def test_a_law_that_reaches_further() -> None:
    """Whatever a law adds, it implements the article if it leaves nothing out."""
    wider = Variation(words="negligence as well", kind=OptionKind.EXTEND, narrows=False)
    for offence in ConventionOffence:
        assert implements(law(offence, variations=[wider]), offence).is_yes


# What a law must reach: at random


@pytest.mark.long
@EACH
def test_against_the_ways_of_the_text(offence: ConventionOffence) -> None:
    """One to three provisions at random, 90 times (30 for long articles): each way must be wholly within one."""
    random = dice(offence.article)
    seen: set[Truth] = set()
    for number in range(share(90 if len(ways_by_form(offence)) < 60 else 30)):
        chance = 0.97 if number % 3 else 0.85
        definitions: list[dict[str, Fact]] = [
            {name: True if random.random() < chance else random.choice((False, None)) for name in forms(offence)}
            for _ in range(random.randint(1, 3))
        ]
        laws = [law(offence, definition) for definition in definitions]
        wanted = expected(offence, definitions)
        seen.add(wanted)
        finding, found = implements(laws, offence), gaps(laws, offence)
        assert finding.truth is wanted, definitions
        assert (found == ()) is (wanted is YES), definitions
        assert any(gap.finding.is_no for gap in found) is (wanted is NO), definitions
        assert all(not gap.finding.is_yes for gap in found)
    assert seen == set(Truth) or not is_full()


@pytest.mark.long
@EACH
def test_naming_more_never_hurts(offence: ConventionOffence) -> None:
    """Along a chain of laws, each of which names one form more, no answer falls and no gap returns."""
    random = Random(offence.article)
    order = forms(offence)
    random.shuffle(order)
    definition: dict[str, Fact] = each(order, False)
    chain = [implements(law(offence, definition), offence).truth]
    counts = [len(gaps(law(offence, definition), offence))]
    for name in order:
        for value in (None, True):
            definition = definition | {name: value}
            chain.append(implements(law(offence, definition), offence).truth)
            counts.append(len(gaps(law(offence, definition), offence)))
    assert all(before <= after for before, after in pairwise(chain))
    assert all(before >= after for before, after in pairwise(counts))
    assert (chain[0], chain[-1], counts[-1]) == (NO, YES, 0)


@pytest.mark.long
@EACH
def test_another_provision_never_hurts(offence: ConventionOffence) -> None:
    """What a law reaches, it reaches whatever other provisions say, useless, narrow or not criminal."""
    narrow = Variation(words="x", kind=OptionKind.REQUIRE, narrows=True, general_principle=False)
    others = [
        law(offence, variations=[narrow]),
        law(offence, criminal=False),
        law(offence, each(forms(offence), False)),
        DomesticOffence(title="Not read yet", definition=MODELS[offence]()),
    ]
    for other in others:
        assert implements([other, law(offence)], offence).is_yes
        assert gaps([law(offence), other], offence) == ()
    assert implements(others, offence).is_unknown
    assert implements(others[:3], offence).is_no


@pytest.mark.long
@EACH
def test_the_order_of_provisions_does_not_matter(offence: ConventionOffence) -> None:
    """Two sections that each name half of every form, in either order, reach what they reach."""
    names = forms(offence)
    halves = [law(offence, each(names[start::2], False)) for start in (0, 1)]
    there, back = implements(halves, offence), implements(halves[::-1], offence)
    assert there.truth is back.truth
    assert {gap.what for gap in gaps(halves, offence)} == {gap.what for gap in gaps(halves[::-1], offence)}


@pytest.mark.long
@EACH
def test_gaps_are_as_sure_as_the_answer(offence: ConventionOffence) -> None:
    """Two provisions at random, some of them not criminal: a gap that is sure needs an answer that is no."""
    random = dice(100 + offence.article)
    for _ in range(share(30)):
        names = random.sample(forms(offence), 2)
        criminal: list[Fact] = [random.choice(STATES) for _ in range(2)]
        definitions = [{name: random.choice(STATES) for name in names} for _ in range(2)]
        laws = [
            law(offence, definition, criminal=known, title=f"Section {number}")
            for number, (definition, known) in enumerate(zip(definitions, criminal, strict=True))
        ]
        reached = [
            {name: min_of(known, definition.get(name, True)) for name in forms(offence)}
            for definition, known in zip(definitions, criminal, strict=True)
        ]
        wanted, found = expected(offence, reached), gaps(laws, offence)
        assert implements(laws, offence).truth is wanted
        assert (found == ()) is (wanted is YES)
        assert any(gap.finding.is_no for gap in found) is (wanted is NO), (criminal, definitions)


def min_of(one: Fact, other: Fact) -> Fact:
    """Both, in three values."""
    return False if one is False or other is False else None if one is None or other is None else True


def test_a_doubt_is_named_beside_a_provision_that_does_not_count() -> None:
    """Art. 9: damaging is named by a section that is not criminal, and perhaps by one that is: that is the doubt."""
    fines = law(Offence.DATA_INTERFERENCE, criminal=False, title="Fines")
    code = law(Offence.DATA_INTERFERENCE, {"damages": None}, title="Code")
    assert implements([fines, code], Offence.DATA_INTERFERENCE).is_unknown
    found = gaps([fines, code], Offence.DATA_INTERFERENCE)
    assert "electronic data are damaged" in [gap.what for gap in found]
    assert all(gap.finding.is_unknown for gap in found)


def test_questions_tell_the_provisions_apart() -> None:
    """What one section names is another question than what the next one names, though the words be the same."""
    first = law(Offence.DATA_INTERFERENCE, {"damages": None, "deletes": False}, title="Section 1")
    second = law(Offence.DATA_INTERFERENCE, {"damages": None, "alters": False}, title="Section 2")
    finding = implements([first, second], Offence.DATA_INTERFERENCE)
    assert finding.is_unknown
    assert len(finding.open_questions) == 2


def test_what_is_known_of_one_provision_is_not_known_of_the_next() -> None:
    """While an answer is open, something must become known before it is settled."""
    first = law(Offence.DATA_INTERFERENCE, {"damages": False}, title="Section 1")
    second = law(Offence.DATA_INTERFERENCE, {"damages": None, "alters": False}, title="Section 2")
    finding = implements([first, second], Offence.DATA_INTERFERENCE)
    assert finding.is_unknown
    assert finding.open_questions
    assert all(finding.flips())


def test_a_gap_cites_the_article_of_the_offence() -> None:
    """Arts. 7(2), 8(2) and 14(3): a gap of one article is not found in another."""
    for offence, one, other in TWO:
        (gap,) = gaps(law(offence, {one: True, other: True}), offence, readings=ONE_ONLY)
        assert {provision.article for provision in gap.authority} == {offence.article}


# What a law must reach: several provisions


def test_split_over_two_sections() -> None:
    """Art. 9: one section on deleting and altering, one on the rest, together reach all; alone neither does."""
    first = law(Offence.DATA_INTERFERENCE, {"damages": False, "deteriorates": False, "suppresses": False})
    second = law(Offence.DATA_INTERFERENCE, {"deletes": False, "alters": False})
    assert implements([first, second], Offence.DATA_INTERFERENCE).is_yes
    assert len(gaps(first, Offence.DATA_INTERFERENCE)) == 3
    assert len(gaps(second, Offence.DATA_INTERFERENCE)) == 2


def test_basic_and_aggravated() -> None:
    """Art. 9(2): an aggravated offence that demands loss of life takes nothing from the basic one."""
    grave = Variation(words="loss of life", kind=OptionKind.REQUIRE, narrows=True, general_principle=False)
    basic, aggravated = law(Offence.DATA_INTERFERENCE), law(Offence.DATA_INTERFERENCE, variations=[grave])
    assert implements([aggravated, basic], Offence.DATA_INTERFERENCE).is_yes
    assert implements(aggravated, Offence.DATA_INTERFERENCE).is_no


def test_11_1_the_missing_pair() -> None:
    """Art. 11(1)(a): one section on devices, one on access data that forgets selling: the pair alone is missing."""
    devices = law(Offence.MISUSE_OF_DEVICES, {"is_access_data": False}, title="On devices")
    access_data = law(Offence.MISUSE_OF_DEVICES, {"is_device": False, "sells": False}, title="On access data")
    (gap,) = gaps([devices, access_data], Offence.MISUSE_OF_DEVICES)
    assert gap.kind is GapKind.FORM_OMITTED
    assert gap.finding.is_no
    assert {art(11, 1, "a"), art(11, 1, "a", "ii")} == set(gap.authority)
    act, item = gap.what.split("; ")
    assert act.endswith("sold")
    assert item.startswith("the item is a password")
    assert implements([devices, access_data], Offence.MISUSE_OF_DEVICES).is_no


def test_11_1_a_missing_form_and_a_missing_pair() -> None:
    """Art. 11(1)(a): no section has producing or importing, that on access data no making available: two and a pair."""
    left_out: dict[str, Fact] = each(("produces", "imports"), False)
    devices = law(Offence.MISUSE_OF_DEVICES, left_out | {"is_access_data": False}, title="On devices")
    access_data = law(
        Offence.MISUSE_OF_DEVICES, left_out | {"is_device": False, "makes_available": False}, title="On access data"
    )
    found = gaps([devices, access_data], Offence.MISUSE_OF_DEVICES)
    assert [gap.what.count(";") for gap in found] == [0, 0, 1]
    assert [word in gap.what for gap, word in zip(found, ("produced", "imported", "available"), strict=True)] == [
        True
    ] * 3
    assert all(gap.kind is GapKind.FORM_OMITTED and gap.finding.is_no and gap.provision is None for gap in found)


def test_each_way_is_asked_of_each_section() -> None:
    """Art. 9(1): of two sections each way has a limb that names its form and provision, with what each section does."""
    sections = [
        law(Offence.DATA_INTERFERENCE, {"damages": False}, title="Section 1"),
        law(Offence.DATA_INTERFERENCE, {"deletes": False}, title="Section 2"),
    ]
    (reached,) = implements(sections, Offence.DATA_INTERFERENCE).because
    _, between = reached.because
    assert between.statement == "the provisions of the law reach every form of the offence between them"
    assert between.authority == (art(9, 1),)
    forms_told = ("are damaged", "are deleted", "deteriorate", "are altered", "are suppressed")
    assert [(way.statement, way.authority) for way in between.because] == [
        (f"a provision reaches the form: electronic data {told}", (art(9, 1),)) for told in forms_told
    ]
    assert [[section.truth for section in way.because] for way in between.because] == [
        [NO, YES],
        [YES, NO],
        *[[YES] * 2] * 3,
    ]


def test_each_part_of_a_way_is_named() -> None:
    """Art. 11(1): a way of two sections names its act and its item, with the provisions of both."""
    sections = [law(Offence.MISUSE_OF_DEVICES, {name: False}) for name in ("is_device", "is_access_data")]
    (reached,) = implements(sections, Offence.MISUSE_OF_DEVICES).because
    _, between = reached.because
    first = "the item is obtained; the item is a device, which may be a program; the item is meant to be used for "
    assert between.because[0].statement == f"a provision reaches the form: {first}illegal access"
    cited_by_ways = [set(way.authority) for way in between.because]
    assert {art(11, 1), art(11, 1, "a"), art(11, 1, "a", "i")} in cited_by_ways
    assert {art(11, 1), art(11, 1, "b"), art(11, 1, "a", "ii")} in cited_by_ways


def test_sections_that_name_nothing_lack_each_form_and_no_more() -> None:
    """Art. 9(1): each form is named, once, and nothing is said to be missing that has no name."""
    nothing = each(forms(Offence.DATA_INTERFERENCE), False)
    sections = [law(Offence.DATA_INTERFERENCE, nothing, title=title) for title in ("Section 1", "Section 2")]
    told = [gap.what for gap in gaps(sections, Offence.DATA_INTERFERENCE)]
    assert told == [
        f"electronic data {told}"
        for told in ("are damaged", "are deleted", "deteriorate", "are altered", "are suppressed")
    ]


def test_what_several_sections_leave_open_is_asked_of_the_state() -> None:
    """Art. 9: the question of a form that none surely reaches names the form, its provision, and who can answer."""
    sections = [law(Offence.DATA_INTERFERENCE, {"damages": None}, title=title) for title in ("Section 1", "Section 2")]
    (gap,) = gaps(sections, Offence.DATA_INTERFERENCE)
    (question,) = gap.finding.open_questions
    assert (question.statement, question.subject) == ("the law reaches it", "electronic data are damaged")
    assert (question.authority, question.asked_of) == (gap.authority, Role.STATE_PARTY)


def test_a_section_is_to_blame_only_for_what_it_reaches_by_its_words() -> None:
    """Art. 9: what the section that is no crime does not name either is omitted, and not for that section's sake."""
    code = law(Offence.DATA_INTERFERENCE, each(("deletes", "alters"), False), title="Code")
    fines = law(Offence.DATA_INTERFERENCE, {"alters": False}, criminal=False, title="Fines")
    found = gaps([code, fines], Offence.DATA_INTERFERENCE)
    assert [(gap.kind, gap.what, gap.provision) for gap in found] == [
        (GapKind.FORM_OMITTED, "electronic data are altered", None),
        (GapKind.NOT_CRIMINAL, "the provision makes it a criminal offence", "Fines"),
    ]
    assert all(gap.finding.is_no for gap in found)


def test_7_2_a_section_that_demands_two_elements_beside_another() -> None:
    """Art. 7(2): of two sections the one that demands two elements counts on one reading and not on the other."""
    both = law(
        Offence.ILLEGAL_ACCESS,
        {"part_accessed": False, "infringes_security": True, "system_connected": True},
        title="Whole systems",
    )
    part = law(Offence.ILLEGAL_ACCESS, {"whole_accessed": False}, title="Parts")
    assert gaps([both, part], Offence.ILLEGAL_ACCESS, readings=TOGETHER) == ()
    for under, truth in ((ONE_ONLY, NO), (AS_ADOPTED, UNKNOWN)):
        (gap,) = gaps([both, part], Offence.ILLEGAL_ACCESS, readings=under)
        assert (gap.kind, gap.provision, gap.finding.truth) == (GapKind.ELEMENTS_TOGETHER, "Whole systems", truth)


def test_13_a_pair_within_one_limb() -> None:
    """Art. 13: deception for another's gain is missing where one section is on oneself and one on data."""
    oneself = law(Offence.THEFT_OR_FRAUD, {"for_another": False})
    data = law(Offence.THEFT_OR_FRAUD, {"deceives": False})
    found = gaps([oneself, data], Offence.THEFT_OR_FRAUD)
    assert found
    assert all(gap.finding.is_no and gap.kind is GapKind.FORM_OMITTED for gap in found)
    assert {art(13, "c")} <= {provision for gap in found for provision in gap.authority}


# Reservations under Art. 11(3)


def test_11_3_a_permitted_reservation() -> None:
    """Art. 11(3), S07: what may be reserved need not be reached."""
    access_data = law(
        Offence.MISUSE_OF_DEVICES, {"is_device": False, "obtains": False, "possesses": False}, title="On access data"
    )
    devices = law(Offence.MISUSE_OF_DEVICES, {"is_access_data": False}, title="On devices")
    reserving = [ReservedAct(act, DeviceItem.ACCESS_DATA) for act in (DeviceAct.OBTAINING, DeviceAct.POSSESSION)]
    laws = [devices, access_data]
    assert implements(laws, Offence.MISUSE_OF_DEVICES).is_no
    assert implements(laws, Offence.MISUSE_OF_DEVICES, reserving=reserving).is_yes
    assert gaps(laws, Offence.MISUSE_OF_DEVICES, reserving=reserving) == ()
    (gap,) = gaps(laws, Offence.MISUSE_OF_DEVICES, reserving=reserving[:1])
    assert set(gap.authority) == {art(11, 1, "b"), art(11, 1, "a", "ii")}


def test_11_3_a_reservation_stands_beside_the_law() -> None:
    """Art. 11(3): a reservation that the article does not permit is a gap of its own, though the law reaches all."""
    whole = law(Offence.MISUSE_OF_DEVICES)
    alone = "a provision of the law reaches the whole offence by itself"
    sale = [ReservedAct(DeviceAct.SALE, DeviceItem.ACCESS_DATA)]
    finding = implements(whole, Offence.MISUSE_OF_DEVICES, reserving=sale)
    assert [(limb.statement, limb.truth) for limb in finding.because] == [
        (alone, YES),
        ("the reservation is one that the article permits", NO),
    ]
    assert finding.is_no
    (gap,) = gaps(whole, Offence.MISUSE_OF_DEVICES, reserving=sale)
    assert (gap.kind, gap.finding, gap.authority) == (GapKind.RESERVATION, finding.because[1], (art(11, 3),))
    assert [limb.statement for limb in implements(whole, Offence.MISUSE_OF_DEVICES).because] == [alone]


@pytest.mark.parametrize("act", ["sells", "distributes", "makes_available"])
def test_11_3_a_reservation_that_is_not_permitted(act: str) -> None:
    """Art. 11(3): selling, distributing and making available access data must be reached in spite of it."""
    reserved = DeviceAct({"sells": "sale", "distributes": "distribution"}.get(act, "making-available"))
    laws = [
        law(Offence.MISUSE_OF_DEVICES, {"is_access_data": False}),
        law(Offence.MISUSE_OF_DEVICES, {"is_device": False, act: False}),
    ]
    reserving = [ReservedAct(reserved, DeviceItem.ACCESS_DATA)]
    assert implements(laws, Offence.MISUSE_OF_DEVICES, reserving=reserving).is_no
    found = gaps(laws, Offence.MISUSE_OF_DEVICES, reserving=reserving)
    assert {GapKind.FORM_OMITTED, GapKind.RESERVATION} == {gap.kind for gap in found}
    assert any(art(11, 3) in gap.authority for gap in found)


def test_11_3_everything_that_may_be_reserved() -> None:
    """Art. 11(3): a State that reserves all it may need only reach three acts with access data."""
    kept = {DeviceAct.SALE, DeviceAct.DISTRIBUTION, DeviceAct.MAKING_AVAILABLE}
    reserving = [
        ReservedAct(act, item)
        for act, item in product(DeviceAct, DeviceItem)
        if item is DeviceItem.DEVICE or act not in kept
    ]
    acts = ("sells", "distributes", "makes_available")
    means = [name for name in forms(Offence.MISUSE_OF_DEVICES) if name.startswith("meant_for")]
    least: dict[str, Fact] = each(forms(Offence.MISUSE_OF_DEVICES), False)
    least |= each((*acts, *means, "is_access_data"), True)
    assert implements(law(Offence.MISUSE_OF_DEVICES, least), Offence.MISUSE_OF_DEVICES, reserving=reserving).is_yes
    for name in (*acts, *means, "is_access_data"):
        short = law(Offence.MISUSE_OF_DEVICES, least | {name: False})
        assert implements(short, Offence.MISUSE_OF_DEVICES, reserving=reserving).is_no, name


# Art. 14: exclusions and financing; Art. 17(1)(b) and (2)(e): basic concepts and fundamental principles


def test_14_1_d_financing_as_complicity() -> None:
    """Art. 14(1)(d), S10: a separate offence is optional, but financing must be reached."""
    offence = Offence.CHILD_ABUSE_MATERIAL
    separate = Variation(words="an offence of its own", kind=OptionKind.ARRANGE, option=Option.FINANCING_SEPARATE)
    assert implements(law(offence), offence).is_yes
    assert implements(law(offence, variations=[separate]), offence).is_yes
    (gap,) = gaps(law(offence, {"finances": False}), offence)
    assert gap.authority == (art(14, 1, "d"),)


@pytest.mark.parametrize("option", [option for option in Option if option.kind is OptionKind.EXCLUDE])
def test_exclusions_and_what_they_depend_on(option: Option) -> None:
    """Arts. 14(4), 15(4), 17(1)(b) and 17(2)(e): permitted where what the text makes them depend on is so."""
    offence = option.offence
    for met in STATES:
        truth = Truth.of(met) if option in CONDITIONAL else YES
        bill = law(offence, variations=[leaving_out(option, condition_met=met)], title="Section 3")
        assert implements(bill, offence).truth is truth
        found = gaps(bill, offence)
        assert [gap.kind for gap in found] == ([] if truth is YES else [GapKind.NOT_PERMITTED])
        assert all(option.authority in gap.authority and gap.provision == "Section 3" for gap in found)


RECEIPT = ("acquires", "possesses", "uses")
TAKING_PART = ("participates", "associates", "conspires", "attempts", "aids", "abets", "facilitates", "counsels")


@pytest.mark.parametrize(
    ("option", "names", "others"),
    [
        (Option.LAUNDERING_RECEIPT_LEFT_OUT, RECEIPT, TAKING_PART),
        (Option.LAUNDERING_PARTICIPATION_LEFT_OUT, TAKING_PART, RECEIPT),
    ],
    ids=["receipt", "taking-part"],
)
def test_17_1_b_basic_concepts(option: Option, names: tuple[str, ...], others: tuple[str, ...]) -> None:
    """Art. 17(1)(b): forms left out under basic concepts are none missing, where these stand against them."""
    for met in STATES:
        excluded = leaving_out(option, condition_met=met)
        for missing in (names, names[:1]):
            bill = law(Offence.LAUNDERING, each(missing, False), variations=[excluded])
            assert implements(bill, Offence.LAUNDERING).truth is Truth.of(met)
            assert (gaps(bill, Offence.LAUNDERING) == ()) is (met is True)
    allowed = leaving_out(option, condition_met=True)
    for name in (*others, "converts", "transfers", "conceals", "disguises", "ownership", "to_help_evade"):
        bill = law(Offence.LAUNDERING, {name: False}, variations=[allowed])
        assert len(gaps(bill, Offence.LAUNDERING)) == 1, name
    assert implements(law(Offence.LAUNDERING, each(names, False)), Offence.LAUNDERING).is_no


def test_17_1_b_what_may_be_left_out_is_one_question() -> None:
    """Art. 17(1)(b): whether the basic concepts stand against three forms is asked once, about the section."""
    names = ("acquires", "possesses", "uses")
    bill = law(
        Offence.LAUNDERING,
        each(names, False),
        title="Section 1",
        variations=[leaving_out(Option.LAUNDERING_RECEIPT_LEFT_OUT)],
    )
    finding = implements(bill, Offence.LAUNDERING)
    (question,) = finding.open_questions
    assert question.subject == "Section 1: it is left out"
    excused = [node for node in finding.walk() if node.statement == "the law reaches it or may leave it out"]
    assert [(node.truth, node.authority) for node in excused] == [(UNKNOWN, (art(17, 1, "b", "i"),))] * 3


def test_17_1_b_left_out_by_one_section_of_several() -> None:
    """Art. 17(1)(b): what basic concepts leave out is left out of the whole law, in whichever section that is said."""
    allowed = leaving_out(Option.LAUNDERING_RECEIPT_LEFT_OUT, condition_met=True)
    rest = [name for name in forms(Offence.LAUNDERING) if name not in (*RECEIPT, *TAKING_PART)]
    first = law(Offence.LAUNDERING, each((*RECEIPT, *TAKING_PART), False), variations=[allowed])
    second = law(Offence.LAUNDERING, each((*RECEIPT, *rest), False))
    assert implements([first, second], Offence.LAUNDERING).is_yes
    assert implements([second, first], Offence.LAUNDERING).is_yes
    assert implements(first, Offence.LAUNDERING).is_no


# Options that are demanded together


@pytest.mark.parametrize("offence", DEMANDED, ids=lambda offence: f"art{offence.article:02}")
def test_one_option_may_be_demanded(offence: ConventionOffence) -> None:
    """Arts. 7(2) to 16(5): any one of what the article lets a State require, in either of its forms, on any reading."""
    for names in DEMANDED[offence].values():
        for demanded in (names, *((name,) for name in names)):
            bill = law(offence, each(demanded, True))
            for under in (AS_ADOPTED, ONE_ONLY, TOGETHER):
                assert implements(bill, offence).under(under).is_yes, demanded
                assert gaps(bill, offence, readings=under) == ()
            if names == demanded or len(names) == 1:
                assert implements(bill, offence).readings == (), "what one option asks for is not several together"


TWO = [
    (offence, one, other)
    for offence, groups in DEMANDED.items()
    for one, other in product(requirable(offence), repeat=2)
    if not any(one in group and other in group for group in groups.values())
]


@pytest.mark.parametrize(("offence", "one", "other"), TWO, ids=lambda value: getattr(value, "value", value))
def test_two_options_are_a_reading(offence: ConventionOffence, one: str, other: str) -> None:
    """Arts. 7(2), 8(2) and 14(3): whether two may be demanded at once is open, and each reading answers it."""
    both = law(offence, {one: True, other: True})
    assert implements(both, offence).under(TOGETHER).is_yes
    assert implements(both, offence).under(ONE_ONLY).is_no
    assert implements(both, offence).is_unknown
    assert [question.name for question in implements(both, offence).open_questions] == ["options-together"]
    (gap,) = gaps(both, offence, readings=ONE_ONLY)
    assert gap.kind is GapKind.ELEMENTS_TOGETHER
    assert gap.finding.is_no
    assert offence.article in {provision.article for provision in gap.authority}
    assert gaps(both, offence, readings=TOGETHER) == ()
    doubtful = law(offence, {one: True, other: None})
    assert implements(doubtful, offence).under(ONE_ONLY).is_unknown
    assert implements(doubtful, offence).under(TOGETHER).is_yes
    assert implements([both, law(offence, {one: True})], offence).under(ONE_ONLY).is_yes


def test_two_sections_that_demand_one_each() -> None:
    """Art. 7(2): each section demands one element, so that none demands two."""
    whole = law(Offence.ILLEGAL_ACCESS, {"part_accessed": False, "infringes_security": True})
    part = law(Offence.ILLEGAL_ACCESS, {"whole_accessed": False, "system_connected": True})
    assert implements([whole, part], Offence.ILLEGAL_ACCESS).is_yes


# Penalties


@pytest.mark.parametrize(
    ("penalty", "truth"),
    [
        (None, UNKNOWN),
        (Penalty(years=4), YES),
        (Penalty(months=48), YES),
        (Penalty(years=3, months=11), NO),
        (Penalty(kind=PenaltyKind.LIFE), YES),
    ],
)
def test_2_h_serious_at_home(penalty: Penalty | None, truth: Truth) -> None:
    """Art. 2(h): a maximum of four years or more, of whatever offence."""
    for offence in ConventionOffence:
        bill = DomesticOffence(title="x", definition=MODELS[offence](), maximum_penalty=penalty)
        assert is_serious_at_home(bill).truth is truth


# The tests themselves


@EACH
def test_the_forms_and_elements_cover_the_text(offence: ConventionOffence) -> None:
    """The lists that these tests are written from name no fact that the model has not, and each way by its forms."""
    assert {*forms(offence), *elements(offence), *requirable(offence)} <= set(names_of(MODELS[offence]))
    assert set().union(*ways_by_form(offence)) == set(forms(offence))
    assert build(MODELS[offence], {}) == MODELS[offence]()


def test_59_2_a_law_that_reaches_further_implements_as_well() -> None:
    """Art. 59(2): a variation that extends is no gap, even on the option of a neighbour."""
    for option in (None, Option.IMAGE_UNDER_18):
        variation = Variation(words="further", kind=OptionKind.EXTEND, option=option)
        wider = law(ConventionOffence.DATA_INTERFERENCE, variations=(variation,))
        assert implements(wider, ConventionOffence.DATA_INTERFERENCE).is_yes


def test_11_3_only_the_article_on_devices_knows_reserved_acts() -> None:
    """Art. 11(3): acts reserved cannot be put to another article."""
    sale = ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE)
    with pytest.raises(InvalidValue, match="reserving"):
        implements((), ConventionOffence.FORGERY, reserving=[sale])


def test_what_a_variation_says_is_no_part_of_a_definition() -> None:
    """Arts. 14(4), 17(2)(e): what an exclusion turns on is said as a variation, and refused in the definition."""
    with pytest.raises(InvalidValue) as caught:
        DomesticOffence(title="Laundering", definition=Laundering(own_predicate=True))
    said = "what it bears on is said by a variation, and not in the definition"
    assert str(caught.value) == f"definition.own_predicate: True is not null: {said}"


def test_what_a_law_demands_is_no_variation() -> None:
    """Arts. 7(2) to 16(5): an element that a State may require is named in the definition, and the error says so."""
    demanded = Variation(words="a breach of security", kind=OptionKind.REQUIRE, option=Option.ACCESS_SECURITY)
    further = Variation(words="further", kind=OptionKind.EXTEND)
    with pytest.raises(InvalidValue) as caught:
        law(Offence.ILLEGAL_ACCESS, variations=[further, demanded])
    assert str(caught.value) == (
        f"variations[1].option: {Option.ACCESS_SECURITY!r} is not null: "
        "an element that a State may require is named in the definition"
    )


def test_11_3_what_is_reserved_is_no_variation() -> None:
    """Art. 11(3): a reserved act is given as one, and the error says where."""
    reserved = Variation(words="obtaining", kind=OptionKind.RESERVE, option=Option.DEVICES_RESERVATION)
    with pytest.raises(InvalidValue) as caught:
        law(Offence.MISUSE_OF_DEVICES, variations=[reserved])
    assert str(caught.value) == (
        f"variations[0].kind: {OptionKind.RESERVE!r} is not another kind: what is reserved stands in `reserving`"
    )


def test_what_is_reserved_matters_for_one_offence_only() -> None:
    """Art. 11(3): where it is not known what the State has reserved, other offences are as without a reservation."""
    bill = law(Offence.SYSTEM_INTERFERENCE, {}, title="Hindering")
    for offence in Offence:
        if offence is not Offence.MISUSE_OF_DEVICES:
            assert implements(bill, offence, reserving=None) == implements(bill, offence, reserving=())
