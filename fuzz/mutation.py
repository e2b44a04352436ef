"""Mutation with a seed: documents spoilt as trees, tables as cells, and everything as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any, cast

__all__ = ["HOSTILE_TEXTS", "mutated", "spoilt_bytes", "spoilt_document", "spoilt_table"]

HOSTILE_TEXTS: tuple[str, ...] = (
    "", " ", "\0", "\x1b[31m", "\u202e\u2066", "\u200b\ufeff", "\ud800", "\U0010ffff", "a\u0301", "\u2028\u2029\x85",
    "</title><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![a](http://b/c)",
    "# a\n\n---\n", "| a | b |", "```", "$x$", "`", "&amp;&#0;", "-->", "]]>", "{{7*7}}", "${x}",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c:d\\n", 'n0["a"]', "end", "click n0 callback", "#quot;", "%%{init: {}}%%",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "\uff1d1", '"', '""', ",;\t|",
    "../../etc/passwd", "/dev/zero", "a" * 300, "é" * 100, "null", "true", "NaN", "1E+999999999", "0" * 30,
    "0001-01-01", "9000-12-31", "9999-12-31", "2028-02-29", "2027-02-29", "2027-13-01", "2027-05-09T04:12:09Z",
    "0001-01-01T00:00:00Z", "\u0662\u0660\u0662\u0667-05-09", "Art. 42(6)", "42(11)", "EUR 1e9",
    "EUR 999999999999999999",
    "EUR 0.000000000000000001", "::1", "255.255.255.256", "fe80::1%eth0", "unknown", "yes", "preservation",
)  # fmt: skip
"""Texts that have been a mark, an instruction or a bound somewhere."""
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**64, 10**40, 0.0, 1.5, -0.0, 1e308, [], {}, [[]], [{}], [None], {"": None},
    {"case": "preservation"},
)  # fmt: skip
_STEPS = (1, 1, 1, 2, 3, 6)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("0001-01-01", "2024-02-29", "2027-12-31", "2028-03-12", "2029-08-31", "9000-12-31", "9999-12-31")
_LONGEST = 200_000
Path = tuple[str | int, ...]


def mutated(data: bytes, random: Random, others: Sequence[bytes], *, kind: bytes = b"") -> bytes:
    """Return the data spoilt in one to six places; `others` are data to take parts from, `kind` what the head is."""
    head, body = data[: len(kind)], data[len(kind) :]
    if kind and random.random() < 0.1:
        head = bytes([random.randrange(64)])
    other = random.choice(others)[len(kind) :]
    for _ in range(random.choice(_STEPS)):
        body = _spoilt(body, random, other)[:_LONGEST]
    return head + body


def _spoilt(body: bytes, random: Random, other: bytes) -> bytes:
    if random.random() < 0.15:
        return spoilt_bytes(body, random, other)
    if body.lstrip()[:1] in {b"{", b"["}:
        return spoilt_document(body, random, other)
    return spoilt_table(body, random) if b"\n" in body else spoilt_bytes(body, random, other)


# As a tree


def spoilt_document(body: bytes, random: Random, other: bytes) -> bytes:
    """Return a JSON document with one part of its tree changed; what is no JSON is spoilt as bytes."""
    try:
        document: Any = json.loads(body)
        donor: Any = json.loads(other) if other[:1] == b"{" else {}
    except (ValueError, RecursionError):
        return spoilt_bytes(body, random, other)
    whole = {"": document}
    path = random.choice([found for found in _paths(whole) if found])
    node: Any = whole
    for step in path[:-1]:
        node = node[step]
    random.choice(_CHANGES)(node, path[-1], random, donor)
    text = json.dumps(whole.get("", document), ensure_ascii=random.random() < 0.5)
    return text.encode("utf-8", "surrogatepass")


def _paths(node: Any, path: Path = ()) -> list[Path]:
    found: list[Path] = []
    rest: list[tuple[Any, Path]] = [(node, path)]
    while rest:
        here, at = rest.pop()
        found.append(at)
        if isinstance(here, dict):
            rest += [(below, (*at, key)) for key, below in cast("dict[str, Any]", here).items()]
        elif isinstance(here, list):
            rest += [(below, (*at, place)) for place, below in enumerate(cast("Sequence[Any]", here))]
    return found


def _any_value(random: Random) -> Any:
    if random.random() < 0.6:
        return random.choice(HOSTILE_TEXTS)
    value: Any = _VALUES[random.randrange(len(_VALUES))]
    return deepcopy(value)


def _replace(node: Any, key: Any, random: Random, donor: Any) -> None:
    node[key] = _any_value(random)


def _delete(node: Any, key: Any, random: Random, donor: Any) -> None:
    if key != "" or len(node) > 1:
        del node[key]


def _repeat(node: Any, key: Any, random: Random, donor: Any) -> None:
    if isinstance(node, list):
        node[key:key] = [deepcopy(cast("Any", node)[key]) for _ in range(random.choice((1, 2, 12)))]
    else:
        node[random.choice((f"{key}2", "", *HOSTILE_TEXTS[:8]))] = deepcopy(node[key])


def _transplant(node: Any, key: Any, random: Random, donor: Any) -> None:
    taken = donor
    for step in random.choice(_paths(donor)):
        taken = taken[step]
    node[key] = deepcopy(taken)


def _insert(node: Any, key: Any, random: Random, donor: Any) -> None:
    if isinstance(node[key], str):
        place = random.randint(0, len(node[key]))
        node[key] = node[key][:place] + random.choice(HOSTILE_TEXTS) + node[key][place:]
    else:
        _flip(node, key, random, donor)


def _flip(node: Any, key: Any, random: Random, donor: Any) -> None:
    if node[key] is None or isinstance(node[key], bool):
        node[key] = random.choice((None, True, False))
    elif isinstance(node[key], int):
        node[key] += random.choice((-1, 1, 60, -36525, 10**6))
    elif isinstance(node[key], str) and _DAY.match(node[key]):
        node[key] = random.choice(_DAYS) + node[key][10:]
    else:
        node[key] = _any_value(random)


def _wrap(node: Any, key: Any, random: Random, donor: Any) -> None:
    for _ in range(random.choice((1, 1, 2, 70))):
        node[key] = [node[key]] if random.random() < 0.5 else {str(key): node[key]}


def _exchange(node: Any, key: Any, random: Random, donor: Any) -> None:
    places: list[Any] = list(cast("Any", node)) if isinstance(node, dict) else list(range(len(node)))
    other = random.choice(places)
    node[key], node[other] = node[other], node[key]


_CHANGES: tuple[Callable[[Any, Any, Random, Any], None], ...] = (
    _replace, _delete, _repeat, _transplant, _insert, _insert, _flip, _flip, _wrap, _exchange,
)  # fmt: skip


# As cells


def spoilt_table(body: bytes, random: Random) -> bytes:
    """Return a table with one cell, row or line end changed."""
    lines = body.decode("utf-8", "replace").split("\n")
    row = random.randrange(len(lines))
    cells = lines[row].split(",")
    place = random.randrange(len(cells))
    change = random.randrange(6)
    if change == 0:
        cells[place] = random.choice(HOSTILE_TEXTS)
    elif change == 1:
        cells[place] = '"' + random.choice(HOSTILE_TEXTS).replace('"', '""') + cells[place] + '"'
    elif change == 2:
        cells.insert(place, cells[random.randrange(len(cells))])
    elif change == 3:
        del cells[place]
    elif change == 4:
        cells[place] = cells[place] + random.choice(HOSTILE_TEXTS)
    lines[row] = ",".join(cells)
    if change == 5:
        lines[row:row] = [lines[random.randrange(len(lines))]] * random.choice((1, 2, 60))
    end = random.choice(("\n", "\n", "\n", "\r\n", "\r"))
    return end.join(lines).encode("utf-8", "surrogatepass")


# As bytes


def spoilt_bytes(body: bytes, random: Random, other: bytes) -> bytes:
    """Return bytes with a piece changed, cut out, doubled, taken from elsewhere, or written in another encoding."""
    start = random.randint(0, len(body))
    end = min(len(body), start + random.choice((0, 1, 1, 4, 100, 10_000)))
    change = random.randrange(7)
    if change == 0:
        return body[:start] + bytes([random.randrange(256)]) + body[end:]
    if change == 1:
        return body[:start] + body[end:]
    if change == 2:
        return body[:end] + body[start:end] * random.choice((1, 2, 50)) + body[end:]
    if change == 3:
        cut = random.randint(0, len(other))
        return body[:start] + other[cut : cut + 100] + body[end:]
    if change == 4:
        return body[:start] + random.choice(HOSTILE_TEXTS).encode("utf-8", "surrogatepass") + body[end:]
    if change == 5:
        return body[:start] + random.choice((b"{", b"[", b'"', b"\\", b"}", b",", b":", b"\xff", b"(", b" ")) * 70
    return random.choice((b"\xef\xbb\xbf" + body, body.decode("utf-8", "replace").encode("utf-16"), body[:start]))
