"""JSON out: orjson as Flask's provider."""

from __future__ import annotations

from typing import Any

import orjson
from flask.json.provider import JSONProvider


class OrjsonProvider(JSONProvider):
    """Writes with orjson, which refuses what JSON has no word for."""

    def dumps(self, obj: Any, **_options: Any) -> str:
        """The value as compact JSON on one line."""
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_options: Any) -> Any:
        """The value that the text holds."""
        return orjson.loads(s)
