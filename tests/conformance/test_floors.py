"""The floors between articles, computed from the names of the files; those between rooms are held by `lint-imports`.

A module whose file or folder has the number of an article rests on articles up to that number. A module of no article
stands as high as the highest article that it rests on. What rests on itself stands nowhere: circles are not allowed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conformance.imports import Imports, imported, imports
from uncc.kernel.provisions import Provision, art

FINAL = "uncc.final_provisions"
LATER: dict[tuple[str, str], tuple[Provision, ...]] = {
    (f"{FINAL}.parties", f"{FINAL}.art67_effect"): (art(67, 1), art(67, 2)),
    (f"{FINAL}.lives", f"{FINAL}.art67_effect"): (art(67, 1),),
    (f"{FINAL}.art61_protocols", f"{FINAL}.art67_effect"): (art(67, 3),),
    (f"{FINAL}.art66_amendments", f"{FINAL}.art67_effect"): (art(67, 1),),
}
"""The imports that go to a later article all the same, and the provisions for which they do.

Arts. 59 to 66 speak of Parties, and who is one is for Arts. 65 and 67(1) and (2) to say; a protocol and an amendment
fall with the consent that a denunciation ends, and so does what is owed as a Party.
"""
ONE_THING = {
    f"uncc.kernel.{module}": "a finding with its methods"
    for module in (
        *("again", "amounts", "completions", "decisive", "explanation", "findings", "inquiry"),
        *("quantities", "rows", "ways", "witnesses", "worlds"),
    )
}
"""What is one thing in several files: the methods of a finding stand beside it and make findings themselves."""


def number(module: str) -> int | None:
    """Return the number of the article whose text a module is, by its file or its folder."""
    found = re.search(r"\.art(\d+)_", module)
    return int(found[1]) if found else None


def without(found: Imports, left_out: Iterable[tuple[str, str]]) -> Imports:
    """Return the imports but for some."""
    gone = set(left_out)
    return {module: frozenset(home for home in homes if (module, home) not in gone) for module, homes in found.items()}


def rests_on(module: str, found: Imports) -> Iterator[str]:
    """Yield the modules of articles that a module rests on, at once or through modules of no article."""
    seen, pending = {module}, [module]
    for one in pending:
        for home in sorted(found.get(one, frozenset()) - seen):
            seen.add(home)
            if number(home) is None:
                pending.append(home)
            else:
                yield home


def upward(found: Imports) -> list[tuple[str, str]]:
    """Return each module of an article with each module of a later article that it rests on."""
    return [
        (module, home)
        for module in found
        if (own := number(module)) is not None
        for home in rests_on(module, found)
        if (number(home) or 0) > own
    ]


def circle(found: Imports) -> list[str]:
    """Return modules of which each imports the one before it, and the first the last; nothing where there are none."""
    graph = TopologicalSorter[str]()
    for module, homes in found.items():
        one = ONE_THING.get(module, module)
        graph.add(one, *({ONE_THING.get(home, home) for home in homes} - {one}))
    try:
        graph.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.long
def test_an_article_rests_on_no_later_one() -> None:
    """Between articles an import goes from the later to the earlier, but for those that are named."""
    assert upward(without(imports(), LATER)) == []


@pytest.mark.parametrize("exception", LATER, ids=lambda edge: edge[0].rpartition(".")[2])
def test_each_exception_is_needed(exception: tuple[str, str]) -> None:
    """An exception stands in the list because the code has it, and without it the order would be broken."""
    assert exception[1] in imports()[exception[0]]
    assert upward(without(imports(), set(LATER) - {exception}))


def test_nothing_imports_itself_in_a_circle() -> None:
    """No modules import each other in a circle, not even within functions, but for a finding and its methods."""
    assert circle(imports()) == []


# The page on the house

CHECKOUT = Path(__file__).parents[2]
HOUSE = (CHECKOUT / "docs" / "explanation" / "the_house.md").read_text(encoding="utf-8")
CHAPTER = re.compile(r"^\| `(?P<entry>\w+)(?:/|\.py)` \| [IVX, ]+ \| (?P<articles>[\dto, ]+) \|$", re.MULTILINE)
ROOM = re.compile(r"^\| (?:`(?P<entry>\w+)(?:/|\.py)`|the treaty) \| [^|]+ \|$", re.MULTILINE)


def numbers(told: str) -> Iterator[int]:
    """Yield the articles that "1 to 6" or "31, 49 to 52" tells."""
    for part in told.split(", "):
        first, _, last = part.partition(" to ")
        yield from range(int(first), int(last or first) + 1)


def test_the_page_leads_to_every_article() -> None:
    """Each article has one place in the table of chapters, and each file with a number stands in that place."""
    told = {entry: list(numbers(articles)) for entry, articles in CHAPTER.findall(HOUSE)}
    assert sorted(number for articles in told.values() for number in articles) == list(range(1, 69))
    for module in imports():
        if (own := number(module)) is not None:
            assert own in told[module.split(".")[1]], module


def test_the_page_has_the_rooms_in_their_order() -> None:
    """The table of rooms has the floors of `lint-imports`, from the top down, with the chapters in one line."""
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = [room for layer in contracts["contracts"][0]["layers"] for room in layer.split(" | ")]
    chapters = {entry for entry, _ in CHAPTER.findall(HOUSE)}
    assert chapters <= set(floors)
    told = [found["entry"] for found in ROOM.finditer(HOUSE) if found["entry"]]
    assert [room for room in floors if room not in {*chapters, "__main__"}] == told


# Each of them can fail


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        ({"c.art09_b": {"c.art07_a"}, "d.art42_long.part": {"d.art42_long.other"}}, []),
        ({"c.art07_a": {"c.art09_b"}}, [("c.art07_a", "c.art09_b")]),
        ({"c.art42_long.part": {"d.art43_b"}}, [("c.art42_long.part", "d.art43_b")]),
        ({"c.art07_a": {"c.shared"}, "c.shared": {"c.more"}, "c.more": {"c.art09_b"}}, [("c.art07_a", "c.art09_b")]),
        ({"c.art09_b": {"c.shared"}, "c.shared": {"c.art07_a"}}, []),
        ({"c.shared": {"c.art09_b", "c.art07_a"}}, []),
    ],
)
def test_a_later_article_is_seen(found: dict[str, set[str]], wrong: list[tuple[str, str]]) -> None:
    """An import of a later article is told, by its file or its folder, also through modules of no article."""
    assert upward({module: frozenset(homes) for module, homes in found.items()}) == wrong


def test_a_circle_is_seen() -> None:
    """Two modules that import each other are told, and so are three; the finding and its methods count as one."""
    assert set(circle({"a": frozenset({"b"}), "b": frozenset({"a"})})) == {"a", "b"}
    assert set(circle({"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"a"})})) == {"a", "b", "c"}
    finding, inquiry = "uncc.kernel.findings", "uncc.kernel.inquiry"
    one = {finding: frozenset({inquiry}), inquiry: frozenset({finding})}
    assert circle(one) == []
    assert circle({**one, inquiry: frozenset({finding, "a"}), "a": frozenset({finding})}) != []


def test_every_import_is_seen() -> None:
    """An import counts wherever it stands, and a name of a face counts as one of its home."""
    source = """
import uncc.a
from uncc.b import c
if TYPE_CHECKING:
    from uncc.cooperation import Ground
def f():
    from uncc.d import e
"""
    assert set(imported(source)) >= {"uncc.a", "uncc.b", "uncc.b.c", "uncc.cooperation.all_grounds", "uncc.d"}
    assert "uncc.cooperation" not in set(imported(source))
    assert "uncc.kernel.inquiry" in imports()["uncc.kernel.findings"]
