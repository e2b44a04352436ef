"""How Sphinx builds these pages: `sphinx-build -W docs build/docs`, with the extra `uncc[docs]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402  # it stands beside this file

import uncc  # noqa: E402

generate.write(HERE / "_generated")

project = "uncc"
author = "The uncc developers"
copyright = "The uncc developers, Apache-2.0"  # noqa: A001  # the name that Sphinx reads
version = release = uncc.__version__
language = "en_GB"

extensions = ["myst_nb"]
root_doc = "index"
exclude_patterns = ["_build"]
default_role = "literal"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 60
python_display_short_literal_types = True
python_maximum_signature_line_length = 88
toc_object_entries = False

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["uncc.css"]
html_title = f"uncc {release}"
html_copy_source = False
html_show_sphinx = False
pygments_style = "friendly"
pygments_dark_style = "monokai"


def _lead_to_copies(app: Any, name: str, source: list[str]) -> None:
    document = Path(app.env.doc2path(name))
    source[0] = generate.led_to_copies(source[0], document)


def setup(app: Any) -> None:
    """Have links that leave `docs/` lead to the copies of what they name."""
    app.connect("source-read", _lead_to_copies)
