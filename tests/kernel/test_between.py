"""What is known of a day: every spelling that is read, every one that is refused, and what is meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.kernel.between import YEAR_FIRST, Between, a_day_fact, a_number_fact, day_text, not_before, read_day
from uncc.kernel.errors import InvalidValue
from uncc.testing import day_facts

MAY = date(2027, 5, 3), date(2027, 5, 10)
READ: dict[str, date | Between[date]] = {
    "2027-05-03": MAY[0],
    "2028-02-29": date(2028, 2, 29),
    "2027-05": Between(date(2027, 5, 1), date(2027, 5, 31)),
    "2028-02": Between(date(2028, 2, 1), date(2028, 2, 29)),
    "2027-02": Between(date(2027, 2, 1), date(2027, 2, 28)),
    "2027": Between(date(2027, 1, 1), date(2027, 12, 31)),
    "0800": Between(date(800, 1, 1), date(800, 12, 31)),
    "[2027-05-03..2027-05-10]": Between(*MAY),
    "[..2027-05-03]": Between(None, MAY[0]),
    "[2027-05-03..]": Between(MAY[0], None),
}
ANY = "a day as 2027-05-09, a month as 2027-05, a year as 2027, or days between two ends as [2027-05-03..2027-05-10]"
ONE_END = "a day of which one end is known: [2027-05-03..] or [..2027-05-03]"
BETWEEN = "a day that lies between two: [first..last]; '/' is an interval that lasts"
ABOUT = "a day with its ends: what is uncertain or about a day is written [2027-05-03..2027-05-10]"
DIGITS = "a month as 2027-05 or a year as 2027: digits are not left open"
A_DAY = "a calendar day such as 2027-05-09"
ORDER = "the earlier day first, and two days; one day is written alone"
REFUSED = {
    "2027-05-03/2027-05-10": BETWEEN,
    "2027-05-03/..": ONE_END,
    "../2027-05-03": ONE_END,
    "2027-05-03/": ONE_END,
    "/2027-05-03": ONE_END,
    "2027-05-03~": ABOUT,
    "2027-05-03?": ABOUT,
    "2027?": ABOUT,
    "%2027-05": ABOUT,
    "2027-05-XX": DIGITS,
    "20XX": DIGITS,
    "202x-05": DIGITS,
    "2027-05-03T10:00": "a calendar day without a time",
    "2027-02-29": f"{A_DAY}: February 2027 has 28 days",
    "2027-13-01": f"{A_DAY}: there is no month 13",
    "30.11.2026": f"{A_DAY}: write 2026-11-30",
    "3.5.2027": f"{ANY}; {YEAR_FIRST}",
    "0000-01-01": f"{A_DAY}: there is no year 0000",
    "[2027-02-29..]": f"{A_DAY}: February 2027 has 28 days",
    "[2027-05-10..2027-05-03]": ORDER,
    "[2027-05-03..2027-05-03]": ORDER,
    "[..]": ANY,
    "2027-13": ANY,
    "2027-00": ANY,
    "0000": ANY,
    "": ANY,
    "soon": ANY,
    "27-05-03": f"{ANY}; {YEAR_FIRST}",
    "3 May 2027": ANY,
    "20270503": ANY,
    "{2027-05-03..2027-05-10}": ANY,
    "[2027-05-03,2027-05-10]": ANY,
    "[2027-05..2027-06]": ANY,
    "[2027-05-03..2027-05-10": ANY,
    "2027-21": ANY,
    "Y17000": ANY,
    "-2027": ANY,
    "2027-05-03\n": ANY,
    "\u0662027-05-03": ANY,
}


@pytest.mark.parametrize("text", READ)
def test_each_spelling_is_read_and_printed_as_it_was(text: str) -> None:
    """By hand: what each of the five spellings says; printing is the inverse of reading."""
    assert read_day(text) == READ[text]
    assert day_text(read_day(text)) == text
    assert str(read_day(text)) == text


@pytest.mark.parametrize("text", REFUSED)
def test_every_other_spelling_is_refused_with_what_is_meant(text: str) -> None:
    """The message shows the text and says how it is written here."""
    with pytest.raises(InvalidValue) as caught:
        read_day(text, "effected_on")
    assert caught.value.field == "effected_on"
    assert str(caught.value.value) in text
    assert caught.value.expected == REFUSED[text]


@effort(300)
@given(day_facts(date(2, 1, 1), date(9000, 12, 31)).filter(lambda known: known is not None))
def test_reading_is_the_inverse_of_printing(known: Any) -> None:
    """Whatever is known of a day is read as it was printed."""
    assert read_day(day_text(known)) == known


@effort(300)
@given(st.text("0123456789-./[]XT~?", max_size=24))
def test_what_is_read_is_printed_as_it_was(text: str) -> None:
    """A text is refused, or is the shortest spelling of what it says, or says a whole month or year at length."""
    try:
        known = read_day(text)
    except InvalidValue:
        return
    assert read_day(day_text(known)) == known
    assert len(day_text(known)) <= len(text)


def test_it_reads_what_others_read() -> None:
    """Another library reads the same ends from each spelling that both have."""
    edtf = pytest.importorskip("edtf")
    for text, known in READ.items():
        other = edtf.parse_edtf(text)
        least, most = (known.least, known.most) if isinstance(known, Between) else (known, known)
        if least is not None:
            assert date(*other.lower_strict()[:3]) == least
        if most is not None:
            assert date(*other.upper_strict()[:3]) == most


# Between


def test_ends_stand_in_order() -> None:
    """One end is known at least; two differ, and the earlier is the first."""
    for ends in ((None, None), MAY[::-1], (MAY[0], MAY[0]), (3, 2)):
        with pytest.raises(InvalidValue):
            Between(*ends)
    with pytest.raises(InvalidValue, match="give a date without a time"):
        Between(datetime(2027, 5, 3, tzinfo=UTC), None)


def test_what_lies_between() -> None:
    """Both ends are included; an end that is open bounds nothing."""
    known = Between(*MAY)
    assert [known.contains(date(2027, 5, on)) for on in (2, 3, 10, 11)] == [False, True, True, False]
    assert Between(None, 5).contains(-1)
    assert not Between(5, None).contains(4)


def test_numbers_are_told_in_words() -> None:
    """A number that is not known exactly is told by its ends."""
    assert [str(Between(*ends)) for ends in ((1, 5), (None, 5), (1, None))] == ["1 to 5", "at most 5", "at least 1"]


# Fields


@pytest.mark.parametrize("value", [None, MAY[0], Between(*MAY), Between(MAY[0], None), date(9000, 12, 31)])
def test_a_day_fact_is_a_day_or_what_is_known_of_one(value: object) -> None:
    """A day, two ends, one end or nothing is accepted."""
    a_day_fact("on", value)


@pytest.mark.parametrize("value", ["2027-05-03", 5, datetime(2027, 5, 3, tzinfo=UTC), date(9001, 1, 1), Between(1, 5)])
def test_a_day_fact_is_nothing_else(value: object) -> None:
    """A text, a number, a moment and a day beyond the calendar of a case are refused, by the name of the field."""
    with pytest.raises(InvalidValue, match=r"^on: "):
        a_day_fact("on", value)


@pytest.mark.parametrize("value", [0, 11, True, 2.0, "5", Between(0, 5), Between(5, 11), MAY[0]])
def test_a_number_fact_is_a_whole_number_in_its_bounds(value: object) -> None:
    """What is out of bounds, or no whole number, is refused, by the name of the field."""
    for good in (None, 1, 10, Between(1, 10), Between(None, 3)):
        a_number_fact(1, 10, "days", good)
    with pytest.raises(InvalidValue, match=r"^days: .* is not a whole number, from 1 to 10$"):
        a_number_fact(1, 10, "days", value)


def test_a_day_is_not_before_another_for_certain() -> None:
    """Days that may lie in order are accepted; where they cannot, the field is named."""
    not_before("effected_on", MAY[0], "received_on", Between(date(2027, 5, 1), None))
    not_before("effected_on", Between(None, MAY[1]), "received_on", MAY[1])
    not_before("effected_on", None, "received_on", MAY[1])
    with pytest.raises(InvalidValue, match=r"^effected_on: .* is not on or after received_on, 2027-05-10$"):
        not_before("effected_on", Between(None, MAY[0]), "received_on", MAY[1])
