#!/bin/sh
# What a phase costs: runs the JMH benchmarks. Arguments go to JMH: benchmarks/phases.sh -f 1 -wi 2 -i 3
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$home" && mvn -q -B -Pquick,jmh -pl benchmarks/jmh -am package) >&2 </dev/null
exec "$java" -jar "$home/benchmarks/jmh/target/quick/benchmarks.jar" "$@"
