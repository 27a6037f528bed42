"""Groups of menu.yaml: the group as it is written once, and what each item makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kebabalab.gateways.menu_forms import GroupForm, OfferForm, OptionForm
from kebabalab.gateways.menu_prices import NOTHING, Deciders, price
from kebabalab.gateways.yaml_places import Loc, Mistakes, nearest, quoted
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
        usual = self.said.usual if self.said.usual is not None else self.group.usual
        if not usual and self.group.kind == "one" and len(self.offered) == 1 and self.required:
            return self.offered
        return usual

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
    return Group(
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
    if offer.group.kind == "flag" and option_id == "no":
        return NOTHING
    for form, loc in _places(offer, option_id, "price"):
        if form.price is not None:
            return price(form.price, loc, decided, mistakes, exact=False)
    loc = ("groups", offer.name, "options", option_id)
    mistakes.add(loc, "it has no price; write one here, or `price: free` for the whole group")
    return NOTHING


def _extra(offer: Offer, option_id: str, decided: Deciders, mistakes: Mistakes) -> Price | None:
    for form, loc in _places(offer, option_id, "extra"):
        if "extra" in form.model_fields_set:
            return None if form.extra is None else price(form.extra, loc, decided, mistakes, exact=False)
    return None


def _check(offer: Offer, mistakes: Mistakes) -> None:
    """Note names of options that do not exist, and a required choice that has no question."""
    known = tuple(offer.all_options)
    for key, named in (("only", offer.said.only or ()), ("without", offer.said.without), ("changes", offer.said.changes)):
        for one in named:
            if one not in known:
                mistakes.add((*offer.loc, key, one), f'"{offer.name}" has no option "{one}"{nearest(one, known)}')
    usual_loc = (*offer.loc, "usual") if offer.said.usual is not None else ("groups", offer.name, "usual")
    for one in offer.usual:
        if one not in offer.offered:
            why = "is not offered here" if one in known else f'is no option of "{offer.name}"'
            mistakes.add(usual_loc, f'"{one}" {why}{nearest(one, offer.offered)}; offered: {quoted(offer.offered)}')
    if offer.group.kind != "many" and len(offer.usual) > 1:
        mistakes.add(usual_loc, "only one option can be the usual here; keep one")
    if not offer.offered:
        mistakes.add(offer.loc, "no option is left; offer at least one, or leave the group out")
    if offer.group.kind == "one" and offer.required and not offer.usual and not offer.ask:
        mistakes.add(("groups", offer.name), 'a choice that must be made needs a question; add "ask: ..."')
