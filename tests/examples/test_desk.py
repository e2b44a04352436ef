"""The desk of the examples as a program that is called: what it takes and refuses, what travels, and what it leaves."""

from __future__ import annotations

import asyncio
import json
import re
import runpy
import sys
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from http.client import HTTPResponse
from importlib import import_module
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.effort import of
from tests.examples.desk_served import CHECKOUT, IS_THERE, Served, read_docx, served
from uncc.cases import CaseKind, PreservationCase
from uncc.doors.interview import Interview
from uncc.doors.serial import read_case
from uncc.pages.documents import DocumentKind, draft

pytestmark = pytest.mark.skipif(not IS_THERE, reason="needs examples/desk/requirements.txt")
NASTY = "<script>alert('Ruritania')</script>\"'&{{7*7}}"
PLAIN = {
    "case": "preservation",
    "as_of": "2028-03-12",
    "requesting": {"state": {"name": "Noravia"}},
    "requested": {"state": {"name": "Tesmark"}},
    "request": {},
}


RECEIVED = {
    "case": "assistance",
    "as_of": "2028-05-02",
    "requesting": {"state": {"name": "Noravia"}},
    "requested": {"state": {"name": "Tesmark"}},
    "request": {
        "authority": {"name": "Ministry"},
        "reference": "N-17",
        "received_on": "2028-04-20",
        "made_on": "2028-04-18",
        "offence": {"title": "Attack"},
    },
}


class Page(HTMLParser):
    """What a page carries in its first form, its text, its tags, and the ids that stand in it."""

    def __init__(self, status: int, headers: Any, text: str) -> None:
        super().__init__()
        self.status, self.headers, self.text = status, headers, text
        self.carried: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.forms = 0
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and what the first form carries."""
        known = dict(attrs)
        self.tags.append((tag, known))
        self.forms += tag == "form"
        if tag == "input" and known.get("type") == "hidden" and self.forms == 1 and known["name"] != "at":
            self.carried.append((str(known["name"]), known["value"] or ""))

    def handle_data(self, data: str) -> None:
        """Note what somebody reads."""
        self.said.append(" ".join(data.split()))

    @property
    def labels(self) -> dict[str, str]:
        """The labels of the controls, by their ids."""
        found = re.findall(r'<label for="(at-[^"]*)"[^>]*>(.*?)</label>', self.text, re.DOTALL)
        return {at: " ".join(re.sub(r"<[^>]*>", "", words).split()) for at, words in found}

    @property
    def file(self) -> Any:
        """The case file that travels in the page."""
        return json.loads(dict(self.carried)["file"])

    def with_attribute(self, name: str) -> list[dict[str, str | None]]:
        """Return the tags that have an attribute."""
        return [known for _, known in self.tags if name in known]


class Desk(NamedTuple):
    """The desk that was started."""

    served: Served

    def call(self, path: str, content: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> Page:
        """Return what is answered to a post, or to nothing."""
        request = Request(f"{self.served.address}{path}", data=content, headers={"Content-Type": kind})
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
                return _page(answer)
        except HTTPError as error:
            with error:
                return _page(error)

    def post(self, path: str, *fields: tuple[str, str]) -> Page:
        """Return what is answered to a form."""
        return self.call(path, urlencode(fields).encode())

    def taken(self, path: str, *fields: tuple[str, str]) -> bytes:
        """Return the file that is answered to a form."""
        request = Request(f"{self.served.address}{path}", data=urlencode(fields).encode())
        with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
            found: bytes = answer.read()
        return found

    def resume(self, content: bytes, purpose: str = "ask", letter: bytes = b"") -> Page:
        """Return what is answered to the files that were chosen."""
        heads = {'name="purpose"': purpose.encode(), 'name="upload"; filename="c"': content}
        heads |= {'name="letter"; filename="l"': letter}
        parts = [
            f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + said for head, said in heads.items()
        ]
        return self.call("/resume", b"\r\n".join([*parts, b"--b--\r\n"]), "multipart/form-data; boundary=b")

    def reply(self, page: Page, at: str, do: str, *fields: tuple[str, str]) -> Page:
        """Return what is answered to a reply at a question."""
        return self.post("/desk", *page.carried, ("at", at), ("do", do), *fields)


def _page(answer: HTTPResponse | HTTPError) -> Page:
    return Page(answer.status or 0, answer.headers, answer.read().decode())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Start the desk; in the end nothing that was posted stands in its log, and it has written no file."""
    with served(tmp_path_factory.mktemp("desk")) as started:
        yield Desk(started)
        logged = started.log.read_text(encoding="utf-8")
    assert not re.search(r"Ruritania|Noravia|Tesmark|2028|Traceback", logged)


def test_every_purpose_begins(desk: Desk) -> None:
    """Each purpose that the start offers begins an interview with its kind of case and its answers."""
    begun = desk.call("/")
    names = [str(one["value"]) for one in begun.with_attribute("name") if one["name"] == "purpose" and "value" in one]
    assert {name.partition("/")[0] for name in names} == {kind.value for kind in CaseKind}
    for name in names:
        page = desk.post("/begin", ("purpose", name))
        assert (page.status, page.file["case"]) == (200, name.partition("/")[0])
        assert any(key == "wanted" for key, _ in page.carried) is not name.endswith("/all")


def test_every_reply_is_the_interview_s(desk: Desk) -> None:
    """Yes, no, not known and later are what the interview makes of them; back and change lose nothing."""
    page = desk.resume(json.dumps(PLAIN).encode())
    expected = Interview.of(PLAIN, [value for key, value in page.carried if key == "wanted"])
    asked: list[str] = []
    for do, value in (("yes", True), ("no", False), ("unknown", None)):
        path = next(one.path for one in expected.questions if one.kind.value == "yes-no")
        page = desk.reply(page, path, do)
        expected = expected.answer(path, value)
        asked.append(path)
        assert page.file == expected.document
    put_off = desk.reply(page, asked[0], "later")
    assert put_off.file == expected.later(asked[0]).document
    assert [value for key, value in put_off.carried if key == "postponed"] == [asked[0]]
    before = desk.reply(page, expected.questions[0].path, "back")
    assert ("input", {"type": "hidden", "name": "at", "value": asked[-1]}) in before.tags
    changed = desk.reply(before, asked[0], "no")
    assert changed.file == expected.answer(asked[0], False).document
    anew = desk.reply(page, "", "anew")
    assert anew.file == expected.asked_anew().document


