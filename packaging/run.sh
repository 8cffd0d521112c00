#!/bin/sh
# sh packaging/run.sh [ARTICLE]
#
# Sets FactDesk up where that was not done yet and opens its window on ARTICLE, or on the sample. Where there is no
# display, writes the working report of the article to a PDF and prints its path.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$top/packaging/system.sh"
. "$top/packaging/environment.sh"

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# A report needs no window, but it does need an environment.
can_do_without() {
    case $* in *-venv*) return 1 ;; esac
    ! has_display && say "going on without a window"
}

write_report() {
    article=${1:-$("$venv/bin/python" -c 'from factdesk.assets import sample_article; print(sample_article())')}
    name=$(basename -- "$article")
    folder=$PWD
    [ -w "$folder" ] || folder=${TMPDIR:-/tmp}
    report="$folder/${name%.*}-report.pdf"
    say "no display here: writing the working report of $name"
    exec "$venv/bin/factdesk" report "$article" --to "$report" # which prints the path
}

if [ $# -gt 0 ] && [ ! -e "$1" ]; then
    say "there is no file $1; look at the name and the folder."
    exit "$NO_ARTICLE"
fi
choose_environment requirements
choose_python || exit "$MISSING_PART"
missing=$(missing_for_running)
# shellcheck disable=SC2086  # a list of packages
install_packages $missing || can_do_without $missing || exit "$MISSING_PART"
make_environment requirements || exit

if ! has_display; then
    write_report "$@"
elif [ $# -gt 0 ]; then
    exec "$venv/bin/factdesk" "$@"
else
    exec "$venv/bin/factdesk" --sample
fi
