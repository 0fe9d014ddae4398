# Sourced by ./run, ./test and .ci/run: what must be there before anything is built.
# shellcheck shell=bash

# The first release whose package tools read Package.swift.
readonly swift_major=6 swift_minor=2

# What every build links, as Debian and Ubuntu call it.
# shellcheck disable=SC2034 # read by whoever sources this
readonly build_packages=(libsqlite3-dev libyaml-dev)

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 2
}

# Ends the script unless a new enough Swift is on the PATH.
need_swift() {
    local found major minor
    command -v swift >/dev/null ||
        fail "swift is not on the PATH; kb needs Swift $swift_major.$swift_minor or newer: https://www.swift.org/install"
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    read -r major minor <<<"$found" || fail "cannot tell the version of $(command -v swift)"
    if ((major < swift_major || (major == swift_major && minor < swift_minor))); then
        fail "Swift $major.$minor is too old; kb needs $swift_major.$swift_minor or newer: https://www.swift.org/install"
    fi
}

# Installs those of the named packages that are missing; silent when none is.
need_packages() {
    local name missing=() as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        printf '%s: no apt-get here; make sure these are installed: %s\n' "${0##*/}" "$*" >&2
        return
    fi
    for name in "$@"; do
        # shellcheck disable=SC2016 # ${…} is dpkg-query's own placeholder
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" != installed ]; then
            missing+=("$name")
        fi
    done
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "missing packages, and no sudo to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    printf '%s: installing %s\n' "${0##*/}" "${missing[*]}" >&2
    "${as_root[@]}" apt-get -qq update </dev/null >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends "${missing[@]}" </dev/null >&2
}

# The folder of the compiler's own libraries; arguments as to the compiler.
swift_resources() {
    swiftc -print-target-info "$@" | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p'
}

# Whether a program can be linked that needs nothing on the machine it runs on.
can_link_statically() {
    local library
    [ -d "$(swift_resources -static-stdlib)" ] || return 1
    for library in libsqlite3.a libyaml.a libc.a; do
        [ -n "$(find /usr/lib /usr/lib64 -name "$library" -print -quit 2>/dev/null)" ] || return 1
    done
}

# Builds kb as it is released and leaves the program's path in `kb`. Arguments go to `swift build`.
build_release() {
    local flags=(-c release --product kb)
    # A static program starts in 0.6 ms, a dynamic one in several times that; a cold query feels the difference.
    if can_link_statically; then
        flags+=(--static-swift-stdlib -Xswiftc -static-executable)
        # The default linker warns about functions of the C library that kb never calls.
        if [ -x "$(swift_resources)/../../bin/ld.lld" ]; then
            flags+=(-Xswiftc -use-ld=lld)
        fi
    fi
    swift build "${flags[@]}" "$@" >&2
    # shellcheck disable=SC2034 # read by whoever sources this
    kb=$(swift build "${flags[@]}" --show-bin-path)/kb
}
