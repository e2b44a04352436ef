"""The package against the Convention's own index and text, where they lie beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conformance.convention_text import cited_articles, cited_paragraphs, texts
from uncc import catalogue
from uncc.kernel.provisions import Provision, addresses, art

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the Convention's text is not beside this checkout")


@needs_shared
def test_the_index_is_that_of_the_convention() -> None:
    """Every address, title and chapter is that of the Convention's own index."""
    index = json.loads((SHARED / "convention" / "provisions.json").read_text(encoding="utf-8"))
    ours = [str(provision) for provision in addresses()]
    theirs = [f"Art. {row['article']}{part}" for row in index for part in row["provisions"] or [""]]
    assert ours == theirs
    for row in index:
        provision = art(row["article"])
        assert (provision.article_title, provision.chapter) == (row["title"], row["chapter"])


@pytest.mark.long
@needs_shared
def test_no_citation_is_wrong_and_no_sentence_is_copied() -> None:
    """The checker of citations and of copied sentences prints no row."""
    checkout = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "check_text")],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def _family(provision: Provision) -> list[Provision]:
    """Return a provision with all that stands above it or below it."""
    within = [art(provision.article), *addresses()]
    return [other for other in within if other.contains(provision) or provision.contains(other)]


@needs_shared
def test_rows_refer_to_the_articles_that_the_text_cites() -> None:
    """What a provision cites stands in its row or in those above and below it, and no row refers to anything else.

    Words at the end of a list belong to the paragraph, though they stand behind its last item.
    """
    cited = {provision: cited_articles(provision, text) for provision, text in texts().items()}
    for found in catalogue.rows():
        family = _family(found.provision)
        refers = {other.article for one in family if (near := catalogue.row(one)) for other in near.refers_to}
        assert cited.get(found.provision, set()) <= refers, found.provision
        own = {other.article for other in found.refers_to} - {found.provision.article}
        assert own <= set[int]().union(*(cited.get(one, set()) for one in family)), found.provision


@needs_shared
def test_rows_refer_to_the_paragraphs_that_the_text_cites() -> None:
    """Where a provision cites another paragraph of its article, so does its row."""
    seen = 0
    for provision, text in texts().items():
        found = catalogue.row(provision)
        if found is not None:
            refers = {art(other.article, *other.steps[:1]) for other in found.refers_to}
            assert cited_paragraphs(provision, text) <= refers, provision
            seen += bool(cited_paragraphs(provision, text))
    assert seen
