"""Art. 42(1) to (3): who may ask for preservation, and what the request shall specify."""

from datetime import date, datetime
from itertools import product

import attrs
import pytest

from tests.truthtables import Assignment, assignments, by_completion, disagreements
from uncc.cooperation import (
    Authority,
    Custodian,
    DataCategory,
    DataItem,
    Offence,
    PreservationRequest,
    may_request_preservation,
    preservation_conformity,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art

BANK_FRAUD = Offence(
    title="fraud",
    summary_of_facts="a forged page took the savings of forty people",
    established_in_accordance=True,
    serious_crime=True,
)
RELATED = DataItem(
    category=DataCategory.TRAFFIC_DATA,
    description="log of connections",
    relation_to_offence="shows who ran the page",
)
UNRELATED = DataItem(category=DataCategory.CONTENT_DATA, description="mailbox")
HOST = Custodian(name="Host Ltd")

# What S45 describes: (a) to (f) are there, and nothing is said about confidentiality.
COMPLETE = PreservationRequest(
    received_on=date(2027, 3, 1),
    authority=Authority(name="Prosecutor of Borduria"),
    offence=BANK_FRAUD,
    data=(RELATED,),
    custodian=HOST,
    necessity="logs are erased after a week",
    later_assistance="a request for disclosure will follow",
    system_in_requested_territory=True,
    intends_assistance=True,
    locating_information_available=False,
    confidentiality_needed=False,
)


# Art. 42(1)


def test_42_1_table() -> None:
    """Art. 42(1) with 35(2): the system lies in the other State, assistance is intended, and the offence qualifies."""
    assert not disagreements(
        lambda a: may_request_preservation(
            PreservationRequest(
                offence=Offence(title="fraud", established_in_accordance=a["convention"], serious_crime=a["serious"]),
                system_in_requested_territory=a["territory"],
                intends_assistance=a["intends"],
            )
        ),
        lambda w: w["territory"] and w["intends"] and (w["convention"] or w["serious"]),
        "territory",
        "intends",
        "convention",
        "serious",
    )


def test_42_1_an_offence_not_named_is_unknown() -> None:
    """Art. 42(1): a request about an offence not yet named is neither covered nor excluded."""
    request = PreservationRequest(system_in_requested_territory=True, intends_assistance=True)
    assert may_request_preservation(request).is_unknown


def test_42_1_the_system_lies_in_the_requested_state() -> None:
    """Art. 42(1): data on a system elsewhere cannot be asked of this State, whatever else is known."""
    assert may_request_preservation(PreservationRequest(system_in_requested_territory=False)).is_no


def test_42_1_preservation_serves_a_later_request() -> None:
    """Art. 42(1): a State that does not mean to ask for the data cannot have them preserved."""
    assert may_request_preservation(PreservationRequest(intends_assistance=False)).is_no


@pytest.mark.parametrize("category", list(DataCategory))
def test_42_1_every_category_of_data(category: DataCategory) -> None:
    """Art. 42(1): preservation can be asked for stored data of every category."""
    item = DataItem(category=category, description="stored data", relation_to_offence="used in it")
    assert may_request_preservation(attrs.evolve(COMPLETE, data=(item,))).is_yes


def test_42_1_form_is_another_question() -> None:
    """Art. 42(1) and (3): a State may ask although its request is not yet complete."""
    request = PreservationRequest(offence=BANK_FRAUD, system_in_requested_territory=True, intends_assistance=True)
    assert may_request_preservation(request).is_yes
    assert not preservation_conformity(request).is_yes


def test_42_1_authority() -> None:
    """Art. 42(1) is where the right to ask comes from."""
    finding = may_request_preservation(COMPLETE)
    assert any(cited == art(42, 1) or art(42, 1).contains(cited) for cited in finding.authority)


# Art. 42(3)


def test_42_3_s45() -> None:
    """S45, Art. 42(3)(g): silence about confidentiality is no gap where none is needed."""
    assert preservation_conformity(COMPLETE).is_yes


def test_42_3_a() -> None:
    """Art. 42(3)(a): the request says which authority seeks the preservation."""
    assert preservation_conformity(attrs.evolve(COMPLETE, authority=None)).is_no


def test_42_3_a_not_the_operational_authority() -> None:
    """Art. 42(3)(a): another authority that works on the case does not stand in for the one that seeks."""
    request = attrs.evolve(COMPLETE, authority=None, operational_authority=Authority(name="Police of Borduria"))
    assert preservation_conformity(request).is_no


def test_42_3_b() -> None:
    """Art. 42(3)(b): the request names the offence and briefly summarises the facts."""
    assert preservation_conformity(attrs.evolve(COMPLETE, offence=None)).is_no
    assert preservation_conformity(
        attrs.evolve(COMPLETE, offence=attrs.evolve(BANK_FRAUD, summary_of_facts=None))
    ).is_no


def test_42_3_b_neither_statute_nor_penalty() -> None:
    """Art. 42(3)(b): unlike a request for assistance, this one need not quote the law or the penalty."""
    bare = Offence(title="fraud", summary_of_facts="a forged page")
    assert preservation_conformity(attrs.evolve(COMPLETE, offence=bare)).is_yes


def test_42_3_c() -> None:
    """Art. 42(3)(c): the request names the data, and how every one of them relates to the offence."""
    assert preservation_conformity(attrs.evolve(COMPLETE, data=())).is_no
    assert preservation_conformity(attrs.evolve(COMPLETE, data=(UNRELATED,))).is_no
    assert preservation_conformity(attrs.evolve(COMPLETE, data=(RELATED, UNRELATED))).is_no


@pytest.mark.parametrize(("available", "expected"), [(True, Truth.NO), (False, Truth.YES), (None, Truth.UNKNOWN)])
def test_42_3_d_only_what_is_available(available: bool | None, expected: Truth) -> None:
    """Art. 42(3)(d): custodian and location are owed so far as something is available about them."""
    request = attrs.evolve(COMPLETE, custodian=None, locating_information_available=available)
    assert preservation_conformity(request).truth is expected


@pytest.mark.parametrize(("available", "expected"), [(True, Truth.NO), (False, Truth.YES), (None, Truth.UNKNOWN)])
def test_42_3_d_all_that_is_available(available: bool | None, expected: Truth) -> None:
    """Art. 42(3)(d): the custodian or the location alone will do where no more is available; both always will."""
    more = attrs.evolve(COMPLETE, locating_information_available=available)
    assert preservation_conformity(attrs.evolve(more, custodian=HOST, system_location=None)).truth is expected
    assert preservation_conformity(attrs.evolve(more, custodian=None, system_location="Klow")).truth is expected
    assert preservation_conformity(attrs.evolve(more, custodian=HOST, system_location="Klow")).is_yes


def test_42_3_e() -> None:
    """Art. 42(3)(e): the request says why preservation is necessary."""
    assert preservation_conformity(attrs.evolve(COMPLETE, necessity=None)).is_no


def test_42_3_e_urgency_is_not_necessity() -> None:
    """Art. 42(3)(e): a note on urgency does not stand in for the necessity."""
    assert preservation_conformity(attrs.evolve(COMPLETE, necessity=None, urgency="today")).is_no


def test_42_3_f() -> None:
    """Art. 42(3)(f): the request states the intention; having it is not enough."""
    assert preservation_conformity(attrs.evolve(COMPLETE, later_assistance=None, intends_assistance=True)).is_no


@pytest.mark.parametrize(
    ("needed", "stated", "expected"),
    [
        (True, None, Truth.NO),
        (True, "the user must not learn of it", Truth.YES),
        (None, None, Truth.UNKNOWN),
        (None, "the user must not learn of it", Truth.YES),
        (False, None, Truth.YES),
        (False, "the user must not learn of it", Truth.YES),
    ],
)
def test_42_3_g_as_appropriate(needed: bool | None, stated: str | None, expected: Truth) -> None:
    """Art. 42(3)(g): the need for confidentiality is stated where there is one."""
    request = attrs.evolve(COMPLETE, confidentiality_needed=needed, confidentiality=stated)
    assert preservation_conformity(request).truth is expected


def test_42_3_asks_for_nothing_else() -> None:
    """Art. 42(3): no reference, no date, no urgency and no further authority need be given."""
    bare = attrs.evolve(COMPLETE, reference=None, made_on=None, received_on=None, urgency=None)
    assert preservation_conformity(bare).is_yes
    full = attrs.evolve(
        COMPLETE,
        reference="B/27",
        made_on=date(2027, 2, 27),
        urgency="today",
        operational_authority=Authority(name="Police of Borduria"),
    )
    assert preservation_conformity(full).is_yes


@pytest.mark.parametrize("territory", [True, False, None])
def test_42_3_is_about_what_the_request_says(territory: bool | None) -> None:
    """Art. 42(3): whether the system really lies there is no matter of the form of the request."""
    assert preservation_conformity(attrs.evolve(COMPLETE, system_in_requested_territory=territory)).is_yes


def in_text(facts: Assignment, *, specified: bool, located: bool, said: bool) -> Truth:
    """The letters that are owed in any case, (d) so far as more is available, and (g) where there is a need."""
    return by_completion(lambda w: specified and (located or not w["available"]) and (said or not w["needed"]), facts)


def test_42_3_table() -> None:
    """Art. 42(3): the request conforms iff each of the seven letters is met, and (d) and (g) are conditional."""
    no_facts = attrs.evolve(BANK_FRAUD, summary_of_facts=None)
    wrong: list[object] = []
    for authority, offence, data, custodian, location, necessity, later, stated, facts in product(
        (None, Authority(name="Prosecutor")),
        (None, no_facts, BANK_FRAUD),
        ((), (RELATED,), (RELATED, UNRELATED)),
        (None, HOST),
        (None, "Klow"),
        (None, "logs are erased"),
        (None, "disclosure"),
        (None, "secret"),
        list(assignments("available", "needed")),
    ):
        request = PreservationRequest(
            authority=authority,
            offence=offence,
            data=data,
            custodian=custodian,
            system_location=location,
            necessity=necessity,
            later_assistance=later,
            confidentiality=stated,
            locating_information_available=facts["available"],
            confidentiality_needed=facts["needed"],
        )
        specified = (
            authority is not None
            and offence is not None
            and offence is not no_facts
            and data == (RELATED,)
            and necessity is not None
            and later is not None
        )
        expected = in_text(
            facts,
            specified=specified,
            located=custodian is not None and location is not None,
            said=stated is not None,
        )
        if preservation_conformity(request).truth is not expected:
            wrong.append((request, expected))
    assert not wrong


def test_42_3_authority() -> None:
    """Art. 42(3) is where the contents of the request come from, and each letter is named."""
    cited = {provision for part in preservation_conformity(COMPLETE).walk() for provision in part.authority}
    for letter in "abcdefg":
        assert any(art(42, 3, letter) in (provision, provision.parent) for provision in cited), letter


# Impossible input


def test_42_1_impossible_input() -> None:
    """Art. 42(1) and (4): a request is made before it is received, on a day of the calendar."""
    with pytest.raises(InvalidValue):
        PreservationRequest(made_on=date(2027, 3, 2), received_on=date(2027, 3, 1))
    with pytest.raises(InvalidValue):
        PreservationRequest(made_on=datetime(2027, 3, 2, 8, 0))
    with pytest.raises(InvalidValue):
        PreservationRequest(necessity="")
    same_day = PreservationRequest(made_on=date(2027, 3, 1), received_on=date(2027, 3, 1))
    assert same_day.received_on == same_day.made_on
