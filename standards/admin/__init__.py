"""The standards in the administration."""

from standards.admin import judging, text

__all__ = ["judging", "text"]
