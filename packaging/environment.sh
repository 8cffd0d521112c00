# The virtual environment: made once, and again when what is locked has changed. Sourced after system.sh.
# shellcheck shell=sh
# shellcheck disable=SC2154  # $top comes from the script

# Where it lies: in the checkout, or with the person's own data where the checkout may not be written.
choose_environment() {
    venv="$top/.venv"
    if is_current "$1" || { [ -w "$top" ] && { [ ! -e "$venv" ] || [ -w "$venv" ]; }; }; then
        return
    fi
    venv="${XDG_DATA_HOME:-$HOME/.local/share}/factdesk/venv"
}

# What an environment was made from; a copied or moved checkout, another Python or another lock make another line.
stamp() {
    printf '%s %s\n' "$top" "$("$venv/bin/python" -V 2>&1)"
    cksum <"$top/packaging/$1.lock"
    cksum <"$top/pyproject.toml"
}

is_current() {
    [ -f "$venv/$1.stamp" ] && [ "$(cat "$venv/$1.stamp")" = "$(stamp "$1")" ]
}

# Set $python to one that can make the environment.
choose_python() {
    python=$(find_python "$venv/bin/python") && return
    install_packages python3 python3-venv && python=$(find_python) && return
    say "FactDesk needs Python 3.11 or later, and there is none here."
    return 1
}

# Make the environment from packaging/$1.lock, unless it is as it should be. The lock names all there is, so nothing is
# worked out anew (older versions of pip stumble over extras there). Two that start at once make it one after the other,
# and the second finds it made; where there is no flock, nobody waits.
make_environment() {
    is_current "$1" && return
    mkdir -p "$(dirname "$venv")" || return 1
    (
        if command -v flock >/dev/null; then flock 9; fi
        is_current "$1" || make_it "$1"
    ) 9>"${TMPDIR:-/tmp}/factdesk-environment-$(id -u).lock"
}

make_it() {
    say "making $venv with $("$python" -V) (about a minute)"
    "$python" -m venv --clear "$venv" &&
        pip_install --require-hashes --no-deps -r "$top/packaging/$1.lock" &&
        pip_install --no-index --no-deps --no-build-isolation -e "$top" || return 1
    # The environment of the tests holds all that running needs, in the same versions.
    stamp requirements >"$venv/requirements.stamp"
    stamp "$1" >"$venv/$1.stamp"
}

pip_install() {
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input "$@"
}
