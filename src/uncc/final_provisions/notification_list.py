"""The list of what the Convention asks a participant to tell, or lets it declare: one entry for each.

>>> [str(one.provision) for one in notifications() if one.moment is Moment.WITH_DEPOSIT]
['Art. 37(6)(a)', 'Art. 40(12)(c)', 'Art. 40(13)', 'Art. 64(3)', 'Art. 64(4)']
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from attrs import frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Modality
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = ["Bearer", "Moment", "Notification", "Practice", "notifications"]


class Moment(Enum):
    """When something is to be told, or can be declared. The value is its stable name in JSON."""

    WITH_SIGNATURE_OR_DEPOSIT = "with-signature-or-deposit"
    WITH_DEPOSIT = "with-deposit"
    ONCE_A_PARTY = "once-a-party"
    """The text names no moment."""
    ON_CHANGE = "on-change"
    WHEN_REQUIRED = "when-required"
    NOT_NAMED = "not-named"
    """A reservation, for which the text names no moment: see the reading on it."""
    ANY_TIME = "any-time"
    """While it is a Party, or while what is withdrawn stands."""


@frozen(kw_only=True)
class Practice(Facts, asked_of=Role.STATE_PARTY):
    """What must be known of a participant to tell whether some notifications are owed."""

    extradition_needs_treaty: Fact = fact("the State makes extradition conditional on a treaty", art(37, 6))
    laundering_law_changed: Fact = fact("its laws on laundering have changed since it last sent them", art(17, 2, "d"))
    confiscation_law_changed: Fact = fact(
        "its laws and regulations on confiscation have changed since it last sent them", art(50, 5)
    )
    extradition_authority_changed: Fact = fact(
        "what the register says of its authority for extradition is no longer correct", art(37, 19)
    )
    central_authority_changed: Fact = fact(
        "what the register says of its central authority is no longer correct", art(40, 12, "c")
    )
    competence_changed: Fact = fact(
        "the extent of its competence has changed in a way that matters and was not told",
        art(64, 3),
        art(64, 4),
        asked_of=Role.REGIONAL_ORGANIZATION,
    )
    conference_asks: Fact = fact(
        "the Conference requires information that it has not given", art(57, 6), asked_of=Role.CONFERENCE
    )
    has_separate_region: Fact = fact(
        "the State has a region or territory with a system of mutual legal assistance of its own", art(40, 12, "a")
    )


class Bearer(Enum):
    """Who owes a notification or may make a declaration. The value is its stable name in JSON."""

    ANY = "any"
    STATE = "state"
    RATIFYING_ORGANIZATION = "ratifying-organization"
    ACCEDING_ORGANIZATION = "acceding-organization"
    ORGANIZATION = "organization"


@frozen(kw_only=True, field_transformer=typed)
class Notification(Model):
    """Something to be told or declared: under which provision, with what strength, when, and to whom.

    `addressee` is `None` where the text names none; `practice` is the fact of `Practice` on which it depends.
    """

    id: str
    provision: Provision
    modality: Modality
    act: str
    moment: Moment
    addressee: Role | None = Role.SECRETARY_GENERAL
    by: Bearer = Bearer.ANY
    practice: str | None = None


def _shall(name: str, provision: Provision, act: str, moment: Moment, **others: Any) -> Notification:
    return Notification(id=name, provision=provision, modality=Modality.SHALL, act=act, moment=moment, **others)


def _may(name: str, provision: Provision, act: str, moment: Moment, **others: Any) -> Notification:
    return Notification(id=name, provision=provision, modality=Modality.MAY, act=act, moment=moment, **others)


def _reserve(name: str, provision: Provision, act: str) -> Notification:
    return Notification(
        id=name,
        provision=provision,
        modality=Modality.MAY_RESERVE,
        act=act,
        moment=Moment.NOT_NAMED,
        addressee=None,
    )


_ALL = (
    _reserve(
        "reserve-misuse-of-devices",
        art(11, 3),
        "reserve the right not to apply the paragraph on devices and passwords, but for their sale and distribution",
    ),
    _shall(
        "laundering-laws",
        art(17, 2, "d"),
        "send copies of its laws on laundering, or a description of them",
        Moment.ONCE_A_PARTY,
    ),
    _shall(
        "laundering-laws-changed",
        art(17, 2, "d"),
        "send copies of the changes to its laws on laundering, or a description of them",
        Moment.ON_CHANGE,
        practice="laundering_law_changed",
    ),
    _reserve(
        "reserve-traffic-data",
        art(23, 3, "a"),
        "reserve the right to collect traffic data in real time for some offences only",
    ),
    _reserve(
        "reserve-closed-systems",
        art(23, 3, "b"),
        "reserve the right not to apply measures in real time to closed systems that its law of the day of adoption "
        "does not reach",
    ),
    _shall(
        "extradition-basis",
        art(37, 6, "a"),
        "say whether it takes the Convention as the legal basis for extradition",
        Moment.WITH_DEPOSIT,
        practice="extradition_needs_treaty",
    ),
    _shall(
        "extradition-authority",
        art(37, 19),
        "name its authority for requests for extradition and provisional arrest, with its address",
        Moment.WITH_SIGNATURE_OR_DEPOSIT,
    ),
    _shall(
        "extradition-authority-changed",
        art(37, 19),
        "have the register of authorities for extradition put right",
        Moment.ON_CHANGE,
        practice="extradition_authority_changed",
    ),
    _may(
        "distinct-central-authority",
        art(40, 12, "a"),
        "designate a distinct central authority for a region or territory with a system of its own",
        Moment.ANY_TIME,
        addressee=None,
        practice="has_separate_region",
    ),
    _shall("central-authority", art(40, 12, "c"), "name its central authority", Moment.WITH_DEPOSIT),
    _shall(
        "central-authority-changed",
        art(40, 12, "c"),
        "have the register of central authorities put right",
        Moment.ON_CHANGE,
        practice="central_authority_changed",
    ),
    _may(
        "diplomatic-channels",
        art(40, 12, "d"),
        "require that requests reach it through diplomatic channels",
        Moment.ANY_TIME,
        addressee=None,
    ),
    _shall("languages", art(40, 13), "say which languages it accepts for requests", Moment.WITH_DEPOSIT),
    _shall("contact-point", art(41, 2), "name its point of contact of the 24/7 network", Moment.ONCE_A_PARTY),
    _reserve(
        "reserve-preservation",
        art(42, 5),
        "reserve the right to refuse preservation for want of dual criminality at the time of disclosure",
    ),
    _shall(
        "confiscation-laws",
        art(50, 5),
        "send copies of its laws and regulations on confiscation, or a description of them",
        Moment.ONCE_A_PARTY,
    ),
    _shall(
        "confiscation-laws-changed",
        art(50, 5),
        "send copies of the changes to its laws and regulations on confiscation, or a description of them",
        Moment.ON_CHANGE,
        practice="confiscation_law_changed",
    ),
    _shall(
        "prevention-authority",
        art(53, 7),
        "name the authority or authorities that may help others to prevent cybercrime, with their address",
        Moment.ONCE_A_PARTY,
    ),
    _shall(
        "conference-information",
        art(57, 6),
        "give the Conference the information on measures, programmes, plans and practices that it requires",
        Moment.WHEN_REQUIRED,
        addressee=Role.CONFERENCE,
        practice="conference_asks",
    ),
    _may(
        "dispute-opt-out",
        art(63, 3),
        "declare that it is not bound to arbitration and the Court",
        Moment.WITH_SIGNATURE_OR_DEPOSIT,
        addressee=None,
    ),
    _may("dispute-opt-out-withdrawal", art(63, 4), "withdraw that declaration", Moment.ANY_TIME),
    _shall(
        "competence-with-ratification",
        art(64, 3),
        "declare the extent of its competence in the instrument",
        Moment.WITH_DEPOSIT,
        addressee=Role.DEPOSITARY,
        by=Bearer.RATIFYING_ORGANIZATION,
    ),
    _shall(
        "competence-changed",
        art(64, 3),
        "tell of any relevant change in the extent of its competence",
        Moment.ON_CHANGE,
        addressee=Role.DEPOSITARY,
        by=Bearer.RATIFYING_ORGANIZATION,
        practice="competence_changed",
    ),
    _shall(
        "competence-with-accession",
        art(64, 4),
        "declare the extent of its competence on acceding",
        Moment.WITH_DEPOSIT,
        addressee=Role.DEPOSITARY,
        by=Bearer.ACCEDING_ORGANIZATION,
    ),
    _shall(
        "competence-changed-after-accession",
        art(64, 4),
        "tell of any relevant change in the extent of its competence",
        Moment.ON_CHANGE,
        addressee=Role.DEPOSITARY,
        by=Bearer.ACCEDING_ORGANIZATION,
        practice="competence_changed",
    ),
    _may("propose-amendment", art(66, 1), "propose an amendment", Moment.ANY_TIME),
    _may("denounce", art(67, 1), "denounce the Convention by a notification in writing", Moment.ANY_TIME),
)


def notifications() -> tuple[Notification, ...]:
    """What must or may a State or an organization tell or declare, by the whole Convention, in the order of the text?

    Source: Art. 11(3), Art. 17(2)(d), Art. 23(3)(a), Art. 23(3)(b), Art. 37(6)(a), Art. 37(19), Art. 40(12)(a),
    Art. 40(12)(c), Art. 40(12)(d), Art. 40(13), Art. 41(2), Art. 42(5), Art. 50(5), Art. 53(7), Art. 57(6), Art. 63(3),
    Art. 63(4), Art. 64(3), Art. 64(4), Art. 66(1), Art. 67(1).

    >>> len(notifications())
    27
    """
    return _ALL


checked(__name__)
