"""Leave out one thing that a document states: no answer becomes surer, and none settles otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.effort import is_short
from tests.immutable_values import models
from tests.saying_less import documents
from tests.saying_less.answers import Among, Ends, Values, surer, values
from tests.saying_less.law import Count, Document, look
from tests.saying_less.leaving_out import evolved, left_out, out_of_a_table, place_of, stands_in_a_paper
from uncc.cases import PreservationCase
from uncc.cooperation import DataCategory, DataItem, Offence, PreservationRequest
from uncc.general import Penalty
from uncc.kernel.facts import FACT
from uncc.kernel.findings import Truth
from uncc.kernel.papers import Paper

DOCS = Path(__file__).parents[2] / "docs" / "case_file.md"
SHARES = {
    "examples": 0.05,
    "letters": 0.005,
    "scenarios": 0.05,
    "tables": 0.001,
    "reviews": 0.02,
}
"""What the short run looks at, of all that can be left out of a sort of document; of others all."""
DRAWN = 2
"""How many documents of each sort the short run draws."""


@pytest.mark.parametrize("kind", ["examples", "letters", "scenarios", "tables", "reviews"])
def test_saying_less_yields_no_more(kind: str) -> None:
    """Examples, letters, scenarios, tables, reviews: a share that is the same each time; the command looks at all."""
    source = {"scenarios": documents.questions}.get(kind) or getattr(documents, kind)
    count = look(source(), SHARES[kind] if is_short() else SHARES[kind] * 10)
    assert count.moved == [], "\n".join(map(str, count.moved))
    assert count.documents > 0
    assert count.compared > 2


def test_saying_less_of_what_is_drawn_yields_no_more() -> None:
    """Cases, laws, records and tables as the strategies draw them, in JSON and through constructors."""
    count = look(documents.drawn(DRAWN if is_short() else 10 * DRAWN), share=0.3, most=20)
    assert count.moved == [], "\n".join(map(str, count.moved))
    assert count.compared > 50


# The law can fail


def _of(data: Any, ask: Any) -> Document:
    return Document("a document", "made up", data, lambda read: read, ask, left_out, lambda _, __: False)


def _unknown_is_no(data: Any) -> dict[str, Truth]:
    return {"given": Truth.of(bool(data.get("a")))}


def _unknown_is_unknown(data: Any) -> dict[str, Truth]:
    return {"given": Truth.of(data.get("a"))}


def test_a_rule_that_takes_unknown_for_no_is_found() -> None:
    """The counterexample has both documents and the answer that moved."""
    count = look([_of({"a": True, "b": 1}, _unknown_is_no)])
    (found,) = count.moved
    assert (found.place, found.more, found.less) == ("a", {"a": True, "b": 1}, {"b": 1})
    assert found.moved == (".given: YES becomes NO",)
    assert str(found) == 'a document, without a:\n{"a": true, "b": 1}\n{"b": 1}\n  .given: YES becomes NO\n'


def test_a_rule_that_says_what_it_does_not_know_is_not_found() -> None:
    """Nothing moves where what is left out leaves the answer open."""
    count = look([_of({"a": True}, _unknown_is_unknown)])
    assert (count.left_out, count.compared, count.moved) == (1, 1, [])


@pytest.mark.parametrize(
    ("more", "less", "moved"),
    [
        (Truth.YES, Truth.UNKNOWN, False),
        (Truth.UNKNOWN, Truth.YES, True),
        (Truth.YES, Truth.NO, True),
        (Ends(1, 2), Ends(0, 2), False),
        (Ends(1, 2), Ends(1, 1), True),
        (Ends(1, 2), Ends(2, 3), True),
        (Ends(1, 2), Ends(), False),
        (Among(frozenset("ab")), Among(frozenset("abc")), False),
        (Among(frozenset("ab")), Among(frozenset("a")), True),
        (Among(frozenset("ab")), Among(frozenset()), False),
        ("party", "signatory", True),
        ("party", Truth.UNKNOWN, False),
    ],
)
def test_what_is_surer(more: Any, less: Any, *, moved: bool) -> None:
    """An answer may become open, and ends may widen; nothing else."""
    assert bool(list(surer({"x": more}, {"x": less}))) is moved


def test_an_answer_that_is_new_and_settled_is_surer() -> None:
    """What was not asked and is answered, where less is said, is surer; what is not asked any more is not."""
    assert list(surer({}, {"x": Truth.NO})) == ["x: not asked becomes NO"]
    assert list(surer({"x": Truth.NO}, {})) == []


@pytest.mark.parametrize(("article", "moved"), [(Truth.NO, False), (Truth.YES, True), (Truth.UNKNOWN, True)])
def test_a_way_that_is_not_reached_is_told_by_the_surer_reason(article: Truth, *, moved: bool) -> None:
    """Of an article that a law does not implement, a way is not reached: why is told as far as it is known."""
    less: Values = {"forgery": Truth.NO, "forgery.form-omitted.data are altered.None": Truth.NO}
    assert any("form-omitted" in one for one in surer({"forgery": article}, less)) is moved
    assert values(None) == {}


# What can be left out


def test_each_thing_is_left_out_once() -> None:
    """Keys, items, the completeness of a list, and what is exact of days and numbers."""
    found = list(left_out({"case": "x", "days": ["2027-05-09"], "count": 3, "none": None}))
    assert [(place_of(place), less) for place, less in found] == [
        ("days", {"case": "x", "count": 3, "none": None}),
        *(
            (place, {"case": "x", "days": less, "count": 3, "none": None})
            for place, less in [
                ("days", {"at_least": ["2027-05-09"]}),
                ("days[0]", None),
                ("days[0]", ["2027-05"]),
                ("days[0]", ["2027"]),
                ("days[0]", ["[2027-05-09..]"]),
                ("days[0]", ["[..2027-05-09]"]),
            ]
        ),
        ("count", {"case": "x", "days": ["2027-05-09"], "none": None}),
        ("count", {"case": "x", "days": ["2027-05-09"], "count": {"at_least": 3}, "none": None}),
        ("count", {"case": "x", "days": ["2027-05-09"], "count": {"at_most": 3}, "none": None}),
    ]
    partly = [less for _, less in left_out({"a": {"at_least": [1, 2]}})]
    assert {"a": {"at_least": [2]}} in partly
    ends = [less for _, less in left_out({"a": "[2027-05-09..2027-06-01]"})]
    assert ends == [{}, {"a": "[2027-05-09..]"}, {"a": "[..2027-06-01]"}]
    assert {"a": "2027"} in [less for _, less in left_out({"a": "2027-05"})]


def test_a_model_is_left_with_its_defaults() -> None:
    """What a constructor makes has one field fewer."""
    penalty = Penalty(years=4)
    offence = Offence(title="fraud", penalty=penalty)
    assert [place_of(place) for place, _ in evolved(offence)] == [
        *("title", "penalty", "penalty.years", "penalty.months")
    ]
    made = [make() for _, make in evolved(offence)]
    assert made[1] == Offence(title="fraud")


def test_cells_and_rows_of_the_head() -> None:
    """A table loses a row of its head, a cell, or the day of one."""
    rows = [["complete_for", "all"], ["participant", "date"], ["Astoria", "2027-05-09"]]
    found = list(out_of_a_table(rows, 1))
    assert found[0] == ((0, "complete_for"), rows[1:])
    assert [less[2] for _, less in found[1:]] == [
        ["", "2027-05-09"],
        *(["Astoria", day] for day in ("", "2027-05", "2027", "[2027-05-09..]", "[..2027-05-09]")),
    ]


# Papers


def test_the_facts_about_a_paper_are_of_the_world() -> None:
    """What a request contains is its own; facts about it, and when it was received, are of the world."""
    data = (DataItem(category=next(iter(DataCategory)), description="logs"),)
    offence = Offence(title="fraud", penalty=Penalty(years=4), serious_crime=True)
    read = {"request": PreservationRequest(data=data, offence=offence)}
    inside = [("request", "data"), ("request", "data", 0, "accounts"), ("request", "offence", "summary_of_facts")]
    world = [("request", "received_on"), ("request", "offence", "penalty"), ("request", "offence", "serious_crime")]
    assert all(stands_in_a_paper(read, steps) for steps in inside)
    assert not any(stands_in_a_paper(read, steps) for steps in world)


def papers() -> set[str]:
    """Return the names of the models that reproduce papers."""
    return {model.__name__ for model in models() if issubclass(model, Paper)}


def fields_in(model: type[Any]) -> tuple[Any, ...]:
    return tuple(attrs.fields(model))


def test_every_paper_says_so() -> None:
    """Papers are listed for users as their classes say it, and what is of the world in them exists and is no fact."""
    text = DOCS.read_text(encoding="utf-8")
    listed = text.partition("These models are papers: ")[2].partition(".\n")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == papers()
    for model in models():
        if issubclass(model, Paper):
            names = {one.name: one for one in fields_in(model)}
            assert set(model.of_the_world) <= set(names), model
            assert not any(FACT in names[name].metadata for name in model.of_the_world), model


def test_no_case_is_a_paper() -> None:
    """A case file is what is known of the world."""
    assert not issubclass(PreservationCase, Paper)


def test_the_counts_are_told() -> None:
    """The command prints them, a sort a line."""
    assert Count(1, 9, 5, 3, 1).line("examples") == (
        "examples: 1 documents, 9 things left out, 5 compared, moved: 0; "
        "not compared: 3 with a fault, 1 in papers or questions"
    )
