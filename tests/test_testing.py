"""The strategies for users: they draw valid models, all of them, and of every sort."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import uncc.testing
from tests.effort import effort
from uncc.cases import AssistanceCase, ExtraditionCase, PreservationCase
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    Discovery,
    ExtraditionRequest,
    InterceptionRequest,
    Offence,
    Outlook,
    Position,
    PreservationMeasure,
    PreservationRequest,
    StoredDataRequest,
    TrafficDataRequest,
)
from uncc.kernel.between import AtLeast, ends_of
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Facts
from uncc.kernel.lists import items_of
from uncc.kernel.parties import State, StateParty
from uncc.kernel.provisions import Provision, addresses
from uncc.procedural import PreservationOrder, PreservationRegime
from uncc.readings import Readings, register
from uncc.testing import (
    _carried_out,  # pyright: ignore[reportPrivateUsage]
    _possibly,  # pyright: ignore[reportPrivateUsage]
    _together,  # pyright: ignore[reportPrivateUsage]
    assistance_cases,
    assistance_requests,
    cases,
    collections_of,
    days,
    every,
    extradition_cases,
    extradition_requests,
    facts,
    interception_requests,
    measures,
    orders,
    parties,
    provisions,
    readings,
    regimes,
    requests,
    stored_data_requests,
    texts,
    traffic_data_requests,
)

many = effort(60)
searching = settings(max_examples=5_000, deadline=None, database=None, phases=[Phase.generate])

MODELS: dict[str, tuple[SearchStrategy[Any], type[Any]]] = {
    "assistance_cases": (assistance_cases(), AssistanceCase),
    "assistance_requests": (assistance_requests(), AssistanceRequest),
    "cases": (cases(), PreservationCase),
    "collections_of": (collections_of(Position), Position),
    "extradition_cases": (extradition_cases(), ExtraditionCase),
    "extradition_requests": (extradition_requests(), ExtraditionRequest),
    "interception_requests": (interception_requests(), InterceptionRequest),
    "measures": (measures(), PreservationMeasure),
    "orders": (orders(), PreservationOrder),
    "parties": (parties("Astoria"), StateParty),
    "provisions": (provisions(), Provision),
    "readings": (readings(), Readings),
    "regimes": (regimes(), PreservationRegime),
    "requests": (requests(), PreservationRequest),
    "stored_data_requests": (stored_data_requests(), StoredDataRequest),
    "traffic_data_requests": (traffic_data_requests(), TrafficDataRequest),
}


@pytest.mark.parametrize("name", MODELS)
@many
@given(data=st.data())
def test_what_is_drawn_is_valid(name: str, data: st.DataObject) -> None:
    """Each strategy draws its model, and one that can be made again from its own fields."""
    strategy, model = MODELS[name]
    drawn = data.draw(strategy)
    assert type(drawn) is model
    assert attrs.evolve(drawn) == drawn


def test_what_is_offered() -> None:
    """`__all__` is sorted, and every name of it is there and says what it draws."""
    assert uncc.testing.__all__ == sorted(uncc.testing.__all__)
    for name in uncc.testing.__all__:
        assert getattr(uncc.testing, name).__doc__.startswith(("Draw ", "Return ")), name


@given(facts())
def test_a_fact_has_three_values(fact: bool | None) -> None:
    """A fact is true, false or not known, and nothing else that equals them."""
    assert fact is None or fact is True or fact is False


@given(texts())
def test_a_text_is_not_blank_and_can_be_written(text: str) -> None:
    """A text says something and has an encoding."""
    assert text.strip()
    assert text.encode()


@given(days(date(2028, 2, 28), date(2028, 3, 1)))
def test_days_lie_between_the_bounds(day: date) -> None:
    """Both bounds are included, and no day lies beyond."""
    assert date(2028, 2, 28) <= day <= date(2028, 3, 1)


@pytest.mark.parametrize("day", [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)])
def test_every_day_between_the_bounds_is_drawn(day: date) -> None:
    """The bounds themselves are drawn."""
    assert find(days(date(2028, 2, 28), date(2028, 3, 1)), lambda drawn: drawn == day, settings=searching) == day


@pytest.mark.parametrize("provision", [addresses()[0], addresses()[-1]])
def test_every_provision_is_drawn(provision: Provision) -> None:
    """The first and the last address are drawn as well as those between them."""
    assert find(provisions(), lambda drawn: drawn == provision, settings=searching) == provision


def holds(name: str, value: bool | None, drawn: object) -> bool:
    """Whether a fact of a collection has a value."""
    return getattr(drawn, name) is value


@pytest.mark.long
@pytest.mark.parametrize("model", [Position, Discovery, Outlook])
def test_a_collection_draws_each_fact_in_each_state(model: type[Facts]) -> None:
    """Each fact of a collection is drawn true, false and not known."""
    for name in model.questions():
        for value in (None, False, True):
            strategy = collections_of(model)
            drawn = find(strategy, partial(holds, name, value), settings=searching)
            assert getattr(drawn, name) is value


def test_a_collection_takes_strategies_for_its_other_fields() -> None:
    """Fields that are no facts are drawn as told, or keep their defaults."""
    drawn = find(
        collections_of(Offence, title=st.just("theft")), lambda found: found.serious_crime is None, settings=searching
    )
    assert drawn == Offence(title="theft")


def test_every_state_of_a_collection() -> None:
    """All facts, or those named, in each of three states, each state once; other fields as told."""
    assert len(set(every(Discovery))) == len(every(Discovery)) == 81
    some = every(Offence, "serious_crime", title="theft")
    assert some == [Offence(title="theft", serious_crime=value) for value in (None, False, True)]


M, O = attrs.fields(PreservationMeasure), attrs.fields(PreservationOrder)  # noqa: E741


WANTED: dict[str, tuple[SearchStrategy[Any], Callable[[Any], object]]] = {
    "nothing is known of a later request": (measures(), lambda m: m.assistance_requested is None),
    "no later request": (measures(), lambda m: m.assistance_requested is False),
    "a later request without a decision": (measures(), lambda m: m.assistance_requested_on and m.decided is False),
    "a later request of unknown day": (measures(), lambda m: m.assistance_requested and not m.assistance_requested_on),
    "a decision": (measures(), lambda m: m.decided_on is not None),
    "a decision of unknown day": (measures(), lambda m: m.decided and m.decided_on is None),
    "an order renewed twice": (measures(), lambda m: m.order is not None and len(items_of(m.order, O.renewals)) == 2),
    "an extension granted": (measures(), lambda m: any(e.granted and e.until for e, _ in items_of(m, M.extensions))),
    "extensions not known": (measures(), lambda m: m.extensions is None),
    "no extension": (measures(), lambda m: m.extensions == ()),
    "some extensions": (measures(), lambda m: isinstance(m.extensions, AtLeast)),
    "an extension by its days": (measures(), lambda m: any(e.days for e, _ in items_of(m, M.extensions))),
    "a reservation withdrawn": (parties("x"), lambda p: any(r.withdrawn_on for r in p.reservations or ())),
    "no reservation": (parties("x"), lambda p: p.reservations == ()),
    "reservations not known": (parties("x"), lambda p: p.reservations is None),
    "a law without a maximum": (regimes(), lambda r: r.sets_maximum is False),
    "a law with a maximum": (regimes(), lambda r: r.maximum_days is not None),
    "a request with everything": (
        requests(),
        lambda r: r.data and r.authority and r.offence and r.custodian and r.necessity and r.confidentiality,
    ),
    "a request with nothing": (requests(), lambda r: r == PreservationRequest()),
    "a request for two offences": (extradition_requests(), lambda r: len(r.offences) == 2),
    "a case of extradition refused": (extradition_cases(), lambda c: c.refusal is not None),
    "a case with a discovery": (cases(), lambda c: c.discovery is not None),
    "a case of interception": (
        assistance_cases(),
        lambda c: AssistancePurpose.INTERCEPTION in (c.request.purposes or ()),
    ),
    "a case of stored data": (
        assistance_cases(),
        lambda c: AssistancePurpose.STORED_DATA in (c.request.purposes or ()),
    ),
    "a case received and effected": (cases(), lambda c: c.request.received_on and c.measure.effected_on),
}
SOON = {"a case of interception", "a case of stored data"}
"""What a newcomer sees drawn."""


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [pytest.param(*turn, id=name, marks=() if name in SOON else pytest.mark.long) for name, turn in WANTED.items()],
)
def test_what_can_happen_is_drawn(strategy: SearchStrategy[Any], wanted: Any) -> None:
    """Each turn that a case can take is drawn."""
    assert wanted(find(strategy, lambda drawn: bool(wanted(drawn)), settings=searching))


@pytest.mark.long
def test_every_option_of_every_reading_is_drawn() -> None:
    """Choices of readings have each option of the register."""
    left = {option for reading in register() for option in reading}

    def chooses_the_last(drawn: Readings) -> bool:
        left.difference_update(drawn.choices)
        return not left

    assert find(readings(), chooses_the_last, settings=searching).choices


@many
@given(cases())
def test_a_case_can_be_dated(case: PreservationCase) -> None:
    """A case that is drawn is one that can be meant: its measure does not come before its request."""
    assert case.dated_measure.request_received_on in (case.request.received_on, case.measure.request_received_on)


@many
@given(measures())
def test_extensions_do_not_end_before_they_are_asked_for(measure: PreservationMeasure) -> None:
    """An extension that is drawn is one that can be meant."""
    for extension, _ in items_of(measure, M.extensions):
        (asked, _), (_, ended) = ends_of(extension.requested_on), ends_of(extension.until)
        assert None in (asked, ended) or asked <= ended


def test_an_order_that_is_too_short_is_not_known() -> None:
    """Art. 42(8): of a measure for two days, an order for one and without renewals is left out; any other stays."""
    short = PreservationOrder(days=1, renewals=())
    assert _carried_out({"period_days": 2, "order": short}) == PreservationMeasure(period_days=2)
    assert _carried_out({"period_days": 1, "order": short}).order is short


@pytest.mark.parametrize("make", [_together, _possibly])
def test_what_contradicts_nothing_and_is_wrong_is_told(make: Callable[..., Any]) -> None:
    """Only facts that contradict each other are left out; any other mistake is the caller's."""
    with pytest.raises(InvalidValue, match="name"):
        make(State, {"name": ""})
