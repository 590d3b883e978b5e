#!/bin/sh
# Builds the npm package and runs its tests, where Node 20.19 or newer and npm are to be had; says so where they are not.
set -eu
cd "$(dirname "$0")"

recent() {
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

if ! command -v npm >/dev/null 2>&1; then
    echo "skipped: the npm package is not built and not tested, there is no npm here"
    exit 0
fi
if ! recent; then
    # Debian 12's Node is 18: npm itself has newer ones.
    newer=node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
    npm install --prefix ../target/node --no-save --no-audit --no-fund --loglevel=error "$newer@22" >/dev/null 2>&1 || true
    PATH=$PWD/../target/node/node_modules/$newer/bin:$PATH
    export PATH
fi
if ! recent; then
    echo "skipped: the npm package is not built and not tested, that takes Node 20.19 or newer ($(node --version 2>/dev/null || echo none) is installed)"
    exit 0
fi

node build.mjs
node build.mjs test
node test/run.mjs
