#!/bin/sh
# How fast a long history answers, and what appending to it takes: whole processes on made-up histories.
#   benchmarks/history.sh [--builds 1000,10000,100000,1000000] [--runs 7] [--work DIR] [--plot FILE.svg]
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# As in site.sh: compiled together, and not again within what is measured; started with the archive of class data.
jar=$home/cli/target/quick/bengal.jar
(cd "$home" && mvn -q -B -Pquick -pl benchmarks -am package) >&2 </dev/null
touch "$jar"
BENGAL_CLASS_DATA=now "$home/bengal" --version >/dev/null
exec "$java" "-Dbengal.home=$home" -cp "$jar:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.Main history "$@"
