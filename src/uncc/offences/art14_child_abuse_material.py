"""Art. 14, child sexual abuse or child sexual exploitation material online."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from attrs import field, fields, frozen

from uncc.kernel.dates import day, years_after
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, derived, exactly, given, said_of
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, other, requirable
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied
from uncc.readings.chapter_2 import MaterialTwiceDescribed, PossessionLeftOut

__all__ = ["AbuseMaterial", "ChildAbuseMaterial", "is_child_abuse_material", "is_material_offence", "is_under_18"]

OFFENCE = ConventionOffence.CHILD_ABUSE_MATERIAL


_AGE = "AbuseMaterial.person_under_18"
"""The fact that the age answers."""


def is_under_18(born: date, on: date) -> Finding:
    """Whether a person born on a day is under 18 years of age on another, which is the day of the recording, say.

    UNKNOWN on 28 February for a person born on 29 February, who has no eighteenth birthday in the calendar: domestic
    law says on which day such a person comes of age. `InvalidValue` for a day before the birth.

    Source: Art. 14(2).

    >>> is_under_18(date(2010, 5, 4), date(2028, 5, 3)).truth.name
    'YES'
    >>> is_under_18(date(2010, 5, 4), date(2028, 5, 4)).truth.name
    'NO'
    """
    first, last = birthday(18, born, on)
    reached = on >= last if on < first or on >= last else None
    return ~derived(reached, "the person has reached the age of 18 years", art(14, 2), name=_AGE)


def birthday(years: int, born: date, on: date) -> tuple[date, date]:
    """Return the first and the last day that can be that birthday; they differ after 29 February only."""
    if day(on, "on") < day(born, "born"):
        raise InvalidValue("on", on.isoformat(), f"on or after the birth, {born.isoformat()}")
    try:
        counted = years_after(born, years)
    except InvalidValue as error:
        raise InvalidValue("born", born.isoformat(), error.expected) from error
    return counted.on, counted.on + timedelta(days=1) if counted.clamped else counted.on


@frozen(kw_only=True)
class AbuseMaterial(Facts, asked_of=Role.CASE_HOLDER):
    """Material, and what it shows of a person."""

    visual: Fact = form("the material is visual", art(14, 2))
    written_or_audio: Fact = other("the material is written or audio content", art(14, 2))
    person_under_18: Fact = element("it is about a person under 18 years of age", art(14, 2))
    real_activity: Fact = form("the person engages in real sexual activity", art(14, 2, "a"))
    simulated_activity: Fact = form("the person engages in simulated sexual activity", art(14, 2, "a"))
    in_presence: Fact = form("somebody engages in sexual activity in the person's presence", art(14, 2, "b"))
    parts_displayed: Fact = form("the person's sexual parts are displayed", art(14, 2, "c"))
    for_sexual_purposes: Fact = element("the display is primarily for sexual purposes", art(14, 2, "c"))
    cruelty: Fact = form(
        "the person is subjected to torture or to other cruel, inhumane or degrading treatment", art(14, 2, "d")
    )
    sexual_in_nature: Fact = element("the material is sexual in nature", art(14, 2, "d"))
    existing_person: Fact = requirable(Option.MATERIAL_EXISTING_PERSON, "the person exists")
    visually_depicted: Fact = requirable(
        Option.MATERIAL_VISUAL_DEPICTION, "the abuse or exploitation is depicted visually"
    )


M = fields(AbuseMaterial)


def is_child_abuse_material(
    material: AbuseMaterial, *, requiring: Collection[Option] = (), extending: Collection[Option] = ()
) -> Finding:
    """Whether material is child sexual abuse or child sexual exploitation material.

    Visual material is; written or audio content only where the State extends the term to it. The person need not
    exist and the activity may be simulated, unless the State limits the material.

    Source: Art. 14(2), Art. 14(2)(a), Art. 14(2)(b), Art. 14(2)(c), Art. 14(2)(d), Art. 14(3), Art. 14(3)(a),
    Art. 14(3)(b).

    >>> drawn = AbuseMaterial(visual=True, person_under_18=True, simulated_activity=True, existing_person=False)
    >>> is_child_abuse_material(drawn).truth.name
    'YES'
    >>> is_child_abuse_material(drawn, requiring=[Option.MATERIAL_EXISTING_PERSON]).truth.name
    'NO'
    """
    refuse_others("requiring", requiring, OFFENCE, OptionKind.REQUIRE)
    refuse_others("extending", extending, OFFENCE, OptionKind.EXTEND)
    kinds = [given(material, M.visual)]
    if Option.MATERIAL_WRITTEN_OR_AUDIO in extending:
        kinds.append(given(material, M.written_or_audio))
    required = {
        Option.MATERIAL_EXISTING_PERSON: given(material, M.existing_person),
        Option.MATERIAL_VISUAL_DEPICTION: given(material, M.visually_depicted),
    }
    return all_of(
        "it is child sexual abuse or child sexual exploitation material",
        varied(art(14, 2), requiring, extending),
        any_of("the material is of a kind that the term covers", art(14, 2), *kinds),
        given(material, M.person_under_18),
        any_of(
            "it shows what the term covers",
            (art(14, 2, "a"), art(14, 2, "b"), art(14, 2, "c"), art(14, 2, "d")),
            *_of_the_first_three(material),
            _is_cruel(material),
        ),
        *(limb for option, limb in required.items() if option in requiring),
    )


def _of_the_first_three(material: AbuseMaterial) -> tuple[Finding, ...]:
    return (
        given(material, M.real_activity),
        given(material, M.simulated_activity),
        given(material, M.in_presence),
        all_of(
            "sexual parts are displayed for sexual purposes",
            art(14, 2, "c"),
            given(material, M.parts_displayed),
            given(material, M.for_sexual_purposes),
        ),
    )


def _is_cruel(material: AbuseMaterial) -> Finding:
    return all_of(
        "it shows cruelty and is sexual in nature",
        art(14, 2, "d"),
        given(material, M.cruelty),
        given(material, M.sexual_in_nature),
    )


@frozen(kw_only=True)
class ChildAbuseMaterial(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an act with child sexual abuse or child sexual exploitation material."""

    material: AbuseMaterial = field(factory=AbuseMaterial)
    intentional: Fact = element("the act is intentional", art(14, 1))
    without_right: Fact = element("the act is without right", art(14, 1))
    produces: Fact = form("the material is produced", art(14, 1, "a"))
    offers: Fact = form("the material is offered", art(14, 1, "a"))
    sells: Fact = form("the material is sold", art(14, 1, "a"))
    distributes: Fact = form("the material is distributed", art(14, 1, "a"))
    transmits: Fact = form("the material is transmitted", art(14, 1, "a"))
    broadcasts: Fact = form("the material is broadcast", art(14, 1, "a"))
    displays: Fact = form("the material is displayed", art(14, 1, "a"))
    publishes: Fact = form("the material is published", art(14, 1, "a"))
    makes_available: Fact = form("the material is made available in another way", art(14, 1, "a"))
    solicits: Fact = form("the material is solicited", art(14, 1, "b"))
    procures: Fact = form("the material is procured", art(14, 1, "b"))
    accesses: Fact = form("the material is accessed", art(14, 1, "b"))
    through_system: Fact = element("it is done through a system", art(14, 1, "a"), art(14, 1, "b"))
    possesses: Fact = form("the material is possessed", art(14, 1, "c"))
    controls: Fact = form("the material is controlled", art(14, 1, "c"))
    in_system: Fact = form("it is stored in a system", art(14, 1, "c"))
    in_other_medium: Fact = form("it is stored in another medium", art(14, 1, "c"))
    finances: Fact = form("an offence with such material is financed", art(14, 1, "d"))
    by_child: Fact = other("the act is a child's", art(14, 4, "a"))
    self_generated: Fact = other("the child made the material, which depicts the child", art(14, 4, "a"))
    consensual: Fact = other("the act is consensual", art(14, 4, "b"))
    conduct_lawful: Fact = other("the conduct depicted is legal under domestic law", art(14, 4, "b"))
    private_use: Fact = other(
        "the material is kept only for the private and consensual use of those involved", art(14, 4, "b")
    )


