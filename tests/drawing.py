"""How much is drawn: the same few examples in every run, or many new ones with THOROUGH in the environment."""

from typing import Any

from hypothesis import HealthCheck, Phase, settings

from tests.environment import THOROUGH

# So many times as many.
_MORE = 40
# Looking for the least example that fails takes minutes where each one is written to a database.
_USUAL_PHASES = (Phase.explicit, Phase.generate)


def examples(number: int) -> Any:
    """For a test that takes so many in a normal run. What its fixtures made stands through all of them."""
    return settings(
        max_examples=number * _MORE if THOROUGH else number,
        derandomize=not THOROUGH,
        phases=tuple(Phase) if THOROUGH else _USUAL_PHASES,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )
