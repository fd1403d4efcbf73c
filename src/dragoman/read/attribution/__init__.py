"""Who says what in a report.

Rules of attributions: verbs give ``family:construction`` where the family is the verb's
(``say``, ``tell``, ``claim``, ``deny``, ``promise``, ``order``, ``judge``, ``think``, ``decide``,
``want`` …) and the
construction ``subject-cue`` ("X said that …"), ``content-subject-cue`` ("…, X said"),
``content-cue-subject`` ("…, said X"), ``participle`` (", adding that …"), ``as-saying`` ("quoted X
as saying …"), ``shared-subject`` ("and added that …"), ``infinitive`` ("vowed to …"), ``object``
("criticised the plan"), ``passive`` and ``passive-by``. The others are ``according-to``,
``citing``, ``noun`` ("the claim by X that …", "X's support for …"), ``noun:light-verb`` ("voiced
concern about …"), ``stance`` ("is convinced that …"), ``transcript`` ("SMITH: …"),
``hearsay-adverb`` ("reportedly"), ``headline-colon``, ``headline-dash`` and ``quote-continued``.
"""

from dragoman.read.attribution.find import find_attributions
from dragoman.read.attribution.kinds import speaker_kind

__all__ = ["find_attributions", "speaker_kind"]