F = fields(ChildAbuseMaterial)


def is_material_offence(
    conduct: ChildAbuseMaterial,
    *,
    requiring: Collection[Option] = (),
    extending: Collection[Option] = (),
    excluding: Collection[Option] = (),
) -> Finding:
    """Whether the facts make out an offence with such material, given what the State requires, extends and excludes.

    Possession needs no system: another storage medium will do. Each act is judged alone: where several are done and
    one is excluded, the others remain. The private exclusion covers producing, transmitting and possessing only.
    Whether controlling and accessing go with possessing is a reading, on which none is adopted; whether material that
    shows cruelty can be left out for what else it shows, another: as adopted, no.

    Source: Art. 14(1), Art. 14(1)(a), Art. 14(1)(b), Art. 14(1)(c), Art. 14(1)(d), Art. 14(4), Art. 14(4)(a),
    Art. 14(4)(b).

    >>> is_material_offence(ChildAbuseMaterial(intentional=False)).truth.name
    'NO'
    """
    refuse_others("excluding", excluding, OFFENCE, OptionKind.EXCLUDE)
    private = _is_private(conduct) if Option.MATERIAL_PRIVATE in excluding else None
    finding = all_of(
        "an offence with child sexual abuse or child sexual exploitation material is made out",
        varied(art(14, 1), requiring, extending, excluding),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        is_child_abuse_material(conduct.material, requiring=requiring, extending=extending),
        any_of(
            "something is done with the material",
            art(14, 1),
            all_of(
                "it is done through a system",
                (art(14, 1, "a"), art(14, 1, "b")),
                any_of(
                    "the material is made or passed on, sought or viewed",
                    (art(14, 1, "a"), art(14, 1, "b")),
                    _makes_available(conduct, private),
                    _seeks(conduct, private),
                ),
                given(conduct, F.through_system),
            ),
            _holds(conduct, private),
            given(conduct, F.finances),
        ),
        *([~_is_self_generated(conduct)] if Option.MATERIAL_SELF_GENERATED in excluding else []),
    )
    return finding if private is None else exactly(finding)


