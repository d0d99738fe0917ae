"""Which options are groups of people that Compare knows: sex, and age in tens of years."""

import re
from collections.abc import Iterable

from narabe.intake.answers.spellings import normal, without_digits, without_number
from narabe.model.answers_plan import Group

SEX_NAME = re.compile(r"性別|(?<![a-z])(sex|gender)(?![a-z])")
AGE_NAME = re.compile(r"年齢|年代|年令|(?<![a-z])(age|agegroup)(?![a-z])")
SEXES = {
    **dict.fromkeys(("男性", "男", "男子", "male", "man", "men", "m", "おとこ"), "male"),
    **dict.fromkeys(("女性", "女", "女子", "female", "woman", "women", "f", "おんな"), "female"),
}
DECADE = re.compile(r"(?:満)?(\d0)(?:歳|才)?代")
BAND = re.compile(
    r"(?:満)?(\d{1,2})(?:歳|才)?(?:以上)?[~\-から・、 ]+(?:満)?(\d{1,3})(?:歳|才)?(未満|以下|まで)?"
)
DECADES = range(10, 90, 10)


def group_of(header: str, labels: Iterable[str]) -> Group | None:
    """Whether a question asks for sex or age: told by its name and its options together."""
    name, options = normal(header), list(labels)
    if SEX_NAME.search(name) and sum(sex(label) is not None for label in options) >= 2:
        return Group.SEX
    if AGE_NAME.search(name) and any(age(label) is not None for label in options):
        return Group.AGE
    return None


def group_id(group: Group | None, label: str) -> str | None:
    """The group of `data/codebooks/groups.yml` that an option is; None where it is none, or reaches beyond one."""
    return {Group.SEX: sex, Group.AGE: age}[group](label) if group else None


def sex(label: str) -> str | None:
    return SEXES.get(without_number(label)) or SEXES.get(without_digits(label))


def age(label: str) -> str | None:
    """`30代`, and any span of years inside one."""
    words = without_number(label) if not DECADE.match(normal(label)) else normal(label)
    decade = DECADE.fullmatch(words)
    if decade:
        return decade_of(int(decade[1]))
    band = BAND.fullmatch(words) or BAND.fullmatch(normal(label))
    if not band:
        return None
    low, high = int(band[1]), int(band[2]) - (1 if band[3] == "未満" else 0)
    return decade_of(low) if low <= high and low // 10 == high // 10 else None


def decade_of(years: int) -> str | None:
    """The group of an age in years."""
    decade = years // 10 * 10
    return f"age{decade}s" if decade in DECADES else None
