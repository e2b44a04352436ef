"""Every ground that the Convention names for refusing any kind of cooperation, and what a State thinks of them.

Each kind of cooperation opens some of these grounds and closes others; the article on it says which.
"""

from __future__ import annotations

from typing import Self

from attrs import frozen

from uncc.cooperation.art36_personal_data import PersonalDataTransfer, is_barred
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = ["AssistancePosition", "Ground", "Position"]


class Ground(FixedEnum):
    """A ground for refusing cooperation, in the order in which the text first names it.

    Each member has its stable name (its `value`), its `words`, and the provisions that name it, whether to open
    it for some kind of cooperation or to forbid it (`named_in`).
    """

    words: str
    named_in: tuple[Provision, ...]

    def __new__(cls, name: str, words: str, *named_in: Provision) -> Self:  # noqa: D102
        ground = object.__new__(cls)
        ground._value_ = name
        ground.words = words
        ground.named_in = named_in
        return ground

    BANK_SECRECY = "bank-secrecy", "bank secrecy", art(31, 7), art(40, 24)
    PERSONAL_DATA = "personal-data", "the law on personal data does not allow their transfer", art(36, 1, "a")
    DUAL_CRIMINALITY = "dual-criminality", "want of dual criminality", art(37, 1), art(40, 8), art(42, 5)
    EXTRADITION_CONDITIONS = (
        "extradition-conditions",
        "conditions of extradition in domestic law or treaties, such as a minimum penalty",
        art(37, 8),
    )
    NATIONALITY = "nationality", "the person sought is a national", art(37, 11), art(37, 13)
    DISCRIMINATION = (
        "discrimination",
        (
            "a purpose or prejudice on account of sex, race, language, religion, nationality, ethnic origin or "
            "political opinions"
        ),
        art(37, 15),
        art(40, 22),
    )
    FISCAL_MATTERS = "fiscal-matters", "the offence is also considered fiscal", art(37, 16), art(40, 23)
    TRIFLING_MATTER = "trifling-matter", "the matter is of a de minimis nature", art(40, 8)
    AVAILABLE_ELSEWHERE = (
        "available-elsewhere",
        "the help is available under other provisions of the Convention",
        art(40, 8),
    )
    NON_CONFORMITY = (
        "non-conformity",
        "the request does not conform to the article on assistance",
        art(40, 21, "a"),
    )
    ESSENTIAL_INTERESTS = (
        "essential-interests",
        "sovereignty, security, ordre public or other essential interests",
        art(40, 21, "b"),
    )
    DOMESTIC_PROHIBITION = (
        "domestic-prohibition",
        "domestic law would forbid the action for a similar offence of the State's own",
        art(40, 21, "c"),
    )
    LEGAL_SYSTEM = "legal-system", "contrary to the legal system on mutual legal assistance", art(40, 21, "d")
    INSUFFICIENT_EVIDENCE = "insufficient-evidence", "evidence is not sufficient or not timely", art(50, 7)
    TRIFLING_PROPERTY = "trifling-property", "the property is of a de minimis value", art(50, 7)


@frozen(kw_only=True)
class Position(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State itself considers, believes or requires in the face of a request.

    These are its own judgements and its own law: the library asks for them and never computes them.
    """

    prejudices_essential_interests: Fact = fact(
        "the requested State considers that execution is likely to prejudice its sovereignty, security, ordre "
        "public or other essential interests",
        art(40, 21, "b"),
    )
    prohibited_for_similar_offence: Fact = fact(
        "domestic law would forbid the requested State's authorities the action for any similar offence that "
        "they pursued themselves",
        art(40, 21, "c"),
    )
    discriminatory_purpose: Fact = fact(
        "the requested State has substantial grounds for believing that the request was made to prosecute or punish "
        "someone because of sex, race, language, religion, nationality, ethnic origin or political opinions",
        art(40, 22),
    )
    discriminatory_prejudice: Fact = fact(
        "the requested State has substantial grounds for believing that complying would prejudice someone's position "
        "for one of those reasons",
        art(40, 22),
    )
    requires_dual_criminality_for_disclosure: Fact = fact(
        "the requested State makes dual criminality a condition of assistance in searching, seizing or disclosing "
        "stored data",
        art(42, 5),
    )
    doubts_dual_criminality_at_disclosure: Fact = fact(
        "the requested State has reasons to believe that dual criminality could not be met when disclosure is due",
        art(42, 5),
    )


NO_POSITION = Position()
"""A position of which nothing is known."""


@frozen(kw_only=True)
class AssistancePosition(Position):
    """What the requested State considers in the face of a request for assistance: all of the above, and more.

    `transfer`: the transfer of personal data that the request comes to, and the law on it; where the case does not
    state whether the data cannot be provided in compliance with that law, it answers it. Where it states that, it must
    not contradict what is described.
    """

    transfer: PersonalDataTransfer | None = None

    trifling: Fact = fact(
        "the request involves a matter of a de minimis nature", art(40, 8), asked_of=Role.REQUESTED_STATE
    )
    available_elsewhere: Fact = fact(
        "what is sought is available under other provisions of the Convention",
        art(40, 8),
        asked_of=Role.REQUESTED_STATE,
    )
    contrary_to_legal_system: Fact = fact(
        "it would be contrary to the requested State's legal system on mutual legal assistance to grant the request",
        art(40, 21, "d"),
        asked_of=Role.REQUESTED_STATE,
    )
    interferes_with_proceedings: Fact = fact(
        "assistance interferes with an ongoing investigation, prosecution or judicial proceeding",
        art(40, 27),
        asked_of=Role.REQUESTED_STATE,
    )
    transfer_not_compliant: Fact = fact(
        "the request is for personal data that cannot be provided in compliance with the law on their protection",
        art(36, 1, "a"),
        asked_of=Role.REQUESTED_STATE,
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        stated, transfer = self.transfer_not_compliant, self.transfer
        described = is_barred(transfer) if isinstance(transfer, PersonalDataTransfer) else None
        if stated is not None and described is not None and stated is not described:
            raise InvalidValue("transfer_not_compliant", stated, f"{str(described).lower()}, as the transfer says")


NO_ASSISTANCE_POSITION = AssistancePosition()
"""A position on assistance of which nothing is known."""
