# Every command of the project. `make help` lists them; each sets up what it needs by itself.

REGION  ?= KZ-19
PERIOD  ?= 2024-01/2024-05
# The founding meeting belongs to the founding region.
MEETING ?= $(if $(filter KZ-19,$(REGION)),akorda-2024-06-14-kz-19)
LANGS   ?= en,ru,kk
FORMATS ?= html,pdf,docx,json
OUT     ?= out
YEAR    ?= 2024
JOBS    ?= 2
FUZZ_SECONDS ?= 60
WRITERS ?= 8
CHANGES ?= 10000
KILLS   ?= 60
export ESEP_HOME ?= esep-data

# Some machines forbid bytecode; without it every start compiles all libraries anew.
unexport PYTHONDONTWRITEBYTECODE

BIN  := .venv/bin
ESEP := $(BIN)/esep
LOCK := $(wildcard requirements/*.txt) pyproject.toml scripts/setup.sh

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev store briefing briefings test soak crowd loop fuzz check format lint types contract \
        bench bench-sdmx docs golden lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# -- environment ---------------------------------------------------------------------------

setup: .venv/.ready ## make .venv with the locked libraries and esep itself
	@:

setup-dev: .venv/.ready-dev
	@:

.venv/.ready: $(LOCK)
	@scripts/setup.sh run
	@touch $@

.venv/.ready-dev: $(LOCK)
	@scripts/setup.sh dev
	@touch .venv/.ready $@

# -- the product ---------------------------------------------------------------------------

store: setup
	@$(ESEP) init

briefing: store ## write the founding briefing (REGION, PERIOD, MEETING, LANGS, FORMATS, OUT)
	@$(ESEP) brief $(REGION) --period $(PERIOD) $(if $(MEETING),--meeting $(MEETING)) \
	    --lang $(LANGS) --format $(FORMATS) --out $(OUT)

briefings: store ## write the briefing of every region for a YEAR
	@$(ESEP) brief all --period $(YEAR) --lang $(LANGS) --format $(FORMATS) --out $(OUT)/$(YEAR)

# -- checks --------------------------------------------------------------------------------

test: check ## check everything: format, lint, types, layers and every test
	@$(BIN)/pytest -n $(JOBS)

soak: setup-dev ## kill, crowd, fill up and race loads for minutes, and look whether anything was lost
	@ESEP_TEST_KILLS=200 $(BIN)/pytest -m slow --ignore tests/store/registers tests/store

crowd: setup-dev ## 8 writers of 10 000 changes each to the registers, killed in between (WRITERS, CHANGES, KILLS)
	@ESEP_TEST_WRITERS=$(WRITERS) ESEP_TEST_CHANGES=$(CHANGES) ESEP_TEST_KILLS=$(KILLS) \
	    $(BIN)/pytest -m slow tests/store/registers/test_crowd.py

loop: setup-dev ## read the briefings of all regions back and change thousands of their digits
	@$(BIN)/python tests/line/loop_at_large.py

fuzz: setup-dev ## feed every reader hostile files (FUZZ_SECONDS for each, TARGET for one)
	@$(BIN)/python -m fuzz.run $(TARGET) --seconds $(FUZZ_SECONDS)

check: format lint types contract

format: setup-dev
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run .venv/bin/ruff format" >&2; exit 1; }

lint: setup-dev
	@$(BIN)/ruff check --quiet .

types: setup-dev
	@$(BIN)/mypy --no-error-summary

contract: setup-dev
	@$(BIN)/lint-imports --no-cache > build/contract.txt 2>&1 || { cat build/contract.txt >&2; exit 1; }

format lint types contract: | build
build:
	@mkdir -p build

# -- upkeep --------------------------------------------------------------------------------

bench: setup-dev ## print seconds and peak memory of the everyday commands
	@$(BIN)/python bench/run.py

bench-sdmx: setup-dev ## read, load and write a million observations of SDMX, beside pysdmx and pandas
	@$(BIN)/python bench/sdmx.py

docs: setup ## write docs/reference anew from the commands and the pack
	@$(BIN)/python -m esep.cli.reference docs/reference

golden: setup-dev ## renew the golden files of the tests; read the difference before you commit it
	@ESEP_TEST_GOLDEN=renew $(BIN)/pytest -n $(JOBS) tests/golden
	@git --no-pager diff --stat -- tests/golden

lock: ## resolve the libraries anew and write requirements/*.txt (needs uv)
	@uv lock --quiet --upgrade
	@uv export --quiet --no-emit-project --no-dev -o requirements/esep.txt
	@uv export --quiet --no-emit-project --only-dev -o requirements/dev.txt
	@uv export --quiet --no-emit-project --only-group build -o requirements/build.txt

clean: ## remove the environment and everything made; stores and briefings stay
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
