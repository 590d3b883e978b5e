//! What every load balancer does alike, whatever program it is: times, sizes, headers, retries, TLS towards clients.

use crate::design::Sticky;

/// Times and sizes of one front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Seconds between two reads or writes of an answer: the longest that a service may think. The manuals say five
    /// minutes.
    pub answer: u16,
    /// Megabytes of 1,048,576 bytes that the body of a service's request may have.
    pub body: u16,
}

impl Limits {
    /// Seconds after which a request is tried on no other node: before any answer can have timed out, so that a call that
    /// did is not made again.
    pub fn retry_within(&self) -> u16 {
        RETRY_WITHIN.min(self.answer)
    }
}

/// Megabytes that what is loaded up to a console may have: composite applications are large.
pub const CONSOLE_BODY: u32 = 512;

/// Seconds until a connection to a node is given up: a host that is gone must not cost a minute.
pub const CONNECT: u16 = 3;
/// Seconds in which a client must have sent the whole header: a slow sender does not hold a connection.
pub const HEADER: u16 = 15;
/// Seconds between two reads of a request's body.
pub const BODY_GAP: u16 = 60;
/// Seconds that an idle connection of a client is kept.
pub const CLIENT_IDLE: u16 = 65;
/// Seconds that a WebSocket may be silent.
pub const TUNNEL: u16 = 3600;
/// Nodes that a request is tried on.
pub const TRIES: u16 = 2;
/// Seconds after which a request is tried on no other node at the latest: [`Limits::retry_within`].
pub const RETRY_WITHIN: u16 = 10;
/// Kilobytes that one line of a request's header may have: tokens of single sign-on are long.
pub const HEADER_LINE: u16 = 16;
/// Kilobytes that the header of a request, or of an answer, may have in all.
pub const HEADERS: u16 = 64;
/// Kilobytes that the header of an answer may have in all.
pub const ANSWER_HEADERS: u16 = 32;
/// Seconds between two questions for a node's health.
pub const HEALTH_EVERY: u16 = 2;
/// Seconds until a question for a node's health is given up.
pub const HEALTH_WITHIN: u16 = 2;
/// Questions in a row that a node fails before it is set aside.
pub const HEALTH_FAILS: u16 = 2;
/// Questions in a row that it answers before it is taken back.
pub const HEALTH_PASSES: u16 = 2;
/// Failed requests in a row after which a node is set aside, where requests are watched.
pub const FAILS: u16 = 3;
/// Seconds for which it is set aside.
pub const SET_ASIDE: u16 = 10;
/// Seconds after which a client may try again when no node is there.
pub const RETRY_AFTER: u16 = 10;
/// Seconds that old processes may live after new files were taken up, for WebSockets and long calls.
pub const SHUTDOWN: u16 = 300;

/// The methods that mean the same when they are carried out twice. Source: RFC 9110, 9.2.2.
pub const IDEMPOTENT: [&str; 6] = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/// What a header towards a node says of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The address that the client connected from.
    Client,
    /// The public name, with the port where it is not the scheme's own ([`super::VirtualHost::authority`]).
    Authority,
    /// The public name alone.
    Host,
    /// `http` or `https`, as the client spoke.
    Scheme,
    /// The public port.
    Port,
    /// A number of this request alone.
    Request,
}

/// The headers that a load balancer sets for the node, whatever the client sent.
pub const FORWARDED: [(&str, Fact); 8] = [
    ("Host", Fact::Authority),
    ("X-Real-IP", Fact::Client),
    ("X-Forwarded-For", Fact::Client),
    ("X-Forwarded-Host", Fact::Authority),
    ("X-Forwarded-Server", Fact::Host),
    ("X-Forwarded-Proto", Fact::Scheme),
    ("X-Forwarded-Port", Fact::Port),
    ("X-Request-ID", Fact::Request),
];

/// Headers that no client may set at all: nodes, and filters in front of web applications, believe them. The two with
/// certificates sign in where a node trusts its load balancer.
pub const PLANTED: [&str; 8] = [
    "Forwarded",
    "X-Forwarded-Prefix",
    "X-Forwarded-Ssl",
    "X-Original-URL",
    "X-Rewrite-URL",
    "X-SSL-CERT",
    "X-WSO2-CLIENT-CERTIFICATE",
    "Proxy",
];

/// Headers of a node's answer that tell an attacker what runs there.
pub const HIDDEN: [&str; 2] = ["Server", "X-Powered-By"];

/// What is said when no node took the request (503, `Retry-After`).
pub const NO_NODE: &str = "service unavailable";
/// What is said when a node took the request and broke off (502, no `Retry-After`: the request may have been carried out),
/// by programs that can tell this from the other two.
pub const BROKEN_OFF: &str = "no whole answer";
/// What is said when a node gave no answer in time (504, no `Retry-After`: the request may have been carried out).
pub const NO_ANSWER: &str = "no answer in time";

/// TLS towards clients: Mozilla's «intermediate», guideline 6.0 of 2026.
pub mod tls {
    /// Why these, for a comment above them.
    pub const REASON: &str = "Mozilla's «intermediate», guideline 6.0: everything since Java 8u161, OpenSSL 1.0.1l, \
                              Firefox 31, Chrome 49. Forward secrecy only; clients choose, as their hardware knows best \
                              what is fast.";
    /// Cipher suites of TLS 1.2, by OpenSSL's names; those of TLS 1.3 are all good.
    pub const CIPHERS: [&str; 6] = [
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "ECDHE-RSA-CHACHA20-POLY1305",
    ];
    /// A suite of TLS 1.2 by its name in IANA's registry, which programs in Go go by.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Suite(&'static str);

    /// The same cipher suites, by IANA's names.
    pub fn suites() -> impl Iterator<Item = Suite> {
        CIPHERS.into_iter().map(Suite)
    }

    impl std::fmt::Display for Suite {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            let words = self.0.replace("AES", "AES_").replace('-', "_").replacen("SA_", "SA_WITH_", 1);
            // OpenSSL leaves out the digest where the cipher has only one.
            let digest = if words.contains("_SHA") { "" } else { "_SHA256" };
            write!(f, "TLS_{words}{digest}")
        }
    }

    /// Groups for the exchange of keys, by OpenSSL's names. X25519MLKEM768 comes before them where OpenSSL is 3.5 or later;
    /// an older one does not start with it.
    pub const GROUPS: [&str; 3] = ["X25519", "prime256v1", "secp384r1"];
    /// Seconds that browsers remember that a name has HTTPS: two years.
    pub const HSTS: &str = "max-age=63072000";
}

/// Where clients of the services stay with a node, from what holds for either scheme.
pub(super) fn sticky(plain: bool, secure: bool) -> Sticky {
    match (plain, secure) {
        (true, _) => Sticky::Always,
        // Where HTTP only leads to HTTPS there is nothing to stay with.
        (false, true) => Sticky::Https,
        (false, false) => Sticky::Never,
    }
}
