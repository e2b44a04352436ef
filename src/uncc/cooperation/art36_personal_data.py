"""Art. 36, protection of personal data: the transfer, its conditions, the safeguards, and passing the data on.

The State that transfers the data stands here as the requested State, the one that receives them as the requesting
State, also where nothing was asked for.
"""

from __future__ import annotations

from attrs import evolve, fields, frozen

from uncc.cooperation.running_duties import while_bound
from uncc.kernel.consistency import excludes, shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, encouraged, may, shall, shall_not
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import KEPT_UP, Ahead, Life, found, stated_on
from uncc.kernel.parties import Relation
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import PersonalDataConditions

__all__ = [
    "DataSafeguards",
    "OnwardTransfer",
    "PersonalDataTransfer",
    "duties_on_onward_transfer",
    "duties_on_personal_data",
    "has_safeguards",
    "is_compliant_transfer",
    "may_impose_conditions",
    "may_transfer_onward",
    "need_not_transfer",
    "needs_authorization",
]


@frozen(kw_only=True)
class PersonalDataTransfer(Facts, asked_of=Role.REQUESTED_STATE):
    """A transfer of data under the Convention, and the law to which the transferring State is bound in it."""

    personal: Fact = fact("the data are personal data", art(36, 1, "a"))
    accords_with_domestic_law: Fact = fact(
        "the transfer accords with the domestic law of the transferring State", art(36, 1, "a")
    )
    accords_with_international_law: Fact = fact(
        "the transfer accords with the transferring State's obligations under applicable international law",
        art(36, 1, "a"),
    )
    data_protection_allows: Fact = fact(
        "the laws on the protection of personal data that apply to the transferring State allow it to provide the data",
        art(36, 1, "a"),
    )
    conditions_would_comply: Fact = fact(
        "appropriate conditions, in accordance with those laws, would make the transfer compliant", art(36, 1, "b")
    )


T = fields(PersonalDataTransfer)


