"""What is said of margins of the population and of weights raked to them."""

from collections.abc import Sequence

from narabe.model.raking import Weighting
from narabe.model.text import Text

FORM = Text(
    "1行目に見出し（設問名…と「人口」）、2行目から選択肢ごとの人数を1行ずつ置いてください。例：性別,年代,人口",
    "Put headings in row 1 (names of questions, and “population”) and one row per category below, e.g. sex,age,population.",
)
MEND_ROW = Text("この行を直してから、もう一度指定してください。", "Mend this row and give the file again.")
NO_POPULATION = Text("人口の列がありません。", "There is no column of the population.")
NO_CATEGORY = Text("設問の列がありません。人口の列しか見つかりません。", "There is no column of a question beside the population.")  # fmt: skip
NO_LINES = Text("人口の行が1つもありません。", "There is not one row of the population.")
NOBODY = Text("人口の合計が0です。", "The population adds up to 0.")
EMPTY_LABEL = Text(
    "区分が空欄です。同じ区分が続く行にも、区分を書いてください。",
    "The category is empty. Write it in every row, also where it repeats.",
)
EMPTY_PEOPLE = Text(
    "人口が空欄です。0人なら0と書いてください。", "The population is empty. Write 0 for nobody."
)
NOT_PEOPLE = Text(
    "人口を数として読めません（0以上の人数を書いてください）。",
    "This is no number of people (write a number, 0 or more).",
)
NO_HEADING = Text(
    "見出しのない列に値があります。見出しを付けるか、値を消してください。「1,234」のような数はコンマを取ってください。",
    "A value stands in a column without a heading. Name the column, or write numbers such as 1,234 without the comma.",
)
TOTAL_LEFT_OUT = Text("合計の行は使いません（区分ごとの人数から計算します）。", "A row of totals is not used; totals are worked out.")  # fmt: skip
FOOTNOTE = Text("注記の行は使いません。", "A footnote is not used.")
BESIDE = Text("構成比や備考の列は使いません。", "A column of shares or remarks is not used.")
CHECK_MARGIN = Text(
    "人口の表の区分は、設問の選択肢と同じ言葉で書いてください。",
    "Write the categories of the population as the options of the question.",
)
MERGE = Text(
    "人口の表でその区分をほかの区分と合わせるか、その表を使わずに集計してください。",
    "Merge this category with another in the population file, or leave that file out.",
)
SAME_SOURCE = Text(
    "同じ時点・同じ範囲の人口から作った表を使ってください。",
    "Take the files from figures of the same date and the same area.",
)
NEVER_AT_REST = Text(
    "この上限ではウエイトが定まりません（くり返しても収束しません）。",
    "With this limit the weights do not come to rest, however often they are fitted.",
)
RAISE_LIMIT = Text("ウエイトの上限を上げてください。", "Raise the limit of weights.")
TRIM_OR_MERGE = Text(
    "ウエイトの上限（平均の5倍までなど）を付けるか、回答者の少ない区分をほかの区分と合わせてください。",
    "Set a limit of weights (such as 5 times their mean), or merge categories with few respondents.",
)
FEWER_MARGINS = Text(
    "表の数を減らすか、区分を粗くしてください。",
    "Use fewer files, or coarser categories.",
)
WEIGHT_OR_MARGINS = Text(
    "ウエイト列と人口の表は、どちらか一方だけを指定してください。",
    "Give either a column of weights or files of the population, not both.",
)
TRIM_NEEDS_MARGINS = Text(
    "ウエイトの上限は、人口の表と一緒に指定してください。",
    "A limit of weights needs files of the population.",
)
BAD_TRIM = Text(
    "ウエイトの上限は、平均の何倍までかを1より大きい数で指定してください（例：5）。",
    "Give the limit of weights in times of the mean, above 1 (e.g. 5).",
)
UNANSWERED = Text("人口の表の設問に答えていない人", "did not answer a question of the population file")
RESPONDENTS, POPULATION = Text("回答者数(n)", "Respondents (n)"), Text("人口", "Population")
QUESTION, CATEGORY = Text("設問", "Question"), Text("区分", "Category")
SAMPLE_SHARE, POPULATION_SHARE = (
    Text("回答者の割合", "Share of respondents"),
    Text("人口の割合", "Share of population"),
)
APART = Text("差（人口－回答者）", "Difference (population − respondents)")
WEIGHTED_SHARE = Text("加重後の割合", "Weighted share")
PERCENT, POINTS, PEOPLE = Text("%", "%"), Text("ポイント", "points"), Text("人", "people")
SKEW_TITLE = Text("回答者と人口の偏り", "Respondents beside the population")
SKEW_MASKED = Text("*は少人数のため非表示。", "* is masked: a small group.")
SKEW_NOTE = Text(
    "割合は、その表の区分にいる回答者と人口を100%とする。",
    "Per cent of the respondents, and of the population, in the categories of the file.",
)


def several_populations(names: Sequence[str]) -> Text:
    return Text(
        f"人口の列が {len(names)} つあります（{'、'.join(names)}）。1つだけにしてください。",
        f"There are {len(names)} columns of the population ({', '.join(names)}). Keep one.",
    )


def given_twice(first: int) -> Text:
    return Text(
        f"同じ区分が {first} 行目にもあります。", f"The same category also stands in row {first}."
    )  # fmt: skip


