"""Art. 35, general principles of international cooperation: what it is open for, and dual criminality."""

from __future__ import annotations

from typing import Self

from attrs import fields, frozen

from uncc.cooperation.particulars import Offence
from uncc.general import is_serious_crime
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.life import KEPT_UP
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "Cooperation",
    "CooperationSought",
    "UnderlyingConduct",
    "cooperation_is_open",
    "dual_criminality_satisfied",
    "duties_on_cooperation",
    "evidence_articles_apply",
    "is_convention_offence",
    "is_serious_offence",
]

O = fields(Offence)  # noqa: E741


class Cooperation(FixedEnum):
    """A kind of cooperation between States, in the order of the text.

    Each member has its stable name (its `value`), its `words`, and the provision that opens it (`opened_by`).
    """

    words: str
    opened_by: Provision

    def __new__(cls, name: str, words: str, opened_by: Provision) -> Self:  # noqa: D102
        kind = object.__new__(cls)
        kind._value_ = name
        kind.words = words
        kind.opened_by = opened_by
        return kind

    EXTRADITION = "extradition", "extradition", art(37, 1)
    SENTENCED_PERSONS = "sentenced-persons", "transfer of sentenced persons", art(38)
    PROCEEDINGS = "proceedings", "transfer of criminal proceedings", art(39, 1)
    ASSISTANCE = "assistance", "mutual legal assistance", art(40, 1)
    PERSON_IN_CUSTODY = "person-in-custody", "transfer of a person in custody to help with evidence", art(40, 9)
    NETWORK = "network", "immediate assistance through the 24/7 network", art(41, 1)
    PRESERVATION = "preservation", "expedited preservation of stored data", art(42, 1)
    PATH_DISCLOSURE = "path-disclosure", "expedited disclosure of preserved traffic data", art(43, 1)
    STORED_DATA = "stored-data", "access to stored data", art(44, 1)
    TRAFFIC_DATA = "traffic-data", "collection of traffic data in real time", art(45, 1)
    INTERCEPTION = "interception", "interception of content data", art(46)
    LAW_ENFORCEMENT = "law-enforcement", "law enforcement cooperation", art(47, 1)
    JOINT_INVESTIGATION = "joint-investigation", "joint investigations", art(48)
    CONFISCATION = "confiscation", "confiscation", art(50, 1)


@frozen(kw_only=True)
class CooperationSought(Facts, asked_of=Role.REQUESTING_STATE):
    """What is sought of another State, where its nature matters for whether it can be had."""

    electronic_evidence: Fact = fact(
        "what is sought is to collect, obtain, preserve or share evidence in electronic form",
        art(35, 1, "b"),
        art(35, 1, "c"),
    )


S = fields(CooperationSought)
UNKNOWN_SOUGHT = CooperationSought()


def cooperation_is_open(kind: Cooperation, offence: Offence, *, sought: CooperationSought = UNKNOWN_SOUGHT) -> Finding:
    """Whether the Convention opens this kind of cooperation for this offence at all.

    For an offence established in accordance with the Convention every kind is open. For another serious crime only
    what gathers electronic evidence is: preservation, disclosure, access, collection and interception of data are of
    that nature; assistance and the 24/7 network are open as far as they serve it, which is a fact; no other kind is.
    For an offence that is neither, nothing is open. An offence that is joined to others in a request for
    extradition may be covered beside them (Art. 37(3)); this answer is about the offence alone. Whether a ground
    for refusing is open is another question.

    Source: Art. 3(a), Art. 3(b), Art. 35(1), Art. 35(1)(a), Art. 35(1)(b), Art. 35(1)(c), Art. 35(2), Art. 40(1),
    Art. 41(1).

    >>> kidnapping = Offence(title="kidnapping", established_in_accordance=False, serious_crime=True)
    >>> [cooperation_is_open(kind, kidnapping).truth.name for kind in (
    ...     Cooperation.CONFISCATION, Cooperation.ASSISTANCE, Cooperation.STORED_DATA)]
    ['NO', 'UNKNOWN', 'YES']
    """
    match kind:
        case (
            Cooperation.PRESERVATION
            | Cooperation.PATH_DISCLOSURE
            | Cooperation.STORED_DATA
            | Cooperation.TRAFFIC_DATA
            | Cooperation.INTERCEPTION
        ):
            return evidence_articles_apply(offence)
        case Cooperation.ASSISTANCE | Cooperation.NETWORK:
            return open_for_evidence(kind, offence, given(sought, S.electronic_evidence))
        case (
            Cooperation.EXTRADITION
            | Cooperation.SENTENCED_PERSONS
            | Cooperation.PROCEEDINGS
            | Cooperation.PERSON_IN_CUSTODY
            | Cooperation.LAW_ENFORCEMENT
            | Cooperation.JOINT_INVESTIGATION
            | Cooperation.CONFISCATION
        ):
            return all_of(
                "the Convention opens this cooperation for the offence",
                (art(3, "a"), art(35, 1, "a"), kind.opened_by),
                is_convention_offence(offence),
            )
    raise not_one_of("kind", kind, Cooperation)


