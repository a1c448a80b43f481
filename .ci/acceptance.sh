#!/usr/bin/env bash
# What the command promises, shown on whole processes. Of its history: a build that is terminated leaves a record, and many
# builds at once lose none. Of its start: class data is archived at first use, and whatever stands against that stops nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
export XDG_CACHE_HOME=$scratch/cache
jar=cli/target/quick/bengal.jar
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "acceptance: $1" >&2
    exit 1
}

# Waits until a condition holds, for a minute at most.
await() {
    local tries=6000
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || fail "gave up waiting for: $*"
        sleep 0.01
    done
}

terminated_build_is_recorded() {
    local site=$scratch/large build code=0
    mkdir -p "$site/content"
    for page in $(seq 1 4000); do
        printf -- '---\ntitle: Page %s\n---\n\n# Page %s\n\n| a | b |\n|---|---|\n| 1 | 2 |\n' "$page" "$page" \
            >"$site/content/page-$page.md"
    done
    ./bengal build "$site" -o "$scratch/out" &
    build=$!
    await test -d "$scratch/out/page-1"
    kill -TERM "$build"
    wait "$build" || code=$?
    [ "$code" -eq 143 ] || fail "a terminated build ended with $code, not 143"
    grep -q '"outcome":"interrupted"' "$site/.bengal-metrics/history.jsonl" || fail "a terminated build left no record"
    echo "terminated build: recorded as interrupted"
}

# The first file that a JVM opens would take its place.
closed_stdin_is_an_empty_one() {
    local bytes
    mkdir -p "$scratch/closed"
    bytes=$(./bengal -C "$scratch/closed" perf run -- wc -c <&-)
    [ "$bytes" -eq 0 ] || fail "a command read $bytes bytes from a closed stdin"
    echo "closed stdin: empty for the command"
}

# As cron and containers start it.
folder_without_a_locale_is_entered() {
    local said folder=$scratch/größe home=$PWD
    mkdir -p "$folder"
    said=$(cd "$folder" && env -i PATH="$PATH" HOME="$HOME" BENGAL_CLASS_DATA=off "$home/bengal" perf run -- echo größer)
    [ "$said" = größer ] || fail "in a folder with umlauts and without a locale a command said '$said'"
    grep -q '"outcome":"success"' "$folder/.bengal-metrics/history.jsonl" || fail "it was not recorded as a success"
    echo "no locale: a folder with umlauts is entered"
}

builds_at_once_lose_nothing() {
    local site=$scratch/small processes=8 builds=100
    mkdir -p "$site/content"
    printf '# Home\n' >"$site/content/_index.md"
    seq 1 $builds | xargs -P $processes -I{} ./bengal build "$site" -o "$scratch/small-{}" >"$scratch/lines" 2>"$scratch/words"
    local lines
    lines=$(wc -l <"$site/.bengal-metrics/history.jsonl")
    [ "$lines" -eq $builds ] || fail "$builds builds left $lines lines"
    ./bengal perf -C "$site" -n 1000 --format json >"$scratch/records.json" 2>"$scratch/findings"
    [ ! -s "$scratch/findings" ] || fail "damaged lines: $(cat "$scratch/findings")"
    [ "$(grep -c '^{' "$scratch/records.json")" -eq $builds ] || fail "not all of $builds builds were read"
    echo "$builds builds in $processes processes: $lines whole lines"
}

# Runs the command with a cache of its own, $1, as outside of CI.
with_cache() {
    local cache=$1
    shift
    env -u CI XDG_CACHE_HOME="$cache" "$@"
}

archives() {
    find "$1" '(' -name '*.jsa' -o -name '*.aot' ')' ! -name '*.perf.*' ! -name '*.serve.*' 2>/dev/null
}

is_archived() {
    [ -n "$(archives "$1")" ]
}

# Whether there is one that is no older than the jar. Cheap to ask again and again, so that the one who makes it gets on.
is_current() {
    local archive
    archive=$(archives "$1")
    [ -n "$archive" ] && ! [ "$jar" -nt "$archive" ]
}

