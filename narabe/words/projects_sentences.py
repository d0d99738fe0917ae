"""The projects in words: names of actions and views, the answer, and where voices have few projects."""

from collections.abc import Sequence

from narabe.model.projects import VALUES, Need, Project, ProjectPlan
from narabe.model.text import EMPTY, Text
from narabe.words import labels, numbers

ACTION = {
    "fiveless": Text("① 5レス", "1 Five “less” aims"),
    "procedures": Text("② 業務手順の見直し", "2 Better procedures"),
    "technology": Text("③ 先端技術の積極活用", "3 Leading-edge technology"),
    "skills": Text("④ デジタルスキル向上", "4 Digital skills"),
    "divide": Text("⑤ デジタルデバイド対策", "5 Closing the digital divide"),
}
NO_ACTION = Text("概要からは読み取れない", "Not to be read from the description")
NO_KPI = Text("つながる指標なし", "No indicator")
NO_NEED = Text("一覧の声の中にはない", "None of the listed needs")
VIEW = {
    "value": Text("バリュー", "Value"),
    "department": Text("担当課", "Department"),
    "action": Text("アクション", "Action"),
    "kpi": Text("指標", "Indicator"),
}
SHORT_VALUE = {
    "convenience": Text("利便性", "Convenience"),
    "efficiency": Text("効率", "Efficiency"),
    "inclusion": Text("人に優しい", "Inclusion"),
    "security": Text("セキュリティ", "Security"),
}
JUDGED = Text(
    "バリューの印は計画の一覧表に記載されたもの。アクション・指標・声とのつながりは文書に記載がなく、このアプリの判断です。",
    "Value marks are those printed in the plan’s list. Links to actions, indicators and voices are not printed: they are our judgement.",
)
SEVERAL = Text("1つの事業が2つ以上に数えられることがあります。", "One project may be counted more than once.")
ACROSS = Text(
    "3-7は、情報セキュリティをすべての事業に組み込むとしています。印が少なくても、取組がないわけではありません。",
    "Section 3-7 says security is built into every project: few marks do not mean that nothing is done.",
)
COUNTED = Text(
    "「応える事業」は、概要が声に応えると読める事業の数（このアプリの判断）。"
    "「印がある事業」は、計画の一覧表で同じバリューに印がある事業の数で、その声に応えるとは限りません。",
    "Projects “answer” a need where their description does so (our judgement). “Marked” projects carry the need's value "
    "in the plan’s list; that does not mean they answer it.",
)
ROUGHLY = Text(
    "設問が違う割合どうしの大小は目安です。", "Shares of different questions compare only roughly."
)
NO_INDICATOR = Text("指標なし", "no indicator")
MOST_NAMED = 3
JUDGED_HERE = Text("文書に記載はなく、このアプリの判断です。", "Not printed: our judgement.")
BASIS = {
    "value": Text("計画の一覧表に記載された印。", "Marks as printed in the plan’s list."),
    "department": Text("計画の一覧表に記載された担当課。", "Departments as printed in the plan’s list."),
    "action": JUDGED_HERE,
    "kpi": JUDGED_HERE,
}
"""What each view counts by."""


def summary(projects: Sequence[Project], needs: Sequence[Need]) -> Text:
    """Projects, marks of each value, projects with several marks, and needs no indicator answers."""
    counted = {value: sum(value in project.marks for project in projects) for value in VALUES}
    several = sum(len(project.marks) > 1 for project in projects)
    ja = "、".join(f"{labels.AREA[value].ja} {count}" for value, count in counted.items())
    en = "; ".join(f"{labels.AREA[value].en} {count}" for value, count in counted.items())
    marks = sum(counted.values())
    said = Text(
        f"{len(projects)}事業に印は{marks}（{ja}）。{several}事業は2つ以上の印をもつ。",
        f"{len(projects)} projects carry {marks} marks ({en}); {several} carry more than one.",
    )
    bare = sum(need.kpi is None for need in needs)
    return said + Text(
        f"市民の声{len(needs)}のうち{bare}に、対応する指標がない。",
        f"{bare} of {len(needs)} voiced needs have no indicator.",
    )


