use crate::balancer::{Operation, Trouble};

/// How an operator handles it. The commands are Debian's; on Red Hat Enterprise Linux the unit is `httpd`.
pub(super) const OPERATION: Operation = Operation {
    folder: Some("/etc/apache2/"),
    test: "sudo apachectl configtest",
    reload: "sudo apachectl graceful",
    restart: "sudo systemctl restart apache2",
    drain: "Add `status=+N` (drain: sessions that it has, and no others) to the node's `BalancerMember` lines, or `status=+D` \
            (nothing at all); test and reload.",
    prepare: &[
        "Debian and Ubuntu: `sudo apt-get install apache2` is all; modules need no `a2enmod`, and what `a2ensite` and `a2enconf` \
         switch on counts no longer. When an update asks about `apache2.conf`, keep yours.",
        "Red Hat Enterprise Linux and its kin: `sudo dnf install httpd mod_ssl mod_http2`, copy the folder over `/etc/httpd/` \
         instead, and say `httpd` where the unit is called `apache2`.",
        "With SELinux, let httpd open connections: `sudo setsebool -P httpd_can_network_connect on`.",
    ],
    troubles: &[
        Trouble {
            sign: "`AH00961: HCOH: failed to enable ssl support for …` and every node is down",
            cause: "The `SSLProxy…` lines are missing from the server's own part. They belong into `wso2/common.conf`, not \
                    into a virtual host.",
        },
        Trouble {
            sign: "`AH03303: Threaded Health check DISABLING https://…`",
            cause: "The node did not answer its health check twice in a row. Ask it by hand: `curl -k` with the path of \
                    `hcuri`, from the load balancer.",
        },
        Trouble {
            sign: "`AH02411: SSL Proxy: Peer certificate does not match for hostname …`",
            cause: "The node shows a certificate without the public host name: the product's own, mostly. Give it the keystore \
                    that `tls/make-certificates.sh` made. Now and then a client gets 503.",
        },
        Trouble {
            sign: "`AH00957: … attempt to connect to … failed` with `(13)Permission denied`",
            cause: "SELinux: `sudo setsebool -P httpd_can_network_connect on`.",
        },
        Trouble {
            sign: "`AH00072: make_sock: could not bind to address …`",
            cause: "Another program has the port, or another httpd runs: `sudo ss -ltnp`.",
        },
        Trouble {
            sign: "`AH00484: server reached MaxRequestWorkers setting`",
            cause: "More requests wait for nodes than there are threads. Slow nodes first; then raise `MaxRequestWorkers` and \
                    `ServerLimit` in `apache2.conf`.",
        },
        Trouble {
            sign: "With little to do one node gets every new client, after `AH00052: child pid … exit signal …`",
            cause: "A process of httpd died while it waited for the others, and still counts as busy with them. It matters \
                    only while there is little to do; `sudo systemctl restart apache2` sets it right.",
        },
        Trouble {
            sign: "A client moves from node to node although it sends `JSESSIONID`",
            cause: "The id has no route at its end: `jvmRoute` is missing from the node's `catalina-server.xml`, or the node \
                    has not been restarted since.",
        },
        Trouble {
            sign: "Clients see `handshake failure` (alert 40) instead of a certificate",
            cause: "The client names no host in its handshake, or one that is not served: it shall call the load balancer by \
                    its name, not by its address.",
        },
    ],
};
