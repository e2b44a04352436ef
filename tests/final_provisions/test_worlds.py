"""Days that are not known exactly: each answer against every case that the history may turn out to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from math import prod

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.final_provisions.builders import ASTORIA, BORDURIA, CALDERA, UNION, WHOLE, ev, history
from uncc.final_provisions import (
    Act,
    Amendment,
    Clause,
    Event,
    History,
    RegionalOrganization,
    Status,
    entry_into_force,
    has_opted_out,
    is_bound_by_amendment,
    is_bound_by_protocol,
    is_party,
    may_accede,
    may_consider_protocol,
    may_opt_out,
    status,
)
from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art

FIRST = date(2027, 3, 1)
CLAUSE = Clause(instruments=2, days=5, later_days=2)
NAMES = (ASTORIA, BORDURIA, CALDERA, UNION)
UNIONS = (RegionalOrganization(UNION, (ASTORIA, BORDURIA)),)
AMENDMENTS = (Amendment("First", FIRST),)
ACTS: dict[Act, dict[str, object]] = {
    Act.ACCESSION: {},
    Act.SIGNATURE: {},
    Act.DENUNCIATION: {},
    Act.PROTOCOL: {"subject": "First"},
    Act.AMENDMENT: {"subject": "First"},
    Act.RESERVATION: {"provision": art(63, 3)},
    Act.WITHDRAWAL: {"provision": art(63, 3)},
}
YEAR = 365
offsets = st.sampled_from([0, 1, 2, 4, 5, 6, 7, 9, 100, YEAR, YEAR + 5, YEAR + 7, YEAR + 8, YEAR + 12, 2 * YEAR])


def on_day(offset: int) -> date:
    """Return a day so many days after the first."""
    return FIRST + timedelta(days=offset)


@st.composite
def days(draw: st.DrawFn) -> DayFact:
    """Draw a day, or one of a few that it can be."""
    start, width = draw(offsets), draw(st.sampled_from([0, 0, 1, 2]))
    return Between(on_day(start), on_day(start + width)) if width else on_day(start)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw an act of one of four participants."""
    act = draw(st.sampled_from([*ACTS, Act.ACCESSION, Act.DENUNCIATION]))
    return ev(draw(st.sampled_from(NAMES)), act, draw(days()), **ACTS[act])


def made(story: Sequence[Event]) -> History | None:
    """Return the history of a story; `None` for one that cannot be meant."""
    try:
        return history(story, clause=CLAUSE, organizations=UNIONS, amendments=AMENDMENTS, others=NAMES, **WHOLE)
    except InvalidValue:
        return None


def worlds(story: Sequence[Event]) -> Iterator[History]:
    """Yield each history that a story may turn out to be."""
    for known in product(*(_days_of(event.on) for event in story)):
        found = made([evolve(event, on=on) for event, on in zip(story, known, strict=True)])
        if found is not None:
            yield found


def _days_of(known: DayFact) -> list[date]:
    if not isinstance(known, Between):
        assert known is not None
        return [known]
    least, most = known.least, known.most
    assert least is not None
    assert most is not None
    return [least + timedelta(days=more) for more in range((most - least).days + 1)]


QUESTIONS: dict[str, Callable[[History, str, date], Finding]] = {
    "is a Party": is_party,
    "may accede": may_accede,
    "may opt out": may_opt_out,
    "has opted out": has_opted_out,
    "is bound by the protocol": lambda found, name, on: is_bound_by_protocol(found, name, "First", on),
    "is bound by the amendment": lambda found, name, on: is_bound_by_amendment(found, "First", name, on),
    "may consider": lambda found, _, on: may_consider_protocol(found, on),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@effort(40)
@given(story=st.lists(events(), min_size=2, max_size=6), name=st.sampled_from(NAMES), after=offsets)
def test_what_is_settled_holds_in_every_case(
    question: Callable[[History, str, date], Finding], story: list[Event], name: str, after: int
) -> None:
    """An answer that is settled is the answer of every history that may turn out to be the one.

    Where an act may come on either side of the day, a history in which it comes later may leave open what it settles.
    """
    known = made(story)
    if known is None:
        return
    found = question(known, name, on_day(after))
    answers = {question(world, name, on_day(after)).truth for world in worlds(story)}
    assert found.is_unknown or answers <= {found.truth, Truth.UNKNOWN}, found
    if (
        found.is_unknown and len(answers - {Truth.UNKNOWN}) == len(answers) == 1
    ):  # a doubt that no day settles: some cannot be meant
        assert len(list(worlds(story))) < prod(len(_days_of(event.on)) for event in story), found


# Days of which nothing is known

LATE = date(2040, 1, 1)


def test_a_deposit_of_unknown_day() -> None:
    """Art. 65(1): whether the number is complete turns on the day, and the question says where it stands."""
    found = history([ev(ASTORIA, Act.ACCESSION, FIRST), ev(BORDURIA, Act.ACCESSION, None)], clause=CLAUSE)
    answer = is_party(found, ASTORIA, LATE)
    assert answer.is_unknown
    assert [(one.name, one.subject) for one in answer.open_questions] == [("Event.on", "events[0]")]
    assert found.events[0].participant == BORDURIA
    entry = entry_into_force(found, on=LATE)
    assert (entry.on, entry.counted, entry.missing) == (None, Between(1, 2), Between(0, 1))
    assert entry.because.is_unknown
    assert status(found, ASTORIA, LATE) is Status.UNDETERMINED


def test_a_third_deposit_of_unknown_day_does_not_matter() -> None:
    """Art. 65(1): where two others are enough, a third that is not dated does not matter for them."""
    found = history(
        [*(ev(name, Act.ACCESSION, FIRST) for name in (ASTORIA, BORDURIA)), ev(CALDERA, Act.ACCESSION, None)],
        clause=CLAUSE,
    )
    assert is_party(found, ASTORIA, on_day(5)).is_yes
    assert is_party(found, CALDERA, on_day(5)).is_unknown
    assert entry_into_force(found).completed_on == FIRST


def test_a_denunciation_that_is_not_known_to_be_received() -> None:
    """Art. 67(1): a year after receipt its author is bound no more, so that without the day the answer is open."""
    parties = [ev(name, Act.ACCESSION, FIRST) for name in (ASTORIA, BORDURIA)]
    found = history([*parties, ev(ASTORIA, Act.DENUNCIATION, None)], clause=CLAUSE)
    assert is_party(found, ASTORIA, LATE).is_unknown
    assert is_party(found, ASTORIA, on_day(5 + YEAR)).is_yes  # since it was received once it was a Party
    later = history([*parties, ev(ASTORIA, Act.DENUNCIATION, Between(date(2030, 1, 1), None))], clause=CLAUSE)
    assert is_party(later, ASTORIA, date(2030, 12, 31)).is_yes
    assert status(later, ASTORIA, date(2030, 6, 1)) is Status.UNDETERMINED


def test_an_amendment_adopted_on_an_unknown_day() -> None:
    """Art. 66(3): that it was adopted by the day is then open, and the question has its place."""
    parties = [ev(name, Act.ACCESSION, FIRST) for name in (ASTORIA, BORDURIA)]
    accepts = ev(ASTORIA, Act.AMENDMENT, on_day(100), subject="First")
    found = history([*parties, accepts], clause=CLAUSE, amendments=(Amendment("First", None),))
    answer = is_bound_by_amendment(found, "First", ASTORIA, LATE)
    assert [(one.name, one.subject) for one in answer.open_questions] == [("Amendment.adopted_on", "amendments[0]")]
