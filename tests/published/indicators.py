"""KPIs and operational figures, typed by hand from the 2026 plan and the main volume of 2022."""

# indicator: (baseline, target, unit); None = only in a picture
KPI = {
    "online_procedures": ("740", "862", "手続"),
    "online_applications": ("316799", "350000", "件"),
    "cashless_payments": ("57356", "112000", "件"),
    "lowcode_rpa_projects": ("145", "200", "件"),
    "hours_saved": ("13511", "15000", "時間"),
    "ai_users": ("842", "2000", "人"),
    "senior_phone_course": (None, None, "人"),
    "line_registrations": (None, None, "人"),
    "sme_dx_seminar": (None, None, "人"),
    "security_elearning": ("2511", "2600", "人"),
    "audit_compliance": ("97", "100", "%"),
}
KPI_SECTIONS = {"s_4_2": 3, "s_4_3": 3, "s_4_4": 3, "s_4_5": 2}
KPI_SUMS = ("392001", "482762")  # the eight printed baselines and targets, added by hand

# --- Plan 2026: operational figures ------------------------------------------------------------
FY2022 = ("2022-04-01", "2023-03-31")
FY2023 = ("2023-04-01", "2024-03-31")
FY2024 = ("2024-04-01", "2025-03-31")
FY2025 = ("2025-04-01", "2026-03-31")
TO_NOV_2025 = ("2025-04-01", "2025-11-30")
END_NOV_2025 = ("2025-11-30", "2025-11-30")
AI_TO_NOV_2025 = ("2024-10-01", "2025-11-30")
PRINTED_2026 = ("2026-03-01", "2026-03-31")
OBSERVED_2026 = {
    # 1-1
    ("s_1_1", "online_procedures_added", FY2024): "259",
    ("s_1_1", "cashless_facilities", ("2025-03-31", "2025-03-31")): "58",
    ("s_1_1", "national_cashless_ratio", ("2024-01-01", "2024-12-31")): "42.8",
    # 1-2
    ("s_1_2", "cashless_facilities_added", FY2024): "6",  # also in 1-1
    ("s_1_2", "cashless_facilities_added", FY2023): "17",
    ("s_1_2", "cashless_ratio", TO_NOV_2025): "31.9",
    ("s_1_2", "cashless_payments", TO_NOV_2025): "46906",
    ("s_1_2", "kintone_apps", PRINTED_2026): "90",
    ("s_1_2", "congestion_accesses", END_NOV_2025): "5898",
    ("s_1_2", "crematorium_reservations", END_NOV_2025): "3653",
    ("s_1_2", "online_procedures", FY2022): "369",
    ("s_1_2", "online_procedures", END_NOV_2025): "791",
    ("s_1_2", "online_applications_as_counted", TO_NOV_2025): "5898",
    ("s_1_2", "online_payments", TO_NOV_2025): "285",
    # 1-3
    ("s_1_3", "ai_users_monthly", ("2024-10-01", "2025-03-31")): "140",
    ("s_1_3", "ai_users_monthly", TO_NOV_2025): "227",
    ("s_1_3", "ai_evaluation_hours_saved", FY2025): "16",
    ("s_1_3", "gis_logins_monthly", ("2021-04-01", "2022-03-31")): "6663",
    ("s_1_3", "gis_logins_monthly", TO_NOV_2025): "7248",
    ("s_1_3", "gis_linkage_accesses", TO_NOV_2025): "357",
    ("s_1_3", "gis_sns_posts", TO_NOV_2025): "438",
    ("s_1_3", "phone_course_visual", FY2024): "2",
    ("s_1_3", "phone_course_hearing", FY2024): "4",
    # 3-3, 3-5, 3-6, 4-2
    ("s_3_3", "total_procedures", END_NOV_2025): "1758",
    ("s_3_3", "online_procedures_ratio", END_NOV_2025): "45.0",
    ("s_3_3", "online_procedures_ratio_eligible", END_NOV_2025): "54.6",
    ("s_4_2", "total_procedures", END_NOV_2025): "1668",
    ("s_3_5", "hours_saved", FY2024): "13500",
    ("s_3_6", "standardised_systems", PRINTED_2026): "12",
    # 3-7: the number of projects; appendix 7: electronic approval, in the line for 2019
    ("s_3_7", "projects_total", PRINTED_2026): "70",
    ("s_app7", "e_approval_ratio", ("2019-01-01", "2019-12-31")): "100",
}
OBSERVED_BOUNDED_2026 = {
    ("s_1_3", "ai_evaluation_overtime_cut", FY2025): ("75", "85"),  # about eight tenths
    ("s_3_4", "ai_users_cumulative", AI_TO_NOV_2025): ("2600", ""),  # 2,600 or more
    ("s_1_1", "national_mynumber_rate", FY2023): ("70", "100"),  # 70 % was passed
    ("s_3_4", "ai_hours_saved", AI_TO_NOV_2025): ("9300", ""),  # 9,300 or more
}
OBSERVED_NOT_CAPTURED_2026 = {
    ("s_3_3", "online_procedures", ("2024-03-31", "2024-03-31")),
    ("s_3_5", "hours_saved", FY2022),
    ("s_3_5", "hours_saved", FY2023),
}

# --- Main volume 2022, 3-2 table 2: attainment of the plan 2018-2021, in % ---------------------
ATTAINMENT = {
    "plan_partly": (6, 6, 20),
    "plan_achieved": (51, 44, 33),
    "plan_missed": (4, 26, 35),
    "plan_other": (40, 24, 13),
}
ATTAINMENT_SUMS = (101, 100, 101)
ATTAINMENT_YEARS = [
    ("2018-04-01", "2019-03-31"),
    ("2019-04-01", "2020-03-31"),
    ("2020-04-01", "2021-03-31"),
]
OTHER_MAIN = {
    ("s_3_2", "cashless_facilities", "2022"): "35",
    ("s_3_2", "rpa_tasks", "2022"): "40",
    ("s_3_2", "myna_procedures", "2022"): "31",
    ("s_5_5", "procedure_forms", "2022"): "4300",
    # 4-1 (1): the peak and the projection
    ("s_4_1_1", "population", "2004"): "339248",
    ("s_4_1_1", "population", "2040"): "265374",
    # 6-4: two outside advisers became three in 2016
    ("s_6_4", "dx_advisors", "2015"): "2",
    ("s_6_4", "dx_advisors", "2016"): "3",
}
