"""Places: the gazetteer, the toponyms of a text, and which place each means."""

from dragoman.resolve.places.gazetteer import Gazetteer, open_gazetteer
from dragoman.resolve.places.toponyms import Toponym, find_places

__all__ = ["Gazetteer", "Toponym", "find_places", "open_gazetteer"]
