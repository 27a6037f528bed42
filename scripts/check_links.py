"""Check that every relative link in the documents leads to a file, and to a heading where it names one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.tracked import ROOT, tracked_files

HTML_LINK = re.compile(r"""<(?:a|img)\s[^>]*?(?:href|src)=["']([^"']+)["']""")
HTML_ANCHOR = re.compile(r"""<[a-z]+\s[^>]*?(?:id|name)=["']([^"']+)["']""")


@dataclass(frozen=True)
class BrokenLink:
    """A link in `document`, near `line` (from 1), that leads nowhere, and why."""

    document: Path
    line: int
    target: str
    why: str


def slug_of(heading: str) -> str:
    """The anchor that GitHub gives a heading: lower case, no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def parse(document: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(document.read_text(encoding="utf-8"))


def text_of(inline: Token) -> str:
    """What a reader sees of a heading, without its marks."""
    return "".join(child.content for child in inline.children or [] if child.type in {"text", "code_inline"})


@cache
def anchors_of(document: Path) -> frozenset[str]:
    """Every anchor that a link into `document` may name; a repeated heading's has a number."""
    tokens = parse(document)
    anchors: set[str] = set()
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            slug = slug_of(text_of(inline))
            repeats = 0
            while (anchor := f"{slug}-{repeats}" if repeats else slug) in anchors:
                repeats += 1
            anchors.add(anchor)
    anchors.update(HTML_ANCHOR.findall(document.read_text(encoding="utf-8")))
    return frozenset(anchors)


def links_in(document: Path) -> Iterator[tuple[int, str]]:
    """The line (from 1, of the paragraph) and the target of each link and picture."""
    for block in parse(document):
        line = block.map[0] + 1 if block.map else 1
        if block.type == "html_block":
            yield from ((line, target) for target in HTML_LINK.findall(block.content))
        for token in block.children or []:
            target = token.attrGet("href") if token.type == "link_open" else token.attrGet("src")
            if isinstance(target, str):
                yield line, target
            elif token.type == "html_inline":
                yield from ((line, target) for target in HTML_LINK.findall(token.content))


def fault_of(document: Path, target: str, root: Path) -> str:
    """Why `target` leads nowhere from `document`, or nothing. Links to other sites are not followed."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    file = (document.parent / unquote(parts.path)).resolve() if parts.path else document
    if parts.path.startswith("/") or not file.is_relative_to(root):
        return "it leads out of the repository"
    if not file.exists():
        return "there is no such file"
    if parts.fragment and file.suffix == ".md" and unquote(parts.fragment) not in anchors_of(file):
        return "there is no such heading"
    return ""


def broken_links(document: Path, root: Path) -> tuple[BrokenLink, ...]:
    """Every link of `document` that leads nowhere, in order. Raises OSError if the document can't be read."""
    faults = ((line, target, fault_of(document, target, root)) for line, target in links_in(document))
    return tuple(BrokenLink(document, line, target, why) for line, target, why in faults if why)


def main() -> int:
    documents = tuple(file for file in tracked_files() if file.suffix == ".md")
    broken = tuple(link for document in documents for link in broken_links(document, ROOT))
    for link in broken:
        print(f"{link.document.relative_to(ROOT)}:{link.line}: {link.target}: {link.why}")
    print(f"Links: {len(documents)} documents read, {len(broken)} links broken.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
