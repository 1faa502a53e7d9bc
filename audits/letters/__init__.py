"""Mail: written down with what it tells of, sent by a lane of its own, so that no request waits for a mail server."""

from audits.letters.writing import is_set_up, write_letter

__all__ = ["is_set_up", "write_letter"]
