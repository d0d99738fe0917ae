"""Whatever bytes come: they are read, or refused with sentences; no other exception ever."""

import os
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from narabe.intake.reading import guess_kind, open_file, workbench
from narabe.model.intake import AS_FOUND, Fault, ReadOptions, Refused, Severity
from narabe.settings import Limits
from tests.intake.corpus.case import Good
from tests.intake.corpus.readers import CASES

EXAMPLES = int(os.environ.get("NARABE_FUZZ", "40"))
FEW = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
SEEDS = [case.make() for case in CASES if isinstance(case.expect, Good)]
TEXTS = [seed for seed in SEEDS if not seed.startswith((b"PK", b"$FL", b"PAR1"))]
BOOKS = [seed for seed in SEEDS if seed.startswith(b"PK")]
BINARIES = [seed for seed in SEEDS if seed.startswith((b"$FL", b"PAR1"))]
PLAIN = 'ID,性別,意見\n1,女性,"あ,い"\n2,男性,\n3,女性,"う\nえ"\n'
LIMITS = Limits(rows=1000, columns=200, unpacked_megabytes=50)
OPTIONS = st.one_of(
    st.just(AS_FOUND),
    st.just(AS_FOUND),
    st.builds(
        ReadOptions,
        encoding=st.sampled_from([None, "utf-8", "cp932", "euc-jp", "jis", "utf-16", "x"]),
        delimiter=st.sampled_from([None, ",", "\t", '"', ";;", "あ"]),
        sheet=st.sampled_from([None, "Sheet", "回答", ""]),
        header_row=st.sampled_from([None, 1, 2, 0, -1, 10**9]),
    ),
)
Change = tuple[str, int, bytes]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["set", "insert", "cut", "end", "double"]),
        st.integers(0, 2**31),
        st.one_of(
            st.binary(min_size=1, max_size=4), st.sampled_from([b'"', b"\r", b"\n\n", b",", b"<", b"\0" * 8])
        ),
    ),
    min_size=1,
    max_size=6,
)


def changed(content: bytes, changes: list[Change]) -> bytes:
    for kind, number, piece in changes:
        at = number % (len(content) + 1)
        if kind == "set":
            content = content[:at] + piece + content[at + len(piece) :]
        elif kind == "insert":
            content = content[:at] + piece + content[at:]
        elif kind == "cut":
            content = content[:at] + content[at + len(piece) * 5 :]
        elif kind == "end":
            content = content[: max(at, len(content) // 2)]
        else:
            content += content[at : at + 200]
    return content


def survive(content: bytes, options: ReadOptions = AS_FOUND) -> None:
    """Read it all ways; every fault must be whole sentences in both languages."""
    said: tuple[Fault, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "received"
        path.write_bytes(content)
        try:
            incoming = open_file(path, "a.csv", options, LIMITS)
        except Refused as refused:
            said = refused.faults
        else:
            for act in (
                lambda: guess_kind(incoming.sheets(20)),
                incoming.sheets,
                lambda: read(incoming, path),
            ):
                said += refusals(act)
            said += incoming.faults
    assert all(fault.message.ja.endswith("。") and fault.message.en.endswith(".") for fault in said)
    assert all(fault.advice.ja for fault in said if fault.severity is Severity.ERROR), "what to do is said"


def refusals(act: Callable[[], object]) -> tuple[Fault, ...]:
    try:
        act()
    except Refused as refused:
        return refused.faults
    return ()


def read(incoming: object, path: Path) -> None:
    with workbench(path.parent) as connection:
        raw = incoming.bulk(connection)  # type: ignore[attr-defined]
        found = connection.sql(f"select count(*), min(row) from {raw.table}").fetchall()[0]
        assert found[0] == raw.rows > 0 and found[1] > raw.header_row


@FEW
@given(st.sampled_from(TEXTS), CHANGES, OPTIONS)
def test_spoilt_texts(seed: bytes, changes: list[Change], options: ReadOptions) -> None:
    survive(changed(seed, changes), options)


SIGNS = st.text(alphabet="あ①ｱ,\"\t;\n\r 1=#'|\x0b\u2028\ue000\ufeff", min_size=1, max_size=4)


@FEW
@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp932"]),
    st.lists(st.tuples(st.integers(0, 2**16), SIGNS), max_size=5),
    st.lists(st.lists(SIGNS, max_size=4), max_size=5),
)
def test_texts_of_every_shape(
    encoding: str, insertions: list[tuple[int, str]], rows: list[list[str]]
) -> None:
    """Whole characters in unexpected places, so that it is not the encoding that is refused."""
    content = PLAIN + "".join(",".join(row) + "\n" for row in rows)
    for number, piece in insertions:
        at = number % (len(content) + 1)
        content = content[:at] + piece + content[at:]
    survive(content.encode(encoding, "replace"))


@FEW
@given(st.binary(max_size=300), OPTIONS)
@example(b"\xef\xbb\xbf", ReadOptions())
@example(b"PK\x03\x04", ReadOptions())
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReadOptions())
@example(b"\xff\xfe\n", ReadOptions())
@example(b"a", ReadOptions(encoding="utf-16"))
def test_any_bytes(content: bytes, options: ReadOptions) -> None:
    survive(content, options)


@FEW
@given(st.sampled_from(BINARIES + BOOKS), CHANGES)
def test_spoilt_binaries(seed: bytes, changes: list[Change]) -> None:
    survive(changed(seed, changes))


@FEW
@given(st.sampled_from(BOOKS), st.integers(0, 100), CHANGES, OPTIONS)
def test_spoilt_parts_of_workbooks(
    seed: bytes, place: int, changes: list[Change], options: ReadOptions
) -> None:
    """The package is whole, one part in it is not."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(seed)) as old, zipfile.ZipFile(out, "w") as new:
        parts = old.infolist()
        chosen = parts[place % len(parts)].filename
        for each in parts:
            data = old.read(each)
            new.writestr(each.filename, changed(data, changes) if each.filename == chosen else data)
    survive(out.getvalue(), options)
