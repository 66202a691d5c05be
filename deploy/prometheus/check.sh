#!/bin/sh
# Checks the Prometheus files with promtool (Debian: package «prometheus»): syntax of rules and configurations, then the
# unit tests of the rules. Needs no network and starts nothing.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
deploy=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

promtool check rules "$here"/rules/*.yml
promtool check config "$here/prometheus.yml"

# The files that the Compose project mounts lie elsewhere there: check them as they will lie.
mkdir -p "$work/rules"
cp "$here"/rules/*.yml "$work/rules/"
echo 'not-a-token' > "$work/prometheus-token"
sed -e "s|/run/secrets/|$work/|" -e "s|/etc/prometheus/|$work/|" "$deploy/compose/prometheus.yml" > "$work/prometheus.yml"
promtool check config "$work/prometheus.yml"

promtool test rules "$here"/tests/*.yml
