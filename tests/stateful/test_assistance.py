"""Assistance from receipt to reply and to the use of what was furnished: a machine against the law of two values."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.effort import effort
from tests.metamorphic.documents import outcome, settled
from tests.stateful.assistance_law import (
    ELECTRONIC,
    FLOOR,
    OF_21,
    PARTICULARS,
    SPEED,
    TRAFFIC_PARTICULARS,
    File,
    Law,
    P,
    Rule,
    answer,
    answers,
    duties,
    faults,
)
from uncc.cases import AssistanceCase, EarlierPreservation, Report, assess
from uncc.cooperation import (
    AssistancePosition,
    AssistanceRequest,
    Authority,
    Channel,
    DataCategory,
    DataItem,
    EvidenceUse,
    Ground,
    Handling,
    InterceptionRequest,
    ItemConcerned,
    NegativeReply,
    NetworkMeasure,
    NetworkRequest,
    Offence,
    OnwardTransfer,
    PersonalDataTransfer,
    PersonConcerned,
    PreservationMeasure,
    Proceeding,
    ReplyKind,
    RequestForm,
    SimilarCase,
    StoredDataRequest,
    TrafficDataRequest,
    Transmission,
    UnderlyingConduct,
    duties_on_network_request,
    duties_on_onward_transfer,
    faults_of_reply,
    may_ask_contact_point,
    may_carry_out_directly,
    may_transfer_onward,
    needs_authorization,
)
from uncc.kernel.dates import Period
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty, State, StateParty

FIRST = date(2028, 1, 1)
PARTS: dict[str, type[Facts]] = {
    "treaty": AssistanceTreaty,
    "offence": Offence,
    "request": AssistanceRequest,
    "transmission": Transmission,
    "conduct": UnderlyingConduct,
    "position": AssistancePosition,
    "transfer": PersonalDataTransfer,
    "handling": Handling,
    "stored_data": StoredDataRequest,
    "traffic_data": TrafficDataRequest,
    "similar_case": SimilarCase,
    "interception": InterceptionRequest,
    "use": EvidenceUse,
    "onward": OnwardTransfer,
    "network": NetworkRequest,
}
"""The parts of a file that have facts."""
HAPPENING = {
    "onward.given_up",
    "handling.status_requested",
    "handling.no_longer_required",
    "handling.conditions_accepted",
}
"""Facts that are acts of the two States: they come with a rule of their own."""
COMPUTED = {"position.transfer_not_compliant"}
"""A fact that the transfer answers."""
PATHS = [f"{part}.{name}" for part, kind in PARTS.items() for name in kind.questions()]
LEARNABLE = sorted({*PATHS, "reply.keeps_to_treaty"} - HAPPENING - COMPUTED - {"transmission.confirmed_forthwith"})
"""What can be learnt of a file at any time: the States' judgements, their law and what lies behind the request."""
MEASURES = [measure for measure in NetworkMeasure if measure is not NetworkMeasure.EMERGENCY_DATA]


