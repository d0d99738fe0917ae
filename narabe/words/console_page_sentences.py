"""What the page for questions in SQL says, and its examples."""

from dataclasses import dataclass

from narabe.model.text import Text

TITLE = Text("SQL で何を取り出しますか", "What would you ask in SQL?")
ANSWER = Text(
    "SELECT 文で、公開している表に直接たずねます。読み取りだけで、データは変わりません。",
    "Ask the public tables with a SELECT. It only reads; nothing is changed.",
)
QUERY = Text("問い合わせ（SELECT 文）", "Query (SELECT)")
RUN = Text("実行", "Run")
RUN_HELP = Text("Ctrl+Enter でも実行できます。", "Ctrl+Enter runs it, too.")
CANCEL = Text("取り消す", "Cancel")
RUNNING = Text("実行しています…", "Running…")
IN_LINE = Text("ほかの問い合わせが終わるのを待っています…", "Waiting for other queries to end…")
NO_NUMBER = Text(
    "0 で割った値など、数にならない値は空欄にしています。",
    "What is no number, such as a division by zero, is left empty.",
)
EXAMPLES = Text("例", "Examples")
HISTORY = Text("履歴", "History")
NO_HISTORY = Text("この画面ではまだ実行していません。", "Nothing was run in this session yet.")
TABLES = Text("使える表と列", "Tables and columns")
TABLE = Text("表", "Table")
COLUMN, LABEL, MEANING = Text("列", "Column"), Text("項目", "Field"), Text("意味", "Meaning")
RESULT = Text("SQL の結果", "SQL result")
NOT_RUN = Text(
    "リンクの問い合わせを入れました。内容を確かめて「実行」を押してください。",
    "The query of the link is filled in. Read it, then press Run.",
)
TOO_LONG = Text(
    "問い合わせが長いため、アドレスと保存したビューには入りません。",
    "The query is too long to be kept in the address and in a saved view.",
)
NO_ROWS = Text("結果は 0 行です。", "The result has no rows.")
YES_OR_NO = {True: "true", False: "false"}


@dataclass(frozen=True, slots=True)
class Example:
    """A question people ask, and the statement that answers it."""

    title: Text
    sql: Text


EVERY_EXAMPLE = (
    Example(
        Text("2025年の不安を多い順に", "Worries of 2025, most frequent first"),
        Text(
            "select subject_ja, value, base\nfrom figures\n"
            "where concept_id = 'fears' and wave = 'net2025' and kind = 'survey_share' and group_ja = '全体'\n"
            "order by value desc",
            "select subject_en, value, base\nfrom figures\n"
            "where concept_id = 'fears' and wave = 'net2025' and kind = 'survey_share' and group_en = 'All'\n"
            "order by value desc",
        ),
    ),
    Example(
        Text("KPI の目標値と基準値", "Targets and baselines of the KPIs"),
        Text(
            "select subject_ja, kind, period_ja, value, low, high, unit\nfrom figures\n"
            "where kind in ('metric_baseline', 'metric_target')\norder by metric_id, period_end",
            "select subject_en, kind, period_end, value, low, high, unit\nfrom figures\n"
            "where kind in ('metric_baseline', 'metric_target')\norder by metric_id, period_end",
        ),
    ),
    Example(
        Text("担当課ごとの事業の数", "Projects of each department"),
        Text(
            "select department_ja, count(*) as projects\nfrom projects\ngroup by all\norder by projects desc",
            "select department_en, count(*) as projects\nfrom projects\ngroup by all\norder by projects desc",
        ),
    ),
    Example(
        Text("調査年の間で比べられない設問と理由", "Questions that cannot be compared, and why"),
        Text(
            "select label_ja, wave_a, wave_b, reason_ja\nfrom comparability\njoin concepts using (concept_id)\n"
            "where verdict = 'no'",
            "select label_en, wave_a, wave_b, reason_en\nfrom comparability\njoin concepts using (concept_id)\n"
            "where verdict = 'no'",
        ),
    ),
    Example(
        Text("文書ごとの数値の数（値の種類別）", "Figures of each document, by status"),
        Text(
            "select document, status, count(*) as figures\nfrom figures\ngroup by all\norder by document, figures desc",
            "select document, status, count(*) as figures\nfrom figures\ngroup by all\norder by document, figures desc",
        ),
    ),
)


def asked(sql: str) -> Text:
    """The statement, on one line, as a note of its result."""
    line = " ".join(sql.split())
    return Text(f"問い合わせ：{line}", f"Query: {line}")


def found(rows: int, more: bool) -> Text:
    if rows == 0:
        return NO_ROWS
    if more:
        return Text(
            f"結果のはじめの {rows:,} 行です（続きがあります）。",
            f"These are the first {rows:,} rows; there are more.",
        )
    return Text(f"結果は {rows:,} 行です。", f"The result has {rows:,} row{'' if rows == 1 else 's'}.")
