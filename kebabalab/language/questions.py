"""Questions: what a caller only asks about, or tells of, is gone before the order is read."""

from __future__ import annotations

import itertools

from kebabalab.language.chunks import Chunk
from kebabalab.language.english import ASKS_FOR_NOTHING, SELLING, Role

# "What Xs do you have I'll take a Y" orders, "what else can I get" asks.
_WISHING = frozenset(("ill", "id", "well", "wed", "let", "lets", "lemme", "give", "gimme", "im"))
_OPENERS = frozenset((Role.FILLER, Role.AND, Role.COMMA, Role.FIX, Role.OOPS, Role.ALSO))
_BEGINS = frozenset((Role.ARTICLE, Role.NUMBER, Role.ONLY, Role.MENU))
_ORDERED = frozenset((Role.MENU, Role.NUMBER, Role.ARTICLE))
_BEGINNINGS = frozenset((Role.STOP, Role.COMMA, Role.ORDER))


def statements(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without the questions (ordering rules, What words mean, 10)."""
    kept: list[Chunk] = []
    about: list[Chunk] = []
    asking, opening, asked_just_now, just_asked = False, True, False, False
    asked: list[Chunk] = []
    since = 0  # how much had been kept when the question began
    told = [one for n, one in enumerate(chunks) if not _was(chunks, n)]
    for place, one in enumerate(told):
        if one.role is Role.STOP or (asking and one.role is Role.CANCEL):
            asking, opening = False, True  # "what is in the X? Never mind"
        elif one.role is Role.ORDER and not (asked_just_now and one.words.split()[0] not in _WISHING):
            asking = False
        elif asking and one.role is Role.AND and not about and _counts(told[place + 1 : place + 2]):
            asking = False  # "what do you want, love? And a Y"
        elif asking and _ends_question(asked, told[place:]):
            asking = False
        elif one.role is Role.ASK:
            asked, since = [], len(kept)
            if opening or " " in one.words:
                asking = True
            else:
                one.role = Role.FILLER
        # "What else can I get" asks; "is it busy, anyway, I'll have" orders.
        asked_just_now = one.role is Role.ASK or (just_asked and one.role is Role.FILLER)
        just_asked = one.role is Role.ASK
        if asking:
            asked.append(one)
            about = [*(about if one.role is not Role.ASK else []), *([one] if one.role is Role.MENU else [])]
        else:
            kept += _meant(one, about, kept[since:], told[place + 1 : place + 2])
        if one.role not in _OPENERS and one.role is not Role.STOP:
            opening = False
    return kept


def _ends_question(asked: list[Chunk], ahead: list[Chunk]) -> bool:
    """Whether an order begins behind a question that asks for nothing that is sold ("are you busy, a large Y")."""
    if not asked or asked[0].words not in ASKS_FOR_NOTHING or ahead[0].role not in _BEGINS:
        return False
    said = [one for one in asked[1:] if one.role in (Role.FILLER, Role.UNKNOWN)]
    if not said or any(one.role is Role.MENU or SELLING & set(one.words.split()) for one in asked):
        return False
    names = itertools.takewhile(lambda one: one.role in _BEGINS or one.role is Role.FILLER, ahead[:6])
    return any(one.entry.items or one.entry.implies for one in names)


def _meant(one: Chunk, about: list[Chunk], kept: list[Chunk], ahead: list[Chunk]) -> list[Chunk]:
    """The chunk, or what was asked about where it stands for that: "have you got X? Two of them", "... a large one"."""
    if about and one.role is Role.THEM and _orders_nothing(kept):
        return about
    if not about or one.words not in ("1", "ones") or not kept or any(said.entry.items for said in kept):
        return [one]
    if kept[-1].role is Role.MENU and kept[-1].entry.values:
        return about
    alone = kept[-1].role is Role.ORDER and not any(said.role is Role.MENU for said in ahead)
    return [one, *about] if alone else [one]


def _was(chunks: list[Chunk], place: int) -> bool:
    """Whether the item at this place is only spoken of as it was: "lovely X it was", "the X was great last time"."""
    if not chunks[place].entry.items:
        return False
    said = [each.words for each in chunks[place + 1 : place + 3] if each.role is Role.FILLER]
    if not (said[:1] in (["was"], ["were"]) or said in (["it", "was"], ["they", "were"])):
        return False
    for before in range(place - 1, -1, -1):
        if chunks[before].role in _ORDERED:
            return False
        if chunks[before].role in _BEGINNINGS:
            break
    return True


def _counts(ahead: list[Chunk]) -> bool:
    return bool(ahead) and ahead[0].role in (Role.ARTICLE, Role.NUMBER)


def _orders_nothing(kept: list[Chunk]) -> bool:
    """Whether there is a number but nothing yet in its sentence that it counts."""
    counted = bool(kept) and kept[-1].role in (Role.NUMBER, Role.ARTICLE)
    latest = itertools.takewhile(lambda one: one.role is not Role.STOP, reversed(kept))
    return counted and not any(one.role is Role.MENU for one in latest)
