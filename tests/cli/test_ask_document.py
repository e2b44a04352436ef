"""`uncc ask --document`: a document from an empty file to its end, its own words, and what holds it up."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from uncc.cli import main
from uncc.cli.sitting import Sitting
from uncc.doors.case_file import ABSENT
from uncc.doors.interview import Interview
from uncc.doors.serial import load_case
from uncc.kernel.errors import NotDraftedError
from uncc.pages.documents import DocumentKind

Capture = pytest.CaptureFixture[str]
Ask = Callable[..., str]
EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = EXAMPLES / "hospital_ransomware.json"
REQUEST = ("preservation", "case.json", "--document", "preservation-request", "--output", "request.md")
REFUSAL = ("preservation", "case.json", "--document", "refusal", "--output", "reply.md", "--again")
FINAL = ("--status", "final")
START = ("2028-03-08", "Noravia", "Tesmark")
PAPER = ("Theft", "A server was emptied.", "2", "the log", "", "It shows the way.", "A host", "Tesmark")
SAID = (*PAPER, "It is deleted soon.", "Disclosure follows.", "Do not tell.", "y", "y", "y")


@pytest.fixture
def ask(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Hold a sitting with these replies in a folder of its own and return what was printed, and complained of."""
    monkeypatch.chdir(tmp_path)

    def sitting(call: tuple[str, ...], *replies: str, status: int = 0) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{reply}\n" for reply in replies)))
        assert main(["ask", *call]) == status
        out, err = capsys.readouterr()
        assert bool(err) is bool(status)
        return out + err

    return sitting


def _read(name: str) -> Any:
    return json.loads(Path(name).read_text(encoding="utf-8"))


def test_one_command_leads_from_nothing_to_a_letter_to_sign(ask: Ask) -> None:
    """The day of the request is that of the file; its words are kept beside it; `draft` takes them as they are."""
    out = ask((*REQUEST, *FINAL), *START, "Court", *SAID[:-3], "why", *SAID[-3:], "why", "Ministry", "A. Berg")
    assert "\n  Art. 35(1)(b)\n  Arts. 7 to 17; type why for the list.\ny or n > why\n" in out
    assert "Its offences: illegal access [Art. 7(1)]; illegal interception [Art. 8(1)]; " in out
    assert "\nThe day of the request.\n" in out
    assert "ask: requesting State" not in out  # who writes the request is it
    assert "ask: requested State" in out
    assert "\nThe competent authority of the requested State.\nname > why\n" in out
    assert "Its place in the file: letter.requested_authority.\n" in out
    assert _read("case.json")["request"]["made_on"] == _read("case.json")["as_of"] == "2028-03-08"
    assert _read("request.letter") == {"requested_authority": {"name": "Ministry"}, "signatory": "A. Berg"}
    assert out.endswith(
        "3 of 3 answers are settled: scope YES, conditions YES, conformity YES.\n"
        "request.md is written: ready to sign.\n"
        "To be settled first: Not determined: the Convention is in force between the two States [Art. 65(1),\n"
        "Art. 65(2), Art. 67(1)] (ask: depositary)\n"
    )
    written = Path("request.md").read_text(encoding="utf-8")
    call = ["draft", "case.json", "--document", "preservation-request", "--letter", "request.letter", *FINAL]
    assert main([*call, "--output", "same.md"]) == 0
    assert Path("same.md").read_text(encoding="utf-8") == written
    assert "- **For Noravia:** A. Berg" in written
    assert "- **Date:** 8 March 2028" in written


def test_who_writes_a_request_goes_on_when_it_lacks_something(ask: Ask) -> None:
    """It is told what is lacking, all the rest is asked, and in the end why it is no more than a draft."""
    out = ask((*REQUEST, *FINAL), *START, "none", *SAID, "Ministry", "A. Berg")
    lacks = "The request lacks the authority that seeks the preservation [Art. 42(3)(a)].\n"
    assert f"name > none\n  Settled: conformity NO.\n  {lacks}" in out
    assert out.count("The request lacks") == 1
    assert "request.md is written: a draft.\nIt is not final while this stands open:\n- to be completed, 1: " in out
    again = "uncc ask preservation case.json --document preservation-request --status final --letter request.letter "
    assert out.endswith(f"  {again}--output request.md --again\n")
    out = ask((*REQUEST, *FINAL, "--again"), "Court")
    assert "request.md is written: ready to sign.\n" in out
    assert _read("request.letter")["signatory"] == "A. Berg"


def test_the_words_of_the_letter_are_replied_like_any_answer(ask: Ask) -> None:
    """Later, not known, back, change, and a break between: nothing is lost, and what is left stays marked."""
    out = ask(REQUEST, *START, "Court", *SAID, "quit")
    assert out.endswith("request.md is written: a draft. The same command goes on.\n")
    out = ask(REQUEST, "", "?", "", "back", "A. Berg", "")
    assert out.count("The competent authority of the requested State.") == 3
    assert _read("request.letter") == {"signatory": "A. Berg"}
    assert "TO BE COMPLETED 1: the competent authority" in Path("request.md").read_text(encoding="utf-8")
    out = ask(REQUEST, "Ministry", "")
    assert _read("request.letter") == {"requested_authority": {"name": "Ministry"}, "signatory": "A. Berg"}
    number = len(Interview.of(_read("case.json")).answered) + 1
    out = ask(REQUEST, "change", str(number + 1), "B. Holm", "change", str(number), "later", "")
    assert "(letter.signatory)" in out
    assert "  Now: A. Berg. Enter leaves it so.\n" in out
    assert _read("request.letter") == {"requested_authority": {"name": "Ministry"}, "signatory": "B. Holm"}
    assert "\nrequest.md is written: a draft.\nTo be settled first: " in out


