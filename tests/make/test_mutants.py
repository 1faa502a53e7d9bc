"""What `make mutants` breaks, and when it fails. Running the mutants is the command's own business: hours."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.one_database

SOURCE = '''"""A shop."""

LEAST = 5


def worst(prices: list[int | None], rebate: int = 0) -> int:
    """The least of them."""
    return min(prices) - rebate


class Shop:
    @property
    def is_open(self) -> bool:
        if not self.keys:
            raise ValueError(_("There are no keys."))
        return len(self.keys) > 1
'''


@pytest.fixture
def mutants(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    path = Path(__file__).parents[2] / ".make/mutants.py"
    spec = importlib.util.spec_from_file_location("mutants", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "mutants", module)
    spec.loader.exec_module(module)
    (tmp_path / "shop.py").write_text(SOURCE)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_it_breaks_what_functions_do_and_no_words_annotations_or_defaults(mutants: ModuleType) -> None:
    found = {(each.function, each.becomes) for each in mutants.mutants_of("shop.py")}
    assert ("worst", "return max(prices) - rebate") in found
    assert ("worst", "return min(prices) + rebate") in found
    assert ("Shop.is_open", "if self.keys:") in found
    assert ("Shop.is_open", "return len(self.keys) >= 1") in found
    assert ("Shop.is_open", "return len(self.keys) > 2") in found
    assert not [
        becomes for _function, becomes in found if "There" in becomes or "def " in becomes or "LEAST" in becomes
    ]


def test_a_mutants_code_takes_the_place_of_the_functions_own(
    mutants: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    shop = importlib.import_module("shop")
    monkeypatch.delitem(sys.modules, "shop")
    monkeypatch.setitem(sys.modules, "shop", shop)
    taken_before = shop.worst
    by_change = {each.becomes: each for each in mutants.mutants_of("shop.py")}
    mutants._exchange(by_change["return max(prices) - rebate"])
    assert taken_before([3, 7], rebate=1) == 6
    mutants._exchange(by_change["return len(self.keys) >= 1"])
    instance = shop.Shop()
    instance.keys = ["one"]
    assert instance.is_open


@pytest.mark.parametrize(
    ("survives", "explained", "status", "said"),
    [
        (True, True, 0, "1 explained"),
        (True, False, 1, 'becomes = "return max(prices) - rebate"'),
        (False, True, 1, "noticed or no longer there: shop.py:worst"),
        (False, False, 0, "0 explained"),
    ],
)
def test_it_fails_for_a_survivor_that_nobody_explained_and_for_an_explanation_of_none(
    mutants: ModuleType,
    capsys: pytest.CaptureFixture[str],
    survives: bool,
    explained: bool,
    status: int,
    said: str,
) -> None:
    mutant = next(each for each in mutants.mutants_of("shop.py") if "max" in each.becomes)
    survivors = [mutant] if survives else []
    assert mutants._told(survivors, {mutant.key} if explained else set(), ["shop.py"], 10) == status
    assert said.replace('"', "'") in capsys.readouterr().out.replace('"', "'")


def test_what_the_list_names_is_there() -> None:
    root = Path(__file__).parents[2]
    listed = tomllib.loads((root / "tests/mutants.toml").read_text())["tests"]
    named = {*listed, *(test for tests in listed.values() for test in tests)}
    assert len(named) > 20
    assert not [each for each in named if not (root / each).exists()]


def test_tests_that_could_not_be_run_are_no_mutant_noticed(
    mutants: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list(mutants.mutants_of("shop.py"))[:1]
    # pytest's own fault, after the tests passed as they are.
    statuses = iter([0, 3])
    monkeypatch.setattr(mutants, "_run", lambda mutant, tests, patience: (next(statuses), 0.1))
    with pytest.raises(SystemExit, match="status 3"):
        mutants._survivors(tried, ["tests"])


@pytest.mark.parametrize(("status", "survivors"), [(0, 1), (1, 0), (100, 0)], ids=["passed", "failed", "never ended"])
def test_a_mutant_with_which_all_tests_pass_survives(
    mutants: ModuleType, monkeypatch: pytest.MonkeyPatch, status: int, survivors: int
) -> None:
    tried = list(mutants.mutants_of("shop.py"))[:1]
    statuses = iter([0, status])
    monkeypatch.setattr(mutants, "_run", lambda mutant, tests, patience: (next(statuses), 0.1))
    assert len(mutants._survivors(tried, ["tests"])) == survivors
