# `make help` lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

BUILD := build
export BUILD := $(CURDIR)/build
GO_WASM := GOOS=js GOARCH=wasm go build -trimpath -ldflags="-s -w"
WASM_EXEC := $(shell go env GOROOT)/lib/wasm
NODE_MODULES := extension/node_modules/.package-lock.json

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# ---- what is needed ---------------------------------------------------------

$(NODE_MODULES): extension/package-lock.json
	cd extension && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: chromium
chromium: ## find Chromium, or install the distribution's
	@extension/tools/chromium.sh

# ---- the extension ----------------------------------------------------------

.PHONY: extension
extension: dist/chrome ## build dist/chrome, to load unpacked

.PHONY: programs
programs:
	@mkdir -p $(BUILD)
	$(GO_WASM) -o $(BUILD)/brain.wasm ./wasm/background
	$(GO_WASM) -o $(BUILD)/panel.wasm ./wasm/panel
	@cp $(WASM_EXEC)/wasm_exec.js $(BUILD)/

.PHONY: dist/chrome dist/chrome-test
dist/chrome: programs $(NODE_MODULES)
	node extension/tools/build.mjs $@
dist/chrome-test: programs $(NODE_MODULES) # the optional sites granted; see build.mjs
	node extension/tools/build.mjs $@ --granted
