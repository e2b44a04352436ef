"""What binds two participants to each other on a day: the Convention, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from uncc.final_provisions.acts import Act
from uncc.final_provisions.art60_other_treaties import OtherTreaty, may_apply_other_treaty
from uncc.final_provisions.art61_protocols import is_bound_by_protocol
from uncc.final_provisions.art63_disputes import is_bound_to_settle
from uncc.final_provisions.art66_amendments import amendments_binding
from uncc.final_provisions.history import History
from uncc.final_provisions.parties import asked_about, declared, in_force_in_pair, stands_with_consent
from uncc.kernel.again import OnReadings
from uncc.kernel.dates import day
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, all_of
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import art

__all__ = ["Binding", "Regime", "Reserved", "regime_between"]


@frozen(field_transformer=typed)
class Binding(OnReadings):
    """An amendment, a protocol or another treaty by its name, and whether it binds, or may be applied between, two."""

    name: str
    finding: Finding


@frozen(field_transformer=typed)
class Reserved(OnReadings):
    """A reservation that was made by the day and not withdrawn, whose it is, and whether it stands."""

    participant: str
    reservation: Reservation
    finding: Finding


@frozen(kw_only=True, field_transformer=typed)
class Regime(OnReadings):
    """What binds two participants to each other on a day.

    - `in_force`: whether the Convention is in force between them.
    - `amendments`, `protocols`: each that is known, and whether it binds them both.
    - `declared`: the reservations of either that were not withdrawn, each with whether it stands still;
      `reservations_complete` tells whether there can be others.
    - `disputes`: whether arbitration and the Court are open between them.
    - `treaties`: other treaties, and whether the Convention entitles them to apply these.
    """

    between: tuple[str, ...]
    on: date
    in_force: Finding
    amendments: tuple[Binding, ...]
    protocols: tuple[Binding, ...]
    declared: tuple[Reserved, ...]
    reservations_complete: bool
    disputes: Finding
    treaties: tuple[Binding, ...]

    @property
    def reservations(self) -> tuple[Reserved, ...]:
        """The reservations of either that stand, or may stand."""
        return tuple(one for one in self.declared if not one.finding.is_no)


def regime_between(
    history: History,
    pair: tuple[str, str],
    on: date,
    *,
    treaties: tuple[OtherTreaty, ...] = (),
) -> Regime:
    """What binds two participants to each other on a day, beside and together with the Convention?

    An amendment or a protocol binds the two to each other only where it binds both; otherwise the text that both have
    in common does.

    Source: Art. 60(1), Art. 61(3), Art. 63(3), Art. 65(1), Art. 65(2), Art. 66(5), Art. 67(1), Art. 67(3).

    >>> from datetime import date
    >>> regime_between(History(), ("Astoria", "Borduria"), date(2030, 1, 1)).in_force.truth.name
    'UNKNOWN'
    """
    pair = (history.spelt(pair[0]), history.spelt(pair[1]))
    return Regime(
        between=pair,
        on=day(on, "on"),
        in_force=in_force_in_pair(history, pair, on),
        amendments=_amendments(history, pair, on),
        protocols=_protocols(history, pair, on),
        declared=tuple(found for one in pair for found in _reserved(history, one, on)),
        reservations_complete=history.holds(Act.RESERVATION, until=on),
        disputes=is_bound_to_settle(history, pair, on),
        treaties=tuple(
            Binding(treaty.name, may_apply_other_treaty(history, pair, on, treaty=treaty)) for treaty in treaties
        ),
    )


def _reserved(history: History, participant: str, on: date) -> Iterator[Reserved]:
    """Yield the reservations of a participant that can have been made by a day and were not withdrawn by it."""
    asked = asked_about(on)
    for one in declared(history, participant, on):
        if one.is_withdrawn(asked).is_yes:
            continue
        reservation = one.as_reservation(complete=history.holds(Act.WITHDRAWAL, until=on))
        yield Reserved(participant, reservation, stands_with_consent(history, participant, one, asked))


def _amendments(history: History, pair: tuple[str, str], on: date) -> tuple[Binding, ...]:
    one, other = (amendments_binding(history, name, on) for name in pair)
    return tuple(
        Binding(name, all_of("the amendment binds both", (art(66, 4), art(66, 5)), one[name], other[name]))
        for name in one
    )


def _protocols(history: History, pair: tuple[str, str], on: date) -> tuple[Binding, ...]:
    joined = (event.subject for name in pair for event in history.of(name, Act.PROTOCOL, until=on))
    return tuple(
        Binding(
            protocol,
            all_of(
                "the protocol binds both",
                art(61, 3),
                *(is_bound_by_protocol(history, name, protocol, on) for name in pair),
            ),
        )
        for protocol in sorted({subject for subject in joined if subject is not None})
    )


checked(__name__)
