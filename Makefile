# octavo: `make` builds the book, `make test` runs every check. Both set up what they need, once.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
JUDGES := .judges/verapdf.jar .judges/node_modules/.package-lock.json

.PHONY: build
build: .venv/.pango  ## build every target of the book (the default)
	@$(BIN)/octavo build

.PHONY: test
test: .venv/.pango .venv/.dev $(JUDGES)  ## run the linters, the types, the tests, the judges
	@tools/need.sh java qpdf poppler tesseract ghostscript chromium
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n auto -m "not slow and not judge"
	$(BIN)/pytest -n 2 --dist loadfile -m "(slow or judge) and not long"

.PHONY: judges
judges: .venv/.pango .venv/.dev $(JUDGES)  ## ask the judges that take long: veraPDF on all, epub.js, calibre
	@tools/need.sh java qpdf poppler tesseract ghostscript chromium calibre
	$(BIN)/pytest -n 2 --dist loadfile -m long

.PHONY: lint
lint: .venv/.dev  ## ruff, mypy, and the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: .venv/.dev  ## lay the code out and mend what ruff can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bench
bench: .venv/.pango .venv/.dev  ## compare octavo with itself and other programs, for an hour (docs/benchmarks.md)
	$(BIN)/python -m bench.compare --json build/bench.json
	$(BIN)/python -m bench.soundness

.PHONY: wheel
wheel: .venv/.octavo  ## make build/dist/octavo-*.whl, which carries the default theme
	$(BIN)/python -m hatchling build --target wheel --directory build/dist

# Pins stay as they are where they can; `make lock UPGRADE=1` takes the newest.
PIP_COMPILE = CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile \
	--quiet --strip-extras --generate-hashes --build-deps-for=editable \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	$(if $(UPGRADE),--upgrade)

.PHONY: lock
lock:  ## pin every dependency, with hashes, as pyproject.toml allows
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip --quiet --disable-pip-version-check install pip-tools==7.6.2
	$(PIP_COMPILE) --output-file=requirements.lock pyproject.toml
	$(PIP_COMPILE) --output-file=requirements-dev.lock --extra=dev \
		--constraint=requirements.lock pyproject.toml

.PHONY: clean
clean:  ## remove what was built
	rm -rf build .octavo

.PHONY: distclean
distclean: clean  ## remove what was installed, too
	rm -rf .venv .judges .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.PHONY: help
help:  ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

# What is set up once. Each stamp is as old as what it was made from.

.venv/.octavo: requirements.lock pyproject.toml
	@PYTHON=$(PYTHON) tools/need.sh python
	@echo "Setting up .venv"
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.pango: .venv/.octavo tools/need.sh
	@tools/need.sh pango
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.octavo
	@echo "Installing what the tests need"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.judges/verapdf.jar: tools/judges/get.sh tools/judges/pom.xml tools/judges/SHA256SUMS
	@tools/judges/get.sh verapdf

.judges/node_modules/.package-lock.json: tools/judges/get.sh tools/judges/package-lock.json .venv/.dev
	@tools/judges/get.sh npm
