"""The two walks of the tutorial can be typed as they stand, and take a newcomer ten minutes at most."""

from __future__ import annotations

import pytest

from tests.walks import MOST, WALKS, WRITTEN, told, walked

pytestmark = pytest.mark.long


@pytest.mark.parametrize("lesson", WALKS)
def test_a_walk_takes_ten_minutes_at_most(lesson: str) -> None:
    """Its sitting prints what it shows, its letter is drafted, and with every mark completed it takes no longer."""
    walk = walked(lesson)
    assert sum(walk.minutes.values()) <= MOST, "\n".join(told(walk))
    assert all(many > 0 for part, many in walk.minutes.items() if part != "what is typed in words")
    assert {*walk.marks} <= {*WRITTEN}
    assert walk.replies


def test_a_request_ends_with_all_that_it_shall_have() -> None:
    """What is wanted is settled YES, and the letter leaves open its reference, whom to ask back and who signs."""
    request, reply = map(walked, WALKS)
    assert request.shown.endswith("2 of 2 answers are settled: scope YES, conformity YES.\n")
    assert len(request.marks) == 3
    assert "Not determined: the Convention is in force between the two States" in request.letter
    assert "grounds.essential-interests YES" in reply.shown
    assert "It gives its reasons, as it must" in reply.letter
