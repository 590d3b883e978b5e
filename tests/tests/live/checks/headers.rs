use crate::client::Request;
use crate::stage::Stage;
use std::collections::BTreeSet;
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::VirtualHost;
use wso2_design_core::plan::front::conduct::{FORWARDED, Fact, HIDDEN, PLANTED};

/// What nodes learn of clients, and clients of nodes.
pub(super) fn check(stage: &Stage) {
    let front = stage.front();
    let mut numbers = BTreeSet::new();
    for host in front.hosts.iter().filter(|host| front.upstream(host).is_some() && front.obstacle(host).is_none()) {
        let plain = request(host, "/headers");
        let spoofed = spoofed(host);
        for request in [plain.clone(), spoofed.clone(), twice(&spoofed)] {
            let answer = stage.client.ask(&request);
            assert_eq!(answer.status, 200, "{request:?}: {}", answer.text());
            if stage.lacks(Need::Forwarded) {
                continue;
            }
            for (name, fact) in FORWARDED {
                let seen = answer.seen(name);
                if fact == Fact::Request && stage.lacks(Need::Numbers) {
                    assert_eq!(seen, [""; 0], "a client chose {name} at {}", host.origin());
                    continue;
                }
                assert_eq!(seen.len(), 1, "{name}: {seen:?} at {}", host.origin());
                let expected = match fact {
                    Fact::Client => stage.client.address(),
                    Fact::Authority => host.authority(),
                    Fact::Host => host.name.to_string(),
                    Fact::Scheme => host.scheme().to_owned(),
                    Fact::Port => host.port.to_string(),
                    Fact::Request => {
                        assert!(numbers.insert(seen[0].clone()), "{name} is not of this request alone: {seen:?}");
                        assert!(seen[0].len() >= 16, "{name}: {seen:?}");
                        continue;
                    }
                };
                assert_eq!(seen, [expected], "{name} at {}", host.origin());
            }
            for name in PLANTED {
                assert_eq!(answer.seen(name), [""; 0], "{name} at {}", host.origin());
            }
        }
        connection(stage, host);
        answers(stage, host);
    }
}

fn request(host: &VirtualHost, path: &str) -> Request {
    Request::get(&format!("{}://{}{path}", host.scheme(), host.name)).hosts(&[&host.authority()])
}

/// A client that says of itself whatever nodes believe.
fn spoofed(host: &VirtualHost) -> Request {
    let names = FORWARDED.iter().map(|(name, _)| *name);
    let mut request = request(host, "/headers");
    for name in names.filter(|name| *name != "Host").chain(PLANTED) {
        request = request.header(name, "6.6.6.6");
    }
    request
}

/// The same in other letters, and twice.
fn twice(request: &Request) -> Request {
    let mut twice = request.clone();
    for (name, value) in &request.headers {
        twice.headers.push((name.to_lowercase(), value.clone()));
        twice.headers.push((name.to_uppercase(), "evil, 7.7.7.7".to_owned()));
    }
    twice
}

/// A client cannot have headers removed that the load balancer sets, by calling them its connection's.
fn connection(stage: &Stage, host: &VirtualHost) {
    for (name, fact) in FORWARDED {
        let request = request(host, "/headers").header("Connection", format!("close, {name}"));
        let Ok(answer) = stage.client.send(&request) else { continue };
        match answer.status {
            400 => {}
            200 if stage.lacks(Need::Forwarded) => {}
            200 if fact == Fact::Request && stage.lacks(Need::Numbers) => {}
            200 => assert_eq!(answer.seen(name).len(), 1, "{name} ({fact:?}) is gone at {}", host.origin()),
            other => panic!("Connection: close, {name}: {other} {}", answer.text()),
        }
    }
}

/// What answers must not say, and what they carry instead of what the node says.
fn answers(stage: &Stage, host: &VirtualHost) {
    let own: Vec<String> = host.headers.iter().map(|(name, _)| format!("set={name}:of-the-node")).collect();
    for status in ["200", "404", "500"] {
        let answer = stage.client.ask(&request(host, &format!("/headers?status={status}&{}", own.join("&"))));
        assert_eq!(answer.status.to_string(), status);
        for name in HIDDEN {
            let said: Vec<&str> =
                answer.head.all(name).filter(|it| it.contains("Carbon") || it.contains("dummy")).collect();
            assert!(said.is_empty(), "{name}: {said:?}");
        }
        for (name, value) in &host.headers {
            let seen: Vec<&str> = answer.head.all(name).collect();
            assert_eq!(seen, [*value], "{name} of {} with {status}", host.origin());
        }
        // A name of HTTP alone is not pinned to HTTPS.
        if !host.tls {
            assert!(answer.header("Strict-Transport-Security").is_none());
        }
    }
    if stage.lacks(Need::Redirects) {
        return;
    }
    let name = host.name.as_str();
    let mut cases = vec![
        ("/relative".to_owned(), "/relative".to_owned()),
        ("https://login.example.org:9443/x".to_owned(), "https://login.example.org:9443/x".to_owned()),
        (format!("https://{name}.evil.example:9443/x"), format!("https://{name}.evil.example:9443/x")),
        (format!("https://evil{name}:9443/x"), format!("https://evil{name}:9443/x")),
        (format!("https://{name}:54321/x"), format!("https://{name}:54321/x")),
        (
            format!("https://login.example.org/?back=https://{name}:9443/x"),
            format!("https://login.example.org/?back=https://{name}:9443/x"),
        ),
    ];
    let front = stage.front();
    for (scheme, port, usual) in [("http", front.http_port.get(), 80), ("https", front.https_port.get(), 443)] {
        let own = if port == usual { format!("{scheme}://{name}") } else { format!("{scheme}://{name}:{port}") };
        for node in &host.redirect_ports {
            for rest in ["/carbon/admin/index.jsp?a=b&c=%2F", "", "/"] {
                cases.push((format!("{scheme}://{name}:{node}{rest}"), format!("{own}{rest}")));
            }
        }
    }
    for (said, expected) in cases {
        let escaped = said.replace('%', "%25").replace('&', "%26").replace('?', "%3f").replace('#', "%23");
        let answer = stage.client.ask(&request(host, &format!("/headers?location={escaped}")));
        assert_eq!(
            (answer.status, answer.header("Location")),
            (302, Some(expected.as_str())),
            "{said} at {}",
            host.origin()
        );
    }
}
