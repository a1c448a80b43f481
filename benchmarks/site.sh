#!/bin/sh
# What recording costs: builds synthetic sites with ./bengal, recorded and not, in pairs.
#   benchmarks/site.sh [measure] [--pages 100,1000] [--pairs 20] [--output UNCHANGED] [--control] ...
#   benchmarks/site.sh allocations [--pages 1000] ...   with --allocations against without
#   benchmarks/site.sh pieces [--pages 1000] ...        the launcher's pieces of memory against the JVM's own
#   benchmarks/site.sh accuracy
#   benchmarks/site.sh generate --pages 1000 DIR
#   benchmarks/site.sh measure --help
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Compiled together, since the classes of the benchmarks use some of bengal.jar. Maven leaves a jar with the same content as
# old as it was; the launcher would find it older than the sources, and compile again within what is measured.
jar=$home/cli/target/quick/bengal.jar
(cd "$home" && mvn -q -B -Pquick -pl benchmarks -am package) >&2 </dev/null
touch "$jar"
# Before anything is measured, so that all builds start alike.
BENGAL_CLASS_DATA=now "$home/bengal" --version >/dev/null

case ${1:-} in
    measure | allocations | pieces | accuracy | generate | -h | --help) ;;
    *) set -- measure "$@" ;;
esac
exec "$java" "-Dbengal.home=$home" -cp "$jar:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.Main "$@"
