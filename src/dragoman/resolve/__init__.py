"""Mentions to actors, as of the day of the event; the knowledge base and its checks."""

from dragoman.resolve.actors import resolve_mention
from dragoman.resolve.check import Problem, check
from dragoman.resolve.codes import System, all_codes, translate
from dragoman.resolve.kb import KnowledgeBase, Membership, load_knowledge_base
from dragoman.resolve.phrases import phrase_mention, resolve_phrase

__all__ = [
    "KnowledgeBase",
    "Membership",
    "Problem",
    "System",
    "all_codes",
    "check",
    "load_knowledge_base",
    "phrase_mention",
    "resolve_mention",
    "resolve_phrase",
    "translate",
]
