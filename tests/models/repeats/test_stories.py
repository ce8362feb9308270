import datetime as dt
import itertools

from models.repeats import Report, group_stories

WIRE = (
    "Brussels - The European Union will borrow ninety billion euros on the markets for Ukraine and leaves the blocked Russian "
    "assets untouched for now. Germany would have preferred a loan based on those assets, most of which Euroclear keeps in "
    "Belgium. The Belgian prime minister Bart De Wever, who had been wary of that path, was proud to have stood firm."
)
OTHER_WORDS = (
    "Belgium got its way at the summit: Ukraine receives ninety billion euros, but the European Union borrows them on the "
    "markets. Bart De Wever had refused a loan secured by Russian assets at Euroclear, for fear of retaliation by Moscow, "
    "and Germany gave in after a long night."
)
FAR = (
    "Vladimir Putin used his annual press conference to say that the army advances along the whole front and that he sees no "
    "readiness in Kyiv to discuss territory. Reporters were told that the goals of the operation remain what they were."
)
ASSETS = frozenset({("Belgium", "russian_assets"), ("European Union", "military_aid")})


def report(name: str, text: str, day: str | None = "2025-12-19", pairs: frozenset[tuple[str, str]] = ASSETS) -> Report:
    return Report(name, dt.date.fromisoformat(day) if day else None, text, pairs)


def test_a_copy_of_a_text_is_the_same_story_whoever_is_found_in_it() -> None:
    copy = WIRE.replace("Brussels - ", "BRUSSELS (Reuters) — ") + " Reporting by our staff."
    assert group_stories([report("b", copy, "2025-12-20", frozenset()), report("a", WIRE)]) == {"a": "a", "b": "a"}


def test_other_words_on_the_same_event_need_a_shared_view() -> None:
    assert group_stories([report("a", WIRE), report("b", OTHER_WORDS)])["b"] == "a"
    assert group_stories([report("a", WIRE), report("b", OTHER_WORDS, pairs=frozenset())])["b"] == "b"


def test_the_same_actor_and_topic_alone_make_no_story() -> None:
    assert group_stories([report("a", WIRE), report("b", FAR)])["b"] == "b"


def test_short_texts_agree_too_easily() -> None:
    short = report("a", "Moscow rejects the truce plan."), report("b", "Moscow rejects the truce plan again.")
    assert group_stories(short) == {"a": "a", "b": "b"}


def test_days_apart_and_unknown_days_stay_apart() -> None:
    for day in ("2025-12-23", None):
        assert group_stories([report("a", WIRE), report("b", WIRE, day)])["b"] == "b"


def test_a_story_is_no_chain() -> None:
    days = ["2025-12-01", "2025-12-03", "2025-12-05", "2025-12-07"]
    stories = group_stories(report(day, WIRE, day) for day in days)
    assert list(stories.values()) == [days[0], days[0], days[2], days[2]]


def test_the_order_does_not_matter() -> None:
    reports = [
        report("a", WIRE),
        report("b", OTHER_WORDS, "2025-12-21"),
        report("c", FAR),
        report("d", WIRE, "2025-12-23"),
    ]
    found = [group_stories(order) for order in itertools.permutations(reports)]
    assert all(stories == found[0] for stories in found)
