"""The assistant and the phone number that VAPI is given, complete as they are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.tools.ports import ShopData
from kebabalab.tools.vapi_assistant import Provided, assistant_body, phone_number_body
from kebabalab.tools.vapi_keyterms import keyterms
from kebabalab.tools.vapi_prompt import prompt
from kebabalab.tools.vapi_tools import Connection, tool_bodies
from tests.phone_call import kebab_shop

TRATTORIA = load(Path(__file__).parents[2] / "shops" / "trattoria")
CONNECTION = Connection("https://shop.example/webhook", "cred")
# The fields that VAPI's API has for an assistant and a phone number; it may refuse a body with others.
OF_AN_ASSISTANT = frozenset(
    "analysisPlan artifactPlan backgroundSound backgroundSpeechDenoisingPlan clientMessages compliancePlan "
    "credentialIds credentials endCallMessage endCallPhrases firstMessage firstMessageInterruptionsEnabled "
    "firstMessageMode hooks keypadInputPlan maxDurationSeconds metadata model modelOutputInMessagesEnabled "
    "monitorPlan name observabilityPlan server serverMessages startSpeakingPlan stopSpeakingPlan transcriber "
    "transportConfigurations voice voicemailDetection voicemailMessage".split()
)
OF_A_NUMBER = frozenset("assistantId fallbackDestination hooks name number provider server smsEnabled".split())


def body_of(data: ShopData, **given: Provided) -> dict[str, Any]:
    return assistant_body(data, CONNECTION, **given)


@pytest.mark.parametrize("data", (kebab_shop(), TRATTORIA), ids=("kebabalab", "trattoria"))
def test_an_assistant_holds_only_what_vapi_knows_and_can_be_written_as_json(data: ShopData) -> None:
    body = body_of(data)
    assert set(body) <= OF_AN_ASSISTANT
    assert json.loads(json.dumps(body)) == body


def test_an_assistant_holds_its_tools_and_its_prompt() -> None:
    data = kebab_shop()
    model = body_of(data)["model"]
    assert model["tools"] == list(tool_bodies(data.shop, data.menu, CONNECTION).values())
    assert model["messages"] == [{"role": "system", "content": prompt(data.shop, True)}]


def test_no_two_tools_of_an_assistant_have_one_name() -> None:
    names = [tool.get("function", tool).get("name") or tool["type"] for tool in body_of(kebab_shop())["model"]["tools"]]
    assert len(set(names)) == len(names)


def test_the_first_message_is_the_shops_greeting() -> None:
    data = kebab_shop()
    assert body_of(data)["firstMessage"] == "Hi, this is Kebabalab in St Kilda. What can I get you?"
    assert body_of(TRATTORIA)["firstMessage"] == "Hello, this is Trattoria Esempio. What can I get for you?"


def test_the_transcriber_hears_the_shops_english_numbers_as_digits_and_the_menus_names() -> None:
    data = kebab_shop()
    assert body_of(data)["transcriber"] == {
        "provider": "deepgram",
        "model": "nova-3",
        "language": "en-AU",
        "numerals": True,
        "keyterm": list(keyterms(data.menu)),
    }
    assert body_of(TRATTORIA)["transcriber"]["language"] == "en-NZ"


def test_the_server_is_told_of_four_things_and_no_more() -> None:
    assert body_of(kebab_shop())["serverMessages"] == [
        "tool-calls",
        "status-update",
        "end-of-call-report",
        "transfer-destination-request",
    ]


def test_reports_come_to_this_server_and_are_sent_again_when_it_does_not_answer() -> None:
    server = body_of(kebab_shop())["server"]
    assert (server["url"], server["timeoutSeconds"], server["credentialId"]) == (
        "https://shop.example/webhook",
        20,
        "cred",
    )
    assert server["backoffPlan"]["maxRetries"] == 3
    assert 401 in server["backoffPlan"]["excludedStatusCodes"]


def test_no_sound_lies_under_the_call_and_it_is_not_recorded() -> None:
    body = body_of(kebab_shop())
    assert (body["backgroundSound"], body["artifactPlan"]) == ("off", {"recordingEnabled": False})


def test_the_words_that_hang_up_are_long_enough_not_to_be_said_by_accident() -> None:
    body = body_of(kebab_shop())
    assert all(len(phrase.split()) > 1 for phrase in body["endCallPhrases"])
    assert not any(phrase in body["firstMessage"].lower() for phrase in body["endCallPhrases"])


def test_a_caller_who_says_nothing_is_asked_and_no_call_lasts_for_ever() -> None:
    body = body_of(kebab_shop())
    assert body["maxDurationSeconds"] == 600
    assert [(hook["on"], hook["do"][0]["type"]) for hook in body["hooks"]] == [("customer.speech.timeout", "say")]


def test_the_voice_and_the_model_can_be_others() -> None:
    body = body_of(kebab_shop(), model=Provided("openai", "another"), voice=Provided("azure", "en-AU-NatashaNeural"))
    assert body["voice"] == {"provider": "azure", "voiceId": "en-AU-NatashaNeural"}
    assert (body["model"]["provider"], body["model"]["model"]) == ("openai", "another")
    assert body_of(kebab_shop())["voice"] == {"provider": "vapi", "voiceId": "Elliot", "version": "2"}


def test_a_name_is_as_long_as_vapi_takes() -> None:
    data = kebab_shop()
    long = replace(data, shop=replace(data.shop, name="Kebabs " * 20))
    assert len(body_of(long)["name"]) <= 40


def test_the_phone_number_asks_the_server_for_its_assistant_and_falls_back_on_the_shops_phone() -> None:
    shop = kebab_shop().shop
    body = phone_number_body(shop, CONNECTION, "twilio")
    assert set(body) <= OF_A_NUMBER
    assert body == {
        "provider": "twilio",
        "name": "Kebabalab",
        "assistantId": None,
        "server": CONNECTION.server,
        "fallbackDestination": {"type": "number", "number": shop.transfer_to},
    }


def test_without_a_phone_in_the_shop_nothing_is_fallen_back_on() -> None:
    assert "fallbackDestination" not in phone_number_body(TRATTORIA.shop, CONNECTION, "vapi")
