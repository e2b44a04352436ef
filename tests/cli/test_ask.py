"""The commands `uncc ask` and `uncc new`: what is asked, what is taken, what is kept, and mistakes in the call."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from uncc.cases import CaseKind, PreservationCase
from uncc.cli import main
from uncc.cli.files import keep
from uncc.doors.interview import Interview
from uncc.doors.schema import schema
from uncc.doors.serial import load_case, read_case
from uncc.kernel.errors import DocumentError

Capture = pytest.CaptureFixture[str]
Ask = Callable[..., str]
START = ("2028-06-12", "Astoria", "Borduria")
LACKING_DATA = json.dumps(
    {
        "case": "preservation",
        "as_of": "2028-06-12",
        "requesting": {"state": {"name": "Astoria"}},
        "requested": {"state": {"name": "Borduria"}},
        "request": {
            "authority": {"name": "Court"},
            "offence": {"title": "Extortion", "summary_of_facts": "Systems were locked."},
            "necessity": "They are deleted soon.",
            "later_assistance": "It follows.",
            "locating_information_available": False,
            "confidentiality_needed": False,
        },
    }
)
"""A request that lacks nothing but what it is to preserve."""
CONFORMITY = ("--answer", "conformity")
HOSPITAL = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"


@pytest.fixture
def ask(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Hold a sitting with these replies on `case.json` and return what was printed."""

    def sitting(*replies: str, kind: str = "preservation", options: tuple[str, ...] = ()) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{reply}\n" for reply in replies)))
        assert main(["ask", kind, *options, str(tmp_path / "case.json")]) == 0
        out, err = capsys.readouterr()
        assert not err
        return out

    return sitting


@pytest.fixture
def document(tmp_path: Path) -> Callable[[], Any]:
    """Read what stands in `case.json`."""
    return lambda: json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))


@pytest.mark.long
def test_a_question_has_all_that_one_needs(ask: Ask) -> None:
    """Its words, provision, who answers and how to reply; `why` tells its place and what each reply settles."""
    out = ask(*START, "why", "why", options=("--answer", "grounds.essential-interests"))
    assert "\nThe requested State considers that execution is likely to prejudice its sovereignty" in out
    assert "  Art. 40(21)(b); ask: requested State\ny or n > " in out
    assert "  It is written as true or false. Its place in the file: position.prejudices_essential_interests.\n" in out
    assert out.startswith(
        "Enter = later, ? = not known, none = not said. At any question: back, change, why, help, quit.\n"
    )
    assert "It bears on: grounds.essential-interests." in out
    assert "  yes settles: grounds.essential-interests YES.\n  no settles: grounds.essential-interests NO.\n" in out
    assert "0 of 1 answers are settled." in out
    assert "Not asked yet: grounds.essential-interests." in out
    reading = ask("why", options=("--answer", "reasons"))
    assert "  govern settles: reasons YES." in reading
    first = ask("why", options=("--answer", "power"))
    assert "Art. 25" in first
    assert "nothing alone" in first


def test_why_back_and_later(ask: Ask, document: Callable[[], Any]) -> None:
    """Each in its place: before the first question, of what must be told, of what settles, and put off twice."""
    replies = ("back", "why", START[0], "back", "2028-06-13", *START[1:], "why", "", "", "", "", "", "", "", "", "")
    out = ask(*replies, *[""] * 9, kind="extradition", options=("--answer", "in-force"))
    assert "There is no question before this one." in out
    assert "  The file cannot be read without it.\n" in out
    assert "  It bears on: in-force.\n" in out
    assert "  yes settles: nothing alone.\n" in out
    assert out.count("A denunciation by the requesting State was received.") == 2
    assert out.endswith("0 of 1 answers are settled.\nNot asked yet: in-force.\n")
    assert document()["as_of"] == "2028-06-13"


