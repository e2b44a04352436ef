"""Every public model keeps what it was made with: no assignment, no list, one hash, the same pickle, true copies."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from tests.doors.test_serial import items, kind_of, public_models
from tests.immutable_values import models, values
from uncc.cooperation import Ground
from uncc.kernel.dates import Deadline
from uncc.kernel.errors import (
    DocumentError,
    Fault,
    InvalidProvision,
    InvalidValue,
    NotDraftedError,
    TooLargeError,
    UnsettledError,
)
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth, by_reading, by_text, derived
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.model import Model, usual
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import Amount, Day, Number
from uncc.kernel.readings import Reading
from uncc.questions.exploration import Exploration
from uncc.readings import AS_ADOPTED, Readings, register

CHECKOUT = Path(__file__).parents[2]
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
ENUMS: list[type[Enum]] = sorted((kind for kind in public_models() if issubclass(kind, Enum)), key=lambda k: k.__name__)
BUILT_BY_RULES = {Amount, Day, Exploration, Finding, Number, Question}
"""What only the library's own functions build, so often that they are not asked again what they were given."""
ATOMS = (
    *(str, int, float, bool, type(None), date, timedelta, Decimal, Fraction, IPv4Address, IPv6Address),
    *(Enum, type),
)


@pytest.mark.long
def test_every_public_model_is_tried() -> None:
    """There is a value of each model of each face, and of each kind of finding and quantity."""
    assert {kind_of(value) for value in values()} == set(models())
    assert {value.kind for value in values() if isinstance(value, Node)} == set(Kind)
    assert {value.truth for value in values() if isinstance(value, Finding)} == set(Truth)


def test_the_values_are_rich() -> None:
    """Nearly every field that can be left out holds something in one of them."""
    optional = {
        (kind, field.name)
        for kind in models()
        for field in attrs.fields(kind)
        if field.init and field.default is not attrs.NOTHING
    }
    held = {
        (kind_of(value), field.name)
        for value in values()
        for field in attrs.fields(kind_of(value))
        if getattr(value, field.name) not in (field.default, None, (), AS_ADOPTED)
    }
    assert len(optional) > 1400
    assert len(optional - held) < 64, sorted(f"{kind.__name__}.{name}" for kind, name in optional - held)


# What cannot be changed


def test_no_field_can_be_set_or_deleted_or_added() -> None:
    """Assignment and deletion are refused for every field, and so is a field that the model does not have."""
    for value in values():
        for field in attrs.fields(kind_of(value)):
            before = getattr(value, field.name)
            with pytest.raises(FrozenInstanceError):
                setattr(value, field.name, before)
            with pytest.raises(FrozenInstanceError):
                delattr(value, field.name)
            assert getattr(value, field.name) is before
        with pytest.raises(FrozenInstanceError):
            value.something_else = 1
        assert not hasattr(value, "__dict__")


def changeable(value: Any, path: str) -> Iterator[str]:
    """Yield the path of everything within a value that is not known to be fixed."""
    if isinstance(value, tuple | frozenset):
        for item in items(value):
            yield from changeable(item, path)
    elif attrs.has(kind_of(value)):
        for field in attrs.fields(kind_of(value)):
            if not field.name.startswith("_"):
                yield from changeable(getattr(value, field.name), f"{path}.{field.name}")
    elif not isinstance(value, ATOMS):
        yield path


@pytest.mark.long
def test_no_list_stands_in_a_model() -> None:
    """What a model holds is again a model, a tuple, or a value that Python itself never changes."""
    for value in values():
        assert list(changeable(value, kind_of(value).__name__)) == []


def tuple_fields() -> Iterator[tuple[Any, str]]:
    """Yield the fields that hold tuples, each with a value of its model."""
    some = {kind_of(value): value for value in values()}
    for kind in models():
        for field in attrs.fields(kind):
            if field.init and str(field.type).startswith("tuple[") and kind not in BUILT_BY_RULES:
                yield some[kind], field.name


