"""No text of a document outlives what was made of it: the heap is walked after cases of random names."""

from __future__ import annotations

import gc
import json
import pickle
import secrets
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from datetime import date
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import uncc
from tests.doors.test_serial import items
from tests.effort import is_short, of
from tests.metamorphic.documents import with_texts
from uncc.cases import Case, Report, assess
from uncc.catalogue import rows
from uncc.doors.deposits import parse_deposits
from uncc.doors.serial import from_json, read_case, to_json
from uncc.final_provisions import (
    Act,
    Amendment,
    Event,
    History,
    OtherTreaty,
    RegionalOrganization,
    duties_on_declarations,
    duties_on_notifications,
    entry_into_force,
    is_bound_by_amendment,
    is_party,
    may_apply_other_treaty,
    status_table,
)
from uncc.kernel.errors import UnccError
from uncc.kernel.findings import Finding, derived, exactly
from uncc.kernel.ready import MOST_READY, Said
from uncc.pages import as_text
from uncc.readings import AS_ADOPTED
from uncc.review import StateRecord, received, review

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = sorted(path for path in EXAMPLES.glob("*.json") if not path.name.startswith("review_"))
ROUNDS = 120
"""How often each example is asked in the full run, which makes more than a thousand cases."""
ON = date(2031, 1, 1)
Data = Any


def texts_in(data: Data) -> set[str]:
    """Return every text of a document, once."""
    if isinstance(data, dict | list):
        return set[str]().union(*map(texts_in, items(data.values() if isinstance(data, dict) else data)))
    return {data} if isinstance(data, str) else set()


def free_texts(data: Data, read: Callable[[str], object]) -> set[str]:
    """Return the texts of a document that may be any text: names, titles and words."""
    free = set[str]()
    for text in texts_in(data):
        names = {text: "Zephyria"}
        try:
            read(json.dumps(with_texts(data, lambda one, names=names: names.get(one, one))))  # type: ignore[misc]
        except UnccError:
            continue
        free.add(text)
    return free


def renamed(data: Data, free: set[str], mark: str) -> str:
    """Return the document with a text of its own, with a mark, in place of each that may be any."""
    new = {text: f"{mark} {secrets.token_hex(6)}" for text in free}
    return json.dumps(with_texts(data, lambda text: new.get(text, text)))


def texts_in_heap(mark: str) -> set[str]:
    """Return every text in the heap that has a mark in it, but for the mark itself."""
    gc.unfreeze()  # what `tests/conftest.py` has put aside is looked at too
    gc.collect()
    found, seen = set[str](), set[int]()
    waiting: list[object] = gc.get_objects()
    seen.update(map(id, waiting))
    while waiting:
        one = waiting.pop()
        if isinstance(one, FrameType | ModuleType):
            continue
        for below in gc.get_referents(one):
            if isinstance(below, str):
                if mark in below and below != mark:
                    found.add(below)
            elif id(below) not in seen and not gc.is_tracked(below):
                seen.add(id(below))
                waiting.append(below)
    return found


def ask_all(case: Case) -> None:
    """Ask all that can be asked of a case, and show it in every form."""
    report = assess(case)
    as_text(report)
    if isinstance(report, Report):
        as_text(from_json(to_json(report), Report))
    for finding in findings_in(report):
        _ = (finding.open_questions, finding.turns_on, finding.decisive(), finding.explain())


def findings_in(report: Any) -> Iterator[Finding]:
    """Yield the findings of a report on a State's law; those of a request are asked for by the report itself."""
    for article in getattr(report, "articles", ()):
        yield article.finding
        yield from (gap.finding for gap in article.gaps)


def cases_of_random_names(mark: str, rounds: int, paths: Iterable[Path]) -> None:
    """Ask all of each example, with other names and words each time; a report is read back, too."""
    for path in paths:
        data = json.loads(path.read_text())
        free = free_texts(data, read_case)
        assert free
        for _ in range(rounds):
            ask_all(read_case(renamed(data, free, mark)))


