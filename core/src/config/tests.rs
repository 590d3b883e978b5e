use super::*;
use crate::bundle::{Content, StockFile};
use crate::design::Design;
use crate::edit::xml;
use crate::format::xml::Document;
use crate::plan::resolve;
use serde_json::{Value, json};
use std::sync::Arc;

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "x", "product": "bps", "release": "3.6.0", "pattern": "worker-manager-2",
        "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

fn fragment(plan: &Plan, node: usize, path: &str) -> String {
    let name = &plan.nodes[node].name;
    let artifacts = artifacts(plan);
    let artifact =
        artifacts.iter().find(|it| it.owner == Owner::Node(name.clone()) && it.path.ends_with(path)).unwrap();
    let Content::Stock(stock) = &artifact.content else { panic!("{path} is not a stock file") };
    let StockFile::Xml { root, edits } = &**stock else { panic!("{path} is not XML") };
    xml::fragment(root, edits)
}

#[test]
fn the_role_of_a_bps_node_is_its_read_only_mount() {
    let plan = plan(json!({}));
    assert!(fragment(&plan, 0, "registry.xml").contains("<readOnly>false</readOnly>"));
    assert!(fragment(&plan, 2, "registry.xml").contains("<readOnly>true</readOnly>"));
    let bps = fragment(&plan, 3, "bps.xml");
    assert!(
        bps.contains("<tns:NodeId>worker-2</tns:NodeId>") && bps.contains("<tns:UseDistributedLock>true<"),
        "{bps}"
    );
}

#[test]
fn one_node_commits_over_subversion() {
    let svn = json!({"svn": {"url": "https://svn.example.com/r", "user": "u", "password": "vault:svn.password"}});
    let plan = plan(json!({"artifacts": svn}));
    let commits: Vec<bool> =
        (0..4).map(|node| fragment(&plan, node, "carbon.xml").contains("<AutoCommit>true</AutoCommit>")).collect();
    assert_eq!(commits, [true, false, false, false]);
    let carbon = fragment(&plan, 0, "carbon.xml");
    assert!(carbon.contains("xmlns:svns=\"http://org.wso2.securevault/configuration\""), "{carbon}");
    assert!(carbon.contains("<SvnPassword svns:secretAlias=\"svn.password\">password</SvnPassword>"), "{carbon}");
    assert!(Document::parse(&carbon).is_ok());
}

#[test]
fn a_file_with_a_secret_is_for_its_owner_only() {
    let plan = plan(json!({"access": {"admin-user": "boss"}}));
    for artifact in artifacts(&plan) {
        let private =
            ["datasources.xml", "user-mgt.xml", "catalina-server.xml"].iter().any(|end| artifact.path.ends_with(end));
        assert_eq!(artifact.mode == Mode::Private, private, "{}", artifact.path);
    }
}

#[test]
fn nodes_that_say_the_same_share_it() {
    let plan = plan(json!({}));
    let artifacts = artifacts(&plan);
    let of = |node: usize, path: &str| {
        let owner = Owner::Node(plan.nodes[node].name.clone());
        artifacts.iter().find(|it| it.owner == owner && it.path.ends_with(path)).map(|it| it.content.clone()).unwrap()
    };
    let (Content::Stock(one), Content::Stock(other)) = (of(2, "registry.xml"), of(3, "registry.xml")) else {
        panic!("registry.xml is a stock file")
    };
    assert!(Arc::ptr_eq(&one, &other));
}

#[test]
fn hazelcast_logs_where_its_kernel_logs() {
    let logging = |release: &str| {
        let plan = plan(json!({"product": "ei", "release": release, "pattern": "symmetric", "nodes": [{"count": 2}]}));
        let files = artifacts(&plan);
        let file = files.iter().find(|it| it.path.ends_with("hazelcast.properties")).unwrap();
        let Content::Stock(stock) = &file.content else { panic!("not a stock file") };
        let StockFile::Properties(edits) = &**stock else { panic!("no properties") };
        edits.iter().find(|edit| edit.key == "hazelcast.logging.type").unwrap().value.to_string()
    };
    assert_eq!([logging("6.5.0"), logging("6.6.0")], ["log4j", "log4j2"]);
}

#[test]
fn brokers_of_one_machine_give_out_slots_at_ports_of_their_own() {
    let broker = |product: &str, release: &str, node: usize| {
        let nodes = json!([{"addresses": ["192.0.2.11", "192.0.2.11", "192.0.2.12"]}]);
        let plan = plan(json!({"product": product, "release": release, "pattern": "symmetric", "nodes": nodes}));
        fragment(&plan, node, "broker.xml")
    };
    for (product, release, node, id, host, port) in [
        ("mb", "3.2.0", 0, "node-1", "192.0.2.11", 7611),
        ("mb", "3.1.0", 1, "node-2", "192.0.2.11", 7612),
        ("ei-broker", "6.5.0", 1, "node-2", "192.0.2.11", 7615),
        ("ei-broker", "6.5.0", 2, "node-3", "192.0.2.12", 7614),
    ] {
        let text = broker(product, release, node);
        assert!(text.contains(&format!("<nodeID>{id}</nodeID>")), "{text}");
        assert!(text.contains(&format!("<thriftServerHost>{host}</thriftServerHost>")), "{text}");
        assert!(text.contains(&format!("<thriftServerPort>{port}</thriftServerPort>")), "{text}");
        assert!(!text.contains("thriftSOTimeout"), "{text}");
        assert_eq!(text.contains("<rdbmsBasedCoordination enabled=\"true\""), release != "3.1.0", "{text}");
    }
}

