use crate::answer::Node;
use std::io::Write;
use std::net::{Shutdown, TcpListener};
use std::sync::{Condvar, Mutex, PoisonError};
use wso2_design_tests::http::Head;

/// How a node behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As it should.
    Normal,
    /// It takes connections and never answers.
    Hangs,
    /// It answers everything with 503.
    Busy,
    /// It closes the connection of every request that is not for its health.
    Drops,
}

/// How it behaves now.
#[derive(Debug)]
pub(crate) struct Mode {
    now: Mutex<Kind>,
    changed: Condvar,
}

impl Mode {
    pub(crate) fn new() -> Self {
        Self { now: Mutex::new(Kind::Normal), changed: Condvar::new() }
    }

    pub(crate) fn now(&self) -> Kind {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, kind: Kind) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = kind;
        self.changed.notify_all();
    }

    /// Comes back when the node does not hang.
    pub(crate) fn wait(&self) {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_while(now, |now| *now == Kind::Hangs));
    }
}

/// Takes orders, one request each: `GET /normal`, `/hang`, `/busy`, `/drop`; `/count` only says how many requests there
/// were, those for its health left out.
pub(crate) fn take(listener: &TcpListener, node: &Node) {
    for mut stream in listener.incoming().flatten() {
        let Ok(reader) = stream.try_clone() else { continue };
        let Ok(Some(head)) = Head::read(&mut std::io::BufReader::new(reader)) else { continue };
        match head.first.split(' ').nth(1).unwrap_or_default() {
            "/normal" => node.mode.set(Kind::Normal),
            "/hang" => node.mode.set(Kind::Hangs),
            "/busy" => node.mode.set(Kind::Busy),
            "/drop" => node.mode.set(Kind::Drops),
            _ => {}
        }
        let count = node.count().to_string();
        let _ =
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{count}", count.len());
        let _ = stream.shutdown(Shutdown::Both);
    }
}
