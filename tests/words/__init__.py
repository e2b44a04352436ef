"""The register of words: all that the rules of the chapters say, and what they cite.

`rules/*.txt` has for every public rule the trees of its findings and duties at canonical states of its arguments:
kind, words, provisions, who can answer; not the answers, which other tests hold from the text. A change of any word or
citation that a user can read is thus seen in review. `python -m tests.words` writes the register anew.
"""
