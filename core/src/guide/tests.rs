use super::*;
use crate::bundle::Content;
use crate::catalogue::{self, PRODUCTS, Roles};
use crate::design::{Design, Pattern};
use crate::format::xml::Document;
use crate::plan::resolve;
use crate::{balancer, config, database, host, tls};
use expect_test::expect;
use proptest::prelude::*;
use serde_json::{Value, json};

pub(super) fn plan(design: Value) -> Plan {
    let design: Design = serde_json::from_value(design).unwrap();
    resolve(&design).output.unwrap()
}

/// Every file by its path.
fn files(plan: &Plan) -> std::collections::BTreeMap<String, String> {
    let mut others = config::artifacts(plan);
    let rooms = [balancer::artifacts, database::artifacts, tls::artifacts, host::artifacts];
    others.extend(rooms.map(|room| room(plan)).concat());
    artifacts(plan, &others)
        .into_iter()
        .map(|artifact| match artifact.content {
            Content::Whole(text) => (artifact.path, text.to_string()),
            Content::Stock(_) => panic!("{} is ours", artifact.path),
        })
        .collect()
}

/// The manual's own walk-through: one manager, two workers, everything behind one load balancer.
pub(super) fn walk_through() -> Value {
    json!({
        "format": 1, "name": "esb", "description": "As the ESB 5.0.0 manual clusters it", "product": "esb",
        "release": "5.0.0", "pattern": "worker-manager-1",
        "nodes": [
            {"name": "xx2", "role": "manager", "address": "192.0.2.2", "member-port": 4100},
            {"name": "xx3", "role": "worker", "address": "192.0.2.3", "member-port": 4200},
            {"name": "xx4", "role": "worker", "address": "192.0.2.4", "member-port": 4300},
        ],
        "balancers": [{"name": "nginx", "program": "nginx-plus", "serves": "everything", "address": "192.0.2.5"}],
        "database": {"mysql": {"host": "carbondb.mysql-wso2.com", "address": "192.0.2.10"}},
        "artifacts": {"svn": {"url": "https://svn.wso2.org/repos/esb", "user": "svnuser", "password": "plain:hunter2"}},
    })
}

/// A small design of a pattern and a product.
pub(super) fn small(pattern: &crate::catalogue::PatternTraits, product: &str, release: &str) -> Value {
    let nodes = match pattern.roles {
        Roles::WorkerManager { .. } => json!([
            {"role": "manager", "addresses": "192.0.2.11-12"},
            {"role": "worker", "addresses": "192.0.2.21-23"},
        ]),
        _ => json!([{"addresses": "192.0.2.21-23"}]),
    };
    json!({
        "format": 1, "name": "x", "product": product, "release": release, "pattern": pattern.key, "nodes": nodes,
    })
}

