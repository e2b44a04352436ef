"""What is kept ready for who asks again: values of which no part is a text of a document, and nothing else.

A value is kept only where it is certain that all of it is declared: words of the code, members of closed lists, days
and numbers, places such as `offences[0]`, and values that were kept before. So what a document says outlives nothing.
A node that names something by such a text, and all that is made of it, is made anew each time.

>>> @kept_ready
... def greeting(name: str) -> list[str]:
...     return ["good day", name]
>>> greeting("offences[0]") is greeting("offences[0]"), greeting(Said("Ada")) is greeting(Said("Ada"))
(True, False)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import wraps
from numbers import Number
from types import NoneType
from typing import Any, TypeVar, cast

__all__ = ["MOST_READY", "Declared", "Keepable", "Said", "clear_caches", "kept_ready", "known_beforehand"]

Function = TypeVar("Function", bound=Callable[..., Any])
K = TypeVar("K", bound="Keepable")

MOST_READY = 8192
"""How many values a function keeps ready; when there are so many, it lets all go."""


class Said(str):
    """A text of a document that stands as the subject of a node: the name of a participant, the title of a provision.

    It is a text like any other, but that nothing is kept which is made of it.
    """

    __slots__ = ()


class Declared:
    """The base of what holds no text of a document, whatever its value."""

    __slots__ = ()

    _is_declared = True


class Keepable:
    """The base of what may hold one: a value that is kept ready says that it does not.

    A copy, a pickle and what is read from JSON do not say so, and nothing is kept that is made of them.
    """

    __slots__ = ("_is_declared",)


_PLAIN = frozenset({str, bool, int, date, NoneType})
"""The classes of most values, which are told apart quickly."""
_OTHERS = (str, Enum, date, type, Number)


_SAY = (Keepable, Declared)
"""The classes that say it of themselves."""


def known_beforehand(value: K) -> K:
    """Return a value of which no part comes from a document, once it says so itself."""
    object.__setattr__(value, "_is_declared", True)  # it is frozen, and this is no field of it
    return value


def _is_declared(value: object) -> bool:
    if type(value) in _PLAIN:
        return True
    if isinstance(value, _SAY):
        return getattr(value, "_is_declared", False)
    if isinstance(value, tuple):
        return all(map(_is_declared, cast("tuple[object, ...]", value)))
    return isinstance(value, _OTHERS) and not isinstance(value, Said)


def kept_ready(make: Function) -> Function:
    """Keep what a function has made of declared values: equal limbs give one finding, which all its readers share."""
    kept: dict[tuple[object, ...], Any] = {}
    ready = kept.get

    def by_place(*given: Any) -> Any:
        made = ready(given)
        return _kept(kept, given, make(*given)) if made is None else made

    def by_name(*given: Any, **named: Any) -> Any:
        key = (*given, *named.items())
        made = ready(key)
        return _kept(kept, key, make(*given, **named)) if made is None else made

    again: Any = wraps(make)(by_name if make.__kwdefaults__ else by_place)
    again.cache_clear = kept.clear
    return cast("Function", again)


def _kept(kept: dict[tuple[object, ...], Any], key: tuple[object, ...], made: Any) -> Any:
    """Return what was made, after it is kept where it may be."""
    if not _is_declared(key):
        return made
    for one in (made, getattr(made, "about", None)):
        if isinstance(one, Keepable):
            known_beforehand(one)
    if len(kept) >= MOST_READY:
        kept.clear()
    return kept.setdefault(key, made)


def clear_caches() -> None:
    """Let go of everything that the library keeps ready: it is made anew when it is asked for.

    No cache holds a text of a document, and each is bounded; this gives back the memory.

    >>> clear_caches()
    """
    loaded = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == "uncc"]
    for module in loaded:
        for value in list(vars(module).values()):
            for one in vars(value).values() if isinstance(value, type) else (value,):
                clear = getattr(getattr(one, "__func__", one), "cache_clear", None)
                if clear is not None:
                    clear()
