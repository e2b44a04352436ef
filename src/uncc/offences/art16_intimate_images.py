"""Art. 16, dissemination of intimate images without consent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from attrs import field, fields, frozen

from uncc.kernel.consistency import excludes
from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.art14_child_abuse_material import birthday
from uncc.offences.elements import element, form, other, requirable
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied
from uncc.readings.chapter_2 import EighteenthBirthday, SyntheticImage

__all__ = ["Dissemination", "IntimateImage", "can_consent", "is_dissemination", "is_intimate_image", "is_over_18"]

OFFENCE = ConventionOffence.INTIMATE_IMAGES
_AGE = "IntimateImage.over_18"
"""The fact that the age answers."""
OVER_18 = "the person depicted is over 18 years of age"


def is_over_18(born: date, on: date) -> Finding:
    """Whether a person born on a day is over 18 years of age on another, which is the day of the recording, say.

    From which day on one is so is a reading on which none is adopted: the answer is UNKNOWN from the eighteenth
    birthday until the nineteenth. UNKNOWN also where a birthday is doubtful, after a birth on 29 February.
    `InvalidValue` for a day before the birth.

    Source: Art. 16(2).

    >>> is_over_18(date(2010, 5, 4), date(2029, 5, 4)).truth.name
    'YES'
    >>> is_over_18(date(2010, 5, 4), date(2028, 5, 4)).open_questions[0].name
    'eighteenth-birthday'
    """
    first, last = birthday(18, born, on)
    passed = on > last if on <= first or on > last else None
    return by_reading(
        OVER_18,
        EighteenthBirthday,
        {
            EighteenthBirthday.FROM_BIRTHDAY: derived(
                _has_come((first, last), on), "the eighteenth birthday has come", art(16, 2), name=_AGE
            ),
            EighteenthBirthday.AFTER_BIRTHDAY: derived(
                passed, "the eighteenth birthday is past", art(16, 2), name=_AGE
            ),
            EighteenthBirthday.FROM_NINETEEN: derived(
                _has_come(birthday(19, born, on), on), "the nineteenth birthday has come", art(16, 2), name=_AGE
            ),
        },
    )


def _has_come(days: tuple[date, date], on: date) -> Fact:
    first, last = days
    return on >= last if on < first or on >= last else None


@frozen(kw_only=True)
class IntimateImage(Facts, asked_of=Role.CASE_HOLDER):
    """An image and the person whom it depicts. Ages are those at the time of the recording.

    Whoever is not over 18 is under 18; where that turns on a reading, it is not known.
    """

    visual_recording: Fact = element("it is a visual recording, by whatever means", art(16, 2))
    synthetic: Fact = other("it is an image of the person that was made up", art(16, 2))
    over_18: Fact = element("the person depicted was over 18 years of age", art(16, 2))
    sexual_in_nature: Fact = element("the recording is sexual in nature", art(16, 2))
    parts_exposed: Fact = form("the person's sexual parts are exposed in it", art(16, 2))
    sexual_activity: Fact = form("the person is engaged in sexual activity in it", art(16, 2))
    private_when_recorded: Fact = element("it was private when it was recorded", art(16, 2))
    privacy_maintained: Fact = element(
        "at the time of the offence those depicted still had a reasonable expectation of privacy", art(16, 2)
    )
    of_legal_age: Fact = other("domestic law lets a person of that age engage in sexual activity", art(16, 3))
    depicts_abuse: Fact = other("the image depicts child abuse or exploitation", art(16, 3))
    is_abuse_material: Fact = other(
        "the image is child sexual abuse or child sexual exploitation material under Art. 14", art(16, 4)
    )

    case_ties = (excludes("over_18", "is_abuse_material", art(16, 4), told=True),)


I = fields(IntimateImage)  # noqa: E741


def is_intimate_image(image: IntimateImage, *, extending: Collection[Option] = ()) -> Finding:
    """Whether an image is an intimate image: private at both moments, when recorded and when the offence is done.

    A person under 18 counts only where the State has extended the term, and then only one of legal age for sexual
    activity in an image that depicts no child abuse or exploitation. Whether an image that was made up is a visual
    recording is a reading; as adopted, no.

    Source: Art. 16(2), Art. 16(3).

    >>> is_intimate_image(IntimateImage(private_when_recorded=True, privacy_maintained=False)).truth.name
    'NO'
    """
    refuse_others("extending", extending, OFFENCE, OptionKind.EXTEND)
    return all_of(
        "it is an intimate image",
        (art(16, 2), art(16, 3)) if Option.IMAGE_UNDER_18 in extending else art(16, 2),
        _is_visual(image),
        _is_of_age(image, extending),
        given(image, I.sexual_in_nature),
        any_of(
            "it exposes the person",
            art(16, 2),
            given(image, I.parts_exposed),
            given(image, I.sexual_activity),
        ),
        given(image, I.private_when_recorded),
        given(image, I.privacy_maintained),
    )


def _is_visual(image: IntimateImage) -> Finding:
    recorded, synthetic = given(image, I.visual_recording), given(image, I.synthetic)
    likeness = "a likeness that was made up counts"
    return any_of(
        "it is a visual recording, or counts as one",
        art(16, 2),
        recorded,
        by_reading(
            likeness,
            SyntheticImage,
            {SyntheticImage.NO_RECORDING: by_text(False, likeness, art(16, 2)), SyntheticImage.ANY_MEANS: synthetic},
        ),
    )


def _is_of_age(image: IntimateImage, extending: Collection[Option]) -> Finding:
    if Option.IMAGE_UNDER_18 not in extending:
        return given(image, I.over_18)
    return any_of(
        "the person depicted is of an age that the term covers",
        (art(16, 2), art(16, 3)),
        given(image, I.over_18),
        _covers_minor(image),
    )


def _covers_minor(image: IntimateImage) -> Finding:
    return all_of(
        "the extension covers the image of a person under 18",
        art(16, 3),
        given(image, I.of_legal_age),
        ~given(image, I.depicts_abuse),
    )


def _is_minor(image: IntimateImage) -> Finding:
    return all_of("the person was under 18 years of age", (art(16, 3), art(16, 4)), ~given(image, I.over_18))


def can_consent(image: IntimateImage) -> Finding:
    """Whether the person depicted can consent at all to the dissemination of the image.

    NO for a person under 18 in an image that is child sexual abuse or exploitation material under Art. 14.

    Source: Art. 16(4).

    >>> can_consent(IntimateImage(over_18=True)).truth.name
    'YES'
    """
    return ~all_of(
        "the person is under 18 and the image is material under Art. 14",
        art(16, 4),
        _is_minor(image),
        given(image, I.is_abuse_material),
    )


@frozen(kw_only=True)
class Dissemination(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of passing on an intimate image."""

    image: IntimateImage = field(factory=IntimateImage)
    intentional: Fact = element("the act is intentional", art(16, 1))
    without_right: Fact = element("the act is without right", art(16, 1))
    sells: Fact = form("the image is sold", art(16, 1))
    distributes: Fact = form("the image is distributed", art(16, 1))
    transmits: Fact = form("the image is transmitted", art(16, 1))
    publishes: Fact = form("the image is published", art(16, 1))
    makes_available: Fact = form("the image is made available in another way", art(16, 1))
    by_system: Fact = element("it is done by means of a system", art(16, 1))
    consent_given: Fact = other("the person depicted has consented", art(16, 1))
    intends_harm: Fact = requirable(Option.IMAGE_INTENT_TO_HARM, "the intent is to cause harm")


