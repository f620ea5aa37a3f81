"""The page in a browser: keyboard, tap, filters, dark, print, without a script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from esep.checking.report.entries import Report
from esep.checking.report.html import render_html
from tests.checking.report.made_up import catalog, checked, read_text

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "check.html"
    path.write_bytes(render_html(Report(checked(), read_text(), catalog(), "kk")))
    return path.as_uri()


def opened(browser: Any, address: str, **context: Any) -> Any:
    page = browser.new_context(java_script_enabled=True, **context).new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.goto(address)
    return page


def tip(page: Any, figure: str) -> str:
    script = f"getComputedStyle(document.querySelector('{figure}'), '::after').content"
    return str(page.evaluate(script))


def test_pointing_or_stepping_to_a_figure_shows_its_explanation(browser: Any, address: str) -> None:
    page = opened(browser, address)
    assert tip(page, "#figure-3") == "none"
    page.hover("#figure-3")
    assert "fifth it never was" in tip(page, "#figure-3")
    page.mouse.move(0, 0)
    page.focus("#figure-3")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "figure-4"
    assert "revised to 108.1" in tip(page, "#figure-4")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "note-4"
    assert page.complaints == []


def test_a_verdict_can_be_switched_off(browser: Any, address: str) -> None:
    page = opened(browser, address)
    assert page.is_visible("#note-6")
    assert not page.is_visible("#note-1")  # numbers that claim nothing are off at first
    page.uncheck("#show-no_data")
    assert not page.is_visible("#note-6")
    assert page.is_visible("#figure-6")
    assert not page.is_visible("#figure-6 .sign")
    page.check("#show-not_a_claim")
    assert page.is_visible("#note-1")


def test_a_tap_on_a_phone_opens_a_sheet_without_leaving_the_place(
    browser: Any, address: str
) -> None:
    page = opened(
        browser,
        address,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
    )
    page.tap("#figure-3")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0
    box = page.locator("#note-3").bounding_box()
    assert round(box["y"] + box["height"]) == 740
    page.tap("#note-3 .close")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector(':target').id") == "figure-3"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser: Any, address: str, width: int) -> None:
    page = opened(browser, address, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_follows_the_dark_and_can_be_turned(browser: Any, address: str) -> None:
    page = opened(browser, address, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 24, 30)"
    page.check("#theme")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_on_paper_every_figure_has_its_number(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.emulate_media(media="print")
    number = "getComputedStyle(document.querySelector('#figure-3 .sign'), '::after').content"
    assert page.evaluate(number) == '"3"'
    assert not page.is_visible(".theme")
