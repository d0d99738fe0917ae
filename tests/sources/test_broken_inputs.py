"""A broken input gives one readable refusal in both languages, and the previous version goes on answering."""

from dataclasses import dataclass

import pytest

from tests.warehouse.tree import Tree

PLAN = "data/published/koriyama-dx-2026"
APPENDIX = "data/published/koriyama-dx-2022-appendix"
PROGRESS = "select value from figures where figure_id = 'net2025_digital_progress.progressing.all.share'"


@dataclass(frozen=True)
class Broken:
    """A file, what to replace in it, and what the refusal must name (row 1 is the header)."""

    file: str
    old: str = ""
    new: str = ""
    row: int | None = None
    field: str | None = None
    names: str = ""


# Rows are line numbers of the CSV file: the header is 1.
BROKEN = {
    "bad number": Broken(
        f"{APPENDIX}/respondents.csv", "net2021,invited,male,all,164", "net2021,invited,male,all,16四", 2, "count"
    ),
    "unknown enum": Broken(
        "data/comparability/comparability.csv",
        "dx_awareness,net2021,net2025,caution",
        "dx_awareness,net2021,net2025,perhaps",
        2,
        "verdict",
    ),
    "empty required cell": Broken(
        f"{APPENDIX}/respondents.csv", "net2021,invited,female,all,196", "net2021,invited,female,all,", 3, "count"
    ),
    "bad date": Broken(
        f"{PLAN}/metric_values.csv",
        "online_procedures,baseline,2025-03-31,2025-03-31",
        "online_procedures,baseline,2025-03-32,2025-03-31",
        2,
        "period_start",
    ),
    "share over 100": Broken(
        f"{APPENDIX}/waves.csv", ",360,326,90.6,", ",360,326,190.6,", 3, "rate"
    ),
    "missing column": Broken(f"{APPENDIX}/respondents.csv", "population,sex,age,count", "population,sex,age", field="count"),
    "unknown section": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline",
        "net2021,invited,male,all,164,s_nowhere",
        2,
    ),
    "row twice": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline\n",
        "net2021,invited,male,all,164,s_ref1_outline\n" * 2,
        3,
    ),
    "broken JSON descriptor": Broken("data/metrics/datapackage.json", '"name": "metrics",\n  "title"', '"name" "title"'),
    "broken YAML": Broken("data/codebooks/net2021.yml", "wave: net2021", "wave: [net2021"),
    "codebook without wave": Broken("data/codebooks/net2021.yml", "wave: net2021", "", names="wave"),
    "question without id": Broken(
        "data/codebooks/net2021.yml", "- id: net2021_q1\n", "- number_of: x\n", names="id"
    ),
    "unknown answer type": Broken(
        "data/codebooks/net2021.yml",
        "label: {ja: 「DX」という言葉の認知, en: Awareness of the term “DX”}\n    type: single",
        "label: {ja: 「DX」という言葉の認知, en: Awareness of the term “DX”}\n    type: pick",
        names="net2021_q1",
    ),
    "changed without a new seal": Broken(
        f"{APPENDIX}/respondents.csv", "net2021,invited,male,all,164", "net2021,invited,male,all,165"
    ),
}  # fmt: skip


def refused(tree: Tree) -> tuple[str, str]:
    """What a build says in Japanese and in English: refused, no traceback, and the old version answers."""
    ran = tree.narabe("build", in_english_too=True)
    assert "Traceback" not in ran.err, ran.err
    assert (ran.status, ran.out) == (1, "")
    english, mark, japanese = ran.err.partition("[1]\n")
    assert mark
    answer = tree.narabe("query", PROGRESS, "--format", "csv")
    assert (answer.status, answer.out) == (0, "value\n43.8\n")
    return japanese, english


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_the_refusal_names_file_row_and_field(tree: Tree, broken: Broken) -> None:
    with tree.holding(broken.file, tree.edited(broken.file, broken.old, broken.new)):
        japanese, english = refused(tree)
    kind = ("コードブック", "codebook") if broken.file.endswith(".yml") else ("データファイル", "Data file")
    assert kind[0] in japanese and kind[1] in english
    for said in (japanese, english):
        assert broken.file in said
        assert broken.names in said
    if broken.row is not None:
        assert f"{broken.row} 行目" in japanese and f"row {broken.row}" in english
    if broken.field is not None:
        assert f"列「{broken.field}」" in japanese and f"field “{broken.field}”" in english


