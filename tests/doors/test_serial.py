"""JSON in and out: round trips, the same bytes each time, and what no text can make the reader do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import import_module
from ipaddress import IPv4Address, IPv6Address
from math import inf
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import uncc
from tests.effort import effort
from tests.processes import printed
from uncc import confiscation, final_provisions, procedural
from uncc.cases import (
    AssistanceCase,
    ConfiscationCase,
    DomesticLaw,
    Entry,
    ExtraditionCase,
    FactStated,
    Matter,
    PreservationCase,
    ReadingUsed,
    Report,
    ReportDifference,
    assess,
    diff,
    docket,
    happenings,
)
from uncc.catalogue import Row, rows
from uncc.cooperation import (
    Discovery,
    Endpoint,
    Extension,
    Ground,
    NegativeReply,
    Outlook,
    PersonTransfer,
    Position,
    PreservationMeasure,
    PreservationRequest,
    ReplyKind,
    RequestCourse,
    SafeConduct,
    UnderlyingConduct,
    credit_for_custody,
    preservation_expiry,
    safe_conduct_end,
)
from uncc.doors.deposits import load_deposits
from uncc.doors.interview import Interview
from uncc.doors.serial import from_data, from_json, load_case, to_json
from uncc.jurisdiction import Commission, ParallelProceedings, duties_on_parallel_proceedings, jurisdiction_bases
from uncc.kernel.between import AtLeast, Between, ends_of
from uncc.kernel.dates import Deadline, Period, Window
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.errors import DocumentError, Fault, InvalidValue
from uncc.kernel.facts import Facts, Question
from uncc.kernel.findings import Finding, Node
from uncc.kernel.immutable import Names
from uncc.kernel.inquiry import Change
from uncc.kernel.life import ONCE, Suspension
from uncc.kernel.parties import AssistanceTreaty, Relation, State, StateParty
from uncc.kernel.provisions import Provision, addresses, art
from uncc.kernel.quantities import FIRST, LAST, Day, Number, Quantity, fixed_amount
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.roles import Role
from uncc.procedural import PreservationOrder, Renewal
from uncc.readings import Readings
from uncc.review import load_record, procedural_shortfalls, ratification_file, received, review, shortfalls
from uncc.testing import (
    assistance_cases,
    assistance_requests,
    cases,
    collections_of,
    extradition_cases,
    interception_requests,
    measures,
    orders,
    parties,
    provisions,
    readings,
    regimes,
    requests,
    stored_data_requests,
    traffic_data_requests,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
DOCUMENT: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))

quick = effort(30)

MODELS: dict[str, SearchStrategy[Any]] = {
    "AssistanceCase": assistance_cases(),
    "AssistanceRequest": assistance_requests(),
    "AssistanceTreaty": collections_of(AssistanceTreaty),
    "Discovery": collections_of(Discovery),
    "ExtraditionCase": extradition_cases(),
    "InterceptionRequest": interception_requests(),
    "Outlook": collections_of(Outlook),
    "Position": collections_of(Position),
    "PreservationCase": cases(),
    "PreservationMeasure": measures(),
    "PreservationOrder": orders(),
    "PreservationRegime": regimes(),
    "PreservationRequest": requests(),
    "Provision": provisions(),
    "Readings": readings(),
    "Row": st.sampled_from(rows()),
    "StateParty": parties("Astoria"),
    "StoredDataRequest": stored_data_requests(),
    "TrafficDataRequest": traffic_data_requests(),
    "UnderlyingConduct": collections_of(UnderlyingConduct),
}

json_values: SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def items(value: Any) -> Iterable[Any]:
    """Return a list or a tuple as something to go through."""
    found: Iterable[Any] = value
    return found


def kind_of(value: Any) -> type[Any]:
    """Return the type of a value."""
    kind: type[Any] = value.__class__
    return kind


def mirror(value: Any) -> Any:
    """Return what the JSON of a model has to say, by the rules of the format and not by the code under test."""
    match value:
        case tuple():
            return [mirror(item) for item in items(value)]
        case _ if kind_of(value) is AtLeast:
            return {"at_least": mirror(value.items)}
        case Between() if date not in map(type, ends_of(value)):
            ends = zip(("at_least", "at_most"), ends_of(value), strict=True)
            return {name: end for name, end in ends if end is not None}
        case _ if attrs.has(kind_of(value)) and not isinstance(value, Between | Provision | Readings | Consulted):
            return dict(_keys(value))
        case _:
            return _plain(value)


def _plain(value: Any) -> Any:
    """Return what stands in JSON as a text or a small object."""
    match value:
        case datetime():
            return value.replace(tzinfo=None).isoformat() + "Z"
        case date():
            return value.isoformat()
        case Provision() | IPv4Address() | IPv6Address() | Between():
            return str(cast("Any", value))
        case Decimal():
            return f"{value:f}"
        case Enum():
            return value.value
        case Readings():
            return {type(choice).id: choice.value for choice in value.choices}
        case Consulted():
            return {"reading": value.reading.id, "chosen": None if value.chosen is None else value.chosen.value}
        case _:
            return value


def _keys(model: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(model, Names):
        yield from model.items()
        return
    if isinstance(model, Quantity):
        yield "quantity", type(model).__name__.lower()
    for attribute in attrs.fields(kind_of(model)):
        value = getattr(model, attribute.name)
        if isinstance(model, Quantity) and attribute.name in ("least", "most"):
            yield attribute.name, _end(model, value, attribute.name)
        elif not (isinstance(model, Node) and value == attribute.default) and not _is_absent(model, attribute.name):
            yield attribute.name, mirror(value)


def _is_absent(model: Any, name: str) -> bool:
    """Whether a day with its reasons, beside a deadline or the end of a window, or the list of a part is not there."""
    left_out = {(Duty, "due"): None, (Duty, "life"): ONCE, (Window, "closes"): None, (Question, "of_list"): ""}
    return (kind_of(model), name) in left_out and getattr(model, name) == left_out[kind_of(model), name]


def _end(quantity: Quantity, end: Any, name: str) -> object:
    if not isinstance(quantity, Day):
        return None if abs(end) == inf else int(end) if isinstance(quantity, Number) else str(end)
    if abs(end) == inf:
        return "never" if end > 0 else "none"
    return None if end == {"least": FIRST, "most": LAST}[name] else date.fromordinal(end).isoformat()


def parts(value: Any) -> Iterator[Any]:
    """Yield every model and enumeration within a value, itself first."""
    if isinstance(value, AtLeast):  # which is read by the field it stands in
        things: Any = value.items  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        yield from parts(things)
    elif isinstance(value, tuple):
        for item in items(value):
            yield from parts(item)
    elif isinstance(value, Enum | Provision | Readings | Consulted | Names):
        yield value
    elif attrs.has(kind_of(value)) and not isinstance(value, Between):  # likewise
        yield value
        for attribute in attrs.fields(kind_of(value)):
            yield from parts(getattr(value, attribute.name))


def some_of_each(*values: Any) -> list[Any]:
    """Return up to three different parts of each type in `values`, and of each kind of finding."""
    found: dict[object, dict[Any, None]] = {}
    for part in parts(values):
        some = found.setdefault((kind_of(part), part.kind if isinstance(part, Finding) else None), {})
        if len(some) < 3:
            some[part] = None
    return [part for some in found.values() for part in some]


def comes_back(value: Any) -> bool:
    """Whether a value is the same after it was written and read."""
    return bool(from_json(to_json(value), kind_of(value)) == value)


def example() -> PreservationCase:
    """Return the case of the example."""
    return load_case(EXAMPLE, PreservationCase)


# There and back


@pytest.mark.parametrize("model", MODELS)
@quick
@given(data=st.data())
def test_a_model_comes_back_as_it_was(model: str, data: st.DataObject) -> None:
    """What a strategy of `uncc.testing` draws is the same after it was written and read."""
    value = data.draw(MODELS[model])
    assert type(value).__name__ == model
    assert comes_back(value)


@pytest.mark.long
@quick
@given(cases())
def test_a_report_comes_back_as_it_was(case: PreservationCase) -> None:
    """A report is the same after it was written and read, with every finding, reading and deadline in it."""
    assert comes_back(assess(case))


@pytest.mark.long
@quick
@given(assistance_cases())
def test_a_report_on_assistance_comes_back_as_it_was(case: AssistanceCase) -> None:
    """So is a report on assistance, whatever the case, and however much of it is not known."""
    assert comes_back(assess(case))


@pytest.mark.no_cover
@effort(10)
@given(cases())
def test_every_part_comes_back_as_it_was(case: PreservationCase) -> None:
    """Each model within a case and its report can be written and read alone."""
    for part in some_of_each(case, assess(case)):
        assert comes_back(part), part


EXTRAS = {"docx", "icalendar", "matplotlib"}
"""What some rooms of `uncc.pages` need; where it is not installed, they cannot be entered."""


def public_models() -> dict[type[Any], str]:
    found: dict[type[Any], str] = {}
    for module in walk_packages(uncc.__path__, "uncc."):
        if not module.name.endswith(("__main__", "testing")):
            try:
                room = import_module(module.name)
            except ModuleNotFoundError as error:
                if error.name not in EXTRAS:
                    raise
                continue
            for name in getattr(room, "__all__", ()):
                kind = getattr(room, name)
                if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Enum)):
                    found[kind] = name
    return found


def _bare_models() -> Iterator[Any]:
    """Yield every public model that can be built of nothing."""
    for kind in public_models():
        if attrs.has(kind) and all(field.default is not attrs.NOTHING for field in attrs.fields(kind)):
            with suppress(InvalidValue):  # an entry of a record must say something
                yield kind()


def _bare_facts() -> list[type[Facts]]:
    """Return the public collections of facts that can be built of nothing."""
    return [type(model) for model in _bare_models() if isinstance(model, Facts)]


@pytest.mark.long
@pytest.mark.parametrize("model", _bare_facts(), ids=lambda model: model.__name__)
@effort(5)
@given(data=st.data())
def test_facts_come_back_as_they_were(model: type[Facts], data: st.DataObject) -> None:
    """Every collection of facts is the same after it was written and read, whatever is known in it."""
    try:
        value = data.draw(collections_of(model))
    except InvalidValue:  # facts that contradict each other
        reject()
    assert comes_back(value)


NO_DOCUMENTS = {
    *("Departure", "Evaluator", "Formula", "Passage", "Suspension", "Text"),
    "AtLeast",
    "Between",
    "Quantity",
    "Line",
    "Part",
    "Page",
    "Section",
    "Paragraph",
    "Heading",
    "Point",
    "Points",
    "Tree",
    "Entries",
    "Table",
    "Blank",
    "Disagreement",
    "Draft",
    "Answered",
    "Happening",
}
"""What a report is put together from before it is printed."""
ASKED_ANEW = {
    *("Difference", "Exploration", "FactChange", "LimbChange", "ReadingChange", "Switch", "Weight", "WhatIf"),
    *("Answers", "Column"),
}
"""What a finding is asked, and is asked again rather than written down; its tables are plain rows."""

PEOPLE_AND_EVIDENCE = (
    "DataSafeguards",
    "ExistingNetwork",
    "InterceptionRequest",
    "NetworkRequest",
    "OnwardTransfer",
    "PersonTransfer",
    "PersonalDataTransfer",
    "PointOfContact",
    "Restraint",
    "SafeConduct",
    "SimilarCase",
    "StoredDataRequest",
    "TrafficDataRequest",
)
"""The models of Arts. 36, 40(9) to 40(11), 40(29), 41, 44, 45 and 46, each of which can stand with nothing known."""


def rich_values() -> list[Any]:
    """Return values in which every public model stands."""
    case = example()
    extension = Extension(requested_on=date(2028, 4, 1), granted=True, until=date(2028, 8, 1))
    order = PreservationOrder(ordered_on=date(2028, 3, 10), renewals=(Renewal(on=date(2028, 5, 1), days=30),))
    entry = Entry(did="locate", on=date(2028, 3, 12), by=Role.REQUESTING_STATE, in_time=True, note="by telephone")
    others = (Entry(did_not="disclose-path", on=date(2028, 3, 13)), Entry(complete_until=date(2028, 3, 13)))
    known = attrs.evolve(entry, known_on=date(2028, 3, 14), corrects=0, about="request.offence")
    case = attrs.evolve(
        case, measure=attrs.evolve(case.measure, extensions=(extension,), order=order), record=(entry, *others)
    )
    report = assess(case)
    change = Change(report.open_questions[0].question, to=True)
    expiry = preservation_expiry(case.dated_measure)
    told = (known, *report.standings(), docket({"hospital.json": case}, on=date(2028, 9, 1)), _difference(case))
    told = (*told, *_interview(), *(one for one in over_time() if type(one) is not happenings.Happening))
    return [*told, case, report, case.relation, expiry, rows(), change, State("Astoria"), *_examples(), *_others()]


def over_time() -> Iterator[Any]:
    """Yield a matter, and whatever can happen in one."""
    case = example()
    follows = load_case(EXAMPLE.with_name("preserved_mailbox.json"), AssistanceCase)
    days: dict[str, Any] = {"on": date(2028, 3, 9), "known_on": date(2028, 3, 9)}
    happened = (
        happenings.RequestReceived(**days),
        happenings.Doubted(**days, threatens_confidentiality=True),
        happenings.Determined(**days, execution_wanted=True),
        happenings.Preserved(**days, period_days=60),
        happenings.Extended(**days, days=30, granted=True),
        happenings.FollowedUp(on=date(2028, 6, 1), case=attrs.evolve(follows, preservation=None)),
        happenings.Postponed(on=date(2028, 6, 1), request=1, consulted=True),
        happenings.Resumed(on=date(2028, 6, 2), request=1),
        happenings.Refused(on=date(2028, 6, 3), request=1, reasons_given=True),
        happenings.Decided(on=date(2028, 6, 1)),
        happenings.Denounced(**days, by=Role.REQUESTED_STATE),
        happenings.Recorded(**days, entry=Entry(did="locate", on=date(2028, 3, 9))),
    )
    unreceived = attrs.evolve(case.request, received_on=None)
    opened = attrs.evolve(case, as_of=date(2028, 3, 8), request=unreceived, measure=PreservationMeasure())
    yield from (*happened, happenings.Happening(**days), Matter(opened, happened))


def _difference(case: PreservationCase) -> ReportDifference:
    """Return what changed between two reports, with something in every part."""
    choice = Readings.named({"preservation-floor-start": "received"})
    outlook = attrs.evolve(case.outlook, will_not_secure_data=True)
    position = attrs.evolve(case.position, prejudices_essential_interests=True)
    other = attrs.evolve(case, outlook=outlook, position=position, readings=choice, record=())
    other = attrs.evolve(other, measure=attrs.evolve(other.measure, extensions=()))
    found = diff(assess(case), assess(other))
    house = load_case(EXAMPLE.with_name("ransom_house.json"))
    assert isinstance(house, ConfiscationCase)
    report = assess(house)
    back, later = diff(assess(other), assess(case)), diff(assess(case), assess(case, on=date(2028, 10, 1)))
    return attrs.evolve(
        found,
        recorded=back.recorded,
        answers=later.answers,
        disclosure_grounds=found.grounds,
        amounts=diff(report, attrs.evolve(report, liability=None)).amounts,
        asked=back.asked,
    )


def _examples() -> Iterator[Any]:
    """Yield the case of every example, with its report."""
    for path in sorted(set(EXAMPLE.parent.glob("*.json")) - set(EXAMPLE.parent.glob("review_*.json"))):
        example = load_case(path)
        yield example
        yield assess(example)
        if not isinstance(example, DomesticLaw):
            yield attrs.evolve(example, record=(Entry(complete_until=example.as_of),))
        if isinstance(example, ExtraditionCase):
            relation = attrs.evolve(example.relation, treaty_binds=True, considers_convention_basis=True)
            yield assess(attrs.evolve(example, relation=relation))


def _others() -> Iterator[Any]:
    """Yield values of the models that stand in no case and no report."""
    yield jurisdiction_bases(Commission())
    yield fixed_amount(Fraction(1, 3), "EUR", "an amount", art(31, 2))
    stay = Period(date(2028, 5, 4), date(2028, 5, 9))
    yield credit_for_custody(PersonTransfer(serving_sentence=True, custody=(stay,)))
    yield RequestCourse(reply=NegativeReply(reasons_given=True))
    yield safe_conduct_end(SafeConduct(informed_on=date(2028, 5, 3), agreed_days=20, hindrances=(stay,)))
    reviewed = tuple(procedural.SafeguardedPower(power=power) for power in procedural.ProceduralPower)
    law = procedural.ProceduralLaw(safeguards=reviewed)
    yield law
    yield from procedural.requirements(law)[:3]
    yield from _confiscation()
    yield from _chapter_9()
    yield from _bare_models()
    record = load_record(EXAMPLE.parent / "review_borduria.json")
    statute = load_case(EXAMPLE.parent / "statute_drovia.json", DomesticLaw)
    yield from (
        record,
        review(record, notifications=duties_on_parallel_proceedings(ParallelProceedings())),
        shortfalls(statute),
    )
    yield review(attrs.evolve(record, state=statute.state, law=statute, procedural_law=None))
    assert record.procedural_law is not None
    deposited = received(record, load_deposits(EXAMPLE.parent / "deposits.csv"))
    yield from (procedural_shortfalls(record.procedural_law), deposited, review(record, depositary=deposited))
    yield ratification_file(record, final_provisions.History.story(), deposit_on=date(2030, 1, 1))


def _chapter_9() -> list[Any]:
    """Return values in which every model of the final provisions stands."""
    f, on, pair = final_provisions, date(2040, 1, 1), ("Astoria", "Borduria")
    events = [f.Event(participant=name, act=f.Act.ACCESSION, on=date(2027, 7, 1)) for name in (*pair, "Union")]
    events += [f.Event(participant="Astoria", act=f.Act.RESERVATION, on=date(2027, 7, 1), provision=art(63, 3))]
    events += [f.Event(participant="Borduria", act=f.Act.PROTOCOL, on=date(2030, 7, 1), subject="First Protocol")]
    history = f.History(
        events=tuple(events),
        organizations=(f.RegionalOrganization("Union", ("Astoria",)),),
        amendments=(f.Amendment("First", date(2034, 1, 1)),),
        clause=f.Clause(instruments=2),
        complete_until=on,
        complete_for=f.EVERY_ACT,
        tallies=(f.Tally(on=on, states_parties=59),),
    )
    treaty = f.OtherTreaty(name="Treaty of 1999", between=pair)
    entry = f.entry_into_force_for(history, history.events[0])
    regime = f.regime_between(history, pair, on, treaties=(treaty,))
    values = [history, treaty, entry, regime, f.status_table(history, on), f.terms(history, "Astoria"), f.Signing()]
    values += [f.Deliberation(in_favour=40), f.VotingMatter(), f.Dispute(), f.Practice(), *f.notifications()]
    values += history.tallies
    enums = (f.Act, f.AuthenticLanguage, f.Bearer, f.Moment, f.Place, f.Status)
    return [*values, *(member for kind in enums for member in kind)]


def _confiscation() -> list[Any]:
    """Return values in which every public model on confiscation stands."""
    money = confiscation.Money.parse("EUR 1200.5")
    loot, flat = (confiscation.Holding(name=name, value=money) for name in ("loot", "flat"))
    flat = attrs.evolve(flat, bought_with=(confiscation.Payment(taken_from="loot", value=money, proceeds=money),))
    asset = confiscation.Asset(
        name="flat",
        history=confiscation.AssetHistory((loot, flat)),
        rights=(confiscation.ThirdPartyRight(holder="the bank", value=money),),
        corresponding_value=confiscation.CorrespondingValue(outstanding=money),
        burden=confiscation.OriginBurden(required_by_law=True),
    )
    requests = [confiscation.ConfiscationRequest(kind=kind) for kind in confiscation.ConfiscationRequestKind]
    plain = (
        *(confiscation.ConfiscationLaw, confiscation.ConfiscationPosition, confiscation.Disposal),
        *(confiscation.Execution, confiscation.ForeignOrder, confiscation.FreezingBasis),
        *(confiscation.ProceedsInformation, confiscation.ProsecutionBar, confiscation.ProvisionalMeasure),
        confiscation.RecoveryLaw,
    )
    models = [model() for model in plain]
    case = load_case(EXAMPLE.with_name("ransom_house.json"))
    return [
        case,
        assess(case),
        asset,
        confiscation.liable_to_confiscation(asset),
        *requests,
        *models,
        *confiscation.Agreement,
    ]


def _interview() -> list[Any]:
    """Return values in which every public model of the interview stands."""
    interview = Interview.of(load_case(EXAMPLE), ["conformity"])
    return [interview, interview.progress, *map(interview.question, ("request.data", "request.offence", "as_of"))]


@pytest.mark.long
def test_no_public_model_is_left_out() -> None:
    """Every public model is written and read here, but for the register's own entries and what no document holds."""
    found = some_of_each(*rich_values())
    for part in found:
        assert comes_back(part), part
    models = {kind for kind in public_models() if attrs.has(kind) and kind.__name__ not in NO_DOCUMENTS | ASKED_ANEW}
    assert models <= {type(part) for part in found}


