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

# Some machines set it. Without kept bytecode every process compiles the portal, and every worker the tests, anew.
unexport PYTHONDONTWRITEBYTECODE

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

.PHONY: run dev setup build
run: ## set up what is missing, then web and worker on 127.0.0.1:8000 (PORT=… another port)
	@$(PYTHON) .make/serve.py --check
	@$(PYTHON) .make/prepare.py
	@$(BIN)/python .make/serve.py

dev: ## the same for programming: a saved change is served at once, faults show their source
	@$(PYTHON) .make/serve.py --check
	@$(PYTHON) .make/prepare.py
	@$(BIN)/python .make/serve.py --reload

setup: ## the same without starting
	@$(PYTHON) .make/prepare.py

build: ## for production: the same without settings, database and demo (docs/operations.md)
	@$(PYTHON) .make/prepare.py --for production

# Tests and checks

.PHONY: test test-front test-unit test-postgres test-browser test-everywhere test-statements prepare-tests prepare-lint
test: prepare-tests ## everything, in two rows side by side: what computes, and what mostly waits for the browser
	@$(PYTHON) .make/side_by_side.py "$(MAKE)" "test-unit test-postgres" "lint test-front test-browser"

prepare-tests:
	@$(PYTHON) .make/prepare.py --for tests

prepare-lint:
	@$(PYTHON) .make/prepare.py --for lint

test-front: prepare-lint ## the tests of the scripts' pure part, by Node.js
	$(BIN)/python .make/front.py test

test-unit: prepare-lint ## the tests on SQLite, without a browser
	DATABASE_URL=sqlite:///:memory: $(PYTEST) $(UNIT) $(ARGS)

test-postgres: prepare-lint ## those of them that depend on the database, on PostgreSQL
	$(BIN)/python .make/postgres.py $(PYTEST) $(UNIT) -m both_databases $(ARGS)

test-browser: prepare-tests ## the browser's tests, in chromium
	DATABASE_URL=sqlite:///:memory: $(PYTEST) tests/browser $(ARGS)

test-everywhere: test-unit test-browser ## all of them on SQLite and on PostgreSQL, before a release
	EVERYWHERE=1 $(BIN)/python .make/postgres.py $(PYTEST) $(UNIT) $(ARGS)

NOTED := .pytest_cache/statements
test-statements: prepare-lint ## that test-postgres sends every shape of statement that the product sends in any test
	@mkdir -p $(NOTED)
	EVERYWHERE=1 $(BIN)/python .make/postgres.py $(PYTEST) $(UNIT) -p tests.statements --statements $(NOTED)/all.json
	$(BIN)/python .make/postgres.py $(PYTEST) $(UNIT) -m both_databases -p tests.statements --statements $(NOTED)/marked.json
	$(BIN)/python -m tests.statements compare $(NOTED)/all.json $(NOTED)/marked.json

.PHONY: mutants
mutants: prepare-lint ## break what figures rest on, one place at a time, and see the tests notice (hours; ARGS=file)
	nice $(BIN)/python .make/mutants.py $(ARGS)

.PHONY: lint lint-python lint-front lint-templates lint-imports lint-types lint-migrations lint-messages lint-deploy \
	lint-tests
lint: lint-python lint-front lint-templates lint-imports lint-types lint-migrations lint-messages lint-deploy lint-tests ## all checks

lint-python: prepare-lint
	$(BIN)/ruff check $(OUR_PYTHON)
	$(BIN)/ruff format --check $(OUR_PYTHON)

lint-front: prepare-lint
	$(BIN)/python .make/front.py check

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

# As in production: a key of full length, TLS, a mail server, DEBUG off.
lint-deploy: prepare-lint
	DEBUG=off EMAIL_URL=smtp://127.0.0.1 HTTPS_ONLY=on BEHIND_TLS_PROXY=on MFA_REQUIRED=on DATABASE_URL=sqlite:///:memory: \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

# The same tests, with the same values, at any time and in whatever order sets are walked.
lint-tests: prepare-lint
	$(BIN)/python -m tests.collected

# For those who change the portal

.PHONY: format messages lock clean
format: prepare-lint ## lay out Python, scripts, style sheets and templates as the checks want them
	$(BIN)/ruff check --fix $(OUR_PYTHON)
	$(BIN)/ruff format $(OUR_PYTHON)
	$(BIN)/python .make/front.py format
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
