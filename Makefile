# Everything a newcomer needs: `make ask` and `make test`. Each target sets up what it needs, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
QUESTION ?= Hvad forventes af mig som leder?

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: ask chat ui test check evals report lint types imports clean

ask: $(READY)
	@$(BIN)/ledelsesassistent ask "$(QUESTION)"

ui: $(READY)
	@$(BIN)/ledelsesassistent ui

chat: $(READY)
	@$(BIN)/ledelsesassistent chat

test: $(READY)
	$(BIN)/pytest

evals: $(READY)
	$(BIN)/python -m evals gate

report: $(READY)
	$(BIN)/python -m evals run

check: lint types imports test evals

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/pyright

imports: $(READY)
	$(BIN)/lint-imports

$(READY): requirements.lock pyproject.toml
	@echo "Gør klar første gang (2-4 minutter, mest hentning) ..."
	@echo "1/4  Opretter et lukket Python-miljø i $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@echo "2/4  Henter torch 2.13.0"
	@$(BIN)/pip install --quiet --progress-bar on torch==2.13.0
	@echo "3/4  Henter de øvrige pakker (faste versioner)"
	@$(BIN)/pip install --quiet --progress-bar on --no-deps -r requirements.lock
	@echo "4/4  Installerer Ledelsesassistenten"
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(READY)

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache
