import tomllib
from pathlib import Path

import pytest

from dashboard.charts import draw_probabilities, palette, probabilities
from dashboard.charts.words import counted, day, signed, wrapped

CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"


@pytest.mark.parametrize(("dark", "table"), [(False, "light"), (True, "dark")])
def test_figures_and_theme_share_their_colours(dark: bool, table: str) -> None:
    theme = tomllib.loads(CONFIG.read_text())["theme"][table]
    assert tuple(theme["chartCategoricalColors"]) == palette.ACTORS[dark]
    centre = len(palette.DIVERGING[dark]) // 2
    without_centre = palette.DIVERGING[dark][:centre] + palette.DIVERGING[dark][centre + 1 :]
    assert tuple(theme["chartDivergingColors"]) == without_centre
    assert len(without_centre) == 10


def test_actors_keep_their_colours() -> None:
    ranked = ["Russia", "Ukraine", "France", "Germany"]
    everybody = palette.actor_colours(ranked, ranked)
    assert palette.actor_colours(["Germany", "Russia"], ranked) == {
        name: everybody[name] for name in ("Russia", "Germany")
    }
    assert len(set(everybody.values())) == 4


def test_no_two_of_eight_share_a_colour() -> None:
    ranked = [f"Actor {number}" for number in range(30)]
    assert len(set(palette.actor_colours(ranked[3:30:4], ranked).values())) == 7


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("score", [-1, -0.7, -0.4, -0.1, 0, 0.1, 0.4, 0.7, 1])
def test_text_in_cells_is_readable(score: float, dark: bool) -> None:
    colours = palette.DIVERGING[dark]
    ground = palette._luminance(colours[round((score + 1) / 2 * 10)])
    text = palette._luminance(palette.text_on(score, dark))
    assert (max(ground, text) + 0.05) / (min(ground, text) + 0.05) >= 4.5


def test_words() -> None:
    assert (signed(0.5), signed(-0.256), signed(0.001)) == ("+0.50", "−0.26", "0.00")
    assert (counted(1, "utterance"), counted(1200, "utterance")) == ("1 utterance", "1,200 utterances")
    assert day(None) == "date unknown"
    assert wrapped("a <b>\n c") == "a &lt;b&gt; c"


def test_probabilities_are_labelled() -> None:
    (bar,) = draw_probabilities(probabilities(0.7, 0.1, 0.2)).data
    assert list(zip(bar.y, bar.text, strict=True)) == [("● neutral", "20%"), ("▼ oppose", "10%"), ("▲ support", "70%")]
