"""The words of one text with everything that they may mean."""

from __future__ import annotations

from collections.abc import Sequence

from models.actors.habits import Habits
from models.actors.lexicon import Hit, Lexicon, Word
from models.actors.tokens import Gap, Token

_MARKS = {Gap.HYPHEN: "-", Gap.APOSTROPHE: "'", Gap.POSSESSIVE: "' ", Gap.COMMA: ", ", Gap.DOT: ". "}
_NO_MEANING = frozenset({Word.PERSON, Word.SURNAME, Word.MODIFIER, Word.OUTSIDER, Word.BETWEEN})


class Words:
    """The words of a text, looked up once each. `any_case` reads without regard to capitals, for look-ups."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, habits: Habits, *, any_case: bool = False) -> None:
        """Look nothing up before it is asked for."""
        self.tokens = tokens
        self.habits = habits
        self.any_case = any_case
        self._lexicon = lexicon
        self._hits: dict[int, list[Hit]] = {}

    def __len__(self) -> int:
        """The number of words."""
        return len(self.tokens)

    def at(self, place: int) -> list[Hit]:
        """The meanings of what begins at a word, the longest first; none beyond the end."""
        if place >= len(self.tokens):
            return []
        if place not in self._hits:
            self._hits[place] = self._lexicon.at(self.tokens, place, any_case=self.any_case)
        return self._hits[place]

    def gap(self, place: int) -> Gap:
        """What stands before a word; a break beyond the end."""
        return self.tokens[place].gap if place < len(self.tokens) else Gap.BREAK

    def key(self, place: int) -> str:
        """A word in its folded form; nothing beyond the end."""
        return self.tokens[place].key if 0 <= place < len(self.tokens) else ""

    def meaningful(self, place: int) -> bool:
        """Whether a word means something other than a person, so that it is no part of an unknown name."""
        return any(hit.word not in _NO_MEANING for hit in self.at(place))

    def written(self, start: int, end: int) -> str:
        """The words as one line, without "the" in front."""
        start += 1 if self.tokens[start].key == "the" and end - start > 1 else 0
        rest = "".join(_MARKS.get(token.gap, " ") + token.text for token in self.tokens[start + 1 : end])
        return self.tokens[start].text + rest
