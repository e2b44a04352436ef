"""Arts. 7 to 17 as two-valued predicates, read from the text alone and sharing nothing with the rules.

A predicate takes a world, in which every fact is true or false, and the options that a State has chosen. The facts of
what an offence is about (the material, the image) stand beside those of the act, since no two of them share a name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from uncc.offences import ConventionOffence, Option

World: TypeAlias = Mapping[str, bool]
Options: TypeAlias = Collection[Option]

DATA_ACTS = ("damages", "deletes", "deteriorates", "alters", "suppresses")
SYSTEM_ACTS = ("inputs", "transmits", *DATA_ACTS)
FORGING_ACTS = ("inputs", "alters", "deletes", "suppresses")
SUPPLYING_ACTS = ("obtains", "produces", "sells", "procures_for_use", "imports", "distributes", "makes_available")
MEANT_FOR = (
    "meant_for_access",
    "meant_for_interception",
    "meant_for_data_interference",
    "meant_for_system_interference",
)
PUBLISHING_ACTS = (
    "produces",
    "offers",
    "sells",
    "distributes",
    "transmits",
    "broadcasts",
    "displays",
    "publishes",
    "makes_available",
)
SEEKING_ACTS = ("solicits", "procures", "accesses")
HOLDING_ACTS = ("possesses", "controls")
GROOMING_ACTS = ("communicates", "solicits", "grooms", "arranges")
IMAGE_ACTS = ("sells", "distributes", "transmits", "publishes", "makes_available")
HIDDEN = ("true_nature", "source", "location", "disposition", "movement", "ownership", "rights")
RECEIVING_ACTS = ("acquires", "possesses", "uses")
TAKING_PART = ("participates", "associates", "conspires", "attempts", "aids", "abets", "facilitates", "counsels")


def some(w: World, names: Collection[str]) -> bool:
    """Whether one of the facts at least is true."""
    return any(w[name] for name in names)


def illegal_access(w: World, options: Options = ()) -> bool:
    """Art. 7."""
    security = Option.ACCESS_SECURITY not in options or w["infringes_security"]
    intent = Option.ACCESS_INTENT not in options or some(w, ("intends_to_obtain_data", "otherwise_dishonest"))
    connected = Option.ACCESS_CONNECTED not in options or w["system_connected"]
    basic = w["intentional"] and w["without_right"] and some(w, ("whole_accessed", "part_accessed"))
    return basic and security and intent and connected


def illegal_interception(w: World, options: Options = ()) -> bool:
    """Art. 8."""
    intent = Option.INTERCEPTION_INTENT not in options or w["dishonest_intent"]
    connected = Option.INTERCEPTION_CONNECTED not in options or w["system_connected"]
    transmission = w["non_public"] and some(w, ("to_system", "from_system", "within_system", "emissions"))
    basic = w["intentional"] and w["without_right"] and w["intercepts"] and w["technical_means"] and transmission
    return basic and intent and connected


def data_interference(w: World, options: Options = ()) -> bool:
    """Art. 9."""
    harm = Option.DATA_SERIOUS_HARM not in options or w["serious_harm"]
    return w["intentional"] and w["without_right"] and some(w, DATA_ACTS) and harm


def system_interference(w: World, options: Options = ()) -> bool:
    """Art. 10, which knows no options."""
    return w["intentional"] and w["without_right"] and w["hinders"] and w["serious"] and some(w, SYSTEM_ACTS)


def misuse_of_devices(w: World, options: Options = ()) -> bool:
    """Art. 11 without a reservation; testing and protection are an example of what is not for an offence."""
    item = (w["is_device"] and w["made_for_offences"]) or (w["is_access_data"] and w["gives_access"])
    act = some(w, SUPPLYING_ACTS) or w["possesses"]
    aim = some(w, MEANT_FOR) and w["purpose_is_offence"]
    return w["intentional"] and w["without_right"] and act and item and aim


def forgery(w: World, options: Options = ()) -> bool:
    """Art. 12."""
    intent = Option.FORGERY_INTENT not in options or some(w, ("intends_to_defraud", "similar_intent"))
    meant = some(w, ("to_be_considered", "to_be_acted_upon")) and w["legal_purposes"]
    return w["intentional"] and w["without_right"] and some(w, FORGING_ACTS) and w["inauthentic"] and meant and intent


def theft_or_fraud(w: World, options: Options = ()) -> bool:
    """Art. 13, which knows no options."""
    deception = w["deceives"] and w["through_system"] and some(w, ("causes_act", "causes_omission"))
    means = some(w, FORGING_ACTS) or w["interferes"] or deception
    gain = some(w, ("for_oneself", "for_another")) and some(w, ("gain_in_money", "gain_in_other_property"))
    intent = w["dishonest_intent"] and gain and w["gain_without_right"]
    return w["intentional"] and w["without_right"] and w["loss_to_another"] and means and intent


def abuse_material(w: World, options: Options = ()) -> bool:
    """Art. 14(2) and (3)."""
    kind = w["visual"] or (Option.MATERIAL_WRITTEN_OR_AUDIO in options and w["written_or_audio"])
    shows = some(w, ("real_activity", "simulated_activity", "in_presence"))
    shows = shows or (w["parts_displayed"] and w["for_sexual_purposes"]) or (w["cruelty"] and w["sexual_in_nature"])
    existing = Option.MATERIAL_EXISTING_PERSON not in options or w["existing_person"]
    visually = Option.MATERIAL_VISUAL_DEPICTION not in options or w["visually_depicted"]
    return kind and w["person_under_18"] and shows and existing and visually


def child_abuse_material(
    w: World, options: Options = (), *, goes_with_possession: bool = False, twice_described: bool = False
) -> bool:
    """Art. 14(1) and (4). What is financed is an offence with such material, so that the material is one of its facts.

    The private exclusion reaches material of (a) to (c) of paragraph 2; what is of (d) as well is not left out, or is
    where `twice_described` is enough. Control and access of what is possessed are left out with it, or are not.
    """
    if Option.MATERIAL_SELF_GENERATED in options and w["by_child"] and w["self_generated"]:
        return False
    private = Option.MATERIAL_PRIVATE in options and w["consensual"] and w["conduct_lawful"] and w["private_use"]
    first_three = some(w, ("real_activity", "simulated_activity", "in_presence"))
    first_three = first_three or (w["parts_displayed"] and w["for_sexual_purposes"])
    private = private and (first_three if twice_described else not (w["cruelty"] and w["sexual_in_nature"]))
    left_out = {"produces", "transmits", "possesses"} if private else set[str]()
    if private and goes_with_possession and w["possesses"]:
        left_out |= {"controls", "accesses"}

    def done(names: Collection[str]) -> bool:
        return some(w, set(names) - left_out)

    through_system = w["through_system"] and (done(PUBLISHING_ACTS) or done(SEEKING_ACTS))
    held = done(HOLDING_ACTS) and some(w, ("in_system", "in_other_medium"))
    act = through_system or held or w["finances"]
    return w["intentional"] and w["without_right"] and act and abuse_material(w, options)


def solicitation(w: World, options: Options = ()) -> bool:
    """Art. 15, which does not ask for what is without right."""
    child = w["is_child"] or (Option.SOLICITATION_BELIEVED_CHILD in options and w["believed_child"])
    furthered = Option.SOLICITATION_FURTHERANCE not in options or w["act_in_furtherance"]
    left_out = Option.SOLICITATION_BY_CHILD in options and w["by_child"]
    purpose = some(w, ("for_sexual_offence", "for_material_offence")) and child
    act = w["intentional"] and some(w, GROOMING_ACTS) and w["through_system"]
    return act and purpose and furthered and not left_out


def is_minor(w: World) -> bool:
    """Under 18 years of age: the one who is not over it."""
    return not w["over_18"]


def intimate_image(w: World, options: Options = (), *, any_means: bool = False) -> bool:
    """Art. 16(2) and (3), where an image that was made up counts as a recording, or does not."""
    visual = w["visual_recording"] or (any_means and w["synthetic"])
    adult = w["over_18"]
    extended = Option.IMAGE_UNDER_18 in options and is_minor(w) and w["of_legal_age"] and not w["depicts_abuse"]
    sexual = w["sexual_in_nature"] and some(w, ("parts_exposed", "sexual_activity"))
    private = w["private_when_recorded"] and w["privacy_maintained"]
    return visual and (adult or extended) and sexual and private


def dissemination(w: World, options: Options = (), *, any_means: bool = False) -> bool:
    """Art. 16(1), (4) and (5)."""
    consent = w["consent_given"] and not (is_minor(w) and w["is_abuse_material"])
    harm = Option.IMAGE_INTENT_TO_HARM not in options or w["intends_harm"]
    act = w["intentional"] and w["without_right"] and some(w, IMAGE_ACTS) and w["by_system"]
    return act and intimate_image(w, options, any_means=any_means) and not consent and harm


def laundering(w: World, options: Options = ()) -> bool:
    """Art. 17(1) and (2)(e), which does not ask for what is without right."""
    moved = some(w, ("converts", "transfers")) and w["knows"] and some(w, ("to_conceal_origin", "to_help_evade"))
    hidden = some(w, ("conceals", "disguises")) and some(w, HIDDEN) and w["knows"]
    received = some(w, RECEIVING_ACTS) and w["knew_at_receipt"]
    received = received and Option.LAUNDERING_RECEIPT_LEFT_OUT not in options
    taking_part = some(w, TAKING_PART) and Option.LAUNDERING_PARTICIPATION_LEFT_OUT not in options
    left_out = Option.SELF_LAUNDERING_LEFT_OUT in options and w["own_predicate"]
    limbs = (w["is_proceeds"] and (moved or hidden or received)) or taking_part
    return w["intentional"] and limbs and not left_out


PREDICATES: dict[ConventionOffence, Callable[[World, Options], bool]] = {
    ConventionOffence.ILLEGAL_ACCESS: illegal_access,
    ConventionOffence.ILLEGAL_INTERCEPTION: illegal_interception,
    ConventionOffence.DATA_INTERFERENCE: data_interference,
    ConventionOffence.SYSTEM_INTERFERENCE: system_interference,
    ConventionOffence.MISUSE_OF_DEVICES: misuse_of_devices,
    ConventionOffence.FORGERY: forgery,
    ConventionOffence.THEFT_OR_FRAUD: theft_or_fraud,
    ConventionOffence.CHILD_ABUSE_MATERIAL: child_abuse_material,
    ConventionOffence.SOLICITATION: solicitation,
    ConventionOffence.INTIMATE_IMAGES: dissemination,
    ConventionOffence.LAUNDERING: laundering,
}
