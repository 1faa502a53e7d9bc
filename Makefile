# Two commands are enough: `make run` starts the portal, `make test` proves it. `make help` lists the others.

.NOTPARALLEL:
.DEFAULT_GOAL := help

ifndef PYTHON
PYTHON := $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
endif
ifeq ($(PYTHON),)
$(error Python 3.11 or newer is needed; install it with: sudo apt-get install python3)
endif

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n auto
UNIT := --ignore=tests/browser
# Further words for pytest or the check: make test-unit ARGS="-k scoring"
ARGS :=
OUR_PYTHON := .make standards_portal standards audits tests manage.py

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

# The portal

.PHONY: run setup build
run: ## set up what is missing, then web and worker on 127.0.0.1:8000 (PORT=… another port)
	@$(PYTHON) .make/serve.py --check
	@$(PYTHON) .make/prepare.py
	@$(BIN)/python .make/serve.py

setup: ## the same without starting
	@$(PYTHON) .make/prepare.py

build: ## for production: the same without settings, database and demo (docs/operations.md)
	@$(PYTHON) .make/prepare.py --for production

# Tests and checks

.PHONY: test test-unit test-postgres test-browser prepare-tests prepare-lint
test: lint test-unit test-postgres test-browser ## everything

prepare-tests:
	@$(PYTHON) .make/prepare.py --for tests

prepare-lint:
	@$(PYTHON) .make/prepare.py --for lint

test-unit: prepare-lint ## the tests on SQLite, without a browser
	DATABASE_URL=sqlite:///:memory: $(PYTEST) $(UNIT) $(ARGS)

test-postgres: prepare-lint ## the same tests on PostgreSQL
	$(BIN)/python .make/postgres.py $(PYTEST) $(UNIT) $(ARGS)

test-browser: prepare-tests ## the browser's tests, in chromium
	DATABASE_URL=sqlite:///:memory: $(PYTEST) tests/browser $(ARGS)

.PHONY: lint lint-python lint-templates lint-imports lint-types lint-migrations lint-messages lint-deploy
lint: lint-python lint-templates lint-imports lint-types lint-migrations lint-messages lint-deploy ## all checks

lint-python: prepare-lint
	$(BIN)/ruff check $(OUR_PYTHON)
	$(BIN)/ruff format --check $(OUR_PYTHON)

lint-templates: prepare-lint
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates

lint-imports: prepare-lint
	$(BIN)/lint-imports

lint-types: prepare-lint
	SECRET_KEY=checks-only $(BIN)/mypy

lint-migrations: prepare-lint
	SECRET_KEY=checks-only DATABASE_URL=sqlite:///:memory: $(BIN)/python manage.py makemigrations --check --dry-run

lint-messages: prepare-lint
	$(BIN)/python .make/catalogue.py check

# As in production: a key of full length, TLS, DEBUG off.
lint-deploy: prepare-lint
	DEBUG=off HTTPS_ONLY=on MFA_REQUIRED=on DATABASE_URL=sqlite:///:memory: \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

# For those who change the portal

.PHONY: format messages lock clean
format: prepare-lint ## lay out Python and templates as the checks want them
	$(BIN)/ruff check --fix $(OUR_PYTHON)
	$(BIN)/ruff format $(OUR_PYTHON)
	$(BIN)/djlint --quiet --reformat templates

messages: prepare-lint ## collect the messages to translate into locale/pl
	$(BIN)/python .make/catalogue.py update

UV_COMPILE := $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(ARGS)
lock: prepare-lint ## compile the locks anew from pyproject.toml and package.json (ARGS=--upgrade takes newer releases)
	$(UV_COMPILE) --output-file requirements.txt
	$(UV_COMPILE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	npm install --package-lock-only --ignore-scripts

clean: ## remove what `make setup` installed; settings, database and reports stay
	rm -rf .venv node_modules static/vendor staticfiles .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find locale -name '*.mo' -delete
