"""What all threads share: constants, a few caches by name, and nothing else; and many threads give one answer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from pkgutil import walk_packages
from types import BuiltinFunctionType, FunctionType, MappingProxyType, ModuleType
from typing import Any, cast
from uuid import UUID

import attrs
import pytest
from matplotlib import get_data_path

import uncc
from tests.doors.test_serial import items, kind_of
from tests.effort import of
from tests.names import in_room
from uncc.cases import PreservationCase
from uncc.doors.schema import schema
from uncc.kernel.between import a_day_fact
from uncc.kernel.facts import Declaration, ListDeclaration, QuantityDeclaration
from uncc.kernel.findings import derived
from uncc.kernel.quantities import fixed_amount, fixed_day, fixed_number
from uncc.kernel.roles import Role
from uncc.offences import ConventionOffence
from uncc.offences.elements import PartKind
from uncc.readings import AS_ADOPTED
from uncc.readings.chapter_5 import FloorStart

CHECKOUT = Path(__file__).parents[1]

CACHES = {
    *("cases._article_on", "cases._asked_for", "cases._asked_in", "cases._that_follow", "cases.duty_ids"),
    *("cases._declared_by", "cases._held_below", "cases._options", "cases._parts", "cases._text_fields"),
    *("cases._of_event", "cases._owed_on", "cooperation._since_made", "questions._weights"),
    *("doors.fields_of", "doors._documented", "questions._shape", "kernel.parts_of_paper", "kernel.questions_in"),
    *(
        "catalogue._by_provision",
        "catalogue.rows",
        "final_provisions.completed_by_others",
        "final_provisions.others_than",
        "offences._as_it_stands",
        "offences._text_of",
        "pages._glyphs",
        "questions._formula",
        "questions._shape",
    ),
    *("doors.json_converter", "doors._decoder", "doors._encoder", "doors._members", "readings.register"),
    *("doors._letter", "doors._notes", "doors._parts_of", "doors.pieces", "doors.pieces_of", "doors.prose"),
    *("kernel._kind", "kernel._look_of", "kernel._read"),
    *(
        "kernel._index",
        "kernel.negated",
        "kernel.said_of",
        "kernel._arguments",
        "kernel.open_questions",
        "kernel.addresses",
        "kernel.all_of",
        "kernel.any_of",
        "kernel.art",
    ),
    *("kernel.by_text", "kernel._derived", "kernel.exactly", "kernel.none_of", "kernel._under"),
    *("kernel._more", "kernel._another_day", "kernel._another_number", "kernel._another_amount"),
    *("kernel._consulted", "kernel._followers", "kernel.as_adopted", "kernel.asked_whole"),
    *("kernel.field_name", "kernel.turns_on"),
    *("kernel._day", "kernel._number", "kernel.fixed_amount", "kernel.fixed_day", "kernel.fixed_number"),
    *("kernel.before", "kernel.days_after", "kernel.earlier_of", "kernel.exactly_between", "kernel.how_many"),
    *(
        "kernel.later_of",
        "kernel.months_after",
        "kernel.not_after",
        "kernel.nth_of",
        "kernel.share_of",
        "kernel.sum_of",
    ),
    *(
        "kernel._amount",
        "kernel._leaf",
        "kernel.untold_day",
        "kernel.part_of",
        "kernel.rest_of",
        "kernel.where",
        "kernel.whole_or_part",
    ),
}
"""The functions that remember what they have computed: what they return for the same is the same.

