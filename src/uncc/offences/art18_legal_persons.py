"""Art. 18, liability of legal persons: which forms of it satisfy, and what it must lead to."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "LegalPersonLaw",
    "duties_on_legal_persons",
    "establishes_liability_of_legal_persons",
    "has_permitted_form_of_liability",
    "leaves_natural_persons_liable",
    "sanctions_legal_persons",
]


@frozen(kw_only=True)
class LegalPersonLaw(Facts, asked_of=Role.STATE_PARTY):
    """What a State's law provides about legal persons and the offences established in accordance with the Convention.

    The kinds of sanctions can be recorded, and no answer depends on them.
    """

    reaches_participation: Fact = fact(
        "the law makes legal persons liable for participating in any of the offences", art(18, 1)
    )
    criminal_liability: Fact = fact("that liability is criminal", art(18, 2))
    civil_liability: Fact = fact("that liability is civil", art(18, 2))
    administrative_liability: Fact = fact("that liability is administrative", art(18, 2))
    spares_natural_persons: Fact = fact(
        "the liability of the legal person takes away from the criminal liability of the natural persons who "
        "committed the offence",
        art(18, 3),
    )
    effective: Fact = fact("the sanctions against legal persons are effective", art(18, 4))
    proportionate: Fact = fact("the sanctions against legal persons are proportionate", art(18, 4))
    dissuasive: Fact = fact("the sanctions against legal persons are dissuasive", art(18, 4))
    monetary: Fact = fact("there are monetary ones among the sanctions", art(18, 4))
    criminal_sanctions: Fact = fact("there are criminal ones among the sanctions", art(18, 4))


L = fields(LegalPersonLaw)
UNKNOWN_LAW = LegalPersonLaw()
"""A law of which nothing is known."""


def has_permitted_form_of_liability(law: LegalPersonLaw) -> Finding:
    """Whether the liability of legal persons takes a form that satisfies: criminal, civil or administrative.

    Any one of the three is enough, and which a State takes is for its own legal principles. NO where the law knows
    none of the three.

    Source: Art. 18(2).

    >>> has_permitted_form_of_liability(LegalPersonLaw(administrative_liability=True)).truth.name
    'YES'
    """
    return any_of(
        "the liability has one of the forms that satisfy",
        art(18, 2),
        given(law, L.criminal_liability),
        given(law, L.civil_liability),
        given(law, L.administrative_liability),
    )


def establishes_liability_of_legal_persons(law: LegalPersonLaw) -> Finding:
    """Whether a State's law establishes the liability of legal persons that the Convention asks for.

    It must reach participation in all of the offences, in any of the three forms. The measures are to be consistent
    with the State's legal principles; what these allow is not judged here.

    Source: Art. 18(1), Art. 18(2).

    >>> establishes_liability_of_legal_persons(LegalPersonLaw(reaches_participation=False)).truth.name
    'NO'
    """
    return all_of(
        "the law establishes the liability of legal persons",
        (art(18, 1), art(18, 2)),
        given(law, L.reaches_participation),
        has_permitted_form_of_liability(law),
    )


def leaves_natural_persons_liable(law: LegalPersonLaw) -> Finding:
    """Whether the criminal liability of the natural persons who committed the offence stands beside that liability.

    Source: Art. 18(3).

    >>> leaves_natural_persons_liable(LegalPersonLaw(spares_natural_persons=True)).truth.name
    'NO'
    """
    return ~given(law, L.spares_natural_persons)


def sanctions_legal_persons(law: LegalPersonLaw) -> Finding:
    """Whether legal persons held liable face the sanctions that the Convention asks for.

    The sanctions may be criminal or not; monetary ones must be among them.

    Source: Art. 18(4).

    >>> sanctions_legal_persons(
    ...     LegalPersonLaw(effective=True, proportionate=True, dissuasive=True, monetary=False)).truth.name
    'NO'
    """
    return all_of(
        "legal persons held liable face the sanctions that are asked for",
        art(18, 4),
        given(law, L.effective),
        given(law, L.proportionate),
        given(law, L.dissuasive),
        given(law, L.monetary),
    )


def duties_on_legal_persons(law: LegalPersonLaw = UNKNOWN_LAW) -> tuple[Duty, ...]:
    """What does a State owe about the liability of legal persons, and what is left to it?

    Whether it has been kept, or which form was chosen, the law tells.

    Source: Art. 18(1), Art. 18(2), Art. 18(3), Art. 18(4).

    >>> [duty.modality.words for duty in duties_on_legal_persons()]
    ['shall', 'may', 'shall', 'shall']
    """
    return (
        shall(
            "legal-person-liability",
            Role.STATE_PARTY,
            "adopt the measures that establish the liability of legal persons for participation in the offences",
            art(18, 1),
            by_text(True, "liability of legal persons is to be established", art(18, 1)),
            qualifications=("as may be necessary", "consistent with its legal principles"),
            life=Life(lasts=True, broken=found(~establishes_liability_of_legal_persons(law))),
        ),
        may(
            "legal-person-form",
            Role.STATE_PARTY,
            "choose between criminal, civil and administrative liability",
            art(18, 2),
            by_text(True, "the form of the liability is left to the State", art(18, 2)),
            qualifications=("subject to its legal principles",),
            life=Life(done=found(has_permitted_form_of_liability(law))),
        ),
        shall(
            "natural-persons-stay-liable",
            Role.STATE_PARTY,
            "leave the criminal liability of the natural persons who committed the offences as it is",
            art(18, 3),
            by_text(True, "the one liability is without prejudice to the other", art(18, 3)),
            life=Life(lasts=True, broken=found(~leaves_natural_persons_liable(law))),
        ),
        shall(
            "sanction-legal-persons",
            Role.STATE_PARTY,
            "see to effective, proportionate and dissuasive sanctions against legal persons held liable",
            art(18, 4),
            by_text(True, "legal persons held liable are to be sanctioned", art(18, 4)),
            qualifications=("criminal or not", "monetary sanctions among them"),
            life=Life(lasts=True, broken=found(~sanctions_legal_persons(law))),
        ),
    )


checked(__name__)
