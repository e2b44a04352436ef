"""Reports as plain text: complete, in agreement with the findings, and never at the mercy of what a document says."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from tests.effort import effort
from uncc.cases import Entry, Phase, PreservationCase, Report, Section, assess
from uncc.cooperation import (
    Discovery,
    Extension,
    Offence,
    Position,
    PreservationMeasure,
    PreservationRequest,
    start_of_preservation,
)
from uncc.doors.serial import from_json, load_case
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.parties import State, StateParty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.pages import as_text, visible
from uncc.pages.called import UNNAMED, ground_provisions, names_in, spoken
from uncc.pages.reports.brief import or_turns_on, turns_on
from uncc.procedural import PreservationOrder, PreservationRegime
from uncc.readings import Readings
from uncc.testing import cases

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
DAY = date(2028, 3, 12)
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")

every_case = effort(60)


def example() -> PreservationCase:
    """Return the case of the example."""
    return from_json(EXAMPLE.read_text(encoding="utf-8"), PreservationCase)


def small(**others: Any) -> PreservationCase:
    """Return a case of which nothing is known but what is given."""
    astoria, borduria = (StateParty(state=State(name)) for name in ("Astoria", "Borduria"))
    known: dict[str, Any] = {
        "requesting": astoria,
        "requested": borduria,
        "as_of": DAY,
        "request": PreservationRequest(),
        **others,
    }
    return PreservationCase(**known)


def joined(text: str) -> str:
    """Return the text without its line breaks and indentation."""
    return " ".join(text.split())


def sections(text: str) -> dict[str, str]:
    """Return the numbered sections of a report by title, without the verdict beside it, with their line breaks."""
    parts = re.split(r"\n\n\d+\. (.*)\n-+\n", text)
    titles = (re.sub(r"(?<=\?) .*| \([^)]*\)$", "", title) for title in parts[1::2])
    return dict(zip(titles, parts[2::2], strict=True))


def brief(case: PreservationCase) -> dict[str, str]:
    """Return the lines in brief by label."""
    text = as_text(assess(case))
    body = text.split("\nIN BRIEF\n")[1].split("\n\n")[0]
    entries = re.findall(r"^  (\w+) +(.*(?:\n {15}.*)*)", body, re.MULTILINE)
    return {label: joined(words) for label, words in entries}


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report of the example."""
    return assess(example())


@pytest.fixture(scope="module")
def text(report: Report) -> str:
    """Return the text of the example's report."""
    return as_text(report)


# The whole of it


def too_long(text: str) -> list[str]:
    """Return the lines that are longer than 98 characters, but for single words."""
    return [line for line in text.split("\n") if len(line) > 98 and len(line.split()) > 1]


def test_no_line_is_too_long(text: str) -> None:
    """Lines fit a terminal, carry nothing at their end, and the text ends with one line break."""
    assert too_long(text) == []
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    assert text.endswith("advice.\n")


def test_a_single_long_word_is_not_cut(report: Report) -> None:
    """A word that is longer than a line stands alone on its line, whole."""
    word = "x" * 200
    named = attrs.evolve(report, header=attrs.evolve(report.header, reference=f"short {word} short"))
    assert word in as_text(named)
    assert too_long(as_text(named)) == [line for line in too_long(as_text(named)) if word in line]


def test_citations_are_not_torn(text: str) -> None:
    """No line ends between `Art.` and its number."""
    assert not re.search(r"Art\.$", text, re.MULTILINE)
    assert "\N{NO-BREAK SPACE}" not in text


def test_the_sections_of_a_report(text: str) -> None:
    """A full report has fourteen numbered sections, each underlined, between the head and the foot."""
    assert list(sections(text)) == [
        "Where the file stands",
        "Does the Convention apply?",
        "Does the request conform?",
        "Dual criminality",
        "Grounds for refusing: every ground that the Convention names",
        "If preservation is refused, or may do harm",
        "Who must now do what, and by when",
        "How long must the data stay preserved?",
        "Can the requested State's law carry this?",
        "Confidentiality",
        "Traffic data that lead elsewhere",
        "Open questions",
        "Contested readings",
        "Facts stated that no answer needed",
    ]
    assert [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)] == list(range(1, 15))


