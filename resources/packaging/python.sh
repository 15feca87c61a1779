#!/bin/sh
# Builds the Python of a bundle, one that may be moved to any folder, from its source:
#
#     sh resources/packaging/python.sh SOURCE FOLDER [OPTION OF CONFIGURE...]
#
# SOURCE is an archive or a folder with the source of CPython. Run this on the oldest system that the
# bundle is for (in a chroot of it): the Python asks for the glibc that it is built against, and for
# nothing else, as what it takes of zlib, lzma and libffi goes into it. Needed are a C
# compiler, make, and these three with their headers and static libraries. Nothing is fetched. The
# same source makes the same bytes on the same system.

set -eu

PREFIX=/opt/python # Python's own; it looks for its library beside itself
LIBRARIES="libz.a liblzma.a libffi.a"
PACKAGES="build-essential zlib1g-dev liblzma-dev libffi-dev"
SPACE=700 # MB, while it is made
# What links a library that a bare desktop may lack, and what the program never asks for.
LEFT_OUT="_bz2 _crypt _curses _curses_panel _dbm _gdbm _hashlib _sqlite3 _ssl _tkinter _uuid nis
    ossaudiodev readline"
NEEDED="ctypes, decimal, hashlib, json, lzma, select, socket, unicodedata, xml.parsers.expat, zlib"

stop() {
    printf '%s\n' "$*" >&2
    exit 2
}

main() {
    [ $# -ge 2 ] || stop "Please name a source of Python and a folder: python.sh SOURCE FOLDER"
    source=$1 folder=$2
    shift 2
    [ -e "$source" ] || stop "$source is not there."
    if [ -e "$folder" ]; then
        rmdir -- "$folder" 2>/dev/null || stop "$folder is there already: please name another one."
    fi
    for program in cc make ar; do
        command -v "$program" >/dev/null || stop "$program is needed: apt-get install -y $PACKAGES"
    done
    mkdir -p -- "$folder.making" 2>/dev/null || stop "$folder cannot be written: please name another one."
    making=$(CDPATH='' cd -- "$folder.making" && pwd)
    trap 'rm -rf -- "$making"' EXIT
    finished=${making%.making}
    room
    unpack
    static_libraries
    build "$@"
    licences
    try
    mv -- "$making/root$PREFIX" "$finished"
    printf '%s\n' "$folder"
}

room() {
    free=$(df -Pk "$making" | tail -n 1 | sed 's/  */ /g' | cut -d ' ' -f 4)
    [ "$free" -ge $((SPACE * 1000)) ] || stop "There is no space at $folder: $SPACE MB are needed."
}

unpack() { # what was unpacked may be called as it likes
    mkdir -p "$making/source"
    if [ -d "$source" ]; then
        cp -R "$source/." "$making/source" 2>"$making/log" || stop "$(tail -n 1 "$making/log")"
    else
        tar -xf "$source" -C "$making/source" --strip-components=1 2>"$making/log" ||
            stop "$source is no archive: $(tail -n 1 "$making/log")"
    fi
    [ -f "$making/source/configure" ] || stop "$source holds no source of Python: no configure."
}

static_libraries() { # in a folder of their own: the linker takes them where no shared one is beside
    mkdir "$making/static"
    for library in $LIBRARIES; do
        path=$(cc -print-file-name="$library")
        [ -f "$path" ] || stop "$library is needed: apt-get install -y $PACKAGES"
        ln -s "$path" "$making/static/$library"
    done
}

build() {
    cd -- "$making/source"
    { echo '*disabled*' && printf '%s\n' $LEFT_OUT; } >Modules/Setup.local
    # No other program or library may meet these parts: Qt's own are of another version.
    hidden=$(echo "$LIBRARIES" | tr ' ' ':')
    export SOURCE_DATE_EPOCH=315532800 LC_ALL=C TZ=UTC
    quiet ./configure --prefix="$PREFIX" --without-ensurepip --disable-test-modules \
        CFLAGS=-g0 \
        LDFLAGS="-L$making/static -Wl,--exclude-libs,$hidden -s" "$@"
    quiet make -j "${JOBS:-2}"
    quiet make altinstall DESTDIR="$making/root"
}

quiet() { # the last words of a program that fails
    "$@" >"$making/log" 2>&1 || stop "$1 failed: $(tail -n 1 "$making/log")"
}

licences() { # of what goes into Python: the bundle takes this folder along
    root="$making/root$PREFIX"
    mkdir "$root/licenses"
    [ ! -f Doc/license.rst ] || cp Doc/license.rst "$root/licenses/incorporated-software.txt"
    listed="$root/licenses/packages.txt"
    for library in $LIBRARIES; do
        path=$(readlink "$making/static/$library")
        package=$(owner "$path" || owner "$(readlink -f "$path")" || true)
        text="/usr/share/doc/$package/copyright"
        if [ -n "$package" ] && [ -f "$text" ]; then
            cp "$text" "$root/licenses/$package.txt"
            form="deb/$(. /etc/os-release && echo "$ID") \${Package} \${Version}\n"
            dpkg-query -W -f "$form" "$package" >>"$listed"
        else
            echo "No licence of $library was found: please put it into licenses." >&2
        fi
    done
    [ ! -f "$listed" ] || sort -u -o "$listed" "$listed"
}

owner() { # the Debian package that a file is of
    dpkg -S "$1" 2>/dev/null | head -n 1 | cut -d : -f 1 | grep .
}

try() { # where it was not built for: a part that failed to build would be missed late
    python=$(ls "$making/root$PREFIX/bin/"python3.* | grep -v config | head -n 1)
    "$python" -IBc "import $NEEDED" 2>"$making/log" || stop "Python lacks a part: $(tail -n 1 "$making/log")"
}

main "$@"
