"""The law of a request for assistance, written from Arts. 35, 36, 40, 41 and 44 to 46 and from nothing else.

It has two values only. A file in which something is not known is every file that it may yet turn out to be: the law is
put to each of them, and the answer is YES or NO where all agree. A fact has the name of its place in a case file.

On the readings adopted: no paragraph fills a gap of a treaty; the clause on discrimination stands beside one; a request
conforms by how it is made; a State may seek conditions for personal data and need not; a treaty or a law is enough to
permit an interception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from attrs import define, field

from tests.stateful.completions import Fact, over_completions
from uncc.cooperation import AssistancePurpose, Channel, Ground, ReplyKind, RequestForm
from uncc.kernel.duties import Promptness
from uncc.kernel.findings import Truth

P = AssistancePurpose
ELECTRONIC = {P.STORED_DATA, P.TRAFFIC_DATA, P.INTERCEPTION}
"""Art. 40(3)(d) to (f): by nature evidence in electronic form."""
NO_EVIDENCE = {P.SERVICE, P.APPEARANCE, P.RECOVERY}
"""Art. 40(3)(b), (k), (l): never evidence."""
OF_21 = {Ground.NON_CONFORMITY, Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION, Ground.LEGAL_SYSTEM}
"""Art. 40(21)(a) to (d)."""
FLOOR = timedelta(days=60)
"""Art. 42(8)."""
SPEED = {
    "execute-soon-in-assistance": Promptness.AS_SOON_AS_POSSIBLE,
    "say-if-not-confidential-in-assistance": Promptness.PROMPTLY,
    "say-if-no-longer-required-in-assistance": Promptness.PROMPTLY,
    "confirm-in-writing": Promptness.FORTHWITH,
    "respond-expeditiously": Promptness.EXPEDITIOUSLY,
    "inform-of-disclosing-evidence": Promptness.WITHOUT_DELAY,
}
"""Art. 40(13), (19), (20), (26), Art. 44(3): how soon, where the text says so."""
PARTICULARS = (
    *("authority", "subject", "nature", "conductor", "functions", "facts", "assistance", "procedure"),
    *("persons", "items", "period", "use"),
)
"""Art. 40(15): what a request can say."""
TRAFFIC_PARTICULARS = (
    *("traffic.data", "traffic.relation", "traffic.owner", "traffic.system"),
    *("traffic.justification", "traffic.period", "traffic.period_justification"),
)
"""Art. 45(3): what one for traffic data can say beside that."""


@define
class File:
    """What has happened to a request for assistance, as a clerk writes it down, and what is known of it."""

    purposes: tuple[AssistancePurpose, ...] = (P.STORED_DATA,)
    said: set[str] = field(factory=set[str])
    channel: Channel = Channel.CENTRAL_AUTHORITY
    form: RequestForm = RequestForm.WRITTEN
    confidentiality: bool = False
    deadline: bool = False
    deadline_reason: bool = False
    known: dict[str, bool] = field(factory=dict[str, bool])
    effected: date | None = None
    received: date | None = None
    found: bool = False
    decided: date | None = None
    consulted: bool = False
    executed: bool = False
    reply: ReplyKind | None = None
    grounds: tuple[Ground, ...] = ()

    @property
    def pending(self) -> bool:
        """Art. 42(8): a request that found the data preserved keeps them so until it is decided."""
        return self.found and self.decided is None

    @property
    def last(self) -> date | None:
        """Art. 42(8): the last day of the earlier preservation, but for a decision that is pending."""
        if self.effected is None:
            return None
        floor = self.effected + FLOOR
        return max(floor, self.decided) if self.found and self.decided else floor


@define
class Law:
    """What follows from a file in which every fact that is asked for is known."""

    file: File
    fact: Fact

    def applies(self) -> bool:
        """Art. 40(7): paragraphs 8 to 31, where no treaty binds or the States agree on them."""
        return not self.fact("treaty.binds") or self.fact("treaty.paragraphs_agreed")

    # Arts. 35 and 40(1) to (3): what is open

    def evidence_is_open(self) -> bool:
        """Arts. 35(1), 40(1), 41(1), 44 to 46: for offences of the Convention, and for serious crimes."""
        return self.fact("offence.established_in_accordance") or self.fact("offence.serious_crime")

    def is_evidence(self, purpose: AssistancePurpose) -> bool:
        """Whether what is sought is evidence in electronic form."""
        if purpose in ELECTRONIC or purpose in NO_EVIDENCE:
            return purpose in ELECTRONIC
        return self.fact("request.seeks_electronic_evidence")

    def is_open(self, *purposes: AssistancePurpose) -> bool:
        """Art. 40(1): for serious crimes only as far as electronic evidence is collected."""
        if self.fact("offence.established_in_accordance"):
            return True
        return self.fact("offence.serious_crime") and all(self.is_evidence(one) for one in purposes)

    def scope(self) -> bool:
        """Art. 40(1), (3): all that is asked for."""
        admitted = P.OTHER not in self.file.purposes or not self.fact("request.contrary_to_domestic_law")
        serves = self.fact("request.serves_criminal_proceedings")
        return serves and self.is_open(*self.file.purposes) and admitted

    # Art. 40(12), (13), (15): how a request is made

    def conforms(self) -> bool:
        """Art. 40(12)(d), (13), (15): channel, form, language, authenticity and particulars."""
        return self.channel_is_open() and self.form_is_due() and self.particulars()

    def channel_is_open(self) -> bool:
        """Art. 40(12)(d)."""
        match self.file.channel:
            case Channel.CENTRAL_AUTHORITY:
                return not self.fact("transmission.diplomatic_channels_required")
            case Channel.DIPLOMATIC:
                return self.fact("transmission.diplomatic_channels_required")
            case Channel.INTERPOL:
                return self.all_facts("transmission", "urgent", "interpol_agreed", "interpol_possible")
            case Channel.OTHER:
                return False

    def form_is_due(self) -> bool:
        """Art. 40(13)."""
        needed = {
            RequestForm.WRITTEN: (),
            RequestForm.RECORDED: ("recorded_means_possible",),
            RequestForm.ORAL: ("urgent", "oral_agreed", "confirmed_forthwith"),
        }[self.file.form]
        return self.all_facts("transmission", *needed) and self.all_facts(
            "transmission", "language_acceptable", "authenticity_can_be_established"
        )

    def all_facts(self, part: str, *names: str) -> bool:
        """Whether all these facts hold."""
        return all(self.fact(f"{part}.{name}") for name in names)

    def particulars(self) -> bool:
        """Art. 40(15)(a) to (g)."""
        said = self.file.said
        return (
            {"authority", "subject", "nature", "conductor", "functions", "assistance", "use"} <= said
            and ("facts" in said or set(self.file.purposes) == {P.SERVICE})
            and ("procedure" in said or not self.fact("request.procedure_wanted"))
            and ("persons" in said or not self.fact("request.more_on_persons"))
            and ("items" in said or not self.fact("request.more_on_items"))
            and ("period" in said or not self.fact("request.period_applicable"))
        )

    def traffic_particulars(self) -> bool:
        """Art. 45(3)(a) to (f)."""
        said = self.file.said
        needed = {"authority", "facts", "nature", *TRAFFIC_PARTICULARS} - {"traffic.owner", "traffic.system"}
        identified = {"traffic.owner", "traffic.system"} <= said
        return needed <= said and (identified or not self.fact("traffic_data.identifying_data_available"))

    # Art. 40(8), (21) to (28): refusal and postponement

    def dual_criminality(self) -> bool:
        """Art. 35(3)."""
        return self.all_facts("conduct", "criminal_in_requesting_state", "criminal_in_requested_state")

    def condition(self, ground: Ground) -> bool:
        """Whether what a ground asks for is there; Art. 40(23), (24): the fiscal side alone and secrecy are none."""
        match ground:
            case Ground.DUAL_CRIMINALITY:
                return not self.dual_criminality()
            case Ground.NON_CONFORMITY:
                return not self.conforms()
            case Ground.DISCRIMINATION:
                return self.fact("position.discriminatory_purpose") or self.fact("position.discriminatory_prejudice")
            case Ground.PERSONAL_DATA:
                return self.fact("transfer.personal") and not self.fact("transfer.data_protection_allows")
            case _:
                judged = {
                    Ground.TRIFLING_MATTER: "trifling",
                    Ground.AVAILABLE_ELSEWHERE: "available_elsewhere",
                    Ground.ESSENTIAL_INTERESTS: "prejudices_essential_interests",
                    Ground.DOMESTIC_PROHIBITION: "prohibited_for_similar_offence",
                    Ground.LEGAL_SYSTEM: "contrary_to_legal_system",
                }
                return ground in judged and self.fact(f"position.{judged[ground]}")

    def may_refuse(self, ground: Ground) -> bool:
        """Art. 36(1)(a), 40(8), (21), (22): data protection and discrimination hold whatever treaty governs."""
        stands = ground in {Ground.PERSONAL_DATA, Ground.DISCRIMINATION}
        return self.condition(ground) and (stands or self.applies())

    def may_postpone(self) -> bool:
        """Art. 40(27)."""
        return self.applies() and self.fact("position.interferes_with_proceedings")

    def reply_conforms(self) -> bool:
        """Art. 40(7): by the treaty where it governs, and else by Art. 40(21) to (28)."""
        if not self.applies():
            return self.fact("reply.keeps_to_treaty")
        return not any(wrong(self) for wrong in faults(self.file).values())

    # Art. 36, Art. 40(19): what becomes of evidence and data

    def transfer_complies(self) -> bool:
        """Art. 36(1)(a)."""
        return self.all_facts("transfer", "accords_with_domestic_law", "accords_with_international_law")

    def may_seek_conditions(self) -> bool:
        """Art. 36(1)(b)."""
        amiss = not self.transfer_complies() or not self.fact("transfer.data_protection_allows")
        return self.fact("transfer.personal") and amiss and self.fact("transfer.conditions_would_comply")

    def may_use(self) -> bool:
        """Art. 40(19): as stated, with consent, or to clear an accused person; Art. 40(7): as the treaty allows.

        Art. 40(28): as accepted conditions let it; Art. 40(5): of what was sent unasked, as the restrictions let it.
        """
        if not self.fact("use.furnished_on_request"):
            return self.fact("use.keeps_to_restrictions") or self.exculpates_at_home()
        if self.applies() and self.fact("use.conditions_accepted") and not self.fact("use.keeps_to_conditions"):
            return False
        if self.fact("use.within_stated_proceedings") or self.fact("use.prior_consent"):
            return True
        return self.exculpates_at_home() if self.applies() else self.fact("use.treaty_allows")

    def exculpates_at_home(self) -> bool:
        """Art. 40(5), (19): what is exculpatory is disclosed in the State's own proceedings."""
        return self.all_facts("use", "exculpatory", "in_own_proceedings")

    def is_disclosed(self) -> bool:
        """Art. 40(19): what was furnished on a request and is exculpatory is disclosed."""
        return self.applies() and self.fact("use.furnished_on_request") and self.exculpates_at_home()

    # Arts. 44 to 46: electronic evidence

    def access(self) -> bool:
        """Art. 44(1)."""
        return self.evidence_is_open() and self.fact("stored_data.system_in_requested_territory")

    def is_expedited(self) -> bool:
        """Art. 44(3)."""
        return self.fact("stored_data.vulnerable") or self.fact("stored_data.expedited_elsewhere")

    def collection(self) -> bool:
        """Art. 45(1)."""
        what = ("in_real_time", "communications_specified", "communications_in_territory", "by_ict_system")
        return self.evidence_is_open() and self.all_facts("traffic_data", *what)

    def interception(self) -> bool:
        """Art. 46: wherever the communications are."""
        what = ("in_real_time", "communications_specified", "by_ict_system")
        return self.evidence_is_open() and self.all_facts("interception", *what)

    def permitted(self) -> bool:
        """Art. 46."""
        return self.fact("interception.treaty_permits") or self.fact("interception.domestic_law_permits")

    # Art. 36(3): passing data on; Art. 41: the network

    def needs_authorization(self) -> bool:
        """Art. 36(3)."""
        abroad = self.fact("onward.to_third_country") or self.fact("onward.to_international_organization")
        return abroad and self.all_facts("onward", "personal", "obtained_under_convention")

    def may_pass_on(self) -> bool:
        """Art. 36(3)."""
        formal = not self.fact("onward.requires_written_form") or self.fact("onward.authorized_in_writing")
        return formal and self.all_facts("onward", "notified", "authorization_requested", "authorized")

    def network(self) -> bool:
        """Art. 41(1)."""
        if self.fact("offence.established_in_accordance") and self.fact("network.specific_case"):
            return True
        return self.evidence_is_open() and self.fact("network.seeks_electronic_evidence")

    def direct_help(self) -> bool:
        """Art. 41(3): both law and practice."""
        return self.all_facts("network", "law_permits_direct_help", "practice_permits_direct_help")

    def provider_location(self) -> bool:
        """Art. 41(3)(b)."""
        return self.network() and self.all_facts("network", "provider_location_known", "provider_location_appropriate")


