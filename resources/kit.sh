#!/bin/sh
# Makes a kit for a machine that has Python but no network: sh resources/kit.sh TARGET --out FOLDER
# The head of packaging/kit.py says more. Needs the environment that start.sh or test.sh make, and
# makes it where it is not there.
. "$(dirname -- "$0")/setup.sh"
[ -x "$root/.venv/bin/python" ] || ready tests
run python "$root/resources/packaging/kit.py" "$@"
