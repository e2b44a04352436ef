"""The forms of a page: each says all that the page says, and takes none of it for a mark of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

import attrs
import docx
import pytest
from attrs import evolve
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, leaf
from tests.pages.test_review import read
from tests.pages.test_shown import WORDS, points
from tests.pages.test_text import UNSEEN
from uncc.kernel.findings import Truth, all_of, by_reading
from uncc.pages import as_docx, as_html, as_markdown, as_text, shown, visible
from uncc.pages.page import Block, Entries, Heading, Page, Paragraph, Point, Points, Section, Table, Tree
from uncc.pages.trees import aside, reasons, told_once, tree
from uncc.readings.chapter_5 import FloorStart


def blocks() -> st.SearchStrategy[Block]:
    """Blocks of every kind, of any texts."""
    some = st.lists(points(), max_size=3).map(tuple)
    rows = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Paragraph, WORDS, WORDS),
        st.builds(Heading, WORDS),
        st.builds(Points, some, WORDS),
        st.builds(Tree, some, WORDS),
        st.builds(Entries, st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)),
        st.builds(Table, st.tuples(WORDS, WORDS), rows, st.sampled_from([(), (1900, 10)])),
    )


def pages() -> st.SearchStrategy[Page]:
    """Pages of any blocks and any texts."""
    some_words = WORDS.filter(visible)  # an entry says something
    entries = st.lists(st.tuples(WORDS, some_words), max_size=2).map(tuple)
    sections = st.builds(Section, WORDS, st.lists(blocks(), max_size=3).map(tuple))
    return st.builds(
        Page,
        *(WORDS, entries, entries, st.lists(sections, max_size=2).map(tuple), WORDS),
        marks=st.lists(some_words, max_size=2).map(tuple),
        is_form=st.booleans(),
        width=st.just(2000),  # no name is so long that it is broken
    )


def said(value: object) -> Iterator[str]:
    """Yield every text in a page; of a point the answer takes the place of the label."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in cast("tuple[object, ...]", value):
            yield from said(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("Any", type(value))):
            told = field.name != "label" or getattr(value, "answer", None) is None
            if told and field.name != "marks":
                yield from said(getattr(value, field.name))


def bare(text: str) -> str:
    """Return a text as it is compared: in capitals, without blanks and escapes."""
    return "".join(text.upper().replace("\\", "").split())


def body(file: bytes) -> str:
    """Return all that stands in a DOCX file."""
    page: Any = docx.Document(BytesIO(file))
    return "".join(text.text for text in page.element.body.xpath(".//w:t"))


@pytest.mark.long
@given(pages())
@effort(100)
def test_every_form_says_all_that_a_page_says(found: Page) -> None:
    """Whatever a page is made of, each form has every text of it, as it can be seen; and HTML is well formed."""
    whole, piece = ("".join(read(html).words) for html in (as_html(found), shown(found)))
    forms = [whole, piece, as_markdown(found), as_text(found), body(as_docx(found))]
    for form in forms[2:4]:
        assert [c for c in form if unicodedata.category(c) in UNSEEN and c != "\n"] == []
    assert "<" not in as_markdown(found).replace("\\<", "")
    texts = [visible(text) for text in said(found)]
    for form in map(bare, forms):
        assert [text for text in texts if bare(text) not in form] == []


POINT = Point("words", below=(Point("told", answer=Truth.YES), Point("folded", "away", aside=True)))
EVERY: tuple[Block, ...] = (
    Paragraph("first", "Label:"),
    Heading("above"),
    Points((POINT, Point("last", more=(Paragraph("one"), Paragraph("two", "More:")))), "A list"),
    Tree((POINT, Point("to the side", aside=True)), "A question?"),
    Tree((Point("contested", below=(Point("deep", below=(Point("deeper"),)),)),)),
    Entries((("", "before"), ("L", "words"), ("", "further"))),
    Table(("name", "kind"), (("a name of some words", "x"),), (38, 4)),
    Table(("", "n"), (("a", "10"),)),
)


def test_a_page_of_every_block_as_text() -> None:
    """What belongs to a point is set in below it; a tree answers a question; a table of words breaks its names."""
    page = Page("T", (("E", "entry"),), (("B", "brief"),), (Section("S", EVERY),), "Foot.", width=20)
    assert as_text(page).splitlines() == [
        "T", "", "  E            entry", "", "IN BRIEF", "  B            brief", "", "S", "-",
        "Label: first",
        "", "ABOVE",
        "A list",
        "  - words", "      YES      told",
        "  - last", "    one", "    More: two",
        "", "A question?", "  words", "    YES      told",
        "  contested", "    deep", "      deeper",
        "  before", "  L:", "    words", "    further",
        "", "name            kind", "--------------  ----", "a name of some  x", "  words",
        "", "      n", "  a  10",
        "", "Foot.",
    ]  # fmt: skip


