# shellcheck shell=sh
# For other scripts to read: puts a Node of 20.19 or newer on the path where there is none and npm can get one. They say with
# `recent` whether there is.

recent() {
    command -v npm >/dev/null 2>&1 && node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

# Debian 12's Node is 18: npm itself has newer ones.
if ! recent && command -v npm >/dev/null 2>&1; then
    newer=node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
    npm install --prefix "$PWD/../target/node" --no-save --no-audit --no-fund --loglevel=error "$newer@22" >/dev/null 2>&1 || true
    PATH=$PWD/../target/node/node_modules/$newer/bin:$PATH
    export PATH
fi
