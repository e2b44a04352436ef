"""Art. 57(2): when the Conference must be convened for the first time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from uncc.conference import duties_on_first_session, first_session_window
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role


@pytest.mark.parametrize(
    ("in_force", "last", "clamped"),
    [
        (date(2027, 6, 1), date(2028, 6, 1), False),
        (date(2027, 2, 28), date(2028, 2, 28), False),
        (date(2028, 2, 29), date(2029, 2, 28), True),
        (date(2027, 12, 31), date(2028, 12, 31), False),
    ],
)
def test_art_57_2_within_a_year_of_entry_into_force(in_force: date, last: date, *, clamped: bool) -> None:
    """From the day of entry into force to the same day of the next year, both included."""
    window = first_session_window(in_force)
    assert window.not_before == Deadline(in_force, (art(57, 2),))
    assert window.not_after == Deadline(last, (art(57, 2),), clamped=clamped)
    assert in_force in window
    assert last in window
    assert in_force - timedelta(days=1) not in window
    assert last + timedelta(days=1) not in window
    assert (window.because.is_yes, window.because.authority) == (True, (art(57, 2),))


def test_art_57_2_before_entry_into_force_is_known() -> None:
    """There is no window yet, and the depositary is asked for the day."""
    window = first_session_window(None)
    assert (window.not_before, window.not_after) == (None, None)
    (question,) = window.because.open_questions
    assert question.statement == "the day of entry into force of the Convention is known"
    assert (question.authority, question.asked_of) == ((art(57, 2),), Role.DEPOSITARY)


@pytest.mark.parametrize("in_force", [None, date(2027, 6, 1)])
def test_art_57_2_the_secretary_general_convenes_it(in_force: date | None) -> None:
    """The Secretary-General shall, towards the States Parties, by the last day of the window."""
    duty, window = duties_on_first_session(in_force)[0], first_session_window(in_force)
    assert (duty.id, duty.authority) == ("convene-first-session", (art(57, 2),))
    assert (duty.bearer, duty.modality, duty.towards) == (Role.SECRETARY_GENERAL, Modality.SHALL, Role.STATES_PARTIES)
    assert (duty.trigger, duty.deadline) == (window.because, window.not_after)


def test_art_57_2_a_moment_is_no_day() -> None:
    """The error names what was given, and advises to give a date."""
    moment: Any = datetime(2027, 6, 1, tzinfo=UTC)
    with pytest.raises(InvalidValue, match=r"^in_force_on: .*without a time"):
        first_session_window(moment)
