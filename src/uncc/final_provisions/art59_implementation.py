"""Art. 59: the measures by which a Party implements the Convention, and stricter ones."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from uncc.final_provisions.history import History
from uncc.final_provisions.lives import as_party, standing_term
from uncc.final_provisions.parties import is_party
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.findings import Finding, all_of, by_text
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["duties_on_implementation", "may_adopt_stricter_measures"]


def duties_on_implementation(history: History, participant: str, on: date) -> tuple[Duty, ...]:
    """What must a Party do to carry out its obligations, and from when on?

    Source: Art. 59(1).

    >>> from datetime import date
    >>> duties_on_implementation(History(), "Astoria", date(2028, 1, 1))[0].trigger.truth.name
    'UNKNOWN'
    """
    term = standing_term(history, participant, on)
    return (
        shall(
            "implement",
            Role.STATE_PARTY,
            "take the legislative, administrative and other measures that carrying out its obligations needs",
            art(59, 1),
            is_party(history, participant, on),
            qualifications=("in accordance with fundamental principles of its domestic law",),
            life=evolve(as_party(term), lasts=True),
        ),
    )


def may_adopt_stricter_measures() -> Finding:
    """Whether a Party may go further than the Convention in preventing and combating its offences: it may.

    That lets no condition or safeguard go that the Convention asks for, and adds no ground on which it lets cooperation
    be refused: measures against offences are what may be stricter.

    Source: Art. 24(1), Art. 59(2).

    >>> may_adopt_stricter_measures().truth.name
    'YES'
    """
    return all_of(
        "a Party may adopt measures that are stricter or more severe",
        art(59, 2),
        by_text(True, "measures for preventing and combating the offences may go further than the text", art(59, 2)),
        by_text(True, "the conditions and safeguards of the Convention stay in place", art(24, 1)),
        by_text(True, "no ground is added on which the Convention lets cooperation be refused", art(59, 2)),
    )


checked(__name__)