def test_sections_without_matter_are_left_out() -> None:
    """Without a discovery and without idle facts, their sections are not there and the numbers run on."""
    titles = list(sections(as_text(assess(small()))))
    assert len(titles) == 12
    assert "Traffic data that lead elsewhere" not in titles
    assert titles[-1] == "Contested readings"


def test_the_head(text: str) -> None:
    """The head says which request, between whom, and on which day."""
    head = joined(text.split("IN BRIEF", maxsplit=1)[0])
    assert head.startswith("PRESERVATION OF STORED ELECTRONIC DATA: ASSESSMENT UNDER THE UNITED NATIONS CONVENTION")
    for words in (
        "Request NPS-CYB-2028-0147/PR-02",
        "From Noravia (requesting State); National Public Prosecutor's Office of Noravia, Cybercrime Division",
        "To Tesmark (requested State)",
        "Offence Illegal access, interference with data and interference with systems, with extortion",
        "Made 2028-03-08",
        "Received 2028-03-09",
        "Urgency Urgent. The server is rented by the month;",
        "As of 2028-03-13",
    ):
        assert words in head


def test_the_head_of_a_bare_case() -> None:
    """What the request does not state is told as such; urgency is left out."""
    head = joined(as_text(assess(small())).split("IN BRIEF")[0])
    assert head.endswith(
        "Request not stated From Astoria (requesting State); not stated To Borduria (requested State) "
        "Offence not stated Made not stated Received not stated As of 2028-03-12"
    )


def test_the_foot(text: str, report: Report) -> None:
    """The foot says what computed the report, and that it is no legal advice."""
    foot = joined(text.rsplit("\n\n", 1)[1])
    assert foot.startswith(f"Computed by uncc {report.library} from the facts in the case file.")
    assert foot.endswith("Not legal advice.")


# Agreement with the findings


def answers_in(words: str, question: str) -> list[str]:
    """Return the answers that follow a question."""
    return [re.findall(r"\b(YES|NO|UNKNOWN)\b", after)[0] for after in words.split(question)[1:]]


def agree(report: Report) -> None:
    """Assert that the text says of every answer, ground, duty, span and question what the report says."""
    found = sections(as_text(report))
    body = joined("\n".join(found.values()))
    for answer in report.answers:
        assert answers_in(body, answer.question) == [answer.finding.truth.name], answer.id
    for span in report.spans:
        because = span.window.because
        if isinstance(because, Finding):
            assert answers_in(body, span.question) == [because.truth.name], span.id
        else:
            assert joined(because.statement) in body.partition(span.question)[2], span.id
        for bound in (span.window.not_before, span.window.not_after):
            assert bound is None or str(bound) in joined(found["How long must the data stay preserved?"])


GROUND_HEADINGS = {Truth.YES: "OPEN", Truth.UNKNOWN: "NOT DETERMINED", Truth.NO: "CLOSED"}


def grounds_agree(words: str, answers: Any) -> None:
    """Assert that each ground stands once, under the heading of its answer, and that the counts are right."""
    lines = words[words.index("OPEN: ") :]
    opened, rest = lines.split("NOT DETERMINED: ")
    undetermined, closed = rest.split("CLOSED: ")
    parts = {Truth.YES: opened.removeprefix("OPEN: "), Truth.UNKNOWN: undetermined, Truth.NO: closed}
    for truth, part in parts.items():
        chosen = [answer.ground for answer in answers if answer.finding.truth is truth]
        assert part.startswith(f"{len(chosen)} ground{'' if len(chosen) == 1 else 's'}")
        for answer in answers:
            cited = ", ".join(map(str, ground_provisions(answer.ground, answer.finding)))
            named = "" if answer.finding.kind is Kind.TEXT else f" [{cited}]"
            assert joined(part).count(f"- {answer.ground.words}{named}") == (answer.ground in chosen), answer.ground


