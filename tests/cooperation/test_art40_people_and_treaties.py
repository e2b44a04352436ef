"""Art. 40(7), (9) to (11) and (29): the rules for people where a treaty may govern in place of paragraphs 8 to 31."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    Credit,
    Offence,
    PersonTransfer,
    Restraint,
    SafeConduct,
    credit_for_custody,
    duties_on_person_transfer,
    duties_on_safe_conduct,
    has_safe_conduct,
    is_entitled_to_safe_conduct,
    is_protected_after_transfer,
    may_transfer_person,
    must_keep_in_custody,
    must_return_person,
    paragraph_applies,
    safe_conduct_covers,
)
from uncc.kernel.dates import Period
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import TreatyGaps

GOVERNS = AssistanceTreaty(binds=True, paragraphs_agreed=False)
FILLED = Readings.of(TreatyGaps.FILLED)
DAY = date(2027, 5, 10)
PERSON = PersonTransfer(
    offence=Offence(title="illegal access", established_in_accordance=True),
    serving_sentence=True,
    presence_for_evidence=True,
    consents=True,
    consent_free=True,
    consent_informed=True,
    requested_agrees=True,
    requesting_agrees=True,
    departed_on=date(2027, 5, 1),
    release_requested=False,
    release_authorized=False,
    returned=False,
    custody=(Period(date(2027, 5, 1), date(2027, 5, 9)),),
    immunity_lifted=False,
)
WITNESS = SafeConduct(
    at_request=True, consents=True, in_requesting_territory=True, departed_on=date(2027, 5, 1), informed=False
)
ARREST = Restraint(restricts_liberty=True, in_territory=True, held_for_return=False, about_on=date(2027, 4, 1))

Rule = Callable[..., Finding]


def credit(**known: Any) -> Finding:
    return credit_for_custody(PERSON, **known).because


def duty(number: int, **known: Any) -> Finding:
    return duties_on_person_transfer(PERSON, **known)[number].trigger


def duty_of_safe_conduct(**known: Any) -> Finding:
    return duties_on_safe_conduct(WITNESS, DAY, **known)[0].trigger


RULES: dict[str, tuple[Provision, Rule]] = {
    "may transfer": (art(40, 9), partial(may_transfer_person, PERSON)),
    "must keep in custody": (art(40, 10), partial(must_keep_in_custody, PERSON)),
    "must return": (art(40, 10), partial(must_return_person, PERSON)),
    "credit": (art(40, 10), credit),
    "protected": (art(40, 11), partial(is_protected_after_transfer, PERSON, ARREST)),
    "entitled": (art(40, 29), partial(is_entitled_to_safe_conduct, WITNESS)),
    "has safe conduct": (art(40, 29), partial(has_safe_conduct, WITNESS, DAY)),
    "covered": (art(40, 29), partial(safe_conduct_covers, WITNESS, ARREST, DAY)),
    "respect safe conduct": (art(40, 29), duty_of_safe_conduct),
    "duty to keep": (art(40, 10), partial(duty, 0)),
    "duty to return": (art(40, 10), partial(duty, 1)),
    "no extradition": (art(40, 10), partial(duty, 2)),
    "duty to credit": (art(40, 10), partial(duty, 3)),
    "duty of immunity": (art(40, 11), partial(duty, 4)),
}


def treaty(a: Assignment) -> AssistanceTreaty:
    return AssistanceTreaty(binds=a["binds"], paragraphs_agreed=a["agreed"])


@pytest.mark.parametrize("name", RULES)
def test_40_7_table(name: str) -> None:
    """Art. 40(7): with all its conditions met, the answer is YES unless a treaty binds and is not set aside."""
    _, rule = RULES[name]
    assert not disagreements(
        lambda a: rule(treaty=treaty(a)), lambda w: not w["binds"] or w["agreed"], "binds", "agreed"
    )


@pytest.mark.parametrize("name", RULES)
def test_a_treaty_that_is_not_stated_is_not_known(name: str) -> None:
    """Art. 40(7): where nothing is said of a treaty, the answer waits for whether one binds, and asks for it."""
    _, rule = RULES[name]
    assert rule() == rule(treaty=AssistanceTreaty())
    assert rule().is_unknown
    assert {question.name for question in rule().open_questions} == {
        "AssistanceTreaty.binds",
        "AssistanceTreaty.paragraphs_agreed",
    }
    assert rule(treaty=AssistanceTreaty(binds=False)).is_yes


@pytest.mark.parametrize("name", RULES)
def test_a_gap_of_the_treaty(name: str) -> None:
    """Art. 40(7): whether the paragraph fills a gap of the treaty is the reading that the other paragraphs have."""
    paragraph, rule = RULES[name]
    silent = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=(paragraph,))
    assert rule(treaty=silent).is_no
    assert rule(treaty=silent).under(FILLED).is_yes
    assert rule(treaty=GOVERNS).under(FILLED).is_unknown
    elsewhere = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=(art(40, 8),))
    assert rule(treaty=elsewhere).under(FILLED).is_no


@pytest.mark.parametrize("name", RULES)
def test_the_paragraph_is_the_rules_own(name: str) -> None:
    """The limb on the treaty is that of the paragraph from which the rule comes."""
    paragraph, rule = RULES[name]
    assert paragraph_applies(paragraph, treaty=GOVERNS).under(FILLED) in list(rule(treaty=GOVERNS).under(FILLED).walk())


def test_a_treaty_takes_no_condition_away() -> None:
    """Art. 40(9): where the paragraph applies beside a treaty, what it asks for is asked for all the same."""
    agreed = AssistanceTreaty(binds=True, paragraphs_agreed=True)
    assert may_transfer_person(PersonTransfer(consents=False), treaty=agreed).is_no
    assert is_entitled_to_safe_conduct(SafeConduct(consents=False), treaty=agreed).is_no


def test_the_days_of_credit_follow_the_reading() -> None:
    """Art. 40(7), (10)(d): where the paragraph fills a gap, the days count that did not before."""
    silent = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=(art(40, 10),))
    credit = credit_for_custody(PERSON, treaty=silent)
    assert credit.periods == ()
    assert credit.under(FILLED).periods == credit.custody == PERSON.custody


def test_no_days_of_credit_where_a_treaty_governs() -> None:
    """Art. 40(10)(d): the days count by the Convention only where its paragraph applies."""
    assert credit_for_custody(PERSON, treaty=GOVERNS).periods == ()
    credit: Credit = credit_for_custody(PERSON, treaty=AssistanceTreaty(binds=False))
    assert credit.periods == PERSON.custody
