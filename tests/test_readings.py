"""The register of contested readings, and a caller's choice among them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Consulted, Reading, ReadingOption, Readings, register
from uncc.readings.chapter_4 import ORDER_START, OrderStart
from uncc.readings.chapter_5 import EXTENSION_DUTY, FLOOR_START, ExtensionDuty, FloorStart

Entry = Reading[ReadingOption]

some_choices = st.tuples(
    *(st.sampled_from((None, *reading.options)) for reading in register()),
).map(lambda row: tuple(option for option in row if option is not None))


class Unregistered(ReadingOption):
    """Options of a reading that the register does not have."""

    ONE = "one", "the one"


entries = pytest.mark.parametrize("reading", register(), ids=lambda reading: reading.id)


@entries
def test_an_entry_is_a_question_with_at_least_two_answers(reading: Entry) -> None:
    """A reading asks a question, offers two options or more with words of their own, and cites the text."""
    assert reading.question.endswith("?")
    assert len(reading.options) >= 2
    assert len({option.words for option in reading.options}) == len(reading.options)
    assert all(option.words.strip() and not option.words.endswith(".") for option in reading.options)
    assert reading.authority
    assert reading.because.endswith(".")


@entries
def test_an_entry_adopts_one_of_its_own_options_or_none(reading: Entry) -> None:
    """What the register adopts is an option of the reading."""
    assert reading.adopted is None or reading.adopted in reading.options


def test_ids_and_option_types_are_unique() -> None:
    """An id, and an enumeration of options, stands for one reading only."""
    assert len({reading.id for reading in register()}) == len(register())
    assert len({reading.option_type for reading in register()}) == len(register())


def test_the_register_follows_the_chapters() -> None:
    """Readings stand in the order of the chapters of the provision that each is first about."""
    chapters = [reading.authority[0].chapter for reading in register() if reading.id != "preservation-assistance-rules"]
    assert chapters == sorted(chapters)


def test_some_readings_are_left_open() -> None:
    """The register leaves open at least one reading, and adopts an option for most."""
    adopted = [reading.adopted is not None for reading in register()]
    assert False in adopted
    assert adopted.count(True) > adopted.count(False)


def test_an_option_is_known_by_its_name_and_carries_its_words() -> None:
    """The value of an option is its stable name; its words are for people."""
    assert FloorStart.RECEIVED.value == "received"
    assert {option.value: option for option in FloorStart}["received"] is FloorStart.RECEIVED
    assert FloorStart.RECEIVED.words == "the day on which the requested State receives the request"


@entries
def test_readings_and_options_survive_pickling(reading: Entry) -> None:
    """A reading is equal, and an option the same object, in another process."""
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert all(pickle.loads(pickle.dumps(option)) is option for option in reading.options)


def test_readings_are_equal_by_their_id() -> None:
    """Two entries of one id are one reading, whatever their words; others are others."""
    twin = Reading(FLOOR_START.id, "Really?", FloorStart, (art(42),), None, "")
    assert twin == FLOOR_START
    assert hash(twin) == hash(FLOOR_START)
    assert len({FLOOR_START, twin, ORDER_START}) == 2


def test_consulted_knows_the_place_of_the_option_chosen() -> None:
    """The place counts from 0, and there is none while no option is chosen."""
    assert Consulted(EXTENSION_DUTY, ExtensionDuty.SAME_RULES).chosen_index == 0
    assert Consulted(EXTENSION_DUTY, ExtensionDuty.DISCRETION).chosen_index == 1
    assert Consulted(EXTENSION_DUTY, None).chosen_index is None


@entries
def test_without_a_choice_everything_is_as_adopted(reading: Entry) -> None:
    """A caller who chooses nothing gets what the register adopts, or nothing where it adopts none."""
    assert Readings() == AS_ADOPTED
    assert AS_ADOPTED.chosen(reading) is reading.adopted
    assert AS_ADOPTED.names() == {}


@given(some_choices, st.randoms())
def test_a_choice_does_not_depend_on_its_order(choices: tuple[ReadingOption, ...], random: Any) -> None:
    """The same options in any order make the same choice, equal and of equal hash, in the order of the register."""
    shuffled = list(choices)
    random.shuffle(shuffled)
    assert Readings.of(*shuffled) == Readings(choices)
    assert hash(Readings.of(*shuffled)) == hash(Readings(choices))
    assert Readings.of(*shuffled).choices == choices


@given(some_choices)
def test_what_is_chosen_prevails_and_the_rest_stays_as_adopted(choices: tuple[ReadingOption, ...]) -> None:
    """For each reading, the caller's option counts, or else the register's."""
    under = Readings(choices)
    for reading in register():
        own = [option for option in choices if option in reading.options]
        assert under.chosen(reading) is (own[0] if own else reading.adopted)


@given(some_choices)
def test_names_and_named_are_inverse(choices: tuple[ReadingOption, ...]) -> None:
    """A choice written as names, and read again in any order, is the same choice."""
    under = Readings(choices)
    names = under.names()
    assert Readings.named(names) == Readings.named(dict(reversed(names.items()))) == under
    assert pickle.loads(pickle.dumps(under)) == under


def test_names_are_ids_and_options() -> None:
    """A choice is written as the ids of readings with the names of their options, in the order of the register."""
    under = Readings.of(FloorStart.RECEIVED, OrderStart.SERVED)
    assert list(under.names().items()) == [
        ("preservation-order-start", "served"),
        ("preservation-floor-start", "received"),
    ]


@pytest.mark.parametrize("second", [FloorStart.RECEIVED, FloorStart.EFFECTED])
def test_two_options_of_one_reading_are_no_choice(second: FloorStart) -> None:
    """One reading cannot be chosen twice, be it in two ways or in one."""
    with pytest.raises(InvalidValue, match=r"^readings: <FloorStart\.EFFECTED: 'effected'> is not the only choice"):
        Readings.of(FloorStart.EFFECTED, OrderStart.SERVED, second)


def test_an_unknown_reading_is_refused_with_those_that_are_known() -> None:
    """The error shows the id that was given and lists all ids."""
    with pytest.raises(InvalidValue) as caught:
        Readings.named({"floor-start": "received"})
    message = str(caught.value)
    assert message.startswith("readings: 'floor-start' is not the id of a reading; these are known: ")
    assert message.partition("known: ")[2] == ", ".join(reading.id for reading in register())


def test_an_unknown_option_is_refused_with_those_that_are_known() -> None:
    """The error names the reading, shows the option that was given and lists those there are."""
    with pytest.raises(InvalidValue) as caught:
        Readings.named({"preservation-floor-start": "RECEIVED"})
    assert str(caught.value) == ("preservation-floor-start: 'RECEIVED' is not one of its options: effected, received")


@pytest.mark.parametrize("choice", [Unregistered.ONE, "received", None])
def test_what_is_no_option_of_the_register_is_refused(choice: Any) -> None:
    """A choice that belongs to no registered reading is an error that shows it, as every other wrong value is."""
    with pytest.raises(InvalidValue) as caught:
        Readings.of(choice)
    assert caught.value.value is choice
    assert (caught.value.field, caught.value.expected) == ("readings", "an option of a reading of the register")