def test_the_text_agrees_with_the_report(report: Report) -> None:
    """The answers of the text are those of the JSON."""
    agree(report)


def test_every_ground_stands_once(text: str, report: Report) -> None:
    """Each ground stands once among the grounds against preservation, and once among those against disclosure."""
    found = sections(text)
    grounds_agree(found["Grounds for refusing: every ground that the Convention names"], report.grounds)
    grounds_agree(found["Traffic data that lead elsewhere"], report.disclosure_grounds)


def test_a_ground_off_the_closed_list_says_so(text: str) -> None:
    """A ground that the text does not open is told with the paragraph that closes the list, and with nothing else."""
    found = {title: joined(body) for title, body in sections(text).items()}
    off = "- bank secrecy: not on the closed list of "
    assert off + "Art. 42(6) - " in found["Grounds for refusing: every ground that the Convention names"]
    assert off + "Art. 43(2) - " in found["Traffic data that lead elsewhere"]
    assert (
        "want of dual criminality: not on the closed list of Art. 43(2)" in (found["Traffic data that lead elsewhere"])
    )


def test_what_would_open_a_ground(text: str) -> None:
    """A ground that is not open says in which shortest ways it would be; one that is open does not."""
    body = joined(sections(text)["Grounds for refusing: every ground that the Convention names"])
    discrimination = body.split("- a purpose or prejudice on account of")[1].split(" - ")[0]
    assert discrimination.count("would open if") == 2
    opened = assess(small(position=Position(discriminatory_purpose=True)))
    part = joined(as_text(opened)).split("OPEN: 1 ground ")[1].split("NOT DETERMINED: ")[0]
    assert "would open if" not in part
    assert part.startswith("- a purpose or prejudice")


HEADINGS = ("LATE, NOT FULFILLED OR OVER", "TO BE DONE, OR OPEN", "TO BE KEPT", "DONE", "NOT DETERMINED", "NOT OWED")


@pytest.mark.parametrize("on", [date(2028, 3, 13), date(2028, 6, 20)])
def test_every_duty_stands_once_under_its_heading(on: date) -> None:
    """Duties stand by where they stand: what is over first, what is not owed last, each once with its status."""
    report = assess(load_case(EXAMPLE, PreservationCase), on=on)
    body = "\n" + sections(as_text(report))["Who must now do what, and by when"] + "\n"
    parts = re.split(rf"\n({'|'.join(HEADINGS)})(?=\n)", body)
    under = {name: joined(part) for name, part in zip(parts[1::2], parts[2::2], strict=True)}
    assert [*under] == [name for name in HEADINGS if name in under]
    for duty, stood in zip(report.duties, report.where, strict=True):
        (heading,) = (name for name, part in under.items() if f"{duty.act}" in part)
        assert all(words in under[heading] for words in stood.status.words.split("; ")), duty.id
        assert heading.startswith("NOT") == (stood.status in {Phase.NOT_DETERMINED, Phase.NOT_OWED, Phase.NOT_YET})


def test_the_report_begins_with_where_the_file_stands() -> None:
    """What has run out is told first and in brief, with the day; what is done is told with its day."""
    text = as_text(assess(load_case(EXAMPLE, PreservationCase), on=date(2028, 6, 20)))
    assert "EXPIRED: 2028-05-09 [Art. 42(8)] was the last day" in joined(text)
    first = joined(sections(text)["Where the file stands"])
    assert first.startswith("LATE, NOT FULFILLED OR OVER - The requested State (Tesmark) shall keep the data preserved")
    assert "done on 2028-03-10; nobody has said whether in time" in first
    assert "has no record of what was done" in first
    case = load_case(EXAMPLE, PreservationCase)
    outlook = attrs.evolve(case.outlook, threatens_confidentiality=True)
    late = Entry(did="inform-of-outlook", on=date(2028, 3, 20), in_time=False)
    recorded = assess(attrs.evolve(case, record=(late,), outlook=outlook), on=date(2028, 6, 20))
    assert "has no record of what was done" not in joined(as_text(recorded))
    assert "Past 1 day of which the file does not say" in joined(as_text(_past(recorded)))
    soon = joined(
        sections(as_text(assess(load_case(EXAMPLE, PreservationCase), on=date(2028, 5, 1))))["Where the file stands"]
    )
    assert soon.startswith("DUE, OR AT AN END, WITHIN 14 DAYS")


