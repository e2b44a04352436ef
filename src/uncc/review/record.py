"""What a State says of its implementation: one answer for each provision, as on a checklist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from uncc.cases import DomesticLaw
from uncc.final_provisions import Practice
from uncc.kernel.dates import a_date
from uncc.kernel.declared import typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.model import Model
from uncc.kernel.names import one_name
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision, addresses
from uncc.kernel.values import a_text
from uncc.procedural import ProceduralLaw, ReservingState

__all__ = ["Implementation", "ImplementationStatus", "StateRecord"]

RECORD_FORMAT = "uncc.implementation/1"
LONGEST_TEXT = 32_767
"""The longest text of an answer: what one cell of a spreadsheet holds."""


class ImplementationStatus(Enum):
    """How far a State says that it has come with a provision. The value is its stable name in JSON and CSV."""

    IN_PLACE = "in-place"
    """All of it; of an option: it is taken."""
    PARTLY = "partly"
    NOT_IN_PLACE = "not"
    """Nothing of it; of an option: it is not taken."""
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The status as it stands in a sentence.

        >>> ImplementationStatus.NOT_IN_PLACE.words
        'not in place'
        """
        return "not in place" if self is ImplementationStatus.NOT_IN_PLACE else self.value.replace("-", " ")


def _an_address(_: object, attribute: Attribute[Any], provision: Provision) -> None:
    if provision not in addresses():
        parts = ", ".join(str(part) for part in provision.children)
        raise InvalidValue(attribute.name, str(provision), f"answered as a whole: answer for its parts, {parts}")


def _fits_a_cell(_: object, attribute: Attribute[Any], text: str | None) -> None:
    if text is not None and len(text) > LONGEST_TEXT:
        raise InvalidValue(attribute.name, text, f"a text of at most {LONGEST_TEXT} characters")


def _where_reserved(found: Implementation, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and found.reserved is not True:
        raise InvalidValue(attribute.name, on.isoformat(), "given where nothing is reserved: say yes in `reserved`")


def _text() -> Any:
    return field(default=None, validator=[optional(a_text), _fits_a_cell])


@frozen(kw_only=True, field_transformer=typed)
class Implementation(Model):
    """What a State says of one provision.

    - `measure`: the law and section that implement it; `since`: the day from which they hold.
    - `evidence`: where that can be seen; `note`: what else there is to say.
    - `reserved`: whether the State has made a reservation under the provision, or the declaration that works as one;
      `reserved_on`: when.
    - `provision`: the provision that is answered for.
    - `status`: how far it is in place.
    - `since`: the day since which it is so.
    - `note`: a remark in words.
    - `reserved_on`: the day on which the reservation was made.
    """

    provision: Provision = field(validator=_an_address)
    status: ImplementationStatus = ImplementationStatus.UNKNOWN
    measure: str | None = _text()
    since: date | None = field(default=None, validator=optional(a_date))
    evidence: str | None = _text()
    note: str | None = _text()
    reserved: Fact = None
    reserved_on: date | None = field(default=None, validator=[optional(a_date), _where_reserved])


def _is_the_format(_: object, attribute: Attribute[Any], value: str) -> None:
    if value != RECORD_FORMAT:
        raise InvalidValue(attribute.name, value, f"{RECORD_FORMAT}, which is what this document is")


def _each_once(_: object, attribute: Attribute[Any], answers: tuple[Implementation, ...]) -> None:
    for before, answer in pairwise(answers):
        if before.provision == answer.provision:
            raise InvalidValue(attribute.name, str(answer.provision), "a provision that is answered once")


def _in_order(answers: Iterable[Implementation]) -> tuple[Implementation, ...]:
    return tuple(sorted(answers, key=lambda answer: answer.provision))


def _of_the_state(record: StateRecord, attribute: Attribute[Any], law: DomesticLaw | None) -> None:
    if law is not None and not one_name(law.state.name, record.state.name):
        raise InvalidValue(attribute.name, law.state.name, f"the law of {record.state}, whose record this is")


UNNAMED = ReservingState().party.state
"""The State of a procedural law that does not say whose it is."""


def _of_the_state_if_named(record: StateRecord, attribute: Attribute[Any], law: ProceduralLaw | None) -> None:
    named = UNNAMED if law is None else law.state.party.state
    if not any(one_name(named.name, one.name) for one in (UNNAMED, record.state)):
        raise InvalidValue(attribute.name, named.name, f"the law of {record.state}, whose record this is")


@frozen(kw_only=True, field_transformer=typed)
class StateRecord(Model):
    """All that a State says of its implementation on a day.

    - `implementations`: its answers, in the order of the text whatever order they are given in; a provision that is not
      among them is not answered.
    - `law`: its law on the offences of Chapter II, described as for an assessment, to hold the answers against.
    - `procedural_law`: the same for its law on the powers of Chapter IV.
    - `practice`: what must be known of it to tell whether some notifications are owed.
    - `as_of`: the day on which the answers are true.
    """

    format: str = field(default=RECORD_FORMAT, validator=_is_the_format)
    state: State
    as_of: date | None = field(default=None, validator=optional(a_date))
    implementations: tuple[Implementation, ...] = field(default=(), converter=_in_order, validator=_each_once)
    law: DomesticLaw | None = field(default=None, validator=_of_the_state)
    procedural_law: ProceduralLaw | None = field(default=None, validator=_of_the_state_if_named)
    practice: Practice = field(factory=Practice)
