"""The catalogue as data: its rows stand in order, each once, and a broken one is refused."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import uncc.catalogue
from uncc.catalogue import Row, missing, row, rows, where
from uncc.doors.serial import from_data, from_json, to_json
from uncc.kernel.duties import Modality
from uncc.kernel.errors import DocumentError, InvalidProvision, InvalidValue
from uncc.kernel.provisions import addresses, art
from uncc.kernel.roles import Role

ARTICLES = Path(uncc.catalogue.__file__).parent / "articles"


def made(**others: Any) -> Row:
    """Return a row that is right but for what is given."""
    known: dict[str, Any] = {
        "provision": art(42, 6),
        "summary": "Which grounds are open.",
        "modality": Modality.MAY,
        "bearers": (Role.REQUESTED_STATE,),
        "computed_by": ("uncc.cooperation.may_refuse_preservation",),
        **others,
    }
    return Row(**known)


def test_rows_stand_in_the_order_of_the_text() -> None:
    """The rows are sorted by provision, and no provision has two."""
    provisions = [found.provision for found in rows()]
    assert provisions == sorted(set(provisions))
    assert provisions


def test_rows_are_read_once() -> None:
    """Asking again gives the same rows."""
    assert rows() is rows()


def test_every_row_is_found_by_its_provision() -> None:
    """A provision leads to its row, and to nothing where the catalogue has none."""
    for found in rows():
        assert row(found.provision) is found
    without = set(addresses()) - {found.provision for found in rows()}
    assert without == set(missing())
    assert all(row(provision) is None for provision in without)
    assert row(art(42)) is None


def test_every_file_is_of_one_article() -> None:
    """The file of an article is named after it and has rows of that article alone, in order."""
    seen = 0
    for path in ARTICLES.iterdir():
        found = tomllib.loads(path.read_text(encoding="utf-8"))["row"]
        provisions = [from_data(one, Row).provision for one in found]
        assert {f"art{provision.article:02}.toml" for provision in provisions} == {path.name}
        assert provisions == sorted(set(provisions))
        seen += len(found)
    assert seen == len(rows())


def test_a_row_is_computed_or_says_why_not() -> None:
    """Each row names what computes it or else the reason, and never both."""
    for found in rows():
        assert bool(found.computed_by) is (found.reason is None)


def test_a_row_without_either_is_refused() -> None:
    """A row that nothing computes needs a reason."""
    with pytest.raises(
        InvalidValue, match=r"^reason: None is not given where nothing computes Art\. 42\(6\), and only"
    ):
        made(computed_by=())
    assert made(computed_by=(), reason="It says what others must do.").reason


def test_a_row_with_both_is_refused() -> None:
    """A row that something computes has no reason why not."""
    with pytest.raises(InvalidValue, match=r"^reason: 'None\.' is not given where nothing computes Art\. 42\(6\)"):
        made(reason="None.")


@pytest.mark.parametrize("field", ["summary", "moment", "reason"])
def test_a_row_does_not_say_blanks(field: str) -> None:
    """Where a row says something it says it in words."""
    with pytest.raises(InvalidValue, match=f"^{field}: ' ' is not a text"):
        made(**{field: " "})


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"provision": "Art. 42(11)"}, "provision: there is no such provision as "),  # no such provision
        ({"modality": "must"}, "modality: 'must' is not one of: shall, shall-not,"),
        ({"also": "may"}, "also: 'may' is not a list"),
        ({"bearers": ["judge"]}, "bearers[0]: 'judge' is not one of: state-party,"),
        ({"bearer": "judge"}, "bearer: is not a known key; known here: provision, summary, modality, also, bearers,"),
        ({"reason": "None."}, "reason: 'None.' is not given where nothing computes Art. 42(6), and only there"),
        ({"computed_by": []}, "reason: null is not given where nothing computes Art. 42(6), and only there"),
        ({"refers_to": ["Arts. 1 to 3"]}, "refers_to[0]: 'Arts. 1 to 3' is not a single citation"),
    ],
)
def test_a_broken_row_is_refused(fault: dict[str, Any], message: str) -> None:
    """A fault in a file of the catalogue is told with its path, the value and what would be right."""
    right = json.loads(to_json(made()))
    assert from_data(right, Row) == made()
    with pytest.raises(DocumentError) as caught:
        from_data({**right, **fault}, Row)
    assert str(caught.value).startswith(message)


def test_a_row_can_be_written_and_read() -> None:
    """The rows are data that another program can take over."""
    for found in rows():
        assert from_json(to_json(found), Row) == found


# Queries


def test_without_a_condition_every_row_is_returned() -> None:
    """No condition leaves nothing out, and the order is that of the text."""
    assert where() == rows()


@pytest.mark.parametrize("modality", Modality)
def test_where_modality(modality: Modality) -> None:
    """The modality of the main rule counts, and that of a further one."""
    assert where(modality=modality) == tuple(found for found in rows() if modality in (found.modality, *found.also))


@pytest.mark.parametrize("bearer", Role)
def test_where_bearer(bearer: Role) -> None:
    """One of several bearers is enough."""
    assert where(bearer=bearer) == tuple(found for found in rows() if bearer in found.bearers)


def test_where_chapter_article_and_computed() -> None:
    """Chapters and articles are those of the provision; what is computed and what is not are the whole."""
    assert tuple(found for chapter in range(1, 10) for found in where(chapter=chapter)) == rows()
    assert tuple(found for article in range(1, 69) for found in where(article=article)) == rows()
    assert set(where(computed=True)) | set(where(computed=False)) == set(rows())
    assert all(found.computed_by for found in where(computed=True))
    assert not any(found.computed_by for found in where(computed=False))


def test_where_conditions_hold_together() -> None:
    """Each condition narrows what the others leave."""
    found = where(modality=Modality.SHALL_NOT, bearer=Role.REQUESTED_STATE, chapter=5, article=42, computed=True)
    assert [str(one.provision) for one in found] == ["Art. 42(4)"]
    assert where(chapter=6, article=42) == ()


@pytest.mark.parametrize("wrong", [{"chapter": 10}, {"chapter": 0}, {"article": 69}])
def test_where_there_is_no_such_chapter_or_article(wrong: dict[str, int]) -> None:
    """A chapter or article that does not exist is a mistake, and no empty answer."""
    with pytest.raises(InvalidProvision):
        where(**wrong)  # type: ignore[arg-type]


def test_a_plain_duty_is_told_from_an_endeavour() -> None:
    """To tell the Secretary-General and the Conference is owed plainly; money, research and exchange are not."""
    plain = {found.provision for found in rows() if found.modality is Modality.SHALL}
    assert plain >= {art(50, 5), art(53, 7), art(57, 6)}
    less = {art(51), art(53, 3, "e"), art(54, 9), art(54, 10), art(55, 4), art(56, 2, "c")}
    assert not plain & less
