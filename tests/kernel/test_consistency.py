"""What follows and what excludes: filled in, refused, and kept by every world that is counted."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import NOTHING, fields, frozen

from uncc.kernel.between import Between
from uncc.kernel.consistency import excludes, implies, shows, value_at
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, day_fact, fact, list_fact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, exactly, given
from uncc.kernel.inquiry import flips, open_questions
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.tied import are_tied, can_stand, following, tied_among
from uncc.questions.columns import Column, decide_columns
from uncc.questions.exploration import explore

HERE = art(42, 8)


@frozen(kw_only=True)
class Parcel(Facts, asked_of=Role.CASE_HOLDER):
    """A parcel on its way: what was opened has arrived, and what has arrived was sent and is not lost."""

    sent: Fact = fact("it was sent", HERE)
    arrived: Fact = fact("it has arrived", HERE)
    opened: Fact = fact("it was opened", HERE)
    lost: Fact = fact("it is lost", HERE)
    dear: Fact = fact("it is dear", HERE)
    light: Fact = fact("it is light", HERE)
    sent_on: DayFact = day_fact("it was sent", HERE)
    seals: ListFact[str] = list_fact("there are other seals", HERE)

    ties = (
        implies("opened", "arrived", HERE),
        implies("arrived", "sent", HERE),
        excludes("lost", "arrived", HERE),
        shows("sent_on", "sent", HERE),
        shows("seals", "sent", HERE),
        excludes("dear", "lost", HERE, fills=False),
        excludes("dear", "light", HERE, told=True),
    )


P = fields(Parcel)
ASKED = Parcel.questions()


def lost_or_opened(parcel: Parcel) -> Finding:
    return any_of("the sender hears of it", HERE, given(parcel, P.lost), given(parcel, P.opened))


def test_what_follows_is_filled_in_along_the_whole_chain() -> None:
    """From what is true follows what it implies, and from what is false what would imply it."""
    opened = Parcel(opened=True)
    assert (opened.sent, opened.arrived, opened.lost) == (True, True, False)
    kept = Parcel(sent=False)
    assert (kept.arrived, kept.opened, kept.lost) == (False, False, None)


def test_nothing_follows_from_what_is_false_of_an_antecedent() -> None:
    """A parcel that was not opened, or is not lost, may have arrived or not."""
    assert Parcel(opened=False).arrived is None
    assert Parcel(lost=False).arrived is None


@pytest.mark.parametrize("day", [date(2027, 5, 3), Between(date(2027, 5, 1), None)])
def test_a_day_shows_what_happened_however_little_is_known_of_it(day: DayFact) -> None:
    """A day that is stated says that the thing happened; where it did not, the day is at odds with that."""
    assert Parcel(sent_on=day).sent is True
    with pytest.raises(InvalidValue, match=r"sent: False is not true or null .* as sent_on is "):
        Parcel(sent_on=day, sent=False)
    assert Parcel(sent=False).sent_on is None


def test_an_empty_list_shows_nothing() -> None:
    """That there are no seals does not say that the parcel was sent."""
    assert Parcel(seals=()).sent is None
    assert Parcel(seals=("red",)).sent is True


def test_a_contradiction_names_what_was_stated_and_not_what_was_filled_in() -> None:
    """However long the chain, the error names the two ends that somebody wrote."""
    with pytest.raises(InvalidValue) as refused:
        Parcel(opened=True, sent=False)
    assert str(refused.value) == "sent: False is not true or null (not known), as opened is true (Art. 42(8))"


def test_what_fills_nothing_is_refused_together_alone() -> None:
    """Facts that only cannot stand together leave each other open; those that are told may stand together."""
    assert Parcel(dear=True).lost is None
    with pytest.raises(InvalidValue, match=r"lost: True is not false or null .* as dear is true"):
        Parcel(dear=True, lost=True)
    both = Parcel(dear=True, light=True)
    assert (both.dear, both.light) == (True, True)


def test_ties_are_inherited() -> None:
    """A class that is made from another keeps its ties."""

    @frozen(kw_only=True)
    class Post(Facts, asked_of=Role.CASE_HOLDER):
        """Something that was posted."""

        stamped: Fact = fact("it is stamped", HERE)
        posted: Fact = fact("it was posted", HERE)
        ties = (implies("posted", "stamped", HERE),)

    @frozen(kw_only=True)
    class Letter(Post, asked_of=Role.CASE_HOLDER):
        """A letter."""

        read: Fact = fact("it was read", HERE)
        ties = (implies("read", "posted", HERE),)

    assert Letter(read=True).stamped is True


def test_what_follows_from_an_answer() -> None:
    """Of questions, those are tied of which an answer to one settles another; answers at odds cannot stand."""
    opened, lost, sent, dear = (ASKED[name] for name in ("opened", "lost", "sent", "dear"))
    assert set(following(lost, value=True)) == {(ASKED["arrived"], False), (opened, False)}
    assert list(following(dear, value=True)) == []
    assert are_tied([opened, lost])
    assert not are_tied([opened, dear])
    assert not are_tied([opened])
    assert tied_among([opened, sent, dear]) == {opened, sent}
    assert can_stand({opened: True, lost: False, sent: True})
    assert not can_stand({opened: True, lost: True})


def test_only_worlds_that_can_be_settle_a_finding() -> None:
    """That it is lost and opened cannot be: settled exactly, the finding is a NO, and nothing is asked."""
    both = all_of("both", HERE, given(Parcel(), P.lost), given(Parcel(), P.opened))
    assert both.truth is Truth.UNKNOWN
    assert exactly(both).is_no
    assert open_questions(exactly(both)) == ()


def test_a_finding_asks_for_what_can_still_matter() -> None:
    """What was sent can be neither where it is lost nor where it was opened; each of the two can matter."""
    finding = lost_or_opened(Parcel())
    assert {question.name for question in open_questions(finding)} == {"Parcel.lost", "Parcel.opened"}
    assert lost_or_opened(Parcel(opened=True)).is_yes
    assert lost_or_opened(Parcel(sent=False, lost=False)).is_no


def test_exploration_counts_the_completions_that_can_be() -> None:
    """Of four completions three can be, and the weights are counted over these."""
    explored = explore(lost_or_opened(Parcel()))
    rows = list(explored.rows())
    assert len(rows) == 3
    assert not any(row["Parcel.lost"] and row["Parcel.opened"] for row in rows)


def test_flips_lead_to_worlds_that_can_be() -> None:
    """To make an unopened parcel opened, one has to take back that it is lost."""
    finding = all_of(
        "it was opened and is not lost",
        HERE,
        given(Parcel(lost=True), P.opened),
        ~given(Parcel(lost=True), P.lost),
    )
    (way,) = flips(finding, Truth.YES)
    changes = {change.question.name: change.to for change in way}
    assert changes == {"Parcel.opened": True, "Parcel.lost": False}


def test_columns_that_contradict_each_other_are_refused() -> None:
    """A case of columns in which a parcel is lost and opened is named."""
    finding = lost_or_opened(Parcel())
    fine = {ASKED["lost"]: Column.of([True, False]), ASKED["opened"]: Column.of([False, True])}
    assert list(decide_columns(finding, fine)) == [Truth.YES, Truth.YES]
    wrong = {ASKED["lost"]: Column.of([False, True]), ASKED["opened"]: Column.of([False, True])}
    with pytest.raises(InvalidValue, match="possible together, in case 1"):
        decide_columns(finding, wrong)


@frozen(kw_only=True)
class Letter(Facts, asked_of=Role.CASE_HOLDER):
    """A letter: one with a day of sending was sent, and one that is kept was not."""

    sent: Fact = fact("it was sent", HERE)
    kept: Fact = fact("it is kept", HERE)
    sent_on: DayFact = day_fact("it was sent", HERE)
    enclosed: Parcel | None = None

    ties = (shows("sent_on", "sent", HERE), excludes("kept", "sent", HERE))


def test_what_is_wrong_is_a_word_and_not_a_day() -> None:
    """Where a day says one thing and a fact the other, the error is put where a word can be changed."""
    with pytest.raises(InvalidValue) as caught:
        Letter(kept=True, sent_on=date(2028, 3, 1))
    assert str(caught.value) == "kept: True is not false or null (not known), as sent_on is 2028-03-01 (Art. 42(8))"


def test_nothing_stands_in_a_part_that_is_not_there() -> None:
    """A place in a part that a model does not have is no value, and not one that is not known."""
    assert value_at(Letter(), "enclosed.sent") is NOTHING
    assert value_at(Letter(enclosed=Parcel()), "enclosed.sent") is None
