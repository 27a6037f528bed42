# The front door: `make` alone says what there is. Nothing is presumed but make and Python 3.11 or newer.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv/bin
# The Python to build .venv with, where the one that is found by itself is not wanted.
export PYTHON
# A virtual environment or path of the caller's must not leak into ours.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## Create .venv with all that serving, testing and checking need
	@python=$$(scripts/find_python) && "$$python" scripts/setup_venv.py development

.PHONY: runtime
runtime: ## Create .venv with what serving needs, and no more
	@python=$$(scripts/find_python) && "$$python" scripts/setup_venv.py runtime

.PHONY: serve
serve: runtime ## Serve the first shop on http://127.0.0.1:8000 (ARGS="--port 8001")
	@exec $(VENV)/kebabalab serve $(ARGS)

.PHONY: demo
demo: runtime ## Replay a recorded call against a server started for it, as a conversation
	@exec $(VENV)/kebabalab demo $(ARGS)

.PHONY: test
test: setup ## Run every test (ARGS="-k deals")
	@exec $(VENV)/pytest --numprocesses=auto --dist=worksteal $(ARGS)

.PHONY: check
check: setup lint types imports secrets links ## Run every check that is not a test
	@$(VENV)/python -m scripts.check_generated

.PHONY: lint
lint: setup ## Check style and likely mistakes
	$(VENV)/ruff check
	$(VENV)/ruff format --check --diff

.PHONY: types
types: setup ## Check types, strictly
	$(VENV)/mypy

.PHONY: imports
imports: setup ## Check that imports point down only
	@$(VENV)/lint-imports --no-logo

.PHONY: secrets
secrets: setup ## Check that nothing secret or personal is in the files
	@$(VENV)/python -m scripts.check_secrets

.PHONY: links
links: setup ## Check that every link between the documents leads somewhere
	@$(VENV)/python -m scripts.check_links

.PHONY: format
format: setup ## Format the code and mend what can be mended safely
	$(VENV)/ruff check --fix
	$(VENV)/ruff format

.PHONY: generated
generated: setup ## Write the files that are generated from the code
	@$(VENV)/python -m scripts.check_generated --write

.PHONY: requirements
requirements: setup ## Compile the requirements from pyproject.toml (UPGRADE=1 takes newer releases)
	$(VENV)/python -m scripts.compile_requirements $(if $(UPGRADE),--upgrade)

.PHONY: sbom
sbom: setup ## Print what the product is made of, as CycloneDX (make -s sbom > sbom.json)
	@$(VENV)/python -m scripts.sbom

.PHONY: clean
clean: ## Remove .venv and every cache; var/ with its orders stays
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find kebabalab scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
