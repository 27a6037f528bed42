# The front door: `make` alone says what there is.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv/bin
export PYTHON

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: runtime
runtime:
	@python=$$(scripts/find_python) && "$$python" scripts/setup_venv.py runtime

.PHONY: setup
setup: ## Create .venv with everything that serving, testing and checking need
	@python=$$(scripts/find_python) && "$$python" scripts/setup_venv.py development

.PHONY: requirements
requirements: setup ## Compile requirements*.txt from pyproject.toml (UPGRADE=1 takes newer releases)
	$(VENV)/python scripts/compile_requirements.py $(if $(UPGRADE),--upgrade)
