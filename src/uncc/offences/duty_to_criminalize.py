"""What a State owes as to an offence of Chapter II, whichever it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.findings import by_text
from uncc.kernel.life import KEPT_UP, Life, found
from uncc.kernel.roles import Role
from uncc.offences.art11_misuse_of_devices import ReservedAct
from uncc.offences.conformity import implements
from uncc.offences.domestic import DomesticOffence
from uncc.offences.options import ConventionOffence

__all__ = ["duties_to_criminalize"]


def duties_to_criminalize(
    offence: ConventionOffence,
    law: DomesticOffence | Sequence[DomesticOffence] | None = None,
    *,
    reserving: Collection[ReservedAct] = (),
) -> tuple[Duty, ...]:
    """What does a State owe as to an offence?

    A law that does not implement the article breaks it; `law` is `None` where it is not known, and `reserving` as in
    `implements`. `InvalidValue` for a reservation that the article does not know.

    Source: Art. 7(1), Art. 8(1), Art. 9(1), Art. 10, Art. 11(1), Art. 11(3), Art. 12(1), Art. 13(a), Art. 13(b),
    Art. 13(c), Art. 14(1), Art. 15(1), Art. 16(1), Art. 17(1).

    >>> duties_to_criminalize(ConventionOffence.FORGERY)[0].modality.words
    'shall'
    """
    qualifications = (
        "in accordance with fundamental principles of domestic law",
        "for receiving and taking part, subject to the basic concepts of the legal system",
    )
    return (
        shall(
            f"criminalize-{offence.value}",
            Role.STATE_PARTY,
            f"make it a criminal offence under domestic law: {offence.title}",
            offence.authority,
            by_text(True, "every State Party owes it", offence.authority),
            qualifications=qualifications if offence is ConventionOffence.LAUNDERING else (),
            life=KEPT_UP
            if law is None
            else Life(lasts=True, broken=found(~implements(law, offence, reserving=reserving))),
        ),
    )


checked(__name__)
