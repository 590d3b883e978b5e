use super::spread::Visitor;
use crate::client::Request;
use crate::load::{Load, Shot, summary};
use crate::stage::{Scene, Stage};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::VirtualHost;
use wso2_design_core::plan::front::conduct;

/// Longer than any program needs to see that a node is back.
const BACK: Duration = Duration::from_secs(14);

/// A worker and the active manager go and come back under load; then all are gone.
pub(crate) fn failover(scene: Scene) {
    let stage = scene.stage();
    thread::scope(|scope| {
        let managers = scope.spawn(|| managers(&stage));
        workers(&stage);
        managers.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault));
    });
    nobody(&stage);
}

fn sticky(stage: &Stage) -> Option<&VirtualHost> {
    let front = stage.front();
    front.hosts.iter().find(|host| front.upstream(host).is_some_and(|it| it.is_sticky_service()))
}

fn workers(stage: &Stage) {
    if !stage.front().serves_services() {
        return;
    }
    let sticky = sticky(stage);
    let mut visitors: Vec<Visitor> = (0..30).map(|_| Visitor::default()).collect();
    let visit = |visitors: &mut Vec<Visitor>, rounds: usize| {
        let (mut moved, mut lost) = (0, 0);
        for _ in 0..rounds {
            for visitor in visitors.iter_mut() {
                let (moves, loses) = sticky.map(|host| visitor.visits(stage, host)).unwrap_or_default();
                moved += usize::from(moves);
                lost += usize::from(loses);
            }
        }
        (moved, lost)
    };
    assert_eq!(visit(&mut visitors, 2), (0, 0), "before anything happened");

    let phase = AtomicUsize::new(0);
    let request = |client: usize, round: usize| {
        let tls = client.is_multiple_of(3);
        // Every fourth client changes something: that must not happen twice.
        if client % 4 == 3 {
            let url = stage.service(tls, "/load?delay=20");
            Request::new("POST", &url)
                .header("X-Test-Id", format!("{}-{client}-{round}", phase.load(Ordering::Relaxed)))
        } else {
            Request::get(&stage.service(tls, "/load?delay=20"))
        }
    };
    let load = Load { clients: 12, pause: Duration::from_millis(5), request: &request, reconnects: false };
    let mut killed = Instant::now();
    let mut pinned = 0;
    let (shots, ()) = load.run(&stage.client, || {
        thread::sleep(Duration::from_millis(1500));
        {
            let victim = &mut stage.nodes(true)[0];
            pinned = visitors.iter().filter(|visitor| visitor.node == victim.name).count();
            victim.kill();
        }
        killed = Instant::now();
        let (moved, lost) = visit(&mut visitors, 3);
        println!("{pinned} sessions were on the dead node; {moved} clients moved, {lost} sessions were lost");
        assert_eq!((moved, lost), (pinned, pinned), "only those of the dead node, and only once");
        thread::sleep(Duration::from_secs(10).saturating_sub(killed.elapsed()));
    });
    println!("{}", summary("a worker is killed", &shots));
    judge(stage, &shots, killed);

    phase.store(1, Ordering::Relaxed);
    stage.nodes(true)[0].back();
    let (shots, ()) = load.run(&stage.client, || {
        assert_eq!(visit(&mut visitors, 2), (0, 0), "while the node comes back");
        thread::sleep(BACK);
        assert_eq!(visit(&mut visitors, 2), (0, 0), "after the node has come back");
    });
    println!("{}", summary("the worker comes back", &shots));
    assert!(shots.iter().all(Shot::good), "a request failed while a node came back");
    let name = stage.names(true)[0].clone();
    assert!(shots.iter().any(|shot| shot.node() == name), "{name} is not asked any more");
    once(stage, &shots);
}

/// What may fail when a node dies: what it was doing, and of that only what must not be done twice.
fn judge(stage: &Stage, shots: &[Shot], killed: Instant) {
    let second = killed + Duration::from_secs(1);
    let late: Vec<&Shot> = shots.iter().filter(|shot| !shot.good() && shot.at > second).collect();
    assert!(late.is_empty(), "failed more than a second after the node was dead: {late:#?}");
    let lost = shots.iter().filter(|shot| !shot.good() && shot.method == "GET").count();
    if stage.lacks(Need::Retries) {
        assert!(lost <= 12, "{lost} were lost: more than the node can have had at that time");
    } else {
        assert_eq!(lost, 0, "an idempotent request was lost");
    }
    once(stage, shots);
}

/// Nothing that changes something was carried out twice, and what succeeded was carried out.
fn once(stage: &Stage, shots: &[Shot]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for node in stage.nodes(true) {
        for done in node.carried_out().iter().filter(|done| done.starts_with("POST ")) {
            *times.entry(done["POST ".len()..].to_owned()).or_default() += 1;
        }
    }
    assert!(!times.is_empty());
    let twice: Vec<_> = times.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "carried out more than once: {twice:?}");
    for shot in shots.iter().filter(|shot| shot.good()) {
        if let Some(id) = &shot.id {
            assert!(times.contains_key(id), "{id} was answered but not carried out");
        }
    }
}

