"""The desk of the examples in a browser: two whole cases, one by keyboard and one on a phone, and how long they take.

The first goes from nothing to a sound request for preservation, with the keyboard alone. The second goes from a request
for assistance that was received to a reasoned refusal. On the way axe-core looks at the pages, where UNCC_AXE names it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
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
TOLD = NEEDED | {
    "request.offence.established_in_accordance": "yes",
    "request.system_in_requested_territory": "yes",
    "request.intends_assistance": "yes",
    "request.locating_information_available": "no",
    "request.confidentiality_needed": "no",
    "requesting.bound_from": "2027-06-01",
    "requested.bound_from": "2027-09-01",
    "requesting.denounced": "no",
    "requested.denounced": "no",
    "request.offence.title": "Attack on a hospital",
    "request.offence.summary_of_facts": "Since 9 March the records of a hospital cannot be read.",
    "request.necessity": "Logs are deleted after seven days.",
    "request.later_assistance": "A request for the logs will follow.",
    "request.authority.name": "Cybercrime Division of Noravia",
    "request.custodian.name": "Lantern Hosting",
    "request.system_location": "A data centre in Port Tesmark",
    "request.data[0].description": "Connection logs of the rented server",
    "request.data[0].relation_to_offence": "They show who gave the orders.",
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
        self.page.get_by_role("button", name=name, exact=True).click()

    def taken(self, name: str) -> bytes:
        """Return the file that a button downloads."""
        with self.page.expect_download() as begun:
            self.press(name)
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
        """Press Enter where that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def focus(self, *wanted: str) -> None:
        """Go by Tab until what has the focus has such an id, name or value."""
        for _ in range(60):
            if set(wanted) <= {*self.page.evaluate(AT)}:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {wanted} at {self.at}")

    def type(self, name: str, text: str) -> None:
        """Go to a field, and write in it; a day goes into its field part by part."""
        self.focus(f"at-{name}")
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
        is_date = self.page.locator(f'[id="at-{name}"]').get_attribute("type") == "date"
        self.page.keyboard.type(f"{day[2]}{day[3]}{day[1]}" if day and is_date else text)


def test_from_nothing_to_a_sound_request_by_keyboard(browser: Any, desk: Served, pictures: Path) -> None:
    """With keys alone, from the start to a request for preservation that has all that it shall, and back once."""
    sitting = Sitting(browser, desk, 1200, "light", pictures)
    keys = sitting.page.keyboard
    sitting.look("start")
    sitting.focus("preservation/ask")
    keys.press("Space")
    sitting.enter()
    asked: list[str] = []
    while at := sitting.at:
        assert at not in asked
        asked.append(at)
        assert sitting.page.evaluate(AT)[0] == "question"
        if at == "request.data":
            _tell_the_data(sitting)
        elif TOLD.get(at) in {"yes", "no"}:
            sitting.focus("do", TOLD[at])
            sitting.enter()
        else:
            field = at if at in TOLD else f"{at}.name"
            sitting.type(field, TOLD[field])
            if sitting.page.locator(f'textarea[id="at-{field}"]').count():
                sitting.focus("do", "answer")
            sitting.enter()
    assert "4 of 4 answers settled" in sitting.page.inner_text(".progress")
    assert "request contains all that it shall" in sitting.page.inner_text("aside")
    sitting.look("settled")
    case = read_case(sitting.taken("Download the case file").decode())
    assert isinstance(case, PreservationCase)
    assert assess(case).answer("conformity").finding.is_yes
    sitting.focus("kind", "preservation-request")
    sitting.enter()
    assert "TO BE COMPLETED" in sitting.page.inner_text(".draft")
    assert "Connection logs of the rented server" in sitting.page.inner_text(".draft")
    sitting.look("draft")
    sitting.focus("go", "request.reference")
    sitting.enter()
    sitting.type("request.reference", "N-2028-04")
    keys.press("Tab")
    sitting.enter()
    assert sitting.file["request"]["reference"] == "N-2028-04"
    assert sitting.elsewhere == []
    sitting.context.close()


def test_a_request_that_is_not_complete_is_completed_from_its_list(browser: Any, desk: Served, pictures: Path) -> None:
    """With a particular not known the end is amber and lists what is missing; Back, sent again, has lost nothing."""
    for width, theme in ((390, "dark"), (1200, "light")):
        sitting = Sitting(browser, desk, width, theme, pictures)
        page = sitting.page
        page.get_by_label("We ask another State to preserve data").check()
        sitting.press("Begin")
        while at := sitting.at:
            if at in NEEDED or f"{at}.name" in NEEDED:
                page.locator(f"[id='at-{at if at in NEEDED else f'{at}.name'}']").fill(NEEDED[at])
                sitting.press("Answer")
            else:
                sitting.press("Yes" if TOLD.get(at) == "yes" else "Not known")
        assert page.inner_text("h1") == "The request is not complete"
        assert page.locator("progress").count() == 0
        sitting.look("not-complete")
        missing = page.locator(".short").get_by_role("button", name=re.compile("^Say it"))
        before = missing.count()
        page.locator(".short button[value='request.necessity']").click()
        page.get_by_label("Answer").fill("Logs are deleted.")
        sitting.press("Answer")
        assert missing.count() == before - 1
        page.locator("button[name=kind][value='preservation-request']").click()
        sitting.look("not-ready")
        page.locator("button[name=go][value='letter.signatory']").click()
        sitting.look("mark")
        assert page.inner_text("h1") == "Name and function of whoever signs"
        sitting.context.close()


