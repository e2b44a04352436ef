"""The lives of the duties on confiscation: in what way each is followed, and where it stands by the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.confiscation.requests import complete as request_of
from tests.lives import DAY, agrees, duties_of, is_whole, rows
from uncc.cases import Entry, Phase
from uncc.confiscation import (
    ConfiscationLaw,
    ConfiscationPosition,
    ConfiscationRequestKind,
    Disposal,
    Execution,
    ProceedsInformation,
    ProvisionalMeasure,
    RecoveryLaw,
    duties_of_recovery,
    duties_on_confiscation_law,
    duties_on_confiscation_postponement,
    duties_on_confiscation_refusal,
    duties_on_confiscation_request,
    duties_on_disposal,
    duties_on_lifting,
    duties_on_special_cooperation,
    duties_while_confiscation_handled,
)
from uncc.cooperation import Ground, Handling, NegativeReply, ReplyKind
from uncc.kernel.duties import Duty
from uncc.kernel.life import Manner
from uncc.kernel.parties import AssistanceTreaty

MANNERS = {
    Manner.CONTINUING: """
        enable-confiscation enable-provisional-measures regulate-administration empower-access-to-records
        permit-foreign-orders permit-own-orders permit-freezing-on-order permit-freezing-on-request
        bear-costs-in-confiscation comply-with-conditions-in-confiscation keep-request-confidential-in-confiscation
        take-convention-as-basis execute-by-domestic-law-in-confiscation follow-procedure-in-confiscation
        heed-deadline-in-confiscation permit-forwarding
    """,
    Manner.LIBERTY: """
        consider-lawful-origin ask-for-information-in-confiscation consider-contribution consider-sharing
        deduct-expenses
    """,
    Manner.ACT: """
        consider-no-conviction consider-further-measures give-effect-to-order submit-for-order
        submit-foreign-order take-provisional-measures consult-before-postponing-confiscation
        consult-before-refusing-confiscation consult-on-costs-in-confiscation execute-soon-in-confiscation
        give-reasons-for-refusing-confiscation say-if-no-longer-required-in-confiscation
        say-if-not-confidential-in-confiscation tell-progress-in-confiscation confiscation-laws
        hear-before-lifting consider-agreements-on-confiscation dispose consider-return
    """,
}

EARLY, LATE = date(2028, 3, 1), date(2028, 3, 10)
NO_TREATY = AssistanceTreaty(binds=False)
NO_TREATY_BINDS = ConfiscationPosition(treaty=NO_TREATY, trifling_property=True, interferes_with_proceedings=True)
OWN_TREATY = evolve(NO_TREATY_BINDS, treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=()))
POSTPONED = NegativeReply(kind=ReplyKind.POSTPONEMENT, consulted=True, answered_on=LATE)
REFUSED = NegativeReply(reasons_given=True)
CONSIDERED = RecoveryLaw(without_conviction=False, without_conviction_considered=True)
NOT_CONSIDERED = RecoveryLaw(further_measures=False, further_measures_considered=False)
WANTED = request_of(ConfiscationRequestKind.OBTAIN_ORDER)
FREEZING = request_of(ConfiscationRequestKind.PROVISIONAL)


def dealt_with(**facts: bool) -> tuple[Duty, ...]:
    """Return the duties on a request to obtain an order, with which the requested State goes about in some way."""
    return duties_on_confiscation_request(WANTED, execution=Execution(takes_other_way=False, **facts))


def handled(**facts: bool) -> tuple[Duty, ...]:
    """Return the duties on a request that is to be kept confidential, while it is dealt with."""
    asked = evolve(WANTED, confidentiality="all of it")
    return duties_while_confiscation_handled(asked, Handling(**facts), treaty=NO_TREATY)


def lifted(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a measure that is to be lifted, or was."""
    return duties_on_lifting(
        ProvisionalMeasure(taken_on_request=True, lifting_intended=True, hearing_possible=True, **facts)
    )


