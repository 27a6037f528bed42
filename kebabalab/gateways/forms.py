"""The shape of an owner's file: pydantic forms over text, and their errors worded for whoever edits the file."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from kebabalab.gateways.yaml_places import Loc, Mistakes, Tree, meant, without
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


def words(value: object) -> object:
    """One text is short for a list of one, an empty value for an empty list."""
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
Words = Annotated[tuple[Text, ...], BeforeValidator(words)]
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
        if turn == 0:
            for one in errors:
                mistakes.add(one["loc"], _wording(form, one))
        # An entry that lacks something is left out whole, for nothing can stand in for what it lacks.
        cuts = [mistakes.place(one["loc"][:-1] if one["type"] == "missing" else one["loc"]) for one in errors]
        tree = without(tree, cuts)
        if tree is None:
            break
    return None


_SAID = {
    "string_type": "write text here",
    "string_too_short": "write something here",
    "string_too_long": "this is too long",
    "dict_type": "write keys with values here",
    "model_type": "write keys with values here",
    "tuple_type": "write a list here: [one, two]",
    "too_short": "write at least one",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
}


def _wording(form: type[Form], error: ErrorDetails) -> str:
    """What is wrong and what to do, in an owner's words."""
    kind, loc, context = error["type"], error["loc"], error.get("ctx", {})
    if kind == "missing":
        return f'"{loc[-1]}" is missing; add it'
    if kind == "extra_forbidden":
        known = _known_keys(form, loc)
        return f'there is no key "{loc[-1]}" here{meant(str(loc[-1]), known)}'
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(context.get("pattern")), "this is not written as it must be")
    if kind == "literal_error":
        return f"write {context.get('expected')}"
    if kind == "greater_than_equal":
        return f"write a number that is at least {context.get('ge')}"
    if kind == "less_than_equal":
        return f"write a number that is at most {context.get('le')}"
    return _SAID.get(kind, str(error["msg"]).removeprefix("Value error, "))


_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "write the id in lower case letters, digits and _, a letter first",
    r"^\w[\w .&'/+-]*$": "write the id in letters, digits and blanks",
    r"^[A-Z]{2}$": "write two capital letters, like AU",
    r"^[A-Z]{3}$": "write three capital letters, like AUD",
    r"^https?://\S+$": "write the whole address, like https://example.com/menu",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "write a language like en-AU",
}


def _known_keys(form: type[Form], loc: Loc) -> tuple[str, ...]:
    """The keys that the form knows where the last step of this place stands."""
    annotation: Any = form
    for step in loc[:-1]:
        annotation = _inside(annotation, step)
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return ()
    return tuple(sorted(field.alias or name for name, field in annotation.model_fields.items()))


def _inside(annotation: Any, step: str | int) -> Any:
    """What stands at one step inside: the annotation of a form's field, of a mapping's values or of a list's."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return _bare(next((field.annotation for name, field in fields if step in (name, field.alias)), None))
    arguments = get_args(annotation)
    return _bare(arguments[-1 if get_origin(annotation) is dict else 0]) if arguments else annotation


def _bare(annotation: Any) -> Any:
    """The annotation without Annotated and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


def amounts_of(value: object) -> object:
    """A price as its form takes it: one amount for all, or amounts by the options of a group."""
    if isinstance(value, dict):
        rest = {key: amount for key, amount in value.items() if key != "by"}
        return {"by": value.get("by") or "", "amounts": rest}
    return {"amounts": {"": value}}
