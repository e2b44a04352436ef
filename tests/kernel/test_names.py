"""Names: what makes no other name, what does, and how two spellings differ."""

from __future__ import annotations

import csv
import re
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import example, given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.kernel.errors import InvalidValue
from uncc.kernel.names import INVISIBLE, Roll, another_name, folded, how_they_differ, is_blank, names_nothing, one_name
from uncc.kernel.values import a_name, some_names
from uncc.testing import names

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL = ("Bolivia (Plurinational State of)", "Côte d'Ivoire", "Guinea", "Guinea-Bissau", "Niger", "Nigeria", "Türkiye")
LETTERS = st.characters(max_codepoint=0x24F, categories=["L"]) | st.sampled_from("ΑαΣσςЖжЁё -'\u2019\u2013")
words = st.text(LETTERS, min_size=1, max_size=30).filter(lambda text: not names_nothing(text))


SAME = [
    ("Türvania", "Tu\u0308rvania", "the form of characters only"),
    ("Noravia", "\uff2eoravia", "the form of characters only"),
    ("Noravia", "Nora\u200bvia", "invisible characters only"),
    ("Noravia", "\u202eNoravia\x1b", "invisible characters only"),
    ("Drovia", "Drovia [1]", "footnote marks only"),
    ("Drovia", "Drovia\u00b9,\u00b2", "footnote marks only"),
    ("Drovia", "Drovia*†", "footnote marks only"),
    ("Drovia", "Drovia [a]", "footnote marks only"),
    ("Drovia", "Drovia[B]", "footnote marks only"),
    ("Drovia a", "Drovia \u00aa", "the form of characters only"),
    ("Türkiye", "türki\u0307ye", "case only"),
    ("Côte Verde d'Aube", "Côte Verde d\u2019Aube", "apostrophes only"),
    ("Guinea-Bissau", "Guinea\u2013Bissau", "dashes only"),
    ("Guinea-Bissau", "Guinea - Bissau", "blanks only"),
    ("Cape Verde", " Cape\u00a0\n Verde", "blanks only"),
    ("Noravia", "NORAVIA", "case only"),
    ("Türkiye", "TÜRKİYE", "case only"),
    ("Straßenland", "STRASSENLAND", "case only"),
    ("Drovia", "drovia  [1]", "footnote marks and case only"),
]


@pytest.mark.parametrize(("one", "other", "differ"), SAME)
def test_what_makes_no_other_name(one: str, other: str, differ: str) -> None:
    """Each kind of difference is folded away and named, whichever of the two comes first."""
    assert folded(one) == folded(other)
    assert one_name(one, other)
    assert how_they_differ(one, other) == how_they_differ(other, one) == differ


ACCENTS = [("Türvania", "Turvania"), ("Łodria", "Lodria"), ("Øland", "Oland"), ("Ёлка", "Елка")]


@pytest.mark.parametrize(("one", "other"), ACCENTS)
def test_accents_make_another_name_and_are_told(one: str, other: str) -> None:
    """Two names that differ by accents only are two, and the difference has its word."""
    assert not one_name(one, other)
    assert how_they_differ(one, other) == "accents only"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *combinations(REAL, 2),
        ("Drovia 1", "Drovia 2"),
        ("Drovia (1)", "Drovia"),
        ("कि", "की"),
        ("ガ", "カ"),
        ("ab", "a b"),
    ],
)
def test_what_makes_another_name(one: str, other: str) -> None:
    """Letters, figures, words and the vowels of other scripts make another name."""
    assert not one_name(one, other)
    assert how_they_differ(one, other) is None


