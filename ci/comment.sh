#!/bin/sh
# Comments on a pull request whose builds another run recorded, which may be a stranger's: the half that may write. It takes figures from
# the file, and everything else from GitHub's event; nothing of the pull request is checked out or run.
#
#     ci/comment.sh FILE
#
# Variables: BENGAL, the command, by default the one of this repository; HEAD_SHA, the newest commit of the pull request as the event tells it; GITHUB_TOKEN.
set -u

beside=$(dirname "$0")/../bengal
{ [ -f "$beside" ] && [ -x "$beside" ]; } || beside=bengal
bengal=${BENGAL:-$beside}

say() {
    printf 'comment.sh: %s\n' "$1" >&2
}

if [ $# -ne 1 ]; then
    say 'usage: comment.sh FILE'
    exit 2
fi
if [ ! -f "$1" ]; then
    say 'the run recorded no build; there is nothing to comment on.'
    exit 0
fi

# The commits tell what the change is based on. They are fetched as objects; no file of them is written.
case ${HEAD_SHA:-} in
    '' | *[!0-9a-f]*) say 'HEAD_SHA is no commit; the change is held against all that is known.' ;;
    *) git fetch --quiet --no-tags --no-recurse-submodules origin "$HEAD_SHA" ||
        say 'the commits of the change were not fetched; it is held against all that is known.' ;;
esac

"$bengal" perf sync --git --fetch-only || say 'the history was not fetched; there will be no verdict.'
exec "$bengal" perf comment --artifact "$1"
