"""Corrections: what a caller takes back is gone before the order is read."""

from __future__ import annotations

from kebabalab.language.chunks import Chunk
from kebabalab.language.english import Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.marks import MARKS

_BEFORE_CONTENT = frozenset((Role.FIX, Role.OOPS, Role.THE, Role.WITH, Role.ONLY))
# "No red, I mean no white", "make that no white"; "you know what, no white" takes nothing back.
_MEANT = frozenset(("mean", "meant", "rather", "make"))
# "The red X should be a Y" changes it; behind a number they only join.
COPULAS = frozenset(("should be", "needs to be", "should have been", "was supposed to be", "was meant to be"))
_PAUSES = frozenset((Role.FILLER, Role.COMMA, Role.STOP))
_AFTER_A_SLIP = frozenset(
    (
        Role.COMMA,
        Role.STOP,
        Role.FIX,
        Role.OOPS,
        Role.ONLY,
        Role.NUMBER,
        Role.ARTICLE,
        Role.MAKE,
        Role.ORDER,
        Role.THE,
        Role.CANCEL,
    )
)


def settled(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks with slips of the tongue taken out: "red, sorry, white" is white; "two, no, three" is three."""
    kept: list[Chunk] = []
    skipped = 0
    for place, one in enumerate(chunks):
        if skipped:
            skipped -= 1
            continue
        if one.role is Role.FIX and one.words in COPULAS and kept and kept[-1].role is not Role.MENU:
            one.role = Role.FILLER  # "one should be red"
        if one.role is Role.NOT and (skipped := _unsaid(kept, chunks[place + 1 :], lexicon)):
            continue
        if one.role is Role.NOT and one.words in ("leave", "leave the") and _stays_on(chunks[place + 1 :]):
            one.role = Role.WITH
        if one.role is Role.NOT and one.words in ("no", "nah"):
            one.role = _role_of_no(kept, chunks[place + 1 :], lexicon)
        if one.role in (Role.FIX, Role.OOPS):
            after = _first_content(chunks[place + 1 :])
            if after is not None and one.words.endswith(" no") and _marks_other(kept, after, Role.NOT):
                continue
            if after is not None and after.role in MARKS and _MEANT & set(one.words.split()):
                refused = next((each for each in chunks[place + 1 :] if each.role is Role.MENU), None)
                if refused is not None and _marks_other(kept, refused, after.role):
                    continue
            if after is not None and (_take_back(kept, after) or _begins_again(kept, chunks[place + 1 :])):
                continue
        kept.append(one)
    return kept


def _stays_on(after: list[Chunk]) -> bool:
    """Whether "leave the X on" is said, which takes nothing off."""
    return len(after) > 1 and after[0].role is Role.MENU and after[1].role is Role.ON and after[1].words in ("on", "in")


def _unsaid(kept: list[Chunk], after: list[Chunk], lexicon: Lexicon) -> int:
    """How many chunks of "red, no not red, white" say nothing more, once the red is taken out of what was kept."""
    ahead = [one for one in after[:4] if one.role not in _PAUSES and one.role not in (Role.NOT, Role.THE)]
    said = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].role not in _PAUSES), None)
    if said is None or len(ahead) < 2 or kept[said].role is not Role.MENU or ahead[0].words != kept[said].words:
        return 0
    shared = {group for group, _ in ahead[0].entry.values} & {group for group, _ in ahead[1].entry.values}
    if not shared or not shared <= lexicon.single_groups:
        return 0
    del kept[said]
    return next(n for n, one in enumerate(after) if one is ahead[0]) + 1


def _first_content(chunks: list[Chunk]) -> Chunk | None:
    return next((one for one in chunks if one.role not in _PAUSES and one.role not in _BEFORE_CONTENT), None)


def _role_of_no(before: list[Chunk], after: list[Chunk], lexicon: Lexicon) -> Role:
    """What a bare "no" does: takes something off, takes something back, or just answers."""
    said = [one for one in before if one.role not in _PAUSES]
    follower = after[0] if after else None
    if follower is None:
        return Role.FILLER
    if not said:
        return Role.FILLER if follower.role is not Role.MENU else Role.NOT
    if follower.role in _AFTER_A_SLIP:
        return Role.FIX
    if follower.role is Role.FILLER:
        return Role.FILLER if len(after) == 1 or after[1].role is not Role.MENU else Role.NOT
    # "Red, no, white", "a red one, no, white": of what only one can be chosen, the second takes the first's place.
    second = {group for group, _ in follower.entry.values}
    for one in reversed(said):
        if one.role is not Role.MENU:
            break
        first = {group for group, _ in one.entry.values}
        shared = first & second
        # What is also sold as one of several is left off: "X, no Y".
        if shared and shared <= lexicon.single_groups and shared in (first, second):
            return Role.FIX
    return Role.NOT


def _begins_again(kept: list[Chunk], after: list[Chunk]) -> bool:
    """Remove the beginning of "a small red, no, a large red X"; whether there is one."""
    begin = next((place for place in range(len(kept) - 1, -1, -1) if kept[place].role is Role.ARTICLE), None)
    said = [one for one in kept[begin:] if one.role not in _PAUSES][1:] if begin is not None else []
    ahead = [one for one in after if one.role not in _PAUSES][:2]
    if [one.role for one in ahead] != [Role.ARTICLE, Role.MENU] or not said:
        return False
    named = any(one.role is not Role.MENU or one.entry.items or one.entry.implies for one in said)
    groups = {group for group, _ in ahead[1].entry.values}
    if named or not any(groups & {group for group, _ in one.entry.values} for one in said):
        return False
    del kept[begin:]
    return True


def _marks_other(kept: list[Chunk], after: Chunk, role: Role) -> bool:
    """Whether "no red, sorry, no white" leaves the white off, and not the red, which is then taken out."""
    place = len(kept) - 1
    while place >= 0 and kept[place].role in _PAUSES:
        place -= 1
    if place < 1 or kept[place - 1].role is not role or not after.entry.values:
        return False
    if not {group for group, _ in kept[place].entry.values} & {group for group, _ in after.entry.values}:
        return False
    del kept[place]
    return True


def _take_back(kept: list[Chunk], after: Chunk) -> bool:
    """Remove what `after` stands in place of, where it stands right before the correction."""
    place = len(kept) - 1
    while place >= 0 and kept[place].role in (*_PAUSES, Role.THE):
        place -= 1
    if place < 0:
        return False
    if after.role is Role.NUMBER and kept[place].role is Role.NUMBER:
        del kept[place:]
        return True
    if after.role is not Role.MENU or not after.entry.values:
        return False
    groups = {group for group, _ in after.entry.values}
    latest = place
    while place >= 0 and kept[place].role is Role.MENU and kept[place].entry.values:
        if kept[place].entry.items and not groups & {group for group, _ in kept[place].entry.values}:
            return False  # beyond it another item may have been named
        if groups & {group for group, _ in kept[place].entry.values}:
            if place and kept[place - 1].role is Role.NOT:
                return False  # "not X, I meant Y"
            # With the pauses behind it: "a can of X, oh, hang on, Y".
            del kept[place : len(kept) if place == latest else place + 1]
            return True
        place -= 1
    return False
