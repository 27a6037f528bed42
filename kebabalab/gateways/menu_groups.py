"""Groups of menu.yaml: the group as it is written once, and what each item makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kebabalab.gateways.menu_forms import GroupForm, OfferForm, OptionForm
from kebabalab.gateways.menu_prices import NOTHING, Deciders, price
from kebabalab.gateways.yaml_places import Loc, Mistakes, meant
from kebabalab.language.tokens import words_of
from kebabalab.models.menu import Group, GroupKind, Naming, Option, Price

FLAG_OPTIONS = {"yes": OptionForm(), "no": OptionForm()}


@dataclass(frozen=True, slots=True)
class Offer:
    """A group on an item: the group's name in the file, its form, and what the item says of it with its place."""

    name: str
    group: GroupForm
    said: OfferForm
    loc: Loc

    @property
    def item(self) -> str:
        """The id of the item."""
        return str(self.loc[1])

    @property
    def usual_loc(self) -> Loc:
        """Where the usual is written."""
        return (*self.loc, "usual") if self.said.usual is not None else ("groups", self.name, "usual")

    @property
    def id(self) -> str:
        """What the choice is called on a cart line."""
        return self.group.field or self.name

    @property
    def all_options(self) -> Mapping[str, OptionForm]:
        """The group's options as written, a flag's two."""
        return FLAG_OPTIONS if self.group.kind == "flag" else self.group.options

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the options that this item offers, in the group's order."""
        only, without = self.said.only, self.said.without
        return tuple(one for one in self.all_options if (only is None or one in only) and one not in without)

    @property
    def usual(self) -> tuple[str, ...]:
        """What is given when nothing is said; the one option that is left needs no asking."""
        if self.said.usual is not None:
            return self.said.usual
        # The group's usual is for the items that offer it.
        usual = tuple(one for one in self.group.usual if one in self.offered)
        alone = self.group.kind == "one" and self.required and len(self.offered) == 1
        return self.offered if alone and not usual else usual

    @property
    def required(self) -> bool:
        """Whether a line can't do without a choice here."""
        return self.group.required if self.said.required is None else self.said.required

    @property
    def ask(self) -> str:
        """The question, "" for none."""
        return self.said.ask or self.group.ask or ""

    @property
    def decides(self) -> bool:
        """Whether exactly one option of it is on every line, so that prices can go by it."""
        return self.group.kind == "one" and (self.required or bool(self.usual))


def deciders(item: str, offers: Sequence[Offer]) -> Deciders:
    """The groups of an item that prices can go by."""
    deciding = [offer for offer in offers if offer.decides]
    return Deciders(
        item,
        {offer.id: offer.offered for offer in deciding},
        {offer.id: tuple(offer.all_options) for offer in deciding},
    )


def group(offer: Offer, decided: Deciders, mistakes: Mistakes) -> Group:
    """The group as this item offers it; what is wrong with it is noted."""
    _check(offer, mistakes)
    form = offer.group
    made = Group(
        id=offer.id,
        name=form.name or offer.id.replace("_", " "),
        kind=GroupKind(form.kind),
        options=tuple(_option(offer, one, decided, mistakes) for one in offer.offered),
        required=offer.required,
        usual=offer.usual,
        ask=offer.ask,
        said=form.said,
        naming=Naming(form.naming),
        light=form.light,
        emptied_by_plain=form.emptied_by_plain,
        names_item=form.names_item,
        on_every_line=form.on_every_line,
        parts=form.parts,
    )
    _check_charges(offer, made, mistakes)
    return made


def _option(offer: Offer, option_id: str, decided: Deciders, mistakes: Mistakes) -> Option:
    form = offer.all_options[option_id]
    change = offer.said.changes.get(option_id)
    if change is not None:
        form = form.model_copy(update={name: getattr(change, name) for name in change.model_fields_set})
    name = form.name or option_id
    return Option(
        id=option_id,
        name=name,
        price=_price(offer, option_id, decided, mistakes),
        said=_said(option_id, name, form.said),
        extra=_extra(offer, option_id, decided, mistakes),
        in_the_lot=option_id in offer.group.the_lot,
        allergens=form.allergens,
        diets=form.diets,
        available=form.available,
        mixes=form.mixes,
    )


def _said(option_id: str, name: str, said: Sequence[str]) -> tuple[str, ...]:
    """Every spoken form once, the name first; "=" before them where the id is none of them."""
    forms: dict[tuple[str, ...], str] = {}
    for form in (name, *said):
        forms.setdefault(words_of(form), form)
    known = tuple(forms.values())
    return known if words_of(option_id) in forms else ("=", *known)


