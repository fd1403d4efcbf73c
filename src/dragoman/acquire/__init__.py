"""Inputs to pages: files, folders, rows, archives, and the rights that their bytes state."""

from dragoman.acquire.options import AcquireOptions
from dragoman.acquire.pages import acquire
from dragoman.acquire.rights import decide, settle

__all__ = ["AcquireOptions", "acquire", "decide", "settle"]
