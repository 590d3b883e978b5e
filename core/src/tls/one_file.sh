# one_file NAME CERTIFICATE: certificate, chain and key in one file, for a balancer that wants them so.
one_file() {
    ssl=$bundle/balancers/$1/ssl
    cat "$ssl/$2.crt" "$here/authority/ca.crt" "$ssl/$2.key" >"$work/pem"
    chmod 600 "$work/pem"
    mv "$work/pem" "$ssl/$2.pem"
}