def _at(page: Page) -> list[str]:
    """Return what a page asks for: one place, or those of a form."""
    return next(iter(re.findall(r'name="at" value="([^"]*)"', page.text)), "").split()


def test_a_form_asks_for_what_belongs_together(desk: Desk) -> None:
    """What a request says is one form in the order of the text; what a hoped-for answer would make idle waits."""
    page = desk.post("/begin", ("purpose", "preservation/ask"))
    needed = ["as_of", "requesting.state.name", "requested.state.name"]
    paper = [f"request.{name}" for name in ("authority", "offence.title", "offence.summary_of_facts", "data")]
    paper += [f"request.{name}" for name in ("custodian", "system_location", "necessity", "later_assistance")]
    assert _at(page) == [*needed, *paper, "request.confidentiality"]
    assert f'value="{date.today()}"' in page.text
    empty = desk.reply(page, " ".join(_at(page)), "answer", ("as_of", "2028-03-12"), ("request.necessity", NASTY))
    invalid = {str(one["name"]) for one in empty.with_attribute("aria-invalid")}
    assert (empty.status, invalid, dict(empty.carried)) == (422, {*needed[1:]}, dict(page.carried))
    assert any(tag == "textarea" and known["name"] == "request.necessity" for tag, known in empty.tags)
    said = [("as_of", "2028-03-12"), (needed[1], "Noravia"), (needed[2], "Tesmark"), ("request.necessity", NASTY)]
    page = desk.reply(page, " ".join(_at(page)), "answer", *said)
    put_off = [value for name, value in page.carried if name == "postponed"]
    assert put_off == [*paper[:6], "request.later_assistance", "request.confidentiality"]
    assert page.file["request"] == {"necessity": NASTY}
    facts = ["offence.established_in_accordance", "system_in_requested_territory", "intends_assistance"]
    facts += ["locating_information_available", "confidentiality_needed"]
    states = [f"{side}.{name}" for side in ("requesting", "requested") for name in ("bound_from", "denounced")]
    letter = ["request.reference", "letter.signatory"]
    assert _at(page) == [*(f"request.{name}" for name in facts), *states, *letter]
    again = desk.reply(page, " ".join(_at(page)), "again")
    assert _at(again) == [one for one in [*paper, "request.confidentiality"] if one != "request.necessity"]
    page = desk.reply(page, " ".join(_at(page)), "answer", ("request.offence.established_in_accordance", "no"))
    assert _at(page) == ["request.offence.serious_crime", *letter]
    one_more = desk.reply(page, "request.data request.custodian", "more", ("request.custodian.name", "Lantern"))
    assert (_at(one_more), one_more.file["request"]["custodian"]) == (
        ["request.data", "request.custodian"],
        {"name": "Lantern"},
    )
    back = desk.reply(one_more, "", "back")
    assert _at(back) == ["request.data", "request.custodian"]


def test_silence_of_a_paper_that_is_not_told_yet_opens_no_ground(desk: Desk) -> None:
    """That a request is not transcribed makes it lack nothing: the ground is not open, and not ticked for a refusal."""
    told = PLAIN | {"case": "assistance", "treaty": {"binds": False}}
    page = desk.resume(json.dumps(told).encode(), "reply")
    assert ("Ground open" in page.text, "Other grounds" in page.text) == (False, True)
    page = desk.reply(page, "position.prejudices_essential_interests", "yes")
    assert page.text.count('form="tools" formaction="/document"') == 2  # a refusal, and a consultation
    refusal = desk.post("/document", *page.carried, ("kind", "refusal"))
    assert [one["value"] for one in refusal.with_attribute("checked")] == ["essential-interests"]
    assert "Still needed</h2>" in refusal.text
    with_reason = desk.post(
        "/document",
        *refusal.carried,
        ("ground", "essential-interests"),
        ("at", " ".join(_at(refusal))),
        ("do", "answer"),
        ("letter.reasons", NASTY),
    )
    assert [one["value"] for one in with_reason.with_attribute("checked")] == ["essential-interests"]
    assert "letter.reasons" not in _at(with_reason)


def test_the_last_answer_leads_to_the_document(desk: Desk) -> None:
    """Whoever asks is shown the request once nothing is left to ask, with what the answers come to; and can go back."""
    bound = {"bound_from": "2027-06-01", "denounced": False}
    offence = {"title": "Attack", "summary_of_facts": "Locked", "established_in_accordance": True}
    told: dict[str, Any] = {**PLAIN, "requesting": {"state": {"name": "Noravia"}, **bound}}
    told["requested"] = {"state": {"name": "Tesmark"}, **bound}
    texts = dict.fromkeys(("system_location", "necessity", "later_assistance", "confidentiality"), "so")
    told["request"] = texts | {
        "authority": {"name": "Police"},
        "offence": offence,
        "data": [{"category": "traffic-data", "description": "Logs", "relation_to_offence": "Who"}],
        "custodian": {"name": "Lantern"},
        "system_in_requested_territory": True,
    }
    page = desk.resume(json.dumps(told).encode())
    assert _at(page) == [
        "request.intends_assistance",
        "request.reference",
        "request.authority.contact.name",
        "letter.signatory",
    ]
    assert "traffic data, Logs, Who" in page.text
    page = desk.reply(page, " ".join(_at(page)), "answer", ("request.intends_assistance", "yes"))
    assert "<h1" in page.text
    assert "Request for the expedited preservation of stored electronic data</h1>" in page.text
    assert page.text.count("<dt>Yes</dt>") == 4
    back = desk.post("/desk", *page.carried, ("do", "stay"))
    assert "Nothing is left to answer" in back.text