@pytest.mark.long
@pytest.mark.parametrize(
    "member",
    [member for kind in public_models() if issubclass(kind, Enum) and not issubclass(kind, Reading) for member in kind],
    ids=str,
)
def test_a_member_is_written_by_its_value(member: Enum) -> None:
    """An enumeration's member is its stable name in JSON, and nothing else reads as it."""
    assert to_json(member) == json.dumps(member.value)
    assert from_json(to_json(member), type(member)) is member
    with pytest.raises(DocumentError):
        from_data(member.name + "?", type(member))


# What is written


@pytest.mark.long
@quick
@given(cases())
def test_what_is_written_is_what_the_format_says(case: PreservationCase) -> None:
    """Keys stand in the order of the fields, days as ISO 8601, what is not known as null, members by value."""
    for value in (case, assess(case)):
        assert to_json(value) == json.dumps(mirror(value), indent=2, ensure_ascii=False)


def test_a_small_model_in_full() -> None:
    """The bytes of a small model, as they are."""
    party = StateParty(state=State("Côte"), bound_from=date(2027, 6, 1), reservations=(), denounced=False)
    assert to_json(party) == (
        '{\n  "state": {\n    "name": "Côte"\n  },\n  "bound_from": "2027-06-01",\n  "bound_until": null,\n'
        '  "denounced": false,\n  "reservations": []\n}'
    )


