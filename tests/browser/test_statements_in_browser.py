import re

from playwright.sync_api import BrowserContext, Page, expect

expect.set_options(timeout=60_000)


def test_facets_and_downloads_of_the_statements(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(f"{address}/statements?kind=rumour")
    expect(page.get_by_text("“rumour” as “kind”, which is not here")).to_be_visible()
    main = page.get_by_test_id("stMain")
    main.get_by_role("button", name="oppose 2").click()
    page.wait_for_url(re.compile("stance=oppose"))
    expect(page.get_by_text("2 positions from 2 documents")).to_be_visible()
    main.get_by_role("button", name="quoted 2").click()
    page.wait_for_url(re.compile("kind=direct"))
    assert "stance=oppose" in page.url and "rumour" not in page.url
    expect(page.get_by_text("2 positions from 2 documents")).to_be_visible()

    other = context.new_page()
    other.goto(page.url)
    expect(other.get_by_text("2 positions from 2 documents")).to_be_visible()
    main = other.get_by_test_id("stMain")
    main.get_by_role("button", name="oppose 2").click()
    other.wait_for_url(re.compile(r"statements\?kind=direct$"))
    other.get_by_role("button", name="Download", exact=True).click()
    for label, ending in (("CSV", "csv"), ("Excel", "xlsx"), ("Parquet", "parquet"), ("JSON Lines", "jsonl")):
        with other.expect_download() as download:
            other.get_by_role("button", name=label, exact=True).click()
        assert download.value.suggested_filename == f"stancewatch.{ending}"
        assert download.value.path().stat().st_size > 100
    assert other.locator("[data-testid=stException]").count() == 0
