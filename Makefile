# `make demo` and `make test` are all a newcomer needs; both set everything up first.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
SHARED ?= ../shared
TRAIN := .venv-train/bin
TRAIN_STAMP := .venv-train/.ready
TRAIN_LISTS := $(patsubst %,requirements/%.txt,uv run train bases)

.PHONY: demo test check gate bench docs wheel train requirements clean help

help:
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(STAMP): pyproject.toml requirements/uv.txt requirements/dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/uv.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes requirements/uv.txt requirements/dev.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(STAMP)

demo: $(STAMP)  ## code the sample reports and say where the page with the result is
	rm -rf demo
	$(BIN)/dragoman code examples/reports --ledger demo/ledger
	$(BIN)/dragoman report --ledger demo/ledger --dyad ARM RUS --dyad ARM West --output demo/report.html
	@echo "The result: demo/report.html (open it in a browser)"

test: $(STAMP)  ## run the tests
	$(BIN)/python -m pytest -n 2 tests

check: $(STAMP)  ## style, types, import contracts, sizes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not slow" tests/architecture

gate: $(STAMP)  ## the quality floors (those on public benchmarks only where SHARED exists)
	$(BIN)/python -m bench gate --shared $(SHARED)

bench: $(STAMP)  ## speed and memory
	$(BIN)/python -m bench speed

docs: $(STAMP)  ## write the generated parts of docs/ and README.md again
	$(BIN)/python -m bench docs

wheel: $(STAMP)  ## build the wheel into dist/
	$(BIN)/python -m hatchling build --target wheel

$(TRAIN_STAMP): $(TRAIN_LISTS)
	$(PYTHON) -m venv .venv-train
	$(TRAIN)/python -m pip install --quiet --require-hashes -r requirements/uv.txt
	VIRTUAL_ENV=.venv-train $(TRAIN)/uv pip install --quiet --require-hashes -r requirements/run.txt
	VIRTUAL_ENV=.venv-train $(TRAIN)/uv pip install --quiet -r requirements/train.txt
	VIRTUAL_ENV=.venv-train $(TRAIN)/uv pip install --quiet --require-hashes --no-deps -r requirements/bases.txt
	touch $(TRAIN_STAMP)

train: $(TRAIN_STAMP)  ## teach the reader anew: writes src/dragoman/engine/weights_data/base
	PYTHONPATH=src $(TRAIN)/python -m training learn

requirements: $(STAMP)  ## resolve the dependencies again
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --universal --python-version 3.11 pyproject.toml --output-file requirements/run.txt
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --universal --python-version 3.11 pyproject.toml --group dev --output-file requirements/dev.txt

clean:  ## remove everything that make has made
	rm -rf .venv .venv-train demo dist build
