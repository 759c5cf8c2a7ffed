#!/usr/bin/env bash
# The engine behind `goodwill score --runner native|ray`: parity, silence, killed workers. Takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

venv="$(mktemp -d)"
trap 'rm -rf "$venv"' EXIT
uv venv --quiet "$venv"
uv pip install --quiet --python "$venv/bin/python" -e '.[batch]' 'ray>=2.40' pytest hypothesis
"$venv/bin/python" -m pytest -o addopts= -o testpaths= -p no:cacheprovider -v tests/batch_extra/engine_checks.py "$@"
