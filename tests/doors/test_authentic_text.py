"""The authentic text: found in whatever form it comes, cut into its provisions, and held against its fingerprints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conformance.convention_text import TEXT
from tests.conformance.convention_text import pieces as true_pieces
from tests.doors.fingerprints import TABLE
from tests.doors.made_up import WAYS, paged, table, wrapped, written
from uncc.doors import fingerprints
from uncc.doors.authentic_text import Departure, Language, Passage, Text
from uncc.doors.fingerprints import table_of
from uncc.doors.kept_text import folder, keep, kept, place
from uncc.doors.serial import from_json, to_json
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.provisions import Provision, addresses, art

needs_text = pytest.mark.skipif(not TEXT.exists(), reason="the Convention's text is not beside this checkout")


@pytest.fixture(scope="module", autouse=True)
def made_up() -> Iterator[None]:
    """Hold texts against the fingerprints of the made-up Convention."""
    rows = table()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprints, "get_data", _giving(rows))
        _forget()
        yield
    _forget()


def _giving(content: bytes) -> Callable[[str, str], bytes]:
    """Return what reads this content whatever is asked for."""

    def read(_: str, __: str) -> bytes:
        return content

    return read


def _forget() -> None:
    fingerprints.pieces.cache_clear()
    fingerprints.pieces_of.cache_clear()


def english() -> str:
    """Return the made-up Convention in English."""
    return written(WAYS["en"], fingerprints.pieces())


def said(text: Text) -> dict[tuple[Provision, bool], str]:
    """Return the words of each passage."""
    return {(one.provision, one.closes): one.words for one in text.passages}


def expected(language: str) -> dict[tuple[Provision, bool], str]:
    """Return the words of each piece of a made-up Convention."""
    found = enumerate(fingerprints.pieces())
    return {(one.provision, one.closes): WAYS[language].said(n) if one.length else "" for n, one in found}


def forms() -> dict[str, str]:
    """Return the made-up Convention in forms in which people have a text."""
    text = english()
    contents = "\n".join(line for line in text.splitlines() if line.startswith(("Article", "CHAPTER")))
    narrow, dense = wrapped(text, 44), wrapped(text, between="\n")
    bullets = re.sub(r"^(\([a-z]+\))", r"  - \1", text, flags=re.MULTILINE)
    return {
        "a line each": text,
        "wrapped": narrow,
        "dense": dense,
        "broken words": narrow.replace("measures", "meas-\nures", 100).replace("well-known", "well-\nknown", 100),
        "soft hyphens": text.replace("paragraph", "para\N{SOFT HYPHEN}\ngraph", 100),
        "pages": paged(narrow),
        "pages by form feed": paged(narrow, apart="\n\f"),
        "dense pages": paged(dense, apart="\n"),
        "dense pages with another head": paged(dense, head="Council\n\n12735/25", foot="EN {}", apart="\n"),
        "contents": f"{contents}\n\n{text}",
        "capitals": text.replace("Article ", "ARTICLE "),
        "full stops": re.sub(r"Article (\d+) — ", r"Article \1.\n", text),
        "indented": "\n".join(f"     {line}" for line in text.splitlines()),
        "Markdown": re.sub(r"^(Article)", r"### \1", bullets, flags=re.MULTILINE),
        "emphasis": text.replace("well-known", "*well-known*"),
        "Windows": text.replace("\n", "\r\n"),
        "numbers alone": re.sub(r"^(\d+\.) ", r"\1\n\n", text, flags=re.MULTILINE),
        "no-break spaces": text.replace("(a) State", "(a)\N{NO-BREAK SPACE}State"),
    }


SOME = ("broken words", "dense pages", "Markdown", "full stops")
FORMS = ("some", pytest.param("all", marks=pytest.mark.long))


@pytest.mark.parametrize("which", FORMS)
def test_each_form_of_the_text_in_english_is_right(which: str) -> None:
    """Wrapped, hyphenated, in pages, in Markdown, behind a list of contents, with other headings: nothing departs."""
    for form, content in forms().items():
        if form in SOME or which == "all":
            found = Text.of(content)
            assert found.language is Language.ENGLISH, form
            assert not found.departures(), (form, list(map(str, found.departures()))[:3])
            assert said(found) == expected("en"), form
            assert bool(found.set_aside) is ("pages" in form), form


@pytest.mark.parametrize("which", FORMS)
def test_each_language_is_found_by_its_numbering(which: str) -> None:
    """In each of the other languages every provision has its own words, and none of them is checked."""
    for code in ("ar", "es", "fr", "ru", "zh"):
        text = written(WAYS[code], fingerprints.pieces())
        narrow = text if code == "zh" else wrapped(text).replace("المادة 5 من", "المادة 5\nمن")
        for form in (text, narrow) if which == "all" else (narrow,):
            found = Text.of(form)
            assert found.language.value == code
            assert said(found) == expected(code), code
            assert not found.is_checked
            assert not found.departures()


def test_what_differs_is_told() -> None:
    """Another word, one that is left out, a provision that is gone, closing words that are: each by its place."""
    words = {(str(p), closes): w for (p, closes), w in expected("en").items()}
    text = english()
    changed = text.replace(words["Art. 42(8)", False], words["Art. 42(8)", False].replace("well", "best"))
    changed = changed.replace(words["Art. 20", False], words["Art. 20", False].replace("well-known ", ""))
    changed = changed.replace(f"2. {words['Art. 65(2)', False]}\n\n", "").replace(words["Art. 13", True] + "\n\n", "")
    changed = changed.replace(words["Art. 28(1)", True], words["Art. 28(1)", True].replace("well", "best"))
    shorter = len("wellknown")
    assert list(map(str, Text.of(changed).departures())) == [
        "Art. 13: its closing words are not found",
        f"Art. 20: its words are not those of the text as adopted ({79 - shorter} letters for 79)",
        "Art. 28(1): its closing words are not those of the text as adopted (79 letters, as many)",
        "Art. 42(8): its words are not those of the text as adopted (79 letters, as many)",
        "Art. 65(2): is not found",
    ]
    assert Text.of(changed).missing() == (art(65, 2),)


def test_words_in_the_midst_are_not_taken_for_the_head_of_a_page() -> None:
    """A line that stands in a provision and is no part of it is set aside and told; words in a line are a departure."""
    words = expected("en")[art(42, 8), False]
    put_in = wrapped(english())
    line = textwrap_first(words)
    aside = Text.of(put_in.replace(line, f"{line}\nDraft of May", 1))
    assert (aside.set_aside, aside.departures()) == (("Draft of May",), ())
    more = Text.of(english().replace(words, f"{words} Short- and long-\nterm."))
    assert [one.provision for one in more.departures()] == [art(42, 8)]
    assert more[art(42, 8)].endswith(" Short- and long-term.")


def textwrap_first(words: str) -> str:
    """Return the first line of words that are wrapped behind their number."""
    return wrapped(f"8. {words}").split("\n")[0]


def test_closing_words_that_cannot_be_told_apart_stay_with_the_last_part() -> None:
    """Without blank lines and fingerprints nothing says where an item ends and the words after it begin."""
    found = Text.of(wrapped(written(WAYS["fr"], fingerprints.pieces()), between="\n"))
    assert "closing words" in str(found.departures()[0])
    assert said(found)[art(13, "c"), False].count("Chaque") == 2


def test_what_is_no_text_of_the_convention_is_refused(tmp_path: Path) -> None:
    """Another document, a PDF as such, and a text in English with other words are no text of the Convention."""
    refused = {
        "is not the text of the Convention: of its 486 addresses 0 are found": "Dear Sir, I shall write.",
        "is a PDF: save it as text first": "%PDF-1.7",
        "is not the Convention's text in English: 4 of 486 addresses": english().replace("State", "Party"),
        "is longer than": "x" * 5_000_000,
    }
    for message, content in refused.items():
        path = tmp_path / "text.txt"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(DocumentError, match=re.escape(message)):
            Text.read(path)
    assert Text.of(english().replace("shall", "must"), Language.FRENCH).language is Language.FRENCH


def test_a_text_is_a_value() -> None:
    """Its words are asked for by provision, with their parts; it goes through JSON; its passages stand in order."""
    text = Text.of(english())
    lines = text[art(17, 1)].split("\n")
    assert [line.split(" ")[:2] for line in lines[:3]] == [["State", "83"], ["(a)", "(i)"], ["(ii)", "State"]]
    assert text[art(13)].split("\n")[-1] == expected("en")[art(13), True]
    assert art(42, 6) in text
    assert "Art. 42(6)" not in text
    assert from_json(to_json(text), Text) == text
    first, second = text.passages[:2]
    with pytest.raises(KeyError, match=re.escape("words of the text: 'Art. 42(6)' is not there")):
        Text(language=Language.ENGLISH, passages=(first,))[art(42, 6)]
    with pytest.raises(InvalidValue, match="in the order of the text"):
        Text(language=Language.ENGLISH, passages=(second, first))
    assert str(Departure(art(1), "is not found")) == "Art. 1: is not found"
    assert Text(language=Language.FRENCH, passages=(Passage(art(20), ""),))[art(20)] == ""


def test_a_text_is_kept_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It replaces an earlier one; where it cannot be written the earlier one stays, and nothing else does."""
    monkeypatch.setenv("UNCC_DATA", str(tmp_path / "kept"))
    assert kept() is None
    text = Text.of(english())
    assert keep(text) == place(Language.ENGLISH)
    assert kept() == text

    def fail(*_: object) -> str:
        raise OSError("no room")

    monkeypatch.setattr("uncc.doors.kept_text.to_json", fail)
    with pytest.raises(OSError, match="no room"):
        keep(text)
    assert kept() == text
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["convention.en.json"]