#[test]
fn a_profile_finds_its_keystore_below_its_own_home() {
    let plan = plan(json!({
        "product": "ei-broker", "release": "6.5.0", "pattern": "symmetric", "nodes": [{"addresses": "192.0.2.11-12"}],
    }));
    let text = fragment(&plan, 0, "wso2/broker/conf/tomcat/catalina-server.xml");
    assert!(text.contains("keystoreFile=\"${carbon.home}/repository/resources/security/wso2tls.jks\""), "{text}");
}

#[test]
fn one_connector_for_both_hosts_names_the_port_of_the_services() {
    let plan = plan(json!({
        "product": "dss", "release": "3.5.1", "pattern": "symmetric", "nodes": [{"addresses": "192.0.2.11-12"}],
        "balancers": [{"serves": "console", "http-port": 8081, "https-port": 8443}, {"serves": "services"}],
    }));
    let catalina = fragment(&plan, 0, "catalina-server.xml");
    for connector in ["port=\"9763\" proxyPort=\"80\"", "port=\"9443\" proxyPort=\"443\""] {
        assert!(catalina.contains(connector), "{connector}\n{catalina}");
    }
}

#[test]
fn pools_of_process_databases_follow_the_design() {
    let pools = |server: Value| {
        let plan = plan(json!({"database": {"mysql": server}}));
        ["bps-datasources.xml", "activiti-datasources.xml"].map(|file| {
            let text = fragment(&plan, 0, file);
            let from = text.find("<maxActive>").unwrap() + "<maxActive>".len();
            text[from..].split_once('<').unwrap().0.to_owned()
        })
    };
    assert_eq!(pools(json!({})), ["100", "50"]);
    assert_eq!(pools(json!({"pool-size": 20})), ["20", "20"]);
}

#[test]
fn users_are_where_the_design_says() {
    let store = |change: Value| {
        let mut design = json!({
            "product": "is", "release": "5.5.0", "pattern": "symmetric", "nodes": [{"addresses": "192.0.2.11-12"}],
        });
        design.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        fragment(&plan(design), 0, "user-mgt.xml")
    };
    let database = store(json!({}));
    assert!(
        database.contains("jdbc.JDBCUserStoreManager") && database.contains("Remove Property[@name='ConnectionURL']")
    );
    let directory =
        json!({"url": "ldaps://ad", "user": "u<&", "user-base": "b", "group-base": "g", "password": "vault:ad"});
    let written = store(json!({"user-store": {"active-directory": directory}}));
    assert!(written.contains("ldap.ActiveDirectoryUserStoreManager") && written.contains(">u&lt;&amp;</Property>"));
    let password = "<Property name=\"ConnectionPassword\" svns:secretAlias=\"ad\">password</Property>";
    assert!(written.contains(password), "{written}");
    assert!(written.contains("xmlns:svns=") && !written.contains("AddAdmin"));
    let mut read = directory;
    read["read-only"] = json!(true);
    let read = store(json!({"user-store": {"ldap": read}}));
    assert!(read.contains("ReadOnlyLDAPUserStoreManager") && read.contains("<AddAdmin>false</AddAdmin>"), "{read}");
}

#[test]
fn a_pair_of_analytics_nodes_is_a_cluster_of_its_own() {
    let plan = plan(json!({
        "product": "ei", "release": "6.1.1", "pattern": "symmetric-analytics", "hosts": {"service": "ei.example.com"},
        "nodes": [
            {"role": "node", "addresses": "192.0.2.11-12"}, {"role": "analytics", "addresses": ["192.0.2.11", "192.0.2.22"]},
        ],
    }));
    let event_processor = fragment(&plan, 2, "event-processor.xml");
    assert!(event_processor.contains("<hostName>192.0.2.11</hostName>"), "{event_processor}");
    assert!(event_processor.contains("<mode name=\"HA\" enable=\"true\">"), "{event_processor}");
    let axis2 = fragment(&plan, 3, "axis2.xml");
    assert!(axis2.contains(">ei.analytics.wso2.domain<") && !axis2.contains("192.0.2.12"), "{axis2}");
    assert!(fragment(&plan, 2, "registry.xml").contains("<targetPath>/_system/eiAnalyticsNodes</targetPath>"));
    assert!(fragment(&plan, 2, "carbon.xml").contains("<HostName>analytics.ei.example.com</HostName>"));
    assert!(fragment(&plan, 0, "tasks-config.xml").contains("<taskServerCount>2</taskServerCount>"));
    let datasources = fragment(&plan, 2, "analytics-datasources.xml");
    assert!(!datasources.contains("jndi"), "a datasource without a name in JNDI\n{datasources}");
    let files = artifacts(&plan);
    let of = |node: usize, path: &str| {
        let owner = Owner::Node(plan.nodes[node].name.clone());
        files.iter().find(|it| it.owner == owner && it.path.ends_with(path)).map(|it| it.content.clone())
    };
    assert_eq!(of(2, "my-node-id.dat"), Some(Content::Whole("x-analytics-1\n".into())));
    assert_eq!(of(0, "my-node-id.dat"), None);
    let Some(Content::Stock(spark)) = of(3, "spark-defaults.conf") else { panic!("it is a stock file") };
    let StockFile::Shipped { edits, .. } = &*spark else { panic!("it comes with the product") };
    // One of the two shares its machine, so its home has another name.
    let link = edits.iter().find(|edit| edit.key == "carbon.das.symbolic.link").map(|edit| edit.value.to_string());
    assert_eq!(link.as_deref(), Some("/opt/wso2/ei-6.1.1-spark/wso2/analytics"));
}
