"""The interview as a value: what it asks, what it takes, when it stops, and what it keeps."""

from __future__ import annotations

import pickle
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.doors.interviewed import MOST, STARTS, begun, replied, reply
from tests.effort import dice, effort, share
from uncc.cases import CaseKind, LawReport, PreservationCase, Report, assess
from uncc.cases.ledger import stated_facts
from uncc.confiscation import Money
from uncc.doors.case_file import fields_of
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile
from uncc.doors.prompts import Prompt, ValueKind
from uncc.doors.schema import schema
from uncc.doors.serial import case_class, load_case, read_case, to_json
from uncc.kernel.completions import everything_in
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.roles import Role
from uncc.readings import Readings

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(path for path in EXAMPLES.glob("*.json") if '"case"' in path.read_text(encoding="utf-8"))
EVERY_KIND = pytest.mark.parametrize("kind", CaseKind)
QUICK = (CaseKind.EXTRADITION, CaseKind.DOMESTIC_LAW)
"""The kinds whose reports are drawn up in no time; the others take seconds where they are asked for throughout."""
QUICK_FIRST = pytest.mark.parametrize(
    "kind", [kind if kind in QUICK else pytest.param(kind, marks=pytest.mark.long) for kind in CaseKind]
)


# What is asked


@EVERY_KIND
def test_what_a_file_must_have_is_asked_first(kind: CaseKind) -> None:
    """Nothing else is asked before; it cannot be unknown; then there is a report."""
    interview = Interview.of(kind)
    first = dict(STARTS[kind]) | ({"request.kind": "enforce-order"} if kind is CaseKind.CONFISCATION else {})
    assert [one.path for one in interview.questions] == list(first)
    assert all(one.required and one.words and not one.bears_on for one in interview.questions)
    assert interview.case is None
    assert interview.report is None
    assert interview.not_needed == ()
    assert interview.progress.settled == ()
    assert interview.progress.waiting
    for path, value in first.items():
        assert interview.case is None
        with pytest.raises(InvalidValue, match="the file cannot be read without it"):
            interview.answer(path, None)
        interview = interview.answer(path, value)
    assert interview.report == assess(read_case(interview.text))
    assert interview.kind is kind


def test_a_question_is_told_whole() -> None:
    """A question has its words, provisions, kind, choices, who answers, why it is asked, and what replies settle."""
    interview = begun(CaseKind.EXTRADITION)
    told = interview.question("position.is_national")
    assert told.words == "the person sought is a national of the requested State"
    assert [str(one) for one in told.provisions] == ["Art. 37(11)", "Art. 37(13)"]
    assert told.asked_of is Role.REQUESTED_STATE
    assert told.kind is ValueKind.YES_NO
    assert told.form == "true or false"
    assert told.about.startswith("What the requested State itself knows")
    assert not told.required
    assert not told.parts
    assert "obliged" in told.bears_on
    assert set(told.bears_on) <= set(interview.progress.waiting)
    assert interview.settles("position.is_national") == {"yes": (), "no": ("grounds.nationality",)}
    notice = interview.question("relation.notice")
    assert notice.kind is ValueKind.CHOICE
    assert [*notice.choices] == [*interview.settles("relation.notice")]
    assert interview.settles("request.person") == {}
    reading = interview.question("readings.extradition-duty")
    assert reading.asked_of is Role.INTERPRETER
    assert all(reading.choices.values())


@pytest.mark.no_cover
@QUICK_FIRST
def test_every_open_question_is_answered_by_its_path(kind: CaseKind) -> None:
    """Whatever the report on an empty case leaves open has a place, and an answer there closes it."""
    interview, lot = begun(kind), Random(3)
    assert interview.report is not None
    assert interview.report.open_questions
    for question in interview.report.open_questions:
        assert question.path, question
        prompt = interview.question(question.path)
        after = replied(interview, prompt, lot)
        assert after.stated(question.path) is not None, (question.path, prompt.kind)
        assert after.report is not None
        still = {one.path for one in after.report.open_questions}
        assert question.path not in still, (question.path, after.stated(question.path))


