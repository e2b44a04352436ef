"""Provisions: parsing, printing, order, and the index of every address."""

from __future__ import annotations

import copy
import json
import pickle
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.kernel.errors import InvalidProvision, UnccError
from uncc.kernel.provisions import Provision, addresses, art, chapter_numeral, chapter_title

ARTICLES = tuple(art(number) for number in range(1, 69))
EVERY = tuple(dict.fromkeys((*ARTICLES, *addresses())))
SHARED_INDEX = Path(__file__).resolve().parents[3] / "shared" / "convention" / "provisions.json"

any_provision = st.sampled_from(EVERY)


# Parsing

CITATIONS = [
    ("42(6)", "Art. 42(6)"),
    ("Art. 42(6)", "Art. 42(6)"),
    ("art. 42(6)", "Art. 42(6)"),
    ("ART. 42(6)", "Art. 42(6)"),
    ("art 42(6)", "Art. 42(6)"),
    ("Art.42(6)", "Art. 42(6)"),
    ("art. 42 (6)", "Art. 42(6)"),
    ("art. 42, para. 6", "Art. 42(6)"),
    ("art. 42, para 6", "Art. 42(6)"),
    ("art. 42 para. 6", "Art. 42(6)"),
    ("Article 42, paragraph 6", "Art. 42(6)"),
    ("article 42 paragraph (6)", "Art. 42(6)"),
    ("ARTICLE 42, PARAGRAPH 6", "Art. 42(6)"),
    ("  Art. 42(6)  ", "Art. 42(6)"),
    ("Art.\N{NO-BREAK SPACE}42\N{NO-BREAK SPACE}(6)", "Art. 42(6)"),
    ("article 40, paragraph 21 (b)", "Art. 40(21)(b)"),
    ("Article 40, paragraph 21, subparagraph (b)", "Art. 40(21)(b)"),
    ("Article 40, paragraph 21, sub-paragraph (b)", "Art. 40(21)(b)"),
    ("art. 40, para. 21, subpara. (b)", "Art. 40(21)(b)"),
    ("art. 40, para. 21, point (b)", "Art. 40(21)(b)"),
    ("art. 40(21)(B)", "Art. 40(21)(b)"),
    ("Art. 17(1)(a)(i)", "Art. 17(1)(a)(i)"),
    ("17 (1) (a) (i)", "Art. 17(1)(a)(i)"),
    ("article 17, paragraph 1 (a) (i)", "Art. 17(1)(a)(i)"),
    ("article 17, paragraph 1 (a), item (i)", "Art. 17(1)(a)(i)"),
    ("article 2 (e) (i)", "Art. 2(e)(i)"),
    ("Article 10", "Art. 10"),
    ("10", "Art. 10"),
    ("article 68", "Art. 68"),
]

NOT_CITATIONS = [
    "",
    " ",
    "Art.",
    "article",
    "paragraph 6",
    "(6)",
    "Arts. 42(6)",
    "Arts. 42 and 43",
    "Articles 42",
    "articles 42 and 43",
    "art. 42, paras. 6 and 7",
    "art. 42, paras. 6",
    "article 42, paragraphs 6",
    "42(6)-(8)",
    "42(6) to (8)",
    "42(6)\N{EN DASH}(8)",
    "42-43",
    "42\N{EN DASH}43",
    "42 to 43",
    "42(6), 43",
    "42, 43",
    "42(6), 43(1)",
    "42(6) and (7)",
    "42(6); 42(7)",
    "42(6)/(7)",
    "42(6) ff.",
    "42 et seq.",
    "42 6",
    "42.6",
    "42(6",
    "42 6)",
    "42(6))",
    "42()",
    "42( 6)",
    "42[6]",
    "42a",
    "art. 42 bis",
    "paragraph 6 of article 42",
    "Art. 42(6) of the Convention",
    "the article 42(6)",
    "section 42(6)",
    "art_42__para_6",
    "\u0664\u0662",
    "4\u00b2",
    "-42",
    "+42",
    "4200000",
    "42(12345)",
    "forty-two",
    "42(6)\nArt. 43",
    "42(6)\x00",
]

LISTS_OF_LETTERS = ["2(e), (i)", "article 2 (f), (i)"]


