"""States, what each has declared as a Party, and the relation between two of them on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.kernel.between import a_date, ends_of, under_the_convention
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, Question, day_fact, fact
from uncc.kernel.findings import Finding, Kind, all_of, any_of, exactly, given, read_off, said_of
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.names import another_name
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import FIRST, LAST, NEVER, Day, before, fixed_day, not_after, where
from uncc.kernel.ready import kept_ready
from uncc.kernel.roles import Role
from uncc.kernel.values import a_name, a_text

__all__ = [
    "AssistanceTreaty",
    "Relation",
    "Reservation",
    "State",
    "StateParty",
    "has_reserved",
    "is_bound_by_convention",
    "was_made_in_time",
]


@frozen(field_transformer=typed)
class State(Model):
    """A State, by the name it goes by in the case.

    - `name`: what the State is called by the depositary and the other State.
    """

    name: str = field(validator=a_name)

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True)
class Reservation(Facts, asked_of=Role.DEPOSITARY):
    """A reservation or declaration that a State has made under a provision, with its days as far as they are known.

    Where one of these days is missing, `stands` says whether it stands on the day asked about, and `made_with_consent`
    whether it was made in time.

    - `provision`: the provision against which it was made.
    - `text`: its words, as they were deposited.
    """

    provision: Provision
    made_on: DayFact = day_fact("the reservation was made", art(63, 3), art(63, 4))
    withdrawn_on: DayFact = day_fact("the reservation was withdrawn", art(63, 4), follows="made_on")
    stands: Fact = fact("the reservation stands on the day asked about", art(63, 3), art(63, 4))
    made_with_consent: Fact = fact(
        "the reservation was made before the Convention bound the State", art(63, 3), art(65, 2)
    )
    text: str | None = field(default=None, validator=optional(a_text))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        under_the_convention("made_on", self.made_on)
        under_the_convention("withdrawn_on", self.withdrawn_on)

    def stands_on(self, on: date | Day | None, subject: str = "") -> Finding:
        """Whether the reservation is made and not withdrawn on a day; `None`, or the node, of one that is not known."""
        stands = all_of("the reservation stands on the day", self.provision, *self._limbs(on, subject))
        return said_of(subject, exactly(stands))

    def _limbs(self, on: date | Day | None, subject: str) -> Iterator[Finding]:
        asked = ANY_DAY if on is None else on if isinstance(on, Day) else fixed_day(on, "the day asked about")
        if self.made_on is not None:
            made = day_of(self, R.made_on, subject)
            yield not_after("the reservation was made by the day", self.provision, made, asked)
        if self.withdrawn_on is not None:
            withdrawn = day_of(self, R.withdrawn_on, subject)
            yield before("the reservation is not withdrawn", self.provision, asked, withdrawn)
        if self.made_on is None or self.withdrawn_on is None:
            yield given(self, R.stands, subject)


R = fields(Reservation)


@kept_ready
def untold_day(name: str) -> Day:
    """Return the day on which a reservation must stand, where the field of this name, which tells it, does not."""
    statement = "the day on which a reservation must stand"
    asked = Question(name, statement, (art(63, 4),), Role.CASE_HOLDER)
    return Day(FIRST, LAST, statement, (), Kind.DERIVED, (), asked)


ANY_DAY = untold_day("Relation.on")
"""The day that is asked about, where the case does not name it."""


@frozen(kw_only=True)
class StateParty(Facts, asked_of=Role.DEPOSITARY):
    """A State and its participation in the Convention, as far as the case knows it.

    - `bound_from`: the day on which the Convention entered into force for it; `None` where not known.
    - `denounced`: whether a denunciation of it was received; `bound_until`: the day on which that took or takes
      effect, from which it is bound no more. With its first day alone, `[2029-03-01..]`, it may not take effect at all.
    - `reservations`: all that it has made; `None` where not known, `()` where it has made none.
    """

    state: State
    bound_from: DayFact = day_fact("the Convention entered into force for the State", art(65, 1), art(65, 2))
    bound_until: DayFact = day_fact("a denunciation by the State took effect", art(67, 1), follows="bound_from")
    denounced: Fact = fact("a denunciation by the State was received", art(67, 1))
    reservations: tuple[Reservation, ...] | None = None

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        under_the_convention("bound_from", self.bound_from)
        under_the_convention("bound_until", self.bound_until)
        _, last = ends_of(self.bound_until)
        if last is not None:
            if self.denounced is False:
                raise InvalidValue("denounced", self.denounced, "true where the day is stated by which it takes effect")
            object.__setattr__(self, "denounced", True)

    def is_bound(self, on: date, subject: str = "") -> Finding:
        """Whether the Convention binds the State on a day; UNKNOWN where it is not known since when, or until when."""
        return _binds(self, "the Convention binds the State on the day", on, subject)

    def has_been_bound(self, on: date, subject: str = "") -> Finding:
        """Whether the Convention has bound the State by a day, whether or not a denunciation has taken effect since."""
        return _has_begun(self, on, subject)


P = fields(StateParty)


def _binds(party: StateParty, statement: str, on: date, subject: str) -> Finding:
    asked = fixed_day(on, "the day asked about")
    until = where(given(party, P.denounced, subject), day_of(party, P.bound_until, subject), NEVER)
    return all_of(
        statement,
        (art(65, 1), art(65, 2), art(67, 1)),
        _has_begun(party, on, subject),
        said_of(subject, before("no denunciation has taken effect", art(67, 1), asked, until)),
    )


def _has_begun(party: StateParty, on: date, subject: str) -> Finding:
    asked, since = fixed_day(on, "the day asked about"), day_of(party, P.bound_from, subject)
    begun = not_after("the Convention has entered into force for the State", (art(65, 1), art(65, 2)), since, asked)
    return said_of(subject, begun)


OTHER_STATE = "a State other than the requesting one"
"""What the requested State is."""


def _another_state(relation: Relation, _: Attribute[Any], requested: StateParty) -> None:
    another_name("requested", requested.state.name, ("requesting", relation.requesting.state.name), OTHER_STATE)


REPLACEABLE = range(8, 32)
"""The paragraphs of Art. 40 in whose place a treaty on assistance applies (Art. 40(7))."""


def _replaceable(_: object, attribute: Attribute[Any], provisions: tuple[Provision, ...]) -> None:
    for one in provisions:
        if one.article != 40 or (one.steps and int(one.steps[0]) not in REPLACEABLE):
            raise InvalidValue(attribute.name, str(one), "Art. 40, or one of its paragraphs 8 to 31")


@frozen(kw_only=True, field_transformer=typed)
class AssistanceTreaty(Facts, asked_of=Role.REQUESTED_STATE):
    """Whether a treaty on mutual legal assistance governs between two States, and what matters of it.

    `silent_on`: the paragraphs of Art. 40, from 8 to 31, to which nothing in the treaty corresponds; the article stands
    for all of them. `None` where not known.

    - `silent_on`: the paragraphs of Art. 40 to which nothing in the treaty corresponds.
    """

    binds: Fact = fact("a treaty on mutual legal assistance binds the two States", art(40, 7))
    paragraphs_agreed: Fact = fact(
        "the two States agree to apply paragraphs 8 to 31 in place of their treaty", art(40, 7)
    )
    allows_dual_criminality: Fact = fact(
        "the treaty between the two States lets assistance be declined for want of dual criminality", art(40, 7)
    )
    lets_assist_all_the_same: Fact = fact(
        "the treaty between the two States lets assistance be given although dual criminality is wanting", art(40, 7)
    )
    paragraphs_facilitate: Fact = fact("applying paragraphs 8 to 31 would facilitate cooperation", art(40, 7))
    silent_on: tuple[Provision, ...] | None = field(default=None, validator=optional(_replaceable))


@frozen(kw_only=True, field_transformer=typed)
class Relation(Model):
    """Two States on a day, and what binds them to each other beside the Convention."""

    requesting: StateParty
    requested: StateParty = field(validator=_another_state)
    on: date = field(validator=a_date)
    assistance_treaty: AssistanceTreaty = field(factory=AssistanceTreaty)


def is_bound_by_convention(*, relation: Relation) -> Finding:
    """Whether the Convention is in force between the two States on the day of the relation.

    UNKNOWN where the case does not say since when it binds one of them. A State is bound from the day of entry
    into force for it, that day included, until a denunciation takes effect, that day excluded.

    Source: Art. 65(1), Art. 65(2), Art. 67(1).

    >>> from datetime import date
    >>> a = StateParty(state=State("Astoria"), bound_from=date(2027, 6, 1))
    >>> b = StateParty(state=State("Borduria"))
    >>> is_bound_by_convention(relation=Relation(requesting=a, requested=b, on=date(2028, 1, 1))).truth.name
    'UNKNOWN'
    """
    authority = (art(65, 1), art(65, 2), art(67, 1))
    return all_of(
        "the Convention is in force between the two States on the day",
        authority,
        _binds(relation.requesting, "the Convention binds the requesting State on the day", relation.on, "requesting"),
        _binds(relation.requested, "the Convention binds the requested State on the day", relation.on, "requested"),
    )


def has_reserved(
    party: StateParty,
    provision: Provision,
    on: date | Day | None,
    statement: str = "a reservation of the State stands on the day",
    *,
    place: str = "",
) -> Finding:
    """Whether a reservation of the State under `provision` stands on a day, which may be known in part or not at all.

    `statement` says it in other words; `place` is where the State stands in a case (`requested`).

    >>> from uncc.kernel.provisions import art
    >>> has_reserved(StateParty(state=State("Astoria"), reservations=()), art(42, 5), None).truth.name
    'NO'
    """
    if party.reservations is None:
        return read_off(party, P.reservations, None, statement, provision, subject=place)
    under = reservations_under(party, provision, place)
    return any_of(statement, provision, *(stands_under(one, provision, on, subject) for subject, one in under))


def reservations_under(party: StateParty, provision: Provision, place: str = "") -> Iterator[tuple[str, Reservation]]:
    """Yield the reservations that are or may be made under a provision, with the place of each in a case."""
    for number, one in enumerate(party.reservations or ()):
        if provision.contains(one.provision) or one.provision.contains(provision):
            yield f"{place}.reservations[{number}]".lstrip("."), one


def stands_under(one: Reservation, provision: Provision, on: date | Day | None, subject: str) -> Finding:
    """Whether a reservation stands, and is made under a provision and not under another that its address contains."""
    stands = one.stands_on(on, subject)
    if provision.contains(one.provision):
        return stands
    statement = "the reservation is made under this paragraph"
    meant = read_off(one, R.provision, None, statement, provision, subject=subject)
    return all_of("a reservation under this paragraph stands on the day", provision, meant, stands)


def was_made_in_time(party: StateParty, reservation: Reservation, subject: str = "", place: str = "") -> Finding:
    """Whether a reservation was made before the Convention bound the State: on signing or consenting, or until then.

    >>> made = Reservation(provision=art(42, 5), made_on=date(2028, 3, 1))
    >>> party = StateParty(state=State("Astoria"), bound_from=date(2027, 6, 1), reservations=(made,))
    >>> was_made_in_time(party, made).truth.name
    'NO'
    """
    days = reservation.made_on, party.bound_from
    sure = all(isinstance(day, date) for day in days)  # days that are known in part leave to the fact what it settles
    if not sure and (None in days or reservation.made_with_consent is not None):
        return given(reservation, R.made_with_consent, subject)
    statement, authority = "the reservation was made before the Convention bound the State", (art(65, 1), art(65, 2))
    made, since = day_of(reservation, R.made_on, subject), day_of(party, P.bound_from, place)
    return before(statement, authority, made, since)


checked(__name__)
