"""The rules of the house (CONTRIBUTING.md) that a machine can check, and the linters do not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CLIENT = Path("clients/python")
WINGS = ("gateway", "workers", "shared", "tools", str(CLIENT))
NOT_OURS = {"node_modules", "dist", "__pycache__"}

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 45
MOST_ENTRIES, MOST_ENTRIES_ON_TOP = 20, 30
RECORDS = {"Struct", "NamedTuple", "Protocol", "TypedDict", "Question", "NewMessage"}  # the last two are ours


def sources(*folders: str, suffix: str = ".py") -> list[Path]:
    """Return our files below these folders of the checkout, relative to it."""
    found = (path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}"))
    return sorted(path for path in found if not NOT_OURS.intersection(path.parts))


MODULES = {path: ast.parse((ROOT / path).read_text()) for path in sources(*WINGS)}
EVERYTHING = [
    *MODULES,
    *sources("tests"),
    *sources("gateway/web/src", suffix=".ts"),
    *sources("gateway", suffix=".lua"),
]


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return all functions and methods of a module."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_a_module_has_its_tests_under_its_name() -> None:
    """Modules without a function are plain data, and `__main__` is tested as a process."""
    untested = [
        str(path)
        for path, tree in MODULES.items()
        if path.stem not in ("__init__", "__main__")
        and functions(tree)
        and not (ROOT / "tests" / path.parent / f"test_{path.name}").is_file()
    ]

    assert not untested


def test_a_package_file_holds_its_docstring_only() -> None:
    """That of the Python client also names what its users import."""
    files = [path for path, tree in MODULES.items() if path.stem == "__init__" and len(tree.body) > 1]

    assert files == [CLIENT / "wordwire" / "__init__.py"]


def test_a_file_is_short() -> None:
    lengths = {str(path): len((ROOT / path).read_text().splitlines()) for path in EVERYTHING}

    assert not {path: length for path, length in lengths.items() if length > MOST_LINES}


def test_a_function_is_short() -> None:
    lengths = {
        f"{path}:{each.name}": (each.end_lineno or 0) - each.lineno + 1
        for path, tree in MODULES.items()
        for each in functions(tree)
    }

    assert not {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION}


def test_a_folder_fits_on_a_screen() -> None:
    files = [*MODULES, *sources("gateway/web/src", suffix=".ts")]
    entries = {
        folder: len({path.relative_to(folder).parts[0] for path in files if path.is_relative_to(folder)})
        for folder in {path.parent for path in files}
    }

    assert not {str(folder): count for folder, count in entries.items() if count > MOST_ENTRIES}
    tops = sum(
        len([path for path in (ROOT / wing).iterdir() if path.name not in NOT_OURS]) for wing in WINGS[:2]
    )
    assert tops <= MOST_ENTRIES_ON_TOP


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports for types count: readers of the one module need the other."""
    names = {dotted(path): tree for path, tree in MODULES.items()}
    graph = {name: set(imported(tree)) & names.keys() for name, tree in names.items()}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def dotted(path: Path) -> str:
    """Return the name under which a module is imported."""
    place = path.relative_to(CLIENT) if path.is_relative_to(CLIENT) else path
    return ".".join(place.with_suffix("").parts)


def imported(tree: ast.AST) -> Iterator[str]:
    """Return the names of all modules that a module may import, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_part_is_put_into_an_object_from_another_file() -> None:
    """A class that only declares an attribute would leave readers to search for its assignment."""
    declared = {
        name: path
        for path, tree in MODULES.items()
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef) and not is_data(each)
        for name in declarations(each)
    }
    assigned = [
        f"{path}:{node.lineno} {ast.unparse(node)}"
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) != "self"
        and declared.get(node.attr, path) != path
    ]

    assert not assigned


def is_data(node: ast.ClassDef) -> bool:
    """Return whether a class is a record: Structs and the like declare their fields."""
    bases = set(map(ast.unparse, node.bases))
    return bool(bases & RECORDS) or any("dataclass" in ast.unparse(each) for each in node.decorator_list)


def declarations(node: ast.ClassDef) -> list[str]:
    """Return the attributes that a class declares without a value."""
    return [
        item.target.id
        for item in node.body
        if isinstance(item, ast.AnnAssign) and item.value is None and isinstance(item.target, ast.Name)
    ]
