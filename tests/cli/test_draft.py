"""The command that drafts documents: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from uncc.cli import main
from uncc.cooperation import Ground
from uncc.doors.serial import load_case, to_json
from uncc.pages import as_docx, as_html, as_markdown, as_text
from uncc.pages.documents import DocumentKind, Letter, draft

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL, SENT_BACK = EXAMPLES / "hospital_ransomware.json", EXAMPLES / "request_to_send_back.json"
REQUEST = ["draft", str(HOSPITAL), "--document", "preservation-request"]

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "form"),
    [([], as_markdown), (["--format", "text"], as_text), (["--format", "html"], as_html)],
)
def test_a_document_is_printed(arguments: list[str], form: object, capsys: Capture) -> None:
    """Markdown is the form that is printed unless another is asked for."""
    assert main([*REQUEST, *arguments]) == 0
    assert callable(form)
    assert capsys.readouterr() == (form(draft(load_case(HOSPITAL), DocumentKind.PRESERVATION_REQUEST)), "")


def test_only_what_is_needed_is_marked(tmp_path: Path, capsys: Capture) -> None:
    """What practice adds is left out, with its boxes; the rest is marked in its place, and not listed once more."""
    assert main([*REQUEST, "--needed"]) == 0
    out = capsys.readouterr().out
    found = draft(load_case(HOSPITAL), DocumentKind.PRESERVATION_REQUEST, needed_only=True)
    assert out == as_markdown(found)
    assert [blank.number for blank in found.blanks] == [1, 2]
    assert not any(blank.optional for blank in found.blanks)
    assert "Annexes" not in out
    assert "LEFT OUT" not in out
    assert "**To be completed**" not in out
    whole = draft(load_case(HOSPITAL), DocumentKind.PRESERVATION_REQUEST)
    assert [blank.what for blank in found.blanks] == [blank.what for blank in whole.blanks if not blank.optional]
    told = json.loads(HOSPITAL.read_text(encoding="utf-8"))
    told["position"]["prejudices_essential_interests"] = True
    told["readings"] = {"preservation-assistance-rules": "govern"}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert main(["draft", str(path), "--document", "refusal", "--ground", "essential-interests", "--needed"]) == 0
    assert "\nWhat is marked is to be completed.\n" in capsys.readouterr().out


def test_what_is_open_of_both_states_stands_once(tmp_path: Path, capsys: Capture) -> None:
    """Of the entry into force for each State the depositary is asked in one line; or it is only told who can say."""
    sides = {"requesting": "Astoria", "requested": "Borduria"}
    told = {side: {"state": {"name": name}} for side, name in sides.items()}
    path = tmp_path / "case.json"
    path.write_text(
        json.dumps({"case": "preservation", "as_of": "2028-06-12", "request": {}, **told}), encoding="utf-8"
    )
    assert main(["draft", str(path), "--document", "preservation-request"]) == 0
    entry = "the Convention entered into force for the State"
    out = capsys.readouterr().out
    assert out.count(entry) == 1
    of_both = (
        f"Open: the requesting State and the requested State: {entry} \\[Art. 65(1), Art. 65(2)\\] (ask: depositary)"
    )
    assert of_both in out
    assert main(["draft", str(path), "--document", "preservation-request", "--needed"]) == 0
    out = capsys.readouterr().out
    who = "ask the requesting State, or the requested State"
    assert f"Nobody has stated whether preservation may be asked for \\[Art. 42(1)\\]: {who}\n" in out
    assert "Open: " not in out


def test_a_document_is_written(tmp_path: Path, capsys: Capture) -> None:
    """With `--output` nothing is printed, and the file has the bytes of the form."""
    found = draft(load_case(HOSPITAL), DocumentKind.PRESERVATION_REQUEST)
    for form, content in (("docx", as_docx(found)), ("md", as_markdown(found).encode())):
        path = tmp_path / form
        assert main([*REQUEST, "--format", form, "--output", str(path)]) == 0
        assert path.read_bytes() == content
    assert capsys.readouterr() == ("", "")


def test_grounds_and_letter(tmp_path: Path, capsys: Capture) -> None:
    """Grounds can be named several times; a letter adds what only its author can say."""
    letter = Letter(reference="AST 9", reasons="The text was in Bordurian.")
    path = tmp_path / "letter.json"
    path.write_text(to_json(letter), encoding="utf-8")
    call = ["draft", str(SENT_BACK), "--document", "refusal", "--ground", "non-conformity", "--letter", str(path)]
    assert main(call) == 0
    grounds = (Ground.NON_CONFORMITY,)
    expected = as_markdown(draft(load_case(SENT_BACK), DocumentKind.REFUSAL, grounds=grounds, letter=letter))
    assert capsys.readouterr().out == expected
    assert main([*call, "--ground", "bank-secrecy"]) == 2
    why = "it needs that this ground is open: bank secrecy [Art. 40(24)]; that is not so"
    because = "NO       bank secrecy: assistance may be declined on the ground of bank secrecy [Art. 40(24)]"
    assert capsys.readouterr() == ("", f"uncc: {SENT_BACK}: refusal is not drafted: {why}\n{because}\n")


def test_what_is_final_is_printed_and_what_is_unsettled_is_said_beside(tmp_path: Path, capsys: Capture) -> None:
    """The document goes to standard output without the marks of a draft, and what is to be settled to the other."""
    letter = {"made_on": "2028-03-13", "requested_authority": {"name": "Ministry"}, "signatory": "Head"}
    path = tmp_path / "letter.json"
    path.write_text(json.dumps(letter), encoding="utf-8")
    call = [
        "draft",
        str(HOSPITAL),
        "--document",
        "preservation-confirmation",
        "--letter",
        str(path),
        "--format",
        "text",
    ]
    for status, first in (("final", "Between"), ("sent", "Status       Sent on 13 March 2028")):
        assert main([*call, "--status", status]) == 0
        shown = capsys.readouterr()
        assert shown.out.split("\n")[2].strip().startswith(first)
        assert "TO BE COMPLETED" not in shown.out
        assert shown.err.startswith(f"uncc: {HOSPITAL}: warning: to be settled first: Whether preservation may fail")
    assert main([*REQUEST, "--status", "final"]) == 2
    assert (
        "preservation-request is not drafted: it is not final while this stands open\n- to be"
        in capsys.readouterr().err
    )


def test_a_faulty_letter_is_named(tmp_path: Path, capsys: Capture) -> None:
    """The complaint is about the letter, and not about the case."""
    path = tmp_path / "letter.json"
    path.write_text(json.dumps({"until": "soon"}), encoding="utf-8")
    assert main([*REQUEST, "--letter", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"uncc: {path}: until: 'soon' is not a calendar day")


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: Capture) -> None:
    """The complaint names the file that was to be written."""
    path = tmp_path / "none" / "request.md"
    assert main([*REQUEST, "--output", str(path)]) == 2
    assert capsys.readouterr() == ("", f"uncc: {path}: document: cannot be written: No such file or directory\n")


def test_without_the_extra(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """DOCX without python-docx is one complaint that says what to install, and no file."""
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / "request.docx"
    with pytest.raises(SystemExit) as ended:
        main([*REQUEST, "--format", "docx", "--output", str(path)])
    assert ended.value.code == 2
    assert 'DOCX needs python-docx: pip install "uncc[docx]"' in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["draft", str(HOSPITAL)], "the following arguments are required: --document"),
        (["draft", str(HOSPITAL), "--document", "novel"], "invalid choice: 'novel'"),
        ([*REQUEST, "--ground", "whim"], "invalid choice: 'whim'"),
        ([*REQUEST, "--format", "docx"], "say with --output where to write it"),
    ],
)
def test_a_mistaken_call(arguments: list[str], complaint: str, capsys: Capture) -> None:
    """A mistake in the call ends with status 2 and one complaint."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
