"""Cases of every kind: names, order, days, parts of a document and what does not matter change no answer."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.effort import effort
from tests.metamorphic.documents import (
    COMMON,
    KINDS,
    REQUESTS,
    Data,
    by_days,
    by_years,
    case_of,
    data_of,
    fact_paths,
    is_list,
    is_mapping,
    outcome,
    put,
    settled,
    told,
    with_days,
    with_texts,
)
from tests.proof.domains import is_answered
from uncc.cases import AssistanceCase, Case, DomesticLaw, PreservationCase, Report, assess
from uncc.cooperation import Offence
from uncc.doors.serial import to_json
from uncc.kernel.between import ADOPTED_ON, YEARS
from uncc.kernel.errors import DocumentError
from uncc.kernel.findings import Truth
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import addresses, art
from uncc.readings import Readings, register
from uncc.testing import cases

EXAMPLES = Path(__file__).parents[2] / "examples"

NAMES = {"Astoria": "Zubrowka", "Borduria": "Åland \u2013 \u4e2d"}


def drawn(kind: str, data: st.DataObject) -> Any:
    """Draw a case of a kind."""
    case: Any = data.draw(KINDS[kind])
    return case


@pytest.mark.parametrize("kind", KINDS)
@effort(8)
@given(data=st.data())
def test_states_may_have_any_names(kind: str, data: st.DataObject) -> None:
    """Another name for each State changes the name in the report, and nothing else."""
    case = data_of(drawn(kind, data))
    assert told(with_texts(case, _renamed)) == with_texts(told(case), _renamed)


def _renamed(text: str) -> str:
    return NAMES.get(text, text)


@pytest.mark.parametrize("kind", KINDS)
@effort(8)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_the_order_of_keys_says_nothing(kind: str, data: st.DataObject, seed: int) -> None:
    """A document with its keys in another order is the same case, and its report the same bytes."""
    case: Case = drawn(kind, data)
    shuffled = _shuffled(data_of(case), random.Random(seed))
    assert to_json(assess(case_of(shuffled))) == to_json(assess(case))


def _shuffled(data: Any, chance: random.Random) -> Any:
    if is_list(data):
        return [_shuffled(one, chance) for one in data]
    if not is_mapping(data):
        return data
    keys = list(data)
    chance.shuffle(keys)
    return {key: _shuffled(data[key], chance) for key in keys}


@pytest.mark.parametrize("kind", KINDS)
@effort(8)
@given(data=st.data())
def test_what_is_not_known_may_be_left_out(kind: str, data: st.DataObject) -> None:
    """A key with `null` says no more than no key; facts, days and texts alike."""
    case = data_of(drawn(kind, data))
    assert told(_without_nulls(case)) == told(case)


def _without_nulls(data: Any) -> Any:
    if is_list(data):
        return [_without_nulls(one) for one in data]
    if not is_mapping(data):
        return data
    # A reading that is left open is a choice, which leaving it out would undo.
    return {
        key: value if key == "readings" else _without_nulls(value) for key, value in data.items() if value is not None
    }


@pytest.mark.parametrize("kind", KINDS)
@effort(8)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_a_document_in_parts_is_the_whole(kind: str, data: st.DataObject, seed: int) -> None:
    """A case that several hands have filled in, each a part of the keys, merges into the same case in any order."""
    case, chance = data_of(drawn(kind, data)), random.Random(seed)
    parts: list[Data] = [{}, {}, {}]
    for path, value in _leaves(case):
        _graft(chance.choice(parts), path, value)
    chance.shuffle(parts)
    whole: Data = {}
    for part in parts:
        _merge(whole, part)
    assert told(whole) == told(case)


def _leaves(data: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    if not is_mapping(data) or not data:
        return [(path, data)]
    return [leaf for key, value in data.items() for leaf in _leaves(value, (*path, key))]


def _graft(into: Data, path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        into = into.setdefault(step, {})
    into[path[-1]] = value


def _merge(into: Data, part: Data) -> None:
    for key, value in part.items():
        if is_mapping(value) and is_mapping(into.get(key)):
            _merge(into[key], value)
        else:
            into[key] = copy.deepcopy(value)


@pytest.mark.parametrize("kind", REQUESTS)
@effort(10)
@given(data=st.data(), count=st.integers(-30_000, 100_000))
def test_days_alone_count_in_a_request(kind: str, data: st.DataObject, count: int) -> None:
    """Arts. 25(2), 40(29), 42(8): between two States periods are of days, so a move by days moves all days with it."""
    case, move = data_of(drawn(kind, data)), by_days(count)
    assume(_can_be_moved(case, move))
    assert told(with_days(case, move)) == with_days(told(case), move)


@pytest.mark.parametrize("kind", REQUESTS)
@effort(8)
@given(data=st.data(), count=st.sampled_from([400, 800, 4000, -400, -1600]) | st.integers(-20, 10).map(lambda n: 4 * n))
def test_a_move_by_years_that_repeat_the_calendar(kind: str, data: st.DataObject, count: int) -> None:
    """Exact for multiples of 400 years, and for those of 4 among years of which every fourth has a 29 February."""
    case, move = data_of(drawn(kind, data)), by_years(count)
    assume(_can_be_moved(case, move))
    report = told(case)
    moved = with_days(report, move)
    if count % 400:
        assume(all(on.year in COMMON and move(on).year in COMMON for on in _days_in([case, report])))
    assert told(with_days(case, move)) == moved


def _can_be_moved(case: Data, move: Callable[[date], date]) -> bool:
    """Whether the days on which the Convention binds stay such as can be meant."""
    moved = map(move, _days_in([case["requesting"], case["requested"]]))
    return all(on >= ADOPTED_ON and on.year <= ADOPTED_ON.year + YEARS for on in moved)


def _days_in(data: Any) -> list[date]:
    found: list[date] = []

    def note(on: date) -> date:
        found.append(on)
        return on

    with_days(data, note)
    return found


FALLS_AWAY = ("not-punishable-", "related-", "sentence")
"""Art. 37(1) to (3): what is asked only while it may matter: other offences, one law alone, a sentence to serve."""
LISTS = ("requesting.reservations", "requested.reservations", "treaty.silent_on", "request.persons", "request.items")
"""The lists of a case in which the order says nothing and no question names a place."""
COUNTED = ("request.data", "request.purposes", "reply.grounds", "measure.extensions", "preservation.measure.extensions")
"""The lists of which the order shows in the report, but in no answer."""


@pytest.mark.parametrize("kind", REQUESTS)
@effort(12)
@given(data=st.data())
def test_the_order_of_a_list_says_nothing(kind: str, data: st.DataObject) -> None:
    """Reservations, persons, items, purposes, grounds stated, extensions: backwards, the answers are the same.

    But for extensions by their days, which are counted from the end of the one before.
    """
    case = data_of(drawn(kind, data))
    turned = copy.deepcopy(case)
    for path in (*LISTS, *COUNTED):
        _turn(turned, path.split("."))
    assert outcome(assess(case_of(turned))) == outcome(assess(case_of(case)))


def _turn(data: Data, steps: Sequence[str]) -> None:
    *above, last = steps
    place: Any = data
    for step in above:
        place = place.get(step) if is_mapping(place) else None
    found: Any = place.get(last) if is_mapping(place) else None
    if is_list(found) and not any(is_mapping(one) and one.get("days") is not None for one in found):
        found.reverse()


def but_supplied(case: Case) -> Any:
    """Return the report on a case but for its lists of what was stated."""
    report: Any = assess(case)
    return attrs.evolve(report, supplied=(), consulted=(), not_needed=())


@pytest.mark.parametrize("kind", REQUESTS)
@effort(8)
@given(data=st.data())
def test_a_reservation_elsewhere_changes_nothing(kind: str, data: st.DataObject) -> None:
    """A reservation under a provision that no answer asks about leaves the report as it is, but for what was stated."""
    case: Case = drawn(kind, data)
    elsewhere = [provision for provision in addresses() if provision.article < 11]
    made = Reservation(provision=data.draw(st.sampled_from(elsewhere)), stands=True, made_with_consent=True)
    for name in ("requesting", "requested"):
        party = getattr(case, name)
        if party.reservations is None:
            continue
        more = attrs.evolve(case, **{name: attrs.evolve(party, reservations=(*party.reservations, made))})
        assert but_supplied(more) == but_supplied(case)


@effort(12)
@given(case=cases())
def test_a_reservation_made_twice_is_one(case: PreservationCase) -> None:
    """Art. 42(5): who reserves a right a second time has reserved it; the file states it twice, and is asked twice."""
    made = case.requested.reservations
    assume(made is not None)
    twice = attrs.evolve(case, requested=attrs.evolve(case.requested, reservations=(*(made or ()), *(made or ()))))
    assert outcome(assess(twice)) == outcome(assess(case))


def test_what_is_known_of_a_reservation_made_twice_is_needed_twice() -> None:
    """Art. 42(5): if it is forgotten of one of the two that it came too late, that one may stand."""
    data = json.loads((EXAMPLES / "hospital_ransomware.json").read_text(encoding="utf-8"))
    late = {"provision": "Art. 42(5)", "stands": True, "made_with_consent": False}
    data["requested"]["reservations"] = [late, late]
    report = assess(case_of(data))
    assert isinstance(report, Report)
    assert not any(path.startswith("requested.reservations") for path in report.not_needed)


@effort(12)
@given(case=KINDS["assistance"])
def test_a_ground_stated_twice_is_one(case: AssistanceCase) -> None:
    """Art. 40(25): to state a ground again adds none."""
    assume(case.reply is not None and case.reply.grounds)
    data = data_of(case)
    data["reply"]["grounds"] *= 2
    assert told(data) == told(data_of(case))


OTHERWISE: dict[type, tuple[object, ...]] = {
    bool: (True, False),
    int: (7, {"at_least": 7}),
    str: ("2027-02-03", "2031", "[..2028-07-01]"),
}
"""What a fact, a number or a day may be otherwise."""


@pytest.mark.parametrize("kind", REQUESTS)
@effort(10)
@given(data=st.data())
def test_a_fact_that_is_not_needed_may_be_forgotten(kind: str, data: st.DataObject) -> None:
    """What the report lists as not needed decides nothing: unknown, or the other way round, no answer changes."""
    case: Case = drawn(kind, data)
    report = assess(case)
    assert isinstance(report, Report)
    changed = data_of(case)
    stated = {fact.path: fact.value for fact in report.supplied}
    for path in sorted(report.not_needed, key=len, reverse=True):  # a list after what stands in it
        put(changed, path, data.draw(st.sampled_from([None, None, *OTHERWISE[type(stated[path])]])))
    try:
        again = assess(case_of(changed))
    except DocumentError:
        return  # the other way round it is no possible case
    assert outcome(again) == outcome(report)


def _is_answered_of_an_offence(facts: Any, name: str) -> bool:
    """Return whether conduct or penalties answer the fact: a statement counts more than they do, and can differ.

    A State can require more than the text of an article; and whose penalty counts is a reading.
    """
    return isinstance(facts, Offence) and is_answered(facts, name)


@pytest.mark.parametrize("kind", KINDS)
@effort(16)
@given(data=st.data())
def test_what_is_settled_stays_settled(kind: str, data: st.DataObject) -> None:
    """Whatever facts are learnt, no answer, ground, duty or day of a whole report that was settled changes."""
    case: Case = drawn(kind, data)
    unknown = [path for path, value in fact_paths(case, answered=_is_answered_of_an_offence) if value is None]
    assume(unknown)
    learnt = data_of(case)
    for path in data.draw(st.lists(st.sampled_from(unknown), min_size=1, max_size=12, unique=True)):
        put(learnt, path, data.draw(st.booleans()))
    try:
        after = outcome(assess(case_of(learnt)))
    except DocumentError:
        return  # what the rest of the case says already excludes it
    before = settled(outcome(assess(case)))
    assert {name for name in before if name not in after and not name.startswith(FALLS_AWAY)} == set()
    assert {name: after.get(name, truth) for name, truth in before.items()} == before


@pytest.mark.parametrize("kind", KINDS)
@effort(12)
@given(data=st.data())
def test_a_reading_that_is_chosen_overturns_nothing(kind: str, data: st.DataObject) -> None:
    """To choose a reading that was left open settles what turned on it, and changes no answer that was settled."""
    case: Case = drawn(kind, data)
    chosen = case.readings.choices
    taken = {type(option) for option in chosen}
    left = [reading for reading in register() if reading.adopted is None and reading not in taken]
    assume(left)
    more = [data.draw(st.sampled_from(list(reading))) for reading in left]
    before = settled(outcome(assess(case)))
    after = outcome(assess(attrs.evolve(case, readings=Readings((*chosen, *more)))))
    assert {name: after.get(name) for name in before} == before


@effort(12)
@given(data=st.data())
def test_a_law_may_stand_in_any_order_and_in_pieces(data: st.DataObject) -> None:
    """Arts. 7 to 17: what sections say together does not turn on their order, nor on a section that says nothing."""
    law: DomesticLaw = drawn("domestic-law", data)
    assert isinstance(law.offences, tuple)
    turned = attrs.evolve(law, offences=law.offences[::-1])
    assert outcome(assess(turned)) == outcome(assess(law))


def test_the_relations_see_every_kind_of_case() -> None:
    """The kinds are those that the library knows, each drawn by a strategy of its own."""
    from uncc.cases import CaseKind

    assert sorted(KINDS) == sorted(kind.value for kind in CaseKind)
    assert Truth.UNKNOWN not in settled({"a": Truth.UNKNOWN, "b": Truth.YES}).values()
    assert json.loads(json.dumps(str(art(42, 5)))) == "Art. 42(5)"