def test_fields_become_the_data_of_the_file(desk: Desk) -> None:
    """What is written in the fields of each kind stands in the file as data, and comes back into the fields."""
    page = desk.resume(json.dumps(PLAIN).encode())
    at = "request.data"
    first = {
        "category": "traffic-data",
        "description": NASTY,
        "accounts": " a ; b \r\n\r\nc",
        "period.start": "2028-01-01",
    }
    page = desk.reply(page, at, "more", *((f"{at}[0].{key}", value) for key, value in first.items()))
    assert page.status == 422  # a period has an end
    page = desk.reply(
        page,
        at,
        "more",
        *((f"{at}[0].{key}", value) for key, value in first.items()),
        (f"{at}[0].period.end", "2028-01-31"),
        (f"{at}[0].endpoints[0].address", "192.0.2.7"),
    )
    held = [
        {
            "category": "traffic-data",
            "description": NASTY,
            "accounts": ["a ; b", "c"],
            "endpoints": [{"address": "192.0.2.7"}],
            "period": {"start": "2028-01-01", "end": "2028-01-31"},
        }
    ]
    assert page.file["request"]["data"] == held
    assert NASTY not in page.text
    written = {str(one["name"]): one["value"] for one in page.with_attribute("name") if one.get("type") == "text"}
    assert written[f"{at}[0].description"] == NASTY
    page = desk.reply(page, at, "answer", (f"{at}[0].remove", "1"))
    assert page.file["request"]["data"] == []
    for path, text, value in (
        ("measure.period_days", "30..60", {"at_least": 30, "at_most": 60}),
        ("measure.period_days", "90", 90),
        ("measure.effected_on", "[2028-01-01..]", "[2028-01-01..]"),
        ("request.necessity", "[redacted]", "[redacted]"),
        ("readings.preservation-extension-duty", "discretion", "discretion"),
        ("request.authority.contact.languages", "", None),
    ):
        page = desk.reply(page, path, "answer", (path, text))
        assert page.status == (422 if value is None else 200), page.text
        if value is not None:
            outer, _, inner = path.partition(".")
            assert page.file[outer][inner] == value


def test_a_file_that_is_answered_as_it_is_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of a file goes into the fields of its question and comes back as the same data."""
    monkeypatch.setattr(sys, "path", [str(CHECKOUT / "examples" / "desk"), *sys.path])
    fields, sitting = import_module("fields"), import_module("sitting")
    told = json.loads((CHECKOUT / "examples" / "preserved_mailbox.json").read_text(encoding="utf-8"))
    told["preservation"]["measure"]["extensions"] = {"at_least": [{"until": "2028-11", "granted": None}]}
    held = sitting.Sitting(Interview.of(told, ["in-force"]))
    lines = [one.path for one in held.entries() if one.stated]
    assert len(lines) > 60
    for path in lines:
        prompt = held.prompt(path)
        field = fields.field_of(prompt, prompt.path, held.data(path), fields.Written({}))
        turn = sitting.begun({"at": [path], "do": ["answer"], **dict(_posted(field))}, held)
        assert (turn.faults, turn.sitting.interview.document) == ((), held.interview.document), path


def _posted(field: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield what a browser posts of a field that nobody has touched."""
    for part in field.parts:
        yield from _posted(part)
    if field.widget not in {"group", "list"} and field.chosen:
        yield field.name, [*field.chosen] if field.widget == "checks" else [field.value]


def test_an_error_is_tied_to_its_field(desk: Desk) -> None:
    """A fault leads from the summary to its control, which is marked as invalid and described by the message."""
    page = desk.resume(json.dumps(PLAIN).encode())
    day = desk.post("/desk", *page.carried, ("go", "as_of"))
    assert ('type="date"' in day.text, "such as 2027" in day.text) == (True, False)
    for at, fields, field in (
        ("as_of", {"as_of": "12 March"}, "as_of"),
        ("measure.period_days", {"measure.period_days": "many"}, "measure.period_days"),
        ("request.data", {"request.data[0].description": "x"}, "request.data[0].category"),
        ("request.necessity", {}, "request.necessity"),
        ("letter", {"letter.made_on": "soon"}, "letter.made_on"),
    ):
        faulty = desk.reply(page, at, "answer", *fields.items())
        assert faulty.status == 422
        assert dict(page.carried) == dict(faulty.carried)
        assert "<title>Error: " in faulty.text
        summary = next(one for one in faulty.with_attribute("role") if one["role"] == "alert")
        assert "autofocus" in summary
        assert "is missing" not in faulty.text
        assert {"href": f"#at-{field}"} in [one for tag, one in faulty.tags if tag == "a"]
        invalid = faulty.with_attribute("aria-invalid")
        assert [one["name"] for one in invalid] == [field]
        ids = [one["id"] for one in faulty.with_attribute("id")]
        assert len(ids) == len({*ids})
        described = str(invalid[0]["aria-describedby"]).split()
        assert f"error-{field}" in described
        assert {*described, f"at-{field}"} <= {*ids}


RAW = re.compile(r"\b[a-z]+_[a-z]|[a-z]\[\d|\b(request|requesting|requested|letter|position|treaty|readings)\.[a-z]")
"""How a place of a file looks, which nobody at the desk has seen."""


def _told_raw(page: Page) -> list[str]:
    return [one for one in page.said if RAW.search(one)]


def test_no_page_and_no_error_shows_a_place_of_the_file(desk: Desk) -> None:
    """On forms, beside errors, in lists, on drafts and for a file with faults stand words, and no key of a file."""
    for purpose in ("preservation/ask", "preservation/reply", "assistance/reply"):
        page = desk.post("/begin", ("purpose", purpose))
        states = (("as_of", "2028-03-12"), ("requesting.state.name", "Noravia"), ("requested.state.name", "Tesmark"))
        wrong = (("as_of", "soon"), ("request.data[0].description", "x"), ("requesting.bound_from", "maybe"))
        told = desk.reply(page, " ".join(_at(page)), "answer", *states)
        pages = [page, desk.reply(page, " ".join(_at(page)), "answer", *wrong), told]
        pages += [desk.post("/desk", *told.carried, ("go", path)) for path in of(_at(told))]
        pages += [
            desk.post("/document", *told.carried, ("kind", kind.value))
            for kind in of(kind for kind in DocumentKind if kind.value in told.text)
        ]
        assert [(one.status, _told_raw(one)) for one in pages if _told_raw(one)] == []
    before = {"requesting": {"state": {"name": 5}, "bound_from": "2028-05-01", "bound_until": "2027-01-01"}}
    for faulty in (
        {},
        {"case": "nothing_of_it"},
        PLAIN | {"as_of": "soon", "request": {"data": [{"category": "traffic"}], "necessity": 7}},
        PLAIN | before | {"foo_bar": 1},
        PLAIN | {"request": {"data": [{"category": "traffic-data", "relation": 5}]}},
    ):
        refused = desk.resume(json.dumps(faulty).encode())
        assert (refused.status, [one for one in _told_raw(refused) if "nothing_of_it" not in one]) == (422, [])
    assert "The stored data to be preserved, number 1, relation: is not a known key" in refused.text