@pytest.mark.parametrize(("citation", "printed"), CITATIONS)
def test_a_citation_is_read_as_lawyers_write_it(citation: str, printed: str) -> None:
    """Short and long forms, with and without words, in any case and spacing, name the same provision."""
    assert str(Provision.parse(citation)) == printed


@pytest.mark.parametrize("citation", NOT_CITATIONS)
def test_what_is_not_one_citation_is_refused(citation: str) -> None:
    """Plurals, ranges, lists and junk are refused with the text that was given and an example of what is right."""
    with pytest.raises(InvalidProvision) as caught:
        Provision.parse(citation)
    assert str(caught.value) == (f"{citation!r} is not a single citation such as 'Art. 42(6)' or 'Art. 40(21)(b)'")


@pytest.mark.parametrize("citation", LISTS_OF_LETTERS)
def test_a_list_of_letters_is_not_read_as_one_deeper_citation(citation: str) -> None:
    """A bare comma joins two citations; it does not lead from a part to a part of it, as a named step does."""
    with pytest.raises(InvalidProvision):
        Provision.parse(citation)


@pytest.mark.long
@given(any_provision)
def test_parsing_what_was_printed_gives_the_same_provision(provision: Provision) -> None:
    """Printing and parsing are inverse for every provision."""
    assert Provision.parse(str(provision)) == provision


@pytest.mark.long
@pytest.mark.parametrize("provision", EVERY, ids=str)
def test_every_provision_is_read_in_every_form(provision: Provision) -> None:
    """The short form, the form with words, the steps as strings and the `repr` all give the provision itself."""
    number, steps = provision.article, provision.steps
    words = f"article {number}"
    if steps:
        words += f", paragraph {steps[0]}" if steps[0].isdigit() else f" ({steps[0]})"
    words += "".join(f" ({step})" for step in steps[1:])
    assert Provision.parse(str(provision)) == provision
    assert Provision.parse(str(provision).removeprefix("Art. ")) == provision
    assert Provision.parse(words) == provision
    assert Provision(number, steps) == provision
    assert eval(repr(provision), {"art": art}) == provision


@pytest.mark.long
@given(st.text(max_size=200) | st.text(alphabet="42artARTpariclego.,() \t-subitem", max_size=130))
def test_any_text_is_a_provision_or_an_error_of_the_library(text: str) -> None:
    """No text, not even one of the letters of a citation, makes the parser fail in another way."""
    try:
        provision = Provision.parse(text)
    except InvalidProvision:
        return
    assert provision in EVERY


