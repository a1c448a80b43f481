#!/bin/sh
# Bengal beside Hugo, and Eleventy, Pelican and JBake where they are there: cold full builds of the same content with equal features (below the table: what one does less), whole processes, and Bengal's incremental builds.
#   benchmarks/sites.sh [--pages 100,1000,10000] [--rounds 7] [--work /dev/shm/bengal-sites]
#   benchmarks/sites.sh --eleventy node_modules/@11ty/eleventy     Eleventy too (npm install @11ty/eleventy)
#   benchmarks/sites.sh --pelican pelican          Pelican too (on Debian: apt-get install pelican)
#   benchmarks/sites.sh --jbake /tmp/jbake         JBake too (mvn -f benchmarks/jbake dependency:copy-dependencies -DoutputDirectory=/tmp/jbake)
#   benchmarks/sites.sh --alone --pages 10000      Bengal alone: its full and its incremental builds
#   benchmarks/sites.sh --help
# Needs hugo (on Debian: apt-get install hugo) and a file system in memory with 1 GB free.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

case " $* " in
    *' --alone '*) ;;
    *)
        command -v hugo >/dev/null 2>&1 || {
            printf 'sites.sh: hugo was not found; on Debian: apt-get install hugo\n' >&2
            exit 2
        }
        ;;
esac

# As in site.sh: compiled together, not again within what is measured, and with class data from the first run on.
jar=$home/cli/target/quick/bengal.jar
(cd "$home" && mvn -q -B -Pquick -pl benchmarks -am package) >&2 </dev/null
touch "$jar"
BENGAL_CLASS_DATA=now "$home/bengal" --version >/dev/null
exec "$java" "-Dbengal.home=$home" -cp "$jar:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.Main sites "$@"
