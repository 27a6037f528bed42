"""What schemathesis loads beside the description: requests to Twilio's routes are signed as Twilio signs them."""

from __future__ import annotations

import os
import urllib.parse
from typing import Any

import requests
import schemathesis
from twilio.request_validator import RequestValidator


@schemathesis.hook
def before_call(_context: Any, case: Any, kwargs: Any) -> None:
    """Add the signature of the form that is about to be sent."""
    if not case.path.startswith("/twilio/"):
        return
    sent = requests.Request(**case.as_transport_kwargs()).prepare()
    body = sent.body.decode() if isinstance(sent.body, bytes) else sent.body or ""
    form = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
    url = os.environ["PUBLIC_URL"] + sent.path_url
    signature = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"]).compute_signature(url, form)
    case.headers = {**(case.headers or {}), "X-Twilio-Signature": signature}
