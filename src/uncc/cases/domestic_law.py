"""The assessment of a State's law on the offences of Chapter II."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, fields, frozen

from uncc import kernel
from uncc.cases.contents import places
from uncc.cases.frame import of_kind
from uncc.cases.ledger import Named, open_questions, readings_used
from uncc.cases.report import CaseKind, OpenQuestion, ReadingUsed
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Facts, ListFact, list_fact
from uncc.kernel.findings import Finding
from uncc.kernel.lists import is_complete, items_of
from uncc.kernel.model import Model
from uncc.kernel.parties import State
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.rows import Rows, rows
from uncc.kernel.shown import Printed, Shown
from uncc.kernel.values import a_title
from uncc.offences import (
    ConventionOffence,
    DomesticOffence,
    Gap,
    PredicateLaw,
    ReservedAct,
    is_serious_at_home,
    offence_of,
    predicates_suffice,
)
from uncc.offences.conformity import implemented
from uncc.offences.elements import parts
from uncc.readings import AS_ADOPTED, Readings, chosen

__all__ = ["ArticleReport", "DomesticLaw", "LawReport", "ProvisionReport", "assess_domestic_law"]

LAW_REPORT_FORMAT = "uncc.law-report/1"


MOST_PROVISIONS = 250
"""How many provisions a law may have that define offences of Chapter II."""


def _told_apart(law: DomesticLaw, _: object, __: object) -> None:
    titles = [offence.title for offence, _ in items_of(law, fields(DomesticLaw).offences)]
    if len(titles) > MOST_PROVISIONS:
        raise InvalidValue("offences", len(titles), f"at most {MOST_PROVISIONS} provisions of one law")
    seen = set[str]()
    for number, title in enumerate(titles):
        if title in seen:
            raise InvalidValue(f"offences[{number}].title", title, "a title that no other provision of the law has")
        seen.add(title)


@frozen(kw_only=True, field_transformer=typed)
class DomesticLaw(Facts, Shown, asked_of=Role.STATE_PARTY):
    """A State's law, or a bill, as far as it concerns the offences of Chapter II.

    - `title`: what the law is called.
    - `offences`: its provisions, each told apart by its title.
    - `reserving`: the acts to which the State reserves, or means to reserve, not to apply Art. 11; `None` where that is
      not known, `()` where there are none.
    - `predicates`: which of the offences its law makes predicate offences of laundering.
    """

    case: CaseKind = field(default=CaseKind.DOMESTIC_LAW, validator=of_kind(CaseKind.DOMESTIC_LAW))
    state: State
    title: str = field(validator=a_title)
    offences: ListFact[DomesticOffence] = list_fact(
        "the law has another provision that defines one of the offences", art(21, 8), validator=_told_apart
    )
    reserving: tuple[ReservedAct, ...] | None = None
    predicates: PredicateLaw = field(factory=PredicateLaw)
    readings: Readings = AS_ADOPTED


@frozen(field_transformer=typed)
class ArticleReport(Model):
    """Whether a law implements the article of one offence, by which of its provisions, and where it falls short."""

    offence: ConventionOffence
    provisions: tuple[str, ...]
    finding: Finding
    gaps: tuple[Gap, ...]


@frozen(field_transformer=typed)
class ProvisionReport(Model):
    """Whether a provision of the law makes its offence a serious crime by the law's own penalty."""

    title: str
    offence: ConventionOffence
    serious: Finding


@frozen(kw_only=True, field_transformer=typed)
class LawReport(Printed):
    """What the Convention says of a State's law on the offences of Chapter II."""

    format: str = LAW_REPORT_FORMAT
    library: str = field(factory=lambda: kernel.__version__)
    case: CaseKind
    state: str
    title: str
    articles: Rows[ArticleReport] = field(converter=rows)
    predicates: Finding
    provisions: Rows[ProvisionReport] = field(converter=rows)
    open_questions: Rows[OpenQuestion] = field(converter=rows)
    readings: Rows[ReadingUsed] = field(converter=rows)

    @property
    def named(self) -> tuple[Named, ...]:
        """Every finding of the report under the name by which an open question says what it bears on, in order."""
        articles = ((f"articles.{article.offence.value}", article.finding) for article in self.articles)
        return (*articles, ("predicates", self.predicates))

    def article(self, number: int) -> ArticleReport:
        """Return what is said of one article; `InvalidValue` for an article that establishes no offence."""
        offence = ConventionOffence.of(number)
        return next(article for article in self.articles if article.offence is offence)


def stated_provisions(law: DomesticLaw) -> tuple[DomesticOffence, ...]:
    """Return the provisions of a law that are stated, whether or not there are others."""
    return tuple(offence for offence, _ in items_of(law, fields(DomesticLaw).offences))


def assess_domestic_law(law: DomesticLaw) -> LawReport:
    """Return what the Convention says of a State's law: for each of Arts. 7 to 17 whether it is implemented.

    >>> from uncc.kernel.parties import State
    >>> report = assess_domestic_law(DomesticLaw(state=State("Astoria"), title="Penal Code", offences=()))
    >>> [gap.kind.value for gap in report.article(12).gaps]
    ['absent']
    """
    report = LawReport(
        case=law.case,
        state=law.state.name,
        title=law.title,
        articles=tuple(_articles(law)),
        predicates=chosen(predicates_suffice(law.predicates), law.readings),
        provisions=tuple(_provisions(law)),
        open_questions=(),
        readings=(),
    )
    asked, used = open_questions(report.named, places_in_law(law)), readings_used(report.named)
    return evolve(report, open_questions=asked, readings=used)


def places_in_law(law: DomesticLaw) -> dict[tuple[str, str], str]:
    """Return the place of everything that can be asked for; a provision, and what is in it, goes by its title."""
    found = dict(places(law))
    at = "" if is_complete(law.offences) else ".at_least"
    for number, provision in enumerate(stated_provisions(law)):
        words = {part.name: part.statement for part in parts(provision.definition)}
        words |= {f"variations[{place}]": one.words for place, one in enumerate(provision.variations)}
        for (name, subject), path in places(provision).items():
            said = words.get(subject) or words.get(name)
            about = f"{provision.title}: {said}" if said else provision.title
            found[name, about] = f"offences{at}[{number}].{path}"
    return found


def _articles(law: DomesticLaw) -> Iterator[ArticleReport]:
    stated = stated_provisions(law)
    for offence in ConventionOffence:
        reserving = law.reserving if offence is ConventionOffence.MISUSE_OF_DEVICES else ()
        titles = tuple(found.title for found in stated if offence_of(found.definition) is offence)
        finding, short = implemented(law.offences, offence, reserving=reserving, readings=law.readings)
        yield ArticleReport(offence, titles, finding, short)


def _provisions(law: DomesticLaw) -> Iterator[ProvisionReport]:
    for provision in stated_provisions(law):
        yield ProvisionReport(provision.title, offence_of(provision.definition), is_serious_at_home(provision))


checked(__name__)
