#!/bin/sh
# Tests plumbline-upload.sh without a network: `curl` is a stand-in that keeps what it was given and answers what the test
# says. Prints a line for each truth; exit 1 where one is none.
# Functions are called by name through `holds`; variables are read by `upload`; dollar signs are hostile input.
# shellcheck disable=SC2317,SC2034,SC2016
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM

mkdir "$work/bin" "$work/got"
cat > "$work/bin/curl" <<'STUB'
#!/bin/sh
# Runs in the folder that the script made for curl, which holds curl.conf, build.json and reports/.
printf '%s\n' "$*" > "$STUB_GOT/arguments"
cp curl.conf build.json "$STUB_GOT/"
rm -rf "$STUB_GOT/reports"
cp -r reports "$STUB_GOT/reports"
printf '%s' "$STUB_ANSWER" > answer
[ "$STUB_STATUS" != down ] || { echo 'curl: (7) connection refused' >&2; exit 7; }
printf '%s' "$STUB_STATUS"
STUB
chmod +x "$work/bin/curl"
mkdir "$work/project"
echo '<coverage/>' > "$work/project/coverage.xml"
echo '[]' > "$work/project/ruff.json"
odd="$work/project/a \"b\"; type=text;filename=x,y.json"
echo '[]' > "$odd"

failed=0
holds() { # sentence, command …
    sentence=$1
    shift
    if "$@"; then
        echo "ok    $sentence"
    else
        echo "WRONG $sentence"
        failed=1
    fi
}

# upload EXIT_CODE NAME=value … -- arguments: runs the script with nothing else in its environment.
upload() {
    expected=$1
    shift
    variables=''
    while [ "$1" != -- ]; do
        variables="$variables $(printf '%s' "$1" | jq -Rsr @sh)"
        shift
    done
    shift
    code=0
    eval "env -i PATH='$work/bin:$PATH' STUB_GOT='$work/got' STUB_STATUS='${status:-200}' STUB_ANSWER=\"\$answer\" \
        $variables '$here/plumbline-upload.sh' \"\$@\"" > "$work/out" 2> "$work/err" || code=$?
    [ "$code" = "$expected" ]
}
field() { [ "$(jq -c "$1" "$work/got/build.json")" = "$2" ]; }
says() { grep -q -- "$1" "$work/err"; }

allow='{"gate":{"decision":"ALLOW","reasons":[]}}'
block='{"gate":{"decision":"BLOCK","reasons":["coverage is 70 %, expected 80 %"]}}'
sha=0123456789012345678901234567890123456789
base="PLUMBLINE_URL=http://plumbline.test/"
secret=plb_S3cret-Token

answer=$allow
cat > "$work/pull.json" <<JSON
{"pull_request": {"number": 412, "head": {"sha": "$sha"}}, "repository": {"default_branch": "main"}}
JSON
holds 'a pull request of GitHub is sent' upload 0 "$base" PLUMBLINE_TOKEN=$secret GITHUB_ACTIONS=true \
    GITHUB_REPOSITORY=acme/api GITHUB_REPOSITORY_ID=77 GITHUB_SHA=ffff GITHUB_RUN_ID=8 GITHUB_RUN_ATTEMPT=2 \
    'GITHUB_HEAD_REF=x","defaultBranch":true,"y":"$(id)' GITHUB_REF_NAME=412/merge "GITHUB_EVENT_PATH=$work/pull.json" \
    -- "coverage=$work/project/coverage.xml" "$work/project/ruff.json"
holds 'its repository has id and name' field .repository '{"id":"github:77","name":"acme/api"}'
holds 'its commit is the one that was pushed' field .commit "\"$sha\""
holds 'its number is a change' field '[.changeId, .defaultBranch]' '["412",null]'
holds 'a hostile branch name stays a name' field .branch '"x\",\"defaultBranch\":true,\"y\":\"$(id)"'
holds 'attempt is a number' field .attempt 2
holds 'kinds are told where they were given' field .reports '[{"part":"coverage.xml","kind":"coverage"},{"part":"ruff.json"}]'
holds 'the token is in no argument' sh -c "! grep -q $secret '$work/got/arguments'"
holds 'the token is sent' grep -qx "header = \"Authorization: Bearer $secret\"" "$work/got/curl.conf"
holds 'it waits for the verdict' grep -q 'http://plumbline.test/api/v1/builds?wait=PT20S' "$work/got/arguments"
holds 'standard output is the answer alone' sh -c "[ \"\$(cat '$work/out')\" = '$allow' ]"

echo '{"repository": {"default_branch": "trunk"}}' > "$work/push.json"
holds 'a push of GitHub is sent' upload 0 "$base" PLUMBLINE_TOKEN=$secret GITHUB_ACTIONS=true GITHUB_REPOSITORY=acme/api \
    GITHUB_REPOSITORY_ID=77 GITHUB_SHA=$sha GITHUB_RUN_ID=8 GITHUB_REF_NAME=trunk "GITHUB_EVENT_PATH=$work/push.json" \
    -- "$work/project/ruff.json"
holds 'the default branch is known by its name' field '[.branch, .defaultBranch, .changeId]' '["trunk",true,null]'

