from models.evaluate.quote_rules import Marked, is_speaker_right, pair_up, score_quotes


def marked(source: tuple[int, int] | None, cue: tuple[int, int], *content: tuple[int, int]) -> Marked:
    return Marked((source,) if source else (), (cue,), content)


GOLD = marked((0, 6), (7, 11), (20, 120))


def test_a_pair_covers_more_than_the_least_share_of_gold() -> None:
    for end, loose, close in ((50, 0, 0), (51, 1, 0), (100, 1, 0), (101, 1, 1)):
        found = [marked((0, 6), (7, 11), (20, end))]
        assert (len(pair_up([GOLD], found, 0.3)), len(pair_up([GOLD], found, 0.8))) == (loose, close)


def test_each_found_quote_serves_one_gold_quote_and_the_best_is_taken() -> None:
    worse, better = marked(None, (7, 11), (20, 80)), marked(None, (7, 11), (20, 110))
    assert pair_up([GOLD], [worse, better], 0.3) == [(GOLD, better)]
    assert pair_up([GOLD, GOLD], [better], 0.3) == [(GOLD, better)]


def test_spans_in_pieces_are_added_up() -> None:
    gold = marked(None, (60, 64), (0, 50), (70, 120))
    assert len(pair_up([gold], [marked(None, (60, 64), (0, 50), (70, 110))], 0.8)) == 1


def test_a_speaker_is_right_where_the_spans_meet_or_both_are_missing() -> None:
    assert is_speaker_right(GOLD, marked((5, 9), (10, 11), (20, 30)))
    assert not is_speaker_right(GOLD, marked((6, 9), (10, 11), (20, 30)))
    assert not is_speaker_right(GOLD, marked(None, (10, 11), (20, 30)))
    assert is_speaker_right(marked(None, (1, 2), (3, 4)), marked(None, (1, 2), (3, 4)))


def test_exact_overlapping_and_strict_figures() -> None:
    exact = marked((0, 6), (7, 11), (20, 120))
    long = marked((0, 4), (207, 211), (220, 420))
    gold = [GOLD, marked((0, 6), (200, 210), (220, 320))]
    scores = score_quotes([(gold, [exact, long])])
    assert (scores.overlap_80.right, scores.speaker_80) == (2, 2)
    assert (scores.content_exact.right, scores.source_exact.right) == (1, 1)
    assert (scores.content_overlap.right, scores.content_overlap.found, scores.content_overlap.gold) == (200, 300, 200)
    # the source that both attributions share counts once
    assert (scores.source_overlap.right, scores.source_overlap.found, scores.source_overlap.gold) == (6, 6, 6)
    assert scores.strict.right == 1
    assert scores.to_dict()["shares"]["strict"]["f1"] == 0.5


def test_nothing_found_and_nothing_marked_are_zero() -> None:
    scores = score_quotes([([], []), ([GOLD], [])])
    assert (scores.overlap_30.f1, scores.overlap_30.gold) == (0.0, 1)
    assert "0.0" in scores.table()
