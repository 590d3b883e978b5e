# Envoy itself tests only its main file: listeners, clusters and secrets are taken up later. Here they stand in one file,
# as if they had been there from the start.

here=$(cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# part KEY FILE…: the resources of files, as the main file would have them. Secrets stand there too, so that none need be
# fetched.
part() {
    echo "  $1:"
    shift
    sed -e '/^resources:/d' -e '/ sds_config:$/{N;N;d;}' -e '/^  - "@type":/{N;s/.*\n    /  - /;}' "$@"
}

{
    cat "$here/envoy.yaml"
    echo 'static_resources:'
    part secrets "$here"/secrets/*.yaml
    part listeners "$here/listeners.yaml"
    part clusters "$here/clusters.yaml"
} >"$work/envoy.yaml"
# Where something is wrong stands at the beginning; all of the files may follow on the same line.
"${ENVOY:-envoy}" --mode validate --log-level warning -c "$work/envoy.yaml" >"$work/said" 2>&1 && good=yes || good=no
cut -c 1-1000 "$work/said"
[ "$good" = yes ]
