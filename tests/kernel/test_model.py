"""The base of every model: how it is shown to who writes Python."""

from __future__ import annotations

from attrs import field, frozen

from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art


@frozen
class Train(Model):
    """A model of which one field is shown and another is not."""

    number: int
    secret: str = field(default="x", repr=False)


@frozen
class Express(Train):
    """An heir."""

    stops: tuple[str, ...] = ()


class Tram(Train):
    """An heir that attrs has not made."""


class Street(Provision):
    """An heir of a class that says itself how it is shown."""


def test_a_model_is_shown_as_attrs_shows_it() -> None:
    """The text is that which attrs would write: the class without the function it stands in, and what it shows."""

    @frozen
    class Alone:
        number: int
        secret: str = field(default="x", repr=False)

    @frozen
    class Within(Model):
        number: int
        secret: str = field(default="x", repr=False)

    assert repr(Within(7)) == repr(Alone(7)).replace("Alone", "Within") == "Within(number=7)"
    assert repr(Train(7)) == "Train(number=7)"
    assert repr(Express(7, stops=("Astoria",))) == "Express(number=7, stops=('Astoria',))"
    assert repr(Tram(7)) == "Tram(number=7)"


def test_what_a_class_says_of_itself_stays() -> None:
    """An heir that attrs has not made is shown as its parent is."""
    assert repr(Street(42, ("5",))) == repr(art(42, 5)) == "art(42, 5)"
