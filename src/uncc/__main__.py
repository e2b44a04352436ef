"""`python -m uncc`: the same as the command `uncc`."""

from __future__ import annotations

import sys

from uncc.cli import main

sys.exit(main())
