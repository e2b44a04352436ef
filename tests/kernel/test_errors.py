"""The exceptions: each shows what stood there, says what would be right, and travels between processes."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formulas import question
from uncc.kernel.errors import (
    DocumentError,
    Fault,
    InvalidProvision,
    InvalidValue,
    TooLargeError,
    UnccError,
    UnknownName,
    UnsettledError,
    shown,
)

EVERY = [
    UnccError("something"),
    InvalidProvision("no citation"),
    InvalidValue("length", -1, "a length"),
    DocumentError([Fault("$.a", "missing"), Fault("$.b[0]", "not a date")]),
    UnsettledError("it may be refused", [question("alpha"), question("beta")]),
    TooLargeError("too many"),
    UnknownName("answers", "guilty", "; perhaps guilt is meant"),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_every_exception_can_be_caught_as_one_kind(error: Exception) -> None:
    """Every exception of the library is an `UnccError`."""
    assert isinstance(error, UnccError)


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_every_exception_survives_pickling_and_copying(error: UnccError) -> None:
    """An exception says the same with the same fields after pickling, copying and deep copying."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize("kind", [InvalidProvision, InvalidValue, DocumentError])
def test_what_is_wrong_with_a_value_is_a_value_error(kind: type[Exception]) -> None:
    """Code that knows nothing of the library catches a wrong value as `ValueError`."""
    assert issubclass(kind, ValueError)


@pytest.mark.parametrize("kind", [UnsettledError, TooLargeError])
def test_an_answer_that_is_not_to_be_had_is_no_value_error(kind: type[Exception]) -> None:
    """A question that cannot be answered is not taken for a wrong value."""
    assert not issubclass(kind, ValueError)


def test_invalid_value_names_the_field_the_value_and_what_would_be_right() -> None:
    """The message of `InvalidValue` has all three, and so has the exception."""
    error = InvalidValue("port", 70_000, "a port number, from 0 to 65535")
    assert str(error) == "port: 70000 is not a port number, from 0 to 65535"
    assert (error.field, error.value, error.expected) == ("port", 70_000, "a port number, from 0 to 65535")


def test_a_long_value_is_cut_in_the_message_and_whole_in_the_exception() -> None:
    """A value of a million characters makes a message that can still be read."""
    value = "x" * 1_000_000
    error = InvalidValue("name", value, "a name")
    assert str(error) == f"name: '{'x' * 76}... is not a name"
    assert error.value is value


def test_document_error_tells_every_fault_on_its_own_line() -> None:
    """Each fault stands with its path, in the order in which they were found."""
    error = DocumentError(iter([Fault("$.requests[0].end", "before its start"), Fault("$.lang", "not known")]))
    assert str(error) == "$.requests[0].end: before its start\n$.lang: not known"
    assert error.faults == (Fault("$.requests[0].end", "before its start"), Fault("$.lang", "not known"))


def test_unsettled_error_carries_and_tells_the_open_questions() -> None:
    """The message says what is not determined and which facts, of whom, would determine it."""
    error = UnsettledError("it may be refused", iter([question("alpha"), question("beta")]))
    assert str(error) == (
        "not determined whether it may be refused; open: "
        "alpha holds [Art. 42(3)(a)] (ask: requesting State); beta holds [Art. 42(3)(b)] (ask: requested State)"
    )
    assert error.statement == "it may be refused"
    assert error.open_questions == (question("alpha"), question("beta"))


@pytest.mark.parametrize("length", [77, 78, 79, 200])
def test_a_value_is_cut_at_eighty_characters(length: int) -> None:
    """A `repr` of up to eighty characters stands whole, and a longer one ends in three dots."""
    text = repr("x" * length)
    assert shown("x" * length) == (text if len(text) <= 80 else text[:77] + "...")


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200), st.lists(st.integers(), max_size=60), st.floats()))
def test_a_shown_value_is_short_and_begins_as_its_repr(value: object) -> None:
    """Whatever stands in a message has at most eighty characters and is the start of its `repr`."""
    text = shown(value)
    assert len(text) <= 80
    assert text == repr(value) or (text.endswith("...") and repr(value).startswith(text[:-3]))
