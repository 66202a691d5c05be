# Sourced by check scripts (POSIX sh): one Prometheus of our own on a free port of loopback, in a folder of its own, ended
# with the script. Nothing else is started, and only what was started is ended.
#
#   scratch_start CONFIG_FILE    sets $scratch_url; the configuration's relative paths are its own
#   scratch_stop                 for the caller's trap
# shellcheck shell=sh

scratch_pid=
scratch_folder=
scratch_url=

scratch_start() {
    for tool in prometheus curl jq; do
        if ! command -v "$tool" >/dev/null 2>&1; then
            echo "needs $tool on the PATH (Debian: apt-get install prometheus curl jq)" >&2
            return 2
        fi
    done
    scratch_folder=$(mktemp -d)
    : > "$scratch_folder/log"
    # Port 0: the system chooses, and the log says what it chose.
    prometheus --config.file="$1" --storage.tsdb.path="$scratch_folder/data" --web.listen-address=127.0.0.1:0 \
        > "$scratch_folder/log" 2>&1 &
    scratch_pid=$!
    tries=0
    while :; do
        address=$(sed -n 's/.*msg="Listening on" address=\([0-9.:]*\).*/\1/p' "$scratch_folder/log" | head -n 1)
        if [ -n "$address" ] && curl -sf --max-time 2 -o /dev/null "http://$address/-/ready"; then
            # Read by the caller.
            # shellcheck disable=SC2034
            scratch_url="http://$address"
            return 0
        fi
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ] || ! kill -0 "$scratch_pid" 2>/dev/null; then
            echo "prometheus did not start:" >&2
            cat "$scratch_folder/log" >&2
            return 2
        fi
        sleep 0.2
    done
}

scratch_stop() {
    if [ -n "$scratch_pid" ]; then
        kill "$scratch_pid" 2>/dev/null || true
        wait "$scratch_pid" 2>/dev/null || true
        scratch_pid=
    fi
    if [ -n "$scratch_folder" ]; then
        rm -rf "$scratch_folder"
        scratch_folder=
    fi
}
