"""`uncc text add`, and what other commands show of a text that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_catalogue import EXAMPLES, Capture, said
from tests.doors.made_up import WAYS, wrapped, written
from uncc.cli import main
from uncc.doors.authentic_text import Language, Passage, Text
from uncc.doors.fingerprints import pieces
from uncc.doors.kept_text import keep
from uncc.kernel.provisions import art
from uncc.pages import provision_text
from uncc.pages.beside import text_mark

CASE = EXAMPLES / "hospital_ransomware.json"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep texts in a folder of the test."""
    monkeypatch.setenv("UNCC_DATA", str(tmp_path / "kept"))
    return tmp_path / "kept"


def text(language: Language = Language.ENGLISH) -> Text:
    """Return a text of two provisions, whose words are none of the treaty's."""
    passages = (Passage(art(42, 4), "Words of the fourth."), Passage(art(42, 6), "Words of the sixth."))
    return Text(language=language, passages=passages)


def _read(*_: object) -> Text:
    return text()


def _none(_: Text) -> tuple[()]:
    return ()


def test_a_text_is_taken_in(tmp_path: Path, folder: Path, capsys: Capture) -> None:
    """In another language than English it is found by its numbering, and said to be unchecked."""
    path = tmp_path / "text.txt"
    whole = wrapped(written(WAYS["fr"], pieces())) + "\n\n".join(f"Page\n\n{number}" for number in range(9))
    path.write_text(whole, encoding="utf-8")
    told = " ".join(said(capsys, "text", "add", path).split())
    assert told.startswith(
        "The text in French: 486 of 486 provisions found. Its words are not checked: the fingerprints"
    )
    assert "Lines set aside as none of the text, such as heads of pages: 10, for example: 0; Page; 1" in told
    assert told.endswith("convention.fr.json.")
    assert [path.name for path in folder.iterdir()] == ["convention.fr.json"]
    assert "Chaque État partie" in said(capsys, "provision", "42(6)", "--language", "fr")


def test_what_departs_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Of a text in English each departure has a line; where there is none, that is said, and what is not compared."""
    monkeypatch.setattr(Text, "read", _read)
    told = said(capsys, "text", "add", "text.txt", "--language", "en")
    assert "\nArt. 42(6): its words are not those of the text as adopted (15 letters for " in told
    assert "are marked wherever they are shown" in told
    monkeypatch.setattr(Text, "departures", _none)
    assert "Punctuation, blanks and capitals are not" in said(capsys, "text", "add", "text.txt")


def test_a_folder_that_cannot_be_written_is_a_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Nothing is kept, and the message names the place."""
    folder.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(Text, "read", _read)
    assert main(["text", "add", "text.txt"]) == 2
    assert "document: cannot be kept: " in capsys.readouterr().err


def test_a_provision_shows_its_words(capsys: Capture) -> None:
    """Its words come first and are marked; without them what is printed says that it is a paraphrase."""
    keep(text())
    told = said(capsys, "provision", "42(6)")
    assert told == provision_text(art(42, 6), text())
    assert told.index("In the words of the Convention") < told.index("Words of the sixth") < told.index("A paraphrase")
    assert "as it was added to this library" in told
    bare = said(capsys, "provision", "42(5)")
    assert "A paraphrase, not the text of the Convention." in bare
    assert "uncc text add" in provision_text(art(42, 5))


def test_words_that_are_not_as_adopted_never_pass_for_checked(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """The mark says whether the words shown depart; only of words that are the same is it said that they were held."""
    keep(text())
    told = " ".join(said(capsys, "provision", "42(6)").split())
    assert "It departs from the text as adopted in Art. 42(6): do not quote it" in told
    assert "held against" not in told
    assert "The text that was added has no words of it." in said(capsys, "provision", "65(2)")
    assert text_mark(text(Language.FRENCH), art(42, 6)).endswith("as it was added to this library, not checked.")
    assert "Art. 1(c), Art. 2 and " in text_mark(text())
    right = text().departures()[:1]

    def departures(_: Text) -> object:
        return right

    monkeypatch.setattr(Text, "departures", departures)
    told = " ".join(said(capsys, "provision", "42(6)").split())
    assert "held against the text as adopted: the words are the same." in told


def test_a_report_shows_words_beside_its_answers(tmp_path: Path, capsys: Capture) -> None:
    """Words stand once, where an answer cites them first, in each form that people read."""
    keep(text())
    for form in ("text", "md", "html"):
        told = said(capsys, "assess", CASE, "--with-text", "--format", form)
        assert told.count("Words of the fourth.") == told.count("Words of the sixth.") == 1
        assert "(departs from the text as adopted)" in " ".join(told.split())
        assert said(capsys, "assess", CASE, "--format", form).count("Words of the") == 0
    path = tmp_path / "request.docx"
    said(
        capsys, "draft", CASE, "--document", "preservation-request", "--with-text", "--format", "docx", "--output", path
    )
    assert path.stat().st_size > 10_000


def test_words_that_are_not_there_cannot_be_shown(capsys: Capture) -> None:
    """Without a text in the language, and in a form for machines, `--with-text` is refused."""
    assert main(["assess", str(CASE), "--with-text", "--language", "ru"]) == 2
    assert "bring the text in Russian by `uncc text add FILE`" in capsys.readouterr().err
    keep(text())
    with pytest.raises(SystemExit):
        main(["assess", str(CASE), "--with-text", "--format", "json"])
    assert "--with-text goes with the formats text, md, html and docx" in capsys.readouterr().err
