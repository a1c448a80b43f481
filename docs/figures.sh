#!/bin/sh
# Measures this project at its newest commit, adds that to docs/figures.jsonl, and brings the figures of the documents up to date.
#   docs/figures.sh [BUILDS]     so many builds of the documentation, 5 by default, and one compilation of everything
# The machine should be quiet: a figure is that of one build, and nobody judges it.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
builds=${1:-5}
scratch=$(mktemp -d)
trap 'git -C "$home" worktree remove --force "$scratch/bengal" || true; rm -rf "$scratch"' EXIT

# A work tree of its own is clean, and has nothing compiled; its name is the project's.
git -C "$home" worktree add --quiet --detach "$scratch/bengal" HEAD
export BENGAL_METRICS_DIR="$scratch/metrics"
unset BENGAL_STORE
"$home/bengal" --version
cd "$scratch/bengal"

"$home/bengal" build docs --output "$scratch/warm" --no-metrics
for build in $(seq "$builds"); do
    "$home/bengal" build docs --full --output "$scratch/out-$build"
done
"$home/bengal" perf run --scenario 'mvn package' --summary -- mvn -q -B -Pquick package

cat "$BENGAL_METRICS_DIR/history.jsonl" >>"$home/docs/figures.jsonl"
cd "$home"
.ci/figures.sh --renew
