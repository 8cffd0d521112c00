#!/bin/sh
# sh packaging/lock.sh [--upgrade]
#
# Writes the locks anew after a change in pyproject.toml; --upgrade also takes newer versions. The locks hold for Linux,
# macOS and Windows and for every Python from 3.11 on, and name no address: packages come from where pip is set up to look.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$top/packaging/system.sh"

UV=0.13.9

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=$(find_python python3)
"$python" -m venv "$scratch"
"$scratch/bin/python" -m pip install -q --disable-pip-version-check "uv==$UV"
cd "$top"

# What building needs is locked with what running needs, so that nothing is fetched beside the lock.
"$python" -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
    >"$scratch/build.in"

compile() {
    lock="packaging/$1.lock"
    shift
    "$scratch/bin/uv" pip compile -q --no-config --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate "$@" -o "$lock" pyproject.toml "$scratch/build.in"
    say "$lock: $(grep -c == "$lock") packages"
}

compile requirements "$@"
compile requirements-dev -c packaging/requirements.lock --group dev "$@"
