# make demo   set up, build the example story, say where its page is
# make test   set up, run the whole test suite
# make lint   style, types
# make bench  accuracy and cost against the floors (accuracy needs the data sets beside the checkout)

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data
STORY  := build/nato-libya-2011

.PHONY: demo test lint bench golden clean

$(VENV)/.core: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dateline needs Python 3.11 or later, this is %s; try: make PYTHON=python3.12" % sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(VENV)/.core
	@mkdir -p build
	@$(BIN)/dateline build examples/nato-libya-2011/
	@$(BIN)/dateline build examples/nato-libya-2011/ -o $(STORY).json
	@$(BIN)/dateline page $(STORY).json -o $(STORY).html
	@echo
	@echo "The page: $(CURDIR)/$(STORY).html (open it in any browser, no network needed)"

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks --data $(DATA)

golden: $(VENV)/.dev
	$(BIN)/python -m tests.regenerate

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
