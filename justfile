# What is done often, by name: `just` lists it.

[private]
default:
    @just --list

# every check a change must pass: tests, style, types, direction, lock
check:
    .ci/run

# the three stories, brought and briefed
demo:
    uv run goodwill demo

# the stories in your browser
serve:
    uv run goodwill serve --demo

# every test
test *ARGS:
    uv run pytest {{ARGS}}

# style, types and direction, without the tests
lint:
    uv run ruff check .
    uv run ruff format --check .
    uv run mypy
    uv run lint-imports

# put the code in the house's form
format:
    uv run ruff check --fix .
    uv run ruff format .

# write the generated pages again: commands, rules, notation, the picture in the README
pages:
    uv run python docs/make_pages.py
    uv run python docs/make_picture.py

# a wheel and a source archive in dist/
build:
    uv build
