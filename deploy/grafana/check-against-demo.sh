#!/bin/sh
# Asks a real Prometheus every question that the dashboards and the rules ask, while it scrapes a running Plumbline.
#
#   deploy/grafana/check-against-demo.sh http://127.0.0.1:8080 [more addresses, where there are three services]
#
# Prints a line for each query. Fails (exit 1) when one returns nothing, when a rule fails, or when a metric that an
# expression names does not exist. An alert may well return nothing: of it, only the metrics are asked for.
# With PLUMBLINE_TOKEN_FILE set to a file with a viewer's token, that token is sent.
# Starts one Prometheus on a free port of loopback, in a temporary folder, and ends it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/prometheus/scratch.sh
. "$here/../prometheus/scratch.sh"

if [ "$#" -eq 0 ]; then
    echo "usage: $0 URL [URL …]" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'scratch_stop; rm -rf "$work"' EXIT
# A reader that goes away (PIPE) ends the script as well, and no shell runs the trap above for that by itself.
trap 'exit 2' HUP INT TERM PIPE

configuration() {
    # A scrape may take as long as the interval, and a scrape that fails ends every series: be patient with a busy machine.
    echo 'global: {scrape_interval: 5s, scrape_timeout: 5s, evaluation_interval: 1s}'
    echo 'rule_files: [rules/*.yml]'
    echo 'scrape_configs:'
    number=0
    for url in "$@"; do
        number=$((number + 1))
        scheme=${url%%://*}
        target=${url#*://}
        target=${target%%/*}
        case "$scheme://$target" in
            http://?* | https://?*) ;;
            *) echo "«$url» is not an http address" >&2; exit 2 ;;
        esac
        case "$target" in
            *[!A-Za-z0-9.:_[\]-]*) echo "«$url» is not an http address" >&2; exit 2 ;;
        esac
        echo "  - job_name: plumbline-$number"
        echo "    scheme: $scheme"
        if [ -n "${PLUMBLINE_TOKEN_FILE:-}" ]; then
            token_folder=$(cd "$(dirname "$PLUMBLINE_TOKEN_FILE")" && pwd)
            echo "    authorization: {credentials_file: '$token_folder/$(basename "$PLUMBLINE_TOKEN_FILE")'}"
        fi
        echo "    static_configs: [{targets: ['$target'], labels: {service: all}}]"
        # The rules know one job, whatever the number of targets.
        echo "    relabel_configs: [{target_label: job, replacement: plumbline}]"
    done
}

# One instant query, at $at once that is set; prints the answer's JSON.
at=
ask() {
    curl -s --max-time 30 --data-urlencode "query=$1" ${at:+--data "time=$at"} "$scratch_url/api/v1/query"
}

series() {
    printf '%s' "$1" | jq -r 'if .status == "success" then (.data.result | if type == "array" and length > 0 and (.[0] | type) == "object" then length else 0 end) else -1 end'
}

configuration "$@" > "$work/prometheus.yml"
mkdir "$work/rules"
cp "$here"/../prometheus/rules/*.yml "$work/rules/"
scratch_start "$work/prometheus.yml"

# Every target seen three times and there now, and every rule evaluated once.
tries=0
while :; do
    seen=$(ask "count(sum_over_time(up{job=\"plumbline\"}[5m]) >= 3 and up{job=\"plumbline\"} == 1)" | jq -r '.data.result[0].value[1] // "0"')
    waiting=$(curl -s "$scratch_url/api/v1/rules" | jq '[.data.groups[].rules[] | select(.health == "unknown")] | length')
    if [ "$seen" = "$#" ] && [ "$waiting" = 0 ]; then
        break
    fi
    tries=$((tries + 1))
    if [ "$tries" -gt 60 ]; then
        echo "after a minute Prometheus has not read all of $*:" >&2
        curl -s "$scratch_url/api/v1/targets" | jq -r '.data.activeTargets[] | "  \(.scrapeUrl): \(.health) \(.lastError)"' >&2
        exit 1
    fi
    sleep 1
done
# The evaluation after that sees what the first one recorded. All questions are asked about one moment, in which all targets
# are known to answer.
sleep 2
at=$(ask 'time()' | jq -r '.data.result[1]')

curl -s "$scratch_url/api/v1/rules" > "$work/rules.json"
{
    for dashboard in "$here"/dashboards/*.json; do
        jq -c -f "$here/expressions.jq" "$dashboard"
    done
    jq -c '.data.groups[].rules[] | {where: "rule \(.name)", kind: (if .type == "alerting" then "alert" else "record" end), promql: .query}' \
        "$work/rules.json"
} > "$work/expressions"

wrong=0
while IFS= read -r expression; do
    where=$(printf '%s' "$expression" | jq -r .where)
    kind=$(printf '%s' "$expression" | jq -r .kind)
    promql=$(printf '%s' "$expression" | jq -r .promql)
    answer=$(ask "$promql")
    count=$(series "$answer")
    verdict=ok
    missing=
    for metric in $(printf '%s' "$promql" | grep -oE '[a-z_]*:?plumbline_[a-z0-9_:]+' | sort -u); do
        if [ "$(series "$(ask "count({__name__=\"$metric\"})")")" -lt 1 ]; then
            missing="$missing $metric"
        fi
    done
    case "$kind" in
        alert | annotation) may_be_empty=yes ;;
        *) may_be_empty=no ;;
    esac
    if [ "$count" -lt 0 ]; then
        verdict="FAILED: $(printf '%s' "$answer" | jq -r .error)"
    elif [ -n "$missing" ]; then
        verdict="FAILED: no metric$missing"
    elif [ "$count" -eq 0 ] && [ "$may_be_empty" = no ]; then
        verdict='FAILED: returns nothing'
    fi
    case "$verdict" in ok) ;; *) wrong=$((wrong + 1)) ;; esac
    first=$(printf '%s' "$answer" | jq -r '.data.result[0]?.value[1]? // "-"')
    printf '%-10s %4s series  first %-22s %s: %s\n' "$kind" "$count" "$first" "$where" "$verdict"
done < "$work/expressions"

jq -r '.data.groups[].rules[] | select(.health != "ok") | "rule \(.name): \(.health): \(.lastError)"' "$work/rules.json" > "$work/ill"
if [ -s "$work/ill" ]; then
    cat "$work/ill" >&2
    wrong=$((wrong + 1))
fi
total=$(wc -l < "$work/expressions")
echo "$total queries, $wrong wrong"
[ "$wrong" -eq 0 ]