def history_of_random_names(mark: str) -> None:
    """Ask a history with an organization, an amendment and another treaty, all of random names."""
    one, other, union, text = (f"{mark} {secrets.token_hex(6)}" for _ in range(4))
    story = (
        Event(participant=one, act=Act.ACCESSION, on=date(2027, 7, 1)),
        Event(participant=one, act=Act.RESERVATION, on=date(2027, 7, 1), provision=uncc.art(63, 3)),
        Event(participant=other, act=Act.RATIFICATION, on=date(2027, 8, 1)),
        Event(participant=union, act=Act.ACCESSION, on=date(2027, 9, 1)),
        Event(participant=other, act=Act.DENUNCIATION, on=date(2029, 9, 1)),
    )
    members = (RegionalOrganization(name=union, members=(one, other)),)
    unknown = History(events=story[:2], organizations=(RegionalOrganization(name=union, members=None),))
    amended = History.story(
        story, organizations=members, amendments=(Amendment(name=text, adopted_on=date(2030, 1, 1)),)
    )
    for history, names in ((unknown, (union,)), (amended, (other, union))):
        for name in names:
            for finding in (is_party(history, name, ON), is_bound_by_amendment(history, text, name, ON)):
                _ = (finding.open_questions, finding.turns_on, finding.explain(), finding.decisive())
            to_json(duties_on_notifications(history, name, ON))
            to_json(duties_on_declarations(history, name, ON))
        entry_into_force(history, on=ON)
        as_text(status_table(history, ON))
        treaty = OtherTreaty(name=text, between=(one, other))
        _ = may_apply_other_treaty(history, (one, other), ON, treaty=treaty).open_questions


@cache
def reviewed() -> tuple[Data, set[str]]:
    """Return a record, and those of its texts that may be any."""
    data = json.loads((EXAMPLES / "review_borduria.json").read_text())
    return data, free_texts(data, lambda text: from_json(text, StateRecord))


def reviews_of_random_names(mark: str) -> None:
    """Review a State of another name, with a table of deposits in which its name stands."""
    data, free = reviewed()
    record = from_json(renamed(data, free, mark), StateRecord)
    history = parse_deposits((EXAMPLES / "deposits.csv").read_text().replace("Borduria", record.state.name))
    as_text(review(record, depositary=received(record, history, ON)))


def test_no_text_of_a_document_outlives_it() -> None:
    """After cases, laws, histories and reviews of random names, none of these names is anywhere in the heap."""
    mark, rounds = f"Q{secrets.token_hex(4)}", 3 if is_short() else ROUNDS
    cases_of_random_names(mark, rounds, of(CASES))
    for _ in range(rounds):
        history_of_random_names(mark)
        reviews_of_random_names(mark)
    assert texts_in_heap(mark) == set()


def test_the_bytes_of_what_is_kept_are_few() -> None:
    """Cases of other names leave no more than the first has left: some megabytes, which `clear_caches` gives back."""
    few = [path for path in CASES if path.stem in {"ransom_house", "statute_astoria"}]
    cases_of_random_names("Q", 1, few)  # what is made once is there
    uncc.clear_caches()
    gc.collect()
    tracemalloc.start()
    try:
        kept: list[int] = []
        for _ in range(2):
            cases_of_random_names("Q", 1, few)
            gc.collect()
            kept.append(tracemalloc.get_traced_memory()[0])
        uncc.clear_caches()
        gc.collect()
        left = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert left < 500_000 < kept[0] < 10_000_000, (kept, left)
    assert kept[1] < 1.2 * kept[0], kept


def test_what_is_read_back_is_not_kept() -> None:
    """A finding that was read from JSON or copied may hold any text: nothing that is made of it is kept."""
    mark = f"Q{secrets.token_hex(4)}"
    named = derived(None, f"{mark} is here", uncc.art(42, 6), subject=Said(f"{mark} there"))
    read = from_json(to_json(named), Finding)
    for one in (named, read, copy(read), pickle.loads(pickle.dumps(read))):
        _ = (~one, exactly(~one), (~one).under(AS_ADOPTED), one.open_questions)
    del named, read, one, _
    assert texts_in_heap(mark) == set()


def test_what_is_kept_is_bounded_and_can_be_let_go() -> None:
    """However many places are asked about, no function keeps more than its bound; `clear_caches` empties all."""
    place = [f"offences[{number}]" for number in range(MOST_READY + 10)]
    first = derived(None, "x", uncc.art(42, 6), subject=place[0])
    assert derived(None, "x", uncc.art(42, 6), subject=place[0]) is first
    for one in place:
        assert derived(None, "x", uncc.art(42, 6), subject=one).about is not None
    assert derived(None, "x", uncc.art(42, 6), subject=place[0]) is not first
    last, row = derived(None, "x", uncc.art(42, 6), subject=place[-1]), rows()
    assert derived(None, "x", uncc.art(42, 6), subject=place[-1]) is last
    assert rows() is row
    uncc.clear_caches()
    assert derived(None, "x", uncc.art(42, 6), subject=place[-1]) is not last
    assert rows() is not row
