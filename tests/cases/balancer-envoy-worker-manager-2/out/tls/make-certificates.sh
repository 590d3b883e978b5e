#!/bin/sh
# Certificates and keystores of the cluster esb.
#
#   tls/make-certificates.sh [--truststore FILE] [--force]
#
# Run it in the bundle before the files are carried to their machines. It makes an authority of the cluster's own,
# a certificate for each host name of each load balancer and for each node, and the nodes' keystores.
# Run it again at any time: keys and certificates that are good stay; one that ends soon, or whose names have
# changed, is issued anew for the same key.
#
#   --truststore FILE  the product's client-truststore.jks, which the authority is added to. Without it the product
#                      is looked for at its usual place; without that the nodes trust the authority alone.
#   --force            new keys and certificates for everyone. The authority stays: to replace it as well, remove
#                      tls/authority first, and carry the new truststore to every node.
#
# tls/authority/ca.key can sign for every name that nodes and load balancers trust: keep it off their machines.
set -eu

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

# The password of keystores and their keys: one for both, or Tomcat cannot open the key.
KEYSTORE_PASSWORD=${WSO2_KEYSTORE_PASSWORD:?set it to the password}
export KEYSTORE_PASSWORD
# The truststore keeps the password that the product's own files name.
TRUSTSTORE_PASSWORD=${TRUSTSTORE_PASSWORD:-wso2carbon}
export TRUSTSTORE_PASSWORD
cluster=esb
key_kind=ecdsa
days=90
# Seconds before its end at which a certificate is issued anew: a month, or a third of a short life.
margin=2592000
security=repository/resources/security
keystore=wso2tls.jks
key_alias=wso2carbon
truststore_name=client-truststore.jks
product_truststore=/opt/wso2/esb-5.0.0/repository/resources/security/client-truststore.jks

[ "${#KEYSTORE_PASSWORD}" -ge 6 ] || fail 'a keystore needs a password of at least 6 characters'

# Runs a command that talks much, and shows what it said only if it fails.
quietly() {
    "$@" >"$work/log" 2>&1 && return
    cat "$work/log" >&2
    return 1
}

# make_key FILE ecdsa|rsa
make_key() {
    case $2 in
        ecdsa) quietly "$openssl" genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/key" ;;
        rsa) quietly "$openssl" genpkey -algorithm RSA -pkeyopt "rsa_keygen_bits:$3" -out "$work/key" ;;
    esac || fail "no key for $1"
    mv "$work/key" "$1"
}

# The cluster's own authority: P-256, ten years, and no authority below it.
authority() {
    ca=$here/authority
    mkdir -p "$ca"
    [ -s "$ca/ca.key" ] || make_key "$ca/ca.key" ecdsa
    [ -s "$ca/ca.crt" ] && return
    cat >"$work/ca.cnf" <<END
[req]
distinguished_name = name
x509_extensions = authority
prompt = no
[name]
O = $cluster
CN = $cluster authority
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
END
    quietly "$openssl" req -x509 -new -key "$ca/ca.key" -sha256 -days 3650 -config "$work/ca.cnf" -out "$work/ca.crt" ||
        fail 'no certificate for the authority'
    chmod 644 "$work/ca.crt"
    mv "$work/ca.crt" "$ca/ca.crt"
}

# issue BASE KIND BITS HOST NAMES USAGE: BASE.key, and BASE.crt for NAMES. BASE.ext keeps what was asked for, so that a
# change of it is seen. Sets `issued` to yes or no.
issue() {
    base=$1 kind=$2 host=$4 issued=no
    cat >"$work/ext" <<END
# $kind $3, signed by $("$openssl" x509 -in "$here/authority/ca.crt" -noout -serial)
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = $6
subjectAltName = $5
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END
    mkdir -p "$(dirname -- "$base")"
    if [ "$force" = yes ] || [ ! -s "$base.key" ] || ! grep -qs "^# $kind $3," "$base.ext"; then
        make_key "$base.key" "$kind" "$3"
        rm -f "$base.crt"
    fi
    if [ ! -s "$base.crt" ] || ! cmp -s "$work/ext" "$base.ext" ||
        ! quietly "$openssl" x509 -in "$base.crt" -noout -checkend "$margin"; then
        # A common name has room for 64 characters; the names that count are the alternative ones.
        common=$host
        [ "${#common}" -le 64 ] || common=$cluster
        quietly "$openssl" req -new -key "$base.key" -sha256 -subj "/O=$cluster/CN=$common" -out "$work/csr" ||
            fail "no request for $base"
        quietly "$openssl" x509 -req -in "$work/csr" -CA "$here/authority/ca.crt" -CAkey "$here/authority/ca.key" \
            -set_serial "0x$("$openssl" rand -hex 16)" -sha256 -days "$days" -extfile "$work/ext" -out "$work/crt" ||
            fail "no certificate for $base"
        chmod 644 "$work/crt"
        mv "$work/crt" "$base.crt"
        mv "$work/ext" "$base.ext"
        issued=yes
    fi
    quietly "$openssl" verify -CAfile "$here/authority/ca.crt" -purpose sslserver -verify_hostname "$host" "$base.crt" ||
        fail "$base.crt does not stand for $host"
    printf '%-7s %-44s %-28s %s\n' "$([ "$issued" = yes ] && echo new || echo kept)" "${base#"$bundle/"}.crt" \
        "$("$openssl" x509 -in "$base.crt" -noout -enddate | cut -d= -f2)" "$host"
}

