#!/bin/sh
# Makes the archive of class data with which 'bengal' starts faster: learns which classes the usual commands load, and has the JVM
# dump them; from JDK 25 on, as ARCHIVE.aot, with what it learnt of them. The launcher starts it in the background; nothing is said, and nobody waits for it.
# Beside it lies a smaller one, with .perf before the end of its name, of what 'bengal perf' loads: the JVM goes through all of an archive
# at its start. And one, with .serve, of what 'bengal perf serve' loads.
#   class-data.sh JAVA_HOME JAR ARCHIVE CACHE [PID]
# It waits for the process PID to end, so that the command that started it is neither slowed nor measured with it beside.
# Archives below the folder CACHE that are of no use any more are removed.
# Beside it lies ARCHIVE's .sqlite, which the driver of SQLite would otherwise unpack at each start that needs it.
# The archive appears whole, by renaming, or not at all. What went wrong lies in ARCHIVE.failed, and is not tried again
# for a day.
set -u
umask 077

java=$1/bin/java
jar=$2
archive=$3
cache=$4
caller=${5:-}
folder=${archive%/*}
making=$archive.making
# A folder of this process alone: where one was killed, the JVM that it had started may still be writing.
work=$making-$$
failed=$archive.failed
patience=600
# The number of the jar that the archive is for: NUMBER-NUMBER begins its name.
name=${archive##*/}
first=${name%%-*}
rest=${name#*-}
number=$first-${rest%%-*}

# What others set for their own programs would be learnt too, or be recorded in their history.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH BENGAL_JAVA_OPTS BENGAL_METRICS_DIR

# Two may look at once: the folder belongs to the one that could make it, until that one is gone. Its mark carries the time
# of the archive: a jar that is compiled while the archive is made is newer, and gets another one.
claim() {
    mkdir -p "$folder" || return
    mkdir "$making" || take_over || return
    if echo $$ >"$making/pid" && touch "$making/mark" && mkdir "$work"; then
        # shellcheck disable=SC3013 # -nt is in POSIX since 2024, and in every shell since long before
        [ "$jar" -nt "$making/mark" ] && touch -r "$jar" "$making/mark"
        return 0
    fi
    clean
    return 1
}

# Whether the jar is still the one the archive is for, and nobody else made it meanwhile: several may be waiting for their turn,
# and one that was slow must not take away what was made for a newer jar.
is_wanted() {
    current=0-0
    [ -r "$jar.number" ] && read -r current <"$jar.number"
    # shellcheck disable=SC3013 # -nt is in POSIX since 2024, and in every shell since long before
    [ "$current" = "$number" ] && { [ ! -r "$archive" ] || [ "$jar" -nt "$archive" ]; }
}

take_over() {
    owner=$(cat "$making/pid") || owner=
    if [ -n "$owner" ]; then
        kill -0 "$owner" && return 1
    else
        # Without a number it is being made this moment, or was left by one that was killed then: that shows with time.
        [ -n "$(find "$making" -prune -mtime +0)" ] || return 1
    fi
    mv "$making" "$making.$$" && rm -rf "$making.$$"
    mkdir "$making"
}

# What this one and any that was killed before it left.
clean() {
    rm -rf "$making" "$making"-*
}

is_mine() {
    [ "$(cat "$making/pid")" = $$ ]
}

# Has the commands of training run $1 run in a made-up project, each as the launcher runs it, with a way to note what they load.
# With a heap that has to be collected, since what reads the collections is to be learnt too.
train() {
    run=$1
    set -- "$2"
    case $work in
        # Which the JVM reads as its own.
        *[%\"]*) ;;
        *) set -- "$1" "-Xlog:gc,gc+heap:file=\"$work/collections\":none:filecount=0" "-Dbengal.collections=$work/collections" ;;
    esac
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn2m "$@" -cp "$jar" "dev.bengal.cli.$run" "$work/site" "$work/sqlite" \
        </dev/null >/dev/null
}

# From JDK 25 on the archive also holds linked classes and what the compilers learnt of them. The JVM makes it at the end of the training.
make_cache() {
    train "$1" "-XX:AOTCacheOutput=$2" &&
        "$java" -XX:+UseSerialGC -XX:AOTMode=on "-XX:AOTCache=$2" -jar "$jar" --version </dev/null >/dev/null
}

make_archive() {
    train "$1" "-XX:DumpLoadedClassList=$work/classes" &&
        "$java" -XX:+UseSerialGC -Xshare:dump "-XX:SharedClassListFile=$work/classes" "-XX:SharedArchiveFile=$2" \
            -cp "$jar" </dev/null >/dev/null &&
        # Unlike the usual this fails where the archive does not fit.
        "$java" -XX:+UseSerialGC -Xshare:on "-XX:SharedArchiveFile=$2" -jar "$jar" --version </dev/null >/dev/null
}

# Of what training run $1 loads, as the file $2.
make() {
    case $archive in
        *.aot) make_cache "$1" "$2" ;;
        *) make_archive "$1" "$2" ;;
    esac
}

