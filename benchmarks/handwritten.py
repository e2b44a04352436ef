"""A request in JSON by hand: what a programmer writes who knows the classes, and trusts the document.

Every field is named twice, once for each direction. The classes' own validators still run. What is not there: unknown
keys are not refused, a leaf of another type is found only where a class validates it, and an error carries no path.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from ipaddress import ip_address
from typing import Any

from uncc import PreservationRequest
from uncc.cooperation import Authority, Contact, Custodian, DataCategory, DataItem, Endpoint, Offence
from uncc.kernel.dates import Period

__all__ = ["read", "structure", "unstructure", "write"]

Json = dict[str, Any]


def read(text: str) -> PreservationRequest:
    """Return the request that a JSON text describes."""
    return structure(json.loads(text))


def write(request: PreservationRequest, indent: int | None = None) -> str:
    """Return a request as JSON text."""
    return json.dumps(unstructure(request), indent=indent, ensure_ascii=False)


def structure(found: Json) -> PreservationRequest:
    """Return the request that plain data describe."""
    get = found.get
    return PreservationRequest(
        reference=get("reference"),
        made_on=_date(get("made_on")),
        received_on=_date(get("received_on")),
        urgency=get("urgency"),
        authority=_authority(get("authority")),
        operational_authority=_authority(get("operational_authority")),
        offence=_offence(get("offence")),
        data=tuple([_item(item) for item in get("data", ())]),
        custodian=_custodian(get("custodian")),
        system_location=get("system_location"),
        necessity=get("necessity"),
        later_assistance=get("later_assistance"),
        confidentiality=get("confidentiality"),
        system_in_requested_territory=get("system_in_requested_territory"),
        intends_assistance=get("intends_assistance"),
        locating_information_available=get("locating_information_available"),
        confidentiality_needed=get("confidentiality_needed"),
    )


def _date(found: str | None) -> date | None:
    return None if found is None else date.fromisoformat(found)


def _contact(found: Json | None) -> Contact | None:
    return None if found is None else Contact(**found)


def _authority(found: Json | None) -> Authority | None:
    if found is None:
        return None
    return Authority(
        name=found["name"],
        functions=found.get("functions"),
        reference=found.get("reference"),
        contact=_contact(found.get("contact")),
    )


def _offence(found: Json | None) -> Offence | None:
    if found is None:
        return None
    return Offence(
        title=found["title"],
        domestic_law=found.get("domestic_law"),
        maximum_penalty=found.get("maximum_penalty"),
        summary_of_facts=found.get("summary_of_facts"),
        established_in_accordance=found.get("established_in_accordance"),
        serious_crime=found.get("serious_crime"),
        extended=found.get("extended"),
    )


def _item(found: Json) -> DataItem:
    period = found.get("period")
    return DataItem(
        category=DataCategory(found["category"]),
        description=found["description"],
        accounts=tuple(found.get("accounts", ())),
        endpoints=tuple([_endpoint(endpoint) for endpoint in found.get("endpoints", ())]),
        period=None if period is None else _period(period),
        relation_to_offence=found.get("relation_to_offence"),
    )


def _period(found: Json) -> Period:
    return Period(date.fromisoformat(found["start"]), date.fromisoformat(found["end"]))


def _endpoint(found: Json) -> Endpoint:
    seen = found.get("seen_at")
    return Endpoint(
        address=ip_address(found["address"]),
        port=found.get("port"),
        seen_at=None if seen is None else datetime.fromisoformat(seen),
    )


def _custodian(found: Json | None) -> Custodian | None:
    return None if found is None else Custodian(name=found["name"], contact=_contact(found.get("contact")))


def unstructure(request: PreservationRequest) -> Json:
    """Return a request as plain data."""
    offence, custodian = request.offence, request.custodian
    return {
        "reference": request.reference,
        "made_on": _iso(request.made_on),
        "received_on": _iso(request.received_on),
        "urgency": request.urgency,
        "authority": _of_authority(request.authority),
        "operational_authority": _of_authority(request.operational_authority),
        "offence": None if offence is None else _of_offence(offence),
        "data": [_of_item(item) for item in request.data],
        "custodian": None if custodian is None else {"name": custodian.name, "contact": _of_contact(custodian.contact)},
        "system_location": request.system_location,
        "necessity": request.necessity,
        "later_assistance": request.later_assistance,
        "confidentiality": request.confidentiality,
        "system_in_requested_territory": request.system_in_requested_territory,
        "intends_assistance": request.intends_assistance,
        "locating_information_available": request.locating_information_available,
        "confidentiality_needed": request.confidentiality_needed,
    }


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def _of_contact(contact: Contact | None) -> Json | None:
    if contact is None:
        return None
    return {
        "name": contact.name,
        "telephone": contact.telephone,
        "email": contact.email,
        "address": contact.address,
        "languages": contact.languages,
        "time_zone": contact.time_zone,
    }


def _of_authority(authority: Authority | None) -> Json | None:
    if authority is None:
        return None
    return {
        "name": authority.name,
        "functions": authority.functions,
        "reference": authority.reference,
        "contact": _of_contact(authority.contact),
    }


def _of_offence(offence: Offence) -> Json:
    return {
        "title": offence.title,
        "domestic_law": offence.domestic_law,
        "maximum_penalty": offence.maximum_penalty,
        "summary_of_facts": offence.summary_of_facts,
        "conduct": None,
        "penalty": None,
        "penalty_in_requested_state": None,
        "established_in_accordance": offence.established_in_accordance,
        "serious_crime": offence.serious_crime,
        "extended": offence.extended,
    }


def _of_item(item: DataItem) -> Json:
    period = item.period
    return {
        "category": item.category.value,
        "description": item.description,
        "accounts": list(item.accounts),
        "endpoints": [_of_endpoint(endpoint) for endpoint in item.endpoints],
        "period": None if period is None else {"start": period.start.isoformat(), "end": period.end.isoformat()},
        "relation_to_offence": item.relation_to_offence,
    }


def _of_endpoint(endpoint: Endpoint) -> Json:
    seen = endpoint.seen_at
    return {
        "address": str(endpoint.address),
        "port": endpoint.port,
        "seen_at": None if seen is None else seen.isoformat().replace("+00:00", "Z"),
    }