def test_a_field_has_one_name(desk: Desk) -> None:
    """What a form calls a field, its error calls it, and the form after the error, and the list of what was said."""
    page = desk.post("/begin", ("purpose", "preservation/ask"))
    faulty = desk.reply(page, " ".join(_at(page)), "answer", ("as_of", "soon"), ("request.data[0].description", "x"))
    assert (len(page.labels) > 12, faulty.labels) == (True, page.labels | faulty.labels)
    errors = dict(re.findall(r'<li><a href="#([^"]*)">(.*?)</a></li>', faulty.text))
    assert {*errors} == {
        *(f"at-{name}" for name in ("as_of", "requesting.state.name", "requested.state.name")),
        "at-request.data[0].category",
    }
    for at, words in errors.items():
        assert f"{page.labels[at]}: " in words
    states = (("as_of", "2028-03-12"), ("requesting.state.name", "Noravia"), ("requested.state.name", "Tesmark"))
    told = desk.reply(page, " ".join(_at(page)), "answer", *states, ("request.necessity", "Logs"))
    for at in ("at-as_of", "at-request.necessity", "at-requesting.state.name"):
        assert f"{page.labels[at]}: <strong>" in told.text
        alone = desk.post("/desk", *told.carried, ("go", at.removeprefix("at-")))
        assert f">{page.labels[at]}</h1>" in alone.text


def test_forms_say_how_many_there_are_and_help_to_answer(desk: Desk) -> None:
    """A form says which it is; offences stand beside their question; a reading tells what follows; days agree."""
    page = desk.post("/begin", ("purpose", "preservation/ask"))
    assert (">Form 1 of 2</h1>" in page.text, "Then comes the document." in page.text) == (True, True)
    states = (("as_of", "2028-03-12"), ("requesting.state.name", "Noravia"), ("requested.state.name", "Tesmark"))
    page = desk.reply(page, " ".join(_at(page)), "answer", *states)
    assert ">Form 2 of 2</h1>" in page.text
    offences = page.text.partition("Which are these?")[2].partition("</details>")[0]
    assert [offences.count(f"/provision/{one}") for one in ("7(1)", "13", "17(1)", "19")] == [1, 1, 1, 1]
    page = desk.reply(page, " ".join(_at(page)), "answer", ("request.offence.established_in_accordance", "no"))
    assert "One form more: your answers call for it</h1>" in page.text
    reply = desk.post("/begin", ("purpose", "preservation/reply"))
    assert not [one for one in _at(reply) if one.startswith("readings.")]
    reply = desk.reply(
        reply, " ".join(_at(reply)), "answer", *states, ("position.prejudices_essential_interests", "yes")
    )
    refusal = desk.post("/document", *reply.carried, ("kind", "refusal"))
    assert "12 March 2028" in refusal.text
    reading = desk.post("/desk", *reply.carried, ("go", "readings.preservation-assistance-rules"))
    assert "Then: reasons are owed for refusing preservation; consultation is owed" in reading.text
    assert "Then: not so: reasons are owed for refusing preservation; not so: consultation is owed" in reading.text
    assert "The choice is yours" in reading.text


def test_a_text_has_an_example_beside_it(desk: Desk) -> None:
    """Whoever is to write a text sees what another case says there; where none is, why it is asked."""
    page = desk.post("/begin", ("purpose", "preservation/ask"))
    assert "The suspects still hold the copied files" in page.text
    assert "installed a remote-access tool on a workstation. …" in page.text
    examples = [one for one in re.findall(r"<summary>(\w+)", page.text) if one in {"Example", "Why"}]
    assert examples == ["Why", "Example", "Example", "Why", "Why", "Example", "Example", "Example", "Example"]


def test_one_tick_denies_what_is_left_blank(desk: Desk) -> None:
    """What a State holds against a request, and what it has denounced, is denied at once where nothing else is said."""
    page = desk.post("/begin", ("purpose", "preservation/reply"))
    interests, *others = [one for one in _at(page) if one.startswith("position.")]
    assert len(others) == 4  # of what a ground needs together, the first
    ticks = [str(one["value"]).split() for one in page.with_attribute("name") if one["name"] == "denied"]
    assert ticks == [[interests, *others], ["requesting.denounced", "requested.denounced"]]
    states = (("as_of", "2028-03-12"), ("requesting.state.name", "Noravia"), ("requested.state.name", "Tesmark"))
    tick = ("denied", " ".join(ticks[0]))
    told = desk.reply(page, " ".join(_at(page)), "answer", *states, (interests, "yes"), tick)
    assert told.file["position"] == {one.partition(".")[2]: one == interests for one in (interests, *others)}
    assert ("denounced" in told.file["requested"], "14 closed, 0 not determined" in told.text) == (False, True)
    faulty = desk.reply(page, " ".join(_at(page)), "answer", *states[:2], tick)
    assert [one["value"] for one in faulty.with_attribute("checked")] == [tick[1]]
    without = desk.reply(page, " ".join(_at(page)), "answer", *states, (interests, "yes"))
    assert without.file["position"] == {"prejudices_essential_interests": True}


def test_what_a_state_says_itself_it_means(desk: Desk) -> None:
    """Who writes that assistance will be asked for intends it, unless that is denied; of another it is asked."""
    later, intends = "request.later_assistance", "request.intends_assistance"
    for purpose, before, after in (
        ("ask", {}, True),
        ("ask", {"intends_assistance": False}, False),
        ("reply", {}, None),
    ):
        page = desk.resume(json.dumps(PLAIN | {"request": before}).encode(), purpose)
        page = desk.reply(page, later, "answer", (later, "Disclosure of the logs"))
        assert page.file["request"].get("intends_assistance") is after
        assert (intends in _at(page)) is False or purpose == "reply"


