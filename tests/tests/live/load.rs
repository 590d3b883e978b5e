//! Clients that ask without a break, while something happens to a node or to the load balancer.

use crate::client::{Client, Connection, Request};
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How clients ask. Every second one keeps its connection, the others open one for every request.
pub(crate) struct Load<'l> {
    /// How many there are, each at an address of its own: an administrator's, as far as those reach (12).
    pub(crate) clients: usize,
    /// How long each waits between two requests.
    pub(crate) pause: Duration,
    /// What is asked: by which client, and the how manieth time.
    pub(crate) request: &'l (dyn Fn(usize, usize) -> Request + Sync),
    /// Whether a request on a kept connection that ends without a word is made once more on a new one, as every client does
    /// with a connection that was closed while it was idle.
    pub(crate) reconnects: bool,
}

/// One request of the load.
#[derive(Debug)]
pub(crate) struct Shot {
    /// When it was made.
    pub(crate) at: Instant,
    /// How long it took.
    pub(crate) took: Duration,
    /// The status and the node; why there is no answer.
    pub(crate) answer: Result<(u16, String), String>,
    /// Its number (`X-Test-Id`), where it has one.
    pub(crate) id: Option<String>,
    pub(crate) method: String,
}

impl Shot {
    /// Whether a node answered with 200.
    pub(crate) fn good(&self) -> bool {
        matches!(&self.answer, Ok((200, node)) if !node.is_empty())
    }

    /// The node that answered; empty where none did.
    pub(crate) fn node(&self) -> &str {
        self.answer.as_ref().map_or("", |(_, node)| node)
    }
}

impl Load<'_> {
    /// Asks until `during` is over; what came of it, in the order of time, and what `during` gives.
    pub(crate) fn run<T>(&self, client: &Client, during: impl FnOnce() -> T) -> (Vec<Shot>, T) {
        let over = AtomicBool::new(false);
        let shots = Mutex::new(Vec::new());
        let given = thread::scope(|scope| {
            for number in 0..self.clients {
                let client = client.from(&format!("203.0.113.{}", number + 2));
                let (over, shots) = (&over, &shots);
                scope.spawn(move || {
                    let mine = self.one(number, &client, over);
                    shots.lock().unwrap().extend(mine);
                });
            }
            // Whatever happens in there: clients must not ask for ever.
            let _over = Over(&over);
            during()
        });
        let mut shots = shots.into_inner().unwrap();
        shots.sort_by_key(|shot| shot.at);
        (shots, given)
    }

    fn one(&self, number: usize, client: &Client, over: &AtomicBool) -> Vec<Shot> {
        let mut shots = Vec::new();
        let mut kept: Option<Connection> = None;
        for round in 0.. {
            if over.load(Ordering::Relaxed) {
                break;
            }
            let request = (self.request)(number, round);
            let at = Instant::now();
            let connection = kept.take();
            let reused = connection.is_some();
            let mut tried = ask(client, &request, connection);
            if tried.is_err() && reused && self.reconnects {
                tried = ask(client, &request, None);
            }
            let answer = tried.map_err(|fault| fault.to_string()).map(|(connection, said)| {
                kept = connection.filter(|_| number.is_multiple_of(2));
                said
            });
            let id = request.headers.iter().find(|(name, _)| name == "X-Test-Id").map(|(_, id)| id.clone());
            shots.push(Shot { at, took: at.elapsed(), answer, id, method: request.method });
            thread::sleep(self.pause);
        }
        shots
    }
}

/// A connection that may be used once more, and the status and the node.
type Asked = (Option<Connection>, (u16, String));

fn ask(client: &Client, request: &Request, kept: Option<Connection>) -> io::Result<Asked> {
    let mut connection = match kept {
        Some(connection) => connection,
        None => client.open(request)?,
    };
    let answer = connection.send(request)?;
    let stays = !answer.head.lists("Connection", "close");
    Ok((stays.then_some(connection), (answer.status, answer.node())))
}

struct Over<'o>(&'o AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A line about a load: how many requests, how many of them were not answered with 200 by a node, the longest.
pub(crate) fn summary(what: &str, shots: &[Shot]) -> String {
    let bad: Vec<&Shot> = shots.iter().filter(|shot| !shot.good()).collect();
    let longest = shots.iter().map(|shot| shot.took).max().unwrap_or_default();
    let mut text = format!("{what}: {} requests, {} failed, longest {longest:?}", shots.len(), bad.len());
    let first = shots.first().map(|shot| shot.at);
    for shot in bad.iter().take(5) {
        let at = first.map(|first| shot.at - first).unwrap_or_default();
        text.push_str(&format!("\n  {} at {at:?} after {:?}: {:?}", shot.method, shot.took, shot.answer));
    }
    text
}
