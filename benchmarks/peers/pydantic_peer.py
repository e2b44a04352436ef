"""A request in JSON by pydantic 2: the same fields again as its own models, frozen, with unknown keys refused."""

from __future__ import annotations

from datetime import date, datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any

from pydantic import BaseModel, ConfigDict

from uncc.cooperation import DataCategory

__all__ = ["Request", "read", "structure", "unstructure", "write"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Contact(_Model):
    name: str | None = None
    telephone: str | None = None
    email: str | None = None
    address: str | None = None
    languages: str | None = None
    time_zone: str | None = None


class _Authority(_Model):
    name: str
    functions: str | None = None
    reference: str | None = None
    contact: _Contact | None = None


class _Offence(_Model):
    title: str
    domestic_law: str | None = None
    maximum_penalty: str | None = None
    summary_of_facts: str | None = None
    conduct: None = None  # the sample names no conduct, and no penalties
    penalty: None = None
    penalty_in_requested_state: None = None
    established_in_accordance: bool | None = None
    serious_crime: bool | None = None
    extended: bool | None = None


class _Endpoint(_Model):
    address: IPv4Address | IPv6Address
    port: int | None = None
    seen_at: datetime | None = None


class _Period(_Model):
    start: date
    end: date


class _DataItem(_Model):
    category: DataCategory
    description: str
    accounts: tuple[str, ...] = ()
    endpoints: tuple[_Endpoint, ...] = ()
    period: _Period | None = None
    relation_to_offence: str | None = None


class _Custodian(_Model):
    name: str
    contact: _Contact | None = None


class Request(_Model):
    """The fields of a request for preservation."""

    reference: str | None = None
    made_on: date | None = None
    received_on: date | None = None
    urgency: str | None = None
    authority: _Authority | None = None
    operational_authority: _Authority | None = None
    offence: _Offence | None = None
    data: tuple[_DataItem, ...] = ()
    custodian: _Custodian | None = None
    system_location: str | None = None
    necessity: str | None = None
    later_assistance: str | None = None
    confidentiality: str | None = None
    system_in_requested_territory: bool | None = None
    intends_assistance: bool | None = None
    locating_information_available: bool | None = None
    confidentiality_needed: bool | None = None


def read(text: str) -> Any:
    """Return the request that a JSON text describes."""
    return Request.model_validate_json(text)


def write(request: Any, indent: int | None = None) -> Any:
    """Return a request as JSON text."""
    return request.model_dump_json(indent=indent)


def structure(found: Any) -> Any:
    """Return the request that plain data describe."""
    return Request.model_validate(found)


def unstructure(request: Any) -> Any:
    """Return a request as plain data."""
    return request.model_dump(mode="json")
