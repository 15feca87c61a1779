#!/bin/sh
# Sets everything up on a fresh machine, then opens the window: sh resources/start.sh [FILE]
here=$PWD
. "$(dirname -- "$0")/setup.sh"
ready window
cd -- "$here"
run briefing-viewer "$@"
