"""Art. 14: offences with child sexual abuse or exploitation material, read from the text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from tests.offences.reading import (
    HOLDING_ACTS,
    PUBLISHING_ACTS,
    SEEKING_ACTS,
    abuse_material,
    child_abuse_material,
)
from tests.offences.tables import (
    EXCLUDING,
    EXTENDING,
    REQUIRING,
    arguments,
    build,
    choice,
    choices,
    chosen_id,
    differences,
    each,
    every_state,
    names_of,
    neighbours,
    sample,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.offences import (
    AbuseMaterial,
    ChildAbuseMaterial,
    ConventionOffence,
    Option,
    established,
    is_child_abuse_material,
    is_material_offence,
    is_under_18,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import MaterialTwiceDescribed, PossessionLeftOut

ALONE = Readings.of(PossessionLeftOut.POSSESSION_ALONE)
WITH_IT = Readings.of(PossessionLeftOut.WHAT_GOES_WITH_IT)
ON_EACH_READING: dict[Fact, Readings] = {True: WITH_IT, False: ALONE, None: AS_ADOPTED}
CHILD = ConventionOffence.CHILD_ABUSE_MATERIAL
OF_MATERIAL = (*EXTENDING[CHILD], *REQUIRING[CHILD])
OWN = (*OF_MATERIAL, *EXCLUDING[CHILD])
MATERIAL = names_of(AbuseMaterial)
NAMES = names_of(ChildAbuseMaterial)
SHOWN = ("real_activity", "simulated_activity", "in_presence")
PRIVATE = ("consensual", "conduct_lawful", "private_use")
NOTHING: dict[str, Fact] = each(NAMES, False)
DRAWN: dict[str, Fact] = NOTHING | each(
    ("visual", "person_under_18", "simulated_activity", "intentional", "without_right"), True
)
"""A realistic drawing of a child that does not exist, and an act yet to be said."""


def offence(values: dict[str, Fact], readings: Readings = AS_ADOPTED, **options: Any) -> Truth:
    return is_material_offence(build(ChildAbuseMaterial, values), **options).under(readings).truth


# Paragraph 2: age


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2010, 5, 4), Truth.YES),
        (date(2028, 5, 3), Truth.YES),
        (date(2028, 5, 4), Truth.NO),
        (date(2028, 5, 5), Truth.NO),
        (date(2060, 1, 1), Truth.NO),
    ],
)
def test_14_2_age_around_the_birthday(on: date, answer: Truth) -> None:
    """Art. 14(2): under 18 to the eve of the eighteenth birthday."""
    assert is_under_18(date(2010, 5, 4), on).truth is answer


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2026, 2, 27), Truth.YES),
        (date(2026, 2, 28), Truth.UNKNOWN),
        (date(2026, 3, 1), Truth.NO),
        (date(2026, 3, 2), Truth.NO),
    ],
)
def test_14_2_born_on_29_february(on: date, answer: Truth) -> None:
    """Art. 14(2): whoever is born on the leap day comes of age on 28 February or 1 March, as domestic law says."""
    finding = is_under_18(date(2008, 2, 29), on)
    assert finding.truth is answer
    assert bool(finding.open_questions) is (answer is Truth.UNKNOWN)


@pytest.mark.parametrize("born", [date(2008, 2, 28), date(2008, 3, 1), date(2007, 2, 28), date(2007, 12, 31)])
def test_14_2_every_day_around_other_birthdays(born: date) -> None:
    """Art. 14(2): the neighbours of the leap day, and the turn of the year, know no doubt."""
    birthday = born.replace(year=born.year + 18)
    for days in (-366, -1, 0, 1, 366):
        assert is_under_18(born, birthday + timedelta(days)).truth is Truth.of(days < 0)


def test_14_2_at_the_ends_of_the_calendar() -> None:
    """Art. 14(2): a day before the birth is a mistake, and so is a birthday that no calendar has."""
    with pytest.raises(InvalidValue):
        is_under_18(date(2010, 5, 4), date(2010, 5, 3))
    with pytest.raises(InvalidValue, match="born"):
        is_under_18(date(9995, 5, 4), date(9999, 12, 31))
    assert is_under_18(date(1, 1, 1), date(19, 1, 1)).is_no


# Paragraphs 2 and 3: the material


@pytest.mark.long
@pytest.mark.parametrize("options", choices(OF_MATERIAL), ids=chosen_id)
def test_14_2_3_table(options: tuple[Option, ...]) -> None:
    """Art. 14(2) and (3): two tables of six facts, and a sample of 400 of all twelve."""
    known = {name: NOTHING[name] for name in MATERIAL} | each(("visual", "person_under_18"), True)
    shown = known | each(("existing_person", "visually_depicted", "in_presence"), True)
    states = [
        *(known | state for state in every_state((*SHOWN[1:], *MATERIAL[6:10]))),
        *(shown | state for state in every_state((*MATERIAL[:3], *MATERIAL[-2:], "real_activity"))),
        *sample(
            MATERIAL,
            likely=("visual", "person_under_18", "existing_person", "visually_depicted"),
            size=400,
            seed=142,
        ),
    ]
    assert not differences(
        lambda a: is_child_abuse_material(build(AbuseMaterial, a), **arguments(options)),
        lambda w: abuse_material(w, options),
        states,
    )


def test_14_2_a_the_image_of_nobody() -> None:
    """Art. 14(2)(a), S09: the person need not exist and the activity need not be real, unless a State limits it."""
    image = build(AbuseMaterial, {name: DRAWN[name] for name in MATERIAL})
    assert is_child_abuse_material(image).is_yes
    finding = is_child_abuse_material(image, requiring=[Option.MATERIAL_EXISTING_PERSON])
    assert finding.is_no
    assert art(14, 3, "a") in {provision for node in finding.decisive().walk() for provision in node.authority}


@pytest.mark.parametrize(
    ("sign", "quality"), [("parts_displayed", "for_sexual_purposes"), ("cruelty", "sexual_in_nature")]
)
def test_14_2_c_d_what_is_asked_beside(sign: str, quality: str) -> None:
    """Art. 14(2)(c) and (d): a medical image shows parts too, and not all cruelty is sexual."""
    base = {name: DRAWN[name] for name in MATERIAL} | {"simulated_activity": False, sign: True}
    assert is_child_abuse_material(build(AbuseMaterial, base)).is_no
    assert is_child_abuse_material(build(AbuseMaterial, base | {quality: True})).is_yes
    other = {"for_sexual_purposes": "sexual_in_nature", "sexual_in_nature": "for_sexual_purposes"}[quality]
    assert is_child_abuse_material(build(AbuseMaterial, base | {other: True})).is_no


def test_14_2_written_content_only_where_extended() -> None:
    """Art. 14(2): a story is material only where the State has said so."""
    story = {name: DRAWN[name] for name in MATERIAL} | {"visual": False, "written_or_audio": True}
    assert is_child_abuse_material(build(AbuseMaterial, story)).is_no
    extending = [Option.MATERIAL_WRITTEN_OR_AUDIO]
    assert is_child_abuse_material(build(AbuseMaterial, story), extending=extending).is_yes
    assert is_child_abuse_material(
        build(AbuseMaterial, story), extending=extending, requiring=[Option.MATERIAL_VISUAL_DEPICTION]
    ).is_no


@pytest.mark.parametrize("option", neighbours(*OF_MATERIAL))
def test_14_2_3_options_of_the_neighbours(option: Option) -> None:
    """Art. 14(2) and (3): nothing else limits or widens the material."""
    for name in ("requiring", "extending"):
        with pytest.raises(InvalidValue):
            is_child_abuse_material(AbuseMaterial(), **choice(name, option))


def test_14_3_an_option_in_the_wrong_place() -> None:
    """Art. 14(2) to (4): to require is not to extend, and neither is to exclude."""
    with pytest.raises(InvalidValue):
        is_child_abuse_material(AbuseMaterial(), extending=[Option.MATERIAL_EXISTING_PERSON])
    with pytest.raises(InvalidValue):
        is_child_abuse_material(AbuseMaterial(), requiring=[Option.MATERIAL_WRITTEN_OR_AUDIO])
    with pytest.raises(InvalidValue):
        is_material_offence(ChildAbuseMaterial(), requiring=[Option.MATERIAL_PRIVATE])
    with pytest.raises(InvalidValue):
        is_material_offence(ChildAbuseMaterial(), excluding=[Option.MATERIAL_WRITTEN_OR_AUDIO])


# Paragraph 1: the acts


def test_14_1_table_of_acts() -> None:
    """Art. 14(1): tables of eight facts each for the acts, with the material known."""
    publishing = ("intentional", "produces", "offers", "makes_available", "accesses", "through_system")
    holding = ("without_right", "possesses", "controls", "in_system", "in_other_medium", "finances", "solicits")
    states = [
        *(DRAWN | state for state in every_state((*publishing, "visual"))),
        *(DRAWN | state for state in every_state((*holding,))),
        *(DRAWN | {"through_system": True} | state for state in every_state((*PUBLISHING_ACTS[2:8],))),
        *(
            DRAWN | {"through_system": None} | state
            for state in every_state((*SEEKING_ACTS, *HOLDING_ACTS, "in_system"))
        ),
    ]
    assert not differences(lambda a: is_material_offence(build(ChildAbuseMaterial, a)), child_abuse_material, states)


@pytest.mark.parametrize("act", [*PUBLISHING_ACTS, *SEEKING_ACTS])
def test_14_1_a_b_through_a_system(act: str) -> None:
    """Art. 14(1)(a) and (b): what is done on paper is not within them."""
    assert offence(DRAWN | {act: True, "through_system": True}) is Truth.YES
    assert offence(DRAWN | {act: True, "through_system": False}) is Truth.NO
    assert offence(DRAWN | {act: True, "in_system": True, "in_other_medium": True}) is Truth.NO


@pytest.mark.parametrize("act", HOLDING_ACTS)
def test_14_1_c_any_storage_medium(act: str) -> None:
    """Art. 14(1)(c): a disk in a drawer is enough; material that is stored nowhere is not."""
    assert offence(DRAWN | {act: True, "in_other_medium": True}) is Truth.YES
    assert offence(DRAWN | {act: True, "in_system": True}) is Truth.YES
    assert offence(DRAWN | {act: True, "through_system": True}) is Truth.NO


def test_14_1_d_financing() -> None:
    """Art. 14(1)(d): who finances an offence with such material needs no system of one's own."""
    finding = is_material_offence(build(ChildAbuseMaterial, DRAWN | {"finances": True}))
    assert finding.is_yes
    assert art(14, 1, "d") in {provision for node in finding.decisive().walk() for provision in node.authority}
    assert offence(DRAWN | {"finances": True, "without_right": False}) is Truth.NO


