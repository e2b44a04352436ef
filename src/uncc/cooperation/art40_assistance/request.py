"""Art. 40(1) to (3) and (15): a request for mutual legal assistance, with what it may be for and what it says."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from attrs import Attribute, field, frozen
from attrs.validators import optional

from uncc.cooperation.art40_assistance.transmission import Transmission
from uncc.cooperation.particulars import Authority, Custodian, DataItem, Offence
from uncc.kernel.dates import Period, a_date
from uncc.kernel.declared import typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper, part
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = ["AssistancePurpose", "AssistanceRequest", "ItemConcerned", "PersonConcerned", "Proceeding"]


class AssistancePurpose(FixedEnum):
    """What assistance may be asked for. Each has its stable name, its `words`, and the provision that names it."""

    words: str
    named_in: Provision

    def __new__(cls, name: str, words: str, point: str) -> Self:  # noqa: D102
        purpose = object.__new__(cls)
        purpose._value_ = name
        purpose.words = words
        purpose.named_in = art(40, 3, point)
        return purpose

    STATEMENTS = "statements", "evidence or statements from persons", "a"
    SERVICE = "service", "service of judicial documents", "b"
    SEARCH = "search", "searches, seizures and freezing", "c"
    STORED_DATA = "stored-data", "access to stored electronic data, and their disclosure", "d"
    TRAFFIC_DATA = "traffic-data", "traffic data in real time", "e"
    INTERCEPTION = "interception", "interception of content data", "f"
    EXAMINATION = "examination", "examination of objects and sites", "g"
    INFORMATION = "information", "information, evidence and expert evaluations", "h"
    RECORDS = "records", "originals or certified copies of documents and records", "i"
    TRACING = "tracing", "proceeds, property and instrumentalities, to be identified or traced as evidence", "j"
    APPEARANCE = "appearance", "voluntary appearance of persons", "k"
    RECOVERY = "recovery", "recovery of the proceeds of crime", "l"
    OTHER = "other", "any other assistance", "m"


@frozen(kw_only=True, field_transformer=typed)
class Proceeding(Model):
    """The investigation, prosecution or judicial proceeding that a request is about.

    - `reference`: the number of the file of the proceeding.
    """

    subject_matter: str | None = part(
        "the request says what the proceeding is about", art(40, 15, "b"), validator=optional(a_text)
    )
    nature: str | None = part(
        "the request says of which nature the proceeding is", art(40, 15, "b"), validator=optional(a_text)
    )
    reference: str | None = field(default=None, validator=optional(a_text))


@frozen(kw_only=True, field_transformer=typed)
class PersonConcerned(Model):
    """A person whom a request concerns.

    - `identity`: who the person is.
    - `location`: where the person is.
    - `nationality`: of which State the person is a national.
    """

    identity: str | None = field(default=None, validator=optional(a_text))
    location: str | None = field(default=None, validator=optional(a_text))
    nationality: str | None = field(default=None, validator=optional(a_text))


@frozen(kw_only=True, field_transformer=typed)
class ItemConcerned(Model):
    """An item or account that a request concerns.

    - `description`: what the item or account is.
    - `location`: where it is.
    - `country_of_origin`: from which country it comes.
    """

    description: str | None = field(default=None, validator=optional(a_text))
    location: str | None = field(default=None, validator=optional(a_text))
    country_of_origin: str | None = field(default=None, validator=optional(a_text))


def _not_before_made(request: AssistanceRequest, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and request.made_on is not None and on < request.made_on:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after the day it was made, {request.made_on}")


@frozen(kw_only=True)
class AssistanceRequest(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """A request for mutual legal assistance, a paper with its particulars, any of which may be absent.

    - `reference`, `made_on`, `received_on`, `urgency`, `data`, `custodian`: what practice adds to the article.
    - `authority` is particular (a); `proceeding` and `conducting_authority` (b); `offence`, for its summary of facts,
      (c); `assistance` and `procedure` (d); `persons` and `items` (e); `period` (f); `intended_use` (g).
    - `confidentiality`: what the request requires to be kept confidential; `wanted_by`, `wanted_by_reason`: a
      deadline that it suggests, and why.
    - `purposes`: what the assistance is for, by the list of Art. 40(3).
    """

    of_the_world = ("made_on", "received_on", "transmission")

    reference: str | None = field(default=None, validator=optional(a_text))
    made_on: date | None = field(default=None, validator=optional(a_date))
    received_on: date | None = field(default=None, validator=[optional(a_date), _not_before_made])
    urgency: str | None = field(default=None, validator=optional(a_text))
    transmission: Transmission = field(factory=Transmission)
    authority: Authority | None = part("the request names the authority that makes it", art(40, 15, "a"))
    proceeding: Proceeding = field(factory=Proceeding)
    conducting_authority: Authority | None = part(
        "the request names the authority that conducts the proceeding", art(40, 15, "b")
    )
    offence: Offence | None = None
    purposes: tuple[AssistancePurpose, ...] = ()
    assistance: str | None = part(
        "the request describes the assistance sought", art(40, 15, "d"), validator=optional(a_text)
    )
    procedure: str | None = part(
        "the request gives details of the procedure", art(40, 15, "d"), validator=optional(a_text)
    )
    persons: tuple[PersonConcerned, ...] = part(
        "the request gives identity, location and nationality of those it names", art(40, 15, "e"), default=()
    )
    items: tuple[ItemConcerned, ...] = part(
        "the request gives origin, description and location of those it names", art(40, 15, "e"), default=()
    )
    data: tuple[DataItem, ...] = ()
    custodian: Custodian | None = None
    period: Period | None = part("the request states the time period", art(40, 15, "f"))
    intended_use: str | None = part(
        "the request says what the evidence or assistance is for", art(40, 15, "g"), validator=optional(a_text)
    )
    confidentiality: str | None = part("the request requires confidentiality", art(40, 20), validator=optional(a_text))
    wanted_by: date | None = part("the request suggests a deadline", art(40, 26), validator=optional(a_date))
    wanted_by_reason: str | None = part(
        "the request gives reasons for the deadline", art(40, 26), validator=optional(a_text)
    )
    serves_criminal_proceedings: Fact = fact(
        "the request serves an investigation, a prosecution or judicial proceedings about the offence", art(40, 1)
    )
    seeks_electronic_evidence: Fact = fact(
        "what is sought, beyond data that are searched, collected or intercepted, is evidence in electronic form",
        art(40, 1),
    )
    contrary_to_domestic_law: Fact = fact(
        "the other type of assistance that is sought is contrary to the domestic law of the requested State",
        art(40, 3, "m"),
        asked_of=Role.REQUESTED_STATE,
    )
    procedure_wanted: Fact = fact("the requesting State wishes a particular procedure to be followed", art(40, 15, "d"))
    more_on_persons: Fact = fact(
        "it is possible and appropriate to say more about the identity, location or nationality of a person concerned",
        art(40, 15, "e"),
    )
    more_on_items: Fact = fact(
        "it is possible and appropriate to say more about the origin, description or location of an item or account",
        art(40, 15, "e"),
    )
    period_applicable: Fact = fact("the assistance is sought for a certain time period", art(40, 15, "f"))
    legal_person_liable: Fact = fact(
        "a legal person may be held liable for the offence in the requesting State, as the Convention provides",
        art(40, 2),
    )
