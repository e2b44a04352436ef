"""A matter: what happens goes in, the case and the report of any day come out."""

from __future__ import annotations

import itertools
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from uncc import load_case
from uncc.cases import (
    AssistanceCase,
    Decided,
    Denounced,
    Determined,
    Doubted,
    Entry,
    Extended,
    ExtraditionCase,
    FollowedUp,
    Happening,
    Matter,
    Phase,
    Postponed,
    PreservationCase,
    Preserved,
    Recorded,
    Refused,
    RequestReceived,
    Resumed,
)
from uncc.cooperation import AssistancePurpose, AssistanceRequest, Ground, PreservationMeasure
from uncc.doors.serial import from_json, to_json
from uncc.kernel.between import AtLeast
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.parties import State, StateParty
from uncc.kernel.roles import Role

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE, RECEIVED, EFFECTED = (date(2028, 3, day) for day in (8, 9, 10))
FOLLOWED, DECIDED = date(2028, 5, 2), date(2028, 6, 20)


def opened() -> PreservationCase:
    """Return the case of the hospital as it was when the request was made: nothing had happened."""
    case = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
    request = evolve(case.request, received_on=None)
    return evolve(case, as_of=MADE, request=request, measure=PreservationMeasure(extensions=()), discovery=None)


def following() -> AssistanceCase:
    """Return the case of the request for the data."""
    parties = (StateParty(state=State(name)) for name in ("Astoria", "Borduria"))
    requesting, requested = parties
    request = AssistanceRequest(reference="MLA-1", purposes=(AssistancePurpose.STORED_DATA,))
    return AssistanceCase(requesting=requesting, requested=requested, as_of=FOLLOWED, request=request)


STORY: tuple[Happening, ...] = (
    RequestReceived(on=RECEIVED),
    Doubted(on=RECEIVED, threatens_confidentiality=True),
    Recorded(on=RECEIVED, entry=Entry(did="inform-of-outlook", on=RECEIVED, in_time=True)),
    Determined(on=EFFECTED, execution_wanted=True),
    Preserved(on=EFFECTED, period_days=60),
    FollowedUp(on=FOLLOWED, case=following()),
    Postponed(on=date(2028, 5, 20), request=1, consulted=True),
    Decided(on=DECIDED),
)


def stood(matter: Matter, on: date, known_on: date | None = None) -> dict[str, Phase]:
    """Return where the duties of the preservation stand."""
    report = matter.reports(on, known_on=known_on)[0]
    return {one.duty: one.status for one in report.where}


def test_what_is_nothing_that_happens_is_refused() -> None:
    """The class of all that can happen, and a text, are told by their place, also beside what happened."""
    for stranger in (Happening, "received"):
        with pytest.raises(InvalidValue, match=r"happenings\[0\]: .* is not a"):
            Matter(opened=opened(), happenings=(stranger, *STORY))  # type: ignore[arg-type]


@pytest.mark.long
def test_the_story_of_a_preservation() -> None:
    """Art. 42(7), (8): each day the file stands as the text has it; the wait for the decision follows by itself."""
    matter = Matter(opened()).after(*STORY)
    assert stood(matter, MADE)["keep-floor"] is Phase.NOT_DETERMINED
    informed = stood(matter, RECEIVED)
    assert informed["inform-of-outlook"] is Phase.DONE_IN_TIME
    assert informed["determine-execution"] is Phase.OWED_AS_FAR_AS_KNOWN
    kept = stood(matter, EFFECTED)
    assert (kept["determine-execution"], kept["keep-floor"]) == (Phase.DONE_IN_TIME, Phase.CONTINUING)
    assert stood(matter, date(2028, 5, 1))["continue-until-decision"] is Phase.NOT_DETERMINED
    pending = matter.reports(date(2028, 6, 1))[0]
    assert stood(matter, date(2028, 6, 1))["continue-until-decision"] is Phase.CONTINUING
    assert not pending.answer("pending-decision").finding.is_no  # no entry says that it is decided
    assert stood(matter, DECIDED + timedelta(days=1))["continue-until-decision"] is Phase.LAPSED
    preservation, assistance = matter.cases(date(2028, 6, 1))
    assert isinstance(assistance, AssistanceCase)
    assert assistance.request.received_on == FOLLOWED
    assert assistance.requesting == preservation.requesting
    assert assistance.earlier_measure is not None
    assert assistance.earlier_measure.effected_on == EFFECTED
    assert assistance.reply is not None