@pytest.mark.no_cover
def test_the_file_is_kept_after_each_answer_and_gone_on_with(
    ask: Ask, document: Callable[[], Any], tmp_path: Path
) -> None:
    """What is replied stands in the file at once; the next sitting asks what is left; at the end all is settled."""
    out = ask("2028-06-12", "quit")
    assert document()["as_of"] == "2028-06-12"
    assert "anything can be answered: name of the requesting State; name of the\nrequested State.\n" in out
    ask("Astoria", "why", "Borduria", options=("--answer", "power"))
    out = ask("n", options=("--answer", "power"))
    assert "Settled: power NO." in out
    assert ask(options=("--answer", "power")).endswith("> \n\nAll is settled: power NO.\n")
    assert load_case(tmp_path / "case.json", PreservationCase).regime.enables_expeditious_preservation is False
    assert [path.name for path in tmp_path.iterdir()] == ["case.json"]


@pytest.mark.long
def test_four_replies(ask: Ask, document: Callable[[], Any]) -> None:
    """Yes, no, not known and later; what was put off comes again, and the second time it is left."""
    out = ask(*START, "y", "n", options=("--answer", "integrity"))
    assert document()["regime"] == {"by_order_to_person": True, "obliges_to_keep_intact": False}
    assert "Settled: integrity NO." in out
    ask("?", "", "", kind="preservation", options=("--answer", "dual-criminality"))
    assert document()["conduct"] == {"criminal_in_requesting_state": None}
    out = ask("", "", options=("--answer", "dual-criminality", "--again"))
    assert out.count("y or n") == 3
    assert "Not asked yet: dual-criminality." in out
    out = ask("?", "?", options=("--answer", "dual-criminality"))
    assert "Nobody knows what would settle: dual-criminality." in out


@pytest.mark.long
def test_going_back_keeps_what_was_said_since(ask: Ask, document: Callable[[], Any]) -> None:
    """The question before is asked again with its answer, which Enter keeps; what is not needed is told, and kept."""
    out = ask(*START, "y", "back", "", "n", options=("--answer", "integrity"))
    assert "  Now: yes. Enter leaves it so.\ny or n > " in out
    assert document()["regime"] == {"by_order_to_person": True, "obliges_to_keep_intact": False}
    out = ask("change", "5", "back", "change", "4", "n", "", options=("--answer", "integrity"))
    assert "  Now: no. Enter" in out
    assert "There is nothing more to ask.\nEnter ends; or back, change." in out
    assert document()["regime"] == {"by_order_to_person": False, "obliges_to_keep_intact": False}
    assert "  Not needed as things stand, and kept: regime.obliges_to_keep_intact." in out
    assert out.count("  Now: yes. Enter") == 2  # the one before, and the one chosen
    out = ask("back", options=("--answer", "confidentiality-law"))
    assert "  Now: no. Enter" in out
    assert "Not needed as things stand, and kept: regime.by_order_to_person, regime.obliges_to_keep_intact." in out


@pytest.mark.long
def test_an_early_answer_that_changes_opens_again(ask: Ask, document: Callable[[], Any]) -> None:
    """What was settled by an answer that is taken back is open again, and is told."""
    out = ask(*START, "n", options=("--answer", "integrity"))
    assert "  Settled: integrity YES.\n" in out
    out = ask("change", "4", "y", options=("--answer", "integrity"))
    assert "  Open again: integrity.\n" in out
    assert "Not asked yet: integrity." in out
    assert document()["regime"] == {"by_order_to_person": True}


def test_a_list_is_told_thing_by_thing(ask: Ask, document: Callable[[], Any], tmp_path: Path) -> None:
    """Of each the parts are asked, what it must have first; a wrong reply is told, and the part is asked again."""
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    out = ask("maybe", "Traffic_data", "the log", "y", "content data", "", options=CONFORMITY)
    assert "\n  'maybe' is not one of: " in out
    assert "    2. traffic-data\n" in out
    assert "first one: category, or none > maybe\n" in out
    assert "data" not in document()["request"]  # the second was left without what it must have
    replies = ("yes", "weather", "2", "the log", "y", "content-data", "the mails", "none", "it shows the way", "what")
    out = ask(*replies, options=CONFORMITY)
    first, second = document()["request"]["data"]
    assert first == {"category": "traffic-data", "description": "the log", "relation_to_offence": "it shows the way"}
    assert second == {"category": "content-data", "description": "the mails", "relation_to_offence": "what"}
    assert "Settled: conformity YES." in out
    assert "\nData, number 2: how the data relate to the offence.\n" in out


