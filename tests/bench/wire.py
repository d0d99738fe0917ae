"""One visitor without a browser: the WebSocket a page opens, and the messages of a rerun."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

LONGEST_RERUN = 30
LARGEST_MESSAGE = 2**26


class RunFailed(Exception):
    """A script run ended with anything but success, or showed an exception."""


class Visitor:
    """A session on one page; `rerun` gives seconds from asking until the script has finished."""

    def __init__(self, address: str, page: str = "", **choices: str | list[str]) -> None:
        self._page = page
        self._query = urlencode(choices, doseq=True)
        self._connecting = connect(
            address.replace("http://", "ws://") + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=LARGEST_MESSAGE,
            compression=None,
            proxy=None,
        )

    def __enter__(self) -> Self:
        self._socket = self._connecting.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connecting.__exit__(kind, error, trace)

    def rerun(self) -> float:
        """Ask for a rerun of the page and read until it is done."""
        asked = BackMsg()
        asked.rerun_script.page_name = self._page
        asked.rerun_script.query_string = self._query
        message = asked.SerializeToString()
        begun = time.perf_counter()
        self._socket.send(message)
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self._received())
            kind = answer.WhichOneof("type")
            if kind == "script_finished":
                spent = time.perf_counter() - begun
                if answer.script_finished != ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY:
                    raise RunFailed(f"/{self._page}: script_finished {answer.script_finished}")
                return spent
            if kind == "page_not_found":
                raise RunFailed(f"/{self._page}: page not found")
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                raise RunFailed(f"/{self._page}: {answer.delta.new_element.exception.message}")

    def _received(self) -> bytes:
        received = self._socket.recv(timeout=LONGEST_RERUN)
        return received if isinstance(received, bytes) else received.encode()
