"""Whether an event happened, by the words around its trigger."""

from dragoman.coding.status.api import status_at, status_in, status_of
from dragoman.coding.status.reading import StatusReading
from dragoman.coding.status.standing import Standing, standing

__all__ = ["Standing", "StatusReading", "standing", "status_at", "status_in", "status_of"]