def test_a_moment_is_written_in_utc() -> None:
    """A moment ends in Z, keeps its fraction of a second, and an address is text."""
    seen = Endpoint(
        address=IPv6Address("2001:db8::7"), port=22, seen_at=datetime(2027, 5, 9, 4, 12, 9, 500, tzinfo=UTC)
    )
    expected = {"address": "2001:db8::7", "port": 22, "seen_at": "2027-05-09T04:12:09.000500Z"}
    assert json.loads(to_json(seen)) == expected


def test_a_finding_says_nothing_of_limbs_that_it_has_not() -> None:
    """A leaf settled by the text has neither `because` nor `about`; a reading consulted is named with its choice."""
    report = json.loads(to_json(assess(example())))
    reasons = next(answer["finding"] for answer in report["answers"] if answer["id"] == "reasons")
    assert list(reasons) == ["truth", "statement", "authority", "kind", "because", "about"]
    assert reasons["about"] == {"reading": "preservation-assistance-rules", "chosen": None}
    assert [list(limb) for limb in reasons["because"]] == [["truth", "statement", "authority", "kind"]] * 2
    floor = next(span["window"]["because"] for span in report["spans"] if span["id"] == "preservation-window")
    assert {"reading": "preservation-floor-start", "chosen": "effected"} in list(_all_about(floor))


