use crate::client::Request;
use crate::stage::Stage;
use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;
use wso2_design_core::design::StayBy;
use wso2_design_core::plan::VirtualHost;

/// Requests without a cookie are spread; a client stays where it is.
pub(super) fn check(stage: &Stage) {
    let front = stage.front();
    for host in front.hosts.iter().filter(|host| front.obstacle(host).is_none()) {
        let Some(upstream) = front.upstream(host) else { continue };
        if upstream.active().count() < 2 {
            continue;
        }
        let nodes: Vec<String> = upstream.active().map(|server| server.node.to_string()).collect();
        evenly(stage, host, &nodes);
        let Some(affinity) = upstream.affinity else { continue };
        one_client(stage, host);
        many_clients(stage, host);
        if affinity.by == StayBy::BalancerCookie {
            cookie(stage, host);
        }
    }
}

fn request(host: &VirtualHost) -> Request {
    Request::get(&format!("{}://{}/session", host.scheme(), host.name)).hosts(&[&host.authority()])
}

/// 200 requests of nobody known: each node gets its share, give or take a fifth; where chance decides, four standard
/// deviations.
fn evenly(stage: &Stage, host: &VirtualHost, nodes: &[String]) {
    let mut shares: BTreeMap<String, usize> = nodes.iter().map(|node| (node.clone(), 0)).collect();
    for _ in 0..200 {
        let answer = stage.client.ask(&request(host));
        *shares.get_mut(&answer.node()).unwrap_or_else(|| panic!("{}: {}", answer.status, answer.text())) += 1;
    }
    println!("{}: {shares:?}", host.origin());
    let fair = 200.0 / nodes.len() as f64;
    let chance = 4.0 * (fair * (1.0 - fair / 200.0)).sqrt();
    let most = if stage.scene.program.by_chance() { chance.max(fair * 0.2) } else { fair * 0.2 };
    for (node, share) in &shares {
        assert!((*share as f64 - fair).abs() <= most, "{}: {node} has {share} of 200: {shares:?}", host.origin());
    }
}

/// A client that keeps its cookies.
#[derive(Default)]
pub(super) struct Visitor {
    cookies: BTreeMap<String, String>,
    pub(super) node: String,
}

impl Visitor {
    /// One more request, on a connection of its own; whether the client was moved, and whether its session was lost.
    pub(super) fn visits(&mut self, stage: &Stage, host: &VirtualHost) -> (bool, bool) {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = stage.client.ask(&request(host).cookie(&cookies.join("; ")));
        assert_eq!(answer.status, 200, "{}", answer.text());
        for cookie in answer.head.all("Set-Cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
        }
        let node = answer.node();
        let moved = !self.node.is_empty() && node != self.node;
        self.node = node;
        (moved, answer.said().unwrap()["session"] == "LOST")
    }
}

fn one_client(stage: &Stage, host: &VirtualHost) {
    let mut client = Visitor::default();
    for number in 0..200 {
        assert_eq!(client.visits(stage, host), (false, false), "{}: request {number}", host.origin());
    }
}

/// No number of clients that the nodes divide: round robin in lock-step looks as if everyone stayed.
fn many_clients(stage: &Stage, host: &VirtualHost) {
    let mut clients: Vec<Visitor> = (0..31).map(|_| Visitor::default()).collect();
    let mut moved = 0;
    for _ in 0..20 {
        for client in &mut clients {
            moved += usize::from(client.visits(stage, host).0);
        }
    }
    assert_eq!(moved, 0, "{}: moves in 31 × 20 requests", host.origin());
    let nodes: std::collections::BTreeSet<&String> = clients.iter().map(|client| &client.node).collect();
    assert!(nodes.len() > 1, "{}: all clients are on one node", host.origin());
}

/// Clients stay where they are when new files are taken up.
pub(super) fn reloaded(stage: &Stage) {
    let front = stage.front();
    let sticky = |host: &&VirtualHost| front.upstream(host).is_some_and(|upstream| upstream.affinity.is_some());
    for host in front.hosts.iter().filter(|host| front.obstacle(host).is_none()).filter(sticky) {
        let mut clients: Vec<Visitor> = (0..31).map(|_| Visitor::default()).collect();
        for client in &mut clients {
            client.visits(stage, host);
        }
        stage.reload();
        thread::sleep(Duration::from_secs(2));
        for client in &mut clients {
            assert_eq!(client.visits(stage, host), (false, false), "{}: moved by a reload", host.origin());
        }
    }
}

/// The load balancer's own cookie is nobody's but its own.
fn cookie(stage: &Stage, host: &VirtualHost) {
    let answer = stage.client.ask(&request(host));
    let own: Vec<&str> = answer.head.all("Set-Cookie").filter(|cookie| !cookie.starts_with("JSESSIONID=")).collect();
    assert_eq!(own.len(), 1, "{own:?}");
    let has = |word: &str| own[0].split(';').any(|it| it.trim().eq_ignore_ascii_case(word));
    assert!(has("HttpOnly") && has("SameSite=Lax") && has("Secure") == host.tls, "{}", own[0]);
    // A forged or stale cookie leads to some node, not to an error.
    let name = own[0].split('=').next().unwrap();
    for value in ["nonsense", "", "\"", "../../x", &"a".repeat(2000)] {
        let answer = stage.client.ask(&request(host).cookie(&format!("{name}={value}")));
        assert_eq!(answer.status, 200, "{name}={value}");
    }
}
