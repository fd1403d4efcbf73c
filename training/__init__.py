"""Where the reader's weights come from: the marked corpus and what is learnt from it."""
