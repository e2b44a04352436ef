"""Art. 67(1) and the duties of Arts. 36 and 42 that run: what a denunciation does to them."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly
from uncc.kernel.parties import Relation, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.readings.chapter_9 import RunningDuties

__all__: list[str] = []


def goes_on() -> Finding:
    """Return whether a duty that arose while a State was a Party binds it once a denunciation has taken effect."""
    statement = "what arose while it was a Party binds it still"
    return by_reading(
        statement,
        RunningDuties,
        {
            RunningDuties.END: by_text(False, statement, art(67, 1)),
            RunningDuties.GO_ON: by_text(True, statement, art(42, 8), art(36, 3)),
        },
    )


def while_bound(relation: Relation | None) -> Iterator[Finding]:
    """Yield whether a duty binds between two States on the day of their relation; nothing where none is given.

    It does while the Convention is in force between them. Once one of them has left, it is a reading.
    """
    if relation is None:
        return
    parties = {"requesting": relation.requesting, "requested": relation.requested}
    yield exactly(
        any_of(
            "the duty binds between the two States on the day",
            art(67, 1),
            is_bound_by_convention(relation=relation),
            all_of(
                "it arose while both were Parties, and goes on",
                art(67, 1),
                *(party.has_been_bound(relation.on, place) for place, party in parties.items()),
                goes_on(),
            ),
        )
    )
