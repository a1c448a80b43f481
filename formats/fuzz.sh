#!/bin/sh
# Looks for files that harm the reader of results:  formats/fuzz.sh [SECONDS [FORMAT]]  (60 by default, and all formats by turns).
# Needs Maven and the network once. What it finds is written to src/test/resources/dev/bengal/formats/fuzz/crashes, which every build replays.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
format=${2:-}
corpus=formats/src/test/resources/dev/bengal/formats/fuzz
# In one call, since only then are the classes of the other modules found where they were compiled.
mvn -q -Pfuzz -pl formats -am test-compile org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dspotless.check.skip=true -Dmdep.outputFile=target/fuzz.classpath -Dmdep.includeScope=test
mkdir -p formats/target/fuzz
exec java -Xmx1g ${format:+"-Dbengal.fuzz.format=$format"} -cp "formats/target/classes:formats/target/test-classes:$(cat formats/target/fuzz.classpath)" \
    com.code_intelligence.jazzer.Jazzer --target_class=dev.bengal.formats.fuzz.ImportFuzzer \
    --instrumentation_includes='dev.bengal.formats.**' --reproducer_path=formats/target/fuzz \
    -artifact_prefix="$corpus/crashes/" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2500 \
    formats/target/fuzz "$corpus/seeds" "$corpus/crashes"
