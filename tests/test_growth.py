"""Work, memory and answers grow with a document and not faster: each list and each text of each example is doubled."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from time import process_time
from typing import Any, TypeAlias, cast

import pytest

from tests.doors.test_serial import items
from tests.effort import is_short, of
from uncc import assess
from uncc.cases import Report
from uncc.doors.case_uco import case_graph
from uncc.doors.serial import from_json, read_case, to_json
from uncc.kernel.errors import UnccError
from uncc.pages import Told, as_docx, as_html, as_markdown, as_text, report_calendar
from uncc.review import StateRecord, review

EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = of(path.stem for path in sorted(EXAMPLES.glob("*.json"), key=lambda one: one.stat().st_size))
FORMS: Mapping[str, Callable[[Any], str | bytes]] = {
    "JSON": to_json,
    "text": as_text,
    "HTML": as_html,
    **({} if is_short() else {"Markdown": as_markdown, "DOCX": as_docx}),
}
Data: TypeAlias = Any
Place: TypeAlias = tuple[str | int, ...]
NAMING = ("title", "name", "words", "about", "description", "reference")
"""The keys of texts that tell the things of one list apart."""
CLOSED = {"request_to_send_back"}
"""Documents of which each list is a choice from a closed list."""
FACTOR = 3
"""How many times as much the second doubling may add as the first: twice is linear, four times is the square."""
FEW = (3 if is_short() else 6, 2)
"""How many things are added at first; where a list may not have that many, the second."""
COPIES = 60
"""How often one text of a case may stand in one answer."""


def example(name: str) -> Data:
    """Return an example as plain data."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def lists_in(data: Data, place: Place = ()) -> Iterator[Place]:
    """Yield the place of each list of a document; of its things, of those in the last."""
    if isinstance(data, list) and data:
        yield place
        yield from lists_in(list(items(data))[-1], (*place, -1))
    elif isinstance(data, dict):
        for key, value in cast("dict[str, Data]", data).items():
            yield from lists_in(value, (*place, key))


def texts_in(data: Data, place: Place = ()) -> Iterator[Place]:
    """Yield the place of each text of a document; of a list, of those in its first thing."""
    if isinstance(data, str):
        yield place
    elif isinstance(data, dict):
        for key, value in cast("dict[str, Data]", data).items():
            yield from texts_in(value, (*place, key))
    elif isinstance(data, list) and data:
        yield from texts_in(next(iter(items(data))), (*place, 0))


def at(data: Data, place: Place) -> Data:
    """Return what stands at a place."""
    for step in place:
        data = data[step]
    return data


def another(thing: Data, number: int) -> Data:
    """Return a thing of a list once more, under another name."""
    if isinstance(thing, str):
        return f"{thing} {number}"
    if not isinstance(thing, dict):
        return thing
    fields = cast("dict[str, Data]", thing).items()
    return {
        key: f"{value} {number}" if key in NAMING and isinstance(value, str) else another(value, number)
        if isinstance(value, dict)
        else value
        for key, value in fields
    }  # fmt: skip


def longer(data: Data, place: Place, count: int) -> Data:
    """Return a document with so many things more in one of its lists."""
    made = deepcopy(data)
    found: list[Data] = at(made, place)
    found += [another(found[-1], number) for number in range(count)]
    return made


def lengthened(data: Data, place: Place, count: int) -> Data:
    """Return a document with so many characters more in one of its texts."""
    made = deepcopy(data)
    at(made, place[:-1])[place[-1]] += " " + "x" * (count - 1)
    return made


def answered(data: Data) -> Told:
    """Return the answer on a document: a report, or the review of a State's record."""
    text = json.dumps(data)
    return assess(read_case(text)) if "case" in data else review(from_json(text, StateRecord))


def measured(data: Data) -> dict[str, float]:
    """Return how long each answer on a document is."""
    answer = answered(data)
    lengths: dict[str, float] = {form: len(write(answer)) for form, write in FORMS.items()}
    if isinstance(answer, Report):
        graph = case_graph(cast("Any", read_case(json.dumps(data))))
        lengths |= {"calendar": len(report_calendar(answer)), "CASE": len(json.dumps(graph))}
    return lengths


def weighed(data: Data) -> dict[str, float]:
    """Return how long the answers are, and what memory and time they took."""
    tracemalloc.start()
    try:
        started = process_time()
        lengths = measured(data)
        return {**lengths, "bytes": tracemalloc.get_traced_memory()[1], "ms": 1000 * (process_time() - started)}
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_twice_as_many_things_are_twice_the_answer_and_the_work(name: str) -> None:
    """What a list adds to each answer doubles with it, so do memory and time; where it may not grow, that is told."""
    data = example(name)
    grown = [any(_grows_evenly(data, place, few) for few in FEW) for place in lists_in(data)]
    assert any(grown) is (name not in CLOSED)


def _grows_evenly(data: Data, place: Place, few: int) -> bool:
    """Whether a list may grow so far; then neither an answer nor the work grows faster."""
    try:
        one = measured(longer(data, place, few))
        two, four = (weighed(longer(data, place, times * few)) for times in (2, 4))
    except UnccError:
        return False  # a closed list, one that is bounded, or things that depend on each other
    for what in one:
        assert four[what] - two[what] <= FACTOR * max(two[what] - one[what], 100), (place, what, one, two, four)
    for what in ("bytes", "ms"):
        assert four[what] <= FACTOR * two[what], (place, what, two, four)
    return True


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_longer_text_is_told_a_few_times(name: str) -> None:
    """No answer holds a text more often than there are places that speak of it, nor does it take more memory."""
    data = example(name)
    before, all_longer, added = measured(data), data, 0
    for place in of(texts_in(data)):
        try:
            after = measured(lengthened(data, place, 400))
        except UnccError:
            continue  # a member of a closed list, a day, or a name that stands elsewhere too
        for what, length in after.items():
            assert length - before[what] <= COPIES * 400, (place, what)
        all_longer, added = lengthened(all_longer, place, 400), added + 400
    usual, most = weighed(data), weighed(all_longer)
    assert most["bytes"] - usual["bytes"] <= COPIES * added, (usual, most)
    assert most["ms"] <= FACTOR * usual["ms"], (usual, most)


def test_a_law_of_the_longest_titles_takes_what_is_promised() -> None:
    """Its report is 350 times as long as the law at most, and takes 1,600 bytes for each of its bytes."""
    law = example("statute_drovia")
    variations = [{"words": f"w{number}", "kind": "exclude"} for number in range(50)]
    bare = {key: value for key, value in law["offences"][0].items() if key != "maximum_penalty"}
    offences = [
        {**bare, "title": f"{number} {'x' * 490}", "variations": variations}
        for number in range(5 if is_short() else 20)
    ]
    made = {**law, "offences": offences}
    length, found = len(json.dumps(made)), weighed(made)
    assert found["JSON"] <= 350 * length, (length, found)
    assert found["bytes"] <= 1_600 * length, (length, found)