def _past(report: Report) -> Report:
    """Return the report where it is not known whether something was done by its day that is past."""
    first, *others = report.where
    return attrs.evolve(report, where=(attrs.evolve(first, status=Phase.PAST_UNLESS_DONE), *others))


def test_a_duty_in_full(text: str) -> None:
    """A duty says who, with what strength, how fast or until when, what, how softened, and by which provision."""
    duties = joined(sections(text)["Who must now do what, and by when"])
    assert (
        "- The requested State (Tesmark) shall expeditiously take all appropriate measures to preserve the specified "
        "data (in accordance with its domestic law; unless it refuses on a ground that is open; until the requesting "
        "State determines that the request not be executed): done on 2028-03-10; nobody has said whether in time "
        "[Art. 42(4)]"
    ) in duties
    assert (
        "- The custodian shall keep the preservation confidential, as domestic law must oblige it to (for the period "
        "that domestic law sets): to be kept; its last day is 2028-07-08 [Art. 25(3)]"
    ) in duties


def test_headings_without_duties_are_left_out() -> None:
    """A heading under which no duty stands is not printed."""
    settled = assess(small(measure=ONGOING))
    chosen = [pair for pair in zip(settled.duties, settled.where, strict=True) if pair[1].status is Phase.CONTINUING]
    duties, where = zip(*chosen, strict=True)
    body = sections(as_text(attrs.evolve(settled, duties=duties, where=where)))["Who must now do what, and by when"]
    assert body.strip().startswith("TO BE KEPT\n")
    assert not any(name in body for name in HEADINGS if name != "TO BE KEPT")


def test_every_open_question_says_who_can_answer_and_where(text: str, report: Report) -> None:
    """Each open question stands once, with its provision, who can answer, the place in the file, and its bearing."""
    body = joined(sections(text)["Open questions"])
    names = {Role.REQUESTING_STATE: "requesting State (Noravia)", Role.REQUESTED_STATE: "requested State (Tesmark)"}
    assert len(report.open_questions) == body.count("- ") - body.count(" - - ") >= 8
    for question in report.open_questions:
        asked = question.question
        cited = ", ".join(str(provision) for provision in asked.authority)
        who = f"A contested reading, to be chosen. In the case file: {question.path}"
        if asked.asked_of is not Role.INTERPRETER:
            who = f"The {names[asked.asked_of]} can answer. In the case file: {question.path}"
        assert (
            body.count(f"- {asked.statement} [{cited}] {who} Bears on: {'; '.join(map(spoken, question.bears_on))}")
            == 1
        )


@pytest.mark.no_cover
def test_an_open_question_about_one_of_several() -> None:
    """A question about one thing of several says which, and where in the file."""
    extended = PreservationMeasure(extensions=(Extension(requested_on=DAY),) * 2)
    body = joined(sections(as_text(assess(small(measure=extended))))["Open questions"])
    for number in (0, 1):
        assert (
            f"- extension {number + 1}: the requested State granted the extension [Art. 42(9)] The requested State "
            f"(Borduria) can answer. In the case file: measure.extensions[{number}].granted Bears on: "
        ) in body


def test_an_open_question_that_a_day_answers() -> None:
    """What is not known of a Party is asked for at its place in the file, and says who can answer."""
    body = joined(sections(as_text(assess(small())))["Open questions"])
    assert "The depositary can answer. In the case file: requesting.bound_from Bears on: in force" in body


def test_no_open_question() -> None:
    """Where nothing is open the report says so."""
    bare = attrs.evolve(assess(small()), open_questions=(), readings=())
    found = {title: joined(body) for title, body in sections(as_text(bare)).items()}
    assert found["Open questions"] == "None: nothing that is missing could change an answer of this report."
    assert found["Contested readings"].startswith("None: no answer of this report turns on contested words.")


