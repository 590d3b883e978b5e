umask 077
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
bundle=$(dirname -- "$here")
force=no
product_truststore_said=

fail() {
    printf 'make-certificates: %s\n' "$*" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --force) force=yes ;;
        --truststore)
            [ $# -ge 2 ] || fail '--truststore needs a file'
            product_truststore_said=$2
            shift
            ;;
        *) fail "there is no option $1; there are --truststore FILE and --force" ;;
    esac
    shift
done

openssl=${OPENSSL:-openssl}
command -v "$openssl" >/dev/null || fail 'openssl is not installed'
keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool
command -v "$keytool" >/dev/null || fail "$keytool is not there: set JAVA_HOME to a Java of the product's"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
