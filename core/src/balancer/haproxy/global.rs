use super::Draft;
use crate::format::haproxy::{Argument, File, Line, Section, line};
use crate::plan::front::conduct::{self, tls};

/// Bytes of a buffer: a request's header must fit in with what is added to it.
const BUFFER: u32 = conduct::HEADERS as u32 * 1024;
/// Bytes of it that are kept for what is added: three times a host name of 253 characters, and a few short headers.
const ADDED: u16 = 4096;
/// Connections of clients at a time. HAProxy does not start where it may not have twice as many descriptors.
const CONNECTIONS: u16 = 8000;
/// Errors of HAProxy's own: the status, what is said, and whether it helps to try again.
const ERRORS: [(u16, &str, bool); 9] = [
    (400, "bad request", false),
    (403, "forbidden", false),
    (404, "not found", false),
    (408, "request not sent in time", false),
    (413, "content too large", false),
    (500, "internal error", false),
    (502, conduct::BROKEN_OFF, false),
    (503, conduct::NO_NODE, true),
    (504, conduct::NO_ANSWER, false),
];

pub(super) fn global(draft: &Draft<'_>, file: &mut File) {
    file.gap();
    file.section(line("global"), |global| {
        global.say(
            "As the packages of Debian and Red Hat have it: it starts as root, and gives that up. Where it does not start as \
             root, as in a container, leave these three out.",
        );
        global.add(line("user haproxy"));
        global.add(line("group haproxy"));
        global.add(line("chroot /var/lib/haproxy"));
        global.gap();
        global.add(line("default-path config").why("certificates are named from this file's folder"));
        global.add(line("log stdout format raw local0 info").why("journald's log, or the container's"));
        global.say("For its operator, who takes nodes out by it; and from it a new process gets the open sockets at a reload.");
        global.add(line("stats socket /var/lib/haproxy/admin.sock mode 600 level admin expose-fd listeners"));
        global.add(
            line("hard-stop-after")
                .arg(seconds(conduct::SHUTDOWN))
                .why("else WebSockets keep old processes for ever after a reload"),
        );
        global.add(line("maxconn").arg(&CONNECTIONS).why("of clients; each takes two descriptors"));
        global.add(line("spread-checks 5").why("per cent, so that not all nodes are asked at once"));
        global.gap();
        global.say(format!(
            "Tokens of single sign-on make long headers: those of a request, or of an answer, may have {} kB in all, and no line \
             has a limit of its own. HAProxy's usual 16 kB turn them into 400 and 502. A node has a limit of its own, \
             maxHttpHeaderSize in catalina-server.xml.",
            conduct::HEADERS - ADDED / 1024,
        ));
        global.add(line("tune.bufsize").arg(&BUFFER));
        global.add(line("tune.maxrewrite").arg(&ADDED).why("of it for headers that are added here"));
        if draft.remembers_sessions() {
            global.gap();
            global.add(line("localpeer wso2").why("what this process is called in `peers`, on whatever machine"));
        }
        tls(global);
    });
}

fn tls(global: &mut Section) {
    global.gap();
    global.say(tls::REASON);
    global.add(line("ssl-default-bind-ciphers").arg(joined(&tls::CIPHERS)));
    global.add(
        line("ssl-default-bind-curves")
            .arg(joined(&tls::GROUPS))
            .why("with OpenSSL 3.5 or later put X25519MLKEM768 first"),
    );
    global.say("No tickets: their key would stay the same as long as the process lives, against forward secrecy.");
    global.add(line("ssl-default-bind-options ssl-min-ver TLSv1.2 prefer-client-ciphers no-tls-tickets"));
    global.add(line("ssl-default-server-options ssl-min-ver TLSv1.2"));
}

pub(super) fn defaults(draft: &Draft<'_>, file: &mut File) {
    file.gap();
    file.section(line("defaults"), |defaults| {
        defaults.add(line("mode http"));
        log(draft, defaults);
        defaults.gap();
        times(draft, defaults);
        defaults.gap();
        retries(defaults);
        defaults.gap();
        defaults.say("Each node is asked for its health.");
        defaults.add(
            line("default-server check inter")
                .arg(seconds(conduct::HEALTH_EVERY))
                .words("fall")
                .arg(&conduct::HEALTH_FAILS)
                .words("rise")
                .arg(&conduct::HEALTH_PASSES),
        );
        defaults.gap();
        errors(defaults);
    });
}

