"""Encodings are told apart by what decodes whole and reads like Japanese."""

from pathlib import Path

import pytest

from narabe.intake.reading import open_file
from narabe.intake.reading.japanese import EucDecoder, JisDecoder
from narabe.model.intake import AS_FOUND, Detection
from narabe.settings import Limits

MACHINE_DEPENDENT = "①②⑳ⅠⅩ㎜㌔㈱㈲㍾㍽㍼㍻№℡髙﨑纊"
PROSE = "番号,ご意見\n1,窓口の待ち時間を短くしてほしい\n2,特になし\n"


def detected(content: bytes, folder: Path) -> Detection:
    path = folder / "received"
    path.write_bytes(content)
    return open_file(path, "a.csv", AS_FOUND, Limits()).detection


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize(
    "text", [PROSE, PROSE * 500, "年,件数\n2025,1\n"], ids=["short", "long", "two words"]
)
def test_japanese_is_recognised_with_certainty(encoding: str, text: str, tmp_path: Path) -> None:
    found = detected(text.encode(encoding), tmp_path)
    assert (found.encoding, found.certain) == (encoding, True)


def test_half_width_kana_alone_leave_a_doubt(tmp_path: Path) -> None:
    """ｱｲ,ｳｴ in CP932 is 渦,垣 in EUC-JP."""
    assert detected("ｱｲ,ｳｴ\n1,2\n".encode("cp932"), tmp_path).certain is False


def test_half_width_kana_beside_kanji_are_cp932(tmp_path: Path) -> None:
    found = detected("ﾊﾞﾝｺﾞｳ,ｺﾒﾝﾄ,性別\n1,ﾏﾄﾞｸﾞﾁ,女性\n".encode("cp932"), tmp_path)
    assert (found.encoding, found.certain) == ("cp932", True)


def test_the_far_end_of_a_file_counts(tmp_path: Path) -> None:
    """Five megabytes of ASCII, and only then a character."""
    assert detected(b"a,b\n" + b"1,2\n" * 1_300_000 + "終,1\n".encode("cp932"), tmp_path).encoding == "cp932"


def test_machine_dependent_characters_of_euc() -> None:
    """Row and cell of CP932, as code page 51932 has them."""
    assert EucDecoder().decode(as_euc(MACHINE_DEPENDENT), True) == MACHINE_DEPENDENT
    jis = b"\x1b$B" + bytes(byte & 0x7F for byte in as_euc(MACHINE_DEPENDENT)) + b"\x1b(B"
    assert JisDecoder().decode(jis, True) == MACHINE_DEPENDENT


def as_euc(text: str) -> bytes:
    """Row and cell worked out from the bytes of CP932 (rows 13 and 89 to 92, where NEC put them)."""
    nec = {"髙": b"\xfc\xe2", "﨑": b"\xf9\xf5", "纊": b"\xf9\xa1"}
    pairs = b""
    for letter in text:
        if letter in nec:
            pairs += nec[letter]
            continue
        lead, trail = letter.encode("cp932")
        row = (lead - 0x81) * 2 + 1
        cell = trail - 0x9E if trail >= 0x9F else trail - (0x40 if trail >= 0x80 else 0x3F)
        pairs += bytes((row + (trail >= 0x9F) + 0xA0, cell + 0xA0))
    return pairs


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_decoders_do_not_care_where_a_piece_ends(size: int) -> None:
    for decoder, content in (
        (EucDecoder(), PROSE.encode("euc_jp")),
        (JisDecoder(), PROSE.encode("iso2022_jp")),
    ):
        pieces = [decoder.decode(content[at : at + size]) for at in range(0, len(content), size)]
        assert "".join(pieces) + decoder.decode(b"", True) == PROSE


@pytest.mark.parametrize("content", [b"\xa4", b"\xff\xff", b"\x8e\xff", b"\xa9\xfe"])
def test_euc_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        EucDecoder().decode(content, True)


@pytest.mark.parametrize(
    "content", [b"\x1b$B\x24", b"\x1b$B\x24\x80", b"\x1b$X", b"\x82\xa0", b"\x1b$B\x29\x7e"]
)
def test_jis_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        JisDecoder().decode(content, True)
