"""What in a page would need the content security policy to be loosened."""

from collections.abc import Iterator
from html.parser import HTMLParser


class _Faults(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.elements = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 1
        given = dict(attrs)
        if tag == "style":
            self.found.append("<style>")
        # A block of data is not run.
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append("<script> without src")
        for name, value in attrs:
            if name == "style" or name.startswith(("on", "hx-on", "hx-vals-js")):
                self.found.append(f'<{tag} {name}="{value}">')
            if name in ("href", "src", "action", "formaction", "data", "poster") and _leads_out(value or ""):
                self.found.append(f'<{tag} {name}="{value}">')

    handle_startendtag = handle_starttag


def _leads_out(address: str) -> bool:
    return address.strip().lower().startswith(("javascript:", "data:", "http:", "https:", "//"))


def against_policy(page: str) -> Iterator[str]:
    """Inline scripts, styles and handlers, and addresses on other hosts; of a page that holds anything at all."""
    parser = _Faults()
    parser.feed(page)
    parser.close()
    assert parser.elements
    yield from parser.found