fn managers(stage: &Stage) {
    let front = stage.front();
    let standing = |host: &&VirtualHost| front.upstream(host).is_some_and(|it| it.standby().next().is_some());
    let Some(host) = front.hosts.iter().find(standing) else { return };
    let (active, standby) = {
        let upstream = front.upstream(host).unwrap();
        let name = |server: Option<&wso2_design_core::plan::Server>| server.unwrap().node.to_string();
        (name(upstream.active().next()), name(upstream.standby().next()))
    };
    let node = |name: &str| {
        let all = stage.nodes(false);
        all.into_iter().find(|node| node.name == name).unwrap()
    };
    let request =
        |_, _| Request::get(&format!("{}://{}/carbon/", host.scheme(), host.name)).hosts(&[&host.authority()]);
    let load = Load { clients: 3, pause: Duration::from_millis(20), request: &request, reconnects: false };
    let (mut killed, mut asked) = (Instant::now(), 0);
    let (shots, ()) = load.run(&stage.client, || {
        thread::sleep(Duration::from_millis(1500));
        asked = node(&standby).count();
        node(&active).kill();
        killed = Instant::now();
        thread::sleep(Duration::from_secs(5));
    });
    println!("{}", summary("the active manager is killed", &shots));
    let keeps = !stage.lacks(Need::Standby);
    let before = shots.iter().filter(|shot| shot.at + shot.took < killed);
    assert!(before.clone().count() > 10);
    assert!(!keeps || asked == 0, "the standby was asked {asked} times while the active manager was there");
    let gap = shots.iter().filter(|shot| !shot.good()).map(|shot| shot.at + shot.took).max();
    let gap = gap.map(|last| last.saturating_duration_since(killed)).unwrap_or_default();
    let first = shots.iter().find(|shot| shot.node() == standby).map(|shot| shot.at + shot.took);
    let first = first.expect("the standby never answered").saturating_duration_since(killed);
    println!("the standby answered after {first:?}; the last failure was after {gap:?}");
    assert!(first < Duration::from_secs(2) && gap < Duration::from_secs(2));

    node(&active).back();
    let (shots, ()) = load.run(&stage.client, || thread::sleep(BACK));
    println!("{}", summary("the active manager comes back", &shots));
    assert!(shots.iter().all(Shot::good), "a request failed while the active manager came back");
    let last: Vec<&str> = shots.iter().rev().take(20).map(Shot::node).collect();
    assert!(!keeps || last.iter().all(|node| *node == active), "the standby still serves after {BACK:?}: {last:?}");
}

/// Without a node there is a quick and clear answer, and all is well again when they are back.
fn nobody(stage: &Stage) {
    for worker in [true, false] {
        stage.nodes(worker).iter_mut().for_each(|node| node.kill());
    }
    let front = stage.front();
    let hosts = || front.hosts.iter().filter(|host| front.upstream(host).is_some() && front.obstacle(host).is_none());
    for round in 0..6 {
        for host in hosts() {
            let url = format!("{}://{}/down", host.scheme(), host.name);
            let method = if round % 2 == 0 { "GET" } else { "POST" };
            let answer = stage.client.ask(&Request::new(method, &url).hosts(&[&host.authority()]));
            let said = format!("{method} {url}: {} {:?}\n{}", answer.status, answer.head, answer.text());
            assert!([502, 503].contains(&answer.status), "{said}");
            assert!(answer.took < Duration::from_secs(u64::from(conduct::CONNECT) + 1), "{:?}: {said}", answer.took);
            if stage.lacks(Need::Errors) {
                continue;
            }
            assert_eq!(answer.header("Retry-After"), Some(conduct::RETRY_AFTER.to_string().as_str()), "{said}");
            assert!(answer.header("Content-Type").is_some_and(|it| it.starts_with("application/json")), "{said}");
            let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{said}"));
            assert!(body.to_string().contains(conduct::NO_NODE), "{said}");
        }
        thread::sleep(Duration::from_millis(300));
    }
    for worker in [true, false] {
        stage.nodes(worker).iter_mut().for_each(|node| node.back());
    }
    let begun = Instant::now();
    for host in hosts() {
        let url = format!("{}://{}/up", host.scheme(), host.name);
        while stage.client.ask(&Request::get(&url).hosts(&[&host.authority()])).status != 200 {
            assert!(begun.elapsed() < BACK, "the nodes are back, but {url} does not see it");
            thread::sleep(Duration::from_millis(200));
        }
    }
    println!("all answer again {:?} after the nodes came back", begun.elapsed());
}
