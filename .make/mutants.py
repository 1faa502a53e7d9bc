"""Breaks the code in one place at a time and runs the tests that are to notice: `make mutants`.

The ways to break it are mutmut's, with a few of our own for what figures are made of. Each mutant lives in a process of
its own, forked from one that has everything loaded and the database ready, with one function's code exchanged: nothing
is written to the sources, and a mutant costs no more than the tests take. tests/mutants.toml says which tests are to
notice what, and which mutants change nothing and why. A survivor that is not named there fails the run, and so does one
that is named and no longer there or no longer survives.

    make mutants ARGS="audits/figures/scoring.py"     these files or folders only
    make mutants ARGS="--list audits/access"          how many there are, without a run

Runs in the virtual environment.
"""

import argparse
import ast
import contextlib
import functools
import importlib
import inspect
import io
import os
import signal
import sys
import textwrap
import time
import tomllib
import types
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests/mutants.toml"
# Words for people are proved by their own tests; a name of an argument that is not given fails anywhere.
_WORDS = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil"}
# Tests that touch no database.
_PURE = "tests/audits/figures/"
_PYTEST = ("-q", "--no-header", "--no-summary", "-p", "no:cacheprovider")
# Loops that no longer end count as noticed.
_PATIENCE = 5


class Mutant(NamedTuple):
    """`where`: file and function. `was` and `becomes`: the lines that differ. `number`: of several alike."""

    file: str
    function: str
    was: str
    becomes: str
    number: int
    code: types.CodeType

    @property
    def key(self) -> tuple[str, str, str, int]:
        return f"{self.file}:{self.function}", self.was, self.becomes, self.number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="say how many there are, and run none")
    parser.add_argument("places", nargs="*", help="files or folders; all that tests/mutants.toml names")
    asked = parser.parse_args()
    known = tomllib.loads(LIST.read_text("utf-8"))
    tests: dict[str, list[str]] = known["tests"]
    chosen = [file for file in tests if not asked.places or any(_is_in(file, place) for place in asked.places)]
    if not chosen:
        print(f"{LIST.relative_to(ROOT)} names no tests of {' '.join(asked.places)}.")
        return 2
    if asked.list:
        for file in chosen:
            print(f"{file}: {len(list(mutants_of(file)))}")
        return 0
    explained = {
        (each["where"], each["was"], each["becomes"], each.get("number", 1)) for each in known.get("survives", ())
    }
    _prepare(sorted({test for file in chosen for test in tests[file]}))
    survivors: list[Mutant] = []
    total = 0
    for file in chosen:
        began = time.monotonic()
        found = list(mutants_of(file))
        left = _survivors(found, tests[file])
        total += len(found)
        survivors += left
        print(f"{file}: {len(found) - len(left)} of {len(found)} noticed, {time.monotonic() - began:.0f} s", flush=True)
    return _told(survivors, explained, chosen, total)


def _is_in(file: str, place: str) -> bool:
    return file == place.rstrip("/") or file.startswith(f"{place.rstrip('/')}/")


def _told(survivors: Sequence[Mutant], explained: set[Any], chosen: Sequence[str], total: int) -> int:
    found = {mutant.key for mutant in survivors}
    expected = {key for key in explained if key[0].rpartition(":")[0] in chosen}
    for where, was, becomes, number in sorted(found - explained):
        print(f'\nNot noticed:\n[[survives]]\nwhere = "{where}"\nwas = {_quoted(was)}\nbecomes = {_quoted(becomes)}')
        print(*([f"number = {number}"] if number > 1 else []), 'why = ""', sep="\n")
    for where, was, _becomes, _number in sorted(expected - found):
        print(f"\nNamed in {LIST.name}, but noticed or no longer there: {where}: {was}")
    print(f"\n{total - len(survivors)} of {total} noticed, {len(found & explained)} explained.")
    return int(found != expected)


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else f"'''{text}'''"


# Making them


def mutants_of(file: str) -> Iterator[Mutant]:
    """Those in the bodies of its functions; none that compile to the same code."""
    import libcst as cst
    from mutmut.mutation.file_mutation import MutationVisitor
    from mutmut.mutation.mutators import mutation_operators
    from mutmut.mutation.pragma_handling import IgnoredCode

    source = (ROOT / file).read_text("utf-8")

    class AllFunctions(MutationVisitor):
        """mutmut passes over decorated functions, since it copies them; here only their code is exchanged."""

        def _skip_node_and_children(self, node: Any) -> bool:
            return not isinstance(node, cst.FunctionDef) and super()._skip_node_and_children(node)

    visitor = AllFunctions([*mutation_operators, (cst.Name, _swap_name)], IgnoredCode(set(), set(), set()))
    wrapped = cst.MetadataWrapper(cst.parse_module(source))
    module = wrapped.visit(visitor)
    positions = wrapped.resolve(cst.metadata.PositionProvider)
    lines = source.splitlines(keepends=True)
    before = _functions(source, file)
    words = _words(module)
    alike: Counter[tuple[str, str, str]] = Counter()
    seen: set[tuple[str, types.CodeType]] = set()
    for mutation in visitor.mutations:
        # What stands in the body of a class is linked too, where the library means a method.
        function = mutation.contained_by_top_level_function
        if not isinstance(function, cst.FunctionDef) or mutation.original_node in words:
            continue
        # The function alone is written anew, below its decorators: whole files would take minutes.
        place = positions[function]
        broken = function.deep_replace(mutation.original_node, mutation.mutated_node)
        text = module.code_for_node(broken.with_changes(leading_lines=[], decorators=[]))
        indented = textwrap.indent(text, " " * place.start.column)
        changed = "".join([*lines[: place.start.line - 1], indented, *lines[place.end.line :]])
        try:
            after = _functions(changed, file)
        except SyntaxError:
            continue
        for name, code in after.items():
            if name in before and code != before[name] and (name, code) not in seen:
                seen.add((name, code))
                was, becomes = _difference(source, changed)
                alike[name, was, becomes] += 1
                yield Mutant(file, name, was, becomes, alike[name, was, becomes], code)


