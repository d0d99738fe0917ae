"""Indicators of Morioka and Shirakawa typed by hand from their plans (second reading).

A figure is (role, year or "", value or (low, high), unit); year is that of the last day and stands
only where the document prints one. Metric ids and sections are left out on purpose.
"""

MORIOKA = "morioka-dx-2021"
SHIRAKAWA = "shirakawa-dx-2022"

Figure = tuple[str, str, str | tuple[str, str], str]

# Chapter 4, the nine indicators; the plan runs to the end of FY2025 (chapter 2-2)
MORIOKA_TARGETS: list[Figure] = [
    ("target", "2026", "80", "%"),  # 1 (1) procedures online
    ("target", "2026", "27", "手続"),  # 1 (1) the 27 priority procedures, all of them
    ("target", "2026", "60", "件"),  # 1 (2) services that use private digital services
    ("target", "2026", "50", "セット"),  # 1 (3) open data sets
    ("target", "2026", "17", "業務"),  # 2 (1) core systems on the standard, all of them
    ("target", "2026", "20", "業務"),  # 2 (2) tasks with AI-OCR or RPA
    ("target", "2026", "10000", "時間"),  # 2 (2) hours cut in those tasks
    ("target", "2026", "1", "件"),  # 2 (3) evidence-based plans
    ("target", "2026", "100", "%"),  # 3 (1) understanding of security after training
    ("target", "2026", "1000", "人"),  # 3 (2) people trained, counted each time
    ("target", "2026", "130", "回"),  # 3 (3) courses on digital devices
]
# Targets printed with "or more": the printed number is the value, the words stand in the note
MORIOKA_OR_MORE = {("80", "%"), ("1", "件"), ("1000", "人"), ("130", "回")}
MORIOKA_CURRENT: list[Figure] = [
    ("baseline", "", "30", "件"),  # 1 (2)
    ("baseline", "2021", "35", "セット"),  # 1 (3) as of May 2021
]
# Figures in "present state" that are not the starting point of an indicator
MORIOKA_OBSERVED: list[Figure] = [
    ("observed", "", "800", "時間"),  # 2 (2) about 800 hours of overtime a year
    ("observed", "", ("1", "2"), "回"),  # 3 (2) training courses in a usual year
    ("observed", "2015", ("61.0", "100"), "%"),  # 3 (3) smartphones, each age group to the fifties
    ("observed", "2015", "33.2", "%"),  # 3 (3) sixties
    ("observed", "2015", "16.6", "%"),  # 3 (3) seventies and over
]
MORIOKA_GROUPS = (7, 8, 2)  # the 17 core systems as listed under 2 (1), counted by hand

# 4 (2): month: (people, cards issued, printed %)
CARDS = {
    "2016-04": (63186, 12, "0.01"),
    "2017-04": (62754, 4963, "7.9"),
    "2018-04": (62245, 6042, "9.7"),
    "2019-04": (61654, 7181, "11.6"),
    "2020-04": (61129, 8520, "13.9"),
    "2021-04": (60548, 13661, "22.6"),
}
# Ways of rounding that give the printed rate, after long division
CARD_ROUNDING = {
    "2016-04": {"down"},  # 0.0189
    "2017-04": {"down", "half_up"},  # 7.908
    "2018-04": {"down", "half_up"},  # 9.706
    "2019-04": {"down", "half_up"},  # 11.647
    "2020-04": {"down", "half_up"},  # 13.937
    "2021-04": {"up", "half_up"},  # 22.562
}
CARD_SUMS = (371516, 40379)  # people 125940, 188185, 249839, 310968, 371516; cards 4975 ... 40379

# 4 (1): fall of the population from 2020, about 20 % by 2040 and about 43 % by 2060
OUTLOOK = {("2040", "20"), ("2060", "43")}

# 8, item 1-(1): applications in 31 tasks on the state's portal; the policy runs to the end of FY2025
SHIRAKAWA_TARGETS: list[Figure] = [("target", "2026", "31", "手続")]