def test_silence_of_a_received_request_is_no_finding_on_it(desk: Desk) -> None:
    """Where nothing of a request is told, the page says that first, and no report calls it short or settles a duty."""
    page = desk.resume(json.dumps(PLAIN).encode(), "reply")
    assert page.text.count("Nothing of what the request says has been told yet.") == 1
    for told in (page.text, desk.post("/report", *page.carried).text):
        assert ("falls short" in told, "missing: the authority" in told) == (False, False)
    silent = desk.reply(page, "request.necessity", "unknown")
    assert "Nothing of what the request says" not in silent.text
    assert "missing: why the preservation is necessary" in silent.text
    asking = desk.resume(json.dumps(PLAIN).encode())
    assert "Nothing of what the request says" not in asking.text


def test_a_letter_asks_to_whom_the_reply_goes(desk: Desk) -> None:
    """Where who signs is asked, so is whom to reach; left blank, the letter keeps what it says otherwise."""
    told = PLAIN | {"request": {"authority": {"name": "Police"}}}
    page = desk.resume(json.dumps(told).encode())
    while "letter.signatory" not in _at(page):
        page = desk.reply(page, " ".join(_at(page)), "answer")
    contact = "request.authority.contact.name"
    assert page.labels[f"at-{contact}"] == "To whom the reply goes: name, telephone, e-mail"
    said = desk.reply(page, " ".join(_at(page)), "answer", (contact, "A. Silva, +372 1"), ("letter.signatory", "S"))
    blank = desk.reply(page, " ".join(_at(page)), "answer", ("letter.signatory", "S"))
    assert "A. Silva, +372 1" in desk.post("/document", *said.carried, ("kind", "preservation-request")).text
    assert blank.file["request"] == told["request"]


def test_a_document_names_the_fact_that_holds_it_up(desk: Desk) -> None:
    """Why a ground is not open is said as a fact with a button that asks for it, and its answer leads back."""
    told = RECEIVED | {"position": {"prejudices_essential_interests": True}}
    page = desk.resume(json.dumps(told).encode(), "reply")
    page = desk.reply(page, "treaty.binds", "later")
    assert "What would open one?</button>" in page.text
    decides = desk.post("/document", *page.carried, ("kind", "refusal")).text.partition('"What decides"')[2]
    assert re.findall(r'name="go" value="([^"]*)"', decides.partition("</section>")[0])[0] == "treaty.binds"
    tick = ("ground", "essential-interests")
    refused = desk.post("/document", *page.carried, ("kind", "refusal"), tick, ("as", "draft"))
    assert (refused.status, "that is not determined" in refused.text) == (422, True)
    alert = refused.text.partition('role="alert"')[2].partition("</div>")[0]
    assert "A treaty on mutual legal assistance binds the two States</span>" in alert
    assert re.findall(r'name="go" value="([^"]*)"', alert)[0] == "treaty.binds"
    asked = desk.post("/desk", *refused.carried, tick, ("go", "treaty.binds"))
    assert (_at(asked), asked.text.count('formaction="/document" name="do"')) == (["treaty.binds"], 4)
    back = desk.post("/document", *asked.carried, ("at", "treaty.binds"), ("do", "no"))
    assert (back.status, back.file["treaty"], "Still needed</h2>" in back.text) == (200, {"binds": False}, True)
    faulty = desk.post("/document", *asked.carried, ("at", "as_of"), ("do", "answer"), ("as_of", "soon"))
    assert (faulty.status, [one["name"] for one in faulty.with_attribute("aria-invalid")]) == (422, ["as_of"])
    said = [("letter.reasons", "Guarded"), ("letter.signatory", "B"), ("letter.requested_authority.name", "Office")]
    said += [("letter.consulted", "yes")]
    ready = desk.post("/document", *back.carried, tick, ("at", " ".join(_at(back))), ("do", "answer"), *said)
    unsettled = ready.text.partition("To be settled before you sign</h2>")[2].partition("</section>")[0]
    asked_for = re.findall(r'name="go" value="([^"]*)"', unsettled)
    assert {f"{side}.{what}" for side in ("requesting", "requested") for what in ("bound_from", "denounced")} <= {
        *asked_for
    }
    together = desk.post("/desk", *ready.carried, tick, ("go", asked_for[-1]))
    assert _at(together) == asked_for[:-1]


def test_what_contradicts_the_file_is_said_at_the_question(desk: Desk) -> None:
    """A reply that cannot stand beside what is said already is refused at its question, and the file stays."""
    page = desk.resume(
        json.dumps(PLAIN | {"requesting": {"state": {"name": "Noravia"}, "bound_from": "2028-01-01"}}).encode()
    )
    at = "requesting.bound_until"
    faulty = desk.reply(page, at, "answer", (at, "2027-01-01"))
    assert (faulty.status, faulty.file) == (422, page.file)
    assert [one["name"] for one in faulty.with_attribute("aria-invalid")] == [at]


def test_documents_are_drafted(desk: Desk) -> None:
    """A draft shows what it lacks and comes as a file; one that has no place in the case says why."""
    page = desk.resume(json.dumps(PLAIN).encode())
    page = desk.reply(page, "letter", "answer", ("letter.signatory", NASTY), ("letter.annexes", "One\nTwo"))
    assert json.loads(dict(page.carried)["letter"]) == {"signatory": NASTY, "annexes": ["One", "Two"]}
    draft = desk.post("/document", *page.carried, ("kind", "preservation-request"))
    assert draft.status == 200
    assert "Still needed</h2>" in draft.text
    assert NASTY not in draft.text
    whole = desk.post("/document", *page.carried, ("kind", "preservation-request"), ("as", "html"))
    assert whole.headers["content-disposition"] == 'attachment; filename="preservation-request.html"'
    for path, asked_for in (
        ("request.authority.contact.email", "request.authority"),
        ("letter.requested_authority.contact.email", "letter.requested_authority"),
        ("letter.signatory", "letter.signatory"),
    ):
        asked = desk.post("/desk", *page.carried, ("go", path))
        assert ("input", {"type": "hidden", "name": "at", "value": asked_for}) in asked.tags
    first = desk.post("/document", *page.carried, ("kind", "refusal"))
    assert (first.status, "No ground for refusal is open yet" in first.text) == (200, True)
    refused = desk.post("/document", *page.carried, ("kind", "refusal"), ("as", "draft"))
    assert refused.status == 422
    assert {"role": "alert"}.items() <= next(one for one in refused.with_attribute("autofocus")).items()
    for address, name in (
        ("/file", "preservation.json"),
        ("/report", "preservation-report.html"),
        ("/letter", "letter.json"),
    ):
        assert name in desk.post(address, *page.carried).headers["content-disposition"]
    assert json.loads(desk.post("/file", *page.carried).text) == page.file