def _all_about(node: dict[str, Any]) -> Iterator[object]:
    yield node.get("about")
    for limb in node.get("because", ()):
        yield from _all_about(limb)


def test_what_is_no_number_of_json_is_not_written() -> None:
    """A value that JSON does not have is refused and not written as something like it."""
    with pytest.raises(ValueError, match="JSON"):
        to_json(float("nan"))


@pytest.mark.long
@quick
@given(cases())
def test_equal_models_give_equal_text(case: PreservationCase) -> None:
    """The same case, built anew from its own text, gives the same text and the same report."""
    again = from_json(to_json(case), PreservationCase)
    assert to_json(again) == to_json(case)
    assert to_json(assess(again)) == to_json(assess(case))


@pytest.mark.long
def test_another_process_gives_the_same_bytes() -> None:
    """The report is the same to the byte in other processes, however they order their hashes."""
    calls = [("assess", str(EXAMPLE), "--format", form) for form in ("text", "json")]
    first, *others = (printed(calls, PYTHONHASHSEED=seed) for seed in ("0", "1", "4242"))
    assert others == [first, first]
    assert [one.status for one in first] == [0, 0]
    assert first[1].out == (to_json(assess(example())) + "\n").encode()


# What is read


def test_absent_and_null_are_the_same() -> None:
    """A fact that is null is not known, just as one that is absent."""
    assert from_json('{"discriminatory_purpose": null}', Position) == from_json("{}", Position) == Position()