def _places(offer: Offer, option_id: str, key: str) -> tuple[tuple[OptionForm | GroupForm, Loc], ...]:
    """Where an option's price or extra can stand: in the item's changes, at the option, at the group."""
    of_group: Loc = ("groups", offer.name)
    of_option: Loc = (*of_group, "options", option_id)
    found: list[tuple[OptionForm | GroupForm, Loc]] = []
    if option_id in offer.said.changes:
        found.append((offer.said.changes[option_id], (*offer.loc, "changes", option_id, key)))
    if option_id in offer.group.options:
        found.append((offer.group.options[option_id], (*of_option, key)))
    return (*found, (offer.group, (*of_group, key)))


def _price(offer: Offer, option_id: str, decided: Deciders, mistakes: Mistakes) -> Price:
    # What is given unasked is in the item's own price: nobody is charged for what nobody named.
    if (offer.group.kind == "flag" and option_id == "no") or (offer.group.kind == "many" and option_id in offer.usual):
        return NOTHING
    places = _places(offer, option_id, "price")
    for form, loc in places:
        if form.price is not None:
            return price(form.price, loc, decided, mistakes, exact=False)
    # A price that is written but can't be read is a mistake of its own.
    if not any(loc in mistakes.lines for _, loc in places):
        loc = ("groups", offer.name, "options", option_id)
        mistakes.add(loc, "it has no price; write one here, or `price: free` for the whole group")
    return NOTHING


def _extra(offer: Offer, option_id: str, decided: Deciders, mistakes: Mistakes) -> Price | None:
    for form, loc in _places(offer, option_id, "extra"):
        if "extra" in form.model_fields_set:
            return None if form.extra is None else price(form.extra, loc, decided, mistakes, exact=False)
    return None


def _check(offer: Offer, mistakes: Mistakes) -> None:
    """Note what the item says of options that do not exist, and a usual that can't be."""
    known = tuple(offer.all_options)
    said = offer.said
    for key, named in (("only", said.only or ()), ("without", said.without), ("changes", tuple(said.changes))):
        for one in named:
            if one not in known:
                mistakes.add((*offer.loc, key, one), f'"{offer.name}" has no option "{one}"{meant(one, known)}')
    for one in offer.usual:
        if one not in offer.offered:
            mistakes.add(offer.usual_loc, f'"{one}" is not offered by "{offer.item}"{meant(one, offer.offered)}')
    if offer.group.kind != "many" and len(offer.usual) > 1:
        mistakes.add(offer.usual_loc, "only one option can be the usual here; keep one")
    if not offer.offered:
        mistakes.add(offer.loc, "no option is left; offer at least one, or leave the group out")
    if offer.group.kind == "one" and offer.required and not offer.usual and not offer.ask:
        mistakes.add(("groups", offer.name), 'a choice that must be made needs a question; add "ask: ..."')


def _check_charges(offer: Offer, made: Group, mistakes: Mistakes) -> None:
    """Note what would be charged though nobody named it (ordering rules, What words mean, 3)."""
    for option in made.options:
        if not any(option.price.amounts.values()):
            continue
        if option.id in made.usual:
            mistakes.add(offer.usual_loc, f'"{option.id}" costs something, so it can\'t be the usual; make it free')
        if option.in_the_lot:
            problem = f'"{option.id}" costs something on "{offer.item}"; take it out, or make it free'
            mistakes.add(("groups", offer.name, "the_lot"), problem)


def check_group(name: str, form: GroupForm, mistakes: Mistakes) -> None:
    """Note what is wrong with a group as it is written, whatever items make of it."""
    loc: Loc = ("groups", name)
    known = FLAG_OPTIONS if form.kind == "flag" else form.options
    if form.kind == "flag" and form.options:
        mistakes.add((*loc, "options"), "a flag is yes or no; take the options out, or make it `kind: one`")
    if form.kind != "flag" and not form.options and (*loc, "options") not in mistakes.lines:
        mistakes.add(loc, 'there is nothing to choose; add "options"')
    if form.kind == "flag" and not form.said:
        mistakes.add(loc, 'nobody can name it; add "said" with its words')
    named: list[tuple[Loc, str]] = [((*loc, "usual"), one) for one in form.usual]
    named += [((*loc, "the_lot"), one) for one in form.the_lot]
    for option_id, option in form.options.items():
        named += [((*loc, "options", option_id, "mixes"), one) for one in option.mixes]
    for place, one in named:
        if one not in known and (*loc, "options", one) not in mistakes.lines:
            mistakes.add(place, f'there is no option "{one}" here{meant(one, known)}')
    if form.names_item and form.kind != "one":
        mistakes.add((*loc, "names_item"), "only a group of which one is chosen can name its item; write no")
