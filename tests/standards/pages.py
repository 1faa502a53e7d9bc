"""What a page says: its text as one reads it, and where its links lead."""

import re
from html import unescape
from typing import Any


def words(response: Any) -> str:
    """The text of the page's main part, white space as single spaces."""
    body = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def main(response: Any) -> str:
    """The markup of the page's main part."""
    return str(response.content.decode().split("<main", 1)[1].split("</main>", 1)[0])


def links(response: Any) -> list[str]:
    return [unescape(address) for address in re.findall(r'<a[^>]* href="([^"]*)"', main(response))]
