"""The reader's weights: named, versioned, digest-checked, opened on first use.

The only room that may import onnxruntime or tokenizers.
"""

from dragoman.engine.heads import sigmoid, softmax
from dragoman.engine.logistic import chances, fit_logistic
from dragoman.engine.reader import Encoded, Network, open_network
from dragoman.engine.tokens import Tokens
from dragoman.engine.weights import Weights, find_weights

__all__ = [
    "Encoded",
    "Network",
    "Tokens",
    "Weights",
    "chances",
    "find_weights",
    "fit_logistic",
    "open_network",
    "sigmoid",
    "softmax",
]
