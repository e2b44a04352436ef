"""Art. 31(1) to (9): what a State's law must enable, and bank secrecy; paragraph (10) leaves that law alone."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_4 import ConfiscationObject, RecordOrders

__all__ = [
    "ConfiscationLaw",
    "duties_on_confiscation_law",
    "empowers_access_to_records",
    "enables_confiscation",
    "enables_provisional_measures",
    "may_decline_for_bank_secrecy",
    "regulates_administration",
]


@frozen(kw_only=True)
class ConfiscationLaw(Facts, asked_of=Role.STATE_PARTY):
    """A State's law on confiscation, as far as the article asks something of it."""

    proceeds: Fact = fact("domestic law enables the confiscation of proceeds of crime", art(31, 1, "a"))
    corresponding_value: Fact = fact(
        "domestic law enables the confiscation of property of a value that corresponds to that of the proceeds",
        art(31, 1, "a"),
    )
    instrumentalities_used: Fact = fact(
        "domestic law enables the confiscation of instrumentalities that were used in an offence", art(31, 1, "b")
    )
    instrumentalities_destined: Fact = fact(
        "domestic law enables the confiscation of instrumentalities destined for use in an offence", art(31, 1, "b")
    )
    beyond_legal_system: Fact = fact("what is missing is not possible within the domestic legal system", art(31, 1))
    identification: Fact = fact("domestic law enables liable property to be identified", art(31, 2))
    tracing: Fact = fact("domestic law enables liable property to be traced", art(31, 2))
    freezing_or_seizure: Fact = fact("domestic law enables liable property to be frozen or seized", art(31, 2))
    administration: Fact = fact(
        "domestic law regulates how authorities administer frozen, seized and confiscated property", art(31, 3)
    )
    substitutes: Fact = fact(
        "domestic law reaches property into which proceeds were transformed or converted", art(31, 4)
    )
    intermingled: Fact = fact(
        "domestic law reaches property with which proceeds were intermingled, up to their assessed value", art(31, 5)
    )
    benefits: Fact = fact("domestic law reaches income and other benefits derived from them", art(31, 6))
    records_available: Fact = fact(
        "domestic law empowers authorities to order that records be made available", art(31, 7)
    )
    records_seized: Fact = fact("domestic law empowers authorities to order that records be seized", art(31, 7))
    bank_records: Fact = fact("the power to order records reaches bank records", art(31, 7))
    financial_records: Fact = fact("the power to order records reaches other financial records", art(31, 7))
    commercial_records: Fact = fact("the power to order records reaches commercial records", art(31, 7))
    secrecy_stands_in_the_way: Fact = fact("bank secrecy can stand in the way of such an order", art(31, 7))
    origin_considered: Fact = fact(
        "the State has considered requiring offenders to demonstrate lawful origin", art(31, 8)
    )
    prejudices_third_parties: Fact = fact("the measures prejudice rights of bona fide third parties", art(31, 9))


L = fields(ConfiscationLaw)