def test_a_leaf_may_say_that_it_is_about_nothing() -> None:
    """A finding whose `about` is null is one that has none."""
    leaf: dict[str, Any] = {"truth": "yes", "statement": "x", "authority": [], "kind": "text"}
    assert from_data({**leaf, "about": None, "because": []}, Finding) == from_data(leaf, Finding)
    assert from_data(leaf, Finding).about is None


def test_citations_are_read_in_the_forms_of_lawyers() -> None:
    """A provision may be cited in any form that `Provision.parse` takes; it is written in one."""
    assert to_json(from_json('"article 40, paragraph 21 (b)"', Provision)) == '"Art. 40(21)(b)"'
    assert from_json('"42(6)"', Provision) == art(42, 6)


def test_every_address_can_be_read() -> None:
    """Each of the Convention's addresses is the same after it was written and read."""
    for provision in addresses():
        assert comes_back(provision)


@pytest.mark.parametrize(
    "deadline", [None, Promptness.PROMPTLY, Deadline(date(2027, 5, 9), (art(42, 8),), clamped=True)]
)
def test_a_deadline_is_a_day_or_a_speed_or_nothing(deadline: Deadline | Promptness | None) -> None:
    """The three forms of a duty's deadline are told apart when they are read."""
    duty = attrs.evolve(assess(example()).duties[0], deadline=deadline)
    assert from_json(to_json(duty), Duty) == duty


