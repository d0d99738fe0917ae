"""What a search finds, and what it must leave alone."""

import pytest

from narabe.model.searching import holds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("生成AIを導入", "AI"),
        ("生成ＡＩを導入", "ai"),
        ("Generative AI introduced", "ＡＩ"),
        ("AI-based reception", "ai"),
        ("Maintenance of roads", "main"),  # the start of a word is enough
        ("住民票の手続をオンライン化", "手続"),
        ("スマホ教室", "ｽﾏﾎ"),
        ("スマホ教室", "すまほ"),
        ("すまほきょうしつ", "スマホ"),
        ("ガイドブック", "ｶﾞｲﾄﾞ"),
        ("ヴァーチャル", "ゔぁーちゃる"),
        ("オンライン申請", "おんらいん　申請"),
        ("2012年にFacebookでの発信", "facebook 2012"),
        ("2012年にFacebookでの発信", "facebook　2012"),  # a full-width space parts words too
        ("第5回", "5"),
        ("オンライン申請手続数", "オンライン手続"),  # katakana and kanji are two words
        ("手続のオンライン化", "ｵﾝﾗｲﾝ手続"),
        ("2024年", "20"),  # digits may begin a number
        ("AIs", "ais"),
        ("C++ (lists)", "c++"),  # signs stand for themselves
        ("anything", ""),
        ("anything", "  "),
    ],
)
def test_found(text: str, words: str) -> None:
    assert holds(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maintenance of roads", "AI"),
        ("Air pollution monitoring", "AI"),  # two letters are a whole word
        ("VRs", "vr"),
        ("ＭＡＩＮＴＥＮＡＮＣＥ", "ai"),
        ("Café aìé", "é"),
        ("25手続", "5"),
        ("オンライン申請", "オンライン手続"),
        ("手で続ける", "手続"),
        ("Facebookでの発信", "facebook 2012"),  # every word must hold
        ("生成AIを導入", "導 出"),
        ("ハハ", "ばば"),  # the voiced sound is another letter
        ("C+ lists", "c++"),
        ("", "a"),
    ],
)
def test_not_found(text: str, words: str) -> None:
    assert not holds(text, words)
