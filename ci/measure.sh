#!/bin/sh
# Records a build, judges it against the history, and tells the change about it. The same on every CI, and without one.
#
#     ci/measure.sh COMMAND [ARGUMENT...]
#
# The exit code is the command's where that fails, else that of 'bengal perf check'. Variables:
#
#     BENGAL            the command; by default the 'bengal' of the repository that this script is in, else the one on the PATH
#     BENGAL_SCENARIO   what the build is called in the history; by default its program, as in 'make', or 'mvn verify'. A shell's
#                       command needs one: else all that shells run would be judged against each other
#     BENGAL_CHECK      options of 'bengal perf check', such as '--strict'
#     BENGAL_REMOTE     the git remote that keeps the history; 'origin' by default
#     BENGAL_KEEP       'yes' sends the build to the history; else it is only judged, as is right for a change under review
#     BENGAL_ARTIFACT   a file that the builds of this commit are written to, for a later job
set -u

# cron knows neither a PATH nor this variable.
beside=$(dirname "$0")/../bengal
{ [ -f "$beside" ] && [ -x "$beside" ]; } || beside=bengal
bengal=${BENGAL:-$beside}
remote=${BENGAL_REMOTE:-origin}
BENGAL_METRICS_DIR=${BENGAL_METRICS_DIR:-$PWD/.bengal-metrics}
export BENGAL_METRICS_DIR

say() {
    printf 'measure.sh: %s\n' "$1" >&2
}

if [ $# -eq 0 ]; then
    say 'no command; usage: measure.sh COMMAND [ARGUMENT...]'
    exit 2
fi

case ${BENGAL_SCENARIO:-}:${1##*/} in
    :sh | :bash | :dash | :ash | :ksh | :zsh | :fish | :pwsh)
        printf "%sBENGAL_SCENARIO (the input 'scenario' of the action) is missing: say what the build is called in the history, such as 'make test'.\n" \
            "${GITHUB_ACTIONS:+::error::}" >&2
        exit 2
        ;;
esac

# What is built may look for tokens: it finds none in its environment. From one that reads /proc nothing protects but a job that has none.
without_tokens() (
    unset GITHUB_TOKEN GH_TOKEN GITLAB_TOKEN BENGAL_GITLAB_TOKEN BENGAL_REMOTE BENGAL_STORE PGPASSWORD
    exec "$@"
)

# Without the history of the others there is no verdict, but a build is worth its record.
"$bengal" perf sync --git --remote "$remote" --fetch-only ||
    say 'the history was not fetched; only what is recorded here is known.'

without_tokens "$bengal" perf run ${BENGAL_SCENARIO:+"--scenario=$BENGAL_SCENARIO"} -- "$@"
built=$?

status=$built
if [ "$built" -eq 0 ]; then
    # Options are words, and several may be given.
    # shellcheck disable=SC2086
    "$bengal" perf check ${BENGAL_CHECK:-}
    status=$?
    if [ -n "${GITHUB_ACTIONS:-}${GITLAB_CI:-}" ]; then
        "$bengal" perf comment || say 'the comment was not written; the verdict above holds all the same.'
    fi
fi

if [ -n "${BENGAL_ARTIFACT:-}" ] && commit=$(git rev-parse HEAD); then
    grep -F "\"git_commit\":\"$commit\"" "$BENGAL_METRICS_DIR/history.jsonl" >"$BENGAL_ARTIFACT"
fi

if [ "${BENGAL_KEEP:-}" = yes ]; then
    "$bengal" perf sync --git --remote "$remote" || {
        say 'the build was judged, but not sent to the history.'
        [ "$status" -ne 0 ] || status=2
    }
fi
exit "$status"
