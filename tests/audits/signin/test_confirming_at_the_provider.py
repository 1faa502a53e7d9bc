"""Whether an answer of the office's provider shows that somebody signed in there since they were asked to."""

import time

import pytest

from audits.access.recency import ASKED_AT, was_afresh

# The provider's clock is wrong by an hour: only spans of time count.
ITS_NOW = int(time.time()) + 3600


def is_confirmed(*, asked_ago: int, signed_in_ago: int) -> bool:
    return was_afresh(asked(asked_ago), {"iat": ITS_NOW, "auth_time": ITS_NOW - signed_in_ago})


def asked(ago: int = 0) -> dict[str, float]:
    return {ASKED_AT: time.time() - ago}


@pytest.mark.parametrize("ago", [0, 5, 30])
def test_who_signed_in_since_is_confirmed(ago: int) -> None:
    assert is_confirmed(asked_ago=30, signed_in_ago=ago)


@pytest.mark.parametrize("ago", [40, 3600, 10**6])
def test_a_session_from_before_confirms_nothing(ago: int) -> None:
    assert not is_confirmed(asked_ago=30, signed_in_ago=ago)


def test_a_provider_that_does_not_tell_when_confirms_nothing() -> None:
    assert not was_afresh(asked(), {"iat": ITS_NOW})
    assert not was_afresh(asked(), {})


@pytest.mark.parametrize("odd", ["1", [], {}, None, float("nan"), 10**11, -1])
def test_nor_one_that_tells_nonsense(odd: object) -> None:
    assert not was_afresh(asked(), {"iat": ITS_NOW, "auth_time": odd})
    assert not was_afresh(asked(), {"iat": odd, "auth_time": ITS_NOW + 10**9})


def test_who_was_not_asked_is_not_confirmed() -> None:
    assert not was_afresh({}, {"iat": ITS_NOW, "auth_time": ITS_NOW})
