"""The law of documents: leave out anything that is stated, and no answer becomes surer or settles otherwise."""
