from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.show.page import render
from tests.browser.conftest import Watched
from tests.show.test_page import thousands

pytestmark = pytest.mark.browser

LIT = "rgb(255, 223, 93)"
"""The colour of a place that a link has jumped to."""

READY_SOON = 5000
"""Milliseconds until the page of 2,000 reports can be used; half a second on a quiet machine."""


def colour(page: Any, selector: str) -> str:
    found: str = page.eval_on_selector(selector, "one => getComputedStyle(one).backgroundColor")
    return found


def in_sight(page: Any, selector: str) -> bool:
    found: bool = page.eval_on_selector(
        selector, "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )
    return found


def settle(page: Any) -> None:
    """Waits until scrolling has come to rest."""
    page.evaluate(
        """() => new Promise(done => {
            let last = -1, still = 0;
            const look = () => { still = scrollY === last ? still + 1 : 0; last = scrollY;
                                 still > 5 ? done() : requestAnimationFrame(look) };
            look() })"""
    )


def test_page_asks_for_nothing_and_complains_of_nothing(watched: Watched) -> None:
    page = watched.page
    page.click("#e3 summary")
    page.click("#e3 .ways a")
    page.keyboard.press("j")
    settle(page)
    assert watched.console == []
    assert [url for url in watched.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in watched.requests if url.startswith("file:")]) == 1


@pytest.mark.parametrize("width", [320, 360, 768, 1100, 1920])
def test_nothing_hangs_over_the_edge(watched: Watched, width: int) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_link_jumps_to_the_marked_words(watched: Watched) -> None:
    page = watched.page
    assert colour(page, "#r1-49-158") != LIT
    page.click("#e3 summary")
    page.click("#e3 .ways a >> nth=0")
    settle(page)
    assert colour(page, "#r1-49-158") == LIT
    assert in_sight(page, "#r1-49-158")


def test_link_works_without_scripts(browser: Any, story_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(story_file.as_uri() + "#r1-49-158")
    assert page.locator("#r1-49-158").evaluate("one => getComputedStyle(one).backgroundColor") == LIT
    assert page.locator("button:visible").count() == 0
    page.click("#e3 summary")
    assert page.locator("#e3 blockquote").first.is_visible()
    page.click("label[for=by-day]")
    assert page.locator(".by-day").is_visible() and not page.locator(".by-person").is_visible()
    context.close()


def test_way_back_leads_to_the_line(watched: Watched) -> None:
    page = watched.page
    page.click("#r1-49-158 + .back")
    settle(page)
    assert in_sight(page, "#e3")


def test_keys_walk_open_and_copy(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "e3"
    page.keyboard.press("o")
    assert page.locator("#e3 blockquote").first.is_visible()
    page.keyboard.press("c")
    page.wait_for_selector(".toast.on")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "“OSTERVIK, May 3 (Harbour Post) - Ostervik closed its harbour bridge on Friday: "
        "divers found cracks in a pier.”"
        " — Harbour Post, 3 May 2024, “Ostervik closes its harbour bridge”, para. 1"
    )


def test_button_copies_a_quotation(watched: Watched) -> None:
    page = watched.page
    page.click("#q2 .copy")
    page.wait_for_selector(".toast.on")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“We will not be hurried.” — 3.txt, 7 May 2024 (date inferred), “Bridge decision put off”, para. 2"
    )


