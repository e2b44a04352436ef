"""Art. 34, assistance to and protection of victims: what is owed to whom, and the removal of content."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "RemovalRequest",
    "Victim",
    "VictimRegime",
    "assists_victims",
    "assists_victims_of_abuse",
    "duties_on_removal",
    "duties_on_victims",
    "ensures_removal",
    "hears_victims",
    "is_victim",
    "must_ensure_removal",
    "opens_compensation",
    "takes_circumstances_into_account",
]


@frozen(kw_only=True)
class VictimRegime(Facts, asked_of=Role.STATE_PARTY):
    """What a State does for the victims of offences established in accordance with the Convention."""

    assistance_and_protection: Fact = fact(
        "appropriate measures, within the State's means, assist and protect victims, above all those under threat",
        art(34, 1),
    )
    compensation: Fact = fact("appropriate procedures give victims access to compensation", art(34, 2))
    restitution: Fact = fact("appropriate procedures give victims access to restitution", art(34, 2))
    views_presented: Fact = fact(
        "the views and concerns of victims can be presented and considered at appropriate stages of the proceedings",
        art(34, 3),
    )
    defence_unharmed: Fact = fact("the manner of this does not prejudice the rights of the defence", art(34, 3))
    recovery: Fact = fact(
        "measures assist victims of sexual abuse of children and of intimate images, also in body and mind", art(34, 4)
    )
    with_organizations: Fact = fact(
        "this happens in cooperation with the relevant organizations and others in civil society", art(34, 4)
    )
    circumstances: Fact = fact(
        "the age, gender, circumstances and needs of victims, and of children above all, are taken into account",
        art(34, 5),
    )
    removal: Fact = fact(
        "effective steps ensure that requests to remove such content, or to make it inaccessible, are complied with",
        art(34, 6),
    )


R = fields(VictimRegime)
UNKNOWN_REGIME = VictimRegime()
"""A State of whose victims nothing is known."""


def assists_victims(regime: VictimRegime) -> Finding:
    """Whether the State assists and protects victims by appropriate measures within its means.

    Source: Art. 34(1).

    >>> assists_victims(VictimRegime(assistance_and_protection=True)).truth.name
    'YES'
    """
    return given(regime, R.assistance_and_protection)


def opens_compensation(regime: VictimRegime) -> Finding:
    """Whether victims have access to compensation as well as to restitution.

    Source: Art. 34(2).

    >>> opens_compensation(VictimRegime(restitution=False)).truth.name
    'NO'
    """
    return all_of(
        "victims have access to compensation and to restitution",
        art(34, 2),
        given(regime, R.compensation),
        given(regime, R.restitution),
    )


def hears_victims(regime: VictimRegime) -> Finding:
    """Whether victims are heard in criminal proceedings, and not to the prejudice of the defence.

    Source: Art. 34(3).

    >>> hears_victims(VictimRegime(views_presented=True, defence_unharmed=False)).truth.name
    'NO'
    """
    return all_of(
        "victims are heard without prejudice to the defence",
        art(34, 3),
        given(regime, R.views_presented),
        given(regime, R.defence_unharmed),
    )


def assists_victims_of_abuse(regime: VictimRegime) -> Finding:
    """Whether the State assists the victims of the offences of Arts. 14 to 16 to recover, together with others.

    Source: Art. 34(4).

    >>> assists_victims_of_abuse(VictimRegime(recovery=False)).truth.name
    'NO'
    """
    return all_of(
        "victims of sexual offences are assisted in cooperation with others",
        art(34, 4),
        given(regime, R.recovery),
        given(regime, R.with_organizations),
    )


def takes_circumstances_into_account(regime: VictimRegime) -> Finding:
    """Whether the State takes the particular circumstances of victims into account, and of children above all.

    Source: Art. 34(5).

    >>> takes_circumstances_into_account(VictimRegime()).truth.name
    'UNKNOWN'
    """
    return given(regime, R.circumstances)


def ensures_removal(regime: VictimRegime) -> Finding:
    """Whether the State takes effective steps so that requests to remove content are complied with.

    Source: Art. 34(6).

    >>> ensures_removal(VictimRegime(removal=True)).truth.name
    'YES'
    """
    return given(regime, R.removal)


@frozen(kw_only=True)
class Victim(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A victim, and the offence."""

    of_convention_offence: Fact = fact(
        "the person is a victim of an offence established in accordance with the Convention", art(34, 1)
    )
    of_sexual_offence: Fact = fact("the offence is one established in accordance with Arts. 14 to 16", art(34, 4))


V = fields(Victim)


def is_victim(victim: Victim) -> Finding:
    """Whether somebody is a victim of a Convention offence; those of Arts. 14 to 16 are among them.

    Source: Art. 34(1).

    >>> is_victim(Victim(of_sexual_offence=True)).truth.name
    'YES'
    """
    return any_of(
        "the person is a victim of an offence established in accordance with the Convention",
        art(34, 1),
        given(victim, V.of_convention_offence),
        given(victim, V.of_sexual_offence),
    )