def test_how_each_reading_came_to_be_chosen() -> None:
    """Options are marked as adopted, chosen in the case, open, or otherwise possible."""
    chosen = Readings.named({"preservation-floor-start": "received", "preservation-expiry-day": "last-day-included"})
    body = joined(sections(as_text(assess(small(readings=chosen))))["Contested readings"])
    for words in (
        "otherwise: the sixty days are counted from the day on which the preservation takes effect (effected)",
        "chosen in the case: the sixty days are counted from the day on which the requested State receives the request",
        "adopted: the period expires when its last day ends, so that day is still in time (last-day-included)",
        "otherwise: the period expires on its last day, so that day is too late (last-day-excluded)",
        "open: the requested State decides as it sees fit (discretion)",
        "(reading preservation-floor-start)",
    ):
        assert body.count(words) == 1, words


def test_the_facts_not_needed_are_listed(text: str) -> None:
    """Facts that no answer asked for are listed with their places and words."""
    assert joined(sections(text)["Facts stated that no answer needed"]).startswith(
        "- conduct.same_category: both laws place the offence in the same category "
        "- conduct.same_terminology: both laws call the offence the same "
    )


def test_conformity_is_told_in_full(text: str, report: Report) -> None:
    """Of conformity every limb is told, whether or not it decides; of other answers only what carries them."""
    body = joined(sections(text)["Does the request conform?"])
    for limb in report.answer("conformity").finding.walk():
        assert limb.statement.removeprefix("not: ") in body
    assert len(report.in_section(Section.CONFORMITY)) == 1


# In brief


def test_in_brief_of_the_example(text: str) -> None:
    """The lines in brief of the example."""
    assert brief(example()) == {
        "Conformity": "falls short, which is no ground for refusing [Art. 42(6)]: - missing: item 3, "
        '"Messages stored in the mailbox and chat of the account lantern-support": how the data relate to the offence '
        "[Art. 42(3)(c)]",
        "Refusal": "no ground is open. Closed: 14 of 15 not determined: sovereignty, security, ordre public or other "
        "essential interests. It turns on whether the requested State considers that execution is likely to prejudice "
        "its sovereignty, security, ordre public or other essential interests [Art. 40(21)(b)] (Tesmark can say)",
        "Preserve": "at least to the end of 2028-05-09 [Art. 42(8)]; the Convention sets no maximum",
        "Expiry": "2028-05-09 [Art. 42(8)], as things stand; an extension can be asked for until 2028-05-09 "
        "[Art. 42(9)]",
        "Contested": "1. Do the rules on assistance about confidentiality, consultation and reasons govern "
        "preservation as well? 2. Is the requested State obliged to grant an extension that was asked for in time? "
        "3. Must traffic data that lead elsewhere be disclosed although the law on personal data bars the transfer?",
        "Open": "13 questions: Tesmark can answer 8, Noravia can answer 2, 3 contested readings",
    }


def bound(since: date | None, until: date | None = None) -> dict[str, StateParty]:
    """Return two States that are bound since a day."""
    return {
        role: StateParty(state=State(role), bound_from=since, bound_until=until, denounced=until is not None)
        for role in ("requesting", "requested")
    }


@pytest.mark.parametrize(
    ("states", "note"),
    [
        (bound(date(2027, 1, 1)), None),
        (bound(None), "The Convention is not known to be in force between the two States"),
        (bound(date(2029, 1, 1)), "The Convention is not in force between the two States"),
        (bound(date(2027, 1, 1), DAY), "The Convention is not in force between the two States"),
    ],
)
def test_a_note_where_the_convention_is_not_in_force(states: dict[str, StateParty], note: str | None) -> None:
    """Where the Convention is not in force, or not known to be, the report says so before all else."""
    lines = brief(small(**states))
    assert lines.get("NOTE") == (note and f"{note}: what follows is what it would say.")
    assert next(iter(lines)) == ("NOTE" if note else "Conformity")


