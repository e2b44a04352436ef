"""What a person writes in reply to a question: the data for which it stands, and what is no reply."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.doors.interviewed import begun
from uncc.cases import CaseKind
from uncc.doors.prompts import Prompt
from uncc.doors.replies import as_said, how_written, truth_of, value_of
from uncc.kernel.errors import DocumentError, InvalidValue

PLACES = {
    "truth": (CaseKind.PRESERVATION, "treaty.binds"),
    "day": (CaseKind.PRESERVATION, "measure.effected_on"),
    "number": (CaseKind.PRESERVATION, "measure.period_days"),
    "text": (CaseKind.PRESERVATION, "request.necessity"),
    "list": (CaseKind.PRESERVATION, "request.data"),
    "object": (CaseKind.PRESERVATION, "request.authority"),
    "conduct": (CaseKind.PRESERVATION, "request.offence.conduct"),
    "choices": (CaseKind.CONFISCATION, "position.treaty_grounds"),
    "amount": (CaseKind.CONFISCATION, "request.estimated_value"),
    "texts": (CaseKind.CONFISCATION, "position.treaty.silent_on"),
}
"""Where a question of each kind stands."""


@cache
def question(kind: str) -> Prompt:
    """Return a question of a kind."""
    case, place = PLACES[kind]
    return begun(case).question(place)


@pytest.mark.parametrize(
    ("kind", "reply", "value"),
    [
        ("truth", " Yes ", True),
        ("truth", "false", False),
        ("day", "[2028-01-01..]", "[2028-01-01..]"),
        ("day", "2028-02", "2028-02"),
        ("number", "60", 60),
        ("number", '{"at_least": 30}', {"at_least": 30}),
        ("text", "soon", "soon"),
        ("text", '"back"', "back"),
        ("list", "none", []),
        ("list", '[{"category": "traffic-data"}]', [{"category": "traffic-data"}]),
        ("object", '{"name": "Court"}', {"name": "Court"}),
        ("conduct", "forgery", {"forgery": {}}),
        ("choices", "nationality, 1", ["nationality", "bank-secrecy"]),
        ("choices", "None", []),
        ("amount", "EUR 1200.50", {"currency": "EUR", "amount": "1200.5"}),
        ("texts", "Art. 40(8); Art. 40(9)", ["Art. 40(8)", "Art. 40(9)"]),
        ("texts", "none", []),
    ],
)
def test_a_reply_stands_for_data(kind: str, reply: str, value: Any) -> None:
    """What is written by hand becomes what the case file has."""
    assert value_of(question(kind), reply) == value
    assert how_written(question(kind))


@pytest.mark.parametrize(
    ("kind", "reply", "said"),
    [
        ("truth", "perhaps", "treaty.binds: 'perhaps' is not yes or no"),
        ("number", "sixty", "measure.period_days: 'sixty' is not a whole number"),
        ("amount", "much", "request.estimated_value: 'much' is not an amount such as EUR 1200.50"),
        ("choices", "nationality, age", "position.treaty_grounds: 'age' is not one of"),
        ("conduct", "forgry", "perhaps forgery is meant"),
        ("object", "Court", "request.authority: 'Court' is not an object, written as JSON"),
        ("list", "two", "request.data: 'two' is not a list of objects, written as JSON; none where there are none"),
        ("object", "{]}", "with { in front a reply is read as JSON, and there is a fault in it"),
    ],
)
def test_what_is_no_reply_is_told(kind: str, reply: str, said: str) -> None:
    """The error names the place, shows the reply and says what would be right."""
    with pytest.raises((InvalidValue, DocumentError), match=said.replace("(", r"\(")):
        value_of(question(kind), reply)


def test_a_truth_is_one_of_few_words() -> None:
    """They are the same in every question."""
    assert truth_of(question("list"), "Y") is True


def test_the_class_is_no_prompt() -> None:
    """Also where the reply is wrong as well, what is told is that no question was given."""
    with pytest.raises(InvalidValue, match=r"prompt: .* give one, Prompt"):
        truth_of(Prompt, "maybe")  # type: ignore[arg-type]


def test_what_a_file_states_is_said_in_words() -> None:
    """No list and no truth of Python is shown; a thing of a list stands in brackets, and an offence by its name."""
    said: list[tuple[Any, str]] = [
        (None, "not known"),
        (False, "no"),
        ([], "none"),
        (["a", "b"], "a; b"),
        ({"illegal-access": {}}, "illegal-access"),
        (
            [{"category": "traffic-data", "relation_to_offence": None}],
            "(category: traffic-data; relation to offence: not known)",
        ),
        (60, "60"),
    ]
    for value, words in said:
        assert as_said(value) == words
    texts = begun(CaseKind.PRESERVATION).question("request.data[0].accounts")
    assert value_of(texts, '"later"') == ["later"]
