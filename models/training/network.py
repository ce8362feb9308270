"""The classifier as a PyTorch module: an encoder with a head for the label and one for the condition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

LABEL_COUNT = 4


class StanceNetwork(nn.Module):
    """Cross-encoder of (text, question) pairs.

    Input: token ids, attention mask and, where the encoder has them, segment ids, each of shape (pairs, tokens).
    Output: label logits of shape (pairs, 4), condition logits of shape (pairs,).
    """

    def __init__(self, folder: Path, *, layers: int = 0, frozen_layers: int = 0, dropout: float = 0.1) -> None:
        """Load the encoder from `folder`; the heads start at random.

        `layers` keeps the lowest ones only (0: all; Sajjad et al. 2020 find the top ones the cheapest to lose);
        `frozen_layers` of these and the embeddings keep their weights (Lee et al. 2019). Attention has no dropout:
        drawing the random numbers takes a third of the time on a processor.
        """
        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(
            folder, local_files_only=True, hidden_dropout_prob=dropout, attention_probs_dropout_prob=0.0
        )
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
            self.encoder.config.num_hidden_layers = layers
        size = int(self.encoder.config.hidden_size)
        self.dropout = nn.Dropout(dropout)
        self.label_head = nn.Linear(2 * size, LABEL_COUNT)
        self.condition_head = nn.Linear(2 * size, 1)
        lowest = (self.encoder.embeddings, *self.encoder.encoder.layer[:frozen_layers])
        self._frozen: tuple[nn.Module, ...] = lowest if frozen_layers else ()
        for part in self._frozen:
            part.requires_grad_(False)

    def train(self, mode: bool = True) -> StanceNetwork:
        """Switch dropout on or off; what is frozen never drops anything."""
        super().train(mode)
        for part in self._frozen:
            part.eval()
        return self

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return label logits and condition logits."""
        segments = {} if token_type_ids is None else {"token_type_ids": token_type_ids}
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask, **segments).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1.0)
        pooled = self.dropout(torch.cat([hidden[:, 0], mean], dim=-1))
        return self.label_head(pooled), self.condition_head(pooled).squeeze(-1)
