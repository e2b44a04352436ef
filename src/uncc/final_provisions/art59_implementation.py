"""Art. 59: the measures by which a Party implements the Convention, and stricter ones."""

from __future__ import annotations

from datetime import date

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import is_party
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.findings import Finding, by_text
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["implementation_duty", "may_adopt_stricter_measures"]


def implementation_duty(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Duty:
    """What must a Party do to carry out its obligations, and from when on?

    Source: Art. 59(1).

    >>> from datetime import date
    >>> implementation_duty(History(), "Astoria", date(2028, 1, 1)).trigger.truth.name
    'NO'
    """
    return Duty(
        id="implement",
        bearer=Role.STATE_PARTY,
        modality=Modality.SHALL,
        act="take the legislative, administrative and other measures that carrying out its obligations needs",
        authority=(art(59, 1),),
        trigger=is_party(history, participant, on, under=under),
        qualifications=("in accordance with fundamental principles of its domestic law",),
    )


def may_adopt_stricter_measures() -> Finding:
    """Whether a Party may go further than the Convention in preventing and combating its offences: it may.

    Source: Art. 59(2).

    >>> may_adopt_stricter_measures().truth.name
    'YES'
    """
    return by_text(True, "a Party may adopt measures that are stricter or more severe", art(59, 2))
