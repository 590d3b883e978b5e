use super::{Draft, errors, headers};
use crate::design::NodeTls;
use crate::format::httpd::{Argument, Block, set};
use crate::plan::front::conduct;

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    listen(draft, &mut file);
    file.gap();
    server(&mut file);
    file.gap();
    limits(draft, &mut file);
    file.gap();
    logs(&mut file);
    file.gap();
    tls(&mut file);
    file.gap();
    proxy(&mut file);
    if draft.front.upstreams.iter().any(|upstream| upstream.tls) {
        file.gap();
        node_tls(draft, &mut file);
    }
    file.gap();
    headers::of_everyone(&mut file);
    file.gap();
    errors::documents(&mut file);
    file
}

fn listen(draft: &Draft<'_>, file: &mut Block) {
    let ipv6 = draft.front.listens_on_ipv6();
    if ipv6 {
        file.say("Without an address: IPv6, and IPv4 with it.");
    }
    for (port, tls) in draft.front.listeners() {
        let socket = if ipv6 { Argument::of(&port) } else { Argument::from("0.0.0.0:").and(&port) };
        let listen = set("Listen").arg(socket);
        file.add(if tls { listen.words("https") } else { listen.words("http") });
    }
}

fn server(file: &mut Block) {
    file.add(set("ServerName").words("localhost").why("Of the server itself: else it asks DNS when it starts."));
    file.add(set("ServerTokens").words("Prod").why("The version helps an attacker only."));
    file.add(set("ServerSignature").words("Off"));
    file.add(set("TraceEnable").words("Off"));
    file.add(
        set("UseCanonicalName").words("On").why("The name in messages of httpd is ours, whatever the client wrote."),
    );
    file.add(set("IfModule").words("http2_module").section(|http2| {
        http2.add(set("Protocols").words("h2 http/1.1"));
        http2.add(set("H2Upgrade").words("Off").why("By the handshake only: no answer offers it to who did not ask."));
    }));
    file.say("No file of this machine is anybody's business, but for what errors.conf opens.");
    file.add(set("Directory").arg("/").section(|all| {
        all.add(set("Require").words("all denied"));
        all.add(set("AllowOverride").words("None"));
    }));
}

fn limits(draft: &Draft<'_>, file: &mut Block) {
    file.add(
        set("Timeout").arg(&conduct::BODY_GAP).why("Between two reads from a client, and between two writes to it."),
    );
    let header = Argument::from("header=").and(&conduct::HEADER);
    let mut read = set("RequestReadTimeout");
    if draft.can.handshake_timeout {
        read = read.arg(Argument::from("handshake=").and(&conduct::HEADER));
    }
    file.add(read.arg(header).words("body=0").why(
        "For the whole header: a slow sender does not hold a thread. A body may take its time while it comes at all.",
    ));
    file.add(set("KeepAlive").words("On"));
    file.add(set("KeepAliveTimeout").arg(&conduct::CLIENT_IDLE));
    file.add(set("MaxKeepAliveRequests").words("1000"));
    file.gap();
    file.say(format!(
        "Tokens of single sign-on make long headers: a line may have {} kB. A node has a limit of its own, \
         maxHttpHeaderSize in catalina-server.xml.",
        conduct::HEADER_LINE
    ));
    let line = u32::from(conduct::HEADER_LINE) * 1024;
    file.add(set("LimitRequestLine").arg(&line));
    file.add(set("LimitRequestFieldSize").arg(&line));
    file.add(set("LimitRequestFields").words("100"));
}

