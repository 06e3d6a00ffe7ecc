# Builds, shows, tests and measures newsgloss. It installs what it needs at pinned versions; see each target.
#
#   make build   pkg/ (what a page loads, with sizes.json) and target/release/newsgloss (the command line)
#   make extension   the browser extension for Chrome and Firefox, as folders and zips in target/extension/
#   make demo    builds what is missing or out of date, then serves the demo and the pages about it on 127.0.0.1, port 8080 or $PORT
#   make test    formatting, lints, types and all tests, native and in Chromium, Firefox and WebKitGTK
#   make bench   what newsgloss costs a page in Chromium, beside what else there is; PAGES='aeb/0*' for some of the saved pages
#   make sweep   whether it behaves on all saved pages, in Chromium; PAGES as above
#   make fuzz    hostile inputs, a minute for each kind; TARGET=text SECONDS=600 for one of them, longer: see fuzz/README.md

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: build extension demo test bench sweep fuzz clean test-rust test-page lint browsers

CARGO ?= cargo
WASM_TARGET := wasm32-unknown-unknown
WASM := target/$(WASM_TARGET)/web/newsgloss.wasm
NPM_STAMP := node_modules/.package-lock.json
TARGET_STAMP := target/.$(WASM_TARGET)

# What the compiled core depends on. Cargo knows better, but takes seconds to say that nothing has changed.
CRATE := Cargo.toml Cargo.lock rust-toolchain.toml $(shell find src data -type f 2>/dev/null)
PAGE_SOURCES := $(shell find www -type f)

# The compiled core, and what it works on; `www/build.js` puts all of it into pkg/, under names that tell what is in it.
CORE := target/core/newsgloss_core.js target/core/newsgloss_core_bg.wasm
DATA := data/lexicon.txt data/weights.bin target/core/outlines.bin

# The features that every browser with WebAssembly garbage-free references has (2022), named one by one: all of them
# together make modules that no browser loads.
WASM_FEATURES := --enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue \
	--enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext
WASM_STRIP := --strip-debug --strip-producers --strip-target-features
# Functions of one kind side by side: two kilobytes less to travel.
WASM_ORDER := --reorder-functions-by-name
# The stack lies in front of the data, so that no address near zero is ever used.
WASM_LAYOUT := --low-memory-unused

build: pkg/sizes.json pkg/package.json pkg/node/index.js pkg/answer.schema.json pkg/NOTICE target/release/newsgloss

pkg target target/core target/node:
	mkdir -p $@

# --- The core ---

$(TARGET_STAMP): rust-toolchain.toml | target
	@rustup target list --installed | grep -qx $(WASM_TARGET) || rustup target add $(WASM_TARGET)
	@touch $@

$(WASM): $(CRATE) $(TARGET_STAMP)
	$(CARGO) rustc --locked --lib --crate-type cdylib --profile web --target $(WASM_TARGET)
	@touch $@

# Not optimised: it runs for a tenth of a second, and its dependencies build in half the time.
target/debug/bindgen: Cargo.lock tools/bindgen/Cargo.toml tools/bindgen/src/main.rs
	$(CARGO) build --locked --package bindgen
	@touch $@

# The script and its types come with it.
target/core/newsgloss_core_bg.wasm: $(WASM) target/debug/bindgen $(NPM_STAMP) | pkg target/core
	target/debug/bindgen $(WASM) target/pkg newsgloss_core
	npx --no-install wasm-opt target/pkg/newsgloss_core_bg.wasm $(WASM_FEATURES) $(WASM_STRIP) $(WASM_LAYOUT) -Os --converge $(WASM_ORDER) --output $@
	npx --no-install esbuild target/pkg/newsgloss_core.js --minify --target=es2022 --log-level=warning --outfile=target/core/newsgloss_core.js
	cp target/pkg/newsgloss_core.d.ts pkg/

target/core/newsgloss_core.js: target/core/newsgloss_core_bg.wasm ;

# The same core for Node, which reads HTML files itself. It comes from a disk, so that nobody waits for it to be made smaller.
NODE_WASM := target/$(WASM_TARGET)/node/newsgloss.wasm

$(NODE_WASM): $(CRATE) $(TARGET_STAMP)
	$(CARGO) rustc --locked --lib --crate-type cdylib --profile node --features node --target $(WASM_TARGET)
	@touch $@

