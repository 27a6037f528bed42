"""The judge of utterances: whether a cart holds exactly the lines of the right answer."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Gold = dict[str, Any]
Line = dict[str, Any]

USUAL = {"salads": {"lettuce", "tomato", "onion"}, "kebab_sauces": {"garlic"}, "hsp_sauces": {"garlic", "chilli"}}
SIZES = {"small", "large"}
PROTEINS = {"lamb", "chicken", "mixed", "falafel", "vegetarian", "vegan"}


def fold(value: Any) -> str:
    text = unicodedata.normalize("NFKD", str(value or "").replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"\s+", " ", text).strip()


def parse_gold(text: str) -> Gold:
    head, *fields = [part.strip() for part in text.split(";")]
    words = head.split()
    gold: Gold = {"quantity": int(words.pop(0)), "size": None, "protein": None}
    if words[0] in SIZES:
        gold["size"] = words.pop(0)
    if words[0] in PROTEINS:
        gold["protein"] = words.pop(0)
    if words[-1] in ("250g", "500g"):
        gold["weight"] = words.pop()
    if words[0] == "drink":
        gold["kind"], brand = "drink", " ".join(words[1:])
        gold["brand"] = brand or None
    else:
        gold["kind"] = " ".join(words)
    for field in fields:
        key, _, value = field.partition("=")
        values = [v.strip() for v in value.split(",")]
        if key in ("salads", "sauces", "extras", "needs"):
            gold[key] = set() if value == "-" else set(values)
        else:
            gold[key] = value
    return gold


def as_set(value: Any) -> set[str]:
    if value is None:
        return set()
    if isinstance(value, str):
        value = [value]
    return {fold(v) for v in value}


def line_problem(gold: Gold, line: Line) -> str | None:
    """What is wrong with this cart line, or None."""
    kind, name = gold["kind"], fold(line.get("name"))
    category = fold(line.get("category"))
    meal = kind.endswith(" meal")
    base = kind.removesuffix(" meal")
    wanted = {"kebab": "kebabs", "hsp": "hsp", "chips": "chips", "gozleme": "gozleme", "drink": "drinks"}.get(base)
    if wanted and category != wanted:
        return f"category {category} for {kind}"
    if not wanted:
        if base == "energy drink":
            if fold(line.get("brand")) != "red bull" and "red bull" not in name:
                return f"{name} for {kind}"
        elif base == "baklava pack":
            if "baklava" not in name or "pack" not in name:
                return f"{name} for {kind}"
        elif fold(base) not in name or (base == "baklava" and "pack" in name):
            return f"{name} for {kind}"
    if base == "drink" and gold["brand"]:
        said = fold(line.get("brand")) or {"coke": "coca-cola"}.get(name, name)  # a server may name the can only
        if said != gold["brand"]:
            return f"brand {line.get('brand')}"
    if int(line.get("quantity") or 0) != gold["quantity"]:
        return f"quantity {line.get('quantity')}"
    for field in ("size", "protein"):
        if (
            base in ("kebab", "hsp", "chips", "gozleme")
            and not (field == "protein" and base == "chips")
            and not (field == "size" and base == "gozleme")
        ):
            if (fold(line.get(field)) or None) != gold[field]:
                return f"{field} {line.get(field)}"
    if base in ("kebab", "hsp"):
        for group in ("salads", "sauces"):
            if base == "hsp" and group == "salads":
                continue
            have, usual = as_set(line.get(group)), USUAL["salads"] if group == "salads" else USUAL[f"{base}_sauces"]
            extra_olives = group == "salads" and "olives" in as_set(line.get("extras"))
            if extra_olives:
                have = have | {"olives"}
            if group in gold:
                if have != gold[group]:
                    return f"{group} {sorted(have)}"
            elif have and have != usual:
                return f"{group} {sorted(have)} though none was named"
        have = as_set(line.get("extras")) - {"olives"}
        if base == "hsp":
            have -= {"cheese"}
        if have != gold.get("extras", set()):
            return f"extras {sorted(have)}"
        if base == "hsp" and bool(line.get("cheese")) != (gold.get("cheese") != "no"):
            return f"cheese {line.get('cheese')}"
        if bool(line.get("is_combo")) != meal:
            return f"is_combo {line.get('is_combo')}"
        if meal:
            if fold(line.get("drink_brand")) != gold["drink"]:
                return f"drink_brand {line.get('drink_brand')}"
            if base == "kebab" and fold(line.get("chips_size")) != gold["chips"]:
                return f"chips_size {line.get('chips_size')}"
    if (
        base == "chips"
        and "salt" in gold
        and fold(line.get("salt_type")) not in ({gold["salt"]} | ({""} if gold["salt"] == "none" else set()))
    ):
        return f"salt {line.get('salt_type')}"
    for field in ("flavour", "sauce", "weight"):
        if field in gold and fold(line.get(field)).replace(" ", "") != gold[field].replace(" ", ""):
            return f"{field} {line.get(field)}"
    needs = {fold(n.get("field") if isinstance(n, dict) else n) for n in (line.get("needs") or [])}
    if needs != gold.get("needs", set()):
        return f"needs {sorted(needs)}"
    if not needs and not line.get("price"):
        return "no price"
    return None


def cart_problem(golds: list[Gold], lines: list[Line]) -> str | None:
    rest, problems = list(lines), []
    for gold in golds:
        tried = [(line_problem(gold, line), line) for line in rest]
        hit = next((line for problem, line in tried if problem is None), None)
        if hit is None:
            problems.append(f"no line for {gold}: {[p for p, _ in tried]}")
        else:
            rest.remove(hit)
    if rest:
        problems.append(f"unasked: {[line.get('name') for line in rest]}")
    return "; ".join(problems) or None