def is_compliant_transfer(transfer: PersonalDataTransfer) -> Finding:
    """Whether a transfer accords with the law that the transferring State must observe in it.

    Source: Art. 36(1)(a).

    >>> is_compliant_transfer(PersonalDataTransfer(accords_with_domestic_law=True)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the transfer accords with the law that binds the transferring State",
        art(36, 1, "a"),
        given(transfer, T.accords_with_domestic_law),
        given(transfer, T.accords_with_international_law),
    )


def need_not_transfer(transfer: PersonalDataTransfer) -> Finding:
    """Whether the Convention leaves the State free not to transfer the data, for the sake of data protection.

    YES: nothing in the Convention obliges to this transfer. NO: this provision gives no freedom; whether there is a
    duty is for the article under which the data are asked for. The laws meant are those on personal data alone. Whether
    conditions that would help take the freedom away is a reading.

    Source: Art. 36(1)(a), Art. 36(1)(b).

    >>> need_not_transfer(PersonalDataTransfer(personal=True, data_protection_allows=False)).truth.name
    'YES'
    """
    return all_of(
        "the Convention does not require the transfer of these personal data",
        art(36, 1, "a"),
        given(transfer, T.personal),
        barred_in_the_end(~given(transfer, T.data_protection_allows), transfer),
    )


def barred_in_the_end(barred: Finding, transfer: PersonalDataTransfer) -> Finding:
    """Return that the law on personal data bars a transfer, and on one reading that no conditions would help."""
    statement = "the data cannot be provided in compliance with the laws on the protection of personal data"
    return by_reading(
        statement,
        PersonalDataConditions,
        {
            PersonalDataConditions.MAY_DECLINE: barred,
            PersonalDataConditions.MUST_SEEK: all_of(
                statement, art(36, 1, "b"), barred, ~given(transfer, T.conditions_would_comply)
            ),
        },
    )


def is_barred(transfer: PersonalDataTransfer) -> Fact:
    """Return whether the data are personal and the law on their protection bars them; `None` where that is open."""
    personal, allowed = transfer.personal, transfer.data_protection_allows
    if personal is False or allowed is True:
        return False
    return None if personal is None or allowed is None else True


def may_impose_conditions(transfer: PersonalDataTransfer) -> Finding:
    """Whether the transferring State may seek to impose conditions, so as to be able to respond all the same.

    YES where the transfer would not comply as it stands, and appropriate conditions would make it comply.

    Source: Art. 36(1)(b).

    >>> may_impose_conditions(PersonalDataTransfer(
    ...     personal=True, data_protection_allows=False, conditions_would_comply=True)).truth.name
    'YES'
    """
    return all_of(
        "conditions may be sought that make the transfer of personal data compliant",
        art(36, 1, "b"),
        given(transfer, T.personal),
        any_of(
            "the transfer would not comply as it stands",
            art(36, 1, "b"),
            ~is_compliant_transfer(transfer),
            ~given(transfer, T.data_protection_allows),
        ),
        given(transfer, T.conditions_would_comply),
    )


@frozen(kw_only=True)
class DataSafeguards(Facts, asked_of=Role.REQUESTING_STATE):
    """The safeguards under which a State holds personal data that it received."""

    received_under_convention: Fact = fact(
        "the personal data were transferred in accordance with the Convention", art(36, 2)
    )
    in_legal_framework: Fact = fact(
        "the legal framework of the State has safeguards for the personal data received", art(36, 2)
    )
    effective: Fact = fact("the safeguards are effective", art(36, 2))
    appropriate: Fact = fact("the safeguards are appropriate", art(36, 2))


S = fields(DataSafeguards)


def has_safeguards(safeguards: DataSafeguards) -> Finding:
    """Whether personal data received are under the safeguards that they must have.

    Source: Art. 36(2).

    >>> has_safeguards(DataSafeguards(in_legal_framework=True, effective=True, appropriate=False)).truth.name
    'NO'
    """
    return all_of(
        "the personal data received are under effective and appropriate safeguards",
        art(36, 2),
        given(safeguards, S.in_legal_framework),
        given(safeguards, S.effective),
        given(safeguards, S.appropriate),
    )


def duties_on_personal_data(
    transfer: PersonalDataTransfer, *, safeguards: DataSafeguards = DataSafeguards()
) -> tuple[Duty, ...]:
    """What must or may be done about personal data that one State transfers to another?

    Source: Art. 36(1)(a), Art. 36(1)(b), Art. 36(1)(c), Art. 36(2).

    >>> [duty.modality.words for duty in duties_on_personal_data(PersonalDataTransfer())]
    ['shall', 'may', 'encouraged', 'shall']
    """
    return (
        shall(
            "transfer-in-accordance-with-law",
            Role.REQUESTED_STATE,
            "transfer personal data only as its domestic law and its obligations under international law allow",
            art(36, 1, "a"),
            given(transfer, T.personal),
            towards=Role.REQUESTING_STATE,
            life=KEPT_UP,
        ),
        may(
            "seek-conditions",
            Role.REQUESTED_STATE,
            "seek to impose conditions that make the transfer compliant",
            art(36, 1, "b"),
            may_impose_conditions(transfer),
            towards=Role.REQUESTING_STATE,
            qualifications=("appropriate conditions", "in accordance with the laws that apply"),
        ),
        encouraged(
            "establish-arrangements",
            Role.STATES_PARTIES,
            "establish arrangements, between two or among more, that make transfers of personal data easier",
            art(36, 1, "c"),
            by_text(True, "arrangements on the transfer of personal data are encouraged", art(36, 1, "c")),
        ),
        shall(
            "safeguard-data-received",
            Role.STATES_PARTIES,
            "ensure effective and appropriate safeguards for the personal data received",
            art(36, 2),
            given(safeguards, S.received_under_convention),
            qualifications=("in their respective legal frameworks",),
            life=Life(lasts=True, broken=found(~has_safeguards(safeguards))),
        ),
    )


@frozen(kw_only=True)
class OnwardTransfer(Facts, asked_of=Role.REQUESTING_STATE):
    """Personal data that one State obtained from another, and which it means to pass on."""

    personal: Fact = fact("the data to be passed on are personal data", art(36, 3))
    obtained_under_convention: Fact = fact("the data were obtained in accordance with the Convention", art(36, 3))
    to_third_country: Fact = fact("the data are to go to a third country", art(36, 3))
    to_international_organization: Fact = fact("the data are to go to an international organization", art(36, 3))
    notified: Fact = fact("the original transferring State has been notified of the intention", art(36, 3))
    notified_on: DayFact = day_fact("the original transferring State was notified of the intention", art(36, 3))
    authorization_requested: Fact = fact("its authorization has been requested", art(36, 3))
    authorization_requested_on: DayFact = day_fact("its authorization was requested", art(36, 3))
    authorized: Fact = fact(
        "the original transferring State has authorized the onward transfer",
        art(36, 3),
        asked_of=Role.REQUESTED_STATE,
    )
    authorized_on: DayFact = day_fact(
        "the original transferring State authorized the onward transfer",
        art(36, 3),
        asked_of=Role.REQUESTED_STATE,
    )
    requires_written_form: Fact = fact(
        "the original transferring State requires its authorization to be in writing",
        art(36, 3),
        asked_of=Role.REQUESTED_STATE,
    )
    authorized_in_writing: Fact = fact(
        "the authorization was given in writing", art(36, 3), asked_of=Role.REQUESTED_STATE
    )
    transferred: Fact = fact("the data have been passed on", art(36, 3))
    transferred_on: DayFact = day_fact("the data were passed on", art(36, 3))
    given_up: Fact = fact("the intention to pass the data on was given up", art(36, 3))

    ties = (
        shows("notified_on", "notified", art(36, 3)),
        shows("authorization_requested_on", "authorization_requested", art(36, 3)),
        shows("authorized_on", "authorized", art(36, 3)),
        shows("transferred_on", "transferred", art(36, 3)),
        excludes("given_up", "transferred", art(36, 3)),
    )


O = fields(OnwardTransfer)  # noqa: E741


def needs_authorization(onward: OnwardTransfer, *, relation: Relation | None = None) -> Finding:
    """Whether passing the data on is what needs the authorization of the State from which they came.

    The recipient is any third country, a Party to the Convention or not, or any international organization. NO: this
    paragraph does not govern; others may. `relation` is the one with the State from which the data came, which is the
    requested one in it, on the day of the onward transfer: whether the duty outlasts a denunciation is a reading, on
    which none is adopted. Without it the Convention is taken to bind both.

    Source: Art. 36(3), Art. 67(1).

    >>> needs_authorization(OnwardTransfer(personal=False)).truth.name
    'NO'
    """
    return all_of(
        "the onward transfer needs the authorization of the original transferring State",
        art(36, 3),
        given(onward, O.personal),
        given(onward, O.obtained_under_convention),
        any_of(
            "the data are to go to a third country or an international organization",
            art(36, 3),
            given(onward, O.to_third_country),
            given(onward, O.to_international_organization),
        ),
        *while_bound(relation),
    )


def may_transfer_onward(onward: OnwardTransfer) -> Finding:
    """Whether the State may pass on data for which it needs authorization.

    YES: it has notified its intention, has requested authorization and has it, in writing where that is required.
    Without authorization NO, whatever else is known: silence does not authorize. Whether the paragraph governs at all
    is another question: see `needs_authorization`.

    Source: Art. 36(3).

    >>> may_transfer_onward(OnwardTransfer(notified=True, authorized=False)).truth.name
    'NO'
    >>> may_transfer_onward(OnwardTransfer(notified=True, authorization_requested=True)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the personal data may be passed on",
        art(36, 3),
        given(onward, O.notified),
        given(onward, O.authorization_requested),
        given(onward, O.authorized),
        any_of(
            "the authorization has the form that is required",
            art(36, 3),
            ~given(onward, O.requires_written_form),
            given(onward, O.authorized_in_writing),
        ),
    )