def found(plan: ProjectPlan, projects: Sequence[Project]) -> Text:
    """`70事業すべて（印は91）` / `当てはまる事業：5（印は9）`."""
    marks = marks_counted(sum(len(project.marks) for project in projects))
    count = projects_counted(len(projects))
    if len(projects) == len(plan.projects):
        return Text(f"{count.ja}すべて（{marks.ja}）", f"All {count.en} ({marks.en})")
    return Text(f"当てはまるのは{count.ja}（{marks.ja}）", f"{count.en} found ({marks.en})")


def projects_counted(count: int) -> Text:
    """`3事業` / `3 projects`."""
    return Text(f"{count}事業", f"{count} project" if count == 1 else f"{count} projects")


def marks_counted(count: int) -> Text:
    """`印 3` / `3 marks`."""
    return Text(f"印 {count}", f"{count} mark" if count == 1 else f"{count} marks")


def gaps(needs: Sequence[Need]) -> Text:
    """The most voiced need of the value with the fewest marks, then the most voiced that no indicator answers."""
    if not needs:
        return EMPTY
    fewest = min(needs, key=lambda need: (need.marks, -need.share))
    share, area = numbers.percent(fewest.share).ja, labels.AREA[fewest.area]
    said = Text(
        f"「{fewest.label.ja}」は{share}。これに当たる「{area.ja}」の印は{fewest.all_marks}のうち{fewest.marks}。",
        f"“{fewest.label.en}”: {share}, while “{area.en}” has {fewest.marks} of {fewest.all_marks} marks.",
    )
    bare = [need for need in needs if need.kpi is None]
    named = [(need.label, numbers.percent(need.share).ja) for need in bare[:MOST_NAMED]]
    ja = "、".join(f"「{label.ja}」{value}" for label, value in named)
    en = ", ".join(f"“{label.en}” {value}" for label, value in named)
    more = Text("など", " and others") if len(bare) > MOST_NAMED else EMPTY
    return said + Text(
        f"指標のない声は{len(bare)}：{ja}{more.ja}。",
        f"Needs without an indicator: {len(bare)} ({en}{more.en}).",
    )


def answered(need: Need) -> tuple[Text, ...]:
    """What stands beside a share: `応える事業 1件`, its indicator or that there is none, `参考：…の印がある事業 3件`.

    The last counts other projects than the first, so it keeps a line of its own and says what it counts.
    """
    count = projects_counted(need.projects).en
    answers = "answers" if need.projects == 1 else "answer"
    said = Text(f"応える事業 {need.projects}件", f"{count} {answers} it")
    value, marked = SHORT_VALUE[need.area], projects_counted(need.marks).en
    reference = Text(f"参考：「{value.ja}」の印がある事業 {need.marks}件", f"({marked} marked “{value.en}”)")
    if need.kpi is None:
        return Text(f"{said.ja}・対応する{NO_INDICATOR.ja}", f"{said.en} · {NO_INDICATOR.en}"), reference
    return said, Text(f"対応する指標：{need.kpi_title.ja}", f"indicator: {need.kpi_title.en}"), reference


def bases(needs: Sequence[Need]) -> Text:
    """Which survey the shares are from, with its base."""
    told = dict.fromkeys((need.wave, need.base, need.base_status) for need in needs)
    ja = "、".join(f"{wave.ja} n={base}（{labels.BASE_STATUS[status].ja}）" for wave, base, status in told)
    en = ", ".join(f"{wave.en} n={base} ({labels.BASE_STATUS[status].en})" for wave, base, status in told)
    return Text(f"割合：{ja}。", f"Shares: {en}.")
