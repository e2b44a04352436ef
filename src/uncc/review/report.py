"""What a review finds: each provision with the State's answer, contradictions, and progress in figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from uncc import kernel
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.shown import Shown
from uncc.review.record import Implementation, ImplementationStatus

__all__ = ["Contradiction", "ContradictionKind", "Progress", "Review", "ReviewedProvision", "Strength"]

REVIEW_FORMAT = "uncc.review/1"


class Strength(Enum):
    """How strongly a provision asks something of a State. The value is its stable name in JSON."""

    MANDATORY = "mandatory"
    TO_CONSIDER = "to-consider"
    TO_ENDEAVOUR = "to-endeavour"
    ENCOURAGED = "encouraged"
    OPTION = "option"

    @classmethod
    def of(cls, modality: Modality) -> Strength | None:
        """Return the strength of a modality; `None` for one that asks nothing, such as a definition.

        >>> Strength.of(Modality.SHALL_NOT).value, Strength.of(Modality.STATEMENT)
        ('mandatory', None)
        """
        return _STRENGTHS.get(modality)


_STRENGTHS = MappingProxyType(
    {
        Modality.SHALL: Strength.MANDATORY,
        Modality.SHALL_NOT: Strength.MANDATORY,
        Modality.SHALL_CONSIDER: Strength.TO_CONSIDER,
        Modality.SHALL_ENDEAVOUR: Strength.TO_ENDEAVOUR,
        Modality.ENCOURAGED: Strength.ENCOURAGED,
        Modality.MAY: Strength.OPTION,
        Modality.MAY_RESERVE: Strength.OPTION,
    }
)


@frozen(kw_only=True, field_transformer=typed)
class ReviewedProvision(Model):
    """A provision that asks something of a State, and what the State says of it.

    `answer` is its own, or that of the paragraph of which it is a part, where that settles it; `None` where there is
    none.
    """

    provision: Provision
    strength: Strength
    modality: Modality
    also: tuple[Modality, ...] = ()
    summary: str
    qualifications: tuple[str, ...] = ()
    moment: str | None = None
    answer: Implementation | None = None

    @property
    def status(self) -> ImplementationStatus:
        """The status that the State gives it; UNKNOWN where it gives none."""
        return ImplementationStatus.UNKNOWN if self.answer is None else self.answer.status


class ContradictionKind(Enum):
    """What cannot be so together, or must be looked at. The value is its stable name in JSON."""

    LAW_FALLS_SHORT = "law-falls-short"
    LAW_SUFFICES = "law-suffices"
    PART_MISSING = "part-missing"
    OPTION_NOT_DECLARED = "option-not-declared"
    RESERVATION_NOT_PROVIDED = "reservation-not-provided"
    RESERVATION_TOO_WIDE = "reservation-too-wide"
    DECLARATION_NOT_RECEIVED = "declaration-not-received"
    DECLARATION_RECEIVED = "declaration-received"
    NOTIFICATION_MISSING = "notification-missing"
    NOT_YET = "not-yet"

    @property
    def words(self) -> str:
        """What is found, as it stands in a report.

        >>> ContradictionKind.NOT_YET.words
        'said to be in place, from a day after that of the record'
        """
        return _FOUND[self]


_FOUND = MappingProxyType(
    {
        ContradictionKind.LAW_FALLS_SHORT: "said to be in place, while the law falls short of it",
        ContradictionKind.LAW_SUFFICES: "said not to be in place, or only partly, while the law implements it",
        ContradictionKind.PART_MISSING: "said to be in place, while a part of it is not",
        ContradictionKind.OPTION_NOT_DECLARED: "used, without the reservation or declaration on which it depends",
        ContradictionKind.RESERVATION_NOT_PROVIDED: "reserved, while the Convention provides for no reservation there; "
        "it says nothing on others, so that the general law of treaties decides",
        ContradictionKind.RESERVATION_TOO_WIDE: "reserved further than the provision permits",
        ContradictionKind.DECLARATION_NOT_RECEIVED: "used or said to be declared, while the depositary has received no "
        "such reservation or declaration that stands",
        ContradictionKind.DECLARATION_RECEIVED: "said not to be declared, while such a reservation or declaration "
        "stands with the depositary",
        ContradictionKind.NOTIFICATION_MISSING: "said to be in place, while the notification is still owed",
        ContradictionKind.NOT_YET: "said to be in place, from a day after that of the record",
    }
)


@frozen(kw_only=True, field_transformer=typed)
class Contradiction(Model):
    """A point in which what a State says of a provision does not agree with something else.

    `certain` is false where it is not determined whether it is one; `details` say what it does not agree with.
    """

    provision: Provision
    kind: ContradictionKind
    details: tuple[str, ...] = ()
    certain: bool = True


@frozen(kw_only=True, field_transformer=typed)
class Progress(Model):
    """How far a State says that it has come with the provisions of one strength, in one chapter or in all."""

    strength: Strength
    chapter: int | None = None
    total: int
    in_place: int
    partly: int
    not_in_place: int
    not_applicable: int
    unknown: int

    @property
    def applicable(self) -> int:
        """How many provisions apply to the State: the denominator."""
        return self.total - self.not_applicable


@frozen(kw_only=True, field_transformer=typed)
class Review(Shown):
    """What a State's answers, its law and the notifications it owes say together.

    - `rows`: how many of the 486 provisions the catalogue has, which are all that can be reviewed.
    - `progress`: figures by strength, then those of what is mandatory by chapter.
    - `provisions`: all that ask something of a State, the mandatory first, each group in the order of the text.
    - `not_counted`: provisions that the State answers and that ask nothing of it, or have no row.
    - `procedural_law`: whether its procedural law was described, so that the answers were held against it.
    - `notifications`: those owed and not made, or that may be; `None` where that was not looked at.
    - `notified_on`: the day on which that was looked at in what the depositary has received.
    """

    format: str = REVIEW_FORMAT
    library: str = field(factory=lambda: kernel.__version__)
    state: str
    as_of: date | None = None
    law: str | None = None
    procedural_law: bool = False
    rows: int
    progress: tuple[Progress, ...]
    provisions: tuple[ReviewedProvision, ...]
    contradictions: tuple[Contradiction, ...] = ()
    notifications: tuple[Duty, ...] | None = None
    notified_on: date | None = None
    not_counted: tuple[Provision, ...] = ()

    def of(self, strength: Strength, *statuses: ImplementationStatus) -> tuple[ReviewedProvision, ...]:
        """Return the provisions of a strength with one of these statuses, in the order of the text."""
        return tuple(self._of(strength, statuses))

    def _of(self, strength: Strength, statuses: tuple[ImplementationStatus, ...]) -> Iterator[ReviewedProvision]:
        for found in self.provisions:
            if found.strength is strength and found.status in statuses:
                yield found

    @property
    def mandatory_gaps(self) -> tuple[ReviewedProvision, ...]:
        """What the State must have and says that it has not, or only partly."""
        return self.of(Strength.MANDATORY, ImplementationStatus.NOT_IN_PLACE, ImplementationStatus.PARTLY)


checked(__name__)
