"""One self-contained HTML page on what a ledger says."""

from dragoman.serve.report.page import render

__all__ = ["render"]
