"""The register of contested readings, and a caller's choice among them."""

from __future__ import annotations

import ast
import copy
import pickle
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import uncc.readings
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.kernel.readings import Consulted, Reading
from uncc.readings import AS_ADOPTED, Readings, register
from uncc.readings.chapter_4 import OrderStart
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

Entry = type[Reading]

some_choices = st.tuples(
    *(st.sampled_from((None, *reading)) for reading in register()),
).map(lambda row: tuple(option for option in row if option is not None))


class Unregistered(
    Reading,
    id="unregistered",
    question="Is it one or the other?",
    authority=(art(42),),
    adopted="other",
    because="There is another.",
):
    """A reading that the register does not have."""

    ONE = "one", "the one"
    OTHER = "other", "the other"


entries = pytest.mark.parametrize("reading", register(), ids=lambda reading: reading.id)


@entries
def test_an_entry_is_a_question_with_at_least_two_answers(reading: Entry) -> None:
    """A reading asks a question, offers two options or more with words of their own, and cites the text."""
    assert reading.question.endswith("?")
    assert len(reading) >= 2
    assert len({option.words for option in reading}) == len(reading)
    assert all(option.words.strip() and not option.words.endswith(".") for option in reading)
    assert reading.authority
    assert isinstance(reading.authority, tuple)
    assert reading.because.endswith(".")


@entries
def test_an_entry_adopts_one_of_its_own_options_or_none(reading: Entry) -> None:
    """What the register adopts is an option of the reading."""
    assert reading.adopted is None or reading.adopted in reading


def test_ids_and_entries_are_unique() -> None:
    """An id stands for one reading only, and no reading stands in the register twice."""
    assert len({reading.id for reading in register()}) == len(register())
    assert len(set(register())) == len(register())


