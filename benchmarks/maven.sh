#!/bin/sh
# What recording a build by Maven costs: this project's own modules, built without the extension and with it, in pairs that follow each
# other directly, so that what else the machine does hits both alike.
#   benchmarks/maven.sh [--pairs 20]    'clean compile' of seven modules
#   benchmarks/maven.sh --skipped       with the extension and -Dbengal.skip against without it
#   GOALS=validate benchmarks/maven.sh  another build: the shorter, the plainer what a build costs at least
# Pairs are kept in benchmarks/target/maven, by commit and build, and count again in the next run: a machine is seldom quiet for long.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
goals=${GOALS:-clean compile}

# As in site.sh: compiled together, and not again within what is measured.
(cd "$home" && mvn -q -B -Pquick -pl benchmarks,maven-extension -am package) >&2 </dev/null
program=$home/cli/target/quick/bengal.jar
touch "$program"
built=$(find "$home/maven-extension/target/quick" -maxdepth 1 -name 'bengal-maven-*.jar' ! -name '*-sources.jar' | head -n 1)

# A copy, since a build of the clone would replace the program that measures it.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$built" "$copy/extension.jar"
mkdir "$copy/project"
cp -R "$home/pom.xml" "$home/.mvn" "$copy/project"
for module in "$home"/*/pom.xml; do
    folder=${module%/pom.xml}
    mkdir -p "$copy/project/${folder##*/}"
    cp -R "$module" "$copy/project/${folder##*/}"
    [ ! -d "$folder/src" ] || cp -R "$folder/src" "$copy/project/${folder##*/}"
done

# The side that is measured against is a part of the name, too.
side=recorded
for argument in "$@"; do
    [ "$argument" != --skipped ] || side=skipped
done
commit=$(git -C "$home" rev-parse --short=8 HEAD)
runs=$home/benchmarks/target/maven/$commit-$side-$(printf %s "$goals" | tr -c 'A-Za-z0-9:\n' -).csv
mkdir -p "${runs%/*}"
cd "$copy/project"
# shellcheck disable=SC2086 # Goals are words.
"$java" "-Dbengal.home=$home" -cp "$program:$home/benchmarks/target/quick/classes" dev.bengal.benchmarks.Main maven \
    --jar "$copy/extension.jar" --runs "$runs" "$@" -- \
    mvn -o -q -B -Pquick -pl model,journal,collector,store,analysis,report,site $goals
