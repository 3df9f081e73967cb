#!/bin/sh
# Whether every connector of the keeper runs with all its tasks and moves. Prints what is wrong. The keeper writes its report
# every second, to /tmp/keeper-health unless an argument names another file.
report=${1:-/tmp/keeper-health}
[ -n "$(find "$report" -mmin -1 2>/dev/null)" ] || { echo "The keeper has not reported for a minute."; exit 1; }
tail -n +2 "$report"
[ "$(head -n 1 "$report")" = healthy ]
