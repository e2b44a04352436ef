"""What lies in `misuse` is full of mistakes: it is read by the type checkers and never run."""

collect_ignore = ["misuse"]
