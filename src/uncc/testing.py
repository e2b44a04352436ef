"""Hypothesis strategies for the models of this library (extra: `uncc[testing]`).

>>> from uncc.cooperation import Position
>>> from uncc.testing import collections_of
>>> strategy = collections_of(Position)

`strategy` draws positions in which every fact is true, false or not known. Days and numbers that a model declares as
facts are drawn as they can be known: exactly, in part (`day_facts`, `number_facts`), or not at all; lists
(`list_facts`) as complete, in part, or not known. What is drawn does not contradict itself: of facts that cannot stand
together, one is not known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from uncc.cases import AssistanceCase, EarlierPreservation, Enclosures, ExtraditionCase, PreservationCase
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    BasisNotice,
    Channel,
    ConditionalSurrender,
    Contact,
    Custodian,
    DataCategory,
    DataItem,
    Discovery,
    Endpoint,
    EvidenceUse,
    Extension,
    ExtraditionCustody,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    GovernmentRecords,
    Ground,
    Handling,
    Hearing,
    InterceptionRequest,
    ItemConcerned,
    NegativeReply,
    NonExtradition,
    Offence,
    Outlook,
    PersonalDataTransfer,
    PersonConcerned,
    PersonInProceedings,
    Position,
    PreservationMeasure,
    PreservationRequest,
    Proceeding,
    ReplyKind,
    RequestForm,
    SimilarCase,
    SoughtOffence,
    StoredDataRequest,
    TrafficDataRequest,
    Transmission,
    UnderlyingConduct,
)
from uncc.cooperation.art36_personal_data import is_barred
from uncc.kernel.between import AtLeast, Between
from uncc.kernel.dates import Period
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, NumberFact
from uncc.kernel.names import is_blank, names_nothing
from uncc.kernel.parties import AssistanceTreaty, Reservation, State, StateParty
from uncc.kernel.provisions import Provision, addresses, art
from uncc.procedural import PreservationOrder, PreservationRegime, Renewal
from uncc.readings import Readings, register

__all__ = [
    "assistance_cases",
    "assistance_requests",
    "cases",
    "collections_of",
    "day_facts",
    "days",
    "every",
    "extradition_cases",
    "extradition_requests",
    "facts",
    "interception_requests",
    "list_facts",
    "measures",
    "names",
    "number_facts",
    "orders",
    "parties",
    "provisions",
    "readings",
    "regimes",
    "requests",
    "stored_data_requests",
    "texts",
    "traffic_data_requests",
]

R = TypeVar("R", PreservationRequest, ExtraditionRequest)
F = TypeVar("F", bound=Facts)
T = TypeVar("T")
END_OF_REQUESTS = date(2028, 6, 30)
"""Requests are drawn before this day and what follows on them after it, so that the two fit together in a case."""
FIRST_DAY, MIDDLE_DAY, LAST_DAY = date(2027, 1, 1), date(2030, 6, 30), date(2035, 12, 31)


@cache
def facts() -> SearchStrategy[Fact]:
    """Draw a fact: true, false or not known."""
    return st.sampled_from([None, False, True])


@cache
def provisions() -> SearchStrategy[Provision]:
    """Draw one of the Convention's addresses."""
    return st.sampled_from(addresses())


@cache
def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[date]:
    """Draw a calendar day between two, both included."""
    return st.dates(first, last)


@cache
def texts() -> SearchStrategy[str]:
    """Draw a text that is not blank, of any characters that can be written."""
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: not is_blank(text))


@cache
def names() -> SearchStrategy[str]:
    """Draw a name: a text of which its folding leaves something."""
    return texts().filter(lambda name: not names_nothing(name))


@cache
def readings() -> SearchStrategy[Readings]:
    """Draw a choice of readings: for each of the register one option, or none."""
    choices = [st.none() | st.sampled_from(list(reading)) for reading in register()]
    return st.tuples(*choices).map(lambda drawn: Readings(tuple(choice for choice in drawn if choice is not None)))