# Whether the command's own classes come out of an archive in the cache $1.
uses_archive() {
    with_cache "$1" BENGAL_CLASS_DATA="${2:-auto}" BENGAL_JAVA_OPTS="-Xlog:class+load:file=$scratch/classes" \
        ./bengal --version >"$scratch/said"
    grep -q 'dev.bengal.cli.Main source: shared objects file' "$scratch/classes"
}

# What every start has to do whatever becomes of the archive: print these lines and nothing else.
starts_well() {
    "$@" ./bengal --version >"$scratch/said" 2>"$scratch/complaint" || fail "'$* ./bengal --version' failed: $(cat "$scratch/complaint")"
    cmp -s "$scratch/said" "$scratch/version" || fail "'$* ./bengal --version' printed: $(cat "$scratch/said")"
}

starts_silently() {
    starts_well "$@"
    [ ! -s "$scratch/complaint" ] || fail "'$* ./bengal --version' complained: $(cat "$scratch/complaint")"
}

first_use_makes_an_archive() {
    local cache=$scratch/first
    [ "$(with_cache "$cache" ./bengal --version)" = "$(cat "$scratch/version")" ] || fail "the first use printed something else"
    ! is_archived "$cache" || fail "the first use waited for the archive"
    await is_archived "$cache"
    uses_archive "$cache" || fail "the archive is not in use"
    [ -n "$(find "$cache" -name '*.perf.*')" ] || fail "'perf' has no archive of its own"
    with_cache "$cache" BENGAL_JAVA_OPTS="-Xlog:class+load:file=$scratch/classes" ./bengal perf -C "$scratch" >/dev/null
    grep -q 'dev.bengal.cli.PlainPerf source: shared objects file' "$scratch/classes" || fail "'perf' starts without its archive"
    [ -n "$(find "$cache" -name '*.serve.*')" ] || fail "'perf serve' has no archive of its own"
    local dash
    if dash=$(command -v dash); then
        [ "$(with_cache "$cache" "$dash" ./bengal --version)" = "$(cat "$scratch/version")" ] || fail "dash printed something else"
    fi
    echo "class data: made in the background at first use, used by the second"
}

# A folder for temporary files that is missing shows that nothing is unpacked there.
sqlite_is_unpacked_once() {
    local cache=$scratch/first site=$scratch/long line
    mkdir -p "$site/.bengal-metrics"
    line=$(head -n 1 "$scratch/small/.bengal-metrics/history.jsonl")
    for i in $(seq 1 1000); do
        printf '%s\n' "${line/\"build_id\":\"/\"build_id\":\"$i-}"
    done >"$site/.bengal-metrics/history.jsonl"
    with_cache "$cache" BENGAL_CLASS_DATA=now BENGAL_JAVA_OPTS="-Dorg.sqlite.tmpdir=$scratch/missing" \
        ./bengal perf -C "$site" >/dev/null 2>"$scratch/complaint" || fail "a long history cannot be read: $(cat "$scratch/complaint")"
    [ ! -s "$scratch/complaint" ] || fail "a long history: $(cat "$scratch/complaint")"
    [ -s "$site/.bengal-metrics/index.sqlite" ] || fail "a long history got no index"
    echo "class data: SQLite comes from beside the archive"
}

rebuilt_jar_gets_another_archive() {
    local cache=$scratch/first old
    old=$(archives "$cache")
    sleep 1 # file times of whole seconds
    touch "$jar"
    ! uses_archive "$cache" || fail "an archive older than the jar is in use"
    await is_current "$cache"
    uses_archive "$cache" || fail "the archive of the newer jar is not in use"
    echo 1-1 >"$jar.number"
    ! uses_archive "$cache" off || fail "an archive is in use that was not asked for"
    uses_archive "$cache" now || fail "the archive of the new number is not in use"
    [ "$(archives "$cache" | wc -l)" -eq 1 ] || fail "archives of the jars before were left: $(archives "$cache")"
    [ "$(archives "$cache")" != "$old" ] || fail "the archive has the name of the one before"
    rm -f "$jar.number"
    echo "class data: made anew for a new jar, the old one removed"
}

