# Everything one does with the site. `make` alone lists it.
# What a command needs is installed on its first run and kept in .venv; later runs use no network.

PORT  = 8000
VENV  = .venv
BIN   = $(VENV)/bin
SITE  = $(VENV)/.site-installed
TOOLS = $(VENV)/.tools-installed
PIP   = $(BIN)/python -m pip install -qq --disable-pip-version-check
WORDS = $(shell find translations questionnaires -name '*.po' -o -name '*.yaml')
# Of tests at once: one more than there are processors, for they often wait for a browser.
TESTS = $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
MO    = $(patsubst %/site.po,%/LC_MESSAGES/messages.mo,$(wildcard translations/*/site.po))
GZ    = $(patsubst %,%.gz,$(wildcard static/*.css static/*.js static/*.svg))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run reload build test prove bench load lint translations schema textes references clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: build ## Start the site on http://127.0.0.1:8000 (another port: make run PORT=8080)
	@echo "Starting on http://127.0.0.1:$(PORT) (Ctrl-C to stop)"
	@GUIDE_LOCAL=1 PORT=$(PORT) exec $(BIN)/gunicorn

reload: $(SITE) ## Check the content, then have the running site serve it, without a pause (make reload PORT=8080)
	@$(BIN)/flask --app app catalogue verifier
	@$(MAKE) --no-print-directory build
	@kill -HUP "$$(cat instance/gunicorn-$(PORT).pid)"
	@echo "The site on port $(PORT) now takes up the new content."

build: $(SITE) $(MO) $(GZ) ## Prepare a server: dependencies, catalogues, compressed files

test: $(TOOLS) $(MO) $(GZ) ## Run the tests, all but the long proofs (one folder: make test ARGS=tests/engine)
	@$(BIN)/python -m pytest -n $(TESTS) --dist worksteal -m "not long" $(ARGS)

prove: $(TOOLS) $(MO) $(GZ) ## Run the long proofs: all of what `make test` takes a part of
	@$(BIN)/python -m pytest -n $(TESTS) --dist worksteal -m long $(ARGS)

bench: $(TOOLS) $(MO) $(GZ) ## Measure speed and weight against the budgets
	@$(BIN)/python -m tests.load.bench

load: $(TOOLS) $(MO) $(GZ) ## Crowds, slow visitors, killed workers, changed keys: what the site holds (4 minutes)
	@$(BIN)/python -m tests.load.storm

lint: $(TOOLS) ## Check style, types and the arrows between rooms, change nothing
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { \
	  echo "Some files are not in the common format. To fix it: $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --no-logo

# A new language: `.venv/bin/python -m tools.words --nouvelle de`, once. How it goes: docs/traduire.md.
translations: $(SITE) ## Collect the texts, update each language, say what is missing, compile
	@$(BIN)/python -m tools.words
	@$(MAKE) --no-print-directory $(MO)

schema: $(SITE) ## Say to editors what each content file may hold (docs/schema)
	@$(BIN)/python -m tools.schema

# With the needs that the language has in full: these hang on the content as well.
translations/%/LC_MESSAGES/messages.mo: $(WORDS) | $(SITE)
	@$(BIN)/python -m tools.words --compiler $*

static/%.gz: static/% | $(SITE)
	@$(BIN)/python -m whitenoise.compress --no-brotli --quiet static
	@touch $(GZ)

textes: $(SITE) ## Read the cited texts again, once there is a new edition (make textes SEEDS=their folder)
	@$(BIN)/python -m tools.source_texts $(SEEDS)

references: $(SITE) ## Read the reference tables again (make references REFERENCE=their folder)
	@$(BIN)/python -m tools.reference_tables $(REFERENCE)

clean: ## Remove all that these commands made, the installation included
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results $(MO) $(GZ)
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: a command installs again only when the requirements have changed since.

$(SITE): requirements.txt | $(BIN)/python
	@echo "Installing what the site needs…"
	@$(PIP) -r requirements.txt
	@touch $@

$(TOOLS): requirements-dev.txt $(SITE)
	@echo "Installing what the tests need…"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(BIN)/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || { without_venv=$$python; continue; }; \
	  exec "$$python" -m venv $(VENV); \
	done; \
	if [ -n "$$without_venv" ]; then \
	  echo "$$without_venv has no venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; \
	else \
	  echo "Python 3.11 or later is needed. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2; \
	fi; \
	exit 1