def test_of_a_list_without_a_name_it_is_asked_whether_there_is_any(
    ask: Ask, document: Callable[[], Any], tmp_path: Path
) -> None:
    """Then each thing has its number, a part that it need not have can be left out, and n ends the list."""
    told: dict[str, Any] = {**json.loads(LACKING_DATA), "case": "extradition", "request": {"offences": []}}
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    options = ("--answer", "in-force")
    one = ("Theft", "why", "perhaps", "y", "", "", "", "")
    out = ask("change", "4", "y", *one, "y", "Fraud", *[""] * 5, "n", "quit", kind="extradition", options=options)
    assert document()["request"]["offences"] == [
        {"title": "Theft", "established_in_accordance": True},
        {"title": "Fraud"},
    ]
    assert "Are there any? y or n > y\n  Number 1:\n  title (or Enter) > Theft\n" in out
    assert "\n  the offence is one established in accordance with the Convention: y or n (or Enter) > why\n" in out
    assert "Another one? y or n > y\n  Number 2:\n" in out
    ask("change", "4", "n", "quit", kind="extradition", options=options)
    assert document()["request"]["offences"] == []


def test_a_day_far_from_that_of_the_file_is_asked_back_once(
    ask: Ask, document: Callable[[], Any], tmp_path: Path
) -> None:
    """A slip such as 2206 or 1026 is told with its distance; meant it stands, else the question is asked again."""
    replies: tuple[str, ...] = ("2206-06-12", "n", "2028-06-12", *START[1:], "quit")
    out = ask(*replies, kind="extradition", options=("--answer", "in-force"))
    assert "2206-06-12 is 182 years after the Convention of 2024-12-24: is it meant? y or n > n\n" in out
    assert "\n'2206-06-12' is not what is meant: the day once more\n" in out
    told = Interview.of(document()).answer("relation.deposited_on", "2028")
    (tmp_path / "case.json").write_text(told.text, encoding="utf-8")
    replies = ("change", "4", "2206", "no", "1026-05", "y", "quit")
    out = ask(*replies, kind="extradition", options=("--answer", "in-force"))
    assert "\nThe day on which the requested State deposited its instrument.\n" in out
    assert "\na day such as 2027-05-09, or only 2027-05, 2027 > 2206\n" in out
    assert "2206 is 178 years after the day of the file, 2028-06-12: is it meant? y or n > no\n" in out
    assert "1026-05 is 1002 years before the day of the file, 2028-06-12: is it meant? y or n > y\n" in out
    assert document()["as_of"] == "2028-06-12"
    assert document()["relation"] == {"deposited_on": "1026-05"}


def test_what_is_told_in_words_is_no_yes_and_can_be_none(ask: Ask, document: Callable[[], Any]) -> None:
    """A yes is no text, but in quotes; none says that the paper does not tell it; of a State it is no name."""
    replies = ("n", *START[1:], "yes", "Court", "no", '"None"', "none", "quit")
    out = ask("2028-06-12", *replies, options=CONFORMITY)
    assert "\n'n' is not an answer in words: write the words; the word itself stands in quotes, \"n\"\n" in out
    for word in ("yes", "no"):
        assert f"\n'{word}' is not an answer in words: write the words, or none; the word itself stands in" in out
    stated = {"title": "None", "summary_of_facts": None}
    assert document()["request"] == {"authority": {"name": "Court"}, "offence": stated}


