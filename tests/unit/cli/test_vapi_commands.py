"""`kebabalab vapi export` as whoever connects the shop to VAPI runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kebabalab.cli.vapi_commands import vapi
from kebabalab.tools.registry import TOOLS
from tests.unit.gateways.files import MENU, edited, write

ROOT = Path(__file__).parents[3]
TRATTORIA = str(ROOT / "tests" / "shops" / "trattoria")
URL = ("--server-url", "https://shop.example")


def export(folder: Path, *options: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(vapi, ("export", str(folder), *options), env=env)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.json"))}


@pytest.fixture(autouse=True)
def away_from_any_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_tool_the_assistant_and_the_number_have_a_file(tmp_path: Path) -> None:
    result = export(tmp_path / "out", *URL)
    assert result.exit_code == 0
    assert set(contents(tmp_path / "out")) == {
        "assistant.json",
        "phone-number.json",
        "tools/transferCall.json",
        *(f"tools/{name}.json" for name in TOOLS),
    }
    assert "19 tools, the assistant, the phone number; menu version" in result.output


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    export(tmp_path / "one", *URL)
    export(tmp_path / "two", *URL)
    export(tmp_path / "two", *URL)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_an_address_without_a_path_gets_the_webhooks(tmp_path: Path) -> None:
    export(tmp_path, *URL)
    assert json.loads((tmp_path / "assistant.json").read_bytes())["server"]["url"] == "https://shop.example/webhook"
    export(tmp_path, "--server-url", "https://shop.example/vapi/webhook")
    number = json.loads((tmp_path / "phone-number.json").read_bytes())
    assert number["server"]["url"] == "https://shop.example/vapi/webhook"


@pytest.mark.parametrize("address", ("http://shop.example", "shop.example", "https://", "https://shop example", ""))
def test_an_address_that_vapi_cannot_reach_is_a_wrong_use(tmp_path: Path, address: str) -> None:
    result = export(tmp_path / "out", "--server-url", address)
    assert result.exit_code == 2
    assert "is no address that VAPI can reach, such as https://shop.example" in result.output
    assert not (tmp_path / "out").exists()


def test_without_an_address_nothing_is_written(tmp_path: Path) -> None:
    result = export(tmp_path / "out")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)


def test_the_credential_stands_wherever_vapi_calls_this_server(tmp_path: Path) -> None:
    export(tmp_path, *URL, "--credential-id", "cred-1")
    read = {name: json.loads(text) for name, text in contents(tmp_path).items()}
    servers = [body["server"] for body in read.values() if "server" in body]
    assert len(servers) == len(TOOLS) - 1 + 2
    assert {server["credentialId"] for server in servers} == {"cred-1"}


def test_a_server_that_asks_for_a_secret_needs_a_credential(tmp_path: Path) -> None:
    secret = {"VAPI_WEBHOOK_SECRET": "a-test-secret"}
    warned = export(tmp_path, *URL, env=secret)
    assert warned.exit_code == 0
    assert "without --credential-id VAPI sends no secret, and this server asks for one" in warned.output
    assert "credential" not in export(tmp_path, *URL, "--credential-id", "cred-1", env=secret).output


def test_no_secret_is_written(tmp_path: Path) -> None:
    export(tmp_path, *URL, env={"VAPI_WEBHOOK_SECRET": "a-test-secret", "VAPI_API_KEY": "a-test-key"})
    assert not any(
        secret in text for text in contents(tmp_path).values() for secret in (b"a-test-secret", b"a-test-key")
    )


def test_another_shop_voice_model_and_sort_of_number_can_be_chosen(tmp_path: Path) -> None:
    chosen = (
        "--shop",
        TRATTORIA,
        "--voice",
        "azure:some-voice",
        "--model",
        "openai:some-model",
        "--number-from",
        "vapi",
    )
    assert export(tmp_path, *URL, *chosen).exit_code == 0
    assistant = json.loads((tmp_path / "assistant.json").read_bytes())
    number = json.loads((tmp_path / "phone-number.json").read_bytes())
    assert (assistant["name"], number["provider"]) == ("Trattoria Esempio", "vapi")
    assert (assistant["voice"]["voiceId"], assistant["model"]["model"]) == ("some-voice", "some-model")


def test_a_voice_without_a_provider_is_a_wrong_use(tmp_path: Path) -> None:
    result = export(tmp_path, *URL, "--voice", "Elliot")
    assert result.exit_code == 2
    assert "'Elliot' is not a provider and an id with a colon between" in result.output


def test_what_is_left_of_an_earlier_export_is_named(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "oldTool.json").write_text("{}")
    assert "oldTool.json is of an earlier export: there is no such tool any more" in export(tmp_path, *URL).output


def test_a_broken_menu_is_not_exported(tmp_path: Path) -> None:
    shop = write(tmp_path, edited(MENU, "price: 2.50", "price: cheap"))
    result = export(tmp_path / "out", *URL, "--shop", str(shop))
    assert result.exit_code == 1
    assert f"kebabalab menu check {shop} names every mistake" in result.output
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_traced_back(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = export(tmp_path / "file" / "out", *URL)
    assert result.exit_code == 1
    assert "Not a directory" in result.output