def test_a_page_of_every_block_as_markdown() -> None:
    """Points and trees are lists, what is asked and labels stand out, and further paragraphs belong to their point."""
    page = Page("T", (("E", "entry"),), (("B", "brief"),), (Section("S", EVERY),), "Foot.")
    assert as_markdown(page).splitlines() == [
        "# T", "", "- **E:** entry", "", "## In brief", "", "- **B:** brief", "", "## S", "",
        "**Label:** first", "",
        "### above", "",
        "**A list**", "",
        "- words", "  - **YES** told",
        "- last", "", "  one", "", "  **More:** two", "",
        "**A question?**", "", "- words", "  - **YES** told", "",
        "- contested", "  - deep", "    - deeper", "",
        "before", "- **L:** words", "", "  further", "",
        "| name | kind |", "|---|---|", "| a name of some words | x |",
        "|  | n |", "|---|---|", "| a | 10 |",
        "", "Foot.",
    ]  # fmt: skip


def test_a_page_of_every_block_as_html() -> None:
    """A tree folds and is open, what stands aside is closed, and in a piece the section folds as well."""
    page = Page("T", (("E", "entry"),), (("B", "brief"),), (Section("S", EVERY),), "Foot.")
    below = "<ul><li><strong>YES</strong> told</li><li><strong>away</strong> folded</li></ul>"
    asked = f"<li><details open><summary>words</summary>{below}</details></li><li>to the side</li>"
    deep = "<li><details open><summary>deep</summary><ul><li>deeper</li></ul></details></li>"
    head = '<th scope="col">name</th><th scope="col">kind</th>'
    inside = [
        "<p><strong>Label:</strong> first</p>",
        "{above}", "{list}",
        "<ul>", f"<li>words{below}</li>", "<li>last<p>one</p><p><strong>More:</strong> two</p></li>", "</ul>",
        f"<details open><summary><strong>A question?</strong></summary><ul>{asked}</ul></details>",
        f"<details open><summary>contested</summary><ul>{deep}</ul></details>",
        "<p>before</p>", "<dl>", "<dt>L</dt><dd>words</dd>", "<dd>further</dd>", "</dl>",
        f'<div tabindex="0"><table class="words"><thead><tr>{head}</tr></thead><tbody>',
        "<tr><td>a name of some words</td><td>x</td></tr>", "</tbody></table></div>",
        '<div tabindex="0"><table><thead><tr><th scope="col"></th><th scope="col">n</th></tr></thead><tbody>',
        "<tr><td>a</td><td>10</td></tr>", "</tbody></table></div>",
    ]  # fmt: skip
    entries = [
        ["<dl>", f"<dt>{label}</dt><dd>{words}</dd>", "</dl>"] for label, words in (("E", "entry"), ("B", "brief"))
    ]
    whole = as_html(page).split("<body>\n")[1].splitlines()
    assert whole == [
        "<h1>T</h1>", *entries[0], "<h2>In brief</h2>", *entries[1], "<h2>S</h2>",
        *(line.format(above="<h3>above</h3>", list="<h4>A list</h4>") for line in inside),
        "<footer><p>Foot.</p></footer>", "</body>", "</html>",
    ]  # fmt: skip
    title, above, in_brief, list_ = (
        f"<p><strong>{words}</strong></p>" for words in ("T", "above", "In brief", "A list")
    )
    piece = shown(page).split("</style>")[1].splitlines()
    assert piece == [
        title, *entries[0], in_brief, *entries[1], "<details><summary><strong>S</strong></summary><div>",
        *(line.format(above=above, list=list_) for line in inside),
        "</div></details>", "<p>Foot.</p></div>",
    ]  # fmt: skip


@pytest.mark.parametrize("is_form", [False, True])
def test_a_page_of_every_block_as_docx(is_form: bool) -> None:
    """Headings, bullets and tables; in a form all of it in one box. What stands aside is left out."""
    found = Page("T", (("E", "entry"),), (("B", "brief"),), (Section("S", EVERY),), "Foot.", is_form=is_form)
    file: Any = docx.Document(BytesIO(as_docx(found)))
    assert body(as_docx(found)) == (
        "TE: entryIn briefB: briefSLabel: firstaboveA listwordsYES toldlastoneMore: twoA question?wordsYES told"
        f"contesteddeepdeeperbeforeL{'' if is_form else ': '}wordsfurthernamekinda name of some wordsxna10Foot."
    )
    styles = [paragraph.style.name for paragraph in file.paragraphs if paragraph.text]
    assert styles.count("Heading 1") == (1 if is_form else 2)
    assert styles.count("List Bullet") == (0 if is_form else 2)
    assert len(file.tables) == (1 if is_form else 2)