def duties_on_victims(victim: Victim, regime: VictimRegime = UNKNOWN_REGIME) -> tuple[Duty, ...]:
    """What does a State owe this victim? The removal of content is apart: see `duties_on_removal`.

    Age, gender, circumstances and needs are looked at in applying paragraphs 2 to 4; the first paragraph and the last
    stand outside. What the State does, the regime tells.

    Source: Art. 34(1), Art. 34(2), Art. 34(3), Art. 34(4), Art. 34(5).

    >>> [duty.id for duty in duties_on_victims(Victim())]
    ['assist-victim', 'open-compensation', 'hear-victim', 'assist-recovery', 'look-at-circumstances']
    """
    any_victim, law = is_victim(victim), "subject to its domestic law"
    return (
        shall(
            "assist-victim",
            Role.STATE_PARTY,
            "take appropriate measures to assist and protect the victim",
            art(34, 1),
            any_victim,
            qualifications=("within its means", "in particular under threat of retaliation or intimidation"),
            life=Life(lasts=True, broken=found(~assists_victims(regime))),
        ),
        shall(
            "open-compensation",
            Role.STATE_PARTY,
            "establish appropriate procedures of access to compensation and restitution",
            art(34, 2),
            any_victim,
            qualifications=(law,),
            life=Life(lasts=True, broken=found(~opens_compensation(regime))),
        ),
        shall(
            "hear-victim",
            Role.STATE_PARTY,
            "enable the victim's views and concerns to be presented and considered in the criminal proceedings",
            art(34, 3),
            any_victim,
            qualifications=(law, "at appropriate stages", "without prejudice to the defence"),
            life=Life(lasts=True, broken=found(~hears_victims(regime))),
        ),
        shall(
            "assist-recovery",
            Role.STATE_PARTY,
            "take measures to assist the victim, also to recover in body and mind",
            art(34, 4),
            given(victim, V.of_sexual_offence),
            qualifications=(law, "in cooperation with organizations and others in civil society"),
            life=Life(lasts=True, broken=found(~assists_victims_of_abuse(regime))),
        ),
        shall(
            "look-at-circumstances",
            Role.STATE_PARTY,
            "take age, gender and the victim's particular circumstances and needs into account",
            art(34, 5),
            any_victim,
            qualifications=("in applying paragraphs 2 to 4",),
            life=Life(lasts=True, broken=found(~takes_circumstances_into_account(regime))),
        ),
    )


@frozen(kw_only=True)
class RemovalRequest(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A request to remove content or to make it inaccessible. The text does not say who makes it, and to whom."""

    was_made: Fact = fact("a request was made to remove the content or to make it inaccessible", art(34, 6))
    child_abuse_material: Fact = fact(
        "the content is material of the sexual abuse or exploitation of children, as Art. 14 describes it", art(34, 6)
    )
    intimate_image: Fact = fact("the content is an intimate image of the kind that Art. 16 describes", art(34, 6))
    consistent_with_framework: Fact = fact(
        "ensuring compliance is consistent with the domestic legal framework", art(34, 6), asked_of=Role.STATE_PARTY
    )


Q = fields(RemovalRequest)


def must_ensure_removal(request: RemovalRequest) -> Finding:
    """Whether the State must take effective steps so that this request is complied with.

    Content is named that Art. 14 or Art. 16 describes; communications of grooming (Art. 15) are not. No conviction and
    no proceedings are asked for.

    Source: Art. 34(6).

    >>> must_ensure_removal(RemovalRequest(child_abuse_material=False, intimate_image=False)).truth.name
    'NO'
    """
    return all_of(
        "the State must take effective steps so that the request is complied with",
        art(34, 6),
        given(request, Q.was_made),
        any_of(
            "the content is of one of the two kinds that are named",
            art(34, 6),
            given(request, Q.child_abuse_material),
            given(request, Q.intimate_image),
        ),
        given(request, Q.consistent_with_framework),
    )


def duties_on_removal(request: RemovalRequest, regime: VictimRegime = UNKNOWN_REGIME) -> tuple[Duty, ...]:
    """What does a State owe about a request to remove content?

    Source: Art. 34(6).

    >>> duties_on_removal(RemovalRequest())[0].qualifications
    ('to the extent consistent with its domestic legal framework',)
    """
    return (
        shall(
            "ensure-removal",
            Role.STATE_PARTY,
            "take effective steps so that the request is complied with",
            art(34, 6),
            must_ensure_removal(request),
            qualifications=("to the extent consistent with its domestic legal framework",),
            life=Life(lasts=True, broken=found(~ensures_removal(regime))),
        ),
    )


checked(__name__)