@pytest.mark.long
@pytest.mark.parametrize("piece", [" ", "42", "(6)", ", ", "para", "art. ", "\N{NO-BREAK SPACE}", "((", "sub-"])
def test_a_very_long_text_is_refused_at_once(piece: str) -> None:
    """Ten million characters are refused in no time, and the message stays short."""
    text = "42" + piece * (10_000_000 // len(piece))
    started = time.process_time()
    with pytest.raises(InvalidProvision) as caught:
        Provision.parse(text)
    assert time.process_time() - started < 15
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("piece", [" ", ", ", "(6)", "para. 6", " ,"])
def test_the_longest_text_that_is_looked_at_is_refused_at_once(piece: str) -> None:
    """Nothing in a text of the greatest length allowed makes the parser try over and over."""
    text = ("42" + piece * 120)[:119] + "!"
    started = time.process_time()
    for _ in range(20):
        with pytest.raises(InvalidProvision):
            Provision.parse(text)
    assert time.process_time() - started < 15


# What does not exist

MISSING = [
    ("69", "Art. 69: the Convention has Arts. 1 to 68"),  # no such provision
    ("Art. 0", "Art. 0: the Convention has Arts. 1 to 68"),  # no such provision
    ("9999(1)", "Art. 9999(1): the Convention has Arts. 1 to 68"),  # no such provision
    ("42(10)", "Art. 42(10): the parts of Art. 42 end at Art. 42(9)"),  # no such provision
    ("42(0)", "Art. 42(0): the parts of Art. 42 end at Art. 42(9)"),  # no such provision
    ("42(06)", "Art. 42(06): the parts of Art. 42 end at Art. 42(9)"),  # no such provision
    ("42(a)", "Art. 42(a): the parts of Art. 42 end at Art. 42(9)"),  # no such provision
    ("42(6)(a)", "Art. 42(6)(a): Art. 42(6) has no parts"),  # no such provision
    ("42(6)(a)(i)", "Art. 42(6)(a)(i): Art. 42(6) has no parts"),  # no such provision
    ("42(3)(h)", "Art. 42(3)(h): the parts of Art. 42(3) end at Art. 42(3)(g)"),  # no such provision
    ("40(31)(c)", "Art. 40(31)(c): the parts of Art. 40(31) end at Art. 40(31)(b)"),  # no such provision
    ("2(e)(iii)", "Art. 2(e)(iii): the parts of Art. 2(e) end at Art. 2(e)(ii)"),  # no such provision
    ("2(z)", "Art. 2(z): the parts of Art. 2 end at Art. 2(o)"),  # no such provision
    ("10(1)", "Art. 10(1): Art. 10 has no parts"),  # no such provision
]


@pytest.mark.parametrize(("citation", "message"), MISSING)
def test_an_address_past_the_end_is_refused_with_where_the_end_is(citation: str, message: str) -> None:
    """The error says what was asked for and where the article, or the part, ends."""
    with pytest.raises(InvalidProvision) as caught:
        Provision.parse(citation)
    assert str(caught.value) == f"there is no such provision as {message}"


def test_there_is_no_chapter_but_nine() -> None:
    """The error says which was asked for."""
    for number in (0, 10):
        with pytest.raises(InvalidProvision, match=f"^there is no such chapter as {number}$"):
            chapter_title(number)
        with pytest.raises(InvalidProvision, match=f"^there is no such chapter as {number}$"):
            chapter_numeral(number)
    assert " ".join(map(chapter_numeral, range(1, 10))) == "I II III IV V VI VII VIII IX"
    assert [bool(chapter_title(number)) for number in range(1, 10)] == [True] * 9


def test_the_longest_citation_that_is_read() -> None:
    """What is longer is refused unread, and is no article however it begins."""
    assert Provision.parse("Art. 42" + " " * 110 + "(6)") == art(42, 6)
    with pytest.raises(InvalidProvision):
        Provision.parse("Art. 42" + " " * 111 + "(6)")


def test_code_cannot_make_a_provision_that_does_not_exist_either() -> None:
    """The constructor and `art` refuse what the parser refuses."""
    with pytest.raises(InvalidProvision):
        Provision(42, ("10",))  # no such provision
    with pytest.raises(InvalidProvision):
        art(42, 10)  # no such provision
    with pytest.raises(InvalidProvision):
        art(69)  # no such provision


# The index


def test_there_are_486_addresses() -> None:
    """Every part, and each article that has none, is an address, once."""
    assert len(addresses()) == len(set(addresses())) == 486


def test_there_are_68_articles_in_9_chapters() -> None:
    """Articles are numbered without a gap and chapters follow each other."""
    assert [provision.article for provision in EVERY if not provision.steps] == list(range(1, 69))
    chapters = [article.chapter for article in ARTICLES]
    assert chapters == sorted(chapters)
    assert set(chapters) == set(range(1, 10))


def test_the_addresses_are_exactly_those_of_the_shared_index() -> None:
    """The index of the package is that of the Convention: articles, chapters, titles, parts, and their order."""
    if not SHARED_INDEX.exists():
        pytest.skip("the Convention's index does not stand beside the repository")
    rows = json.loads(SHARED_INDEX.read_text(encoding="utf-8"))
    assert [
        (article.article, article.chapter, article.article_title, [p for p in EVERY if p.parent and p in within])
        for article in ARTICLES
        if (within := {part for part in EVERY if article.contains(part)})
    ] == [
        (
            row["article"],
            row["chapter"],
            row["title"],
            [Provision.parse(f"{row['article']}{steps}") for steps in row["provisions"]],
        )
        for row in rows
    ]
    assert [str(provision) for provision in addresses()] == [
        f"Art. {row['article']}{steps}" for row in rows for steps in row["provisions"] or [""]
    ]


@pytest.mark.long
@pytest.mark.parametrize("provision", EVERY, ids=str)
def test_everything_around_a_provision_agrees(provision: Provision) -> None:
    """Prefixes exist; parent, children and `contains` say the same; titles are those of the article."""
    prefixes = [Provision(provision.article, provision.steps[:length]) for length in range(len(provision.steps))]
    assert provision.parent == (prefixes[-1] if prefixes else None)
    assert all(prefix.contains(provision) and not provision.contains(prefix) for prefix in prefixes)
    assert provision.contains(provision)
    assert all(child.parent == provision for child in provision.children)
    assert provision.children == tuple(other for other in EVERY if other.parent == provision)
    assert provision.article_title == art(provision.article).article_title
    assert provision.chapter_title == chapter_title(provision.chapter)


@given(any_provision, any_provision)
def test_contains_means_being_reached_by_parents(one: Provision, other: Provision) -> None:
    """A provision contains another exactly if going up from the other passes by it."""
    up: Provision | None = other
    while up is not None and up != one:
        up = up.parent
    assert one.contains(other) is (up == one)


@pytest.mark.parametrize(
    ("number", "title"),
    [(1, "General provisions"), (4, "Procedural measures and law enforcement"), (9, "Final provisions")],
)
def test_a_chapter_has_its_title(number: int, title: str) -> None:
    """Chapters are numbered from 1 to 9."""
    assert chapter_title(number) == title


@pytest.mark.parametrize("number", [0, -1, -9, 10])
def test_a_chapter_that_does_not_exist_is_refused(number: int) -> None:
    """There is no chapter before the first or after the ninth, and none is counted from the end."""
    with pytest.raises(UnccError):
        chapter_title(number)


def test_element_ids_are_unique_and_well_formed() -> None:
    """No two provisions have the same id, and each can stand in an XML document."""
    ids = [provision.eid for provision in EVERY]
    assert len(set(ids)) == len(EVERY)
    assert all(re.fullmatch(r"art_\d+(__(para_\d+|point_[a-z]+))*", eid) for eid in ids)
    assert art(40, 21, "b").eid == "art_40__para_21__point_b"


# As values


def test_the_order_is_that_of_the_text() -> None:
    """An article stands before its parts, the ninth paragraph before the tenth, and items before the next letter."""
    assert list(EVERY[68:]) == sorted(EVERY[68:])
    text = (art(2), art(2, "e"), art(2, "e", "ii"), art(2, "f"), art(9), art(10), art(40, 9), art(40, 10), art(41))
    assert all(one < other for one, other in pairwise(text))
    assert sorted(addresses(), reverse=True) == list(reversed(addresses()))


@given(any_provision, any_provision)
def test_the_order_is_total_and_agrees_with_equality(one: Provision, other: Provision) -> None:
    """Of two provisions one is before the other or they are equal, and a part is never before its whole."""
    assert [one < other, one == other, one > other].count(True) == 1
    assert (one == other) is (str(one) == str(other))
    if one.contains(other):
        assert one <= other


@given(any_provision)
def test_a_provision_is_the_same_after_pickling_and_copying(provision: Provision) -> None:
    """A copy is equal, hashes equally, and stands at the same place."""
    for twin in (pickle.loads(pickle.dumps(provision)), copy.copy(provision), copy.deepcopy(provision)):
        assert twin == provision
        assert (hash(twin), twin.steps, twin.rank) == (hash(provision), provision.steps, provision.rank)


def test_a_step_may_be_a_number_or_its_digits() -> None:
    """Code may write a paragraph as a number or as text; both are one provision."""
    assert art(40, 21, "b") == art(40, "21", "b")
    assert repr(art(40, "21", "b")) == "art(40, 21, 'b')"


@pytest.mark.parametrize("other", ["Art. 42(6)", 42, None, ("42", "6")])
def test_a_provision_is_not_equal_to_what_is_none(other: Any) -> None:
    """A provision equals provisions only."""
    assert art(42, 6) != other


@pytest.mark.parametrize(
    ("provision", "chapter", "parts"),
    [(art(2, "e"), 1, ("(i)", "(ii)")), (art(40, 31), 5, ("(a)", "(b)")), (art(10), 2, ())],
)
def test_a_notebook_shows_where_a_provision_stands(provision: Provision, chapter: int, parts: tuple[str, ...]) -> None:
    """Its citation and the title of its article, then its chapter by number and title, then each part by citation."""
    below = "".join(f"<li><strong>{provision}{part}</strong></li>" for part in parts)
    within = f"<strong>Chapter {chapter_numeral(chapter)}</strong> {chapter_title(chapter)}"
    shown: Any = provision
    assert shown._repr_html_().endswith(
        f"<summary><strong>{provision}</strong> {provision.article_title}</summary>"
        f"<ul><li>{within}</li>{below}</ul></details></div>"
    )