# One that waited while another made the archive makes none; one that was slow takes nothing away from a newer jar's.
late_makers_make_nothing() {
    local cache=$scratch/first archive before
    uses_archive "$cache" now || fail "no archive to keep: $(find "$cache" -name '*.failed' -exec cat {} +)"
    archive=$(archives "$cache")
    before=$(stat -c '%i %y' "$archive")
    make_by_hand "$cache" "$archive"
    make_by_hand "$cache" "${archive/0-0-/1-1-}"
    [ "$(archives "$cache")" = "$archive" ] || fail "late makers left $(archives "$cache"), not $archive"
    [ "$(stat -c '%i %y' "$archive")" = "$before" ] || fail "the archive was made again"
    echo "class data: late makers make nothing and take nothing away"
}

# What the launcher starts for the archive $2.
make_by_hand() {
    local java
    java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
    sh cli/launcher/class-data.sh "$java" "$PWD/$jar" "$2" "$1/bengal"
}

damaged_archive_stops_nothing() {
    local archive
    uses_archive "$scratch/first" now || fail "no archive to damage: $(find "$scratch/first" -name '*.failed' -exec cat {} +)"
    archive=$(archives "$scratch/first")
    rm -f "$archive"
    echo noise >"$archive"
    starts_silently with_cache "$scratch/first"
    : >"$archive"
    starts_silently with_cache "$scratch/first"
    echo "class data: a damaged archive is passed over without a word"
}

no_cache_stops_nothing() {
    echo "a file" >"$scratch/file"
    starts_silently with_cache "$scratch/file"
    starts_silently with_cache "$scratch/file/below"
    starts_silently env -u HOME -u XDG_CACHE_HOME
    starts_silently env -u XDG_CACHE_HOME HOME="$scratch/nobody"
    [ ! -e "$scratch/nobody" ] || fail "a home that did not exist was made"
    starts_silently env XDG_CACHE_HOME=relative HOME="$scratch/nobody"
    [ ! -e relative ] || fail "a relative cache folder was made"
    starts_silently env CI=true XDG_CACHE_HOME="$scratch/unasked"
    starts_silently env BENGAL_CLASS_DATA=off XDG_CACHE_HOME="$scratch/unasked"
    [ ! -e "$scratch/unasked" ] || fail "class data was made where it was not to be"
    echo "class data: no cache folder, no home, CI, switched off: the command starts all the same"
}

full_disk_stops_nothing() {
    local cache=$scratch/full
    (
        ulimit -f 2048 # of 512 bytes, or of 1024: less than any archive
        starts_well with_cache "$cache" BENGAL_CLASS_DATA=now
    )
    ! is_archived "$cache" || fail "an archive fitted where it could not"
    [ -n "$(find "$cache" -name '*.failed')" ] || fail "nothing tells why there is no archive"
    [ -z "$(find "$cache" -name '*.making*')" ] || fail "a half archive was left"
    starts_silently with_cache "$cache"
    echo "class data: a full disk leaves a note and nothing half made"
}

# A Java without class-data archives.
unable_java_stops_nothing() {
    local java real fake=$scratch/unable
    java=${JAVA_HOME:+$JAVA_HOME/bin/java}
    java=$(readlink -f "${java:-$(command -v java)}")
    real=$(dirname "$(dirname "$java")")
    mkdir -p "$fake/bin"
    cp "$real/release" "$fake/release"
    printf '#!/bin/sh\ncase "$*" in *-Xshare:dump* | *-XX:AOTCacheOutput*) echo "unknown option" >&2; exit 1 ;; esac\nexec "%s" "$@"\n' "$java" >"$fake/bin/java"
    chmod +x "$fake/bin/java"
    starts_well with_cache "$scratch/none" JAVA_HOME="$fake" BENGAL_CLASS_DATA=now
    ! is_archived "$scratch/none" || fail "a Java that cannot made an archive"
    grep -rq 'unknown option' "$scratch/none" || fail "nothing tells why there is no archive"
    starts_silently with_cache "$scratch/none" JAVA_HOME="$fake"
    echo "class data: a Java that has none starts all the same"
}