# Removes the archives of jars that were compiled anew, of JDKs and clones that nobody used for a month, and what was left
# half made.
sweep() {
    for other in "$folder"/*.jsa "$folder"/*.aot "$folder"/*.sqlite "$folder"/*.failed; do
        case ${other##*/} in
            "$number"-*) ;;
            *) rm -f "$other" ;;
        esac
    done
    find "$cache" '(' -name '*.jsa' -o -name '*.aot' ')' -atime +30 -exec rm -f {} +
    # shellcheck disable=SC2016 # for the inner shell
    find "$cache" -name '*.sqlite' -exec sh -c '[ -e "${1%.*}.jsa" ] || [ -e "${1%.*}.aot" ] || rm -f "$1"' sh {} ';'
    find "$cache" -name '*.collections' -mtime +0 -exec rm -f {} +
    find "$cache" -name '*.making*' -prune -mtime +0 -exec rm -rf {} +
    # A folder that is empty since a moment may be another's, who is about to fill it.
    find "$cache" -depth -type d -mtime +0 -exec rmdir {} +
}

be_patient() {
    patience=$((patience - 1))
    [ "$patience" -gt 0 ] || exit 1
    sleep 1
}

await_caller() {
    while kill -0 "$caller"; do
        be_patient
    done
}

exec 2>/dev/null
if [ -n "$caller" ]; then
    await_caller
    [ -z "$(find "$failed" -prune -mtime -1)" ] || exit 1
    claim || exit 1
else
    until claim; do
        is_wanted || exit 0
        # It was another's and is gone, without an archive: once more, or nobody can make one here.
        [ -d "$making" ] || { claim && break; } || exit 1
        be_patient
    done
fi
trap 'is_mine && clean' EXIT
trap 'exit 1' HUP INT TERM
is_wanted || exit 0
exec 2>"$making/log"
if make TrainingRun "$work/archive" && make PerfTrainingRun "$work/perf"; then
    set -- "$work/archive" "$work/perf"
    # It is learnt from a server that listens, which not every machine allows. Without it a server starts with the archive of all.
    if make ServeTrainingRun "$work/serve"; then
        set -- "$@" "$work/serve"
    else
        rm -f "$work/serve"
    fi
    touch -r "$making/mark" "$@" || exit 1
    sync "$@"
    is_wanted || exit 0
    mv -f "$work/sqlite" "${archive%.*}.sqlite"
    mv -f "$work/perf" "${archive%.*}.perf.${archive##*.}"
    [ ! -e "$work/serve" ] || mv -f "$work/serve" "${archive%.*}.serve.${archive##*.}"
    mv -f "$work/archive" "$archive" && rm -f "$failed"
    sweep 2>/dev/null
else
    is_mine && mv -f "$making/log" "$failed"
    exit 1
fi