NOTHING_TO_SAY = PreservationRequest(locating_information_available=False, confidentiality_needed=False)
SHORT = (
    "falls short, which is no ground for refusing [Art. 42(6)]: - missing: the authority that seeks the preservation "
    "[Art. 42(3)(a)] - missing: the offence that is pursued [Art. 42(3)(b)] - missing: the facts of the offence "
    "[Art. 42(3)(b)] - missing: the stored data to be preserved [Art. 42(3)(c)] - missing: why the preservation is "
    "necessary [Art. 42(3)(e)] - missing: that search, seizure or disclosure of "
    "the data will be asked for later [Art. 42(3)(f)]"
)
UNSURE = (
    "not determined for Art. 42(3)(d), Art. 42(3)(g). It turns on: - whether more information on the custodian or on "
    "the location of the system is available than the request gives [Art. 42(3)(d)] (Astoria can say) - whether there "
    "is a need to keep the request confidential and not to notify the user [Art. 42(3)(g)] (Astoria can say)"
)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (small(), f"{SHORT} {UNSURE}"),
        (small(request=NOTHING_TO_SAY), SHORT),
    ],
)
def test_conformity_in_brief(case: PreservationCase, words: str) -> None:
    """What is missing is named, with its provision; of what is not determined, the facts that would settle it."""
    assert brief(case)["Conformity"] == words


def test_conformity_of_a_complete_request_in_brief() -> None:
    """A complete request is told as such, and one with an open point as not determined."""
    case = example()
    items = tuple(attrs.evolve(item, relation_to_offence="It is there.") for item in case.request.data)
    complete = attrs.evolve(case.request, data=items)
    assert brief(attrs.evolve(case, request=complete))["Conformity"] == "the request contains all that it shall"
    doubtful = attrs.evolve(complete, confidentiality=None, confidentiality_needed=None)
    assert brief(attrs.evolve(case, request=doubtful))["Conformity"] == (
        "not determined for Art. 42(3)(g). It turns on: - whether there is a need to keep the request confidential and "
        "not to notify the user [Art. 42(3)(g)] (Noravia can say)"
    )


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (
            Position(**dict.fromkeys(Position.questions(), False)),
            "no ground is open. Closed: 15 of 15",
        ),
        (
            attrs.evolve(Position(**dict.fromkeys(Position.questions(), False)), prejudices_essential_interests=True),
            "open: sovereignty, security, ordre public or other essential interests. Closed: 14 of 15",
        ),
    ],
)
def test_grounds_in_brief(position: Position, words: str) -> None:
    """Open grounds are named, closed ones are counted."""
    assert brief(small(position=position))["Refusal"] == words


def test_a_contested_reading_is_referred_to_by_its_number(report: Report) -> None:
    """Where an answer turns on a reading still to be chosen, the line names the number under which it is told."""
    turning = report.answer("extension-owed").finding
    assert or_turns_on("not determined", turning, names_in(report)) == (
        "not determined: it turns on contested reading 2, and on whether the requested State considers that execution "
        "is likely to prejudice its sovereignty, security, ordre public or other essential interests [Art. 40(21)(b)] "
        "(Tesmark can say)"
    )
    assert "a contested reading (preservation-extension-duty)" in turns_on(turning, UNNAMED)


ONGOING = PreservationMeasure(effected_on=date(2028, 3, 10), period_days=60, assistance_requested=False, extensions=())
PENDING = PreservationMeasure(
    effected_on=date(2028, 3, 10),
    period_days=60,
    assistance_requested_on=date(2028, 4, 1),
    decided=False,
    extensions=(),
)
ORDER = PreservationOrder(ordered_on=date(2028, 3, 10), served_on=date(2028, 3, 10), renewals=())
NO_MEANS = PreservationRegime(by_order_to_person=True, provides_renewal=False, by_other_means=False)
CEILING = Readings.named({"preservation-floor-and-ceiling": "ceiling-limits"})


