# Needs Python 3.11 or newer with venv. To use another interpreter than python3: make PYTHON=python3.13 run

# `make carry` means by PYTHON the version on the target: make carry PLATFORM=win_amd64 PYTHON=3.13
ifneq ($(filter carry,$(MAKECMDGOALS)),)
CARRY_PYTHON := $(or $(PYTHON),3.12)
override PYTHON := python3
endif
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASE := $(VENV)/dependencies.stamp
DEV := $(VENV)/development.stamp
APP := $(VENV)/application.stamp
SOURCES := pyproject.toml $(shell find statusref resources -type f ! -name '*.pyc')
PINNED := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# The libraries that Qt needs and PySide6 does not contain, as Debian and Ubuntu call them.
QT_PACKAGES := libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libx11-6 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
	libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1

.PHONY: run test check types types-win32 types-darwin bench torture carry lock qt-libraries qt-packages
.DELETE_ON_ERROR:

# `statusref` exits with 3 if there is no display.
run: $(APP) qt-libraries
	@status=0; $(BIN)/statusref || status=$$?; [ $$status -ne 3 ] || { mkdir -p build && \
	  $(BIN)/statusref screenshot build/statusref.png --code 404 && \
	  echo "No display, so the window was drawn to build/statusref.png"; }; [ $$status -eq 0 ] || [ $$status -eq 3 ]

test: check qt-libraries
	@[ "$$CI" != true ] || command -v Xvfb >/dev/null || { echo "The end-to-end tests need Xvfb: apt-get install xvfb" >&2; exit 1; }
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/e2e
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/e2e

check: $(APP) $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory -j2 types types-win32 types-darwin

types:
	$(BIN)/mypy

types-win32 types-darwin: types-%:
	$(BIN)/mypy --platform $* --cache-dir .mypy_cache/$*

# Kills the program 200 times at random moments; `make test` does it a dozen times.
torture: $(APP) $(DEV)
	STATUSREF_TORTURE=1 $(BIN)/python -m pytest tests/torture

# With bytecode caching, as users run the program. Options: make bench BENCH="--only launch --runs 40"
bench: $(APP) $(DEV) qt-libraries
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m tests.benchmarks $(BENCH)

# A folder and an archive for a machine without a network. PLATFORM: linux_x86_64, linux_aarch64, win_amd64, macos_arm64.
# PDF=1 brings along what the export as PDF needs.
carry: $(BASE)
	@$(BIN)/python carry/make_carry.py $(or $(PLATFORM),linux_x86_64) --python $(CARRY_PYTHON) $(if $(filter 1,$(PDF)),--pdf)

# Pins new dependencies for every platform and keeps the other pins; LOCK=--upgrade renews them all. Needs uv.
lock:
	uv pip compile --no-config $(LOCK_OPTIONS) $(LOCK) -o requirements.txt pyproject.toml --extra pdf --group build
	uv pip compile --no-config $(LOCK_OPTIONS) $(LOCK) -o requirements-dev.txt --group dev -c requirements.txt
LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

$(BASE): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "StatusRef needs Python 3.11 or newer as '$(PYTHON)'; if it has another name: make PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "'$(PYTHON)' lacks its venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing the pinned dependencies into $(VENV) (once, some 130 MB)"
	@$(PYTHON) -m venv $(VENV)
	@$(PINNED) -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt $(BASE)
	@$(PINNED) -r requirements.txt -r requirements-dev.txt
	@touch $@

$(APP): $(SOURCES) $(BASE)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .
	@touch $@

# Fails only if Qt cannot draw at all: without the X11 libraries, Wayland and screenshots still work.
qt-libraries: $(BASE)
	@[ "$$(uname)" = Linux ] || exit 0; cd $(VENV)/lib/python3*/site-packages/PySide6/Qt; \
	lacking() { ldd "$$@" 2>/dev/null | awk '/not found/ && !seen[$$1]++ { print $$1 }' | xargs; }; \
	missing=$$(lacking lib/libQt6Widgets.so.6 lib/libQt6Svg.so.6 plugins/platforms/libqoffscreen.so plugins/platforms/libqxcb.so); \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing system libraries of Qt: $$missing"; export DEBIAN_FRONTEND=noninteractive; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(QT_PACKAGES) >/dev/null && exit 0; fi; \
	echo "Qt misses $$missing here; on Debian and Ubuntu: sudo apt-get install $(QT_PACKAGES)" >&2; \
	[ -z "$$(lacking lib/libQt6Widgets.so.6 plugins/platforms/libqoffscreen.so)" ]

qt-packages:
	@echo $(QT_PACKAGES)
