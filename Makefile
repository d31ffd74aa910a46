# `make` lists the targets; the comment after each target is its line of help.
# Settings are environment variables (docs/settings.md), so `LOG_LEVEL=debug make run` works everywhere.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Ctrl-C ends what this runs without a traceback.
QUIETLY := $(BIN)/python -m tools.quietly
export DATA_DIR ?= data
# For /status.json, logs, metrics and the images' labels.
export WORDWIRE_COMMIT ?= $(shell git describe --always --dirty --exclude='*' 2>/dev/null)

# Each of these has its own target, because it needs more than packages (a Docker engine) or takes long.
APART := tests/brokers tests/browser/packaged tests/compose tests/doors tests/faults tests/kubernetes tests/monitoring tests/soak tests/wn

.DEFAULT_GOAL := help
.PHONY: help setup venv wordnet web run gateway worker up dev scale ps logs down package test test-faults attack test-fuzz test-soak test-answers test-web test-browser test-package test-doors test-brokers test-monitoring test-kubernetes test-compose test-train test-wn test-workers train-meaning vectors sense-weights bench bench-beside bench-memory bench-queue bench-rooms bench-scale bench-worst eval train lint types fmt lock clean

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

# --- from a fresh clone to a running service

setup: venv wordnet web ## create .venv, install the locked dependencies, get WordNet and CMUdict, build the web client

venv: $(VENV)/.installed

$(VENV)/.installed: requirements/dev.txt
	@$(PYTHON) tools/create_venv.py $(VENV)
	@echo "Installing the locked dependencies into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

wordnet: venv
	@$(QUIETLY) workers.wordnet.snapshot --data-dir $(DATA_DIR)

web: venv
	@$(QUIETLY) tools.web_client

run: setup ## set up, then run Redis, one worker and one gateway in this terminal; Ctrl-C stops them
	@$(QUIETLY) tools.run

gateway: setup ## run one gateway in the foreground, against REDIS_URL
	@$(QUIETLY) gateway

worker: setup ## run one worker in the foreground, against REDIS_URL
	@$(QUIETLY) workers

# --- docker compose; .env can change any setting (cp .env.example .env)

COMPOSE := docker compose
# The number of a service's containers; `make scale` keeps it for a service that it does not name.
running = $(shell $(COMPOSE) ps --quiet $(1) | wc -l)

up: ## build the images, start everything with docker compose and wait until all is healthy
	@$(COMPOSE) up --detach --build --wait

dev: web ## like up, but in this terminal and with the checkout's code; a service restarts when its files change
	@$(COMPOSE) -f docker-compose.yml -f deploy/dev/compose.yml up --build --watch

scale: ## set the number of containers: make scale gateway=3 worker=4
	@$(COMPOSE) up --detach --no-recreate --wait \
	  $(foreach service,gateway worker,--scale $(service)=$(or $($(service)),$(call running,$(service))))

.PHONY: update rollback backup restore
update: ## build the checkout and change to it without a pause: new containers start, then the old ones drain
	@deploy/update.sh

rollback: ## change back to the version before the last `make update`, also without a pause
	@deploy/update.sh rollback

backup: ## write everything in Redis, all rooms, to a file: make backup to=rooms.rdb
	@umask 077; $(COMPOSE) exec -T redis sh /redis.sh backup >"$(to).new" && mv "$(to).new" "$(to)"

restore: ## replace everything in Redis by a backup (needs REDIS_PERSIST=yes): make restore from=rooms.rdb
	@test -s "$(from)" || { echo "make restore from=FILE" >&2; exit 1; }
	@$(COMPOSE) stop redis
	@$(COMPOSE) run --rm --no-TTY --no-deps redis restore <"$(from)"; code=$$?; $(COMPOSE) start redis; exit $$code

ps: ## list docker compose's containers and their state
	@$(COMPOSE) ps

logs: ## follow the logs of docker compose's services
	@$(COMPOSE) logs --follow --tail 100

down: ## stop and remove docker compose's containers
	@$(COMPOSE) --profile '*' down --timeout 20

