"""The description names every route, message, tool and argument that there is, and goes to those who may ask."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask import Flask

from kebabalab.tools.registry import TOOLS
from kebabalab.web.application import add_routes
from kebabalab.web.openapi import description
from kebabalab.web.signature import Gate, SharedSecret
from tests.phone_call import a_store
from tests.unit.web.test_webhook import client_of

SAMPLES = {
    path.stem: json.loads(path.read_text())
    for path in sorted((Path(__file__).parents[2] / "vapi_samples").glob("*.json"))
}
MESSAGES = {name: body for name, body in SAMPLES.items() if "type" in (body.get("message") or {})}
# Flask answers these by itself.
OWN = {"HEAD", "OPTIONS"}


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask("described", static_folder=None)
    add_routes(app, staff=True)
    return app


@pytest.fixture(scope="module")
def described(app: Flask) -> dict[str, Any]:
    return description(app)


def schema(described: dict[str, Any], name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", "components": described["components"]}


def test_every_route_is_described_with_each_of_its_methods(app: Flask, described: dict[str, Any]) -> None:
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - OWN
    }
    told = {(path, method.upper()) for path, methods in described["paths"].items() for method in methods}
    assert told == routes


def test_without_pages_for_staff_none_is_described() -> None:
    app = Flask("described", static_folder=None)
    add_routes(app, staff=False)
    assert not [path for path in description(app)["paths"] if path.startswith("/staff")]


def test_every_name_that_the_description_refers_to_is_in_it(described: dict[str, Any]) -> None:
    referred = set(re.findall(r'"#/components/(\w+)/([^"]+)"', json.dumps(described)))
    assert {(kind, name) for kind, name in referred if name not in described["components"][kind]} == set()
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)


def test_every_tool_and_each_of_its_arguments_is_described(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    for name, tool in TOOLS.items():
        arguments = schemas[schemas[f"call-{name}"]["properties"]["arguments"]["$ref"].rpartition("/")[2]]
        assert set(arguments.get("properties", {})) == {
            field.alias for field in tool.arguments.model_fields.values()
        }, name


def test_an_argument_that_is_not_as_described_is_told_from_one_that_is(described: dict[str, Any]) -> None:
    checked = jsonschema.Draft202012Validator(schema(described, "QuickAddItem"))
    assert checked.is_valid({"description": "two of them"})
    assert not checked.is_valid({"description": ""})
    assert not checked.is_valid({"description": "x" * 2001})


@pytest.mark.parametrize("body", MESSAGES.values(), ids=MESSAGES.keys())
def test_what_vapi_sends_and_is_answered_is_as_described(body: dict[str, Any], described: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema(described, "Envelope")).validate(body)
    answer = client_of(a_store()).post("/webhook", json=body)
    assert answer.status_code == 200
    jsonschema.Draft202012Validator(schema(described, "WebhookAnswer")).validate(answer.json)


def test_strangers_are_not_told_what_there_is() -> None:
    client = client_of(a_store(), gate=Gate((SharedSecret((b"a-secret-of-the-shop",)),)))
    refused = client.get("/openapi.json")
    assert (refused.status_code, refused.json) == (401, {"error": "unauthorized"})
    told = client.get("/openapi.json", headers={"X-Vapi-Secret": "a-secret-of-the-shop"})
    assert told.json is not None
    assert "/webhook" in told.json["paths"]


@pytest.mark.parametrize(("encoding", "status"), (("gzip", 415), ("br", 415), ("identity", 400), ("", 400)))
def test_a_body_that_is_packed_is_never_unpacked(encoding: str, status: int) -> None:
    answer = client_of(a_store()).post("/webhook", data=b"{", headers={"Content-Encoding": encoding})
    assert (answer.status_code, list(answer.json or {})) == (status, ["error"])
