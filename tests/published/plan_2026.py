"""The surveys of 2025, typed by hand from the 2026 plan (appendix 1, 2, 4). Shares in %, ranks in places."""

BASES_2025 = {
    "net2025_dx_awareness": 370,
    "net2025_digital_progress": 370,
    "net2025_service_use": 370,
    "net2025_priorities": 370,
    "net2025_online_resistance": 370,
    "net2025_benefits": 370,
    "net2025_fears": 370,
    "net2025_main_device": 370,
    "net2025_digital_skill": 370,
    "net2025_support_needs": 370,
    "net2025_ai_use": 370,
    "net2025_ai_purpose": 179,
    "net2025_ai_fields": 363,
    "seniors2025_dx_awareness": 37,
    "seniors2025_online_resistance": 37,
    "seniors2025_resistance_reason": 19,
    "seniors2025_main_device": 35,
    "seniors2025_ai_use": 37,
    "seniors2025_ai_fields": 33,
    "youth2025_dx_awareness": 43,
    "youth2025_main_device": 43,
    "youth2025_online_resistance": 43,
    "youth2025_ai_use": 43,
    "youth2025_resistance_reason": 7,
    "youth2025_ai_fields": 41,
}
PRINTED_BASES_2025 = {179, 363, 19, 35, 33, 7, 41}

# Tables "top five of 2025 and rank of 2021": option: (2025 rank, share, 2021 rank, share)
TABLE_SERVICES = {
    "website": (1, "77.6", 1, "83.9"),
    "line": (2, "38.4", 6, "18.4"),
    "disaster_site": (3, "33.5", 2, "33.9"),
    "library": (4, "32.4", 3, "33.5"),
    "convenience_certificate": (5, "28.9", 11, "10.6"),
}
TABLE_PRIORITIES = {
    "online_procedures": (1, "54.3", 1, "67.6"),
    "health_welfare": (2, "35.1", 4, "31.4"),
    "online_tax_payment": (3, "33.8", 3, "34.0"),
    "no_write_no_wait": (4, "31.4", None, None),
    "personal_guidance": (5, "27.3", 8, "24.7"),
}
TABLE_FEARS = {
    "privacy_leak": (1, "78.1", 1, "82.8"),
    "online_crime": (2, "66.2", 2, "65.3"),
    "digital_divide": (3, "61.9", 3, "62.3"),
    "system_failure": (4, "44.1", 5, "35.6"),
    "misinformation": (5, "42.2", 7, "29.4"),
}
TOP_FIVE = {
    ("net2025_service_use", "net2021_q4"): TABLE_SERVICES,
    ("net2025_priorities", "net2021_q5"): TABLE_PRIORITIES,
    ("net2025_fears", "net2021_q7"): TABLE_FEARS,
}
TOP_FIVE_SUMS = {  # column sums: 2025, 2021
    "net2025_service_use": ("210.8", "180.3"),
    "net2025_priorities": ("181.9", "157.7"),
    "net2025_fears": ("292.5", "275.4"),
}

