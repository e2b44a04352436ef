"""Art. 20, statute of limitations: a long period, and more time where the alleged offender has evaded justice."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_2 import NoLimitation

__all__ = [
    "LimitationLaw",
    "conforms_on_limitation",
    "duties_on_limitation",
    "gives_long_period",
    "gives_more_time_after_evasion",
]


@frozen(kw_only=True)
class LimitationLaw(Facts, asked_of=Role.STATE_PARTY):
    """What a State's law provides about the time in which proceedings for an offence can be commenced."""

    appropriate: Fact = fact(
        "a long period, and more time after evasion, are appropriate for the offence, its gravity considered", art(20)
    )
    never_limited: Fact = fact("proceedings for the offence can be commenced at any time", art(20))
    period_is_long: Fact = fact("the period in which proceedings can be commenced is long", art(20))
    longer_after_evasion: Fact = fact(
        "the period is longer where the alleged offender has evaded the administration of justice", art(20)
    )
    suspended_after_evasion: Fact = fact(
        "the period can be suspended where the alleged offender has evaded the administration of justice", art(20)
    )


L = fields(LimitationLaw)


def gives_long_period(law: LimitationLaw) -> Finding:
    """Whether the law leaves a long time in which to commence proceedings.

    The text sets no number of years: whether a period is long is a fact. That a law without any period leaves time
    enough is a reading, which is adopted.

    Source: Art. 20.

    >>> gives_long_period(LimitationLaw(never_limited=True)).truth.name
    'YES'
    """
    return any_of(
        "the law leaves a long time in which to commence proceedings",
        art(20),
        given(law, L.period_is_long),
        _never_limited(law),
    )


def gives_more_time_after_evasion(law: LimitationLaw) -> Finding:
    """Whether the law leaves more time where the alleged offender has evaded justice.

    A longer period or the suspension of the period: either is enough.

    Source: Art. 20.

    >>> gives_more_time_after_evasion(LimitationLaw(suspended_after_evasion=True)).truth.name
    'YES'
    """
    return any_of(
        "the law leaves more time where the alleged offender has evaded justice",
        art(20),
        given(law, L.longer_after_evasion),
        given(law, L.suspended_after_evasion),
        _never_limited(law),
    )


def _never_limited(law: LimitationLaw) -> Finding:
    statement = "a law that sets no period does what is asked for"
    return by_reading(
        statement,
        NoLimitation,
        {
            NoLimitation.SATISFIES: given(law, L.never_limited),
            NoLimitation.FALLS_SHORT: by_text(False, statement, art(20)),
        },
    )


def conforms_on_limitation(law: LimitationLaw) -> Finding:
    """Whether a State's law on limitation is what the Convention asks for.

    Where that is appropriate, which the State judges by the gravity of the crime, both must be met: a long period, and
    more time after evasion.

    Source: Art. 20.

    >>> conforms_on_limitation(LimitationLaw(
    ...     appropriate=True, period_is_long=True, longer_after_evasion=False, suspended_after_evasion=False,
    ...     never_limited=False)).truth.name
    'NO'
    """
    return any_of(
        "the law on limitation is what the Convention asks for, wherever that is appropriate",
        art(20),
        ~given(law, L.appropriate),
        all_of(
            "the period is long, and there is more time after evasion",
            art(20),
            gives_long_period(law),
            gives_more_time_after_evasion(law),
        ),
    )


def duties_on_limitation(law: LimitationLaw) -> tuple[Duty, ...]:
    """What does a State owe about limitation? Both duties arise where that is appropriate.

    Source: Art. 20.

    >>> [duty.trigger.truth.name for duty in duties_on_limitation(LimitationLaw(appropriate=True))]
    ['YES', 'YES']
    """
    return (
        shall(
            "long-limitation-period",
            Role.STATE_PARTY,
            "establish a long period in which to commence proceedings for any of the offences",
            art(20),
            given(law, L.appropriate),
            qualifications=("where appropriate", "considering the gravity of the crime", "under its domestic law"),
            life=Life(lasts=True, broken=found(~gives_long_period(law))),
        ),
        shall(
            "more-time-after-evasion",
            Role.STATE_PARTY,
            "establish a longer period, or provide for suspension, where the alleged offender has evaded justice",
            art(20),
            given(law, L.appropriate),
            qualifications=("where appropriate", "considering the gravity of the crime", "under its domestic law"),
            life=Life(lasts=True, broken=found(~gives_more_time_after_evasion(law))),
        ),
    )


checked(__name__)