def test_a_point_of_a_tree_has_more_to_say_in_a_file() -> None:
    """What a point says further stands below the points below it, also deep in a tree."""
    deep = Point("deep", below=(Point("deeper"),), more=(Paragraph("two", "More:"),))
    found = Page("T", (), (), (Section("S", (Tree((Point("contested", below=(deep,)),)),)),))
    assert body(as_docx(found)) == "TScontesteddeepdeeperMore: two"


def test_a_point_of_a_list_has_points_far_below_it() -> None:
    """Each point stands further in than the one above it, and what it says further at its own margin."""
    more = Point("lower", below=(Point("lowest"),), more=(Paragraph("two", "More:"),))
    found = Page("T", (), (), (Section("S", (Points((Point("high", below=(more,)),), "A list"),)),))
    lines = [line for line in as_text(found).splitlines() if line]
    assert lines[-4:] == ["  - high", "      lower", "        lowest", "      More: two"]
    assert body(as_docx(found)).endswith("highlowerlowestMore: two")


def test_a_page_without_a_title() -> None:
    """A tree alone has no heading in any form; a page of HTML has a title all the same."""
    finding = all_of("all of it", AUTHORITY, leaf("alpha", True))
    assert as_text(finding) == "  YES      all of it [Art. 42(4)]\n    YES      alpha holds [Art. 42(3)(a)]\n"
    assert as_markdown(finding).startswith("- **YES** all of it \\[Art. 42(4)\\]\n  - **YES** alpha")
    assert "<title>United Nations Convention against Cybercrime</title>" in as_html(finding)
    assert body(as_docx(finding)) == "YES all of it [Art.\xa042(4)]YES alpha holds [Art.\xa042(3)(a)]"


def test_all_of_the_reasons_stand_aside() -> None:
    """What carries the answer is told; the whole, where it is more, is folded away where a form can fold."""
    finding = all_of("all of it", AUTHORITY, leaf("alpha", False), leaf("beta", True))
    carrying, whole = reasons(finding)
    assert [point.words for point in carrying.below] == ["alpha holds"]
    assert whole.aside
    assert [point.words for point in whole.below[0].below] == ["alpha holds", "beta holds"]
    (alone,) = reasons(finding.decisive())
    assert not alone.aside
    page = Page(sections=(Section("", (Tree((aside(finding),)),)),))
    assert as_text(page) == "\n"
    assert '<details class="aside"><summary><strong>NO</strong> all of it' in as_html(page)


NONE = 99
"""No article has this number."""


def test_a_report_as_html_folds_and_leads_to_the_provisions() -> None:
    """Of a report a tree is closed and says what it comes to; each citation leads to its provision, before the foot."""
    finding = all_of("all of it", AUTHORITY, leaf("alpha", False))
    day = Point("2028-05-09", label="Not after:")
    blocks = (Tree((tree(finding),), "Is it so?"), Tree((day,), "Until when?"), Tree((), "Nothing?"))
    page = Page(
        "T", (("E", f"see Art. {NONE} and Art. 42(6)"),), sections=(Section("S", blocks),), foot="F.", is_report=True
    )
    body = as_html(page).split("<body>\n")[1]
    assert "<details><summary><strong>Is it so?</strong> NO</summary>" in body
    assert "<details><summary><strong>Until when?</strong> Not after: 2028-05-09</summary>" in body
    assert "<p><strong>Nothing?</strong></p>" in body
    targets = re.findall('href="#([^"]+)"', body)
    assert (
        sorted(set(targets)) == sorted(re.findall('<dt id="([^"]+)">', body)) == ["art-42-3-a", "art-42-4", "art-42-6"]
    )
    assert f"see Art. {NONE} and <a" in body
    assert "<dd>Beyond that reservation, preservation may be refused on three grounds of the article" in body
    assert body.index("The provisions cited") < body.index("<footer>")
    bare = as_html(Page("T", (("E", "nothing cited but Art. 42"),), is_report=True))
    assert '<dt id="art-42">Art. 42</dt><dd>International cooperation for the purpose of expedited' in bare
    assert "provisions cited" not in as_html(Page("T", is_report=True))
    assert "<a " not in shown(page)