def answered(*grounds: Ground, position: ConfiscationPosition = NO_TREATY_BINDS, **facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a request to obtain an order, which was answered with a refusal."""
    reply = NegativeReply(grounds=grounds, answered_on=LATE, **facts)
    execution = Execution(takes_other_way=False)
    return (
        *duties_on_confiscation_request(WANTED, execution=execution, reply=reply, position=position),
        *duties_while_confiscation_handled(WANTED, Handling(), treaty=position.treaty, reply=reply, position=position),
    )


def put_off(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a request to freeze, which was postponed."""
    reply = evolve(POSTPONED, **facts)
    return duties_on_confiscation_request(FREEZING, reply=reply, position=NO_TREATY_BINDS)


def unasked(permitted: bool) -> tuple[Duty, ...]:
    """Return the duties on information on proceeds for which nobody asked."""
    return duties_on_special_cooperation(
        ProceedsInformation(on_proceeds=True, requested=False, assists_proceedings=True, permitted=permitted)
    )


def disposed(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on property that was confiscated on a request."""
    return duties_on_disposal(
        Disposal(confiscated=True, on_request=True, law_permits_return=True, for_victims_or_owners=True, **facts)
    )


def did(name: str, **said: Any) -> Entry:
    """Return the entry that an act was done."""
    return Entry(did=name, on=LATE, **said)


def complete() -> Entry:
    """Return the entry that nothing else was done."""
    return Entry(complete_until=DAY)


FROZEN = duties_on_confiscation_request(FREEZING, measure=ProvisionalMeasure(taken_on_request=True))
CASES: dict[str, tuple[tuple[Duty, ...], str, date, tuple[Entry, ...], Phase, str]] = {
    "31(2) the law does not let property be traced": (
        *(duties_on_confiscation_law(ConfiscationLaw(tracing=False)), "enable-provisional-measures", DAY, ()),
        *(Phase.BROKEN, "y"),
    ),
    "31(3) the law regulates the administration": (
        *(duties_on_confiscation_law(ConfiscationLaw(administration=True)), "regulate-administration", DAY, ()),
        *(Phase.CONTINUING, "n"),
    ),
    "31(8) a burden on the offender was considered": (
        *(duties_on_confiscation_law(ConfiscationLaw(origin_considered=True)), "consider-lawful-origin", DAY, ()),
        *(Phase.USED, "n"),
    ),
    "49(1)(a) the law gives no effect to foreign orders": (
        *(
            duties_of_recovery(RecoveryLaw(foreign_orders=False)),
            "permit-foreign-orders",
            DAY,
            (),
            Phase.BROKEN,
            "y",
        ),
    ),
    "49(1)(c) considered, and nothing followed": (
        *(duties_of_recovery(CONSIDERED), "consider-no-conviction", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "49(2)(c) not considered": (
        *(duties_of_recovery(NOT_CONSIDERED), "consider-further-measures", DAY, (), Phase.OWED, "u"),
    ),
    "50(1)(a) an order was granted, so that the request was submitted": (
        *(dealt_with(order_granted=True), "submit-for-order", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "50(1)(a) no order was granted, which does not say that nothing was submitted": (
        *(dealt_with(order_granted=False), "submit-for-order", DAY, (), Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "50(1)(a) submitted, and found to be too late": (
        *(dealt_with(), "submit-for-order", DAY, (did("submit-for-order", in_time=False),), Phase.DONE_LATE, "y"),
    ),
    "50(1)(a) the order is to be given effect": (
        *(
            dealt_with(order_granted=True),
            "give-effect-to-order",
            DAY,
            (complete(),),
            Phase.OWED_AS_FAR_AS_KNOWN,
            "u",
        ),
    ),
    "50(2) a measure was taken on the request": (
        *(FROZEN, "take-provisional-measures", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "50(3) what is no longer required is not to be executed": (
        *(handled(), "execute-soon-in-confiscation", DAY),
        *((did("say-if-no-longer-required-in-confiscation"), complete()), Phase.LAPSED, "u"),
    ),
    "50(3) more disclosed than is necessary": (
        *(handled(disclosure_necessary=False), "keep-request-confidential-in-confiscation", DAY, ()),
        *(Phase.BROKEN, "y"),
    ),
    "50(3) reasons for the refusal": (
        duties_on_confiscation_refusal(Ground.LEGAL_SYSTEM, treaty=NO_TREATY, reply=REFUSED),
        *("give-reasons-for-refusing-confiscation", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "50(5) the laws were furnished": (
        *(dealt_with(laws_furnished=True), "confiscation-laws", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "50(5) the laws were not furnished": (
        *(dealt_with(laws_furnished=False), "confiscation-laws", DAY, (), Phase.OWED, "u"),
    ),
    "50(8) heard": (
        *(lifted(opportunity_given=True, lifted_on=LATE), "hear-before-lifting", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "50(8) not heard, and not lifted": (
        *(lifted(opportunity_given=False, lifted=False), "hear-before-lifting", DAY, ()),
        *(Phase.OWED_AS_FAR_AS_KNOWN, "n"),
    ),
    "50(8) lifted, and not heard": (
        *(lifted(opportunity_given=False, lifted=True), "hear-before-lifting", DAY, (), Phase.OVERDUE, "y"),
    ),
    "50(8) lifted, and heard afterwards": (
        *(lifted(lifted_on=date(2028, 3, 1)), "hear-before-lifting", DAY, (did("hear-before-lifting"),)),
        *(Phase.DONE_LATE, "y"),
    ),
    "50(8) the measure is kept": (*(lifted(lifting_given_up=True), "hear-before-lifting", DAY, (), Phase.LAPSED, "n"),),
    "50(7) property of trifling value": (
        *(answered(Ground.TRIFLING_PROPERTY, reasons_given=True), "submit-for-order", DAY, (), Phase.DISPLACED, "u"),
    ),
    "50(7) property of trifling value, whatever treaty governs": (
        *(answered(Ground.TRIFLING_PROPERTY, position=OWN_TREATY, keeps_to_treaty=False), "submit-for-order", DAY, ()),
        *(Phase.DISPLACED, "u"),
    ),
    "50(3) a refusal on bank secrecy takes no place": (
        *(answered(Ground.BANK_SECRECY, reasons_given=True), "execute-soon-in-confiscation", DAY, (complete(),)),
        *(Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "50(3) postponed": (
        put_off(ground_ended=False),
        *("take-provisional-measures", DAY, (), Phase.DISPLACED, "u"),
    ),
    "50(3) postponed, until the ground ended": (
        put_off(ground_ended=True),
        *("take-provisional-measures", DAY, (), Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "50(3) postponed without consultation": (
        duties_on_confiscation_postponement(treaty=NO_TREATY, reply=evolve(POSTPONED, consulted=False)),
        *("consult-before-postponing-confiscation", DAY, (), Phase.OVERDUE, "y"),
    ),
    "50(10) agreements were considered": (
        *(dealt_with(agreements_considered=True), "consider-agreements-on-confiscation", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "51 a law that permits it shows the endeavour": (
        *(unasked(permitted=True), "permit-forwarding", DAY, (), Phase.CONTINUING, "n"),
    ),
    "51 a law that does not permit it shows nothing": (
        *(unasked(permitted=False), "permit-forwarding", DAY, (), Phase.CONTINUING, "u"),
    ),
    "52(1) disposed of": (disposed(), "dispose", DAY, (did("dispose"),), Phase.DONE_IN_TIME, "n"),
    "52(2) the return is considered": (
        *(disposed(return_requested=True), "consider-return", DAY, (did("consider-return"),)),
        *(Phase.DONE, "u"),
    ),
    "52(2) considered before the disposal": (
        *(disposed(return_requested=True, disposed_on=DAY), "consider-return", DAY, (did("consider-return"),)),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "52(2) disposed of before the return was considered": (
        *(disposed(return_requested=True, disposed_on=EARLY), "consider-return", DAY, (did("consider-return"),)),
        *(Phase.DONE_LATE, "y"),
    ),
    "52(2) disposed of by the record, and the return not considered": (
        *(disposed(return_requested=True), "consider-return", DAY, (did("dispose"), complete())),
        *(Phase.OVERDUE, "y"),
    ),
    "52(3) nothing is shared after the disposal": (
        *(disposed(disposed_on=EARLY, compensation_considered=True, sharing_allowed=True), "consider-sharing", DAY),
        *((), Phase.LAPSED, "n"),
    ),
    "52(2) the return is to be considered": (
        *(disposed(return_requested=True), "consider-return", DAY, (complete(),), Phase.OWED, "u"),
    ),
}


def test_every_duty_of_the_chapter_is_in_the_table() -> None:
    """The table of manners has each id of the chapter once, and no other."""
    is_whole(MANNERS, "confiscation")


@pytest.mark.parametrize(("name", "manner"), rows(MANNERS))
def test_manner(name: str, manner: Manner) -> None:
    """A duty is done once, kept up, a prohibition or a liberty, as its paragraph has it."""
    assert duties_of("confiscation")[name] == {manner}


@pytest.mark.parametrize("case", CASES)
def test_where_it_stands(case: str) -> None:
    """The facts of the case, and the record, say where the duty stands, and whether it is broken."""
    agrees(CASES[case])