def _swap_name(node: Any) -> Iterator[Any]:
    if node.value in _SWAPPED:
        yield node.with_changes(value=_SWAPPED[node.value])


def _words(module: Any) -> set[Any]:
    """All that stands in calls for a translation."""
    import libcst as cst

    found: set[Any] = set()

    class InCalls(cst.CSTVisitor):
        def visit_Call(self, node: Any) -> None:  # noqa: N802 - libcst's name
            if isinstance(node.func, cst.Name) and node.func.value in _WORDS:
                found.update(_below(node))

    module.visit(InCalls())
    return found


def _below(node: Any) -> Iterator[Any]:
    yield node
    for child in node.children:
        yield from _below(child)


def _functions(source: str, file: str) -> dict[str, types.CodeType]:
    """Code by qualified name, of functions and methods. Without line numbers, in which equal code may differ."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass(lineno=1, col_offset=0)]
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = 1
            node.col_offset = node.end_col_offset = 0
    found: dict[str, types.CodeType] = {}

    def walk(code: types.CodeType, path: str, classes: dict[str, Any]) -> None:
        for each in code.co_consts:
            if isinstance(each, types.CodeType) and each.co_name.isidentifier():
                name = f"{path}{each.co_name}"
                if each.co_name in classes:
                    walk(each, f"{name}.", classes[each.co_name])
                else:
                    found[name] = each

    walk(compile(tree, file, "exec"), "", _classes(tree))
    return found


def _classes(tree: Any) -> dict[str, Any]:
    return {node.name: _classes(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines between those that begin and those that end both texts."""
    old, new = ([line.strip() for line in text.splitlines()] for text in (before, after))
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), shorter - first)
    return " ⏎ ".join(old[first : len(old) - last]), " ⏎ ".join(new[first : len(new) - last])


# Running them


def _prepare(tests: Sequence[str]) -> None:
    """Load what every mutant needs, once: the portal, the tests' libraries, and a database in memory."""
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    os.environ["DATABASE_URL"] = "sqlite:///:memory:"
    os.environ["DJANGO_SETTINGS_MODULE"] = "standards_portal.settings"
    importlib.import_module("tests.environment")
    import django
    import hypothesis
    import pytest

    django.setup()
    # The same draws for every mutant, and none is made smaller: that it fails is enough.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, phases=phases, deadline=None)
    hypothesis.settings.load_profile("mutants")
    from tests import databases

    if not all(test.startswith(_PURE) for test in tests):
        databases.made(keep=True).__enter__()

    @contextlib.contextmanager
    def made_already(*, keep: bool) -> Iterator[None]:
        yield

    databases.made = made_already
    # What pytest and the tests import is there from now on.
    with contextlib.redirect_stdout(io.StringIO()):
        status = pytest.main([*_PYTEST, "--collect-only", *tests])
    if status:
        sys.exit(f"The tests cannot be collected: {' '.join(tests)}")


# As pytest says it; beside it, what a mutant that was stopped, or could not be made, comes to.
_ALL_PASS, _SOME_FAIL, _NEVER_ENDS, _NOT_RUN = 0, 1, 100, 101


def _survivors(mutants: Sequence[Mutant], tests: Sequence[str]) -> list[Mutant]:
    status, seconds = _run(None, tests, patience=600)
    if status:
        sys.exit(f"The tests fail as they are: {' '.join(tests)}")
    # What breaks may take longer: no less than a few seconds.
    patience = _PATIENCE * seconds + 10
    left = []
    for number, mutant in enumerate(mutants, start=1):
        status, _seconds = _run(mutant, tests, patience)
        if status not in (_ALL_PASS, _SOME_FAIL, _NEVER_ENDS):
            sys.exit(f"The tests could not be run (status {status}) with {mutant.function}: {mutant.becomes}")
        if status == _ALL_PASS:
            left.append(mutant)
            print(f"  {number}/{len(mutants)} not noticed in {mutant.function}: {mutant.becomes}", flush=True)
    return left


def _run(mutant: Mutant | None, tests: Sequence[str], patience: float) -> tuple[int, float]:
    """How pytest ended with it, and how many seconds it took."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        _be(mutant, tests)
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), time.monotonic() - began
        if time.monotonic() - began > patience:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return _NEVER_ENDS, patience
        time.sleep(0.02)


def _be(mutant: Mutant | None, tests: Sequence[str]) -> None:
    """In the process of a mutant; does not return."""
    import pytest

    status = _NOT_RUN
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        if mutant is not None:
            _exchange(mutant)
        status = int(pytest.main([*_PYTEST, "-x", *tests]))
    finally:
        os._exit(status)


def _exchange(mutant: Mutant) -> None:
    module = importlib.import_module(mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    found: Any = module
    for name in mutant.function.split("."):
        found = vars(found)[name] if isinstance(found, type) else getattr(found, name)
    if hasattr(found, "cache_clear"):
        found.cache_clear()
    _function(found).__code__ = mutant.code


def _function(found: Any) -> Any:
    """The plain function within whatever decorates it."""
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, functools.cached_property):
        found = found.func
    elif isinstance(found, classmethod | staticmethod):
        found = found.__func__
    return inspect.unwrap(found)


if __name__ == "__main__":
    sys.exit(main())
