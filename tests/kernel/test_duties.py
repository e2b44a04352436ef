"""Duties: modality, promptness, and what a duty holds together."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from uncc.kernel.dates import Deadline, days_after, earliest_of
from uncc.kernel.duties import (
    Duty,
    Modality,
    Promptness,
    encouraged,
    may,
    may_reserve,
    nothing_obliges,
    shall,
    shall_consider,
    shall_endeavour,
    shall_not,
)
from uncc.kernel.findings import by_reading, by_text, derived
from uncc.kernel.provisions import art
from uncc.kernel.quantities import NEVER, fixed_day, where
from uncc.kernel.ready import clear_caches
from uncc.kernel.roles import Role
from uncc.pages.called import UNNAMED
from uncc.pages.duties import duty_point
from uncc.readings import Readings
from uncc.readings.chapter_5 import FloorStart

DUTY = Duty(
    id="keep",
    bearer=Role.REQUESTED_STATE,
    modality=Modality.SHALL,
    act="keep the data",
    authority=(art(42, 8),),
    trigger=derived(True, "the data are preserved", art(42, 8)),
)

WORDS = {
    "shall": "shall",
    "shall-not": "shall not",
    "shall-consider": "shall consider",
    "shall-endeavour": "shall endeavour",
    "may": "may",
    "may-reserve": "may reserve",
    "encouraged": "encouraged",
    "nothing-obliges": "nothing obliges",
    "definition": "definition",
    "statement": "statement",
}


@pytest.mark.parametrize("modality", Modality, ids=lambda modality: modality.value)
def test_a_modality_is_told_in_words(modality: Modality) -> None:
    """The words of a modality are those of the text, without hyphens."""
    assert modality.words == WORDS[modality.value]


def test_the_names_of_modalities_and_promptness_are_stable() -> None:
    """The values stand in JSON documents: a changed or missing one breaks them."""
    assert [modality.value for modality in Modality] == list(WORDS)
    assert [promptness.value for promptness in Promptness] == [
        "expeditiously",
        "immediately",
        "promptly",
        "without delay",
        "without undue delay",
        "as soon as possible",
        "forthwith",
        "thereupon",
    ]


def test_a_duty_owes_nothing_more_than_it_says() -> None:
    """A duty is owed to nobody in particular, at no time and without qualification unless it says so."""
    assert (DUTY.towards, DUTY.deadline, DUTY.qualifications, DUTY.about) == (None, None, (), None)


CONSTRUCTORS = {
    Modality.SHALL: shall,
    Modality.SHALL_NOT: shall_not,
    Modality.SHALL_CONSIDER: shall_consider,
    Modality.SHALL_ENDEAVOUR: shall_endeavour,
    Modality.MAY: may,
    Modality.MAY_RESERVE: may_reserve,
    Modality.ENCOURAGED: encouraged,
    Modality.NOTHING_OBLIGES: nothing_obliges,
}


@pytest.mark.parametrize("modality", Modality, ids=lambda modality: modality.value)
def test_a_duty_is_made_by_its_modal_verb(modality: Modality) -> None:
    """There is one constructor for each modality that somebody can bear: none for a definition or a statement."""
    make = CONSTRUCTORS.get(modality)
    if make is None:
        assert modality in {Modality.DEFINITION, Modality.STATEMENT}
        return
    made = make("keep", Role.REQUESTED_STATE, "keep the data", art(42, 8), DUTY.trigger)
    assert made == evolve(DUTY, modality=modality)


def test_all_parts_of_a_duty_can_be_said() -> None:
    """What is not said first is said by name; several provisions are given together."""
    provisions = (art(42, 8), art(42, 9))
    whole = shall(
        "keep",
        Role.REQUESTED_STATE,
        "keep the data",
        provisions,
        DUTY.trigger,
        towards=Role.REQUESTING_STATE,
        deadline=Promptness.PROMPTLY,
        qualifications=("where appropriate",),
        about="request",
    )
    assert whole == evolve(
        DUTY,
        authority=provisions,
        towards=Role.REQUESTING_STATE,
        deadline=Promptness.PROMPTLY,
        qualifications=("where appropriate",),
        about="request",
    )


def test_a_duty_about_one_of_several_things_says_which() -> None:
    """The id and the act stay what they are; the place tells the duty apart, and stands in its words."""
    second = evolve(DUTY, about="request.offences[1]")
    assert (DUTY.key, DUTY.act_in_question) == ("keep", "keep the data")
    assert (second.id, second.act) == (DUTY.id, DUTY.act)
    assert (second.key, second.act_in_question) == ("keep@request.offences[1]", "keep the data, for offence 2")
    assert duty_point(second, UNNAMED).words == "The requested State shall keep the data, for offence 2"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("items[0]", "for item 1"),
        ("request", "for request"),
        ("request.offences", "for request.offences"),
        ("offences[x]", "for offences[x]"),
        (f"offences[{'9' * 5000}]", f"for offences[{'9' * 5000}]"),
    ],
)
def test_a_place_that_is_none_of_several_is_told_as_it_stands(place: str, words: str) -> None:
    """A place without a number that can be counted is not put into other words."""
    assert evolve(DUTY, about=place).act_in_question == f"keep the data, {words}"


def test_a_duty_has_a_day_or_a_standard_of_speed() -> None:
    """The deadline is a counted day or one of the standards."""
    day = days_after(date(2027, 3, 10), 60, art(42, 8))
    assert evolve(DUTY, deadline=day).deadline is day
    assert evolve(DUTY, deadline=Promptness.PROMPTLY).deadline is Promptness.PROMPTLY


def test_a_duty_is_frozen_compares_by_value_and_travels() -> None:
    """A duty is never changed in place, and is equal to itself in another process."""
    with pytest.raises(FrozenInstanceError):
        DUTY.act = "something else"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(DUTY)) == DUTY == evolve(DUTY)
    assert hash(evolve(DUTY)) == hash(DUTY)
    assert evolve(DUTY, modality=Modality.MAY) != DUTY


def test_a_duty_is_asked_on_other_readings() -> None:
    """Whether it arises, and by when, follow the choice; a duty without a day keeps what it has."""
    owed = by_reading(
        "owed", FloorStart, {one: by_text(one is FloorStart.RECEIVED, "s", art(42, 8)) for one in FloorStart}
    )
    days = {FloorStart.EFFECTED: date(2027, 5, 9), FloorStart.RECEIVED: date(2027, 5, 3)}
    due = by_reading("due", FloorStart, {one: fixed_day(on, "a day", art(42, 8)) for one, on in days.items()})
    received = Readings.of(FloorStart.RECEIVED)
    plain = shall("keep", Role.REQUESTED_STATE, "keep it", art(42, 8), owed)
    dated = shall("keep", Role.REQUESTED_STATE, "keep it", art(42, 8), owed, due=due)
    assert (plain.trigger.is_no, plain.under(received).trigger.is_yes, plain.under(received).deadline) == (
        True,
        True,
        None,
    )
    assert dated.due is due
    assert dated.deadline == earliest_of(due)
    again = dated.under(received)
    assert again.trigger.is_yes
    assert again.deadline == earliest_of(due.under(received)) != dated.deadline


def test_a_day_that_no_reading_moves_leaves_the_deadline_as_it_was_given() -> None:
    """Also where an equal day, made at another time, is the one that is kept ready."""
    for _ in range(2):
        clear_caches()
        due = where(by_text(True, "s", art(42, 8)), fixed_day(date(2027, 5, 9), "a day", art(42, 8)), NEVER)
        told = evolve(DUTY, due=due, deadline=Deadline(date(2027, 5, 9), (art(37, 6, "a"),)))
        for one in (told, evolve(told, due=pickle.loads(pickle.dumps(due)))):
            assert one.under(Readings.of(FloorStart.RECEIVED)).deadline == told.deadline