def _unless(act: Finding, private: Finding | None) -> Finding:
    if private is None:
        return act
    remains = all_of("the act is done and is not excluded", (*act.authority, art(14, 4, "b")), act, ~private)
    return said_of(act.statement, remains)


def _unless_possessed(conduct: ChildAbuseMaterial, act: Finding, private: Finding | None) -> Finding:
    """Return whether an act remains that may go with possession, where possession is left out."""
    if private is None:
        return act
    possessed = all_of(
        "the material is possessed, and the possession is left out",
        art(14, 4, "b"),
        given(conduct, F.possesses),
        private,
    )
    return by_reading(
        "the act is done and does not go with a possession that is left out",
        PossessionLeftOut,
        {
            PossessionLeftOut.POSSESSION_ALONE: act,
            PossessionLeftOut.WHAT_GOES_WITH_IT: all_of(
                "the act is done without a possession that is left out",
                (*act.authority, art(14, 4, "b")),
                act,
                ~possessed,
            ),
        },
    )


def _makes_available(conduct: ChildAbuseMaterial, private: Finding | None) -> Finding:
    return any_of(
        "the material is made or passed on",
        art(14, 1, "a"),
        _unless(given(conduct, F.produces), private),
        given(conduct, F.offers),
        given(conduct, F.sells),
        given(conduct, F.distributes),
        _unless(given(conduct, F.transmits), private),
        given(conduct, F.broadcasts),
        given(conduct, F.displays),
        given(conduct, F.publishes),
        given(conduct, F.makes_available),
    )


def _seeks(conduct: ChildAbuseMaterial, private: Finding | None) -> Finding:
    return any_of(
        "the material is sought or viewed",
        art(14, 1, "b"),
        given(conduct, F.solicits),
        given(conduct, F.procures),
        _unless_possessed(conduct, given(conduct, F.accesses), private),
    )


def _holds(conduct: ChildAbuseMaterial, private: Finding | None) -> Finding:
    return all_of(
        "the material is held in storage",
        art(14, 1, "c"),
        any_of(
            "the material is held",
            art(14, 1, "c"),
            _unless(given(conduct, F.possesses), private),
            _unless_possessed(conduct, given(conduct, F.controls), private),
        ),
        any_of(
            "it is stored somewhere",
            art(14, 1, "c"),
            given(conduct, F.in_system),
            given(conduct, F.in_other_medium),
        ),
    )


def _is_self_generated(conduct: ChildAbuseMaterial) -> Finding:
    return all_of(
        "a child acts with material of itself that it made",
        art(14, 4, "a"),
        given(conduct, F.by_child),
        given(conduct, F.self_generated),
    )


def _is_private(conduct: ChildAbuseMaterial) -> Finding:
    return all_of(
        "the material is consensual, of lawful conduct, and private",
        art(14, 4, "b"),
        given(conduct, F.consensual),
        given(conduct, F.conduct_lawful),
        given(conduct, F.private_use),
        by_reading(
            "the material is of a kind that can be left out",
            MaterialTwiceDescribed,
            {
                MaterialTwiceDescribed.NOT_LEFT_OUT: ~_is_cruel(conduct.material),
                MaterialTwiceDescribed.LEFT_OUT: any_of(
                    "it shows what one of the first three items describes",
                    (art(14, 2, "a"), art(14, 2, "b"), art(14, 2, "c")),
                    *_of_the_first_three(conduct.material),
                ),
            },
        ),
    )


checked(__name__)