def test_expiry_while_a_decision_is_pending() -> None:
    """While a decision is pending no day is set, and no day is named until which an extension can be asked for."""
    lines = brief(small(measure=PENDING))
    assert lines["Expiry"] == "no day is set while the decision on the later request is pending"
    assert lines["Preserve"].endswith(
        "It may be longer: that turns on when the request to search, seize or disclose the data was decided "
        "[Art. 42(8)], which is still to come"
    )


def test_expiry_not_determined() -> None:
    """Without the period that was set no expiry is determined; without the start no floor is known either."""
    lines = brief(small())
    assert lines["Expiry"].startswith("not determined: it turns on the days of the period that was set [Art. 42(8)] (")
    assert lines["Expiry"].endswith(", and on 6 further questions")
    assert lines["Preserve"].startswith("not determined until when: it turns on when the preservation took effect")
    started = brief(small(measure=attrs.evolve(ONGOING, period_days=None)))
    assert started["Expiry"] == (
        "not determined; an extension can be asked for until 2028-05-09 [Art. 42(9)]: it turns on the days of the "
        "period that was set [Art. 42(8)] (Borduria can say)"
    )


def test_expiry_where_the_period_is_longer_than_the_floor() -> None:
    """A longer period moves the expiry and leaves the floor where it is."""
    lines = brief(small(measure=attrs.evolve(ONGOING, period_days=90)))
    assert lines["Expiry"].startswith(
        "2028-06-08 [Art. 42(8)], as things stand; an extension can be asked for until 2028-06-08 "
    )
    assert lines["Preserve"] == "at least to the end of 2028-05-09 [Art. 42(8)]; the Convention sets no maximum"


def test_a_last_day_where_the_ceiling_limits() -> None:
    """On the reading that the ceiling limits the duty, the last day of the order is the last day."""
    limited = small(measure=attrs.evolve(ONGOING, order=ORDER), regime=NO_MEANS, readings=CEILING)
    assert brief(limited)["Preserve"] == (
        "at least to the end of 2028-05-09 [Art. 42(8)]; no longer than 2028-06-08 [Art. 25(2)]"
    )
    body = joined(sections(as_text(assess(limited)))["How long must the data stay preserved?"])
    assert "Not after: 2028-06-08 [Art. 25(2)]" in body
    adopted = attrs.evolve(limited, readings=Readings())
    assert (
        brief(adopted)["Preserve"] == "at least to the end of 2028-05-09 [Art. 42(8)]; the Convention sets no maximum"
    )


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_number_of_open_questions(count: int, report: Report) -> None:
    """Open questions are counted, one in the singular."""
    few = attrs.evolve(report, open_questions=report.open_questions[:count])
    words = ("0 questions", "1 question: 1 contested reading", "2 questions: Tesmark can answer 1, 1 contested reading")
    assert f"  Open         {words[count]}\n" in as_text(few)


def test_no_extension_is_offered_that_cannot_be_asked_for() -> None:
    """Where an extension can no longer be asked for, the lines in brief do not say that it can."""
    late = small(measure=ONGOING, as_of=date(2028, 5, 10))
    assert assess(late).answer("extension-in-time").finding.is_no
    assert "can be asked for" not in brief(late)["Expiry"]
    once = Readings.named({"preservation-further-extension": "once"})
    extended = attrs.evolve(
        ONGOING, extensions=(Extension(requested_on=date(2028, 5, 1), until=date(2028, 8, 1), granted=True),)
    )
    used_up = small(measure=extended, readings=once, as_of=date(2028, 5, 10))
    assert assess(used_up).answer("extension-in-time").finding.is_no
    assert "can be asked for" not in brief(used_up)["Expiry"]


def test_a_start_that_is_known_is_not_said_to_be_unknown() -> None:
    """Where the floor may fall with an early decision, no floor is certain, but its first day is known."""
    falls = Readings.named({"preservation-early-decision": "floor-falls"})
    case = small(measure=PreservationMeasure(effected_on=date(2028, 3, 10), extensions=()), readings=falls)
    assert start_of_preservation(case.dated_measure).under(case.readings) is not None
    assert "the day from which they run is not known" not in brief(case)["Preserve"]


