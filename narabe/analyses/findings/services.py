"""What the city's own numbers say when they are divided by each other."""

from datetime import date

from narabe.analyses.findings.lookup import lost, number, observed
from narabe.analyses.kpi import kpi_board
from narabe.model.findings import Finding
from narabe.model.kpi import Indicator
from narabe.stats.pace import months_between
from narabe.warehouse import Warehouse
from narabe.words import finding_sentences as say_ai
from narabe.words import service_findings as say

FY2024, FY2029 = date(2025, 3, 31), date(2030, 3, 31)
NOVEMBER_2025 = date(2025, 11, 30)
NOVEMBER_2021 = date(2021, 11, 30)


def ai_runs_ahead(warehouse: Warehouse) -> Finding:
    """AI use on a yearly basis against its FY2029 target."""
    indicator = _indicator(warehouse, "ai_users")
    return Finding(
        "ai_runs_ahead",
        say_ai.ai_key(indicator),
        say_ai.ai(indicator),
        indicator.why,
        say_ai.ai_caution(indicator),
        "kpi",
        (("indicator", "ai_users"),),
        ("ai_users",),
    )


def hours_of_ai(warehouse: Warehouse) -> Finding:
    """Hours saved by AI, per person-month, and beside the KPI that may or may not count them."""
    saved = observed(warehouse, "ai_hours_saved", NOVEMBER_2025)
    people = [
        number(observed(warehouse, "ai_users", end, role))
        for end, role in ((FY2024, "baseline"), (NOVEMBER_2025, "observed"))
    ]
    every = observed(warehouse, "hours_saved", FY2024, "baseline")
    hours, months = number(saved), saved.months
    if months is None:
        raise lost("ai_hours_saved")
    yearly = hours / months * 12
    return Finding(
        "hours_of_ai",
        say.hours_key(hours / sum(people)),
        say.hours(yearly, number(every)),
        say.hours_arithmetic(hours, people, months, yearly, number(every)),
        say.HOURS_CAUTION,
        "kpi",
        (("indicator", "hours_saved"),),
        ("hours_saved", "ai_users"),
    )


def procedures_slow_down(warehouse: Warehouse) -> Finding:
    """Procedures put online a month, in FY2024 and after, and how many are left."""
    added = number(observed(warehouse, "online_procedures_added", FY2024)) / 12
    before = number(observed(warehouse, "online_procedures", FY2024, "baseline"))
    after = number(observed(warehouse, "online_procedures", NOVEMBER_2025))
    target = number(observed(warehouse, "online_procedures", FY2029, "target"))
    months = months_between(FY2024, NOVEMBER_2025)
    return Finding(
        "procedures_slow_down",
        say.slow_key(added, (after - before) / months),
        say.slow(target - after),
        say.slow_arithmetic(added * 12, before, after, months, target),
        say.SLOW_CAUTION,
        "kpi",
        (("indicator", "online_procedures"),),
        ("online_procedures",),
    )


def applications_thin_out(warehouse: Warehouse) -> Finding:
    """Applications per procedure, today and implied by the two targets."""
    now = number(observed(warehouse, "online_applications", FY2024, "baseline"))
    then = number(observed(warehouse, "online_applications", FY2029, "target"))
    procedures = number(observed(warehouse, "online_procedures", FY2024, "baseline"))
    wanted = number(observed(warehouse, "online_procedures", FY2029, "target"))
    return Finding(
        "applications_thin_out",
        say.thin_key(now / procedures, then / wanted),
        say.thin(),
        say.thin_arithmetic(now, procedures, then, wanted),
        say.THIN_CAUTION,
        "kpi",
        (("indicator", "online_applications"),),
        ("online_applications", "online_procedures"),
    )


def cashless_gathers_speed(warehouse: Warehouse) -> Finding:
    """Cashless payments a month against the yearly growth the target needs."""
    before = number(observed(warehouse, "cashless_payments", FY2024, "baseline"))
    target = number(observed(warehouse, "cashless_payments", FY2029, "target"))
    latest = observed(warehouse, "cashless_payments", NOVEMBER_2025)
    if latest.months is None:
        raise lost("cashless_payments")
    monthly, now = before / 12, number(latest) / latest.months
    needed = 100 * ((target / before) ** (1 / 5) - 1)
    return Finding(
        "cashless_gathers_speed",
        say.speed_key(monthly, now),
        say.speed(100 * (now / monthly - 1), needed),
        say.speed_arithmetic(before, number(latest), latest.months, target, needed),
        say.SPEED_CAUTION,
        "kpi",
        (("indicator", "cashless_payments"),),
        ("cashless_payments",),
    )


def procedures_three_denominators(warehouse: Warehouse) -> Finding:
    """One count of procedures over the totals that are printed, and the total a printed share implies."""
    online = number(observed(warehouse, "online_procedures", NOVEMBER_2025))
    totals = [
        number(observed(warehouse, "total_procedures", NOVEMBER_2025, section=section))
        for section in ("s_3_3", "s_4_2")
    ]
    eligible = observed(warehouse, "online_procedures_ratio_eligible", NOVEMBER_2025)
    implied = _denominators(online, number(eligible), eligible.decimals)
    shares = [*(100 * online / total for total in totals), number(eligible)]
    return Finding(
        "procedures_three_denominators",
        say.denominators_key(shares),
        say.denominators(online, shares),
        say.denominators_arithmetic(online, totals, number(eligible), implied),
        say.DENOMINATORS_CAUTION,
        "operations",
        (("strip", "counterless"),),
        ("online_procedures",),
    )


def small_bills_go_mobile(warehouse: Warehouse) -> Finding:
    """Phone payments of taxes: their share of payments, of yen, and the average bill."""
    payments, by_phone, amount, phone_amount = (
        number(observed(warehouse, metric, NOVEMBER_2021, segment="tax"))
        for metric in ("bill_payments", "bill_payments_by_phone", "bill_amount", "bill_amount_by_phone")
    )
    return Finding(
        "small_bills_go_mobile",
        say.bills_key(100 * by_phone / payments, 100 * phone_amount / amount),
        say.bills(phone_amount / by_phone, (amount - phone_amount) / (payments - by_phone)),
        say.bills_arithmetic(payments, by_phone, amount, phone_amount),
        say.BILLS_CAUTION,
        "operations",
        (("strip", "cashless"), ("detail", "bill_payments_phone_ratio")),
        ("cashless_payments",),
    )


def _denominators(numerator: float, printed: float, decimals: int) -> tuple[int, int]:
    """The smallest and largest whole denominators that print so (half-up)."""
    half = 0.5 / 10**decimals
    fitting = [
        whole
        for whole in range(int(numerator), int(numerator) * 4)
        if printed - half <= 100 * numerator / whole < printed + half
    ]
    if not fitting:
        raise lost("online_procedures_ratio_eligible")
    return fitting[0], fitting[-1]


def _indicator(warehouse: Warehouse, metric_id: str) -> Indicator:
    for indicator in kpi_board(warehouse).indicators:
        if indicator.metric_id == metric_id:
            return indicator
    raise lost(metric_id)
