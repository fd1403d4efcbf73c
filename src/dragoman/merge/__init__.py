"""The same event across reports, and how many reports of it are independent."""

from dragoman.merge.across import group
from dragoman.merge.origins import independent

__all__ = ["group", "independent"]
