"""`uncc ask --document`: a document from an empty file to its end, its own words, and what holds it up."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.doors.interviewed import begun
from uncc.cases import CaseKind
from uncc.cli import main
from uncc.cli.sitting import Sitting
from uncc.doors.case_file import ABSENT
from uncc.doors.interview import Interview
from uncc.doors.serial import load_case
from uncc.kernel.errors import NotDraftedError
from uncc.pages import as_text
from uncc.pages.documents import DocumentKind, DraftStatus

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
    out = ask((*REQUEST, *FINAL), *START, "Court", *SAID[:-3], "why", *SAID[-3:], "Ref 1", "why", "A. Berg")
    assert "\n  Art. 35(1)(b)\n  Arts. 7 to 17; type why for the list.\ny or n > why\n" in out
    assert "Its offences: illegal access [Art. 7(1)]; illegal interception [Art. 8(1)]; " in out
    assert "\nThe day of the request.\n" in out
    assert "ask: requesting State" not in out  # who writes the request is it
    assert "ask: requested State" not in out  # and says itself where the data are
    assert "\nName and function of whoever signs.\n> why\n" in out
    assert "letter.signatory" not in out
    assert _read("case.json")["request"]["made_on"] == _read("case.json")["as_of"] == "2028-03-08"
    assert _read("request.letter") == {"signatory": "A. Berg"}
    assert _read("case.json")["request"]["reference"] == "Ref 1"
    assert out.endswith(
        "All is settled: scope YES, conditions YES, conformity YES.\n"
        "request.md is written: ready to sign.\n"
        "Before you send it: Nobody has stated whether the Convention is in force between the two States\n"
        "[Art. 65(1), Art. 65(2), Art. 67(1)]: ask the depositary.\n"
    )
    written = Path("request.md").read_text(encoding="utf-8")
    call = ["draft", "case.json", "--document", "preservation-request", "--letter", "request.letter", *FINAL]
    assert main([*call, "--output", "same.md"]) == 0
    assert Path("same.md").read_text(encoding="utf-8") == written
    assert "- **For Noravia:** A. Berg" in written
    assert "- **Date:** 8 March 2028" in written


def test_who_writes_a_request_goes_on_when_it_lacks_something(ask: Ask) -> None:
    """It is told what is lacking, all the rest is asked, and in the end why it is no more than a draft."""
    out = ask((*REQUEST, *FINAL), *START, "none", *SAID, "Ref 1", "A. Berg")
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
    assert ask(REQUEST, "", "", "quit").count("Name and function of whoever signs.") == 1
    out = ask(REQUEST, "", "?", "", "back", "A. Berg", "")
    assert out.count("Reference of the request.") == 3
    assert _read("request.letter") == {"signatory": "A. Berg"}
    assert "TO BE COMPLETED 1: the reference of this request" in Path("request.md").read_text(encoding="utf-8")
    out = ask(REQUEST, "Ref 1", "")
    assert "TO BE COMPLETED" not in Path("request.md").read_text(encoding="utf-8")
    number = str(len(Interview.of(_read("case.json")).answered) + 1)
    out = ask(REQUEST, "change", number, "B. Holm", "change", number, "later", "")
    assert "(letter.signatory)" in out
    assert "  Now: A. Berg. Enter leaves it so.\n" in out
    assert _read("request.letter") == {"signatory": "B. Holm"}
    assert "\nrequest.md is written: a draft.\nBefore you send it: " in out


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
    words = ("The server itself.", "Ministry", "It is a server of our army.", "n", "A. Berg")
    out = ask((*REFUSAL, *FINAL), "y", "1", *words)
    assert (
        "reply.md is written: a draft.\nIt is not final while this stands open:\n- to be completed, 1: whether" in out
    )
    assert "send the invitation to consult first" in " ".join(out.split())
    assert "before this decision, on terms on which the request could be met.\n  Art. 40(28)\n" in out
    out = ask((*REFUSAL, *FINAL), "change", "99", "change", _number("consulted"), "y", "")
    assert "reply.md is written: ready to sign.\n" in out


def _number(name: str) -> str:
    return str(len(Interview.of(_read("case.json")).answered) + [*_read("reply.letter")].index(name) + 1)


def test_a_ground_that_is_named_is_the_only_one_asked_for(ask: Ask) -> None:
    """Then no other ground counts; the command that asks again names it too."""
    Path("case.json").write_text(HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8")
    call: tuple[str, ...] = ("preservation", "case.json", "--document", "refusal", "--ground", "essential-interests")
    call += ("--answer", "power", "--output", "reply.md", "--letter", "words.json", *FINAL)
    out = ask((*call, "--again"), "y", "1", "y", *["?"] * 5, "")
    assert "grounds.bank-secrecy" not in out
    assert "--answer power --document refusal --ground essential-interests --status final --letter words.json" in out
    assert _read("words.json") == dict.fromkeys(("requested_authority", "signatory", "reasons", "consulted", "extent"))
    assert "There is nothing more to ask." in ask(call, "")


CONDUCTING = "request.conducting_authority"
WHOLE = {
    "request.authority": {"name": "Prosecutor General"},
    "request.proceeding": {"subject_matter": "Theft of data", "nature": "Investigation"},
    CONDUCTING: {"name": "Police"},
    "request.purposes": ["stored-data"],
}
BESIDE = {
    *("request.offence.summary_of_facts", "request.assistance", "request.procedure", "request.persons"),
    *("request.items", "request.period", "request.intended_use"),
}
"""What a refusal for one missing particular would tell as missing as well."""


@pytest.mark.parametrize("kind", [DocumentKind.REFUSAL, DocumentKind.INFORMATION_REQUEST])
def test_nothing_is_told_as_missing_of_which_nobody_was_asked(kind: DocumentKind) -> None:
    """Art. 40(15), 40(16), 40(21)(a): one missing particular is enough for the ground, and the others are asked for."""
    sitting = Sitting(interview=begun(CaseKind.ASSISTANCE, ("grounds.non-conformity", "conformity")), document=kind)
    for path, value in WHOLE.items():
        sitting = sitting.answer(path, value)
    functions = f"{CONDUCTING}.functions"
    assert functions in {one.path for one in sitting.questions}
    lacking = sitting.answer("treaty.binds", False).answer(functions, None)
    asked = {one.path for one in lacking.questions}
    assert asked >= BESIDE
    assert functions not in asked
    said = lacking.answer("request.assistance", "The log.")
    assert "request.assistance" not in {one.path for one in said.questions}
    assert "does not describe the assistance sought" not in as_text(said.drafted(DraftStatus.DRAFT))


def test_a_refusal_denies_what_its_author_denied_and_no_more(ask: Ask) -> None:
    """Art. 40(21)(a): of a request that was received, what was put off or is not known is not told as missing."""
    call = ("assistance", "case.json", "--document", "refusal", "--ground", "non-conformity", "--output", "reply.md")
    said = (*START, "4", "1", "1", "Prosecutor", "Theft", "Investigation", "Police", "Investigates.", "none", "n")
    words = ("none", "Ministry", "R 1", "2028-03-01", "It lacks the facts.", "y", "A. Berg")
    out = ask((*call, *FINAL), *said, "?", *[""] * 5, *words, *[""] * 5)
    assert out.count("The assistance sought.") == 1
    assert "reply.md is written: ready to sign." in out
    letter = Path("reply.md").read_text(encoding="utf-8")
    assert "The request does not sum up the relevant facts" in letter
    assert "The request does not describe the assistance sought" not in letter
    assert "The request does not say what the evidence or assistance is for" not in letter
    assert "assistance" not in _read("case.json")["request"]


@pytest.mark.parametrize("kind", [CaseKind.ASSISTANCE, CaseKind.CONFISCATION])
def test_the_functions_of_an_authority_are_those_of_the_one_that_is_meant(kind: CaseKind) -> None:
    """Art. 40(15)(b): of the authority that conducts the proceeding, and not of the one that makes the request."""
    interview = begun(kind, ("conformity",)).answer("request.authority", {"name": "Prosecutor General"})
    interview = interview.answer(CONDUCTING, {"name": "Police"})
    (asked,) = (one.path for one in interview.questions if one.path.endswith(".functions"))
    assert asked == f"{CONDUCTING}.functions"
    assert asked not in {one.path for one in interview.answer(asked, "Investigates.").questions}


def test_the_ground_is_asked_for_first(ask: Ask) -> None:
    """A document that rests on grounds asks on which, where none is named or open, and about that one alone."""
    asked = "\nOn which ground? Enter: you are asked about each.\n    1. dual-criminality: want of dual criminality\n"
    out = ask(REFUSAL, "none", "9", "3", *START, "why", "y", "quit")
    assert f"any question: back, change, why, help, quit.\n{asked}" in out
    assert "is not one of: dual-criminality, discrimination, essential-interests, domestic-prohibition\n" in out
    assert "discriminat" not in out.partition("\nThe day of the letter.\n")[2]
    assert "grounds.essential-interests YES" in out
    assert "On which ground" not in ask(REFUSAL, "quit")  # it is open
    Path("case.json").unlink()
    assert asked in ask(REFUSAL, "", "quit")
    assert "On which ground" not in ask((*REFUSAL, "--ground", "discrimination"), "quit")
    assert "On which ground" not in ask(REQUEST, "quit")
    Path("case.json").write_text(HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8")
    assert "On which ground" not in ask(REFUSAL, "quit")


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
    for refused in ((*REQUEST, "--letter", "none/words.md"), (*REQUEST[:-1], "none/words.md")):
        told = ask(refused, *START, status=2)
        assert told == "uncc: none/words.md: document: cannot be written: No such file or directory\n"
    assert not Path("case.json").exists()  # nothing was asked
    Path("reply.letter").write_text('{"signatory": 3}', encoding="utf-8")
    out = ask(REFUSAL, status=2)
    assert out.startswith("uncc: reply.letter: signatory: ")


def test_a_document_that_says_nothing_of_the_law_has_its_words_asked(ask: Ask) -> None:
    """Of an acknowledgement it is asked whether the Convention is in force, and what the letter lacks."""
    call = ("extradition", "case.json", "--document", "acknowledgement", "--output", "letter.md", "--status", "sent")
    out = ask(call, *START, "n", "n", "2027-01-01", "2027-01-01", "2028-03-09", "Court", "Ministry", "2028-03-08", "B")
    assert "\nThe day of the letter.\n" in out
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