F = fields(Dissemination)


def is_dissemination(
    conduct: Dissemination, *, requiring: Collection[Option] = (), extending: Collection[Option] = ()
) -> Finding:
    """Whether the facts make out the dissemination of an intimate image without consent.

    A consent that the person depicted cannot give is none.

    Source: Art. 16(1), Art. 16(4), Art. 16(5).

    >>> is_dissemination(Dissemination(consent_given=True, image=IntimateImage(over_18=True))).truth.name
    'NO'
    """
    refuse_others("requiring", requiring, OFFENCE, OptionKind.REQUIRE)
    return all_of(
        "non-consensual dissemination of an intimate image is made out",
        varied(art(16, 1), requiring, extending),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        any_of(
            "the image is passed on",
            art(16, 1),
            given(conduct, F.sells),
            given(conduct, F.distributes),
            given(conduct, F.transmits),
            given(conduct, F.publishes),
            given(conduct, F.makes_available),
        ),
        given(conduct, F.by_system),
        is_intimate_image(conduct.image, extending=extending),
        _is_without_consent(conduct, extending),
        *([given(conduct, F.intends_harm)] if Option.IMAGE_INTENT_TO_HARM in requiring else []),
    )


def _is_without_consent(conduct: Dissemination, extending: Collection[Option]) -> Finding:
    """Return whether no consent counts; whether a person under 18 can give one matters where the term covers them."""
    without = ~given(conduct, F.consent_given)
    if Option.IMAGE_UNDER_18 not in extending:
        return without
    return any_of(
        "there is no consent, or none that counts",
        (art(16, 1), art(16, 4)),
        without,
        all_of(
            "the person cannot consent, and the term covers the image",
            (art(16, 3), art(16, 4)),
            ~can_consent(conduct.image),
            _covers_minor(conduct.image),
        ),
    )


checked(__name__)
