"""Where phones join: the host of the page, with a word where they cannot reach it."""

import pytest

from narabe.room.joining import joining


@pytest.mark.parametrize(
    ("page", "join", "reachable"),
    [
        ("http://192.168.0.10:8501/stage?room=ABC234", "http://192.168.0.10:8501/r", True),
        ("https://narabe.example.jp/stage", "https://narabe.example.jp/r", True),
        ("http://laptop.local:8501/stage", "http://laptop.local:8501/r", True),
        ("http://127.0.0.1:8501/stage", "http://127.0.0.1:8501/r", False),
        ("http://127.9.9.9:8501/stage", "http://127.9.9.9:8501/r", False),
        ("http://localhost:8501/stage", "http://localhost:8501/r", False),
        ("http://[::1]:8501/stage", "http://[::1]:8501/r", False),
        ("", "http://localhost/r", False),
    ],
)
def test_where_phones_join(page: str, join: str, reachable: bool) -> None:
    assert joining(page) == (join, reachable)
