"""Art. 21, prosecution, adjudication and sanctions: what sanctions and proceedings owe, and what stays domestic."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall, shall_endeavour
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import KEPT_UP, Event, Life, found, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "DomesticMatter",
    "ProsecutedPerson",
    "SanctionLaw",
    "duties_on_prosecution",
    "duties_on_sanctions",
    "enjoys_guarantees",
    "is_reserved_to_domestic_law",
    "may_aggravate",
    "must_aggravate",
    "protects_accused_children",
    "sanctions_offences",
    "weighs_gravity_at_release",
]


@frozen(kw_only=True)
class SanctionLaw(Facts, asked_of=Role.STATE_PARTY):
    """What a State's law provides about punishing and pursuing an offence of the Convention.

    Whether some of its aggravating circumstances are for critical information infrastructures can be recorded, and no
    answer depends on it.
    """

    effective: Fact = fact("the sanctions for the offence are effective", art(21, 1))
    proportionate: Fact = fact("the sanctions for the offence are proportionate", art(21, 1))
    dissuasive: Fact = fact("the sanctions for the offence are dissuasive", art(21, 1))
    weighs_gravity: Fact = fact("the sanctions take the gravity of the offence into account", art(21, 1))
    aggravates: Fact = fact("the law has aggravating circumstances", art(21, 2))
    aggravates_for_infrastructures: Fact = fact(
        "some of them are about critical information infrastructures", art(21, 2)
    )
    gives_discretion: Fact = fact("the law gives discretionary powers about the prosecution of persons", art(21, 3))
    protects_children: Fact = fact(
        "appropriate measures to protect accused children are in place under the law", art(21, 7)
    )
    keeps_rights_of_child: Fact = fact(
        "the measures keep to what the convention on the rights of the child and its applicable protocols oblige to",
        art(21, 7),
    )
    keeps_other_instruments: Fact = fact(
        "the measures are consistent with other applicable instruments, international or regional", art(21, 7)
    )


@frozen(kw_only=True)
class ProsecutedPerson(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A person prosecuted for an offence, or convicted of one, and what the State's authorities do."""

    prosecuted: Fact = fact(
        "the person is prosecuted for an offence established in accordance with the Convention", art(21, 4)
    )
    rights_of_domestic_law: Fact = fact(
        "the person enjoys all rights and guarantees in conformity with domestic law", art(21, 4)
    )
    rights_of_international_law: Fact = fact(
        "these are consistent with the State's applicable international obligations", art(21, 4)
    )
    fair_trial: Fact = fact("the right to a fair trial is among them", art(21, 4))
    rights_of_defence: Fact = fact("the rights of the defence are among them", art(21, 4))
    released_on_conditions: Fact = fact(
        "conditions are imposed in connection with a decision on release pending trial or appeal", art(21, 5)
    )
    convicted: Fact = fact(
        "the person is convicted of an offence established in accordance with the Convention", art(21, 6)
    )
    early_release_considered: Fact = fact("early release or parole of the person is considered", art(21, 6))
    gravity_considered: Fact = fact("the gravity of the offence is taken into account in that", art(21, 6))
    proceedings_ended: Fact = fact("the proceedings against the person, with all appeals, have ended", art(21, 4))
    proceedings_ended_on: DayFact = day_fact("the proceedings against the person ended", art(21, 4))

    ties = (shows("proceedings_ended_on", "proceedings_ended", art(21, 4)),)


L = fields(SanctionLaw)
P = fields(ProsecutedPerson)


class DomesticMatter(Enum):
    """Something about an offence that domestic law may claim for itself. The value is its stable name in JSON."""

    DESCRIPTION = "description"
    """How the offence is described."""
    DEFENCES = "defences"
    """Which legal defences apply."""
    LAWFULNESS = "lawfulness"
    """Which other legal principles control whether conduct is lawful."""
    PROSECUTION_AND_PUNISHMENT = "prosecution-and-punishment"
    """Under which law the offence is prosecuted and punished."""
    ESTABLISHMENT = "establishment"
    """Whether what the Convention asks to be an offence is one at all."""


