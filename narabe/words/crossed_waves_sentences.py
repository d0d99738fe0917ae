"""What is said where one question stands beside the same question in other surveys."""

from narabe.model.crosstab import Base
from narabe.model.text import Text
from narabe.words import crosstab_file_sentences, numbers

MASKED = Text("少人数のため非表示", "not shown: too few people")
TITLE = Text("ほかの調査と並べる", "Beside other surveys")
RANKS_TITLE = Text("順位だけを並べる（割合は比べられない調査）", "By rank alone (shares not comparable)")
WEIGHT_TITLE = Text("ウエイト", "Weight")
BASES_TITLE = Text("割合のもとになる人数", "What the shares rest on")
RANKED = Text(
    "順位は、選択肢を選んだ人の割合の大きい順です（計を除く）。公表された順位はそのまま使っています。",
    "Ranks follow the shares (nets left out); published ranks are as printed.",
)
CHOOSE_COLUMN = Text("表の列から選び直してください。", "Choose a column of the table.")


def no_column(column_id: str) -> Text:
    return Text(f"この集計軸に列「{column_id}」はありません。", f"This axis has no column “{column_id}”.")


def part(wave: Text, group: Text) -> Text:
    return Text(f"{wave.ja} {group.ja}", f"{wave.en}, {group.en}")


def under(name: Text, where: str | None) -> Text:
    """A cohort that only some of its people are in says by which condition."""
    return Text(f"{name.ja}（条件：{where}）", f"{name.en} (where {where})") if where else name


def conditional(where: str) -> Text:
    return Text(
        f"限定条件（{where}）は、ほかの調査には当てていません。",
        f"The condition ({where}) is not applied to the other surveys.",
    )


def weighted(name: Text, weight: str, effective: float | None) -> Text:
    """That a share is weighted, and what its interval and difference rest on."""
    size = numbers.number(effective, 1).ja
    return Text(
        f"{name.ja}はウエイト（{weight}）で補正した割合。区間と差は有効標本サイズ {size} による。",
        f"{name.en}: weighted ({weight}); intervals and differences rest on the effective sample size {size}.",
    )


def several(base: Base) -> Text:
    said = crosstab_file_sentences.HUNDRED[base]
    return Text(
        f"取り込んだ回答の割合は、{said.ja}を100%とする。公表された割合の分母は調査ごとの注記による。",
        f"Shares of imported answers are per cent of {said.en}; those of published surveys follow their own notes.",
    )
