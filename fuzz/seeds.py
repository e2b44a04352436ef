"""The documents from which mutation starts: the examples, and what the library makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from attrs import evolve

from uncc.cases import assess
from uncc.catalogue import rows
from uncc.cooperation import SafeConduct
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case, to_json
from uncc.final_provisions import Practice, status_table
from uncc.kernel.dates import Period
from uncc.kernel.duties import Duty
from uncc.kernel.provisions import addresses
from uncc.pages.documents import Letter
from uncc.review import load_record, received, review, template, to_csv

__all__ = ["CORPUS", "EXAMPLES", "cases", "citations", "models", "seeds", "tables"]

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
CORPUS = ROOT / "tests" / "corpus"
"""What was found once, one folder for each target."""
_DAY = date(2028, 3, 12)


def seeds(target: str) -> tuple[bytes, ...]:
    """Return what the mutation of one target starts from."""
    if target == "citations":
        return tuple(text.encode() for text in citations())
    if target == "tables":
        return tuple(bytes([kind]) + content for kind, content in tables())
    if target == "documents":
        return tuple(bytes([kind]) + to_json(value).encode() for kind, value in enumerate(_values()))
    if target == "commands":
        everything = (*cases(), *(content for _, content in tables()))
        return tuple(bytes([kind]) + content for kind in range(12) for content in everything[kind::12])
    return cases()


@cache
def cases() -> tuple[bytes, ...]:
    """Return the text of every example of a case."""
    paths = sorted(set(EXAMPLES.glob("*.json")) - set(EXAMPLES.glob("review_*.json")))
    return tuple(path.read_bytes() for path in paths)


@cache
def models() -> tuple[type, ...]:
    """Return the kinds of document that are read, in the order of their seeds."""
    return tuple(type(value) for value in _values())


@cache
def _values() -> tuple[object, ...]:
    return tuple(_some_values())


def _some_values() -> Iterator[object]:
    """Yield a value of every kind of document."""
    for path in sorted(set(EXAMPLES.glob("*.json")) - set(EXAMPLES.glob("review_*.json"))):
        case = load_case(path)
        report = assess(case)
        yield from (case, report)
    record = load_record(EXAMPLES / "review_borduria.json")
    history = load_deposits(EXAMPLES / "deposits.csv")
    found = review(record, depositary=received(record, history, _DAY))
    yield from (record, history, found, status_table(history, _DAY))
    yield from (Letter(), rows()[400], SafeConduct(informed_on=_DAY, hindrances=(Period(_DAY, date(2028, 5, 9)),)))
    yield from _duties(found.notifications or ())


def _duties(owed: tuple[Duty, ...]) -> Iterator[Duty]:
    yield from owed[:1]


@cache
def tables() -> tuple[tuple[int, bytes], ...]:
    """Return tables, each with 0 for depositary events or 1 for answers before it."""
    record = load_record(EXAMPLES / "review_borduria.json")
    bare = evolve(record, law=None, procedural_law=None, practice=Practice())
    few = "state;as_of;provision;status;measure;since;reserved;reserved_on\nAstoria;2029-03-31;42(6);In place;'=a;;;\n"
    own = "participant,date,act,regional_organization,provision,subject,effective\n" + "\n".join(
        (
            "Astoria,2027-03-01,reservation,no,11(3),,",
            "Union,2027-03-02,accession,yes,,,",
            "B,2028-01-01,amendment,,,a,",
        )
    )
    return (
        (0, b"".join((EXAMPLES / "deposits.csv").read_bytes().splitlines(keepends=True)[:12])),
        (0, own.encode()),
        (1, few.encode()),
        (1, b"".join((EXAMPLES / "review_drovia.csv").read_bytes().splitlines(keepends=True)[:20])),
        (1, to_csv(bare).encode()),
        (1, template().encode()),
    )


@cache
def citations() -> tuple[str, ...]:
    """Return citations in every form that is read."""
    plain = [str(provision) for provision in addresses()[::9]]
    return (
        *plain,
        "42(6)",
        "art. 42, para. 6",
        "article 40, paragraph 21 (b)",
        "Art. 17(1)(a)(i)",
        "Article 40 subparagraph 21 item b",
        "Arts. 42 and 43",
    )