def test_each_of_two_lists_of_data_has_its_own_questions() -> None:
    """Art. 45(3)(c): how the data to be collected relate to the offence is asked of them, and not of other data."""
    interview = begun(CaseKind.ASSISTANCE).answer("request.purposes", ["traffic-data", "stored-data"])
    for path in ("request.data", "traffic_data.data"):
        interview = interview.answer(path, [{"category": "traffic-data", "description": path}])
    related = "traffic_data.data[0].relation_to_offence"
    assert [one.path for one in interview.questions if one.path.endswith("relation_to_offence")] == [related]
    assert related not in {one.path for one in interview.answer(related, "They show the way.").questions}


@pytest.mark.long
@EVERY_KIND
def test_what_is_affirmed_is_what_was_asked(kind: CaseKind) -> None:
    """Whoever says yes, or tells a particular, makes true what the question says, and nothing in its place."""
    interview, lot, looked_at = begun(kind), dice(7), 0
    for _ in range(max(12, share(60))):
        points = CaseFile(interview.text).open_points
        if not points:
            break
        path = lot.choice([*points])
        prompt, question = interview.question(path), points[path].question
        said = True if prompt.kind is ValueKind.YES_NO else reply(prompt, lot)
        try:
            after = interview.answer(path, said)
        except DocumentError:  # it contradicts what was said before
            interview = interview.answer(path, None)
            continue
        assert after.report is not None
        nodes = (node for _, finding in after.report.named for node in everything_in(finding))
        of_it = [one for one in nodes if one.about == question and one.statement == question.statement]
        if prompt.kind in {ValueKind.YES_NO, ValueKind.TEXT}:
            assert {one.truth for one in of_it if isinstance(one, Finding)} <= {Truth.YES}, (path, question)
            looked_at += len(of_it)
        interview = after
    assert looked_at


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_open_questions_of_the_examples_have_places(path: Path) -> None:
    """An interview goes on where the file stands, and asks for what its report leaves open and is not stated."""
    interview = Interview.of(path.read_text(encoding="utf-8"))
    assert interview.case == load_case(path)
    assert interview.report is not None
    paths = {interview.question(one.path).path for one in interview.report.open_questions}
    asked = {one.path for one in interview.questions}
    for one in paths - asked:
        interview.stated(one)  # it is told as far as it is known
    assert not asked & set(interview.not_needed)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_day_is_asked_of_what_has_not_happened(path: Path) -> None:
    """Art. 42(8): of a request that is not decided nobody is asked when it was; of each day asked some can be told."""
    interview = Interview.of(path.read_text(encoding="utf-8"))
    decided = "preservation.measure.decided"
    with suppress(InvalidValue):  # of other kinds of case
        interview = interview.later(f"{decided}_on").answer(decided, False)
        assert f"{decided}_on" not in {one.path for one in interview.questions}
    assert isinstance(interview.report, Report | LawReport)
    asked = {one.path for one in interview.report.open_questions} | {one.path for one in interview.questions}
    assert f"{decided}_on" not in asked
    for one in map(interview.question, asked):
        if one.kind is ValueKind.DAY:
            assert any(
                map(partial(_takes, interview, one.path), ("2026-01-01", "2028-03-20", "2029-01-01", "2090-01-01"))
            )


def _takes(interview: Interview, path: str, value: Any) -> bool:
    try:
        interview.answer(path, value)
    except DocumentError:
        return False
    return True


def test_a_paper_is_asked_what_it_does_not_say_yet() -> None:
    """A request that is silent does not conform; while it is being told, what it says on each point is asked."""
    interview = begun(CaseKind.PRESERVATION, ("conformity",))
    assert interview.report is not None
    assert {one.path for one in interview.questions} >= {"request.authority", "request.data", "request.offence.title"}
    assert interview.progress.waiting == ("conformity",)
    values: dict[str, Any] = {
        "request.authority": {"name": "Prosecutor of Astoria"},
        "request.offence.title": "Extortion",
        "request.offence.summary_of_facts": "Systems were locked.",
        "request.data": [
            {"category": "traffic-data", "description": "the log", "relation_to_offence": "it shows the intruder"}
        ],
        "request.system_location": "Borduria",
        "request.custodian": {"name": "Host"},
        "request.necessity": "They are deleted after 30 days.",
        "request.later_assistance": "It follows.",
        "request.confidentiality": "Do not tell the user.",
    }
    asked: list[str] = []
    while (question := interview.next) is not None:
        asked.append(question.path)
        interview = interview.answer(question.path, values.get(question.path))
    assert interview.progress.settled == ("conformity",)
    assert len(asked) < 12
    assert isinstance(interview.report, Report)
    assert interview.report.answer("conformity").finding.is_yes


