"""A broken input gives one readable refusal in both languages, and the previous version goes on answering."""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import frictionless
import pytest

from narabe.ledger import Ledger
from narabe.settings import Settings, settings, versions_kept
from narabe.sources import seal
from narabe.sources.faults import STALE
from narabe.words import data_problems
from tests.warehouse.tree import Tree

APPENDIX = "data/published/koriyama-dx-2022-appendix"
SETTINGS = "data/settings.toml"
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
    value: str = ""


# Rows are line numbers of the CSV file: the header is 1.
BROKEN = {
    "bad number": Broken(
        "data/metrics/metrics.csv", "koriyama,cashless,3,", "koriyama,cashless,三,", 4, "kpi_order", value="三"
    ),
    "unknown enum": Broken(
        "data/comparability/comparability.csv",
        "dx_awareness,net2021,net2025,caution",
        "dx_awareness,net2021,net2025,perhaps",
        2,
        "verdict",
        value="perhaps",
    ),
    "empty required cell": Broken(
        "data/metrics/metrics.csv", "hours_saved,業務時間削減数,Working hours saved,", "hours_saved,業務時間削減数,,", 6, "title_en"
    ),
    "bad date": Broken(
        f"{APPENDIX}/waves.csv", "2021-09-01,2021-09-10", "2021-09-01,2021-09-31", 3, "field_end", value="2021-09-31"
    ),
    "share over 100": Broken(
        f"{APPENDIX}/waves.csv", ",360,326,90.6,", ",360,326,190.6,", 3, "rate", value="190.6"
    ),
    "missing column": Broken(
        "data/comparability/comparability.csv", "wave_b,verdict,reason_ja", "wave_b,reason_ja", names="verdict"
    ),
    "unknown section": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline",
        "net2021,invited,male,all,164,s_nowhere",
        2,
        value="s_nowhere",
    ),
    "row twice": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline\n",
        "net2021,invited,male,all,164,s_ref1_outline\n" * 2,
        3,
        value="net2021, invited, male, all",
    ),
    "blank row": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline\n",
        "net2021,invited,male,all,164,s_ref1_outline\n\n",
        3,
    ),
    "a comma too many": Broken(
        f"{APPENDIX}/respondents.csv",
        "net2021,invited,male,all,164,s_ref1_outline\n",
        "net2021,invited,male,all,164,s_ref1_outline,9\n",
        2,
    ),
    "a header that is misspelt": Broken(
        "data/comparability/comparability.csv",
        "wave_b,verdict,reason_ja",
        "wave_b,verdikt,reason_ja",
        names="verdict",
        value="verdikt",
    ),
    "headers in another order": Broken(
        "data/comparability/comparability.csv", "wave_a,wave_b,", "wave_b,wave_a,", names="wave_a, wave_b"
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
    "unknown origin of a document": Broken(
        f"{APPENDIX}/datapackage.json",
        '"published": "2022-03",',
        '"published": "2022-03",\n    "origin": "invented",',
        field="document.origin",
        value="invented",
    ),
    "changed without a new seal": Broken(
        "data/metrics/metrics.csv", "Working hours saved,", "Hours of work saved,"
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
        assert broken.file in said and str(tree.root) not in said
        assert broken.names in said and broken.value in said
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
    ],
)
def test_a_missing_file_is_named(tree: Tree, file: str) -> None:
    with tree.holding(file, None):
        japanese, english = refused(tree)
    folder = file.rpartition("/")[0]
    assert folder in japanese and folder in english
    assert "ありません" in japanese and "missing" in english.replace("is needed, but no", "missing")


@pytest.mark.parametrize("folder", ["comparability", "metrics", "discrepancies", "published"])
def test_a_missing_folder_is_named(tree: Tree, folder: str, tmp_path: Path) -> None:
    shutil.move(tree.root / "data" / folder, tmp_path / folder)
    try:
        japanese, english = refused(tree)
    finally:
        shutil.move(tmp_path / folder, tree.root / "data" / folder)
    assert f"data/{folder}" in japanese and f"data/{folder}" in english