Rule: TypeAlias = Callable[[Law], bool]


def all_rules(*rules: Rule) -> Rule:
    """Return the rule that all of these hold."""
    return lambda law: all(rule(law) for rule in rules)


def that(path: str) -> Rule:
    """Return the rule that a fact holds."""
    return lambda law: law.fact(path)


def faults(file: File) -> dict[str, Rule]:
    """Art. 40(21) to (28): what can be wrong with the reply in a file, by the provision that it breaks."""
    if file.reply is ReplyKind.POSTPONEMENT:
        return {
            "Art. 40(27)": lambda law: not law.fact("position.interferes_with_proceedings"),
            "Art. 40(28)": lambda law: not law.fact("reply.consulted"),
        }
    return {
        "Art. 40(24)": lambda _: Ground.BANK_SECRECY in file.grounds,
        "Art. 40(23)": lambda _: set(file.grounds) == {Ground.FISCAL_MATTERS},
        "Art. 40(8), Art. 40(21), Art. 40(22)": lambda law: not any(law.condition(one) for one in file.grounds),
        "Art. 40(28)": lambda law: bool(OF_21 & set(file.grounds)) and not law.fact("reply.consulted"),
        "Art. 40(25)": lambda law: not law.fact("reply.reasons_given"),
    }


def answers(file: File) -> dict[str, Rule]:
    """Return the rule behind each answer that a report owes on a file."""
    found: dict[str, Rule] = {
        "scope": Law.scope,
        **{f"purpose-{one.value}": _opens(one) for one in file.purposes},
        "paragraphs": Law.applies,
        "own-treaty": lambda law: not law.applies(),
        "conformity": Law.conforms,
        "dual-criminality": Law.dual_criminality,
        "assistance-all-the-same": lambda law: law.applies() or law.fact("treaty.lets_assist_all_the_same"),
        **dict.fromkeys(("reasons", "consultation", "consultation-postponement"), Law.applies),
        "postponement": Law.may_postpone,
        "transfer-compliant": Law.transfer_complies,
        "transfer-conditions": Law.may_seek_conditions,
        **{f"ground.{one.value}": _is_carried_by(one) for one in Ground},
    }
    if file.reply is not None:
        found["reply"] = Law.reply_conforms
    if file.executed:
        found["use"] = Law.may_use
    if file.effected is not None:
        found["pending-decision"] = lambda law: law.file.pending
    return found | dict(_on_electronic_evidence(file))


def _opens(purpose: AssistancePurpose) -> Rule:
    return lambda law: law.is_open(purpose)


def _is_carried_by(ground: Ground) -> Rule:
    return lambda law: law.may_refuse(ground)


def _on_electronic_evidence(file: File) -> Iterator[tuple[str, Rule]]:
    if P.STORED_DATA in file.purposes:
        yield "stored-data-access", Law.access
        yield "stored-data-preserved", lambda law: file.effected is not None or law.fact("stored_data.preserved")
        yield "stored-data-expedited", Law.is_expedited
    if P.TRAFFIC_DATA in file.purposes:
        yield "traffic-data-conformity", Law.traffic_particulars
        yield "traffic-data-collection", Law.collection
        yield "traffic-data-endeavour", Law.collection
        yield "traffic-data-floor", all_rules(Law.collection, that("similar_case.available"))
        yield "traffic-data-exclusion", lambda law: not law.fact("similar_case.available")
    if P.INTERCEPTION in file.purposes:
        yield "interception-request", Law.interception
        yield "interception-permitted", Law.permitted
        yield "interception-endeavour", all_rules(Law.interception, Law.permitted)


def duties(file: File) -> dict[str, Rule]:
    """Return what triggers each duty that a report owes on a file."""
    found: dict[str, Rule] = {
        "afford-assistance": Law.scope,
        "assist-against-legal-person": lambda law: law.all_facts(
            "request", "serves_criminal_proceedings", "legal_person_liable"
        ),
        "transfer-in-accordance-with-law": that("transfer.personal"),
        "seek-conditions": Law.may_seek_conditions,
        "establish-arrangements": lambda _: True,
        "safeguard-data-received": that("safeguards.received_under_convention"),
        "send-to-central-authority": Law.applies,
        "require-diplomatic-channels": Law.applies,
        "use-electronic-form": Law.applies,
        "apply-treaty": lambda law: not law.applies(),
        "keep-treaty": that("treaty.binds"),
        "apply-paragraphs": lambda law: law.fact("treaty.binds") and law.fact("treaty.paragraphs_facilitate"),
        "consider-agreements-on-assistance": lambda _: True,
    }
    for name, rule in _under_the_paragraphs(file):
        found[name] = all_rules(Law.applies, rule)
    if P.STORED_DATA in file.purposes:
        found["respond-to-access"] = Law.access
        found["respond-expeditiously"] = all_rules(Law.access, Law.is_expedited)
    if P.TRAFFIC_DATA in file.purposes:
        found |= dict.fromkeys(
            ("specify-particulars", "endeavour-to-collect", "apply-domestic-conditions"), Law.collection
        )
        found["endeavour-at-least"] = all_rules(Law.collection, that("similar_case.available"))
    if P.INTERCEPTION in file.purposes:
        found["endeavour-to-intercept"] = all_rules(Law.interception, Law.permitted)
    if file.executed:
        found |= _on_use()
    return found


def _under_the_paragraphs(file: File) -> Iterator[tuple[str, Rule]]:
    """Art. 40(13), (16), (17), (20), (26), (28), (30): what is owed between receipt and reply."""
    yield "confirm-in-writing", lambda _: file.form is RequestForm.ORAL
    yield (
        "ask-for-information-in-assistance",
        lambda law: law.fact("handling.information_necessary") or law.fact("handling.information_helpful"),
    )
    yield "execute-by-domestic-law-in-assistance", Law.scope
    yield (
        "follow-procedure-in-assistance",
        lambda law: (
            "procedure" in file.said
            and not law.fact("handling.procedure_contrary_to_law")
            and law.fact("handling.procedure_possible")
        ),
    )
    yield "keep-request-confidential-in-assistance", lambda _: file.confidentiality
    yield (
        "say-if-not-confidential-in-assistance",
        lambda law: file.confidentiality and law.fact("handling.confidentiality_impossible"),
    )
    yield "execute-soon-in-assistance", Law.scope
    yield (
        "heed-deadline-in-assistance",
        lambda law: file.deadline and (file.deadline_reason or law.fact("handling.deadline_reasons_given")),
    )
    yield (
        "tell-progress-in-assistance",
        lambda law: law.all_facts("handling", "status_requested", "status_request_reasonable"),
    )
    yield "say-if-no-longer-required-in-assistance", that("handling.no_longer_required")
    yield "comply-with-conditions-in-assistance", that("handling.conditions_accepted")
    yield "bear-costs-in-assistance", lambda law: not law.fact("handling.costs_agreed_otherwise")
    yield "consult-on-costs-in-assistance", that("handling.extraordinary_expenses")
    if file.reply is ReplyKind.POSTPONEMENT:
        yield "consult-before-postponing", lambda _: True
    if file.reply is ReplyKind.REFUSAL:
        yield "consult-before-refusing-assistance", lambda _: bool(OF_21 & set(file.grounds))
        yield "give-reasons-for-refusing-assistance", lambda _: True
        if file.grounds[0] is Ground.DUAL_CRIMINALITY and not OF_21 & set(file.grounds):
            yield "assist-all-the-same", lambda _: True


def _on_use() -> dict[str, Rule]:
    """Art. 40(19): the limit on use, which consent lifts, and notice of what is disclosed."""
    elsewhere: Rule = lambda law: (  # noqa: E731
        law.fact("use.furnished_on_request")
        and not law.fact("use.within_stated_proceedings")
        and not law.exculpates_at_home()
    )
    in_advance: Rule = lambda law: law.is_disclosed() and not law.fact("use.notice_impossible")  # noqa: E731
    return {
        "no-other-use": all_rules(Law.applies, elsewhere),
        "notify-before-disclosing-evidence": in_advance,
        "consult-on-disclosing-evidence": all_rules(in_advance, that("use.consultation_requested")),
        "inform-of-disclosing-evidence": all_rules(Law.is_disclosed, that("use.notice_impossible")),
    }


def answer(rule: Rule, file: File) -> Truth:
    """Return what a rule comes to in every file that this one may yet turn out to be."""
    return over_completions(lambda fact: rule(Law(file, fact)), file.known)