fn log(draft: &Draft<'_>, defaults: &mut Section) {
    defaults.gap();
    defaults.say("The path alone, never the whole address: query strings carry tokens.");
    defaults.add(line("log global"));
    defaults.add(
        line("log-format").arg(
            Argument::from(r#"{"time":"%[date,utime(%Y-%m-%dT%H:%M:%SZ)]","id":"%ID","client":"%ci","#)
                .then(r#""host":"%[var(txn.host),json(utf8s)]","method":"%HM","path":"%[var(txn.path),json(utf8s)]","#)
                .then(r#""status":%ST,"bytes":%B,"milliseconds":%Ta,"tls":"%sslv","backend":"%b","node":"%s","#)
                .then(r#""node_address":"%si:%sp","node_connect_milliseconds":%Tc,"node_milliseconds":%Tr,"#)
                .then(r#""retries":"%rc","end":"%ts"}"#),
        ),
    );
    if draft.can.error_log_format {
        defaults.add(
            line("error-log-format").arg(
                Argument::from(r#"{"time":"%[date,utime(%Y-%m-%dT%H:%M:%SZ)]","client":"%ci","#)
                    .then(r#""error":"%[fc_err_str,json(utf8s)]","tls_error":"%[ssl_fc_err_str,json(utf8s)]"}"#),
            ),
        );
    }
    defaults.add(line("option dontlognull").why("connections that say nothing, as of a probe"));
}

fn times(draft: &Draft<'_>, defaults: &mut Section) {
    let time = |name: &'static str, amount: u16| line("timeout").words(name).arg(seconds(amount));
    defaults.add(time("connect", conduct::CONNECT).why("a host that is gone must not cost a minute"));
    defaults.add(
        time("http-request", conduct::HEADER).why("for the whole header: a slow sender does not hold a connection"),
    );
    defaults.add(time("client", conduct::BODY_GAP).why("between two reads of a body, or two writes"));
    defaults.add(time("http-keep-alive", conduct::CLIENT_IDLE));
    defaults.add(time("server", draft.front.limits.answer).why("between two reads: the longest a service may think"));
    defaults.add(time("tunnel", conduct::TUNNEL).why("that a WebSocket may be silent"));
    defaults.add(time("check", conduct::HEALTH_WITHIN));
    if draft.can.idle_close_on_response {
        defaults.say(
            "At a reload an idle connection is closed behind its next answer: nobody writes into one that just closes.",
        );
        defaults.add(line("option idle-close-on-response"));
    }
}

fn retries(defaults: &mut Section) {
    defaults.say(
        "Another node is tried only when a connection fails: one that was never made, and where the back end allows it one \
         that ended without an answer. A 5xx is an answer: a service behind the node may have given it.",
    );
    defaults.add(line("retries").arg(&(conduct::TRIES - 1)));
    defaults.add(line("option redispatch 1").why("on another node, also when a cookie names the first"));
    defaults.add(line("retry-on conn-failure empty-response"));
    defaults.add(
        line("http-reuse safe")
            .why("the first request of a client goes over a connection that no node is just closing"),
    );
}

fn errors(defaults: &mut Section) {
    defaults.say("Only errors of the load balancer itself: an answer of a node passes as it is. A request that no node took (503) may be sent again; one that a node broke off (502) or did not answer (504) may have been carried out.");
    for (status, text, again) in ERRORS {
        defaults.add(if again {
            error(line("http-error status").arg(&status), text)
                .words("hdr Retry-After")
                .arg(&conduct::RETRY_AFTER)
                .words("hdr Cache-Control no-store")
        } else {
            error(line("http-error status").arg(&status), text).words("hdr Cache-Control no-store")
        });
    }
}

/// Refuses a request.
pub(super) fn deny(status: u16) -> Line {
    let deny = line("http-request deny");
    match (ERRORS.iter().any(|(known, ..)| *known == status), status) {
        (true, _) => deny.words("deny_status").arg(&status),
        (false, 421) => error(deny.words("status 421"), "misdirected request"),
        (false, _) => error(deny.words("status").arg(&status), "refused"),
    }
}

fn error(line: Line, text: &'static str) -> Line {
    let json = Argument::from(r#"{"error":""#).then(text).then(r#"","id":"%ID"}"#);
    line.words("content-type application/json lf-string").arg(json)
}

fn seconds(amount: u16) -> Argument {
    Argument::of(&amount).then("s")
}

fn joined(words: &[&'static str]) -> Argument {
    let mut words = words.iter();
    let first = Argument::from(words.next().copied().unwrap_or_default());
    words.fold(first, |all, word| all.then(":").then(word))
}
