"""What a history does not hold: until when and for which acts it is complete, and what is stated in place of acts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
    SMALL,
    START,
    UNION,
    WHOLE,
    accessions,
    ev,
    history,
    in_force,
    plus,
)
from uncc.final_provisions import (
    EVERY_ACT,
    Act,
    History,
    OtherTreaty,
    RegionalOrganization,
    Status,
    Tally,
    earliest_entry_into_force,
    entry_into_force,
    entry_into_force_for,
    has_opted_out,
    is_bound_by_amendment,
    is_bound_by_protocol,
    is_party,
    may_accede,
    may_apply_other_treaty,
    may_consider_protocol,
    may_sign,
    participation,
    regime_between,
    reservations_of,
    state_party,
    status,
    status_table,
    terms,
)
from uncc.final_provisions.notification_duties import duties_on_notifications, untold
from uncc.final_provisions.parties import is_party as binds
from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art

SEEN = plus(IN_FORCE, 400)
"""The day until which a history of these tests is complete."""
UNTIL: dict[str, Any] = {"complete_until": SEEN, "complete_for": EVERY_ACT}
NOTHING: dict[str, Any] = {"complete_until": None, "complete_for": ()}
ON = date(2030, 1, 1)


def states(count: int) -> list[Any]:
    """Return the accessions of so many States on `START`."""
    return accessions(*(f"State {number:02}" for number in range(count)))


@pytest.mark.long
def test_without_a_word_on_it_a_history_settles_nothing_by_what_it_lacks() -> None:
    """What is not in it is not known: whether somebody is a Party, has signed, and whether there are sixty Parties."""
    for finding in (
        is_party(History(), ASTORIA, ON),
        may_sign(History(), ASTORIA, date(2026, 6, 1)),
        may_accede(History(), ASTORIA, ON),
        may_consider_protocol(History(), ON),
        is_bound_by_protocol(History(), ASTORIA, "First", ON),
        is_bound_by_amendment(History(), "First", ASTORIA, ON),
    ):
        assert finding.is_unknown
        assert finding.open_questions
    assert status(History(), ASTORIA, ON) is Status.UNDETERMINED
    assert is_party(History.story(), ASTORIA, ON).is_no


@pytest.mark.parametrize("missing", [{"complete_for": ()}, {"complete_until": None}])
def test_a_day_needs_its_acts_and_acts_need_their_day(missing: dict[str, Any]) -> None:
    """One without the other makes nothing complete: leaving either out says less."""
    assert is_party(History(**{**UNTIL, **missing}, events=()), ASTORIA, START).is_unknown
    assert is_party(History(**UNTIL, events=()), ASTORIA, START).is_no


def test_the_last_day_is_among_those_for_which_it_is_complete() -> None:
    """What is not in it has not happened until that day, and may have happened from the next one on."""
    known = history(**UNTIL)
    assert may_accede(known, ASTORIA, SEEN).is_yes
    assert may_accede(known, ASTORIA, plus(SEEN, 1)).is_unknown


def test_a_denunciation_that_is_not_known_takes_a_year() -> None:
    """Art. 67(1): a Party stays one for a year after the last day that is known, and then may have left."""
    known = in_force(**UNTIL)
    assert is_party(known, ASTORIA, date(SEEN.year + 1, SEEN.month, SEEN.day)).is_yes
    late = is_party(known, ASTORIA, date(SEEN.year + 1, SEEN.month, SEEN.day + 1))
    assert late.is_unknown
    assert "Astoria, denunciation" in {question.subject for question in late.open_questions}
    assert status(known, ASTORIA, SEEN) is Status.PARTY
    assert status(known, ASTORIA, plus(SEEN, 1)) is Status.UNDETERMINED  # it may be leaving


def test_only_the_acts_that_are_named_are_complete() -> None:
    """A history complete for accessions alone does not say that nobody ratified, and one for all instruments does."""
    some = history(complete_until=SEEN, complete_for=(Act.ACCESSION, Act.SUCCESSION, Act.DENUNCIATION))
    assert is_party(some, ASTORIA, SEEN).is_unknown
    acts = (Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL, Act.ACCESSION, Act.SUCCESSION)
    consents = history(complete_until=SEEN, complete_for=acts)
    assert is_party(consents, ASTORIA, SEEN).is_no
    assert consents.complete_for == acts
    assert history(complete_until=SEEN, complete_for=(*reversed(acts), Act.ACCESSION)) == consents


def test_terms_are_those_of_what_the_history_holds() -> None:
    """An instrument that may be missing binds nobody by name."""
    assert terms(history(**NOTHING), ASTORIA) == ()
    assert [term.instrument.recorded for term in terms(in_force(**NOTHING), ASTORIA)] == [True]
    assert participation(history(**NOTHING), ASTORIA, ON).act is None


# What is stated in place of acts


def test_a_day_of_entry_into_force_that_is_stated() -> None:
    """Art. 65: nobody has to name forty States; a later deposit waits its thirty days, an earlier one does not."""
    early, late = ev(ASTORIA, Act.ACCESSION, date(2027, 6, 30)), ev(BORDURIA, Act.ACCESSION, ON)
    known = History.story([early, late])
    said: dict[str, Any] = {**_fields(known), "in_force_since": IN_FORCE}
    known = History(**said)
    assert [entry.on and entry.on.on for entry in (entry_into_force_for(known, one) for one in (early, late))] == [
        IN_FORCE,
        plus(ON, 30),
    ]
    entry = entry_into_force(known, on=ON)
    assert (entry.on and entry.on.on, entry.missing, entry.completed_on) == (IN_FORCE, 0, START)
    assert earliest_entry_into_force(known, on=ON).on == IN_FORCE


def _fields(known: History) -> dict[str, Any]:
    return {"events": known.events, "complete_until": known.complete_until, "complete_for": known.complete_for}


def test_not_before_a_day_if_at_all() -> None:
    """A day with its first end alone says that the treaty is not in force before it, and no more."""
    known = History(in_force_since=Between(IN_FORCE, None), events=tuple(accessions(ASTORIA)))
    assert is_party(known, ASTORIA, plus(IN_FORCE, -1)).is_no
    assert is_party(known, ASTORIA, IN_FORCE).is_unknown
    assert status(known, ASTORIA, plus(IN_FORCE, -1)) is Status.CONSENTED
    by = History(in_force_since=Between(None, IN_FORCE), events=tuple(accessions(ASTORIA)))
    assert entry_into_force(by, on=START).because.is_yes
    assert entry_into_force(by, on=START).on is None


@pytest.mark.parametrize(
    ("counted", "missing", "complete"),
    [
        (28, 12, "NO"),
        (39, 1, "NO"),
        (40, 0, "YES"),
        (Between(30, 35), Between(5, 10), "NO"),
        (Between(35, 45), Between(0, 5), "UNKNOWN"),
    ],
)
def test_instruments_that_are_counted(counted: Any, missing: Any, complete: str) -> None:
    """Art. 65(1): the count of a day says how many are missing on it."""
    entry = entry_into_force(History(tallies=(Tally(on=ON, instruments=counted),)), on=ON)
    assert (entry.counted, entry.missing, entry.because.truth.name) == (counted, missing, complete)


@pytest.mark.parametrize(
    ("parties", "answer"), [(59, "NO"), (60, "YES"), (Between(59, 60), "UNKNOWN"), (None, "UNKNOWN")]
)
def test_states_parties_that_are_counted(parties: Any, answer: str) -> None:
    """Art. 62(1): sixty States Parties on the day; the count holds for its day and for no other."""
    known = History(tallies=(Tally(on=ON, states_parties=parties),))
    assert may_consider_protocol(known, ON).truth.name == answer
    assert may_consider_protocol(known, plus(ON, 1)).is_unknown


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"in_force_since": date(2024, 12, 23)}, "in_force_since"),
        ({"in_force_since": plus(IN_FORCE, 1)}, "in_force_since"),
        ({"tallies": (Tally(on=START, instruments=2),)}, "in_force_since"),
        ({"tallies": (Tally(on=ON, instruments=2),), "events": (), "in_force_since": IN_FORCE}, "tallies"),
        ({"tallies": (Tally(on=START, instruments=1),), "events": tuple(accessions(*PAIR))}, "tallies"),
    ],
)
def test_what_does_not_go_together_is_refused(said: dict[str, Any], field: str) -> None:
    """A day or a count against what the events, the other counts or the adoption say."""
    whole: dict[str, Any] = {"events": tuple(accessions(ASTORIA, BORDURIA, CALDERA)), "clause": SMALL, **said}
    with pytest.raises(InvalidValue) as caught:
        History(**whole)
    assert caught.value.field == field


# What a part of it leaves open


def test_a_wider_address_does_not_say_which_part_is_meant() -> None:
    """Arts. 63(3), 40(12): a declaration under the article is open, one under another paragraph is none."""
    on_the_day = [ev(ASTORIA, Act.RESERVATION, START, provision=one) for one in (art(63), art(63, 4))]
    assert has_opted_out(in_force(on_the_day[0], **WHOLE), ASTORIA, ON).is_unknown
    assert has_opted_out(in_force(on_the_day[1], **WHOLE), ASTORIA, ON).is_no
    told = in_force(ev(ASTORIA, Act.NOTIFICATION, START, provision=art(40, 12)), **WHOLE)
    owed = {duty.id: duty.trigger.truth.name for duty in untold(duties_on_notifications(told, ASTORIA, ON))}
    assert (owed["central-authority"], owed["languages"]) == ("UNKNOWN", "YES")


@pytest.mark.parametrize(
    ("withdrawn", "stands"),
    [(art(23, 3), "NO"), (art(23, 3, "a"), "NO"), (art(23), "NO"), (art(23, 3, "b"), "YES"), (art(42, 5), "YES")],
)
def test_a_withdrawal_covers_what_its_address_contains(withdrawn: Any, stands: str) -> None:
    """Art. 23(3): the paragraph contains its letters."""
    made = ev(ASTORIA, Act.RESERVATION, START, provision=art(23, 3, "a"))
    back = ev(ASTORIA, Act.WITHDRAWAL, plus(START, 9), provision=withdrawn)
    (one,) = reservations_of(in_force(made, back, **WHOLE), ASTORIA, ON)
    assert one.stands_on(ON).truth.name == stands


def test_a_withdrawal_of_a_part_may_not_be_one_of_all() -> None:
    """Of a reservation under the paragraph, whose letter alone was withdrawn, it is not known whether it stands."""
    made = ev(ASTORIA, Act.RESERVATION, START, provision=art(23, 3))
    back = ev(ASTORIA, Act.WITHDRAWAL, plus(START, 9), provision=art(23, 3, "a"))
    known = in_force(made, back, **WHOLE)
    (one,) = reservations_of(known, ASTORIA, ON)
    assert one.stands_on(ON).is_unknown
    (reserved,) = regime_between(known, PAIR, ON).declared
    assert reserved.finding.is_unknown


def test_a_withdrawal_that_may_be_missing() -> None:
    """A reservation of a history that is not complete for withdrawals may stand or not."""
    made = ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5))
    (one,) = reservations_of(in_force(made, **NOTHING), ASTORIA, ON)
    assert one.stands_on(ON).is_unknown
    undated = ev(ASTORIA, Act.RESERVATION, None, provision=art(42, 5))
    (one,) = reservations_of(in_force(undated, **WHOLE), ASTORIA, ON)
    assert one.stands_on(ON).is_unknown


def test_members_of_an_organization_may_have_denounced() -> None:
    """Art. 67(2): whether they have is open from the day for which the history is not complete."""
    for members in (None, (ASTORIA,)):
        known = in_force(accessions(UNION), organizations=(RegionalOrganization(UNION, members),), **UNTIL)
        assert binds(known, UNION, SEEN).is_yes
        assert binds(known, UNION, plus(SEEN, 800)).is_unknown


def test_another_treaty_of_whose_days_nothing_is_known() -> None:
    """Art. 60(1): a day that is missing is not known, and what is stated of the day asked about settles it."""
    for binds_them, answer in ((None, "UNKNOWN"), (True, "YES"), (False, "NO")):
        treaty = OtherTreaty(name="Treaty", between=PAIR, on_convention_matters=True, binds=binds_them)
        assert may_apply_other_treaty(in_force(**WHOLE), PAIR, ON, treaty=treaty).truth.name == answer


# On a day


def test_the_table_says_what_it_does_not_show() -> None:
    """Events after the day are counted, and what the history is complete for is told."""
    table = status_table(in_force(accessions("Drovia", on=ON), **UNTIL), START)
    assert (table.later_events, table.complete_until, table.complete_for) == (1, SEEN, EVERY_ACT)


@pytest.mark.parametrize(
    ("events", "on", "said"),
    [
        ([], SEEN, (IN_FORCE, None, False)),
        ([ev(ASTORIA, Act.DENUNCIATION, date(2028, 3, 1))], SEEN, (IN_FORCE, date(2029, 3, 1), True)),
        ([], START, (Between(plus(START, 1), None), None, None)),
        ([], plus(SEEN, 800), (None, None, None)),
    ],
)
def test_a_state_as_it_is_on_a_day(events: list[Any], on: date, said: tuple[Any, ...]) -> None:
    """Since when it is bound, until when, and whether it has denounced, as far as the history knows."""
    one = state_party(in_force(events, **UNTIL), ASTORIA, on)
    assert (one.bound_from, one.bound_until, one.denounced) == said


@pytest.mark.parametrize("year", [227, 2023, 2570])
def test_a_day_of_another_time_is_refused(year: int) -> None:
    """Before the adoption nothing was done, and a year far after it is one of another calendar."""
    with pytest.raises(InvalidValue) as caught:
        history(accessions(ASTORIA, on=date(year, 1, 10)))
    assert ("adopted" in caught.value.expected) is (year < 2500)
    assert ("calendar" in caught.value.expected) is (year > 2500)


def test_a_history_that_is_complete_states_what_happened() -> None:
    """To say for which acts a history is complete, and nothing of any act, is a slip: `[]` says that there was none."""
    with pytest.raises(InvalidValue, match="a list of what happened, where the history is complete"):
        History(complete_for=(Act.SIGNATURE,))
