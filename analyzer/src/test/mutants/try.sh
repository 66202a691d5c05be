#!/usr/bin/env bash
# Breaks the analyzer, or another module that a patch names, on purpose, one patch after the other, and runs the tests that must notice: the
# patched file is compiled by itself and put before the classes of the build. Nothing in the checkout is changed but its target folders.
# Fails when a patch no longer applies, does not compile, or leaves the tests green.
#
#   JAVA_HOME=/a/jdk25 analyzer/src/test/mutants/try.sh [name …]     all patches, or those named
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:?name the JDK 25 whose compiler and runtime are to be used}/bin
survived=0

give_up() {
    printf '%s\n' "$1" >&2
    exit 2
}

tests_of() {
    sed -n 's/^Tests: //p' "$here/$1.patch"
}

module_of() {
    local module
    module=$(sed -n 's/^Module: //p' "$here/$1.patch")
    echo "${module:-analyzer}"
}

cd "$root"
# what the build has compiled already is not compiled again
./mvnw -q -B -ntp -pl analyzer,ingest -am test-compile \
    dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/tests.classpath
junit=$(sed -n 's:.*<junit.version>\(.*\)</junit.version>.*:\1:p' pom.xml)
./mvnw -q -B -ntp -N dependency:copy -Dartifact="org.junit.platform:junit-platform-console-standalone:$junit" \
    -DoutputDirectory="$work"
console=$work/junit-platform-console-standalone-$junit.jar

compile() { # name, module: the patched files into $work/classes
    local files=() file
    rm -rf "$work/source" "$work/classes"
    mkdir -p "$work/classes"
    while IFS= read -r file; do
        mkdir -p "$work/source/$(dirname "$file")"
        cp "$file" "$work/source/$file"
        files+=("$work/source/$file")
    done < <(sed -n 's:^+++ b/\([^	]*\).*:\1:p' "$here/$1.patch")
    patch -s -p1 -d "$work/source" <"$here/$1.patch" >/dev/null || give_up "$1: the patch no longer applies; make it anew."
    "$java/javac" -proc:none -nowarn -implicit:none -d "$work/classes" \
        -cp "$2/target/classes:$(<"$2/target/tests.classpath")" "${files[@]}" 2>"$work/output.txt" || {
        cat "$work/output.txt" >&2
        give_up "$1: does not compile; make it anew."
    }
}

# Ends with 0 where all tests passed and 1 where one failed; anything else says that none could be run.
judge() { # module, names of test classes
    (cd "$1" && "$java/java" -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED -Xmx1g \
        -cp "$work/classes:target/test-classes:target/classes:$(<target/tests.classpath):$console" \
        org.junit.platform.console.ConsoleLauncher execute --scan-classpath target/test-classes \
        --include-classname ".*\.(${2//,/|})" --fail-if-no-tests --details none --disable-banner) >"$work/output.txt" 2>&1
}

if [[ $# -eq 0 ]]; then
    for patch in "$here"/*.patch; do
        set -- "$@" "$(basename "$patch" .patch)"
    done
fi

# What fails unbroken notices nothing.
mkdir "$work/classes"
for module in analyzer ingest; do
    tests=
    for name in "$@"; do
        if [[ $(module_of "$name") == "$module" ]]; then
            tests=${tests:+$tests,}$(tests_of "$name")
        fi
    done
    if [[ -n $tests ]] && ! judge "$module" "$tests"; then
        cat "$work/output.txt" >&2
        give_up "$tests must be green before anything is broken."
    fi
done

for name in "$@"; do
    tests=$(tests_of "$name")
    module=$(module_of "$name")
    compile "$name" "$module"
    code=0
    judge "$module" "$tests" || code=$?
    case $code in
        0)
            echo "$name: SURVIVED, $tests stay green."
            survived=1
            ;;
        1) echo "$name: noticed by $tests." ;;
        *)
            cat "$work/output.txt" >&2
            give_up "$name: $tests could not be run."
            ;;
    esac
done
exit $survived
