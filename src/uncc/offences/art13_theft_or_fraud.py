"""Art. 13, theft or fraud related to an information and communications technology system."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form

__all__ = ["TheftOrFraud", "is_theft_or_fraud"]


@frozen(kw_only=True)
class TheftOrFraud(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of a loss of property and of the gain that was sought. A State may require nothing beside them."""

    intentional: Fact = element("the act is intentional", art(13))
    without_right: Fact = element("the act is without right", art(13))
    loss_to_another: Fact = element("it causes another person a loss of property", art(13))
    inputs: Fact = form("the loss is caused by an input of electronic data", art(13, "a"))
    alters: Fact = form("the loss is caused by an alteration of electronic data", art(13, "a"))
    deletes: Fact = form("the loss is caused by a deletion of electronic data", art(13, "a"))
    suppresses: Fact = form("the loss is caused by a suppression of electronic data", art(13, "a"))
    interferes: Fact = form("the loss is caused by interfering with the functioning of a system", art(13, "b"))
    deceives: Fact = form("the loss is caused by a deception about facts", art(13, "c"))
    through_system: Fact = element("the deception is made through a system", art(13, "c"))
    causes_act: Fact = form("the deception makes somebody do what they would not have done", art(13, "c"))
    causes_omission: Fact = form("the deception makes somebody leave undone what they would have done", art(13, "c"))
    dishonest_intent: Fact = element("the intent is fraudulent or dishonest", art(13))
    for_oneself: Fact = form("a gain is sought for oneself", art(13))
    for_another: Fact = form("a gain is sought for another person", art(13))
    gain_without_right: Fact = element("there is no right to the gain", art(13))
    gain_in_money: Fact = form("the gain is in money", art(13))
    gain_in_other_property: Fact = form("the gain is in other property", art(13))


F = fields(TheftOrFraud)


def is_theft_or_fraud(conduct: TheftOrFraud) -> Finding:
    """Whether the facts make out theft or fraud by means of a system; the article lets a State require nothing more.

    Each of the three means is enough. The gain may be for somebody else, and it need not be achieved.

    Source: Art. 13(a), Art. 13(b), Art. 13(c).

    >>> is_theft_or_fraud(TheftOrFraud(loss_to_another=False)).truth.name
    'NO'
    """
    return all_of(
        "theft or fraud is made out",
        art(13),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        given(conduct, F.loss_to_another),
        any_of(
            "the loss is caused by one of the three means",
            (art(13, "a"), art(13, "b"), art(13, "c")),
            _by_data(conduct),
            given(conduct, F.interferes),
            _by_deception(conduct),
        ),
        given(conduct, F.dishonest_intent),
        any_of(
            "the gain is sought for somebody",
            art(13),
            given(conduct, F.for_oneself),
            given(conduct, F.for_another),
        ),
        given(conduct, F.gain_without_right),
        any_of(
            "the gain is in money or other property",
            art(13),
            given(conduct, F.gain_in_money),
            given(conduct, F.gain_in_other_property),
        ),
    )


def _by_data(conduct: TheftOrFraud) -> Finding:
    return any_of(
        "the loss is caused through electronic data",
        art(13, "a"),
        given(conduct, F.inputs),
        given(conduct, F.alters),
        given(conduct, F.deletes),
        given(conduct, F.suppresses),
    )


def _by_deception(conduct: TheftOrFraud) -> Finding:
    return all_of(
        "the loss is caused by deceiving somebody through a system",
        art(13, "c"),
        given(conduct, F.deceives),
        given(conduct, F.through_system),
        any_of(
            "the deception changes what somebody does",
            art(13, "c"),
            given(conduct, F.causes_act),
            given(conduct, F.causes_omission),
        ),
    )


checked(__name__)
