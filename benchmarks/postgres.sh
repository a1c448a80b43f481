#!/bin/sh
# What a shared history costs: fills a PostgreSQL server that it starts itself, in steps of ten times as many builds.
#   benchmarks/postgres.sh [MOST]                            # builds, 100000 by default
#   benchmarks/postgres.sh MOST USER@HOST:PORT/DATABASE      # an empty database of a server that is there
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$home" && mvn -q -B -Pquick,postgres -pl benchmarks/postgres -am package) >&2 </dev/null
exec "$java" -jar "$home/benchmarks/postgres/target/quick/benchmarks.jar" "$@"
