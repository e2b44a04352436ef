"""What each act of joining changes, and a draft of its wording in our own words; what is not known is a marked gap.

The words bind nobody: each State writes its own, in the language in which it deposits.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from uncc.kernel.declared import checked

__all__ = ["GAP", "JoiningWords", "words_of"]

GAP = "[TO BE COMPLETED: {}]"
"""How a wording marks what is not known."""


class JoiningWords(NamedTuple):
    """What an act changes, and how it may be worded; `{state}` stands for the name of whoever joins."""

    changes: str
    wording: str


def _gap(what: str) -> str:
    return GAP.format(what)


_AUTHORITY = f"{_gap('its name')}, {_gap('its address, telephone, e-mail, languages and hours')}"

_WORDS: Mapping[str, JoiningWords] = MappingProxyType(
    {
        "signature": JoiningWords(
            "It does not bind: it opens the way to ratification, acceptance or approval. Under general international "
            "law a signatory does nothing meanwhile that would defeat the treaty's object and purpose.",
            f"Signed for {{state}} by {_gap('name and office')}, who holds full powers.",
        ),
        "ratification": JoiningWords(
            "It binds the State from the day on which the Convention enters into force for it, and it counts towards "
            "the number on which entry into force depends.",
            "{state}, having considered the United Nations Convention against Cybercrime, which it signed on "
            f"{_gap('day of the signature')}, ratifies it and undertakes to carry it out. "
            f"{_gap('the declarations, reservations and notifications of this file that are made')}. "
            f"Done at {_gap('place')} on {_gap('day')}. {_gap('head of State or government, or foreign minister')}.",
        ),
        "accession": JoiningWords(
            "It binds the State from the day on which the Convention enters into force for it, without a signature "
            "before, and it counts towards the number on which entry into force depends.",
            "{state}, having considered the United Nations Convention against Cybercrime, accedes to it and undertakes "
            "to carry it out. "
            f"{_gap('the declarations, reservations and notifications of this file that are made')}. "
            f"Done at {_gap('place')} on {_gap('day')}. {_gap('head of State or government, or foreign minister')}.",
        ),
        "succession": JoiningWords(
            "Whether it takes over the consent of the State before it, the text does not say: that is a reading.",
            f"{{state}} notifies that it succeeds to {_gap('the State before it')} as a Party since {_gap('day')}.",
        ),
        "reserve-misuse-of-devices": JoiningWords(
            "The State need not make its law punish what Art. 11 lists, but for the sale, distribution or other making "
            "available of passwords, access credentials and the like.",
            "Under Art. 11, paragraph 3, {state} reserves the right not to apply paragraph 1 of that article to "
            f"{_gap('the acts and items meant')}. The reservation does not extend to the sale, distribution or other "
            "making available of what paragraph 1 (a) (ii) names.",
        ),
        "laundering-laws": JoiningWords(
            "Other Parties can see which law on laundering the State has.",
            "{state} transmits to the Secretary-General its laws that give effect to Art. 17: "
            f"{_gap('titles, dates and copies, or a description')}.",
        ),
        "reserve-traffic-data": JoiningWords(
            "The State needs powers to collect traffic data in real time for the offences that it names only. They may "
            "not be fewer than those for which it provides interception, and it considers keeping the reservation "
            "narrow.",
            "Under Art. 23, paragraph 3 (a), {state} reserves the right to apply the measures of Art. 29 only to "
            f"{_gap('the offences or categories of offences')}.",
        ),
        "reserve-closed-systems": JoiningWords(
            "The State need not apply collection in real time and interception to communications within closed, "
            "isolated systems, as far as its law of the day of adoption cannot reach them.",
            "Under Art. 23, paragraph 3 (b), {state}, whose law in force on 24 December 2024 does not allow it "
            f"({_gap('the law and its limit')}), reserves the right not to apply Arts. 29 and 30 to communications "
            "within systems for a closed group of users that use no public network and are connected with no other "
            "system.",
        ),
        "extradition-basis": JoiningWords(
            "Without a treaty between them, other Parties know whether the State can extradite to them on the "
            "Convention alone. If it does not take the Convention as the basis, it seeks treaties.",
            "Under Art. 37, paragraph 6 (a), {state}, which makes extradition conditional on a treaty, declares that "
            f"it {_gap('takes, or does not take,')} the Convention as the legal basis for extradition with other "
            "States Parties.",
        ),
        "extradition-authority": JoiningWords(
            "Requests for extradition and for provisional arrest reach the State at one known place.",
            "Under Art. 37, paragraph 19, {state} names as its authority for requests for extradition and provisional "
            f"arrest: {_AUTHORITY}.",
        ),
        "distinct-central-authority": JoiningWords(
            "Requests that concern the region or territory go to an authority of its own.",
            f"Under Art. 40, paragraph 12 (a), {{state}} designates for {_gap('the region or territory')}, which has a "
            f"system of mutual legal assistance of its own, as central authority: {_AUTHORITY}.",
        ),
        "central-authority": JoiningWords(
            "Requests for mutual legal assistance, and all that is written on them, go to this authority; a request "
            "that goes elsewhere is not properly addressed.",
            "Under Art. 40, paragraph 12, {state} designates as the central authority that receives requests for "
            f"mutual legal assistance, and executes them or passes them on: {_AUTHORITY}.",
        ),
        "diplomatic-channels": JoiningWords(
            "Requests then take diplomatic channels, and not the way straight to the central authority.",
            "Under Art. 40, paragraph 12 (d), {state} requires that requests for mutual legal assistance be addressed "
            f"to it through diplomatic channels, {_gap('in all cases, or in which')}.",
        ),
        "languages": JoiningWords(
            "A request in another language is not in due form, and assistance may be refused for that.",
            f"Under Art. 40, paragraph 13, {{state}} accepts requests in {_gap('the language or languages')}.",
        ),
        "contact-point": JoiningWords(
            "The State can be reached day and night in urgent cases, and stands in the list that goes round each year.",
            "Under Art. 41, {state} designates as its point of contact, available day and night on every day: "
            f"{_AUTHORITY}.",
        ),
        "reserve-preservation": JoiningWords(
            "For offences that are not those of the Convention, the State may refuse preservation where it has reasons "
            "to believe that dual criminality will be missing once disclosure is asked for.",
            "Under Art. 42, paragraph 5, {state}, which makes dual criminality a condition of assistance in searching, "
            "seizing or disclosing stored data, reserves the right to refuse preservation, in respect of offences "
            "other than those established in accordance with the Convention, where it has reasons to believe that the "
            "condition could not be met at the time of disclosure.",
        ),
        "confiscation-laws": JoiningWords(
            "Other Parties can see by which law the State executes requests for confiscation.",
            "{state} furnishes to the Secretary-General its laws and regulations that give effect to Art. 50: "
            f"{_gap('titles, dates and copies, or a description')}.",
        ),
        "prevention-authority": JoiningWords(
            "Other Parties know whom to ask for help with the prevention of cybercrime.",
            f"Under Art. 53, paragraph 7, {{state}} names as the authority that may help others: {_AUTHORITY}.",
        ),
        "dispute-opt-out": JoiningWords(
            "The State cannot be taken to arbitration or to the International Court of Justice over the Convention, "
            "and can take nobody there either. It can withdraw the declaration at any time.",
            "Under Art. 63, paragraph 3, {state} declares that it is not bound by paragraph 2 of that article.",
        ),
        "competence-with-ratification": JoiningWords(
            "Others know in which matters the organization answers in the place of its member States.",
            "Under Art. 64, paragraph 3, {state} declares that its competence in the matters of the Convention extends "
            f"to {_gap('the matters, with their legal basis')}.",
        ),
        "competence-with-accession": JoiningWords(
            "Others know in which matters the organization answers in the place of its member States.",
            "Under Art. 64, paragraph 4, {state} declares that its competence in the matters of the Convention extends "
            f"to {_gap('the matters, with their legal basis')}.",
        ),
    }
)


def words_of(name: str, state: str) -> JoiningWords:
    """Return what an act changes and how it may be worded, by its id."""
    words = _WORDS[name]
    return JoiningWords(words.changes, words.wording.replace("{state}", state))


checked(__name__)
