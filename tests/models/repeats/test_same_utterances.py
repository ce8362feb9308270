import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.repeats import Said, group_utterances
from models.schema import Stance

QUOTED = "“We will never accept foreign soldiers on the soil of our neighbour,” Lavrov told reporters."
FRAMED = (
    'Speaking in Moscow on Tuesday after two days of talks, the minister said: "We will never accept foreign soldiers on '
    'the soil of our neighbour", the agency reported, without saying what would follow.'
)


def said(
    number: int, text: str, day: str | None = "2026-02-03", actor: str = "Russia", topic: str = "foreign_troops",
    stance: Stance = "oppose",
) -> Said:  # fmt: skip
    return Said(f"{number:016x}", actor, topic, stance, dt.date.fromisoformat(day) if day else None, text)


def count(*items: Said) -> int:
    return len(set(group_utterances(items).values()))


def test_one_quotation_in_two_frames_is_one_utterance() -> None:
    assert count(said(1, QUOTED), said(2, FRAMED, "2026-02-05")) == 1


def test_a_partial_quotation_is_found_in_the_whole_one() -> None:
    whole = said(
        1, "“A pause without guarantees would be a gift to the aggressor, and nobody in this capital will agree to one "
        "as long as the guns are firing on our cities every single night,” the president said.", actor="Ukraine",
    )  # fmt: skip
    part = said(2, "Kyiv dismissed the idea as “a gift to the aggressor” it would not hear of.", actor="Ukraine")
    longer = said(
        3, "Zelensky spoke of “a gift to the aggressor, and nobody in this capital” agreeing.", actor="Ukraine"
    )
    assert count(whole, longer) == 1
    assert count(whole, part) == 2, "five words are too few to tell a remark by"


def test_words_reported_without_their_marks_are_the_same_words() -> None:
    indirect = "Lavrov said they will never accept foreign soldiers on the soil of our neighbour."
    assert count(said(1, QUOTED), said(2, indirect)) == 1


def test_nearly_the_same_report_is_one_utterance() -> None:
    one = "The Kremlin on Monday rejected any deployment of Western troops in Ukraine as a threat to Russia."
    other = "The Kremlin rejected any deployment of western troops in Ukraine as a threat to Russia, Peskov said."
    assert count(said(1, one), said(2, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        said(2, "“Every soldier who arrives there will be a legitimate target for our army,” Lavrov told reporters."),
        said(2, "The foreign ministry in Moscow warned Europe against a deployment."),
        said(2, QUOTED, actor="Belarus"),
        said(2, QUOTED, topic="nato_membership"),
        said(2, QUOTED, "2026-03-03"),
        said(2, QUOTED, "2026-02-07"),
        said(2, QUOTED, None),
        said(2, QUOTED.replace("never accept", "accept"), stance="support"),
        said(2, QUOTED.replace("will never accept", "will accept")),
        said(2, FRAMED, stance="support"),
    ],
    ids=["other quotation, same frame", "other words", "other actor", "other topic", "a month later", "four days later",
         "day not known", "contrary", "without the negation", "other side"],
)  # fmt: skip
def test_what_is_not_the_same_remark(other: Said) -> None:
    assert count(said(1, QUOTED), other) == 2


def test_other_numbers_are_another_remark() -> None:
    text = "Germany will send another {} armoured vehicles to Ukraine before the end of this spring, the ministry said."
    assert count(said(1, text.format(50)), said(2, text.format(31))) == 2


def test_the_same_words_of_unknown_day_are_one() -> None:
    assert count(said(1, QUOTED, None), said(2, QUOTED, None)) == 1


def test_the_order_does_not_matter() -> None:
    items = [said(1, QUOTED), said(2, FRAMED, "2026-02-05"), said(3, QUOTED, "2026-02-08"), said(4, "Moscow said no.")]
    groups = [group_utterances(order) for order in itertools.permutations(items)]
    assert all(group == groups[0] for group in groups)
    # the third is close to the second only: what is joined to the same report is joined
    assert len(set(groups[0].values())) == 2


def test_a_group_by_itself_has_the_names_that_it_has_among_others() -> None:
    items = [said(1, QUOTED), said(2, FRAMED, "2026-02-05"), said(3, "Moscow said no."), said(4, QUOTED, actor="Iran")]
    together = group_utterances(items)
    for name in set(together.values()):
        alone = [item for item in items if together[item.statement_id, item.topic] == name]
        assert set(group_utterances(alone).values()) == {name}


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_has_an_utterance(texts: list[str]) -> None:
    items = [said(number, text) for number, text in enumerate(texts)]
    assert group_utterances(items).keys() == {(item.statement_id, item.topic) for item in items}
