"""The reader's network, opened once: texts to states and scores."""

import io
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dragoman.engine.heads import Array, Heads
from dragoman.engine.tokens import MarkedPair, Tokens, mark_pair, tokenise
from dragoman.engine.weights import Weights
from dragoman.errors import WeightsError
from dragoman.model import Span


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's tokens with the encoder's states (tokens, width)."""

    tokens: Tokens
    states: Array

    @property
    def words(self) -> Array:
        """The state of each word's first token (words, width)."""
        made: Array = self.states[list(self.tokens.words)]
        return made


@dataclass(frozen=True)
class Network:
    """An opened encoder with its heads and their classes."""

    weights: Weights
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    heads: Heads
    threads: int = 1
    """Texts read at the same time."""

    @property
    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """The heads' classes in the order of their scores."""
        return self.weights.classes

    def read(self, texts: Sequence[str]) -> list[Encoded]:
        """The states of every text, in the order of the texts."""
        tokens = [tokenise(self.tokenizer, text) for text in texts]
        states = self._encode([item.ids for item in tokens])
        return [Encoded(item, state) for item, state in zip(tokens, states, strict=True)]

    def pairs(self, marked: Sequence[tuple[str, Span, Span]]) -> list[tuple[Array, Array] | None]:
        """Type and mode scores of what a text's first span does to its second.

        None where a span lies behind the longest text that is read.
        """
        found = [mark_pair(self.tokenizer, *item) for item in marked]
        known = [item for item in found if item is not None]
        scores = iter(self._pair_scores(known))
        return [None if item is None else next(scores) for item in found]

    def _pair_scores(self, items: Sequence[MarkedPair]) -> Iterable[tuple[Array, Array]]:
        for item, states in zip(items, self._encode([i.ids for i in items]), strict=True):
            mean = states.mean(0, keepdims=True)
            source, target = states[item.source][None], states[item.target][None]
            types, modes = self.heads.pair(source, target, mean)
            yield types[0], modes[0]

    def _encode(self, rows: Sequence[tuple[int, ...]]) -> list[Array]:
        if self.threads == 1 or len(rows) < 2:
            return [self._states(row) for row in rows]
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(self._states, rows))

    def _states(self, ids: tuple[int, ...]) -> Array:
        """One text a call: int8 ranges span a call, so a neighbour would change the states."""
        given = np.array([ids], np.int64)
        (made,) = self.session.run(None, {"ids": given, "mask": np.ones_like(given)})
        states: Array = made[0]
        return states


def open_network(weights: Weights, threads: int = 1) -> Network:
    """Checks the digests of all files and loads them (about half a second).

    `threads` are texts read at the same time; what is read does not depend on them.

    Raises `WeightsError` where a file is not what the card says.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            weights.checked("encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_str(weights.checked("tokenizer.json").decode("utf-8"))
        with np.load(io.BytesIO(weights.checked("heads.npz"))) as arrays:
            heads = Heads({name: arrays[name].astype(np.float32) for name in arrays.files})
    except WeightsError:
        raise
    except Exception as error:
        raise WeightsError(f"{weights.folder}: cannot be opened: {error}") from error
    return Network(weights, session, tokenizer, heads, threads)