def test_a_list_for_a_tuple_is_refused_or_made_one() -> None:
    """A list where a tuple belongs gives one clear error, which names the field, or is made a tuple."""
    refused: list[tuple[str, InvalidValue]] = []
    converted = 0
    for value, name in tuple_fields():
        held: tuple[Any, ...] = getattr(value, name) or ()
        try:
            made = attrs.evolve(value, **{name: list(held)})
        except InvalidValue as error:
            refused.append((name, error))
        else:
            assert getattr(made, name) == held
            assert isinstance(getattr(made, name), tuple)
            converted += 1
    assert all(error.field == name for name, error in refused)
    assert {type(error.value) for _, error in refused} == {list}
    assert {error.expected for _, error in refused} == {"a tuple", "a tuple, or null"}
    assert len(refused) > 100
    assert converted > 3


def test_what_is_no_tuple_at_all_is_refused() -> None:
    """A text is not taken apart into letters, and nothing is not taken for a tuple, nor for one that is there."""
    with pytest.raises(InvalidValue, match=r"^steps: '6' is not a tuple$"):
        Provision(42, "6")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidValue, match=r"^steps: None is not a tuple$"):
        Provision(42, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_members_are_fixed() -> None:
    """No member of an enumeration can be exchanged, renamed, or given other words or provisions."""
    for kind in ENUMS:
        for member in kind:
            carried = {name for name in dir(member) if not name.startswith("_") and name not in kind.__members__}
            for name in carried:
                if not callable(getattr(member, name)):
                    before = getattr(member, name)
                    with pytest.raises(AttributeError):
                        setattr(member, name, before)
                    with pytest.raises(AttributeError):
                        delattr(member, name)
                    assert getattr(member, name) is before or getattr(member, name) == before
            with pytest.raises(AttributeError):
                setattr(kind, member.name, member)


def test_what_a_reading_says_of_itself_is_fixed() -> None:
    """Nothing that the register says of a reading can be said anew or taken away; the error names the reading."""
    for reading in register():
        for name in ("id", "question", "authority", "adopted", "because"):
            before = getattr(reading, name)
            with pytest.raises(AttributeError, match=rf"^{reading.__name__}\.{name} is fixed: it cannot be changed$"):
                setattr(reading, name, None)
            with pytest.raises(
                AttributeError, match=rf"^{reading.__name__}\.{name} is fixed: it cannot be taken away$"
            ):
                delattr(reading, name)
            assert getattr(reading, name) is before


def test_what_a_member_carries_is_named_when_it_is_refused() -> None:
    """The error says which member it is."""
    with pytest.raises(AttributeError, match=r"^Ground.BANK_SECRECY is fixed: what it carries cannot be changed$"):
        Ground.BANK_SECRECY.words = "another"
    with pytest.raises(AttributeError, match=r"^Ground.BANK_SECRECY is fixed: what it carries cannot be taken away$"):
        del Ground.BANK_SECRECY.words
    assert Ground.BANK_SECRECY.words == "bank secrecy"


# Equal values


def again(value: Any) -> Any:
    """Return a value built anew of the same parts, each of them built anew."""
    if isinstance(value, tuple):
        return tuple(again(item) for item in items(value))
    if attrs.has(kind_of(value)):
        fields = [field for field in attrs.fields(kind_of(value)) if field.init]
        private = any(field.name.startswith("_") for field in fields)
        return (
            value if private else kind_of(value)(**{field.alias: again(getattr(value, field.name)) for field in fields})
        )
    return value


@pytest.mark.long
def test_equal_values_have_one_hash() -> None:
    """A value built anew is equal and found in a set, whatever stands in it; its parts are no longer the same."""
    known = set(values())
    for value in values():
        made = again(value)
        assert made == value
        assert hash(made) == hash(value)
        assert made in known


def test_different_values_are_different() -> None:
    """No two of the values here are equal, unless they are of one model."""
    assert len(set(values())) == len(values())
    assert all(value != "x" and value is not None for value in values())


def test_names_are_a_mapping() -> None:
    """Names with their words are equal to a `dict` of them in any order, and have a hash for it."""
    names = fixed_names({"a": "first", "b": "second"})
    assert (names["b"], len(names), list(names), dict(names)) == (
        *("second", 2, ["a", "b"]),
        {"a": "first", "b": "second"},
    )
    other = fixed_names({"b": "second", "a": "first"})
    assert names == other == {"a": "first", "b": "second"}
    assert hash(names) == hash(other)
    assert names != fixed_names({"a": "first"})
    assert repr(names) == "fixed_names({'a': 'first', 'b': 'second'})"
    assert isinstance(names, Mapping)
    assert Names() == {}
    with pytest.raises(KeyError):
        names["c"]
    with pytest.raises(TypeError):
        names["a"] = "x"  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


# Copies and pickles


@pytest.mark.long
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_pickle_is_the_value(protocol: int) -> None:
    """What was pickled is equal, of the same type, with the same hash, and prints the same."""
    for value in values():
        loaded = pickle.loads(pickle.dumps(value, protocol))
        assert kind_of(loaded) is kind_of(value)
        assert loaded == value
        assert hash(loaded) == hash(value)
        assert repr(loaded) == repr(value)


def test_every_public_model_takes_up_older_pickles() -> None:
    """Each model has the base that fills up a pickle; a new class that lacks it would fail at its first new field."""
    assert [kind.__name__ for kind in models() if not issubclass(kind, Model)] == []


def unpickled(kind: Any, state: Mapping[str, Any]) -> Any:
    """Return what `pickle` makes of a state."""
    loaded = kind.__new__(kind)
    loaded.__setstate__(state)
    return loaded


def test_a_model_without_slots_takes_up_an_older_pickle_too() -> None:
    """A class of a caller's own may keep its fields in a dict."""

    @attrs.frozen(slots=False)
    class Train(Model):
        number: int
        stops: tuple[str, ...] = ()

    assert unpickled(Train, {"number": 7}) == Train(7)


def test_a_pickle_that_lacks_a_field_has_its_default() -> None:
    """What an earlier minor version pickled lacks what is new: a fact is not known, anything else has its default."""
    tried = 0
    for value in values():
        state = value.__getstate__()
        for field in attrs.fields(kind_of(value)):
            if field.default is not attrs.NOTHING:
                older = unpickled(kind_of(value), {name: held for name, held in state.items() if name != field.name})
                assert getattr(older, field.name) == default_of(field), field.name
                assert all(getattr(older, name) is held for name, held in state.items() if name != field.name)
                tried += 1
    assert tried > 3000


def default_of(field: attrs.Attribute[Any]) -> Any:
    """Return what a field holds where nothing is said of it."""
    return usual(field.default)


def test_nothing_is_made_up_for_a_pickle() -> None:
    """A field without a default stays unset, and one that is no more is left aside."""
    deadline = Deadline(date(2027, 3, 1), (art(42, 8),))
    assert unpickled(Deadline, {"on": deadline.on, "authority": deadline.authority, "gone": 1}) == deadline
    with pytest.raises(AttributeError):
        _ = unpickled(Deadline, {"authority": deadline.authority}).on


@pytest.mark.long
@pytest.mark.parametrize("how", [copy.copy, copy.deepcopy])
def test_a_copy_is_the_value(how: Any) -> None:
    """So is a copy, shallow or deep."""
    for value in values():
        assert how(value) == value
        assert hash(how(value)) == hash(value)


def test_what_there_is_once_stays_one() -> None:
    """Members and readings of the register come back as the very same objects; `is` keeps working."""
    for kind in ENUMS:
        for member in kind:
            for protocol in PROTOCOLS:
                assert pickle.loads(pickle.dumps(member, protocol)) is member
            assert copy.deepcopy(member) is copy.copy(member) is member
    for reading in register():
        assert pickle.loads(pickle.dumps(reading)) is reading
        assert copy.deepcopy(reading) is copy.copy(reading) is reading
    assert pickle.loads(pickle.dumps(Truth.YES)) is Truth.YES


class NightBelongs(
    Reading,
    id="night-belongs",
    question="To which day does a night belong?",
    authority=(art(42, 8),),
    adopted=None,
    because="The words do not say.",
):
    """A reading that does not stand in the register."""

    BEFORE = "before", "the night belongs to the day before it"
    AFTER = "after", "the night belongs to the day after it"


def test_a_reading_of_ones_own_can_be_copied() -> None:
    """A reading that does not stand in the register comes back as the very same object too, and so do its options."""
    for made in (pickle.loads(pickle.dumps(NightBelongs)), copy.copy(NightBelongs), copy.deepcopy(NightBelongs)):
        assert made is NightBelongs
    assert pickle.loads(pickle.dumps(NightBelongs.AFTER)) is copy.deepcopy(NightBelongs.AFTER) is NightBelongs.AFTER


def test_a_pickled_finding_answers_the_same() -> None:
    """Its answer, its tree, its open questions and what would change it are those of the finding that was pickled."""
    findings = [value for value in values() if isinstance(value, Finding)]
    assert len(findings) > 40
    for finding in findings:
        loaded = pickle.loads(pickle.dumps(finding))
        assert loaded.truth is finding.truth
        assert loaded.explain() == finding.explain()
        assert loaded.open_questions == finding.open_questions
        assert loaded.readings == finding.readings
        assert loaded.decisive() == finding.decisive()
        assert list(loaded.walk()) == list(finding.walk())


def test_an_open_reading_stays_open_in_a_pickle() -> None:
    """A finding that rests on a reading which nobody has chosen asks the same question after it was loaded."""
    answers = {option: by_text(option is NightBelongs.AFTER, "x", art(42, 8)) for option in NightBelongs}
    finding = by_reading("x", NightBelongs, answers)
    loaded = pickle.loads(pickle.dumps(finding))
    assert loaded == finding
    assert loaded.is_unknown
    assert [question.name for question in loaded.open_questions] == [NightBelongs.id]


def fresh(code: str, path: Path, seed: str) -> None:
    """Run a program in another process, with other hashes."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), *sys.path])}
    subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True, cwd=CHECKOUT)


WRITE = """
import pathlib, pickle, sys
from tests.immutable_values import values
pathlib.Path(sys.argv[1]).write_bytes(pickle.dumps(values()))
"""
READ = """
import pathlib, pickle, sys
from tests.immutable_values import values
loaded = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
assert loaded == values() and set(loaded) == set(values())
"""


@pytest.mark.long
def test_pickles_pass_between_processes(tmp_path: Path) -> None:
    """A pickle from a process with other hashes is loaded, found in a set of this one's, and the other way round."""
    fresh(WRITE, tmp_path / "theirs", "4242")
    theirs = pickle.loads((tmp_path / "theirs").read_bytes())
    assert theirs == values()
    assert set(theirs) == set(values())
    (tmp_path / "ours").write_bytes(pickle.dumps(values()))
    fresh(READ, tmp_path / "ours", "7")


ERRORS: list[Exception] = [
    InvalidProvision("there is no such provision as Art. 69"),
    InvalidValue("days", 0, "a whole number of days"),
    DocumentError([Fault("request.days", "is missing"), Fault("x", "is not a known key")]),
    UnsettledError("it may be refused", derived(None, "it rains", art(2)).open_questions),
    TooLargeError("more than 20 facts"),
    NotDraftedError("refusal", "no ground is open", "NO  the ground is open"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_can_be_pickled(error: Exception) -> None:
    """An error that was raised in a worker tells the same where it arrives."""
    for protocol in PROTOCOLS:
        loaded = pickle.loads(pickle.dumps(error, protocol))
        assert kind_of(loaded) is type(error)
        assert str(loaded) == str(error)
        assert vars(loaded) == vars(error)


def test_choices_of_readings_keep_their_order_in_copies() -> None:
    """A choice of readings is the same in whatever order it was made, before and after it was pickled."""
    options = [next(iter(reading)) for reading in register()]
    one, other = Readings.of(*options), Readings.of(*reversed(options))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.dumps(one) == pickle.dumps(other)
