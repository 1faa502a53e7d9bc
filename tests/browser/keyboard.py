"""Going through a page by the Tab key alone, as somebody does who has no pointer."""

from playwright.sync_api import Locator, Page

MOST_STOPS = 80

# What is focused shows it by an outline or a shadow, and nothing lies over its middle. From a page's end the focus goes
# to the browser's own controls.
IS_SEEN = """
() => {
  if (document.activeElement === document.body) return "";
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const free = above !== null && (at.contains(above) || above.contains(at));
  return (outlined || style.boxShadow !== "none") && free ? "" : at.outerHTML.slice(0, 200);
}
"""


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until `wanted` has the focus; fails where a stop on the way cannot be seen."""
    for _ in range(MOST_STOPS):
        unseen = page.evaluate(IS_SEEN)
        assert not unseen, f"{page.url}: the focus cannot be seen on {unseen}"
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{page.url}: {MOST_STOPS} stops of the Tab key do not lead to {wanted}")


def type_into(page: Page, wanted: Locator, text: str) -> None:
    tab_to(page, wanted)
    page.keyboard.type(text)


def follow(page: Page, wanted: Locator) -> None:
    """Presses a link or a button, and waits for the page that it leads to."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")
