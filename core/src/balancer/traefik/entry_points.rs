//! The static file, and TLS towards clients.

use super::{Draft, FOLDER, entry_point, seconds, texts};
use crate::format::yaml::{List, Map};
use crate::plan::front::conduct::{self, tls};

/// Seconds that a request may take to come in, header and body: Traefik has one limit for both.
const UPLOAD: u32 = 600;

pub(super) fn all(draft: &Draft<'_>, file: &mut Map) {
    file.map("global", |global| {
        global.set("checkNewVersion", false);
        global.set("sendAnonymousUsage", false);
    });
    file.gap();
    let ports = draft.ports();
    if !ports.is_empty() {
        file.say("What a client says in X-Forwarded headers is not trusted: forwardedHeaders.trustedIPs is not set.");
        file.map("entryPoints", |points| {
            for (port, tls) in ports {
                points.map(entry_point(tls), |point| {
                    point.set("address", format!(":{port}"));
                    point.map("transport", transport);
                    point.map("http", http);
                });
            }
        });
        file.gap();
    }
    file.map("providers", |providers| {
        providers.map("file", |provider| {
            provider.set("directory", format!("{FOLDER}dynamic"));
            provider.set("watch", true);
        });
    });
    file.gap();
    file.map("log", |log| log.set("level", "WARN"));
    file.map("accessLog", |log| {
        log.set("filePath", "/var/log/traefik/access.log");
        log.set("format", "json");
        log.map("fields", |fields| {
            fields.say("Query strings and headers carry tokens.");
            fields.map("queryParameters", |parameters| parameters.set("defaultMode", "drop"));
            fields.map("headers", |headers| headers.set("defaultMode", "drop"));
        });
    });
}

fn transport(transport: &mut Map) {
    transport.map("respondingTimeouts", |times| {
        times.because("readTimeout", seconds(UPLOAD), "header and body together; a minute would cut large uploads");
        times.because(
            "writeTimeout",
            seconds(0_u16),
            "an answer may take long; nodes are waited for as long as the design says",
        );
        times.set("idleTimeout", seconds(conduct::CLIENT_IDLE));
    });
    transport.map("lifeCycle", |life| {
        life.because("graceTimeOut", seconds(conduct::SHUTDOWN), "for calls that are under way when Traefik stops");
    });
}

fn http(http: &mut Map) {
    let room = u32::from(conduct::HEADERS) * 1024;
    http.because("maxHeaderBytes", room, "in all: tokens of single sign-on are long");
    http.because("encodeQuerySemicolons", true, "else `;` becomes `&`, and one parameter two");
    http.because("aliasHeadersStrategy", "delete", "X_Forwarded_For is X-Forwarded-For to many a program");
    http.say(
        "Paths are compared and passed on without `..` and `//`. What an encoded `;`, `\\` or NUL becomes is up to the node, \
         and no service needs one.",
    );
    http.set("sanitizePath", true);
    http.map("encodedCharacters", |allowed| {
        for (what, allow) in [("Slash", true), ("BackSlash", false), ("Semicolon", false), ("NullCharacter", false)] {
            allowed.set(format!("allowEncoded{what}"), allow);
        }
        for what in ["Percent", "QuestionMark", "Hash"] {
            allowed.set(format!("allowEncoded{what}"), true);
        }
    });
}

/// Certificates, and TLS towards clients.
pub(super) fn tls(draft: &Draft<'_>, tls: &mut Map) {
    tls.list("certificates", |list| {
        let mut done = Vec::new();
        for host in draft.hosts().filter(|host| host.tls) {
            if !done.contains(&host.purpose) {
                done.push(host.purpose);
                list.map(|pair| {
                    let file = |ending| format!("{FOLDER}ssl/{}{ending}", host.purpose.certificate());
                    pair.set("certFile", file(".crt"));
                    pair.set("keyFile", file(".key"));
                });
            }
        }
    });
    tls.say(format!(
        "{} A host has options of its own, although they are the same: a request whose host has others than the name of its \
         TLS session is refused with 421.",
        tls::REASON
    ));
    tls.map("options", |options| {
        options.map("default", self::options);
        let mut done = Vec::new();
        for host in draft.hosts().filter(|host| host.tls) {
            if !done.contains(&host.purpose) {
                done.push(host.purpose);
                options.map(host.purpose.key(), self::options);
            }
        }
    });
}

fn options(options: &mut Map) {
    options.because("sniStrict", true, "an unknown name, or none, is shown no certificate");
    options.set("minVersion", "VersionTLS12");
    options.list("cipherSuites", |list: &mut List| tls::suites().for_each(|suite| list.add(suite.to_string())));
    options.set("curvePreferences", texts(["X25519MLKEM768", "X25519", "CurveP256", "CurveP384"]));
}
