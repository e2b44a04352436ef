"""Art. 37, extradition: the request, the offences in it, and how the two States stand to each other."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.all_grounds import Ground
from uncc.cooperation.particulars import Authority
from uncc.kernel.consistency import excludes
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, by_text
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text, a_title

__all__ = [
    "BasisNotice",
    "ExtraditionPosition",
    "ExtraditionRelation",
    "ExtraditionRequest",
    "SoughtOffence",
    "extradition_conformity",
]


@frozen(kw_only=True)
class SoughtOffence(Facts, asked_of=Role.REQUESTING_STATE):
    """One of the offences for which extradition is sought.

    `title` is what the request calls it; `None` where it does not specify the offence. Where dual criminality is
    required, the conduct counts, whatever either law calls it (Art. 35(3)).

    - `title`: what the request calls the offence.
    """

    title: str | None = field(default=None, validator=optional(a_title))
    established_in_accordance: Fact = fact(
        "the offence is one established in accordance with the Convention", art(37, 1)
    )
    punishable_in_requesting_state: Fact = fact(
        "the conduct is punishable under the domestic law of the requesting State", art(37, 1), art(35, 3)
    )
    punishable_in_requested_state: Fact = fact(
        "the conduct is punishable under the domestic law of the requested State",
        art(37, 1),
        art(35, 3),
        asked_of=Role.REQUESTED_STATE,
    )
    period_too_short: Fact = fact(
        "the period of imprisonment for the offence is too short for extradition",
        art(37, 3),
        art(37, 8),
        asked_of=Role.REQUESTED_STATE,
    )
    related: Fact = fact("the offence is related to offences established in accordance with the Convention", art(37, 3))


O = fields(SoughtOffence)  # noqa: E741
UNNAMED_SOUGHT_OFFENCE = SoughtOffence()
"""An offence of which nothing is known."""


def _not_before_made(request: ExtraditionRequest, _: object, received: date | None) -> None:
    if received is not None and request.made_on is not None and received < request.made_on:
        raise InvalidValue("received_on", received.isoformat(), f"on or after made_on, {request.made_on}")


MOST_OFFENCES = 50
"""The most offences of one request: what is found of each is told with the answers that rest on all."""


def _few(_: object, attribute: Attribute[Any], offences: tuple[SoughtOffence, ...]) -> None:
    if len(offences) > MOST_OFFENCES:
        expected = f"at most {MOST_OFFENCES} offences; give the counts of one offence as one"
        raise InvalidValue(attribute.name, len(offences), expected)


@frozen(kw_only=True, field_transformer=typed)
class ExtraditionRequest(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """A request for extradition, a paper: it is for the `offences` that it names, and for no others.

    The Convention lists no contents for it. What practice expects in it beside these facts is in `Enclosures`.

    - `reference`: the number under which the request is made.
    - `made_on`: the day on which it was made.
    - `received_on`: the day on which the requested State received it.
    - `person`: whose extradition is sought.
    """

    of_the_world = ("made_on", "received_on")

    reference: str | None = field(default=None, validator=optional(a_text))
    made_on: date | None = field(default=None, validator=optional(a_date))
    received_on: date | None = field(default=None, validator=[optional(a_date), _not_before_made])
    authority: Authority | None = None
    person: str | None = field(default=None, validator=optional(a_text))
    offences: tuple[SoughtOffence, ...] = field(default=(), validator=_few)
    person_present: Fact = fact(
        "the person sought is in the territory of the requested State", art(37, 1), asked_of=Role.REQUESTED_STATE
    )
    sought_to_serve_sentence: Fact = fact(
        "extradition is sought so that the person serves a sentence already imposed", art(37, 1), art(37, 13)
    )
    sentence_final: Fact = fact("the sentence is final", art(37, 1))
    sentence_detains: Fact = fact("the sentence is imprisonment or another form of detention", art(37, 1))

    def sought(self, number: int) -> tuple[SoughtOffence, str]:
        """Return one of the offences, counted from 0, and the name by which a finding tells it apart.

        Where the request names none, number 0 is an offence of which nothing is known.
        """
        if not self.offences and number == 0:
            return UNNAMED_SOUGHT_OFFENCE, ""
        if type(number) is not int or not 0 <= number < len(self.offences):
            raise InvalidValue("number", number, f"the place of one of {len(self.offences)} offences, from 0")
        return self.offences[number], f"offences[{number}]"

    def place(self, number: int) -> str | None:
        """Return where in a case one of several offences stands; `None` where there is no other to tell it from."""
        return f"request.offences[{number}]" if len(self.offences) > 1 else None

    @property
    def numbers(self) -> range:
        """The places of the offences; of one that is not known where the request names none."""
        return range(max(1, len(self.offences)))


def extradition_conformity(request: ExtraditionRequest) -> Finding:  # noqa: ARG001  # none of its contents is asked for
    """Whether the request contains all that the Convention asks for: YES, since it lists no contents for one.

    What domestic law or a treaty asks for is among the conditions to which extradition is subject. The answer says
    nothing of them: see `is_extraditable`.

    Source: Art. 37(8).

    >>> extradition_conformity(ExtraditionRequest()).truth.name
    'YES'
    """
    return by_text(True, "the request contains what the Convention asks for, which lists no contents", art(37, 8))


class BasisNotice(Enum):
    """What a State has told the depositary about the Convention as its basis for extradition (Art. 37(6)(a)).

    The value is its stable name in JSON.
    """

    TAKES = "takes"
    """It takes the Convention as the legal basis."""
    DOES_NOT_TAKE = "does-not-take"
    """It does not take the Convention as the legal basis."""
    NONE_GIVEN = "none-given"
    """It has told nothing."""


def _a_notice(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, BasisNotice):
        raise InvalidValue(attribute.name, value, "a BasisNotice, or None where it is not known")


@frozen(kw_only=True)
class ExtraditionRelation(Facts, asked_of=Role.REQUESTED_STATE):
    """How two States stand to each other in matters of extradition, and what the law of the requested State says.

    `notice` is what the requested State has told the depositary; `None` where that is not known.

    - `notice`: what the requested State has told the depositary on the Convention as a legal basis.
    """

    treaty_binds: Fact = fact("an extradition treaty is in force between the two States", art(37, 4), art(37, 5))
    conditional_on_treaty: Fact = fact(
        "the requested State makes extradition conditional on a treaty", art(37, 5), art(37, 6), art(37, 7)
    )
    requesting_conditional_on_treaty: Fact = fact(
        "the requesting State makes extradition conditional on a treaty",
        art(37, 7),
        asked_of=Role.REQUESTING_STATE,
    )
    notice: BasisNotice | None = field(default=None, validator=optional(_a_notice))
    deposited_on: DayFact = day_fact(
        "the requested State deposited its instrument", art(37, 6, "a"), asked_of=Role.DEPOSITARY
    )
    notice_given_on: DayFact = day_fact(
        "the requested State told the depositary whether it takes the Convention as the basis",
        art(37, 6, "a"),
        asked_of=Role.DEPOSITARY,
    )
    considers_convention_basis: Fact = fact(
        "the requested State considers the Convention the legal basis for this extradition", art(37, 5)
    )
    permits_without_punishability: Fact = fact(
        "the law of the requested State permits extradition for what it does not punish itself", art(37, 2)
    )
    permits_serving_sentence: Fact = fact(
        "the law of the requested State permits extradition for serving such a sentence", art(37, 1)
    )
    spares_nationals: Fact = fact(
        "domestic law or an applicable treaty lets the requested State not extradite its nationals",
        art(37, 8),
        art(37, 11),
    )

    ties = (excludes("treaty_binds", "considers_convention_basis", art(37, 5), told=True),)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.notice is BasisNotice.NONE_GIVEN and self.notice_given_on is not None:
            raise InvalidValue("notice_given_on", str(self.notice_given_on), "null, where no notice was given")


UNKNOWN_RELATION = ExtraditionRelation()
"""A relation of which nothing is known."""

ARTICLE_GROUNDS = (
    Ground.DUAL_CRIMINALITY,
    Ground.EXTRADITION_CONDITIONS,
    Ground.NATIONALITY,
    Ground.DISCRIMINATION,
    Ground.FISCAL_MATTERS,
)
"""The grounds that the article on extradition speaks of, to open them or to forbid one."""


def _of_domestic_law(_: object, attribute: Attribute[Any], grounds: tuple[Ground, ...]) -> None:
    spoken_of = [ground.value for ground in grounds if ground in ARTICLE_GROUNDS]
    if spoken_of:
        raise InvalidValue(attribute.name, spoken_of, "a list of grounds of which Art. 37 does not speak")


@frozen(kw_only=True, field_transformer=typed)
class ExtraditionPosition(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State itself knows or believes of the person and of this request.

    `own_grounds`: the grounds of which the article does not speak, that domestic law or an applicable treaty opens, and
    that are met; `None` where that is not known, `()` where there is none.

    - `own_grounds`: the grounds of its own law or treaties on which the requested State relies.
    """

    is_national: Fact = fact("the person sought is a national of the requested State", art(37, 11), art(37, 13))
    other_conditions_met: Fact = fact(
        "every other condition of its domestic law and of applicable extradition treaties is met", art(37, 8)
    )
    discriminatory_request: Fact = fact(
        "the requested State has substantial grounds for believing that the request aims to prosecute or punish the "
        "person because of sex, race, language, religion, nationality, ethnic origin or political opinions",
        art(37, 15),
    )
    prejudice_by_compliance: Fact = fact(
        "the requested State has substantial grounds for believing that extradition would prejudice the person's "
        "position for one of those reasons",
        art(37, 15),
    )
    considered_fiscal: Fact = fact("the offence is also considered to involve fiscal matters", art(37, 16))
    own_grounds: tuple[Ground, ...] | None = field(default=None, validator=optional(_of_domestic_law))

    ties = (excludes("other_conditions_met", O.period_too_short, art(37, 8), fills=False),)


NO_EXTRADITION_POSITION = ExtraditionPosition()
"""A position of which nothing is known."""


checked(__name__)
