"""Settings: every environment variable, typed, every mistake at once, no secret with a default."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kebabalab.web.limits import read_limit
from kebabalab.web.proxies import read_networks

ENV_FILE = Path(".env")
PROJECT = Path(__file__).resolve().parent.parent
E164 = re.compile(r"\+[1-9][0-9]{7,14}")
MOST_SECRETS = 2
POSTGRES = re.compile(
    r"postgres(?:ql)?(?:\+psycopg)?://"
    r"(?P<where>(?:[^@/\s]+@)?(?:\[[0-9a-fA-F:]+\]|[^:/@\s\[\]]*)(?::\d{1,5})?/[^/\s?]+(?:\?\S*)?)"
)

REDIS = re.compile(r"(?:rediss?://(?:[^@/\s]*@)?[^/@\s]+(?:/\d+)?|unix://(?:[^@/\s]*@)?/\S+)(?:\?\S*)?")


class Settings(BaseSettings):
    """What an owner can set. Names in the environment and in .env are those of the fields in capitals."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    host: str = Field("127.0.0.1", description="Address to listen on. Beyond this machine only with authentication.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    database_url: str = Field(
        "sqlite:///var/kebabalab.db",
        description="Where orders are kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    redis_url: str = Field(
        "",
        description="Live calls in Redis, for several machines: redis://:PASSWORD@HOST:6379/0. Empty: in the database.",
    )
    encryption: Literal["on", "off"] = Field(
        "on", description="Keep what is known of callers encrypted. Off only to try things out."
    )
    data_keys: SecretStr = Field(
        SecretStr(""),
        description="Keys for that, newest first, with commas between: `kebabalab keys new` prints one. Empty: a file.",
    )
    data_key_file: Path | None = Field(
        None, description="The file with those keys, one a line. Empty: beside SQLite's file, made at the first start."
    )
    keep_orders_days: int = Field(
        365, ge=0, description="Days until an order loses name, number and notes. 0: never. Here and in the next two."
    )
    keep_calls_days: int = Field(30, ge=0, description="Days until a call's transcript and number are cleared.")
    keep_texts_days: int = Field(30, ge=0, description="Days until a text is deleted.")
    backup_dir: Path | None = Field(
        None, description="Folder for backups that the server makes by itself. Empty: none."
    )
    backup_every_hours: float = Field(24, gt=0, le=720, description="Hours between two backups.")
    backup_keep: int = Field(14, ge=1, description="How many backups are kept; older ones are deleted.")
    backup_key_file: Path | None = Field(
        None, description="Key that backups are encrypted with: `kebabalab db new-key FILE` makes one. Empty: no key."
    )
    shop_dir: Path = Field(Path("shops/kebabalab"), description="The folder with menu.yaml and shop.yaml.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="How much is logged.")
    staff_idle_minutes: int = Field(
        120, ge=1, description="Minutes without a press until staff are signed out. Of people; in the next one too."
    )
    staff_session_hours: int = Field(16, ge=1, description="Hours after which staff sign in again in any case.")
    device_idle_days: int = Field(30, ge=1, description="Days unused until a paired tablet must be paired again.")
    device_days: int = Field(365, ge=1, description="Days after which it must be paired again in any case.")
    session_ttl: int = Field(1800, ge=60, le=86_400, description="Seconds after its last use that a cart is kept.")
    max_sessions: int = Field(20_000, ge=1, description="How many calls can be live at once.")
    max_request_size: int = Field(2_097_152, ge=65_536, description="The largest request that is read, in bytes.")
    rate_limit: str = Field(
        "30000/minute", description='Requests that one address may send, such as "600/minute"; "off" for no limit.'
    )
    call_rate_limit: str = Field(
        "600/minute", description='Messages with tool calls that one phone call may send; "off" for no limit.'
    )
    trusted_proxies: str = Field(
        "", description="Proxies whose X-Forwarded-For is believed: 10.0.0.5, 172.16.0.0/12. Empty: nobody's."
    )
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Web pages that may call the webhook, separated by commas: https://shop.example. Empty: none."
    )

    vapi_webhook_secret: SecretStr = Field(
        SecretStr(""),
        description="The secret that VAPI sends. Two, with a comma between, while one replaces the other.",
    )
    vapi_webhook_secret_header: str = Field(
        "", description="Another header for the secret, besides X-Vapi-Secret and Authorization: Bearer."
    )
    vapi_webhook_secret_prefix: str = Field("", description='What stands before the secret there, such as "Bearer".')
    vapi_webhook_hmac_secret: SecretStr = Field(
        SecretStr(""), description="The key with which VAPI signs requests. Two can be valid at once here as well."
    )
    vapi_webhook_hmac_algorithm: Literal["sha256", "sha1", "sha512"] = Field(
        "sha256", description="The digest signed with."
    )
    vapi_webhook_hmac_header: str = Field("x-signature", description="The header with the signature.")
    vapi_webhook_hmac_prefix: str = Field("", description='What stands before the signature, such as "sha256=".')
    vapi_webhook_hmac_encoding: Literal["hex", "base64"] = Field("hex", description="How the signature is written.")
    vapi_webhook_hmac_timestamp_header: str = Field("x-timestamp", description="The header with the time of signing.")
    vapi_webhook_hmac_payload: Literal["timestamp.body", "body"] = Field(
        "timestamp.body", description="What is signed. With the body alone, an old request can be sent again."
    )
    vapi_api_key: SecretStr = Field(SecretStr(""), description="The private key for VAPI's REST API.")
    vapi_base_url: str = Field("https://api.vapi.ai", description="Where VAPI's REST API is.")
    vapi_assistant_id: str = Field("", description="The assistant that takes calls when VAPI asks which one to use.")

    twilio_account_sid: str = Field("", description="Twilio account for texts. Without it they are not sent.")
    twilio_auth_token: SecretStr = Field(SecretStr(""), description="Twilio's token.")
    twilio_from: str = Field("", validate_default=True, description="The number or sender name that texts come from.")
    twilio_base_url: str = Field("https://api.twilio.com", description="Where Twilio's API is.")
    public_url: str = Field(
        "", description="Where Twilio reaches this server, https://line.example: it then tells which texts arrived."
    )
    shop_order_to: str = Field("", description="The number that gets a text of each order, with + and country code.")

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        origins = _listed(value) if isinstance(value, str) else value
        for origin in origins if isinstance(origins, tuple) else ():
            if not re.fullmatch(r"https?://[^/\s*]+", origin):
                raise ValueError(f"{origin!r} is no origin such as https://shop.example")
        return origins

    @field_validator("rate_limit", "call_rate_limit")
    @classmethod
    def _limit(cls, value: str) -> str:
        try:
            read_limit(value)
        except ValueError:
            raise ValueError(f'{value!r} is no limit such as "600/minute" or "off"') from None
        return value

    @field_validator("vapi_webhook_secret_header", "vapi_webhook_hmac_header", "vapi_webhook_hmac_timestamp_header")
    @classmethod
    def _header(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9-]*", value):
            raise ValueError(f"{value!r} is no header such as X-Shop-Key: letters, digits and -")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: str) -> str:
        try:
            read_networks(value)
        except ValueError as wrong:
            raise ValueError(f"{wrong}: addresses or networks, separated by commas") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if re.match(r"sqlite:///[^:]", value):
            return value
        if found := POSTGRES.fullmatch(value):
            return f"postgresql+psycopg://{found['where']}"
        raise ValueError("must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str) -> str:
        if value and not REDIS.fullmatch(value):
            raise ValueError("must be redis://:PASSWORD@HOST:PORT/NUMBER, rediss://... or unix:///PATH")
        return value

    @field_validator("vapi_base_url", "twilio_base_url", "public_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
            raise ValueError("must be an address such as https://api.example")
        return value.rstrip("/")

    @field_validator("shop_order_to")
    @classmethod
    def _number(cls, value: str) -> str:
        if value and not E164.fullmatch(value):
            raise ValueError("must be a number with + and country code, such as +61255501234")
        return value

    @field_validator("vapi_webhook_secret", "vapi_webhook_hmac_secret")
    @classmethod
    def _secrets(cls, value: SecretStr) -> SecretStr:
        if len(_listed(value.get_secret_value())) > MOST_SECRETS:
            raise ValueError("at most two secrets can be valid at once")
        return value

    @field_validator("twilio_from")
    @classmethod
    def _whole_account(cls, value: str, others: ValidationInfo) -> str:
        token = others.data.get("twilio_auth_token")
        given = {
            "TWILIO_ACCOUNT_SID": others.data.get("twilio_account_sid"),
            "TWILIO_AUTH_TOKEN": token.get_secret_value() if isinstance(token, SecretStr) else "",
            "TWILIO_FROM": value,
        }
        missing = [name for name, held in given.items() if not held]
        if 0 < len(missing) < len(given):
            raise ValueError(f"{' and '.join(missing)} must be set with the other Twilio settings, or none of them")
        return value

    @property
    def webhook_secrets(self) -> tuple[str, ...]:
        """The shared secrets that are valid now, none when there is none."""
        return _listed(self.vapi_webhook_secret.get_secret_value())

    @property
    def hmac_secrets(self) -> tuple[str, ...]:
        """The keys of signatures that are valid now."""
        return _listed(self.vapi_webhook_hmac_secret.get_secret_value())

    @property
    def keys(self) -> tuple[str, ...]:
        """The data keys that are set here rather than in a file, the newest first."""
        return _listed(self.data_keys.get_secret_value())

    @property
    def is_authenticated(self) -> bool:
        """Whether callers of the webhook must prove who they are."""
        return bool(self.webhook_secrets or self.hmac_secrets)

    @property
    def sends_texts(self) -> bool:
        """Whether texts go out through Twilio rather than to the log."""
        return bool(self.twilio_account_sid)

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def shop_folder(self) -> Path:
        """The shop's folder: as given, else from the project's root, so that the command works from anywhere."""
        return self.shop_dir if self.shop_dir.exists() or self.shop_dir.is_absolute() else PROJECT / self.shop_dir


def names() -> tuple[str, ...]:
    """Every setting's name, as it is written in the environment."""
    return tuple(name.upper() for name in Settings.model_fields)


def from_environment(overrides: Mapping[str, object], env_file: Path = ENV_FILE) -> Settings:
    """The settings: `overrides` by field, then the environment, then the file. Raises pydantic's ValidationError."""
    return Settings(_env_file=env_file, **overrides)  # type: ignore[arg-type]


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in value.split(",")) if part)
