#!/bin/sh
# What recording a build by Maven costs: this project's own modules, packaged with the extension, with it and -Dbengal.skip, and
# without it, in turn, so that what else the machine does hits all three alike.
#   benchmarks/maven.sh [-r 10] ...     takes the options of 'bengal perf bench'
#   GOALS=validate benchmarks/maven.sh  another build than 'clean compile': the shorter, the plainer what a build costs at least
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$home" && mvn -q -B -Pquick -pl cli -am package) >&2 </dev/null
touch "$home/cli/target/quick/bengal.jar"
jar=$(find "$home/maven-extension/target/quick" -maxdepth 1 -name 'bengal-maven-*.jar' ! -name '*-sources.jar' | head -n 1)

# A copy, since a build of the clone would replace the program that measures it.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R "$home/pom.xml" "$home/.mvn" "$copy"
for module in "$home"/*/pom.xml; do
    folder=${module%/pom.xml}
    mkdir -p "$copy/${folder##*/}"
    cp -R "$module" "$copy/${folder##*/}"
    [ ! -d "$folder/src" ] || cp -R "$folder/src" "$copy/${folder##*/}"
done
cd "$copy"

build='mvn -o -q -B -Pquick -pl model,journal,collector,store,analysis,report,site '${GOALS:-clean compile}
set -- --scenario without --scenario skipped --scenario recorded \
    --command "env MAVEN_SKIP_RC=1 $build" \
    --command "env MAVEN_SKIP_RC=1 MAVEN_OPTS=-Dmaven.ext.class.path=$jar $build -Dbengal.skip" \
    --command "env MAVEN_SKIP_RC=1 MAVEN_OPTS=-Dmaven.ext.class.path=$jar $build" "$@"
"$home/bengal" perf bench "$@"
