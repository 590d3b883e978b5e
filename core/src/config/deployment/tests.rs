use crate::bundle::{Content, Mode, StockFile};
use crate::config::artifacts;
use crate::design::Design;
use crate::edit::toml;
use crate::plan::{Plan, resolve};
use expect_test::expect;
use serde_json::{Value, json};

fn plan(release: &str, more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "is", "product": "is", "release": release, "pattern": "symmetric",
        "nodes": [{"addresses": "192.0.2.11-12"}],
        "hosts": {"service": "id.example.com"},
        "database": {"postgresql": {"host": "db.example.com", "schemas": {"shared": {"password": "vault:shared"}}}},
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// The whole file of the first node, without the reasons.
fn file(plan: &Plan) -> String {
    let artifacts = artifacts(plan);
    let artifact = artifacts.iter().find(|it| it.path.ends_with("/deployment.toml")).unwrap();
    assert_eq!(artifact.mode, Mode::Private);
    let Content::Stock(stock) = &artifact.content else { panic!("deployment.toml is a stock file") };
    let StockFile::Toml(edits) = &**stock else { panic!("deployment.toml is TOML") };
    toml::fragment(edits).lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}

/// The lines of some tables of the file.
fn tables(plan: &Plan, names: &[&str]) -> String {
    let text = file(plan);
    let tables: Vec<&str> = text.split("\n\n").collect();
    names
        .iter()
        .filter_map(|name| tables.iter().find(|table| table.starts_with(&format!("[{name}]"))))
        .fold(String::new(), |all, table| all + table.trim_end() + "\n")
}

#[test]
fn a_whole_file_has_all_that_the_product_has_no_default_of() {
    expect![[r#"
        [server]
        hostname = "id.example.com"
        mgt_console_hostname = "mgt.id.example.com"
        node_ip = "192.0.2.11"
        offset = 0
        force_local_cache = true

        [super_admin]
        username = "admin"
        password = "admin"
        create_admin_account = true

        [database.identity_db]
        type = "postgre"
        url = "jdbc:postgresql://db.example.com:5432/wso2identity_db"
        username = "wso2identity"
        password = "@env:WSO2IDENTITY_PASSWORD@"
        driver = "org.postgresql.Driver"

        [database.identity_db.pool_options]
        maxActive = 50
        validationQuery = "SELECT 1"

        [database.shared_db]
        type = "postgre"
        url = "jdbc:postgresql://db.example.com:5432/wso2shared_db"
        username = "wso2shared"
        password = "$secret{shared}"
        driver = "org.postgresql.Driver"

        [database.shared_db.pool_options]
        maxActive = 50
        validationQuery = "SELECT 1"

        [transport.http.properties]
        proxyPort = 80

        [transport.https.properties]
        proxyPort = 443

        [keystore.tls]
        file_name = "wso2tls.jks"
        type = "JKS"
        alias = "wso2carbon"
        password = "@env:WSO2_KEYSTORE_PASSWORD@"
        key_password = "@env:WSO2_KEYSTORE_PASSWORD@"

        [clustering]
        membership_scheme = "wka"
        domain = "wso2.is.domain"
        local_member_host = "$ref{server.node_ip}"
        local_member_port = 4000
        members = ["192.0.2.11:4000", "192.0.2.12:4000"]

        [hazelcast]
        "hazelcast.logging.type" = "log4j2"
        "hazelcast.max.no.heartbeat.seconds" = "60"
        "hazelcast.shutdownhook.enabled" = "false"
    "#]]
    .assert_eq(&file(&plan("7.0.0", json!({}))));
}

#[test]
fn users_of_older_releases_leave_their_directory() {
    assert_eq!(tables(&plan("5.9.0", json!({})), &["user_store"]), "[user_store]\ntype = \"database\"\n");
    assert_eq!(tables(&plan("5.11.0", json!({})), &["user_store"]), "[user_store]\ntype = \"database_unique_id\"\n");
    let server = tables(&plan("5.11.0", json!({})), &["server"]);
    assert!(!server.contains("mgt_console_hostname"), "{server}");
}

#[test]
fn users_may_be_in_a_directory() {
    let ldap = json!({"user-store": {"ldap": {
        "url": "ldaps://ldap.example.com:636", "user": "cn=wso2,dc=example,dc=com", "password": "vault:ldap",
        "user-base": "ou=people,dc=example,dc=com", "group-base": "ou=groups,dc=example,dc=com", "read-only": true,
    }}});
    expect![[r#"
        [user_store]
        type = "read_only_ldap_unique_id"
        connection_url = "ldaps://ldap.example.com:636"
        connection_name = "cn=wso2,dc=example,dc=com"
        connection_password = "$secret{ldap}"
        user_search_base = "ou=people,dc=example,dc=com"
        group_search_base = "ou=groups,dc=example,dc=com"
    "#]]
    .assert_eq(&tables(&plan("7.0.0", ldap), &["user_store"]));
}

#[test]
fn parameters_have_the_names_that_the_kernel_reads() {
    let aws = json!({"membership": {"aws": {
        "access-key": "env:A", "secret-key": "vault:s", "security-group": "g", "tag-key": "k", "tag-value": "v",
        "host-header": "h", "connection-timeout": 9,
    }}});
    let names =
        |release: &str| tables(&plan(release, json!({"cluster": aws})), &["clustering", "clustering.properties"]);
    expect![[r#"
        [clustering]
        membership_scheme = "aws"
        domain = "wso2.is.domain"
        local_member_host = "$ref{server.node_ip}"
        local_member_port = 5701
        [clustering.properties]
        access-key = "@env:A@"
        secret-key = "$secret{s}"
        security-group-name = "g"
        region = "us-east-1"
        tag-key = "k"
        tag-value = "v"
        host-header = "h"
        connection-timeout-seconds = "9"
    "#]]
    .assert_eq(&names("6.0.0"));
    expect![[r#"
        [clustering]
        membership_scheme = "aws"
        domain = "wso2.is.domain"
        local_member_host = "$ref{server.node_ip}"
        local_member_port = 5701
        [clustering.properties]
        accessKey = "@env:A@"
        secretKey = "$secret{s}"
        securityGroup = "g"
        region = "us-east-1"
        tagKey = "k"
        tagValue = "v"
        hostHeader = "h"
        connTimeout = "9"
    "#]]
    .assert_eq(&names("7.0.0"));
}

#[test]
fn kubernetes_needs_no_class_where_the_kernel_has_the_scheme() {
    let kubernetes = json!({"membership": {"kubernetes": {"services": ["is"]}}});
    let of = |release: &str| {
        let nodes = json!([{"count": 2}]);
        let plan = plan(release, json!({"cluster": kubernetes, "nodes": nodes}));
        tables(&plan, &["server", "clustering", "clustering.properties"])
    };
    expect![[r#"
        [server]
        hostname = "id.example.com"
        node_ip = "$env{NODE_IP}"
        offset = 0
        force_local_cache = true
        [clustering]
        membership_scheme = "kubernetes"
        domain = "wso2.is.domain"
        local_member_host = "$ref{server.node_ip}"
        local_member_port = 4000
        [clustering.properties]
        membershipSchemeClassName = "org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme"
        KUBERNETES_SERVICES = "is"
        KUBERNETES_NAMESPACE = "default"
        USE_DNS = "true"
    "#]]
    .assert_eq(&of("5.11.0"));
    assert!(!of("6.0.0").contains("membershipSchemeClassName"));
}

#[test]
fn containers_are_found_by_cluster_and_network() {
    let ecs = json!({"membership": {"aws-ecs": {"cluster": "is", "vpc": "10.0.0.0/16", "region": "eu-west-1"}}});
    let plan = plan("7.0.0", json!({"cluster": ecs, "nodes": [{"count": 2}]}));
    expect![[r#"
        [clustering]
        membership_scheme = "aws-ecs"
        domain = "wso2.is.domain"
        local_member_host = "$ref{server.node_ip}"
        local_member_port = 5701
        [clustering.properties]
        region = "eu-west-1"
        clusterName = "is"
        vpcCidrBlock = "10.0.*.*"
    "#]]
    .assert_eq(&tables(&plan, &["clustering", "clustering.properties"]));
}

#[test]
fn what_forms_no_group_has_no_scheme() {
    let plan = plan("4.2.0", json!({"product": "apim", "database": {"postgresql": {"host": "db.example.com"}}}));
    let text = file(&plan);
    assert!(!text.contains("[clustering]") && !text.contains("[hazelcast]"), "{text}");
    let plan = self::plan("4.2.0", json!({"product": "apim", "database": null, "cluster": {"domain": "d"}}));
    assert!(tables(&plan, &["clustering"]).contains("domain = \"d\""));
}
