//! How an operator handles Caddy.

use super::FOLDER;
use crate::balancer::{Operation, Trouble};

pub(super) const OPERATION: Operation = Operation {
    folder: Some(FOLDER),
    test: "sudo -u caddy caddy validate --config /etc/caddy/Caddyfile",
    reload: "sudo systemctl reload caddy",
    restart: "sudo systemctl restart caddy",
    drain: "Put `#` before the node's `to` lines in the load balancer; test and reload. Its clients move to other nodes with \
            their next request.",
    prepare: &[
        "Let Caddy, which runs as the user `caddy`, read the keys and nobody else: \
         `sudo chown -R root:caddy /etc/caddy/ssl && sudo chmod 750 /etc/caddy/ssl && sudo chmod 640 /etc/caddy/ssl/*.key`.",
        "Have the folders that Caddy writes to: `sudo install -d -o caddy -g caddy -m 750 /var/lib/caddy /var/log/caddy`.",
        "Let new connections pass from the old listener to the new one when files are taken up, from Linux 5.14 on: \
         `echo net.ipv4.tcp_migrate_req=1 | sudo tee /etc/sysctl.d/60-caddy.conf && sudo sysctl -p /etc/sysctl.d/60-caddy.conf`. \
         Without it those that wait to be taken are reset.",
        "So that nobody finds out a node's address from a cookie, give Caddy a secret, the same on every load balancer of \
         these hosts: `sudo systemctl edit caddy`, and below `[Service]` the line `Environment=WSO2_LB_SECRET=…`. Then always \
         reload by `systemctl`: `caddy reload` of a shell does not know the secret, and every client would move to another \
         node.",
    ],
    troubles: &[
        Trouble {
            sign: "`open /var/log/caddy/….access.log: permission denied`",
            cause: "Someone tested the files as root, and Caddy made its logs then. Give them back: \
                    `sudo chown -R caddy:caddy /var/log/caddy`; test as the user `caddy`.",
        },
        Trouble {
            sign: "`open /etc/caddy/ssl/….key: permission denied`",
            cause: "The keys were copied by root: `sudo chown root:caddy /etc/caddy/ssl/*.key && sudo chmod 640 \
                    /etc/caddy/ssl/*.key`.",
        },
        Trouble {
            sign: "503 at once for every request, and `tls: failed to verify certificate: x509: certificate signed by unknown \
                   authority` in the journal",
            cause: "The nodes' certificates are not signed by the authority in `ssl/ca.crt`: carry the keystores of the bundle \
                    to the nodes, and restart them.",
        },
        Trouble {
            sign: "`tlsv1 alert internal error` at a client",
            cause: "It asks for a name that is not served here, or for none: an address is no name. Ask for the host name.",
        },
        Trouble {
            sign: "421 for a host that is served",
            cause: "The TLS handshake was for another name than the request, as happens where a client keeps one connection for \
                    several names; or the port in the URL is not the one that Caddy listens on.",
        },
    ],
};