def test_only_what_bears_on_the_answers_wanted_is_asked() -> None:
    """A name wants one answer, the name of a group all of it; one that no report has is refused, with the nearest."""
    one = begun(CaseKind.PRESERVATION, ("grounds.essential-interests",))
    assert [question.path for question in one.questions] == ["position.prejudices_essential_interests"]
    group = begun(CaseKind.PRESERVATION, ("grounds",))
    assert {name for question in group.questions for name in question.bears_on} == set(group.progress.waiting)
    assert all(name.startswith("grounds.") for name in group.progress.settled + group.progress.waiting)
    with pytest.raises(InvalidValue, match="perhaps conformity is meant"):
        Interview.of(CaseKind.PRESERVATION, ("conformty",))


def test_a_reply_that_the_file_refuses_settles_nothing() -> None:
    """What contradicts another answer is left out of what the replies would settle."""
    interview = begun(CaseKind.EXTRADITION).answer("position.other_conditions_met", True)
    path = "request.offences[0].period_too_short"
    assert [*interview.settles(path)] == ["no"]


# What is answered


def test_four_replies_stay_apart() -> None:
    """Yes and no settle; "not known" stands as null and is not asked again; "later" stands nowhere, and comes last."""
    begin = begun(CaseKind.PRESERVATION, ("power",))
    first = begin.questions[0].path
    yes, no, unknown, later = (
        begin.answer(first, True),
        begin.answer(first, False),
        begin.answer(first, None),
        begin.later(first),
    )
    assert (yes.stated(first), no.stated(first), unknown.stated(first)) == (True, False, None)
    with pytest.raises(KeyError):
        later.stated(first)
    assert no.next is None
    assert no.progress.settled == ("power",)
    assert first not in [one.path for one in unknown.questions]
    assert later.questions[-1].path == first
    assert later.postponed == (first,)
    assert later.report == unknown.report == begin.report
    for question in unknown.questions:
        unknown = unknown.answer(question.path, None)
    assert unknown.next is None
    assert unknown.progress.left_open == ("power",)
    assert unknown.asked_anew().questions == begin.questions
    listed = begin.answer("measure.extensions", [{"granted": None}])
    assert listed.asked_anew().document["measure"] == {"extensions": [{}]}
    assert later.answer(first, True).postponed == ()
    assert later.later(first).postponed == (first,)


def test_a_reading_too_can_be_not_known() -> None:
    """Nobody need choose an option: null stands in the file, is law as if absent, and is not asked again."""
    begin = begun(CaseKind.PRESERVATION)
    path = "readings.preservation-extension-duty"
    unknown = begin.answer(path, None)
    assert unknown.stated(path) is None
    assert unknown.report == begin.report
    assert unknown.case == begin.case
    assert path in [one.path for one in begin.questions]
    assert path not in [one.path for one in unknown.questions]
    assert unknown.asked_anew().questions == begin.questions
    assert unknown.later(path).questions[-1].path == path
    assert unknown.answer(path, "same-rules").stated(path) == "same-rules"
    validator: Any = Draft202012Validator(schema(PreservationCase))
    assert validator.is_valid(unknown.document)
    with pytest.raises(InvalidValue, match="the id of a reading"):
        Readings.named({"extension-duty": None})


@pytest.mark.no_cover
@EVERY_KIND
def test_a_question_is_put_in_plain_words(kind: CaseKind) -> None:
    """What is asked, and each of its parts, is told without the marks and the names of code."""

    def told(prompt: Prompt) -> str:
        below = (told(part) for part in prompt.parts)
        return " ".join((prompt.words, prompt.about, *prompt.choices.values(), *below))

    model: Any = case_class(kind)
    for path in fields_of(model):
        assert not re.search("`|None|\\w_\\w|InvalidValue", told(Interview.of(kind).question(path))), path
    extensions = begun(CaseKind.PRESERVATION).question("requesting.reservations")
    assert extensions.words == "reservations of the requesting State: all that it has made"


