"""What requests are made of: authorities, offences, data, custodians."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.general.art02_crime_and_property import Penalty, PenaltyKind, is_serious_crime
from uncc.general.art02_systems_and_data import DataCategory
from uncc.kernel.consistency import Tie, hold_together
from uncc.kernel.dates import Period
from uncc.kernel.declared import typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, Truth, derived, given, read_off
from uncc.kernel.model import Model, field_name
from uncc.kernel.papers import Paper, parts_of_paper
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_moment, a_port, a_text, a_title, some_texts

if TYPE_CHECKING:
    from uncc.offences import Conduct
else:
    Conduct = Facts  # eleven articles, of which a request may name none: `uncc.doors.serial` knows them

__all__ = [
    "Authority",
    "Contact",
    "Custodian",
    "DataCategory",
    "DataItem",
    "Endpoint",
    "Offence",
    "Penalty",
    "PenaltyKind",
    "Period",
]


@frozen(kw_only=True, field_transformer=typed)
class Contact(Model):
    """How to reach somebody.

    - `name`: who is to be reached.
    - `telephone`: the number, and the hours in which it is answered.
    - `email`: the address for electronic mail.
    - `address`: the address for letters.
    - `languages`: the languages in which one can speak or write.
    - `time_zone`: the time zone, such as UTC+01:00.
    """

    name: str | None = field(default=None, validator=optional(a_text))
    telephone: str | None = field(default=None, validator=optional(a_text))
    email: str | None = field(default=None, validator=optional(a_text))
    address: str | None = field(default=None, validator=optional(a_text))
    languages: str | None = field(default=None, validator=optional(a_text))
    time_zone: str | None = field(default=None, validator=optional(a_text))


@frozen(kw_only=True, field_transformer=typed)
class Authority(Model):
    """An authority that makes a request or conducts an investigation.

    - `name`: what the authority is called.
    - `functions`: what it is competent for.
    - `reference`: the number of its own file.
    - `contact`: how to reach it.
    """

    name: str = field(validator=a_text)
    functions: str | None = field(default=None, validator=optional(a_text))
    reference: str | None = field(default=None, validator=optional(a_text))
    contact: Contact | None = None


@frozen(kw_only=True)
class Offence(Paper, Facts, asked_of=Role.REQUESTING_STATE):
    """The offence that a request is about, as the requesting State describes it in that paper.

    - `title`: what the request calls it; `None` where it does not specify the offence.
    - `conduct`: the facts of the conduct, in the elements of an offence of Arts. 7 to 17; where the case does not state
      whether the offence is one established in accordance with the Convention, they answer it.
    - `extended`: matters where only an extension that its article permits makes the conduct an offence.
    - `penalty`, `penalty_in_requested_state`: the maximum penalties in the two laws; where the case does not state
      whether the offence is a serious crime, they answer it.
    - `domestic_law`: the provisions of the law of the requesting State.
    - `maximum_penalty`: the maximum penalty in words.
    - `summary_of_facts`: what happened, in short.
    """

    of_the_world = ("conduct", "penalty", "penalty_in_requested_state")

    title: str | None = field(default=None, validator=optional(a_title))
    domestic_law: str | None = field(default=None, validator=optional(a_text))
    maximum_penalty: str | None = field(default=None, validator=optional(a_text))
    summary_of_facts: str | None = field(default=None, validator=optional(a_text))
    conduct: Conduct | None = None
    penalty: Penalty | None = None
    penalty_in_requested_state: Penalty | None = None
    established_in_accordance: Fact = fact(
        "the offence is one established in accordance with the Convention", art(35, 1, "b")
    )
    serious_crime: Fact = fact("the offence is a serious crime", art(35, 1, "c"))
    extended: Fact = fact(
        "the requesting State has extended the offence to such conduct, as its article permits",
        art(14, 2),
        art(15, 3),
        art(16, 3),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.serious_crime is not None:
            _fits_penalties(self, stated=self.serious_crime)
        if self.conduct is not None:
            hold_together(self, list(_ties_of(self.conduct, "conduct")))
            if self.established_in_accordance:
                _fits_conduct(self, self.conduct)


def _ties_of(facts: Facts, place: str) -> Iterator[Tie]:
    """Yield what excludes and what follows in conduct, and in what it is about, by the places there."""
    for tie in facts.case_ties:
        if not tie.told:
            yield tie._replace(stated=f"{place}.{tie.stated}", fact=f"{place}.{tie.fact}")
    for one in fields(type(facts)):  # type: ignore[arg-type]  # every class of facts is one
        inner = getattr(facts, one.name)
        if isinstance(inner, Facts):
            yield from _ties_of(inner, f"{place}.{one.name}")


def _fits_penalties(offence: Offence, *, stated: bool) -> None:
    """Refuse a word on whether the crime is serious that agrees with no penalty that is stated."""
    penalties = {name: getattr(offence, name) for name in ("penalty", "penalty_in_requested_state")}
    by_law = is_serious_crime(requesting=penalties["penalty"], requested=penalties["penalty_in_requested_state"])
    said = [limb.truth for limb in by_law.because]
    if Truth.of(stated) not in said and Truth.of(not stated) in said:
        against = [f"{name} is {one}" for name, one in penalties.items() if one is not None]
        right = f"{str(not stated).lower()} or null (not known), as {' and '.join(against)}"
        raise InvalidValue("serious_crime", stated, f"{right} (Art. 2(h))")


def _fits_conduct(offence: Offence, conduct: Conduct) -> None:
    """Refuse an offence of the Convention by conduct that, on every reading, makes out none."""
    from uncc.offences.made_out import why_not_made_out

    why = why_not_made_out(conduct, given(offence, O.extended))
    if why:
        right = f"false or null (not known), as conduct makes out no offence of its article: {why}"
        raise InvalidValue("established_in_accordance", value=True, expected=right)


O = fields(Offence)  # noqa: E741
A = fields(Authority)

UNNAMED_OFFENCE = Offence()
"""An offence of which nothing is known."""


@frozen(kw_only=True, field_transformer=typed)
class Endpoint(Model):
    """An internet address as it was seen: with its port and moment, without which it may name nobody.

    - `address`: the address, such as 192.0.2.7 or 2001:db8::7.
    - `port`: the number of the port.
    - `seen_at`: the moment at which it was seen, in UTC.
    """

    address: IPv4Address | IPv6Address
    port: int | None = field(default=None, validator=optional(a_port))
    seen_at: datetime | None = field(default=None, validator=optional(a_moment))


@frozen(kw_only=True, field_transformer=typed)
class DataItem(Model):
    """Stored electronic data as a request names them: a part of a paper.

    - `category`: which kind of data they are.
    - `description`: which data are meant, in words.
    - `accounts`: the accounts that they belong to, as the provider knows them.
    - `endpoints`: the internet addresses that they belong to.
    - `period`: the time from which they come.
    - `relation_to_offence`: what they have to do with the offence.
    """

    category: DataCategory
    description: str = field(validator=a_text)
    accounts: tuple[str, ...] = field(default=(), validator=some_texts)
    endpoints: tuple[Endpoint, ...] = ()
    period: Period | None = None
    relation_to_offence: str | None = field(default=None, validator=optional(a_text))


@frozen(kw_only=True, field_transformer=typed)
class Custodian(Model):
    """Who holds the data.

    - `name`: what the provider or other holder is called.
    - `contact`: how to reach it.
    """

    name: str = field(validator=a_text)
    contact: Contact | None = None


Told: TypeAlias = "tuple[Model, Attribute[Any]]"
"""What tells a particular: a part of the request, and its field."""


def says(
    paper: Model, attribute: Attribute[Any], statement: str = "", authority: Provision | None = None, subject: str = ""
) -> Finding:
    """Return whether a request states a particular: what it does not contain, it does not contain.

    The field declares in which words, and for which provision; a rule says so of what stands in several papers.
    """
    return tells(paper, attribute, getattr(paper, attribute.name) not in (None, ()), statement, authority, subject)


def tells(  # noqa: PLR0913, PLR0917  # as for `says`
    paper: Model,
    attribute: Attribute[Any],
    told: Fact,
    statement: str = "",
    authority: Provision | None = None,
    subject: str = "",
) -> Finding:
    """Return whether a request tells what a field of it declares, as far as the rule has read that off."""
    kind: Any = type(paper)
    declared = parts_of_paper(kind)
    words = statement or declared[attribute.name].statement
    cited = declared[attribute.name].authority if authority is None else (authority,)
    return read_off(paper, attribute, told, words, *cited, asked_of=Role.REQUESTING_STATE, subject=subject)


def states_functions(request: Model, conducting: Attribute[Any], statement: str) -> Finding:
    """Return whether a request states what the authority that conducts the proceeding is competent for."""
    authority: Authority | None = getattr(request, conducting.name)
    kind: Any = type(request)
    there = field_name(kind, conducting.name)
    return derived(
        authority is not None and authority.functions is not None,
        statement,
        art(40, 15, "b"),
        asked_of=Role.REQUESTING_STATE,
        name=there if authority is None else f"{there}.functions",
    )
