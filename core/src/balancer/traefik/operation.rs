//! How an operator handles Traefik.

use super::FOLDER;
use crate::balancer::{Operation, Trouble};

pub(super) const OPERATION: Operation = Operation {
    folder: Some(FOLDER),
    test: "sudo journalctl -u traefik -p warning --since -1min",
    reload: "sudo touch /etc/traefik/dynamic/wso2.yml",
    restart: "sudo systemctl restart traefik",
    drain: "Remove the node's `url` from the services in a copy of `dynamic/wso2.yml`, and move the copy over it with `mv`: \
            Traefik takes the file up at once. Its clients move to other nodes with their next request.",
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
        "Once it runs, never write `dynamic/wso2.yml` in place: copy the new one to `/etc/traefik/`, and `mv` it from there. \
         Traefik reads a file while it is written, an empty one is without error, and what is in it two seconds later is \
         read two seconds later: until then every request is answered with 404.",
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
            sign: "`404 page not found` to every request, for some two seconds after a change",
            cause: "`dynamic/wso2.yml` was written in place, and Traefik read it before it was whole: move new files there \
                    with `mv`.",
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