target/node/newsgloss_node_bg.wasm: $(NODE_WASM) target/debug/bindgen $(NPM_STAMP) | target/node
	target/debug/bindgen $(NODE_WASM) target/node newsgloss_node
	npx --no-install wasm-opt $@ $(WASM_FEATURES) $(WASM_STRIP) --output $@

target/core/outlines.bin: scripts/outlines.js $(NPM_STAMP) | target/core
	node scripts/outlines.js $@

target/release/newsgloss: $(CRATE)
	$(CARGO) build --locked --release --bin newsgloss
	@touch $@

pkg/answer.schema.json: target/release/newsgloss | pkg
	target/release/newsgloss schema > $@

pkg/NOTICE: NOTICE | pkg
	cp $< $@

# --- The shell and the demo ---

$(NPM_STAMP): package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

# One run of the bundler writes all that a page loads, its types, and the demo's script.
pkg/newsgloss.js: $(PAGE_SOURCES) scripts/packaged.js scripts/types.js tsconfig.json Cargo.toml $(CORE) $(DATA) $(NPM_STAMP)
	npm run --silent build:www

pkg/integrity.json: pkg/newsgloss.js ;

# What runs in Node.
pkg/node/index.js: $(wildcard www/node/*) www/answer.ts www/errors.ts tsconfig.json target/node/newsgloss_node_bg.wasm pkg/integrity.json
	node www/node/build.js

# What npm wants beside that: who it is, how it is used, under which licence.
pkg/package.json: scripts/package.js scripts/packaged.js Cargo.toml $(wildcard www/site/*.js www/site/pages/*) LICENSE pkg/sizes.json
	node scripts/package.js

pkg/sizes.json: scripts/sizes.js pkg/integrity.json
	node scripts/sizes.js > $@

# The pages about it, which say how large it is and what its types are.
SITE := target/demo/docs/index.html

$(SITE): $(PAGE_SOURCES) CHANGELOG.md DATA.md SECURITY.md pkg/sizes.json
	npm run --silent build:site

# --- The extension ---

# The same core as JavaScript, for pages whose policy forbids an extension to compile WebAssembly in Chromium.
PLAIN_CORE := target/plain-core/newsgloss_core.js

$(PLAIN_CORE): $(WASM) target/debug/bindgen www/extension/core/plain.js $(NPM_STAMP)
	target/debug/bindgen $(WASM) target/plain-core newsgloss_core --plain
	node www/extension/core/plain.js target/plain-core

# The zips are written last.
target/extension/newsgloss-source.zip: $(PAGE_SOURCES) $(PLAIN_CORE) pkg/sizes.json pkg/package.json
	node www/extension/build.js

# --- What people call ---

extension: target/extension/newsgloss-source.zip

demo: pkg/sizes.json $(SITE)
	@node scripts/serve.js

# What compiles and what is only looked at goes side by side; the browsers have the machine for themselves.
test:
	@$(MAKE) --no-print-directory -j3 test-rust lint browsers
	npm run --silent test

# Everything is compiled once here: what would make the next time shorter makes this one longer.
test-rust: export CARGO_INCREMENTAL := 0
test-rust: $(TARGET_STAMP)
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	$(CARGO) clippy --locked --lib --target $(WASM_TARGET) --features node -- -D warnings
	$(CARGO) test --locked --workspace

lint: build extension $(SITE)
	npm run --silent typecheck
	npm run --silent lint
	npx --no-install addons-linter --warnings-as-errors target/extension/firefox

browsers:
	@sh scripts/browsers.sh

test-page: lint browsers
	npm run --silent test

bench: build
	@sh scripts/browsers.sh chromium
	@node scripts/bench.js '$(PAGES)'

sweep: build
	@sh scripts/browsers.sh chromium
	@node scripts/sweep.js '$(PAGES)'

TARGET ?= text html jsonl list lexicon weights
SECONDS ?= 60

fuzz:
	@INPUT='$(INPUT)' SMALLER='$(SMALLER)' sh fuzz/run.sh '$(TARGET)' '$(SECONDS)'

clean:
	rm -rf pkg target/core target/node target/pkg target/plain-core target/extension target/$(WASM_TARGET)/web target/$(WASM_TARGET)/node