def test_going_back_loses_nothing() -> None:
    """What does not matter after an early answer has changed stays in the file, is listed, and matters again later."""
    interview = begun(CaseKind.PRESERVATION, ("confidentiality-law", "integrity"))
    interview = interview.answer("regime.by_order_to_person", True).answer("regime.obliges_to_keep_intact", False)
    assert interview.not_needed == ()
    changed = interview.answer("regime.by_order_to_person", False)
    assert changed.stated("regime.obliges_to_keep_intact") is False
    assert changed.answer("regime.by_order_to_person", True) == interview
    only = begun(CaseKind.PRESERVATION, ("confidentiality-law",)).answer("regime.by_order_to_person", True)
    assert only.not_needed == ("regime.by_order_to_person",)
    assert Interview.of(only.text).not_needed == ()
    assert only.later("regime.by_order_to_person").not_needed == ()


def test_of_a_law_too_some_facts_are_not_needed() -> None:
    """What a law states and its answer does not rest on is listed with its place; what it rests on is not."""
    stated = [one.path for one in stated_facts(load_case(EXAMPLES / "statute_borduria.json"))]
    text = (EXAMPLES / "statute_borduria.json").read_text(encoding="utf-8")
    idle = Interview.of(text, ["articles.illegal-access"]).not_needed
    assert [path for path in stated if path not in idle] == [
        "offences[0].criminal",
        "offences[0].definition.whole_accessed",
        "offences[0].definition.part_accessed",
    ]
    assert {*Interview.of(text).not_needed} < {*idle} < {*stated}


def test_an_answer_makes_what_it_stands_in() -> None:
    """An object, the first of a list, conduct under the name of its offence, and a list of which some are known."""
    interview = begun(CaseKind.PRESERVATION)
    found = interview.answer("request.offence.serious_crime", True).document["request"]
    assert found == {"offence": {"serious_crime": True}}
    found = begun(CaseKind.EXTRADITION).answer("request.offences[0].related", False).document["request"]
    assert found == {"offences": [{"related": False}]}
    some = interview.answer("measure.extensions[0].granted", True)
    assert some.document["measure"] == {"extensions": {"at_least": [{"granted": True}]}}
    assert some.stated("measure.extensions.at_least[0].granted") is some.stated("measure.extensions[0].granted") is True
    all_told = interview.answer("measure.extensions", []).answer("measure.extensions[0].granted", True)
    assert all_told.document["measure"] == {"extensions": [{"granted": True}]}
    conduct = interview.answer("request.offence.conduct", {"forgery": {}})
    conduct = conduct.answer("request.offence.conduct.alters", True)
    assert conduct.stated("request.offence.conduct.forgery.alters") is True
    assert conduct.question("request.offence.conduct").kind is ValueKind.OBJECT
    chosen = interview.answer("readings.preservation-extension-duty", "same-rules")
    assert chosen.document["readings"] == {"preservation-extension-duty": "same-rules"}


def test_what_is_taken_back_leaves_a_file_that_can_be_read() -> None:
    """With its last key goes an object that must have it; a thing of a list goes from its place."""
    interview = begun(CaseKind.PRESERVATION)
    named = interview.answer("request.authority.name", "Prosecutor")
    assert named.later("request.authority.name").text == interview.text
    assert interview.later("as_of").case is None
    assert interview.later("request.custodian").text == interview.text
    with pytest.raises(DocumentError, match=r"request\.authority\.name: is missing"):
        named.answer("request.authority.functions", "prosecution").later("request.authority.name")
    two = interview.answer("measure.extensions", [{"granted": True}, {"granted": False}])
    assert two.later("measure.extensions[0]").document["measure"]["extensions"] == [{"granted": False}]
    assert two.later("measure.extensions[0].granted").document["measure"]["extensions"] == [{}, {"granted": False}]


