//! How an operator handles NGINX.

use crate::balancer::{Operation, Trouble};

pub(super) const OPEN_SOURCE: Operation = Operation {
    folder: Some("/etc/nginx/"),
    test: "sudo nginx -t",
    reload: "sudo nginx -s reload",
    restart: "sudo systemctl restart nginx",
    drain: "Mark the node's `server` lines in `conf.d/10-*-upstreams.conf` as `down`, test, and reload: requests that it \
            has are finished. From NGINX 1.29.6 on `drain` in place of `down` leaves it the clients that are tied to it.",
    prepare: &[NGINX_ORG, SECURITY_ENHANCED],
    troubles: &[
        OTHER_VERSION,
        NO_CERTIFICATE,
        WEAK_CERTIFICATE,
        OLD_OPENSSL,
        UNKNOWN_NODE,
        OTHER_FILES,
        TAKEN_PORT,
        FORBIDDEN,
        STRANGE_NODE,
        OTHER_NAME,
        NO_NODE,
        SLOW,
        LONG_ANSWER_HEADER,
        LARGE_BODY,
        LONG_HEADER,
        MISDIRECTED,
    ],
};

pub(super) const PLUS: Operation = Operation {
    drain: "Drain the node by the load balancer's API, or mark its `server` lines in `conf.d/10-*-upstreams.conf` as \
            `drain`, test, and reload: it keeps the clients that are tied to it and gets no new ones.",
    prepare: &[
        "From release 33 on NGINX Plus starts only with its licence: put `license.jwt` into `/etc/nginx/` too.",
        NGINX_ORG,
        SECURITY_ENHANCED,
    ],
    ..OPEN_SOURCE
};

const NGINX_ORG: &str = "Remove `/etc/nginx/conf.d/default.conf` if a package brought it: the main file reads everything \
                         in that folder, and its virtual host would answer to `localhost`.";

const SECURITY_ENHANCED: &str = "Where SELinux guards the machine, let NGINX connect to the nodes: \
                                 `sudo setsebool -P httpd_can_network_connect 1`.";

const OTHER_VERSION: Trouble = Trouble {
    sign: "`[emerg] unknown directive \"sticky\"`, `\"http2\"` or `\"ssl_reject_handshake\"`; `[warn] the \"listen ... http2\" \
           directive is deprecated`",
    cause: "The files are written for another version than the one that reads them. Write what `nginx -v` shows as \
            `version` of the load balancer into the design, and make the files anew.",
};

const NO_CERTIFICATE: Trouble = Trouble {
    sign: "`[emerg] cannot load certificate \"/etc/nginx/ssl/…\"`, or `SSL_CTX_load_verify_locations(\"/etc/nginx/ssl/ca.crt\") \
           failed`",
    cause: "The certificates have not been made, or not been copied with the other files.",
};

const WEAK_CERTIFICATE: Trouble = Trouble {
    sign: "`[emerg] SSL_CTX_use_certificate(…) failed (… ee key too small)`",
    cause: "A key of 1024 bits, as older instructions make them. Make the certificate anew with 2048 bits or an elliptic \
            curve; do not lower OpenSSL's security level.",
};

const OLD_OPENSSL: Trouble = Trouble {
    sign: "`[emerg] SSL_CTX_set1_curves_list(\"X25519:…\") failed`",
    cause: "NGINX was built with an OpenSSL before 1.1.0, which is no longer repaired. Take a newer package; until then \
            remove `X25519:` from `snippets/wso2-tls.conf`.",
};

const UNKNOWN_NODE: Trouble = Trouble {
    sign: "`[emerg] host not found in upstream \"…\"`",
    cause: "NGINX looks names of nodes up once, when it starts, and does not start while one is unknown. Put the names into \
            `/etc/hosts` of its machine, or write addresses into the design.",
};

const OTHER_FILES: Trouble = Trouble {
    sign: "`[emerg] a duplicate default server for 0.0.0.0:80`, `duplicate upstream`, or `[warn] conflicting server name`",
    cause: "Another file in `/etc/nginx/conf.d` says the same: one of a package, of an earlier design, or a copy. Remove it.",
};

const TAKEN_PORT: Trouble = Trouble {
    sign: "`[emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)`",
    cause: "Another program has the port; `sudo ss -ltnp` says which. Stop it, or give the load balancer other ports.",
};

const FORBIDDEN: Trouble = Trouble {
    sign: "503 at once, and `connect() to … failed (13: Permission denied) while connecting to upstream` in the log",
    cause: "SELinux forbids NGINX to connect: `sudo setsebool -P httpd_can_network_connect 1`.",
};

const STRANGE_NODE: Trouble = Trouble {
    sign: "503, and `upstream SSL certificate verify error: (18:self-signed certificate)`, `(20:unable to get local \
           issuer certificate)` or `(10:certificate has expired)` in the log",
    cause: "The node shows another certificate than the one that the cluster's authority gave it, such as the one that \
            products come with. Put its own key store in place, and restart the node.",
};

const OTHER_NAME: Trouble = Trouble {
    sign: "503, and `upstream SSL certificate does not match \"…\"` in the log",
    cause: "The node's certificate does not name the public host. Make it anew with the script of the bundle, which names \
            every public host that the node stands behind.",
};

const NO_NODE: Trouble = Trouble {
    sign: "503 with `Retry-After`, and `connect() failed (111: Connection refused)` or `no live upstreams while connecting to \
           upstream` in the log",
    cause: "No node takes connections: they are down, still starting, or a firewall is between. The log names the addresses \
            that were tried; ask one of them from the load balancer's machine.",
};

const SLOW: Trouble = Trouble {
    sign: "504, and `upstream timed out (110: Connection timed out) while reading response header from upstream` in the log",
    cause: "A service thinks for longer than `answer-timeout` of the load balancer in the design. The request may have been \
            carried out all the same.",
};

const LONG_ANSWER_HEADER: Trouble = Trouble {
    sign: "502, and `upstream sent too big header while reading response header from upstream` in the log",
    cause: "The headers of an answer are longer than 32 kB: mostly cookies that pile up. Raise `proxy_buffer_size` and \
            `proxy_busy_buffers_size` in `snippets/wso2-proxy.conf` together.",
};

const LARGE_BODY: Trouble = Trouble {
    sign: "413, and `client intended to send too large body` in the log",
    cause: "The message is larger than `body-limit` of the load balancer in the design.",
};

const LONG_HEADER: Trouble = Trouble {
    sign: "400 `Request Header Or Cookie Too Large`, or 414",
    cause: "A line of the header is longer than 16 kB, or the path is. Raise `large_client_header_buffers` in \
            `conf.d/00-wso2-common.conf`, and `maxHttpHeaderSize` of the nodes.",
};

const MISDIRECTED: Trouble = Trouble {
    sign: "421 `Misdirected Request`",
    cause: "The name in the TLS handshake is another one than the name in the request, or neither is served here. Browsers \
            open another connection by themselves; a program must use the public name for both.",
};
