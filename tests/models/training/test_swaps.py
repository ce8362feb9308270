import random

from models.actors import load_catalogue
from models.stance import Query
from models.stance.edits import Edit, apply_edits, move_span
from models.stance.rendering import render
from models.training.swaps import NameSwapper


def test_edits_keep_spans_on_their_words() -> None:
    text = "Poland thanked the Polish army"
    edits = [Edit(0, 6, "Mongolia"), Edit(19, 25, "Mongolian")]
    changed = apply_edits(text, edits)
    assert changed == "Mongolia thanked the Mongolian army"
    start, end = move_span((19, 25), edits)
    assert changed[start:end] == "Mongolian"


def test_all_names_of_a_country_change_together_and_nothing_else() -> None:
    swapper = NameSwapper(load_catalogue(), share=1.0)
    query = Query("Poland rejects the Kremlin's offer.", "Poland", "talks with Russia", actor_spans=((0, 6),))
    changed = swapper.rename(query, random.Random(3))
    assert changed.actor not in ("Poland", "Russia")
    assert render(changed)[0].startswith(f"@ {changed.actor} @ rejects the ")
    assert "Poland" not in changed.text and "Kremlin" not in changed.text and "Russia" not in changed.proposition
    assert changed.text.endswith("offer.")


def test_the_same_seed_gives_the_same_names() -> None:
    swapper = NameSwapper(load_catalogue(), share=1.0)
    query = Query("Poland rejects it.", "Poland", "a truce", actor_spans=((0, 6),))
    assert swapper.rename(query, random.Random(5)) == swapper.rename(query, random.Random(5))
