"""What is said of crossed answers."""

from collections.abc import Sequence

from narabe.model.answers_plan import Missing
from narabe.model.text import Text

TOTAL = Text("全体", "Total")
MISSING = {
    Missing.NO_ANSWER: Text("無回答", "No answer"),
    Missing.NOT_APPLICABLE: Text("非該当", "Not applicable"),
    Missing.INVALID: Text("無効", "Invalid"),
}
UNWEIGHTED_BASE = Text("回答者数(n)", "Respondents (n)")
WEIGHTED_BASE = Text("加重後回答者数", "Weighted respondents")
EFFECTIVE_BASE = Text("有効標本サイズ", "Effective sample size")
MEAN, MEDIAN, SD = Text("平均", "Mean"), Text("中央値", "Median"), Text("標準偏差", "SD")
BUILD_AGAIN = Text(
    "python -m narabe build を実行すると、作り直します。", "Run python -m narabe build to make it again."
)
LIST_DATASETS = Text(
    "python -m narabe datasets で一覧を確かめるか、取込ページで回答ファイルを取り込んでください。",
    "List them with python -m narabe datasets, or bring answers in on the import page.",
)
CHECK_NAMES = Text(
    "設問は ID か、取り込んだファイルの見出しで指定します。",
    "Name a question by its id or by the heading in the imported file.",
)
CONDITION_HELP = Text(
    '例：性別 = 女性 and 年代 in (60代, 70代)。使えるのは =、!=、<、>、in、and、or と括弧です。空白や記号を含む語は "…" で囲みます。',
    'Example: sex = female and age in (60s, 70s). Allowed: = != < > in and or and brackets; put "…" around names with spaces or signs.',
)


def _listed(names: Sequence[str], most: int = 12) -> str:
    return "、".join(names[:most]) + ("…" if len(names) > most else "")


def unreadable(dataset: str) -> Text:
    return Text(
        f"回答データ「{dataset}」のファイルがないか、壊れています。",
        f"The file of the answers “{dataset}” is missing or damaged.",
    )


def no_dataset(dataset: str, known: Sequence[str]) -> Text:
    if not known:
        return Text(
            f"回答データ「{dataset}」はありません。まだ1つも取り込まれていません。",
            f"There are no answers “{dataset}”: none have been imported yet.",
        )
    return Text(
        f"回答データ「{dataset}」はありません。あるのは {_listed(known)} です。",
        f"There are no answers “{dataset}”. There are: {', '.join(known[:12])}.",
    )


def no_question(name: str, known: Sequence[str]) -> Text:
    return Text(
        f"設問「{name}」はありません。あるのは {_listed(known)} です。",
        f"There is no question “{name}”. There are: {', '.join(known[:12])}.",
    )


def ambiguous(name: str, ids: Sequence[str]) -> Text:
    return Text(
        f"「{name}」に当たる設問が {len(ids)} つあります（ID：{_listed(ids)}）。ID で指定してください。",
        f"“{name}” could be {len(ids)} questions (ids {', '.join(ids[:12])}). Name it by id.",
    )


def no_option(question: str, name: str, known: Sequence[str]) -> Text:
    return Text(
        f"設問「{question}」に選択肢「{name}」はありません。あるのは {_listed(known)} です。",
        f"Question “{question}” has no option “{name}”. It has: {', '.join(known[:12])}.",
    )


def not_an_axis(name: str) -> Text:
    return Text(
        f"「{name}」は数値か自由記述の設問なので、集計軸にできません。",
        f"“{name}” is a number or free text and cannot be an axis.",
    )


def not_crossed(name: str) -> Text:
    return Text(
        f"「{name}」は自由記述の設問なので、集計できません。",
        f"“{name}” is free text and cannot be tabulated.",
    )


def not_a_number(name: str) -> Text:
    return Text(
        f"「{name}」は数値の設問ではないので、大小では比べられません。",
        f"“{name}” is no number, so < and > do not apply.",
    )


RECODE_HELP = Text(
    '書き方：--net "設問: まとめの名前 = 選択肢, 選択肢"、--hide "設問: 選択肢, 選択肢"。記号を含む名前は " で囲みます。',
    "Write --net 'question: name of the net = option, option' and --hide 'question: option, option'; names with signs stand in quotes.",
)


def bad_recode(text: str) -> Text:
    return Text(f"「{text}」が読み取れません。", f"“{text}” cannot be read.")


def no_options(name: str) -> Text:
    return Text(f"「{name}」には選択肢がありません。", f"“{name}” has no options.")


def nested_in_itself(name: str) -> Text:
    return Text(
        f"「{name}」を同じ設問の中には入れられません。入れ子には別の設問を指定してください。",
        f"“{name}” cannot be nested in itself. Nest another question.",
    )


def too_many_columns(columns: int, most: int) -> Text:
    return Text(
        f"集計軸の区分が{columns:,}個になります（{most:,}個まで）。区分の少ない設問を選ぶか、限定条件で絞り込んでください。",
        f"The axis would have {columns:,} columns (at most {most:,}). Choose questions with fewer categories, or filter.",
    )


def no_number(text: str) -> Text:
    return Text(f"「{text}」は数値ではありません。", f"“{text}” is not a number.")


def no_weight(name: str) -> Text:
    return Text(
        f"「{name}」はウエイトに使えません。ウエイト列か、0以上の数値だけの設問を指定してください。",
        f"“{name}” cannot be a weight. Name the column of weights, or a question of numbers that are 0 or more.",
    )


def bad_condition(at: int, found: str) -> Text:
    return Text(
        f"条件の {at} 文字目「{found}」が読み取れません。" if found else "条件が途中で終わっています。",
        f"The condition cannot be read at character {at} (“{found}”)."
        if found
        else "The condition ends too early.",
    )