def test_14_3_limits_reach_every_act() -> None:
    """Art. 14(3): the material is limited for each act, financing among them."""
    for act in (("sells", "through_system"), ("possesses", "in_system"), ("finances",)):
        assert offence(DRAWN | each(act, True), requiring=[Option.MATERIAL_EXISTING_PERSON]) is Truth.NO


# Paragraph 4: exclusions


@pytest.mark.long
@pytest.mark.parametrize("options", choices(OWN), ids=chosen_id)
def test_14_table(options: tuple[Option, ...]) -> None:
    """Art. 14: for every choice of options, a sample of 200 of all facts and each reading, mostly of acts."""
    acts = ("intentional", "without_right", "through_system")
    likely = (*acts, "visual", "person_under_18", "real_activity", "existing_person", "visually_depicted")
    states = list(sample((*NAMES, "goes_with"), likely=likely, size=200, seed=14))
    assert not differences(
        lambda a: is_material_offence(
            build(ChildAbuseMaterial, {name: a[name] for name in NAMES}), **arguments(options)
        ).under(ON_EACH_READING[a["goes_with"]]),
        lambda w: child_abuse_material(w, options, goes_with_possession=w["goes_with"]),
        states,
    )


@pytest.mark.long
@pytest.mark.parametrize("options", choices(EXCLUDING[CHILD]), ids=chosen_id)
def test_14_4_table(options: tuple[Option, ...]) -> None:
    """Art. 14(4): tables of an exclusion with acts that it covers and acts that it does not, on each reading."""
    left_out = DRAWN | each((*PRIVATE, "through_system", "in_system"), True) | {"goes_with": None}
    acts = ("produces", "transmits", "possesses", "controls", "accesses", "goes_with")
    states = [
        *(left_out | state for state in every_state((*PRIVATE, "by_child", "self_generated", "produces", "sells"))),
        *(left_out | state for state in every_state(acts)),
        *(
            left_out | {"possesses": True} | state
            for state in every_state(("cruelty", "sexual_in_nature", "simulated_activity", "private_use", "by_child"))
        ),
    ]
    assert not differences(
        lambda a: is_material_offence(
            build(ChildAbuseMaterial, {name: a[name] for name in NAMES}), excluding=options
        ).under(ON_EACH_READING[a["goes_with"]]),
        lambda w: child_abuse_material(w, options, goes_with_possession=w["goes_with"]),
        states,
    )


