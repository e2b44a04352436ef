"""Hostile input: documents, tables and citations that a seed or a fuzzer has spoilt, and what must hold of each."""
