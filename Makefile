# `make help` lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

BUILD := build
export BUILD := $(CURDIR)/build
# Without the version control's stamp, the same source gives the same bytes anywhere.
GO_WASM := GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags="-s -w"
WASM_EXEC := $(shell go env GOROOT)/lib/wasm
NODE_MODULES := extension/node_modules/.package-lock.json
LINT := extension/tools/lint/node_modules/.package-lock.json

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# ---- what is needed ---------------------------------------------------------

$(NODE_MODULES): extension/package-lock.json
	cd extension && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Mozilla's linter; nothing is built with it.
$(LINT): extension/tools/lint/package-lock.json
	cd extension/tools/lint && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: chromium
chromium: ## find Chromium, or install the distribution's
	@extension/tools/chromium.sh

.PHONY: firefox
firefox: ## find Firefox, or install the distribution's
	@extension/tools/firefox.sh

# ---- the extension ----------------------------------------------------------

.PHONY: extension
extension: dist/chrome dist/firefox ## build dist/chrome and dist/firefox, to load unpacked

.PHONY: programs
programs:
	@mkdir -p $(BUILD)
	$(GO_WASM) -tags lean,shipped -o $(BUILD)/brain.wasm ./wasm/background
	$(GO_WASM) -tags lean -o $(BUILD)/cases.wasm ./wasm/background
	$(GO_WASM) -tags lean -o $(BUILD)/panel.wasm ./wasm/panel
	$(GO_WASM) -o $(BUILD)/team.wasm ./wasm/team
	$(GO_WASM) -tags lean -o $(BUILD)/pipeline.wasm ./wasm/pipeline
	@cp $(WASM_EXEC)/wasm_exec.js $(BUILD)/
	@go run ./wasm/playbooks core/playbook/schema.json $(BUILD)/playbooks.json
	@go run ./wasm/zones $(WASM_EXEC)/../time/zoneinfo.zip $(BUILD)/zones

.PHONY: dist/chrome dist/chrome-test dist/firefox dist/firefox-test
dist/chrome: programs $(NODE_MODULES)
	node extension/tools/build.mjs $@
dist/chrome-test: programs $(NODE_MODULES) # the optional sites granted; see build.mjs
	node extension/tools/build.mjs $@ --granted
dist/firefox: programs $(NODE_MODULES)
	node extension/tools/build.mjs $@ --firefox
dist/firefox-test: programs $(NODE_MODULES)
	node extension/tools/build.mjs $@ --firefox --granted

# ---- the stores -------------------------------------------------------------

.PHONY: stores
stores: dist/chrome dist/firefox ## zips for both stores, the source for reviewers, listings and screenshots, in dist/stores
	@node extension/tools/store.mjs

.PHONY: screenshots
screenshots: $(NODE_MODULES) chromium ## the stores' screenshots in four languages, in dist/stores
	@node extension/tools/store-shots.mjs

.PHONY: reproducible
reproducible: stores ## build both extensions twice from the source zip: the same bytes
	@node extension/tools/reproducible.mjs

# ---- see it -----------------------------------------------------------------

.PHONY: run
run: dist/chrome-test dist/chrome chromium ## see the extension judge the demo pages in real Chromium
	@node extension/tools/run.mjs