def test_what_is_given_must_be_text_or_data_of_the_model() -> None:
    """Plain data are read as text is: lists for tuples, and no tuple, which JSON does not have."""
    assert from_data({"name": "Astoria"}, State) == State("Astoria")
    with pytest.raises(DocumentError, match=r"^data: \(\) is not a list$"):
        from_data({"data": ()}, PreservationRequest)


READING_USED: dict[str, Any] = {
    "id": "x",
    "question": "q",
    "authority": [],
    "options": {},
    "chosen": None,
    "adopted": None,
    "because": "b",
}
FAULTY_PARTS: list[tuple[type[Any], Any, str]] = [
    (Consulted, [], "document: [] is not an object of a reading and the option chosen"),
    (Consulted, {"reading": "preservation-floor-start"}, "is not a reading of the register and the option chosen"),
    (Consulted, {"reading": "x", "chosen": None}, "is not a reading of the register and the option chosen"),
    (Consulted, {"reading": [], "chosen": None}, "is not a reading of the register and the option chosen"),
    (
        Consulted,
        {"reading": "preservation-floor-start", "chosen": "x"},
        "document: 'x' is not an option of preservation-floor-start",
    ),
    (
        Consulted,
        {"reading": "preservation-floor-start", "chosen": ["received"]},
        "document: ['received'] is not an option of preservation-floor-start",
    ),
    (
        Finding,
        {"truth": "yes", "statement": "x", "authority": [], "kind": "text", "about": 1},
        "about: 1 is not a question",
    ),
    (
        Finding,
        {"truth": "yes", "statement": "x", "authority": [], "kind": "text", "about": {}},
        "about.name: is missing",
    ),
    (
        Finding,
        {"truth": "yes", "statement": "x", "authority": [], "kind": "text", "about": {"reading": 1, "chosen": None}},
        "about: {'reading': 1, 'chosen': None} is not a reading of the register",
    ),
    (
        Finding,
        {"truth": True, "statement": "x", "authority": [], "kind": "text"},
        "truth: true is not one of: no, unknown",
    ),
    (Deadline, {"on": "2027-05-09", "clamped": 1}, "clamped: 1 is not true, false"),
    (date, 20270509, "document: 20270509 is not a calendar day such as 2027-05-09"),
    (Question, {"name": "x"}, "statement: is missing"),
    (ReadingUsed, {**READING_USED, "options": []}, "options: [] is not an object"),
    (ReadingUsed, {**READING_USED, "options": {"a": 1}}, "options.a: 1 is not a text"),
]