def sanctions_offences(law: SanctionLaw) -> Finding:
    """Whether the commission of an offence makes liable to the sanctions that the Convention asks for.

    Effective, proportionate and dissuasive, and by the gravity of the offence; no kind or measure is named.

    Source: Art. 21(1).

    >>> sanctions_offences(SanctionLaw(weighs_gravity=False)).truth.name
    'NO'
    """
    return all_of(
        "the offence is liable to the sanctions that are asked for",
        art(21, 1),
        given(law, L.effective),
        given(law, L.proportionate),
        given(law, L.dissuasive),
        given(law, L.weighs_gravity),
    )


def may_aggravate() -> Finding:
    """Whether a State may establish aggravating circumstances, those about critical infrastructures among them: yes.

    Source: Art. 21(2).

    >>> may_aggravate().truth.name
    'YES'
    """
    return by_text(True, "the State may establish aggravating circumstances", art(21, 2))


def must_aggravate() -> Finding:
    """Whether a State must establish aggravating circumstances, be it for critical infrastructures only: no.

    Source: Art. 21(2).

    >>> must_aggravate().truth.name
    'NO'
    """
    return by_text(False, "the State must establish aggravating circumstances", art(21, 2))


def enjoys_guarantees(person: ProsecutedPerson) -> Finding:
    """Whether a prosecuted person has the rights and guarantees that the Convention asks for.

    Both measures count: domestic law, and the State's international obligations.

    Source: Art. 21(4).

    >>> enjoys_guarantees(ProsecutedPerson(fair_trial=False)).truth.name
    'NO'
    """
    return all_of(
        "the person enjoys the rights and guarantees that are asked for",
        art(21, 4),
        given(person, P.rights_of_domestic_law),
        given(person, P.rights_of_international_law),
        given(person, P.fair_trial),
        given(person, P.rights_of_defence),
    )


def weighs_gravity_at_release(person: ProsecutedPerson) -> Finding:
    """Whether a State weighs the gravity of the offence as it must when it considers early release or parole.

    YES as well where there is no conviction or nothing is considered: the paragraph then asks for nothing. It does
    not say how the decision is to turn out.

    Source: Art. 21(6).

    >>> weighs_gravity_at_release(
    ...     ProsecutedPerson(convicted=True, early_release_considered=True, gravity_considered=False)).truth.name
    'NO'
    """
    return any_of(
        "gravity is taken into account wherever early release or parole is considered",
        art(21, 6),
        ~given(person, P.convicted),
        ~given(person, P.early_release_considered),
        given(person, P.gravity_considered),
    )


def protects_accused_children(law: SanctionLaw) -> Finding:
    """Whether the measures that protect accused children are in place as the Convention asks.

    Source: Art. 21(7).

    >>> protects_accused_children(SanctionLaw(protects_children=False)).truth.name
    'NO'
    """
    return all_of(
        "children who are accused are protected as is asked for",
        art(21, 7),
        given(law, L.protects_children),
        given(law, L.keeps_rights_of_child),
        given(law, L.keeps_other_instruments),
    )


def is_reserved_to_domestic_law(matter: DomesticMatter) -> Finding:
    """Whether a matter about an offence is reserved to domestic law, which nothing in the Convention affects.

    NO for the question whether there is an offence at all where the Convention asks for one: a State may describe
    it in its own words, and may not leave it out.

    Source: Art. 21(8).

    >>> is_reserved_to_domestic_law(DomesticMatter.DEFENCES).truth.name
    'YES'
    """
    return by_text(matter is not DomesticMatter.ESTABLISHMENT, "the matter is reserved to domestic law", art(21, 8))