# Running text of appendix 1, 2 and 4
SHARES_TEXT_2026 = {
    ("net2021_q1", "never_heard"): "49.7",
    ("net2021_q2", "progressing"): "27.9",
    ("net2025_digital_progress", "progressing"): "43.8",
    ("net2025_online_resistance", "not_felt"): "64.6",
    ("net2025_online_resistance", "very_resistant"): "6.8",
    ("net2025_main_device", "not_used"): "0.5",
    ("net2025_digital_skill", "able"): "77.3",
    ("net2025_support_needs", "consultation_desk"): "75.7",
    ("net2025_ai_use", "used"): "48.4",
    ("net2025_ai_purpose", "information_search"): "84.4",
    ("net2025_ai_purpose", "proofreading_translation"): "55.9",
    ("net2025_ai_purpose", "ideas"): "37.4",
    ("seniors2025_main_device", "any_device"): "97",
    ("seniors2025_ai_use", "used"): "16",
    ("youth2025_online_resistance", "resistant"): "16",
    ("youth2025_ai_use", "daily"): "14",
}
RANKS_TEXT_2026 = {
    ("net2025_online_resistance", "not_felt"): 1,
    ("net2025_benefits", "paper_saving"): 1,
    ("net2025_support_needs", "consultation_desk"): 1,
    ("net2025_ai_purpose", "information_search"): 1,
    ("net2025_ai_purpose", "proofreading_translation"): 2,
    ("net2025_ai_purpose", "ideas"): 3,
    ("youth2025_ai_fields", "enquiry_answering"): 1,
    ("youth2025_ai_fields", "disaster_information"): 2,
}
# Some cells of the 2021 columns already stand in the 2022 appendix with the same value;
# one fact, one row: they are kept there and are not repeated under the 2026 plan.
SHARES_ALREADY_IN_APPENDIX = {
    ("net2021_q2", "progressing"),
    ("net2021_q5", "online_procedures"),
    ("net2021_q5", "online_tax_payment"),
    ("net2021_q7", "privacy_leak"),
    ("net2021_q7", "online_crime"),
    ("net2021_q7", "digital_divide"),
}
RANKS_ALREADY_IN_APPENDIX = {
    ("net2021_q4", "website"),
    ("net2021_q4", "disaster_site"),
    ("net2021_q4", "library"),
    ("net2021_q5", "online_procedures"),
    ("net2021_q5", "online_tax_payment"),
    ("net2021_q7", "privacy_leak"),
    ("net2021_q7", "online_crime"),
    ("net2021_q7", "digital_divide"),
}
BOUNDED_2026 = {
    ("net2025_dx_awareness", "never_heard"): ("29.2", "30.2"),  # 49.7 less about 20
    ("seniors2025_dx_awareness", "aware"): ("55", "65"),  # about six in ten
    ("seniors2025_online_resistance", "resistant"): ("45", "55"),  # about half each
    ("seniors2025_online_resistance", "not_resistant"): ("45", "55"),
    ("seniors2025_main_device", "smartphone"): ("80", "100"),  # eight in ten or more
    ("youth2025_dx_awareness", "never_heard"): ("65", "75"),  # about seven in ten
    ("youth2025_dx_awareness", "aware"): ("25", "35"),  # about three in ten
    ("youth2025_online_resistance", "not_resistant"): ("80", "100"),
    ("youth2025_ai_use", "used"): ("60", "100"),  # above six in ten
}

# Reluctant seniors: 19, the base of the question on their reasons.
RECOVERED_2026 = {("seniors2025_online_resistance", "resistant"): 19}
# Not offered in 2021: a dash in the table of priorities.
NOT_PUBLISHED_2026 = {("net2021_q5", "no_write_no_wait")}

# Shown only in a lost picture, or only in a vague word: no value may stand there.
NOT_CAPTURED = {
    "net2021_q2": {
        "progressing_clearly",
        "progressing_somewhat",
        "not_progressing_somewhat",
        "not_progressing_clearly",
    },
    "net2021_q3": {"website", "disaster_site", "tax_convenience_qr", "open_data_site"},
    "net2021_q4": {"form_download", "tax_convenience_qr"},
    "net2021_q5": {"other"},
    "net2021_q6": {"other"},
    "net2021_q7": {"other"},
    "net2021_q8": {"other"},
    "net2021_q9": {"continue_all", "continue_some"},
    "net2021_q10": {"other"},
    "net2025_digital_progress": {"progressing_clearly", "progressing_somewhat"},
    "net2025_service_use": {"form_download", "tax_convenience_qr"},  # outside the top five
    "net2025_priorities": {"free_wifi"},
    "net2025_benefits": {"paper_saving"},
    "net2025_main_device": {"feature_phone"},
    "net2025_digital_skill": {"very_able", "somewhat_able", "unlisted"},
    "net2025_ai_use": {"daily", "have_used"},
    "net2025_ai_fields": {"unlisted"},
    "seniors2025_dx_awareness": {"understands_content"},
    "seniors2025_resistance_reason": {"digital_operation", "security_worry"},
    "seniors2025_ai_fields": {
        "disaster_information",
        "senior_disability_support",
        "medical_welfare_advice",
    },
    "youth2025_main_device": {"smartphone"},
    "youth2025_resistance_reason": {"security_worry", "face_to_face"},
    "youth2025_ai_fields": {"enquiry_answering", "disaster_information"},
}
