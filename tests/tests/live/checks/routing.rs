use crate::client::Request;
use crate::stage::{CONSOLE, SERVICE, Stage};
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::{Action, VirtualHost};

/// Every host, scheme and port leads to the right nodes; what is not served leads to none.
pub(super) fn check(stage: &Stage) {
    let front = stage.front();
    for host in front.hosts.iter().filter(|host| front.obstacle(host).is_none()) {
        match host.action {
            Action::Proxy(_) => proxied(stage, host),
            Action::Redirect(_) => redirected(stage, host),
        }
    }
    strange_hosts(stage);
    strange_names(stage);
    networks(stage);
}

fn request(host: &VirtualHost, path: &str) -> Request {
    let url = format!("{}://{}{path}", host.scheme(), host.name);
    Request::get(&url).hosts(&[&host.authority()])
}

fn proxied(stage: &Stage, host: &VirtualHost) {
    let upstream = stage.front().upstream(host).unwrap();
    let servers: Vec<(String, u16)> =
        upstream.active().map(|server| (server.node.to_string(), server.port.get())).collect();
    let name = host.name.as_str();
    let authority = host.authority();
    let other_case = name.to_uppercase();
    // A name is a name in whatever case, with its port, with the dot of the root.
    for said in [authority.clone(), format!("{name}:{}", host.port), other_case, format!("{name}:1")] {
        let answer = stage.client.ask(&request(host, "/routing").hosts(&[&said]));
        assert_eq!(answer.status, 200, "{}, Host: {said}: {}", host.origin(), answer.text());
        let reached = answer.said().unwrap();
        let server = (answer.node(), reached["port"].as_u64().unwrap() as u16);
        assert!(servers.contains(&server), "{} reached {server:?}, not {servers:?}", host.origin());
        assert_eq!(answer.seen("Host"), std::slice::from_ref(&authority), "{}", host.origin());
        let sni = if upstream.tls { upstream.host.as_str() } else { "" };
        assert_eq!(reached["sni"].as_str().unwrap_or_default(), sni, "{}", host.origin());
    }
    // The dot of the root may be refused, but must not lead elsewhere.
    let dotted = stage.client.send(&request(host, "/routing").hosts(&[&format!("{name}.")]));
    if let Ok(answer) = dotted.as_ref().map_err(drop)
        && answer.status == 200
    {
        let known = servers.iter().any(|(node, _)| *node == answer.node());
        assert!(known && answer.seen("Host") == [authority], "{}", answer.text());
    }
}

fn redirected(stage: &Stage, host: &VirtualHost) {
    let secure = stage.front().hosts.iter().find(|other| other.tls && other.name == host.name).unwrap();
    let expected = format!("{}/some/path?and=query", secure.origin());
    for said in [host.authority(), host.name.to_string().to_uppercase()] {
        for method in ["GET", "POST"] {
            let request =
                Request { method: method.to_owned(), ..request(host, "/some/path?and=query").hosts(&[&said]) };
            let answer = stage.client.ask(&request);
            // To a GET both say the same.
            assert!(answer.status == 308 || (method == "GET" && answer.status == 301), "{said}: {}", answer.status);
            assert_eq!(answer.header("Location"), Some(expected.as_str()), "{method} {said}");
        }
    }
}

/// Whether a request reached no node: refused, sent elsewhere, or the connection ended without an answer.
fn unreached(stage: &Stage, request: &Request) {
    if let Ok(answer) = stage.client.waits(5.0).send(request) {
        assert!(answer.node().is_empty(), "{request:?} reached {}", answer.node());
        assert!((300..500).contains(&answer.status), "{request:?}: {} {}", answer.status, answer.text());
    }
}

fn strange_hosts(stage: &Stage) {
    for host in stage.front().hosts.iter().filter(|host| stage.front().obstacle(host).is_none()) {
        let name = host.name.as_str();
        let of = |hosts: &[&str]| request(host, "/strange").hosts(hosts);
        let evil = format!("{name}.evil.example");
        let label = format!("evil{name}");
        let absent: &[&[&str]] = &[
            &["unknown.example"],
            &[&evil],
            &[&label],
            &["192.0.2.21"],
            &[""],
            &[],
            &[name, "unknown.example"],
            &["unknown.example", name],
            &["a b"],
            &["unknown.example:443"],
        ];
        for hosts in absent {
            unreached(stage, &of(hosts));
        }
        let mut absolute = of(&["unknown.example"]);
        absolute.target = "http://unknown.example/strange".to_owned();
        unreached(stage, &absolute);
    }
    // The other host's name, where that is not served here at all.
    for (name, served) in [(SERVICE, stage.front().serves_services()), (CONSOLE, stage.front().serves_console())] {
        if !served {
            unreached(stage, &Request::get(&stage.service(false, "/")).hosts(&[name]));
        }
    }
}

fn strange_names(stage: &Stage) {
    let front = stage.front();
    let served: Vec<&VirtualHost> =
        front.hosts.iter().filter(|host| host.tls && front.obstacle(host).is_none()).collect();
    for host in &served {
        let name = host.name.as_str();
        // No session for another name, or one that leads nowhere.
        for sni in [Some("unknown.example"), None] {
            unreached(stage, &request(host, "/sni").hosts(&["unknown.example"]).sni(sni));
            unreached(stage, &request(host, "/sni").sni(sni));
        }
        // A session for one name does not lead to another.
        for other in served.iter().filter(|other| other.name != host.name) {
            let crossed = request(host, "/sni").hosts(&[&other.authority()]).sni(Some(name));
            match stage.client.send(&crossed) {
                Ok(answer) => assert_eq!((answer.status, answer.node()), (421, String::new()), "{crossed:?}"),
                Err(fault) => println!("{name} for {}: {fault}", other.name),
            }
        }
    }
}

/// What is open to some networks only is closed to others.
fn networks(stage: &Stage) {
    if stage.lacks(Need::Networks) {
        return;
    }
    for host in stage.front().hosts.iter().filter(|host| !host.allow.is_empty() && host.tls) {
        let stranger = stage.stranger();
        for path in ["/carbon/", "/carbon/admin/login.jsp", "/", "/services/UserAdmin"] {
            let answer = stranger.ask(&request(host, path));
            assert_eq!((answer.status, answer.node()), (403, String::new()), "{path}: {}", answer.text());
            assert_eq!(stage.client.ask(&request(host, path)).status, 200, "{path}");
        }
        // Nobody becomes an administrator by saying so.
        let said = ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP"];
        let liar = said.iter().fold(request(host, "/carbon/"), |liar, name| liar.header(name, stage.client.address()));
        assert_eq!(stranger.ask(&liar).status, 403);
    }
}
