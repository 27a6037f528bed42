"""Make the shop from shop.yaml, noting every mistake that the file has."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from kebabalab.gateways.forms import Amount, Form, Text, Yes, fill, words
from kebabalab.gateways.holidays import is_known
from kebabalab.gateways.shop_hours import HoursForm, hours
from kebabalab.gateways.yaml_places import Mistakes, nearest, read
from kebabalab.language import text_templates
from kebabalab.models.cart import MAX_QUANTITY
from kebabalab.models.shop import HolidaySurcharge, LeadTimes, Limits, Shop, Tax

_USUAL = Limits()
_FRACTION = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})")


def _zone(value: object) -> ZoneInfo:
    name = value if isinstance(value, str) else ""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = nearest(name, available_timezones()) or "; write one like Australia/Melbourne"
        raise ValueError(f'there is no time zone "{name}"{hint}') from None


def _phone(value: object) -> str:
    text = value.replace(" ", "") if isinstance(value, str) else ""
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        raise ValueError('write the number with its country\'s code, in quotes: "+61..."') from None
    if not phonenumbers.is_possible_number(number):
        raise ValueError(f'"{text}" is no phone number; a digit may be missing or too many')
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _date(value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError("write a date like 2026-12-25") from None


def _part(value: object) -> object:
    found = _FRACTION.fullmatch(value) if isinstance(value, str) else None
    if found is None or not int(found[2]) > 0 or int(found[1]) >= int(found[2]):
        raise ValueError("write the part of a total that is tax, like 1/11, or 0/1 for none")
    return int(found[1]), int(found[2])


def _known_country(value: str) -> str:
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError(f'there is no country "{value}" with phone numbers; write two capital letters, like NZ')
    return value


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Phone = Annotated[str, BeforeValidator(_phone)]
Dates = Annotated[tuple[Annotated[dt.date, BeforeValidator(_date)], ...], BeforeValidator(lambda value: value or ())]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Minutes = Annotated[int, Field(ge=0, le=1440)]
Count = Annotated[int, Field(ge=0, le=1000)]
Some = Annotated[int, Field(ge=1, le=100_000)]
Texted = Annotated[Country, AfterValidator(_known_country)]


class LeadForm(Form):
    """How long an order takes: minutes and counts."""

    earliest: Minutes
    earliest_busy: Minutes
    free_queue: Count
    per_queued_order: Minutes
    estimate: Minutes
    estimate_busy: Minutes
    per_extra_item: Minutes
    per_waiting_order: Minutes
    longest_estimate: Minutes
    days_ahead: Annotated[int, Field(ge=0, le=365)]
    busy: Yes = False


class TaxForm(Form):
    """The tax inside every price."""

    name: Text
    part_of_total: Annotated[tuple[int, int], BeforeValidator(_part)]


class SurchargeForm(Form):
    """What is added on public holidays."""

    on: Yes = False
    percent: Annotated[int, Field(ge=0, le=100)]
    country: Country
    subdivision: str = ""
    dates: Dates = ()
    not_on: Dates = ()


class LimitsForm(Form):
    """What a person decides, and how many texts go out; what is left out is as in models.shop.Limits."""

    quantity: Annotated[int, Field(ge=1, le=MAX_QUANTITY)] = _USUAL.quantity
    pieces: Some = _USUAL.pieces
    no_shows: Some = _USUAL.no_shows
    texts_per_call: Some = _USUAL.texts_per_call
    texts_per_number: Some = _USUAL.texts_per_number
    texts_per_day: Some = _USUAL.texts_per_day
    text_countries: Annotated[tuple[Texted, ...], BeforeValidator(words)] = ()


class TextsForm(Form):
    """The shop's own words for its texts, "" for the usual ones."""

    unicode: Yes = False
    confirmation: str = ""
    changed: str = ""
    ready: str = ""
    cancelled: str = ""
    ticket: str = ""
    receipt: str = ""
    menu_link: str = ""


class ShopForm(HoursForm):
    """A whole shop.yaml."""

    name: Text
    address: Text
    phone: Phone
    transfer_to: Phone = ""
    business_number: Text
    website: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=300)] = ""
    country: Country
    currency: Currency
    time_zone: Zone
    languages: Annotated[tuple[Language, ...], BeforeValidator(words), Field(min_length=1)] = ("en-AU",)
    greeting: str = ""
    lead_times: LeadForm
    tax: TaxForm
    holiday_surcharge: SurchargeForm | None = None
    order_limit: Amount | None = None
    limits: LimitsForm = LimitsForm()
    texts: TextsForm = TextsForm()


def load_shop(path: Path, shop_id: str, mistakes: Mistakes) -> Shop | None:
    """The shop of this file; None, and every mistake noted, where it has any."""
    tree, _ = read(path, mistakes)
    form = None if tree is None else fill(ShopForm, tree, mistakes)
    if form is None:
        return None
    opening = hours(form, mistakes)
    _check(form, mistakes)
    if mistakes.found:
        return None
    tax = form.tax
    return Shop(
        id=shop_id,
        name=form.name,
        zone=form.time_zone,
        country=form.country,
        currency=form.currency,
        phone=form.phone,
        transfer_to=form.transfer_to,
        address=form.address,
        business_number=form.business_number,
        website=form.website,
        hours=opening,
        lead=LeadTimes(**form.lead_times.model_dump()),
        tax=Tax(tax.name, *tax.part_of_total),
        surcharge=_surcharge(form),
        languages=form.languages,
        greeting=form.greeting,
        order_limit=form.order_limit,
        limits=Limits(**form.limits.model_dump()),
        texts=_own_words(form.texts),
        unicode_texts=form.texts.unicode,
    )


def _surcharge(form: ShopForm) -> HolidaySurcharge:
    if form.holiday_surcharge is None:
        return HolidaySurcharge(False, 0, form.country, "")
    return HolidaySurcharge(**form.holiday_surcharge.model_dump())


def _own_words(form: TextsForm) -> dict[str, str]:
    given: dict[str, str] = form.model_dump(exclude={"unicode"})
    return {kind: template for kind, template in given.items() if template}


def _check(form: ShopForm, mistakes: Mistakes) -> None:
    """Note times that contradict each other, a surcharge on holidays that nobody knows, texts that can't be written."""
    for kind, template in _own_words(form.texts).items():
        if wrong := text_templates.problem(kind, template, unicode=form.texts.unicode):
            mistakes.add(("texts", kind), wrong)
    lead, surcharge = form.lead_times, form.holiday_surcharge
    for calm in ("earliest", "estimate"):
        if getattr(lead, f"{calm}_busy") < getattr(lead, calm):
            problem = f"when busy it can't be quicker than {calm}, {getattr(lead, calm)}; make it at least that"
            mistakes.add(("lead_times", f"{calm}_busy"), problem)
    if lead.longest_estimate < lead.estimate:
        mistakes.add(
            ("lead_times", "longest_estimate"), f"it is less than estimate, {lead.estimate}; make it at least that"
        )
    if surcharge is not None and surcharge.on and not is_known(surcharge.country, surcharge.subdivision):
        place = f"{surcharge.country} {surcharge.subdivision}".strip()
        problem = f'no calendar of public holidays is known for "{place}"; write a country and state like AU and VIC'
        mistakes.add(("holiday_surcharge", "subdivision"), problem)
