"""Where an asset comes from, as a picture in text."""

from __future__ import annotations

import attrs

from tests.confiscation.histories import bought, eur, lawful, paid, proceeds, tool_of_none
from uncc.confiscation import Asset, AssetHistory, Holding, ThirdPartyRight
from uncc.pages import asset_picture
from uncc.readings import Readings
from uncc.readings.chapter_4 import IntermingledIncome

HISTORY = AssetHistory(
    (
        proceeds("loot", 60),
        lawful("wages", 40),
        Holding(name="gift", value=eur(5)),
        bought("flat", 110, paid("loot", 60), paid("wages", 40), paid("gift", 5)),
        Holding(name="rent", value=eur(21), yielded_by="flat"),
    )
)


def test_an_asset_with_several_origins() -> None:
    """Every way back is drawn, to what came in from outside and what it is."""
    assert asset_picture(tool_of_none("flat", HISTORY)).splitlines() == [
        "flat, EUR 110: liable to confiscation, EUR 60 at least, EUR 65 at most",
        "├── EUR 60 from loot, EUR 60: proceeds of crime",
        "├── EUR 40 from wages, EUR 40: no proceeds of crime",
        "└── EUR 5 from gift, EUR 5: origin not settled",
    ]


def test_a_reading_changes_the_picture() -> None:
    """The readings that a caller chooses are those of the amounts."""
    whole = asset_picture(tool_of_none("rent", HISTORY), readings=Readings.of(IntermingledIncome.WHOLE))
    assert whole.splitlines()[:2] == ["rent, EUR 21: liable to confiscation, EUR 21", "└── yielded by flat, EUR 110"]


def test_rights_of_others() -> None:
    """Rights in the asset stand below it, with their extent; what cannot be seen in a name is shown."""
    buyer = ThirdPartyRight(holder="Lena\u202e", value=eur(40), third_party=True, bona_fide=True, right_exists=True)
    assert asset_picture(tool_of_none("wages", HISTORY, rights=(buyer,))).splitlines() == [
        "wages, EUR 40: not liable to confiscation",
        "    a right of Lena\\u202e in it: the whole",
    ]
    unknown = attrs.evolve(buyer, holder="Lena", value=None)
    assert asset_picture(tool_of_none("wages", HISTORY, rights=(unknown,))).splitlines()[1:] == [
        "    a right of Lena in it: not known how much"
    ]
    bank = ThirdPartyRight(holder="bank", value=eur(7))
    assert asset_picture(tool_of_none("flat", HISTORY, rights=(bank,))).splitlines()[1] == (
        "│   a right of bank in it: EUR 7"
    )


def test_an_asset_of_which_little_is_known() -> None:
    """Doubt is said, with its two ends."""
    assert asset_picture(Asset(name="gift", history=AssetHistory(HISTORY.holdings[2:3]), rights=())) == (
        "gift, EUR 5: not determined whether liable to confiscation, EUR 0 at least, EUR 5 at most"
    )
