"""`kebabalab vapi export`: what VAPI must be given, written as the bodies of its REST API."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kebabalab.cli.settings import load as load_settings
from kebabalab.config import Settings
from kebabalab.gateways.shop_files import load
from kebabalab.models.errors import ShopFilesBroken
from kebabalab.tools.ports import ShopData
from kebabalab.tools.vapi_assistant import ELLIOT, GPT, Provided, assistant_body, phone_number_body
from kebabalab.tools.vapi_tools import Connection, tool_bodies

WEBHOOK_PATH = "/webhook"
ADDRESS = re.compile(r"(https://[^\s/?#]+)(/[^\s?#]*)?")
TOOLS_FOLDER = "tools"
PHONE_PROVIDERS = ("twilio", "vapi", "telnyx", "vonage", "byo-phone-number")


class WebhookUrl(click.ParamType[str]):
    """An address that VAPI can reach; one without a path gets the webhook's."""

    name = "URL"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The whole address, or a usage error."""
        found = ADDRESS.fullmatch(str(value))
        if found is None:
            self.fail(f"{value!r} is no address that VAPI can reach, such as https://shop.example", param, ctx)
        host, path = found.groups(default="")
        return host + (path if path.strip("/") else WEBHOOK_PATH)


class ProvidedBy(click.ParamType[Provided]):
    """One of VAPI's providers with a model or voice of it, as provider:id."""

    name = "PROVIDER:ID"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Provided:
        """The two parts, or a usage error."""
        if isinstance(value, Provided):
            return value
        found = re.fullmatch(r"([\w-]+):(\S+)", str(value))
        if found is None:
            self.fail(f"{value!r} is not a provider and an id with a colon between", param, ctx)
        return Provided(found.group(1), found.group(2))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    server_url: str
    credential_id: str
    voice: Provided
    model: Provided
    number_from: str

    @property
    def connection(self) -> Connection:
        """How VAPI reaches this server."""
        return Connection(self.server_url, self.credential_id)


@click.group()
def vapi() -> None:
    """Write what VAPI must be given to answer the phone."""


@vapi.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--server-url", required=True, type=WebhookUrl(), help="Where VAPI reaches this server: https://...")
@click.option("--credential-id", default="", metavar="ID", help="VAPI's credential that holds the webhook's secret.")
@click.option("--shop", type=click.Path(path_type=Path), help="The shop's folder.  [SHOP_DIR, else shops/kebabalab]")
@click.option("--voice", type=ProvidedBy(), default=ELLIOT, help="Another voice than vapi:Elliot.")
@click.option("--model", type=ProvidedBy(), default=GPT, help="Another language model than openai:gpt-4.1.")
@click.option("--number-from", type=click.Choice(PHONE_PROVIDERS), default="twilio", help="Who sold the number.")
def export(folder: Path, shop: Path | None, **asked: Any) -> None:
    """Write the tools, the assistant and the phone number to DIR, from the menu, the shop and the tools served here.

    Each file is a body for VAPI's REST API, docs/VAPI.md says which. The same input gives the same bytes.
    """
    settings = load_settings(shop_dir=shop)
    data = _loaded(settings)
    bodies = _bodies(data, Asked(**asked))
    _write(folder, bodies)
    tools = sum(name.startswith(TOOLS_FOLDER) for name in bodies)
    click.echo(f"{folder}: {tools} tools, the assistant, the phone number; menu version {data.menu.version}")
    for note in _notes(folder, bodies, settings, asked["credential_id"]):
        click.echo(note, err=True)


def _bodies(data: ShopData, asked: Asked) -> dict[str, Mapping[str, object]]:
    """What is written, by the file's name."""
    tools = tool_bodies(data.shop, data.menu, asked.connection)
    return {
        **{f"{TOOLS_FOLDER}/{name}.json": body for name, body in tools.items()},
        "assistant.json": assistant_body(data, asked.connection, asked.model, asked.voice),
        "phone-number.json": phone_number_body(data.shop, asked.connection, asked.number_from),
    }


def _loaded(settings: Settings) -> ShopData:
    """The shop's data; with mistakes, the command ends with 1 and says where to find them."""
    try:
        return load(settings.shop_folder)
    except ShopFilesBroken as broken:
        click.echo(f"{broken.problems[0]}\nkebabalab menu check {settings.shop_folder} names every mistake", err=True)
        sys.exit(1)


def _write(folder: Path, bodies: Mapping[str, Mapping[str, object]]) -> None:
    try:
        (folder / TOOLS_FOLDER).mkdir(parents=True, exist_ok=True)
        for name, body in bodies.items():
            text = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        click.echo(f"{problem.filename or folder}: {problem.strerror}", err=True)
        sys.exit(1)


def _notes(folder: Path, bodies: Mapping[str, object], settings: Settings, credential_id: str) -> list[str]:
    """What whoever exports should know."""
    written = {folder / name for name in bodies}
    old = sorted(path for path in (folder / TOOLS_FOLDER).glob("*.json") if path not in written)
    notes = [f"{path} is of an earlier export: there is no such tool any more" for path in old]
    if settings.is_authenticated and not credential_id:
        notes.append("without --credential-id VAPI sends no secret, and this server asks for one")
    return notes
