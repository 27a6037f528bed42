"""Print docs/openapi.json: the description of every route, the pages for staff among them, as a server serves it."""

from __future__ import annotations

import json

from flask import Flask

from kebabalab.web.application import add_routes
from kebabalab.web.openapi import description


def main() -> None:
    app = Flask("kebabalab", static_folder=None)
    add_routes(app, staff=True)
    print(json.dumps(description(app), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
