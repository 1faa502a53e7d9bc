"""What a page showed, in a word that changes when any of it does: whoever acts on it sends the word back."""

import hashlib
import json


def digest_of(*facts: object) -> str:
    """Of plain values and of what says in its `str` all that it is, such as a day or a frozen dataclass."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=True, default=str).encode("ascii")).hexdigest()
