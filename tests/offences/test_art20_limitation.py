"""Art. 20: a long time to commence proceedings, and more after evasion."""

import pytest

from tests.truthtables import Assignment, World, disagreements
from uncc.kernel.duties import Modality
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    LimitationLaw,
    conforms_on_limitation,
    duties_on_limitation,
    gives_long_period,
    gives_more_time_after_evasion,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import NoLimitation

FACTS = ("apt", "never", "long", "longer", "suspended")
READINGS = {
    "adopted": AS_ADOPTED,
    "satisfies": Readings.of(NoLimitation.SATISFIES),
    "falls-short": Readings.of(NoLimitation.FALLS_SHORT),
}


def law(a: Assignment) -> LimitationLaw:
    """The law that a row of a table describes."""
    return LimitationLaw(
        appropriate=a["apt"],
        never_limited=a["never"],
        period_is_long=a["long"],
        longer_after_evasion=a["longer"],
        suspended_after_evasion=a["suspended"],
    )


@pytest.mark.parametrize("name", READINGS)
def test_20_table(name: str) -> None:
    """Art. 20: both demands, where that is appropriate; for the second, one of two ways."""
    counts = name != "falls-short"

    def conforms(w: World) -> bool:
        never = w["never"] and counts
        more = w["longer"] or w["suspended"] or never
        return not w["apt"] or ((w["long"] or never) and more)

    assert not disagreements(lambda a: conforms_on_limitation(law(a)).under(READINGS[name]), conforms, *FACTS)


@pytest.mark.parametrize("name", READINGS)
def test_20_tables_of_the_two_demands(name: str) -> None:
    """Art. 20: what is a long time, and what is more time, whether or not they are appropriate."""
    under, counts = READINGS[name], name != "falls-short"
    assert not disagreements(
        lambda a: gives_long_period(law(a)).under(under), lambda w: w["long"] or (w["never"] and counts), *FACTS
    )
    assert not disagreements(
        lambda a: gives_more_time_after_evasion(law(a)).under(under),
        lambda w: w["longer"] or w["suspended"] or (w["never"] and counts),
        *FACTS,
    )


def test_20_one_demand_does_not_stand_for_the_other() -> None:
    """Art. 20: a long period without a rule on evasion just fails, and so does the reverse."""
    apt = dict.fromkeys(FACTS, False) | {"apt": True}
    assert conforms_on_limitation(law({**apt, "long": True})).is_no
    assert conforms_on_limitation(law({**apt, "suspended": True})).is_no
    assert conforms_on_limitation(law({**apt, "long": True, "suspended": True})).is_yes


def test_20_says_which_reading_it_rests_on() -> None:
    """Art. 20: that no period is as good as a long one is a reading, and is named."""
    never = LimitationLaw(never_limited=True)

    def readings(finding: Finding) -> list[str]:
        return [consulted.reading.id for consulted in finding.readings]

    assert readings(gives_long_period(never)) == ["no-limitation-period"]
    assert readings(conforms_on_limitation(never)) == ["no-limitation-period"]


def test_20_duties_in_the_words_of_the_text() -> None:
    """Art. 20: both are owed where appropriate, by gravity, and their triggers are the State's own judgement."""
    for apt, answer in ((True, "YES"), (False, "NO"), (None, "UNKNOWN")):
        told = duties_on_limitation(LimitationLaw(appropriate=apt))
        assert [duty.trigger.truth.name for duty in told] == [answer] * 2
    duties = duties_on_limitation(LimitationLaw())
    for duty in duties:
        assert duty.modality is Modality.SHALL
        assert duty.bearer is Role.STATE_PARTY
        assert duty.authority == (art(20),)
        assert {"where appropriate", "considering the gravity of the crime"} <= set(duty.qualifications)