@pytest.mark.parametrize(("model", "data", "message"), FAULTY_PARTS)
def test_a_faulty_part_of_a_report_is_refused(model: type[Any], data: Any, message: str) -> None:
    """What stands only in reports is read as strictly as a case."""
    with pytest.raises(DocumentError) as caught:
        from_data(data, model)
    assert message in str(caught.value)


def test_a_faulty_deadline_of_a_duty_is_refused() -> None:
    """A deadline that is neither a day nor a speed is told with what would be right."""
    duty = json.loads(to_json(assess(example()).duties[0]))
    faulty: list[tuple[Any, str]] = [
        ("soon", "deadline: 'soon' is not one of: expeditiously, immediately"),
        ({}, "deadline.on: is missing"),
        (3, "deadline: 3 is not one of: expeditiously"),
    ]
    for value, message in faulty:
        with pytest.raises(DocumentError) as caught:
            from_data({**duty, "deadline": value}, Duty)
        assert str(caught.value).startswith(message)


@pytest.mark.parametrize("digits", [5_000, 50_000])
def test_a_number_too_long_to_print_is_refused_as_any_other(digits: int) -> None:
    """Plain data with a number that Python will not print give a `DocumentError` as well, with its path."""
    paths: list[str] = []
    try:
        from_data({"address": "192.0.2.7", "port": 10**digits}, Endpoint)
    except DocumentError as error:
        paths = [fault.path for fault in error.faults]
    except ValueError:
        pass  # not shown, since pytest could not print it either
    assert paths == ["port"]


# Whatever the text

READ: list[Any] = [
    *(Consulted, Duty, Endpoint, Finding, Ground, PreservationMeasure, PreservationCase, Provision),
    *(Readings, Relation, Report, Row, StateParty, date, datetime, str, int, bool),
]


def faults_of(text: str, model: Any) -> tuple[Fault, ...]:
    """Return the faults for which a text is refused: none where it is read."""
    try:
        from_json(text, model)
    except DocumentError as error:
        return error.faults or (Fault("", ""),)
    return ()


@effort(100)
@given(st.text() | st.text(alphabet='[]{}",:\\ue0129.-+truefalsn \n'), st.sampled_from(READ))
def test_no_text_does_more_than_be_refused(text: str, model: Any) -> None:
    """Whatever the text, it is read or refused with a `DocumentError`."""
    assert all(fault.path and fault.message for fault in faults_of(text, model))


@effort(150)
@given(json_values, st.sampled_from(READ))
def test_no_json_does_more_than_be_refused(value: Any, model: Any) -> None:
    """Whatever the JSON, it is read or refused with faults that say where and what."""
    assert all(fault.path and fault.message for fault in faults_of(json.dumps(value), model))


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, inner in cast("dict[str, Any]", value).items():
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(items(value)):
            yield from _places(inner, (*path, number))