@cache
def day_facts(first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[DayFact]:
    """Draw what is known of a day between two: itself, its month or year, one end or two, or nothing."""
    return st.none() | days(first, last).flatmap(_known_of)


@cache
def number_facts(least: int = 0, most: int = 400) -> SearchStrategy[NumberFact]:
    """Draw what is known of a whole number between two: itself, one end or two, or nothing."""
    numbers = st.integers(least, most)
    ends = st.tuples(st.none() | numbers, st.none() | numbers)
    return st.none() | numbers | ends.filter(_are_ends).map(lambda drawn: Between(*drawn))


def list_facts(things: SearchStrategy[tuple[T, ...]]) -> SearchStrategy[ListFact[T]]:
    """Draw what is known of a list, from how its things are drawn: all of them, some, or nothing."""
    return st.none() | things | things.filter(lambda drawn: len(drawn) > 0).map(AtLeast)


def _are_ends(ends: tuple[int | None, int | None]) -> bool:
    least, most = ends
    return ends != (None, None) if least is None or most is None else least < most


@st.composite
def _known_of(draw: st.DrawFn, on: date) -> DayFact:
    """Draw what somebody may know of this day."""
    least, most = on - timedelta(days=draw(st.integers(1, 40))), on + timedelta(days=draw(st.integers(1, 40)))
    last_of_month = on.replace(day=monthrange(on.year, on.month)[1])
    month, year = Between(on.replace(day=1), last_of_month), Between(date(on.year, 1, 1), date(on.year, 12, 31))
    known: list[DayFact] = [on, month, year, Between(least, most), Between(on, None), Between(None, on)]
    return draw(st.sampled_from(known))


@st.composite
def _measured(draw: st.DrawFn, model: type[Facts]) -> dict[str, DayFact | NumberFact]:
    """Draw the days and numbers that a model declares: a day that follows another can lie after it."""
    declared = model.measured()
    numbers = {name: draw(number_facts(*one.bounds)) for name, one in declared.items() if one.counts}
    names = [name for name, one in declared.items() if one.is_day]
    in_order = draw(_in_order(len(names)))
    known = {name: draw(st.none() | _known_of(on)) for name, on in zip(names, in_order, strict=True)}
    return {**numbers, **known}


def collections_of(model: type[F], **others: SearchStrategy[Any]) -> SearchStrategy[F]:
    """Draw a collection of facts, each known or not, days and numbers among them; `others` draws its other fields.

    Fields that `others` does not name keep their defaults.
    """
    truths = {name: facts() for name in model.questions()}
    if not model.measured() and not model.ties:
        return st.builds(model, **{**truths, **others})
    stated = st.fixed_dictionaries({**truths, **others})
    return st.tuples(_measured(model), stated).map(lambda drawn: _together(model, {**drawn[0], **drawn[1]}))


def _together(model: Callable[..., T], values: Mapping[str, Any]) -> T:
    """Make a model of values, of which those that contradict others are not known."""
    kept = dict(values)
    while True:
        try:
            return model(**kept)
        except InvalidValue as error:
            name, _, place = error.field.partition(".")
            if not isinstance(error.value, bool) or name not in kept:
                raise
            kept[name] = _forgotten(kept[name], place) if place else None


def _forgotten(model: Any, place: str) -> Any:
    """Return the model with the fact at a place not known; nothing of its facts, where it follows from another."""
    step, _, rest = place.partition(".")
    name, *several = step.replace("]", "").split("[")
    if not rest:
        without = attrs.evolve(model, **{name: None})
        follows = getattr(without, name) is not None
        return attrs.evolve(without, **dict.fromkeys(without.asked())) if follows else without
    if not several:
        return attrs.evolve(model, **{name: _forgotten(getattr(model, name), rest)})
    things, number = list(getattr(model, name)), int(several[0])
    things[number] = _forgotten(things[number], rest)
    return attrs.evolve(model, **{name: tuple(things)})


def every(model: type[F], *names: str, **others: Any) -> list[F]:
    """Return the collection in each of its three-valued states: three to the power of the facts named, or of all.

    States in which facts contradict each other are left out.

    >>> from uncc.cooperation import Position
    >>> len(every(Position, "discriminatory_purpose", "discriminatory_prejudice"))
    9
    """
    varied = names or tuple(model.questions())
    states = (dict(zip(varied, values, strict=True)) for values in product((None, False, True), repeat=len(varied)))
    return [found for state in states if (found := _possibly(model, {**state, **others})) is not None]


def _possibly(model: Callable[..., T], values: Mapping[str, Any]) -> T | None:
    try:
        return model(**values)
    except InvalidValue as error:
        if not isinstance(error.value, bool):
            raise
        return None


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def _some(strategy: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def _texts_of(model: type[Any]) -> SearchStrategy[Any]:
    """Draw a model all of whose fields are texts, or not stated."""
    return st.builds(model, **{attribute.name: _maybe(texts()) for attribute in attrs.fields(model)})


@cache
def _in_order(count: int, first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[list[date]]:
    return st.lists(days(first, last), min_size=count, max_size=count).map(sorted)


@cache
def _authorities() -> SearchStrategy[Authority | None]:
    contact = _maybe(_texts_of(Contact))
    return _maybe(
        st.builds(Authority, name=texts(), functions=_maybe(texts()), reference=_maybe(texts()), contact=contact)
    )


@cache
def _offences() -> SearchStrategy[Offence | None]:
    others = {name: _maybe(texts()) for name in ("domestic_law", "maximum_penalty", "summary_of_facts")}
    return _maybe(collections_of(Offence, title=texts(), **others))


@cache
def _endpoints() -> SearchStrategy[Endpoint]:
    moments = st.datetimes(datetime(2027, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
    return st.builds(Endpoint, address=st.ip_addresses(), port=_maybe(st.integers(0, 65_535)), seen_at=_maybe(moments))


@cache
def _data() -> SearchStrategy[tuple[DataItem, ...]]:
    item = st.builds(
        DataItem,
        category=st.sampled_from(DataCategory),
        description=texts(),
        accounts=_some(texts()),
        endpoints=_some(_endpoints()),
        period=_maybe(_in_order(2).map(lambda ends: Period(*ends))),
        relation_to_offence=_maybe(texts()),
    )
    return _some(item)


@cache
def requests() -> SearchStrategy[PreservationRequest]:
    """Draw a request for preservation in which any particular may be absent."""
    words = ("reference", "urgency", "system_location", "necessity", "later_assistance", "confidentiality")
    undated = collections_of(
        PreservationRequest,
        authority=_authorities(),
        operational_authority=_authorities(),
        offence=_offences(),
        data=_data(),
        custodian=_maybe(st.builds(Custodian, name=texts(), contact=_maybe(_texts_of(Contact)))),
        **{name: _maybe(texts()) for name in words},
    )
    return st.builds(_dated, undated, _in_order(2, last=END_OF_REQUESTS), facts(), facts())


def _dated(request: R, ends: list[date], made: Fact, received: Fact) -> R:
    return attrs.evolve(request, made_on=ends[0] if made else None, received_on=ends[1] if received else None)


@cache
def _reservations() -> SearchStrategy[tuple[Reservation, ...] | None]:
    cited = provisions() | st.just(art(42, 5))
    known: dict[str, Any] = {"provision": cited, "stands": facts(), "made_with_consent": facts()}
    stands = st.builds(Reservation, **known, made_on=_maybe(days(last=MIDDLE_DAY)), text=_maybe(texts()))
    fell = st.builds(Reservation, **known, made_on=days(last=MIDDLE_DAY), withdrawn_on=_maybe(days(MIDDLE_DAY)))
    return _maybe(_some(stands | fell))


@cache
def parties(name: str) -> SearchStrategy[StateParty]:
    """Draw a State Party of this name, with reservations, without, or with unknown ones."""
    known: dict[str, Any] = {
        "state": st.just(State(name)),
        "bound_from": _maybe(days(last=MIDDLE_DAY)),
        "reservations": _reservations(),
    }
    stays = st.builds(StateParty, **known, denounced=facts())
    return stays | st.builds(StateParty, **known, bound_until=days(MIDDLE_DAY))


@cache
def regimes() -> SearchStrategy[PreservationRegime]:
    """Draw a domestic law on preservation."""
    return collections_of(PreservationRegime, maximum_days=number_facts(1), confidentiality_days=number_facts(1))


@st.composite
def orders(draw: st.DrawFn) -> PreservationOrder:
    """Draw an order to preserve, with up to two renewals."""
    ordered, served, *renewed = draw(_in_order(4))
    return PreservationOrder(
        ordered_on=draw(_maybe(_known_of(ordered))),
        served_on=draw(_maybe(_known_of(served))),
        days=draw(number_facts(1)),
        renewals=draw(list_facts(_renewals(tuple(renewed)))),
        necessary=draw(facts()),
    )


@st.composite
def _renewals(draw: st.DrawFn, renewed: tuple[date, ...]) -> tuple[Renewal, ...]:
    return tuple(
        Renewal(on=draw(_maybe(_known_of(on))), days=draw(number_facts(1)))
        for on in renewed[: draw(st.integers(0, len(renewed)))]
    )


@st.composite
def measures(draw: st.DrawFn) -> PreservationMeasure:
    """Draw a preservation with the events that have happened to it, in a possible order."""
    received, effected, requested, decided = draw(_in_order(4, END_OF_REQUESTS + timedelta(days=60)))
    happened: dict[str, Any] = draw(
        st.sampled_from(
            [
                {},
                {"assistance_requested": False},
                {"assistance_requested": True, "decided": False},
                {"assistance_requested_on": draw(_known_of(requested))},
                {"assistance_requested_on": draw(_known_of(requested)), "decided": False},
                {"assistance_requested_on": draw(_known_of(requested)), "decided_on": draw(_known_of(decided))},
                {"decided": True},
            ]
        )
    )
    undertaken = {
        "effected_on": draw(_maybe(_known_of(effected))),
        "period_days": draw(number_facts(1)),
        "order": draw(_maybe(orders())),
    }
    return attrs.evolve(
        _carried_out(undertaken),
        request_received_on=draw(_maybe(_known_of(received))),
        extensions=draw(list_facts(_extensions())),
        still_preserved=draw(facts()),
        **happened,
    )


def _carried_out(measure: dict[str, Any]) -> PreservationMeasure:
    """Return a measure by an order that fits it; by none that is known, where the one drawn does not."""
    try:
        return PreservationMeasure(**measure)
    except InvalidValue:
        return PreservationMeasure(**{**measure, "order": None})


@cache
def _extensions() -> SearchStrategy[tuple[Extension, ...]]:
    by_day = collections_of(Extension, days=st.none())
    return _some(by_day | collections_of(Extension, until=st.none()))


@cache
def cases() -> SearchStrategy[PreservationCase]:
    """Draw a whole case about preservation."""
    return st.builds(
        _as_of(PreservationCase),
        as_of=days(),
        requesting=parties("Astoria"),
        requested=parties("Borduria"),
        request=requests(),
        conduct=collections_of(UnderlyingConduct),
        treaty=collections_of(AssistanceTreaty),
        position=collections_of(Position),
        outlook=collections_of(Outlook),
        regime=regimes(),
        measure=measures().map(lambda measure: attrs.evolve(measure, request_received_on=None)),
        discovery=_maybe(collections_of(Discovery)),
        disclosure_position=collections_of(Position),
        disclosure_transfer=collections_of(PersonalDataTransfer),
        readings=readings(),
    )


def _as_of(case: Callable[..., T]) -> Callable[..., T]:
    """Return what makes a case on the day of its request where the day drawn lies before."""

    def made(*, as_of: date, request: Any, **others: Any) -> T:
        days_of_request = [day for day in (request.made_on, request.received_on) if day is not None]
        return _together(case, {"as_of": max([as_of, *days_of_request]), "request": request, **others})

    return made


@cache
def assistance_requests() -> SearchStrategy[AssistanceRequest]:
    """Draw a request for assistance in which any particular may be absent."""
    words = ("reference", "urgency", "assistance", "procedure", "intended_use", "confidentiality", "wanted_by_reason")
    undated = collections_of(
        AssistanceRequest,
        transmission=collections_of(
            Transmission,
            channel=_maybe(st.sampled_from(Channel)),
            form=_maybe(st.sampled_from(RequestForm)),
            language=_maybe(texts()),
            confirmed_on=_maybe(days()),
        ),
        authority=_authorities(),
        proceeding=_texts_of(Proceeding),
        conducting_authority=_authorities(),
        offence=_offences(),
        purposes=_some(st.sampled_from(AssistancePurpose)),
        persons=_some(_texts_of(PersonConcerned)),
        items=_some(_texts_of(ItemConcerned)),
        data=_data(),
        period=_maybe(_in_order(2).map(lambda ends: Period(*ends))),
        wanted_by=_maybe(days()),
        **{name: _maybe(texts()) for name in words},
    )
    return st.builds(_dated_assistance, undated, _in_order(2, last=END_OF_REQUESTS), facts(), facts())


@cache
def stored_data_requests() -> SearchStrategy[StoredDataRequest]:
    """Draw a request for stored data, about no offence in particular."""
    return collections_of(
        StoredDataRequest, reference=_maybe(texts()), data=_data(), preservation_reference=_maybe(texts())
    )


@cache
def traffic_data_requests() -> SearchStrategy[TrafficDataRequest]:
    """Draw a request for traffic data in real time, about no offence in particular; any particular may be absent."""
    words = (
        *("reference", "main_facts", "proceedings", "owner_or_user", "system_location"),
        *("justification", "period_justification"),
    )
    return collections_of(
        TrafficDataRequest,
        authority=_authorities(),
        data=_data(),
        period=_maybe(_in_order(2).map(lambda ends: Period(*ends))),
        **{name: _maybe(texts()) for name in words},
    )


@cache
def interception_requests() -> SearchStrategy[InterceptionRequest]:
    """Draw a request for the interception of content data, about no offence in particular."""
    return collections_of(InterceptionRequest, reference=_maybe(texts()))


def _dated_assistance(request: AssistanceRequest, ends: list[date], made: Fact, received: Fact) -> AssistanceRequest:
    return attrs.evolve(request, made_on=ends[0] if made else None, received_on=ends[1] if received else None)


@cache
def _treaties() -> SearchStrategy[AssistanceTreaty]:
    return collections_of(
        AssistanceTreaty, silent_on=_maybe(_some(st.sampled_from((art(40), *art(40).children[7:31]))))
    )


@st.composite
def _electronic(
    draw: st.DrawFn, purposes: tuple[AssistancePurpose, ...], earlier: EarlierPreservation | None
) -> dict[str, Any]:
    """Draw the parts of a case on electronic data, of those that the request asks for."""
    parts: dict[str, Any] = {}
    if AssistancePurpose.STORED_DATA in purposes:
        stored = draw(stored_data_requests())
        fits = attrs.evolve(stored, preservation_reference=None, preserved=None)
        parts["stored_data"] = stored if earlier is None else fits
    if AssistancePurpose.TRAFFIC_DATA in purposes:
        parts["traffic_data"] = draw(traffic_data_requests())
        parts["similar_case"] = draw(collections_of(SimilarCase))
    if AssistancePurpose.INTERCEPTION in purposes:
        parts["interception"] = draw(interception_requests())
    return parts


@st.composite
def _assistance_positions(draw: st.DrawFn) -> AssistancePosition:
    """Draw a position that states nothing of personal data but what the transfer, if it describes one, comes to."""
    transfer = draw(_maybe(collections_of(PersonalDataTransfer)))
    described = transfer and is_barred(transfer)
    stated = draw(facts() if described is None else st.sampled_from((None, described)))
    return attrs.evolve(draw(collections_of(AssistancePosition)), transfer=transfer, transfer_not_compliant=stated)


@st.composite
def assistance_cases(draw: st.DrawFn) -> AssistanceCase:
    """Draw a whole case about assistance, with or without an earlier preservation."""
    request = draw(assistance_requests())
    earlier = draw(_maybe(st.builds(EarlierPreservation, reference=_maybe(texts()), regime=regimes())))
    case = _as_of(AssistanceCase)(
        as_of=draw(days()),
        requesting=draw(parties("Astoria")),
        requested=draw(parties("Borduria")),
        request=request,
        conduct=draw(collections_of(UnderlyingConduct)),
        treaty=draw(_treaties()),
        position=draw(_assistance_positions()),
        handling=draw(collections_of(Handling)),
        reply=draw(
            _maybe(
                collections_of(NegativeReply, kind=st.sampled_from(ReplyKind), grounds=_some(st.sampled_from(Ground)))
            )
        ),
        hearing=draw(_maybe(collections_of(Hearing))),
        use=draw(_maybe(collections_of(EvidenceUse))),
        records=draw(_maybe(collections_of(GovernmentRecords))),
        preservation=earlier,
        readings=draw(readings()),
        **draw(_electronic(request.purposes, earlier)),
    )
    if earlier is None:
        return case
    sure = case.seeks_stored_data and request.received_on is not None
    measure = (
        _carried_out({"effected_on": draw(_maybe(days())), "order": draw(_maybe(orders()))})
        if sure
        else draw(measures())
    )
    return attrs.evolve(case, preservation=attrs.evolve(earlier, measure=measure))


@cache
def extradition_requests() -> SearchStrategy[ExtraditionRequest]:
    """Draw a request for extradition for up to two offences, in which any particular may be absent."""
    undated = collections_of(
        ExtraditionRequest,
        reference=_maybe(texts()),
        person=_maybe(texts()),
        authority=_authorities(),
        offences=_some(collections_of(SoughtOffence, title=texts())),
    )
    return st.builds(_dated, undated, _in_order(2), facts(), facts())


def _extradition_relations() -> SearchStrategy[ExtraditionRelation]:
    """Draw relations; a notice that was not given has no day."""
    given = st.sampled_from([one for one in BasisNotice if one is not BasisNotice.NONE_GIVEN])
    without = collections_of(ExtraditionRelation, notice=st.just(BasisNotice.NONE_GIVEN), notice_given_on=st.none())
    return collections_of(ExtraditionRelation, notice=_maybe(given)) | without


@cache
def extradition_cases() -> SearchStrategy[ExtraditionCase]:
    """Draw a whole case about extradition."""
    surrender = collections_of(ConditionalSurrender)
    return st.builds(
        _as_of(ExtraditionCase),
        as_of=days(),
        requesting=parties("Astoria"),
        requested=parties("Borduria"),
        request=extradition_requests(),
        enclosures=_texts_of(Enclosures),
        relation=_extradition_relations(),
        position=collections_of(ExtraditionPosition),
        decision=collections_of(ExtraditionDecision),
        refusal=_maybe(collections_of(NonExtradition, surrender=surrender)),
        custody=_maybe(collections_of(ExtraditionCustody)),
        person=_maybe(collections_of(PersonInProceedings)),
        readings=readings(),
    )
