"""Whether the services that the shop's line depends on can be reached, and take our credentials."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

SECONDS_TO_ANSWER = 5.0
REFUSED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Visit:
    """How a service answered: `problem` in words, "" when all is well; `its_time` as it told it, None if it did not."""

    problem: str
    its_time: dt.datetime | None = None


def visit_vapi(base_url: str, key: str) -> Visit:
    """Ask VAPI's API for something harmless with this key."""
    return _visit(f"{base_url}/assistant?limit=1", {"Authorization": f"Bearer {key}"})


def visit_twilio(base_url: str, account: str, token: str) -> Visit:
    """Ask Twilio's API for the account itself."""
    return _visit(f"{base_url}/2010-04-01/Accounts/{account}.json", {}, (account, token))


def visit_server(url: str) -> Visit:
    """Ask a server of ours whether it is ready."""
    return _visit(f"{url}/ready", {})


def _visit(url: str, headers: dict[str, str], auth: tuple[str, str] | None = None) -> Visit:
    import httpx

    try:
        answer = httpx.get(url, headers=headers, auth=auth, timeout=SECONDS_TO_ANSWER)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Visit(f"not reached ({type(error).__name__})")
    if answer.status_code in REFUSED:
        return Visit("reached, but it refuses the credentials", _time(answer.headers.get("date", "")))
    if answer.is_error:
        return Visit(f"reached, but it answered {answer.status_code}", _time(answer.headers.get("date", "")))
    return Visit("", _time(answer.headers.get("date", "")))


def _time(date: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(date)
    except ValueError:
        return None
