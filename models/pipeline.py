"""From document to positions: candidates, topics, stance, dates; one way through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from models.actors import Catalogue, load_catalogue
from models.dates import resolve_date
from models.schema import Document, Position, Stance, Statement
from models.stance import Judgement, Query, StanceClassifier, load_classifier
from models.stance.weights import DEFAULT
from models.statements import Candidate, find_candidates
from models.topics import Topic, TopicSearch, load_topics

LEAST_POSITION = 0.9
"""Least P(there is a position) for a candidate to become one; chosen on the validation months, and on 1,309 annotated
texts that were kept from training it does no worse than any other from 0.75 to 0.92."""
PLAINLY_UNRELATED = 0.95
"""P(unrelated) from which the gate's word is taken and the classifier is not asked; chosen likewise."""
MOST_TOPICS = 3
"""Topics on which one sentence may give one actor a position at all."""
NEAR = 0.15
"""Evidence this close in probability to the clearest yields to one that names its speaker."""
DOCUMENTS_AT_ONCE = 16
EVENT_REACH = 3000
"""Characters before a statement in which the day of the event may stand that it counts from ("two days after ...")."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A candidate with one of the topics that it is asked about."""

    candidate: Candidate
    topic: Topic
    named: bool
    """Whether the sentence itself holds a search word of the topic, not only what stands before it."""

    def query(self) -> Query:
        """Return the question for the classifier."""
        candidate = self.candidate
        return Query(
            text=candidate.text,
            actor=candidate.actor,
            proposition=self.topic.proposition,
            actor_spans=candidate.actor_spans,
            first_person=candidate.first_person,
            context=candidate.context,
        )


class Pipeline:
    """Reads documents: finds candidates, asks the classifier, keeps one row an (actor, topic, stance)."""

    def __init__(
        self,
        classifier: StanceClassifier,
        catalogue: Catalogue,
        topics: Mapping[str, Topic],
        gate: StanceClassifier | None = None,
    ) -> None:
        """Join a classifier, an actor catalogue and a topic catalogue.

        `gate` is a faster classifier that is asked first: most candidates are plainly unrelated to most topics, and
        the slower one need not see them (a cascade: Viola and Jones 2001).
        """
        self.classifier = classifier
        self.gate = gate
        self.catalogue = catalogue
        self.topics = dict(topics)
        self._search = TopicSearch(self.topics)

    @property
    def model(self) -> str:
        """`name@version` of the classifier's weights."""
        return self.classifier.name

    def read(self, document: Document) -> list[Position]:
        """Return the positions that `document` reports, in the order of their evidence."""
        return self._positions([document])[0]

    def read_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Position]]]:
        """Yield each document with its positions; several share a batch of the classifier."""
        remaining = iter(documents)
        while batch := list(islice(remaining, DOCUMENTS_AT_ONCE)):
            yield from zip(batch, self._positions(batch), strict=True)

    def topics_of(self, text: str) -> tuple[str, ...]:
        """Return the keys of the topics that a short text may bear on."""
        return self._search.in_sentence(text, self._search.in_document(text))

    def ask(self, document: Document) -> list[Asked]:
        """Return what the classifier is asked about `document`: each candidate with each topic it may bear on.

        A topic counts for a sentence when its search words stand in it, in the two before, or in the title.
        """
        title = document.title or ""
        keys = self._search.in_document(f"{title}\n{document.text}")
        in_title = set(self._search.in_sentence(title, keys))
        recent: list[tuple[int, set[str]]] = []
        part = 0
        before: set[str] = set()
        asked: list[Asked] = []
        for candidate in find_candidates(document, self.catalogue):
            if candidate.part != part:
                part, recent = candidate.part, []
            if not recent or recent[-1][0] != candidate.start:
                recent = [*recent[-2:], (candidate.start, set(self._search.in_sentence(candidate.text, keys)))]
                before = set(self._search.in_sentence(candidate.context, keys))
            found = in_title.union(before, *(topics for _, topics in recent))
            asked += [Asked(candidate, self.topics[key], key in recent[-1][1]) for key in keys if key in found]
        return asked

    def _positions(self, documents: list[Document]) -> list[list[Position]]:
        asked = [self.ask(document) for document in documents]
        judgements = iter(self._judge([one.query() for batch in asked for one in batch]))
        return [
            clearest([(one, next(judgements)) for one in batch], document, self.model)
            for document, batch in zip(documents, asked, strict=True)
        ]

    def _judge(self, queries: list[Query]) -> list[Judgement]:
        if self.gate is None:
            return self.classifier.classify(queries)
        judgements = self.gate.classify(queries)
        doubtful = [place for place, item in enumerate(judgements) if item.p_unrelated < PLAINLY_UNRELATED]
        for place, item in zip(doubtful, self.classifier.classify([queries[p] for p in doubtful]), strict=True):
            judgements[place] = item
        return judgements


