"""The desk of the examples in a browser: two whole cases, one by keyboard and one on a phone, and how long they take.

The first goes from nothing to a sound request for preservation, with the keyboard alone. The second goes from a request
for assistance that was received to a reasoned refusal. On the way axe-core looks at the pages, where UNCC_AXE names it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_pages import CONTRASTS, LEAST_CONTRAST, LEAST_OF_LARGE, SPILLS, browser, pictures
from tests.examples.desk_served import IS_THERE, Served, served
from uncc.cases import AssistanceCase, PreservationCase, assess
from uncc.doors.serial import read_case

__all__ = ["browser", "pictures"]
if not IS_THERE:
    pytest.skip("needs examples/desk/requirements.txt", allow_module_level=True)

AXE = os.environ.get("UNCC_AXE")
LOOK = """async () => (await axe.run()).violations.map(
    one => [one.id, one.help, ...one.nodes.map(node => node.html.slice(0, 200))])"""
AT = "() => [document.activeElement.id, document.activeElement.name || '', document.activeElement.value || '']"
NEEDED = {"as_of": "2028-03-12", "requesting.state.name": "Noravia", "requested.state.name": "Tesmark"}
CATEGORY = {"request.data[0].category": "traffic-data"}
FACTS = {
    "request.offence.established_in_accordance": "yes",
    "request.system_in_requested_territory": "yes",
    "request.confidentiality_needed": "no",
    "requesting.bound_from": "2027-06-01",
    "requesting.denounced": "no",
    "requested.bound_from": "2027-09-01",
    "requested.denounced": "no",
}
SENDING = {
    "request.reference": "NOR-28/0311",
    "letter.signatory": "A. Novak, Head",
}
TOLD = NEEDED | {
    "request.authority.name": "Cybercrime Division of Noravia",
    "request.offence.title": "Attack on a hospital",
    "request.offence.summary_of_facts": "Since 9 March the records of a hospital cannot be read.",
    **CATEGORY,
    "request.data[0].description": "Connection logs of the rented server",
    "request.data[0].relation_to_offence": "They show who gave the orders.",
    "request.custodian.name": "Lantern Hosting",
    "request.system_location": "A data centre in Port Tesmark",
    "request.necessity": "Logs are deleted after seven days.",
    "request.later_assistance": "A request for the logs will follow.",
}
RECEIVED = {
    "case": "assistance",
    "as_of": "2028-05-02",
    "requesting": {"state": {"name": "Noravia"}, "bound_from": "2027-06-01", "denounced": False},
    "requested": {"state": {"name": "Tesmark"}, "bound_from": "2027-09-01", "denounced": False},
    "request": {
        "authority": {"name": "Ministry of Justice of Noravia"},
        "reference": "N-2028-17",
        "received_on": "2028-04-20",
        "offence": {"title": "Attack on a hospital", "established_in_accordance": True},
    },
    "treaty": {"binds": False},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Start the desk."""
    with served(tmp_path_factory.mktemp("desk")) as started:
        yield started


