# What FactDesk needs from the system, and how it gets there. Sourced by run.sh, test.sh and lock.sh, which set $top.
# The libraries of the window stand in factdesk/libraries.py, since the program asks for them too.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154  # names shared with the scripts that source this

# The exit codes of factdesk for the same trouble.
NO_ARTICLE=3
MISSING_PART=10

# What the tests need besides, one a line: a file that proves it is there, and its package.
TEST_TOOLS="\
/usr/bin/Xvfb xvfb
/usr/bin/openbox openbox
/usr/bin/dbus-run-session dbus-daemon
/usr/libexec/at-spi2-registryd at-spi2-core
/usr/bin/lp cups-client
/usr/sbin/cupsd cups-daemon
/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd cups-filters
/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf fonts-noto-core
/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf fonts-noto-color-emoji
/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf fonts-droid-fallback"

say() { printf 'FactDesk: %s\n' "$*" >&2; }

# Print a Python that is new enough, the one named before the machine's own; fail where there is none.
find_python() {
    for candidate in "$@" python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Print the packages that are missing for a virtual environment made with $python, and for the window.
missing_for_running() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    "$python" -I "$top/factdesk/libraries.py"
}

missing_for_testing() {
    printf '%s\n' "$TEST_TOOLS" | while read -r proof package; do
        [ -e "$proof" ] || printf '%s\n' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null
}

# Install the packages named, if any; say so, and fail, where that is not permitted or does not work.
install_packages() {
    [ $# -gt 0 ] || return 0
    if ! may_install; then
        say "this machine lacks system packages that this account may not install; ask for:"
        say "    apt-get install $*"
        return 1
    fi
    say "installing system packages: $*"
    apt update && apt install --no-install-recommends "$@" && return 0
    say "apt-get could not install them"
    return 1
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}