# --- the clients as packages

package: venv ## build the Python client and the npm package wordwire-chat, into clients/*/dist
	@$(BIN)/python -m build --no-isolation clients/python
	@mkdir -p clients/web/dist
	@$(QUIETLY) tools.web_client package

# --- tests and checks

test: setup test-web .cache/client/.downloaded ## set up, then run all tests that need only this machine and are quick
	@$(BIN)/python -m pytest $(addprefix --ignore=,$(APART)) $(PYTEST_ARGS)

# The wheels that the Python client needs in a fresh environment, so that its test needs no network.
.cache/client/.downloaded: requirements/client.txt | venv
	@$(BIN)/python -m pip download --quiet --no-deps --only-binary :all: --platform any --dest .cache/client --require-hashes -r requirements/client.txt
	@touch $@

test-web: venv ## run the unit tests of the web client, without a browser
	@$(QUIETLY) tools.web_client test

test-workers: setup ## test only the workers' code, against NLTK's answers for every word (`make test` includes it)
	@$(BIN)/python -m pytest tests/workers $(PYTEST_ARGS)

test-faults: setup ## kill, freeze, flood and disconnect real processes on purpose (a few minutes)
	@$(BIN)/python -m pytest tests/faults $(PYTEST_ARGS)

attack: setup ## attack every bound of docs/reliability.md while a bystander asks (part of test-faults)
	@$(BIN)/python -m pytest tests/faults/attacks -s $(PYTEST_ARGS)

test-fuzz: setup ## send 100,000 malformed messages over real sockets, new ones each time (FUZZ_MESSAGES)
	@FUZZ_MESSAGES=$${FUZZ_MESSAGES:-100000} $(BIN)/python -m pytest tests/faults/test_fuzz.py $(PYTEST_ARGS)

test-answers: setup ## ask the workers' code the questions of tests/data/answers.jsonl and print wrong replies (CASES=path)
	@$(BIN)/python -m tests.answers $(CASES)

test-soak: setup ## check that memory and open files stay flat for ten minutes of every kind of traffic (SOAK_SECONDS)
	@$(BIN)/python -m pytest tests/soak -s $(PYTEST_ARGS)

test-browser: setup ## test only the web client, in a real Chromium (`make test` includes it)
	@$(BIN)/python -m pytest tests/browser --ignore=tests/browser/packaged $(PYTEST_ARGS)

test-package: setup package ## install the npm package into sites built with React, Vue and Vite, in a real Chromium
	@$(BIN)/python -m pytest tests/browser/packaged $(PYTEST_ARGS)

test-doors: setup .cache/doors/.installed ## test the doors over HTTP with schemathesis and the official client for agents
	@$(BIN)/python -m pytest tests/doors $(PYTEST_ARGS)

.cache/doors/.installed: requirements/doors.txt
	@$(PYTHON) tools/create_venv.py .cache/doors
	@.cache/doors/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/doors.txt
	@touch $@

test-compose: setup ## test the images and docker-compose.yml on a real Docker engine
	@$(BIN)/python -m pytest tests/compose $(PYTEST_ARGS)

test-brokers: setup ## test Redis with Sentinels, and RabbitMQ (Debian's, unpacked here; no root needed)
	@$(BIN)/python -m pytest tests/brokers $(PYTEST_ARGS)

test-monitoring: setup ## test our configuration and queries in a real Prometheus (Debian's, unpacked here)
	@$(BIN)/python -m pytest tests/monitoring $(PYTEST_ARGS)

test-kubernetes: setup ## check deploy/kubernetes against Kubernetes's own schemas (installed in a separate folder)
	@$(BIN)/python -m pip install --quiet --upgrade --target .cache/kubernetes --require-hashes -r requirements/kubernetes.txt
	@PYTHONPATH=.cache/kubernetes $(BIN)/python -m pytest tests/kubernetes $(PYTEST_ARGS)

test-wn: setup ## compare 2,000 random words with Princeton's own program (Debian's `wordnet`, unpacked here if missing)
	@$(BIN)/python -m pytest tests/wn -s $(PYTEST_ARGS)

