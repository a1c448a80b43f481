#!/bin/sh
# What it takes to start a short command: the JVM alone, 'bengal --version' and 'bengal perf', with class data and without.
#   benchmarks/start.sh [--rounds 20] [--builds 10,200] ...
#   benchmarks/start.sh --help
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# As in site.sh: compiled together, and not again within what is measured.
jar=$home/cli/target/quick/bengal.jar
(cd "$home" && mvn -q -B -Pquick -pl benchmarks -am package) >&2 </dev/null
touch "$jar"
exec "$java" "-Dbengal.home=$home" -cp "$jar:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.Main start "$@"
