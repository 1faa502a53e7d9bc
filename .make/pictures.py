"""Takes the pictures out of a style sheet's `data:` addresses, which the content security policy refuses.

Whoever has another's style sheet before ours, on a slow network, sees its controls with its marks, so they must come
from files as well.
"""

import base64
import hashlib
import mimetypes
import re
import urllib.parse

import system

ADDRESS = re.compile(rb"""url\(\s*(?P<quote>["']?)data:(?P<kind>[^,]*),(?P<content>.*?)(?P=quote)\s*\)""", re.DOTALL)


def as_files(sheet: bytes, folder: str) -> tuple[bytes, dict[str, bytes]]:
    """The sheet with addresses in `folder` beside it, and the files to lay there by their name."""
    files: dict[str, bytes] = {}

    def take_out(found: re.Match[bytes]) -> bytes:
        kind, *attributes = found["kind"].decode().split(";")
        content = urllib.parse.unquote_to_bytes(found["content"])
        if "base64" in attributes:
            content = base64.b64decode(content)
        name = hashlib.sha256(content).hexdigest()[:12] + (mimetypes.guess_extension(kind) or "")
        files[name] = content
        return f'url("{folder}/{name}")'.encode()

    changed = ADDRESS.sub(take_out, sheet)
    if b"data:" in changed:
        raise system.CannotGoOnError("A style sheet holds a picture in an address that cannot be read.")
    return changed, files