def duties_on_onward_transfer(onward: OnwardTransfer, *, relation: Relation | None = None) -> tuple[Duty, ...]:
    """What must be done, or not, before personal data are passed on? `relation` as in `needs_authorization`.

    What is owed before the data are passed on is broken where they are passed on without it, and falls away where the
    intention is given up. Authorization in the form that is required ends the prohibition: see the `life` of each.

    Source: Art. 36(3), Art. 67(1).

    >>> [duty.modality.words for duty in duties_on_onward_transfer(OnwardTransfer())]
    ['shall', 'shall', 'shall not', 'may']
    """
    needed = needs_authorization(onward, relation=relation)
    passed_on = stated_on(given(onward, O.transferred), onward, O.transferred_on)
    before_it = Life(ahead=Ahead(of=passed_on), ends=(found(given(onward, O.given_up)),))
    return (
        shall(
            "notify-intention",
            Role.REQUESTING_STATE,
            "notify the original transferring State of its intention to pass the data on",
            art(36, 3),
            needed,
            towards=Role.REQUESTED_STATE,
            life=evolve(before_it, done=stated_on(given(onward, O.notified), onward, O.notified_on)),
        ),
        shall(
            "request-authorization",
            Role.REQUESTING_STATE,
            "request the authorization of the original transferring State",
            art(36, 3),
            needed,
            towards=Role.REQUESTED_STATE,
            life=evolve(
                before_it,
                done=stated_on(given(onward, O.authorization_requested), onward, O.authorization_requested_on),
            ),
        ),
        shall_not(
            "no-transfer-without-authorization",
            Role.REQUESTING_STATE,
            "pass the data on without authorization",
            art(36, 3),
            needed,
            towards=Role.REQUESTED_STATE,
            life=Life(done=passed_on, ends=(stated_on(may_transfer_onward(onward), onward, O.authorized_on),)),
        ),
        may(
            "require-written-authorization",
            Role.REQUESTED_STATE,
            "require that its authorization be given in writing",
            art(36, 3),
            needed,
            towards=Role.REQUESTING_STATE,
            life=Life(done=found(given(onward, O.requires_written_form))),
        ),
    )


checked(__name__)