# What a document says is data

NASTY = [
    "\x1b[31mred\x1b[0m",
    "a\u202eb",
    "a\nb",
    "a\u200f\u200e",
    "x\u2028y\u2029z",
    "a\x7f",
    "\x9b31m",
    "\ue000",
    "a\x85b",
]


@pytest.mark.long
@pytest.mark.parametrize("nasty", NASTY)
def test_a_document_cannot_change_the_report_around_it(nasty: str) -> None:
    """Control characters and marks of direction in names and texts come out as escapes, on their own line."""
    case = small(
        request=PreservationRequest(reference=nasty, urgency=nasty, offence=Offence(title=nasty)),
        requested=StateParty(state=State(nasty)),
    )
    text = as_text(assess(case))
    assert [c for c in text if unicodedata.category(c) in UNSEEN and c != "\n"] == []
    assert f"  Request      {visible(nasty)}\n" in text
    assert "(requested State)\n" in text


def test_a_document_cannot_add_a_section() -> None:
    """Line breaks in a text do not begin lines of the report."""
    forged = "x\n\n4. Grounds for refusing: none\n------\nOPEN: 15 grounds"
    text = as_text(assess(small(request=PreservationRequest(reference=forged))))
    assert "\nOPEN: 15 grounds" not in text
    assert "Request      x 4. Grounds for refusing: none ------ OPEN: 15 grounds\n" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Astoria", "Astoria"),
        ("Côte d'Ivoire, 中国, עברית", "Côte d'Ivoire, 中国, עברית"),
        ("  a \t b\n\nc  ", "a b c"),
        ("\x1b[0m", r"\x1b[0m"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\U0010fffd", r"\U0010fffd"),
        ("back\\slash", "back\\slash"),
        ("", ""),
    ],
)
def test_what_is_visible(text: str, shown: str) -> None:
    """What can be seen stays as it is, white space becomes one blank, and the rest is escaped."""
    assert visible(text) == shown


@pytest.mark.long
@every_case
@given(cases())
def test_every_report_can_be_printed(case: PreservationCase) -> None:
    """Whatever the case, its report is printed without a control character or a line that is too long."""
    text = as_text(assess(case))
    assert [c for c in text if unicodedata.category(c) in UNSEEN and c != "\n"] == []
    assert too_long(text) == []
    assert text.encode()


@pytest.mark.long
@every_case
@given(cases())
def test_every_text_agrees_with_its_report(case: PreservationCase) -> None:
    """Whatever the case, the answers and the grounds of the text are those of the report."""
    report = assess(case)
    agree(report)
    found = sections(as_text(report))
    grounds_agree(found["Grounds for refusing: every ground that the Convention names"], report.grounds)
    for path in report.not_needed:
        assert f"- {path}: " in joined(found["Facts stated that no answer needed"])
    for question in report.open_questions:
        assert question.question.statement in joined(found["Open questions"])


@pytest.mark.long
@every_case
@given(cases())
def test_the_lines_in_brief_agree_with_the_report(case: PreservationCase) -> None:
    """Whatever the case, the lines in brief say of expiry and extension what the answers say."""
    report, lines = assess(case), brief(case)
    assert (report.expires_on is None) or lines["Expiry"].startswith(str(report.expires_on))
    assert report.answer("expiry").finding.is_no == lines["Expiry"].startswith("no day is set")
    if report.answer("extension-in-time").finding.is_no:
        assert "can be asked for" not in lines["Expiry"]
    assert lines["Open"].startswith(f"{len(report.open_questions)} question{'s' * (len(report.open_questions) != 1)}")


def test_the_disclosure_of_a_bare_discovery() -> None:
    """A discovery of which nothing is known leaves the duty and four grounds undetermined."""
    body = sections(as_text(assess(small(discovery=Discovery()))))["Traffic data that lead elsewhere"]
    assert "NOT DETERMINED: 4 grounds" in body
    assert "OPEN: 0 grounds" in body
    assert str(art(43, 1)) in body