def test_the_folder_is_where_the_platform_keeps_data() -> None:
    """The variable of this program comes first, then that of the platform, then its usual place."""
    home = Path.home()
    assert folder({"UNCC_DATA": "/here", "XDG_DATA_HOME": "/data"}, "linux") == Path("/here")
    assert folder({}, "linux") == home / ".local" / "share" / "uncc"
    assert folder({"XDG_DATA_HOME": "/data"}, "darwin") == home / "Library" / "Application Support" / "uncc"
    assert folder({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/uncc")
    assert folder({}, "win32") == home / "AppData" / "Local" / "uncc"


@needs_text
def test_the_fingerprints_are_those_of_the_text() -> None:
    """The table that ships is what the script makes of the Convention's text, and the text read by it is right."""
    assert TABLE.read_text(encoding="utf-8") == table_of(true_pieces())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprints, "get_data", _giving(TABLE.read_bytes()))
        _forget()
        text = Text.read(TEXT)
        assert not text.departures()
        assert not text.missing()
        assert len({one.provision for one in text.passages} & {*addresses()}) == 486
    _forget()


@pytest.mark.long
@needs_text
def test_the_text_is_right_in_pages() -> None:
    """The text as a PDF gives it, in lines of a page with heads and numbers, departs nowhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprints, "get_data", _giving(TABLE.read_bytes()))
        _forget()
        plain = re.sub(r"^(?:#+ | *- )", "", TEXT.read_text(encoding="utf-8").replace("*", ""), flags=re.MULTILINE)
        assert not Text.of(paged(wrapped(plain, 80))).departures()
        assert not Text.of(paged(wrapped(plain, 62, "\n"), apart="\n")).departures()
    _forget()