def test_values_of_python_are_answers_too() -> None:
    """A day, an amount, a member and a model stand for what JSON has."""
    interview = begun(CaseKind.CONFISCATION)
    told = interview.answer("request.estimated_value", Money("EUR", Decimal("12.50")))
    told = told.answer("as_of", date(2028, 7, 1))
    assert told.document["request"]["estimated_value"] == {"currency": "EUR", "amount": "12.5"}
    assert told.document["as_of"] == "2028-07-01"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("request.offence.serious_crime", "maybe", "request.offence.serious_crime: 'maybe' is not true, false or null"),
        ("as_of", "12 June", "as_of: '12 June' is not a calendar day such as 2027-05-09"),
        ("requested.state.name", "ASTORIA", "requested.state.name: 'ASTORIA' is not a State other than"),
        ("request.urgency", " ", "request.urgency: ' ' is not a text"),
        ("request.data", [{"category": "traffic-data"}], r"request.data\[0\].description: is missing"),
        ("measure.extensions", {"at_least": "two"}, "measure.extensions.at_least: 'two' is not a list"),
        ("readings.preservation-floor-start", "late", "readings.preservation-floor-start: 'late' is not one of its"),
        ("request.offense", {}, r"path: 'request.offense' is not a place.*perhaps offence is meant"),
        ("request.offence.conduct.alters", True, "path: 'request.offence.conduct.alters' is not a path with the name"),
        (
            "measure.extensions[2].granted",
            True,
            r"path: 'measure.extensions\[2\].granted' is not the place of one of 0",
        ),
        ("measure.extensions.granted", True, "path: 'measure.extensions.granted' is not the place of one of 0"),
        ("as_of.year", 2028, "path: 'as_of.year' is not a place of the case file; known in as_of: nothing"),
        ("a..b", 1, "path: 'a..b' is not a path such as"),
        ("case", "extradition", "case"),
    ],
)
def test_a_wrong_answer_is_one_clear_error(path: str, value: Any, said: str) -> None:
    """The error names the place, shows the value and says what would be right; the file is as it was."""
    interview = begun(CaseKind.PRESERVATION)
    before = interview.text
    with pytest.raises((DocumentError, InvalidValue), match=said) as error:
        interview.answer(path, value)
    assert len(str(error.value).splitlines()) == 1
    assert interview.text == before


def test_a_broken_file_is_refused_at_once() -> None:
    """A file that lacks what it must have is begun; one with any other fault is none."""
    with pytest.raises(DocumentError, match="case: is missing"):
        Interview.of({"as_of": "2028-06-12"})
    with pytest.raises(DocumentError, match="is not JSON"):
        Interview.of("{")
    with pytest.raises(DocumentError, match="request: 7 is not an object"):
        Interview.of({"case": "preservation", "request": 7})
    with pytest.raises(DocumentError) as error:
        Interview.of({"case": "preservation", "request": {"urgency": 7}})
    assert [fault.path for fault in error.value.faults] == ["request.urgency"]
    begin = Interview.of({"case": "preservation", "as_of": None, "requesting": None, "request": {"data": [{}]}})
    assert [one.path for one in begin.questions][-2:] == ["request.data[0].category", "request.data[0].description"]
    with pytest.raises(DocumentError, match="requested"):
        begun(CaseKind.PRESERVATION).answer("requested", {"state": {"name": "Astoria"}})


# What is kept


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_a_file_that_says_no_more(path: Path) -> None:
    """Of a case the interview holds what the case states, and it reads back as the same case."""
    case = load_case(path)
    interview = Interview.of(case)
    assert interview.case == case
    assert "null" not in interview.text
    assert read_case(to_json(case)) == read_case(interview.text)
    some = begun(CaseKind.PRESERVATION).answer("measure.extensions", {"at_least": [{"granted": True}]})
    assert some.case is not None
    assert Interview.of(some.case) == some


def test_a_notebook_shows_its_questions() -> None:
    """The questions are a table, which pandas takes as rows; the interview shows itself by them."""
    interview = begun(CaseKind.PRESERVATION, ("scope",))
    assert [row["path"] for row in interview.questions.to_rows()] == [one.path for one in interview.questions]
    shown: Any = interview
    questions: Any = interview.questions
    assert shown._repr_html_() == questions._repr_html_()
    assert interview.questions[0].words in shown._repr_html_()