def mutated(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return the document with another value at one place."""
    if not path:
        return value
    changed = deepcopy(document)
    node = changed
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return changed


PLACES = list(_places(DOCUMENT))[1:]


@effort(300)
@given(
    st.sampled_from(PLACES), json_values | st.sampled_from(["2027-01-01", "2035-12-31", 0, 1, 90, True, False, None])
)
def test_one_value_changed_gives_a_case_or_its_faults(path: tuple[Any, ...], value: Any) -> None:
    """The example with any value at any one place is a case that can be assessed, or is refused with paths."""
    text = json.dumps(mutated(DOCUMENT, path, value))
    faults = faults_of(text, PreservationCase)
    for fault in faults:
        assert fault.path.split(".")[0].split("[")[0] in DOCUMENT, fault
        assert fault.message
    if not faults:
        assert isinstance(assess(from_json(text, PreservationCase)), Report)


REPORT: dict[str, Any] = json.loads(to_json(assess(load_case(EXAMPLE, PreservationCase))))


@pytest.mark.long
@effort(40)
@given(st.sampled_from(list(_places(REPORT))[1:]), json_values)
def test_one_value_changed_in_a_report_gives_a_report_or_its_faults(path: tuple[Any, ...], value: Any) -> None:
    """A report with any value at any one place is a report, or is refused with paths that begin at its keys."""
    text = json.dumps(mutated(REPORT, path, value))
    faults = faults_of(text, Report)
    for fault in faults:
        assert fault.path.split(".")[0].split("[")[0] in REPORT, fault
        assert "attribute" not in fault.message, fault
    assert faults or comes_back(from_json(text, Report))


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"effected_on": 5}, "effected_on: 5 is not a calendar day such as 2027-05-09, or null"),
        ({"period_days": {"about": 60}}, r"period_days: .* is not a whole number, or an object with"),
        ({"period_days": {}}, r"period_days: .* is not a whole number, or an object with"),
    ],
)
def test_what_is_known_of_a_day_or_number_has_its_own_form(document: dict[str, Any], message: str) -> None:
    """What is neither a day nor a number is refused with what is; `null` is not known."""
    with pytest.raises(DocumentError, match=message):
        from_data(document, PreservationMeasure)
    assert from_data(dict.fromkeys(document), PreservationMeasure) == PreservationMeasure()


def test_a_fact_that_is_stated_has_a_plain_value() -> None:
    """In a report what a case states is true, false, a number or a text."""
    stated = {"path": "measure.period_days", "statement": "the days of the period", "value": [60]}
    with pytest.raises(DocumentError, match=r"value: .* is not true, false, a number or a text"):
        from_data(stated, FactStated)
    assert from_data({**stated, "value": 60}, FactStated).value == 60


# Lists of the world


def test_a_list_is_complete_known_in_part_or_not_known() -> None:
    """`[...]` is all, `{"at_least": [...]}` some, `null` or absent nothing; each is written as it is read."""
    asked = Extension(granted=True)
    document: dict[str, Any] = {"granted": True}
    for written, known in (
        (None, None),
        ([], ()),
        ([document], (asked,)),
        ({"at_least": [document]}, AtLeast((asked,))),
    ):
        measure = from_data({"extensions": written}, PreservationMeasure)
        assert measure == PreservationMeasure(extensions=known)
        assert comes_back(measure)
    assert from_data({}, PreservationMeasure) == PreservationMeasure(extensions=None)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("none", "extensions: 'none' is not a list, or an object with \"at_least\" and a list, or null (not known)"),
        ({}, "extensions: {} is not a list, or an object"),
        ({"at_least": [], "at_most": []}, "extensions: {'at_least': [], 'at_most': []} is not a list, or an object"),
        ({"at_least": None}, "extensions.at_least: null is not a list"),
        ({"at_least": []}, "extensions.at_least: () is not one thing at least; a list that is not known at all is"),
        ({"at_least": [{"granted": 3}]}, "extensions.at_least[0].granted: 3 is not true, false or null (not known)"),
        ([{"granted": 3}], "extensions[0].granted: 3 is not true, false or null (not known)"),
    ],
)
def test_what_is_no_list_is_told_with_its_place(written: object, fault: str) -> None:
    """A list that cannot be read is a fault at its key, and a thing of it at its place."""
    with pytest.raises(DocumentError) as told:
        from_data({"extensions": written}, PreservationMeasure)
    assert str(told.value).startswith(fault)


def test_a_tree_that_asks_of_others_comes_back() -> None:
    """What is asked of things beside those stated is written with the words of its list, and read again."""
    found = preservation_expiry(PreservationMeasure(effected_on=date(2028, 3, 10), period_days=60))
    assert comes_back(found)
    assert '"of_list"' in to_json(found)
    assert '"of_list"' not in to_json(found.open_questions)


def test_a_postponement_comes_back_with_what_lets_the_duty_go_on() -> None:
    """Art. 40(27): a suspension is read back as one, and not as an event that ended the duty."""
    case = load_case(EXAMPLE.with_stem("interception_under_a_treaty"), AssistanceCase)
    report = assess(attrs.evolve(case, reply=NegativeReply(kind=ReplyKind.POSTPONEMENT, grounds=())))
    assert any(isinstance(event, Suspension) for duty in report.duties for event in duty.life.ends)
    assert comes_back(report)
