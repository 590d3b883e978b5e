#!/bin/sh
# Builds the npm package and runs its tests, where Node 20.19 or newer and npm are to be had; says so where they are not.
set -eu
cd "$(dirname "$0")"

# shellcheck source=../tests/node.sh
. ../tests/node.sh
if ! recent; then
    echo "skipped: the npm package is neither built nor tested, that takes Node 20.19 or newer and npm ($(node --version 2>/dev/null || echo none) is installed)"
    exit 0
fi

node build.mjs
node node_modules/prettier/bin/prettier.cjs --check --log-level warn build.mjs build js test
node build.mjs test
node test/run.mjs
