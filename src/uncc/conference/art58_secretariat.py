"""Art. 58, the secretariat: what it owes the Conference and the States Parties."""

from __future__ import annotations

from types import MappingProxyType

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import by_text, given
from uncc.kernel.life import KEPT_UP
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["ReportingHelp", "duties_of_secretariat"]


@frozen(kw_only=True)
class ReportingHelp(Facts, asked_of=Role.SECRETARIAT):
    """Whether a State Party wants help with informing the Conference."""

    requested: Fact = fact("a State Party has asked for help with informing the Conference", art(58, 2, "b"))


H = fields(ReportingHelp)


def duties_of_secretariat(help_wanted: ReportingHelp) -> tuple[Duty, ...]:
    """What do the Secretary-General and the secretariat owe? Help to a State Party only when it asks.

    Source: Art. 58(1), Art. 58(2), Art. 58(2)(a), Art. 58(2)(b), Art. 58(2)(c).

    >>> [duty.id for duty in duties_of_secretariat(ReportingHelp(requested=False)) if duty.trigger.is_yes]
    ['provide-secretariat', 'serve-conference', 'coordinate-secretariats']
    """
    asked, owed = given(help_wanted, H.requested), "the text itself sets the duty"
    return (
        shall(
            "provide-secretariat",
            Role.SECRETARY_GENERAL,
            "give the Conference the secretariat services that it needs",
            art(58, 1),
            by_text(True, owed, art(58, 1)),
            towards=Role.CONFERENCE,
            qualifications=("as necessary",),
            life=KEPT_UP,
        ),
        shall(
            "serve-conference",
            Role.SECRETARIAT,
            "assist the Conference in its activities and arrange and serve its sessions",
            art(58, 2, "a"),
            by_text(True, owed, art(58, 2), art(58, 2, "a")),
            towards=Role.CONFERENCE,
            life=KEPT_UP,
        ),
        shall(
            "help-with-information",
            Role.SECRETARIAT,
            "assist States Parties in informing the Conference",
            art(58, 2, "b"),
            asked,
            towards=Role.STATES_PARTIES,
            qualifications=("upon request",),
        ),
        shall(
            "coordinate-secretariats",
            Role.SECRETARIAT,
            "coordinate with the secretariats of relevant international and regional organizations",
            art(58, 2, "c"),
            by_text(True, owed, art(58, 2), art(58, 2, "c")),
            qualifications=("as necessary",),
            life=KEPT_UP,
        ),
    )


_QUALIFICATIONS = MappingProxyType(
    {
        art(58, 1): ("as necessary",),
        art(58, 2, "b"): ("upon request",),
        art(58, 2, "c"): ("as necessary",),
    }
)

_TOWARDS = MappingProxyType({art(58, 2, "b"): Role.STATES_PARTIES, art(58, 2, "c"): None})


checked(__name__)
