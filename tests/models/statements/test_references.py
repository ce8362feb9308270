from dataclasses import replace

from models.actors import Mention
from models.statements.references import is_reference, listed, resolve_references

MACRON = Mention(0, 6, "Macron", "France", "Emmanuel Macron", "person")
RUSSIA = Mention(10, 16, "Russia", "Russia", None, "name")


def resolved(text: str, own: list[Mention], *earlier: list[Mention]) -> list[tuple[str, str]]:
    return [(item.text, item.actor) for item in resolve_references(text, own, earlier)]


def test_person_words_take_people_and_body_words_take_actors() -> None:
    assert resolved("He spoke.", [], [RUSSIA, MACRON]) == [("He", "France")]
    assert resolved("The ministry spoke.", [], [RUSSIA]) == [("The ministry", "Russia")]
    assert resolved("He spoke.", [], [RUSSIA]) == []


def test_an_actor_of_the_same_sentence_comes_first() -> None:
    assert resolved(
        "Macron said he would go.", [MACRON], [Mention(0, 5, "Scholz", "Germany", "Olaf Scholz", "person")]
    ) == [("he", "France")]


def test_a_word_before_its_own_actor_looks_back() -> None:
    own = [Mention(20, 26, "Macron", "France", "Emmanuel Macron", "person")]
    assert resolved(
        "He was unlike that, Macron said.", own, [Mention(0, 5, "Modi", "India", "Narendra Modi", "person")]
    ) == [("He", "India")]


def test_nothing_is_taken_from_too_far_back() -> None:
    assert resolved("He spoke.", [], [MACRON], [], [], []) == []


def test_the_resolved_word_keeps_its_speaker_and_place() -> None:
    (mention,) = resolve_references("Then he spoke.", [], [[MACRON]])
    assert (mention.start, mention.end, mention.speaker) == (5, 7, "Emmanuel Macron")


def test_a_word_outside_a_quotation_does_not_stand_for_somebody_inside_it() -> None:
    text = "“No troops of NATO,” the statement read."
    inside = Mention(14, 18, "NATO", "NATO", None, "name")
    before = [[Mention(0, 6, "Russia", "Russia", None, "name")]]
    (found,) = resolve_references(text, [inside], before, lambda place: 0 < place < 19)
    assert (found.text, found.actor) == ("the statement", "Russia")
    (unaware,) = resolve_references(text, [inside], before)
    assert unaware.actor == "NATO"


def test_words_that_only_refer_are_told_from_names() -> None:
    assert all(is_reference(words) for words in ("It", "he", "the minister", "The foreign ministry"))
    assert not any(is_reference(words) for words in ("Lavrov", "the Russian Foreign Ministry", "the Russian president"))


LEADERS = "The leaders of Canada, Japan and the EU met near Russia."
CANADA = Mention(15, 21, "Canada", "Canada", None, "name")
JAPAN = Mention(23, 28, "Japan", "Japan", None, "name")
EU = Mention(37, 39, "EU", "European Union", None, "name")
NEAR = Mention(49, 55, "Russia", "Russia", None, "name")


def test_a_list_of_actors_ends_where_the_list_does() -> None:
    assert [item.actor for item in listed(LEADERS, [CANADA, JAPAN, EU, NEAR])] == ["Canada", "Japan", "European Union"]


def test_a_clause_between_two_actors_makes_no_list() -> None:
    text = "Canada, which Japan backs, and spoke."
    own = [Mention(0, 6, "Canada", "Canada", None, "name"), Mention(14, 19, "Japan", "Japan", None, "name")]
    assert listed(text, own) == []


def test_one_actor_named_twice_is_no_group() -> None:
    text = "Ottawa and Canada"
    assert listed(text, [Mention(0, 6, "Ottawa", "Canada", None, "seat"), replace(CANADA, start=11, end=17)]) == []


def test_words_for_several_mean_each_of_them() -> None:
    found = resolve_references("They were glad.", [], [[CANADA, JAPAN]], group=[CANADA, JAPAN])
    assert [(item.text, item.actor) for item in found] == [("They", "Canada"), ("They", "Japan")]
    (minister,) = resolve_references("He was glad.", [], [[MACRON]], group=[CANADA, JAPAN])
    assert minister.actor == "France"


def test_words_for_several_after_another_actor_do_not_look_back() -> None:
    own = [Mention(0, 7, "Ukraine", "Ukraine", None, "name")]
    found = resolve_references("Ukraine said they may come.", own, [[CANADA, JAPAN]], group=[CANADA, JAPAN])
    assert "Canada" not in [item.actor for item in found]
