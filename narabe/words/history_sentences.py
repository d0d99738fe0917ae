"""The city's digital history in words."""

from collections.abc import Sequence

from narabe.model.history import ERA_STARTS, Category, Era, Event, History
from narabe.model.text import EMPTY, Text
from narabe.words import numbers
from narabe.words.voices_sentences import when

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
        "「一括処理」は年ごとに種類でまとめました。文書や欄によって二度以上出てくるできごとは、表にはすべて載せて印をつけ、件数は1件と数えます。",
        "Batch jobs of a year are grouped by kind. An event that stands more than once, in another document, year or column, keeps all its rows in the table, each with a mark, and is counted once.",
    ),
    Text(
        "載せる細かさは文書によって違うため、1年あたりの件数は目安です。",
        "The documents differ in how finely they list events, so items per year are only a guide.",
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
    """How many items from when to when, and services for residents per year of each era.

    `every` holds one row for each event.
    """
    if not every:
        return Text("あゆみの記載はありません。", "There is no history.")
    first, last = every[0].year, every[-1].year
    parts = [_per_year(era, every) for era in Era]
    whole = Text(
        f"{first}年度から{last}年度までの{len(every)}件。市民向けサービスは1年あたり、{'、'.join(part.ja for part in parts)}。",
        f"{len(every)} items from FY{first} to FY{last}. Services for residents per year: {'; '.join(part.en for part in parts)}.",
    )
    found = len(shown.counted)
    if found == len(every):
        return whole
    return whole + Text(
        f"いま表示しているのは{found}件。", f"{found} of them {'is' if found == 1 else 'are'} shown."
    )


def _per_year(era: Era, every: Sequence[Event]) -> Text:
    """`ホストコンピュータの時代（2000年度まで37年）に0.1件`: its items by its years, from the first item to the last."""
    starts = list(ERA_STARTS.values())
    place = list(ERA_STARTS).index(era)
    begin = max(starts[place], every[0].year)
    end = starts[place + 1] - 1 if place + 1 < len(starts) else every[-1].year
    services = sum(event.era is era and event.category is Category.RESIDENT_SERVICE for event in every)
    years = end - begin + 1
    rate = numbers.number(services / years, 1).ja
    return Text(
        f"{ERA[era].ja}の時代（{begin}～{end}年度の{years}年で{services}件）が{rate}件",
        f"{ERA[era].en.lower()} {rate} ({services} in the {years} years FY{begin}–{end})",
    )


def counting(event: Event, counted: bool) -> Text:
    """The mark of a row whose event stands in others too, and whether this row is the one counted; else empty."""
    if not event.others:
        return EMPTY
    original = [other for other in event.others if other.event_id == event.same_as]
    days = [when(other.date, other.precision) for other in original or event.others]
    ja, en = "・".join(day.ja for day in days), ", ".join(day.en for day in days)
    if counted:
        return Text(f"{ja}と同じ（数える）", f"As in {en} (counted)")
    return Text(f"{ja}と同じ（数えない）", f"As in {en} (not counted)")
