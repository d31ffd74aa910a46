# `make` lists the targets; each line of help is the comment behind its target.
# Settings are environment variables (docs/settings.md), so `LOG_LEVEL=debug make run` works everywhere.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DATA_DIR ?= data

# These need what no package index has (a Docker engine), or take long: each has a target of its own.
APART := tests/brokers tests/compose tests/faults tests/kubernetes tests/monitoring tests/pronunciation tests/soak tests/wn

.DEFAULT_GOAL := help
.PHONY: help setup venv wordnet web run gateway worker up dev scale ps logs down test test-faults test-fuzz test-soak test-browser test-brokers test-monitoring test-kubernetes test-compose test-pronunciation test-wn bench bench-memory bench-queue bench-rooms bench-scale eval lint types fmt lock clean

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

# --- from a fresh clone to something that runs

setup: venv wordnet web ## everything a newcomer needs: .venv, locked dependencies, WordNet, the web client

venv: $(VENV)/.installed

$(VENV)/.installed: requirements/dev.txt
	@$(PYTHON) tools/create_venv.py $(VENV)
	@echo "Installing the locked dependencies into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

wordnet: venv
	@$(BIN)/python -m workers.snapshot --data-dir $(DATA_DIR)

web: venv
	@$(BIN)/python -m tools.web_client

run: setup ## set up, then Redis, one worker and one gateway in this terminal; Ctrl-C ends them all
	@$(BIN)/python -m tools.run

gateway: setup ## one gateway in the foreground, against REDIS_URL
	@$(BIN)/python -m gateway

worker: setup ## one worker in the foreground, against REDIS_URL
	@$(BIN)/python -m workers

# --- docker compose; passwords and settings come from .env (cp .env.example .env)

COMPOSE := docker compose
# How many containers of a service there are; what `make scale` is not told about stays as it is.
running = $(shell $(COMPOSE) ps --quiet $(1) | wc -l)

up: ## build the images and start everything with docker compose, until all is healthy
	@$(COMPOSE) up --detach --build --wait

dev: web ## the same in this terminal, with the checkout's code; what changes starts again (Ctrl-C ends it)
	@$(COMPOSE) -f docker-compose.yml -f deploy/dev/compose.yml up --build --watch

scale: ## change how many run: make scale gateway=3 worker=4
	@$(COMPOSE) up --detach --no-recreate --wait \
	  $(foreach service,gateway worker,--scale $(service)=$(or $($(service)),$(call running,$(service))))

ps: ## what runs under docker compose, and how it is
	@$(COMPOSE) ps

logs: ## follow the logs of docker compose's services
	@$(COMPOSE) logs --follow --tail 100

down: ## stop and remove all of it
	@$(COMPOSE) --profile '*' down --timeout 20

# --- tests and checks

test: setup ## set up, then every test but those that have a target of their own below
	@$(BIN)/python -m pytest $(addprefix --ignore=,$(APART)) $(PYTEST_ARGS)

test-faults: setup ## what is lost, killed, frozen or flooded on purpose, with real processes (some minutes)
	@$(BIN)/python -m pytest tests/faults $(PYTEST_ARGS)

test-fuzz: setup ## 100,000 malformed messages over real sockets, others each time (FUZZ_MESSAGES)
	@FUZZ_MESSAGES=$${FUZZ_MESSAGES:-100000} $(BIN)/python -m pytest tests/faults/test_fuzz.py $(PYTEST_ARGS)

test-soak: setup ## ten minutes at 300 lookups a second: memory and open files stay flat (SOAK_SECONDS)
	@$(BIN)/python -m pytest tests/soak $(PYTEST_ARGS)

test-browser: setup ## only the web client in a real Chromium, which `make test` does too
	@$(BIN)/python -m pytest tests/browser $(PYTEST_ARGS)

test-compose: setup ## the images and docker-compose.yml on a real Docker engine
	@$(BIN)/python -m pytest tests/compose $(PYTEST_ARGS)

test-brokers: setup ## Redis watched by Sentinels, and RabbitMQ (Debian's, unpacked here; no root needed)
	@$(BIN)/python -m pytest tests/brokers $(PYTEST_ARGS)

test-monitoring: setup ## our Prometheus configuration and queries in a real Prometheus (Debian's, unpacked here)
	@$(BIN)/python -m pytest tests/monitoring $(PYTEST_ARGS)

test-kubernetes: setup ## deploy/kubernetes against Kubernetes's own schemas, which go to a folder of their own
	@$(BIN)/python -m pip install --quiet --upgrade --target .cache/kubernetes --require-hashes -r requirements/kubernetes.txt
	@PYTHONPATH=.cache/kubernetes $(BIN)/python -m pytest tests/kubernetes $(PYTEST_ARGS)

test-pronunciation: setup ## sounds and rhymes, with the optional CMU dictionary (GPL-3) in a folder of its own
	@$(BIN)/python -m pip install --quiet --upgrade --target .cache/pronunciation --require-hashes -r requirements/pronunciation.txt
	@PYTHONPATH=.cache/pronunciation $(BIN)/python -m pytest tests/pronunciation $(PYTEST_ARGS)

test-wn: setup ## 2,000 random words against Princeton's own program, Debian's `wordnet` (unpacked here if need be)
	@$(BIN)/python -m pytest tests/wn -s $(PYTEST_ARGS)

# --- benches: each ends with a table, and leaves its figures in bench-results/

bench: setup ## Wordwire beside other designs under the same load (6 minutes; `make bench BENCH_ARGS=--quick`: 20 s)
	@$(BIN)/python -m tests.bench $(BENCH_ARGS)

bench-memory: setup ## memory for each idle client and each worker process; seconds to the first answer
	@$(BIN)/python -m tests.bench.memory $(BENCH_ARGS)

bench-queue: setup ## the queue layer alone beside RQ, dramatiq, arq, huey and Celery per task
	@$(BIN)/python -m tests.bench.queue_layer $(BENCH_ARGS)

bench-scale: setup ## what a lookup costs with 1, 2 and 4 gateways at the same total load
	@$(BIN)/python -m tests.bench.scale $(BENCH_ARGS)

bench-rooms: setup ## what a room of 100 members over two gateways carries, and how soon they hear each other
	@$(BIN)/python -m tests.bench.rooms $(BENCH_ARGS)

eval: setup ## how well questions are understood: accuracy, what is confused, and the misses (EVAL_ARGS=set_aside)
	@$(BIN)/python -m tests.eval $(EVAL_ARGS)

lint: venv .cache/deploy/.installed ## ruff's and eslint's rules, both formats, and who may import whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.web_client lint
	@.cache/deploy/bin/hadolint gateway/Dockerfile workers/Dockerfile
	@PYTHONPATH=.cache/deploy $(BIN)/python -m check_jsonschema --builtin-schema vendor.compose-spec docker-compose.yml deploy/dev/compose.yml

.cache/deploy/.installed: requirements/deploy.txt | venv
	@$(BIN)/python -m pip install --quiet --upgrade --target .cache/deploy --require-hashes -r requirements/deploy.txt
	@touch $@

types: venv ## mypy and the TypeScript compiler, both strict
	@$(BIN)/mypy
	@$(BIN)/python -m tools.web_client types

fmt: venv ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python -m tools.web_client fmt

lock: venv ## choose the newest dependencies that pyproject.toml allows, and lock them with hashes
	@$(BIN)/python -m tools.lock

clean: ## remove what these targets made, except WordNet
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf gateway/web/dist gateway/web/node_modules tests/bench/node_modules bench-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
