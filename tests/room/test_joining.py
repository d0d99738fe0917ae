"""Which addresses no phone can reach."""

import pytest

from narabe.room.joining import only_here


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "x.localhost", "::1"])
def test_addresses_of_this_computer_alone(host: str) -> None:
    assert only_here(host)


@pytest.mark.parametrize("host", ["192.168.1.20", "city.example", "10.0.0.1", ""])
def test_addresses_that_others_reach(host: str) -> None:
    assert not only_here(host)
