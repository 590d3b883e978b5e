use crate::client::Request;
use crate::load::{Load, Shot, summary};
use crate::namespace::{appear, vanish};
use crate::stage::{Scene, Stage};
use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::front::conduct;

/// What a request may take that has nothing to do with a node that is stuck: the time to give up a connection, and half a
/// second.
const QUICK: Duration = Duration::from_millis(1000 * conduct::CONNECT as u64 + 500);

/// New files while clients ask; then nodes that misbehave without dying.
pub(crate) fn faults(scene: Scene) {
    let stage = scene.stage();
    reload(&stage);
    poison(&stage);
    stuck(&stage, "hangs", |node| node.order("hang"), |node| node.order("normal"));
    stuck(&stage, "vanishes", |node| vanish(&node.address), |node| appear(&node.address));
}

fn get(stage: &Stage) -> impl Fn(usize, usize) -> Request + Sync {
    move |client, _| Request::get(&stage.service(client.is_multiple_of(3), "/load?delay=10"))
}

fn reload(stage: &Stage) {
    let request = get(stage);
    let load = Load { clients: 10, pause: Duration::from_millis(5), request: &request, reconnects: true };
    let (shots, ()) = load.run(&stage.client, || {
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(1200));
            stage.reload();
        }
        thread::sleep(Duration::from_millis(2500));
    });
    println!("{}", summary("three reloads", &shots));
    if stage.lacks(Need::Reload) {
        let bad = shots.iter().filter(|shot| !shot.good()).count();
        assert!(bad * 20 < shots.len(), "{bad} of {} failed", shots.len());
    } else {
        assert!(shots.iter().all(Shot::good), "a request failed while new files were taken up");
    }
}

/// Requests that make every node drop the connection, and an API that answers 503 by itself, are nobody else's trouble.
fn poison(stage: &Stage) {
    for number in 0..24 {
        let method = ["GET", "GET", "GET", "GET", "POST", "PUT"][number / 2 % 6];
        let url = stage.service(number % 2 == 0, "/poison?drop=1");
        let request = Request::new(method, &url).header("X-Test-Id", format!("poison-{number}"));
        if let Ok(answer) = stage.client.waits(5.0).send(&request) {
            assert!(answer.node().is_empty() && (500..505).contains(&answer.status), "{}", answer.text());
        }
    }
    for number in 0..12 {
        let method = ["GET", "POST", "PUT"][number % 3];
        let url = stage.service(number % 2 == 0, "/api?status=503");
        let answer = stage.client.ask(&Request::new(method, &url).header("X-Test-Id", format!("api-{number}")));
        assert!(answer.status == 503 && !answer.node().is_empty(), "{}: {}", answer.status, answer.text());
    }
    let request = get(stage);
    let load = Load { clients: 4, pause: Duration::from_millis(50), request: &request, reconnects: false };
    let (shots, ()) = load.run(&stage.client, || thread::sleep(Duration::from_secs(14)));
    println!("{}", summary("after twelve requests on each port that every node drops", &shots));
    assert!(shots.iter().all(Shot::good), "others suffer from requests that nodes drop");
    let nodes: std::collections::BTreeSet<&str> = shots.iter().map(Shot::node).collect();
    assert_eq!(nodes.len(), stage.names(true).len(), "a node was set aside for good: {nodes:?}");

    let answered = times(stage, " api-");
    assert_eq!(answered.len(), 12, "{answered:?}");
    assert!(
        answered.values().all(|times| *times == 1),
        "an answer is an answer, and no reason to ask again: {answered:?}"
    );
    let times = times(stage, " poison-");
    println!("carried out: {times:?}");
    assert_eq!(times.len(), 24, "{times:?}");
    for (done, times) in &times {
        // A kept connection that breaks may have been closed while it was idle: some programs do not count that as a try,
        // and go on until nodes are set aside.
        let most = if done.starts_with("POST ") { 1 } else { usize::from(conduct::FAILS) * nodes.len() };
        assert!(*times <= most, "{done}: {times} times");
    }
}

/// How often the workers began to carry out each request with a number that holds this.
fn times(stage: &Stage, part: &str) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for node in stage.nodes(true) {
        for done in node.carried_out().into_iter().filter(|done| done.contains(part)) {
            *times.entry(done).or_default() += 1;
        }
    }
    times
}

/// A node is stuck for eight seconds: those that are with it wait, and nobody else.
fn stuck(stage: &Stage, how: &str, goes: impl Fn(&mut crate::nodes::Node), comes: impl Fn(&mut crate::nodes::Node)) {
    let request = get(stage);
    let load = Load { clients: 12, pause: Duration::from_millis(5), request: &request, reconnects: false };
    let patient = stage.client.waits(60.0);
    let mut gone = Instant::now();
    let (shots, back) = load.run(&patient, || {
        thread::sleep(Duration::from_millis(1500));
        goes(&mut stage.nodes(true)[1]);
        gone = Instant::now();
        thread::sleep(Duration::from_secs(8));
        comes(&mut stage.nodes(true)[1]);
        let back = Instant::now();
        thread::sleep(Duration::from_secs(1));
        back
    });
    println!("{}", summary(&format!("a node {how}"), &shots));
    let slow: Vec<&Shot> = shots.iter().filter(|shot| shot.took > QUICK).collect();
    let meanwhile = shots.iter().filter(|shot| shot.at > gone && shot.at < back).count();
    println!("{} of 12 clients were stuck; {meanwhile} requests meanwhile", slow.len());
    // Four clients speak HTTPS and eight HTTP: two groups of connections, each with its share.
    let nodes = stage.names(true).len();
    // Of two that are drawn the stuck one may be the less busy, until it has as many as any.
    let nodes = if stage.scene.program.draws() { 2 } else { nodes };
    let share = 4_usize.div_ceil(nodes) + 8_usize.div_ceil(nodes);
    assert!(
        slow.len() <= share,
        "a node {how}: {} of 12 clients were stuck, more than its share of {share}",
        slow.len()
    );
    assert!(meanwhile > 12 * 8 * 5, "a node {how}: {meanwhile} requests in 8 s");
    // Who was with the node may have lost: nobody else.
    let lost = shots.iter().filter(|shot| !shot.good() && shot.took <= QUICK && shot.at > gone).count();
    assert_eq!(lost, 0, "a node {how}: {lost} failed that had nothing to do with it");
    // It must be as before when the next one comes.
    thread::sleep(Duration::from_secs(4));
}
