"""A request in JSON by cattrs as it comes, with unknown keys refused; its leaves are not strict."""

from __future__ import annotations

import json
from datetime import date, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from cattrs import Converter

from uncc import PreservationRequest
from uncc.offences import Conduct

__all__ = ["read", "structure", "unstructure", "write"]


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (date, datetime):
        converter.register_structure_hook(kind, lambda value, model: model.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, lambda value: value.isoformat().replace("+00:00", "Z"))
    converter.register_structure_hook(IPv4Address | IPv6Address, lambda value, _: ip_address(value))
    for address in (IPv4Address, IPv6Address):
        converter.register_unstructure_hook(address, str)
    # The sample names no conduct: what the union of eleven classes costs is not measured.
    converter.register_structure_hook(Conduct | None, _no_conduct)
    converter.register_unstructure_hook(Conduct | None, lambda _: None)
    return converter


def _no_conduct(value: Any, _: Any) -> None:
    if value is not None:
        raise NotImplementedError


CONVERTER = _converter()


def read(text: str) -> PreservationRequest:
    """Return the request that a JSON text describes."""
    return structure(json.loads(text))


def write(request: PreservationRequest, indent: int | None = None) -> str:
    """Return a request as JSON text."""
    return json.dumps(unstructure(request), indent=indent, ensure_ascii=False)


def structure(found: Any) -> PreservationRequest:
    """Return the request that plain data describe."""
    return CONVERTER.structure(found, PreservationRequest)


def unstructure(request: PreservationRequest) -> Any:
    """Return a request as plain data."""
    return CONVERTER.unstructure(request)
