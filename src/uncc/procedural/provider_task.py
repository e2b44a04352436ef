"""What a service provider can be compelled to do when data are collected in real time (Arts. 29 and 30)."""

from __future__ import annotations

from enum import Enum

__all__ = ["ProviderTask"]


class ProviderTask(Enum):
    """A task of a service provider. The value is its stable name in JSON."""

    COLLECT = "collect"
    """To collect or record the data itself."""
    ASSIST = "assist"
    """To cooperate with the authorities and help them collect or record."""