def test_a_refusal_rests_on_the_grounds_that_are_open(ask: Ask) -> None:
    """They are asked first; with none open nothing is refused, and with one its words are asked to the end."""
    Path("case.json").write_text(HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8")
    assert ask(REFUSAL, "quit").endswith("\nreply.md is not written yet. The same command goes on.\n")
    out = ask(REFUSAL, "n", status=2)
    assert "Not asked yet: reasons, " in out
    assert out.endswith("uncc: case.json: refusal is not drafted: no ground for it is open\n")
    assert not Path("reply.md").exists()
    Path("case.json").write_text(HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8")
    out = ask(REFUSAL, "?", status=2)
    assert "- not determined: sovereignty, security, ordre public or other essential interests" in out
    words = ("2028-03-13", "Ministry", "It is a server of our army.", "2028-03-14", "A. Berg")
    out = ask((*REFUSAL, *FINAL), "y", "1", *words)
    assert "reply.md is written: a draft.\nIt is not final while this stands open:\n- The consultation" in out
    assert "\nThe day of the consultation that came before.\n  Art. 35(2), " in out
    out = ask((*REFUSAL, *FINAL), "change", "99", "change", _number("consulted_on"), "2028-03-12", "")
    assert "reply.md is written: ready to sign.\n" in out


def _number(name: str) -> str:
    return str(len(Interview.of(_read("case.json")).answered) + [*_read("reply.letter")].index(name) + 1)


def test_a_ground_that_is_named_is_the_only_one_asked_for(ask: Ask) -> None:
    """Then no other ground counts; the command that asks again names it too."""
    Path("case.json").write_text(HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8")
    call: tuple[str, ...] = ("preservation", "case.json", "--document", "refusal", "--ground", "essential-interests")
    call += ("--answer", "power", "--output", "reply.md", "--letter", "words.json", *FINAL)
    out = ask((*call, "--again"), "y", "1", "y", "?", "?", "?", "?", "?", "")
    assert "grounds.bank-secrecy" not in out
    assert "--answer power --document refusal --ground essential-interests --status final --letter words.json" in out
    assert _read("words.json") == dict.fromkeys(
        ("made_on", "requested_authority", "reasons", "consulted_on", "signatory")
    )
    assert "There is nothing more to ask." in ask(call, "")


def test_mistakes_in_the_call(ask: Ask, capsys: Capture) -> None:
    """A document without a place to write it, of another kind, an output without a document, a letter with a fault."""
    for call, words in (
        (("preservation", "case.json", "--output", "x.md"), "--output goes with --document"),
        (("preservation", "case.json", "--document", "refusal"), "--document needs a file for the case, and --output"),
        (("preservation", "--document", "refusal", "--output", "x.md"), "--document needs a file for the case"),
        (("extradition", *REFUSAL[1:]), "refusal is a document of: preservation, assistance, confiscation"),
    ):
        with pytest.raises(SystemExit):
            main(["ask", *call])
        assert words in " ".join(capsys.readouterr().err.split())
    told = ask((*REQUEST, "--letter", "none/words.json"), *START, "Court", *SAID, "Ministry", status=2)
    assert told.endswith("uncc: none/words.json: document: cannot be written: No such file or directory\n")
    Path("reply.letter").write_text('{"signatory": 3}', encoding="utf-8")
    Path("case.json").unlink()
    out = ask(REFUSAL, status=2)
    assert out.startswith("uncc: reply.letter: signatory: ")


def test_a_document_that_says_nothing_of_the_law_has_its_words_asked(ask: Ask) -> None:
    """Of an acknowledgement it is asked whether the Convention is in force, and what the letter lacks."""
    call = ("extradition", "case.json", "--document", "acknowledgement", "--output", "letter.md", "--status", "sent")
    out = ask(call, *START, "n", "n", "2027-01-01", "2027-01-01", "2028-03-09", "Court", "Ministry", "2028-03-08", "B")
    assert "\nThe day on which the file stands" in out
    assert "letter.md is written: as it was sent.\n" in out


@pytest.mark.long
def test_all_that_any_document_needs_can_be_asked() -> None:
    """Of each example and document: all that is marked has a question, and none of it was asked before."""
    told = 0
    for file in sorted(EXAMPLES.glob("*.json")):
        if "case" not in json.loads(file.read_text(encoding="utf-8")):
            continue
        case = load_case(file)
        for kind in DocumentKind:
            if case.case not in kind.cases:
                continue
            sitting = Sitting(interview=Interview.of(case, ("in-force",)), document=kind)
            try:
                sitting.drafted()
            except NotDraftedError:
                continue
            for one in sitting.questions:
                assert sitting.question(one.path).path == one.path
                assert sitting.stated(one.path) is ABSENT
                told += 1
    assert told > 20
