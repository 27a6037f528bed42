"""Read a YAML file that an owner wrote: each scalar as text, each value with its line, each mistake with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

Loc = tuple[str | int, ...]
Tree = dict[str, "Tree"] | list["Tree"] | str | None

MOST_BYTES = 1_000_000
MOST_VALUES = 200_000
DEEPEST = 30
NEAR_ENOUGH = 60


@dataclass(slots=True)
class Mistakes:
    """The mistakes of one file, each with its line; `lines` maps the place of each value to its line, from 1."""

    file: str
    lines: dict[Loc, int] = field(default_factory=dict)
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, loc: Loc, problem: str) -> None:
        """Note what is wrong at this place, or at the nearest place above it that the file has."""
        place = self.place(loc)
        shown = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
        self.at(self.lines.get(place, 0), f"{shown}: {problem}" if shown else problem)

    def place(self, loc: Loc) -> Loc:
        """The part of a place that the file has: a form may have wrapped a short value into steps of its own."""
        at: Loc = ()
        for step in loc:
            if (*at, step) in self.lines:
                at = (*at, step)
        return at

    def at(self, line: int, problem: str) -> None:
        """Note what is wrong in this line; 0 where it is about no line."""
        if (line, problem) not in self.found:
            self.found.append((line, problem))

    def texts(self) -> tuple[str, ...]:
        """One text for each mistake, in the order of the file: "menu.yaml:37: items.x.price: ..."."""
        return tuple(f"{self.file}:{line or ''}{':' if line else ''} {text}" for line, text in sorted(self.found))


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "..."?` with the known word that is nearest to a misspelt one, "" when none is near."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return f'; did you mean "{found[0]}"?' if found else ""


def meant(word: str, known: Iterable[str]) -> str:
    """What may have been meant by an unknown word: the known one that is nearest, else all of them."""
    listed = tuple(known)
    return nearest(word, listed) or (f"; known: {quoted(listed)}" if listed else "")


def quoted(words: Iterable[str]) -> str:
    """The words as a list for reading: "a", "b"."""
    return ", ".join(f'"{word}"' for word in words)


def read(path: Path, mistakes: Mistakes) -> tuple[Tree, bytes]:
    """The file's values (scalars are text, an empty one is None) and its bytes; what is wrong goes to `mistakes`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        mistakes.at(0, f"the file can't be read ({error.strerror or 'unknown reason'}); it must lie in {path.parent}")
        return None, b""
    if len(raw) > MOST_BYTES:
        mistakes.at(0, f"the file has {len(raw)} bytes; at most {MOST_BYTES} are read")
        return None, raw
    return _parse(raw, mistakes), raw


def _parse(raw: bytes, mistakes: Mistakes) -> Tree:
    try:
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        mistakes.at(raw.count(b"\n", 0, error.start) + 1, "this is not UTF-8 text; save the file as UTF-8")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.at(mark.line + 1 if mark else 0, _wording(error))
        return None
    except yaml.YAMLError as error:
        mistakes.at(0, f"this can't be read as YAML: {' '.join(str(error).split())}")
        return None
    except RecursionError:
        mistakes.at(0, "this can't be read as YAML: the values are nested too deeply")
        return None
    if node is None:
        mistakes.at(0, "the file is empty")
        return None
    return _Reader(mistakes).tree(node, (), 0)


def _wording(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or error.context or "it can't be read"
    if "\\t" in problem:
        return "there is a tab here; indent with spaces"
    hint = "; check the indentation, the colons and the quotes around here"
    return f"this can't be read as YAML: {problem}{hint}"


@dataclass(slots=True)
class _Reader:
    """Turns nodes into plain values and notes the line of each."""

    mistakes: Mistakes
    count: int = 0

    def tree(self, node: yaml.Node, loc: Loc, depth: int) -> Tree:
        # Aliases can unfold one small file into millions of values, or into themselves.
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            if self.count <= MOST_VALUES + 1:
                self.mistakes.at(node.start_mark.line + 1, "the values are nested too deeply, or there are too many")
            self.count = MOST_VALUES + 1
            return None
        self.mistakes.lines.setdefault(loc, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.tree(child, (*loc, n), depth + 1) for n, child in enumerate(node.value)]
        text = str(node.value)
        return None if text == "" and node.start_mark.index == node.end_mark.index else text

    def _mapping(self, node: yaml.MappingNode, loc: Loc, depth: int) -> Tree:
        found: dict[str, Tree] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or not str(key_node.value).strip():
                self.mistakes.at(line, "a key must be one word or a few words")
                continue
            key = str(key_node.value).strip()
            if key == "<<":
                self.mistakes.at(line, 'a merge ("<<") is not read here; write the keys out')
                continue
            if key in found:
                first = self.mistakes.lines[(*loc, key)]
                self.mistakes.at(line, f'"{key}" stands here a second time, after line {first}; keep one of them')
                continue
            self.mistakes.lines[(*loc, key)] = line
            found[key] = self.tree(value_node, (*loc, key), depth + 1)
        return found


def without(tree: Tree, locs: Sequence[Loc]) -> Tree:
    """The tree less the values at these places."""
    if () in locs:
        return None
    if isinstance(tree, dict):
        return {
            key: without(value, [loc[1:] for loc in locs if loc[0] == key])
            for key, value in tree.items()
            if (key,) not in locs
        }
    if isinstance(tree, list):
        return [
            without(value, [loc[1:] for loc in locs if loc[0] == n]) for n, value in enumerate(tree) if (n,) not in locs
        ]
    return tree