CITING = Page(
    "T",
    (("E", f"see Art. {NONE} and Art. 42(6)"),),
    (("B", "as Art. 42(6) says"),),
    (Section("S", (Paragraph("[Art. 42(3)(a)]", label="P"),)),),
    "F. Art. 1.",
    is_report=True,
)


def test_citations_in_markdown_lead_to_the_provisions() -> None:
    """Each citation of a report is a link, but for one that there is not, and the list stands before the foot."""
    told = as_markdown(CITING)
    assert f"see Art. {NONE} and [Art. 42(6)](#art-42-6)" in told
    assert "**P** \\[[Art. 42(3)(a)](#art-42-3-a)\\]" in told
    assert '- <a id="art-42-6"></a>**Art. 42(6):** Beyond that reservation, preservation may be refused' in told
    assert set(re.findall(r"\(#([^)]+)\)", told)) == set(re.findall('<a id="([^"]+)">', told))
    assert told.index("The provisions cited") < told.index("F. Art. 1.")
    for plain in (evolve(CITING, is_report=False), Page("T", is_report=True)):
        assert "provisions cited" not in as_markdown(plain)


def test_citations_in_docx_lead_to_the_provisions() -> None:
    """Each citation of a report is a link that looks as the words around it do; it leads to the list at the end."""
    file: Any = docx.Document(BytesIO(as_docx(CITING)))
    texts = [one.text for one in file.paragraphs if one.text]
    (above,) = (number for number, text in enumerate(texts) if text.startswith("The provisions cited"))
    cited = [text.partition(":")[0] for text in texts[above + 1 :]]
    assert cited == ["Art.\xa042(3)(a)", "Art.\xa042(6)", "F. Art.\xa01."]
    links = [(link.fragment, link.text) for one in file.paragraphs for link in one.hyperlinks]
    assert links == [*[("art_42_6", "Art.\xa042(6)")] * 2, ("art_42_3_a", "Art.\xa042(3)(a)")]
    marks = [one.get(qn("w:name")) for one in file.element.body.iter(qn("w:bookmarkStart"))]
    assert marks == ["art_42_3_a", "art_42_6"]
    plain = as_docx(evolve(CITING, is_report=False))
    assert body(as_docx(CITING)).startswith(body(plain).removesuffix("F. Art.\xa01."))
    assert "provisions cited" not in body(plain) + body(as_docx(Page("T", is_report=True)))


def test_the_short_form_of_a_page() -> None:
    """It has the sections that say something in short, and says where the rest is; a page without is its own."""
    told, all_of_it = Section("To do", (Paragraph("All."),), "2", short=(Paragraph("This."),)), Section("Why", EVERY)
    page = Page("T", brief=(("B", "brief"),), sections=(told, all_of_it), foot="Foot.", rest="More.")
    short = Page(
        "T", brief=(("B", "brief"),), sections=(Section("To do", (Paragraph("This."),), "2"),), foot="More. Foot."
    )
    assert page.short() == short
    assert short.short() is short
    assert [section.heading for section in (told, all_of_it, Section("Is it?", (), "NO"))] == [
        *("To do (2)", "Why", "Is it? NO")
    ]
    assert "More. Foot." in as_text(page.short())
    assert "More." not in as_text(page)


def test_a_contested_reading_is_told_once_in_each_form_of_a_page() -> None:
    """What is folded away stands for nothing that is told outright; what is told outright stands for what is folded."""
    words = {option: leaf("alpha", True) for option in FloorStart}
    told, folded = tree(by_reading("s", FloorStart, words)), aside(by_reading("t", FloorStart, words))
    other = tree(by_reading("u", FloorStart, {**words, FloorStart.RECEIVED: leaf("beta", False)}))
    sections = (Section("A", (Tree((folded, told)), Heading("h"))), Section("B", (Tree((told, folded, other)),)))
    first, second = told_once(evolve(one, short=one.blocks[:1]) for one in sections)
    (contested,) = told.below
    again = Point(contested.words, label="contested, as above:")
    assert first.blocks == sections[0].blocks
    assert [point.below for point in cast("Tree", second.blocks[0]).points] == [
        (again,),
        (again,),
        (evolve(again, below=other.below[0].below),),
    ]
    assert (first.short, second.short) == (first.blocks[:1], second.blocks)


def test_a_label_never_runs_into_the_words_beside_it() -> None:
    """A label as wide as its column, or wider, keeps a blank."""
    page = Page("T", (("NOT FULFILLED", "The State"), ("A label that is wider", "the words")))
    assert "  NOT FULFILLED The State\n  A label that is wider the words\n" in as_text(page)
