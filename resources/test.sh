#!/bin/sh
# Sets everything up on a fresh machine, then runs the tests, with a process for each processor:
#     sh resources/test.sh [PYTEST OPTIONS]
. "$(dirname -- "$0")/setup.sh"
ready tests
run pytest -n auto "$@"