#[test]
fn names_of_the_walk_through() {
    expect![[r#"
        # Names of the cluster esb, for /etc/hosts of every node and load balancer.
        # Leave out what DNS answers already; clients need the public names in DNS in any case.

        # public names
        192.0.2.5	esb.wso2.com mgt.esb.wso2.com

        # nodes
        192.0.2.2	xx2
        192.0.2.3	xx3
        192.0.2.4	xx4

        # database
        192.0.2.10	carbondb.mysql-wso2.com
    "#]]
    .assert_eq(&files(&plan(walk_through()))["hosts"]);
}

#[test]
fn names_without_addresses_are_comments() {
    let plan = plan(json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-3",
        "nodes": [{"role": "manager", "address": "192.0.2.11"}, {"role": "manager", "address": "192.0.2.11"},
                  {"role": "worker", "count": 2}],
        "balancers": [{"serves": "services", "address": "lb.example.com"}, {"serves": "console"}],
    }));
    expect![[r#"
        # Names of the cluster esb, for /etc/hosts of every node and load balancer.
        # Leave out what DNS answers already; clients need the public names in DNS in any case.

        # public names
        # esb.wso2.com: load balancer worker-lb is lb.example.com; make this an alias of it in DNS
        # mgt.esb.wso2.com: fill in the address of load balancer manager-lb

        # nodes
        192.0.2.11	manager-1 manager-2
        # worker-1: fill in the address of the machine that the platform starts
        # worker-2: fill in the address of the machine that the platform starts

        # database
        # carbondb.mysql-wso2.com: fill in the address of the database server
    "#]]
    .assert_eq(&files(&plan)["hosts"]);
}

#[test]
fn the_firewall_of_the_walk_through() {
    expect![[r#"
        from,source,to,destination,transport,port,protocol,purpose,what
        Clients,any,Load balancer nginx,192.0.2.5,tcp,80,HTTP,services,requests to esb.wso2.com
        Clients,any,Load balancer nginx,192.0.2.5,tcp,443,HTTPS,services,requests to esb.wso2.com
        Administrators,any,Load balancer nginx,192.0.2.5,tcp,80,HTTP,console,mgt.esb.wso2.com: only sent on to HTTPS
        Administrators,any,Load balancer nginx,192.0.2.5,tcp,443,HTTPS,console,console at mgt.esb.wso2.com
        Load balancer nginx,192.0.2.5,Workers,192.0.2.3-192.0.2.4,tcp,8280,HTTP,services,"requests, spread over the nodes"
        Load balancer nginx,192.0.2.5,Workers,192.0.2.3-192.0.2.4,tcp,8243,HTTPS,services,"requests, spread over the nodes"
        Load balancer nginx,192.0.2.5,Managers,192.0.2.2,tcp,9443,HTTPS,console,the console
        Every node,192.0.2.2-192.0.2.4,Every node,192.0.2.2,tcp,4100,Hazelcast,cluster,"cluster messages, both ways between all members"
        Every node,192.0.2.2-192.0.2.4,Every node,192.0.2.3,tcp,4200,Hazelcast,cluster,"cluster messages, both ways between all members"
        Every node,192.0.2.2-192.0.2.4,Every node,192.0.2.4,tcp,4300,Hazelcast,cluster,"cluster messages, both ways between all members"
        Every node,192.0.2.2-192.0.2.4,Database,192.0.2.10,tcp,3306,MySQL,database,JDBC connections of every node
        Every node,192.0.2.2-192.0.2.4,Subversion server,svn.wso2.org,tcp,443,HTTPS,artifacts,"artifacts, by Subversion"
        Every node,192.0.2.2-192.0.2.4,Time servers,the time servers,udp,123,NTP,time,the same time on every node
    "#]]
    .assert_eq(&files(&plan(walk_through()))["firewall.csv"]);
}

#[test]
fn every_section_is_there_for_every_pattern_and_product() {
    for product in PRODUCTS {
        for release in product.releases {
            for pattern in release.line.patterns.iter().map(|key| catalogue::pattern(*key)) {
                let design = json!({
                    "format": 1, "name": "x", "product": product.id, "release": release.version.to_string(),
                    "pattern": pattern.key, "nodes": crate::sample::nodes(pattern, release),
                });
                let files = files(&plan(design));
                let mut rest = files["guide.md"].as_str();
                for heading in book::headings() {
                    let line = format!("\n## {heading}\n");
                    let (before, after) = rest
                        .split_once(&line)
                        .unwrap_or_else(|| panic!("{} {}: no {heading}", pattern.key, product.id));
                    assert!(!before.trim().is_empty(), "{} {}: nothing before {heading}", pattern.key, product.id);
                    rest = after;
                }
                let text = rest.trim();
                assert!(!text.is_empty());
                tables_hold(&files["guide.md"]);
                tables_hold(&files["firewall.md"]);
                Document::parse(&files["topology.svg"]).unwrap();
            }
        }
    }
}

#[test]
fn the_guide_gives_the_statements_and_hides_secrets() {
    let files = files(&plan(walk_through()));
    let guide = &files["guide.md"];
    for text in [
        "In `/axisconfig/clustering/parameter[@name='domain']` write `wso2.esb.domain`",
        "| Node | `localMemberHost` | `localMemberPort` |",
        "| `xx3` | `192.0.2.3` | `4200` |",
        "`mgt.esb.wso2.com`",
        "sh /opt/wso2/esb-5.0.0/bin/start-node.sh setup",
        "systemctl enable --now esb-xx3.service",
        "balancers/nginx/ssl/mgt.crt",
        "database/mysql/01-create.sql",
        "https://mgt.esb.wso2.com/carbon",
        "<hostName>192.0.2.4</hostName>",
    ] {
        assert!(guide.contains(text), "{text}\n{guide}");
    }
    assert!(files.values().all(|text| !text.contains("hunter2")));
    let differences = section(guide, "Where this differs").lines().filter(|line| line.starts_with("| "));
    assert_eq!(differences.count() - 2, 30);
}

fn guide_of(design: Value) -> String {
    files(&plan(design)).remove("guide.md").unwrap()
}

/// What stands below a heading of the second level.
fn section<'g>(guide: &'g str, heading: &str) -> &'g str {
    let rest = guide.split_once(&format!("\n## {heading}")).unwrap_or_else(|| panic!("no {heading}")).1;
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

#[test]
fn nodes_that_share_nothing_are_told_of_nothing_shared() {
    let guide = guide_of(small(catalogue::pattern(Pattern::Independent), "bps", "3.6.0"));
    let (steps, _) = guide.split_once("\n## Troubles").unwrap();
    for text in ["localMember", "NodeId", "grants", "in the cluster", "mixed domain", "It joins"] {
        assert!(!steps.contains(text), "{text}\n{steps}");
    }
    let alone = |product, release| guide_of(small(catalogue::pattern(Pattern::Independent), product, release));
    for (guide, runs_tasks) in
        [(alone("esb", "4.8.1"), true), (alone("dss", "3.5.1"), true), (alone("as", "5.3.0"), false)]
    {
        let artifacts = section(&guide, "Step 6");
        assert_eq!(artifacts.contains("each node runs every scheduled task"), runs_tasks, "{artifacts}");
    }
    let guide = guide_of(small(catalogue::pattern(Pattern::Symmetric), "as", "5.3.0"));
    assert!(!section(&guide, "Step 8").contains("taskServerCount"), "{guide}");
}

#[test]
fn what_a_platform_must_grant_is_said_before_the_start() {
    let on = |membership: Value| {
        guide_of(json!({
            "format": 1, "name": "ei", "product": "ei", "release": "6.5.0", "pattern": "symmetric",
            "nodes": [{"count": 2}], "cluster": {"membership": membership},
        }))
    };
    let keys = on(json!({"aws": {"access-key": "env:ACCESS", "secret-key": "env:SECRET"}}));
    let before = section(&keys, "Before you start");
    for text in ["`ec2:DescribeInstances`", "5701 to 5800", "`env:ACCESS`", "`env:SECRET`"] {
        assert!(before.contains(text), "{text}\n{before}");
    }
    let api = on(json!({"kubernetes": {"services": ["ei"], "use-dns": false, "token": "env:TOKEN"}}));
    let before = section(&api, "Before you start");
    for text in ["`get` and `list` on `endpoints`", "`env:TOKEN`"] {
        assert!(before.contains(text), "{text}\n{before}");
    }
    assert!(!before.contains("dnsjava"), "{before}");
    let dns = on(json!({"kubernetes": {"services": ["ei"]}}));
    let before = section(&dns, "Before you start");
    assert!(before.contains("dnsjava") && before.contains("headless"), "{before}");
    let front = section(&dns, "Step 4");
    assert!(front.contains("`WSDLEPRPrefix`") && front.contains("`proxyPort`"), "{front}");
}

#[test]
fn libraries_go_where_the_kernel_looks_for_them() {
    let mut design = walk_through();
    design["release"] = json!("4.8.1");
    let guide = guide_of(design);
    let before = section(&guide, "Before you start");
    assert!(before.contains("`trilead-ssh2` goes to `repository/components/lib`"), "{before}");
}

#[test]
fn coordinated_human_tasks_know_the_load_balancer() {
    let guide = guide_of(small(catalogue::pattern(Pattern::WorkerManager2), "bps", "3.6.0"));
    let product = section(&guide, "Step 5");
    for text in ["`humantask.xml`", "`b4p-coordination-config.xml`", "`https://bps.wso2.com`"] {
        assert!(product.contains(text), "{text}\n{product}");
    }
}

#[test]
fn a_thousand_nodes_stay_linear() {
    let sized = |workers: u16| {
        let ranges: Vec<Value> = (0..workers / 250)
            .map(|net| json!({"role": "worker", "addresses": format!("10.0.{net}.1-250")}))
            .chain([json!({"role": "manager", "addresses": "192.0.2.11-12"})])
            .collect();
        let plan = plan(json!({
            "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2", "nodes": ranges,
        }));
        let files = files(&plan);
        files.values().map(String::len).sum::<usize>()
    };
    let (some, many) = (sized(250), sized(1000));
    assert!(many < 4 * some, "{some} {many}");
}

/// Every row of a table has as many cells as its head.
fn tables_hold(markdown: &str) {
    let (mut fence, mut width) = (None, None);
    for line in markdown.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            Some(open) if ticks >= open && line.len() == ticks => fence = None,
            Some(_) => {}
            None if ticks >= 3 => fence = Some(ticks),
            None if line.starts_with('|') => {
                let cells = line.matches('|').count();
                assert_eq!(*width.get_or_insert(cells), cells, "{line}");
            }
            None => width = None,
        }
    }
    assert_eq!(fence, None, "a fence is open");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_hostile_breaks_a_table_or_a_picture(text in "[ -~|`<>\\[\\]*_#äß€]{1,60}", user in "[ -~]{1,30}") {
        let mut design = walk_through();
        design["description"] = json!(text);
        design["artifacts"]["svn"]["user"] = json!(user);
        design["access"] = json!({"admin-user": text, "admin-password": "env:A"});
        design["jvm"] = json!({"home": format!("/opt/{user}")});
        design["cluster"] = json!({"hazelcast": {"a.b": text}});
        let files = files(&plan(design));
        tables_hold(&files["guide.md"]);
        tables_hold(&files["firewall.md"]);
        Document::parse(&files["topology.svg"]).unwrap();
        let headings = files["guide.md"].lines().filter(|line| line.starts_with("## ")).count();
        prop_assert_eq!(headings, book::headings().count());
    }
}
