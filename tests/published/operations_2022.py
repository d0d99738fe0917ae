"""Operational figures typed by hand from the 2022 appendix (reference 3), population from the main volume.

Second reading: taken from the source text alone, without the CSV files. Sums and ratios by hand.
"""

# How a printed ratio follows from its numerator and denominator at one decimal:
UP = {"up"}  # only rounding up gives it
UP_AND_HALF_UP = {"up", "half_up"}  # rounding up and rounding half up agree
DOWN = {"down"}  # only cutting off gives it
DOWN_AND_HALF_UP = {"down", "half_up"}  # cutting off and rounding half up agree

# --- Payments ----------------------------------------------------------------------------------
# segment: (count, count without cash, printed %, yen, yen without cash, printed %)
BILLS = {
    "tax_resident": (98943, 2876, "3.0", 3941709149, 78605446, "2.0"),
    "tax_property": (408194, 8185, "2.1", 19507229152, 179243790, "1.0"),
    "tax_vehicle": (110818, 2376, "2.2", 835612094, 18740432, "2.3"),
    "tax_health_insurance": (174735, 2430, "1.4", 2890833523, 34068846, "1.2"),
    "tax": (792690, 15867, "2.1", 27175383918, 310658514, "1.2"),
    "water_supply": (596545, 3074, "0.6", 5296008903, 15339683, "0.3"),
    "water_sewage": (432794, 2397, "0.6", 2996725900, 9735158, "0.4"),
    "water": (1029339, 5471, "0.6", 8292734803, 25074841, "0.4"),
}
COUNTER = {
    "counter_certificates": (96022, 6614, "6.9", 28828520, 1941450, "6.8"),
    "counter_sports": (14906, 814, "5.5", 16587625, 4451540, "26.9"),
    "counter": (110928, 7428, "6.7", 45416145, 6392990, "14.1"),
}
# Sums of the parts, added by hand: count, count without cash, yen, yen without cash
PAYMENT_SUMS = {
    "tax": (
        98943 + 408194 + 110818 + 174735,  # 507137, 617955, 792690
        2876 + 8185 + 2376 + 2430,  # 11061, 13437, 15867
        3941709149 + 19507229152 + 835612094 + 2890833523,  # 23448938301, 24284550395, 27175383918
        78605446 + 179243790 + 18740432 + 34068846,  # 257849236, 276589668, 310658514
    ),
    "water": (
        596545 + 432794,  # 1029339
        3074 + 2397,  # 5471
        5296008903 + 2996725900,  # 8292734803
        15339683 + 9735158,  # 25074841
    ),
    "counter": (
        96022 + 14906,  # 110928
        6614 + 814,  # 7428
        28828520 + 16587625,  # 45416145
        1941450 + 4451540,  # 6392990
    ),
}
# segment: (payments, amount), with the quotient by long division
PAYMENT_ROUNDING = {
    "tax_resident": (UP, UP_AND_HALF_UP),  # 2.906, 1.994
    "tax_property": (UP, UP),  # 2.005, 0.918
    "tax_vehicle": (UP, UP),  # 2.144, 2.242
    "tax_health_insurance": (UP_AND_HALF_UP, UP_AND_HALF_UP),  # 1.390, 1.178
    "tax": (UP, UP),  # 2.001, 1.143
    "water_supply": (UP, UP_AND_HALF_UP),  # 0.515, 0.289
    "water_sewage": (UP_AND_HALF_UP, UP),  # 0.553, 0.324
    "water": (UP, UP),  # 0.531, 0.302
    "counter_certificates": (UP_AND_HALF_UP, UP),  # 6.888, 6.734
    "counter_sports": (UP_AND_HALF_UP, UP),  # 5.460, 26.836
    "counter": (UP_AND_HALF_UP, UP_AND_HALF_UP),  # 6.696, 14.076
}
# (count, count without cash, ratio, yen, yen without cash, ratio)
BILL_METRICS = (
    "bill_payments",
    "bill_payments_by_phone",
    "bill_payments_phone_ratio",
    "bill_amount",
    "bill_amount_by_phone",
    "bill_amount_phone_ratio",
)
COUNTER_METRICS = (
    "counter_payments",
    "counter_payments_cashless",
    "counter_payments_cashless_ratio",
    "counter_amount",
    "counter_amount_cashless",
    "counter_amount_cashless_ratio",
)
PAYMENT_UNITS = ("件", "件", "%", "円", "円", "%")
EIGHT_MONTHS_2021 = ("2021-04-01", "2021-11-30", "8")
THREE_MONTHS_2021 = ("2021-01-01", "2021-03-31", "3")

# --- Printing ----------------------------------------------------------------------------------
FY2019 = ("2019-04-01", "2020-03-31", "12")
FY2020 = ("2020-04-01", "2021-03-31", "12")
# segment: pages in FY2019 and FY2020
PRINT_PAGES = {
    "dept_policy": (1215736, 709130),  # in both tables
    "dept_children": (1836018, 1604766),
    "dept_branches": (1641483, 1412612),
    "dept_general": (1174107, 1010185),  # in both tables
    "dept_culture": (718881, 557463),  # in both tables
    "dept_election": (60262, 32070),
    "dept_environment": (727084, 571960),
}
PRINT_CHANGE = {
    "dept_policy": -506606,
    "dept_children": -231252,
    "dept_branches": -228871,
    "dept_general": -163922,
    "dept_culture": -161418,
}
PRINT_CHANGE_RATIO = {
    "dept_election": "-46.7",
    "dept_policy": "-41.6",
    "dept_culture": "-22.4",
    "dept_environment": "-21.3",
    "dept_general": "-13.9",
}
# Rounding of the size of the change; pages saved by hand, then the quotient by long division
PRINT_ROUNDING = {
    "dept_election": DOWN,  # 28192 of 60262 = 46.782
    "dept_policy": DOWN,  # 506606 of 1215736 = 41.670
    "dept_culture": DOWN,  # 161418 of 718881 = 22.454
    "dept_environment": DOWN_AND_HALF_UP,  # 155124 of 727084 = 21.335
    "dept_general": DOWN,  # 163922 of 1174107 = 13.961
}
# The five departments of the first table, added by hand
PRINT_SUMS = (
    1215736 + 1836018 + 1641483 + 1174107 + 718881,  # 3051754, 4693237, 5867344, 6586225
    709130 + 1604766 + 1412612 + 1010185 + 557463,  # 2313896, 3726508, 4736693, 5294156
    -(506606 + 231252 + 228871 + 163922 + 161418),  # 737858, 966729, 1130651, 1292069
)

# --- Meetings, lost charts, population ---------------------------------------------------------
MEETINGS = {"meeting_council": "14", "meeting_disaster": "49", "meeting_other": "13"}
MEETINGS_SUM = 76  # 14 + 49 + 13

# Charts of reference 3 that the text names (several others carry no title at all)
LOST_NAMED = {
    "easy_applications",  # two charts, by month and cumulative
    "web_meetings",  # heading only
}

# Main volume, chapter 4-1 (1): (role, year, people)
POPULATION = {("observed", "2004", "339248"), ("outlook", "2040", "265374")}
# Main volume, chapter 6-4: advisors from two to three in 2016
ADVISORS = ("2", "3")

# Plan 2026, 1-4: five charts without any printed figure, six slots
SLOTS_2026 = {
    "counter_visitors",
    "online_procedures_ratio",
    "cashless_ratio",
    "web_meetings_monthly",
    "print_pages_monthly",
    "gis_accesses_monthly",
}
