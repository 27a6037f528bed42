"""Keys for tests, and databases opened with the keys that a server made for itself."""

from __future__ import annotations

import base64

from kebabalab.db.connection import Database
from kebabalab.db.vault import DataKey, Vault
from kebabalab.db.vault_keys import KeySource, make_vault

SECRET = bytes(range(32))
# As it is written in the settings.
KEY = base64.urlsafe_b64encode(SECRET).decode()
VAULT = Vault([DataKey(SECRET)])


def with_own_keys(url: str) -> Database:
    """An SQLite database with the keys in the file beside it, which is made if it is not there."""
    return Database(url, vault=make_vault(KeySource(url)))
