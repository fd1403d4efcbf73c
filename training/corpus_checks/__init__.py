"""What can be measured and shown of the corpus: repetition, spread, agreement of its markers."""
