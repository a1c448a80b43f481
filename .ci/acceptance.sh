#!/usr/bin/env bash
# What the command promises of its history, shown on whole processes: a build that is terminated leaves a record, and
# many builds at once lose none.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
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

terminated_build_is_recorded
builds_at_once_lose_nothing