Besides, a fact's `Declaration` remembers its three leaf findings, and a face the names that it was asked for.
"""
TABLES = {
    *("doors._BOUNDS", "doors.ENDS", "doors.LEAVES", "doors._WORDS"),
    *("kernel.TIED", "kernel._OF", "kernel._OPPOSITE", "kernel._ORDER", "kernel._SUFFICIENT"),
}
"""The few plain dicts: read where speed matters, or copied into a schema; written while classes are made, or never."""
FIXED = (
    *(
        str,
        int,
        float,
        bytes,
        type(None),
        date,
        timedelta,
        timezone,
        Decimal,
        Fraction,
        UUID,
        range,
        re.Pattern,
        PurePath,
    ),
    *(Enum, PurePath, FunctionType, BuiltinFunctionType, ModuleType, property, Declaration),
)
TYPING = re.compile(r"(typing|typing_extensions|types|__future__|attr(s)?\.\w+|_thread)$")
"""Where the types come from that only say what other things are: unions, variables, validators."""


LEAF = derived(None, "x", uncc.art(42, 6))
"""A finding to join."""
DAY, NUMBER = fixed_day(date(2027, 5, 3), "x"), fixed_number(3, "x")
AMOUNT = fixed_amount(3, "EUR", "x")
DECLARED = QuantityDeclaration("x", (uncc.art(42, 6),), Role.CASE_HOLDER, a_day_fact)
LISTED = ListDeclaration("y", (uncc.art(42, 9),), Role.CASE_HOLDER)
"""Quantities to join, how one is declared, and a list."""


def modules() -> Iterator[ModuleType]:
    """Yield every module of the library; `uncc.testing` is for tests, and the last only runs the command line."""
    yield uncc
    for found in walk_packages(uncc.__path__, "uncc."):
        if not found.name.endswith(("__main__", "testing")):
            yield import_module(found.name)


def changeable(value: Any, path: str) -> Iterator[str]:
    """Yield the path of everything that could be changed by one and seen by another."""
    if isinstance(value, tuple | frozenset):
        for place, item in enumerate(items(value)):
            yield from changeable(item, f"{path}[{place}]")
    elif isinstance(value, MappingProxyType):
        table = cast("Mapping[Any, Any]", value)
        for key, item in table.items():
            yield from (*changeable(key, path), *changeable(item, f"{path}[{key}]"))
    elif attrs.has(kind_of(value)):
        for field in attrs.fields(kind_of(value)):
            yield from changeable(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, FunctionType) and value.__module__.startswith("uncc"):
        for default in (*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()):
            yield from changeable(default, f"{path}()")
    elif not (isinstance(value, (*FIXED, type)) or value is attrs.frozen or TYPING.match(type(value).__module__)):
        yield path


def in_class(kind: type[Any], path: str) -> Iterator[str]:
    """Yield what could be changed of a class, but for what Python and attrs keep there about the class itself."""
    own = vars(kind)
    for name, value in own.items():
        about = re.match(r"__|_abc_impl$|_field|_is_(runtime_)?protocol$", name) or (
            "_member_map_" in own and name[-1] == "_"
        )
        if not about and not hasattr(value, "__get__"):
            yield from changeable(value, f"{path}.{name}")


@cache
def found() -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Return the caches in the library by name, and whatever else in it could be changed."""
    caches: dict[str, Any] = {}
    others: list[str] = []
    for module in modules():
        for name, value in vars(module).items():
            path = in_room(module.__name__, name)
            if hasattr(value, "cache_clear"):
                assert caches.setdefault(in_room(value.__module__, value.__qualname__), value) is value
            elif isinstance(value, type):
                others += in_class(value, path) if value.__module__ == module.__name__ else ()
            elif not name.startswith("__"):
                others += changeable(value, path)
    return caches, tuple(others)


@pytest.mark.long
def test_nothing_that_can_be_changed_is_shared() -> None:
    """No module and no class of the library holds anything that can be changed, but for what is listed here."""
    _, others = found()
    assert {path.partition("[")[0] for path in others} == TABLES


def test_the_caches_are_those_listed() -> None:
    """Every function that remembers is listed."""
    caches, _ = found()
    assert set(caches) == CACHES


