#!/bin/sh
# How fast the dashboard is: its file, its pages and a long timeline in Chromium, and its API over histories of up to a million builds.
#   benchmarks/dashboard.sh                                 all of it
#   benchmarks/dashboard.sh file drawing [--builds 100000]  parts of it
#   benchmarks/dashboard.sh answers --builds 1000000        the API at one length
# Histories that are missing are made, in benchmarks/target/histories or the folder that --work names.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# As in history.sh: compiled together, and not again within what is measured; started with the archive of class data.
built=$home/benchmarks/browser/target/quick
(cd "$home" && mvn -q -B -Pquick,browser -pl benchmarks/browser,cli -am package) >&2 </dev/null
touch "$home/cli/target/quick/bengal.jar"
BENGAL_CLASS_DATA=now "$home/bengal" --version >/dev/null
exec "$java" "-Dbengal.home=$home" -cp "$built/classes:$(cat "$built/libraries.txt")" dev.bengal.benchmarks.browser.DashboardSpeed "$@"