def test_keys_are_left_alone_while_typing(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("/")
    page.keyboard.type("jack")
    assert page.input_value("#find") == "jack"
    assert page.locator(".entry:visible").count() == 0
    page.fill("#find", "council autumn")
    assert page.locator("#timeline .entry:visible").count() == 2


def test_legend_filters_by_status(watched: Watched) -> None:
    page = watched.page
    page.click(".legend li[data-status=happened] button")
    assert page.locator("#timeline .entry[data-status=happened]:visible").count() == 0
    assert page.locator("#timeline .entry:visible").count() == 4
    assert page.get_attribute(".legend li[data-status=happened] button", "aria-pressed") == "false"
    page.click(".legend li[data-status=happened] button")
    assert page.locator("#timeline .entry:visible").count() == 6


def test_tab_reaches_lines_and_the_focus_is_seen(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert in_sight(page, ".skip")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#e3 summary')"):
            break
    else:
        pytest.fail("sixty tabs did not reach the first line's sources")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def contrast(page: Any, selector: str) -> float:
    """The contrast of the words against the page (WCAG 2)."""
    found: float = page.eval_on_selector(
        selector,
        """one => {
            const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(part => {
                part /= 255; return part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4 });
                return .2126 * r + .7152 * g + .0722 * b };
            const pair = [light(getComputedStyle(one).color),
                          light(getComputedStyle(document.body).backgroundColor)].sort();
            return (Math.max(...pair) + .05) / (Math.min(...pair) + .05) }""",
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(watched: Watched, scheme: str) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    statuses = page.eval_on_selector_all(".legend .badge", "all => all.map(one => one.classList[1])")
    for selector in ("body", ".deck", "nav a", "summary", ".from", *(f".{one}" for one in statuses), ".state"):
        assert contrast(page, selector) >= 4.5, selector


def test_print_has_every_line_and_no_controls(watched: Watched) -> None:
    page = watched.page
    page.click("label[for=by-day]")
    page.emulate_media(media="print")
    assert page.locator(".entry:visible").count() == 8
    assert page.locator(".when >> nth=1").evaluate("one => getComputedStyle(one).opacity") == "1"
    assert page.locator(".copy:visible, nav:visible, #find:visible").count() == 0
    assert page.locator(".by-person").is_visible() and not page.locator(".by-day").is_visible()
    assert len(page.pdf(format="A4")) > 10_000


def test_screen_is_not_blank(watched: Watched) -> None:
    page = watched.page
    for width in (360, 1100):
        page.set_viewport_size({"width": width, "height": 800})
        assert len(page.screenshot()) > 20_000


def test_search_takes_in_more_than_the_timeline(watched: Watched) -> None:
    page = watched.page
    page.fill("#find", "solheim")
    page.wait_for_function("document.querySelector('.found').textContent !== ''")
    told = page.inner_text(".found")
    assert "lines" in told and "quotations" in told and "name" in told
    assert page.locator(".by-person .speaker:visible").count() == 1
    assert page.locator(".difference:visible").count() == 0
    page.press("#find", "Escape")
    assert page.input_value("#find") == "" and page.locator("#timeline .entry:visible").count() == 6


def test_first_line_left_of_a_day_bears_its_date(watched: Watched) -> None:
    page = watched.page
    date = "one => getComputedStyle(one).position"
    assert page.eval_on_selector("#e4 .when", date) == "absolute"  # out of sight: the line above has the day
    page.fill("#find", "engineers")
    page.wait_for_selector("#e3", state="hidden")
    assert page.eval_on_selector("#e4 .when", date) == "static"


def test_link_to_a_plan_unfolds_it(watched: Watched) -> None:
    page = watched.page
    page.click("#e5 .thread a")
    settle(page)
    assert page.eval_on_selector("#c2", "one => one.open")
    assert in_sight(page, "#c2 > summary")


def test_part_that_is_read_is_named_in_the_rail(watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size({"width": 1400, "height": 800})
    page.evaluate("document.getElementById('threads').scrollIntoView()")
    settle(page)
    page.wait_for_function("document.querySelector('.rail a[aria-current]')?.hash === '#threads'")


def test_plan_is_drawn_from_its_announcement_to_its_outcome(watched: Watched) -> None:
    lane = watched.page.evaluate(
        "[...document.querySelectorAll('#c2 .lane .sign')].map(one => [one.className, parseFloat(one.style.left)])"
    )
    signs = {name.split("k-")[1]: at for name, at in lane}
    assert signs["announced"] < signs["postponed"] < signs["kept"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out(watched: Watched, scheme: str) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(FAINT) == []


FAINT = """() => {
    const parse = (colour) => {
        const parts = colour.match(/[\\d.]+/g).map(Number);
        return colour.startsWith("color(") ? [...parts.slice(0, 3).map((one) => one * 255), parts[3] ?? 1]
                                           : [...parts.slice(0, 3), parts[3] ?? 1];
    };
    const light = (rgb) => rgb.slice(0, 3).map((part) => part / 255)
        .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
    const behind = (one) => {
        for (; one; one = one.parentElement) {
            const found = parse(getComputedStyle(one).backgroundColor);
            if (found[3] > .9) return found;
        }
        return [255, 255, 255];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint = new Set();
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || one.closest("script, style, .vh, .toast")) continue;
        if (!one.checkVisibility()) continue;
        const style = getComputedStyle(one);
        const pair = [light(parse(one.closest("svg") ? style.fill : style.color)), light(behind(one))];
        if ((Math.max(...pair) + .05) / (Math.min(...pair) + .05) < 4.5) faint.add(one.className || one.tagName);
    }
    return [...faint];
}"""
"""The classes of words whose contrast against what is behind them is below 4.5 (WCAG 2, AA)."""


def test_page_of_thousands_is_ready_soon_and_leads_to_what_was_read(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "thousands.html"
    path.write_text(render(thousands()), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert ready < READY_SOON
    page.click("a[href='#what-was-read']")
    page.wait_for_function("document.querySelector('#what-was-read').open")
    page.close()
