#!/bin/sh
# How well changes are found and builds are judged, on series of which the truth is known.
#   benchmarks/changepoints.sh score [FILE] [--online]     FILE: labelled series as JSON lines; without, fresh ones
#   benchmarks/changepoints.sh generate --seed 7           such a file
#   benchmarks/changepoints.sh power                       how often check fails without a reason, and how often it sees a step
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$home/cli/target/quick/bengal.jar
(cd "$home" && mvn -q -B -Pquick -pl benchmarks -am package) >&2 </dev/null
touch "$jar"
exec "$java" -cp "$jar:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.changepoints.ChangePointsMain "$@"
