"""A small file of answers whose every count can be checked by hand.

Twenty men and twenty women: 12 men and 5 women know of DX. Four are 10代 (all men), sixteen 30代, twenty 60代.
A man weighs 0.5, a woman 1.5. 10代 use ネット, other men 窓口 and ネット, women 窓口.
"""

GROUPS = (
    ("男性", "10代", "知っている", 3),
    ("男性", "10代", "知らない", 1),
    ("男性", "30代", "知っている", 5),
    ("男性", "30代", "知らない", 3),
    ("男性", "60代", "知っている", 4),
    ("男性", "60代", "知らない", 4),
    ("女性", "30代", "知っている", 3),
    ("女性", "30代", "知らない", 5),
    ("女性", "60代", "知っている", 2),
    ("女性", "60代", "知らない", 10),
)
YEARS = {"10代": 15, "30代": 35, "60代": 65}
HEADER = "性別,年代,DXを知っているか,年齢,利用したもの,職業 (主),ご意見,ウエイト"
KNOW = "DXを知っているか"


def answers() -> str:
    lines = [HEADER]
    for sex, age, know, people in GROUPS:
        use = "ネット" if age == "10代" else "窓口;ネット" if sex == "男性" else "窓口"
        work, weight = "無職" if age == "60代" else "会社員", 0.5 if sex == "男性" else 1.5
        for _ in range(people):
            opinion = f"{len(lines)}番の意見です。よろしくお願いします"
            lines.append(f"{sex},{age},{know},{YEARS[age]},{use},{work},{opinion},{weight}")
    return "\n".join(lines) + "\n"
