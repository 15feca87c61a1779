#!/bin/sh
# Makes the bundle for Linux desktops without Python: sh resources/bundle.sh --out FOLDER [...]
# With --wheels FOLDER and --python FOLDER nothing is fetched; the head of packaging/bundle.py says
# more. Needs the environment that start.sh or test.sh make, and makes it where it is not there.
. "$(dirname -- "$0")/setup.sh"
[ -x "$root/.venv/bin/python" ] || ready tests
run python "$root/resources/packaging/bundle.py" "$@"
