# `make demo` and `make test` work with uv, and without it through a virtual environment and pip.
PYTHON ?= $(shell command -v python3 || command -v python)
VENV := .venv-pip
UV := $(shell command -v uv)

.PHONY: demo test
ifneq ($(UV),)
demo:
	$(UV) run goodwill demo

test:
	$(UV) run pytest
else
demo: $(VENV)/installed
	$(VENV)/bin/goodwill demo

test: $(VENV)/installed-dev
	$(VENV)/bin/python -m pytest

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet .
	touch $@

# pip learnt dependency groups in 25.1; older ones are given the list itself
$(VENV)/installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > $(VENV)/dev.txt
	$(VENV)/bin/python -m pip install --quiet --editable . --requirement $(VENV)/dev.txt
	touch $@
endif