def open_for_evidence(kind: Cooperation, offence: Offence, electronic_evidence: Finding) -> Finding:
    """Return whether a kind of cooperation is open that reaches beyond evidence for Convention offences alone."""
    return any_of(
        "the Convention opens this cooperation for the offence",
        (art(35, 1), kind.opened_by),
        is_convention_offence(offence),
        all_of(
            "it gathers electronic evidence of a serious crime",
            (art(3, "b"), art(35, 1, "c"), kind.opened_by),
            is_serious_offence(offence),
            electronic_evidence,
        ),
    )


def duties_on_cooperation(
    kind: Cooperation, offence: Offence, *, sought: CooperationSought = UNKNOWN_SOUGHT
) -> tuple[Duty, ...]:
    """What do two Parties owe each other where this kind of cooperation is open?

    How far and how, the article on each kind says; some of them oblige to less.

    Source: Art. 35(1), Art. 35(1)(a), Art. 35(1)(b), Art. 35(1)(c).

    >>> duties_on_cooperation(Cooperation.EXTRADITION, Offence(title="fraud"))[0].modality.words
    'shall'
    """
    return (
        shall(
            "cooperate",
            Role.STATES_PARTIES,
            "cooperate with each other",
            (art(35, 1), kind.opened_by),
            cooperation_is_open(kind, offence, sought=sought),
            towards=Role.STATES_PARTIES,
            qualifications=(
                "as the Convention provides for this kind of cooperation",
                "under other applicable instruments on cooperation and domestic law as well",
            ),
            life=KEPT_UP,
        ),
    )


def is_convention_offence(offence: Offence) -> Finding:
    """Whether the offence of a request is one established in accordance with the Convention.

    What the case states counts. Where it states nothing and names the conduct, the conduct is held against the text of
    its article, without what a State may require beside it. Whether conduct counts that only an extension by the State
    makes an offence is a reading, on which none is adopted.

    Source: Art. 14(2), Art. 15(3), Art. 16(3), Art. 35(1)(b).

    >>> from uncc.offences import SystemInterference
    >>> nuisance = Offence(title="sabotage", conduct=SystemInterference(hinders=True, serious=False))
    >>> is_convention_offence(nuisance).truth.name
    'NO'
    """
    if offence.established_in_accordance is None and offence.conduct is not None:
        from uncc.offences.made_out import is_made_out  # here, since few offences are told by their conduct

        return is_made_out(offence.conduct, given(offence, O.extended))
    return given(offence, O.established_in_accordance)


def is_serious_offence(offence: Offence) -> Finding:
    """Whether the offence of a request is a serious crime.

    What the case states counts. Where it states nothing and knows a maximum penalty, the penalties answer it; whose law
    measures is a reading on which none is adopted.

    Source: Art. 2(h), Art. 35(1)(c).

    >>> from uncc.general import Penalty
    >>> fraud = Offence(title="fraud", penalty=Penalty(years=5), penalty_in_requested_state=Penalty(years=4))
    >>> is_serious_offence(fraud).truth.name
    'YES'
    """
    requesting, requested = offence.penalty, offence.penalty_in_requested_state
    lengths = [penalty.reaches_threshold for penalty in (requesting, requested) if penalty is not None]
    if offence.serious_crime is None and {*lengths} - {None}:
        return is_serious_crime(requesting=requesting, requested=requested)
    return given(offence, O.serious_crime)


def evidence_articles_apply(offence: Offence) -> Finding:
    """Whether the articles on electronic evidence (Arts. 41 to 46) are open for this offence.

    YES for an offence established in accordance with the Convention and for any serious crime.

    Source: Art. 35(1)(b), Art. 35(1)(c), Art. 35(2).

    >>> evidence_articles_apply(Offence(title="arson", established_in_accordance=False)).truth.name
    'UNKNOWN'
    """
    return any_of(
        "the offence is one for whose electronic evidence the Convention opens cooperation",
        (art(35, 2),),
        is_convention_offence(offence),
        is_serious_offence(offence),
    )


@frozen(kw_only=True)
class UnderlyingConduct(Facts, asked_of=Role.REQUESTED_STATE):
    """The conduct behind an offence, under the laws of the two States.

    How the two laws categorise or name the offence can be recorded, and no answer depends on it.
    """

    criminal_in_requesting_state: Fact = fact(
        "the conduct is a criminal offence under the law of the requesting State",
        art(35, 3),
        asked_of=Role.REQUESTING_STATE,
    )
    criminal_in_requested_state: Fact = fact(
        "the conduct is a criminal offence under the law of the requested State", art(35, 3)
    )
    same_category: Fact = fact("both laws place the offence in the same category", art(35, 3))
    same_terminology: Fact = fact("both laws call the offence the same", art(35, 3))


C = fields(UnderlyingConduct)


def dual_criminality_satisfied(conduct: UnderlyingConduct) -> Finding:
    """Whether dual criminality, wherever it is required, counts as fulfilled.

    YES when the conduct is a criminal offence under both laws, whatever its category or name in either.

    Source: Art. 35(3).

    >>> conduct = UnderlyingConduct(
    ...     criminal_in_requesting_state=True, criminal_in_requested_state=True, same_category=False)
    >>> dual_criminality_satisfied(conduct).truth.name
    'YES'
    """
    return all_of(
        "the conduct behind the offence is criminal in both States",
        art(35, 3),
        given(conduct, C.criminal_in_requesting_state),
        given(conduct, C.criminal_in_requested_state),
    )


checked(__name__)