def test_the_register_has_every_class_of_every_chapter_in_order() -> None:
    """What the files of the chapters define, read as text, is what the register has: each once, in the same order."""
    chapters = sorted(Path(uncc.readings.__file__).parent.glob("chapter_*.py"))
    written = [
        (f"uncc.readings.{path.stem}", node.name)
        for path in chapters
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    assert [(reading.__module__, reading.__name__) for reading in register()] == written
    assert [sorted(import_module(f"uncc.readings.{path.stem}").__all__) for path in chapters] == [
        sorted(name for module, name in written if module.endswith(path.stem)) for path in chapters
    ]


def test_a_reading_of_ones_own_does_not_enter_the_register() -> None:
    """A class that is defined outside the chapters is a reading, and no entry."""
    assert Unregistered in Reading.__subclasses__()
    assert Unregistered not in register()
    assert AS_ADOPTED.chosen(Unregistered) is Unregistered.OTHER


def test_an_adopted_option_that_there_is_not_is_refused_when_the_class_is_made() -> None:
    """The error names the reading, shows what it adopts and lists its options."""
    with pytest.raises(InvalidValue) as caught:

        class Misspelt(  # pyright: ignore[reportUnusedClass]
            Reading, id="misspelt", question="Which?", authority=(art(42),), adopted="frist", because="A slip."
        ):
            """Adopts what is no option."""

            FIRST = "first", "the first"
            SECOND = "second", "the second"

    assert str(caught.value) == "misspelt: 'frist' is not one of its options: first, second; perhaps first is meant"


@pytest.mark.parametrize("left_out", ["id", "question", "authority", "adopted", "because"])
def test_a_reading_says_everything_of_itself(left_out: str) -> None:
    """What a reading leaves unsaid is an error when its class is made, that none is adopted as well."""
    said: dict[str, Any] = {"id": "x", "question": "Which?", "authority": (art(42),), "adopted": None, "because": "So."}
    del said[left_out]
    with pytest.raises(TypeError, match=left_out):

        class Incomplete(Reading, **said):  # pyright: ignore[reportUnusedClass]
            """Says one thing less."""

            ONE = "one", "the one"


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
    assert (
        FloorStart.RECEIVED.words
        == "the sixty days are counted from the day on which the requested State receives the request"
    )


def test_options_know_their_place() -> None:
    """The place of an option among those of its reading counts from 0."""
    assert [[option.place for option in reading] for reading in register()] == [
        list(range(len(reading))) for reading in register()
    ]


@entries
def test_readings_and_options_survive_pickling(reading: Entry) -> None:
    """A reading, and an option, is the same object in another process."""
    assert pickle.loads(pickle.dumps(reading)) is reading
    assert all(pickle.loads(pickle.dumps(option)) is option for option in reading)


def test_what_was_consulted_is_compared_by_reading_and_option() -> None:
    """Equal are two of one reading and one option, by hash as well, also after a copy and a pickle."""
    consulted = Consulted(ExtensionDuty, ExtensionDuty.SAME_RULES)
    others = (
        Consulted(ExtensionDuty, None),
        Consulted(ExtensionDuty, ExtensionDuty.DISCRETION),
        Consulted(OrderStart, None),
    )
    for made in (pickle.loads(pickle.dumps(consulted)), copy.copy(consulted), copy.deepcopy(consulted)):
        assert made == consulted
        assert hash(made) == hash(consulted)
        assert made.reading is ExtensionDuty
        assert made.chosen is ExtensionDuty.SAME_RULES
    assert len({consulted, *others, Consulted(ExtensionDuty, ExtensionDuty.SAME_RULES)}) == 4


def words_of(start: FloorStart) -> str:
    match start:
        case FloorStart.EFFECTED:
            return "effect"
        case FloorStart.RECEIVED:
            return "receipt"


def test_options_can_be_matched() -> None:
    """The options are a closed list, which `match` takes apart; type checkers see whether all of them are there."""
    assert [words_of(start) for start in FloorStart] == ["effect", "receipt"]


def test_consulted_knows_the_place_of_the_option_chosen() -> None:
    """The place counts from 0, and there is none while no option is chosen."""
    assert Consulted(ExtensionDuty, ExtensionDuty.SAME_RULES).chosen_index == 0
    assert Consulted(ExtensionDuty, ExtensionDuty.DISCRETION).chosen_index == 1
    assert Consulted(ExtensionDuty, None).chosen_index is None


@entries
def test_without_a_choice_everything_is_as_adopted(reading: Entry) -> None:
    """A caller who chooses nothing gets what the register adopts, or nothing where it adopts none."""
    assert Readings() == AS_ADOPTED
    assert AS_ADOPTED.chosen(reading) is reading.adopted
    assert AS_ADOPTED.names() == {}


@given(some_choices, st.randoms())
def test_a_choice_does_not_depend_on_its_order(choices: tuple[Reading, ...], random: Any) -> None:
    """The same options in any order make the same choice, equal and of equal hash, in the order of the register."""
    shuffled = list(choices)
    random.shuffle(shuffled)
    assert Readings.of(*shuffled) == Readings(choices)
    assert hash(Readings.of(*shuffled)) == hash(Readings(choices))
    assert Readings.of(*shuffled).choices == choices


@given(some_choices)
def test_what_is_chosen_prevails_and_the_rest_stays_as_adopted(choices: tuple[Reading, ...]) -> None:
    """For each reading, the caller's option counts, or else the register's."""
    under = Readings(choices)
    for reading in register():
        own = [option for option in choices if option in reading]
        assert under.chosen(reading) is (own[0] if own else reading.adopted)


@given(some_choices)
def test_names_and_named_are_inverse(choices: tuple[Reading, ...]) -> None:
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
    assert str(caught.value) == (
        "preservation-floor-start: 'RECEIVED' is not one of its options: effected, received; perhaps received is meant"
    )


@pytest.mark.parametrize("choice", [Unregistered.ONE, "received", None])
def test_what_is_no_option_of_the_register_is_refused(choice: Any) -> None:
    """A choice that belongs to no registered reading is an error that shows it, as every other wrong value is."""
    with pytest.raises(InvalidValue) as caught:
        Readings.of(choice)
    assert caught.value.value is choice
    assert (caught.value.field, caught.value.expected) == ("readings", "an option of a reading of the register")