# balancer NAME CERTIFICATE HOST
balancer() {
    ssl=$bundle/balancers/$1/ssl
    issue "$ssl/$2" "$key_kind" 3072 "$3" "DNS:$3" serverAuth
    cp "$here/authority/ca.crt" "$ssl/ca.crt"
    chmod 644 "$ssl/ca.crt"
}

# The product's truststore, with the authority. Nodes need it where they call each other by the public names. It holds
# public certificates, and half a dozen files of the product name its password: that one stays.
truststore() {
    trust=$here/$truststore_name
    from=$product_truststore_said
    if [ -z "$from" ] && [ ! -s "$trust" ]; then
        if [ -r "$product_truststore" ]; then
            from=$product_truststore
        else
            printf 'make-certificates: no product at %s, so nodes will trust this cluster only (--truststore FILE)\n' \
                "$product_truststore" >&2
        fi
    fi
    if [ -n "$from" ]; then
        cp "$from" "$work/trust" || fail "$from cannot be read"
        chmod 600 "$work/trust"
        quietly "$keytool" -list -keystore "$work/trust" -storepass:env TRUSTSTORE_PASSWORD ||
            fail "$from has another password: say it in TRUSTSTORE_PASSWORD"
        mv "$work/trust" "$trust"
    fi
    trusted "$cluster-authority" "$here/authority/ca.crt"
}

# trusted ALIAS CERTIFICATE
trusted() {
    quietly "$keytool" -delete -alias "$1" -keystore "$here/$truststore_name" -storepass:env TRUSTSTORE_PASSWORD 2>/dev/null ||
        true
    quietly "$keytool" -importcert -noprompt -alias "$1" -file "$2" -keystore "$here/$truststore_name" -storetype JKS \
        -storepass:env TRUSTSTORE_PASSWORD || fail "$2 does not go into $truststore_name"
}

# trust_balancer NAME CERTIFICATE: also where another authority signs it later.
trust_balancer() {
    trusted "$cluster-$1-$2" "$bundle/balancers/$1/ssl/$2.crt"
}

# trusting_node NODE
trusting_node() {
    mkdir -p "$bundle/nodes/$1/$security"
    cp "$here/$truststore_name" "$bundle/nodes/$1/$security/$truststore_name"
    chmod 600 "$bundle/nodes/$1/$security/$truststore_name"
}

# node NODE HOST NAMES: RSA, which every Java of these products and every client of theirs knows.
node() {
    trusting_node "$1"
    issue "$here/nodes/$1" rsa 2048 "$2" "$3" serverAuth,clientAuth
    store=$bundle/nodes/$1/$security/$keystore
    if [ "$issued" = no ] && [ -s "$store" ] &&
        quietly "$keytool" -list -alias "$key_alias" -keystore "$store" -storepass:env KEYSTORE_PASSWORD 2>/dev/null; then
        return
    fi
    # Triple DES and SHA-1, in a file that lives for a moment: Java 8 before u301 reads no newer PKCS #12.
    quietly "$openssl" pkcs12 -export -in "$here/nodes/$1.crt" -inkey "$here/nodes/$1.key" \
        -certfile "$here/authority/ca.crt" -name "$key_alias" -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 \
        -passout env:KEYSTORE_PASSWORD -out "$work/p12" || fail "no PKCS #12 file for $1"
    rm -f "$work/jks"
    quietly "$keytool" -importkeystore -noprompt -alias "$key_alias" \
        -srckeystore "$work/p12" -srcstoretype PKCS12 -srcstorepass:env KEYSTORE_PASSWORD \
        -destkeystore "$work/jks" -deststoretype JKS -deststorepass:env KEYSTORE_PASSWORD \
        -destkeypass:env KEYSTORE_PASSWORD || fail "no keystore for $1"
    mv "$work/jks" "$store"
}

authority
balancer lb wrk esb.example.com
balancer lb mgt mgt.esb.example.com

truststore
trust_balancer lb wrk
trust_balancer lb mgt

node manager-1 mgt.esb.example.com DNS:mgt.esb.example.com,DNS:esb.example.com,DNS:manager-1,IP:10.0.1.11,DNS:localhost
node manager-2 mgt.esb.example.com DNS:mgt.esb.example.com,DNS:esb.example.com,DNS:manager-2,IP:10.0.1.12,DNS:localhost
node worker-1 esb.example.com DNS:esb.example.com,DNS:worker-1,IP:10.0.2.21,DNS:localhost
node worker-2 esb.example.com DNS:esb.example.com,DNS:worker-2,IP:10.0.2.22,DNS:localhost
node worker-3 esb.example.com DNS:esb.example.com,DNS:worker-3,IP:10.0.2.23,DNS:localhost

printf '\nThe authority is tls/authority/ca.crt. Its key, and the folder tls/nodes, stay here.\n'
