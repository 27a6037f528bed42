"""The house stands as docs/ARCHITECTURE.md draws it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kebabalab"
INSIDE = ("models", "rules", "language", "validators", "tools")
MENU = ROOT / "shops" / "kebabalab" / "menu.yaml"

LONGEST_FILE = 350
LONGEST_FUNCTION = 50

CLOCK_READING = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)$")
MUTATORS = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}

# Words of the menu that English needs for other things.
ORDINARY_WORDS = frozenset(
    "and bag bottle box can carry container cup empty extra for fork in large lift mixed none normal of on or pack "
    "packet paper piece plate set side single small solo takeaway tea the tub with".split()
)
# Names of fields that VAPI's tools have by contract; here they name a group, not a dish.
CONTRACT_FIELDS = frozenset({"cheese", "extras", "salads", "sauces"})


def modules(*folders: str) -> tuple[Path, ...]:
    """Every Python file under these folders of the repository."""
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for path in modules(*folders):
        yield name_of(path), ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def inside() -> tuple[str, ...]:
    return tuple(f"kebabalab/{room}" for room in INSIDE)


def test_every_import_contract_is_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_models_know_nothing_but_the_standard_library() -> None:
    known = {*sys.stdlib_module_names, "kebabalab"}
    strangers = [
        f"{name}: {imported}"
        for name, tree in trees("kebabalab/models")
        for imported in imported_names(tree)
        if imported.split(".")[0] not in known
    ]
    assert strangers == []


def imported_names(tree: ast.Module) -> Iterator[str]:
    """The dotted name of each module that is imported anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "kebabalab"


def test_the_inside_is_told_the_time_and_never_reads_a_clock() -> None:
    readers = [
        f"{name}:{node.lineno}"
        for name, tree in trees(*inside())
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and CLOCK_READING.search(ast.unparse(node.func))
    ]
    assert readers == []


def test_every_module_says_in_its_first_line_what_lives_there() -> None:
    silent = [name for name, tree in trees("kebabalab", "scripts", "tests") if not ast.get_docstring(tree)]
    assert silent == []


def test_no_file_is_too_long_to_have_one_reason_to_exist() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules("kebabalab", "scripts")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    too_long = [
        f"{name}: {node.name} has {length} lines"
        for name, tree in trees("kebabalab", "scripts")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        # A step of the database's shape is one list of columns, as alembic writes it.
        if "migrations/versions" not in name and (length := lines_of_code(node)) > LONGEST_FUNCTION
    ]
    assert too_long == []


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines from `def` to the end, without the docstring: a tool's docstring is product text."""
    first = function.body[0]
    described = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if described else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_nothing_that_a_module_holds_is_changed_by_its_functions() -> None:
    changed = [f"{name}:{line}" for name, tree in trees("kebabalab") for line in changes_of_globals(tree)]
    assert changed == []


def changes_of_globals(tree: ast.Module) -> Iterator[int]:
    """The line of each `global`, and of each change made in a function to a value that the module holds."""
    held = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        own |= {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        for node in ast.walk(function):
            if isinstance(node, ast.Global) or changed_name(node) in held - own:
                yield getattr(node, "lineno", function.lineno)


def changed_name(node: ast.AST) -> str:
    """The name whose value is changed in place here: `name[...] = x`, `del name[...]`, `name.append(x)`."""
    value: ast.expr | None = None
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        value = node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        value = node.func.value
    return value.id if isinstance(value, ast.Name) else ""


IMPORT_EVERYTHING = """
import importlib, pkgutil, sys

FORBIDDEN = {"socket.connect", "socket.bind", "sqlite3.connect", "subprocess.Popen", "os.mkdir", "os.remove"}

def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if event in FORBIDDEN or writes:
        raise SystemExit(f"{name}: {event} {arguments}")

sys.dont_write_bytecode = True
sys.addaudithook(watch)
import kebabalab
for name in sorted(module.name for module in pkgutil.walk_packages(kebabalab.__path__, "kebabalab.")):
    if "migrations" not in name and not name.endswith("__main__"):
        importlib.import_module(name)
print(*sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def test_importing_every_module_opens_nothing_and_loads_no_slow_library() -> None:
    command = [sys.executable, "-W", "error", "-c", IMPORT_EVERYTHING, "twilio", "holidays"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "", "")


def food_words() -> frozenset[str]:
    """What the menu calls its food, in lower case: words of items' ids and titles, items' other names, options' ids."""
    menu = yaml.safe_load(MENU.read_text(encoding="utf-8"))
    assert menu["items"]
    assert menu["groups"]
    words: set[str] = set()
    for item_id, item in menu["items"].items():
        named = f"{item_id.replace('_', ' ')} {re.sub('{.*?}', '', item['title'])}".lower()
        words.update(re.findall(r"[^\W\d_]+", named), (phrase.lower() for phrase in item.get("said") or ()))
    for group in menu["groups"].values():
        words.update(str(option).lower() for option in group.get("options") or ())
    return frozenset(word for word in words if len(word) > 2 and word.removesuffix("s") not in ORDINARY_WORDS)


def test_no_food_of_the_menu_is_named_in_code() -> None:
    # A word within a longer name, such as a field that the contract gives, is not a word of its own.
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(food_words())))})s?\b", re.IGNORECASE)
    said = [
        f"{name_of(path)}:{number}: {found.group()}"
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in {".py", ".txt", ".md", ".html", ".js", ".css", ".json", ".yaml"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for found in words.finditer(line)
        if found.group().lower() not in CONTRACT_FIELDS
    ]
    assert said == []