def test_what_was_begun_by_mistake_is_left_with_none(ask: Ask, document: Callable[[], Any], tmp_path: Path) -> None:
    """A thing of a list is not told then; of an object there is none."""
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    out = ask("y", "none", "", options=CONFORMITY)
    assert "first one: category, or none > y\n" in out
    assert "next one: category, or Enter > \n" in out
    assert document()["request"]["data"] == []
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    ask("2", "the log", "y", "none", "", "It shows the way.", options=CONFORMITY)
    assert len(document()["request"]["data"]) == 1


def test_the_way_back_leads_beyond_a_break(ask: Ask) -> None:
    """The question before the first of a sitting is the last that the file answers."""
    ask(*START, "y", "quit", options=("--answer", "integrity"))
    out = ask("back", "n", "quit", options=("--answer", "integrity"))
    assert "\n  Now: yes. Enter leaves it so.\ny or n > n\n" in out


def test_a_list_of_none_and_json_are_replies(ask: Ask, document: Callable[[], Any], tmp_path: Path) -> None:
    """`n` says that there are none; JSON stands for itself; an object is told by its parts, or left for later."""
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    ask("n", options=("--answer", "conformity"))
    assert document()["request"]["data"] == []
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    ask(
        '[{"category": "traffic-data", "description": "the log"}]',
        "it shows the way",
        options=("--answer", "conformity"),
    )
    assert document()["request"]["data"][0]["relation_to_offence"] == "it shows the way"
    (tmp_path / "case.json").unlink()
    ask(*START, '{"name": "Court", "reference": "its number"}', options=CONFORMITY)
    assert document()["request"]["authority"] == {"name": "Court", "reference": "its number"}


def test_choices_and_wrong_replies(ask: Ask, document: Callable[[], Any]) -> None:
    """A choice is replied by its number or its name; what cannot stand there is told, and asked for again."""
    options = ("--answer", "duties.confirm-in-writing")
    out = ask(*START, "spoken", "7", "oral", "perhaps", "n", kind="assistance", options=options)
    assert "\n'perhaps' is not yes or no: y or n" in out
    assert "\n'spoken' is not one of: written, recorded, oral" in out
    assert "\n'7' is not one of: written, recorded, oral" in out
    assert document()["request"]["transmission"] == {"form": "oral"}
    again = ask("tomorrow", options=("--answer", "in-force"), kind="assistance")
    assert "is not yes or no" in again


def test_a_reading_is_chosen_by_whoever_asks(ask: Ask, document: Callable[[], Any]) -> None:
    """It is told that oneself chooses, and what each option settles; a name is taken however it is written."""
    out = ask(*START, "why", "Do not govern", options=("--answer", "reasons"))
    assert "ask: nobody, for you choose\n    1. govern: preservation is a form of assistance" in out
    assert "       settles: reasons YES\n    2. do-not-govern: " in out
    assert "  It bears on: reasons.\n  govern settles: reasons YES.\n  do-not-govern settles: reasons NO.\n" in out
    assert document()["readings"] == {"preservation-assistance-rules": "do-not-govern"}


def test_without_a_file_the_case_is_printed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the questions go to the error stream, so that the case alone is printed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(START)))
    assert main(["ask", "extradition"]) == 0
    out, err = capsys.readouterr()
    assert read_case(out).case is CaseKind.EXTRADITION
    assert "y or n" in err
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*START, "?", "?", "?"])))
    assert main(["ask", "preservation", *CONFORMITY]) == 0
    assert "--again" not in capsys.readouterr().err  # there is no file to go on with
    monkeypatch.setattr("sys.stdin", io.StringIO("2028-06-12\nAstoria\nquit\n"))
    assert main(["ask", "domestic-law"]) == 0
    assert "not complete" not in capsys.readouterr().err


