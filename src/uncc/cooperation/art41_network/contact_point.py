"""Art. 41, 24/7 network: the point of contact itself, its register, its staff, and networks that exist already."""

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
    "ContactList",
    "ExistingNetwork",
    "PointOfContact",
    "duties_on_contact_point",
    "has_capacity",
    "has_personnel",
    "has_point_of_contact",
    "is_registered",
    "may_use_existing_network",
    "meets_network_obligations",
]


@frozen(kw_only=True)
class PointOfContact(Facts, asked_of=Role.STATE_PARTY):
    """The point of contact that a State has designated for the network, or has not."""

    designated: Fact = fact("the State has designated a point of contact", art(41, 1))
    all_hours: Fact = fact("the point of contact is available at every hour of the day", art(41, 1))
    all_days: Fact = fact("the point of contact is available on every day of the week", art(41, 1))
    notified: Fact = fact(
        "the Secretary-General has been notified of the point of contact", art(41, 2), asked_of=Role.SECRETARY_GENERAL
    )
    communicates_expeditiously: Fact = fact(
        "the point of contact is able to communicate with that of another State on an expedited basis", art(41, 4)
    )
    part_of_authority: Fact = fact(
        "the point of contact belongs to the authority or authorities for mutual legal assistance or extradition",
        art(41, 4),
    )
    coordinates_expeditiously: Fact = fact(
        "the point of contact can coordinate with those authorities on an expedited basis", art(41, 4)
    )
    trained: Fact = fact("trained personnel are available for the network", art(41, 5))
    equipped: Fact = fact("those personnel are equipped", art(41, 5))


@frozen(kw_only=True)
class ContactList(Facts, asked_of=Role.SECRETARY_GENERAL):
    """What the Secretary-General does with the points of contact. Where a year begins, the text does not say."""

    register_kept: Fact = fact("the register of points of contact is kept up to date", art(41, 2))
    circulated: Fact = fact("the updated list has been circulated to the States Parties in each year", art(41, 2))


C = fields(PointOfContact)
L = fields(ContactList)
NO_LIST = ContactList()
"""A list of which nothing is known."""


def has_point_of_contact(contact: PointOfContact) -> Finding:
    """Whether the State has designated a point of contact that is available day and night, all week.

    Source: Art. 41(1).

    >>> has_point_of_contact(PointOfContact(designated=True, all_hours=False, all_days=False)).truth.name
    'NO'
    """
    return all_of(
        "a point of contact is designated that is always available",
        art(41, 1),
        given(contact, C.designated),
        given(contact, C.all_hours),
        given(contact, C.all_days),
    )


def is_registered(contact: PointOfContact) -> Finding:
    """Whether the Secretary-General has been notified of the point of contact; the register is then not the State's.

    Source: Art. 41(2).

    >>> is_registered(PointOfContact()).truth.name
    'UNKNOWN'
    """
    return given(contact, C.notified)


def has_capacity(contact: PointOfContact) -> Finding:
    """Whether the point of contact can do what it must be able to do.

    It must be able to communicate with its counterparts on an expedited basis; and, where it does not itself belong to
    the authorities for assistance or extradition, to coordinate with them on the same basis.

    Source: Art. 41(4).

    >>> has_capacity(PointOfContact(communicates_expeditiously=True, part_of_authority=True)).truth.name
    'YES'
    """
    return all_of(
        "the point of contact has the capacity that it must have",
        art(41, 4),
        given(contact, C.communicates_expeditiously),
        any_of(
            "it belongs to the authorities for assistance or extradition, or can coordinate with them",
            art(41, 4),
            given(contact, C.part_of_authority),
            given(contact, C.coordinates_expeditiously),
        ),
    )


def has_personnel(contact: PointOfContact) -> Finding:
    """Whether trained and equipped personnel are available for the network.

    Source: Art. 41(5).

    >>> has_personnel(PointOfContact(trained=True, equipped=False)).truth.name
    'NO'
    """
    return all_of(
        "trained and equipped personnel are available",
        art(41, 5),
        given(contact, C.trained),
        given(contact, C.equipped),
    )