@pytest.mark.parametrize("name", sorted(CACHES - {"doors.json_converter", "doors._decoder", "doors._encoder"}))
def test_what_a_cache_gives_cannot_be_changed(name: str) -> None:
    """What all callers share is fixed: nobody can change what the next one gets."""
    arguments: dict[str, tuple[Any, ...]] = {
        **dict.fromkeys(("all_of", "any_of", "none_of"), ("x", uncc.art(42, 6), LEAF)),
        **dict.fromkeys(("_formula", "_asked_in", "open_questions", "negated", "exactly", "turns_on"), (LEAF,)),
        **dict.fromkeys(("_consulted", "asked_whole"), (LEAF,)),
        "_followers": (uncc.StateParty, "bound_from"),
        "_of_event": (DAY, LEAF),
        "_since_made": (date(2027, 5, 3),),
        "as_adopted": (FloorStart,),
        **dict.fromkeys(("before", "earlier_of", "later_of", "not_after"), ("x", uncc.art(42, 6), DAY, DAY)),
        **dict.fromkeys(("days_after", "months_after"), ("x", uncc.art(42, 6), DAY, NUMBER)),
        **dict.fromkeys(("rest_of", "share_of", "sum_of"), ("x", uncc.art(42, 6), AMOUNT, AMOUNT)),
        "said_of": ("x", LEAF),
        "_weights": (LEAF,),
        **dict.fromkeys(("_parts", "_declared_by", "_text_fields", "fields_of", "prose"), (PreservationCase,)),
        "_notes": (uncc.PreservationRequest,),
        "_parts_of": (uncc.PreservationRequest, frozenset[Any]()),
        "_held_below": ((uncc.PreservationRequest, ""),),
        "_options": (FloorStart,),
        "_owed_on": (DAY,),
        "_shape": (LEAF, (LEAF.about,)),
        "_letter": ("x",),
        "part_of": ("x", uncc.art(42, 6), AMOUNT, AMOUNT, AMOUNT),
        "whole_or_part": ("x", uncc.art(42, 6), AMOUNT, AMOUNT, AMOUNT, AMOUNT),
        "_amount": (5, 6, DECLARED, "", "EUR"),
        "_arguments": (PreservationCase,),
        "field_name": (PreservationCase, "request"),
        "nth_of": ("x", uncc.art(42, 6), 1, DAY),
        "how_many": ("x", uncc.art(42, 6), LEAF),
        "where": (LEAF, DAY, DAY),
        "exactly_between": (DAY,),
        "fixed_day": (date(2027, 5, 3), "x"),
        "fixed_number": (3, "x"),
        "fixed_amount": (3, "EUR", "x"),
        "_under": (LEAF, AS_ADOPTED),
        "_day": (5, 6, DECLARED, "", None),
        "_number": (5, 6, DECLARED, ""),
        "_more": (LISTED, "x", "", True),
        "_another_day": (LISTED, "x", "", DAY),
        "_another_number": (LISTED, "x", ""),
        "_another_amount": (LISTED, "x", Fraction(5), "EUR"),
        "_kind": (int | None,),
        **dict.fromkeys(("_documented", "_look_of", "parts_of_paper", "questions_in"), (uncc.PreservationRequest,)),
        "_read": ("int | None", "uncc"),
        "art": (42, 6),
        "by_text": (True, "x", uncc.art(42, 6)),
        "_derived": (None, "x", "x", (uncc.art(42, 6),), Role.CASE_HOLDER, ""),
        "others_than": ("x", False),
        "completed_by_others": (date(2027, 5, 3), None),
        "untold_day": ("x",),
        "_as_it_stands": (DECLARED, PartKind.FORM, None, True),
        "_asked_for": (5, 6, "x", "x", (uncc.art(42, 6),), Role.CASE_HOLDER, ""),
        "_leaf": (QuantityDeclaration("x", (uncc.art(42, 6),), Role.CASE_HOLDER, a_day_fact), None, "data[0]"),
        "_text_of": (ConventionOffence.FORGERY,),
        "_article_on": (uncc.PreservationRequest,),
        "_members": (ConventionOffence,),
        "_glyphs": (f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf",),
    }
    caches, _ = found()
    remembered, given_with = caches[name], arguments.get(name.partition(".")[2], ())
    given = remembered(*given_with)
    assert list(changeable(given, name)) == []
    assert remembered(*given_with) is given


@pytest.mark.parametrize(
    "value",
    [[], {}, set[int](), bytearray(), (1, [2]), MappingProxyType({"a": []}), cache(lambda: 1), re.finditer("a", "")],
)
def test_what_can_be_changed_is_found(value: object) -> None:
    """The search for it finds each sort, however deep."""
    assert list(changeable(value, "x"))


def test_a_schema_is_the_callers_own() -> None:
    """Whoever changes a schema that was given, however deep, changes no other."""
    before = json.dumps(schema(PreservationCase))
    spoil(schema(PreservationCase))
    assert json.dumps(schema(PreservationCase)) == before


def spoil(document: Any) -> None:
    """Change every object within a JSON document."""
    for one in items(cast("dict[str, Any]", document).values() if isinstance(document, dict) else document):
        if isinstance(one, dict | list):
            spoil(one)
    document.clear()


# Many threads

ASK = """
import hashlib, json, sys, threading
from pathlib import Path

interval, examples = float(sys.argv[1]), sorted(Path(sys.argv[2]).glob("*.json"))
cases = [path for path in examples if not path.name.startswith("review_")]
threads = 1 if not interval else 8
if interval:
    sys.setswitchinterval(interval)
start = threading.Barrier(threads)
answers = [None] * threads

def reports():
    import uncc
    found = [uncc.assess(uncc.load_case(path)) for path in cases]
    return [uncc.to_json(report) for report in found]

def tables():
    from uncc.catalogue import rows
    from uncc.offences import ConventionOffence, gaps
    from uncc.kernel.provisions import addresses
    from uncc.readings import register
    short = [[repr(gap) for gap in gaps((), offence)] for offence in ConventionOffence]
    return [repr(rows()), repr(addresses()), repr(register()), short]

def findings():
    from uncc import Ground, Position, PreservationRequest, diff, explore, may_refuse
    found = [may_refuse(PreservationRequest(), ground, position=Position()) for ground in Ground]
    known = may_refuse(PreservationRequest(), Ground.ESSENTIAL_INTERESTS,
        position=Position(prejudices_essential_interests=True))
    unknown = found[list(Ground).index(Ground.ESSENTIAL_INTERESTS)]
    return [*map(str, found), repr([finding.open_questions for finding in found]), repr(explore(unknown).weights),
        str(diff(unknown, known)), repr([finding.flips() for finding in found])]

def pages():
    from uncc.cli.schema import documents
    from uncc.doors.schema import schema
    from uncc.review import load_record, review
    from uncc.pages import as_text
    record = load_record(Path(sys.argv[2]) / "review_borduria.json")
    return [*(json.dumps(schema(model)) for model in documents().values()), as_text(review(record))]

jobs = [reports, findings, tables, pages]

def work(number):
    start.wait()
    done = {}
    for place in range(len(jobs)):  # each thread begins with another job
        job = jobs[(number + place) % len(jobs)]
        done[job.__name__] = hashlib.sha256(json.dumps(job()).encode()).hexdigest()
    answers[number] = sorted(done.items())

workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]
print(json.dumps(answers))
"""


def asked(interval: float) -> list[Any]:
    """Return what each thread of a fresh interpreter answers: eight of them, or one where there is no interval."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", ASK, str(interval), str(CHECKOUT / "examples")]
    run = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    assert run.stderr == ""
    answers: list[Any] = json.loads(run.stdout)
    return answers


@pytest.mark.long
@pytest.mark.parametrize("interval", of([1e-6, 0.005]))
def test_many_threads_from_a_cold_start_give_one_answer(interval: float) -> None:
    """Eight threads that start together on nothing loaded answer as one does, even when they interrupt each other."""
    (alone,) = asked(0)
    assert [name for name, _ in alone] == ["findings", "pages", "reports", "tables"]
    assert asked(interval) == [alone] * 8
