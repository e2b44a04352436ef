"""The same rule, written for other systems as their own documents say; each module needs its system installed."""
