import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

POINTS = ".js-plotly-plot .scatterlayer .points path.point"
FROM_CHROMIUM = 60_000

expect.set_options(timeout=FROM_CHROMIUM)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    return page


def click_point(page: Page, point: int) -> None:
    """Click where a point is: Plotly listens on a layer above its points."""
    expect(page.locator(POINTS).nth(point)).to_be_visible()
    page.wait_for_timeout(1000)  # the figure settles once its column has its width
    box = page.locator(POINTS).nth(point).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def no_errors(page: Page) -> None:
    assert page.locator("[data-testid=stException]").count() == 0


def test_open_filter_click_read_and_copy_the_link(page: Page, context: BrowserContext, address: str) -> None:
    opened(page, f"{address}/over-time")
    expect(page.locator("h1")).to_have_text("Ceasefire")
    page.get_by_role("combobox", name="Actors").fill("Russia")
    page.get_by_role("option", name="Russia").click()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("actor=Russia"))
    expect(page.get_by_text("3 utterances of 1 actor")).to_be_visible()

    expect(page.locator(POINTS)).to_have_count(3)
    click_point(page, 1)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("Moscow says <b>no</b> :red[again] to a truce.")
    expect(dialog.get_by_text("made@1")).to_be_visible()
    link = dialog.locator("code").inner_text()
    no_errors(page)

    other = opened(context.new_page(), page.url)
    expect(other.get_by_text("3 utterances of 1 actor")).to_be_visible()
    expect(other.locator(POINTS)).to_have_count(3)
    no_errors(other)

    alone = context.new_page()
    alone.goto(link)
    expect(alone.locator("mark")).to_have_text("Moscow says <b>no</b> :red[again] to a truce.")
    no_errors(alone)


def test_the_same_point_opens_again(page: Page, address: str) -> None:
    opened(page, f"{address}/?actor=Russia")
    for _ in range(2):
        click_point(page, 0)
        expect(page.get_by_role("dialog").locator("mark")).to_have_text("Moscow rejects a truce.")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_cell_lists_its_statements(page: Page, address: str) -> None:
    opened(page, f"{address}/where-they-stand?actor=Russia")
    click_point(page, 0)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Open")).to_have_count(3)
    dialog.get_by_role("button", name="Open").first.click()
    expect(dialog.locator("mark")).to_have_text("Moscow agrees to a truce.")
    no_errors(page)


def test_a_row_opens_its_evidence(page: Page, address: str) -> None:
    opened(page, f"{address}/statements?words=budapest")
    expect(page.get_by_text("1 position from 1 document")).to_be_visible()
    table = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
    assert table is not None
    page.mouse.click(table["x"] + 150, table["y"] + 52)
    expect(page.get_by_role("dialog").locator("mark")).to_have_text("Budapest weighs the sanctions.")
    no_errors(page)