def test_a_matter_goes_to_json_and_back() -> None:
    """The JSON of a matter says of each event what happened; a wrong name is told with its place and the nearest."""
    more = (
        Extended(on=FOLLOWED, days=30, granted=True),
        Refused(on=DECIDED, request=1, grounds=(Ground.ESSENTIAL_INTERESTS,), reasons_given=True),
        Denounced(on=DECIDED, by=Role.REQUESTED_STATE, known_on=date(2028, 7, 1)),
    )
    matter = Matter(opened()).after(*STORY, *more)
    resumed = Matter(opened()).after(*STORY, Resumed(on=date(2028, 7, 1), request=1))
    for one in (matter, resumed, Matter(following())):
        assert from_json(to_json(one), Matter) == one
        assert from_json(to_json(one, indent=None), Matter).reports(DECIDED) == one.reports(DECIDED)
    told = json.loads(to_json(matter))
    assert [one["happened"] for one in told["happenings"]][:3] == ["request-received", "doubted", "recorded"]
    told["happenings"][0]["happened"], told["opened"]["case"] = "request-receivd", "preservatio"
    told["happenings"][1] = {"happened": ["doubted"]}
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(told), Matter)
    faults = {fault.path: fault.message for fault in caught.value.faults}
    assert {*faults} == {"opened.case", "happenings[0].happened", "happenings[1].happened"}
    assert faults["opened.case"].endswith("perhaps preservation is meant")
    assert faults["happenings[0].happened"].endswith("perhaps request-received is meant")


def test_on_a_day_what_comes_later_has_not_happened() -> None:
    """Before the request that follows there is one case; the case of a day is dated on it."""
    matter = Matter(opened(), STORY)
    (case,) = matter.cases(date(2028, 4, 1))
    assert isinstance(case, PreservationCase)
    assert (case.as_of, case.measure.assistance_requested_on) == (date(2028, 4, 1), None)
    assert len(matter.cases(FOLLOWED)) == 2


def test_a_request_of_another_kind() -> None:
    """What happens to every request can be entered in any of them; both States can denounce (Art. 67(1))."""
    case = load_case(EXAMPLES / "extradite_or_prosecute.json", ExtraditionCase)
    bare = evolve(case, request=evolve(case.request, received_on=None))
    on = date(2029, 1, 5)
    matter = Matter(bare).after(
        RequestReceived(on=on), Denounced(on=on, by=Role.REQUESTING_STATE), Denounced(on=on, by=Role.REQUESTED_STATE)
    )
    (then,) = matter.cases(on)
    assert then.request.received_on == on
    assert then.requesting.bound_until == then.requested.bound_until == date(2030, 1, 5)


NO_DOUBT = Doubted(
    on=RECEIVED, will_not_secure_data=False, threatens_confidentiality=False, prejudices_investigation=False
)
IMPOSSIBLE: dict[str, tuple[tuple[Happening, ...], str, str]] = {
    "preserved before receipt": ((Preserved(on=EFFECTED),), "Preserved.on", "the request was received"),
    "received on a later day": (
        (Preserved(on=EFFECTED), RequestReceived(on=EFFECTED + timedelta(days=1))),
        *("Preserved.on", "the request was received"),
    ),
    "extended before it was preserved": (
        (RequestReceived(on=RECEIVED), Extended(on=EFFECTED, days=30)),
        *("Extended.on", "the preservation took effect"),
    ),
    "decided before anything followed": ((*STORY[:5], Decided(on=DECIDED)), "Decided.on", "a request followed"),
    "followed twice": ((*STORY, FollowedUp(on=DECIDED, case=following())), "FollowedUp.on", "another one is entered"),
    "received twice": (
        (RequestReceived(on=RECEIVED), RequestReceived(on=EFFECTED)),
        "RequestReceived.on",
        "not received yet",
    ),
    "a preservation that is postponed": (
        (RequestReceived(on=RECEIVED), Postponed(on=EFFECTED)),
        *("Postponed.on", "a request for assistance"),
    ),
    "a preservation that is refused before it was received": (
        (Refused(on=EFFECTED),),
        *("Refused.on", "on or after the day on which the request was received"),
    ),
    "assistance that is resumed, and was not postponed": (
        (*STORY[:6], Resumed(on=DECIDED, request=1)),
        *("Resumed.on", "after a postponement"),
    ),
    "assistance that is preserved": (
        (*STORY, Preserved(on=DECIDED, request=1)),
        *("Preserved.on", "a request for preservation"),
    ),
    "of a request that is not there": ((RequestReceived(on=RECEIVED, request=1),), "RequestReceived.request", "from 0"),
    "determined without a doubt": (
        (
            RequestReceived(on=RECEIVED),
            NO_DOUBT,
            Determined(on=EFFECTED, execution_wanted=True),
        ),
        *("Determined.on", "came to doubt"),
    ),
}


