"""One thing left out of a document, or known less exactly: in plain data, in a model, and in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, TypeAlias, cast

import attrs

from tests.metamorphic.documents import fields_of, is_list, is_mapping, is_several
from uncc.kernel.between import AtLeast, Between, read_day
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Node
from uncc.kernel.model import usual
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import Provision
from uncc.readings import Readings

Steps: TypeAlias = "tuple[str | int, ...]"
Table: TypeAlias = list[list[str]]
Make: TypeAlias = Callable[[], Any]

NO_KNOWLEDGE = {
    "case": "what the document is",
    "format": "what the document is",
    "readings": "a choice, which is not known but made",
    "under": "a choice, which is not known but made",
    "clause": "which treaty it is: by default this Convention",
    "adopted_on": "which treaty it is: by default this Convention",
    "organizations": "what a name stands for: whoever is not said to be an organization is a State",
    "regional_organization": "what a name stands for",
    "corresponding_value": "a claim, which is made or not",
}
"""The keys that tell nothing of the world, with the reason; their models say so."""
SAID_WITH: dict[str, str] = {"made_on": "stands", "withdrawn_on": "stands"}
"""What goes with a day that is left out: it answers what that day leaves open, and would say more without it."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ENDS = re.compile(r"\[(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})\]", re.ASCII)


def place_of(steps: Steps) -> str:
    """Return a place in words, as `measure.extensions[0].days`."""
    named = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return named.removeprefix(".")


# Plain data


def left_out(data: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield plain data with one thing left out or known less exactly, and the place of that thing."""
    if is_mapping(data):
        for key, value in data.items():
            if key in NO_KNOWLEDGE or value is None:
                continue
            yield (*steps, key), {other: data[other] for other in data if other not in (key, SAID_WITH.get(key))}
            for place, less in left_out(value, (*steps, key)):
                yield place, {**data, key: less}
    elif is_list(data):
        yield from _out_of_a_list(data, steps)
    elif isinstance(data, str):
        yield from ((steps, less) for less in _less_of_a_day(data))
    elif type(data) is int:
        yield steps, {"at_least": data}
        yield steps, {"at_most": data}


def _out_of_a_list(data: list[Any], steps: Steps) -> Iterator[tuple[Steps, Any]]:
    partly = steps[-1:] == ("at_least",)
    if data and not partly:
        yield steps, {"at_least": data}
    for number, value in enumerate(data):
        rest = data[:number] + data[number + 1 :]
        yield (*steps, number), rest if partly else {"at_least": rest} if rest else None
        for place, less in left_out(value, (*steps, number)):
            yield place, [*data[:number], less, *data[number + 1 :]]


def _less_of_a_day(text: str) -> Iterator[str]:
    if _DAY.fullmatch(text):
        yield from (text[:7], text[:4], f"[{text}..]", f"[..{text}]")
    elif ends := _ENDS.fullmatch(text):
        yield from (f"[{ends[1]}..]", f"[..{ends[2]}]")
    elif re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
        yield text[:4]


# Models


def evolved(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Make]]:
    """Yield a model with one field as it is by default, or a day in it known less exactly: by what makes it."""
    if isinstance(value, AtLeast):
        things: Any = value.items  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        yield from ((place, _made(AtLeast, make)) for place, make in evolved(things, steps))
    elif is_several(value):
        yield from _evolved_items(tuple(value), steps)
    elif isinstance(value, date):
        yield from ((steps, partial(read_day, less)) for less in _less_of_a_day(value.isoformat()))
    elif not isinstance(value, Between | Enum | Node | Provision | Readings):
        for one in fields_of(value):
            if one.name not in NO_KNOWLEDGE and one.init:
                yield from _evolved_field(value, one, (*steps, one.name))


def _made(kind: Callable[[Any], Any], make: Make) -> Make:
    return lambda: kind(make())


def _evolved_items(value: tuple[Any, ...], steps: Steps) -> Iterator[tuple[Steps, Make]]:
    for number, item in enumerate(value):
        put = partial(_put, value, number)
        yield from ((place, _made(put, make)) for place, make in evolved(item, (*steps, number)))


def _put(value: tuple[Any, ...], number: int, item: Any) -> tuple[Any, ...]:
    return (*value[:number], item, *value[number + 1 :])


def _evolved_field(model: Any, field: attrs.Attribute[Any], steps: Steps) -> Iterator[tuple[Steps, Make]]:
    value, name = getattr(model, field.name), str(field.alias)
    if field.default is not attrs.NOTHING and value != (without := usual(field.default)):
        beside = SAID_WITH.get(field.name, "")
        others: dict[str, Any] = {beside: None} if hasattr(model, beside) else {}
        yield steps, partial(attrs.evolve, model, **{name: without, **others})
    put = partial(_with, model, name)
    yield from ((place, _made(put, make)) for place, make in evolved(value, steps))


def _with(model: Any, name: str, value: Any) -> Any:
    return attrs.evolve(model, **{name: value})


# Papers


def stands_in_a_paper(value: Any, steps: Steps) -> bool:
    """Whether what stands at a place of a model, or of arguments by name, is what a paper contains."""
    inside = False
    for step in steps:
        if isinstance(value, AtLeast):
            value = cast("Any", value).items
        elif isinstance(value, Mapping) or isinstance(step, int):
            value = value[step]  # pyright: ignore[reportUnknownVariableType]
        elif hasattr(value, step):  # or else it is the name of an offence, under which its conduct stands  # pyright: ignore[reportUnknownArgumentType]
            inside = _is_content(value, step, inside=inside)
            value = getattr(value, step)  # pyright: ignore[reportUnknownArgumentType]
    return inside


def _is_content(model: Any, field: str, *, inside: bool) -> bool:
    if isinstance(model, Paper):
        return field in model.contents()
    default = getattr(attrs.fields(type(model)), field).default if fields_of(model) else None  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(usual(default), Paper):
        return True  # an empty paper is one that is before us, and contains nothing
    return inside and not isinstance(model, Facts)


# Tables


def out_of_a_table(rows: Table, header: int) -> Iterator[tuple[Steps, Table]]:
    """Yield a table with one row of its head, one cell, or what is exact of one day left out."""
    for number, row in enumerate(rows):
        if number < header:
            if row[0] not in NO_KNOWLEDGE:
                yield (number, row[0]), rows[:number] + rows[number + 1 :]
        elif number > header:
            for column, cell in enumerate(row):
                if not cell or rows[header][column] in NO_KNOWLEDGE:
                    continue
                for less in ("", *_less_of_a_day(cell)):
                    changed = [*row[:column], less, *row[column + 1 :]]
                    yield (number, rows[header][column]), [*rows[:number], changed, *rows[number + 1 :]]
