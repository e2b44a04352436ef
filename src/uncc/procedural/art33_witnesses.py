"""Art. 33, protection of witnesses: who is protected, by which means, and what is owed about relocation."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, may, shall, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_4 import WitnessOffenceLink

__all__ = [
    "ProtectionMeans",
    "Witness",
    "WitnessMeasure",
    "WitnessRegime",
    "duties_on_witnesses",
    "has_considered_relocation_agreements",
    "is_protected_witness",
    "may_protect_by",
    "must_protect_close_person",
    "protects_witnesses",
]


@frozen(kw_only=True)
class Witness(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A person who helps the authorities, or who is close to one. A victim can be a witness as well."""

    testifies: Fact = fact("the person gives testimony", art(33, 1))
    informs: Fact = fact("the person provides information", art(33, 1))
    in_good_faith: Fact = fact("the information is provided in good faith", art(33, 1))
    on_reasonable_grounds: Fact = fact("the information is provided on reasonable grounds", art(33, 1))
    otherwise_cooperates: Fact = fact("the person cooperates otherwise with investigators or courts", art(33, 1))
    about_convention_offence: Fact = fact(
        "it concerns an offence established in accordance with the Convention", art(33, 1)
    )
    close_to_witness: Fact = fact(
        "the person is a relative of a protected witness, or otherwise close to one", art(33, 1)
    )
    protection_appropriate: Fact = fact(
        "it is appropriate to protect that person as well", art(33, 1), asked_of=Role.STATE_PARTY
    )
    victim: Fact = fact("the person is a victim of the offence", art(33, 4))


W = fields(Witness)


def is_protected_witness(witness: Witness) -> Finding:
    """Whether a person is one of the witnesses whom each State must protect.

    Good faith and reasonable grounds are asked of information alone. A victim is protected here just as anybody else,
    as far as being a witness; that the person is a victim neither adds nor takes away. Which forms of help must
    concern a Convention offence is a reading.

    Source: Art. 33(1), Art. 33(4).

    >>> is_protected_witness(Witness(testifies=True, about_convention_offence=True)).truth.name
    'YES'
    """
    return all_of(
        "the person is a witness whom the article protects",
        (art(33, 1), art(33, 4)),
        by_reading(
            "the help that the person gives is of a kind that is named",
            WitnessOffenceLink,
            {
                WitnessOffenceLink.ALL_FORMS: all_of(
                    "the person helps in a matter of a Convention offence",
                    art(33, 1),
                    any_of("the person helps", art(33, 1), *_testimony_and_cooperation(witness), _information(witness)),
                    given(witness, W.about_convention_offence),
                ),
                WitnessOffenceLink.INFORMATION: any_of(
                    "the person helps",
                    art(33, 1),
                    *_testimony_and_cooperation(witness),
                    all_of(
                        "the information concerns a Convention offence",
                        art(33, 1),
                        _information(witness),
                        given(witness, W.about_convention_offence),
                    ),
                ),
            },
        ),
    )


def _testimony_and_cooperation(witness: Witness) -> tuple[Finding, Finding]:
    return given(witness, W.testifies), given(witness, W.otherwise_cooperates)


def _information(witness: Witness) -> Finding:
    return all_of(
        "the person provides information in good faith and on reasonable grounds",
        art(33, 1),
        given(witness, W.informs),
        given(witness, W.in_good_faith),
        given(witness, W.on_reasonable_grounds),
    )


def must_protect_close_person(witness: Witness) -> Finding:
    """Whether somebody must be protected as well for being close to a protected witness.

    Source: Art. 33(1).

    >>> must_protect_close_person(Witness(close_to_witness=True, protection_appropriate=False)).truth.name
    'NO'
    """
    return all_of(
        "the person is close to a protected witness and protection is appropriate",
        art(33, 1),
        given(witness, W.close_to_witness),
        given(witness, W.protection_appropriate),
    )


class ProtectionMeans(Enum):
    """A means of protection that the Convention names; the list is open. The value is its stable name in JSON."""

    PHYSICAL_PROTECTION = "physical-protection"
    RELOCATION = "relocation"
    NON_DISCLOSURE = "non-disclosure"
    SAFE_TESTIMONY = "safe-testimony"