def total_apart(said: float, found: float) -> Text:
    return Text(
        f"合計の行は {said:,.10g} 人ですが、区分の人数を足すと {found:,.10g} 人です。足りない区分がないか確かめてください。",
        f"The row of totals says {said:,.10g} people, the categories add up to {found:,.10g}. Is a category missing?",
    )


def file_refused(name: str) -> Text:
    return Text(f"人口の表「{name}」は使えません。", f"The population file {name} cannot be used.")


def in_file(name: str, row: int | None, why: Text) -> Text:
    """A sentence with the file, and the row, that it is about."""
    ja = f"「{name}」の {row} 行目：" if row else f"「{name}」："
    en = f"{name}, row {row}: " if row else f"{name}: "
    return Text(ja + why.ja, en + why.en)


def twice_in_margin(question: str) -> Text:
    return Text(f"設問「{question}」の列が2つあります。", f"There are two columns of question “{question}”.")


def no_margin_question(question: str) -> Text:
    return Text(
        f"「{question}」は、答えが1つの設問ではないので、人口に合わせられません。",
        f"“{question}” does not take one answer each, so it cannot be matched with the population.",
    )


def nobody_there(category: str, people: float) -> Text:
    return Text(
        f"人口の表では「{category}」が {people:,.10g} 人いますが、その回答者は1人もいません。ウエイトを付けられません。",
        f"The population has {people:,.10g} people of “{category}”, the sample nobody. No weights can be given.",
    )


def totals_disagree(one: str, here: float, other: str, there: float) -> Text:
    return Text(
        f"人口の合計が合いません：「{one}」は {here:,.10g} 人、「{other}」は {there:,.10g} 人です。",
        f"The populations disagree in total: {one} has {here:,.10g} people, {other} has {there:,.10g}.",
    )


def parts_disagree(category: str, one: str, here: float, other: str, there: float) -> Text:
    return Text(
        f"「{category}」の人口が合いません：「{one}」では {here:,.10g} 人、「{other}」では {there:,.10g} 人です。",
        f"The populations disagree on “{category}”: {here:,.10g} in {one}, {there:,.10g} in {other}.",
    )


def cannot_be_met(category: str, share: float) -> Text:
    return Text(
        f"この回答者では、すべての表の人口を同時に満たせません。「{category}」が目標から {share:.1%} 離れたままです。",
        f"These respondents cannot meet all files at once: “{category}” stays {share:.1%} away from its target.",
    )


def too_heavy(found: float, most: float) -> Text:
    return Text(
        f"1人のウエイトが {found:,.0f} になる区分があります。{most:,.0f} までしか使えません。",
        f"In one category a respondent would weigh {found:,.0f}; at most {most:,.0f} can be used.",
    )


def too_many_combinations(found: int, most: int) -> Text:
    return Text(
        f"人口の表の設問を組み合わせると {found:,} 通りになります。{most:,} 通りまで使えます。",
        f"The questions of the population files make {found:,} combinations; at most {most:,} can be used.",
    )


def raked_to(names: Sequence[str], respondents: int) -> Text:
    return Text(
        f"ウエイト：人口の表（{'、'.join(names)}）に合わせて計算。{respondents:,}人の平均は1。",
        f"Weights made to fit the population ({', '.join(names)}); their mean over {respondents:,} respondents is 1.",
    )


def spread(low: float, high: float, effect: float, effective: float) -> Text:
    return Text(
        f"ウエイトは {low:.2f}～{high:.2f}、デザイン効果 {effect:.2f}、有効標本サイズ {effective:,.1f}。",
        f"Weights {low:.2f} to {high:.2f}, design effect {effect:.2f}, effective sample size {effective:,.1f}.",
    )


def without_weight(people: int | None, why: Text) -> Text:
    """`people` None: a masked group."""
    ja = "（少人数のため人数は非表示）" if people is None else f" {people:,}人"
    en = "A few (masked)" if people is None else f"{people:,}"
    return Text(
        f"{why.ja}{ja}のウエイトは0です（加重した値に入りません）。",
        f"{en} respondents have weight 0 and do not count in weighted figures: {why.en}.",
    )


def not_in_population(category: Text) -> Text:
    return Text(f"人口の表にない「{category.ja}」の人", f"“{category.en}” is not in the population file")


def trimmed(ceiling: float, people: int) -> Text:
    return Text(
        f"ウエイトの上限は平均の {ceiling:g} 倍。上限にあるのは {people:,}人。",
        f"No weight above {ceiling:g} times the mean; {people:,} respondents stand there.",
    )


def left_apart(off: float) -> Text:
    return Text(
        f"上限のため人口に届かない区分があります（目標から最大 {off:.1%}）。",
        f"Because of the limit not every category reaches the population (at most {off:.1%} away).",
    )


def notes(found: Weighting) -> tuple[Text, ...]:
    """What a reader of weighted figures must know."""
    names = [side.name or side.label.ja for side in found.skew]
    lines = [raked_to(names, found.respondents)]
    lines += [spread(found.low, found.high, found.design_effect, found.effective_base)]
    if found.ceiling is not None:
        lines += [trimmed(found.ceiling, found.trimmed)]
    if not found.converged:
        lines += [left_apart(found.off)]
    if found.unanswered:
        lines += [without_weight(found.unanswered, UNANSWERED)]
    lines += [without_weight(each.respondents, not_in_population(each.label)) for each in found.left_out]
    return tuple(lines)