class Sitting:
    """A window in which somebody sits at the desk; what is asked for elsewhere is kept in `elsewhere`."""

    def __init__(self, browser: Any, desk: Served, width: int, theme: str, pictures: Path) -> None:
        self.width, self.theme, self.pictures = width, theme, pictures
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.elsewhere: list[str] = []
        self.home = desk.address
        self.page.on("request", self._note)
        self.page.goto(desk.address)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(self.home):
            self.elsewhere.append(request.url)

    @property
    def at(self) -> str:
        """The place that is asked for."""
        field = self.page.locator("input[name=at]")
        return str(field.get_attribute("value")) if field.count() else ""

    @property
    def file(self) -> Any:
        """The case file that travels in the page."""
        return json.loads(self.page.locator("input[name=file]").first.get_attribute("value"))

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self.follow(self._button(name))

    def follow(self, button: Any) -> None:
        """Press a button, and wait for the page to which it leads, and for what has the focus there."""
        with self.page.expect_navigation():
            button.click()
        self.focused("*")

    def _button(self, name: str) -> Any:
        return self.page.get_by_role("button", name=name, exact=True).first

    def taken(self, name: str) -> bytes:
        """Return the file that a button downloads."""
        with self.page.expect_download() as begun:
            self._button(name).click()
        return Path(begun.value.path()).read_bytes()

    def look(self, name: str) -> None:
        """Look at the page: nothing spills, every text stands out, and axe-core finds nothing to complain of."""
        self.page.screenshot(path=self.pictures / f"desk-{name}-{self.width}-{self.theme}.png", full_page=True)
        assert self.page.evaluate(SPILLS) == [0, []]
        for ratio, large, what in self.page.evaluate(CONTRASTS):
            assert ratio >= (LEAST_OF_LARGE if large else LEAST_CONTRAST), what
        if AXE is not None:
            self.page.evaluate(Path(AXE).read_text(encoding="utf-8"))
            assert self.page.evaluate(LOOK) == []

    # By keyboard

    def enter(self) -> None:
        """Press Enter where that leads to another page, and wait until something on it has the focus."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.focused("*")

    def focused(self, selector: str) -> Any:
        """Return what has the focus, once that is such an element, and not the page as a whole."""
        found = self.page.locator(f"{selector}:focus:not(body)")
        found.wait_for(state="attached")
        return found

    def focus(self, *wanted: str) -> None:
        """Go by Tab until what has the focus has such an id, name or value."""
        for _ in range(90):
            if set(wanted) <= {*self.page.evaluate(AT)}:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {wanted} at {self.at}")

    def fill_in(self, answers: Mapping[str, str]) -> None:
        """Go to each field in order, and write in it, or choose with an arrow or a letter; a day part by part."""
        for name, text in answers.items():
            self.focus(name)
            day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
            kind = self.page.locator(f"[name='{name}']").and_(self.page.locator(":not([type=hidden])")).first
            match kind.get_attribute("type"):
                case "radio":
                    self.page.keyboard.press("Space")  # the first is yes
                    for _ in range(["yes", "no", "null"].index(text)):
                        self.page.keyboard.press("ArrowDown")
                case "date" if day:
                    self.page.keyboard.type(f"{day[2]}{day[3]}{day[1]}")
                case _:
                    self.page.keyboard.type(text)


def test_from_nothing_to_a_sound_request_by_keyboard(browser: Any, desk: Served, pictures: Path) -> None:
    """With keys alone, from the start to a request for preservation that has all that it shall, ready to sign."""
    sitting = Sitting(browser, desk, 1200, "light", pictures)
    page, keys = sitting.page, sitting.page.keyboard
    sitting.look("start")
    sitting.focus("purpose", "preservation/ask")
    sitting.enter()
    assert page.evaluate(AT)[0] == "question"
    sitting.look("form")
    sitting.fill_in({name: text for name, text in TOLD.items() if name not in CATEGORY})
    sitting.focus("do", "answer")
    sitting.enter()
    _choose_the_category(sitting)
    sitting.fill_in(FACTS)
    sitting.look("question")
    sitting.focus("do", "answer")
    sitting.enter()
    assert page.locator(".brief dt").all_text_contents() == ["Yes"] * 4
    assert "Still needed" in page.inner_text("main")
    case = read_case(sitting.taken("Download the case file").decode())
    assert isinstance(case, PreservationCase)
    assert assess(case).answer("conformity").finding.is_yes
    page.get_by_text("The draft so far").click()
    assert "TO BE COMPLETED" in page.inner_text(".draft")
    assert "Connection logs of the rented server" in page.inner_text(".draft")
    sitting.look("draft")
    sitting.fill_in(SENDING)
    sitting.focus("do", "answer")
    sitting.enter()
    assert "TO BE COMPLETED" not in page.inner_text(".draft")
    sitting.look("ready")
    page.get_by_text("more that the letter can say").click()
    sitting.focus("go", "request.urgency")
    sitting.enter()
    sitting.fill_in({"request.urgency": "Tonight"})
    keys.press("Tab")
    sitting.enter()
    assert sitting.file["request"]["urgency"] == "Tonight"
    assert "Tonight" in page.inner_text(".draft")
    sitting.press("Back to the questions")
    assert "Nothing is left to answer." in page.inner_text("#about")
    sitting.look("settled")
    assert sitting.elsewhere == []
    sitting.context.close()


def _choose_the_category(sitting: Sitting) -> None:
    """The category was left out: the error has the focus and leads to its field, and what was written is there."""
    (name,) = CATEGORY
    keys = sitting.page.keyboard
    assert sitting.page.title().startswith("Error: ")
    focused = sitting.focused("[role=alert]")
    assert (focused.get_attribute("role"), "Category" in focused.inner_text()) == ("alert", True)
    sitting.look("error")
    keys.press("Tab")
    keys.press("Enter")
    field = sitting.focused("[aria-invalid=true]")
    described = str(field.get_attribute("aria-describedby")).split()
    assert "choose a category" in " ".join(sitting.page.locator(f'[id="{one}"]').inner_text() for one in described)
    keys.press("t")  # traffic data
    sitting.focus("do", "answer")
    sitting.enter()
    assert sitting.file["request"]["data"][0]["category"] == CATEGORY[name]


def test_a_request_that_is_not_complete_is_completed_from_its_list(browser: Any, desk: Served, pictures: Path) -> None:
    """What was left blank is amber at the end and listed as missing; one form takes all of it."""
    for width, theme in ((390, "dark"), (1200, "light")):
        sitting = Sitting(browser, desk, width, theme, pictures)
        page = sitting.page
        sitting.follow(page.locator("button[value='preservation/ask']"))
        sitting.fill_in(NEEDED)
        sitting.press("Answer")
        while sitting.at:
            for radio in page.locator(".question input[value=yes]").all():
                radio.check()
            sitting.press("Answer")
        assert page.inner_text("h1") == "The request is not complete"
        sitting.look("not-complete")
        missing = page.locator(".short").get_by_role("button", name=re.compile("^Add"))
        before = missing.count()
        sitting.follow(page.locator(".short button[value='request.necessity']"))
        page.get_by_label("Answer").fill("Logs are deleted.")
        sitting.press("Answer")
        assert missing.count() == before - 1
        sitting.press("Add them on one form")
        sitting.fill_in({"request.later_assistance": "A request will follow.", "request.authority.name": "Police"})
        sitting.press("Answer")
        assert missing.count() == before - 3
        sitting.follow(page.locator("button[name=kind][value='preservation-request']"))
        sitting.look("not-ready")
        page.get_by_text("more that the letter can say").click()
        sitting.follow(page.locator("button[name=go][value='letter.annexes']"))
        sitting.look("mark")
        assert page.inner_text("h1") == "What is attached, or that nothing is"
        sitting.context.close()


def test_from_a_received_request_to_a_reasoned_reply(
    browser: Any, desk: Served, pictures: Path, tmp_path: Path
) -> None:
    """On a phone in the dark, from the file of a request to a refusal with its ground and the reasons for it."""
    sitting = Sitting(browser, desk, 390, "dark", pictures)
    page = sitting.page
    file = tmp_path / "received.json"
    file.write_text(json.dumps(RECEIVED), encoding="utf-8")
    page.get_by_text("Go on with a file").click()
    page.get_by_label("Case file").set_input_files(file)
    page.locator("#for").select_option("reply")
    sitting.press("Go on")
    sitting.look("form")
    first = sitting.at.split()
    sitting.press("Answer")
    put_off = page.get_by_role("region", name="Put off")
    assert put_off.get_by_role("button").count() == len(first) + 1
    page.get_by_text("What else it can say").click()
    about = page.locator("[value='position.prejudices_essential_interests']")
    sitting.follow(page.get_by_role("button", name=re.compile("^State")).and_(about))
    assert sitting.at == "position.prejudices_essential_interests"
    page.get_by_text("Why is this asked?").click()
    assert "Yes settles" in page.inner_text(".why")
    sitting.look("why")
    sitting.press("Not known")
    assert sitting.file["position"] == {"prejudices_essential_interests": None}
    sitting.follow(page.get_by_role("button", name=re.compile("^Change")).and_(about))
    assert "The file says now: not known" in page.inner_text("#about")
    sitting.press("Yes")
    assert "grounds.essential-interests" not in page.inner_text("#news")
    assert "A ground for refusal is now open: sovereignty" in page.inner_text("#news")
    sitting.look("news")
    sitting.press("Refusal of a request")
    _reason_it(sitting)
    reply = sitting.taken("Download as a page as a draft").decode()
    assert "The server belongs to the defence of Tesmark." in reply
    sitting.press("Back to the questions")
    sitting.press("What documents say beyond the case")
    assert page.get_by_label(re.compile("^Reasons")).input_value() == "The server belongs to the defence of Tesmark."
    sitting.look("letter")
    sitting.press("Back to the draft")
    assert page.get_by_role("checkbox", name=re.compile("^Sovereignty")).is_checked()
    sitting.press("Back to the questions")
    _bring_back(sitting, file, tmp_path / "words.json")
    case = read_case(sitting.taken("Download the case file").decode())
    assert isinstance(case, AssistanceCase)
    assert case.position.prejudices_essential_interests is True
    assert sitting.elsewhere == []
    sitting.context.close()


def _reason_it(sitting: Sitting) -> None:
    """Draft the refusal on its ground, and say the facts behind it; what is ticked is kept, drafted or not."""
    page = sitting.page
    ours = page.get_by_role("checkbox", name=re.compile("^Sovereignty"))
    assert ours.is_checked()
    ours.uncheck()
    sitting.press("Draft it")
    assert "Tick at least one ground." in page.inner_text("[role=alert]")
    sitting.look("no-ground")
    ours.check()
    sitting.press("Draft it")
    page.get_by_text("The draft so far").click()
    assert "Art. 40(21)(b)" in page.inner_text(".draft")
    sitting.look("reply")
    page.get_by_text("Not determined:").click()
    other = page.locator("details input[name=ground]").first
    other.check()
    page.get_by_text("more that the letter can say").click()
    sitting.follow(page.locator("button[name=go][value='letter.annexes']"))
    assert "What is attached" in page.inner_text("h1")
    sitting.press("Back to the draft")
    assert other.is_checked()
    other.uncheck()
    sitting.press("Draft it")
    page.locator("[name='letter.reasons']").fill("The server belongs to the defence of Tesmark.")
    sitting.press("Keep")
    page.get_by_text("Download as a draft").click()


def _bring_back(sitting: Sitting, file: Path, words: Path) -> None:
    """Download the two files, begin again, and choose both: the words of the letter are there."""
    page = sitting.page
    words.write_bytes(sitting.taken("Download the words of the letter"))
    file.write_bytes(sitting.taken("Download the case file"))
    page.goto(sitting.home)
    page.get_by_text("Go on with a file").click()
    page.get_by_label("Case file").set_input_files(file)
    page.get_by_label("Words of the letter").set_input_files(words)
    page.locator("#for").select_option("reply")
    sitting.press("Go on")
    sitting.look("again")
    assert page.locator("input[name=letter]").first.get_attribute("value") == json.dumps(json.loads(words.read_bytes()))
