"""The city's digital history in words."""

from collections.abc import Sequence

from narabe.model.history import ERA_STARTS, Category, Era, Event, History
from narabe.model.text import Text

CATEGORY = {
    Category.RESIDENT_SERVICE: Text("市民向けサービス", "Services for residents"),
    Category.INTERNAL: Text("内部の業務", "Internal work"),
    Category.INFRASTRUCTURE: Text("基盤・ネットワーク", "Infrastructure and networks"),
    Category.SECURITY: Text("情報セキュリティ", "Information security"),
    Category.PLAN: Text("計画・体制", "Plans and bodies"),
    Category.EDUCATION_INDUSTRY: Text("教育・産業・地域", "Education, industry, community"),
}
ERA = {
    Era.HOST: Text("ホストコンピュータ", "Host computers"),
    Era.OPEN: Text("ネットワーク・オープン系", "Networks and open systems"),
    Era.CLOUD: Text("クラウド", "Cloud"),
}
NOTES = (
    Text(
        "三つの時代は2026年計画の資料7によります。年の境目（2001年度・2013年度）はこのアプリによるものです。",
        "The three eras follow appendix 7 of the 2026 plan; the years between them (2001, 2013) are ours.",
    ),
    Text(
        "棒は5年度ごとの件数です。2025年度からの棒は途中までです。",
        "Bars count five fiscal years; the one from 2025 is not complete.",
    ),
    Text(
        "「一括処理」は年ごとに種類でまとめました。文書によって年が違うことは、両方を載せています。",
        "Batch jobs of a year are grouped by kind. Where documents give different years, both stand.",
    ),
)


def era_years(era: Era) -> Text:
    """`2001～2012年度`; the first and the last are open."""
    starts = list(ERA_STARTS.values())
    place = list(ERA_STARTS).index(era)
    if place == 0:
        return Text(f"{starts[1] - 1}年度まで", f"to FY{starts[1] - 1}")
    if place == len(starts) - 1:
        return Text(f"{starts[place]}年度から", f"from FY{starts[place]}")
    return Text(f"{starts[place]}～{starts[place + 1] - 1}年度", f"FY{starts[place]}–{starts[place + 1] - 1}")


def history(shown: History, every: Sequence[Event]) -> Text:
    """How many items from when to when, and how services for residents spread over the eras."""
    if not every:
        return Text("あゆみの記載はありません。", "There is no history.")
    first, last = every[0].year, every[-1].year
    services = [event for event in every if event.category is Category.RESIDENT_SERVICE]
    counts = [(era, sum(event.era is era for event in services)) for era in Era]
    ja = "、".join(f"{ERA[era].ja}の時代（{era_years(era).ja}）に{count}件" for era, count in counts)
    en = ", ".join(f"{count} with {ERA[era].en.lower()} ({era_years(era).en})" for era, count in counts)
    whole = Text(
        f"{first}年度から{last}年度までの{len(every)}件。市民向けサービスは、{ja}。",
        f"{len(every)} items from FY{first} to FY{last}. Services for residents: {en}.",
    )
    if len(shown.events) == len(every):
        return whole
    return whole + Text(
        f"いま表示しているのは{len(shown.events)}件。", f"{len(shown.events)} of them are shown."
    )
