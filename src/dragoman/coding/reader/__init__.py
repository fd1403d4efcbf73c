"""The neural reader: sentences to event mentions by the network of `dragoman.engine`."""

from dragoman.coding.reader.coder import ReaderCoder

__all__ = ["ReaderCoder"]
