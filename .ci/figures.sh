#!/bin/sh
# Whether the documents show what docs/figures.jsonl holds; with --renew, makes them show it.
set -eu
cd "$(dirname "$0")/.."

check=--check
[ "${1:-}" != --renew ] || check=
exec ./bengal perf docs ${check:+"$check"} --history docs/figures.jsonl README.md ARCHITECTURE.md CONTRIBUTING.md docs/content/what-is-measured.md
