"""The grammar of orders: one walk over the chunks, from left to right, that builds the drafts of the lines."""

from __future__ import annotations

from collections.abc import Callable

from kebabalab.language import amends, scopes
from kebabalab.language.alternatives import instead_ahead, left_open, wish
from kebabalab.language.changes import Changing
from kebabalab.language.chunks import Chunk
from kebabalab.language.corrections import settled
from kebabalab.language.deal_sides import side_for_each
from kebabalab.language.drafts import Said
from kebabalab.language.eaters import counted, one_for_each
from kebabalab.language.english import PHRASES, Role
from kebabalab.language.halves import placed
from kebabalab.language.kinds import short_names, sizes_shared
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.lines import Lines
from kebabalab.language.marks import MARKS, doubled
from kebabalab.language.noun_phrases import noun_phrase
from kebabalab.models.item import Mark


def read(chunks: list[Chunk], lexicon: Lexicon) -> Lines:
    """The drafts of all lines that the chunks order, with what had no place in them."""
    walk = Walk(chunks, lexicon)
    walk.run()
    return walk.lines


def prepared(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks as the walk wants them: slips of the tongue out, alternatives joined, halves noted."""
    named = short_names(sizes_shared(counted(chunks), lexicon), lexicon)
    return placed(left_open(doubled(settled(named, lexicon), lexicon), lexicon), lexicon)


class Walk(Changing):
    """The steps of the reading, one for each role that a chunk can have."""

    def run(self) -> None:
        """Walk to the end; every step moves on by at least one chunk."""
        steps: dict[Role, Callable[[Chunk], None]] = {
            Role.MENU: self.menu, Role.UNKNOWN: self.unknown, Role.NUMBER: self.number, Role.ARTICLE: self.number,
            Role.THE: self.the, Role.AND: self.separator, Role.OR: self.separator, Role.COMMA: self.separator,
            Role.STOP: self.stop, Role.WITH: self.with_, Role.ON: self.on_, Role.NOT: self.marking,
            Role.EXTRA: self.marking, Role.LIGHT: self.marking, Role.ONLY: self.marking, Role.ALL: self.all_,
            Role.EXCEPT: self.except_, Role.PLAIN: self.plain, Role.BOTH: self.scope, Role.EACH: self.scope,
            Role.OTHER: self.other, Role.SAME: self.other, Role.FIX: self.fix, Role.OOPS: self.fix,
            Role.MAKE: self.fix, Role.CANCEL: self.cancel, Role.INSTEAD: self.swap, Role.SWAP: self.swap,
            Role.ORDER: self.order, Role.TIMES: self.times, Role.HALF: self.half,
        }  # fmt: skip
        while self.place < len(self.chunks):
            one = self.chunks[self.place]
            self.place += 1
            step = steps.get(one.role)
            if step is not None:
                step(one)
        self.end_dangling()
        self.lines.finish()

    # What joins and separates.

    def separator(self, one: Chunk) -> None:
        """And, or, a comma: the next word may go on with the list."""
        self.end_dangling()
        if one.words == "plus":
            self.marks.clear()  # "no X plus Y" has Y
        if not (one.role is Role.COMMA and self.join is not None):
            self.join = one.role
        if one.role is Role.COMMA:
            self.lines.pause()
        self.lines.leave_side()
        self.on = self.scoped = False

    def stop(self, one: Chunk) -> None:
        """The end of a sentence: no list goes on, but what follows may still be said of the last line."""
        self.end_dangling()
        self.marks.clear()
        self.join, self.on = Role.STOP, False
        self.lines.pause()
        self.lines.sentence += 1

    def with_(self, one: Chunk) -> None:
        """With: what follows is said of the lines at hand."""
        self.marks.clear()
        self.join, self.on = Role.WITH, False
        self.lines.side_goes_on = self.lines.side is not None
        self.lines.pause()

    def on_(self, one: Chunk) -> None:
        """On, for: a line may be named that something was said of, or will be."""
        self.on = True
        if self.marks.mark is Mark.NOT and not self.marks.fresh:
            self.marks.clear()

    def order(self, one: Chunk) -> None:
        """Can I get: a new wish."""
        self.marks.clear()
        self.lines.pause()
        self.join, self.fixing = Role.ORDER, None

    # What is said of options.

    def marking(self, one: Chunk) -> None:
        """No, extra, light, only."""
        if one.role is Role.ONLY and self.ahead().role in (Role.LIGHT, Role.NUMBER, Role.ARTICLE, Role.ORDER):
            return
        if one.role is Role.EXTRA and self.marks.is_fresh(Mark.NOT):
            return  # "no extra X" asks for none
        if one.role in (Role.EXTRA, Role.LIGHT) and self.marked_behind(one):
            return
        self.marks.take(MARKS[one.role])

    def except_(self, one: Chunk) -> None:
        """Except: what follows is off, after "none" it is on; a bare "but" is only that right after either."""
        said = self.lines.latest[-1][1] if self.lines.latest else None
        last = said.mark if said is not None else Mark.PLAIN
        before = self.chunks[self.place - 2].role if self.place > 1 else None
        if before is Role.ALL or (said is not None and PHRASES.get(said.chunk.words) is Role.ALL):
            last = Mark.ALL  # also where the menu has a name for everything
        if one.words in ("but", "but the") and last is not Mark.ALL:
            self.join = Role.AND
            return
        self.marks.take(Mark.ONLY if last is Mark.NONE else Mark.NOT)

    def all_(self, one: Chunk) -> None:
        """The lot; or all of one group; or all lines."""
        ahead = self.ahead()
        if ahead.role is Role.MENU and ahead.entry.groups and not ahead.entry.values:
            self.marks.take(Mark.ALL)
        elif one.words in ("all", "every", "all the", "all of the", "all of"):
            scopes.widen(self.lines, Role.EACH)
            self.scoped = True
        elif one.words not in ("full", "lot") and not self._as_it_comes(ahead):
            self.lines.say(Said(one, Mark.NONE if self.marks.is_fresh(Mark.NOT) else Mark.ALL))
            self.marks.clear()

    def _as_it_comes(self, ahead: Chunk) -> bool:
        """Whether "everything but X" only leaves the X off: where the menu has no lot it says nothing more."""
        slots = [slot for head in self.lines.target_heads() for slot in self.lexicon.kinds[head].slots.values()]
        return ahead.role is Role.EXCEPT and bool(slots) and not any(slot.has_lot for slot in slots)

    def plain(self, one: Chunk) -> None:
        """Plain: none of what can be left off."""
        said = Said(one, Mark.NONE)
        if self.join is Role.STOP and noun_phrase(self.chunks, self.place, self.lexicon, None) is not None:
            self.lines.orphans.append(said)  # "A plain X" of a new sentence
        else:
            self.lines.say(said)

    # Which lines it is said of.

    def scope(self, one: Chunk) -> None:
        """Both, each: back to the lines before, or on to what follows."""
        if one.role is Role.EACH and self.lines.side is not None:
            side_for_each(self.lines.drafts, self.lines.side)
        elif one.role is Role.EACH and one_for_each(self.lines, self.chunks[self.place :]):
            pass
        elif self.on and self.lines.orphans and not self.lines.drafts:
            self.lines.orphans_stay = one.role is Role.BOTH  # "X on both a Y and a Z"
        elif self.on and self.lines.latest:
            scopes.spread(self.lines, one.role)
        else:
            scopes.widen(self.lines, one.role, each=one.words.startswith("each"))
        self.on, self.scoped = False, True

    def other(self, one: Chunk) -> None:
        """The other one, the rest, the second; the same again."""
        if one.role is Role.SAME and self.place > 1 and self.chunks[self.place - 2].role is Role.OF:
            return  # "a large one of the same"
        if one.role is Role.SAME:
            self.same()
        elif self.on and self.lines.latest:
            scopes.move_to_other(self.lines, one.words)
        else:
            scopes.turn_to_other(self.lines, one.words)
        self.after_name()

    # Items and options.

    def menu(self, one: Chunk) -> None:
        """A word of the menu: an item, an option, a group or a deal."""
        if self.marks.is_fresh(Mark.EXTRA) and one.entry.implies and not self.fits_at_hand(one):
            self.marks.clear()  # "an extra X" that can be no choice of the line is one more X
            self.lines.targets, self.lines.side = [], None
        if self.scoped and one.entry.implies and self.fits_at_hand(one):
            self.say_value(one)  # "an X and a Y, both small ones": a choice of each
            return
        if self.fixing is not None and self.marks.is_fresh(Mark.NOT) and amends.drop_called(self.lines, one):
            self.marks.clear()
            return
        marked = self.marks.fresh and self.marks.mark is not Mark.ONLY
        if not (marked and one.entry.values) and self.item(self.place - 1):
            return
        if one.entry.values and self.names_line(one):
            scopes.turn_to_named(self.lines, one, on=False)
        elif one.entry.values:
            self.say_value(one)
        elif one.entry.groups:
            self.say_group(one)
        elif one.entry.deals and self.marks.is_fresh(Mark.NOT):
            self.marks.clear()  # "not the deal"
        elif one.entry.deals:
            before = self.chunks[self.place - 2].number if self.place > 1 else 1
            after_count = self.place > 1 and self.chunks[self.place - 2].role in (Role.ARTICLE, Role.NUMBER)
            join = Role.COMMA if self.join is None and after_count else self.join
            if scopes.names_item(self.lines, one, self.chunks[self.place :], join):
                self.lines.deal_ahead, self.lines.deals_left = one, before
            else:
                amends.make_deal(self.lines, one, before)
        self.join, self.fixing, self.on, self.scoped = None, None, False, False

    def the(self, one: Chunk) -> None:
        """The: an item that follows, or the line that has this choice."""
        if self.item(self.place - 1):
            return
        ahead = self.ahead()
        wished = wish(self.chunks, self.place) if self.fixing is None else None
        if wished is Role.ORDER and scopes.take_wished(self.lines, ahead):
            return
        if wished is Role.OOPS and self.lines.filled(self.lines.group_of(ahead)):
            self.fixing = wished
        elif self.fixing is None and scopes.turn_to_named(self.lines, ahead, self.on and bool(self.lines.latest)):
            self.place = self.chunks.index(ahead) + 1
            self.after_name()

    def number(self, one: Chunk) -> None:
        """A number or an article: of an item that follows, or of some of the lines before."""
        some = scopes.take_some_of_the(self.lines, self.chunks[self.place - 1 :])
        if some:
            self.place += some
            self.after_name()
            return
        if self.item(self.place - 1):
            return
        ahead = self.ahead()
        count = 1 if one.role is Role.ARTICLE else one.number
        if self._says_choice(one, ahead):
            return
        if self._counts_behind():
            return
        if self.on and self.of_lines() and ahead.role is not Role.MENU and scopes.move_to_some(self.lines, count):
            self.after_name()
            return
        line = self.lines.last
        of_them = self._of_them(count)
        if self.fixing is not None and line is not None and (not of_them or count > line.quantity):
            if one.role is Role.NUMBER and self.counts_anew():
                if amends.count_each(self.lines, line, self.chunks[self.place - 1 :]):
                    self.after_name()
                    return
                line.quantity = count
                # "Three Xs, no, two. A Y" has both.
                self.fixing = self.fixing if ahead.role is Role.MENU and not self.ends_here() else None
            return
        if count == 1 and instead_ahead(self.chunks[self.place :]) and line is not None:
            self.fixing = Role.OOPS  # "can I get a Y instead"
            return
        if ahead.role is Role.ON or (of_them and ahead.role is Role.ARTICLE):
            ahead = self.ahead(self.chunks.index(ahead) + 1)
        join = Role.OF if of_them else Role.WITH if self.on else self.join
        if scopes.take_more_or_some(self.lines, one, count, ahead, join):
            self.after_name(self.fixing)
        elif ahead.role is Role.UNKNOWN and self.join is not Role.WITH:
            self.lines.leave()

    def _counts_behind(self) -> bool:
        """Whether the number counts the item that was named before it: "Xs, two"."""
        ahead = self.chunks[self.place - 1 :]
        free = not self.on and self.fixing is None
        return free and scopes.count_after(self.lines, ahead, self.join, follows_name=self.follows_name())

    def _of_them(self, count: int) -> bool:
        """Whether so many of the line at hand are spoken of: "two of them", "make one red", "make one a meal"."""
        line = self.lines.last
        if self.chunks[self.place - 2].words == "make" and line is not None and not self.ends_here():
            return count < line.quantity
        return self.place < len(self.chunks) and self.chunks[self.place].role is Role.THEM

    def _says_choice(self, one: Chunk, ahead: Chunk) -> bool:
        """Whether a number counts nothing: "zero X", where X is a choice; "an X with two", where two is one."""
        if one.number == 0 and ahead.entry.values and self.fits_at_hand(ahead):
            self.marks.take(Mark.NOT)
            return True
        named = scopes.choice_of_number(self.lines, one) if self.join is Role.WITH and self.ends_here() else None
        if named is not None:
            self.say_value(named)
        return named is not None

    def unknown(self, one: Chunk) -> None:
        """A word that the menu does not have: named to the caller, never dropped in silence."""
        before = self.chunks[self.place - 2] if self.place > 1 else None
        ahead = self.chunks[self.place] if self.place < len(self.chunks) else None
        alone = before is None or before.role in scopes.SEPARATORS or before.role in (Role.ORDER, Role.FILLER)
        if alone and ahead is not None and ahead.role is Role.WITH:
            self.lines.leave()
        if self.marks.is_fresh(Mark.NOT) and (ahead is None or ahead.role is not Role.MENU):
            self.marks.clear()  # "I can't have nuts, so one X": it was said of the nuts
        self.lines.not_understood(one)
        self.join, self.on = None, False
