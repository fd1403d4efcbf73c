"""Whether an event happened, by the words around its trigger."""

from dragoman.coding.status.api import status_at, status_in, status_of
from dragoman.coding.status.background import is_background
from dragoman.coding.status.reading import StatusReading
from dragoman.coding.status.standing import standing

__all__ = ["StatusReading", "is_background", "standing", "status_at", "status_in", "status_of"]