@pytest.mark.parametrize(("happened", "field", "words"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_have_happened_is_refused(happened: tuple[Happening, ...], field: str, words: str) -> None:
    """It is one error that names what happened, and what it presupposes."""
    with pytest.raises(InvalidValue, match=words) as error:
        Matter(opened(), happened)
    assert error.value.field == field


def test_nothing_is_known_before_it_happens() -> None:
    """A day of knowledge before that of the event is refused."""
    with pytest.raises(InvalidValue) as error:
        RequestReceived(on=RECEIVED, known_on=MADE)
    assert error.value.field == "known_on"


def test_extensions_are_known_as_far_as_the_opening_says() -> None:
    """Art. 42(9): where the opening says that there was none, those entered are all; else there may be others."""
    happened = (
        *STORY[:5],
        Extended(on=date(2028, 4, 1), days=30, granted=True),
        Extended(on=date(2028, 4, 20), days=9),
    )
    for before, count in (((), 2), (None, 2)):
        case = evolve(opened(), measure=PreservationMeasure(extensions=before))
        (then,) = Matter(case, happened).cases(date(2028, 5, 1))
        assert isinstance(then, PreservationCase)
        held = then.measure.extensions
        assert held is not None
        assert len(held.items if isinstance(held, AtLeast) else held) == count
        assert isinstance(held, AtLeast) is (before is None)


def test_a_refusal_stands_in_the_case_of_the_request() -> None:
    """Art. 40(21), (25), (28): with its grounds, and whether the States consulted and reasons were given."""
    refused = Refused(on=DECIDED, request=1, grounds=(Ground.ESSENTIAL_INTERESTS,), consulted=True, reasons_given=True)
    _, case = Matter(opened(), (*STORY[:6], refused)).cases(DECIDED)
    assert isinstance(case, AssistanceCase)
    assert case.reply is not None
    assert case.reply.grounds == (Ground.ESSENTIAL_INTERESTS,)


def test_a_postponement_stands_until_its_ground_has_ended() -> None:
    """Art. 40(27): the assistance is owed again from that day on; while the postponement is not known, nothing ends."""
    postponed, ended = evolve(STORY[6], known_on=date(2028, 7, 1)), Resumed(on=date(2028, 6, 1), request=1)
    matter = Matter(opened(), (*STORY[:6], postponed, ended))
    (_, known), (_, unknown) = (matter.cases(DECIDED, known_on=day) for day in (date(2028, 7, 1), DECIDED))
    assert isinstance(known, AssistanceCase)
    assert isinstance(unknown, AssistanceCase)
    assert known.reply is not None
    assert (known.reply.answered_on, known.reply.ground_ended_on) == (date(2028, 5, 20), date(2028, 6, 1))
    assert unknown.reply is None


def test_a_refusal_stands_in_the_case_of_a_preservation() -> None:
    """Art. 42(6): with its day and its grounds, so that one that is not open breaks what the list says."""
    refused = Refused(on=EFFECTED, grounds=(Ground.BANK_SECRECY,))
    matter = Matter(opened(), (*STORY[:2], refused))
    assert stood(matter, RECEIVED)["no-other-ground-for-refusing-preservation"] is Phase.CONTINUING
    assert stood(matter, EFFECTED)["no-other-ground-for-refusing-preservation"] is Phase.BROKEN


def test_a_later_doubt_leaves_the_earlier_ones() -> None:
    """Art. 42(7): what a later happening does not tell of, the requested State believes as before."""
    later = Doubted(on=EFFECTED, will_not_secure_data=True)
    (case,) = Matter(opened(), (*STORY[:2], later)).cases(EFFECTED)
    assert isinstance(case, PreservationCase)
    assert (case.outlook.threatens_confidentiality, case.outlook.will_not_secure_data) == (True, True)


# What holds of every matter

known = st.lists(st.integers(0, 30), min_size=len(STORY), max_size=len(STORY)).map(
    lambda late: tuple(
        evolve(one, known_on=one.on + timedelta(days=days)) for one, days in zip(STORY, late, strict=True)
    )
)
some_days = st.dates(MADE, date(2028, 7, 30))


@given(known, some_days, some_days)
def test_what_became_known_later_changes_nothing_as_known_before(
    story: tuple[Happening, ...], on: date, known_on: date
) -> None:
    """For a fixed day of knowledge, what became known after it is as if it had not happened."""
    matter = Matter(opened(), story)
    everything = [evolve(one, known_on=date(2029, 1, 1)) if not one.is_known(known_on) else one for one in story]
    assert matter.cases(on, known_on=known_on) == Matter(opened(), tuple(everything)).cases(on, known_on=known_on)


def test_what_happened_to_a_request_that_is_not_known_yet_is_not_known_either() -> None:
    """A postponement that is known before the request that it postpones waits until that is known."""
    follows = evolve(STORY[5], known_on=date(2028, 6, 30))
    matter = Matter(opened(), (*STORY[:5], follows, STORY[6]))
    assert len(matter.cases(date(2028, 6, 1), known_on=date(2028, 6, 1))) == 1
    assert len(matter.cases(date(2028, 6, 1), known_on=date(2028, 6, 30))) == 2


def test_the_order_in_which_events_of_one_day_are_entered_changes_nothing() -> None:
    """Every order of what happened gives the same matter; so does an event that is entered twice."""
    first = STORY[:5]
    matters = {Matter(opened(), order) for order in itertools.permutations(first)}
    assert matters == {Matter(opened(), (*first, *first))}


@pytest.mark.long
@given(some_days)
def test_a_broken_duty_stays_broken(on: date) -> None:
    """Data that were lost while they had to be kept were lost, whatever is done later."""
    lost = Recorded(on=date(2028, 4, 2), entry=Entry(did_not="keep-floor", on=date(2028, 4, 2)))
    matter = Matter(opened(), (*STORY, lost))
    assert (stood(matter, on)["keep-floor"] is Phase.BROKEN) is (on >= date(2028, 4, 2))
