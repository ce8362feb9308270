"""The text of HTML elements, a line a block."""

from __future__ import annotations

from bs4 import Tag

BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dd", "dt", "figcaption")


def block_text(root: Tag) -> str:
    """Return the text under `root`: blocks on lines of their own, spaces as a browser shows them."""
    innermost = [block for block in root.find_all(BLOCKS) if not block.find(BLOCKS)]
    if not innermost:
        return " ".join(root.get_text(" ").split())
    lines = (" ".join(block.get_text().split()) for block in innermost)
    return "\n".join(line for line in lines if line)
