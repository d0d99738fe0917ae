# Narabe. `make help` lists the targets. Plain POSIX sh; GNU make 3.81 or newer.
SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
VPY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
PIP := $(VPY) -m pip install --quiet --disable-pip-version-check

# The first interpreter that is 3.11 or newer and can make a virtual environment.
# `make run PYTHON=/path/to/python` puts another one first.
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3 python3.14 python
USABLE := import sys, venv, ensurepip, sqlite3, ssl; sys.exit(sys.version_info < (3, 11))

# Only as in `make run HOST=0.0.0.0`: many shells have a HOST of their own.
HOST_GIVEN := $(if $(filter command,$(firstword $(origin HOST))),$(HOST),127.0.0.1)

# Ends with an error when the address and port given are not free.
FREE := import socket, sys; s = socket.socket(); \
  s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind((sys.argv[1], int(sys.argv[2])))

.PHONY: help setup setup-dev chromium build seal run test check bench load trials screenshots clean

help:
	@echo 'make run          起動する（初回は準備から）/ set up if needed, build, serve (PORT, default 8501; HOST=0.0.0.0 for phones)'
	@echo 'make setup        実行環境 .venv を作る / create .venv'
	@echo 'make build        図表のもとになるデータベースを作る / build the store'
	@echo 'make seal         直したデータの指紋を目録に記す / record hashes of edited data'
	@echo 'make test         すべてのテスト / every test, with a real Chromium'
	@echo 'make check        書式・静的検査・型・依存方向 / format, lint, types, import contracts'
	@echo 'make bench        再描画・取り込み・集計の所要時間 / time of a page rerun, an import and a cross-tabulation, as ratios'
	@echo 'make load         300台の会場（投票・公開・強制終了と再起動）/ a room of 300 phones, the server killed in the middle'
	@echo 'make trials       書き出すExcelをLibreOfficeで開く / open every kind of workbook in LibreOffice (it must be installed)'
	@echo 'make screenshots  README の画面写真 / screenshots of the README'
	@echo 'make clean        .venv と作業用ファイルを消す（データは残す）/ remove .venv and caches, keep the store'

$(RUN_STAMP): requirements.txt
	@found=; for python in $(PYTHONS); do \
	  if "$$python" -c '$(USABLE)' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Python 3.11 以上（venv 付き）が見つかりません。Debian / Ubuntu では: apt install python3 python3-venv' >&2; \
	  echo 'Python 3.11 or newer with venv was not found. On Debian / Ubuntu: apt install python3 python3-venv' >&2; \
	  exit 1; \
	fi; \
	echo "実行環境を準備しています（数分）/ setting up .venv with $$found (a few minutes)"; \
	"$$found" -m venv --clear $(VENV)
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements-dev.txt $(RUN_STAMP)
	@echo '開発用の道具を入れています / installing the tools for tests and checks'
	@$(PIP) -r requirements-dev.txt
	@$(VPY) -m pip check
	@touch $@

setup: $(RUN_STAMP)

setup-dev: $(DEV_STAMP)

build: $(RUN_STAMP)
	@$(VPY) -m narabe build

seal: $(RUN_STAMP)
	@$(VPY) -m narabe.sources.seal

# A build that fails says why; the version before it is served meanwhile.
run: $(RUN_STAMP)
	@$(VPY) -m narabe build || { $(VPY) -m narabe query 'select 1' >/dev/null 2>&1 && \
	  echo '前の版で表示します / serving the previous version' >&2; } || :
	@port=$${PORT:-8501}; host=$(HOST_GIVEN); \
	if ! $(VPY) -c '$(FREE)' "$$host" "$$port" 2>/dev/null; then \
	  echo "ポート $$port は使えません（使用中など）。別の番号で: make run PORT=8600" >&2; \
	  echo "Port $$port cannot be used (busy?). Try another: make run PORT=8600" >&2; \
	  exit 1; \
	fi; \
	echo "Narabe: http://127.0.0.1:$$port/   (終了 / stop: Ctrl+C)"; \
	if [ "$$host" != 127.0.0.1 ]; then \
	  echo "構内のほかの端末からも、このパソコンのアドレスで開けます。ログインはありません。" >&2; \
	  echo "Open to the local network at the address of this computer. There is no login." >&2; \
	fi; \
	exec $(VPY) -m uvicorn app:app --host "$$host" --port "$$port" \
	  --log-level warning --no-access-log --no-server-header \
	  --ws-per-message-deflate false --timeout-graceful-shutdown 3

# Debian's own Chromium and Japanese fonts when root there, Playwright's Chromium elsewhere.
chromium: $(DEV_STAMP)
	@if grep -qs '^ID=debian' /etc/os-release && [ "$$(id -u)" = 0 ]; then \
	  dpkg -s chromium fonts-noto-cjk >/dev/null 2>&1 || { \
	    apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; }; \
	elif [ ! -x /usr/bin/chromium ]; then \
	  $(VPY) -m playwright install chromium; \
	fi

# Two processes, each with a store of its own; then the browser tests, which share one server.
test: chromium
	@$(VPY) -m pytest -n 2 --dist loadfile -m "not browser"
	@$(VPY) -m pytest -m browser

check: $(DEV_STAMP)
	@$(VPY) -m ruff format --check .
	@$(VPY) -m ruff check .
	@$(VPY) -m mypy narabe app.py
	@$(VENV)/bin/lint-imports
	@$(VPY) -m pytest -q tests/docs

bench: $(DEV_STAMP)
	@$(VPY) -m tests.bench.rerun
	@$(VPY) -m tests.bench.intake
	@$(VPY) -m tests.bench.crosstab

load: $(DEV_STAMP)
	@$(VPY) -m tests.load.room

# LibreOffice Calc is not installed for it: where it is missing, this says so and fails.
trials: $(DEV_STAMP)
	@$(VPY) -m tests.trials.workbooks

screenshots: chromium
	@$(VPY) -m tests.browser.screenshots

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
