"""Scopes: words that say which of the lines, or how much of one, the next words are about."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.alternatives import joined
from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft, Said, filled, fits, is_single
from kebabalab.language.english import Role
from kebabalab.language.kinds import names_kind
from kebabalab.language.lexicon import Entry
from kebabalab.language.lines import Lines
from kebabalab.language.names import NounPhrase, Part, has_deal, kind_word
from kebabalab.language.noun_phrases import noun_phrase
from kebabalab.language.references import SAYS, inherit, referred, speaks_of_some, takes

SEPARATORS = frozenset((Role.AND, Role.COMMA, Role.STOP, Role.OR))
MOST_COUNTED = 50
OF_SOME = frozenset((Role.WITH, Role.NOT, Role.ONLY, Role.PLAIN))
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def widen(lines: Lines, role: Role, *, each: bool = False) -> None:
    """Both, each: what follows is said of several lines; "two Xs each with" of these."""
    last = lines.last
    several = [last] if each and last is not None and last.quantity > 1 else _several(lines, role)
    lines.targets, lines.left, lines.wide = several, False, True


def spread(lines: Lines, role: Role) -> None:
    """On both: what was said since the last pause is said of several lines."""
    reached = _several(lines, role)
    for _, said in lines.reaching():
        for draft in reached:
            if not any(one is said for one in draft.said) and takes(draft, said, lines.lexicon):
                draft.said.append(said)
    lines.targets, lines.latest = reached, []


def take_more_or_some(lines: Lines, number: Chunk, count: int, ahead: Chunk, join: Role | None) -> bool:
    """So many more like the line before ("another one with"), or some of it, or one more; whether it is so."""
    if not number.words.startswith("another"):
        return take_some(lines, count, ahead, number.role is Role.NUMBER, join)
    line = lines.rest or lines.last
    speaks, single = speaks_of_some(ahead, line, lines.lexicon, counted=True) if line is not None else (False, False)
    if line is not None and speaks:
        _another(lines, line, count, ahead if single else None)
    return speaks


def take_some(lines: Lines, count: int, ahead: Chunk, counted: bool, join: Role | None) -> bool:
    """Some of the line before ("one with", "two of them no"), or one more like it ("and a small X")."""
    line = lines.rest or lines.last
    if line is None:
        return False
    speaks, single = speaks_of_some(ahead, line, lines.lexicon, counted)
    if not speaks:
        return False
    found = fits(lines.lexicon, line.heads, ahead) if ahead.entry.values else None
    is_open = found is not None and not filled(lines.lexicon, line, found[0].group)
    several = lines.rest is not None or line.quantity > 1
    enough = line.uncounted or count <= line.quantity
    # "Two red ones and one white", but not "make one of them white".
    another = single and not is_open and lines.rest is None and join is not Role.OF
    more = another or _goes_on(lines, line, join)
    if several and count > 0 and enough and (counted or single) and not more:
        lines.split(line, count)
        return True
    if single and (join is Role.WITH or (join is None and is_open and line.quantity == 1)):
        return False  # "with a Y", "an X, a large": a choice of the line itself
    if single or (counted and join in (*SEPARATORS, Role.OF) and ahead.role in SAYS):
        _another(lines, line, count, ahead if single else None)
        return True
    return False


def count_after(lines: Lines, ahead: list[Chunk], join: Role | None, *, follows_name: bool) -> bool:
    """A number behind an item that was not counted ("X, two please", "Xs, two with Y"): it counts it, or some of it.

    Whether it is so.
    """
    line, number = lines.last, ahead[0].number
    said = [one for one in ahead[1:] if one.role is not Role.FILLER]
    if said and said[0].role is Role.THEM:
        said = said[1:]
    # "Pick up six thirty", "my number is two", "ready in ten" count nothing.
    if not follows_name or not 0 < number <= MOST_COUNTED:
        return False
    if line is None or line.counted or ahead[0].role is not Role.NUMBER or ahead[0].words.startswith("another"):
        return False
    # What was said of one behind its name is not said of "two" that follow.
    behind = any(
        one.chunk.start > line.chunk.start and not is_single(fits(lines.lexicon, line.heads, one.chunk))
        for one in line.said
    )
    if join is Role.AND or behind or line.sides or not any(line is one for one in lines.targets):
        return False
    some_follow = [one.role for one in said[:1]] == [Role.NUMBER] and said[1:] and said[1].role in OF_SOME
    if not said or said[0].role in SEPARATORS or some_follow:
        line.quantity, line.counted = number, True
        return True
    if said[0].role in OF_SOME or is_single(fits(lines.lexicon, line.heads, said[0])):
        line.uncounted = True
        lines.split(line, number)
        return True
    return False


def take_wished(lines: Lines, value: Chunk) -> bool:
    """ "And I'll have the Y", where the last line has another choice already: one more like it; whether it is so."""
    line = lines.targets[-1] if lines.targets else lines.last
    found = fits(lines.lexicon, line.heads, value) if line is not None and value.entry.values else None
    if line is None or not is_single(found) or found is None or not filled(lines.lexicon, line, found[0].group):
        return False
    _another(lines, line, 1, value)
    return True


def take_over(lines: Lines, groups: tuple[str, ...]) -> None:
    """ "The same Xs": what was chosen of these groups for the line before, for the lines at hand too."""
    before = [draft for draft in lines.drafts if not any(draft is one for one in lines.targets)][-1:]
    for target in lines.targets if before else ():
        for said in before[0].said:
            found = fits(lines.lexicon, target.heads, said.chunk)
            if found is not None and found[0].group in groups:
                target.said.append(replace(said, inherited=True))


def take_over_all(lines: Lines) -> bool:
    """ "An X with Z and a small X, same again": the line at hand has, of all that it says nothing of, what the nearest
    line of its kind has. Returns whether there is such a line, and anything to take over.
    """
    target = lines.targets[0] if len(lines.targets) == 1 else None
    if target is None or not all(is_single(fits(lines.lexicon, target.heads, said.chunk)) for said in target.said):
        return False
    others = [draft for draft in lines.drafts if draft is not target and set(draft.heads) & set(target.heads)]
    taken = False
    for said in others[-1].said if others else ():
        found = fits(lines.lexicon, target.heads, said.chunk)
        if found is None or not is_single(found) or not filled(lines.lexicon, target, found[0].group):
            target.said.append(replace(said, inherited=True))
            taken = True
    return taken


def choice_of_number(lines: Lines, one: Chunk) -> Chunk | None:
    """The choice that "an X with two" makes, where one group of the item, and no other, has it by number."""
    slots = [slot for head in lines.target_heads()[:1] for slot in lines.lexicon.kinds[head].slots.values()]
    having = [slot.group for slot in slots if str(one.number) in slot.options]
    if one.role is not Role.NUMBER or len(having) != 1:
        return None
    return replace(one, role=Role.MENU, entry=Entry(Role.MENU, values=((having[0], str(one.number)),)))


def take_some_of_the(lines: Lines, ahead: list[Chunk]) -> int:
    """ "Two of the Xs without Y": so many of the line X, where there are more. Returns how many chunks that took."""
    if len(ahead) < 4 or ahead[0].role is not Role.NUMBER or ahead[1].role is not Role.OF:
        return 0
    start = 3 if ahead[2].role is Role.THE else 2
    if start == 2 and not ahead[2].words.startswith("the "):
        return 0
    phrase = noun_phrase(ahead, start, lines.lexicon, lines.last)
    end = phrase.end if phrase is not None else start + 1
    while ahead[end : end + 1] and ahead[end].role is Role.FILLER:
        end += 1
    if not ahead[end : end + 1] or ahead[end].role not in SAYS:
        return 0
    if phrase is not None:
        known = referred(lines.drafts, phrase, phrase.parts[-1])
    else:
        known = only_with(lines, ahead[start])
    if known is None or ahead[0].number >= known.quantity:
        return 0
    lines.split(known, ahead[0].number)
    return end - 1


def names_item(lines: Lines, deal: Chunk, ahead: list[Chunk], join: Role | None) -> bool:
    """Whether "the deal with an X" follows, where X can be that deal; "a deal, an X" only where a wish begins."""
    begins = (Role.WITH, Role.ARTICLE, Role.NUMBER) if join in (Role.STOP, Role.ORDER) else (Role.WITH,)
    if not ahead or ahead[0].role not in begins or join not in (Role.STOP, Role.ORDER, Role.AND, Role.COMMA):
        return False
    phrase = (
        noun_phrase(ahead, 1, lines.lexicon, None)
        if ahead[0].role is Role.WITH
        else noun_phrase(ahead, 0, lines.lexicon, None)
    )
    return phrase is not None and has_deal(lines.lexicon, phrase.heads, deal)


def only_with(lines: Lines, value: Chunk) -> Draft | None:
    """The line that has this choice of one, where only one has it."""
    named = set(value.entry.values)
    holding = [draft for draft in lines.drafts if any(named & set(said.chunk.entry.values) for said in draft.said)]
    if len(holding) != 1 or not is_single(fits(lines.lexicon, holding[0].heads, value)):
        return None
    return holding[0]


def _goes_on(lines: Lines, line: Draft, join: Role | None) -> bool:
    """Whether "two X with Y and one with Z" is one more: something was said of all of them, and "and" goes on."""
    return join is Role.AND and lines.rest is None and any(draft is line for draft, _ in lines.latest)


def take_half(lines: Lines, ahead: Chunk) -> None:
    """Half of the line before; then the half that is left."""
    line = lines.rest or lines.last
    if line is not None and line.quantity > 1 and ahead.role is not Role.MENU:
        count = line.quantity if lines.rest is not None else line.quantity // 2
        take_some(lines, count, ahead, counted=True, join=Role.COMMA)


def leave_open(lines: Lines, phrase: NounPhrase, part: Part) -> bool:
    """An item behind "or", in place of the last one: the choice is left open; whether it was so."""
    last = lines.last
    if lines.left and lines.undecided:
        lines.undecided[-1].append(lines.draft(phrase, part))
        return True
    if last is None or len(lines.targets) != 1 or lines.targets[0] is not last:
        return False
    made = lines.draft(phrase, part)
    if not set(last.heads) & set(made.heads):
        lines.drafts = [draft for draft in lines.drafts if draft is not last]
        lines.undecided.append([last, made])
        kind = names_kind(lines.drafts[-1], lines.lexicon) if lines.drafts else ""
        if kind and all(kind_word(one.heads[0], lines.lexicon) == kind for one in (last, made)):
            lines.drafts.pop()  # "a pie, half an X pie, half a Y pie"
        lines.leave()
        return True
    for said in made.said:
        same = [one for one in last.said if (both := joined(one.chunk, said.chunk, lines.lexicon)) is not None]
        last.said = [one for one in last.said if not any(one is each for each in same)]
        last.said.append(replace(said, chunk=both) if same and both is not None else said)
    return True


def move_to_some(lines: Lines, count: int) -> bool:
    """ "X on one of them": what was just said is said of so many of the line before; whether there are that many."""
    line = lines.rest or lines.last
    if line is None or not 0 < count <= line.quantity or not lines.latest:
        return False
    if count == line.quantity:
        if line is lines.rest:
            move_to_other(lines, "the rest")
        return line is lines.rest
    moved = lines.take_back()
    lines.split(line, count)
    lines.targets[-1].said += moved
    return True


def move_to_other(lines: Lines, words: str) -> None:
    """ "Y on the other": what was just said is said of that one."""
    moved = lines.take_back()
    turn_to_other(lines, words)
    for target in lines.targets:
        target.said += [said for said in moved if takes(target, said, lines.lexicon)]


def turn_to_named(lines: Lines, value: Chunk, on: bool) -> bool:
    """The Y, where only one line has the choice Y; "X on the Y" brings what was just said along. Whether it is so."""
    holding = only_with(lines, value)
    if holding is None:
        return False
    moved = lines.take_back() if on else []
    lines.turn([holding])
    holding.said += [said for said in moved if takes(holding, said, lines.lexicon)]
    return True


def turn_to_other(lines: Lines, words: str) -> None:
    """The other one, the rest; the first, the second."""
    said = words.split()
    last = lines.last
    if lines.rest is not None:
        lines.before = lines.latest[-1][1] if lines.latest else None
        lines.rest.splitting = lines.rest.uncounted = False
        lines.turn([lines.rest])
    elif last is not None and last.quantity > 1:
        lines.split(last, 1)
    elif last is not None:
        place = next((place for word, place in _ORDINALS.items() if word in said), -1)
        alike = [draft for draft in lines.drafts if set(draft.heads) & set(last.heads)]
        if 0 <= place < len(alike):
            lines.turn([alike[place]])
        elif "other" in said:
            lines.turn([d for d in alike if not any(d is one for one in lines.targets)][-1:] or lines.targets)


def _several(lines: Lines, role: Role) -> list[Draft]:
    last = lines.last
    if last is None:
        return []
    groups = _groups(lines, last)
    alike = [draft for draft in lines.drafts if _groups(lines, draft) & groups and not draft.uncounted]
    latest = [draft for draft in alike if draft.sentence == last.sentence]
    if sum(draft.quantity for draft in latest) > 1:
        alike = latest  # "... And two Xs, all large" speaks of these
    if role is Role.BOTH:
        pairs = [draft.quantity for draft in alike] == [2, 2]  # "two large Xs and two small ones, both with Y"
        return [last] if last.quantity == 2 and lines.rest is None and not pairs else alike[-2:]
    return alike


def _groups(lines: Lines, draft: Draft) -> set[str]:
    return {group for head in draft.heads for group in lines.lexicon.kinds[head].slots}


def _another(lines: Lines, line: Draft, count: int, value: Chunk | None) -> None:
    """One more like the line, or one with another choice of one, where a `value` is named."""
    made = Draft(line.heads, line.chunk, count, True, sentence=lines.sentence)
    named = line if value is None else replace(line, said=_unsaid(lines, line, value))
    inherit(made, named, lines.lexicon, singles_only=True)
    if value is None and line.deals:
        made.deals, made.deal_chunk = line.deals, line.deal_chunk
    lines.drafts.append(made)
    lines.at_hand = None
    lines.turn([made])


def _unsaid(lines: Lines, line: Draft, value: Chunk) -> list[Said]:
    """What "two large red ones and one small" leaves unsaid of the small one: what names the item, whatever else is
    chosen anew, and what stands behind the choice that is another.
    """
    named = fits(lines.lexicon, line.heads, value)
    found = [fits(lines.lexicon, line.heads, said.chunk) for said in line.said]
    pairs = list(zip(line.said, found, strict=True))
    another = [said.chunk.start for said, one in pairs if named and one and one[0].group == named[0].group]
    name = line.chunk.start
    return [
        said for said in line.said
        if said.chunk.entry.implies or any(start < said.chunk.start < name for start in another)
    ]  # fmt: skip