def test_a_column_that_descriptor_and_table_both_lost_is_named_with_the_query(tree: Tree) -> None:
    file, descriptor = f"{APPENDIX}/respondents.csv", f"{APPENDIX}/datapackage.json"
    package = json.loads(tree.text(descriptor))
    (resource,) = (each for each in package["resources"] if each["name"] == "respondents")
    resource["schema"]["fields"][4]["name"] = "people"
    header, _, rows = tree.text(file).partition("\n")
    changed = header.replace(",count,", ",people,") + "\n" + rows
    with (
        tree.holding(descriptor, json.dumps(package, ensure_ascii=False).encode()),
        tree.holding(file, changed.encode(), sealed=True),
    ):
        japanese, english = refused(tree)
    for said in (japanese, english):
        assert "queries/" in said and "count" in said


def test_columns_that_differ_between_documents_are_named(tree: Tree) -> None:
    file, descriptor = f"{APPENDIX}/waves.csv", f"{APPENDIX}/datapackage.json"
    package = json.loads(tree.text(descriptor))
    (resource,) = (each for each in package["resources"] if each["name"] == "waves")
    (field,) = (each for each in resource["schema"]["fields"] if each["name"] == "invited")
    field["type"] = "number"
    with tree.holding(descriptor, json.dumps(package, ensure_ascii=False).encode()):
        japanese, english = refused(tree)
    for said in (japanese, english):
        assert file in said or "data/published/koriyama-dx-2026/waves.csv" in said
        assert "waves" in said and "invited" in said


@pytest.mark.parametrize(
    "file",
    [f"{APPENDIX}/respondents.csv", f"{APPENDIX}/datapackage.json", "data/codebooks/groups.yml"],
)
def test_a_file_that_is_not_utf8_is_named(tree: Tree, file: str) -> None:
    text = tree.text(file).replace("age10s", "十代", 1).replace("“", "「").replace("”", "」")
    with tree.holding(file, text.encode("cp932", errors="replace")):
        japanese, english = refused(tree)
    assert file in japanese and file in english
    assert "UTF-8" in japanese and "UTF-8" in english


def test_a_byte_order_mark_is_said_so(tree: Tree) -> None:
    file = f"{APPENDIX}/respondents.csv"
    with tree.holding(file, b"\xef\xbb\xbf" + tree.text(file).encode()):
        japanese, english = refused(tree)
    assert file in japanese and "BOM" in japanese and "byte order mark" in english


def test_a_changed_file_without_a_new_seal_says_so(tree: Tree) -> None:
    file = "data/comparability/comparability.csv"
    with tree.holding(
        file,
        tree.edited(
            file, "digital_progress,net2021,net2025,caution", "digital_progress,net2021,net2025,same"
        ),
    ):
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
    "count in quotes": ("net2021.yml", "count: 319\n", 'count: "x26"\n'),
    "yes and no": ("net2021.yml", "count: 319\n", "count: true\n"),
    "option without id": ("net2021.yml", "- {id: know, label:", "- {label:"),
    "option that is one text": (
        "net2021.yml",
        "- {id: know, label: {ja: 知っている, en: Knows the term}}",
        "- know",
    ),
    "net of an option there is not": ("net2021.yml", "net_of: [continue_all,", "net_of: [continue_al,"),
    "id that YAML reads as false": ("groups.yml", "{id: male,", "{id: no,"),
    "no questions": ("youth2025.yml", "questions:\n", "questions_:\n"),
    "a list that is not one": ("concepts.yml", "- id: dx_awareness\n", "id: dx_awareness\nx:\n- id: x\n"),
}
# what else the refusal must name
NAMED = {
    "count in quotes": ("net2021_q3", "count", "x26"),
    "count in words": ("net2021_q3", "count", "many"),
    "option without id": ("net2021_q1", "options", "id"),
    "net of an option there is not": ("continue", "net_of", "continue_al"),
    "group without kind": ("male", "kind"),
    "label in one language": ("know", "label", "en"),
}


