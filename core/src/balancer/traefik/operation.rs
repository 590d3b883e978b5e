//! How an operator handles Traefik.

use super::FOLDER;
use crate::balancer::{Operation, Trouble};

pub(super) const OPERATION: Operation = Operation {
    folder: Some(FOLDER),
    test: "sudo journalctl -u traefik -p warning --since -1min",
    reload: "sudo touch /etc/traefik/dynamic/wso2.yml",
    restart: "sudo systemctl restart traefik",
    drain: "Remove the node's `url` from the services in `dynamic/wso2.yml`: Traefik takes the file up at once. Its clients \
            move to other nodes with their next request.",
    prepare: &[
        "Traefik has no package: put its program at `/usr/local/bin/traefik`, and run it by a unit of systemd as a user of its \
         own, `traefik`, with `AmbientCapabilities=CAP_NET_BIND_SERVICE` and `ExecStart=/usr/local/bin/traefik \
         --configFile=/etc/traefik/traefik.yml`.",
        "Let it read the keys and nobody else: `sudo chown -R root:traefik /etc/traefik/ssl && sudo chmod 750 \
         /etc/traefik/ssl && sudo chmod 640 /etc/traefik/ssl/*.key`.",
        "Have the folder of its log: `sudo install -d -o traefik -g traefik -m 750 /var/log/traefik`; rotate it by `logrotate`, \
         with `USR1` to Traefik.",
        "Traefik has no command that tests files. It leaves the old ones in force where new dynamic ones have an error, and says \
         so in its journal; a change of `traefik.yml` counts from the next restart on.",
    ],
    troubles: &[
        Trouble {
            sign: "502, `Bad Gateway`, and `tls: failed to verify certificate: x509: certificate signed by unknown authority` in \
                   the journal",
            cause: "The nodes' certificates are not signed by the authority in `ssl/ca.crt`: carry the keystores of the bundle \
                    to the nodes, and restart them.",
        },
        Trouble {
            sign: "503, `no available server`",
            cause: "Every node failed its health check, or has just refused connections: see the warnings `Health check failed.` \
                    in the journal.",
        },
        Trouble {
            sign: "`tlsv1 unrecognized name` at a client",
            cause: "It asks for a name that is not served here, or for none: an address is no name. Ask for the host name.",
        },
        Trouble {
            sign: "`field not found, node: …` in the journal, and Traefik does not start",
            cause: "Traefik is older than the version that the files are written for: see their heads.",
        },
    ],
};