@frozen(kw_only=True)
class WitnessMeasure(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A measure to protect a witness, in the circumstances of a case."""

    necessary: Fact = fact("the measure is necessary", art(33, 2, "a"))
    feasible: Fact = fact("the measure is feasible", art(33, 2, "a"))
    appropriate: Fact = fact("it is appropriate to withhold or limit who and where the person is", art(33, 2, "a"))
    ensures_safety: Fact = fact("the manner of testifying ensures the safety of the witness", art(33, 2, "b"))
    leaves_defendant_rights: Fact = fact(
        "the measure does not prejudice the rights of the defendant, due process among them", art(33, 2)
    )


M = fields(WitnessMeasure)


def may_protect_by(means: ProtectionMeans, measure: WitnessMeasure) -> Finding:
    """Whether a State may protect by one of the means that the text names, in these circumstances.

    None of them may be to the prejudice of the defendant. Relocation and non-disclosure, which are examples of physical
    protection, are subject to conditions of their own.

    Source: Art. 33(2), Art. 33(2)(a), Art. 33(2)(b).

    >>> may_protect_by(ProtectionMeans.RELOCATION, WitnessMeasure(feasible=False)).truth.name
    'NO'
    """
    return all_of(
        "the witness may be protected by this means",
        art(33, 2),
        given(measure, M.leaves_defendant_rights),
        *_conditions(means, measure),
    )


def _conditions(means: ProtectionMeans, measure: WitnessMeasure) -> tuple[Finding, ...]:
    match means:
        case ProtectionMeans.PHYSICAL_PROTECTION:
            return ()
        case ProtectionMeans.RELOCATION:
            return given(measure, M.necessary), given(measure, M.feasible)
        case ProtectionMeans.NON_DISCLOSURE:
            return given(measure, M.necessary), given(measure, M.feasible), given(measure, M.appropriate)
        case ProtectionMeans.SAFE_TESTIMONY:
            return (given(measure, M.ensures_safety),)
    raise not_one_of("means", means, ProtectionMeans)


@frozen(kw_only=True)
class WitnessRegime(Facts, asked_of=Role.STATE_PARTY):
    """What a State does for witnesses, as its domestic law and its means have it."""

    effective_protection: Fact = fact(
        "appropriate measures, within the State's means, protect witnesses effectively from retaliation and "
        "intimidation",
        art(33, 1),
    )
    protects_close_persons: Fact = fact(
        "the measures reach relatives and other close persons, as appropriate", art(33, 1)
    )
    protects_victims_as_witnesses: Fact = fact("the measures reach victims insofar as they are witnesses", art(33, 4))
    physical_protection: Fact = fact("there are procedures for physical protection", art(33, 2, "a"))
    safe_testimony: Fact = fact("there are rules of evidence that let witnesses testify safely", art(33, 2, "b"))
    relocation_considered: Fact = fact(
        "the State has considered agreements or arrangements with other States on relocation", art(33, 3)
    )
    relocation_agreed: Fact = fact("the State has entered into such an agreement or arrangement", art(33, 3))


R = fields(WitnessRegime)
UNKNOWN_REGIME = WitnessRegime()
"""A State of whose witnesses nothing is known."""


def protects_witnesses(regime: WitnessRegime) -> Finding:
    """Whether the State takes the measures that it must, for witnesses, those close to them and victims who testify.

    The means that the second paragraph names are open to it and not owed.

    Source: Art. 33(1), Art. 33(4).

    >>> protects_witnesses(WitnessRegime(effective_protection=False)).truth.name
    'NO'
    """
    return all_of(
        "the State protects witnesses as it must",
        (art(33, 1), art(33, 4)),
        given(regime, R.effective_protection),
        given(regime, R.protects_close_persons),
        given(regime, R.protects_victims_as_witnesses),
    )


def has_considered_relocation_agreements(regime: WitnessRegime) -> Finding:
    """Whether the State has considered agreements on relocation, which is all that it owes.

    Whoever has entered into one has considered it.

    Source: Art. 33(3).

    >>> has_considered_relocation_agreements(
    ...     WitnessRegime(relocation_considered=True, relocation_agreed=False)).truth.name
    'YES'
    """
    return any_of(
        "the State has considered agreements or arrangements on relocation",
        art(33, 3),
        given(regime, R.relocation_considered),
        given(regime, R.relocation_agreed),
    )


def duties_on_witnesses(witness: Witness, regime: WitnessRegime = UNKNOWN_REGIME) -> tuple[Duty, ...]:
    """What does a State owe a witness, what may it do, and what need it only consider?

    What it does, the regime tells.

    Source: Art. 33(1), Art. 33(2), Art. 33(2)(a), Art. 33(2)(b), Art. 33(3).

    >>> [duty.modality.words for duty in duties_on_witnesses(Witness())]
    ['shall', 'shall', 'may', 'may', 'shall consider']
    """
    protected = is_protected_witness(witness)
    close = must_protect_close_person(witness)
    either = any_of("the person is a protected witness or close to one", art(33, 1), protected, close)
    appropriate = ("in accordance with its domestic law", "within its means")
    return (
        shall(
            "protect-witness",
            Role.STATE_PARTY,
            "take appropriate measures for the witness's effective protection from retaliation or intimidation",
            art(33, 1),
            protected,
            qualifications=appropriate,
            life=Life(lasts=True, broken=found(~given(regime, R.effective_protection))),
        ),
        shall(
            "protect-close-person",
            Role.STATE_PARTY,
            "take appropriate measures for the protection of the witness's relatives and other close persons",
            art(33, 1),
            close,
            qualifications=("as appropriate", *appropriate),
            life=Life(lasts=True, broken=found(~given(regime, R.protects_close_persons))),
        ),
        may(
            "protect-physically",
            Role.STATE_PARTY,
            "protect by procedures for physical protection, such as relocation and withheld or limited information",
            art(33, 2, "a"),
            either,
            qualifications=("without prejudice to the defendant", "to the extent necessary and feasible"),
            life=Life(done=found(given(regime, R.physical_protection))),
        ),
        may(
            "take-safe-testimony",
            Role.STATE_PARTY,
            "protect by rules of evidence that let the witness testify safely, for instance by video link",
            art(33, 2, "b"),
            protected,
            qualifications=("without prejudice to the defendant",),
            life=Life(done=found(given(regime, R.safe_testimony))),
        ),
        shall_consider(
            "relocation-agreements",
            Role.STATES_PARTIES,
            "enter into agreements or arrangements with other States on relocation",
            art(33, 3),
            by_text(True, "agreements on relocation are to be considered", art(33, 3)),
            life=Life(done=found(has_considered_relocation_agreements(regime))),
        ),
    )


checked(__name__)
