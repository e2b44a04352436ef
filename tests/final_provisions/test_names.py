"""Names in histories: one name in any spelling, an error for one that occurs nowhere, and one place that compares."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import uncc
import uncc.final_provisions
from tests.final_provisions.builders import ASTORIA, IN_FORCE, START, WHOLE, accessions, ev, in_force, plus
from uncc.doors.deposits import parse_deposits
from uncc.final_provisions import (
    Act,
    Amendment,
    Dispute,
    History,
    OtherTreaty,
    RegionalOrganization,
    VotingMatter,
    is_bound_by_amendment,
    is_bound_by_protocol,
    is_party,
    may_accede,
    may_apply_other_treaty,
    may_sign,
    participation,
    regime_between,
    state_party,
    status,
)
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.provisions import art

TURVANIA, TYPED = "Türvania", "tu\u0308RVANIA\u200b [1] "
FIRST, FIRST_TYPED = "First Text", "first  text*"
ON = plus(IN_FORCE, 3000)
JOINING = {
    *("duties_with_instrument", "may_accede", "may_confirm_signature", "may_opt_out", "may_reserve", "may_sign"),
}
"""The functions that ask whether a State may join: one that has done nothing is whom they are about."""
NAMING = ("participant", "one", "other", "pair", "parties", "voter", "organization", "amendment", "protocol")


def known(**others: Any) -> History:
    """Return a treaty in force for Türvania as well, with a protocol, an amendment, an organization and a newcomer."""
    return in_force(
        accessions(TURVANIA, "Union"),
        ev(TURVANIA, Act.PROTOCOL, plus(IN_FORCE, 9), subject=FIRST),
        ev(TURVANIA, Act.AMENDMENT, plus(IN_FORCE, 2500), subject="Second Text"),
        ev(TURVANIA, Act.RESERVATION, START, provision=art(63, 3)),
        organizations=(RegionalOrganization("Union", (TURVANIA, ASTORIA)),),
        amendments=(Amendment("Second Text", plus(IN_FORCE, 2400)),),
        **{**WHOLE, **others},
    )


def _asking() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public functions that ask about a name in a history."""
    for name in dir(uncc.final_provisions):
        function = getattr(uncc.final_provisions, name)
        if inspect.isfunction(function):
            wanted = inspect.signature(function).parameters
            if "history" in wanted and any(one in wanted for one in NAMING):
                yield name, function


ASKING = dict(_asking())


def _asked(function: Callable[..., Any], history: History, name: str, *, typed: bool = False) -> Any:
    """Return what a function answers about a name, and about others that are there, as first spelt or as typed."""
    spelt = {"First": FIRST_TYPED if typed else FIRST, "Second": " second TEXT" if typed else "Second Text"}
    union = "UNION" if typed else "Union"
    values: dict[str, Any] = {
        "history": history,
        "participant": name,
        "voter": name,
        "one": name,
        "other": ASTORIA,
        "pair": (name, ASTORIA),
        "parties": (name, ASTORIA),
        "protocol": spelt["First"],
        "amendment": spelt["Second"],
        "on": ON,
        "act": Act.ACCESSION,
        "provision": art(63, 3),
        "treaty": OtherTreaty(name="Old", between=(name, ASTORIA)),
        "dispute": Dispute(),
        "arisen_on": plus(ON, -9),
        "matter": VotingMatter(),
        "notification": "languages",
    }
    wanted = inspect.signature(function).parameters
    if "organization" in wanted:
        kind = wanted["organization"].annotation
        values["organization"] = union if "Regional" not in str(kind) else history.organization(union)
    needed = [one for one in wanted if wanted[one].default is inspect.Parameter.empty or one in ("on", "treaty")]
    return function(**{one: values[one] for one in needed})


@pytest.mark.parametrize("name", ASKING)
def test_a_name_may_be_typed_in_another_way(name: str) -> None:
    """The answer is the same to the last word, however the names in a question are spelt."""
    history = known()
    assert _asked(ASKING[name], history, TYPED, typed=True) == _asked(ASKING[name], history, TURVANIA)