@pytest.mark.parametrize(
    "file",
    [
        f"{APPENDIX}/respondents.csv",
        "data/codebooks/groups.yml",
        "data/codebooks/concepts.yml",
        "data/metrics/datapackage.json",
        f"{APPENDIX}/datapackage.json",
    ],
)
def test_a_missing_file_is_named(tree: Tree, file: str) -> None:
    with tree.holding(file, None):
        japanese, english = refused(tree)
    folder = file.rpartition("/")[0]
    assert folder in japanese and folder in english


@pytest.mark.parametrize(
    "file",
    [f"{APPENDIX}/respondents.csv", f"{APPENDIX}/datapackage.json", "data/codebooks/groups.yml"],
)
def test_a_file_that_is_not_utf8_is_named(tree: Tree, file: str) -> None:
    text = tree.text(file).replace("age10s", "十代", 1).replace("“", "「").replace("”", "」")
    with tree.holding(file, text.encode("cp932", errors="replace")):
        japanese, english = refused(tree)
    assert file in japanese and file in english


def test_a_changed_file_without_a_new_seal_says_so(tree: Tree) -> None:
    file = f"{APPENDIX}/respondents.csv"
    with tree.holding(file, tree.edited(file, "invited,male,all,164", "invited,male,all,165")):
        japanese, english = refused(tree)
    assert "ハッシュ" in japanese and "hash" in english


# Words of a codebook in a wrong shape: each is one readable refusal that names the file.
MISSHAPEN = {
    "concept without id": ("concepts.yml", "- id: dx_awareness\n", "- name: dx_awareness\n"),
    "concept without order": ("concepts.yml", "- id: dx_awareness\n  order: 1\n", "- id: dx_awareness\n"),
    "group without kind": (
        "groups.yml",
        "{id: male, order: 2, label: {ja: 男性, en: Men}, kind: sex}",
        "{id: male, order: 2, label: {ja: 男性, en: Men}}",
    ),
    "label that is one text": (
        "net2021.yml",
        "- {id: know, label: {ja: 知っている, en: Knows the term}}",
        "- {id: know, label: 知っている}",
    ),
    "label in one language": (
        "net2021.yml",
        "- {id: know, label: {ja: 知っている, en: Knows the term}}",
        "- {id: know, label: {ja: 知っている}}",
    ),
    "count in words": ("net2021.yml", "count: 319\n", "count: many\n"),
}


@pytest.mark.parametrize(("file", "old", "new"), MISSHAPEN.values(), ids=MISSHAPEN.keys())
def test_a_misshapen_codebook_is_named(tree: Tree, file: str, old: str, new: str) -> None:
    path = f"data/codebooks/{file}"
    with tree.holding(path, tree.edited(path, old, new)):
        japanese, english = refused(tree)
    assert path in japanese and path in english


@pytest.mark.parametrize(
    ("old", "new"),
    [('"document": {', '"documents": {'), ('"type": "integer"', '"type": "duration"')],
    ids=["no document", "type we do not load"],
)
def test_a_descriptor_that_lacks_what_we_need_is_named(tree: Tree, old: str, new: str) -> None:
    path = f"{APPENDIX}/datapackage.json"
    with tree.holding(path, tree.text(path).replace(old, new, 1).encode()):
        japanese, english = refused(tree)
    assert APPENDIX in japanese and APPENDIX in english


@pytest.mark.parametrize(
    "content",
    ["confidence = ", "confidense = 0.9\n", 'small_base = "30"\n', 'plan_start = "soon"\n'],
    ids=["broken TOML", "unknown name", "wrong type", "no date"],
)
def test_broken_settings_are_named(tree: Tree, content: str) -> None:
    live = tree.narabe("query", "select 1")
    with tree.holding("data/settings.toml", content.encode()):
        japanese, english = refused(tree)
    assert "settings.toml" in japanese and "settings.toml" in english
    assert live.status == 0


def test_broken_settings_leave_the_previous_version_live(tree: Tree) -> None:
    from narabe.ledger import Ledger

    before = Ledger(tree.store).live()
    with tree.holding("data/settings.toml", b"confidense = 0.9\n"):
        assert tree.narabe("build").status == 1
    assert Ledger(tree.store).live() == before
