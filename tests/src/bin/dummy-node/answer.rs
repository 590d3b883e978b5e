use crate::Wire;
use crate::orders::{Kind, Mode};
use crate::sessions::Sessions;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::net::Shutdown;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;
use wso2_design_tests::http::{Head, unescaped};

/// The path by which a load balancer sees that a node is alive.
const HEALTH: &str = "/services/Version";

/// A node.
#[derive(Debug)]
pub(crate) struct Node {
    name: String,
    /// Every request with a number of its own (`X-Test-Id`) is written here before it is answered: what was carried out
    /// outlives the process.
    log: File,
    pub(crate) mode: Mode,
    sessions: Sessions,
    count: AtomicU64,
}

impl Node {
    pub(crate) fn new(name: &str, log: &str, route: &str) -> io::Result<Self> {
        let log = File::options().append(true).create(true).open(log)?;
        let (mode, sessions) = (Mode::new(), Sessions::new(name, route));
        Ok(Self { name: name.to_owned(), log, mode, sessions, count: AtomicU64::new(0) })
    }

    /// The requests so far, those for its health left out.
    pub(crate) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Answers the requests of one connection until it ends.
    pub(crate) fn serve<W: Wire>(&self, wire: &mut BufReader<W>, port: u16) {
        while let Ok(Some(head)) = Head::read(wire) {
            match self.answer(&head, wire, port) {
                Ok(true) => {}
                Ok(false) | Err(_) => break,
            }
        }
        let _ = wire.get_mut().flush();
        let _ = wire.get_ref().socket().shutdown(Shutdown::Both);
    }

    /// Whether the connection stays.
    fn answer<W: Wire>(&self, head: &Head, wire: &mut BufReader<W>, port: u16) -> io::Result<bool> {
        let mut words = head.first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let asked = |key: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(it, _)| *it == key).map(|(_, value)| unescaped(value)).next()
        };
        if head.lists("Expect", "100-continue") {
            wire.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let body = head.body(wire, false)?;
        let health = path == HEALTH;
        if !health {
            self.count.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(id) = head.header("X-Test-Id") {
            (&self.log).write_all(format!("{method} {id}\n").as_bytes())?;
        }
        self.mode.wait();
        match self.mode.now() {
            Kind::Drops if !health => return Ok(false),
            Kind::Busy => return respond(wire, "503", &[], b"starting", method).map(|()| true),
            _ => {}
        }
        if asked("drop").is_some() {
            return Ok(false);
        }
        if let Some(delay) = asked("delay").and_then(|it| it.parse().ok()) {
            thread::sleep(Duration::from_millis(delay));
        }
        if head.lists("Upgrade", "websocket") {
            return socket(head, wire).map(|()| false);
        }
        let mut headers = vec![
            ("Server".to_owned(), "WSO2 Carbon Server".to_owned()),
            ("X-Powered-By".to_owned(), "dummy".to_owned()),
            ("Content-Type".to_owned(), "application/json".to_owned()),
        ];
        for pair in query.split('&').filter_map(|pair| pair.strip_prefix("set=")) {
            headers.extend(pair.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        if let Some(location) = asked("location") {
            headers.push(("Location".to_owned(), location));
        }
        // Large answers' headers come in lines of 7 kB, as those of applications do.
        let mut rest = asked("header").and_then(|it| it.parse().ok()).unwrap_or(0_usize);
        while rest > 0 {
            let line = rest.min(7000);
            headers.push((format!("X-Large-{rest}"), "a".repeat(line)));
            rest -= line;
        }
        let mut session = Value::Null;
        if path.starts_with("/session") {
            let found = self.sessions.of(head.all("Cookie"));
            if let Some(id) = found.id() {
                headers.push(("Set-Cookie".to_owned(), format!("JSESSIONID={id}; Path=/; HttpOnly")));
            }
            session = json!(found.word());
        }
        let status = asked("status").or_else(|| asked("location").map(|_| "302".to_owned()));
        let text = if health {
            "<ver:getVersionResponse/>".to_owned()
        } else {
            json!({
                "node": self.name, "port": port, "method": method, "target": target, "path": path,
                "headers": head.headers, "sni": wire.get_ref().server_name(), "body": body.len(), "session": session,
            })
            .to_string()
        };
        respond(wire, status.as_deref().unwrap_or("200"), &headers, text.as_bytes(), method)?;
        Ok(!head.lists("Connection", "close") && !head.first.ends_with("HTTP/1.0"))
    }
}

fn respond<W: Wire>(
    wire: &mut BufReader<W>,
    status: &str,
    headers: &[(String, String)],
    body: &[u8],
    method: &str,
) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status} Said\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    let mut all = head.into_bytes();
    if method != "HEAD" {
        all.extend(body);
    }
    wire.get_mut().write_all(&all)?;
    wire.get_mut().flush()
}

/// Opens a WebSocket, and sends back whatever comes, as it came.
fn socket<W: Wire>(head: &Head, wire: &mut BufReader<W>) -> io::Result<()> {
    const MAGIC: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    let key = format!("{}{MAGIC}", head.header("Sec-WebSocket-Key").unwrap_or_default());
    let digest = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, key.as_bytes());
    let accept = base64(digest.as_ref());
    let answer = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"
    );
    wire.get_mut().write_all(answer.as_bytes())?;
    wire.get_mut().flush()?;
    let mut bytes = [0; 4096];
    loop {
        let length = wire.read(&mut bytes)?;
        if length == 0 {
            return Ok(());
        }
        wire.get_mut().write_all(bytes.get(..length).unwrap_or_default())?;
        wire.get_mut().flush()?;
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0_u32, |sum, at| sum << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}
