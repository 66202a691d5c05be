#!/bin/sh
# Sends the reports of one CI build to Plumbline. POSIX sh, curl and jq; knows GitHub Actions, GitLab CI and Jenkins by
# their variables, any other CI by PLUMBLINE_… ones. README.md beside this file lists them.
#
#   plumbline-upload.sh [kind=]report …      plumbline-upload.sh coverage=coverage.xml tests:unit=junit.xml ruff.json
#
# Exit 0: sent, or the trouble was ours and PLUMBLINE_ON_TROUBLE=open (the default).
# Exit 1: the gate says BLOCK and PLUMBLINE_GATE=on, or trouble and PLUMBLINE_ON_TROUBLE=closed.
# Exit 2: called wrongly, whatever the variables say: a pipeline with a misspelt name would otherwise never send a thing.
set -eu

say() { printf 'plumbline: %s\n' "$*" >&2; }
wrong() { say "$*"; exit 2; }

# A broken network, a Plumbline that is down, a token that was revoked, a report that it refuses.
trouble() {
    say "$*"
    if [ "$on_trouble" = open ]; then
        say 'nothing was recorded for this build; the pipeline goes on (PLUMBLINE_ON_TROUBLE=open)'
        exit 0
    fi
    exit 1
}

on_trouble=${PLUMBLINE_ON_TROUBLE:-open}
gate=${PLUMBLINE_GATE:-off}
wait_seconds=${PLUMBLINE_WAIT_SECONDS:-20}
case $on_trouble in open | closed) ;; *) wrong "PLUMBLINE_ON_TROUBLE is «$on_trouble»; use open or closed" ;; esac
case $gate in on | off) ;; *) wrong "PLUMBLINE_GATE is «$gate»; use on or off" ;; esac
case $wait_seconds in '' | *[!0-9]*) wrong "PLUMBLINE_WAIT_SECONDS is «$wait_seconds»; use a number of seconds" ;; esac
for tool in curl jq; do
    command -v "$tool" >/dev/null 2>&1 || wrong "needs $tool"
done
case ${PLUMBLINE_URL:-} in
    http://?* | https://?*) ;;
    *) wrong 'PLUMBLINE_URL must be the http address of Plumbline' ;;
esac
[ "$#" -gt 0 ] || wrong 'name at least one report'

# Of pull requests from forks the CI withholds secrets: that is no mistake of the caller.
token=${PLUMBLINE_TOKEN:-}
case $token in
    '') [ "${PLUMBLINE_ANONYMOUS:-no}" = yes ] || trouble 'PLUMBLINE_TOKEN is empty (a pull request from a fork has no secrets)' ;;
    *[!A-Za-z0-9_.~+/=-]*) wrong 'PLUMBLINE_TOKEN holds characters that no token has; is there a line break at its end?' ;;
esac

# --- what the CI says of the build: nothing of it is trusted, all of it goes through jq -------------------------------

repository_id='' repository='' commit='' branch='' default_branch='' change='' merge_base='' run='' attempt=''
if [ "${GITHUB_ACTIONS:-}" = true ]; then
    repository_id="github:${GITHUB_REPOSITORY_ID:-}"
    repository=${GITHUB_REPOSITORY:-}
    commit=${GITHUB_SHA:-}
    branch=${GITHUB_HEAD_REF:-${GITHUB_REF_NAME:-}}
    run=${GITHUB_RUN_ID:-}
    attempt=${GITHUB_RUN_ATTEMPT:-}
    event=${GITHUB_EVENT_PATH:-/dev/null}
    # GITHUB_SHA of a pull request is a merge that nobody will ever see again: take the commit that was pushed.
    if [ -s "$event" ] && jq -e .pull_request "$event" >/dev/null 2>&1; then
        commit=$(jq -r '.pull_request.head.sha' "$event")
        change=$(jq -r '.pull_request.number' "$event")
    elif [ -s "$event" ]; then
        default_branch=$(jq -r '.repository.default_branch // ""' "$event")
    fi
    [ "$repository_id" != github: ] || repository_id=
elif [ "${GITLAB_CI:-}" = true ]; then
    repository_id="gitlab:${CI_SERVER_HOST:-}:${CI_PROJECT_ID:-}"
    repository=${CI_PROJECT_PATH:-}
    commit=${CI_COMMIT_SHA:-}
    branch=${CI_MERGE_REQUEST_SOURCE_BRANCH_NAME:-${CI_COMMIT_BRANCH:-${CI_COMMIT_REF_NAME:-}}}
    default_branch=${CI_DEFAULT_BRANCH:-}
    change=${CI_MERGE_REQUEST_IID:-}
    merge_base=${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}
    run=${CI_PIPELINE_ID:-}
elif [ -n "${JENKINS_URL:-}" ]; then
    commit=${GIT_COMMIT:-}
    branch=${CHANGE_BRANCH:-${BRANCH_NAME:-}}
    change=${CHANGE_ID:-}
    run=${BUILD_TAG:-}
    [ "${BRANCH_IS_PRIMARY:-}" != true ] || default_branch=$branch
    # «https://host/owner/name.git» or «git@host:owner/name.git»
    repository=$(printf '%s\n' "${GIT_URL:-}" | sed -e 's|^[a-z+]*://[^/]*/||' -e 's|^[^/]*:||' -e 's|/*$||' -e 's|\.git$||')
fi

