# Envoy itself tests only its main file: listeners, clusters and secrets are taken up later. Here they stand in one file,
# as if they had been there from the start.

here=$(cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# part FILE KEY: the resources of a file, as the main file would have them. Secrets are in the same file, so that none
# need be fetched.
part() {
    echo "  $2:"
    sed -e '/^resources:/d' -e '/ sds_config:$/{N;N;d;}' -e '/^  - "@type":/{N;s/.*\n    /  - /;}' "$here/$1"
}

{
    cat "$here/envoy.yaml"
    echo 'static_resources:'
    part secrets.yaml secrets
    part listeners.yaml listeners
    part clusters.yaml clusters
} >"$work/envoy.yaml"
"${ENVOY:-envoy}" --mode validate --log-level warning -c "$work/envoy.yaml"
