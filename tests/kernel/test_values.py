"""Validators: each refuses only what cannot be meant, and says what would be right."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from attrs import field, frozen
from attrs.validators import optional
from hypothesis import example, given
from hypothesis import strategies as st

from uncc.kernel.errors import InvalidValue
from uncc.kernel.values import a_count_of_days, a_moment, a_port, a_text


@frozen
class Sample:
    """One field for each validator; `Any`, since the tests put in what a type checker would refuse."""

    text: Any = field(default=None, validator=optional(a_text))
    days: Any = field(default=None, validator=optional(a_count_of_days))
    moment: Any = field(default=None, validator=optional(a_moment))
    port: Any = field(default=None, validator=optional(a_port))


UNSEEN_LETTERS = "\u115f\u1160\u3164\uffa0"
"""The letters that fill a place and show nothing."""
NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""The marks of format that show something."""
UTC_MOMENT = datetime(2027, 5, 9, 4, 12, 9, tzinfo=timezone.utc)  # noqa: UP017  # the class itself is under test

GOOD: list[tuple[str, object]] = [
    ("text", "x"),
    ("text", " padded "),
    ("days", 1),
    ("days", 36_525),
    ("moment", UTC_MOMENT),
    ("moment", UTC_MOMENT.replace(tzinfo=timezone(timedelta(0), "Z"))),
    ("port", 0),
    ("port", 65_535),
]

BAD: list[tuple[str, object, str]] = [
    ("text", "", "a text; where there is nothing to say, say nothing (null)"),
    ("text", " \t\n", "a text; where there is nothing to say, say nothing (null)"),
    ("text", 42, "a text; where there is nothing to say, say nothing (null)"),
    ("text", b"bytes", "a text; where there is nothing to say, say nothing (null)"),
    ("days", 0, "a whole number of days, from 1 to 36525"),
    ("days", -1, "a whole number of days, from 1 to 36525"),
    ("days", 36_526, "a whole number of days, from 1 to 36525"),
    ("days", True, "a whole number of days, from 1 to 36525"),
    ("days", 1.0, "a whole number of days, from 1 to 36525"),
    ("days", "60", "a whole number of days, from 1 to 36525"),
    ("moment", UTC_MOMENT.replace(tzinfo=None), "a moment in UTC such as 2027-05-09T04:12:09Z"),
    ("moment", UTC_MOMENT.astimezone(timezone(timedelta(hours=1))), "a moment in UTC such as 2027-05-09T04:12:09Z"),
    ("moment", date(2027, 5, 9), "a moment in UTC such as 2027-05-09T04:12:09Z"),
    ("moment", "2027-05-09T04:12:09Z", "a moment in UTC such as 2027-05-09T04:12:09Z"),
    ("port", -1, "a port number, from 0 to 65535"),
    ("port", 65_536, "a port number, from 0 to 65535"),
    ("port", False, "a port number, from 0 to 65535"),
    ("port", 443.0, "a port number, from 0 to 65535"),
    ("port", "443", "a port number, from 0 to 65535"),
]


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_what_can_be_meant_is_kept_as_it_is(name: str, value: object) -> None:
    """A value within the bounds, the bounds included, is stored unchanged."""
    assert getattr(Sample(**{name: value}), name) is value


def test_nothing_is_no_value() -> None:
    """A field that must be there is not satisfied by nothing: only `optional` makes it so."""

    @frozen
    class Required:
        text: Any = field(validator=a_text)

    with pytest.raises(InvalidValue):
        Required(None)


@pytest.mark.parametrize("name", ["text", "days", "moment", "port"])
def test_nothing_is_allowed_everywhere(name: str) -> None:
    """What is not known is left out, or `None`."""
    assert Sample() == Sample(**{name: None})


@pytest.mark.parametrize(("name", "value", "expected"), BAD)
def test_what_cannot_be_meant_is_refused(name: str, value: object, expected: str) -> None:
    """The error names the field, shows the value and says what would be right."""
    with pytest.raises(InvalidValue) as caught:
        Sample(**{name: value})
    shown = value.isoformat() if isinstance(value, datetime) else value
    assert (caught.value.field, caught.value.value, caught.value.expected) == (name, shown, expected)


@given(st.integers())
def test_the_numbers_allowed_are_exactly_those_in_the_bounds(number: int) -> None:
    """A count of days lies from 1 to 36525 and a port from 0 to 65535, and nothing else is either."""
    for name, low, high in (("days", 1, 36_525), ("port", 0, 65_535)):
        if low <= number <= high:
            assert getattr(Sample(**{name: number}), name) == number
        else:
            with pytest.raises(InvalidValue):
                Sample(**{name: number})


@given(st.text(alphabet=st.characters(categories=["Zs", "Cc", "Cf", "L"])))
@example("\u3164\u200b")
def test_a_text_is_refused_exactly_when_it_is_blank(text: str) -> None:
    """Blanks of every script, and what is invisible, count as nothing."""
    if any(sign.isprintable() and sign not in UNSEEN_LETTERS and not sign.isspace() for sign in text) or any(
        sign in NUMBER_SIGNS for sign in text
    ):
        assert Sample(text=text).text == text
    else:
        with pytest.raises(InvalidValue):
            Sample(text=text)