.PHONY: read
read: ## what is read from a saved page: make read PAGE=saved.html URL=https://…
	@[[ -n "$(PAGE)" && "$(URL)" == http*://* ]] || { echo "usage: make read PAGE=saved.html URL=https://www.linkedin.com/in/…" >&2; exit 2; }
	@[[ -f "$(PAGE)" ]] || { echo "PAGE: there is no file $(PAGE)" >&2; exit 2; }
	@$(MAKE) --no-print-directory dist/chrome-test chromium
	@node extension/tools/read.mjs "$(PAGE)" "$(URL)"

.PHONY: screens
screens: programs $(NODE_MODULES) chromium ## pictures of every view and state, light and dark, in four languages: dist/screens/index.html
	node extension/tools/screens.mjs

# ---- check it ---------------------------------------------------------------

# Packages whose tests draw their cases. The tests draw the same ones every time;
# make properties draws new ones.
DRAWING = $(sort $(patsubst %/,cleanbreak/%,$(dir $(shell grep -rl --include=*_test.go pgregory.net/rapid core wasm worker))))
DRAWN := -rapid.seed=1

STATICCHECK := $(BUILD)/staticcheck
WASM := GOOS=js GOARCH=wasm

.PHONY: test
test: check test-go test-wasm test-browser test-sync ## everything; under half an hour

.PHONY: check
check: $(NODE_MODULES) ## format, vet, staticcheck, page maps, JavaScript types
	@test -z "$$(gofmt -l core wasm worker)" || { gofmt -l core wasm worker; echo "gofmt -w these files"; exit 1; }
	go vet ./...
	$(WASM) go vet ./...
	@mkdir -p $(BUILD)
	go build -o $(STATICCHECK) honnef.co/go/tools/cmd/staticcheck
	$(STATICCHECK) ./...
	$(WASM) $(STATICCHECK) ./...
	node extension/pages/check.mjs
	cd extension && npx --no-install tsc -p .

.PHONY: test-go
test-go: ## Go tests, natively, with the race detector
	@.ci/need gcc gcc libc6-dev >/dev/null
	go test -race -timeout 5m $(filter-out $(DRAWING),$(shell go list ./...))
	go test -race -timeout 5m $(DRAWING) $(DRAWN)
	go test -timeout 20m ./worker/sim

.PHONY: test-wasm
test-wasm: ## Go tests as wasm under Node
	$(WASM) go test -exec="$(WASM_EXEC)/go_js_wasm_exec" $(filter-out $(DRAWING),$(shell $(WASM) go list ./core/... ./wasm/...))
	$(WASM) go test -exec="$(WASM_EXEC)/go_js_wasm_exec" $(filter-out cleanbreak/worker/%,$(DRAWING)) $(DRAWN)

.PHONY: test-browser
test-browser: dist/chrome dist/chrome-test dist/firefox dist/firefox-test $(LINT) chromium firefox worker-program ## the readers, the panel and the built extension in real Chromium and Firefox
	node --test --test-concurrency=1 --test-reporter=spec extension/tests/*.test.mjs

SLOW ?= 8
.PHONY: test-slow
test-slow: ## the browser tests with the processor of Chromium's pages SLOW=8 times slower
	SLOW=$(SLOW) $(MAKE) test-browser

.PHONY: golden
golden: $(NODE_MODULES) ## write the snapshots and contexts of testdata/pages anew; review the difference
	UPDATE=1 node --test extension/tests/read.test.mjs
	go test ./core/page -update

.PHONY: new-signal
new-signal: ## begin a signal, and the tests say what is left: make new-signal name=job-change
	@go run ./core/cmd/newsignal "$(name)"

.PHONY: locales
locales: ## gather every phrase into extension/_locales, and print what is left to translate
	@go run ./extension/tools/locales

.PHONY: rules
rules: ## write core/RULES.md and the playbook's schema anew; review the difference
	go test ./core/rulebook -update
	go test ./core/playbook -run Schema -update

CHECKS ?= 3000
.PHONY: properties
properties: ## the tests that draw their cases, with new ones: make properties CHECKS=100000
	go test -count=1 -timeout 2h $(DRAWING) -rapid.checks=$(CHECKS)

.PHONY: fuzz
fuzz: ## fuzz the parsers, ten minutes each
	go test ./core/page -fuzz FuzzRead -fuzztime 10m
	go test ./core/reply -fuzz FuzzRead -fuzztime 10m
	go test ./core/assess -fuzz FuzzParseCases -fuzztime 10m
	go test ./core/playbook -fuzz FuzzLoad -fuzztime 10m
	go test ./core/pipeline -fuzz FuzzRead -fuzztime 10m -fuzzminimizetime 10x
	go test ./core/replica -fuzz FuzzReadWire -fuzztime 10m
	go test ./worker/api -fuzz FuzzFrame -fuzztime 10m

.PHONY: bench-page
bench-page: dist/chrome-test chromium ## from a page's message to the painted verdict, beside an extension that judges nothing
	@node extension/tools/bench-page.mjs

.PHONY: bench-read
bench-read: $(NODE_MODULES) chromium ## the longest task of reading 2,000 mails, and 5 MB
	@node extension/tools/bench-read.mjs

BENCH_MODULES := extension/bench/engine/node_modules/.package-lock.json

$(BENCH_MODULES): extension/bench/engine/package-lock.json
	cd extension/bench/engine && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: bench-engine
bench-engine: $(BENCH_MODULES) ## the engine beside the stack a JavaScript developer would take; memory over ROUNDS verdicts
	@mkdir -p $(BUILD)
	$(GO_WASM) -o $(BUILD)/enginebench.wasm ./wasm/enginebench
	@cp $(WASM_EXEC)/wasm_exec.js $(BUILD)/
	@node extension/bench/engine/bench.mjs

.PHONY: bench-replies
bench-replies: $(BENCH_MODULES) ## how replies are read, and their trimming beside email-reply-parser
	@mkdir -p $(BUILD)
	$(GO_WASM) -o $(BUILD)/bench-replies.wasm ./extension/tools/bench-replies
	@cp $(WASM_EXEC)/wasm_exec.js $(BUILD)/
	@node extension/tools/bench-replies.mjs

TRIAGE_MODULES := extension/bench/triage/node_modules/.package-lock.json

$(TRIAGE_MODULES): extension/bench/triage/package-lock.json
	cd extension/bench/triage && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

TRIAGE_ROWS ?= 10000 100000 1000000
.PHONY: bench-triage
bench-triage: dist/chrome-test $(TRIAGE_MODULES) chromium ## a whole pipeline judged: rows a second, memory, and on the page beside PapaParse in Chromium
	@mkdir -p $(BUILD)
	go build -o $(BUILD)/bench-triage ./extension/bench/triage/native
	@$(BUILD)/bench-triage $(TRIAGE_ROWS)
	@node extension/bench/triage/bench.mjs

# ---- the Worker -------------------------------------------------------------

WORKER_MODULES := worker/node_modules/.package-lock.json
WORKERD := $(CURDIR)/worker/node_modules/@cloudflare/workerd-linux-$(if $(filter aarch64,$(shell uname -m)),arm64,64)/bin/workerd
WRANGLER := cd worker && npx --no-install wrangler
DEV_SECRETS := --var SETUP_SECRET:a-secret-for-trying-it-out-at-home --var RECEIPT_SECRET:another-secret-for-trying-it-out-here

$(WORKER_MODULES): worker/package-lock.json
	cd worker && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: worker-program
worker-program: $(WORKER_MODULES)
	@mkdir -p $(BUILD)/worker
	$(GO_WASM) -o $(BUILD)/worker/app.wasm ./worker
	@go run github.com/syumai/workers/cmd/workers-assets-gen -mode=go -o $(BUILD)/worker-assets
	@cp $(BUILD)/worker-assets/wasm_exec.js $(BUILD)/worker/

PORT ?= 8787
.PHONY: worker
worker: ## run the sync Worker at http://127.0.0.1:8787, or at PORT=8788; no account needed
	@! (: </dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null || { echo "Port $(PORT) is taken, perhaps by a Worker that runs already; end it, or take another one: make worker PORT=8788" >&2; exit 2; }
	@$(MAKE) --no-print-directory worker-program
	$(WRANGLER) dev --local --ip 127.0.0.1 --port $(PORT) $(DEV_SECRETS)

.PHONY: deploy
deploy: worker-program ## deploy the sync Worker; wrangler asks for an account
	$(WRANGLER) deploy

.PHONY: test-sync
test-sync: worker-program ## the Worker natively and inside workerd: kills, faults, isolation, privacy, its contract
	-@.ci/need strace strace >/dev/null
	$(WRANGLER) deploy --dry-run --outdir $(BUILD)/worker-dry-run
	@set -o pipefail; WORKERD=$(WORKERD) go test -count=1 -v -timeout 10m ./worker/api ./worker/e2e ./core/keys ./core/seal \
		| grep -Ev '^(===|PASS|\?)|--- (PASS|SKIP)'
	@set -o pipefail; WORKERD=$(WORKERD) go test -count=1 -v -timeout 10m ./worker/store $(DRAWN) \
		| grep -Ev '^(===|PASS|\?)|--- (PASS|SKIP)|\[rapid\] OK'

.PHONY: soak
soak: worker-program ## end workerd in the middle of writes, KILLS=500 times: nothing lost, nothing doubled
	KILLS=$${KILLS:-500} WORKERD=$(WORKERD) go test -count=1 -v -timeout 2h ./worker/e2e -run 'TestKill$$'

SEEDS ?= 100000
.PHONY: sim
sim: ## devices, network and server through everything that can go wrong: make sim SEEDS=1000, or SEED=42 for one as a story
	@go build -o $(BUILD)/sim ./worker/sim/play
	@$(BUILD)/sim $(if $(SEED),-seed $(SEED),-seeds $(SEEDS))

.PHONY: bench-worker
bench-worker: worker-program ## the Worker beside Hono and the stock glue, on one workerd
	@go build -o $(BUILD)/bench-worker ./worker/bench
	@WORKERD=$(WORKERD) $(BUILD)/bench-worker
