#!/bin/sh
# sh packaging/test.sh [PYTEST-ARGUMENT...]
#
# Sets up all that the tests need and runs them: the whole house, or what the arguments say. Each test process starts a
# screen of its own (tests/display.py) and prints to a spooler of its own (tests/spooler.py).
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$top/packaging/system.sh"
. "$top/packaging/environment.sh"

choose_environment requirements-dev
choose_python || exit "$MISSING_PART"
# shellcheck disable=SC2046  # a list of packages
install_packages $(missing_for_running) $(missing_for_testing) || exit "$MISSING_PART"
make_environment requirements-dev || exit
[ $# -gt 0 ] || set -- -n auto

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$top"
env -i PATH="$PATH" HOME="$scratch" LANG=C.UTF-8 TZ=UTC ${CI:+CI="$CI"} "$venv/bin/python" -m pytest "$@"
