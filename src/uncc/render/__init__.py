"""Findings and reports as text."""

from __future__ import annotations

from uncc.render.text import escaped, report_text, visible
from uncc.render.trace import asset_picture

__all__ = ["asset_picture", "escaped", "report_text", "visible"]
