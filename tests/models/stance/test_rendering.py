from models.stance import Judgement, Query
from models.stance.rendering import mark_spans, name_spans, render


def test_the_actor_is_marked_where_the_spans_say() -> None:
    query = Query("The Kremlin said no to Kyiv.", "Russia", "a truce", actor_spans=((0, 11),))
    assert render(query) == ("@ The Kremlin @ said no to Kyiv.", "Russia: a truce")


def test_without_spans_the_name_is_looked_for() -> None:
    assert render(Query("Galvane said no.", "Galvane", "a truce"))[0] == "@ Galvane @ said no."


def test_context_stands_before_the_break() -> None:
    query = Query("He said no.", "Russia", "a truce", ((0, 2),), context="A truce was offered.")
    assert render(query)[0] == "A truce was offered. || @ He @ said no."


def test_first_person_texts_start_with_the_actor() -> None:
    assert (
        render(Query("We want peace.", "Slovakia", "talks", (), first_person=True))[0] == "@ Slovakia @: We want peace."
    )


def test_overlapping_spans_are_marked_once() -> None:
    assert mark_spans("abcdef", [(0, 3), (2, 5)]) == "@ abc @def"


def test_names_are_found_as_whole_words() -> None:
    assert name_spans("Oman and Romania, oman", "Oman") == ((0, 4), (18, 22))


def test_stance_probabilities_leave_out_the_unrelated_share() -> None:
    judgement = Judgement(0.3, 0.1, 0.1, 0.5, False, None)
    assert judgement.label == "unrelated"
    assert judgement.stance_probabilities() == (0.6, 0.2, 0.2)
