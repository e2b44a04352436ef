"""Findings and reports as text."""

from __future__ import annotations

from uncc.render.status import status_text
from uncc.render.text import escaped, report_text, visible

__all__ = ["escaped", "report_text", "status_text", "visible"]
