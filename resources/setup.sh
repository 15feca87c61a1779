# Makes a fresh machine ready; read by start.sh and test.sh, POSIX sh only.
#
# Sets `root` (the checkout) and defines `ready` (set everything up) and `run COMMAND...` (run it in
# the environment). Everything that is made stays inside the checkout: `.venv` holds the
# environment, `.uv` holds uv itself.

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
tools="$root/.uv"

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    say "Python 3.11 or later is needed, and none was found. On Debian or Ubuntu:"
    say "    apt-get install -y python3 python3-pip"
    exit 1
}

# What this system's glibc allows; the table is viewer/platform/versions.py. pip would only say that
# it found no version that fits. `qt` is set where only an older Qt than the pinned one loads here.
c_library() {
    qt=
    allowed=$(cd -- "$root" && "$python" -c 'import viewer.platform.versions as all; all.main()')
    # shellcheck disable=SC2086  # words of our own
    set -- $allowed
    case ${1:-} in
    short)
        say "Qt needs glibc $2 or later on this kind of processor; this system has $3."
        say "Please use a newer system: Qt's packages cannot be installed on this one."
        exit 1
        ;;
    older)
        qt=$2
        say "The newest Qt needs a later glibc than this system has: PySide6 $qt is taken instead."
        ;;
    esac
}

# What Qt loads from the system; the list is viewer/platform/libraries.py. $1 is what must work.
system_libraries() {
    packages=$(cd -- "$root" && "$python" -c 'import viewer.platform.libraries as all; all.main()')
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Qt may need system libraries that are not here; Debian calls them: $packages"
    elif [ "$(id -u)" -eq 0 ]; then
        say "Installing system libraries: $packages"
        apt_install
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        say "Installing system libraries through sudo: $packages"
        apt_install sudo
    else
        say "System libraries of Qt are missing. As root, run this line, then this script again:"
        say "    apt-get update && apt-get install -y $packages"
        [ "$1" = tests ] || exit 1
    fi
}

apt_install() { # with sudo in front, where that is given
    apt="env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $packages"
    # shellcheck disable=SC2086  # one word a package
    "$@" $apt >/dev/null 2>&1 || { "$@" apt-get update -qq >&2 && "$@" $apt >/dev/null; }
}

# uv of this machine, or one of our own. pip --target needs neither a venv nor the right to write
# into a Python that Debian manages.
find_uv() {
    if command -v uv >/dev/null 2>&1; then
        uv=uv
        return
    fi
    uv="$tools/bin/uv"
    [ -x "$uv" ] || pip install --target "$tools" --upgrade 'uv>=0.8,<1'
}

# uv does not read pip's settings: give it the index, the certificates and the folders that pip has
# been told of, unless uv has been told its own.
as_pip() {
    eval "$("$python" "$root/resources/pip_settings.py")"
}

ready() {
    find_python
    c_library
    system_libraries "$1"
    cd -- "$root"
    if [ -z "$qt" ]; then # uv knows the pinned Qt only
        if find_uv && as_pip && "$uv" sync --quiet --python "$python" 1>&2; then
            return
        fi
        say "uv could not set the environment up; trying pip, with the same versions."
    fi
    with_pip
}

with_pip() {
    [ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv
    "$python" "$root/resources/pip_settings.py" requirements >"$tools.requirements"
    "$python" "$root/resources/pip_settings.py" constraints "$qt" >"$tools.constraints"
    pip --python .venv/bin/python install --constraint "$tools.constraints" \
        --requirement "$tools.requirements" --editable .
}

pip() {
    if ! "$python" -m pip --version >/dev/null 2>&1; then
        say "pip is needed to fetch the rest. On Debian or Ubuntu: apt-get install -y python3-pip"
        exit 1
    fi
    PIP_QUIET=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
        "$python" -m pip "$@" >&2
}

run() { # from the folder where the person stands
    command=$1
    shift
    exec "$root/.venv/bin/$command" "$@"
}
