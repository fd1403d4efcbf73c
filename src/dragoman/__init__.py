"""Reads news reports and keeps a sourced, dated, queryable record of political events."""

__version__ = "0.1.0"
