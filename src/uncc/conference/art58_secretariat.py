"""Art. 58, the secretariat: what it owes the Conference and the States Parties."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.duties import Duty, Modality
from uncc.facts import Fact, Facts, fact
from uncc.findings import Finding, by_text, given
from uncc.provisions import Provision, art
from uncc.roles import Role

__all__ = ["ReportingHelp", "secretariat_duties"]


@frozen(kw_only=True)
class ReportingHelp(Facts):
    """Whether a State Party wants help with informing the Conference."""

    requested: Fact = fact(
        "a State Party has asked for help with informing the Conference", art(58, 2, "b"), asked_of=Role.SECRETARIAT
    )


H = fields(ReportingHelp)


def secretariat_duties(help_wanted: ReportingHelp) -> tuple[Duty, ...]:
    """What do the Secretary-General and the secretariat owe? Help to a State Party only when it asks.

    Source: Art. 58(1), Art. 58(2), Art. 58(2)(a), Art. 58(2)(b), Art. 58(2)(c).

    >>> [duty.id for duty in secretariat_duties(ReportingHelp(requested=False)) if duty.trigger.is_yes]
    ['provide-secretariat', 'serve-conference', 'coordinate-secretariats']
    """
    secretary, secretariat = Role.SECRETARY_GENERAL, Role.SECRETARIAT
    asked, owed = given(help_wanted, H.requested), "the text itself sets the duty"
    return (
        _duty(
            "provide-secretariat",
            secretary,
            "give the Conference the secretariat services that it needs",
            art(58, 1),
            by_text(True, owed, art(58, 1)),
        ),
        _duty(
            "serve-conference",
            secretariat,
            "assist the Conference in its activities and arrange and serve its sessions",
            art(58, 2, "a"),
            by_text(True, owed, art(58, 2), art(58, 2, "a")),
        ),
        _duty(
            "help-with-information",
            secretariat,
            "assist States Parties in informing the Conference",
            art(58, 2, "b"),
            asked,
            but=("upon request",),
        ),
        _duty(
            "coordinate-secretariats",
            secretariat,
            "coordinate with the secretariats of relevant international and regional organizations",
            art(58, 2, "c"),
            by_text(True, owed, art(58, 2), art(58, 2, "c")),
            but=("as necessary",),
        ),
    )


def _duty(
    name: str, bearer: Role, act: str, provision: Provision, trigger: Finding, *, but: tuple[str, ...] = ()
) -> Duty:
    return Duty(
        id=name,
        bearer=bearer,
        modality=Modality.SHALL,
        act=act,
        authority=(provision,),
        trigger=trigger,
        towards=Role.STATES_PARTIES if name == "help-with-information" else Role.CONFERENCE,
        qualifications=but,
    )
