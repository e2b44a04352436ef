"""What changed between two reports on one request: each part by hand, and for whatever two cases there are."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import uncc
from tests.effort import effort
from uncc.cases import (
    ConfiscationCase,
    Entry,
    FactStated,
    Phase,
    PreservationCase,
    Report,
    ReportDifference,
    Request,
    assess,
    diff,
)
from uncc.confiscation import Money
from uncc.cooperation import Extension
from uncc.doors.serial import from_json, load_case, to_json
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth, by_text, derived
from uncc.kernel.parties import State
from uncc.kernel.provisions import art
from uncc.questions.difference import Difference
from uncc.readings import Readings
from uncc.testing import assistance_cases, cases, extradition_cases

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
EARLY, LATE = date(2028, 3, 13), date(2028, 6, 20)

PAIRS = (
    st.tuples(cases(), cases())
    | st.tuples(assistance_cases(), assistance_cases())
    | st.tuples(extradition_cases(), extradition_cases())
)
"""Two cases on the same request, with whatever facts each."""


def changed(after: Request, before: Request = HOSPITAL) -> ReportDifference:
    """Return what changed from one case to another."""
    return diff(assess(before), assess(after))


def causes(found: ReportDifference) -> list[tuple[str, ...]]:
    """Return what each answer and each standing names as its cause."""
    answers = (*found.answers, *found.grounds, *found.disclosure_grounds, *found.duties)
    return [*(one.because for one in answers), *(one.because for one in found.standings)]


def only(found: ReportDifference, *names: str) -> bool:
    """Whether nothing is told but in these parts, and what goes with the facts and reasons of them."""
    parts = {name for name in _parts() if getattr(found, name)}
    return parts == set(names)


def _parts() -> list[str]:
    heads = {"format", "case", "before", "after"}
    return [part.name for part in attrs.fields(ReportDifference) if part.name not in heads]


# Each part by hand


def test_another_day() -> None:
    """Where duties stand goes with the day; no fact is the cause, and what is as it was is named at most."""
    found = diff(assess(HOSPITAL), assess(HOSPITAL, on=LATE))
    assert only(found, "answers", "standings", "reasons")
    assert [(one.id, one.before, one.after, one.because) for one in found.answers] == [
        ("extension-in-time", YES, NO, ())
    ]
    assert [(one.duty, one.before.status, one.after.status) for one in found.standings if one.before and one.after] == [
        ("keep-floor", Phase.CONTINUING, Phase.LAPSED),
        ("ask-for-extension", Phase.OPEN, Phase.GONE_UNLESS_USED),
    ]
    assert found.standings[0].statement == "Tesmark shall keep the data preserved for 60 days at least"
    assert found.standings[0].after == next(one for one in assess(HOSPITAL, on=LATE).where if one.duty == "keep-floor")
    assert "in-force" in found.reasons
    assert "extension-in-time" not in found.reasons


def test_a_fact_that_is_stated_changed_or_withdrawn() -> None:
    """Each with its place and both values; an answer, a ground and a standing name the facts that carry them."""
    outlook = evolve(HOSPITAL.outlook, will_not_secure_data=True, prejudices_investigation=None)
    position = evolve(HOSPITAL.position, prejudices_essential_interests=True)
    found = changed(evolve(HOSPITAL, outlook=outlook, position=position))
    told = {one.path: tuple(side and side.value for side in (one.before, one.after)) for one in found.facts}
    assert told == {
        "position.prejudices_essential_interests": (None, True),
        "outlook.will_not_secure_data": (False, True),
        "outlook.prejudices_investigation": (False, None),
    }
    assert [one.told.statement for one in found.facts if one.after is None] == [
        one.before.statement for one in found.facts if one.before and one.after is None
    ]
    [ground] = found.grounds
    assert (ground.id, ground.before, ground.after) == ("grounds.essential-interests", UNKNOWN, YES)
    assert ground.because == ("position.prejudices_essential_interests",)
    [inform] = [one for one in found.standings if one.duty == "inform-of-outlook"]
    assert (inform.before and inform.before.status, inform.after and inform.after.status) == (
        Phase.NOT_DETERMINED,
        Phase.OWED_AS_FAR_AS_KNOWN,
    )
    assert inform.because == ("outlook.will_not_secure_data",)


def test_a_duty_that_arises_and_one_that_no_longer_does() -> None:
    """A duty is told whose trigger is another, with its sentence, and the fact that did it."""
    outlook = evolve(HOSPITAL.outlook, will_not_secure_data=True)
    arisen, *_ = changed(evolve(HOSPITAL, outlook=outlook)).duties
    assert (arisen.id, arisen.before, arisen.after) == ("duties.inform-of-outlook", UNKNOWN, YES)
    assert arisen.statement.startswith("Tesmark shall ")
    outlook = evolve(HOSPITAL.outlook, threatens_confidentiality=False)
    gone, *_ = changed(evolve(HOSPITAL, outlook=outlook)).duties
    assert (gone.id, gone.before, gone.after) == ("duties.inform-of-outlook", UNKNOWN, NO)
    assert gone.because == ("outlook.threatens_confidentiality",)


def test_a_duty_that_only_one_report_has() -> None:
    """It is told with nothing on the other side, as a duty and as a standing, and both ways."""
    report = assess(HOSPITAL)
    less = evolve(report, duties=report.duties[1:], where=report.where[1:])
    key = report.duties[0].key
    for old, new in ((report, less), (less, report)):
        found = diff(old, new)
        assert only(found, "duties", "standings")
        [duty], [stands] = found.duties, found.standings
        assert (duty.id, stands.duty) == (f"duties.{key}", key)
        assert (duty.before is None, stands.before is None) == (old is less,) * 2
        assert (duty.after is None, stands.after is None) == (new is less,) * 2


def test_days() -> None:
    """The day of expiry and the ends of the spans, with both days; `None` where none is set."""
    until = date(2028, 9, 1)
    extension = Extension(requested_on=date(2028, 4, 1), granted=True, until=until)
    extended = evolve(HOSPITAL, measure=evolve(HOSPITAL.measure, extensions=(extension,)), as_of=date(2028, 4, 2))
    found = changed(extended, evolve(HOSPITAL, as_of=date(2028, 4, 2)))
    moved = {one.id: (one.before and one.before.on, one.after and one.after.on) for one in found.days}
    assert moved["expires-on"] == (date(2028, 5, 9), until)
    without = changed(evolve(HOSPITAL, measure=evolve(HOSPITAL.measure, effected_on=None)))
    days = {one.id: one.after for one in without.days}
    assert days["expires-on"] is None
    assert {name.rpartition(".")[2] for name in days} >= {"not-before"}


def test_amounts() -> None:
    """What is liable to confiscation, at least and at most."""
    case = load_case(EXAMPLES / "ransom_house.json", ConfiscationCase)
    report = assess(case)
    assert report.liability is not None
    more = Money(report.liability.at_most.currency, report.liability.at_most.amount + 1)
    found = diff(report, evolve(report, liability=evolve(report.liability, at_most=more)))
    assert only(found, "amounts")
    assert [(one.id, one.before, one.after) for one in found.amounts] == [
        ("liability.at-most", report.liability.at_most, more)
    ]
    gone = diff(report, evolve(report, liability=None))
    assert [(one.id, one.after) for one in gone.amounts] == [
        ("liability.at-least", None),
        ("liability.at-most", None),
    ]


def test_questions_that_are_answered_dropped_or_new() -> None:
    """A question that a fact answers is told apart from one on which nothing turns any more."""
    outlook = evolve(HOSPITAL.outlook, threatens_confidentiality=False)
    found = changed(evolve(HOSPITAL, outlook=outlook))
    assert [one.path for one in found.answered] == ["outlook.threatens_confidentiality"]
    assert found.asked == ()
    back = changed(HOSPITAL, evolve(HOSPITAL, outlook=outlook))
    assert {one.path for one in back.asked} == {one.path for one in (*found.answered, *found.dropped)}
    assert back.answered == back.dropped == ()
    sure = changed(evolve(HOSPITAL, outlook=evolve(HOSPITAL.outlook, will_not_secure_data=True)))
    assert "outlook.threatens_confidentiality" in [one.path for one in sure.dropped]
    assert sure.answered == ()


def test_a_reading_chosen_otherwise() -> None:
    """The reading with its options, and the answers that stand on it name it; a choice answers its open question."""
    found = changed(evolve(HOSPITAL, readings=Readings.named({"preservation-floor-start": "received"})))
    [reading] = found.readings
    assert (reading.id, reading.before, reading.after) == ("preservation-floor-start", "effected", "received")
    assert set(reading.options) >= {"effected", "received"}
    assert [(one.id, one.before and one.before.on, one.after and one.after.on) for one in found.days] == [
        ("expires-on", date(2028, 5, 9), date(2028, 5, 8)),
        ("preservation-window.not-before", date(2028, 5, 9), date(2028, 5, 8)),
    ]
    report = assess(HOSPITAL)
    [asked, *_] = [one for one in report.open_questions if one.path.startswith("readings.")]
    [used] = [one for one in report.readings if f"readings.{one.id}" == asked.path]
    name = next(iter(used.options))
    chosen = changed(evolve(HOSPITAL, readings=Readings.named({used.id: name})))
    assert asked in chosen.answered
    assert {place for because in causes(chosen) for place in because} == {asked.path}


DONE = Entry(did="preserve", on=date(2028, 3, 10), known_on=date(2028, 3, 12), in_time=True)


def test_the_record() -> None:
    """Entries that came and those that no longer count, each as often as it does; the duty names the record."""
    after = evolve(HOSPITAL, record=(DONE,))
    found = changed(after)
    assert (found.recorded, found.unrecorded) == ((DONE,), ())
    [stands] = found.standings
    assert stands.after is not None
    assert (stands.duty, stands.after.status, stands.because) == (
        "preserve",
        Phase.DONE_IN_TIME,
        ("record.preserve",),
    )
    twice = evolve(HOSPITAL, record=(DONE, DONE))
    assert changed(twice, after).recorded == (DONE,)
    assert changed(HOSPITAL, twice).unrecorded == (DONE, DONE)


def test_a_record_that_is_complete() -> None:
    """That the record is complete up to a day is a cause for whatever stands elsewhere by it."""
    late = evolve(HOSPITAL, as_of=LATE)
    found = changed(evolve(late, record=(Entry(complete_until=LATE),)), late)
    gone = {one.duty: one for one in found.standings}["ask-for-extension"]
    assert gone.after is not None
    assert gone.after.status is Phase.GONE
    assert gone.because == ("record.complete_until",)


def test_a_step_that_another_duty_waits_for() -> None:
    """What the record tells of a duty is a cause for those that wait for it."""
    sure = evolve(HOSPITAL, outlook=evolve(HOSPITAL.outlook, will_not_secure_data=True))
    done = evolve(sure, record=(Entry(did="inform-of-outlook", on=EARLY),))
    because = {one.duty: one.because for one in changed(done, sure).standings}
    assert because["inform-of-outlook"] == ("record.inform-of-outlook",)
    assert because["determine-execution"] == ("record.inform-of-outlook",)


def test_other_knowledge() -> None:
    """What became known between two days is recorded; a correction takes out what it corrects."""
    wrong = evolve(DONE, on=date(2028, 3, 10), in_time=False)
    case = evolve(HOSPITAL, record=(wrong, evolve(DONE, known_on=date(2028, 4, 1), corrects=0)))
    first, second = (assess(case, on=LATE, known_on=day) for day in (date(2028, 3, 20), date(2028, 4, 1)))
    found = diff(first, second)
    assert found.unrecorded == (wrong,)
    assert found.recorded == (evolve(DONE, known_on=date(2028, 4, 1)),)
    [stands] = found.standings
    assert (stands.before and stands.before.status, stands.after and stands.after.status) == (
        Phase.DONE_LATE,
        Phase.DONE_IN_TIME,
    )
    nothing = diff(assess(case, on=LATE, known_on=date(2028, 3, 1)), first)
    assert nothing.recorded == (wrong,)


def test_a_day_of_knowledge_leaves_a_correction_that_says_nothing_else_out() -> None:
    """A record with a correction can be asked about on another day, and as known on another."""
    case = evolve(HOSPITAL, record=(DONE, Entry(corrects=0, known_on=date(2028, 4, 1))))
    assert assess(case, on=LATE).record == case.record
    assert assess(case, on=LATE, known_on=date(2028, 3, 20)).record == (DONE,)
    assert assess(case, on=LATE, known_on=date(2028, 4, 1)).record == ()


def test_the_days_that_a_duty_has_been_owed_are_no_change() -> None:
    """They go with the day that is asked about."""
    sure = evolve(HOSPITAL, outlook=evolve(HOSPITAL.outlook, will_not_secure_data=True))
    one, other = (assess(sure, on=day) for day in (EARLY, date(2028, 3, 14)))
    assert [x.days_owed for x in one.where] != [x.days_owed for x in other.where]
    found = diff(one, other)
    assert found.standings == ()
    assert found.is_empty is False
    assert only(found, "reasons")


def test_the_head_of_the_report_counts() -> None:
    """Two reports of which one says when the request was received are not the same."""
    report = assess(HOSPITAL)
    assert diff(report, report).is_empty
    other = evolve(report, header=evolve(report.header, as_of=LATE))
    assert diff(report, other).is_empty
    other = evolve(report, header=evolve(report.header, received_on=date(2028, 3, 10)))
    found = diff(report, other)
    assert only(found)
    assert not found.is_empty


def test_grounds_at_disclosure() -> None:
    """The grounds against an expedited disclosure stand apart."""
    position = evolve(HOSPITAL.disclosure_position, prejudices_essential_interests=True)
    found = changed(evolve(HOSPITAL, disclosure_position=position))
    assert found.grounds == ()
    assert [one.id for one in found.disclosure_grounds] == ["disclosure-grounds.essential-interests"]


def test_a_fact_of_one_of_several_things() -> None:
    """A fact of one thing is no cause for what is said of another of the same kind."""
    first, second = (Extension(requested_on=date(2028, 4, day), until=date(2028, 9, day)) for day in (1, 2))
    two = evolve(HOSPITAL, as_of=date(2028, 4, 20), measure=evolve(HOSPITAL.measure, extensions=(first, second)))
    granted = evolve(two.measure, extensions=(first, evolve(second, granted=True)))
    found = changed(evolve(two, measure=granted), two)
    assert [one.path for one in found.facts] == ["measure.extensions[1].granted"]
    assert {place for because in causes(found) for place in because} == {"measure.extensions[1].granted"}


def test_the_one_of_several_things_that_carries_an_answer() -> None:
    """Where the same is stated of two things, the cause is the one that sets the day."""
    parts: list[dict[str, Any]] = [{"requested_on": date(2028, 4, day), "until": date(2028, 9, day)} for day in (1, 2)]
    both = [tuple(Extension(**known, granted=granted) for known in parts) for granted in (False, True)]
    old, new = (
        evolve(HOSPITAL, as_of=date(2028, 4, 20), measure=evolve(HOSPITAL.measure, extensions=one)) for one in both
    )
    found = changed(new, old)
    assert {one.path for one in found.facts} == {f"measure.extensions[{number}].granted" for number in (0, 1)}
    [late] = [one for one in found.standings if one.duty == "ask-for-extension"]
    assert late.because == ("measure.extensions[1].granted",)


def test_what_is_as_it_was_is_no_cause() -> None:
    """A duty that arises as before, though from another fact, stands elsewhere by the record alone."""
    first = evolve(HOSPITAL, outlook=evolve(HOSPITAL.outlook, will_not_secure_data=True))
    other = evolve(HOSPITAL.outlook, will_not_secure_data=False, threatens_confidentiality=True)
    found = changed(evolve(first, outlook=other, record=(Entry(did="inform-of-outlook", on=EARLY),)), first)
    because = {one.duty: one.because for one in found.standings}
    assert because["inform-of-outlook"] == ("record.inform-of-outlook",)


def test_a_fact_that_is_withdrawn_answers_nothing() -> None:
    """A question that is no longer asked where its fact was known in part, and is not stated any more, is dropped."""
    report = assess(HOSPITAL)
    asked = next(one for one in report.open_questions if one.path)
    before = evolve(report, supplied=(*report.supplied, FactStated(asked.path, asked.question.statement, "2028")))
    after = evolve(report, open_questions=tuple(one for one in report.open_questions if one != asked))
    found = diff(before, after)
    assert (found.answered, found.dropped) == ((), (asked,))


# What cannot be compared


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"case": load_case(EXAMPLES / "ransom_house.json").case}, "after.case: 'confiscation' is not that of"),
        ({"requesting": "Astoria"}, "after.header.requesting: 'Astoria' is not that of the first report, Noravia"),
        ({"requested": "Astoria"}, "after.header.requested: 'Astoria' is not that of the first report, Tesmark"),
    ],
)
def test_reports_on_other_requests_are_refused(change: dict[str, Any], words: str) -> None:
    """Two kinds of case, or two other States, have nothing to be compared."""
    report = assess(HOSPITAL)
    other = evolve(report, **change) if "case" in change else evolve(report, header=evolve(report.header, **change))
    with pytest.raises(InvalidValue, match=words):
        diff(report, other)


def test_findings_are_compared_by_the_same_verb() -> None:
    """Of two findings the face tells what `uncc.questions.difference` does; one of each kind is a mistake."""
    before, after = (derived(value, "it rains", art(42, 4)) for value in (None, True))
    found = uncc.diff(before, after)
    assert isinstance(found, Difference)
    assert uncc.diff is diff
    verb: Any = diff
    for one, other, name in (
        (before, assess(HOSPITAL), "a Finding, as"),
        (assess(HOSPITAL), by_text(True, "x", art(42, 4)), "a Report, as"),
    ):
        with pytest.raises(InvalidValue, match=name):
            verb(one, other)
    with pytest.raises(InvalidValue):
        verb(HOSPITAL, HOSPITAL)


# Whatever the two cases


@pytest.mark.long
@given(PAIRS)
@effort(30)
def test_nothing_is_told_of_a_report_and_itself(pair: tuple[Any, Any]) -> None:
    """A report does not differ from itself, and not from one that was computed again."""
    found = changed(pair[0], pair[0])
    assert found.is_empty
    assert only(found)


@pytest.mark.long
@given(PAIRS)
@effort(30)
def test_the_way_back_mirrors_the_way_there(pair: tuple[Any, Any]) -> None:
    """What came has gone on the way back, and each change has its sides exchanged."""
    one, other = map(assess, pair)
    there, back = diff(one, other), diff(other, one)
    assert (there.before, there.after) == (back.after, back.before)
    assert (set(there.recorded), set(there.unrecorded)) == (set(back.unrecorded), set(back.recorded))
    assert _questions((*there.answered, *there.dropped)) == _questions(back.asked)
    assert _questions(there.asked) == _questions((*back.answered, *back.dropped))
    assert set(there.reasons) == set(back.reasons)
    for name in ("facts", "readings", "answers", "grounds", "disclosure_grounds", "days", "amounts"):
        assert {(_name(x), x.before, x.after) for x in getattr(there, name)} == {
            (_name(x), x.after, x.before) for x in getattr(back, name)
        }
    for name in ("duties", "standings"):
        assert {(_name(x), x.before, x.after, frozenset(x.because)) for x in getattr(there, name)} == {
            (_name(x), x.after, x.before, frozenset(x.because)) for x in getattr(back, name)
        }


def _name(change: Any) -> object:
    return next(getattr(change, name) for name in ("path", "id", "duty") if hasattr(change, name))


def _questions(told: Iterable[Any]) -> set[Any]:
    return {one.question for one in told}


@pytest.mark.long
@given(PAIRS)
@effort(30)
def test_whatever_differs_in_the_json_is_told(pair: tuple[Any, Any]) -> None:
    """An answer, a ground, a duty or a standing that reads otherwise is told, and no other one is."""
    one, other = map(assess, pair)
    found = diff(one, other)
    for name, part in (("answers", found.answers), ("grounds", found.grounds), ("duties", found.duties)):
        old, new = (_written(report, name) for report in (one, other))
        told = {_short(change.id) for change in part}
        differ = {key for key in {*old, *new} if old.get(key) != new.get(key)}
        assert told <= differ <= told | set(map(_short, found.reasons))
        assert {key for key in {*old, *new} if _truth(old.get(key)) != _truth(new.get(key))} == told
    old, new = (_written(report, "where") for report in (one, other))
    assert {change.duty for change in found.standings} == {key for key in {*old, *new} if old.get(key) != new.get(key)}
    stated = [{fact.path: fact for fact in report.supplied} for report in (one, other)]
    assert {change.path for change in found.facts} == {
        path for path in {*stated[0], *stated[1]} if stated[0].get(path) != stated[1].get(path)
    }


def _short(name: str) -> str:
    return name.removeprefix("grounds.").removeprefix("duties.")


def _written(report: Report, part: str) -> dict[str, Any]:
    """Return a part of a report as JSON has it, by what each item is called."""
    found: dict[str, Any] = {}
    for item in json.loads(to_json(report))[part]:
        item.pop("days_owed", None)
        name = item.get("ground") or item.get("duty") or item["id"]
        name = f"{name}@{item['about']}" if item.get("about") else name
        times = sum(key == name or key.startswith(f"{name}-#") for key in found)
        found[f"{name}-#{times}" if times else name] = item
    return {key.replace("-#", "-"): item for key, item in found.items()}


def _truth(item: dict[str, Any] | None) -> object:
    if item is None:
        return None
    finding = item.get("finding") or item["trigger"]
    return finding["truth"]


@pytest.mark.long
@given(PAIRS)
@effort(20)
def test_a_difference_travels(pair: tuple[Any, Any]) -> None:
    """It comes back from JSON and from a pickle as it was, and has the hash of its equals."""
    found = diff(*map(assess, pair))
    for again in (from_json(to_json(found), ReportDifference), pickle.loads(pickle.dumps(found))):
        assert again == found
        assert hash(again) == hash(found)


@pytest.mark.no_cover
@given(PAIRS)
@effort(20)
def test_each_cause_is_a_change_that_is_told(pair: tuple[Any, Any]) -> None:
    """What an answer or a standing names as its cause stands among the facts, the readings or the record."""
    found = diff(*map(assess, pair))
    told = {one.path for one in found.facts} | {f"readings.{one.id}" for one in found.readings}
    for because in causes(found):
        assert set(because) <= told
        assert len(set(because)) == len(because)


def test_another_state_is_another_request() -> None:
    """The names of the States are what tells whose request it is."""
    other = evolve(HOSPITAL, requesting=evolve(HOSPITAL.requesting, state=State("Astoria")))
    with pytest.raises(InvalidValue, match="requesting"):
        changed(other)
