"""Text of a document before it is a model: its bounds, its bytes, and the JSON in it as plain data."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from uncc.kernel.errors import DocumentError, Fault, shown
from uncc.kernel.meant import perhaps

__all__: list[str] = []

MOST_BYTES = 4_000_000
"""The longest document that is read, in bytes."""
MOST_CHARACTERS = 32_000_000
"""The longest text that a program can give; reports are longer than the cases that they are about."""
MOST_DEPTH = 192
"""The deepest nesting that is read; a case needs less than ten, a report on the longest history of an asset 175."""
MOST_FAULTS = 50
"""How many faults of one document are told."""
MOST_DIGITS = 1000
"""The longest whole number that is read; no number of a case needs more than five digits."""
_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)  # possessive: no way back is kept


def one_fault(path: str, message: str) -> DocumentError:
    """Return the error that tells one fault with its path."""
    return DocumentError([Fault(path, message)])


def read_text(path: Path) -> str:
    """Return what a file says, as UTF-8; `DocumentError` where it cannot be read, or is too long, or is no UTF-8."""
    return taken(read_bytes(path))


def taken(content: bytes) -> str:
    """Return what bytes say, as UTF-8; `DocumentError` where they are too many, or no UTF-8."""
    _refuse_bytes(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise one_fault("document", f"is not UTF-8: byte {error.start} is {content[error.start]:#04x}") from error


def read_bytes(path: Path) -> bytes:
    """Return what stands in a file; `DocumentError` where it cannot be read or is too long."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        near = perhaps(path.name, _beside(path)) if isinstance(error, FileNotFoundError) else ""
        raise one_fault("document", f"cannot be read: {reason}{near}") from error
    _refuse_bytes(content)
    return content


def _refuse_bytes(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise one_fault("document", f"is longer than {MOST_BYTES} bytes, the most that is read")


def _beside(path: Path) -> list[str]:
    """Return the names of the files beside one, where its folder can be read."""
    try:
        return [one.name for one in path.parent.iterdir()]
    except OSError:
        return []


def refuse_length(text: str, most: int = MOST_BYTES) -> None:
    """Refuse a text that is longer than what is read, before anything is done with it."""
    if len(text) > most:
        raise one_fault("document", f"is longer than {most} characters, the most that is read")


def refuse_halves(text: str) -> None:
    """Refuse a text in which half of a character stands alone, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise one_fault(f"line {line}", "has half of a character, which stands alone") from None


def parsed(text: str) -> Any:
    """Return the plain data of a JSON text; `DocumentError` where it is none, or has a key twice."""
    refuse_length(text, MOST_CHARACTERS)
    _refuse_depth(text)
    try:
        return _decoder().decode(text)
    except json.JSONDecodeError as error:
        raise one_fault(f"line {error.lineno}, column {error.colno}", f"is not JSON: {error.msg}") from error
    except ValueError as error:
        raise one_fault("document", f"cannot be taken: {error}") from error


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_object_without_repetition, parse_constant=_refuse_constant, parse_int=_short_integer
    )


def _refuse_depth(text: str) -> None:
    if text.count("{") + text.count("[") <= MOST_DEPTH:
        return  # what is opened so few times cannot be deeper
    depth = 0
    for token in _TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        if depth > MOST_DEPTH:
            line = text.count("\n", 0, token.start()) + 1
            raise one_fault(f"line {line}", f"is nested more than {MOST_DEPTH} deep, the most that is read")


def _object_without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for place, key in enumerate(keys) if key in keys[:place])
        raise ValueError(f"the key {shown(twice)} stands twice in one object")
    return found


def _short_integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits is longer than the {MOST_DIGITS} that are read")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
