use crate::client::Request;
use crate::stage::Stage;
use std::thread;
use std::time::Duration;

/// What the program writes down of requests: lines of JSON, without what stands behind `?`, where tokens are.
pub(super) fn check(stage: &Stage) {
    for tls in [false, true] {
        let front = stage.front();
        let host = front.hosts.iter().find(|host| host.tls == tls && front.obstacle(host).is_none());
        let Some(host) = host else { continue };
        let url = format!("{}://{}/logged%22%0a/path?token=geheim", host.scheme(), host.name);
        let request = Request::get(&url).hosts(&[&host.authority()]);
        let request = request.header("Authorization", "Bearer geheim").header("Cookie", "secret=geheim");
        let request = request.header("Referer", "https://x.example/?token=geheim");
        // Some refuse a header with a control character as a whole, and log no path.
        for agent in ["quo\"te\\ \u{1b}[31m", "quo\"te\\"] {
            let _ = stage.client.send(&request.clone().header("User-Agent", agent));
        }
    }
    thread::sleep(Duration::from_millis(1500));
    let log = stage.scene.program.access_log(&stage.said());
    let lines: Vec<&str> = log.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(lines.len() > 20, "{} lines:\n{log}", lines.len());
    let mut found = false;
    for line in lines {
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(line);
        assert!(parsed.is_ok_and(|it| it.is_object()), "no JSON: {line}");
        assert!(!line.contains("geheim"), "a secret is in the log: {line}");
        found |= line.contains("/logged");
    }
    assert!(found, "the request is not in the log");
}
