#!/bin/sh
# How fast the dashboard is: its file, its pages and a long timeline in Chromium, and its API over a million builds.
#   benchmarks/dashboard.sh [--builds 100000] [--asked 1000000]
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# As in history.sh: compiled together, and not again within what is measured; started with the archive of class data.
built=$home/benchmarks/browser/target/quick
(cd "$home" && mvn -q -B -Pquick,browser -pl benchmarks/browser,cli -am package) >&2 </dev/null
touch "$home/cli/target/quick/bengal.jar"
BENGAL_CLASS_DATA=now "$home/bengal" --version >/dev/null
exec "$java" "-Dbengal.home=$home" -cp "$built/classes:$(cat "$built/libraries.txt")" dev.bengal.benchmarks.browser.DashboardSpeed "$@"