def test_the_grounds_of_a_draft_are_kept(desk: Desk) -> None:
    """What was ticked goes along to the questions and back, until it is ticked off; no other document needs it."""
    page = desk.resume(json.dumps(PLAIN | {"position": {"prejudices_essential_interests": True}}).encode())
    ticks = [("ground", name) for name in ("essential-interests", "dual-criminality")]
    drafted = desk.post("/document", *page.carried, ("kind", "refusal"), *ticks, ("as", "draft"))
    asked = desk.post("/desk", *drafted.carried, *ticks, ("do", "stay"))
    assert [pair for pair in asked.carried if pair[0] == "ground"] == ticks
    other = desk.post("/document", *asked.carried, ("kind", "preservation-request"))
    assert other.status == 200
    asked = desk.post("/desk", *other.carried, ("do", "stay"))
    back = desk.post("/document", *asked.carried, ("kind", "refusal"))
    assert {("ground", one["value"]) for one in back.with_attribute("checked")} == {*ticks}
    assert not any(name == "ground" for name, _ in back.carried)
    asked = desk.post("/desk", *back.carried, ticks[0], ("do", "stay"))
    back = desk.post("/document", *asked.carried, ("kind", "refusal"))
    assert [one["value"] for one in back.with_attribute("checked")] == ["essential-interests"]
    assert "Art. 40(21)(b)" in back.text


def test_the_words_of_the_letter_are_taken_along_and_brought_back(desk: Desk) -> None:
    """Two files hold all that was said; the page says which to keep, and the two bring everything back."""
    page = desk.resume(json.dumps(PLAIN).encode())
    assert "words of the letter" not in page.text
    authority = "letter.requested_authority"
    for at, said in (
        ("letter", {"letter.signatory": NASTY, "letter.annexes": "One\nTwo", "letter.reasons": "Since 9 March"}),
        ("letter.information", {"letter.information": "Which account"}),
        (authority, {f"{authority}.name": "Office of Tesmark", f"{authority}.contact.email": "a@example.org"}),
    ):
        page = desk.reply(page, at, "answer", *said.items())
    for told in (page, desk.post("/document", *page.carried, ("kind", "preservation-request"))):
        assert told.text.count("Download the words of the letter</button>") == 1
        assert "and the words of the letter: two files" in told.text
    case, letter = (desk.post(address, *page.carried).text.encode() for address in ("/file", "/letter"))
    again = desk.resume(case, letter=letter)
    assert {**dict(again.carried), "asked": ""} == {**dict(page.carried), "asked": ""}
    assert {*json.loads(letter)} == {"signatory", "annexes", "reasons", "information", "requested_authority"}
    for faulty, what in ((b"{", "it is not JSON"), (b'{"signatory": 5}', "Signatory: 5 is not a text")):
        refused = desk.resume(case, letter=faulty)
        assert (refused.status, [one["name"] for one in refused.with_attribute("aria-invalid")]) == (422, ["letter"])
        assert what in refused.text


def test_a_request_that_lacks_something_is_never_called_complete(desk: Desk) -> None:
    """After "not known" for a particular the end says what is missing, each with its question; at last it is green."""
    told: dict[str, Any] = PLAIN | {
        "requesting": {"state": {"name": "Noravia"}, "bound_from": "2027-06-01", "denounced": False},
        "requested": {"state": {"name": "Tesmark"}, "bound_from": "2027-06-01", "denounced": False},
        "request": {
            "offence": {"title": "Attack", "summary_of_facts": "Locked files", "established_in_accordance": True},
            "system_in_requested_territory": True,
            "intends_assistance": True,
            "locating_information_available": False,
            "later_assistance": "Will follow",
            "authority": {"name": "Police"},
            "data": [{"category": "traffic-data", "description": "Logs", "relation_to_offence": "Who"}],
        },
    }
    page = desk.reply(desk.resume(json.dumps(told).encode()), "request.necessity", "unknown")
    assert "<h1" in page.text
    assert "The request is not complete" in page.text
    assert "Nothing is left to answer" not in page.text
    assert {"class": "short"} in [known for tag, known in page.tags if tag == "p"]
    box = page.text.partition('<div class="short">')[2].partition("</div>")[0]
    together, *paths = re.findall(r'name="go" value="([^"]*)"', box)
    assert together.split() == paths
    assert "Or: not known: whether there is a need" in box
    assert paths == ["request.necessity", "request.confidentiality", "request.confidentiality_needed"]
    for path, do in zip(paths, ("answer", "unknown", "no"), strict=True):
        asked = desk.post("/desk", *page.carried, ("go", path))
        assert ("input", {"type": "hidden", "name": "at", "value": path}) in asked.tags
        page = desk.reply(asked, path, do, (path, "Logs are deleted"))
    assert (page.text.count("<dt>Yes</dt>"), "Still needed</h2>" in page.text) == (4, True)
    page = desk.post("/desk", *page.carried, ("do", "stay"))
    assert "The request is not complete" not in page.text
    assert "Nothing is left to answer" in page.text
    silent = {key: one for key, one in told["request"].items() if key != "locating_information_available"}
    page = desk.resume(json.dumps(told | {"request": silent}).encode())
    for path in ("request.locating_information_available", "request.necessity"):
        page = desk.reply(page, path, "unknown")
    said = re.findall(r"<li><span>([^<]*) \[Art\. 42\(3\)\(d\)\]</span>", page.text)
    assert [one.partition(" ")[0] for one in said] == ["The", "And:", "Or:"]  # both particulars, or no more is known
    received = desk.resume(json.dumps(told | {"request": {**told["request"], "necessity": None}}).encode(), "reply")
    assert "The request is not complete" not in received.text


