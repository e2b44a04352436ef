"""The record of a State's answers: what can be said, what cannot be meant, and JSON without loss."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from tests.review.records import IN_PLACE, answer, record, records
from uncc.cases import DomesticLaw
from uncc.doors.serial import from_json, to_json
from uncc.kernel.errors import DocumentError, InvalidProvision, InvalidValue
from uncc.kernel.parties import State
from uncc.kernel.provisions import art
from uncc.review import Implementation, ImplementationStatus, StateRecord, load_record

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_answers_stand_in_the_order_of_the_text() -> None:
    """Whatever order they are given in, answers are kept by provision, so that equal records are equal."""
    one, other = answer("42(6)"), answer("7(1)")
    assert record(one, other) == record(other, one)
    assert [found.provision for found in record(one, other).implementations] == [art(7, 1), art(42, 6)]


def test_a_provision_is_answered_once() -> None:
    """Two answers on one provision cannot both be meant."""
    with pytest.raises(
        InvalidValue, match=r"^implementations: 'Art\. 7\(1\)' is not a provision that is answered once"
    ):
        record(answer("7(1)"), answer("8(1)"), answer("7(1)", ImplementationStatus.PARTLY))


def test_an_article_that_has_parts_is_answered_by_its_parts() -> None:
    """An answer on such an article as a whole would say nothing of which part is meant; the message names them."""
    with pytest.raises(
        InvalidValue, match=r"provision: 'Art\. 9' is not answered as a whole.*Art\. 9\(1\), Art\. 9\(2\)"
    ):
        answer("Art. 9")
    assert answer("Art. 10").provision == art(10)
    with pytest.raises(InvalidProvision):
        answer("9(3)")  # no such provision


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"measure": " "}, "measure: ' ' is not a text"),
        ({"note": "x" * 32_768}, "is not a text of at most 32767 characters"),
        ({"since": datetime(2027, 1, 1)}, "since: '2027-01-01T00:00:00' is not a calendar day: give a date"),
        ({"reserved_on": date(2027, 1, 1)}, "reserved_on: '2027-01-01' is not given where nothing is reserved"),
        ({"reserved_on": date(2027, 1, 1), "reserved": False}, "reserved_on: '2027-01-01' is not given where"),
    ],
)
def test_what_cannot_be_meant(wrong: dict[str, Any], message: str) -> None:
    """Blank texts, texts that no cell holds, moments for days, and the day of a reservation that there is none."""
    with pytest.raises(InvalidValue) as caught:
        answer("11(3)", **wrong)
    assert message in str(caught.value)
    longest = answer("11(3)", note="x" * 32_767, reserved=True, reserved_on=date(2027, 1, 1))
    assert longest.reserved_on == date(2027, 1, 1)


def test_a_law_is_that_of_the_state() -> None:
    """The law of another State would be held against the wrong answers."""
    law = DomesticLaw(state=State("Borduria"), title="Penal Code")
    with pytest.raises(InvalidValue, match=r"^law: 'Borduria' is not the law of Astoria"):
        record(law=law)
    assert record(law=attrs.evolve(law, state=State("ASTORIA\u00b9"))).law is not None


def test_the_format_is_told() -> None:
    """A document of another format is refused."""
    assert record().format == "uncc.implementation/1"
    with pytest.raises(DocumentError, match=r"^format: 'uncc\.review/1' is not uncc\.implementation/1"):
        from_json('{"format": "uncc.review/1", "state": {"name": "Astoria"}}', StateRecord)


@given(records())
def test_json_without_loss(found: StateRecord) -> None:
    """What is written as JSON is read again as it was."""
    assert from_json(to_json(found), StateRecord) == found


def test_a_record_with_a_law_in_json(tmp_path: Path) -> None:
    """A record carries the description of the law with it."""
    law = DomesticLaw(state=State("Astoria"), title="Penal Code")
    path = tmp_path / "state.json"
    path.write_text(to_json(record(answer("7(1)"), law=law)), encoding="utf-8")
    assert load_record(path) == record(answer("7(1)"), law=law)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ('{"provision": "42(11)"}', "implementations[0].provision: there is no such provision as Art. 42(11)"),
        ('{"provision": "9"}', "implementations[0].provision: 'Art. 9' is not answered as a whole"),
        (
            '{"provision": "9(1)", "status": "done"}',
            "implementations[0].status: 'done' is not one of: in-place, partly,",
        ),
        ('{"provision": "9(1)", "done": true}', "implementations[0].done: is not a known key; known here: provision,"),
        ('{"provision": "9(1)"}, {"provision": "9(1)"}', "implementations: 'Art. 9(1)' is not a provision that is"),
    ],
)
def test_bad_documents(document: str, fault: str) -> None:
    """A fault is told with its path, the value and what would be right."""
    with pytest.raises(DocumentError) as caught:
        from_json(f'{{"state": {{"name": "Astoria"}}, "implementations": [{document}]}}', StateRecord)
    assert fault in str(caught.value)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("review_*")), ids=lambda path: path.name)
def test_the_examples_are_records(path: Path) -> None:
    """Each example State has a name, a day and answers."""
    found = load_record(path)
    assert found.as_of is not None
    assert len(found.implementations) > 30
    assert all(attrs.has(type(one)) and isinstance(one, Implementation) for one in found.implementations)


def test_an_answer_may_say_nothing_but_unknown() -> None:
    """An answer without a status is one that is not known."""
    assert Implementation(provision=art(10)).status is ImplementationStatus.UNKNOWN
    assert {status.words for status in ImplementationStatus} == {
        "in place",
        "partly",
        "not in place",
        "not applicable",
        "unknown",
    }
    assert answer("10").status is IN_PLACE