@pytest.mark.parametrize("name", [name for name in ASKING if name not in JOINING])
def test_a_name_that_occurs_nowhere_is_an_error_where_the_history_is_complete(name: str) -> None:
    """The error names the parameter, and what is near; of a history that is not complete the question stays open."""
    function = ASKING[name]
    called = {"participant": "participant", "one": "one", "pair": "pair[0]", "parties": "parties[0]", "voter": "voter"}
    field = next((called[one] for one in inspect.signature(function).parameters if one in called), None)
    if field is None:
        return
    with pytest.raises(InvalidValue) as wrong:
        _asked(function, known(), "Türvanja")
    assert str(wrong.value) == f"{field}: 'Türvanja' is not one of the participants; perhaps 'Türvania' is meant"
    _asked(function, known(complete_for=()), "Türvanja")
    _asked(function, known(others=("Türvanja",)), "Türvanja")
    with pytest.raises(InvalidValue, match=r"differs by accents only"):
        _asked(function, known(complete_for=()), "Turvania")


def test_what_is_open_of_a_name_that_occurs_nowhere() -> None:
    """Neither yes nor no is said of a State that an incomplete history does not name."""
    found = known(complete_for=())
    assert is_party(found, "Caldonia", ON).is_unknown
    assert status(found, "Caldonia", ON).value == "undetermined"
    assert is_party(known(others=("Caldonia",)), "Caldonia", ON).is_no
    with pytest.raises(
        InvalidValue, match=r"is not one of the participants: Astoria, Borduria, Caldera, Türvania, Union$"
    ):
        is_party(known(), "Xyz", ON)
    with pytest.raises(InvalidValue, match=r"State 19, \.\.\.$"):
        is_party(in_force(accessions(*(f"State {n:02}" for n in range(3, 25))), **WHOLE), "Xyz", ON)


def test_a_newcomer_may_join() -> None:
    """Art. 64: every State may, and one that stands in no table is asked about."""
    assert may_accede(known(), "Caldonia", ON).is_yes
    assert may_sign(known(), "Caldonia", ON).is_no
    with pytest.raises(InvalidValue, match=r"differs by accents only"):
        may_accede(known(), "Turvania", ON)


def test_a_story_without_names_has_none_to_misspell() -> None:
    """Where nothing happens, every State has done nothing."""
    assert is_party(History.story(), ASTORIA, ON).is_no


def test_the_name_is_shown_as_it_was_first_spelt() -> None:
    """What is told of a participant tells its name as the history has it."""
    assert participation(known(), TYPED, ON).participant == TURVANIA
    assert state_party(known(), TYPED, ON).state.name == TURVANIA
    assert regime_between(known(), (TYPED, "astoria"), ON).between == (TURVANIA, ASTORIA)


def test_texts_are_named_in_the_same_way() -> None:
    """A protocol and an amendment are found however they are spelt."""
    assert is_bound_by_protocol(known(), TYPED, FIRST_TYPED, ON).is_yes
    assert is_bound_by_amendment(known(), " second TEXT", TYPED, ON).is_yes
    assert len(known().accepting("SECOND text")) == 1


def test_the_parties_of_another_treaty() -> None:
    """Another treaty may spell its parties otherwise; with accents missing it is an error."""
    treaty = OtherTreaty(name="Old", between=(TYPED, "ASTORIA"), binds=True, on_convention_matters=True)
    assert may_apply_other_treaty(known(), (TURVANIA, ASTORIA), ON, treaty=treaty).is_yes
    slip = OtherTreaty(name="Old", between=("Turvania", ASTORIA))
    with pytest.raises(InvalidValue, match=r"differs by accents only"):
        may_apply_other_treaty(known(), (TURVANIA, ASTORIA), ON, treaty=slip)


TWICE: list[tuple[dict[str, Any], tuple[str, str, str, str, str]]] = [
    ({"events": accessions(ASTORIA, "astoria")}, ("events", "astoria", ASTORIA, "events[0]", "case")),
    (
        {"events": accessions(TURVANIA), "others": ("Turvania",)},
        ("others", "Turvania", TURVANIA, "events[0]", "accents"),
    ),
    (
        {"events": accessions(ASTORIA), "organizations": (RegionalOrganization("U", ("Astoria ",)),)},
        ("organizations", "Astoria ", ASTORIA, "events[0]", "blanks"),
    ),
    (
        {"amendments": (Amendment("First"), Amendment("first"))},
        ("amendments", "first", "First", "amendments[0]", "case"),
    ),
]


@pytest.mark.parametrize(("fields", "said"), TWICE)
def test_a_history_spells_each_name_in_one_way(fields: dict[str, Any], said: tuple[str, str, str, str, str]) -> None:
    """Two spellings of one name are refused, wherever they stand, with the place and how they differ."""
    with pytest.raises(InvalidValue) as wrong:
        History(**fields)
    field, name, first, place, differ = said
    earlier = f"it is written {first!r} in {place}, from which it differs by {differ} only"
    assert str(wrong.value) == f"{field}: {name!r} is not a name of its own: {earlier}"