SELFIE = DRAWN | each(("by_child", "self_generated", "through_system", "real_activity", "existing_person"), True)
COUPLE = DRAWN | each((*PRIVATE, "through_system", "in_system", "real_activity", "existing_person"), True)


@pytest.mark.parametrize("act", [*PUBLISHING_ACTS, *SEEKING_ACTS])
def test_14_4_a_conduct_by_children(act: str) -> None:
    """Art. 14(4)(a): any conduct of a child with material of itself that it made may be left out."""
    excluding = [Option.MATERIAL_SELF_GENERATED]
    assert offence(SELFIE | {act: True}) is Truth.YES
    assert offence(SELFIE | {act: True}, excluding=excluding) is Truth.NO
    assert offence(SELFIE | {act: True, "by_child": False}, excluding=excluding) is Truth.YES
    assert offence(SELFIE | {act: True, "self_generated": False}, excluding=excluding) is Truth.YES


@pytest.mark.parametrize("act", [*PUBLISHING_ACTS, *SEEKING_ACTS, *HOLDING_ACTS, "finances"])
def test_14_4_b_three_acts_only(act: str) -> None:
    """Art. 14(4)(b): producing, transmitting and possessing; not controlling, and not showing to others."""
    covered = act in {"produces", "transmits", "possesses"}
    assert offence(COUPLE | {act: True}) is Truth.YES
    assert offence(COUPLE | {act: True}, excluding=[Option.MATERIAL_PRIVATE]) is Truth.of(not covered)