# The figures of the heap are then exact: what was missed would be named.
a_build_leaves_no_log_of_its_collections() {
    local cache=$scratch/collections site=$scratch/collected
    with_cache "$cache" BENGAL_CLASS_DATA=now ./bengal new "$site" >/dev/null
    with_cache "$cache" BENGAL_JAVA_OPTS="-Xmn1m -Xlog:gc:file=$scratch/pauses" ./bengal build "$site" >/dev/null || fail "a build failed with a log of its collections"
    [ "$(grep -c Pause "$scratch/pauses")" -gt 1 ] || fail "there was no collection to write down"
    with_cache "$cache" ./bengal perf show -C "$site" >"$scratch/shown"
    grep -q '^  collections' "$scratch/shown" || fail "no collection was recorded: $(cat "$scratch/shown")"
    ! grep -q 'heap.*estimate' "$scratch/shown" || fail "a collection was missed: $(cat "$scratch/shown")"
    with_cache "$cache" ./bengal build --no-metrics "$site" >/dev/null
    with_cache "$cache" ./bengal build --help >/dev/null
    ! with_cache "$cache" ./bengal build --no-such-option 2>/dev/null || fail "an option that there is not was taken"
    [ -z "$(find "$cache" -name '*.collections')" ] || fail "a log of collections was left"
    echo "class data: a build's collections are written down, and the log is gone"
}

several_at_once_make_one_archive() {
    local cache=$scratch/together i
    for i in 1 2 3; do
        with_cache "$cache" BENGAL_CLASS_DATA=now ./bengal --version >"$scratch/said-$i" 2>"$scratch/complaint-$i" &
    done
    wait
    for i in 1 2 3; do
        cmp -s "$scratch/said-$i" "$scratch/version" || fail "one of several printed: $(cat "$scratch/said-$i")"
        [ ! -s "$scratch/complaint-$i" ] || fail "one of several complained: $(cat "$scratch/complaint-$i")"
    done
    [ "$(find "$cache" -type f | wc -l)" -eq 4 ] || fail "several at once left $(find "$cache" -type f)"
    uses_archive "$cache" || fail "the archive is not in use"
    echo "class data: three at once made one archive"
}

# The process that makes the archive, as it notes itself.
maker() {
    cat "$1/bengal$(pwd -P)"/*.making/pid 2>/dev/null
}

has_maker() {
    [ -n "$(maker "$1")" ]
}

killed_making_is_made_up_for() {
    local cache=$scratch/killed
    with_cache "$cache" BENGAL_CLASS_DATA=now ./bengal --version >"$scratch/said" 2>"$scratch/complaint" &
    await has_maker "$cache"
    kill -9 "$(maker "$cache")"
    wait
    ! is_archived "$cache" || fail "killed, and there is an archive"
    cmp -s "$scratch/said" "$scratch/version" || fail "the command whose archive was killed printed: $(cat "$scratch/said")"
    starts_well with_cache "$cache" BENGAL_CLASS_DATA=now
    uses_archive "$cache" || fail "after a kill there is no archive: $(find "$cache" -name '*.failed' -exec cat {} +)"
    [ -z "$(find "$cache" -name '*.making*')" ] || fail "what was left half made is still there"
    echo "class data: killed in the middle, made by the next"
}

BENGAL_CLASS_DATA=off ./bengal --version >"$scratch/version"
BENGAL_CLASS_DATA=off terminated_build_is_recorded
BENGAL_CLASS_DATA=off closed_stdin_is_an_empty_one
folder_without_a_locale_is_entered
BENGAL_CLASS_DATA=off builds_at_once_lose_nothing
first_use_makes_an_archive
sqlite_is_unpacked_once
rebuilt_jar_gets_another_archive
late_makers_make_nothing
damaged_archive_stops_nothing
no_cache_stops_nothing
full_disk_stops_nothing
unable_java_stops_nothing
a_build_leaves_no_log_of_its_collections
several_at_once_make_one_archive
killed_making_is_made_up_for