fn logs(file: &mut Block) {
    file.add(set("ErrorLog").words("${WSO2_LOGS}/error.log"));
    file.add(
        set("LogLevel")
            .words("warn proxy_hcheck:info")
            .why("From `info` on, the health checks say which nodes they set aside."),
    );
    file.say(
        "The path without its query, which carries tokens, and escaped, so that each line is JSON whatever was asked for. \
         Nothing else in it is a client's to choose but the method, and of that httpd takes letters only.",
    );
    let format = concat!(
        r#"{"time":"%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t","id":"%<{UNIQUE_ID}e","client":"%a","host":"%v","#,
        r#""method":"%<m","uri":"%<{wso2_path}e","status":"%>s","bytes":"%B","microseconds":"%D","tls":"%{SSL_PROTOCOL}x","#,
        r#""node":"%<{BALANCER_WORKER_ROUTE}e","node_address":"%<{BALANCER_WORKER_NAME}e"}"#,
    );
    file.add(set("LogFormat").arg(format).words("wso2"));
}

fn tls(file: &mut Block) {
    file.say(format!("Towards clients. {}", conduct::tls::REASON));
    let list = |all: &[&'static str]| {
        let mut all = all.iter();
        let first = Argument::from(all.next().copied().unwrap_or_default());
        all.fold(first, |list, one| list.then(":").then(one))
    };
    file.add(set("SSLProtocol").words("-all +TLSv1.2 +TLSv1.3"));
    file.add(set("SSLCipherSuite").arg(list(&conduct::tls::CIPHERS)));
    file.add(set("SSLHonorCipherOrder").words("Off"));
    file.add(
        set("SSLOpenSSLConfCmd")
            .words("Groups")
            .arg(list(&conduct::tls::GROUPS))
            .why("With OpenSSL 3.5 or later put X25519MLKEM768 first."),
    );
    file.add(
        set("SSLSessionTickets").words("Off").why("Their key stays the same until a restart, against forward secrecy."),
    );
    file.add(set("SSLSessionCache").words("shmcb:wso2_tls(2097152)"));
    file.add(set("SSLSessionCacheTimeout").words("86400"));
    file.add(set("SSLCompression").words("Off"));
}

fn proxy(file: &mut Block) {
    file.add(set("ProxyRequests").words("Off").why("Nobody's way to anywhere else."));
    file.add(set("ProxyPreserveHost").words("On").why(
        "Nodes are called by the public name: in Host, in the TLS handshake, and when their certificate is checked.",
    ));
    file.add(set("ProxyAddHeaders").words("Off").why("X-Forwarded-… are set for each host, not added to."));
    file.add(set("ProxyErrorOverride").words("Off").why("An error that a node answers with passes as it is."));
    file.say(
        "Alive is what answers: the pass-through transport says 502 to 504 only when it starts or has too much to do.",
    );
    file.add(set("ProxyHCExpr").words("wso2_succeeds").arg("%{REQUEST_STATUS} -eq 200"));
    file.add(set("ProxyHCExpr").words("wso2_answers").arg("%{REQUEST_STATUS} !~ /^50[2-4]/"));
}

fn node_tls(draft: &Draft<'_>, file: &mut Block) {
    file.say(
        "Towards nodes. Here and not in the virtual hosts, which inherit it: health checks are the server's own, and without \
         this every TLS node fails them (AH00961).",
    );
    file.add(set("SSLProxyEngine").words("On"));
    file.add(set("SSLProxyProtocol").words("-all +TLSv1.2 +TLSv1.3"));
    match draft.plan.tls.nodes {
        NodeTls::Verified => {
            file.say("A node proves itself by a certificate of the cluster's own authority, for the public host name.");
            file.add(set("SSLProxyVerify").words("require"));
            file.add(set("SSLProxyVerifyDepth").words("2"));
            file.add(set("SSLProxyCACertificateFile").words("ssl/ca.crt"));
            file.add(set("SSLProxyCheckPeerName").words("On"));
            file.add(set("SSLProxyCheckPeerExpire").words("On"));
        }
        NodeTls::Unverified => {
            file.say(
                "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is \
                 sent to it. The certificate that the products come with proves nothing: its key is public.",
            );
            file.add(set("SSLProxyVerify").words("none"));
            file.add(set("SSLProxyCheckPeerName").words("Off"));
            file.add(set("SSLProxyCheckPeerCN").words("Off"));
            file.add(set("SSLProxyCheckPeerExpire").words("Off"));
        }
    }
}