def clearest(judged: list[tuple[Asked, Judgement]], document: Document, model: str) -> list[Position]:
    """Return one position for each (actor, topic, stance) that the judgements hold: the one with the clearest evidence."""
    best: dict[tuple[str, str, Stance], tuple[Asked, Judgement]] = {}
    for asked, judgement in _surest_topics(judged):
        if 1 - judgement.p_unrelated < LEAST_POSITION:
            continue
        key = (asked.candidate.actor, asked.topic.key, _stance(judgement))
        if key not in best or _strength(asked, judgement) > _strength(*best[key]):
            best[key] = (asked, judgement)
    kept = sorted(best.items(), key=lambda item: (item[1][0].candidate.start, item[0]))
    return [_position(asked, judgement, document, model) for _, (asked, judgement) in kept]


def _surest_topics(judged: list[tuple[Asked, Judgement]]) -> list[tuple[Asked, Judgement]]:
    by_candidate: dict[tuple[int, str], list[tuple[Asked, Judgement]]] = {}
    for asked, judgement in judged:
        by_candidate.setdefault((asked.candidate.start, asked.candidate.actor), []).append((asked, judgement))
    kept: list[tuple[Asked, Judgement]] = []
    for items in by_candidate.values():
        kept += sorted(items, key=lambda pair: pair[1].p_unrelated)[:MOST_TOPICS]
    return kept


def load_pipeline(model: str = "default") -> Pipeline:
    """Return the pipeline with the seed catalogues and the classifier called `model`; the default has a gate."""
    gate = load_classifier("fast") if model in ("default", DEFAULT) else None
    return Pipeline(load_classifier(model), load_catalogue(), load_topics(), gate)


def _strength(asked: Asked, judgement: Judgement) -> float:
    sure = max(judgement.p_support, judgement.p_oppose, judgement.p_neutral)
    if not asked.candidate.speaker:
        return sure
    return sure + (NEAR if asked.candidate.telling else NEAR / 2)


def _stance(judgement: Judgement) -> Stance:
    p_support, p_oppose, p_neutral = judgement.stance_probabilities()
    if p_neutral >= max(p_support, p_oppose):
        return "neutral"
    return "support" if p_support >= p_oppose else "oppose"


def _position(asked: Asked, judgement: Judgement, document: Document, model: str) -> Position:
    candidate, stance = asked.candidate, _stance(judgement)
    p_support, p_oppose, p_neutral = judgement.stance_probabilities()
    conditional = judgement.conditional and stance != "neutral"
    before = document.text[max(0, candidate.start - EVENT_REACH) : candidate.start]
    statement = Statement(
        document_id=document.id,
        start=candidate.start,
        end=candidate.end,
        text=candidate.text,
        kind=candidate.kind,
        speaker=candidate.speaker,
        actor=candidate.actor,
        date=resolve_date(candidate.text, document.published, before) or document.published,
    )
    return Position(
        document=document,
        statement=statement,
        topic=asked.topic.key,
        stance=stance,
        conditional=conditional,
        condition=judgement.condition if conditional else None,
        p_support=p_support,
        p_oppose=p_oppose,
        p_neutral=p_neutral,
        model=model,
    )
