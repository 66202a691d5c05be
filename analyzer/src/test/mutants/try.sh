#!/bin/sh
# Breaks the analyzer, or another module that a patch names, on purpose, one patch after the other, each in a copy, and runs the tests that must notice.
# Fails when a patch no longer applies, does not compile, or leaves the tests green.
#
#   analyzer/src/test/mutants/try.sh [name …]     all patches, or those named
#   MVN='mvn -o' analyzer/src/test/mutants/try.sh another Maven
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mvn=${MVN:-mvn}
survived=0

(cd "$root" && git ls-files -z -co --exclude-standard) | (cd "$root" && xargs -0 tar cf - 2>/dev/null) | tar xf - -C "$copy" || exit 2
cd "$copy" || exit 2

judge() { # goal, tests, module
    $mvn -q -pl "$3" -am -Dtest="$2" -Dsurefire.failIfNoSpecifiedTests=false "$1" >"$copy/output.txt" 2>&1
}

if [ $# -eq 0 ]; then
    for patch in "$here"/*.patch; do
        set -- "$@" "$(basename "$patch" .patch)"
    done
fi
for name in "$@"; do
    patch="$here/$name.patch"
    tests=$(sed -n 's/^Tests: //p' "$patch")
    module=$(sed -n 's/^Module: //p' "$patch")
    module=${module:-analyzer}
    if ! patch -s -p1 <"$patch"; then
        echo "$name: the patch no longer applies; make it anew."
        exit 2
    fi
    if ! judge test-compile "$tests" "$module"; then
        grep ERROR "$copy/output.txt" | head -5
        echo "$name: does not compile; make it anew."
        exit 2
    fi
    if judge test "$tests" "$module"; then
        echo "$name: SURVIVED, $tests stay green."
        survived=1
    else
        echo "$name: noticed by $tests."
    fi
    patch -s -R -p1 <"$patch"
done
exit $survived
