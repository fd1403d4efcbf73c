"""Who and what a report speaks of: names, roles, demonyms, capitals as governments.

A mention's `rule` is its receipt. The rules, where "x" stands for what varies:

- names of the knowledge base: ``state-name``, ``state:possessor``, ``state-as-place:x`` (x the
  preposition), ``capital-as-government:x``, ``capital-as-place:x``, ``metonym``,
  ``organisation-name``, ``group-name``, ``person-name``, ``place-name``, ``agency-name``;
- demonyms: ``demonym-plural``, ``demonym-nominal``, ``demonym-adjective`` (the state, before a
  noun that is no role: "Russian shelling"), ``demonym-of-place`` ("Iranian border"),
  ``coordinated-demonym``;
- roles: ``role``, ``demonym+role``, ``possessor+role``, ``name+role``, ``unknown+role``,
  ``of+role``, ``compound+role`` ("pro-Russian protesters", owned by nobody), ``led+role``,
  each with ``+name`` where a name follows and ``+in`` where the seat gives the state ("ministry in
  Yerevan"); ``coordinated-role``; ``possessor+name``, ``demonym+name`` ("Iran's Raisi");
- persons: ``+of`` and ``+apposition`` after the rule of the name;
- names the knowledge base does not have: ``capitalised-name``, ``capitalised-speaker``,
  ``capitalised-subject``,
  ``capitalised-organisation``, ``capitalised-place:x``, ``surname``, ``acronym-introduced``.
"""

from dragoman.read.mentions.finder import MentionFinder

__all__ = ["MentionFinder"]
