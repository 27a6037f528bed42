"""What is sealed can be opened in its own place with its own key, and nowhere else; a number is found by its mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.db.vault import DataKey, Vault
from kebabalab.models.errors import KeyMissing

OLD, NEW = DataKey(bytes(range(32))), DataKey(bytes(range(1, 33)))
VAULT = Vault([NEW, OLD])
NUMBER = "+61491570006"


@given(st.text())
def test_what_is_sealed_is_opened_as_it_was(text: str) -> None:
    assert VAULT.open(VAULT.seal(text, "here:1"), "here:1") == text
    assert VAULT.open_bytes(VAULT.seal_bytes(text.encode(), "here:1"), "here:1") == text.encode()


def test_what_is_sealed_says_its_key_and_nothing_of_what_it_is() -> None:
    sealed = VAULT.seal("Ana, no nuts", "here:1")
    assert sealed.startswith(f"kv1.{NEW.id}.")
    assert "Ana, no nuts" not in sealed


def test_the_same_is_sealed_differently_each_time() -> None:
    assert VAULT.seal("Ana", "here:1") != VAULT.seal("Ana", "here:1")


def test_nothing_stays_nothing() -> None:
    assert (VAULT.seal("", "here:1"), VAULT.seal_bytes(b"", "here:1"), VAULT.mark("")) == ("", b"", "")
    assert VAULT.marks("") == []


@pytest.mark.parametrize("text", ("Ana", "kv1.", "kv1.short.abc", '{"notes": "kv1."}', "kv1.0123abcd.too short"))
def test_what_was_kept_before_there_was_a_key_is_read_as_it_is(text: str) -> None:
    assert VAULT.open(text, "here:1") == text


def test_what_an_older_key_sealed_is_opened() -> None:
    assert VAULT.open(Vault([OLD]).seal("Ana", "here:1"), "here:1") == "Ana"


def test_what_no_key_opens_is_refused_by_the_key_s_id_and_not_garbled() -> None:
    sealed = VAULT.seal("Ana", "here:1")
    with pytest.raises(KeyMissing, match=NEW.id):
        Vault([OLD]).open(sealed, "here:1")
    with pytest.raises(KeyMissing, match=NEW.id):
        Vault().open_bytes(VAULT.seal_bytes(b"Ana", "here:1"), "here:1")


def test_a_value_that_was_moved_to_another_row_is_refused() -> None:
    with pytest.raises(KeyMissing, match="moved"):
        VAULT.open(VAULT.seal("Ana", "orders.notes:1"), "orders.notes:2")


def test_a_value_that_was_altered_is_refused() -> None:
    sealed = VAULT.seal("Ana", "here:1")
    altered = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    with pytest.raises(KeyMissing, match="altered"):
        VAULT.open(altered, "here:1")


def test_a_number_has_one_mark_by_each_key_that_does_not_show_it() -> None:
    assert VAULT.mark(NUMBER) == Vault([NEW]).mark(NUMBER)
    assert VAULT.marks(NUMBER) == [Vault([NEW]).mark(NUMBER), Vault([OLD]).mark(NUMBER), NUMBER]
    assert VAULT.mark(NUMBER) != VAULT.mark("+61491570156")
    assert "570006" not in VAULT.mark(NUMBER)
    assert Vault([NEW]).mark(NUMBER) != Vault([OLD]).mark(NUMBER)


def test_with_encryption_off_nothing_is_sealed_and_what_was_is_opened() -> None:
    off = Vault([NEW], seals=False)
    assert off.seal("Ana", "here:1") == "Ana"
    assert off.mark(NUMBER) == NUMBER
    assert off.open(VAULT.seal("Ana", "here:1"), "here:1") == "Ana"


def test_a_key_does_not_show_itself() -> None:
    assert repr(NEW) == f"DataKey(id={NEW.id!r})"
