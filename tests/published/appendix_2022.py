"""The survey of 2021, typed by hand from the 2022 appendix (reference 1). Shares in %, ranks in places."""

# Appendix 2022, reference 1 (1): who answered, by age from the teens to the eighties, then all.
ANSWERED = {
    "male": [3, 6, 13, 29, 34, 14, 42, 10, 151],
    "female": [4, 11, 34, 62, 42, 18, 3, 1, 175],
    "all": [7, 17, 47, 91, 76, 32, 45, 11, 326],
}
INVITED = {"male": 164, "female": 196, "all": 360}
AGES = ["age10s", "age20s", "age30s", "age40s", "age50s", "age60s", "age70s", "age80s", "all"]

# question: printed base (question 11, free text: 90 wrote, see below)
BASES_2021 = {
    "net2021_q1": 326,
    "net2021_q2": 326,
    "net2021_q3": 319,
    "net2021_q4": 310,
    "net2021_q5": 312,
    "net2021_q6": 326,
    "net2021_q7": 326,
    "net2021_q8": 207,
    "net2021_q9": 326,
    "net2021_q10": 322,
}

# question: {(option, group): printed share}
SHARES_APPENDIX = {
    "net2021_q1": {("know", "all"): "23.0", ("know", "age10s"): "0.0"},
    "net2021_q2": {
        ("progressing", "all"): "27.9",
        ("neither", "all"): "31.3",
        ("not_progressing", "all"): "23.9",
        ("dont_know", "all"): "16.9",
        ("progressing", "age60s"): "43.8",
        ("dont_know", "age10s"): "71.4",
    },
    "net2021_q5": {
        ("online_procedures", "all"): "67.6",
        ("free_wifi", "all"): "43.9",
        ("online_tax_payment", "all"): "34.0",
    },
    "net2021_q6": {
        ("paper_saving", "all"): "58.9",
        ("time_leisure", "all"): "56.7",
        ("less_travel", "all"): "54.9",
    },
    "net2021_q7": {
        ("privacy_leak", "all"): "82.8",
        ("online_crime", "all"): "65.3",
        ("digital_divide", "all"): "62.3",
    },
    "net2021_q8": {
        ("online_shopping", "all"): "96.6",
        ("cashless", "all"): "74.9",
        ("video_streaming", "all"): "41.5",
    },
    "net2021_q9": {("continue", "all"): "86.2"},
    "net2021_q10": {
        ("online_drinking", "all"): "25.2",
        ("online_events", "all"): "20.8",
        ("food_delivery", "all"): "18.3",
    },
}
SHARE_SUMS_APPENDIX = {
    "net2021_q1": (2, "23.0"),
    "net2021_q2": (6, "215.2"),
    "net2021_q5": (3, "145.5"),
    "net2021_q6": (3, "170.5"),
    "net2021_q7": (3, "210.4"),
    "net2021_q8": (3, "213.0"),
    "net2021_q9": (1, "86.2"),
    "net2021_q10": (3, "64.3"),
}
DIFFERENCES_APPENDIX = {
    ("net2021_q1", "know", "male-female"): "30.0",
    ("net2021_q2", "progressing", "male-female"): "7.3",
}
RANKS_APPENDIX = {
    "net2017_use": {
        "website": 1,
        "disaster_site": 4,
        "library": 8,
        "form_download": 3,
        "tax_convenience_qr": 2,
    },
    "net2021_q3": {"website": 1, "disaster_site": 2, "tax_convenience_qr": 3},
    "net2021_q4": {
        "website": 1,
        "disaster_site": 2,
        "library": 3,
        "form_download": 4,
        "tax_convenience_qr": 5,
    },
    "net2021_q5": {"online_procedures": 1, "free_wifi": 2, "online_tax_payment": 3},
    "net2021_q6": {"paper_saving": 1, "time_leisure": 2, "less_travel": 3},
    "net2021_q7": {"privacy_leak": 1, "online_crime": 2, "digital_divide": 3},
    "net2021_q8": {"online_shopping": 1, "cashless": 2, "video_streaming": 3},
    "net2021_q10": {"online_drinking": 1, "online_events": 2, "food_delivery": 3},
}
# Question 9: above 70 % in every age group.
BOUNDED_APPENDIX = {("net2021_q9", "continue", age): ("70", "100") for age in AGES[:-1]}
# Question 1: 23.0 % of 326 and 30.0 points between 151 men and 175 women leave 59 and 16.
RECOVERED_APPENDIX = {("net2021_q1", "know", "male"): 59, ("net2021_q1", "know", "female"): 16}
COUNTS_APPENDIX = {("net2021_q11", "wrote", "all"): 90}
# Sub-groups: ages and sexes drawn in the lost charts, beyond those the text puts into numbers.
NOT_CAPTURED_GROUPS = {
    *(("net2021_q1", "know", age) for age in AGES[1:-1]),
    *(("net2021_q2", "progressing", age) for age in AGES[:-1] if age != "age60s"),
    *(("net2021_q2", "progressing", sex) for sex in ("male", "female")),
    *(("net2021_q9", "continue", sex) for sex in ("male", "female")),
}
