"""JSON from outside is read within bounds: of depth, of length, and of what can be reckoned with."""

from __future__ import annotations

import pytest

from kebabalab.models.errors import BadMessage
from kebabalab.validators.json_in import MAX_DEPTH, MOST_VALUES, bounded, number, read


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


def test_what_nests_as_deep_as_is_allowed_is_taken_and_deeper_is_not() -> None:
    assert bounded(nested(MAX_DEPTH)) == nested(MAX_DEPTH)
    with pytest.raises(BadMessage, match="deep"):
        bounded(nested(MAX_DEPTH + 1))


def test_what_holds_too_many_values_is_refused() -> None:
    assert bounded([0] * (MOST_VALUES - 1)) == [0] * (MOST_VALUES - 1)
    with pytest.raises(BadMessage, match="too many"):
        bounded([0] * MOST_VALUES)


def test_a_key_is_a_value_too() -> None:
    with pytest.raises(BadMessage, match="too many"):
        bounded({str(key): 0 for key in range(MOST_VALUES // 2)})


@pytest.mark.parametrize("text", ("[" * 5000, '{"a":' * 5000, '["\\ud800", ' + "[" * 200_000, "1" * 5000), ids=range(4))
def test_json_that_is_deeper_or_longer_than_python_reads_is_no_json(text: str) -> None:
    with pytest.raises(BadMessage):
        read(text)


@pytest.mark.parametrize(
    "written", ("1" + "0" * 400, "-1" + "0" * 400, "NaN", "Infinity", "1e999", "true", '"1"', "[]")
)
def test_what_can_not_be_reckoned_with_is_no_number(written: str) -> None:
    assert number(read(written)) is None


def test_a_number_is_taken_as_it_is() -> None:
    assert (number(7), number(0.5)) == (7.0, 0.5)