def duties_on_sanctions(law: SanctionLaw) -> tuple[Duty, ...]:
    """What does a State owe about its law on sanctions and prosecution, and what may it do?

    Source: Art. 21(1), Art. 21(2), Art. 21(3), Art. 21(7).

    >>> [duty.modality.words for duty in duties_on_sanctions(SanctionLaw())]
    ['shall', 'may', 'shall endeavour', 'shall']
    """
    return (
        shall(
            "sanction-offences",
            Role.STATE_PARTY,
            "make the offences liable to effective, proportionate and dissuasive sanctions",
            art(21, 1),
            by_text(True, "the offences are to be sanctioned", art(21, 1)),
            qualifications=("taking the gravity of the offence into account",),
            life=Life(lasts=True, broken=found(~sanctions_offences(law))),
        ),
        may(
            "aggravate",
            Role.STATE_PARTY,
            "establish aggravating circumstances, be it for critical information infrastructures",
            art(21, 2),
            may_aggravate(),
            qualifications=("in accordance with its domestic law",),
            life=Life(done=found(given(law, L.aggravates))),
        ),
        shall_endeavour(
            "exercise-discretion",
            Role.STATE_PARTY,
            "to ensure that discretionary powers to prosecute make law enforcement as effective as possible",
            art(21, 3),
            given(law, L.gives_discretion),
            qualifications=("with due regard to the need to deter",),
            life=KEPT_UP,
        ),
        shall(
            "protect-accused-children",
            Role.STATES_PARTIES,
            "have appropriate measures in place to protect children accused of the offences",
            art(21, 7),
            by_text(True, "measures to protect accused children are to be in place", art(21, 7)),
            qualifications=(
                "under domestic law",
                "consistent with the convention on the rights of the child and its applicable protocols",
                "consistent with other applicable instruments, international or regional",
            ),
            life=Life(lasts=True, broken=found(~protects_accused_children(law))),
        ),
    )


def duties_on_prosecution(person: ProsecutedPerson) -> tuple[Duty, ...]:
    """What does a State owe in proceedings against a person, and after a conviction?

    The duty about release is one to take measures that seek a result; the others are owed as they stand. The
    guarantees end with the proceedings.

    Source: Art. 21(4), Art. 21(5), Art. 21(6).

    >>> [duty.trigger.truth.name for duty in duties_on_prosecution(ProsecutedPerson(prosecuted=True))]
    ['YES', 'UNKNOWN', 'UNKNOWN']
    """
    ends = (stated_on(given(person, P.proceedings_ended), person, P.proceedings_ended_on),)
    return (
        shall(
            "ensure-guarantees",
            Role.STATE_PARTY,
            "ensure that the person enjoys all rights and guarantees, a fair trial and the defence among them",
            art(21, 4),
            given(person, P.prosecuted),
            qualifications=("in conformity with domestic law", "consistent with its international obligations"),
            life=Life(lasts=True, broken=Event(~enjoys_guarantees(person), within=True), ends=ends),
        ),
        shall(
            "secure-presence",
            Role.STATE_PARTY,
            "take appropriate measures so that conditions of release consider the need for the person's presence",
            art(21, 5),
            all_of(
                "conditions are imposed on the release of a person prosecuted for or convicted of an offence",
                art(21, 5),
                any_of(
                    "it is a case of an offence established in accordance with the Convention",
                    art(21, 5),
                    given(person, P.prosecuted),
                    given(person, P.convicted),
                ),
                given(person, P.released_on_conditions),
            ),
            qualifications=(
                "seeking to ensure it",
                "in accordance with its domestic law",
                "with due regard to the rights of the defence",
            ),
            life=KEPT_UP,
        ),
        shall(
            "weigh-gravity-at-release",
            Role.STATE_PARTY,
            "take the gravity of the offence into account",
            art(21, 6),
            all_of(
                "early release or parole of a convicted person is considered",
                art(21, 6),
                given(person, P.convicted),
                given(person, P.early_release_considered),
            ),
            life=Life(lasts=True, broken=found(~given(person, P.gravity_considered))),
        ),
    )


checked(__name__)
