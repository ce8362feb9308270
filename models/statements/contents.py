"""Where the content of an attribution lies: the clause of its cue, the quotations beside it, what the cue interrupts."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from models.statements.clauses import Range
from models.statements.cue_words import LOOSE
from models.statements.cues import Cue
from models.statements.marks import quotations

Span = tuple[int, int]
MARKS = "\"“”„«»‘’'`"
AWAY = 90
"""How many characters may stand between a cue and the quotation that follows it ("said in an interview with ..., ")."""
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s")
_LEADING = re.compile(r"^[\s,;:–—\-)]+")
_CLOSED = re.compile(r"(?:[,?!.…–—-]|--)?(?:[”\"»’]|'')[,.]?$")


class Paragraph:
    """A parsed paragraph with its quotations; all spans are offsets into its text."""

    def __init__(self, doc: Doc) -> None:
        """Read the quotations of `doc`."""
        self.doc = doc
        self.text = doc.text
        self.quotes = quotations(doc.text)
        self._starts = [start for start, _ in self.quotes]

    def quote_at(self, place: int) -> Span | None:
        """Return the quotation that holds the character at `place`, marks included."""
        found = bisect_right(self._starts, place) - 1
        return self.quotes[found] if found >= 0 and place < self.quotes[found][1] else None

    def span(self, tokens: Range) -> Span:
        """Return the characters of a range of tokens."""
        first, last = self.doc[tokens[0]], self.doc[tokens[1] - 1]
        return first.idx, last.idx + len(last)

    def contents(self, cue: Cue) -> list[Span]:
        """Return the spans of what `cue` attributes, in order; none where there is nothing."""
        quoted = self.quote_at(cue.head.idx)
        cluster = self._cluster(cue)
        if cue.matter is not None:
            spans = [self._tidy(self.span(tokens), cluster) for tokens in cue.matter if tokens[1] > tokens[0]]
            if cue.speaking and quoted is None:
                spans = [*self._left(cue, cluster, quoted_only=True, alone=False), *spans]
        else:
            spans = self._beside(cue, cluster) if quoted is None else []
        if quoted is None and spans and cue.speaking:
            spans[-1] = self._past_colon(spans[-1])
        if quoted is not None:
            spans = [(max(start, quoted[0]), min(end, quoted[1])) for start, end in spans]
        return _merged([(start, end) for start, end in spans if end > start])

    def _past_colon(self, span: Span) -> Span:
        """The span with the sentence or quotation after its colon: "for one reason: ..."."""
        colon = re.match(r"\s*:\s+(?=\S)", self.text[span[1] :])
        if colon is None:
            return span
        start = span[1] + colon.end()
        quote = self.quote_at(start)
        return span[0], quote[1] if quote else self._tidy((start, self._sentence_end(start)), span)[1]

    def _cluster(self, cue: Cue) -> Span:
        start, end = self.span(cue.cue)
        if cue.source is not None:
            first, last = self.span(cue.source)
            if cue.head.sent.start_char <= first and last <= cue.head.sent.end_char:
                between = self.text[last:start] if last <= start else self.text[end:first]
                if len(between) <= AWAY:
                    return min(start, first), max(end, last)
        return start, end

    def _beside(self, cue: Cue, cluster: Span) -> list[Span]:
        if cue.head.lower_ == "according":
            return self._according(cue, cluster)
        right = self._right_quote(cluster[1])
        loose = cue.head.lemma_ in LOOSE or (not cue.speaking and cue.source is None)
        left = self._left(cue, cluster, quoted_only=loose or bool(right), alone=not right)
        if not left and not right and cue.speaking and cue.source is not None:
            tail = self.text[cluster[1] :]
            colon = re.match(r"[^.!?,;“\"]{0,60}:\s+(?=\S)", tail)
            if colon:
                start = cluster[1] + colon.end()
                right = [self._tidy((start, max(start, self._sentence_end(start))), cluster)]
        if not right and not (left and self._is_quote_end(left[-1][1])):
            continued = self._continued(cue, cluster)
            if continued and not left and not loose:
                left = self._left(cue, cluster, quoted_only=False, alone=True, shortest=1)
            right = continued if left else []
        return [*left, *right]

    def _according(self, cue: Cue, cluster: Span) -> list[Span]:
        sentence = cue.head.sent
        before = self.text[sentence.start_char : cluster[0]].strip(" ,;:-–—(" + MARKS)
        if len(before) > 4:
            span = self._tidy((self._sentence_start(cue), cluster[0]), cluster)
            rest = self._continued(cue, cluster)
            return [span, *rest]
        return [self._tidy((cluster[1], sentence.end_char), cluster)]

    def _left(self, cue: Cue, cluster: Span, *, quoted_only: bool, alone: bool, shortest: int = 3) -> list[Span]:
        """What stands before the source and cue, where a closing mark or a comma parts them.

        `alone` says that nothing after the cue is its matter: then a quotation with a full stop may be.
        """
        before = self.text[: cluster[0]].rstrip()
        if not before:
            return []
        quote = self.quote_at(len(before) - 1) or (self.quote_at(len(before) - 2) if before[-1] in ",." else None)
        full = before.rstrip(MARKS)[-1:] == "." and self.text[cluster[0]].isupper()
        if quote is not None and full and (not alone or cue.source is None):
            return []
        if quote is not None and _CLOSED.search(before) and quote[1] - quote[0] > 4:
            start = min(self._sentence_start(cue), quote[0])
            if (
                quote[0] - start > 0
                and self.text[start : quote[0]].count('"') == 0
                and self._is_own_clause(start, quote[0])
            ):
                start = quote[0]
            return [self._tidy((start, quote[1]), cluster)]
        if quoted_only or before[-1] not in ",—–-":
            return []
        start = self._sentence_start(cue)
        if len(self.text[start : len(before) - 1].split()) < shortest:
            return []
        if not self._interrupts(cue):
            return []
        return [self._tidy((start, len(before)), cluster)]

    def _is_own_clause(self, start: int, end: int) -> bool:
        """Whether what stands before a quotation is another sentence, or another's words."""
        return bool(_SENTENCE_END.search(self.text[start:end]))

    def _interrupts(self, cue: Cue) -> bool:
        """Whether the parse takes what stands before the cue for what it attributes, not for an adjunct."""
        verb = cue.head
        tail = self.text[self.span(cue.cue)[1] :].lstrip()[:1]
        if (
            cue.source is not None
            and tail in ",."
            and verb.dep_ in ("parataxis", "conj", "dep")
            and verb.lemma_ not in LOOSE
        ):
            return True
        if verb.dep_ == "parataxis" or any(c.dep_ in ("ccomp", "parataxis") and c.i < verb.i for c in verb.children):
            return True
        if cue.speaking and verb.dep_ == "ROOT":
            return not any(c.dep_ in ("advcl", "prep", "npadvmod") and c.right_edge.i < verb.i for c in verb.children)
        return False

    def _right_quote(self, place: int) -> list[Span]:
        following = bisect_right(self._starts, place - 1)
        if following >= len(self.quotes):
            return []
        quote = self.quotes[following]
        between = self.text[place : quote[0]]
        if len(between) > AWAY or _SENTENCE_END.search(between) or ";" in between:
            return []
        inner = self.text[quote[0] : quote[1]]
        if len(inner.split()) < 4 and between.rstrip()[-1:] not in (",", ":") and not between.rstrip().endswith("that"):
            return []
        end = quote[1]
        if inner.rstrip(MARKS)[-1:] not in ".,!?…—-":
            end = max(end, self._sentence_end(quote[1] - 1))
        further = self.quote_at(end - 1)
        return [self._tidy((quote[0], max(end, further[1] if further else end)), (place, place))]

    def _continued(self, cue: Cue, cluster: Span) -> list[Span]:
        """The rest of a clause that source and cue interrupt: "The deal, X said, is dead"."""
        rest = re.match(r"\s*[,—–]\s*|\s*--\s*", self.text[cluster[1] :])
        if rest is None:
            return []
        start = cluster[1] + rest.end()
        token = self.doc.char_span(start, start + 1, alignment_mode="expand")
        if not token or token[0].sent.start != cue.head.sent.start:
            return []
        if cue.head in (token[0], *token[0].ancestors):
            return []
        return [self._tidy((start, self._sentence_end(start)), cluster)]

    def _sentence_start(self, cue: Cue) -> int:
        start = cue.head.sent.start_char
        quote = self.quote_at(start)
        return quote[0] if quote else start

    def _sentence_end(self, place: int) -> int:
        token = self.doc.char_span(place, place + 1, alignment_mode="expand")
        end = token[0].sent.end_char if token else place
        quote = self.quote_at(end - 1)
        return quote[1] if quote else end

    def _is_quote_end(self, place: int) -> bool:
        return any(end == place for _, end in self.quotes)

    def _tidy(self, span: Span, cluster: Span) -> Span:
        """Whole quotations, no comma before or after, no full stop outside marks."""
        start, end = span
        leading = _LEADING.match(self.text[start:end])
        start += leading.end() if leading else 0
        quote = self.quote_at(end - 1)
        if (
            quote
            and not quote[0] <= cluster[0] < quote[1]
            and not (quote[0] < start and quote[1] > end and quote[0] < cluster[1] <= quote[1])
        ):
            end = quote[1]
        quote = self.quote_at(start)
        if quote and not quote[0] <= cluster[0] < quote[1] and quote[0] >= cluster[1]:
            start = quote[0]
        stretch = self.text[start:end]
        trimmed = stretch.rstrip()
        while (
            trimmed
            and trimmed[-1] in ",;:–—-"
            or (trimmed.endswith(".") and not trimmed.endswith("...") and not re.search(r"\b[A-Z]\.$", trimmed))
        ):
            if self.quote_at(start + len(trimmed) - 1) is not None:
                break
            trimmed = trimmed[:-1].rstrip()
        return start, start + len(trimmed)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
