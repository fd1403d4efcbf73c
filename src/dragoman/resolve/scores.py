"""How sure a resolution is, by the way it was made. Ranks, not measured probabilities."""

NAMED = 0.95
"""One candidate fits best."""

HOLDER = 0.9
"""No name, but the tables know who held the office on the day."""

WORDS = 0.7
"""The country and the role are told by the words alone."""

AMBIGUOUS = 0.5
"""Several candidates fit as well."""

UNKNOWN = 0.0
"""Nothing is known."""