class Assistance(RuleBasedStateMachine):
    """Two States, one request for assistance, and all that happens to it."""

    def __init__(self) -> None:
        super().__init__()
        self.today = FIRST
        self.file = File()
        self.drawn_up: tuple[str, Report] | None = None

    # What happens

    @initialize(
        purposes=st.lists(st.sampled_from([*ELECTRONIC, *P]), min_size=1, max_size=3, unique=True),
        said=st.sets(st.sampled_from([*PARTICULARS, *TRAFFIC_PARTICULARS])),
        whole=st.booleans(),
        channel=st.sampled_from([Channel.CENTRAL_AUTHORITY, *Channel]),
        form=st.sampled_from([RequestForm.WRITTEN, *RequestForm]),
        required=st.tuples(st.booleans(), st.booleans(), st.booleans()),
        preserved=st.booleans(),
        treaty=st.sampled_from([{}, {"treaty.binds": False}, {"treaty.binds": True, "treaty.paragraphs_agreed": True}]),
        at_once=st.booleans(),
    )
    def make_request(
        self,
        *,
        purposes: list[P],
        said: set[str],
        whole: bool,
        channel: Channel,
        form: RequestForm,
        required: tuple[bool, bool, bool],
        preserved: bool,
        treaty: dict[str, bool],
        at_once: bool,
    ) -> None:
        """Art. 40(12) to (15), (20), (26): a request is made, complete or not, after a preservation or without one."""
        self.file = File(
            purposes=tuple(purposes),
            said={*PARTICULARS, *TRAFFIC_PARTICULARS} if whole else said,
            channel=channel,
            form=form,
            confidentiality=required[0],
            deadline=required[1],
            deadline_reason=required[1] and required[2],
            effected=self.today if preserved else None,
            known=dict.fromkeys(HAPPENING, False) | treaty,
        )
        if at_once:
            self.receive(kept=True)

    @rule(days=st.sampled_from([1, 1, 7, 30, 58, 59, 60, 61, 90, 365]))
    def wait(self, days: int) -> None:
        """Days pass."""
        self.today += timedelta(days=days)

    @precondition(lambda self: self.file.last is not None)
    @rule(days=st.integers(-1, 1))
    def wait_for_the_last_day(self, days: int) -> None:
        """Days pass until the last day of the preservation, the day before or the day after."""
        assert self.file.last is not None
        self.today = max(self.today, self.file.last + timedelta(days=days))

    @precondition(lambda self: self.file.received is None)
    @rule(kept=st.booleans())
    def receive(self, kept: bool) -> None:
        """Art. 40(12)(a), 42(8): the central authority receives the request, which may find the data preserved."""
        file = self.file
        file.received = self.today
        if file.effected is not None and P.STORED_DATA in file.purposes:
            file.found = kept or self.today <= file.effected + FLOOR

    @rule(data=st.data())
    def learn(self, data: st.DataObject) -> None:
        """Something is learnt that was not known: it overturns no answer, no duty and no day that was settled."""
        self.learn_of(data.draw(st.lists(st.sampled_from(LEARNABLE), min_size=1, max_size=8)), data)

    @rule(data=st.data(), part=st.sampled_from(sorted(PARTS)))
    def learn_all_of_a_part(self, data: st.DataObject, part: str) -> None:
        """All is learnt of one part of the file."""
        self.learn_of([path for path in LEARNABLE if path.startswith(f"{part}.")], data)

    def learn_of(self, paths: list[str], data: st.DataObject) -> None:
        """Learn facts, and see that what was settled stays so."""
        before = settled(outcome(self.report()))
        for path in paths:
            if path not in self.file.known and not (path == "stored_data.preserved" and self.file.effected):
                self.file.known[path] = data.draw(st.booleans(), path)
        after = outcome(self.report())
        assert {name: after[name] for name in before} == before

    @precondition(lambda self: self.file.received is not None and self.file.decided is None)
    @rule(particulars=st.sets(st.sampled_from([*PARTICULARS, *TRAFFIC_PARTICULARS]), min_size=1))
    def give_information(self, particulars: set[str]) -> None:
        """Art. 40(16): additional information is given; it makes no request conform less."""
        names = [name for name in ("conformity", "traffic-data-conformity") if name in answers(self.file)]
        before = [self.report().answer(name).finding.truth for name in names]
        self.file.said |= particulars
        after = [self.report().answer(name).finding.truth for name in names]
        assert all(not was > now for was, now in zip(map(_rank, before), map(_rank, after), strict=True))

    @precondition(lambda self: self.file.form is RequestForm.ORAL and not _confirmed(self.file))
    @rule(forthwith=st.booleans())
    def confirm_in_writing(self, forthwith: bool) -> None:
        """Art. 40(13): an oral request is confirmed in writing, forthwith or not."""
        self.file.known["transmission.confirmed_forthwith"] = forthwith

    @precondition(lambda self: self.file.received is not None)
    @rule(act=st.sampled_from(["handling.status_requested", "handling.no_longer_required"]))
    def ask_or_tell(self, act: str) -> None:
        """Art. 40(26): the requesting State asks how the request fares, or needs the assistance no longer."""
        self.file.known[act] = True

    @precondition(lambda self: self.file.received is not None and self.file.decided is None)
    @rule()
    def consult(self) -> None:
        """Art. 40(28): the States consult on terms and conditions."""
        self.file.consulted = True

    @precondition(lambda self: self.file.consulted)
    @rule()
    def accept_conditions(self) -> None:
        """Art. 40(28): the requesting State accepts assistance on conditions."""
        self.file.known["handling.conditions_accepted"] = True

    @precondition(lambda self: self.file.received is not None and self.file.decided is None)
    @rule(interferes=st.sampled_from([None, True, False]), consulting=st.booleans())
    def postpone(self, interferes: bool | None, consulting: bool) -> None:
        """Art. 40(27): assistance is put off, on the ground that the text names or without it; that decides nothing."""
        self.file.consulted |= consulting
        if interferes is not None:
            self.file.known.setdefault("position.interferes_with_proceedings", interferes)
        self.file.reply, self.file.grounds = ReplyKind.POSTPONEMENT, ()
        self.file.known["reply.consulted"] = self.file.consulted
        self.file.known["reply.reasons_given"] = False

    @precondition(lambda self: self.file.reply is ReplyKind.POSTPONEMENT)
    @rule()
    def resume(self) -> None:
        """Art. 40(26): execution goes on."""
        self.file.reply = None

    @precondition(lambda self: self.file.received is not None and self.file.decided is None)
    @rule(
        grounds=st.lists(st.sampled_from([*Ground, *OF_21]), min_size=1, max_size=3, unique=True),
        reasons=st.sampled_from([True, True, False]),
        partly=st.booleans(),
    )
    def refuse(self, grounds: list[Ground], reasons: bool, partly: bool) -> None:
        """Art. 40(8), (21) to (25): the request is refused, or the rest of it when a part has been executed."""
        file = self.file
        file.reply, file.grounds, file.decided = ReplyKind.REFUSAL, tuple(grounds), self.today
        file.executed = partly
        file.known["reply.consulted"] = file.consulted
        file.known["reply.reasons_given"] = reasons

    @precondition(lambda self: self.file.received is not None and self.file.decided is None)
    @rule()
    def execute(self) -> None:
        """Art. 40(17), (26): the request is executed."""
        self.file.reply, self.file.executed, self.file.decided = None, True, self.today

    # What must hold after each event

    @invariant()
    def the_report_answers_as_the_law_does(self) -> None:
        """Every answer and every ground of the report, whatever is known, and none beside those of the text."""
        report = self.report()
        found = {one.id: one.finding.truth for one in report.answers}
        found |= {f"ground.{one.ground.value}": one.finding.truth for one in report.grounds}
        apart = {"in-force", "preservation-runs"}
        assert {name: truth for name, truth in found.items() if name not in apart} == self.said_of(answers(self.file))

    @invariant()
    def no_duty_is_lost(self) -> None:
        """Each duty of the text is there, arises when the law says so, and is as urgent as the text makes it."""
        report = self.report()
        assert {duty.id: duty.trigger.truth for duty in report.duties} == self.said_of(duties(self.file))
        assert len(report.duties) == len(duties(self.file))
        assert {duty.id: duty.deadline for duty in report.duties if duty.deadline is not None} == {
            name: speed for name, speed in SPEED.items() if name in duties(self.file)
        }
        for duty in report.duties:
            assert "Art." in str(duty.authority[0])

    @invariant()
    def no_fault_of_a_reply_passes(self) -> None:
        """Art. 40(21) to (28): no reasons, no consultation, no ground, secrecy, the fiscal side: each is told."""
        file = self.file
        if file.reply is None:
            return
        case = self.case()
        assert case.reply is not None
        found = faults_of_reply(
            case.reply, case.request, position=case.position, conduct=case.conduct, treaty=case.treaty
        )
        governed = answer(Law.applies, file) is Truth.NO
        if governed:
            expected = ["Art. 40(7)"] if file.known.get("reply.keeps_to_treaty") is False else []
            assert [fault.citation for fault in found] == expected
        elif answer(Law.applies, file) is Truth.YES:
            told = {name for name, wrong in faults(file).items() if answer(wrong, file) is Truth.YES}
            assert {fault.citation for fault in found} & set(faults(file)) == told, [fault.citation for fault in found]
            assert bool(found) is bool(told)
            assert self.report().answer("reply").finding.is_no or not told

    @invariant()
    def a_postponement_decides_nothing(self) -> None:
        """Art. 42(8): data that the request found preserved stay so through postponement, until a decision."""
        file = self.file
        report = self.report()
        if file.effected is None:
            assert report.expires_on is None
            return
        runs = file.pending or (file.last is not None and self.today <= file.last)
        assert report.answer("preservation-runs").finding.truth is Truth.of(runs)
        assert (None if report.expires_on is None else report.expires_on.on) == (None if file.pending else file.last)
        (span,) = report.spans
        assert span.window.not_before is not None
        received = file.received if file.pending else None
        assert span.window.not_before.on == max(filter(None, (file.last, received)))
        assert span.window.not_after is None

    @invariant()
    def data_are_passed_on_with_authorization_alone(self) -> None:
        """Art. 36(3): the notice, the request for authorization, and none passed on without it."""
        onward = OnwardTransfer(**self.facts("onward"))
        needs: Rule = Law.needs_authorization
        assert needs_authorization(onward).truth is answer(needs, self.file)
        assert may_transfer_onward(onward).truth is answer(Law.may_pass_on, self.file)
        assert len(duties_on_onward_transfer(onward)) == 4
        assert {duty.trigger.truth for duty in duties_on_onward_transfer(onward)} == {answer(needs, self.file)}

    @invariant()
    def urgent_help_is_had_of_the_network(self) -> None:
        """Art. 41(1), (3): a point of contact can be called, and helps directly only as law and practice permit."""
        call = NetworkRequest(offence=self.offence(), **self.facts("network"))
        assert may_carry_out_directly(call).truth is answer(Law.direct_help, self.file)
        for measure in MEASURES:
            may = answer(Law.network, self.file)
            assert may_ask_contact_point(measure, call).truth is may
            found = {duty.id: duty.trigger.truth for duty in duties_on_network_request(measure, call)}
            assert found["assist-immediately"] is may
            if measure is NetworkMeasure.PRESERVATION:
                assert found["tell-provider-location"] is answer(Law.provider_location, self.file)

    def said_of(self, rules: dict[str, Rule]) -> dict[str, Truth]:
        """Return what the law says of the file."""
        return {name: answer(one, self.file) for name, one in rules.items()}

    # The same, as the library takes it

    def facts(self, part: str) -> dict[str, Any]:
        """Return what is known of a part of the file."""
        return {
            path.removeprefix(f"{part}."): value
            for path, value in self.file.known.items()
            if path.startswith(f"{part}.")
        }

    def report(self) -> Report:
        """Return the report on the file as it stands today, drawn up once."""
        stands = repr((self.today, self.file))
        if self.drawn_up is None or self.drawn_up[0] != stands:
            self.drawn_up = stands, assess(self.case())
        return self.drawn_up[1]

    def case(self) -> AssistanceCase:
        """Return the file as a case."""
        file = self.file
        return AssistanceCase(
            as_of=self.today,
            requesting=StateParty(state=State("Astoria"), bound_from=FIRST, denounced=False),
            requested=StateParty(state=State("Borduria"), bound_from=FIRST, denounced=False),
            request=self.request(),
            conduct=UnderlyingConduct(**self.facts("conduct")),
            treaty=AssistanceTreaty(**self.facts("treaty")),
            position=AssistancePosition(
                transfer=PersonalDataTransfer(**self.facts("transfer")), **self.facts("position")
            ),
            handling=Handling(**self.facts("handling")),
            reply=None
            if file.reply is None
            else NegativeReply(kind=file.reply, grounds=file.grounds, **self.facts("reply")),
            use=EvidenceUse(**self.facts("use")) if file.executed else None,
            preservation=None if file.effected is None else EarlierPreservation(measure=self.measure()),
            **self.electronic_evidence(),
        )

    def measure(self) -> PreservationMeasure:
        """Return what has become of the earlier preservation."""
        file = self.file
        if file.received is None or P.STORED_DATA not in file.purposes:
            return PreservationMeasure(
                effected_on=file.effected, period_days=FLOOR.days, assistance_requested=False, extensions=()
            )
        return PreservationMeasure(
            effected_on=file.effected,
            period_days=FLOOR.days,
            assistance_requested_on=file.received,
            still_preserved=file.found,
            decided=file.decided is not None,
            decided_on=file.decided,
            extensions=(),
        )

    def offence(self) -> Offence:
        """Return the offence of the request."""
        summary = "what happened" if "facts" in self.file.said else None
        return Offence(title="intrusion", summary_of_facts=summary, **self.facts("offence"))

    def request(self) -> AssistanceRequest:
        """Return the request, with what it says."""
        file = self.file
        functions = "prosecution" if "functions" in file.said else None
        return AssistanceRequest(
            received_on=file.received,
            transmission=Transmission(channel=file.channel, form=file.form, **self.facts("transmission")),
            authority=self.if_said("authority", Authority(name="Ministry of Justice")),
            proceeding=Proceeding(
                subject_matter=self.if_said("subject", "an intrusion"), nature=self.if_said("nature", "a prosecution")
            ),
            conducting_authority=self.if_said("conductor", Authority(name="Prosecutor", functions=functions)),
            offence=self.offence(),
            purposes=file.purposes,
            assistance=self.if_said("assistance", "to seize the data"),
            procedure=self.if_said("procedure", "before a judge"),
            persons=self.if_said("persons", (PersonConcerned(identity="A", location="B", nationality="C"),)) or (),
            items=self.if_said("items", (ItemConcerned(description="A", location="B", country_of_origin="C"),)) or (),
            period=self.if_said("period", Period(FIRST, FIRST)),
            intended_use=self.if_said("use", "as evidence"),
            confidentiality="all of it" if file.confidentiality else None,
            wanted_by=FIRST if file.deadline else None,
            wanted_by_reason="the trial begins" if file.deadline_reason else None,
            **self.facts("request"),
        )

    def if_said(self, particular: str, value: Any) -> Any:
        """Return a particular if the request says it."""
        return value if particular in self.file.said else None

    def electronic_evidence(self) -> dict[str, Any]:
        """Return the parts on stored data, traffic data and interception, as far as the request is for them."""
        file = self.file
        parts: dict[str, Any] = {}
        if P.STORED_DATA in file.purposes:
            parts["stored_data"] = StoredDataRequest(**self.facts("stored_data"))
        if P.TRAFFIC_DATA in file.purposes:
            relation = self.if_said("traffic.relation", "it carried the intrusion")
            item = DataItem(category=DataCategory.TRAFFIC_DATA, description="connections", relation_to_offence=relation)
            parts["traffic_data"] = TrafficDataRequest(
                data=self.if_said("traffic.data", (item,)) or (),
                owner_or_user=self.if_said("traffic.owner", "a user"),
                system_location=self.if_said("traffic.system", "a place"),
                justification=self.if_said("traffic.justification", "no other trace"),
                period=self.if_said("traffic.period", Period(FIRST, FIRST)),
                period_justification=self.if_said("traffic.period_justification", "one day is enough"),
                **self.facts("traffic_data"),
            )
            parts["similar_case"] = SimilarCase(**self.facts("similar_case"))
        if P.INTERCEPTION in file.purposes:
            parts["interception"] = InterceptionRequest(**self.facts("interception"))
        return parts


def _rank(truth: Truth) -> int:
    return [Truth.NO, Truth.UNKNOWN, Truth.YES].index(truth)


def _confirmed(file: File) -> bool:
    return "transmission.confirmed_forthwith" in file.known


TestAssistance = Assistance.TestCase
TestAssistance.settings = effort(12, steps=20)
