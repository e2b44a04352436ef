"""The report on extradition as text: its sections, its lines in brief, and its agreement with the findings."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from tests.cases.test_extradition import small
from tests.cooperation.extradition import ACCESS, CLEAR, FOR_NATIONALITY, NATIONAL, REQUEST, TREATY
from tests.effort import effort
from uncc.cases import Enclosures, ExtraditionCase, assess
from uncc.cooperation import ConditionalSurrender, NonExtradition
from uncc.doors.serial import load_case
from uncc.kernel.duties import Modality
from uncc.pages import as_text
from uncc.testing import extradition_cases

EXAMPLE = Path(__file__).parents[2] / "examples" / "extradite_or_prosecute.json"


def joined(text: str) -> str:
    """Return the text without its line breaks and indentation."""
    return " ".join(text.split())


def brief(case: ExtraditionCase) -> dict[str, str]:
    """Return the lines in brief by label."""
    body = as_text(assess(case)).split("\nIN BRIEF\n")[1].split("\n\n")[0]
    return {label: joined(words) for label, words in re.findall(r"^  (\w+) +(.*(?:\n {15}.*)*)", body, re.MULTILINE)}


def titles(text: str) -> list[str]:
    """Return the titles of the sections, without the verdict beside them."""
    return [re.sub(r"(?<=\?) .*| \([^)]*\)$", "", title) for title in re.findall(r"\n\n\d+\. (.*)\n-+\n", text)]


def test_the_example() -> None:
    """The sections of the example, and what is told of practice and of the fiscal ground."""
    text = as_text(assess(load_case(EXAMPLE, ExtraditionCase)))
    assert text.startswith("EXTRADITION: ASSESSMENT UNDER THE UNITED NATIONS CONVENTION AGAINST CYBERCRIME\n")
    assert titles(text) == [
        "Where the file stands",
        "Does the Convention apply?",
        "The offences",
        "The legal basis",
        "Grounds for refusing of which the article speaks",
        "Who must now do what, and by when",
        "If the person is not extradited",
        "The person in the proceedings",
        "What practice expects with the request",
        "Open questions",
        "Contested readings",
        "Facts stated that no answer needed",
    ]
    words = joined(text)
    assert "The Convention lists no contents for the request: nothing here is a ground of its own." in words
    assert "- not there: the texts of the law on the offence, its penalty and limitation" in words
    assert "- the offence is also considered fiscal: not open [Art. 37(16)]" in words
    assert "closed list" not in words


def test_a_bare_case() -> None:
    """A case of which nothing is known has no sections for what it does not raise."""
    found = titles(as_text(assess(small())))
    assert "If the person is not extradited" not in found
    assert "The person in the proceedings" not in found
    extradition = brief(small())["Extradition"]
    assert extradition.startswith(
        "not determined whether it may be granted [Art. 37(1), Art. 37(8)]: it turns on whether the offence is one "
        "established in accordance with the Convention [Art. 37(1)] (Astoria can say), and on whether "
    )
    assert extradition.endswith(", and on 14 further questions")
    assert "Submission" not in brief(small())


def test_granted_in_brief() -> None:
    """Where all is met and all is enclosed, the lines in brief say so and no more."""
    full = Enclosures(identity="x", facts="x", warrant_or_judgment="x", legal_texts="x", penalty="x")
    request = attrs.evolve(REQUEST, offences=(ACCESS,))
    lines = brief(
        small(
            request=request,
            relation=attrs.evolve(TREATY, spares_nationals=False),
            position=CLEAR,
            enclosures=full,
        )
    )
    assert lines["Extradition"].startswith("may be granted")
    assert lines["Basis"].startswith("there [")
    assert lines["Refusal"] == "no ground is open. Closed: 5 of 5"
    assert "Practice" not in lines


@pytest.mark.parametrize(
    ("surrendered", "words"),
    [
        (False, "the case must be submitted to the competent authorities"),
        (True, "the article does not oblige to submit the case"),
        (None, "not determined whether the case must be submitted"),
    ],
)
def test_submission_in_brief(surrendered: bool | None, words: str) -> None:
    """Art. 37(11), Art. 37(12): the line says whether the duty stands, after a surrender on condition of return."""
    surrender = ConditionalSurrender(
        only_on_return=True, requested_agrees=True, requesting_agrees=True, surrendered=surrendered
    )
    refusal = NonExtradition(surrender=surrender) if surrendered else attrs.evolve(FOR_NATIONALITY, surrender=surrender)
    lines = brief(small(request=REQUEST, position=NATIONAL, refusal=refusal))
    settles = (
        ": it turns on whether the person is extradited or otherwise surrendered on that condition [Art. 37(12)] "
        "(Borduria can say)"
    )
    assert lines["Submission"] == f"{words} [Art. 37(11), Art. 37(12)]{settles if surrendered is None else ''}"


def test_a_sentence_reads_as_one() -> None:
    """No act repeats the verb of its modality."""
    for duty in assess(load_case(EXAMPLE, ExtraditionCase)).duties:
        if duty.modality is Modality.SHALL_CONSIDER:
            assert not duty.act.startswith("consider")
        if duty.modality is Modality.SHALL_ENDEAVOUR:
            assert duty.act.startswith("to ")


@pytest.mark.long
@effort(60)
@given(extradition_cases())
def test_every_text_agrees_with_its_report(case: ExtraditionCase) -> None:
    """Whatever the case, each answer of the text is that of the report, and no line is too long."""
    report = assess(case)
    text = as_text(report)
    words = joined(text)
    for answer in report.answers:
        if answer.id in {"extraditable", "basis", "obliged"}:
            assert re.findall(r"YES|NO|UNKNOWN", words.split(answer.question)[1])[0] == answer.finding.truth.name
    for line in text.splitlines():
        assert len(line) <= 98 or " " not in line.strip().removeprefix("- "), line
