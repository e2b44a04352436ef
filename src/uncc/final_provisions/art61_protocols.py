"""Art. 61: who can become a Party to a protocol, and whom a protocol binds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from uncc.final_provisions.acts import Act
from uncc.final_provisions.art67_effect import ceased_on, has_ended, terms_until
from uncc.final_provisions.events import Receipt
from uncc.final_provisions.history import History
from uncc.final_provisions.parties import asked_about, binds_on, is_party
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly, none_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import before, not_after
from uncc.readings.chapter_9 import ProtocolOfCeased

__all__ = ["is_bound_by_protocol", "may_join_protocol"]


def may_join_protocol(history: History, participant: str, on: date) -> Finding:
    """Whether a participant can become a Party to a protocol on a day: only as a Party to the Convention.

    What the protocol itself asks for besides is not computed.

    Source: Art. 61(2).

    >>> from datetime import date
    >>> may_join_protocol(History(), "Caldera", date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of("the participant may become a Party to a protocol", art(61, 2), is_party(history, participant, on))


def is_bound_by_protocol(history: History, participant: str, protocol: str, on: date) -> Finding:
    """Whether a protocol binds a participant on a day.

    Only once it has become a Party to it, as the protocol provides, and only while it is a Party to the Convention: one
    that was none on the day on which it joined the protocol did not become a Party to it; a denunciation of the
    Convention takes the protocol with it, and joining the Convention anew does not bring it back. Whether it falls as
    well for an organization that ceased to be a Party with its members is a reading: it does.

    Source: Art. 61(2), Art. 61(3), Art. 67(2), Art. 67(3).

    >>> from datetime import date
    >>> is_bound_by_protocol(History(), "Caldera", "First Protocol", date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    joined = history.received(participant, Act.PROTOCOL, until=on, about=protocol)
    statement = "the participant has become a Party to the protocol as one to the Convention, and stays one"
    return exactly(
        all_of(
            "the protocol binds the participant on the day",
            (art(61, 2), art(61, 3), art(67, 3)),
            is_party(history, participant, on),
            any_of(statement, (art(61, 2), art(67, 3)), *(_binds(history, one, on) for one in joined)),
        )
    )


def _binds(history: History, joined: Receipt, on: date) -> Finding:
    """Whether a protocol that was joined on a day binds on another, no denunciation having taken it along."""
    participant, asked = joined.event.participant, asked_about(on)
    return all_of(
        "the participant became a Party to the protocol and no denunciation has taken it along",
        (art(61, 2), art(67, 3)),
        not_after("it became a Party to the protocol by the day", art(61, 3), joined.on, asked),
        binds_on(history, participant, joined.on),
        none_of(
            "a denunciation of the Convention has taken the protocol with it",
            art(67, 3),
            *(
                all_of(
                    "a denunciation took effect after it was joined",
                    art(67, 3),
                    has_ended(term, asked),
                    before("the protocol was joined before", art(67, 3), joined.on, term.until),
                )
                for term in terms_until(history, participant, on)
            ),
            *_fallen_with_members(history, joined, on),
        ),
    )


def _fallen_with_members(history: History, joined: Receipt, on: date) -> Iterator[Finding]:
    """Yield whether a protocol fell for an organization that has ceased to be a Party with its members since."""
    organization, asked = history.organization(joined.event.participant), asked_about(on)
    if organization is None:
        return
    statement = "the protocol fell with the organization's part in the Convention"
    for term in terms_until(history, organization.name, on):
        ceased = ceased_on(history, organization, term.since, asked)
        yield by_reading(
            statement,
            ProtocolOfCeased,
            {
                ProtocolOfCeased.FALLS: before(statement, (art(67, 2), art(67, 3)), joined.on, ceased),
                ProtocolOfCeased.STANDS: by_text(False, statement, art(67, 3)),
            },
        )


checked(__name__)
