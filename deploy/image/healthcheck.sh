#!/bin/sh
# Asks /health/ready of the process in this container, with whatever the base image has to ask with.
# Exit 0: ready. Exit 1: not ready, or nothing here can ask.
port="${PLUMBLINE_PORT:-8080}"
url="http://127.0.0.1:$port/health/ready"

if command -v curl >/dev/null 2>&1; then
    exec curl --silent --show-error --fail --max-time 4 --output /dev/null "$url"
fi
if command -v wget >/dev/null 2>&1; then
    exec wget -q -T 4 -O /dev/null "$url"
fi
if command -v bash >/dev/null 2>&1; then
    # $1 is bash's own.
    # shellcheck disable=SC2016
    exec bash -c '
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf "GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n" "$1" >&3
        IFS= read -r -t 4 answer <&3 || exit 1
        case "$answer" in
            HTTP/1.?" 200 "*) exit 0 ;;
            *) echo "answered: $answer" >&2; exit 1 ;;
        esac' healthcheck "$port"
fi
echo "no curl, wget or bash in this image: cannot ask $url" >&2
exit 1
