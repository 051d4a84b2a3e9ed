.DEFAULT_GOAL := help
.PHONY: help run test lint pictures pull sample status clean

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 18

run: $(VENV)/.run ## Open the dashboard on http://127.0.0.1:8501 (fills an empty database first)
	$(BIN)/streamlit run dashboard.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(VENV)/.dev ## Run all tests, a real browser included
	sh scripts/ensure_browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n 2 --dist loadscope

lint: $(VENV)/.dev ## Check style and layers only
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

pictures: $(VENV)/.dev ## Photograph every page at three widths, light and dark, into pictures/
	sh scripts/ensure_browser.sh
	$(BIN)/python -m tests.e2e.pictures

pull: $(VENV)/.run ## Fetch the newest reports from HHS
	$(BIN)/python -m etl pull

sample: $(VENV)/.run ## Load the bundled sample of 2015
	$(BIN)/python -m etl sample

status: $(VENV)/.run ## Say what is loaded
	$(BIN)/python -m etl status

clean: ## Remove the virtual environment (the data stay)
	rm -rf $(VENV)

$(VENV)/bin/python:
	sh scripts/ensure_python.sh $(PYTHON) $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.txt constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
