# Each target makes the virtual environment that it needs; a change of pyproject.toml renews it.
#   make run               the dashboard (no PyTorch)
#   make test              ruff, mypy, every test; those of training skip where PyTorch is missing
#   make lint              ruff and mypy only
#   make bench             how fast the parts are
#   make train DATA=dir    the classifier anew, from the training files in dir (PyTorch)

PYTHON ?= python3
DATA ?= data
ARGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint bench train

help:
	@sed -n 's/^#   //p' Makefile

run: .venv/run.stamp
	$(BIN)/stancewatch $(ARGS)

test: lint
	$(BIN)/python -m pytest $(ARGS)

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/run.stamp
	set -e; for file in tests/benchmarks/bench_*.py; do PYTHONPATH=. $(BIN)/python $$file $(ARGS); done

train: .venv/mpnet.stamp
	$(BIN)/stancewatch train --data $(DATA) $(ARGS)

$(BIN)/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: EXTRAS =
.venv/test.stamp: EXTRAS = [test]
.venv/train.stamp: EXTRAS = [train]
.venv/mpnet.stamp: EXTRAS = [train,mpnet]
.venv/%.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.$(EXTRAS)'
	touch $@
