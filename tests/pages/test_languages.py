"""Both languages are complete: no Japanese in English, no English sentence in Japanese."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.pages.reading import LANGUAGES, VIEWS

Said = Callable[..., tuple[str, ...]]
PAGES = [
    pytest.param(address, params, id="-".join([address or "home", *params.values()]))
    for address, params in VIEWS
]

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々〇]")
FULL_WIDTH = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
# Three Latin words in a row make a phrase; names of two words (Narabe, City LINE) do not.
ENGLISH_PHRASE = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:,? [A-Za-z][A-Za-z'’-]*){2,}")
LATIN_ONLY = re.compile(r"[A-Za-z]{3,}")

# Japanese that an English reader meets on purpose: the switch names both languages.
NAMES = {"言語 / Language"}
# Words of the documents, quoted in round brackets after their translation: the reader can find them there.
QUOTED = {
    "約6割",
    "3割程度",
    "約7割",
    "僅か",
    "16%程度",
    "概ね半数程度ずつ",
    "8割以上",
    "ほぼ全て",
    "大多数",
    "6割を超え",
    "多数",
}
# Texts without any Japanese that a Japanese reader meets on purpose.
SAME_WORD = {"CSV", "Excel", "KPI"}
STATUS_CODES = {"printed", "recovered", "bounded", "rank", "computed", "not_captured", "not_published"}
CODE = re.compile(
    r"[a-z][a-z0-9_]*[./:|][\w.:/|+-]+|https?://\S+|/\S*|koriyama-[\w-]+"
)  # figure ids, addresses
MACHINE_NAME = re.compile(r"[a-z][a-z0-9_]*")
NAMES_OF_MACHINES = {
    "tables",
    "dictionary",
    "sql",
}  # views of /explore that tell the names of tables and fields
COMMAND = re.compile(r"`python -m narabe [^`]*`")
DIRECTIVE = re.compile(r":[a-z]+(?:-[a-z]+)*\[|:material/\w+:")  # of Streamlit's Markdown: `:blue-badge[`


def without_quotations(text: str) -> str:
    for words_of_document in QUOTED:
        text = text.replace(f"({words_of_document})", "")
    return "" if text in NAMES else text


@pytest.mark.parametrize(("address", "params"), PAGES)
def test_an_english_page_holds_no_japanese(said: Said, address: str, params: dict) -> None:
    texts = map(without_quotations, said(address, "en", **params))
    assert [text for text in texts if JAPANESE.search(text)] == []


@pytest.mark.parametrize(("address", "params"), PAGES)
def test_an_english_page_is_punctuated_in_english(said: Said, address: str, params: dict) -> None:
    texts = map(without_quotations, said(address, "en", **params))
    assert [text for text in texts if FULL_WIDTH.search(text)] == []


@pytest.mark.parametrize(("address", "params"), PAGES)
def test_a_japanese_page_holds_no_english_phrase(said: Said, address: str, params: dict) -> None:
    texts = [COMMAND.sub("", text) for text in said(address, "ja", **params)]
    assert [text for text in texts if ENGLISH_PHRASE.search(text)] == []


@pytest.mark.parametrize(("address", "params"), PAGES)
def test_a_japanese_label_is_japanese(said: Said, address: str, params: dict) -> None:
    known = SAME_WORD | STATUS_CODES
    latin = [
        text
        for text in said(address, "ja", **params)
        if LATIN_ONLY.search(DIRECTIVE.sub("", text))
        and not JAPANESE.search(text)
        and text not in known
        and not CODE.fullmatch(text)
        and not (params.get("view") in NAMES_OF_MACHINES and MACHINE_NAME.fullmatch(text))
    ]
    assert latin == []


@pytest.mark.parametrize("address", ["", "kpi", "sources"])
def test_the_languages_differ(said: Said, address: str) -> None:
    firsts = {said(address, lang)[1:4] for lang in LANGUAGES}
    assert len(firsts) == len(LANGUAGES)
