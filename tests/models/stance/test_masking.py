from models.actors import find_mentions, load_catalogue
from models.stance import Query
from models.stance.masking import actor_masker
from models.stance.rendering import render

CATALOGUE = load_catalogue()
HIDE = actor_masker(CATALOGUE)


def query(text: str, actor: str, proposition: str = "a truce", context: str = "") -> Query:
    spans = tuple((item.start, item.end) for item in find_mentions(text, CATALOGUE) if item.actor == actor)
    return Query(text, actor, proposition, spans, context=context)


def test_every_name_of_the_actor_becomes_the_stand_in() -> None:
    hidden = HIDE(query("The Kremlin said Russia rejects it.", "Russia", "talks with Russia", "Moscow was asked."))
    assert render(hidden) == ("X was asked. || The @ X @ said @ X @ rejects it.", "X: talks with X")


def test_a_sentence_reads_the_same_whoever_is_named() -> None:
    first, second = (HIDE(query(f"{name} rejects NATO's offer.", name)) for name in ("Bolivia", "Norway"))
    assert render(first) == render(second)


def test_other_actors_keep_their_names() -> None:
    assert "NATO" in HIDE(query("Russia rejects NATO troops.", "Russia")).text


def test_what_only_refers_to_the_actor_stays_and_is_marked() -> None:
    hidden = HIDE(Query("He rejects it, the minister said.", "Russia", "a truce", ((0, 2), (15, 27))))
    assert render(hidden)[0] == "@ He @ rejects it, @ the minister @ said."


def test_an_actor_beyond_the_catalogue_keeps_its_name() -> None:
    asked = Query("Galvane and the Galvanese minister said no.", "Galvane", "a truce")
    assert HIDE(asked) is asked


def test_overlapping_spans_are_replaced_once() -> None:
    assert HIDE(Query("Russia's Lavrov spoke.", "Russia", "a truce", ((0, 15), (9, 15)))).text == "X spoke."
