"""Art. 67: who may denounce, how, and that the Convention stays in force; when it takes effect: `art67_effect`."""

from __future__ import annotations

from datetime import date

from uncc.cooperation.running_duties import goes_on
from uncc.final_provisions.history import History
from uncc.final_provisions.lives import standing_term, to_denounce
from uncc.final_provisions.parties import is_party
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may
from uncc.kernel.findings import Finding, all_of, any_of, by_text
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["binds_still", "duties_on_denunciation", "loses_force_for_want_of_parties", "may_denounce"]


def may_denounce(history: History, participant: str, on: date) -> Finding:
    """Whether a participant may denounce on a day: at any time, but only as a Party.

    Source: Art. 67(1).

    >>> from datetime import date
    >>> may_denounce(History(), "Astoria", date(2028, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of("the participant may denounce the Convention", art(67, 1), is_party(history, participant, on))


def duties_on_denunciation(history: History, participant: str, on: date) -> tuple[Duty, ...]:
    """How may a Party denounce: by what, to whom, and with what effect on protocols?

    Source: Art. 67(1), Art. 67(3).

    >>> from datetime import date
    >>> duties_on_denunciation(History(), "Astoria", date(2028, 1, 1))[0].modality.words
    'may'
    """
    return (
        may(
            "denounce",
            Role.STATE_PARTY,
            "denounce the Convention by a notification in writing",
            (art(67, 1), art(67, 3)),
            may_denounce(history, participant, on),
            towards=Role.SECRETARY_GENERAL,
            qualifications=("of effect one year after receipt", "its protocols are denounced with it"),
            life=to_denounce(standing_term(history, participant, on)),
        ),
    )


def binds_still(history: History, participant: str, on: date, *, arisen_on: date) -> Finding:
    """Whether a duty that arose on a day, under a request or with data that came on it, binds on another.

    While the participant is a Party it does. Whether it does once a denunciation has taken effect is a reading, and
    none is adopted. That the duty is not done, and has not ended by its own article, is not asked here.

    Source: Art. 67(1), Art. 42(8), Art. 36(3).

    >>> from datetime import date
    >>> binds_still(History(), "Astoria", date(2028, 1, 1), arisen_on=date(2027, 12, 1)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the duty binds the participant on the day",
        art(67, 1),
        is_party(history, participant, arisen_on),
        any_of(
            "what arose while it was a Party binds it still",
            art(67, 1),
            is_party(history, participant, on),
            goes_on(),
        ),
    )


def loses_force_for_want_of_parties() -> Finding:
    """Whether the Convention ceases to be in force when denunciations leave fewer Parties than brought it into force.

    Source: Art. 65(1), Art. 67(1).

    >>> loses_force_for_want_of_parties().truth.name
    'NO'
    """
    return by_text(False, "the Convention ends when denunciations leave it with fewer Parties", art(65, 1), art(67, 1))


checked(__name__)
