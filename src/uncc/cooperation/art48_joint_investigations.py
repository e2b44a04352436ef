"""Art. 48, joint investigations: agreements to consider, single cases by agreement, and respect for sovereignty."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life, found, shown
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "JointInvestigation",
    "duties_on_joint_investigation",
    "may_investigate_jointly",
    "must_consider_joint_investigation_agreement",
    "respects_territorial_sovereignty",
]


@frozen(kw_only=True)
class JointInvestigation(Facts, asked_of=Role.STATES_PARTIES):
    """An investigation that authorities of several States undertake together, or might."""

    established_in_accordance: Fact = fact(
        "it is about offences established in accordance with the Convention", art(48)
    )
    subject_of_proceedings: Fact = fact(
        "criminal investigations, prosecutions or judicial proceedings on them are under way in one or more States",
        art(48),
    )
    agreement_provides: Fact = fact(
        "an agreement or arrangement between the States lets their authorities set up joint investigative bodies",
        art(48),
    )
    agreed_for_case: Fact = fact("the States have agreed on a joint investigation for this case", art(48))
    sovereignty_respected: Fact = fact(
        "the sovereignty of the State in whose territory it takes place is fully respected", art(48)
    )


J = fields(JointInvestigation)


def must_consider_joint_investigation_agreement(investigation: JointInvestigation) -> Finding:
    """Whether States must consider agreements under which their authorities may set up joint investigative bodies.

    Source: Art. 48.

    >>> investigation = JointInvestigation(established_in_accordance=False)
    >>> must_consider_joint_investigation_agreement(investigation).truth.name
    'NO'
    """
    return all_of(
        "agreements on joint investigative bodies must be considered",
        art(48),
        given(investigation, J.established_in_accordance),
        given(investigation, J.subject_of_proceedings),
    )


def may_investigate_jointly(investigation: JointInvestigation) -> Finding:
    """Whether the article lets States investigate together: under a standing agreement, or as agreed for the case.

    The agreement of the States is always needed; a standing one is not. NO says that the article does not open the
    joint investigation, and not that other law forbids it.

    Source: Art. 48.

    >>> investigation = JointInvestigation(
    ...     established_in_accordance=True, agreement_provides=False, agreed_for_case=True)
    >>> may_investigate_jointly(investigation).truth.name
    'YES'
    """
    return all_of(
        "the States may investigate jointly",
        art(48),
        given(investigation, J.established_in_accordance),
        any_of(
            "the States agree, once for all or for the case",
            art(48),
            given(investigation, J.agreement_provides),
            given(investigation, J.agreed_for_case),
        ),
    )


def respects_territorial_sovereignty(investigation: JointInvestigation) -> Finding:
    """Whether the sovereignty of the State in whose territory the joint investigation takes place is fully respected.

    Source: Art. 48.

    >>> respects_territorial_sovereignty(JointInvestigation()).truth.name
    'UNKNOWN'
    """
    return given(investigation, J.sovereignty_respected)


def duties_on_joint_investigation(investigation: JointInvestigation) -> tuple[Duty, ...]:
    """What shall or may States do about joint investigations?

    Source: Art. 48.

    >>> [duty.modality.words for duty in duties_on_joint_investigation(JointInvestigation())]
    ['shall consider', 'may', 'shall']
    """
    jointly = may_investigate_jointly(investigation)
    return (
        shall_consider(
            "consider-joint-investigation-agreements",
            Role.STATES_PARTIES,
            "agreements under which their authorities may set up joint investigative bodies",
            art(48),
            must_consider_joint_investigation_agreement(investigation),
            life=Life(
                done=shown(
                    investigation, J.agreement_provides, "the States considered an agreement: they have one", art(48)
                )
            ),
        ),
        may(
            "investigate-jointly",
            Role.STATES_PARTIES,
            "undertake the joint investigation",
            art(48),
            jointly,
            qualifications=("without an agreement or arrangement: as agreed, case by case",),
        ),
        shall(
            "respect-sovereignty-in-joint-investigation",
            Role.STATES_PARTIES,
            "see to it that the sovereignty of the State in whose territory it takes place is fully respected",
            art(48),
            jointly,
            life=Life(lasts=True, broken=found(~respects_territorial_sovereignty(investigation))),
        ),
    )


checked(__name__)
