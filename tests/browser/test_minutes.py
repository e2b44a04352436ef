"""Both ways through the desk take less than ten minutes, for somebody who has never seen it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from tests.browser.minutes import Walk
from tests.browser.test_pages import browser
from tests.examples.desk_served import CHECKOUT, IS_THERE, Served, served
from uncc.cases import AssistanceCase, PreservationCase, assess
from uncc.doors.serial import read_case

__all__ = ["browser"]
if not IS_THERE:
    pytest.skip("needs examples/desk/requirements.txt", allow_module_level=True)

MOST_MINUTES = 10
STATES = {"requesting.state.name": "Noravia", "requested.state.name": "Tesmark"}
REQUEST = STATES | {
    "request.authority.name": "Cybercrime Division",
    "request.offence.title": "Attack on a hospital",
    "request.offence.summary_of_facts": "Since 9 March a hospital cannot read its records.",
    "request.data[0].category": "traffic-data",
    "request.data[0].description": "Connection logs of the rented server",
    "request.data[0].relation_to_offence": "They show who gave the orders.",
    "request.custodian.name": "Lantern Hosting",
    "request.system_location": "Port Tesmark",
    "request.necessity": "Logs are deleted after seven days.",
    "request.later_assistance": "A request for the logs will follow.",
}
FACTS = {
    "request.offence.established_in_accordance": "yes",
    "request.system_in_requested_territory": "yes",
    "request.intends_assistance": "yes",
    "request.confidentiality_needed": "no",
    "requesting.bound_from": "2025-06-01",
    "requesting.denounced": "no",
    "requested.bound_from": "2025-09-01",
    "requested.denounced": "no",
}
SENDING = {"letter.requested_authority.name": "Central Authority of Tesmark", "letter.signatory": "A. Novak, Head"}
POSITION = STATES | {"treaty.binds": "no", "position.prejudices_essential_interests": "yes"}
REASONS = {
    "letter.requested_authority.name": "Ministry of Justice of Tesmark",
    "letter.reasons": "The server belongs to the defence of Tesmark, and its logs show how it is guarded.",
    "letter.consulted_on": str(date.today() - timedelta(days=3)),
    "letter.signatory": "B. Oran, Minister of Justice",
    "request.authority.name": "Ministry of Justice of Noravia",
    "request.made_on": str(date.today() - timedelta(days=20)),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Start the desk."""
    with served(tmp_path_factory.mktemp("desk")) as started:
        yield started


def _begun(browser: Any, desk: Served, lesson: str) -> Walk:
    """Return a walk that has begun at the README, and read of the lesson how to start and its one part."""
    page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
    page.set_default_timeout(20_000)
    walk = Walk(page)
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    walk.follow("README", readme.partition("docs/tutorial/desk.md")[0])
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", (CHECKOUT / "docs/tutorial/desk.md").read_text(encoding="utf-8"))
    start, *parts = text.split("\n## ")
    walk.start(start, desk.address)
    walk.read("the lesson", next(part for part in parts if part.startswith(lesson)))
    return walk


def _fill_in(walk: Walk, answers: Mapping[str, str], button: str) -> None:
    for name, text in answers.items():
        walk.answer(name, text)
    walk.press(button)


def _file(walk: Walk) -> Any:
    return read_case(walk.page.locator("input[name=file]").first.get_attribute("value"))


def test_a_request_is_written_in_ten_minutes(browser: Any, desk: Served) -> None:
    """From the README to a request for preservation that has all that it shall, and is ready to sign."""
    walk = _begun(browser, desk, "Write a request")
    walk.press(value="preservation/ask")
    _fill_in(walk, REQUEST, "Answer")
    _fill_in(walk, FACTS, "Answer")
    _fill_in(walk, SENDING, "Keep")
    letter = walk.take("Download, ready to sign")
    assert {text for name, text in REQUEST.items() if name.startswith("request") and text not in letter} == {
        "traffic-data"
    }
    case = _file(walk)
    assert isinstance(case, PreservationCase)
    assert all(assess(case).answer(one).finding.is_yes for one in ("in-force", "scope", "conditions", "conformity"))
    _hold(walk)


def test_a_reply_is_written_in_ten_minutes(browser: Any, desk: Served) -> None:
    """From the README and a request on paper to a refusal with its ground and the reasons for it, ready to sign."""
    walk = _begun(browser, desk, "Answer a request")
    walk.press(value="assistance/reply")
    _fill_in(walk, POSITION, "Answer")
    walk.press("Refusal of a request")
    _fill_in(walk, REASONS, "Keep")
    letter = walk.take("Download, ready to sign")
    assert REASONS["letter.reasons"] in letter
    assert "[Art. 40(21)(b)]" in letter
    assert isinstance(_file(walk), AssistanceCase)
    _hold(walk)


def _hold(walk: Walk) -> None:
    sys.stdout.write(f"{walk}\n")
    assert walk.minutes < MOST_MINUTES, str(walk)
    walk.page.context.close()
