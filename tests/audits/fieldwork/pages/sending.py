"""What a page sends, read back from the page itself, as a browser without a script would send it."""

import html
import json
import re
import uuid
from typing import Any

from audits.models import Answer, Audit, DraftDevice, Gate
from tests.audits.devices import DEVICE

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


def changes(client: Any, address: str, *listed: dict[str, Any], device: uuid.UUID = DEVICE, first: Any = None) -> Any:
    """The device's next changes, as the script of the page at that address sends them."""
    if first is None:
        kept = DraftDevice.objects.filter(device=device, audit__uuid=address.split("/")[2])
        first = sum(kept.values_list("seq", flat=True)) + 1
    sent = {"device": str(device), "first": first, "changes": json.dumps(listed)}
    return client.post(f"{address}zmiany/", sent)


def answering(answer: Answer, verdict: str, *, version: Any = None, note: str = "") -> dict[str, Any]:
    version = answer.version if version is None else version
    return {"key": f"answer:{answer.recommendation_id}", "version": version, "value": verdict, "note": note}


def turning(gate: Gate, arose: str, *, version: Any = None) -> dict[str, Any]:
    return {"key": f"gate:{gate.occasion_id}", "version": gate.version if version is None else version, "value": arose}


def seen(draft: Audit, **said: Any) -> dict[str, Any]:
    """What the page before submitting sends, shown just now."""
    return {"revision": Audit.objects.get(pk=draft.pk).revision} | said


def held_by(draft: Audit, device: uuid.UUID = DEVICE) -> dict[str, Any]:
    """The same with a script, on a device that sent all that it gave."""
    last = sum(draft.devices.filter(device=device).values_list("seq", flat=True))
    return seen(draft, device=str(device), last=last)
