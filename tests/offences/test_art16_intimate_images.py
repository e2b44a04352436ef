"""Art. 16: dissemination of intimate images without consent, read from the text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import pytest
from attrs import evolve

from tests.offences.reading import IMAGE_ACTS, dissemination, intimate_image, is_minor
from tests.offences.tables import (
    arguments,
    build,
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
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.offences import (
    Dissemination,
    IntimateImage,
    Option,
    can_consent,
    established,
    is_dissemination,
    is_intimate_image,
    is_over_18,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import EighteenthBirthday, SyntheticImage

ON_THE_DAY, AFTER_IT, A_YEAR_LATER = (Readings.of(option) for option in EighteenthBirthday)
ANY_MEANS = Readings.of(SyntheticImage.ANY_MEANS)
EXTENDED = [Option.IMAGE_UNDER_18]
IMAGE = names_of(IntimateImage)
NAMES = names_of(Dissemination)
AGE = ("over_18", "of_legal_age", "depicts_abuse")
ELEMENTS = (
    "visual_recording",
    "over_18",
    "sexual_in_nature",
    "private_when_recorded",
    "privacy_maintained",
)
OWN = (Option.IMAGE_UNDER_18, Option.IMAGE_INTENT_TO_HARM)
ADULT = IntimateImage(
    visual_recording=True,
    synthetic=False,
    over_18=True,
    sexual_in_nature=True,
    parts_exposed=True,
    sexual_activity=False,
    private_when_recorded=True,
    privacy_maintained=True,
    of_legal_age=True,
    depicts_abuse=False,
    is_abuse_material=False,
)
SEVENTEEN = evolve(ADULT, over_18=False)
REVENGE = Dissemination(
    image=ADULT,
    intentional=True,
    without_right=True,
    sells=False,
    distributes=False,
    transmits=False,
    publishes=True,
    makes_available=False,
    by_system=True,
    consent_given=False,
    intends_harm=False,
)


# Paragraph 2: age

BORN = date(2010, 5, 4)
LEAP = date(2008, 2, 29)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("born", "on", "on_the_day", "after_it", "a_year_later"),
    [
        (BORN, date(2028, 5, 3), NO, NO, NO),
        (BORN, date(2028, 5, 4), YES, NO, NO),
        (BORN, date(2028, 5, 5), YES, YES, NO),
        (BORN, date(2029, 5, 3), YES, YES, NO),
        (BORN, date(2029, 5, 4), YES, YES, YES),
        (BORN, BORN, NO, NO, NO),
        (BORN, date(2050, 1, 1), YES, YES, YES),
        (LEAP, date(2026, 2, 27), NO, NO, NO),
        (LEAP, date(2026, 2, 28), UNKNOWN, NO, NO),
        (LEAP, date(2026, 3, 1), YES, UNKNOWN, NO),
        (LEAP, date(2026, 3, 2), YES, YES, NO),
        (LEAP, date(2027, 2, 28), YES, YES, UNKNOWN),
        (LEAP, date(2027, 3, 1), YES, YES, YES),
    ],
)
def test_16_2_age(born: date, on: date, on_the_day: Truth, after_it: Truth, a_year_later: Truth) -> None:
    """Art. 16(2): on each reading, and on none, around the birthdays; after a leap day it is 28 February or 1 March."""
    assert is_over_18(born, on).under(ON_THE_DAY).truth is on_the_day
    assert is_over_18(born, on).under(AFTER_IT).truth is after_it
    assert is_over_18(born, on).under(A_YEAR_LATER).truth is a_year_later
    assert is_over_18(born, on).truth is (on_the_day if on_the_day is after_it is a_year_later else UNKNOWN)


def test_16_2_between_two_birthdays_the_reading_is_asked_for() -> None:
    """Art. 16(2): before the eighteenth birthday and from the nineteenth on, no reading is open."""
    days = (date(2028, 5, 3), date(2028, 5, 4), date(2029, 5, 3), date(2029, 5, 4))
    asked = [[q.name for q in is_over_18(BORN, day).open_questions] for day in days]
    assert asked == [[], ["eighteenth-birthday"], ["eighteenth-birthday"], []]


def test_16_2_before_the_birth() -> None:
    """Art. 16(2): a day before the birth is a mistake."""
    with pytest.raises(InvalidValue):
        is_over_18(BORN, date(2010, 5, 3))


# Paragraphs 2 and 3: the image


@pytest.mark.long
@pytest.mark.parametrize("extending", [(), (Option.IMAGE_UNDER_18,)], ids=chosen_id)
def test_16_2_3_table(extending: tuple[Option, ...]) -> None:
    """Art. 16(2) and (3): tables of four and seven facts with each reading, and a sample of 800 of all."""
    known: dict[str, Fact] = {name: bool(getattr(ADULT, name)) for name in IMAGE}
    private = ("private_when_recorded", "privacy_maintained")
    elements = ("visual_recording", "synthetic", "sexual_in_nature", "parts_exposed", "sexual_activity", *private)
    likely = ("visual_recording", "sexual_in_nature", *private)
    states = [
        *(known | state for state in every_state((*AGE, "parts_exposed"))),
        *(known | state for state in every_state(elements)),
        *(sample(IMAGE, likely=likely, size=800, seed=16)),
    ]
    for under in (AS_ADOPTED, ANY_MEANS):
        assert not differences(
            partial(_is_intimate, extending, under),
            partial(intimate_image, options=extending, any_means=under is ANY_MEANS),
            states,
        )


def _is_intimate(extending: tuple[Option, ...], under: Readings, values: Mapping[str, Fact]) -> Finding:
    return is_intimate_image(build(IntimateImage, values), extending=extending).under(under)


def test_16_2_a_synthetic_image() -> None:
    """Art. 16(2): an image that was made up is no recording, unless on the reading that whatever means will do."""
    fake = evolve(ADULT, visual_recording=False, synthetic=True)
    assert is_intimate_image(fake).is_no
    assert is_intimate_image(fake).under(ANY_MEANS).is_yes
    assert is_intimate_image(evolve(fake, synthetic=False)).under(ANY_MEANS).is_no
    assert "synthetic-image" in [consulted.reading.id for consulted in is_intimate_image(fake).readings]
    assert is_dissemination(evolve(REVENGE, image=fake)).under(ANY_MEANS).is_yes


def test_16_2_a_minor_is_settled_by_one_fact() -> None:
    """Art. 16(2) to (4): that a person was not over 18 is enough; whether it was the birthday is not asked."""
    seventeen = IntimateImage(over_18=False)
    assert is_intimate_image(seventeen).is_no
    assert can_consent(evolve(seventeen, is_abuse_material=True)).is_no
    asked = is_intimate_image(evolve(SEVENTEEN, of_legal_age=None), extending=EXTENDED)
    assert [question.name for question in asked.open_questions] == ["IntimateImage.of_legal_age"]


@pytest.mark.parametrize("moment", ["private_when_recorded", "privacy_maintained"])
def test_16_2_privacy_at_both_moments(moment: str) -> None:
    """Art. 16(2): what was recorded in public, or has lost its privacy since, is no intimate image."""
    assert is_intimate_image(ADULT).is_yes
    assert is_intimate_image(evolve(ADULT, **{moment: False})).is_no


def test_16_2_an_audio_recording() -> None:
    """Art. 16(2): the recording must be visual."""
    assert is_intimate_image(evolve(ADULT, visual_recording=False)).is_no


def test_16_3_a_person_of_seventeen() -> None:
    """Art. 16(3), S12: only where extended, only of legal age, and not where it depicts abuse."""
    assert is_intimate_image(SEVENTEEN).is_no
    finding = is_intimate_image(SEVENTEEN, extending=EXTENDED)
    assert finding.is_yes
    assert art(16, 3) in {provision for node in finding.decisive().walk() for provision in node.authority}
    assert is_intimate_image(evolve(SEVENTEEN, of_legal_age=False), extending=EXTENDED).is_no
    assert is_intimate_image(evolve(SEVENTEEN, depicts_abuse=True), extending=EXTENDED).is_no


def test_16_3_the_conditions_are_those_of_minors() -> None:
    """Art. 16(2) and (3): of an adult, legal age and abuse are not asked."""
    adult = evolve(ADULT, of_legal_age=False, depicts_abuse=True)
    assert is_intimate_image(adult, extending=EXTENDED).is_yes
    assert is_intimate_image(adult).is_yes


# Paragraph 4: consent


def test_16_4_table() -> None:
    """Art. 16(4): no consent of a person under 18 whose image is abuse material; everybody else can consent."""
    names = ("over_18", "is_abuse_material", "of_legal_age")
    assert not differences(
        lambda a: can_consent(build(IntimateImage, a)),
        lambda w: not (is_minor(w) and w["is_abuse_material"]),
        every_state(names),
    )


def test_16_4_who_cannot_consent() -> None:
    """Art. 16(4): a consent that cannot be given excuses nobody, though the person be of legal age."""
    material = evolve(SEVENTEEN, is_abuse_material=True)
    assert can_consent(material).is_no
    assert can_consent(SEVENTEEN).is_yes
    conduct = evolve(REVENGE, image=material, consent_given=True)
    assert is_dissemination(conduct, extending=EXTENDED).is_yes
    assert is_dissemination(evolve(conduct, image=SEVENTEEN), extending=EXTENDED).is_no
    assert is_dissemination(conduct).is_no


# Paragraphs 1 and 5: the offence


@pytest.mark.long
@pytest.mark.parametrize("options", choices(OWN), ids=chosen_id)
def test_16_table(options: tuple[Option, ...]) -> None:
    """Art. 16: two tables of five facts and a sample of 400 of all."""
    known: dict[str, Fact] = {name: getattr(ADULT, name) for name in IMAGE}
    known |= each((*NAMES[len(IMAGE) :],), False)
    known |= each(("intentional", "without_right", "publishes", "by_system"), True)
    states: list[dict[str, Fact]] = [
        *(known | state for state in every_state((*AGE, "is_abuse_material", "consent_given"))),
        *(
            known | state
            for state in every_state(("intentional", "without_right", "by_system", "publishes", "intends_harm"))
        ),
        *sample(
            NAMES,
            likely=(*ELEMENTS, "of_legal_age", "intentional", "without_right", "by_system"),
            unlikely=("consent_given", "depicts_abuse"),
            size=400,
            seed=161,
        ),
    ]
    assert not differences(
        lambda a: is_dissemination(
            build(Dissemination, {name: a[name] for name in NAMES}),
            **arguments(options),
        ),
        lambda w: dissemination(w, options),
        states,
    )


@pytest.mark.parametrize("act", IMAGE_ACTS)
def test_16_1_each_act(act: str) -> None:
    """Art. 16(1): each act is enough, if it is done by means of a system."""
    done: dict[str, Any] = {"publishes": False, act: True}
    conduct = evolve(REVENGE, **done)
    assert is_dissemination(conduct).is_yes
    assert is_dissemination(evolve(conduct, by_system=False)).is_no


def test_16_1_with_consent() -> None:
    """Art. 16(1): with the consent of the person depicted it is no offence; consent not known leaves it open."""
    assert is_dissemination(REVENGE).is_yes
    assert is_dissemination(evolve(REVENGE, consent_given=True)).is_no
    finding = is_dissemination(evolve(REVENGE, consent_given=None))
    assert [question.name for question in finding.open_questions] == ["Dissemination.consent_given"]


def test_16_5_intent_to_harm() -> None:
    """Art. 16(5): no intent to cause harm is needed, unless a State requires it."""
    finding = is_dissemination(REVENGE, requiring=[Option.IMAGE_INTENT_TO_HARM])
    assert finding.is_no
    assert art(16, 5) in {provision for node in finding.decisive().walk() for provision in node.authority}
    assert is_dissemination(evolve(REVENGE, intends_harm=True), requiring=[Option.IMAGE_INTENT_TO_HARM]).is_yes


@pytest.mark.parametrize("option", Option, ids=lambda option: option.value)
def test_16_options_of_the_neighbours(option: Option) -> None:
    """Art. 16: each option in its own place, and none of another article; nothing may be excluded."""
    if option is not Option.IMAGE_UNDER_18:
        with pytest.raises(InvalidValue):
            is_intimate_image(ADULT, extending=[option])
        with pytest.raises(InvalidValue):
            is_dissemination(REVENGE, extending=[option])
    if option in neighbours(Option.IMAGE_INTENT_TO_HARM):
        with pytest.raises(InvalidValue):
            is_dissemination(REVENGE, requiring=[option])
    with pytest.raises(InvalidValue):
        established(REVENGE, excluding=[option])


def test_16_4_the_limbs_that_are_shown_bear_the_answer() -> None:
    """Art. 16(1) and (4): a consent whose worth turns on an age that is not known, where no age makes an offence."""
    image = evolve(ADULT, over_18=None, is_abuse_material=True)
    finding = is_dissemination(evolve(REVENGE, image=image, consent_given=True))
    assert finding.is_no
    assert any(limb.is_no for limb in finding.because)