def test_mistakes_in_the_call(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another kind, an answer that no report has, a folder that cannot be written, too many names."""
    monkeypatch.setattr("sys.stdin", io.StringIO("2028-06-12\n"))
    assert main(["ask", "extradition", str(HOSPITAL)]) == 2
    assert "case: 'preservation' is not extradition, which is asked about" in capsys.readouterr().err
    assert main(["ask", "extradition", "--answer", "obligd"]) == 2
    err = capsys.readouterr().err
    assert err == "uncc: extradition.json: wanted: 'obligd' is not the name of an answer; perhaps obliged is meant\n"
    assert main(["ask", "extradition", "--answer", "weather"]) == 2
    assert "is not the name of an answer: in-force, extraditable, " in capsys.readouterr().err
    assert main(["ask", "extradition", str(tmp_path / "none" / "case.json")]) == 2
    assert "case.json: document: cannot be written: No such file or directory" in capsys.readouterr().err
    for extra in (["a", "b"], ["--way"]):
        with pytest.raises(SystemExit):
            main(["ask", "extradition", *extra])
        assert "unrecognized argument" in capsys.readouterr().err


def test_an_interrupt_ends_the_sitting(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was replied before stands in the file."""

    class Interrupted:
        lines = iter(["2028-06-12\n"])

        def readline(self) -> str:
            for line in self.lines:
                return line
            raise KeyboardInterrupt

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Interrupted())
    assert main(["ask", "extradition", str(tmp_path / "case.json")]) == 0
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["as_of"] == "2028-06-12"
    assert "> 2028" not in capsys.readouterr().out  # a terminal shows what is typed


