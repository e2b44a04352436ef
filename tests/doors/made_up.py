"""A Convention of made-up words in the order of the real one, written as its texts are in several languages."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from types import MappingProxyType

from attrs import frozen

from uncc.doors import fingerprints
from uncc.doors.fingerprints import Piece, table_of
from uncc.kernel.provisions import Provision, chapter_title

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
ABJAD = "أبجدهوزحطيكلمنسع"
NUMERALS = "一二三四五六七八九十"


def chinese(number: int) -> str:
    """Return a number below a hundred in Chinese numerals."""
    tens, units = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens - 1]) + ("十" if tens else "") + (NUMERALS[units - 1] if units else "")


def sort_of(provision: Provision) -> str:
    """Return whether a provision is a paragraph, a point or an item."""
    *above, step = provision.steps
    return "paragraph" if step.isdigit() else "item" if above and not above[-1].isdigit() else "point"


def ordinal(provision: Provision) -> int:
    """Return the number of a provision among its siblings."""
    step = provision.steps[-1]
    if sort_of(provision) == "item":
        return ROMAN.index(step) + 1
    return int(step) if step.isdigit() else ord(step) - ord("a") + 1


def _english(provision: Provision) -> str:
    step = provision.steps[-1]
    return f"{step}." if step.isdigit() else f"({step})"


def _romance(provision: Provision) -> str:
    step = provision.steps[-1]
    return f"{step}." if step.isdigit() else f"{step})"


def _chinese(provision: Provision) -> str:
    number = ordinal(provision)
    if sort_of(provision) == "item":
        return f"{number}."
    return f"{chinese(number)}、" if sort_of(provision) == "paragraph" else f"（{chinese(number)}）"


def _arabic(provision: Provision) -> str:
    number = ordinal(provision)
    if sort_of(provision) == "item":
        return f"‘{number}’"
    return f"{number}-" if sort_of(provision) == "paragraph" else f"({ABJAD[number - 1]})"


@frozen
class Way:
    """How a text is written: its heads of chapters and articles, its numbers, and the words of a piece by its number."""

    chapter: str
    article: Callable[[int], str]
    label: Callable[[Provision], str]
    words: str

    def said(self, number: int) -> str:
        """Return the words of a piece."""
        return self.words.format(number)


WAYS = MappingProxyType(
    {
        "en": Way(
            "CHAPTER {} — {}",
            "Article {} — About it".format,
            _english,
            "State {0} shall take well-known measures, as in article 5, paragraph 1 (a), and paragraph 2 of it: no. {0}.",
        ),
        "fr": Way(
            "CHAPITRE {}\n{}",
            lambda number: f"Article {'premier' if number == 1 else number}\nDu titre",
            _romance,
            "Chaque État partie doit prendre la mesure {0}, comme au paragraphe 1 a) de l'article 5, au besoin, no {0} ;",
        ),
        "es": Way(
            "Capítulo {}. {}",
            "Artículo {}. Del título".format,
            _romance,
            "Cada Estado parte deberá adoptar la medida {0}, según el párrafo 1 a) del artículo 5, de ser necesario: {0};",
        ),
        "ru": Way(
            "Глава {}. {}",
            "Статья {}\nНазвание".format,
            _romance,
            "каждое Государство-участник принимает меры {0}, как указано в пункте 1 a) статьи 5 Конвенции, номер {0};",
        ),
        "zh": Way(
            "第一章 {}{}",
            lambda number: f"第{chinese(number)}条\n标题",
            _chinese,
            "各缔约国均应采取第{0}项必要的措施，如第五条第一款（一）项所述，以及第二款的规定，编号{0}。",
        ),
        "ar": Way(
            "الفصل {}\n{}",
            "المادة {}\nالعنوان".format,
            _arabic,
            "تتخذ كل دولة طرف التدبير {0} كما ورد في الفقرة 1 (أ) من المادة 5 من هذه الاتفاقية، رقم {0}.",
        ),
    }
)


def written(way: Way, pieces: tuple[Piece, ...]) -> str:
    """Return the whole of a made-up Convention, a line for each piece and a blank line between them."""
    return "\n\n".join(_lines(way, pieces)) + "\n\nDONE at a place, in the six languages of it.\n"


def _lines(way: Way, pieces: tuple[Piece, ...]) -> Iterator[str]:
    chapter = article = 0
    before = ""
    for number, piece in enumerate(pieces):
        provision = piece.provision
        if provision.chapter != chapter:
            chapter = provision.chapter
            yield way.chapter.format(chapter, chapter_title(chapter).upper())
        if provision.article != article:
            article = provision.article
            yield way.article(article)
        label = way.label(provision) if provision.steps and not piece.closes else ""
        before = f"{before} {label}".strip()
        if piece.length:
            yield f"{before} {way.said(number)}".strip()
            before = ""


def table() -> bytes:
    """Return the fingerprints of the made-up Convention in English."""
    said = WAYS["en"].said
    rows = ((one.provision, one.closes, said(n) if one.length else "") for n, one in enumerate(fingerprints.pieces()))
    return table_of(rows).encode()


def wrapped(text: str, width: int = 60, between: str = "\n\n") -> str:
    """Return a text in lines of a width."""
    return between.join(textwrap.fill(line, width) for line in text.split("\n\n"))


def paged(text: str, head: str = "A/RES/1/2\nThe Convention", foot: str = "{} / 99", apart: str = "\n\n") -> str:
    """Return a text with the head and the number of each page."""
    lines = text.split("\n")
    pages = ("\n".join(lines[start : start + 40]) for start in range(0, len(lines), 40))
    return apart.join(f"{head}{apart}{page}{apart}{foot.format(number)}" for number, page in enumerate(pages, 1))
