"""Events of the life of a duty that a circumstance shows where it is there, and of which its absence says nothing."""

from __future__ import annotations

from typing import Any

from attrs import Attribute

from uncc.kernel.findings import read_off
from uncc.kernel.life import Event, found
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision

__all__: list[str] = []


def shown(model: Model, attribute: Attribute[Any], statement: str, *authority: Provision) -> Event:
    """Return that something was done, as a field shows that holds what follows from it; else that is not known."""
    follows = getattr(model, attribute.name)
    return found(read_off(model, attribute, True if follows else None, statement, *authority))
