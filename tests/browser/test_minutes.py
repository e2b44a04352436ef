"""Both ways through the desk take less than ten minutes, for somebody who has never seen it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from tests.browser.minutes import BLANK_IS_NO, Walk
from tests.browser.test_pages import browser
from tests.examples.desk_served import CHECKOUT, IS_THERE, Served, served
from uncc.cases import PreservationCase, assess
from uncc.doors.serial import read_case

__all__ = ["browser"]
if not IS_THERE:
    pytest.skip("needs examples/desk/requirements.txt", allow_module_level=True)

MOST_MINUTES = 10
STATES = {"requesting.state.name": "Noravia", "requested.state.name": "Tesmark"}
REQUEST = STATES | {
    "request.authority.name": "Prosecutor General of Noravia",
    "request.offence.title": "Fraud against a pension fund",
    "request.offence.summary_of_facts": "On 3 May the bank details of 412 pensioners were changed by mail, and "
    "their pensions were paid to accounts abroad within a week.",
    "request.data[0].category": "content-data",
    "request.data[0].description": "Messages of the account harvest.moon since 1 April",
    "request.data[0].relation_to_offence": "In them the changes were ordered and paid for.",
    "request.custodian.name": "Meridian Mail",
    "request.necessity": "The holder can delete the messages at any time, and has done so before.",
    "request.later_assistance": "We will ask for the messages.",
    "request.confidentiality": "The holder is a suspect.",
}
FACTS = {
    "request.offence.established_in_accordance": "yes",
    "request.system_in_requested_territory": "yes",
    "request.locating_information_available": "no",
    "requesting.bound_from": "2025-06-01",
    "requested.bound_from": "2025-09-01",
    "requesting.denounced": BLANK_IS_NO,
    "requested.denounced": BLANK_IS_NO,
}
SENDING = {
    "request.reference": "NOR-28/0311",
    "letter.signatory": "I. Marsh, Deputy Prosecutor General",
}
BOUND = {name: value for name, value in FACTS.items() if name.startswith("request") and "request." not in name}
POSITION = STATES | {
    "position.prejudices_essential_interests": "yes",
    "position.prohibited_for_similar_offence": BLANK_IS_NO,
    **BOUND,
}
REASONS = {
    "letter.requested_authority.name": "Ministry of Justice of Tesmark",
    "letter.reasons": "The server belongs to the defence of Tesmark. Its logs show which posts it serves, and how "
    "and by whom it is guarded. To copy them would let others see that, and a copy of a part cannot be made without "
    "showing the whole. We can preserve the account of the customer alone.",
    "letter.consulted": "yes",
    "letter.signatory": "B. Oran, Minister of Justice",
    "request.authority.name": "Ministry of Justice of Noravia",
    "request.made_on": str(date.today() - timedelta(days=20)),
    "request.reference": "MLA 4/28",
}
LEAST_TYPED = 70
"""How many words of one's own a walk has at least."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Start the desk."""
    with served(tmp_path_factory.mktemp("desk")) as started:
        yield started


def _begun(browser: Any, desk: Served) -> Walk:
    """Return a walk that has read the README as far as the command that starts the desk, and has started it."""
    page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
    page.set_default_timeout(20_000)
    walk = Walk(page)
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    walk.start("".join(readme.partition("examples/desk --open")[:2]), desk.address)
    return walk


def _fill_in(walk: Walk, answers: Mapping[str, str], button: str) -> None:
    for name, text in answers.items():
        walk.answer(name, text)
    walk.press(button)


def _file(walk: Walk) -> Any:
    return read_case(walk.page.locator("input[name=file]").first.get_attribute("value"))


def test_a_request_is_written_in_ten_minutes(browser: Any, desk: Served) -> None:
    """From the README to a request for preservation that has all that it shall, and is ready to sign."""
    walk = _begun(browser, desk)
    walk.press(value="preservation/ask")
    _fill_in(walk, REQUEST, "Answer")
    _fill_in(walk, FACTS | SENDING, "Answer")
    letter = walk.take("Download for Word ready to sign")
    assert {text for text in (REQUEST | SENDING).values() if text not in letter} == {"content-data"}
    case = _file(walk)
    assert isinstance(case, PreservationCase)
    assert all(assess(case).answer(one).finding.is_yes for one in ("in-force", "scope", "conditions", "conformity"))
    _hold(walk)


def test_a_reply_is_written_in_ten_minutes(browser: Any, desk: Served) -> None:
    """From the README and a request on paper to a refusal with its ground and the reasons for it, ready to sign."""
    walk = _begun(browser, desk)
    walk.press(value="preservation/reply")
    _fill_in(walk, POSITION, "Answer")
    walk.press("Refusal of a request")
    _fill_in(walk, REASONS, "Keep")
    letter = walk.take("Download for Word ready to sign")
    assert REASONS["letter.reasons"] in letter
    assert "[Art. 40(21)(b)]" in letter
    case = _file(walk)
    assert isinstance(case, PreservationCase)
    assert assess(case).answer("in-force").finding.is_yes
    assert "To be settled" not in walk.page.inner_text("main")
    _hold(walk)


def _hold(walk: Walk) -> None:
    sys.stdout.write(f"{walk}\n")
    assert walk.typed >= LEAST_TYPED
    assert walk.minutes < MOST_MINUTES, str(walk)
    walk.page.context.close()