holds 'a merge request of GitLab is sent' upload 0 "$base" PLUMBLINE_TOKEN=$secret GITLAB_CI=true CI_SERVER_HOST=git.test \
    CI_PROJECT_ID=9 CI_PROJECT_PATH=acme/sub/api CI_COMMIT_SHA=$sha CI_PIPELINE_ID=55 CI_MERGE_REQUEST_IID=3 \
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=fix CI_MERGE_REQUEST_DIFF_BASE_SHA=$sha CI_DEFAULT_BRANCH=main -- "$work/project/ruff.json"
holds 'with its merge base' field '[.repository.id, .changeId, .mergeBase, .branch, .run]' \
    "[\"gitlab:git.test:9\",\"3\",\"$sha\",\"fix\",\"55\"]"

holds 'a build of Jenkins is sent' upload 0 "$base" PLUMBLINE_TOKEN=$secret JENKINS_URL=http://j.test/ GIT_COMMIT=$sha \
    BRANCH_NAME=main BRANCH_IS_PRIMARY=true 'BUILD_TAG=jenkins-acme api-12' GIT_URL=git@git.test:acme/api.git -- "$work/project/ruff.json"
holds 'its repository is read from the address of git' field '[.repository.name, .run, .defaultBranch]' \
    '["acme/api","jenkins-acme-api-12",true]'
other="PLUMBLINE_REPOSITORY=acme/api PLUMBLINE_COMMIT=$sha PLUMBLINE_RUN=1 PLUMBLINE_TOKEN=$secret"

# shellcheck disable=SC2086
{
    holds 'any other CI names things itself' upload 0 "$base" $other 'PLUMBLINE_EXPECTS=coverage, tests:unit' PLUMBLINE_COMPLETE=false \
        PLUMBLINE_COMPONENT=services/web PLUMBLINE_WAIT_SECONDS=0 -- "$work/project/ruff.json"
    holds 'component, expectations and completeness arrive' field '[.repository.component, .expects, .complete]' \
        '["services/web",["coverage","tests:unit"],false]'
    holds 'without waiting where that was said' grep -q 'http://plumbline.test/api/v1/builds$' "$work/got/arguments"
    holds 'a file with an odd name is sent' upload 0 "$base" $other -- "$odd"
    holds 'under a plain one' field '.reports[0].part' '"a--b---type-text-filename-x-y.json"'
    cp "$work/project/ruff.json" "$work/ruff.json"
    holds 'two files of one name are sent' upload 0 "$base" $other -- "$work/project/ruff.json" "$work/ruff.json"
    holds 'under two names' field '[.reports[].part]' '["ruff.json","2-ruff.json"]'
    holds 'a report that is missing is named, the others are sent' upload 0 "$base" $other -- "$work/none.xml" "$work/project/ruff.json"
    holds 'by its name' says 'there is no report .*none.xml'

    status=down
    holds 'a Plumbline that is down stops no pipeline' upload 0 "$base" $other -- "$work/project/ruff.json"
    holds 'but says so' says 'could not be reached'
    holds 'unless told to' upload 1 "$base" $other PLUMBLINE_ON_TROUBLE=closed -- "$work/project/ruff.json"
    status=422
    answer='{"title":"A report was refused","detail":"Part «ruff.json», line 1: no JSON.","part":"ruff.json","fix":"Send JSON."}'
    holds 'a refusal stops no pipeline' upload 0 "$base" $other -- "$work/project/ruff.json"
    holds 'and is told with its fix' says 'answered 422: A report was refused · Part «ruff.json», line 1: no JSON. · part: ruff.json · fix: Send JSON.'
    holds 'unless told to, either' upload 1 "$base" $other PLUMBLINE_ON_TROUBLE=closed -- "$work/project/ruff.json"
    status=200
    answer=$block
    holds 'a gate that blocks is only told' upload 0 "$base" $other -- "$work/project/ruff.json"
    holds 'unless it is on' upload 1 "$base" $other PLUMBLINE_GATE=on -- "$work/project/ruff.json"
    holds 'with its reasons' says 'coverage is 70 %, expected 80 %'
    status=202
    answer='{"upload":"01J","provisional":{"gate":{"decision":"ALLOW"}}}'
    holds 'a provisional verdict opens no gate that fails closed' upload 1 "$base" $other PLUMBLINE_GATE=on PLUMBLINE_ON_TROUBLE=closed -- "$work/project/ruff.json"
    status=200
    answer=$allow
    holds 'a misspelt setting is refused' upload 2 "$base" $other PLUMBLINE_ON_TROUBLE=ope -- "$work/project/ruff.json"
    holds 'no report is refused' upload 2 "$base" $other --
    holds 'a token with a line break is refused' upload 2 "$base" PLUMBLINE_REPOSITORY=a/b PLUMBLINE_COMMIT=$sha PLUMBLINE_RUN=1 \
        "PLUMBLINE_TOKEN=x
url = \"http://evil.test\"" -- "$work/project/ruff.json"
    holds 'a fork without secrets stops no pipeline' upload 0 "$base" PLUMBLINE_REPOSITORY=a/b PLUMBLINE_COMMIT=$sha PLUMBLINE_RUN=1 -- "$work/project/ruff.json"
    holds 'and says why' says 'PLUMBLINE_TOKEN is empty'
}
exit "$failed"
