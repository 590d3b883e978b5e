use crate::balancer::{Operation, Trouble};

/// How an operator handles it. The messages are those of HAProxy 2.6 and 3.0.
pub(super) const OPERATION: Operation = Operation {
    folder: Some("/etc/haproxy/"),
    test: "sudo haproxy -c -V -f /etc/haproxy/haproxy.cfg",
    reload: "sudo systemctl reload haproxy",
    restart: "sudo systemctl restart haproxy",
    drain: "Drain the node in each back end that has it: `echo 'set server <back end>/<node> state drain' | sudo socat stdio \
            /var/lib/haproxy/admin.sock`. Clients that have its cookie still reach it: wait for them, then say `maint` for \
            `drain`, and `ready` when it is back. A restart or a reload forgets it.",
    prepare: &[
        "On Red Hat and its kin SELinux keeps HAProxy from the nodes' ports until `sudo setsebool -P haproxy_connect_any 1`.",
        "HAProxy reads certificate, chain and key from one file, `ssl/<name>.pem`, in this order. Where another authority signs, \
         put its certificate and chain there too.",
    ],
    troubles: &[
        Trouble {
            sign: "`unable to stat SSL certificate from file 'ssl/wrk.pem' : No such file or directory`",
            cause: "The certificates were not copied: `tls/make-certificates.sh` of the bundle makes them, in `ssl` beside \
                    `haproxy.cfg`.",
        },
        Trouble {
            sign: "`Layer6 invalid response, info: \"Server presented an SSL certificate different from the expected one\"`",
            cause: "The node's certificate is not for the public host name: it still has the product's own, or another host's. \
                    Give it the keystore of the bundle.",
        },
        Trouble {
            sign: "`Layer4 connection problem, info: \"Connection refused\"` for a node that runs",
            cause: "It is still starting, listens elsewhere (look for a port offset), or a firewall is between.",
        },
        Trouble {
            sign: "`cannot bind socket (Address already in use) for [0.0.0.0:80]`",
            cause: "Another program has the port, often the web server that the system came with: `sudo ss -ltnp` tells which.",
        },
        Trouble {
            sign: "`cannot bind socket (Permission denied) for [0.0.0.0:80]`, or `Cannot chroot(/var/lib/haproxy)`",
            cause: "It does not start as root. Start it by its unit; in a container leave `user`, `group` and `chroot` out.",
        },
        Trouble {
            sign: "`[haproxy.main()] Cannot raise FD limit to 16039, limit is 4096.`",
            cause: "The machine or the container allows too few open files: raise that (`LimitNOFILE`, `ulimit -n`), or lower \
                    `maxconn`.",
        },
        Trouble {
            sign: "421 for every request",
            cause: "The request names another host than the design: an address, or a name that is only in `/etc/hosts`.",
        },
    ],
};