def test_a_mark_opens_under_its_own_words(desk: Desk) -> None:
    """What is said from a draft is asked for in the words of its mark, and no two marks open under the same heading."""
    page = desk.resume(json.dumps(PLAIN).encode())
    drafted = desk.post("/document", *page.carried, ("kind", "preservation-request"))
    case = read_case(json.dumps(PLAIN))
    assert isinstance(case, PreservationCase)
    marked = [(one.what, one.path) for one in draft(case, DocumentKind.PRESERVATION_REQUEST).blanks]
    assert len(marked) > 15
    headings: dict[str, str] = {}
    assert all(what[1:] in unescape(drafted.text) for what, _ in marked)
    for what, path in of(marked):
        asked = desk.post("/desk", *drafted.carried, ("go", path))
        heading = asked.text.partition("<h1")[2].partition(">")[2].partition("</h1>")[0].strip()
        at = re.findall(r'name="at" value="([^"]*)"', asked.text)[0]
        if at == path:
            assert unescape(heading).lower().rstrip(".") == what.lower()
        assert headings.setdefault(heading, at) == at
        assert "What practice adds" not in heading
    for path, words in (
        ("letter.annexes", "Annexes: what is attached"),
        ("requesting.state.name", "Name of your State"),
    ):
        assert words in desk.post("/desk", *page.carried, ("go", path)).text
    beside = desk.post("/desk", *page.carried, ("go", "request.made_on"))
    assert "The day on which the request was made</h1>" in beside.text
    beside = desk.post("/desk", *page.carried, ("go", "letter.signatory"))
    assert ">Signatory</h1>" in beside.text
    assert "the first two" not in beside.text


def test_a_refusal_needs_a_ground_that_is_open_and_ticked(desk: Desk) -> None:
    """Without an open ground the page says what to do instead, without a tick that one is needed; in words."""
    raw = re.compile(r"essential-interests[,.<]|the grounds are")
    page = desk.resume(json.dumps(PLAIN).encode(), "reply")
    none = desk.post("/document", *page.carried, ("kind", "refusal"), ("as", "draft"))
    assert (none.status, "No ground for refusal is open yet" in none.text, raw.search(none.text)) == (422, True, None)
    other = [one["value"] for one in none.with_attribute("name") if one["name"] == "kind"]
    assert other == ["information-request", "consultation", "refusal"]
    page = desk.reply(page, "position.prejudices_essential_interests", "yes")
    named = "A ground for refusal is now open: sovereignty, security, ordre public or other essential interests."
    assert named in page.text
    asked = desk.post("/document", *page.carried, ("kind", "refusal"))
    assert (asked.status, "Sovereignty, security, ordre public" in asked.text) == (200, True)
    unticked = desk.post("/document", *page.carried, ("kind", "refusal"), ("as", "draft"))
    assert (unticked.status, "Tick at least one ground." in unticked.text, raw.search(unticked.text)) == (
        422,
        True,
        None,
    )


def test_a_list_is_answered_with_none_on_a_form(desk: Desk) -> None:
    """A list of the world can be said to be empty beside other questions; not while something is written in it."""
    page = desk.resume(json.dumps(PLAIN).encode(), "reply")
    at, other = "requested.reservations", "requested.denounced"
    form = desk.post("/desk", *page.carried, ("go", f"{at} {other} request.data"))
    assert "Of the your State" not in form.text
    assert ">Your State, Tesmark</h2>" in form.text
    assert [one["name"] for one in form.with_attribute("name") if str(one["name"]).endswith(".none")] == [f"{at}.none"]
    none = (f"{at}.none", "1")
    both = desk.reply(form, f"{at} {other}", "answer", none, (f"{at}[0].text", "We reserve"))
    assert (both.status, "“There are none” is ticked: take out" in both.text) == (422, True)
    said = desk.reply(form, f"{at} {other}", "answer", none)
    assert said.file["requested"]["reservations"] == []
    again = desk.post("/desk", *said.carried, ("go", f"{at} {other}"))
    assert [one["name"] for one in again.with_attribute("checked")] == [f"{at}.none"]


def test_what_was_asked_for_is_never_told_to_be_idle(desk: Desk) -> None:
    """That something is not needed is said of what stood in the file before, and not of what a form has just asked."""
    page = desk.resume(json.dumps(PLAIN).encode(), "reply")
    purpose, position = "position.discriminatory_purpose", "position.discriminatory_prejudice"
    at = f"{purpose} {position}"
    asked = desk.reply(page, at, "answer", (purpose, "yes"), (position, "yes"))
    assert ("A ground for refusal is now open" in asked.text, "Not needed" in asked.text) == (True, False)
    later = desk.reply(desk.reply(page, position, "yes"), "request.reference", "answer", ("request.reference", "N-5"))
    assert "Not needed" not in later.text


def test_what_becomes_of_a_change_is_said(desk: Desk) -> None:
    """A changed fact says which answers and grounds are others now, one that changes nothing says that."""
    told = PLAIN | {"requested": {"state": {"name": "Tesmark"}, "bound_from": "2027-06-01", "denounced": False}}
    told |= {"requesting": {"state": {"name": "Noravia"}, "bound_from": "2027-06-01", "denounced": False}}
    page = desk.resume(json.dumps(told).encode(), "reply")
    interests = "position.prejudices_essential_interests"
    for at, do, said in (
        (interests, "yes", "A ground for refusal is now open: sovereignty"),
        (interests, "no", "A ground for refusal is not open any more: sovereignty"),
        (interests, "later", "Open again: "),
        ("requested.denounced", "no", ""),
        ("request.reference", "answer", "No answer that you want changes by it."),
        ("requested.bound_from", "answer", "Now otherwise: NO: the Convention is in force"),
    ):
        value = "2029-01-01" if at == "requested.bound_from" else "N-5"
        page = desk.reply(page, at, do, (at, value))
        news = re.sub(r"\s+", " ", page.text.partition('id="news"')[2].partition("</div>")[0])
        assert said in news, (at, do, news)
        assert re.search(r"\.[A-Z]", news) is None


