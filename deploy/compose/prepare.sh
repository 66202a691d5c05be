#!/bin/sh
# Makes the secrets of one installation, in ./secrets: tokens for the administrator, for CI, for Prometheus and for the
# front, and Grafana's password. Leaves alone what is there. Needs nothing but POSIX tools.
set -eu

cd "$(dirname "$0")"
umask 022
if [ -e secrets/tokens ]; then
    echo 'secrets/tokens is there already: nothing was changed' >&2
    exit 0
fi
mkdir -p secrets
# The folder is closed to others. The files inside are not: in a container each is mounted alone, and is read by a user
# of that image whom this machine does not know.
chmod 700 secrets

secret() {
    head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
}

sha256() {
    if command -v sha256sum >/dev/null 2>&1; then
        printf '%s' "$1" | sha256sum | cut -d ' ' -f 1
    else
        printf '%s' "$1" | shasum -a 256 | cut -d ' ' -f 1
    fi
}

# name, role: prints the token, and adds its line to the token file.
mint() {
    token="plb_$(secret)"
    hash=$(sha256 "$token")
    [ "${#hash}" -eq 64 ] || { echo 'neither sha256sum nor shasum works here' >&2; exit 1; }
    printf '%s %s %s\n' "$1" "$2" "$hash" >> secrets/tokens.new
    printf '%s' "$token"
}

rm -f secrets/tokens.new
mint admin admin > secrets/admin-token
mint ci publisher > secrets/ci-token
mint prometheus viewer > secrets/prometheus-token
front=$(mint front viewer)
# $http_authorization is nginx's.
# shellcheck disable=SC2016
printf 'map $http_authorization $front_authorization {\n    default $http_authorization;\n    ""      "Bearer %s";\n}\n' \
    "$front" > secrets/front-authorization.conf
secret > secrets/grafana-admin-password
# Last: its being there says that all are.
mv secrets/tokens.new secrets/tokens

echo "made $(pwd)/secrets: admin-token for you, ci-token for the jobs that upload, grafana-admin-password for the user «admin»" >&2