# --- benches: each prints a table at the end and writes its figures to bench-results/

bench: setup ## measure Wordwire and other designs under the same load (9 minutes; `make bench BENCH_ARGS=--quick`: 30 s)
	@$(BIN)/python -m tests.bench $(BENCH_ARGS)

bench-memory: setup ## measure the memory for each idle client and worker process, and the seconds to the first answer
	@$(BIN)/python -m tests.bench.memory $(BENCH_ARGS)

bench-queue: setup ## measure the queue layer alone against RQ, dramatiq, arq, huey and one Celery task per lookup
	@$(BIN)/python -m tests.bench.queue_layer $(BENCH_ARGS)

bench-scale: setup ## measure the cost of a lookup with 1, 2 and 4 gateways at the same total load
	@$(BIN)/python -m tests.bench.scale $(BENCH_ARGS)

bench-beside: setup ## measure how much questions delay the lookups beside them (3 minutes, on a machine without other work)
	@$(BIN)/python -m tests.bench.beside $(BENCH_ARGS)

bench-worst: setup ## measure the slowest generated inputs for each command, in a worker's code (BENCH_ARGS="--inputs 50000")
	@$(BIN)/python -m tests.bench.worst $(BENCH_ARGS)

bench-rooms: setup ## measure the throughput and latency of a room with 100 members on two gateways
	@$(BIN)/python -m tests.bench.rooms $(BENCH_ARGS)

eval: setup ## measure the understanding of questions: accuracy, confusions and misses (EVAL_ARGS="stranger talks")
	@$(BIN)/python -m tests.eval $(EVAL_ARGS)

train: .cache/train/.installed ## train the model that reads questions, print its scores, write models/reader.onnx (about an hour)
	@.cache/train/bin/python -m tools.train $(TRAIN_ARGS)

train-meaning: .cache/train/.installed ## train the network of meanings, write models/meaning.onnx (30 minutes); then run `make vectors`
	@.cache/train/bin/python -m tools.train.meaning $(TRAIN_ARGS)

vectors: setup ## encode all meanings with models/meaning.onnx into models/*.npz, print scores (5 minutes)
	@$(BIN)/python -m tools.vectors

sense-weights: setup ## print how often the likeliest sense is right by the weight of its uses (SENTENCES="more.tsv files")
	@$(BIN)/python -m tools.train.meaning.sense_weights $(SENTENCES)

test-train: setup .cache/train/.installed ## test the training of the model, with PyTorch from the environment of `make train`
	@PYTHONPATH=$$(.cache/train/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') \
	  $(BIN)/python -m pytest tests/tools/train tests/models $(PYTEST_ARGS)

.cache/train/.installed: tools/train/requirements.txt
	@$(PYTHON) tools/create_venv.py .cache/train
	@.cache/train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tools/train/requirements.txt
	@touch $@

lint: venv .cache/deploy/.installed ## check ruff's and eslint's rules, the formatting and the import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(QUIETLY) tools.web_client lint
	@.cache/deploy/bin/hadolint gateway/Dockerfile workers/Dockerfile
	@PYTHONPATH=.cache/deploy $(BIN)/python -m check_jsonschema --builtin-schema vendor.compose-spec docker-compose.yml deploy/dev/compose.yml

.cache/deploy/.installed: requirements/deploy.txt | venv
	@$(BIN)/python -m pip install --quiet --upgrade --target .cache/deploy --require-hashes -r requirements/deploy.txt
	@touch $@

types: venv ## run mypy and the TypeScript compiler, both strict
	@$(BIN)/mypy
	@$(QUIETLY) tools.web_client types

fmt: venv ## fix and format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(QUIETLY) tools.web_client fmt

lock: venv ## lock the newest dependencies that pyproject.toml allows, with hashes
	@$(QUIETLY) tools.lock

clean: ## remove everything that these targets made, except WordNet
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf clients/python/dist clients/web/dist clients/web/lib gateway/web/dist gateway/web/node_modules tests/bench/node_modules bench-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
