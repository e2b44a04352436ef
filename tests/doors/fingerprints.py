"""Write the table of fingerprints anew from the Convention's text: `python -m tests.doors.fingerprints`."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.convention_text import pieces
from uncc.doors.fingerprints import table_of

TABLE = Path(__file__).resolve().parents[2] / "src" / "uncc" / "doors" / "data" / "fingerprints.tsv"

if __name__ == "__main__":
    TABLE.write_text(table_of(pieces()), encoding="utf-8")