def test_a_file_is_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a link, with its rights; where writing fails, the file is as it was and nothing lies beside it."""
    file, link = tmp_path / "real.json", tmp_path / "link.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    keep(link, "new")
    assert link.is_symlink()
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == ("new", 0o640)

    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(DocumentError, match="cannot be written: No space left on device"):
        keep(link, "newer")
    assert file.read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "real.json"]


# What is no answer, what can be changed, and what is lacking


def test_a_command_is_never_an_answer(ask: Ask, document: Callable[[], Any]) -> None:
    """Whatever the question asks for, a word that the prompt names does what it says; in quotes it is a text."""
    out = ask("later", "help", "EXIT", options=CONFORMITY)
    assert "as_of" not in document()
    assert "Not known" not in out
    assert '  Such a word in quotes is a text: "later".' in out
    ask(*START, "later", "Not known", options=CONFORMITY)
    assert document()["request"] == {"offence": {"title": None}}
    ask('"later"', "quit", options=(*CONFORMITY, "--again"))
    assert document()["request"]["authority"] == {"name": "later"}


def test_within_a_thing_the_commands_hold_too(ask: Ask, document: Callable[[], Any], tmp_path: Path) -> None:
    """`back` asks the question from its beginning, `later` puts all of it off, and `why` and `help` say so."""
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    out = ask("content-data", "why", "help", "back", "2", "later", "quit", options=CONFORMITY)
    assert "data" not in document()["request"]
    assert out.count("The stored data to be preserved.") == 3
    assert out.count("  back: the question from its beginning.") == 2


def test_later_leaves_what_is_stated(ask: Ask, document: Callable[[], Any]) -> None:
    """A question that is answered already is left as it is."""
    ask("2028-06-12", "back", "later", "quit", options=CONFORMITY)
    ask("change", "1", "later", "quit", options=CONFORMITY)
    assert document()["as_of"] == "2028-06-12"


def test_any_answer_can_be_changed_after_a_break(ask: Ask, document: Callable[[], Any]) -> None:
    """`change` lists what the file says with the words of the questions; a settled one opens again what hangs on it."""
    ask(*START, "n", options=("--answer", "power"))
    assert document()["regime"] == {"enables_expeditious_preservation": False}
    out = ask("back", options=("--answer", "power"))
    assert "There is nothing more to ask.\nEnter ends; or back, change." in out
    replies = ("change", "9", "change", "", "change", "2", "Noravia", "change", "4", "back", "change", "4", "y", "quit")
    out = ask(*replies, options=("--answer", "power"))
    assert "  1. the day on which the file stands, and for which the report is drawn up: 2028-06-12 (as_of)\n" in out
    assert "  2. name of the requesting State: Astoria (requesting.state.name)\n" in out
    assert "9 is not a number of the list: nothing was changed." in out
    assert "Open again: power." in out
    assert document()["requesting"]["state"]["name"] == "Noravia"
    assert document()["regime"]["enables_expeditious_preservation"] is True


def test_what_a_request_lacks_is_said_with_the_way_on(ask: Ask, document: Callable[[], Any], tmp_path: Path) -> None:
    """Settled NO by what the paper lacks is no success: what is missing is told, and the command that asks on."""
    (tmp_path / "case.json").write_text(LACKING_DATA, encoding="utf-8")
    out = ask("?", "", options=CONFORMITY)
    missing = "\nThe request is not complete. Missing: the stored data to be preserved [Art. 42(3)(c)].\n"
    assert f"\n{missing}Enter ends; or back, change.\n" in out
    assert out.count(missing) == 2
    assert out.endswith(f"\n  uncc ask preservation {tmp_path / 'case.json'} --answer conformity --again\n")
    out = ask("n", "back", "", options=(*CONFORMITY, "--again"))
    assert out.count("The stored data to be preserved.") == 2
    assert document()["request"]["data"] == []
    assert "not complete" not in ask("quit", options=("--answer", "power"))


# A file to fill in


@pytest.mark.parametrize("kind", CaseKind)
def test_a_new_file_has_every_key(kind: CaseKind, tmp_path: Path, capsys: Capture) -> None:
    """Each key stands with null, or with an object of such keys; then it reads as if nothing stood there."""
    jsonschema = pytest.importorskip("jsonschema")
    assert main(["new", kind.value]) == 0
    document = json.loads(capsys.readouterr().out)
    file, form = tmp_path / "case.json", tmp_path / f"{kind.value}.schema.json"
    assert main(["new", kind.value, "--output", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == document
    assert document["$schema"] == f"./{form.name}"
    interview = Interview.of(document)
    assert json.loads(form.read_text(encoding="utf-8")) == schema(type(_filled(interview).case))
    missing = [one.path for one in interview.questions]
    with pytest.raises(DocumentError) as error:
        load_case(file)
    assert [fault.path for fault in error.value.faults] == missing
    filled = _filled(interview)
    assert filled.next is None
    file.write_text(filled.text, encoding="utf-8")
    assert load_case(file) == filled.case
    nothing = _filled(Interview.of(kind)).report
    assert filled.report is not None
    assert nothing is not None
    assert filled.report.named == nothing.named
    assert filled.report.open_questions == nothing.open_questions
    assert filled.asked_anew().questions == _filled(Interview.of(kind)).questions
    if kind is CaseKind.PRESERVATION:
        assert document["request"]["offence"]["penalty"] == {"kind": None, "years": None, "months": None}
        assert document["request"]["custodian"] is document["measure"]["order"] is None
    jsonschema.Draft202012Validator(json.loads(form.read_text(encoding="utf-8"))).validate(filled.document)
    assert main(["new", kind.value, "--output", str(file)]) == 2
    assert "is there already: nothing was written" in capsys.readouterr().err


def _filled(interview: Interview) -> Interview:
    """Return the interview with what the file must have."""
    lot = {"as_of": "2028-06-12", "request.kind": "provisional"}
    while (prompt := interview.next) is not None and prompt.required:
        interview = interview.answer(prompt.path, lot.get(prompt.path, f"State of {prompt.path}"))
    return interview


@pytest.mark.parametrize("name", ["./x.json", 7])
def test_only_a_case_file_names_its_schema(name: object, tmp_path: Path) -> None:
    """At its root, as a text; anywhere else the key is not known."""
    document = json.loads(HOSPITAL.read_text(encoding="utf-8"))
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"$schema": name, **document}), encoding="utf-8")
    if isinstance(name, str):
        assert load_case(file) == load_case(HOSPITAL)
        document["request"]["$schema"] = name
        file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"\$schema"):
        load_case(file)