def test_an_interview_is_a_value() -> None:
    """Equal ones are equal, have one hash and travel; the document is a copy of its own."""
    interview = begun(CaseKind.PRESERVATION, ("power",))
    assert len({interview, begun(CaseKind.PRESERVATION, ("power",))}) == 1
    assert pickle.loads(pickle.dumps(interview)) == interview
    interview.document["request"]["data"] = 7
    assert "data" not in interview.document["request"]
    assert Interview.of({"$schema": "x.json", **interview.document}).document["$schema"] == "x.json"


@QUICK_FIRST
@effort(12)
@given(seed=st.integers(0, 2**32))
def test_any_interview_ends_with_all_settled(kind: CaseKind, seed: int) -> None:
    """Whatever the replies, every file on the way reads back, and in the end nothing waits; the rest nobody knew."""
    lot = Random(seed)
    interview = begun(kind) if lot.random() < 0.8 else Interview.of(kind)
    for _ in range(MOST):
        prompt = lot.choice(interview.questions[:5]) if interview.questions else None
        if prompt is None:
            break
        unlucky = lot.random()
        if unlucky < 0.06:
            interview = interview.later(prompt.path)
        elif unlucky < 0.15 and not prompt.required:
            interview = interview.answer(prompt.path, None)
        elif prompt.required:
            value = STARTS[kind].get(prompt.path)
            interview = interview.answer(prompt.path, value if value is not None else reply(prompt, lot))
        else:
            interview = replied(interview, prompt, lot)
        assert Interview.of(interview.text, interview.wanted).document == interview.document
        assert interview.case is None or read_case(interview.text) == interview.case
    assert interview.next is None
    assert interview.progress.waiting == ()
    assert len(set(interview.progress.settled)) + len(set(interview.progress.left_open)) == interview.progress.total


@QUICK_FIRST
def test_the_order_of_answers_does_not_matter(kind: CaseKind) -> None:
    """The same answers in another order make the same file, and the same report."""
    lot = Random(5)
    interview, given_answers = begun(kind), dict[str, Any]()
    while (prompt := interview.next) is not None:
        interview = replied(interview, prompt, lot)
        given_answers[prompt.path] = interview.stated(prompt.path)
    for _ in range(2):
        shuffled = list(given_answers.items())
        lot.shuffle(shuffled)
        shuffled.sort(key=lambda one: len(re.split(r"[.[]", one[0])))  # a thing before what stands in it
        again = begun(kind)
        for _ in range(2):  # what the file cannot take yet comes behind what it needs
            for path, value in shuffled:
                with suppress(DocumentError):
                    again = again.answer(path, value)
        assert again.document == interview.document
        assert again.report == interview.report


@pytest.mark.no_cover
def test_every_answer_of_a_file_can_be_found_and_changed() -> None:
    """Each leaf of every example is found once, in the order of the file, and takes what it has as its answer again."""
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        if '"case"' not in text:
            continue
        interview = Interview.of(text)
        paths = [one.path for one in interview.answered]
        assert len(paths) == len(set(paths)), path.name
        assert _leaves(interview.document) <= set(paths), path.name
        for one in paths[:: 1 + len(paths) // 5]:
            assert interview.answer(one, interview.stated(one)).text == interview.text, one


def _leaves(data: Any, path: str = "") -> set[str]:
    """Return where a file states something that is neither an object nor a list nor below a list or an amount."""
    if not isinstance(data, dict) or "currency" in data or "at_least" in data or "at_most" in data:
        return set() if path in ("case", "$schema") else {path}
    held: dict[str, Any] = {**data}
    return {leaf for key, one in held.items() for leaf in _leaves(one, f"{path}.{key}".lstrip("."))}


def test_the_words_of_a_question_stay_once_it_is_answered() -> None:
    """What the report asks for is asked for in the same words again, and not in those of the documentation."""
    begun = Interview.of(LACKING, ["conformity"])
    asked = begun.question("request.offence.title")
    again = begun.answer("request.offence.title", "Extortion").question("request.offence.title")
    assert asked.words == again.words == "the request specifies the offence that is pursued"
    assert again.provisions == asked.provisions


LACKING = {
    "case": "preservation",
    "as_of": "2028-06-12",
    "requesting": {"state": {"name": "Astoria"}},
    "requested": {"state": {"name": "Borduria"}},
}
"""A file that can be read, and says no more."""
