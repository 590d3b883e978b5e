use crate::client::{Answer, Body, Request};
use crate::stage::Stage;
use std::io;
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::VirtualHost;

const MEGABYTE: usize = 1024 * 1024;
/// Composite applications are large: one of this size must reach a manager.
const APPLICATION: usize = 60 * MEGABYTE;

/// Large requests and answers pass, larger ones do not.
pub(super) fn check(stage: &Stage) {
    let front = stage.front();
    for host in front.hosts.iter().filter(|host| front.upstream(host).is_some() && front.obstacle(host).is_none()) {
        headers(stage, host);
        web_socket(stage, host);
        let limit = host.body_limit as usize * MEGABYTE;
        // A limit of hundreds is only looked at from below.
        if limit > 2 * APPLICATION {
            passes(stage, host, Body::Declared(APPLICATION));
            passes(stage, host, Body::Chunked(APPLICATION / 4));
        } else {
            passes(stage, host, Body::Declared(limit));
            passes(stage, host, Body::Chunked(limit));
            refused(stage, host, "declared", Body::Declared(limit + MEGABYTE));
            refused(stage, host, "chunked", Body::Chunked(limit + MEGABYTE));
        }
    }
}

fn request(method: &str, host: &VirtualHost, path: &str) -> Request {
    Request::new(method, &format!("{}://{}{path}", host.scheme(), host.name)).hosts(&[&host.authority()])
}

fn headers(stage: &Stage, host: &VirtualHost) {
    let line = "a".repeat(15_000);
    let answer = stage.client.ask(&request("GET", host, "/sizes").header("X-One", &*line).header("X-Two", &*line));
    assert_eq!(answer.status, 200, "30 kB of headers at {}: {}", host.origin(), answer.text());
    assert_eq!((answer.seen("X-One"), answer.seen("X-Two")), (vec![line.clone()], vec![line.clone()]));
    let answer = stage.client.ask(&request("GET", host, &format!("/sizes?long={}", "u".repeat(12_000))));
    assert_eq!(answer.status, 200, "a URL of 12 kB at {}", host.origin());
    for size in [15_000, 30_000] {
        let answer = stage.client.ask(&request("GET", host, &format!("/sizes?header={size}")));
        assert_eq!(answer.status, 200, "an answer with {size} bytes of headers at {}", host.origin());
        let large = answer.head.headers.iter().filter(|(name, _)| name.to_lowercase().starts_with("x-large-"));
        assert_eq!(large.map(|(_, value)| value.len()).sum::<usize>(), size);
    }
}

fn passes(stage: &Stage, host: &VirtualHost, body: Body) {
    let (Body::Declared(length) | Body::Chunked(length)) = body else { return };
    let answer = stage.client.ask(&request("POST", host, "/sizes").body(body.clone()));
    assert_eq!(answer.status, 200, "{body:?} at {}: {}", host.origin(), answer.text());
    assert_eq!(answer.said().unwrap()["body"], length, "{body:?} at {}", host.origin());
}

fn refused(stage: &Stage, host: &VirtualHost, how: &str, body: Body) {
    let id = format!("large-{how}-{}-{}", host.name, host.port);
    let answer: io::Result<Answer> =
        stage.client.send(&request("POST", host, "/sizes").header("X-Test-Id", &*id).body(body));
    let reached = stage.nodes(true).iter().any(|node| node.carried_out().iter().any(|done| done.ends_with(&id)));
    println!("{how} body above the limit at {}: {:?}", host.origin(), answer.as_ref().map(|it| it.status));
    if how == "chunked" && stage.lacks(Need::BodyLimit) {
        assert!(answer.is_ok_and(|answer| [200, 413].contains(&answer.status)), "neither passed nor refused");
        return;
    }
    assert!(!reached, "a {how} body above the limit reached a node");
    // The connection may break before the client has read why.
    if let Ok(answer) = answer {
        assert_eq!(answer.status, 413, "{how}: {}", answer.text());
    } else {
        assert!(how == "chunked" || stage.lacks(Need::Errors), "{how}: {answer:?}");
    }
}

fn web_socket(stage: &Stage, host: &VirtualHost) {
    let request = request("GET", host, "/socket")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    let mut connection = stage.client.open(&request).unwrap();
    let answer = connection.send(&request).unwrap();
    assert_eq!(answer.status, 101, "a WebSocket at {}: {}", host.origin(), answer.text());
    assert_eq!(answer.header("Sec-WebSocket-Accept"), Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    // A frame of text with a mask, as clients send them.
    let frame = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
    for _ in 0..3 {
        connection.write(&frame).unwrap();
        let mut echo = [0; 11];
        connection.read(&mut echo).unwrap();
        assert_eq!(echo, frame);
    }
}
