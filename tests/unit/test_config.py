"""Settings come from the environment or .env, and a wrong one stops the start with a line of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from kebabalab.cli.settings import load, misspelt
from kebabalab.config import Settings, from_environment, names

SECRET = "a-secret-of-the-shop"


def env_file(folder: Path, *lines: str) -> Path:
    file = folder / "settings.env"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def mistakes(folder: Path, capsys: pytest.CaptureFixture[str], *lines: str) -> list[str]:
    """What is printed when these are the settings; the exit code must be 2."""
    with pytest.raises(SystemExit) as stopped:
        load(env_file(folder, *lines))
    assert stopped.value.code == 2
    return capsys.readouterr().err.splitlines()


def test_without_any_setting_there_is_a_default_for_each(tmp_path: Path) -> None:
    settings = load(tmp_path / "absent.env")
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == "sqlite:///var/kebabalab.db"
    assert not settings.is_authenticated
    assert not settings.sends_texts


def test_the_file_is_read(tmp_path: Path) -> None:
    assert load(env_file(tmp_path, "PORT=8123")).port == 8123


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8200")
    assert load(env_file(tmp_path, "PORT=8123")).port == 8200


def test_an_option_goes_before_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8200")
    assert load(env_file(tmp_path, "PORT=8123"), port=8300).port == 8300


def test_empty_is_the_same_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("VAPI_WEBHOOK_SECRET", "")
    settings = load(env_file(tmp_path, "HOST="))
    assert (settings.port, settings.host, settings.is_authenticated) == (8000, "127.0.0.1", False)


def test_every_mistake_is_named_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = mistakes(
        tmp_path, capsys, "PORT=many", "LOG_LEVEL=loud", "SESSION_TTL=1", "RATE_LIMIT=much", "TWILIO_FROM=+61491570006"
    )
    assert sorted(lines) == [
        "LOG_LEVEL: must be 'debug', 'info', 'warning' or 'error'",
        "PORT: must be a whole number",
        'RATE_LIMIT: \'much\' is no limit such as "600/minute" or "off"',
        "SESSION_TTL: must be at least 60",
        "TWILIO_FROM: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN must be set with the other Twilio settings, "
        "or none of them",
    ]


@pytest.mark.parametrize(
    ("line", "about"),
    (
        ("PORT=0", "PORT"),
        ("PORT=70000", "PORT"),
        ("DATABASE_URL=mysql://x", "DATABASE_URL"),
        ("DATABASE_URL=sqlite://", "DATABASE_URL"),
        ("DATABASE_URL=postgresql://u:p@h:port/n", "DATABASE_URL"),
        ("DATABASE_URL=postgresql://u:p@h", "DATABASE_URL"),
        ("DATABASE_URL=sqlite:///:memory:", "DATABASE_URL"),
        ("REDIS_URL=127.0.0.1:6379", "REDIS_URL"),
        ("REDIS_URL=http://127.0.0.1", "REDIS_URL"),
        ("MAX_REQUEST_SIZE=10", "MAX_REQUEST_SIZE"),
        ("MAX_SESSIONS=0", "MAX_SESSIONS"),
        ("ALLOWED_ORIGINS=*", "ALLOWED_ORIGINS"),
        ("ALLOWED_ORIGINS=https://a.example/path", "ALLOWED_ORIGINS"),
        ("VAPI_BASE_URL=api.vapi.ai", "VAPI_BASE_URL"),
        ("SHOP_ORDER_TO=0491570006", "SHOP_ORDER_TO"),
        ("VAPI_WEBHOOK_SECRET=one,two,three", "VAPI_WEBHOOK_SECRET"),
        ("VAPI_WEBHOOK_HMAC_ALGORITHM=md5", "VAPI_WEBHOOK_HMAC_ALGORITHM"),
        ("TWILIO_ACCOUNT_SID=AC1", "TWILIO_FROM"),
    ),
)
def test_a_wrong_value_is_refused_by_name(
    line: str, about: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (said,) = mistakes(tmp_path, capsys, line)
    assert said.startswith(f"{about}: ")


def test_a_wrong_secret_is_not_repeated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = mistakes(tmp_path, capsys, f"VAPI_WEBHOOK_SECRET={SECRET},b,c")
    assert SECRET not in line


def test_a_wrong_secret_is_not_repeated_where_nobody_words_the_mistake_either(tmp_path: Path) -> None:
    with pytest.raises(ValidationError) as wrong:
        from_environment({}, env_file(tmp_path, f"VAPI_WEBHOOK_SECRET={SECRET},b,c", f"DATABASE_URL=mysql://{SECRET}"))
    assert SECRET not in str(wrong.value)


def test_secrets_are_not_shown_with_the_settings(tmp_path: Path) -> None:
    settings = load(env_file(tmp_path, f"VAPI_WEBHOOK_SECRET={SECRET}", f"VAPI_API_KEY={SECRET}"))
    assert SECRET not in repr(settings)
    assert settings.webhook_secrets == (SECRET,)


def test_two_secrets_can_be_valid_at_once(tmp_path: Path) -> None:
    settings = load(env_file(tmp_path, "VAPI_WEBHOOK_SECRET=old-one, new-one"))
    assert settings.webhook_secrets == ("old-one", "new-one")


def test_a_comma_alone_is_no_secret(tmp_path: Path) -> None:
    settings = load(env_file(tmp_path, "VAPI_WEBHOOK_SECRET= , ", "VAPI_WEBHOOK_HMAC_SECRET=,"))
    assert not settings.is_authenticated


def test_a_misspelt_name_in_the_file_is_reported_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = mistakes(tmp_path, capsys, "VAPI_WEBHOOK_SECERT=x")
    assert line.startswith("VAPI_WEBHOOK_SECERT: no such setting")
    assert line.endswith("did you mean VAPI_WEBHOOK_SECRET?")


def test_a_misspelt_name_in_the_environment_is_reported() -> None:
    (line,) = misspelt(Path("absent.env"), {"VAPI_WEBHOK_SECRET": "x", "PATH": "/bin", "TWILIO_API_KEY": "x"})
    assert line == "VAPI_WEBHOK_SECRET: no such setting; did you mean VAPI_WEBHOOK_SECRET?"


@pytest.mark.parametrize(
    ("given", "used"),
    (
        ("postgres://u:p@h/n", "postgresql+psycopg://u:p@h/n"),
        ("postgresql://u:p@h/n", "postgresql+psycopg://u:p@h/n"),
        ("postgresql+psycopg://u:p@h/n", "postgresql+psycopg://u:p@h/n"),
        ("postgresql://u:p:q@[::1]:5432/n?sslmode=require", "postgresql+psycopg://u:p:q@[::1]:5432/n?sslmode=require"),
        ("postgresql:///n?host=/tmp", "postgresql+psycopg:///n?host=/tmp"),
        ("sqlite:////tmp/a.db", "sqlite:////tmp/a.db"),
    ),
)
def test_every_spelling_of_a_database_is_understood(given: str, used: str, tmp_path: Path) -> None:
    assert load(env_file(tmp_path, f"DATABASE_URL={given}")).database_url == used


@pytest.mark.parametrize(
    ("host", "is_local"),
    (("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True), ("0.0.0.0", False), ("::", False)),
)
def test_only_loopback_is_local(host: str, is_local: bool, tmp_path: Path) -> None:
    assert load(tmp_path / "absent.env", host=host).is_local is is_local


def test_the_shop_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (load(tmp_path / "absent.env").shop_folder / "menu.yaml").is_file()


def test_origins_are_listed_with_commas(tmp_path: Path) -> None:
    settings = load(env_file(tmp_path, "ALLOWED_ORIGINS=https://a.example, http://localhost:3000"))
    assert settings.allowed_origins == ("https://a.example", "http://localhost:3000")


def test_every_setting_says_what_it_does() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_names_that_owners_know_are_all_there() -> None:
    assert set(
        "HOST PORT DATABASE_URL REDIS_URL SHOP_DIR LOG_LEVEL SESSION_TTL MAX_SESSIONS MAX_REQUEST_SIZE RATE_LIMIT "
        "CALL_RATE_LIMIT TRUSTED_PROXIES "
        "ALLOWED_ORIGINS VAPI_WEBHOOK_SECRET VAPI_WEBHOOK_HMAC_SECRET VAPI_API_KEY VAPI_BASE_URL TWILIO_ACCOUNT_SID "
        "TWILIO_AUTH_TOKEN TWILIO_FROM TWILIO_BASE_URL SHOP_ORDER_TO".split()
    ) <= set(names())


def test_a_header_that_proxies_would_drop_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = mistakes(tmp_path, capsys, "VAPI_WEBHOOK_HMAC_HEADER=x_signature")
    assert "VAPI_WEBHOOK_HMAC_HEADER: 'x_signature' is no header such as X-Shop-Key: letters, digits and -" in told