@pytest.mark.parametrize("missing", PRIVATE)
def test_14_4_b_each_condition(missing: str) -> None:
    """Art. 14(4)(b): consent, lawful conduct and private use are all needed."""
    conduct = COUPLE | {"possesses": True, missing: False}
    assert offence(conduct, excluding=[Option.MATERIAL_PRIVATE]) is Truth.YES
    assert offence(conduct | {missing: None}, excluding=[Option.MATERIAL_PRIVATE]) is Truth.UNKNOWN


def test_14_4_b_what_else_was_done_remains() -> None:
    """Art. 14(4)(b): who possesses and sells is not freed of selling."""
    conduct = COUPLE | {"possesses": True, "sells": True}
    assert offence(conduct, excluding=[Option.MATERIAL_PRIVATE]) is Truth.YES


def test_14_4_b_not_material_of_d() -> None:
    """Art. 14(4)(b): it refers to (a) to (c) of paragraph 2, and so not to cruel treatment of a sexual nature."""
    cruel = COUPLE | {"possesses": True, "cruelty": True, "sexual_in_nature": True}
    assert offence(cruel, excluding=[Option.MATERIAL_PRIVATE]) is Truth.YES
    assert offence(
        cruel | {"real_activity": False, "simulated_activity": False}, excluding=[Option.MATERIAL_PRIVATE]
    ) is (Truth.YES)


