"""Which topics a sentence may bear on, by the search words of the catalogue.

This only decides what the classifier is asked: it is meant to miss little, not to be right. A topic without search
words is asked about every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from models.topics.catalogue import Topic

Pattern = re.Pattern[str]


class TopicSearch:
    """The compiled search words of a catalogue."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Compile the search words of `topics` once; searching is linear in the length of a text."""
        self._single = {
            key: _any_of(word for word in topic.search_words if "+" not in word) for key, topic in topics.items()
        }
        self._joint = {
            key: [_all_of(word) for word in topic.search_words if "+" in word] for key, topic in topics.items()
        }
        self._context = {key: _any_of(topic.context) for key, topic in topics.items()}
        self._open = {key for key, topic in topics.items() if not topic.search_words}

    def in_document(self, text: str) -> tuple[str, ...]:
        """Keys of the topics whose context the document holds, in the catalogue's order."""
        return tuple(key for key, pattern in self._context.items() if pattern is None or pattern.search(text))

    def in_sentence(self, sentence: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of `keys` whose search words the sentence holds."""
        return tuple(key for key in keys if key in self._open or self._matches(key, sentence))

    def _matches(self, key: str, sentence: str) -> bool:
        single = self._single[key]
        if single is not None and single.search(sentence):
            return True
        return any(all(part.search(sentence) for part in parts) for parts in self._joint[key])


def _any_of(words: Iterable[str]) -> Pattern | None:
    parts = [_expression(word) for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


def _all_of(word: str) -> list[Pattern]:
    return [re.compile(rf"(?<!\w){_expression(part)}(?!\w)", re.IGNORECASE) for part in word.split("+")]


def _expression(word: str) -> str:
    """`*` stands for the rest of a word, `?` for one letter, a space or hyphen for either."""
    pieces = [re.escape(piece) for piece in re.split(r"[\s-]+", word.strip())]
    return r"[\s-]+".join(piece.replace(r"\*", r"\w*").replace(r"\?", r"\w") for piece in pieces)
