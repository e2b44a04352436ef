"""What a person writes in reply to a question, as the data of a case file: in a terminal, or in a field of a form.

>>> from uncc.cases import CaseKind
>>> from uncc.doors.interview import Interview
>>> interview = Interview.of(CaseKind.CONFISCATION)
>>> value_of(interview.question("position.trifling_property"), "n")
False
>>> value_of(interview.question("request.estimated_value"), "EUR 1200.50")
{'currency': 'EUR', 'amount': '1200.5'}
>>> value_of(interview.question("request.kind"), "2")
'enforce-order'
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

from uncc.confiscation import Money
from uncc.doors.parsing import parsed
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.serial import to_json
from uncc.kernel.declared import checked
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.meant import perhaps

__all__ = ["as_said", "how_written", "truth_of", "value_of"]

_FORMS: Mapping[ValueKind, str] = MappingProxyType(
    {
        ValueKind.YES_NO: "y or n",
        ValueKind.AMOUNT: "an amount such as EUR 1200.50",
        ValueKind.CHOICE: "number or name",
        ValueKind.CHOICES: "numbers or names, separated by commas; or none",
        ValueKind.TEXTS: "one or more texts, separated by semicolons; or none",
    }
)
_TRUTHS: Mapping[str, bool] = MappingProxyType(
    {"y": True, "yes": True, "true": True, "n": False, "no": False, "false": False}
)


def how_written(prompt: Prompt) -> str:
    """Return how a reply to a question is written by hand."""
    kind = ValueKind.CHOICE if prompt.choices and prompt.kind is ValueKind.OBJECT else prompt.kind
    form, _, in_part = _FORMS.get(kind, prompt.form).partition(", or what is known of it: ")
    return f"{form}, or only {in_part.partition(', [')[0]}" if in_part and kind is ValueKind.DAY else form


def value_of(prompt: Prompt, text: str) -> Any:
    """Return the data that a reply stands for; JSON stands for itself. `InvalidValue` where it is no reply.

    Whether the value can stand in the file, the interview says.
    """
    text = text.strip()
    if text[:1] in ("{", "[", '"') and text[-1:] in ("}", "]", '"') and prompt.kind is not ValueKind.DAY:
        return _json(prompt, text)
    read = _READERS.get(prompt.kind)
    return text if read is None else read(prompt, text)


def _json(prompt: Prompt, text: str) -> Any:
    try:
        said: Any = parsed(text)
    except DocumentError as error:
        right = f"{how_written(prompt)}; with {text[0]} in front a reply is read as JSON, and there is a fault in it"
        raise InvalidValue(prompt.path, text, f"{right} ({error.faults[0].path})") from None
    return [said] if prompt.kind is ValueKind.TEXTS and isinstance(said, str) else said


def as_said(value: Any) -> str:
    """Return what a case file states at a place in words: the other way round than `value_of`.

    >>> as_said([{"category": "traffic-data", "accounts": ["a", "b"]}]), as_said(None), as_said([])
    ('(category: traffic-data; accounts: a; b)', 'not known', 'none')
    """
    if value is None or isinstance(value, bool):
        return {None: "not known", True: "yes", False: "no"}[value]
    if isinstance(value, Mapping):
        held = cast("Mapping[str, Any]", value)
        return "; ".join(f"{key.replace('_', ' ')}: {as_said(one)}" if one != {} else key for key, one in held.items())
    if isinstance(value, list):
        things: list[Any] = [*value]
        return "; ".join(f"({as_said(one)})" if isinstance(one, Mapping) else as_said(one) for one in things) or "none"
    return str(value)


def truth_of(prompt: Prompt, text: str) -> bool:
    """Return whether a reply is yes; `InvalidValue` where it is neither yes nor no."""
    if text.lower() not in _TRUTHS:
        raise InvalidValue(prompt.path, text, "yes or no: y or n")
    return _TRUTHS[text.lower()]


def _number(prompt: Prompt, text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise InvalidValue(prompt.path, text, prompt.form)
    return int(text)


def _amount(prompt: Prompt, text: str) -> Any:
    try:
        return json.loads(to_json(Money.parse(text)))
    except InvalidValue as error:
        raise InvalidValue(prompt.path, text, error.expected) from None


def _choice(prompt: Prompt, text: str) -> str:
    names = {_folded(name): name for name in prompt.choices}
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(names):
        return [*names.values()][int(text) - 1]
    if _folded(text) not in names:
        raise InvalidValue(prompt.path, text, f"one of: {', '.join(names.values())}{perhaps(text, names.values())}")
    return names[_folded(text)]


def _folded(name: str) -> str:
    """Return the name of a choice as it counts: capitals, spaces, hyphens and underscores tell none apart."""
    return "-".join(re.split(r"[\s_-]+", name.strip().casefold()))


def _choices(prompt: Prompt, text: str) -> list[str]:
    return [] if text.lower() == "none" else [_choice(prompt, one.strip()) for one in text.split(",")]


def _texts(_: Prompt, text: str) -> list[str]:
    return [] if text.lower() == "none" else [one.strip() for one in text.split(";")]


def _object(prompt: Prompt, text: str) -> Any:
    if not prompt.choices:
        raise InvalidValue(prompt.path, text, f"{prompt.form}, written as JSON")
    return {_choice(prompt, text): {}}


def _list(prompt: Prompt, text: str) -> list[Any]:
    if text.lower() != "none":
        raise InvalidValue(prompt.path, text, f"{prompt.form}, written as JSON; none where there are none")
    return []


_READERS: Mapping[ValueKind, Callable[[Prompt, str], Any]] = MappingProxyType(
    {
        ValueKind.YES_NO: truth_of,
        ValueKind.NUMBER: _number,
        ValueKind.AMOUNT: _amount,
        ValueKind.CHOICE: _choice,
        ValueKind.CHOICES: _choices,
        ValueKind.TEXTS: _texts,
        ValueKind.OBJECT: _object,
        ValueKind.LIST: _list,
    }
)


checked(__name__)