@pytest.mark.parametrize("act", ["controls", "accesses"])
def test_14_4_b_what_goes_with_possession(act: str) -> None:
    """Art. 14(4)(b): that a couple controls and views what it may possess is a reading; what others possess is not."""
    excluding = [Option.MATERIAL_PRIVATE]
    kept = COUPLE | {"possesses": True, act: True}
    finding = is_material_offence(build(ChildAbuseMaterial, kept), excluding=excluding)
    assert [question.name for question in finding.open_questions] == ["private-possession"]
    assert offence(kept, excluding=excluding, readings=ALONE) is Truth.YES
    assert offence(kept, excluding=excluding, readings=WITH_IT) is Truth.NO
    assert offence(kept | {"possesses": False}, excluding=excluding, readings=WITH_IT) is Truth.YES
    assert offence(kept | {"private_use": False}, excluding=excluding, readings=WITH_IT) is Truth.YES
    assert established(build(ChildAbuseMaterial, kept), excluding=excluding).under(WITH_IT).is_no


def test_14_4_b_material_described_twice() -> None:
    """Art. 14(4)(b): on the other reading what (a) describes can be left out though it is cruel, and else not."""
    enough = Readings.of(MaterialTwiceDescribed.LEFT_OUT)
    cruel = COUPLE | {"possesses": True, "cruelty": True, "sexual_in_nature": True}
    assert offence(cruel, excluding=[Option.MATERIAL_PRIVATE], readings=enough) is Truth.NO
    only = cruel | {"real_activity": False, "simulated_activity": False}
    assert offence(only, excluding=[Option.MATERIAL_PRIVATE], readings=enough) is Truth.YES
    of_c = only | {"parts_displayed": True, "for_sexual_purposes": True}
    assert offence(of_c, excluding=[Option.MATERIAL_PRIVATE], readings=enough) is Truth.NO
    finding = is_material_offence(build(ChildAbuseMaterial, cruel), excluding=[Option.MATERIAL_PRIVATE])
    assert "material-twice-described" in [consulted.reading.id for consulted in finding.readings]


def test_14_4_b_cruelty_that_is_not_of_d() -> None:
    """Art. 14(4)(b): material of (a) that shows cruelty but is not sexual in nature is not described in (d)."""
    harsh = COUPLE | {"possesses": True, "cruelty": True, "sexual_in_nature": False}
    assert offence(harsh, excluding=[Option.MATERIAL_PRIVATE]) is Truth.NO


@pytest.mark.parametrize("option", neighbours(*OWN))
def test_14_options_of_the_neighbours(option: Option) -> None:
    """Art. 14: what another article permits has no place here, and how financing is arranged varies nothing."""
    for name in ("requiring", "extending", "excluding"):
        with pytest.raises(InvalidValue):
            is_material_offence(ChildAbuseMaterial(), **choice(name, option))
        with pytest.raises(InvalidValue):
            established(ChildAbuseMaterial(), **choice(name, option))


def test_14_the_two_functions_agree() -> None:
    """Art. 14(1): what is asked of any offence is asked of this one."""
    conduct = build(ChildAbuseMaterial, SELFIE | {"sells": True})
    assert established(conduct) == is_material_offence(conduct)
    assert established(evolve(conduct, material=AbuseMaterial())).is_unknown
