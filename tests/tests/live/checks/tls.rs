use crate::client::{Body, Connection, Request};
use crate::stage::Stage;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use wso2_design_core::balancer::Need;
use wso2_design_core::catalogue::Transport;
use wso2_design_core::plan::front::conduct;
use wso2_design_core::plan::{Purpose, VirtualHost};

fn hosts(stage: &Stage) -> impl Iterator<Item = &VirtualHost> {
    let front = stage.front();
    front.hosts.iter().filter(|host| front.upstream(host).is_some() && front.obstacle(host).is_none())
}

fn request(host: &VirtualHost, path: &str) -> Request {
    Request::get(&format!("{}://{}{path}", host.scheme(), host.name)).hosts(&[&host.authority()])
}

/// Which TLS clients may speak.
pub(super) fn versions(stage: &Stage) {
    for host in hosts(stage).filter(|host| host.tls) {
        let speaks = |options: &[&str]| {
            let output = Command::new("openssl")
                .args(["s_client", "-brief", "-servername", host.name.as_str(), "-connect"])
                .arg(format!("{}:{}", stage.front().address.as_ref().unwrap(), host.port))
                .args(["-CAfile".as_ref(), stage.authority().as_os_str()])
                .args(["-verify_return_error", "-verify_hostname", host.name.as_str()])
                .args(options)
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            (output.status.success() && said.contains("CONNECTION ESTABLISHED"), said)
        };
        for (options, expected) in [
            (&["-tls1_3"][..], true),
            (&["-tls1_2"], true),
            (&["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"], true),
            (&["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256:@SECLEVEL=0"], false),
            (&["-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"], false),
            (&["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], false),
            (&["-tls1", "-cipher", "ALL:@SECLEVEL=0"], false),
        ] {
            let (spoke, said) = speaks(options);
            assert_eq!(spoke, expected, "{options:?} at {}: {said}", host.origin());
        }
    }
}

/// A client that sends its header slowly does not hold a connection for long.
pub(super) fn slow_header(stage: &Stage) {
    if stage.lacks(Need::SlowHeaders) {
        return;
    }
    thread::scope(|scope| {
        for tls in [false, true] {
            let Some(host) = hosts(stage).find(|host| host.tls == tls) else { continue };
            scope.spawn(move || {
                let mut connection = stage.client.waits(1.5).open(&request(host, "/")).unwrap();
                let begun = Instant::now();
                connection.write(format!("GET /slow HTTP/1.1\r\nHost: {}\r\n", host.authority()).as_bytes()).unwrap();
                let mut number = 0;
                while !ended(&mut connection) {
                    number += 1;
                    let _ = connection.write(format!("X-Slow-{number}: a\r\n").as_bytes());
                    let most = Duration::from_secs(u64::from(conduct::HEADER) + 3);
                    assert!(begun.elapsed() < most, "{}: a header is waited for after {most:?}", host.origin());
                }
                println!("{}: a slow header is cut after {:?}", host.origin(), begun.elapsed());
                assert!(begun.elapsed() > Duration::from_secs(8), "cut after {:?}", begun.elapsed());
            });
        }
    });
}

/// Whether the other side has closed, or said something; waits as long as the client does.
fn ended(connection: &mut Connection) -> bool {
    match connection.read(&mut [0]) {
        Ok(()) => true,
        Err(fault) => !matches!(fault.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut),
    }
}

/// One request in another: no two programs may see another end of a body.
pub(super) fn smuggled(stage: &Stage) {
    for host in hosts(stage).filter(|host| host.purpose == Purpose::Service) {
        let tricks = [
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "Content-Length: 5\r\nTransfer-Encoding: xchunked",
            "Content-Length: 5\r\nTransfer-Encoding : chunked",
            "Content-Length: 5\r\nTransfer-Encoding: chunked, identity",
            "Content-Length: 5\r\nTransfer-Encoding:\tchunked",
            "Content-Length: 5\r\nTransfer-Encoding\u{b}: chunked",
            "Content-Length: 5\r\nX: y\r\n Transfer-Encoding: chunked",
            "Content-Length: 5\r\nX: y\nTransfer-Encoding: chunked",
            "Content-Length: 5\r\nContent-Length: 0",
            "Content-Length: +5",
            "Content-Length: 0\r\nContent-Length: 5",
            "Content-Length: 5, 0",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 5",
        ];
        for (number, trick) in tricks.iter().enumerate() {
            let authority = host.authority();
            let id = format!("smuggled-{number}-{}", host.port);
            let hidden = format!("GET /carbon/ HTTP/1.1\r\nHost: {authority}\r\nX-Test-Id: {id}\r\n\r\n");
            let text = format!("POST /outer HTTP/1.1\r\nHost: {authority}\r\n{trick}\r\n\r\n0\r\n\r\n{hidden}");
            let mut connection = stage.client.waits(2.0).open(&request(host, "/")).unwrap();
            connection.write(text.as_bytes()).unwrap();
            let answer = connection.answer(false).map(|answer| answer.status);
            // A node that saw two requests answers the next client with the second answer.
            for _ in 0..3 {
                let next = stage.client.ask(&request(host, "/next"));
                assert!(next.status == 200 && next.said().unwrap()["path"] == "/next", "{trick:?}: {}", next.text());
            }
            println!("{}: {trick:?}: {answer:?}", host.origin());
            for node in stage.nodes(true) {
                assert!(!node.carried_out().iter().any(|done| done.ends_with(&id)), "{trick:?} at {}", host.origin());
            }
        }
    }
}

/// A service may think as long as the design says, and no longer; a WebSocket may be silent for longer than that.
pub(super) fn slow_answer(stage: &Stage) {
    let limit = u64::from(stage.front().limits.answer);
    thread::scope(|scope| {
        for host in hosts(stage) {
            scope.spawn(move || {
                let passes = stage.client.ask(&request(host, &format!("/slow?delay={}", limit * 1000 - 1500)));
                assert_eq!(passes.status, 200, "an answer in time at {}", host.origin());
            });
            scope.spawn(move || {
                let id = format!("slow-{}", host.origin());
                let late = request(host, &format!("/slow?delay={}", limit * 1000 + 6000)).header("X-Test-Id", &*id);
                let late = stage.client.ask(&late);
                assert_eq!(late.status, 504, "an answer too late at {}: {}", host.origin(), late.text());
                assert_eq!(late.header("Retry-After"), None, "it may have been carried out");
                assert!(late.text().contains(conduct::NO_ANSWER) || stage.lacks(Need::Errors), "{}", late.text());
                let (low, high) =
                    (Duration::from_millis(limit * 1000 - 500), Duration::from_millis(limit * 1000 + 2500));
                assert!(late.took > low && late.took < high, "{:?} at {}", late.took, host.origin());
                let times = [true, false].map(|worker| {
                    let all = stage.nodes(worker);
                    all.iter().flat_map(|node| node.carried_out()).filter(|done| done.ends_with(&id)).count()
                });
                assert_eq!(times.iter().sum::<usize>(), 1, "a call that timed out was made again");
            });
            scope.spawn(move || {
                let socket = request(host, "/socket")
                    .header("Connection", "Upgrade")
                    .header("Upgrade", "websocket")
                    .header("Sec-WebSocket-Version", "13")
                    .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                    .body(Body::None);
                let mut connection = stage.client.open(&socket).unwrap();
                assert_eq!(connection.send(&socket).unwrap().status, 101);
                thread::sleep(Duration::from_secs(limit + 3));
                let mut echo = [0; 4];
                let back = connection.write(b"ping").and_then(|()| connection.read(&mut echo));
                let stays = back.is_ok() && &echo == b"ping";
                println!("{}: a WebSocket that is silent for longer: it stays: {stays}", host.origin());
                // Elsewhere a program may take every answer alike.
                let asked = stage.front().upstream(host).is_some_and(|it| it.transport == Transport::WebSocket);
                assert!(stays || !asked, "a WebSocket was cut while it was silent at {}", host.origin());
            });
        }
    });
}

/// A request without a name or a version ends somehow, and reaches nobody.
pub(super) fn old(stage: &Stage) {
    for text in ["GET /old HTTP/1.0\r\n\r\n", "GET /old\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n"] {
        let mut socket = stage.client.waits(3.0).socket(false).unwrap();
        socket.write_all(text.as_bytes()).unwrap();
        let mut said = String::new();
        let _ = socket.read_to_string(&mut said);
        assert!(!said.contains("\"node\""), "{text:?}: {said}");
    }
}