@effort(200)
@given(st.text())
@example("[[1]1]")
@example("*\u0301*")
@example("\u00b4")
def test_the_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is when it is folded again."""
    assert folded(folded(text)) == folded(text)


@effort(200)
@given(st.text())
def test_the_form_of_characters_does_not_matter(text: str) -> None:
    """A name is the same whether its characters are composed or not."""
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, text)) == folded(text), form


@effort(200)
@given(words)
def test_case_does_not_matter(word: str) -> None:
    """A name is the same in capitals, in small letters, and with the two changed for each other."""
    for other in (word.casefold(), word.upper(), word.swapcase()):
        assert one_name(word, other), other


UNSEEN = st.sampled_from("\u200b\u200d\u200e\u202e\u2066\u00ad\u2060\ufeff\ufe0f\u3164\x00\x1b")


@effort(200)
@given(words, st.data())
def test_what_is_invisible_does_not_matter(word: str, data: st.DataObject) -> None:
    """Blanks at the ends and doubled, and what shows nothing in any place, leave a name as it is."""
    place = data.draw(st.integers(0, len(word)))
    unseen = f"{word[:place]}{data.draw(UNSEEN)}{word[place:]}"
    blanks = data.draw(st.text(" \t\n\u00a0\u2003", max_size=3)).join(["", *re.split("( )", word), ""])
    for other in (
        unseen,
        f"\u3000{word} ",
        f"{word}\u00b2",
        f"{word} [12]",
        f"{word}*",
        *([blanks] if " " in word else []),
    ):
        assert folded(other) == folded(word), ascii(other) if other is not blanks else other


@effort(100)
@given(words, words)
def test_two_that_differ_in_nothing_are_one(one: str, other: str) -> None:
    """A difference is told exactly of two spellings that are one name, or would be without accents."""
    if one != other and one_name(one, other):
        assert how_they_differ(one, other) is not None
    if how_they_differ(one, other) is None:
        assert one == other or not one_name(one, other)


def test_invisible_is_what_unicode_calls_so() -> None:
    """Every control character and every mark of format is invisible, but for the signs that show something."""
    seen = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    unseen = re.compile(f"[{INVISIBLE}]")
    for code in range(0x110000):
        if unicodedata.category(chr(code)) in ("Cc", "Cf"):
            assert (unseen.fullmatch(chr(code)) is None) is (code in seen), hex(code)


@given(names())
def test_a_name_says_something(name: str) -> None:
    """What is drawn as a name is left when it is folded, and a text of unseen characters is not."""
    assert not is_blank(folded(name))
    assert not names_nothing(name)


@frozen
class Sample:
    """A name and a list of names; `Any`, since the tests put in what a type checker would refuse."""

    name: Any = field(default="Astoria", validator=a_name)
    names: Any = field(default=(), validator=some_names)


@pytest.mark.parametrize("name", ["*", "[1]", "\u00b9 \u200b", "†‡", "\u202e", "", 7])
def test_marks_alone_are_no_name(name: object) -> None:
    """A name of which the folding leaves nothing is refused, alone and in a list."""
    with pytest.raises(InvalidValue, match=r"^name: "):
        Sample(name=name)
    with pytest.raises(InvalidValue, match=re.escape("names[1]: ")):
        Sample(names=("Astoria", name))


def test_a_list_holds_each_name_once() -> None:
    """Two spellings of one name are refused with both places."""
    assert Sample(names=("Astoria", "Borduria")).names == ("Astoria", "Borduria")
    with pytest.raises(InvalidValue) as wrong:
        Sample(names=("Astoria", "Borduria", "astoria"))
    said = "names[2]: 'astoria' is not a name of its own: it is written 'Astoria' in names[0], "
    assert str(wrong.value) == f"{said}from which it differs by case only"


def test_another_name() -> None:
    """The same name is refused however it is spelt, and one that differs by accents is; any other is not."""
    another_name("requested", "Borduria", ("requesting", "Astoria"), "a State other than the requesting one")
    with pytest.raises(
        InvalidValue, match=r"^requested: 'Astoria' is not a State other than the requesting one: requesting has "
    ):
        another_name("requested", "Astoria", ("requesting", "Astoria"), "a State other than the requesting one")
    with pytest.raises(InvalidValue, match=r"one: it differs from 'Türvania' in requesting by accents only$"):
        another_name("requested", "Turvania", ("requesting", "Türvania"), "a State other than the requesting one")


def test_a_roll_finds_a_name_as_it_was_first_spelt() -> None:
    """What is looked up may be spelt otherwise; what is not there is not found, and what is near is named."""
    roll = Roll.of(("Türvania", "Borduria", "türvania "), "row")
    assert len(roll) == 2
    assert roll.spelt("TÜRVANIA [3]") == roll.first("Turvania") == "Türvania"
    assert roll.spelt("Caldera") is roll.first("Caldera") is None
    with pytest.raises(
        InvalidValue, match=r"'Turvania' is not written 'Türvania', as in row\[0\]: it differs by accents"
    ):
        roll.spelt("Turvania")
    assert (roll.nearest("Bordurla"), roll.nearest("Xyz")) == ("; perhaps 'Borduria' is meant", "")
    near = Roll.of(("Borduria", "Bordurio"), "row").nearest("Bordurie")
    assert near == "; perhaps 'Bordurio' or 'Borduria' is meant"


@pytest.mark.skipif(not DATA.exists(), reason="the data of other treaties lie beside the checkout")
def test_the_names_of_real_participants_stay_apart() -> None:
    """No two participants of real treaties fall together, with accents or without."""
    found: set[str] = set()
    for path in DATA.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["participant"] for row in csv.DictReader(file)}
    assert len(found) > 150
    assert len({folded(name) for name in found}) == len(Roll.of(found, "table")) == len(found)
