"""The reader's network: one encoder, small heads on its states."""

import torch
from torch import Tensor, nn
from torch.nn import functional

ROLE_WIDTH = 192


class Heads(nn.Module):
    """Everything behind the encoder. The product computes the same in numpy: keep it plain.

    `tokens` are linear heads on single states (names to numbers of classes); `roles` and `modes`
    count classes, `types` those of the pair head (with "none").
    """

    def __init__(self, width: int, tokens: dict[str, int], roles: int, types: int, modes: int):
        super().__init__()
        self.tokens = nn.ModuleDict({name: nn.Linear(width, size) for name, size in tokens.items()})
        self.role_trigger = nn.Linear(width, ROLE_WIDTH)
        self.role_start = nn.Linear(width, ROLE_WIDTH)
        self.role_end = nn.Linear(width, ROLE_WIDTH, bias=False)
        self.role_bilinear = nn.Parameter(torch.zeros(roles, ROLE_WIDTH + 1, ROLE_WIDTH + 1))
        nn.init.normal_(self.role_bilinear, std=0.02)
        self.pair_hidden = nn.Linear(3 * width, width)
        self.pair_type = nn.Linear(width, types)
        self.pair_mode = nn.Linear(width, modes)
        self.dropout = nn.Dropout(0.1)

    def token(self, name: str, states: Tensor) -> Tensor:
        """Scores of single states (..., width) -> (..., classes)."""
        scores: Tensor = self.tokens[name](self.dropout(states))
        return scores

    def role(self, trigger: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """Scores of pairs of trigger and span, each (pairs, width) -> (pairs, roles)."""
        left = functional.relu(self.role_trigger(self.dropout(trigger)))
        right = functional.relu(
            self.role_start(self.dropout(start)) + self.role_end(self.dropout(end))
        )
        left, right = (functional.pad(side, (0, 1), value=1.0) for side in (left, right))
        return torch.einsum("pi,rij,pj->pr", left, self.role_bilinear.to(left.dtype), right)

    def pair(self, source: Tensor, target: Tensor, mean: Tensor) -> tuple[Tensor, Tensor]:
        """Type and mode scores of marked pairs from the states of both marks and the mean."""
        joined = self.dropout(torch.cat((source, target, mean), -1))
        hidden = functional.relu(self.pair_hidden(joined))
        return self.pair_type(hidden), self.pair_mode(hidden)


class ReaderNetwork(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module, heads: Heads):
        super().__init__()
        self.encoder = encoder
        self.heads = heads

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(batch, length) token ids and mask -> (batch, length, width)."""
        encoded: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return encoded
