"""What the things of a case are called where people read: their places in the case file, in words.

In JSON, and as the subject of a question, a thing stays what it is: a place such as `data[2]`. Only who shows it says
it in words.
"""

from __future__ import annotations

import re
from types import MappingProxyType

__all__ = ["in_words"]

_STEP = r"[a-z_]+(?:\[[0-9]{1,9}\])?"
_PLACE = re.compile(rf"{_STEP}(?:\.{_STEP})*")
_NUMBERED = re.compile(r"([a-z_]+)\[([0-9]+)\]")
_PARTIES = MappingProxyType({"requesting": "the requesting State", "requested": "the requested State"})
_NOUNS = MappingProxyType({"data": "item", "bought_with": "payment"})
"""What one of a list is called where that is not the name of the list in the singular."""


def in_words(subject: str) -> str:
    """Return what a finding or a question is about in words: kinds and numbers, counted from one.

    What is no place in a case, such as the name of a participant, is told as it is.

    >>> in_words("data[2]"), in_words("request.offences[0]"), in_words("holdings[3].bought_with[0]")
    ('item 3', 'offence 1', 'holding 4, payment 1')
    >>> in_words("requested.reservations[0]"), in_words("requesting"), in_words("Astoria")
    ('the requested State, reservation 1', 'the requesting State', 'Astoria')
    """
    if _PLACE.fullmatch(subject) is None:
        return subject
    return ", ".join(filter(None, map(_step, subject.split(".")))) or subject


def _step(step: str) -> str:
    found = _NUMBERED.fullmatch(step)
    if found is None:
        return _PARTIES.get(step, "")
    return f"{_NOUNS.get(found[1]) or _singular(found[1])} {int(found[2]) + 1}"


def _singular(name: str) -> str:
    return name.replace("_", " ").removesuffix("s")
