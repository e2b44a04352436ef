"""Taking part, from signature to denunciation: a machine of five States and an organization against kept books."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.effort import effort
from tests.final_provisions.builders import WHOLE, exact
from tests.stateful.books import CONFIRMING, CONSENT, NUMBER, WAIT, Books, a_year_after, months_later
from uncc.final_provisions import (
    Act,
    Amendment,
    Clause,
    Dispute,
    Event,
    History,
    Place,
    RegionalOrganization,
    Signing,
    Status,
    amendment_enters_into_force,
    duties_on_notifications,
    earliest_entry_into_force,
    entry_into_force,
    has_opted_out,
    in_force_between,
    is_bound_by_amendment,
    is_bound_by_protocol,
    is_bound_to_settle,
    is_party,
    may_accede,
    may_confirm_signature,
    may_denounce,
    may_join_protocol,
    may_opt_out,
    may_propose_amendment,
    may_refer_to_court,
    may_sign,
    may_withdraw_opt_out,
    parties_on,
    reservations_of,
    status,
    terms,
    votes_on_amendment,
    votes_on_protocol,
)
from uncc.final_provisions.notification_duties import untold
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art

UNION = "Union"
MEMBERS = ("Astoria", "Borduria")
STATES = (*MEMBERS, "Caldera", "Drovia", "Elbonia")
EVERYONE = (*STATES, UNION)
AT_NEW_YORK = Signing(place=Place.NEW_YORK, began_on=date(2025, 10, 25), ended_on=date(2025, 10, 26))
COMPETENCE = {"competence-with-ratification", "competence-with-accession"}
AMENDMENT = "First Amendment"
participants = st.sampled_from(EVERYONE)
waits = st.sampled_from([1, 1, 7, 29, 30, 31, 60, 89, 90, 91, 180, 364, 365, 366, 1500])


class Participation(RuleBasedStateMachine):
    """What the depositary receives, day by day."""

    def __init__(self) -> None:
        super().__init__()
        self.today = date(2026, 11, 1)
        self.books = Books(UNION, MEMBERS)
        self.amendments: list[Amendment] = []
        self.first: date | None = None
        self.earliest: date | None = None
        self.past: dict[tuple[date, str], Status] = {}
        self.arbitration: date | None = None

    @property
    def history(self) -> History:
        """The same, as the library takes it."""
        return History(
            clause=Clause(instruments=NUMBER),
            organizations=(RegionalOrganization(UNION, MEMBERS),),
            amendments=tuple(self.amendments),
            **WHOLE,
            others=EVERYONE,
            events=tuple(self.books.events),
        )

    def receive(self, name: str, act: Act, **others: object) -> None:
        """Write an event into the books."""
        event = Event(participant=name, act=act, on=self.today, **others)  # type: ignore[arg-type]  # by the act
        if event not in self.books.events:
            self.books.events.append(event)

    # What happens

    @initialize(days=st.integers(0, 500), acceding=st.lists(st.sampled_from(STATES), unique=True, max_size=4))
    def begin(self, days: int, acceding: list[str]) -> None:
        """The story begins with some accessions, or none."""
        self.today += timedelta(days=days)
        for name in acceding:
            self.receive(name, Act.ACCESSION)

    @rule(days=waits)
    def wait(self, days: int) -> None:
        """Days pass."""
        self.today += timedelta(days=days)

    @rule(data=st.data(), days=st.integers(-1, 1))
    def wait_for_a_date(self, data: st.DataObject, days: int) -> None:
        """Days pass until one of the dates to come, the day before or the day after."""
        ahead = [day + timedelta(days=days) for day in self.dates() if day + timedelta(days=days) > self.today]
        if ahead:
            self.today = data.draw(st.sampled_from(sorted(set(ahead))))

    def dates(self) -> list[date]:
        """Every date that the books have set."""
        found = [self.books.in_force(self.today)]
        for name in EVERYONE:
            found.append(self.books.amendment_day(name, self.today))
            for one in self.books.of(name, *CONSENT, by=self.today):
                found += [self.books.since(one, self.today), self.books.until(name, one, self.today)]
        return [day for day in found if day is not None]

    @rule(name=participants)
    def sign(self, name: str) -> None:
        """Art. 64(1), (2)."""
        if self.books.may_sign(name, self.today):
            self.receive(name, Act.SIGNATURE)

    @rule(name=participants, act=st.sampled_from(sorted(CONFIRMING, key=lambda act: act.value)))
    def confirm(self, name: str, act: Act) -> None:
        """Art. 64(3)."""
        if self.books.may_confirm(name, self.today):
            self.receive(name, act)

    @rule(name=participants)
    def accede(self, name: str) -> None:
        """Art. 64(4)."""
        if self.books.may_accede(name, self.today):
            self.receive(name, Act.ACCESSION)

    @rule(name=participants)
    def denounce(self, name: str) -> None:
        """Art. 67(1): by a Party, once or again, or by one that is none, which is void."""
        if self.books.of(name, *CONSENT, by=self.today):
            self.receive(name, Act.DENUNCIATION)

    @precondition(lambda self: self.books.in_force(self.today) is not None)
    @rule()
    def members_denounce(self) -> None:
        """Art. 67(2): all member States of the organization leave."""
        for name in MEMBERS:
            self.denounce(name)

    @rule(name=participants)
    def declare(self, name: str) -> None:
        """Art. 63(3): in time or not."""
        self.receive(name, Act.RESERVATION, provision=art(63, 3))

    @rule(name=participants)
    def withdraw(self, name: str) -> None:
        """Art. 63(4)."""
        if self.books.declared(name, Act.RESERVATION, by=self.today):
            self.receive(name, Act.WITHDRAWAL, provision=art(63, 3))

    @rule(name=participants)
    def approve_at_home(self, name: str) -> None:
        """What a parliament decides has no effect between States."""
        self.receive(name, Act.DOMESTIC_APPROVAL)

    @rule(name=participants)
    def join_protocol(self, name: str) -> None:
        """Art. 61(2): a Party becomes a Party to a protocol too."""
        if self.books.is_party(name, self.today):
            self.receive(name, Act.PROTOCOL, subject="First Protocol")

    @precondition(lambda self: self.books.adopted is None and self.books.in_force(self.today) is not None)
    @rule(days=st.integers(0, 2), consenting=st.lists(participants, max_size=2, unique=True))
    def adopt_amendment(self, days: int, consenting: list[str]) -> None:
        """Art. 66(1), (3): once five years are over, the Conference adopts an amendment, and some accept it at once."""
        first = self.books.in_force(self.today)
        assert first is not None
        self.today = max(self.today, a_year_after(first, 5) + timedelta(days=days))
        if a_year_after(first, 5) < self.today and any(self.books.is_party(name, self.today) for name in EVERYONE):
            self.books.adopted = self.today
            self.amendments.append(Amendment(AMENDMENT, self.today))
            for name in consenting:
                if self.books.is_party(name, self.today):
                    self.receive(name, Act.AMENDMENT, subject=AMENDMENT)

    @precondition(lambda self: self.books.adopted is not None)
    @rule(name=participants)
    def consent_to_amendment(self, name: str) -> None:
        """Art. 66(3): a Party deposits an instrument on the amendment that was adopted."""
        if self.books.is_party(name, self.today) and not self.books.of(name, Act.AMENDMENT, by=self.today):
            self.receive(name, Act.AMENDMENT, subject=AMENDMENT)

    @rule(name=participants)
    def reserve(self, name: str) -> None:
        """Art. 42(5): a reservation that the text names."""
        self.receive(name, Act.RESERVATION, provision=art(42, 5))

    @rule(name=participants)
    def withdraw_reservation(self, name: str) -> None:
        """The same is withdrawn."""
        if self.books.reserved(name, self.today):
            self.receive(name, Act.WITHDRAWAL, provision=art(42, 5))

    @rule(name=st.sampled_from([UNION]), again=st.booleans())
    def declare_competence(self, name: str, again: bool) -> None:
        """Art. 64(3), (4): an organization declares the extent of its competence, in time or late, or once more."""
        if again or not self.books.of(name, Act.COMPETENCE, by=self.today):
            self.receive(name, Act.COMPETENCE)

    @precondition(lambda self: self.arbitration is None)
    @rule()
    def request_arbitration(self) -> None:
        """Art. 63(2): one of two Parties in dispute requests arbitration."""
        self.arbitration = self.today

    # What must hold after each event

    @invariant()
    def everybody_takes_part_as_the_books_say(self) -> None:
        """Arts. 64 to 67: today, and as far as is known around every date to come."""
        history = self.history
        near = {day + timedelta(days=n) for day in self.dates() for n in (-1, 0, 1)}
        for on in (self.today, *sorted(day for day in near if day > self.today)[:6]):
            for name in EVERYONE:
                assert status(history, name, on) is self.books.status(name, on), (name, on)
                assert is_party(history, name, on).truth is Truth.of(self.books.is_party(name, on)), (name, on)
        bound = tuple(sorted(name for name in EVERYONE if self.books.is_party(name, self.today)))
        assert parties_on(history, self.today) == bound

    @invariant()
    def entry_into_force_does_not_go_backwards(self) -> None:
        """Art. 65(1): it comes nearer by deposits alone, and once its day is set no event moves it."""
        entry, expected = entry_into_force(self.history, on=self.today), self.books.in_force(self.today)
        assert (None if entry.on is None else entry.on.on) == expected
        assert self.first is None or self.first == expected
        earliest = earliest_entry_into_force(self.history, on=self.today).on
        assert earliest == (expected or self.today + WAIT)
        assert self.earliest is None or earliest >= self.earliest
        self.first, self.earliest = expected, earliest

    @invariant()
    def nobody_is_bound_or_freed_too_early(self) -> None:
        """Art. 65(2), 67(1): thirty days after the own instrument at the least; a full year after a denunciation."""
        for name in EVERYONE:
            for term in terms(self.history, name, on=self.today):
                if term.since.on is not None:
                    assert term.since.on >= exact(term.instrument.event.on) + timedelta(days=30)
                    assert self.first is not None
                    assert term.since.on >= self.first
                if term.until.on is not None and term.denounced.on is not None:
                    assert term.until.on >= term.denounced.on + timedelta(days=365)
                    assert term.since.on is not None
                    assert term.denounced.on >= term.since.on

    @invariant()
    def what_was_is_final(self) -> None:
        """No later event changes how anybody took part on a day that is past."""
        history = self.history
        for name in EVERYONE:
            self.past[self.today, name] = status(history, name, self.today)
        closed = [(key, was) for key, was in self.past.items() if key[0] < self.today]
        for (on, name), was in closed[-24:]:
            assert status(history, name, on) is was, (name, on)

    @invariant()
    def what_is_open_is_open(self) -> None:
        """Arts. 64, 66(1), 67(1): signing, confirming, acceding, denouncing and proposing, by the books."""
        history, on = self.history, self.today
        first = self.books.in_force(on)
        five_years = first is not None and a_year_after(first, 5) < on
        for name in EVERYONE:
            party = self.books.is_party(name, on)
            signed = bool(self.books.of(name, Act.SIGNATURE, by=on))
            if not signed and not self.books.of(name, *CONSENT, by=on):
                assert may_sign(history, name, on, AT_NEW_YORK).truth is Truth.of(self.books.may_sign(name, on))
            assert may_confirm_signature(history, name, on).truth is Truth.of(self.books.may_confirm(name, on)), name
            assert may_accede(history, name, on).truth is Truth.of(self.books.may_accede(name, on)), name
            assert may_denounce(history, name, on).truth is Truth.of(party)
            assert may_join_protocol(history, name, on).truth is Truth.of(party)
            assert may_propose_amendment(history, name, on).truth is Truth.of(party and five_years)

    @invariant()
    def disputes_and_protocols_follow(self) -> None:
        """Arts. 61(3), 63(3), 67(3): opting out frees both; a protocol binds Parties, and goes with the Convention."""
        history, on = self.history, self.today
        for name in EVERYONE:
            assert has_opted_out(history, name, on).truth is self.books.opted_out(name, on), name
            bound = is_bound_by_protocol(history, name, "First Protocol", on)
            assert bound.truth is Truth.of(self.books.protocol_binds(name, on)), name
        for pair in (MEMBERS, ("Caldera", "Drovia"), ("Elbonia", UNION)):
            between = all(self.books.is_party(name, on) for name in pair)
            assert in_force_between(history, *pair, on).truth is Truth.of(between)
            free = {self.books.opted_out(name, on) for name in pair}
            open_to_both = Truth.UNKNOWN if Truth.UNKNOWN in free else Truth.YES
            expected = Truth.NO if not between or Truth.YES in free else open_to_both
            assert is_bound_to_settle(history, pair, on).truth is expected

    @invariant()
    def an_amendment_waits_its_ninety_days(self) -> None:
        """Art. 66(4): ninety days after the instrument on it, for those that deposit one as Parties."""
        for name in EVERYONE:
            deposited = self.books.of(name, Act.AMENDMENT, by=self.today)
            entered = amendment_enters_into_force(self.history, AMENDMENT, name)
            if deposited:
                assert entered.on == deposited[0] + timedelta(days=90)
            else:
                assert entered.is_never

    @invariant()
    def an_amendment_binds_those_that_consent(self) -> None:
        """Art. 66(5): Parties that have expressed their consent; the others stay with the text as it was."""
        history, on = self.history, self.today
        for name in EVERYONE:
            found = is_bound_by_amendment(history, AMENDMENT, name, on).truth
            if self.books.adopted is None:
                assert found is not Truth.YES
            else:
                assert found is self.books.amendment_binds(name, on), name

    @invariant()
    def a_declaration_comes_with_an_act(self) -> None:
        """Art. 63(3), (4): open until a consent binds, withdrawn at any time; reservations stand until withdrawn."""
        history, on = self.history, self.today
        for name in EVERYONE:
            assert may_opt_out(history, name, on).truth is Truth.of(self.books.opened(name, on)), name
            assert may_withdraw_opt_out(history, name, on).truth is self.books.opted_out(name, on), name
            standing = [one for one in reservations_of(history, name, on) if one.stands_on(on).is_yes]
            assert any(one.provision == art(42, 5) for one in standing) is self.books.reserved(name, on), name

    @invariant()
    def an_organization_votes_for_its_members(self) -> None:
        """Art. 62(2), 66(2): as many votes as it has member States that are Parties."""
        members = sum(self.books.is_party(name, self.today) for name in MEMBERS)
        assert votes_on_amendment(self.history, UNION, self.today).known == members
        assert votes_on_protocol(self.history, UNION, self.today).known == members

    @invariant()
    def the_court_opens_after_six_months(self) -> None:
        """Art. 63(2): six months after arbitration was requested, and only between Parties that are both bound."""
        if self.arbitration is None:
            return
        opens = months_later(self.arbitration, 6)
        dispute = Dispute(
            concerns_convention=True,
            peaceful_means_failed=True,
            no_agreement_on_arbitration=True,
            arbitration_requested_on=self.arbitration,
        )
        for on in sorted({self.today, *(day for day in (opens, opens - timedelta(days=1)) if day >= self.today)}):
            bound = is_bound_to_settle(self.history, MEMBERS, on).truth
            expected = bound if on >= opens else Truth.NO
            assert may_refer_to_court(self.history, MEMBERS, dispute, on).truth is expected

    @invariant()
    def an_organization_tells_its_competence(self) -> None:
        """Art. 64(3), (4): owed with the instrument, and told by a declaration made since it last left."""
        books, on = self.books, self.today
        owed = {duty.id for duty in untold(duties_on_notifications(self.history, UNION, on)) if duty.trigger.is_yes}
        left = books.last_left(UNION, on)
        if any(told >= left for told in books.of(UNION, Act.COMPETENCE, by=on)):
            assert not owed & COMPETENCE
        elif books.stands(UNION, on):
            acceded = books.of(UNION, Act.ACCESSION, by=on)
            confirmed = books.of(UNION, *CONFIRMING, by=on)
            latest_is_accession = max(acceded, default=date.min) > max(confirmed, default=date.min)
            due = "competence-with-accession" if latest_is_accession else "competence-with-ratification"
            assert owed & COMPETENCE == {due}


TestParticipation = Participation.TestCase
TestParticipation.settings = effort(16, steps=30)
