#!/bin/sh
# Checks the dashboards without Grafana: the JSON's shape, and that every PromQL expression parses. Starts a Prometheus of
# its own for the second (scratch.sh says how) and ends it. Exit 1 where something is wrong, 2 where it cannot check.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/prometheus/scratch.sh
. "$here/../prometheus/scratch.sh"
work=$(mktemp -d)
trap 'scratch_stop; rm -rf "$work"' EXIT
# A reader that goes away (PIPE) ends the script as well, and no shell runs the trap above for that by itself.
trap 'exit 2' HUP INT TERM PIPE

echo 'global: {}' > "$work/prometheus.yml"
scratch_start "$work/prometheus.yml"

wrong=0
for dashboard in "$here"/dashboards/*.json; do
    name=$(basename "$dashboard")
    if ! jq -r -f "$here/shape.jq" "$dashboard" > "$work/shape"; then
        echo "$name: is no dashboard" >&2
        wrong=1
        continue
    fi
    if [ -s "$work/shape" ]; then
        sed "s|^|$name: |" "$work/shape" >&2
        wrong=1
    fi
    jq -c -f "$here/expressions.jq" "$dashboard" > "$work/expressions"
    while IFS= read -r expression; do
        promql=$(printf '%s' "$expression" | jq -r .promql)
        answer=$(curl -s --max-time 10 --data-urlencode "query=$promql" "$scratch_url/api/v1/format_query")
        if [ "$(printf '%s' "$answer" | jq -r .status)" != success ]; then
            echo "$name: $(printf '%s' "$expression" | jq -r .where): $(printf '%s' "$answer" | jq -r .error)" >&2
            wrong=1
        fi
    done < "$work/expressions"
    echo "$name: $(jq '[.panels[] | select(.type != "row")] | length' "$dashboard") panels," \
        "$(wc -l < "$work/expressions") expressions read"
done
uids=$(jq -r .uid "$here"/dashboards/*.json | sort | uniq -d)
if [ -n "$uids" ]; then
    echo "two dashboards share the uid $uids" >&2
    wrong=1
fi
exit "$wrong"
