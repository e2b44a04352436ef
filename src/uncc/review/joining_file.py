"""The ratification file as a value: each act of a State that joins, and how things stand for it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Self

from attrs import field, frozen

from uncc import kernel
from uncc.final_provisions import Status
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import typed
from uncc.kernel.duties import Modality
from uncc.kernel.findings import Finding
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

__all__ = ["JoiningAct", "JoiningKind", "JoiningStanding", "RatificationFile"]

RATIFICATION_FORMAT = "uncc.ratification/1"


class JoiningKind(FixedEnum):
    """What sort of act it is. Each has its stable name, its `words`, and in practice whose hand it needs (`organ`)."""

    words: str
    organ: str

    def __new__(cls, name: str, words: str, organ: str) -> Self:  # noqa: D102
        kind = object.__new__(cls)
        kind._value_ = name
        kind.words = words
        kind.organ = organ
        return kind

    CONSENT = (
        "consent",
        "Consent to be bound",
        "head of State, head of government, minister for foreign affairs, or whoever has full powers",
    )
    DECLARATION = "declaration", "Declaration", "whoever signs the instrument"
    RESERVATION = "reservation", "Reservation", "whoever signs the instrument"
    NOTIFICATION = "notification", "Notification", "the ministry in charge, through the ministry of foreign affairs"
    AUTHORITY = (
        "authority",
        "Authority",
        "the government designates it; the ministry of foreign affairs notifies it",
    )
    LAW = "law", "Law or measure at home", "the legislature, or whoever makes regulations and takes measures"


class JoiningStanding(Enum):
    """How things stand for an act. The value is its stable name in JSON."""

    NEEDED = "needed"
    """The Convention asks for it, and it is not done."""
    POSSIBLE = "possible"
    """The State may do it or leave it."""
    TO_SETTLE = "to-settle"
    """Whether it is needed, or open, is not known."""
    DONE = "done"

    @property
    def words(self) -> str:
        """The standing as it stands in a sentence.

        >>> JoiningStanding.TO_SETTLE.words
        'to be settled'
        """
        return "to be settled" if self is JoiningStanding.TO_SETTLE else self.value


@frozen(kw_only=True, field_transformer=typed)
class JoiningAct(Model):
    """One act of a State that joins.

    - `id`: its stable name; of a notification or a declaration that of its duty.
    - `provisions`, `modality`, `by`, `to`: what speaks of it, how strongly, whose act it is, and to whom it goes.
    - `finding`: whether it is needed, or open; `None` for a law, where `details` tell what is missing.
    - `when`, `due`: by when, in words and, where it is known, as a day.
    - `changes`: what it changes.
    - `gaps`: the marks in the wording.
    - `kind`: which kind of act it is.
    - `act`: what is done.
    - `standing`: how far it is: done, needed or open.
    - `organ`: whose hand it needs, by practice.
    - `wording`: a draft of it in the words of the library, with what is not known marked; empty for what is done.
    - `details`: what is to be said beside, point by point.
    """

    id: str
    kind: JoiningKind
    provisions: tuple[Provision, ...]
    act: str
    modality: Modality
    by: Role
    to: Role | None = None
    standing: JoiningStanding
    finding: Finding | None = None
    when: str
    due: Deadline | None = None
    organ: str
    changes: str
    wording: str
    gaps: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


@frozen(kw_only=True, field_transformer=typed)
class RatificationFile(Shown):
    """Every act that a State needs or can do to join, on a day.

    - `status`: how it takes part on that day.
    - `deposit_on`: the day of its instrument, made or planned.
    - `in_force_on`: from when the Convention binds it, by that day; `None` where that is not determined.
    - `acts`: consent first, then what goes with it, then the laws, each group in the order of the text.
    - `state`: the name of the State or organization that joins.
    - `organization`: whether it is a regional economic integration organization.
    - `on`: the day of which the file is.
    """

    format: str = RATIFICATION_FORMAT
    library: str = field(factory=lambda: kernel.__version__)
    state: str
    organization: bool = False
    on: date
    status: Status
    deposit_on: date | None = None
    in_force_on: Deadline | None = None
    acts: tuple[JoiningAct, ...]

    def of(self, *kinds: JoiningKind) -> tuple[JoiningAct, ...]:
        """Return the acts of these kinds, in order."""
        return tuple(act for act in self.acts if act.kind in kinds)

    def standing(self, *standings: JoiningStanding) -> tuple[JoiningAct, ...]:
        """Return the acts that stand so, in order."""
        return tuple(act for act in self.acts if act.standing in standings)
