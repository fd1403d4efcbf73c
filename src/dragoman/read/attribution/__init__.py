"""Who says what in a report.

Rules of attributions: verbs give ``family:construction`` where the family is the verb's
(``say``, ``tell``, ``claim``, ``deny``, ``promise``, ``order``, ``judge``, ``think`` …) and the
construction ``subject-cue`` ("X said that …"), ``content-subject-cue`` ("…, X said"),
``content-cue-subject`` ("…, said X"), ``participle`` (", adding that …"), ``as-saying`` ("quoted X
as saying …"), ``shared-subject`` ("and added that …"), ``infinitive`` ("vowed to …"), ``object``
("criticised the plan"), ``passive`` and ``passive-by``. The others are ``according-to``,
``citing``, ``noun`` ("the claim by X that …"), ``hearsay-adverb`` ("reportedly"),
``headline-colon``, ``headline-dash`` and ``quote-continued``.
"""

from dragoman.read.attribution.find import find_attributions

__all__ = ["find_attributions"]
