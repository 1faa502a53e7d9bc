"""What differs when tests are collected twice: tests/collected.py."""

import re
import subprocess

from tests import collected

MODULE = """
import datetime
import pytest

class Held:
    def __repr__(self):
        return f"Held({frozenset('abcdefgh')!r}, {object.__repr__(self)})"

@pytest.mark.parametrize("value", [frozenset("abcdefgh"), Held(), {}, {"a": 1}], ids=list("abcd"))
def test_same(value): pass

@pytest.mark.parametrize("day", [datetime.date.today()], ids=["today"])
def test_by_the_clock(day): pass

@pytest.mark.parametrize("letter", set("abcdefghijklmnop"))
def test_by_a_set(letter): pass
"""

# What the module needs is pytest's own: loading all that is installed beside it takes most of the time.
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def test_a_value_from_the_clock_and_the_order_of_a_set_are_named_and_nothing_else(tmp_path):
    (tmp_path / "test_it.py").write_text(MODULE)
    lists = []
    for seed, *options in collected.RUNS:
        file = tmp_path / seed
        command = [*collected.COLLECT, f"--rootdir={tmp_path}", f"--collected={file}", *options, tmp_path]
        subprocess.run(command, env=collected.environment(seed) | ALONE, check=True, stdout=subprocess.DEVNULL)
        lists.append(file.read_text().splitlines())
    first, second = lists
    assert len(first) == len(second) == 4 + 1 + 16
    by_clock = [line for line in (*first, *second) if "by_the_clock" in line]
    assert collected.differences(first, second) == sorted(by_clock)
    in_order = [[line for line in one if "by_the_clock" not in line] for one in lists]
    (difference,) = collected.differences(*in_order)
    assert re.match(r"the order: .*test_by_a_set\[\w\]\t'\w' / .*test_by_a_set\[\w\]\t'\w'", difference)
