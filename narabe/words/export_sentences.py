"""What `python -m narabe export` says."""

from narabe.model.text import Text

READABLE_FORMATS = Text("閲覧用は xlsx か csv です。", "The readable face comes as xlsx or csv.")
FILTERS_FOR_TABLES = Text("--where は表を書き出すときだけ使えます。", "--where is for a table alone.")
DASHBOARD_IS_A_WORKBOOK = Text(
    "全体の閲覧用は xlsx だけです。", "The whole dashboard for readers is a workbook (xlsx)."
)
CROSSTAB_IS_A_WORKBOOK = Text(
    "クロス集計の閲覧用は xlsx だけです。", "A cross-tabulation for readers is a workbook (xlsx)."
)


def field_and_value(given: str) -> Text:
    return Text(
        f"--where は「列=値」の形で書いてください（「{given}」）。",
        f"Write --where as FIELD=VALUE, not “{given}”.",
    )


def unwritable(character: str, field: str, often: int) -> Text:
    """A character that becomes 〓."""
    return Text(
        f"Shift_JIS で表せない文字：{character}（列「{field}」、{often:,}回）→ 〓",
        f"Shift_JIS lacks {character} (field “{field}”, {often:,} times): 〓",
    )
