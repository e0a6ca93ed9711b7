# Each target makes what it needs, from nothing: a virtual environment in .venv with remit installed in it.
PYTHON ?= python3
BIN := .venv/bin
N ?= 2
SOURCES := $(shell git ls-files --cached --others --exclude-standard -- '*.py' '*.ttl' '*.csv' '*.rq' '*.txt' 'exports/templates/*' 'exports/assets/*' 'examples/*' 'py.typed' | grep -v '^tests/')

.PHONY: help demo test test-slow test-soak lint format bench docs docs-generate clean
help:            ## the targets
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/made: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check ".[test,lint]"
	@touch $@ .venv/installed

.venv/installed: .venv/made $(SOURCES)
	@rm -rf build
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall .
	@touch $@

demo: .venv/installed            ## read the example papers, ask the questions, write the page
	$(BIN)/remit demo

test: .venv/installed            ## the quick tests, on two processes (make test N=auto for all cores, N=0 for none)
	$(BIN)/python -m pytest -q -n $(N) --dist loadfile

test-slow: .venv/installed       ## the tests that take longer: a real browser, large inputs, the built wheel
	$(BIN)/python -m pytest -q -m "slow and not soak"

test-soak: .venv/installed       ## writers that are killed over and over
	$(BIN)/python -m pytest -q -m soak

lint: .venv/installed            ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p remit

format:                          ## lay the code out
	$(BIN)/ruff format .

bench: .venv/installed           ## measure: ratios against a yardstick in the same run
	$(BIN)/python bench/run.py

docs: .venv/installed            ## the documentation as a site, in site/
	$(BIN)/pip install --quiet --disable-pip-version-check ".[docs]"
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

docs-generate: .venv/installed   ## make the generated pages anew, and what the command lines in README and docs print
	$(BIN)/python docs/tools/generate.py

clean:                           ## away with everything that was made
	rm -rf .venv build dist demo site *.egg-info