repository_id=${PLUMBLINE_REPOSITORY_ID:-$repository_id}
repository=${PLUMBLINE_REPOSITORY:-$repository}
commit=${PLUMBLINE_COMMIT:-$commit}
branch=${PLUMBLINE_BRANCH:-$branch}
default_branch=${PLUMBLINE_DEFAULT_BRANCH:-$default_branch}
change=${PLUMBLINE_CHANGE:-$change}
run=$(printf '%s' "${PLUMBLINE_RUN:-$run}" | tr -c 'A-Za-z0-9._:/#@+-' '-')
attempt=${PLUMBLINE_ATTEMPT:-${attempt:-1}}
[ -n "$repository$repository_id" ] || wrong 'this CI does not say its repository; set PLUMBLINE_REPOSITORY=owner/name'
[ -n "$commit" ] || wrong 'this CI does not say its commit; set PLUMBLINE_COMMIT to the full commit id'
[ -n "$run" ] || wrong 'this CI does not say its run; set PLUMBLINE_RUN'

# --- the parts of the upload ------------------------------------------------------------------------------------------

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

# Copies under plain names: no path, quote or semicolon of a file's name ever meets curl's little language.
mkdir "$work/reports"
echo '[]' > "$work/reports.json"
: > "$work/curl.conf"
number=0
for argument in "$@"; do
    kind=${argument%%=*}
    file=${argument#*=}
    # An equals sign behind anything that is no kind belongs to the file's name.
    case $argument in *=*) ;; *) kind='' ;; esac
    case $kind in *[!a-z0-9:._-]*) kind='' file=$argument ;; esac
    if [ ! -f "$file" ]; then
        say "there is no report $file: the step that writes it did not run, or failed"
        continue
    fi
    number=$((number + 1))
    part=$(printf '%s' "${file##*/}" | tr -c 'A-Za-z0-9._-' '-')
    [ ! -e "$work/reports/$part" ] || part="$number-$part"
    cp -- "$file" "$work/reports/$part"
    printf 'form = "report=@reports/%s;filename=%s"\n' "$part" "$part" >> "$work/curl.conf"
    jq --arg part "$part" --arg kind "$kind" \
        '. + [{part: $part} + (if $kind == "" then {} else {kind: $kind} end)]' "$work/reports.json" > "$work/next.json"
    mv "$work/next.json" "$work/reports.json"
done
[ "$number" -gt 0 ] || trouble 'none of the reports exists; nothing to send'

jq -n --arg id "$repository_id" --arg name "$repository" --arg component "${PLUMBLINE_COMPONENT:-}" \
    --arg commit "$commit" --arg branch "$branch" --arg default "$default_branch" \
    --arg change "$change" --arg mergeBase "$merge_base" --arg run "$run" --arg attempt "$attempt" \
    --arg expects "${PLUMBLINE_EXPECTS:-}" --arg complete "${PLUMBLINE_COMPLETE:-true}" \
    --slurpfile reports "$work/reports.json" '
    def unless_empty(value): if value == "" then empty else value end;
    {repository: ({} + ({id: unless_empty($id)} // {}) + ({name: unless_empty($name)} // {})
                     + ({component: unless_empty($component)} // {})),
     commit: $commit, run: $run, attempt: ($attempt | tonumber), complete: ($complete == "true"), reports: $reports[0]}
    + ({branch: unless_empty($branch)} // {})
    + (if $change != "" then {changeId: $change} + ({mergeBase: unless_empty($mergeBase)} // {})
       elif $default != "" and $branch != "" then {defaultBranch: ($branch == $default)} else {} end)
    + (if $expects != "" then {expects: ($expects | split(",") | map(gsub("^ +| +$"; "")))} else {} end)
    ' > "$work/build.json" || wrong 'the build could not be described; is PLUMBLINE_ATTEMPT a number?'

# --- the upload -------------------------------------------------------------------------------------------------------

{
    # The token comes through a file: arguments are for everybody on the machine to see.
    [ -z "$token" ] || printf 'header = "Authorization: Bearer %s"\n' "$token"
    echo 'form = "build=@build.json;type=application/json"'
} >> "$work/curl.conf"
url="${PLUMBLINE_URL%/}/api/v1/builds"
[ "$wait_seconds" -eq 0 ] || url="$url?wait=PT${wait_seconds}S"
chmod 600 "$work/curl.conf"

# A repeated upload counts once, so trying again is safe.
status=$(cd "$work" && curl --silent --show-error --config curl.conf --output answer --write-out '%{http_code}' \
    --connect-timeout 10 --max-time $((wait_seconds + 120)) --retry 3 --retry-connrefused \
    -- "$url" 2> "$work/curl.err") || trouble "$PLUMBLINE_URL could not be reached: $(tr '\n' ' ' < "$work/curl.err")"

case $status in
    200 | 202) ;;
    *)
        # RFC 9457: what is wrong, where, and how to mend it. A control character in it must not reach the CI's log.
        detail=$(jq -r '[.title, .detail, (.part // empty | "part: " + tostring), (.fix // empty | "fix: " + tostring)]
            | map(select(. != null)) | join(" · ")' "$work/answer" 2>/dev/null | tr -d '\000-\010\013-\037' | head -c 2000) || detail=
        trouble "$url answered $status${detail:+: $detail}"
        ;;
esac
# On standard output only the answer, for whoever wants to read on.
cat "$work/answer"
echo
decision=$(jq -r '.gate.decision // ""' "$work/answer" 2>/dev/null) || decision=
say "sent $number report(s) of $commit${decision:+; the gate says $decision}"
if [ "$decision" = BLOCK ] && [ "$gate" = on ]; then
    jq -r '.gate.reasons[]? | tostring' "$work/answer" | tr -d '\000-\010\013-\037' >&2
    exit 1
fi
if [ -z "$decision" ] && [ "$gate" = on ]; then
    trouble "no decision within $wait_seconds s"
fi
