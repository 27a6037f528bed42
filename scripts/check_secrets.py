"""Refuse files that hold a credential, somebody's phone number or a path of somebody's machine.

Our own short scan: the known scanners look for credentials alone, and know neither phone numbers nor paths.
A line that must hold such a thing says `allow-secret:` and why.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.tracked import ROOT, tracked_files

ALLOWED = "allow-secret:"
# Compiled by a tool from published packages: nothing but names, versions and hashes.
UNSCANNED = frozenset({"requirements.txt", "requirements-dev.txt"})


@dataclass(frozen=True)
class Finding:
    """Something at `line` (from 1) of `path` that must not be there; `what` never repeats a credential."""

    path: str
    line: int
    what: str


@dataclass(frozen=True)
class Rule:
    """`pattern` finds candidates, each in its last group if it has one; `is_real` tells them from placeholders."""

    what: str
    pattern: re.Pattern[str]
    is_real: Callable[[str], bool]
    shows_text: bool = False


def entropy(text: str) -> float:
    """Bits for each character of `text`, 0 for the empty text."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def is_real_credential(text: str) -> bool:
    """Whether nobody would write `text` by hand as an example."""
    bare = re.sub(r"[^A-Za-z0-9]", "", text)
    is_hex = re.fullmatch(r"[0-9a-fA-F]+", bare) is not None
    return entropy(bare) > (2.8 if is_hex else 3.6) and any(letter.isdigit() for letter in bare)


def is_real_password(text: str) -> bool:
    """Whether the password of a URL is more than an example such as `user:password`."""
    return len(text) >= 10 and entropy(text) > 3.0 and any(letter.isdigit() for letter in text)


def is_always_real(text: str) -> bool:
    return bool(text)


# Numbers that regulators keep for fiction: nobody is ever called by mistake. Australia: ACMA's list for TV shows, films
# and creative works. United Kingdom: Ofcom's drama numbers. North America: 555-01xx.
FICTION_MOBILES = re.compile(
    r"491570(?:006|110|156|157|158|159|313|737)|491571(?:266|491|804)|491572(?:549|665|983)|491573(?:087|770)"
    r"|491574(?:118|632)|491575(?:254|789)|491576(?:398|801)|491577(?:426|644)|491578(?:148|888|957)|491579(?:212|455|760)"
)
FICTION_LANDLINES = re.compile(r"[2378](?:5550|7010)\d{4}")
FICTION_ABROAD = re.compile(r"\+1[2-9]\d{2}55501\d{2}|\+44(?:7700900\d{3}|2079460\d{3}|1632960\d{3})")
AUSTRALIAN = re.compile(r"(?:\+?61|0)([23478]\d{8})")


def is_real_phone(text: str) -> bool:
    """Whether `text`, a number in any writing, could ring at somebody's."""
    compact = re.sub(r"[^\d+]", "", text)
    australian = AUSTRALIAN.fullmatch(compact)
    if australian:
        national = australian.group(1)
        return not (FICTION_MOBILES.fullmatch(national) or FICTION_LANDLINES.fullmatch(national))
    if len(set(compact[-8:])) <= 2:  # +10000000000 and its like ring nowhere
        return False
    return FICTION_ABROAD.fullmatch(compact) is None


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


RULES = (
    Rule("a private key", pattern(r"-----BEGIN\ (?:[A-Z]+\ )*PRIVATE\ KEY"), is_always_real),
    Rule("an AWS access key", pattern(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"), is_real_credential),
    Rule("a Twilio id", pattern(r"\b(?:AC|SK|MG)([0-9a-f]{32})\b"), is_real_credential),
    Rule("a GitHub token", pattern(r"\b(?:gh[pousr]|github_pat)_(\w{30,})"), is_real_credential),
    Rule("a Slack token", pattern(r"\bxox[abprs]-([\w-]{20,})"), is_real_credential),
    Rule("an API key", pattern(r"\bsk-([\w-]{20,})"), is_real_credential),
    Rule("a signed token", pattern(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.([\w-]{10,})"), is_real_credential),
    Rule("a bearer token", pattern(r"(?i:\bbearer\s+)([\w.~+/-]{20,}=*)"), is_real_credential),
    Rule("a password in a URL", pattern(r"\b[a-z][a-z0-9+]*://[^\s/:@'\"]*:([^\s/@'\"]+)@"), is_real_password),
    Rule(
        "a credential",
        pattern(
            r"""(?i:secret|token|passw(?:or)?d|api_?key|auth|credential|private_?key)\w*   # a telling name
                ['"]?\s*(?::\s*\w+\s*)?[:=]\s*                                             # set to
                ['"]?([A-Za-z0-9+/_=-]{20,})(?=['"]|\s|$)                                  # one long word"""
        ),
        is_real_credential,
    ),
    Rule(
        "a phone number that may be somebody's (docs: use the ranges kept for fiction)",
        pattern(
            r"""(?<![\w.+-])
                (\+\d[\d\ ]{7,16}\d                     # +61 491 570 156
                |\(?0[2378]\)?[ -]?\d{4}[ -]?\d{4}      # (02) 5550 1234
                |04\d{2}[ -]?\d{3}[ -]?\d{3})           # 0491 570 156
                (?![\w-]|\.\d)"""
        ),
        is_real_phone,
        shows_text=True,
    ),
    Rule(
        "a path of somebody's machine",
        pattern(r"(?<![\w./~}\])*-])((?:file://)?/(?:work|root|home/[a-z]\w*|Users/\w+)/[\w.-]*)"),
        is_always_real,
        shows_text=True,
    ),
)


def findings_in(path: str, text: str) -> Iterator[Finding]:
    """What must not be in `text`, the content of the file that is known as `path`."""
    for number, line in enumerate(text.splitlines(), start=1):
        if ALLOWED in line:
            continue
        for rule in RULES:
            for match in rule.pattern.finditer(line):
                candidate = match.group(match.lastindex or 0)
                if rule.is_real(candidate):
                    yield Finding(path, number, f"{rule.what}: {candidate}" if rule.shows_text else rule.what)


def scan(files: tuple[Path, ...], root: Path) -> tuple[Finding, ...]:
    """Every finding in those of `files` that are text, in order."""
    found: list[Finding] = []
    for file in files:
        if file.name in UNSCANNED:
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a sound
        found.extend(findings_in(file.relative_to(root).as_posix(), text))
    return tuple(found)


def main() -> int:
    files = tracked_files()
    found = scan(files, ROOT)
    for finding in found:
        print(f"{finding.path}:{finding.line}: {finding.what}")
    print(f"Secrets: {len(files)} files scanned, {len(found)} found.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
