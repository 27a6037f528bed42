"""The shape of an owner's file: pydantic forms over text, and their errors worded for whoever edits the file."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import TypeVar, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from kebabalab.gateways.yaml_places import Loc, Mistakes, Tree, nearest, quoted, without
from kebabalab.models.money import ZERO, Money

FREE = "free"
_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_ROUNDS = 20


class Form(BaseModel):
    """A part of a file: no key that it does not know, no blanks around text."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _yes_or_no(value: object) -> bool:
    found = _YES.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("write yes or no")
    return found


def _words(value: object) -> object:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _keys(value: object) -> object:
    """A list of ids is short for those ids with nothing more to say of them; an empty value for none."""
    if value is None:
        return {}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return dict.fromkeys(value)
    return value


def _amount(value: object) -> Money:
    if value == FREE:
        return ZERO
    try:
        return Money.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(f"write an amount like 3.50, or {FREE}") from None


Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
OptionId = Annotated[str, StringConstraints(pattern=r"^\w[\w .&'/+-]*$", max_length=60)]
Yes = Annotated[bool, BeforeValidator(_yes_or_no)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_words)]
Amount = Annotated[Money, BeforeValidator(_amount)]
AsKeys = BeforeValidator(_keys)


F = TypeVar("F", bound=Form)


def fill(form: type[F], tree: Tree, mistakes: Mistakes) -> F | None:
    """The form filled from the tree; what is wrong is noted and left out, so that the rest can be checked too.

    None when nothing can be made of it.
    """
    for turn in range(_ROUNDS):
        try:
            return form.model_validate(tree)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        for one in errors:
            if turn == 0:
                mistakes.add(one["loc"], _wording(form, one))
        # An entry that lacks something is left out whole, for nothing can stand in for what it lacks.
        cuts = [mistakes.place(one["loc"][:-1] if one["type"] == "missing" else one["loc"]) for one in errors]
        tree = without(tree, cuts)
        if tree is None:
            break
    return None


def _wording(form: type[Form], error: ErrorDetails) -> str:
    kind, loc, said = error["type"], error["loc"], str(error["msg"])
    if kind == "missing":
        return f'"{loc[-1]}" is missing; add it'
    if kind == "extra_forbidden":
        known = _known_keys(form, loc)
        return f'there is no such key here{nearest(str(loc[-1]), known)} known here: {quoted(sorted(known))}'
    if kind == "string_pattern_mismatch":
        return "write lower case letters, digits and _ only, a letter first" if "a-z0-9_" in said else (
            "write letters, digits and blanks only"
        )
    if kind in ("enum", "literal_error"):
        return f"write {error.get('ctx', {}).get('expected', 'one of the known words')}"
    return _SAID.get(kind, said.removeprefix("Value error, "))


_SAID = {
    "string_type": "write text here",
    "string_too_short": "write something here",
    "string_too_long": "this is too long",
    "dict_type": "write keys with values here",
    "model_type": "write keys with values here",
    "model_attributes_type": "write keys with values here",
    "tuple_type": "write a list here: [one, two]",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
}


def _known_keys(form: type[Form], loc: Loc) -> tuple[str, ...]:
    """The keys of the form at the place above this one."""
    current: type[BaseModel] = form
    annotation: Any = form
    for step in loc[:-1]:
        field = _field(current, step) if annotation is current else None
        if field is not None:
            annotation = _bare(field)
        else:
            arguments = get_args(annotation)
            annotation = _bare(arguments[-1 if get_origin(annotation) is dict else 0]) if arguments else annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            current = annotation
    return tuple(field.alias or name for name, field in current.model_fields.items())


def _field(form: type[BaseModel], step: str | int) -> Any:
    for name, field in form.model_fields.items():
        if step in (name, field.alias):
            return field.annotation
    return None


def _bare(annotation: Any) -> Any:
    """The annotation without Annotated and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


def amounts_of(value: object, words: Sequence[str] = ()) -> object:
    """A price as its form takes it: one amount for all, or amounts by the options of a group."""
    if isinstance(value, dict):
        rest = {key: amount for key, amount in value.items() if key != "by"}
        return {"by": value.get("by", ""), "amounts": rest}
    if isinstance(value, str):
        return {"amounts": {"": value}}
    return {"amounts": {"": None}}
