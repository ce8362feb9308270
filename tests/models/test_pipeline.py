import datetime as dt
from collections.abc import Callable, Sequence

from models.actors import load_catalogue
from models.pipeline import Pipeline
from models.schema import Document
from models.stance import Judgement, Query
from models.topics import Topic


class WordClassifier:
    """Knows two words, and asks that the actor be marked in the text itself."""

    name = "words@1"

    def __init__(self) -> None:
        self.queries: list[Query] = []

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        self.queries += queries
        return [self._judge(query) for query in queries]

    def _judge(self, query: Query) -> Judgement:
        start = min(query.actor_spans or ((0, 0),))[0]
        if "reject" in query.text and start < query.text.index("reject"):
            return Judgement(0.02, 0.9, 0.03, 0.05, False, None)
        if "welcome" in query.text and start < query.text.index("welcome"):
            return Judgement(
                0.9, 0.02, 0.03, 0.05, "if" in query.text, "if fighting stops" if "if" in query.text else None
            )
        return Judgement(0.05, 0.05, 0.1, 0.8, False, None)


TRUCE = Topic("truce", "Truce", "a truce", search_words=("truce*",))


def pipeline() -> Pipeline:
    return Pipeline(WordClassifier(), load_catalogue(), {"truce": TRUCE})


class NothingIsSaid(WordClassifier):
    """A gate that finds every text without the word "truce" plainly unrelated."""

    def _judge(self, query: Query) -> Judgement:
        return Judgement(0.01, 0.01, 0.01, 0.97, False, None) if "truce" not in query.text else super()._judge(query)


def document(text: str, title: str | None = None) -> Document:
    return Document(id="d", text=text, title=title, published=dt.date(2026, 2, 3))


def test_a_position_carries_its_evidence_actor_speaker_and_date() -> None:
    text = "It rained.\nSergei Lavrov rejected the truce on Monday."
    (position,) = pipeline().read(document(text))
    statement = position.statement
    assert text[statement.start : statement.end] == statement.text == "Sergei Lavrov rejected the truce on Monday."
    assert (statement.actor, statement.speaker, position.stance) == ("Russia", "Sergei Lavrov", "oppose")
    assert statement.date == dt.date(2026, 2, 2)
    assert position.model == "words@1"
    assert abs(position.p_support + position.p_oppose + position.p_neutral - 1) < 1e-9


def test_the_gate_spares_the_classifier_what_is_plainly_unrelated() -> None:
    classifier, gate = WordClassifier(), NothingIsSaid()
    text = "A truce was offered. France welcomed the day. Iran rejected the truce."
    positions = Pipeline(classifier, load_catalogue(), {"truce": TRUCE}, gate).read(document(text))
    assert [(item.statement.actor, item.stance) for item in positions] == [("Iran", "oppose")]
    assert {query.text for query in gate.queries} > {query.text for query in classifier.queries}
    assert all("truce" in query.text for query in classifier.queries)


def test_each_actor_of_a_sentence_gets_its_own_answer() -> None:
    positions = pipeline().read(document("France welcomed the truce that Iran calls a trick."))
    assert [(item.statement.actor, item.stance) for item in positions] == [("France", "support")]


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    positions = pipeline().read(document("Emmanuel Macron spoke of the truce. He welcomed it warmly."))
    assert [(item.statement.actor, item.statement.text) for item in positions] == [("France", "He welcomed it warmly.")]


def test_repeats_give_one_row_with_the_named_speaker_preferred() -> None:
    text = "Russia rejected the truce. Later Dmitry Peskov rejected the truce again."
    positions = pipeline().read(document(text))
    assert [(item.stance, item.statement.speaker) for item in positions] == [("oppose", "Dmitry Peskov")]


def test_a_condition_travels_with_the_side() -> None:
    (position,) = pipeline().read(document("Germany welcomes a truce if fighting stops."))
    assert (position.conditional, position.condition) == (True, "if fighting stops")


def test_texts_without_actor_or_topic_yield_nothing() -> None:
    reader = pipeline()
    assert reader.read(document("Experts rejected the truce.")) == []
    assert reader.read(document("Germany rejected the fish.")) == []
    assert reader.read(document("")) == []


def test_the_title_tells_what_a_sentence_is_about() -> None:
    assert len(pipeline().read(document("Germany rejected it.", title="A truce is offered"))) == 1


def test_first_person_texts_speak_for_their_actor() -> None:
    speech = Document(id="s", text="We welcome a truce.", speaker="Jane Doe", actor="Ireland")
    (position,) = pipeline().read(speech)
    assert (position.statement.actor, position.statement.speaker, position.statement.date) == (
        "Ireland",
        "Jane Doe",
        None,
    )


def test_reading_many_gives_what_reading_one_gives() -> None:
    documents = [Document(id=str(number), text=f"Norway rejected the truce on day {number}.") for number in range(40)]
    reader = pipeline()
    together = list(reader.read_many(documents))
    assert [document.id for document, _ in together] == [str(number) for number in range(40)]
    assert [positions for _, positions in together] == [reader.read(document) for document in documents]
