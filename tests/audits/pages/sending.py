"""What a page sends, read back from the page itself, as a browser without a script would send it."""

import html
import re
from typing import Any

_INPUT = re.compile(r"<input\b[^>]*>", re.DOTALL)
_TEXTAREA = re.compile(r'<textarea\b[^>]*\bname="([^"]+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}


def fields(response: Any) -> dict[str, str]:
    """Every field of the checklist's form with the value that it would send."""
    page = response.content.decode()
    form = page[page.index('id="checklist"') : page.index('class="bar"')]
    sent: dict[str, str] = {}
    for tag in _INPUT.findall(form):
        attributes = _attributes(tag)
        kind = attributes.get("type", "text")
        if kind == "radio" and not re.search(r"\schecked\b", tag):
            continue
        sent[attributes["name"]] = attributes.get("value", "")
    for name, text in _TEXTAREA.findall(form):
        sent[name] = html.unescape(text)
    return sent
