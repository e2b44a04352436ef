"""Which acts a State must or may do to join: from the deposits, its review and its laws.

What the Convention asks for only when something changes, or once a State has long been a Party, is no part of joining;
see `duties_on_notifications`. Who signs, and through whom it is sent, the text leaves to each State: that is practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, fields, frozen

from uncc.final_provisions import (
    LAST_DAY_OF_SIGNATURE,
    Act,
    Bearer,
    Event,
    History,
    Moment,
    Notification,
    Participation,
    Practice,
    Status,
    duties_on_declarations,
    duties_on_notifications,
    entry_into_force_for,
    may_accede,
    may_confirm_signature,
    may_sign,
    notifications,
    participation,
    reservations_of,
)
from uncc.kernel.dates import Deadline, day_of_case
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, all_of, by_text, given
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.review.joining_file import JoiningAct, JoiningKind, JoiningStanding, RatificationFile
from uncc.review.joining_laws import OF_AUTHORITIES, law_acts
from uncc.review.joining_words import words_of
from uncc.review.record import StateRecord

__all__ = ["ratification_file"]

JOINED = (Status.CONSENTED, Status.PARTY, Status.LEAVING)
"""How a participant stands that has nothing left to consent to."""
STANDS = (*JOINED, Status.UNDETERMINED)
"""How one stands whose instrument is there, and has not ended for certain."""
AT_ANY_TIME = ("distinct-central-authority", "diplomatic-channels")
"""What can be declared at any time and belongs to joining; the others belong to leaving, or to amending."""
_GAP = re.compile(r"\[TO BE COMPLETED: [^\]]*\]")
_WHEN: Mapping[Moment, str] = MappingProxyType(
    {
        Moment.WITH_SIGNATURE_OR_DEPOSIT: "at the signature, or with the instrument at the latest",
        Moment.WITH_DEPOSIT: "with the instrument",
        Moment.ONCE_A_PARTY: "once the Convention binds it; the text names no day",
        Moment.NOT_NAMED: "with the instrument: the text names no moment, the general law of treaties names this one",
        Moment.ANY_TIME: "with the instrument or later, at any time",
    }
)
"""By when each moment of joining is; other moments come later."""


@frozen(kw_only=True, field_transformer=typed)
class _Plan(Model):
    """What is looked at: how the State stands, and the history as if its instrument were deposited on the day.

    What goes with an instrument does not turn on its day; only the days that are counted from it do.
    """

    record: StateRecord
    history: History
    with_instrument: History
    on: date
    deposit_on: date | None
    in_force: Deadline | None
    readings: Readings
    now: Participation

    @property
    def name(self) -> str:
        return self.now.participant

    @property
    def joined(self) -> bool:
        return _has_joined(self.now)

    @property
    def bearer(self) -> Role:
        return Role.REGIONAL_ORGANIZATION if self.now.organization else Role.STATE_PARTY


def _has_joined(now: Participation) -> bool:
    return now.status in STANDS and now.act is not None


def ratification_file(
    record: StateRecord,
    history: History | None = None,
    on: date | None = None,
    *,
    deposit_on: date | None = None,
    readings: Readings = AS_ADOPTED,
) -> RatificationFile:
    """Which acts must or may a State do to join on a day, by when, what does each change, and how can it be worded?

    Without `history` nothing is known of the deposits, and acts that turn on them are to be settled. Without `on` the
    day is that of the record. `deposit_on` is the day on which the instrument is to be deposited: with it days are
    counted; of one that has deposited already its own day is taken. An organization is told apart by the history.
    `InvalidValue` where no day is named, and for a day of deposit before that of the file.

    Source: Art. 11(3), Art. 23(3)(a), Art. 23(3)(b), Art. 37(6)(a), Art. 37(19), Art. 40(12)(a), Art. 40(12)(c),
    Art. 40(12)(d), Art. 40(13), Art. 41(1), Art. 41(2), Art. 42(5), Art. 50(5), Art. 53(7), Art. 59(1), Art. 63(3),
    Art. 64(1), Art. 64(3), Art. 64(4), Art. 65(1), Art. 65(2).

    >>> from uncc.kernel.parties import State
    >>> found = ratification_file(StateRecord(state=State("Astoria")), History.story(), date(2027, 7, 1))
    >>> [(act.id, act.standing.value) for act in found.acts][:3]
    [('accession', 'needed'), ('reserve-misuse-of-devices', 'possible'), ('laundering-laws', 'needed')]
    """
    day = day_of_case(on or record.as_of, "on")
    if deposit_on is not None and deposit_on < day:
        raise InvalidValue("deposit_on", deposit_on.isoformat(), f"a day on or after that of the file, {day}")
    plan = _planned(record, _seen_by(record, History() if history is None else history, day), day, deposit_on, readings)
    acts = (*_consents(plan), *_told(plan), *(() if plan.now.organization else law_acts(record, plan.in_force)))
    return RatificationFile(
        state=plan.name,
        organization=plan.now.organization,
        on=day,
        status=plan.now.status,
        deposit_on=plan.deposit_on,
        in_force_on=plan.in_force,
        acts=acts,
    )


def _seen_by(record: StateRecord, history: History, on: date) -> History:
    """Return a history in which the State is named, though it may have done nothing, and does nothing after the day."""
    name = history.spelt(record.state.name)
    seen = tuple(one for one in history.events if one.participant != name or one.span[0] <= on)
    named = name in history.others or any(one.participant == name for one in seen)
    others = history.others if named or history.organization(name) is not None else (*history.others, name)
    return evolve(history, events=seen, others=others)


def _planned(record: StateRecord, history: History, on: date, deposit_on: date | None, readings: Readings) -> _Plan:
    now = participation(history, record.state.name, on, readings=readings)
    if _has_joined(now):
        made, since = now.deposited_on if isinstance(now.deposited_on, date) else None, now.in_force_on
        with_it = history
    else:
        act = Act.RATIFICATION if now.status is Status.SIGNATORY else Act.ACCESSION
        with_it, _ = _with_instrument(history, now.participant, act, on)
        made, since = deposit_on, None
        if made is not None:
            later, instrument = _with_instrument(history, now.participant, act, made)
            since = entry_into_force_for(later, instrument).on
    return _Plan(
        record=record,
        history=history,
        with_instrument=with_it,
        on=on,
        deposit_on=made,
        in_force=since,
        readings=readings,
        now=now,
    )


def _with_instrument(history: History, name: str, act: Act, on: date) -> tuple[History, Event]:
    instrument = Event(participant=name, act=act, on=on)
    return evolve(history, events=(*history.events, instrument)), instrument


# Consent


def _consents(plan: _Plan) -> Iterator[JoiningAct]:
    """Yield the acts of consent that are open, of which one is needed; or the one that was done."""
    if plan.joined:
        yield _consent(plan, _made(plan), None, JoiningStanding.DONE)
        return
    sign = may_sign(plan.history, plan.name, plan.on).under(plan.readings)
    confirm = may_confirm_signature(plan.history, plan.name, plan.on).under(plan.readings)
    accede = may_accede(plan.history, plan.name, plan.on).under(plan.readings)
    ways = [(name, found) for name, found in (("ratification", confirm), ("accession", accede)) if not found.is_no]
    if not sign.is_no:
        yield _consent(plan, "signature", sign, _of(sign, JoiningStanding.POSSIBLE))
    for name, found in ways:
        sole = JoiningStanding.NEEDED if len(ways) == 1 else JoiningStanding.POSSIBLE
        beside = "" if len(ways) == 1 else "One of ratification (acceptance, approval) and accession is needed."
        yield _consent(plan, name, found, _of(found, sole), beside)


def _made(plan: _Plan) -> str:
    made = plan.now.act
    return made.value if made in (Act.ACCESSION, Act.SUCCESSION) else "ratification"


def _of(finding: Finding, known: JoiningStanding) -> JoiningStanding:
    return JoiningStanding.TO_SETTLE if finding.is_unknown else known


@frozen
class _Consent:
    """An act of consent in words: what it is, by which provision, by when."""

    act: str
    provisions: tuple[Provision, ...]
    when: str


_CONSENTS: Mapping[str, _Consent] = MappingProxyType(
    {
        "signature": _Consent(
            "sign the Convention", (art(64, 1),), "until 31 December 2026, at United Nations Headquarters in New York"
        ),
        "ratification": _Consent(
            "deposit an instrument of ratification, acceptance or approval",
            (art(64, 3),),
            "after its signature; at any time",
        ),
        "accession": _Consent("deposit an instrument of accession", (art(64, 4),), "at any time"),
        "succession": _Consent("notify its succession to another State that was bound", (art(64, 4),), "at any time"),
    }
)


def _consent(plan: _Plan, name: str, finding: Finding | None, standing: JoiningStanding, *beside: str) -> JoiningAct:
    one, words = _CONSENTS[name], words_of(name, plan.name)
    due = Deadline(LAST_DAY_OF_SIGNATURE, (art(64, 1),)) if name == "signature" else _deposit(plan, one.provisions[0])
    return JoiningAct(
        id=name,
        kind=JoiningKind.CONSENT,
        provisions=one.provisions,
        act=one.act,
        modality=Modality.MAY,
        by=plan.bearer,
        to=Role.SECRETARY_GENERAL,
        standing=standing,
        finding=finding,
        when=one.when,
        due=due,
        organ=JoiningKind.CONSENT.organ,
        changes=words.changes,
        wording="" if finding is None else words.wording,
        gaps=() if finding is None else _gaps(words.wording),
        details=tuple(filter(None, (*beside, "" if name == "signature" else _binding(plan)))),
    )


def _binding(plan: _Plan) -> str:
    if plan.deposit_on is None:
        return ""
    since = "a day that is not determined yet" if plan.in_force is None else str(plan.in_force)
    return f"With the instrument deposited on {plan.deposit_on} the Convention binds it from {since}."


def _deposit(plan: _Plan, provision: Provision) -> Deadline | None:
    return None if plan.deposit_on is None else Deadline(plan.deposit_on, (provision,))


def _gaps(wording: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_GAP.findall(wording)))


# What is told and declared


def _told(plan: _Plan) -> Iterator[JoiningAct]:
    """Yield what is notified, declared and reserved on joining, in the order of the text."""
    practice = plan.record.practice
    owed = _by_id(
        duties_on_notifications(plan.with_instrument, plan.name, plan.on, practice=practice, readings=plan.readings)
    )
    open_ones = _by_id(
        duties_on_declarations(plan.with_instrument, plan.name, plan.on, practice=practice, readings=plan.readings)
    )
    made = {
        one.provision
        for one in reservations_of(plan.history, plan.name, plan.on, readings=plan.readings)
        if one.stands_on(plan.on).is_yes
    }
    for one in notifications():
        if _belongs(one) and _bears(plan, one):
            finding, done = _finding(plan, one, open_ones), one.provision in made or _is_told(owed.get(one.id))
            if done or not finding.is_no:
                yield _act(plan, one, finding, done=done)


def _by_id(duties: tuple[Duty, ...]) -> Mapping[str, Duty]:
    return {duty.id: duty for duty in duties}


def _belongs(one: Notification) -> bool:
    """Whether it is a part of joining."""
    return one.id in AT_ANY_TIME if one.moment is Moment.ANY_TIME else one.moment in _WHEN


def _bears(plan: _Plan, one: Notification) -> bool:
    if one.by is Bearer.ANY:
        return True
    acceding = plan.now.act is Act.ACCESSION if plan.joined else plan.now.signed_on is None
    return plan.now.organization and (one.by is Bearer.ACCEDING_ORGANIZATION) is acceding


def _finding(plan: _Plan, one: Notification, open_ones: Mapping[str, Duty]) -> Finding:
    """Return whether it is needed, or open, once the instrument is there."""
    if one.moment is Moment.NOT_NAMED or one.id == "dispute-opt-out":
        duty = open_ones.get(one.id)
        return by_text(False, "it can still be declared", one.provision) if duty is None else duty.trigger
    fact = (
        ()
        if one.practice is None
        else (given(plan.record.practice, getattr(fields(Practice), one.practice), plan.name),)
    )
    whom = by_text(True, "it is for whoever becomes a Party", one.provision)
    return all_of("it belongs to joining", one.provision, whom, *fact)


def _is_told(duty: Duty | None) -> bool:
    return duty is not None and duty.life.done is not None and duty.life.done.finding.is_yes


def _act(plan: _Plan, one: Notification, finding: Finding, *, done: bool) -> JoiningAct:
    words, kind = words_of(one.id, plan.name), _kind(one)
    needed = JoiningStanding.NEEDED if one.modality is Modality.SHALL else JoiningStanding.POSSIBLE
    by_then = one.moment not in (Moment.ONCE_A_PARTY, Moment.ANY_TIME)
    return JoiningAct(
        id=one.id,
        kind=kind,
        provisions=OF_AUTHORITIES.get(one.id, (one.provision,)),
        act=one.act,
        modality=one.modality,
        by=plan.bearer,
        to=one.addressee or Role.DEPOSITARY,
        standing=JoiningStanding.DONE if done else _of(finding, needed),
        finding=finding,
        when=_WHEN[one.moment],
        due=_deposit(plan, one.provision) if by_then else None,
        organ=kind.organ,
        changes=words.changes,
        wording="" if done else words.wording,
        gaps=() if done else _gaps(words.wording),
        details=tuple(f"Open: {question}" for question in finding.open_questions),
    )


def _kind(one: Notification) -> JoiningKind:
    if one.id in OF_AUTHORITIES:
        return JoiningKind.AUTHORITY
    if one.modality is Modality.MAY_RESERVE:
        return JoiningKind.RESERVATION
    declared = one.modality is Modality.MAY or one.by is not Bearer.ANY or one.id == "extradition-basis"
    return JoiningKind.DECLARATION if declared else JoiningKind.NOTIFICATION


checked(__name__)
