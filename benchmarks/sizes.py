"""Cost against size: events of a treaty, rows of a table, data and requests, holdings.

For each size the cost of one item is taken, and how much it grows from the middle size to the largest. Cost is linear
where that is 1; up to 2 is counted as linear, since a larger heap is slower memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product

from attrs import evolve, frozen

from benchmarks.clock import Spread, seconds
from benchmarks.measures import Effort, Measure, Subject, WrongAnswerError
from benchmarks.rule import mixed, models
from tests.final_provisions.builders import UNDECLARED
from uncc import PreservationCase, PreservationRequest, assess, from_json, to_json
from uncc.confiscation import Asset, AssetHistory, Holding, Money, Payment, liable_to_confiscation
from uncc.cooperation import preservation_conformity
from uncc.doors.deposits import parse_deposits
from uncc.final_provisions import Act, Event, History, status_table
from uncc.kernel.parties import State, StateParty

__all__ = ["SUBJECTS", "Sized", "measure_sizes"]

LINEAR = 2.0
"""By how much one item may cost more at the largest size."""
FIRST = date(2026, 1, 1)
LARGE = 50_000
"""From this size on once is enough."""
DAYS = 7_300
"""The days over which deposits are spread: some twenty years."""
LATE = FIRST + timedelta(days=DAYS + 1_000)


@frozen
class Sized:
    """Something whose cost is to grow as its size: `prepare` makes the input, which is not timed, and what is timed."""

    name: str
    prepare: Callable[[int], Callable[[], object]]
    holds: Callable[[object, int], bool]
    """Whether what came out is right for the size."""


def _events(count: int) -> tuple[Event, ...]:
    """Return two events for each participant: a signature and, a year later, a ratification."""
    half = max(1, count // 2)
    days = [(f"State {number}", FIRST + timedelta(days=number * DAYS // half)) for number in range(half)]
    signed = [Event(participant=name, act=Act.SIGNATURE, on=day) for name, day in days]
    return (*signed, *(Event(participant=n, act=Act.RATIFICATION, on=d + timedelta(days=365)) for n, d in days))


def _status(count: int) -> Callable[[], object]:
    events = _events(count)
    return lambda: len(status_table(History(events=events, **UNDECLARED), LATE).participants)


def _table(count: int) -> Callable[[], object]:
    rows = (f"{event.participant},{event.on},{event.act.value}" for event in _events(count))
    text = "\n".join(("participant,date,act", *rows))
    return lambda: len(parse_deposits(text).events)


def _data(count: int) -> Callable[[], object]:
    request = models(*[None] * 10).request
    text = to_json(evolve(request, data=request.data * count))
    return lambda: len(preservation_conformity(from_json(text, PreservationRequest)).because[2].because) - 1


def _docket(count: int) -> Callable[[], object]:
    """Return a docket in which no two cases are alike; each case is made when its turn comes."""
    requesting, docket = StateParty(state=State("Astoria")), mixed(count)

    def cases() -> Iterator[PreservationCase]:
        for number, values in enumerate(docket):
            one = models(*values)
            made = FIRST + timedelta(days=number % DAYS)
            request = evolve(one.request, reference=f"request {number}", made_on=made)
            yield PreservationCase(
                requesting=requesting, requested=one.requested, as_of=LATE, request=request, position=one.position
            )

    return lambda: sum(len(assess(case).grounds) > 0 for case in cases())


def _euros(amount: int) -> Money:
    return Money.parse(f"EUR {amount}")


def _assets(count: int) -> Callable[[], object]:
    """Return a history in groups of ten: nine payments, every third of them proceeds, and what was paid out of them."""
    holdings: list[Holding] = []
    for group in range(max(1, count // 10)):
        paid = [
            Holding(
                name=f"payment {group}.{n}", value=_euros(100), derived_from_offence=not n % 3, convention_offence=True
            )
            for n in range(9)
        ]
        bought = tuple(Payment(taken_from=holding.name, value=_euros(60 + n)) for n, holding in enumerate(paid))
        holdings += [*paid, Holding(name=f"account {group}", value=_euros(576), bought_with=bought)]
    history = AssetHistory(tuple(holdings))
    assets = [Asset(name=holding.name, history=history, rights=()) for holding in holdings[9::10]]
    return lambda: sum(liable_to_confiscation(asset).at_least == _euros(189) for asset in assets)


def _each_account(found: object, count: int) -> bool:
    return found == max(1, count // 10)


SUBJECTS = (
    Sized("events of a treaty: history and table of status", _status, lambda found, count: found == count // 2),
    Sized("rows of a table in CSV: read", _table, lambda found, count: found == count),
    Sized("data of one request in JSON: read, and conformity", _data, lambda found, count: found == count),
    Sized("requests of a docket: assessed", _docket, lambda found, count: found == count),
    Sized("holdings of one history: each account in it liable to confiscation", _assets, _each_account),
)


def measure_sizes(effort: Effort) -> Iterator[Measure]:
    """Measure every subject at three sizes."""
    for subject in SUBJECTS:
        sizes = effort.dockets if "docket" in subject.name else effort.sizes
        costs = [_each(subject, size, effort.runs) for size in sizes]
        grown = [large / middle for large, middle in product(costs[2], costs[1])]
        told = " / ".join(f"{min(cost) * 1e6:.3g}" for cost in costs)
        note = f"{told} µs each at {' / '.join(f'{size:,}' for size in sizes)}"
        yield Measure(subject=Subject.SIZE, who=subject.name, spread=Spread.of(grown), target=LINEAR, note=note)


def _each(subject: Sized, size: int, runs: int) -> list[float]:
    """Return the seconds of one item in each of several runs; what comes out of them is seen to be right."""
    run, found = subject.prepare(size), list[object]()
    costs = [seconds(lambda: found.append(run())) / size for _ in range(runs if size < LARGE else 1)]
    if not all(subject.holds(one, size) for one in found):
        raise WrongAnswerError(f"{subject.name}: wrong at the size {size:,}")
    return costs
