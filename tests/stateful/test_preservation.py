"""Preservation from the request to the release of the data: a machine that keeps its own books from the text.

What the request says and what the States think of it may be known or not: that law has two values (`completions`).
The books follow Arts. 25(2) and 42(4) to (9) on the readings adopted: the floor runs from the day on which the data
are in fact preserved, an early decision does not shorten it, and an extension can be asked for on the last day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
from attrs import define, field
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.effort import effort
from tests.metamorphic.documents import outcome, settled
from tests.stateful.completions import Fact, over_completions
from uncc.cases import PreservationCase, Report, assess, standing
from uncc.cooperation import (
    Authority,
    Custodian,
    DataCategory,
    DataItem,
    Discovery,
    Extension,
    Ground,
    Offence,
    Outlook,
    Position,
    PreservationMeasure,
    PreservationRequest,
    disclosure_grounds,
    duties_on_path_disclosure,
    duties_on_receipt,
    may_request_extension,
    must_continue_until_decision,
    must_disclose_path,
    must_inform_of_outlook,
    preservation_conformity,
    preservation_expiry,
    preservation_grounds,
    preservation_runs,
    preservation_window,
    shall_execute_nevertheless,
)
from uncc.kernel import again
from uncc.kernel.duties import Modality, Promptness
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Truth
from uncc.kernel.lists import items_of
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import (
    PreservationOrder,
    PreservationRegime,
    Renewal,
    duties_on_custodian_silence,
    last_day_of_order,
    must_keep_confidential,
    stays_within_ceiling,
)
from uncc.readings import Readings
from uncc.readings.chapter_5 import DisclosurePersonalData

FIRST = date(2027, 1, 1)
FLOOR, CEILING = timedelta(days=60), timedelta(days=90)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
TAKEN_OVER = {
    Ground.ESSENTIAL_INTERESTS: ("prejudices_essential_interests",),
    Ground.DOMESTIC_PROHIBITION: ("prohibited_for_similar_offence",),
    Ground.DISCRIMINATION: ("discriminatory_purpose", "discriminatory_prejudice"),
}
"""The grounds that Art. 42(6) and 43(2) take over, with what each asks for; no other ever is."""
PARTICULARS = ("authority", "facts", "data", "relation", "custodian", "location", "necessity", "later", "silence")
"""Art. 42(3)(a) to (g): what a request can say beside the offence, which it names."""
PARTS: dict[str, type[Facts]] = {"offence": Offence, "request": PreservationRequest, "position": Position}
LEARNABLE = [
    *(f"{part}.{name}" for part, kind in PARTS.items() for name in kind.questions()),
    *(f"disclosure.{name}" for name in Position.questions()),
    "reserved",
]
"""What can be learnt at any time of the request, of what the requested State thinks and of what it has reserved."""


def opens(fact: Fact) -> bool:
    """Arts. 35(1), 42(1): for whose evidence, where the system is, and what is meant to follow."""
    offence = fact("offence.established_in_accordance") or fact("offence.serious_crime")
    return offence and fact("request.system_in_requested_territory") and fact("request.intends_assistance")


def lacks_dual_criminality(fact: Fact) -> bool:
    """Art. 42(5): required for disclosure, reserved, doubted, and no offence of the Convention."""
    return (
        fact("position.requires_dual_criminality_for_disclosure")
        and fact("reserved")
        and not fact("offence.established_in_accordance")
        and fact("position.doubts_dual_criminality_at_disclosure")
    )


def carried_by(part: str, ground: Ground) -> Callable[[Fact], bool]:
    """Art. 42(6), 43(2): whether a ground of the closed list is there."""
    return lambda fact: any(fact(f"{part}.{name}") for name in TAKEN_OVER.get(ground, ()))


@define
class Asked:
    """An extension in the books: when it was asked for, and what became of it."""

    on: date
    granted: bool | None = None
    until: date | None = None


@define
class Books:
    """What happened, as a clerk would write it down who has the Convention at hand."""

    received: date | None = None
    effected: date | None = None
    period: int = 0
    extensions: list[Asked] = field(factory=list[Asked])
    requested: date | None = None
    found: bool = False
    decided: date | None = None
    destroyed: date | None = None
    said: set[str] = field(factory=set[str])
    known: dict[str, bool] = field(factory=dict[str, bool])
    silence_days: int | None = None

    def comes_to(self, rule: Callable[[Fact], bool]) -> Truth:
        """What a rule comes to, as far as the facts are known."""
        return over_completions(rule, self.known)

    def conforms(self, fact: Fact) -> bool:
        """Art. 42(3)(a) to (g): what the request must say, what of it must be there to say, and what is needed."""
        return (
            {"authority", "facts", "data", "relation", "necessity", "later"} <= self.said
            and ({"custodian", "location"} <= self.said or not fact("request.locating_information_available"))
            and ("silence" in self.said or not fact("request.confidentiality_needed"))
        )

    @property
    def floor(self) -> date:
        """Art. 42(8): not less than sixty days."""
        assert self.effected is not None
        return self.effected + FLOOR

    @property
    def pending(self) -> bool:
        """Art. 42(8): a request that found the data preserved keeps them so until it is decided."""
        return self.found and self.decided is None

    @property
    def last(self) -> date:
        """The last day of the period: what was set, not before the floor, as extended, or the decision if later."""
        assert self.effected is not None
        days = [self.floor, self.effected + timedelta(days=self.period)]
        days += [one.until for one in self.extensions if one.granted and one.until is not None]
        return max([*days, self.decided] if self.found and self.decided is not None else days)

    @property
    def unanswered(self) -> bool:
        """Art. 42(9): whether an extension was asked for and the answer has not come."""
        return any(one.granted is None for one in self.extensions)

    def must_keep(self, on: date) -> Truth:
        """Whether the data must be there on a day: an extension that waits for its answer never shortens a period."""
        if self.effected is None:
            return UNKNOWN
        if self.pending or on <= self.last:
            return YES
        return UNKNOWN if self.unanswered else NO

    def measure(self) -> PreservationMeasure:
        """The same, as the library takes it."""
        return PreservationMeasure(
            request_received_on=self.received,
            effected_on=self.effected,
            period_days=self.period or None,
            extensions=tuple(Extension(requested_on=e.on, granted=e.granted, until=e.until) for e in self.extensions),
            assistance_requested=self.requested is not None,
            assistance_requested_on=self.requested,
            still_preserved=None if self.requested is None else self.found,
            decided=self.decided is not None if self.requested is not None else None,
            decided_on=self.decided,
        )


class Preservation(RuleBasedStateMachine):
    """Two States, one request for preservation, and the days that pass."""

    def __init__(self) -> None:
        super().__init__()
        self.today = FIRST
        self.books = Books()
        self.outlook = Outlook()
        self.discovery: Discovery | None = None
        self.order: PreservationOrder | None = None
        self.regime = PreservationRegime()
        self.earliest: date | None = None
        self.kept: list[date] = []

    # What happens

    @initialize(days=st.integers(0, 400), said=st.sets(st.sampled_from(PARTICULARS)), whole=st.booleans())
    def some_day(self, days: int, said: set[str], whole: bool) -> None:
        """The story begins on some day, before or after a 29 February, with a request that is complete or not."""
        self.today = FIRST + timedelta(days=days)
        self.books.said = set(PARTICULARS) if whole else said

    @rule(particulars=st.sets(st.sampled_from(PARTICULARS), min_size=1))
    def complete(self, particulars: set[str]) -> None:
        """Art. 42(3): the request is completed."""
        self.books.said |= particulars

    @rule(data=st.data())
    def learn(self, data: st.DataObject) -> None:
        """Something is learnt that was not known: it overturns no answer, no duty and no day that was settled."""
        before = settled(outcome(self.report()))
        for name in data.draw(st.lists(st.sampled_from(LEARNABLE), min_size=1, max_size=8)):
            self.books.known.setdefault(name, data.draw(st.booleans(), name))
        after = outcome(self.report())
        assert {name: after[name] for name in before} == before

    @rule(days=st.sampled_from([1, 1, 2, 7, 29, 30, 31, 58, 59, 60, 61, 90, 365]))
    def wait(self, days: int) -> None:
        """Days pass."""
        self.today += timedelta(days=days)

    @precondition(lambda self: self.books.effected is not None)
    @rule(days=st.integers(-1, 1))
    def wait_for_the_last_day(self, days: int) -> None:
        """Days pass until the last day of the period, the day before or the day after."""
        self.today = max(self.today, self.books.last + timedelta(days=days))

    @precondition(lambda self: self.books.received is None)
    @rule()
    def receive(self) -> None:
        """Art. 42(4): the request for preservation comes in."""
        self.books.received = self.today

    @precondition(lambda self: self.books.received is not None and self.books.effected is None)
    @rule(period=st.sampled_from([0, 1, 30, 59, 60, 61, 90, 180, 400]))
    def preserve(self, period: int) -> None:
        """Art. 42(8): the data are preserved from today, for the period that the requested State sets, or for none."""
        ordered = None if self.order is None else self.order.days
        if isinstance(ordered, int) and ordered < (period or 60):
            return  # a period that is set by an order is no longer than the order
        self.books.effected = self.today
        self.books.period = period or 60

    @precondition(lambda self: self.books.effected is not None and self.books.requested is None)
    @rule()
    def request_assistance(self) -> None:
        """Art. 42(8): the request to search, seize or disclose comes, in time or late."""
        self.books.requested = self.today
        self.books.found = self.today <= self.books.floor or self.books.destroyed is None

    @precondition(lambda self: self.books.requested is not None and self.books.decided is None)
    @rule()
    def decide(self) -> None:
        """Art. 42(8): the requested State decides on it."""
        self.books.decided = self.today

    @precondition(lambda self: self.books.effected is not None and len(self.books.extensions) < 4)
    @rule()
    def ask_for_extension(self) -> None:
        """Art. 42(9): an extension is asked for, if that is still open."""
        if self.may_ask() is YES:
            self.books.extensions.append(Asked(self.today))

    @precondition(lambda self: self.books.unanswered)
    @rule(days=st.sampled_from([0, 1, 30, 60, 90, 200]), granted=st.booleans())
    def answer_extension(self, days: int, granted: bool) -> None:
        """Art. 42(9): the extension is granted for some days from today, or refused."""
        asked = next(one for one in self.books.extensions if one.granted is None)
        asked.granted = granted
        asked.until = self.today + timedelta(days=days) if granted else None

    @precondition(lambda self: self.books.effected is not None and self.books.destroyed is None)
    @rule()
    def destroy(self) -> None:
        """The data are released or lost; what was owed is what the books say, not what was done."""
        if self.books.must_keep(self.today) is NO:
            self.books.destroyed = self.today

    @rule(data=st.data())
    def believe(self, data: st.DataObject) -> None:
        """Art. 42(7): the requested State forms a belief, or the requesting State determines what is to be done."""
        name = data.draw(st.sampled_from(list(Outlook.questions())))
        said = {name: data.draw(st.booleans())}
        if said == {"execution_wanted": True}:
            said["determined"] = True  # what it wants it has determined
        if said == {"determined": False}:
            said["execution_wanted"] = False
        self.outlook = attrs.evolve(self.outlook, **said)

    @rule(provider_abroad=st.booleans(), involved=st.booleans())
    def discover(self, provider_abroad: bool, involved: bool) -> None:
        """Art. 43(1): in executing the request, a provider in another State is discovered, or is not."""
        self.discovery = Discovery(
            executing_preservation_request=provider_abroad,
            concerns_traffic_data=True,
            provider_in_another_party=involved,
        )

    @precondition(lambda self: self.books.received is not None and self.order is None)
    @precondition(lambda self: self.books.effected in {None, self.today})  # not before it
    @rule(
        days=st.sampled_from([30, 89, 90, 91]),
        renewable=st.booleans(),
        silence=st.none() | st.sampled_from([1, 60, 90, 365]),
    )
    def order_custodian(self, days: int, renewable: bool, silence: int | None) -> None:
        """Art. 25(2), (3): by an order to a person, whom domestic law binds to silence for a period, or does not."""
        if self.books.effected is not None and days < self.books.period:
            return  # a period that is set by an order is no longer than the order
        self.order = PreservationOrder(ordered_on=self.today, days=days, necessary=True, renewals=())
        self.regime = PreservationRegime(
            by_order_to_person=True,
            provides_renewal=renewable,
            obliges_confidentiality=silence is not None,
            confidentiality_days=silence,
        )
        self.books.silence_days = silence

    @property
    def renewals(self) -> tuple[Renewal, ...]:
        """The renewals of the order so far."""
        listed = attrs.fields(PreservationOrder).renewals
        return () if self.order is None else tuple(one for one, _ in items_of(self.order, listed))

    @precondition(lambda self: self.order is not None and len(self.renewals) < 3)
    @rule(days=st.sampled_from([30, 90, 91]))
    def renew(self, days: int) -> None:
        """Art. 25(2): the order is renewed."""
        assert self.order is not None
        renewal = Renewal(on=self.today, days=days)
        self.order = attrs.evolve(self.order, renewals=(*self.renewals, renewal))

    # What must hold after each event

    def may_ask(self) -> Truth:
        """Art. 42(9), by the books: before the period expires; while a decision is pending none does."""
        if self.books.pending:
            return YES
        return self.books.must_keep(self.today)

    @invariant()
    def the_floor_is_never_shortened(self) -> None:
        """Art. 42(8): the earliest end is sixty days from the start or later, and no event brings it forward."""
        window = preservation_window(self.books.measure())
        if self.books.effected is None:
            assert window.because.is_unknown
            return
        assert window.not_before is not None
        assert window.not_before.on >= self.books.floor
        assert self.earliest is None or window.not_before.on >= self.earliest
        assert window.not_after is None
        self.earliest = window.not_before.on

    @invariant()
    def what_must_be_kept_is_kept(self) -> None:
        """Art. 42(8), (9): today, tomorrow and around the last day the data must be there as the books say."""
        if self.books.effected is None:
            return
        measure = self.books.measure()
        for around in (self.today, self.books.floor, self.books.last):
            for days in (-1, 0, 1):
                on = max(around + timedelta(days=days), self.books.effected)
                assert preservation_runs(measure, on).truth is self.books.must_keep(on), (on, self.books)

    @invariant()
    def no_deadline_is_lost(self) -> None:
        """Art. 42(8): there is a last day, or a decision is pending, or an answer on an extension is."""
        if self.books.effected is None:
            return
        expiry = preservation_expiry(self.books.measure())
        if self.books.pending:
            assert expiry.is_never
        elif self.books.unanswered:
            assert expiry.is_unknown
        else:
            assert expiry.on == self.books.last

    @invariant()
    def a_pending_decision_keeps_the_data(self) -> None:
        """Art. 42(8): once a request has found the data, nothing but the decision on it ends that duty."""
        duty = must_continue_until_decision(self.books.measure()).truth
        assert duty is Truth.of(self.books.pending)

    @invariant()
    def an_extension_is_open_before_expiry(self) -> None:
        """Art. 42(9): it can be asked for before the period expires, again and again, and no more after."""
        if self.books.effected is not None:
            assert may_request_extension(self.books.measure(), self.today).truth is self.may_ask()

    @invariant()
    def a_ceiling_does_not_pass_unnoticed(self) -> None:
        """Art. 25(2): ninety days from the order, and anew from each renewal that the law provides for; no more."""
        if self.order is None:
            return
        renewals = self.renewals
        counted = [self.order.ordered_on, *(one.on for one in renewals if self.regime.provides_renewal)]
        assert (
            last_day_of_order(self.order, self.regime).on == max(on for on in counted if isinstance(on, date)) + CEILING
        )
        kept = all(days in range(91) for days in (self.order.days, *(one.days for one in renewals)))
        allowed = kept and (self.regime.provides_renewal or not renewals)
        assert stays_within_ceiling(self.order, self.regime).truth is Truth.of(bool(allowed))

    @invariant()
    def a_belief_is_told_and_the_other_decides(self) -> None:
        """Art. 42(7): each of three beliefs must be told; the requesting State alone determines what follows."""
        beliefs = [getattr(self.outlook, name) for name in list(Outlook.questions())[:3]]
        told = YES if True in beliefs else NO if set(beliefs) == {False} else UNKNOWN
        assert must_inform_of_outlook(self.outlook).truth is told
        duties = {duty.id: duty for duty in duties_on_receipt(self.request(), outlook=self.outlook)}
        done = max(Truth.of(self.outlook.determined), Truth.of(self.outlook.execution_wanted))
        informed = max(done, UNKNOWN)  # that nothing is determined yet does not say that nobody was informed
        for name, found in (("inform-of-outlook", informed), ("determine-execution", done)):
            stood = standing(duties[name], on=self.today)
            assert (duties[name].trigger.truth, stood.done.truth) == (told, found)
        assert duties["inform-of-outlook"].deadline is Promptness.PROMPTLY
        wanted = Truth.of(self.outlook.execution_wanted)
        assert shall_execute_nevertheless(self.outlook).truth is min(told, wanted, key=[NO, UNKNOWN, YES].index)

    @invariant()
    def silence_lasts_as_the_law_sets(self) -> None:
        """Art. 25(3): the custodian keeps silent for the period that domestic law sets, however often renewed."""
        if self.order is None:
            return
        ordered, days = self.order.ordered_on, self.books.silence_days
        assert isinstance(ordered, date)
        last = None if days is None else ordered + timedelta(days=days)
        assert duties_on_custodian_silence(self.regime, self.order)[0].trigger.truth is Truth.of(days is not None)
        for on in (ordered, self.today, *(() if last is None else (last, last + timedelta(days=1)))):
            bound = must_keep_confidential(self.regime, self.order, on=on)
            assert bound.truth is Truth.of(last is not None and on <= last)

    @invariant()
    def a_request_obliges_on_receipt(self) -> None:
        """Art. 42(1), (3), (4): what it says and lacks, and what is owed for it without dual criminality."""
        books, request = self.books, self.request()
        assert preservation_conformity(request).truth is books.comes_to(books.conforms)
        duties = {
            duty.id: duty for duty in duties_on_receipt(request, position=self.position(), requested=self.requested())
        }
        assert duties["locate"].trigger.is_yes
        obliges = duties["preserve"]
        assert obliges.trigger.truth is books.comes_to(lambda fact: "data" in books.said and opens(fact))
        assert obliges.deadline is Promptness.EXPEDITIOUSLY
        unconditional = duties["no-dual-criminality"]
        assert unconditional.modality is Modality.SHALL_NOT
        assert unconditional.trigger.truth is books.comes_to(lambda fact: not lacks_dual_criminality(fact))

    @invariant()
    def no_event_opens_a_ground(self) -> None:
        """Art. 42(5), (6), 43(2): whatever has happened, the lists are closed, and the reservation is in one alone."""
        found = preservation_grounds(self.request(), position=self.position(), requested=self.requested())
        for ground, finding in found.items():
            expected = lacks_dual_criminality if ground is Ground.DUAL_CRIMINALITY else carried_by("position", ground)
            assert finding.truth is self.books.comes_to(expected), ground
        closed = Readings.of(DisclosurePersonalData.LIST_IS_CLOSED)
        for ground, finding in again.under(disclosure_grounds(position=self.position("disclosure")), closed).items():
            assert finding.truth is self.books.comes_to(carried_by("disclosure", ground)), ground

    @invariant()
    def a_discovery_obliges_where_all_is_so(self) -> None:
        """Art. 43(1): disclosure is owed where a provider in another State was involved, and not otherwise."""
        if self.discovery is not None:
            found = self.discovery
            owed = (
                found.executing_preservation_request and found.concerns_traffic_data and found.provider_in_another_party
            )
            assert must_disclose_path(found).truth is Truth.of(bool(owed))
            assert duties_on_path_disclosure(self.discovery)[0].deadline is Promptness.EXPEDITIOUSLY

    @invariant()
    def the_report_says_the_same(self) -> None:
        """A whole report on the file as it stands has the days and the duties of the books, and loses none."""
        if self.books.effected is None:
            return
        report = self.report()
        duties = {duty.id: duty for duty in report.duties}
        assert duties["keep-floor"].trigger.is_yes
        assert report.answer("pending-decision").finding.truth is Truth.of(self.books.pending)
        assert duties["continue-until-decision"].trigger.truth >= Truth.of(self.books.pending)
        (asking,) = (one for one in report.standings() if one.duty.id == "ask-for-extension")
        assert min(asking.duty.trigger.truth, (~asking.past).truth) is self.may_ask()
        assert (report.expires_on is None) is (self.books.pending or self.books.unanswered)
        assert report.answer("floor").finding.truth is Truth.of(self.books.period >= 60)

    def report(self) -> Report:
        """Return the report on the case as the file stands today."""
        return assess(
            PreservationCase(
                as_of=self.today,
                requesting=StateParty(state=State("Astoria")),
                requested=self.requested(),
                request=self.request(),
                position=self.position(),
                disclosure_position=self.position("disclosure"),
                outlook=self.outlook,
                regime=self.regime,
                measure=attrs.evolve(self.books.measure(), order=self.order),
                discovery=self.discovery,
            )
        )

    def known(self, part: str) -> dict[str, Any]:
        """Return what is known of a part of the file."""
        found = self.books.known.items()
        return {name.removeprefix(f"{part}."): value for name, value in found if name.startswith(f"{part}.")}

    def position(self, part: str = "position") -> Position:
        """Return what the requested State thinks of preserving, or of disclosing."""
        return Position(**self.known(part))

    def requested(self) -> StateParty:
        """Return the requested State, with its reservation if that is known (Art. 42(5))."""
        made = {True: (Reservation(provision=art(42, 5), stands=True, made_with_consent=True),), False: (), None: None}[
            self.books.known.get("reserved")
        ]
        return StateParty(state=State("Borduria"), reservations=made)

    def request(self) -> PreservationRequest:
        """Return the request, with what it says."""

        def said(particular: str, value: Any) -> Any:
            return value if particular in self.books.said else None

        relation = said("relation", "it was used for the intrusion")
        item = DataItem(category=DataCategory.TRAFFIC_DATA, description="logs", relation_to_offence=relation)
        return PreservationRequest(
            received_on=self.books.received,
            authority=said("authority", Authority(name="Prosecutor")),
            offence=Offence(
                title="intrusion", summary_of_facts=said("facts", "what happened"), **self.known("offence")
            ),
            data=said("data", (item,)) or (),
            custodian=said("custodian", Custodian(name="a provider")),
            system_location=said("location", "a place"),
            necessity=said("necessity", "logs are overwritten"),
            later_assistance=said("later", "disclosure"),
            confidentiality=said("silence", "the user is not to know"),
            **self.known("request"),
        )


TestPreservation = Preservation.TestCase
TestPreservation.settings = effort(24, steps=30)
