"""What is paid for at start: the pages and the templates of charts, in a process of its own."""

import json
import subprocess
import sys
from typing import Any

WARM = """
import json, sys
from time import process_time
from narabe.ui import warm
warm.warm_up()
from narabe.charts.template import FORMS
from narabe.charts.theme import Look
begun = process_time()
shown = [form(Look(lang)) for form in FORMS for lang in ("ja", "en")]
spent = process_time() - begun
pages = sorted(name for name in sys.modules if name.startswith("narabe.ui.") and name.endswith("_page"))
print(json.dumps({"forms": len(FORMS), "layers": all("layer" in form for form in shown), "spent": spent, "pages": pages}))
"""
COLD = """
import json, sys
import narabe.ui.warm
print(json.dumps(sorted(name for name in ("altair", "duckdb", "pandas", "scipy") if name in sys.modules)))
"""


MEETING = """
import json, threading
from narabe.ui import warm
going, done = threading.Event(), []
warm._imports = lambda: (going.wait(20), done.append("imported"))
warm._templates = lambda: None
warm.wait()  # without a warm-up, as under a test harness, nothing is waited for

async def serve():
    async with warm.lifespan(None):
        visitor = threading.Thread(target=lambda: (warm.wait(), done.append("visited")))
        visitor.start()
        visitor.join(0.3)
        waiting = visitor.is_alive()
        going.set()
        visitor.join(20)
        print(json.dumps([waiting, done]))

import asyncio
asyncio.run(serve())
"""


def printed(program: str) -> Any:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_pages_and_templates_are_there_when_the_first_visitor_comes() -> None:
    """Building a template takes tens of milliseconds, having it nothing."""
    told = printed(WARM)
    assert "narabe.ui.crosstab_page" in told["pages"]
    assert told["forms"] >= 7 and told["layers"]
    assert told["spent"] < 0.01


def test_starting_waits_for_none_of_it() -> None:
    assert printed(COLD) == []


def test_a_visitor_who_comes_meanwhile_is_not_handed_half_a_library() -> None:
    assert printed(MEETING) == [True, ["imported", "visited"]]
