use crate::client::Request;
use crate::stage::Stage;
use wso2_design_core::balancer::Need;
use wso2_design_core::plan::Purpose;

/// Spellings of what only administrators may reach, on the host of the services: most would lead a node to its console.
const FORBIDDEN: [&str; 34] = [
    "/carbon",
    "/carbon/",
    "/CARBON/admin/",
    "//carbon/",
    "/./carbon/",
    "/x/../carbon/",
    "/x/./../carbon//admin/login.jsp",
    "/%63arbon/",
    "/%63%61%72%62%6f%6e/",
    "/%2e/carbon/",
    "/x/%2e%2e/carbon/",
    "/carbon%2f",
    "/%252e%252e/carbon/",
    "/%2563arbon/",
    "/\\carbon/",
    "/x\\..\\carbon/",
    "/;x=1/carbon/",
    "/carbon;x=1/",
    "/carbon;jsessionid=1",
    "/foo/..;/carbon/",
    "/foo/..;x=1/carbon/",
    "/.;/carbon/",
    "/a/%2e%2e;/carbon/",
    "/services/%2e%2e/carbon/",
    "/services/..;/carbon/",
    "/t/x.com/carbon/",
    "/t/x.com/services/UserAdmin",
    "/services/UserAdmin",
    "/services/userADMIN.UserAdminHttpsSoap11Endpoint",
    "/services/t/x.com/UserAdmin?wsdl",
    "/services;a=b/UserAdmin",
    "/services/RemoteUserStoreManagerService",
    "/fileupload/x",
    "/filedownload?id=1",
];

/// Those of them that are written plainly.
const PLAIN: [&str; 6] = [
    "/carbon",
    "/carbon/",
    "/services/UserAdmin",
    "/services/RemoteUserStoreManagerService",
    "/fileupload/x",
    "/t/x.com/carbon/",
];

/// What looks like them and is none: someone's services.
const INNOCENT: [&str; 13] = [
    "/carbonara",
    "/carbon.txt",
    "/shop/carbon",
    "/services/AdminlessThing",
    "/services/EchoAdministration",
    "/services/Version",
    "/services/Version;jsessionid=0123456789ABCDEF",
    "/api/a%2Fb",
    "/api/a%20b;v=1",
    "/api/%E4%BD%A0",
    "/t/x.com/api/carbonated",
    "/my/fileupload",
    "/api?path=/carbon/../x;y",
];

/// What is refused is refused however it is written, and nothing else is.
pub(super) fn check(stage: &Stage) {
    let front = stage.front();
    for host in front.hosts.iter().filter(|host| host.purpose == Purpose::Service && front.upstream(host).is_some()) {
        for client in [&stage.client, &stage.stranger()] {
            for path in FORBIDDEN {
                let mut request =
                    Request::get(&format!("{}://{}/", host.scheme(), host.name)).hosts(&[&host.authority()]);
                request.target = path.to_owned();
                let Ok(answer) = client.send(&request) else { continue };
                let node = answer.node();
                assert!(!node.is_empty() || (300..500).contains(&answer.status), "{path}: {}", answer.status);
                // Who has no regular expressions knows the plain spellings at least.
                let known = PLAIN.contains(&path) || !stage.lacks(Need::Refusals);
                if let Some(said) = answer.said().filter(|_| known) {
                    let target = said["target"].as_str().unwrap().to_owned();
                    let led = tomcat(&target).filter(|led| is_forbidden(led));
                    assert_eq!(led, None, "{path} reached {node} at {} as {target}", host.origin());
                    println!("{path} reached a node as {target}, which does no harm");
                }
            }
        }
        for path in INNOCENT {
            let mut request = Request::get(&format!("{}://{}/", host.scheme(), host.name)).hosts(&[&host.authority()]);
            request.target = path.to_owned();
            let answer = stage.client.ask(&request);
            assert_eq!(answer.status, 200, "{path} at {}: {}", host.origin(), answer.text());
            if let Some(said) = answer.said() {
                // What is written in another way means the same.
                let target = said["target"].as_str().unwrap().replace("%3B", ";");
                assert_eq!(target, path, "a path is no load balancer's to change");
            }
        }
    }
}

/// The path that Tomcat looks for when it is asked for a target: without the parameters of each segment, decoded once, with
/// dots and empty segments resolved. None where it answers 400. Source: `CoyoteAdapter.postParseRequest`.
fn tomcat(target: &str) -> Option<String> {
    let path = target.split('?').next().unwrap_or_default();
    let bare: Vec<&str> = path.split('/').map(|segment| segment.split(';').next().unwrap_or_default()).collect();
    let bare = bare.join("/");
    if bare.to_lowercase().contains("%2f") || bare.to_lowercase().contains("%5c") {
        return None;
    }
    let decoded = wso2_design_tests::http::unescaped(&bare);
    if decoded.contains('\\') {
        return None;
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in decoded.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            other => segments.push(other),
        }
    }
    Some(format!("/{}", segments.join("/")))
}

/// Whether only administrators may reach a path, for each tenant too. Letters count the same in either case.
fn is_forbidden(path: &str) -> bool {
    let lower = path.to_lowercase();
    let mut segments: Vec<&str> = lower.split('/').skip(1).collect();
    if segments.len() > 2 && segments[0] == "t" {
        segments.drain(..2);
    }
    match segments.as_slice() {
        ["carbon" | "fileupload" | "filedownload", ..] => true,
        ["services", "t", _, service, ..] | ["services", service, ..] => {
            let name = service.split('.').next().unwrap_or_default();
            name.ends_with("admin") || name.ends_with("adminservice") || name.starts_with("remoteuserstoremanager")
        }
        _ => false,
    }
}

#[test]
fn the_judge_knows_what_tomcat_makes_of_a_path() {
    let led = |path: &str| tomcat(path).unwrap_or_default();
    assert_eq!(led("/a/%2e%2e;x/carbon/"), "/carbon");
    assert_eq!(led("/;x=1/carbon/"), "/carbon");
    assert_eq!(led("/%3Bx/carbon/"), "/;x/carbon");
    assert_eq!(led("/%252e%252e/carbon/"), "/%2e%2e/carbon");
    assert_eq!(tomcat("/../carbon"), None);
    assert!(is_forbidden("/t/x.com/CARBON/x") && is_forbidden("/services/t/x.com/UserAdmin.Soap"));
    assert!(INNOCENT.iter().all(|path| tomcat(path).is_none_or(|led| !is_forbidden(&led))));
    assert!(FORBIDDEN.iter().filter(|path| tomcat(path).is_some_and(|led| is_forbidden(&led))).count() >= 27);
}