TABLES: list[tuple[str, tuple[str, str, str, str]]] = [
    (
        "C\u00f4te d'Or,2027-01-10,accession,\nC\u00f4te d\u2019Or,2027-01-10,signature,\n",
        ("row 3, participant", "C\u00f4te d\u2019Or", "C\u00f4te d'Or\" in row 2", "apostrophes"),
    ),
    (
        "Turvania,2027-01-10,accession,\nTürvania,2027-01-10,signature,\n",
        ("row 3, participant", "Türvania", "Turvania' in row 2", "accents"),
    ),
    (
        "A,2027-01-10,accession,\nA,2028-01-10,protocol,First\nA,2028-01-10,protocol,FIRST\n",
        ("row 4, subject", "FIRST", "First' in row 3", "case"),
    ),
]


@pytest.mark.parametrize(("rows", "said"), TABLES)
def test_a_table_spells_each_name_in_one_way(rows: str, said: tuple[str, str, str, str]) -> None:
    """The fault names both rows and how the two differ."""
    with pytest.raises(DocumentError) as wrong:
        parse_deposits(f"participant,date,act,subject\n{rows}")
    [fault] = wrong.value.faults
    place, name, first, differ = said
    assert fault.path == place
    assert fault.message.startswith(f"{name!r} is written ")
    assert fault.message.endswith(f"{first}, from which it differs by {differ} only")


def test_a_mark_is_no_participant() -> None:
    """A cell that holds a footnote mark alone names nobody."""
    with pytest.raises(DocumentError, match=r"^row 2, participant: '\[1\]' is not a name; marks alone are none$"):
        parse_deposits("participant,date,act\n[1],2027-01-10,accession\n")


def test_others_in_the_head_of_a_table() -> None:
    """A table names further States above its columns; a row spells them as they stand there."""
    head = "complete_until,ever\ncomplete_for,all\nothers,Caldonia,Drovia\n"
    found = parse_deposits(f"{head}participant,date,act\nAstoria,2027-01-10,accession\n")
    assert found.others == ("Caldonia", "Drovia")
    assert is_party(found, "DROVIA", ON).is_no
    with pytest.raises(DocumentError, match="row 5, participant: 'drovia' is written 'Drovia' in the head, from which"):
        parse_deposits(f"{head}participant,date,act\ndrovia,2027-01-10,accession\n")
    with pytest.raises(
        DocumentError, match=r"row 1, others: 'a' is not a name of its own: it is written 'A' in others\[0\]"
    ):
        parse_deposits("others,A,a\nparticipant,date,act\n")


# One place compares

SOURCE = Path(uncc.__file__).parent
NAMES_OF = {"state", "participant", "participants", "members", "between", "others"}
"""The attributes that hold names of States or organizations, or a State."""


def _holds_names(node: ast.expr) -> bool:
    """Whether an expression is one of these attributes, or the name of a State."""
    if isinstance(node, ast.Attribute) and node.attr == "name":
        return isinstance(node.value, ast.Attribute) and node.value.attr in NAMES_OF
    return isinstance(node, ast.Attribute) and node.attr in NAMES_OF


def _comparing(tree: ast.AST) -> Iterator[int]:
    """Yield the lines on which names are compared, or looked up, as they are spelt."""
    for node in ast.walk(tree):
        compared = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        if compared and all(isinstance(one, ast.Is | ast.IsNot) for one in node.ops):  # type: ignore[attr-defined]
            compared = []
        if isinstance(node, ast.Subscript):
            compared = [node.slice]
        if any(_holds_names(one) for one in compared):
            yield node.lineno  # type: ignore[attr-defined]


SPELT_IN_ONE_WAY = {
    "final_provisions/impossible.py": "groups events of a history, which then refuses a second spelling",
    "review/joining.py": "looks at the events of a history by the spelling that the history gives the name",
    "final_provisions/history.py": "draws up the rolls and, once these are, groups by the one spelling",
}


@pytest.mark.long
def test_names_are_compared_in_one_place() -> None:
    """No module but that of names compares the names of States as they are spelt, and none folds them by itself."""
    comparing = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if [*_comparing(ast.parse(path.read_text(encoding="utf-8")))]
    }
    assert comparing == set(SPELT_IN_ONE_WAY)


@pytest.mark.parametrize(
    "line", ["a.state == b.state", "a.state.name != x", "x in history.participants", "found[event.participant]"]
)
def test_the_search_finds(line: str) -> None:
    """Each way to compare names as they are spelt is found."""
    assert [*_comparing(ast.parse(line))] == [1]
