from pathlib import Path

import pytest

from models.errors import InputError
from models.topics import Topic, TopicSearch, load_topics


def test_the_seed_catalogue_holds_the_ten_topics_of_the_codebook() -> None:
    topics = load_topics()
    assert list(topics) == [
        "foreign_troops", "peace_talks", "ceasefire", "security_guarantees", "nato_membership",
        "territorial_concessions", "sanctions", "military_aid", "us_mediation", "frozen_assets",
    ]  # fmt: skip
    for topic in topics.values():
        assert topic.title and topic.proposition and topic.support and topic.oppose and topic.search_words
        assert topic.colour.startswith("#")


def test_a_topic_without_proposition_is_refused_with_its_name(tmp_path: Path) -> None:
    place = tmp_path / "topics.toml"
    place.write_text('[fishing]\ntitle = "Fishing"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"'fishing'.*lacks proposition"):
        load_topics(place)


def test_broken_toml_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "topics.toml"
    place.write_text("[fishing\n", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        load_topics(place)


def search(*words: str, context: tuple[str, ...] = ()) -> TopicSearch:
    return TopicSearch({"t": Topic("t", "T", "p", search_words=words, context=context)})


@pytest.mark.parametrize(
    ("word", "sentence", "found"),
    [
        ("truce*", "Truces were broken", True),
        ("truce", "Truces were broken", False),
        ("cease-fire*", "a cease fire", True),
        ("defen?e pact", "a defence pact and a defense pact", True),
        ("send* + troop*", "No troops will be sent, but sending them was weighed", True),
        ("send* + troop*", "No troops", False),
        ("arms", "He charms them", False),
    ],
)
def test_search_words(word: str, sentence: str, found: bool) -> None:
    assert (search(word).in_sentence(sentence, ["t"]) == ("t",)) is found


def test_context_must_stand_in_the_document() -> None:
    of_ukraine = search("truce", context=("ukrain*",))
    assert of_ukraine.in_document("A truce in Gaza") == ()
    assert of_ukraine.in_document("A truce for Ukrainians") == ("t",)


def test_a_topic_without_search_words_is_asked_of_every_sentence() -> None:
    assert search().in_sentence("Anything at all", ["t"]) == ("t",)
