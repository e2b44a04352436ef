"""The two walks of the tutorial can be typed as they stand, and take a newcomer ten minutes at most."""

from __future__ import annotations

import pytest

from tests.walks import MOST, OWN_WORDS, WALKS, told, walked

pytestmark = pytest.mark.long


@pytest.mark.parametrize("lesson", WALKS)
def test_a_walk_takes_ten_minutes_at_most(lesson: str) -> None:
    """Its sitting prints what it shows and writes its letter; with ninety words of one's own it takes no longer."""
    walk = walked(lesson)
    assert walk.total(OWN_WORDS) <= MOST, "\n".join(told(walk))
    assert all(many > 0 for many in walk.minutes.values())


def test_both_walks_end_with_a_letter_to_sign() -> None:
    """All that is wanted is settled as it should be; nothing is left to be completed, and each says who signs."""
    request, reply = map(walked, WALKS)
    assert "All is settled: scope YES, conditions YES, conformity YES.\n" in request.shown
    assert "Nobody has stated whether the Convention is in force between the two States" in " ".join(
        request.shown.split()
    )
    assert "grounds.essential-interests YES" in reply.shown
    assert "It gives its reasons" in reply.letter
    for walk in (request, reply):
        assert "is written: ready to sign.\n" in walk.shown
        assert "TO BE COMPLETED" not in walk.letter
        assert walk.in_words[-1] in walk.letter
