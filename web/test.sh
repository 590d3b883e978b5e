#!/bin/sh
# Builds the pages and runs their tests, in a browser too where there is one. The npm package must be built.
set -eu
cd "$(dirname "$0")"

# shellcheck source=../tests/node.sh
. ../tests/node.sh
if ! recent || [ ! -e ../wasm/pkg/package.json ]; then
    echo "skipped: the pages are neither built nor tested, that takes Node 20.19 or newer, npm and the npm package (wasm/build.mjs)"
    exit 0
fi

npm ci --no-audit --no-fund --loglevel=error
npm run --silent check
npm test --silent
npm run --silent build
cd ../tests/browser
npm ci --no-audit --no-fund --loglevel=error
npm test --silent