def meets_network_obligations(contact: PointOfContact) -> Finding:
    """Whether a State has all that it must have for the network.

    Source: Art. 41(1), Art. 41(2), Art. 41(4), Art. 41(5).

    >>> meets_network_obligations(PointOfContact(all_days=False)).truth.name
    'NO'
    """
    return all_of(
        "the State has what it must have for the network",
        (art(41, 1), art(41, 2), art(41, 4), art(41, 5)),
        has_point_of_contact(contact),
        is_registered(contact),
        has_capacity(contact),
        has_personnel(contact),
    )


@frozen(kw_only=True)
class ExistingNetwork(Facts, asked_of=Role.STATES_PARTIES):
    """A network of points of contact that exists beside the one of the Convention."""

    authorized: Fact = fact("the existing network is an authorized one", art(41, 6))
    applicable: Fact = fact("the existing network is applicable", art(41, 6))
    within_domestic_law: Fact = fact("using the existing network keeps within the limits of domestic law", art(41, 6))


N = fields(ExistingNetwork)


def may_use_existing_network(network: ExistingNetwork) -> Finding:
    """Whether States may also use and strengthen a network that exists already, such as that of Interpol.

    It comes beside the point of contact that each State must designate, and not in its place.

    Source: Art. 41(6).

    >>> may_use_existing_network(ExistingNetwork(authorized=False)).truth.name
    'NO'
    """
    return all_of(
        "the existing network may be used as well",
        art(41, 6),
        given(network, N.authorized),
        given(network, N.applicable),
        given(network, N.within_domestic_law),
    )


def duties_on_contact_point(
    contact: PointOfContact, *, network: ExistingNetwork = ExistingNetwork(), contacts: ContactList = NO_LIST
) -> tuple[Duty, ...]:
    """What must, or may, be done to set up and run the network, and by whom?

    The text does not say who notifies; the State that designated is taken to. The register and the yearly list are the
    Secretary-General's: `contacts` is what is known of them.

    Source: Art. 41(1), Art. 41(2), Art. 41(4), Art. 41(5), Art. 41(6).

    >>> [duty.id for duty in duties_on_contact_point(PointOfContact())][:3]
    ['designate-contact-point', 'contact-point', 'keep-register']
    """
    always = by_text(True, "every State Party takes part in the network", art(41, 1))
    return (
        shall(
            "designate-contact-point",
            Role.STATE_PARTY,
            "designate a point of contact that is available 24 hours a day, 7 days a week",
            art(41, 1),
            always,
            life=Life(lasts=True, broken=found(~has_point_of_contact(contact))),
        ),
        shall(
            "contact-point",
            Role.STATE_PARTY,
            "notify the Secretary-General of the point of contact",
            art(41, 2),
            given(contact, C.designated),
            towards=Role.SECRETARY_GENERAL,
            life=Life(done=found(is_registered(contact))),
        ),
        shall(
            "keep-register",
            Role.SECRETARY_GENERAL,
            "keep the register of points of contact up to date",
            art(41, 2),
            by_text(True, "the Secretary-General keeps the register", art(41, 2)),
            towards=Role.STATES_PARTIES,
            life=Life(lasts=True, broken=found(~given(contacts, L.register_kept))),
        ),
        shall(
            "circulate-list-of-contact-points",
            Role.SECRETARY_GENERAL,
            "circulate the updated list of points of contact",
            art(41, 2),
            by_text(True, "the Secretary-General circulates the list", art(41, 2)),
            towards=Role.STATES_PARTIES,
            qualifications=("every year",),
            life=Life(lasts=True, broken=found(~given(contacts, L.circulated))),
        ),
        shall(
            "have-capacity",
            Role.STATE_PARTY,
            "have a point of contact that can communicate, and coordinate at home, on an expedited basis",
            art(41, 4),
            always,
            qualifications=("to coordinate, where it is not part of the authorities responsible",),
            life=Life(lasts=True, broken=found(~has_capacity(contact))),
        ),
        shall(
            "have-personnel",
            Role.STATE_PARTY,
            "ensure that trained and equipped personnel are available",
            art(41, 5),
            always,
            life=Life(lasts=True, broken=found(~has_personnel(contact))),
        ),
        may(
            "use-existing-networks",
            Role.STATES_PARTIES,
            "use and strengthen existing networks as well",
            art(41, 6),
            may_use_existing_network(network),
            qualifications=("authorized networks, where applicable", "within the limits of their domestic laws"),
        ),
    )


checked(__name__)
