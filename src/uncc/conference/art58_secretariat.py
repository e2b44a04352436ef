"""Art. 58, the secretariat: what it owes the Conference and the States Parties."""

from __future__ import annotations

from types import MappingProxyType

from attrs import fields, frozen

from uncc.kernel.duties import Duty, Modality
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, by_text, given
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = ["ReportingHelp", "secretariat_duties"]


@frozen(kw_only=True)
class ReportingHelp(Facts, asked_of=Role.SECRETARIAT):
    """Whether a State Party wants help with informing the Conference."""

    requested: Fact = fact("a State Party has asked for help with informing the Conference", art(58, 2, "b"))


H = fields(ReportingHelp)


def secretariat_duties(help_wanted: ReportingHelp) -> tuple[Duty, ...]:
    """What do the Secretary-General and the secretariat owe? Help to a State Party only when it asks.

    Source: Art. 58(1), Art. 58(2), Art. 58(2)(a), Art. 58(2)(b), Art. 58(2)(c).

    >>> [duty.id for duty in secretariat_duties(ReportingHelp(requested=False)) if duty.trigger.is_yes]
    ['provide-secretariat', 'serve-conference', 'coordinate-secretariats']
    """
    asked, owed = given(help_wanted, H.requested), "the text itself sets the duty"
    return (
        _duty(
            "provide-secretariat",
            "give the Conference the secretariat services that it needs",
            art(58, 1),
            by_text(True, owed, art(58, 1)),
        ),
        _duty(
            "serve-conference",
            "assist the Conference in its activities and arrange and serve its sessions",
            art(58, 2, "a"),
            by_text(True, owed, art(58, 2), art(58, 2, "a")),
        ),
        _duty("help-with-information", "assist States Parties in informing the Conference", art(58, 2, "b"), asked),
        _duty(
            "coordinate-secretariats",
            "coordinate with the secretariats of relevant international and regional organizations",
            art(58, 2, "c"),
            by_text(True, owed, art(58, 2), art(58, 2, "c")),
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


def _duty(name: str, act: str, provision: Provision, trigger: Finding) -> Duty:
    return Duty(
        id=name,
        bearer=Role.SECRETARY_GENERAL if provision == art(58, 1) else Role.SECRETARIAT,
        modality=Modality.SHALL,
        act=act,
        authority=(provision,),
        trigger=trigger,
        towards=_TOWARDS.get(provision, Role.CONFERENCE),
        qualifications=_QUALIFICATIONS.get(provision, ()),
    )