@pytest.mark.parametrize("path", ["/", "/over-time", "/where-they-stand", "/compare", "/actor", "/statements"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_telephone(page: Page, address: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 400, "height": 900})
    opened(page, address + path)
    no_errors(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_briefing_opens_leads_to_evidence_and_keeps_its_address(
    page: Page, context: BrowserContext, address: str
) -> None:
    opened(page, address)
    expect(page.locator("h1")).to_have_text("Briefing")
    expect(page.get_by_text("2 new positions of 2 actors")).to_be_visible()
    page.wait_for_url(re.compile("/briefing$"))
    page.get_by_test_id("stMain").get_by_role("button", name="Open").first.click()
    expect(page.get_by_role("dialog").locator("mark")).to_have_text("Moscow agrees to a truce.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_text("90 days", exact=True).click()
    page.wait_for_url(re.compile("period=90"))
    page.get_by_role("combobox", name="Actors").fill("Russia")
    page.get_by_role("option", name="Russia").click()
    page.wait_for_url(re.compile("actor=Russia"))
    expect(page.get_by_text("2 new positions of 1 actor")).to_be_visible()
    no_errors(page)

    other = opened(context.new_page(), page.url)
    expect(other.locator("h1")).to_have_text("Briefing")
    expect(other.get_by_text("2 new positions of 1 actor")).to_be_visible()
    no_errors(other)


def test_since_my_last_visit_is_a_link(page: Page, address: str) -> None:
    opened(page, f"{address}/?since=2025-05-02")
    expect(page.get_by_text("2 May 2025 to 1 June 2025")).to_be_visible()
    page.get_by_role("button", name="For my next visit").click()
    expect(page.get_by_text("since=2025-06-01")).to_be_visible()
    no_errors(page)


def test_back_from_the_first_page_leaves_it(page: Page, address: str) -> None:
    page.goto("about:blank")
    opened(page, address)
    page.wait_for_url(re.compile("/briefing$"))
    page.go_back()
    expect(page.locator("h1")).to_have_text("Briefing")
    page.wait_for_timeout(1500)
    assert page.url.rstrip("/") == address
    no_errors(page)
    page.go_back()
    assert page.url == "about:blank"


def test_a_click_on_a_topic_of_the_briefing_lists_its_statements(page: Page, address: str) -> None:
    opened(page, address)
    click_point(page, 2)  # two dots of before, then two of now
    expect(page.get_by_role("dialog").locator("mark")).to_have_text("Budapest weighs the sanctions.")
    no_errors(page)


def test_an_older_link_without_a_page_shows_its_chart(page: Page, address: str) -> None:
    opened(page, f"{address}/?topic=Sanctions+on+Russia&actor=France")
    expect(page.locator("h1")).to_have_text("Sanctions on Russia")
    expect(page.get_by_text("1 utterance of 1 actor")).to_be_visible()
    page.wait_for_url(re.compile("/over-time.*actor=France"))
    no_errors(page)


def test_a_profile_is_reached_from_the_map_and_leads_to_evidence(
    page: Page, context: BrowserContext, address: str
) -> None:
    opened(page, f"{address}/where-they-stand")
    page.get_by_test_id("stMain").get_by_role("link", name="Russia").click()
    expect(page.locator("h1")).to_have_text("Russia")
    page.wait_for_url(re.compile(r"/actor\?actor=Russia$"))
    expect(page.get_by_text("3 utterances from 1 outlet")).to_be_visible()
    expect(page.get_by_text("Ceasefire, 52 days apart")).to_be_visible()
    click_point(page, 1)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("Moscow says <b>no</b> :red[again] to a truce.")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    latest = page.get_by_role("button", name="1 Jun 2025")
    latest.focus()
    page.keyboard.press("Enter")
    expect(dialog.locator("mark")).to_have_text("Moscow agrees to a truce.")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    page.get_by_role("combobox", name="Show another actor").fill("France")
    page.get_by_role("option", name="France").click()
    page.wait_for_url(re.compile("actor=France"))
    expect(page.locator("h1")).to_have_text("France")
    expect(page.get_by_text("no opposite sides of one topic within 60 days")).to_be_visible()
    no_errors(page)

    other = opened(context.new_page(), f"{address}/actor?actor=Narnia")
    expect(other.get_by_text("“Narnia”, which is not here")).to_be_visible()
    expect(other.locator("h1")).to_have_text("Russia")


def test_compare_leads_to_evidence_and_keeps_its_address(page: Page, context: BrowserContext, address: str) -> None:
    opened(page, f"{address}/compare")
    expect(page.get_by_text("Russia, France, Hungary", exact=True)).to_be_visible()
    click_point(page, 0)  # Russia on the ceasefire, the most divided topic
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Open")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("No two of these actors share so many.")).to_be_visible()

    page.get_by_role("combobox", name="The other").click()
    page.get_by_role("option", name="Hungary").click()
    expect(page.get_by_text("Russia and Hungary speak on no topic in common here.")).to_be_visible()
    page.wait_for_url(re.compile("second=Hungary"))
    no_errors(page)

    other = opened(context.new_page(), page.url)
    expect(other.get_by_text("Russia and Hungary speak on no topic in common here.")).to_be_visible()
    no_errors(other)
