"""Chapter VI, preventive measures: what may be done, who is told, and whether incidents can be reported (Art. 53)."""

from __future__ import annotations

from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "IncidentReporting",
    "PreventionContact",
    "PreventiveMeasure",
    "duties_on_prevention_contact",
    "ensures_reporting",
    "must_inform_of_contact",
    "must_take_measure",
]


class PreventiveMeasure(Enum):
    """A measure that the text names as an example. The value is its stable name in JSON."""

    COOPERATION_WITH_OTHERS = "cooperation-with-others"
    PUBLIC_AWARENESS = "public-awareness"
    CRIMINAL_JUSTICE_CAPACITY = "criminal-justice-capacity"
    PROVIDER_SECURITY = "provider-security"
    SECURITY_RESEARCH = "security-research"
    DISCOURAGING_OFFENDERS = "discouraging-offenders"
    REINTEGRATION = "reintegration"
    GENDER_BASED_VIOLENCE = "gender-based-violence"
    CHILDREN_ONLINE = "children-online"
    TRANSPARENCY = "transparency"
    FREEDOM_OF_INFORMATION = "freedom-of-information"
    VICTIM_SUPPORT = "victim-support"
    PROCEEDS_TRANSFERS = "proceeds-transfers"

    @property
    def authority(self) -> Provision:
        """The item of the list that names it.

        >>> print(PreventiveMeasure.SECURITY_RESEARCH.authority)
        Art. 53(3)(e)
        """
        return art(53, 3).children[list(PreventiveMeasure).index(self)]


def must_take_measure(measure: PreventiveMeasure) -> Finding:
    """Whether a State must take one of the measures that the list of examples names.

    Always NO: the list says what prevention may include, and leaves the choice to the State.

    Source: Art. 53(3), Art. 53(3)(a), Art. 53(3)(b), Art. 53(3)(c), Art. 53(3)(d), Art. 53(3)(e), Art. 53(3)(f),
    Art. 53(3)(g), Art. 53(3)(h), Art. 53(3)(i), Art. 53(3)(j), Art. 53(3)(k), Art. 53(3)(l), Art. 53(3)(m).

    >>> must_take_measure(PreventiveMeasure.VICTIM_SUPPORT).truth.name
    'NO'
    """
    return by_text(False, "the list of examples obliges a State to this measure", art(53, 3), measure.authority)


@frozen(kw_only=True)
class IncidentReporting(Facts, asked_of=Role.STATE_PARTY):
    """How the public can report an incident to the authorities that prevent and combat cybercrime."""

    appropriate: Fact = fact("it is appropriate that the public can report to the authority", art(53, 4))
    authority_known: Fact = fact("the public knows the authority", art(53, 4))
    authority_accessible: Fact = fact("the authority is accessible to the public", art(53, 4))
    any_incident: Fact = fact("any incident that may be an offence of the Convention can be reported", art(53, 4))
    anonymous: Fact = fact("it can be reported anonymously too", art(53, 4))


R = fields(IncidentReporting)


def ensures_reporting(reporting: IncidentReporting) -> Finding:
    """Whether the public can reach the authority to report incidents, as the Convention wants it.

    YES as well where that is not appropriate, which the State judges.

    Source: Art. 53(4).

    >>> ensures_reporting(IncidentReporting(appropriate=True, anonymous=False)).truth.name
    'NO'
    """
    return any_of(
        "the public can report incidents to the authority, where that is appropriate",
        art(53, 4),
        ~given(reporting, R.appropriate),
        all_of(
            "the authority is known and accessible for reporting",
            art(53, 4),
            given(reporting, R.authority_known),
            given(reporting, R.authority_accessible),
            given(reporting, R.any_incident),
            given(reporting, R.anonymous),
        ),
    )


@frozen(kw_only=True)
class PreventionContact(Facts, asked_of=Role.SECRETARY_GENERAL):
    """What the Secretary-General has been told of the authority that may help others to prevent cybercrime."""

    is_party: Fact = fact("the State is a Party", art(53, 7), asked_of=Role.DEPOSITARY)
    name_told: Fact = fact("the Secretary-General has been told its name", art(53, 7))
    address_told: Fact = fact("the Secretary-General has been told its address", art(53, 7))


C = fields(PreventionContact)


def must_inform_of_contact(contact: PreventionContact) -> Finding:
    """Whether a State still owes the Secretary-General the name or the address of its authority for prevention.

    Source: Art. 53(7).

    >>> must_inform_of_contact(PreventionContact(is_party=True, name_told=True, address_told=False)).truth.name
    'YES'
    """
    return all_of(
        "the Secretary-General is still to be told of the authority",
        art(53, 7),
        given(contact, C.is_party),
        ~_is_informed(contact),
    )


def _is_informed(contact: PreventionContact) -> Finding:
    return all_of(
        "the Secretary-General has been told the name and the address",
        art(53, 7),
        given(contact, C.name_told),
        given(contact, C.address_told),
    )


def duties_on_prevention_contact(contact: PreventionContact) -> tuple[Duty, ...]:
    """What does a State owe the Secretary-General about its authority for prevention? The text sets no day.

    Source: Art. 53(7).

    >>> duties_on_prevention_contact(PreventionContact())[0].towards.words
    'Secretary-General'
    """
    return (
        shall(
            "prevention-authority",
            Role.STATE_PARTY,
            "name the authority or authorities that may help others to prevent cybercrime, with their address",
            art(53, 7),
            given(contact, C.is_party),
            towards=Role.SECRETARY_GENERAL,
            life=Life(done=found(_is_informed(contact))),
        ),
    )


checked(__name__)