def enables_confiscation(law: ConfiscationLaw) -> Finding:
    """Whether a State's law enables the confiscation that the Convention asks for.

    Proceeds or property of corresponding value, of which one is enough on the reading adopted; instrumentalities used
    and destined for use; substitutes, mixed property, income. The State owes the first two to the greatest extent
    possible within its legal system, so that what is not possible there is not missing; and no right of a bona fide
    third party may suffer.

    Source: Art. 31(1), Art. 31(1)(a), Art. 31(1)(b), Art. 31(4), Art. 31(5), Art. 31(6), Art. 31(9).

    >>> enables_confiscation(ConfiscationLaw(benefits=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables the confiscation that is asked for",
        art(31, 1),
        any_of(
            "domestic law enables confiscation to the greatest extent possible",
            art(31, 1),
            all_of(
                "proceeds or their value, and instrumentalities, can be confiscated",
                art(31, 1),
                _reaches_proceeds(law),
                given(law, L.instrumentalities_used),
                given(law, L.instrumentalities_destined),
            ),
            given(law, L.beyond_legal_system),
        ),
        given(law, L.substitutes),
        given(law, L.intermingled),
        given(law, L.benefits),
        ~given(law, L.prejudices_third_parties),
    )


def _reaches_proceeds(law: ConfiscationLaw) -> Finding:
    objects = (given(law, L.proceeds), given(law, L.corresponding_value))
    return by_reading(
        "proceeds, or property of corresponding value, can be confiscated",
        ConfiscationObject,
        {
            ConfiscationObject.EITHER: any_of("one of the two can be confiscated", art(31, 1, "a"), *objects),
            ConfiscationObject.BOTH: all_of("both can be confiscated", art(31, 1, "a"), *objects),
        },
    )


def enables_provisional_measures(law: ConfiscationLaw) -> Finding:
    """Whether a State's law enables liable property to be identified, traced, and frozen or seized.

    Source: Art. 31(2).

    >>> enables_provisional_measures(ConfiscationLaw(tracing=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables liable property to be secured for confiscation",
        art(31, 2),
        given(law, L.identification),
        given(law, L.tracing),
        given(law, L.freezing_or_seizure),
    )


def regulates_administration(law: ConfiscationLaw) -> Finding:
    """Whether a State's law regulates the administration of frozen, seized and confiscated property.

    Source: Art. 31(3).

    >>> regulates_administration(ConfiscationLaw(administration=True)).truth.name
    'YES'
    """
    return given(law, L.administration)


def empowers_access_to_records(law: ConfiscationLaw) -> Finding:
    """Whether courts or other authorities can order bank, financial and commercial records, each of the three.

    To be made available or to be seized: either is enough on the reading adopted. Bank secrecy must not stand in the
    way.

    Source: Art. 31(7).

    >>> empowers_access_to_records(ConfiscationLaw(records_seized=True, secrecy_stands_in_the_way=True)).truth.name
    'NO'
    """
    return all_of(
        "authorities can order bank, financial and commercial records",
        art(31, 7),
        _can_order_records(law),
        given(law, L.bank_records),
        given(law, L.financial_records),
        given(law, L.commercial_records),
        ~given(law, L.secrecy_stands_in_the_way),
    )


def _can_order_records(law: ConfiscationLaw) -> Finding:
    orders = (given(law, L.records_available), given(law, L.records_seized))
    return by_reading(
        "records can be ordered to be made available or to be seized",
        RecordOrders,
        {
            RecordOrders.EITHER: any_of("one of the two can be ordered", art(31, 7), *orders),
            RecordOrders.BOTH: all_of("both can be ordered", art(31, 7), *orders),
        },
    )


def may_decline_for_bank_secrecy() -> Finding:
    """Whether a State may decline to act on records because of bank secrecy: never.

    Source: Art. 31(7).

    >>> may_decline_for_bank_secrecy().truth.name
    'NO'
    """
    return by_text(False, "bank secrecy lets a State decline to order records", art(31, 7))


def _owed(paragraph: Provision) -> Finding:
    return by_text(True, "every State Party owes it", paragraph)


def duties_on_confiscation_law(law: ConfiscationLaw) -> tuple[Duty, ...]:
    """What must or may a State do about its law on confiscation?

    Each is owed by every State. What the law has or lacks, the `life` of a duty tells.

    Source: Art. 31(1), Art. 31(2), Art. 31(3), Art. 31(7), Art. 31(8).

    >>> [duty.modality.words for duty in duties_on_confiscation_law(ConfiscationLaw())]
    ['shall', 'shall', 'shall', 'shall', 'may']
    """
    return (
        shall(
            "enable-confiscation",
            Role.STATE_PARTY,
            "enable the confiscation of all that is liable",
            art(31, 1),
            _owed(art(31, 1)),
            qualifications=("to the greatest extent possible within its domestic legal system",),
            life=Life(lasts=True, broken=found(~enables_confiscation(law))),
        ),
        shall(
            "enable-provisional-measures",
            Role.STATE_PARTY,
            "enable liable property to be identified, traced, frozen or seized",
            art(31, 2),
            _owed(art(31, 2)),
            life=Life(lasts=True, broken=found(~enables_provisional_measures(law))),
        ),
        shall(
            "regulate-administration",
            Role.STATE_PARTY,
            "regulate the administration of frozen, seized or confiscated property",
            art(31, 3),
            _owed(art(31, 3)),
            qualifications=("in accordance with its domestic law",),
            life=Life(lasts=True, broken=found(~regulates_administration(law))),
        ),
        shall(
            "empower-access-to-records",
            Role.STATE_PARTY,
            "empower authorities to order records, whatever bank secrecy says",
            art(31, 7),
            _owed(art(31, 7)),
            life=Life(lasts=True, broken=found(~empowers_access_to_records(law))),
        ),
        may(
            "consider-lawful-origin",
            Role.STATE_PARTY,
            "consider requiring that an offender demonstrate the lawful origin of property",
            art(31, 8),
            by_text(True, "every State Party may consider it", art(31, 8)),
            qualifications=("as far as consistent with the principles of its law and the nature of proceedings",),
            life=Life(done=found(given(law, L.origin_considered))),
        ),
    )


checked(__name__)
