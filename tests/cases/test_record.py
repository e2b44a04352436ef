"""The record of a case: what an entry can say, how it is corrected, and what was known of it on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from uncc import from_json, load_case, to_json
from uncc.cases import Entry, PreservationCase
from uncc.cases.record import as_known, duty_ids
from uncc.doors.schema import schema
from uncc.doors.serial import from_data
from uncc.kernel.between import Between
from uncc.kernel.errors import DocumentError, InvalidValue

EXAMPLES = Path(__file__).parents[2] / "examples"

MARCH, APRIL, MAY = date(2028, 3, 20), date(2028, 4, 20), date(2028, 5, 20)
FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing": ({}, "did", "an entry: state"),
    "two things": ({"did": "preserve", "did_not": "locate", "on": MARCH}, "did_not", "an entry is one thing"),
    "an act and the record": ({"did": "preserve", "complete_until": MARCH}, "complete_until", "an entry is one thing"),
    "another id": ({"did": "preserv"}, "did", "perhaps preserve is meant"),
    "not done by when": ({"did_not": "preserve"}, "on", "the exact day"),
    "not done by some day": ({"did_not": "preserve", "on": Between(MARCH, APRIL)}, "on", "the exact day"),
    "known before": ({"did": "preserve", "on": APRIL, "known_on": MARCH}, "known_on", "on or after 2028-04-20"),
    "complete before": ({"complete_until": APRIL, "known_on": MARCH}, "known_on", "on or after 2028-04-20"),
    "no number": ({"corrects": -1, "known_on": MARCH}, "corrects", "from 0"),
    "a correction of no day": ({"corrects": 0}, "known_on", "the day from which"),
}


@pytest.mark.parametrize(("said", "field", "words"), FAULTS.values(), ids=FAULTS)
def test_an_entry_that_cannot_be_meant_is_refused(said: dict[str, Any], field: str, words: str) -> None:
    """Each fault is one error that names the field and says what would be right."""
    with pytest.raises(InvalidValue, match=words) as error:
        Entry(**said)
    assert error.value.field == field


def test_an_entry_is_known_from_its_day_of_knowledge() -> None:
    """Where none is stated, from the day of the event; where that is open, from its last day; without a day, always."""
    assert not Entry(did="locate", on=MARCH, known_on=MAY).is_known(APRIL)
    assert Entry(did="locate", on=MARCH).is_known(MARCH)
    assert not Entry(did="locate", on=Between(MARCH, MAY)).is_known(APRIL)
    assert Entry(did="locate").is_known(MARCH)
    assert not Entry(complete_until=MAY).is_known(APRIL)


def test_a_later_entry_corrects_an_earlier_one_from_its_own_day() -> None:
    """What was recorded stays; it counts until the correction is known, and again where that one is corrected."""
    first = Entry(did="locate", on=MARCH)
    second = Entry(did="locate", on=APRIL, corrects=0, known_on=APRIL)
    third = Entry(corrects=1, known_on=MAY)
    record = (first, second, third)
    assert as_known(record, MARCH) == [first]
    assert as_known(record, APRIL) == [second]
    assert as_known(record, MAY) == as_known(record, None) == [first, third]


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ((Entry(corrects=0, known_on=MARCH),), "record[0].corrects"),
        ((Entry(did="locate"), *(2 * (Entry(corrects=0, known_on=MARCH),))), "record[2].corrects"),
        ((Entry(did="submit-case"),), "record[0].did"),
        ((Entry(did_not="submit-case", on=MARCH),), "record[0].did_not"),
    ],
)
def test_a_record_that_cannot_be_meant_is_refused(record: tuple[Entry, ...], place: str) -> None:
    """A correction is of an earlier entry, once; a case of preservation has no duty of another kind of case."""
    with pytest.raises(InvalidValue) as error:
        evolve(hospital(), record=record)
    assert error.value.field == place


def test_in_a_file_the_record_is_strict() -> None:
    """It is written as it is read; a misspelt id and a key that is not known are faults with their places."""
    case = evolve(hospital(), record=(Entry(did="locate", on=Between(MARCH, APRIL), known_on=MAY),))
    assert from_json(to_json(case), PreservationCase) == case
    with pytest.raises(DocumentError, match=r"did: 'locat' is not the id of a duty"):
        from_data({"did": "locat"}, Entry)
    with pytest.raises(DocumentError, match="done: is not a known key"):
        from_data({"did": "locate", "done": True}, Entry)


def test_the_schema_names_the_duties_of_the_kind_of_case() -> None:
    """An editor offers the ids of this kind of case and no others."""
    offered = schema(PreservationCase)["$defs"]["DutyId"]["enum"]
    assert offered == [*(name for name, kinds in duty_ids().items() if "preservation" in kinds)]
    assert schema(Entry)["$defs"]["DutyId"]["enum"] == [*duty_ids()]


def hospital() -> PreservationCase:
    """Return the case of the hospital, as it is shipped."""
    return load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
