"""Why an action did not happen. Each leaves everything as it was."""

from typing import Any


class Refused(Exception):
    """Against a rule. `message` is one translated sentence, `field` the form field that it belongs to."""

    def __init__(self, message: Any, field: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.field = field


class Stale(Exception):
    """Somebody, or another window, was faster. `current` is the row, or what would be done, as it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(f"stale: {current!r}")
        self.current = current