@pytest.mark.parametrize("case", MISSHAPEN)
def test_a_misshapen_codebook_is_named(tree: Tree, case: str) -> None:
    file, old, new = MISSHAPEN[case]
    path = f"data/codebooks/{file}"
    with tree.holding(path, tree.edited(path, old, new)):
        japanese, english = refused(tree)
    for said in (japanese, english):
        assert path in said and str(tree.root) not in said
        assert all(name in said for name in NAMED.get(case, ()))


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


SETTINGS_BROKEN = {
    "broken TOML": ("small_base = 30\nplan_start = ] \n", ("TOML", "2", "14")),
    "unknown name": ("confidense = 0.9\n", ("confidense", "small_base")),
    "wrong type": ('small_base = "thirty"\n', ("small_base", "thirty")),
    "truth": ("small_base = true\n", ("small_base", "true")),
    "below zero": ("versions_kept = -1\n", ("versions_kept", "-1")),
    "no date": ('plan_start = "soon"\n', ("plan_start", "soon", "2026-04-01")),
    "date in quotes": ('plan_start = "2027-04-01"\n', ("plan_start", "2027-04-01")),
    "time of day": ("plan_start = 2027-04-01T09:00:00\n", ("plan_start", "2027-04-01 09:00:00")),
}


@pytest.mark.parametrize(("content", "names"), SETTINGS_BROKEN.values(), ids=SETTINGS_BROKEN.keys())
def test_broken_settings_are_named_and_change_nothing(
    tree: Tree, content: str, names: tuple[str, ...]
) -> None:
    before = Ledger(tree.store).live()
    with tree.holding(SETTINGS, content.encode()):
        japanese, english = refused(tree)
    for said in (japanese, english):
        assert "data/settings.toml" in said
        assert all(name in said for name in names), said
    assert Ledger(tree.store).live() == before


def test_without_a_settings_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", tmp_path / "settings.toml")
    assert settings() == Settings() == Settings(30, date(2026, 4, 1))
    assert versions_kept() == 5


def test_sealing_a_package_without_its_table_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text('{"name": "x", "resources": [{"name": "t", "path": "t.csv"}]}')
    monkeypatch.setattr("narabe.sources.seal.package_files", lambda: [descriptor])
    assert seal.main() == 1
    said = capsys.readouterr()
    assert "t.csv" in said.err and str(tmp_path) not in said.err
    (tmp_path / "t.csv").write_text("a\n1\n")
    assert (seal.main(), seal.main()) == (0, 0)
    assert json.loads(descriptor.read_text())["resources"][0]["bytes"] == 4


def test_every_finding_about_a_table_has_a_sentence_of_ours() -> None:
    """Those of checks we do not run, and groups of others, aside."""
    of_checks = {"deviated-cell", "deviated-value", "duplicate-row", "forbidden-value", "required-value"}
    of_checks |= {"row-constraint", "sequential-value", "truncated-value", "ascii-value", "table-dimensions"}
    groups = {"table-error", "row-error", "cell-error", "header-error", "label-error", "file-error"}
    kinds = {
        kind.type: kind.tags
        for kind in vars(frictionless.errors).values()
        if isinstance(kind, type) and issubclass(kind, frictionless.Error) and kind.tags
    }
    said_of = {kind for kind, tags in kinds.items() if "#table" in tags and "#header" not in tags}
    assert said_of - of_checks - groups - {"data-error"} <= set(data_problems.FAULTS) | STALE


@pytest.mark.parametrize("rule", [*data_problems.LIMITS, "required", "enum", "something new"])
def test_every_rule_of_a_column_is_said_with_value_and_limit(rule: str) -> None:
    limit = ["allowed"] if rule == "enum" else "allowed"
    said = data_problems.table_fault(data_problems.Fault("constraint-error", "found", rule, limit))
    for sentence in (said.ja, said.en):
        assert rule == "required" or ("found" in sentence and "allowed" in sentence)
    assert said.ja != said.en


def test_an_unknown_finding_falls_back_to_its_note() -> None:
    said = data_problems.table_fault(data_problems.Fault("new-error", note="as it was noted"))
    assert (said.ja, said.en) == ("as it was noted", "as it was noted")
