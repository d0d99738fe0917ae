"""What the city's own numbers say when they are divided by each other: always the latest ones known."""

from narabe.analyses.findings.lookup import lost, number
from narabe.analyses.kpi import kpi_board
from narabe.analyses.metrics import metrics
from narabe.model.findings import Finding
from narabe.model.kpi import Indicator
from narabe.model.metrics import Observation
from narabe.model.status import Origin
from narabe.stats.pace import months_between, years_between
from narabe.warehouse import Warehouse
from narabe.words import service_findings as say


def ai_runs_ahead(warehouse: Warehouse) -> Finding:
    """AI use on a yearly basis against its target."""
    indicator = _indicator(warehouse, "ai_users")
    return Finding(
        "ai_runs_ahead",
        say.ai_key(indicator),
        say.ai(indicator),
        indicator.why,
        say.ai_caution(indicator),
        "kpi",
        (("indicator", "ai_users"),),
        ("ai_users",),
    )


def hours_of_ai(warehouse: Warehouse) -> Finding:
    """Hours saved by AI for each person-month, and their size beside the KPI of other months and perhaps other tools."""
    saved = _latest(warehouse, "ai_hours_saved")
    if saved.months is None:
        raise lost("ai_hours_saved")
    people = [
        number(o)
        for o in _printed(warehouse, "ai_users")
        if o.role in ("baseline", "observed") and saved.start <= o.start and o.end <= saved.end
    ]
    every = _seen(_indicator(warehouse, "hours_saved").baseline, "hours_saved")
    return Finding(
        "hours_of_ai",
        say.hours_key(number(saved) / sum(people)),
        say.hours(number(saved) / saved.months * 12, every),
        say.hours_arithmetic(saved, people, every),
        say.HOURS_CAUTION,
        "kpi",
        (("indicator", "hours_saved"),),
        ("hours_saved", "ai_users"),
    )


def procedures_a_month(warehouse: Warehouse) -> Finding:
    """Procedures put online a month, in the last full year and since, and how many are left."""
    indicator = _indicator(warehouse, "online_procedures")
    before, after, target = _three(indicator)
    added = _latest(warehouse, "online_procedures_added")
    months = months_between(before.end, after.end)
    if added.months is None or months < 1:
        raise lost("online_procedures_added")
    then, now = number(added) / added.months, (number(after) - number(before)) / months
    return Finding(
        "procedures_a_month",
        say.monthly_key(then, now),
        say.monthly(then, now, number(target) - number(after), added, indicator),
        say.monthly_arithmetic(added, before, after, target),
        say.MONTHLY_CAUTION,
        "kpi",
        (("indicator", "online_procedures"),),
        ("online_procedures",),
    )


def applications_per_procedure(warehouse: Warehouse) -> Finding:
    """Applications per procedure, today and implied by the two targets."""
    cases, procedures = (_indicator(warehouse, m) for m in ("online_applications", "online_procedures"))
    now, then = _seen(cases.baseline, "online_applications"), _seen(cases.target, "online_applications")
    open_now, open_then = (
        _seen(procedures.baseline, "online_procedures"),
        _seen(procedures.target, "online_procedures"),
    )
    return Finding(
        "applications_per_procedure",
        say.per_procedure_key(number(now) / number(open_now), number(then) / number(open_then)),
        say.per_procedure(number(now) / number(open_now), number(then) / number(open_then)),
        say.per_procedure_arithmetic(now, open_now, then, open_then),
        say.PER_PROCEDURE_CAUTION,
        "kpi",
        (("indicator", "online_applications"),),
        ("online_applications", "online_procedures"),
    )


def cashless_a_month(warehouse: Warehouse) -> Finding:
    """Cashless payments a month against the yearly growth the target needs."""
    before, latest, target = _three(_indicator(warehouse, "cashless_payments"))
    if latest.months is None or before.months is None:
        raise lost("cashless_payments")
    then, now = number(before) / before.months, number(latest) / latest.months
    years = round(years_between(before.end, target.end))
    needed = 100 * ((number(target) / number(before)) ** (1 / years) - 1)
    return Finding(
        "cashless_a_month",
        say.payments_key(then, now),
        say.payments(100 * (now / then - 1), needed),
        say.payments_arithmetic(before, latest, target, years, needed),
        say.PAYMENTS_CAUTION,
        "kpi",
        (("indicator", "cashless_payments"),),
        ("cashless_payments",),
    )


def procedures_three_denominators(warehouse: Warehouse) -> Finding:
    """One count of procedures over the totals that are printed, and the total a printed share implies."""
    online = number(_seen(_indicator(warehouse, "online_procedures").latest, "online_procedures"))
    totals = [number(o) for o in sorted(_printed(warehouse, "total_procedures"), key=lambda o: -number(o))]
    forms = _latest(warehouse, "procedure_forms")
    eligible = _latest(warehouse, "online_procedures_ratio_eligible")
    shares = [*(100 * online / total for total in totals), number(eligible)]
    return Finding(
        "procedures_three_denominators",
        say.denominators_key(shares),
        say.denominators(online, shares),
        say.denominators_arithmetic(
            online, totals, number(eligible), _denominators(online, eligible), number(forms)
        ),
        say.DENOMINATORS_CAUTION,
        "operations",
        (("strip", "counterless"),),
        ("online_procedures",),
    )


def small_bills_go_mobile(warehouse: Warehouse) -> Finding:
    """Phone payments of taxes: their share of payments, of yen, and the average bill."""
    payments, by_phone, amount, phone_amount = (
        number(_latest(warehouse, metric, "tax"))
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


def _denominators(numerator: float, printed: Observation) -> tuple[int, int]:
    """The smallest and largest whole denominators that print so (half-up)."""
    half, shown = 0.5 / 10**printed.decimals, number(printed)
    fitting = [
        whole
        for whole in range(int(numerator), int(numerator) * 4)
        if shown - half <= 100 * numerator / whole < shown + half
    ]
    if not fitting:
        raise lost("online_procedures_ratio_eligible")
    return fitting[0], fitting[-1]


def _latest(warehouse: Warehouse, metric_id: str, segment: str = "all") -> Observation:
    """The newest printed value of a metric: what is divided by each other must be of one kind."""
    known = [o for o in _printed(warehouse, metric_id) if o.segment.segment_id == segment]
    if not known:
        raise lost(metric_id)
    return max(known, key=lambda o: o.end)


def _printed(warehouse: Warehouse, metric_id: str) -> list[Observation]:
    """What the documents tell of a metric."""
    metric = metrics(warehouse).get(metric_id)
    return [o for o in metric.known if o.origin is Origin.PUBLISHED] if metric else []


def _three(indicator: Indicator) -> tuple[Observation, Observation, Observation]:
    """Baseline, latest and target, all known."""
    name = indicator.metric_id
    return _seen(indicator.baseline, name), _seen(indicator.latest, name), _seen(indicator.target, name)


def _seen(observation: Observation | None, name: str) -> Observation:
    if observation is None or not observation.told:
        raise lost(name)
    return observation


def _indicator(warehouse: Warehouse, metric_id: str) -> Indicator:
    for indicator in kpi_board(warehouse).indicators:
        if indicator.metric_id == metric_id:
            return indicator
    raise lost(metric_id)
