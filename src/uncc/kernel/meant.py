"""What would be right in the place of a wrong value: the words of an error message, with what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from os import PathLike
from types import MappingProxyType
from typing import Any, cast

import attrs

from uncc.kernel.between import Between

__all__ = ["meant", "nearest", "perhaps"]

_NOTHING = type(None)
_WORDS: Mapping[Any, str] = MappingProxyType(
    {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: "a text",
        bytes: "bytes",
        date: "a calendar day such as 2027-05-09",
        datetime: "a moment such as 2027-05-09T04:12:09Z",
        tuple: "a tuple",
        type: "a class",
    }
)


def meant(value: object, options: tuple[Any, ...]) -> str:
    """Return what would be right in the place of a value, among these classes, and what may have been meant by it.

    >>> meant(7.0, (int, type(None)))
    'a whole number, or null'
    """
    if set(options) == {bool, _NOTHING}:
        return "true, false or null (not known)"
    kinds = [one for one in dict.fromkeys(options) if one not in (_NOTHING, Between)]
    if isinstance(value, datetime) and date in kinds:
        return "a calendar day: give a date without a time"
    named = [_words(one) for one in kinds]
    words = " or ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    hint = next((hint for one in kinds if (hint := _hint(value, one, kinds))), "")
    return f"{words}{', or null' if _NOTHING in options else ''}{hint and f': {hint}'}"


def _words(kind: Any) -> str:
    if not isinstance(kind, type):
        return repr(kind)
    return _WORDS.get(kind) or f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _hint(value: Any, option: Any, options: Sequence[Any]) -> str:
    """Say what to give in the place of a value, where that can be told."""
    if not isinstance(option, type):
        return ""
    kind = cast("type[Any]", option)
    if isinstance(value, type):
        return f"give one, {kind.__name__}(...), and not the class" if value is kind else ""
    if issubclass(kind, Enum):
        return _member(value, kind)
    if kind is int:
        return _number(value)
    if attrs.has(kind) and isinstance(value, Mapping):
        return f"plain data become one by from_data(..., {_nearest_model(cast('Mapping[str, Any]', value), options)})"
    if kind is str:
        name = getattr(value, "name", None) if attrs.has(value.__class__) else None
        return f"give its name, {name!r}" if isinstance(name, str) else ""
    if attrs.has(kind) and "case" in attrs.fields_dict(kind) and (value is None or _is_path(value)):
        return "read its file by load_case(Path(...))"
    if attrs.has(kind) and "case" in attrs.fields_dict(kind) and _is_json(value):
        return "read a text in JSON by uncc.doors.serial.read_case(...)"
    return _made_of(value, kind) if isinstance(value, str) else ""


def _number(value: object) -> str:
    """Say how a number, or a provision, is written that was given as a text."""
    if not isinstance(value, str):
        return ""
    if value.isascii() and value.isdigit():
        return f"give {value} without quotes"
    provisions: Any = import_module("uncc.kernel.provisions")  # which stand above
    try:
        cited = provisions.Provision.parse(_DOTTED.sub(r"\1(\2)", value))
    except ValueError as error:  # a citation of what is not there says so
        return str(error) if value[:1].isdigit() else ""
    return f"give {cited!r}"


_DOTTED = re.compile(r"^([0-9]+)\.([0-9]+)")


def _is_path(value: object) -> bool:
    return isinstance(value, PathLike) or (isinstance(value, str) and value.endswith(".json"))


def _is_json(value: object) -> bool:
    return isinstance(value, str) and value.lstrip().startswith("{")


def _nearest_model(data: Mapping[str, Any], options: Sequence[Any]) -> str:
    """Return the name of the model that plain data are most likely of: by its keys, and by the kind that they name."""

    def likeness(model: Any) -> int:
        known = attrs.fields_dict(model)
        kind = known["case"].default if "case" in known else None
        return len(known.keys() & data.keys()) + bool(getattr(kind, "value", None) == data.get("case", kind))

    return max((one for one in options if attrs.has(one)), key=likeness).__name__


def _member(value: object, kind: type[Enum]) -> str:
    names = {spelling: one.name for one in kind for spelling in (one.name, str(one.value))}
    near = (value if value in names else nearest(value, names)) if isinstance(value, str) else None
    if near is None:
        return f"one of {', '.join(one.name for one in kind)}" if len(kind) else ""
    member = f"{kind.__name__}.{names[near]}"
    if near != value:
        return f"perhaps {member}"
    return f"give {member}, and not its name{'' if near == names[near] else ' in JSON'}"


def _made_of(text: str, kind: type[Any]) -> str:
    """Say how a value of a class is made of a text that stands for one."""
    with suppress(ValueError):
        if kind.__name__ == "Provision":
            return f"give {kind.parse(text)!r}"
    if (kind.__module__, kind.__name__) == ("pathlib", "Path"):  # which few have loaded
        return f"give Path({text!r})"
    if attrs.has(kind):
        needed = [one for one in attrs.fields(kind) if one.init and one.default is attrs.NOTHING]
        if [one.type for one in needed] in (["str"], [str]) and not needed[0].kw_only:
            return f"give {kind.__name__}({text!r})"
    return ""


def perhaps(name: object, names: Iterable[str]) -> str:
    """Return the end of a message about a name that is not among others: which of them may have been meant, if any.

    >>> perhaps("fiscal_mater", ["fiscal-matters", "legal-system"])
    '; perhaps fiscal-matters is meant'
    """
    near = nearest(name, names) if isinstance(name, str) else None
    return "" if near is None else f"; perhaps {near} is meant"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name that may have been meant by one that is not among them; `None` where none is near.

    >>> nearest("legal-sistem", ["fiscal-matters", "legal-system"])
    'legal-system'
    """
    from difflib import get_close_matches

    folded = {_folded(one): one for one in names}
    near = get_close_matches(_folded(name), folded, 1, cutoff=0.7)
    return folded[near[0]] if near else None


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")
