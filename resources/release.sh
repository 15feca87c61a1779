#!/bin/sh
# Makes everything of a release in one folder: sh resources/release.sh --out FOLDER [...]
# The head of packaging/release.py says more. Needs the environment that start.sh or test.sh make,
# and makes it where it is not there.
. "$(dirname -- "$0")/setup.sh"
[ -x "$root/.venv/bin/python" ] || ready tests
run python "$root/resources/packaging/release.py" "$@"
