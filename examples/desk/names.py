"""How places of a file are called at the desk: in one way on forms, in errors and in lists, and never by their keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from uncc.doors.case_file import place_of
from uncc.doors.prompts import Prompt, prompt_at
from uncc.kernel.errors import Fault, InvalidValue

__all__ = ["called", "called_in", "named", "own", "plain"]

_OWN = {"ask": "requesting State", "reply": "requested State"}
_SPEECH = re.compile(r"the request (specifies|says|states|sums up|gives|identifies|names|describes) ")
"""With this begins what a paper says; what is asked for is what is to be said."""
_SHORT = {
    "as_of": "the day of this case",
    "requesting.bound_from": "the day of entry into force for the requesting State",
    "requested.bound_from": "the day of entry into force for the requested State",
    "request.system_in_requested_territory": "the data are stored in a system in the territory of the requested State",
    "request.authority.contact.name": "to whom the reply goes: name, telephone, e-mail",
    "request.locating_information_available": "more is known of the custodian or of where the system is",
}
"""How a place is called where the words of the library are longer than an answer needs."""
_KEYS = re.compile(r"'[^']*'|“[^”]*”|(?<=[a-z])_(?=[a-z])")


def own(words: str, side: str) -> str:
    """Return words in which the State of whoever sits on a side is "your State"."""
    return words.replace(f"the {_OWN[side]}", "your State") if side in _OWN else words


def named(prompt: Prompt, side: str = "") -> Prompt:
    """Return a question under the name that its place has at the desk."""
    return evolve(prompt, words=own(_SHORT.get(prompt.path) or _SPEECH.sub("", prompt.words), side))


def called(words_at: Callable[[str], str], path: str) -> str:
    """Return a place in words: of a thing in a list which one it is; of what no file has, its key as it was written.

    `words_at` says how a place is called that is in no list; `InvalidValue` where there is none.
    """
    if path == "document":
        return "the case file"
    around, number, last = _last(path)
    if number:
        return f"{called(words_at, around)}, number {int(number) + 1}"
    if "[" not in around:
        try:
            return words_at(path)
        except InvalidValue:
            pass
    words = last.replace("_", " ")
    return f"{called(words_at, around)}, {words}" if around else words


def called_in(model: Any, document: Any, path: str) -> str:
    """Return a place of a file in words, of which nothing is known but what stands in it."""
    return called(lambda place: named(prompt_at(place_of(model, document, place))).words, path)


def _last(path: str) -> tuple[str, str, str]:
    """Return what is around a place, its number where it is a thing of a list, and its key."""
    if item := re.fullmatch(r"(.+)\[(\d+)\]", path):
        return item[1], item[2], ""
    around, _, last = path.rpartition(".")
    return around, "", last


def plain(fault: Fault) -> str:
    """Return what is wrong without the keys of a file; what somebody wrote stays as it is."""
    said, among, listed = fault.message.partition("; known here")[0].partition("is not one of: ")
    words = _KEYS.sub(lambda found: " " if found[0] == "_" else found[0], said)
    return words + among + re.sub(r"(?<=[a-z])[_-](?=[a-z])", " ", listed)
