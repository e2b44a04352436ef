"""Names that stay when a module moves: `cooperation.may_refuse`, wherever in its room the rule lives.

What the tests say of single rules, words and mutants is keyed by them: the chapter, or another room, and the name.
"""

from __future__ import annotations


def in_room(module: str, name: str) -> str:
    """Return a name of a module with its room: `cooperation.may_refuse` for one of `uncc.cooperation.art42_refusal`."""
    return f"{room_of(module)}.{name}"


def room_of(module: str) -> str:
    """Return the room of a module: the chapter `cooperation` for `uncc.cooperation.art42_x`; `uncc` for the face."""
    return module.removeprefix("uncc.").partition(".")[0]