def test_what_lacks_nothing_is_taken_ready_to_sign(desk: Desk) -> None:
    """A document is offered as final when it can be one; what can be left out is listed apart."""
    page = desk.resume(json.dumps(RECEIVED).encode(), "reply")
    kind = ("kind", "acknowledgement")
    open_ = desk.post("/document", *page.carried, kind)
    assert ("ready to sign" in open_.text, "more that the letter can say</summary>" in open_.text) == (False, True)
    assert desk.post("/document", *page.carried, kind, ("as", "final-html")).headers["content-disposition"] is None
    at = re.findall(r'name="at" value="([^"]*)"', open_.text)[0]
    assert at.split() == ["letter.requested_authority", "letter.signatory"]
    name, half = "letter.requested_authority.name", ("letter.requested_authority.functions", "Answers")
    faulty = desk.post("/document", *page.carried, kind, ("at", at), ("do", "answer"), half)
    assert (faulty.status, [one["name"] for one in faulty.with_attribute("aria-invalid")]) == (422, [name])
    fields = ((name, "Office"), ("letter.signatory", "A"))
    ready = desk.post("/document", *page.carried, kind, ("at", at), ("do", "answer"), *fields)
    assert ('value="final-docx"' in ready.text, "Still needed</h2>" in ready.text) == (True, False)
    page = ready
    final = desk.post("/document", *page.carried, kind, ("as", "final-html"))
    assert final.headers["content-disposition"] == 'attachment; filename="acknowledgement.html"'
    assert "TO BE COMPLETED" not in final.text
    assert "TO BE COMPLETED" in desk.post("/document", *page.carried, kind, ("as", "html")).text
    taken = [str(one["value"]) for one in ready.with_attribute("name") if one["name"] == "as"]
    assert taken == ["final-docx", "final-html", "final-md", "docx", "html", "md"]
    word = read_docx(desk.taken("/document", *page.carried, kind, ("as", "final-docx")))
    assert ("Acknowledgement of a request" in word, "TO BE COMPLETED" in word, "Office" in word) == (True, False, True)


def test_what_is_faulty_is_refused_by_name(desk: Desk) -> None:
    """A file, a form or an address with a fault is answered with what is wrong, and the desk goes on."""
    begun = desk.post("/begin", ("purpose", "preservation/all"))
    spoilt = [(key, value if key != "file" else "{") for key, value in begun.carried]
    for page, status, said in (
        (desk.post("/begin"), 422, "Choose what you are here for"),
        (desk.resume(b""), 422, ">Choose your case file first: no file was chosen"),
        (desk.resume(b"{"), 422, "it cannot be read at line 1, column 2 (it is not JSON)"),
        (desk.resume(b"\xff"), 422, "is not UTF-8"),
        (desk.resume(b"{}"), 422, "is missing"),
        (desk.resume(b"[" * 500), 422, "nested"),
        (desk.resume(json.dumps(PLAIN | {"as_of": NASTY}).encode()), 422, "The day of this case: "),
        (desk.post("/desk", *spoilt), 422, "is not JSON"),
        (desk.post("/desk", *begun.carried, ("go", "request.nothing")), 422, "This page was changed outside the desk"),
        (desk.post("/desk", *begun.carried, ("wanted", "nothing")), 422, "This page was changed outside the desk"),
        (desk.post("/document", *begun.carried, ("kind", "refusal")), 422, "no document of such a case"),
        (desk.post("/report", *begun.carried), 422, "too little for a report"),
        (desk.resume(b" " * 250_000), 413, "longer than 250000 bytes"),
        (
            desk.resume(json.dumps(PLAIN | {"request": {"necessity": "x" * 100_000}}).encode()),
            422,
            "longer than 100000 bytes",
        ),
        (desk.call("/provision/99"), 404, "no such provision"),
        (desk.call("/nothing"), 404, "Not Found"),
        (desk.call("/docs"), 404, "Not Found"),
        (desk.call("/provision/42(3)(c)"), 200, "Art. 42(3)(c)"),
    ):
        assert page.status == status, page.text
        assert said in page.text
        assert NASTY not in page.text
        assert "Expecting" not in page.text


def test_what_fails_or_never_comes_is_told_without_a_word_of_it(caplog: pytest.LogCaptureFixture) -> None:
    """A body that does not come is refused, an error is logged by its kind and place alone."""
    guard = runpy.run_path(str(CHECKOUT / "examples" / "desk" / "guard.py"))
    guard["_in_time"].__globals__["PATIENCE"] = 0.01

    async def failing(_: Any, receive: Any, __: Any) -> None:
        raise ValueError((await receive())["body"])

    async def never() -> Any:
        await asyncio.sleep(60)

    async def soon() -> Any:
        return {"type": "http.request", "body": b"Ruritania"}

    for receive, status in ((soon, 500), (never, 408)):
        sent: list[Any] = []

        async def send(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        guarded = guard["Guard"](failing)
        asyncio.run(guarded({"type": "http"}, receive, send))
        assert sent[0]["status"] == status
        assert (b"cache-control", b"no-store") in sent[0]["headers"]
    assert [record.getMessage().partition(" at ")[0] for record in caplog.records] == ["ValueError"]
    assert "Ruritania" not in caplog.text


def test_every_answer_is_guarded(desk: Desk) -> None:
    """Nothing is kept by a browser, nothing is loaded from elsewhere, and no page has a script or a style within."""
    begun = desk.post("/begin", ("purpose", "assistance/reply"))
    for page in (begun, desk.call("/"), desk.call("/desk.css"), desk.call("/uncc.css"), desk.call("/nothing")):
        assert page.headers["cache-control"] == "no-store"
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'")
        assert "unsafe" not in policy
        assert not {tag for tag, _ in page.tags} & {"script", "style", "iframe", "object", "embed", "img"}
        assert not [one for one in page.tags if any(key == "style" or key.startswith("on") for key in one[1])]
        for _, known in page.tags:
            assert not str(known.get("href", known.get("action", known.get("src", "")))).startswith(("http", "//"))
