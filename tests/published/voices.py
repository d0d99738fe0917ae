"""Occasions, remarks and dated events typed by hand from the three plans of Koriyama (second reading)."""

# --- Occasions ---------------------------------------------------------------------------------
# 2022 appendix: (kind, first day, people or ""): remarks
OCCASIONS_2022 = {
    ("interview", "2021-09-14", ""): 12,  # information-system company
    ("interview", "2021-10-12", ""): 8,  # small and medium-sized companies
    ("interview", "2021-10-06", ""): 3,  # disaster prevention
    ("interview", "2021-10-19", ""): 2,  # road construction
    ("interview", "2021-11-02", ""): 4,  # education training centre; one bullet runs over the page
    ("round_table", "2021-11-25", "7"): 17,  # six students and one professor
    ("free_text", "2021-09-01", "90"): 12,  # question 11 of the survey of 1-10 September
    ("free_text", "2021-09-01", ""): 19,  # "other" in the same survey, see OTHERS
}
REMARKS_2022 = 77  # 12 + 8 + 3 + 2 + 4 + 17 + 12 + 19

# Printed opinions of those who chose "other", by question (question 9 has none)
OTHERS = {"s_ref1_q5": 5, "s_ref1_q6": 4, "s_ref1_q7": 4, "s_ref1_q8": 2, "s_ref1_q10": 4}

# Question 11, the printed comments in their order
COMMENTS = [
    ("female", "age60s"),
    ("male", "age70s"),
    ("female", "age50s"),
    ("male", "age30s"),
    ("male", "age20s"),
    ("male", "age10s"),
    ("male", "age80s"),
    ("male", "age50s"),
    ("female", "age40s"),
    ("male", "age60s"),
    ("male", "age50s"),
    ("male", "age60s"),
]
COMMENTS_BY_SEX = {"male": 9, "female": 3}
COMMENTS_BY_AGE = {
    "age10s": 1,
    "age20s": 1,
    "age30s": 1,
    "age40s": 1,
    "age50s": 3,
    "age60s": 3,
    "age70s": 1,
    "age80s": 1,
}

# Plan 2026, appendix 3 and 5: (kind, people); no date is printed for either
OCCASIONS_2026 = {("interview", "1"), ("workshop", "6")}

# --- History -----------------------------------------------------------------------------------
# (year, a word the Japanese label must hold)
EVENTS = [
    # 2022 appendix, reference 4
    (1964, "固定資産税"),
    (1965, "給与"),
    (1966, "国民健康保険"),
    (1967, "国民年金"),
    (1971, "住民情報"),
    (1975, "保育所"),
    (1977, "収納"),
    (1981, "会計"),
    (1982, "住民情報"),
    (1983, "証明"),
    (1984, "国民健康保険"),
    (1985, "生活保護"),
    (1986, "行政センター"),
    (1987, "法人市民税"),
    (1988, "印鑑"),
    (1991, "市県民税"),
    (1992, "テレトピア"),
    (1993, "ネットワーク"),
    (1994, "財務会計"),
    (1995, "選挙速報"),
    (1996, "インターネット"),
    (1997, "ウェブサイト"),
    (1998, "不在者投票"),
    (1999, "2000年問題"),
    (2000, "介護保険"),
    (2001, "総合行政ネットワーク"),
    (2001, "マルチメディア"),
    (2002, "住民基本台帳ネットワーク"),
    (2002, "グループウェア"),
    (2003, "LGWAN"),
    (2003, "住民基本台帳カード"),
    (2003, "セキュリティポリシー"),
    (2004, "戸籍"),
    (2004, "電子申請"),
    (2005, "外部監査"),
    (2006, "特区"),
    (2006, "地理情報"),
    (2007, "電子決裁"),
    (2007, "中継"),
    (2008, "電子申請"),
    (2009, "農地"),
    (2010, "二瀬"),
    (2011, "税総合"),
    (2012, "Facebook"),
    (2013, "ホスト"),
    (2013, "Wi-Fi"),
    (2014, "電子入札"),
    (2014, "シンクライアント"),
    (2015, "コンビニ"),
    (2015, "ココナビ"),
    (2016, "感染症"),
    (2016, "Instagram"),
    (2017, "LINE"),
    (2017, "オープンデータ"),
    (2018, "チャットボット"),
    (2018, "デジタルリーダー"),
    (2019, "RPA"),
    (2020, "テレワーク"),
    (2020, "要介護"),
    (2021, "クラウド"),
    # Main volume 2022, chapter 3-4
    (2005, "予約"),
    (2010, "電子申告"),
    (2011, "ゆうちょ"),
    (2012, "コンビニ"),
    (2013, "Twitter"),
    (2014, "ふるさと納税"),
    (2015, "タブレット"),
    (2017, "子育てワンストップ"),
    (2019, "5レス"),
    (2019, "電子書籍"),
    (2020, "キャッシュレス"),
    (2021, "公的個人認証"),
    (2021, "標準化"),
    # Plan 2026, 1-1 and appendix 7
    (1992, "ハイビジョン"),
    (2022, "kintone"),
    (2022, "クレジット"),
    (2022, "結ネット"),
    (2023, "電子契約"),
    (2023, "生成AI"),
    (2023, "放課後児童クラブ"),
    (2024, "出生届"),
    (2024, "字幕"),
    (2025, "手話通訳"),
    (2025, "道路"),
    (2025, "SMS"),
]
# Years with a line of their own in the tables; no line for 1968, 1969, 1972, 1976, 1978 and 1979
YEARS_WITH_EVENTS = {
    *(1964, 1965, 1966, 1967, 1970, 1971, 1973, 1974, 1975, 1977),
    *range(1980, 2022),
    *(2022, 2023, 2024, 2025),
}

# Entries of reference 4 under online systems on the host computer, and under open systems, by year
HOST_SYSTEMS = {
    **{1982: 1, 1983: 3, 1984: 3, 1985: 1, 1986: 3, 1987: 2, 1988: 2, 1989: 4},
    **{1991: 1, 1992: 4, 1993: 1, 1994: 8, 1995: 4, 1996: 3, 1997: 3, 1998: 6, 1999: 3},
    **{2000: 4, 2001: 2, 2002: 4, 2003: 4},
}
OPEN_SYSTEMS = {
    **{1996: 1, 1997: 3, 2003: 7, 2004: 1, 2005: 4, 2006: 5, 2007: 10, 2008: 3, 2009: 1},
    **{2010: 3, 2011: 6, 2012: 1, 2013: 4, 2014: 1, 2015: 1, 2016: 1, 2017: 1, 2018: 2, 2019: 1},
    **{2020: 2, 2021: 2},  # of the four of 2018 and of 2020, two each are ways of working
}
# Years with an external audit, and with an internal audit or self-check, in reference 4
EXTERNAL_AUDITS = {2005, 2014, 2015, 2016, 2017, 2019, 2021}
SELF_CHECKS = set(range(2006, 2022))