def _tell_the_data(sitting: Sitting) -> None:
    """Tell of the data, and leave out what each must have: the error has the focus and leads to its field."""
    keys, at = sitting.page.keyboard, "request.data[0]"
    sitting.type(f"{at}.description", TOLD[f"{at}.description"])
    sitting.enter()
    assert sitting.page.title().startswith("Error: ")
    focused = sitting.page.locator(":focus")
    assert (focused.get_attribute("role"), "Category" in focused.inner_text()) == ("alert", True)
    sitting.look("error")
    keys.press("Tab")
    keys.press("Enter")
    field = sitting.page.locator(":focus")
    assert field.get_attribute("aria-invalid") == "true"
    described = str(field.get_attribute("aria-describedby")).split()
    assert "choose a category" in " ".join(sitting.page.locator(f'[id="{one}"]').inner_text() for one in described)
    keys.press("t")  # traffic data
    sitting.type(f"{at}.relation_to_offence", TOLD[f"{at}.relation_to_offence"])
    sitting.enter()
    assert sitting.file["request"]["data"][0]["category"] == "traffic-data"


def test_from_a_received_request_to_a_reasoned_reply(
    browser: Any, desk: Served, pictures: Path, tmp_path: Path
) -> None:
    """On a phone in the dark, from the file of a request to a refusal with its ground and the reasons for it."""
    sitting = Sitting(browser, desk, 390, "dark", pictures)
    page = sitting.page
    file = tmp_path / "received.json"
    file.write_text(json.dumps(RECEIVED), encoding="utf-8")
    page.get_by_label("Case file").set_input_files(file)
    page.locator("#for").select_option("reply")
    sitting.press("Go on")
    sitting.look("question")
    first = sitting.at
    sitting.press("Later")
    assert sitting.at != first
    put_off = page.get_by_role("region", name="Put off")
    assert put_off.get_by_role("button").count() == 1
    page.get_by_text("What else it can say").click()
    about = page.locator("[value='position.prejudices_essential_interests']")
    page.get_by_role("button", name=re.compile("^State")).and_(about).click()
    assert sitting.at == "position.prejudices_essential_interests"
    page.get_by_text("Why is this asked?").click()
    assert "Yes settles" in page.inner_text(".why")
    sitting.look("why")
    sitting.press("Not known")
    assert sitting.file["position"] == {"prejudices_essential_interests": None}
    page.get_by_role("button", name=re.compile("^Change")).and_(about).click()
    assert "The file says now: not known" in page.inner_text("#about")
    sitting.press("Yes")
    assert "grounds.essential-interests" not in page.inner_text("#news")
    assert "A ground for refusal is now open: sovereignty" in page.inner_text("#news")
    sitting.look("news")
    sitting.press("Refusal of a request")
    _reason_it(sitting)
    sitting.press("What documents say beyond the case")
    assert page.get_by_label(re.compile("^Reasons")).input_value() == "The server belongs to the defence of Tesmark."
    sitting.look("letter")
    sitting.press("Back to the draft")
    assert page.get_by_role("checkbox", name=re.compile("^Sovereignty")).is_checked()
    reply = sitting.taken("Download as a page").decode()
    assert "The server belongs to the defence of Tesmark." in reply
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
    sitting.press("Draft it")
    assert "Tick at least one ground." in page.inner_text("[role=alert]")
    sitting.look("no-ground")
    page.get_by_role("checkbox", name=re.compile("^Sovereignty")).check()
    sitting.press("Draft it")
    assert "Art. 40(21)(b)" in page.inner_text(".draft")
    sitting.look("reply")
    other = page.get_by_role("checkbox", name=re.compile("not determined")).first
    other.check()
    page.locator("button[name=go][value='letter.reasons']").click()
    assert "The facts behind each ground" in page.inner_text("h1")
    sitting.press("Back to the draft")
    assert other.is_checked()
    other.uncheck()
    sitting.press("Draft it")
    page.locator("button[name=go][value='letter.reasons']").click()
    page.locator("[id='at-letter.reasons']").fill("The server belongs to the defence of Tesmark.")
    sitting.press("Keep")


def _bring_back(sitting: Sitting, file: Path, words: Path) -> None:
    """Download the two files, begin again, and choose both: the words of the letter are there."""
    page = sitting.page
    words.write_bytes(sitting.taken("Download the words of the letter"))
    file.write_bytes(sitting.taken("Download the case file"))
    page.goto(sitting.home)
    page.get_by_label("Case file").set_input_files(file)
    page.get_by_label("Words of the letter").set_input_files(words)
    page.locator("#for").select_option("reply")
    sitting.press("Go on")
    sitting.look("again")
    assert page.locator("input[name=letter]").first.get_attribute("value") == json.dumps(json.loads(words.read_bytes()))
