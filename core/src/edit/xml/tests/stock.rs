//! Real stock files, where they are at hand. None is part of this repository.

use super::*;
use crate::format::xml::Source;
use std::path::{Path, PathBuf};

fn stock() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/stock");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no ../shared/stock");
    None
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

fn shown(line: &str) -> String {
    line.trim_end_matches('\n').replace('\r', "␍").replace('\t', "␉")
}

/// The lines that a patch takes away and puts in.
fn difference(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut table = vec![vec![0usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            table[i][j] = if old[i] == new[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && table[i + 1][j] >= table[i][j + 1]) {
            out += &format!("{}:-{}\n", i + 1, shown(old[i]));
            i += 1;
        } else {
            out += &format!("{}:+{}\n", i + 1, shown(new[j]));
            j += 1;
        }
    }
    out
}

fn check_stock(path: &str, edits: &[Edit], expected: Expect) {
    let Some(stock) = stock() else { return };
    let bytes = std::fs::read(stock.join(path)).unwrap();
    let source = Source::read(&bytes).unwrap();
    let after = patched(source.text(), edits);
    assert_eq!(source.encode(source.text()), bytes);
    if let Some(folder) = option_env!("PATCHED_STOCK") {
        let out = Path::new(folder).join(path.replace('/', "_"));
        std::fs::write(out, source.encode(&after)).unwrap();
    }
    expected.assert_eq(&difference(source.text(), &after));
}

#[test]
fn every_file_is_read_or_refused() {
    let Some(stock) = stock() else { return };
    let mut all = Vec::new();
    files(&stock, &mut all);
    let mut refused = Vec::new();
    for path in all.iter().filter(|path| path.extension().is_some_and(|extension| extension == "xml")) {
        let bytes = std::fs::read(path).unwrap();
        let read = Source::read(&bytes).and_then(|source| {
            assert_eq!(source.encode(source.text()), bytes, "{}", path.display());
            Document::parse(source.text()).map(|document| {
                assert_eq!(patch(&document, &[]).text, source.text());
            })
        });
        if let Err(fault) = read {
            // The web applications' own files have a document type.
            if !path.ends_with("WEB-INF/web.xml") {
                refused.push(format!("{}: {fault}", path.strip_prefix(&stock).unwrap().display()));
            }
        }
    }
    assert!(refused.len() <= 1, "{refused:#?}");
    for line in &refused {
        println!("{line}");
    }
    for path in all.iter().filter(|path| path.extension().is_some_and(|extension| extension == "properties")) {
        let source = crate::format::properties::Source::read(&std::fs::read(path).unwrap());
        crate::format::properties::Document::parse(source.text());
    }
}

fn cluster() -> Vec<Edit> {
    const WAY: [&str; 2] = ["axisconfig", "clustering"];
    let parameter = |name: &'static str, value: &'static str| text(keyed(WAY, "parameter", "name", name), value);
    let member = |host: &'static str| {
        Element::new("member").child(Element::text("hostName", host)).child(Element::text("port", "4100"))
    };
    let properties = keyed(WAY, "parameter", "name", "properties");
    let sub_domain = Element::new("property").attribute("name", "subDomain").attribute("value", "worker");
    vec![
        attribute(WAY, "enable", "true"),
        parameter("membershipScheme", "wka"),
        parameter("domain", "esb.example"),
        parameter("mcastAddress", "228.0.0.9"),
        parameter("localMemberHost", "esb-1.example.com"),
        parameter("localMemberBindAddress", "10.0.0.1"),
        parameter("localMemberPort", "4100"),
        Edit { after: Some(Step::with_attribute("parameter", "name", "domain")), ..parameter("new", "1") },
        edit(properties.then(Step::with_attribute("property", "name", "subDomain")), Want::Element(sub_domain)),
        edit(["axisconfig", "clustering", "members"], Want::Children([member("a"), member("b")].into())),
    ]
}

#[test]
fn axis2_of_the_esb() {
    check_stock(
        "esb-4.9.0/repository/conf/axis2/axis2.xml",
        &cluster(),
        expect![[r#"
            472:-                enable="false">
            473:+                enable="true">
            502:-        <parameter name="domain">wso2.carbon.domain</parameter>
            503:+        <parameter name="domain">esb.example</parameter>
            503:+        <parameter name="new">1</parameter>
            506:+        <parameter name="mcastAddress">228.0.0.9</parameter>
            523:-        <parameter name="localMemberHost">127.0.0.1</parameter>
            524:+        <parameter name="localMemberHost">esb-1.example.com</parameter>
            533:+        <parameter name="localMemberBindAddress">10.0.0.1</parameter>
            562:+␉    <property name="subDomain" value="worker"/>
            570:-                <hostName>127.0.0.1</hostName>
            571:-                <port>4000</port>
            572:+                <hostName>a</hostName>
            572:+                <port>4100</port>
            573:+            <member>
            573:+                <hostName>b</hostName>
            573:+                <port>4100</port>
            573:+            </member>
        "#]],
    );
}

#[test]
fn axis2_of_bps_with_carriage_returns() {
    check_stock(
        "bps-3.6.0/repository/conf/axis2/axis2.xml",
        &cluster(),
        expect![[r#"
            604:-                enable="false">␍
            605:+                enable="true">␍
            626:-        <parameter name="membershipScheme">multicast</parameter>␍
            627:+        <parameter name="membershipScheme">wka</parameter>␍
            634:-        <parameter name="domain">wso2.carbon.domain</parameter>␍
            635:+        <parameter name="domain">esb.example</parameter>␍
            635:+        <parameter name="new">1</parameter>␍
            638:+        <parameter name="mcastAddress">228.0.0.9</parameter>␍
            655:-        <parameter name="localMemberHost">127.0.0.1</parameter>␍
            656:+        <parameter name="localMemberHost">esb-1.example.com</parameter>␍
            665:+        <parameter name="localMemberBindAddress">10.0.0.1</parameter>␍
            670:-        <parameter name="localMemberPort">4000</parameter>␍
            671:+        <parameter name="localMemberPort">4100</parameter>␍
            707:-                <hostName>127.0.0.1</hostName>␍
            708:-                <port>4000</port>␍
            709:+                <hostName>a</hostName>␍
            709:+                <port>4100</port>␍
            710:+            <member>␍
            710:+                <hostName>b</hostName>␍
            710:+                <port>4100</port>␍
            710:+            </member>␍
        "#]],
    );
}

#[test]
fn carbon() {
    let edits = [
        text(["Server", "HostName"], "esb.example.com"),
        text(["Server", "MgtHostName"], "mgt.example.com"),
        text(["Server", "Ports", "Offset"], "1"),
        text(["Server", "ProxyContextPath"], "/esb"),
        text(["Server", "DeploymentSynchronizer", "Enabled"], "true"),
        edit(["Server", "DeploymentSynchronizer", "SvnUser"], Want::Absent),
    ];
    check_stock(
        "esb-4.9.0/repository/conf/carbon.xml",
        &edits,
        expect![[r#"
        49:+    <HostName>esb.example.com</HostName>
        54:+    <MgtHostName>mgt.example.com</MgtHostName>
        106:+    <ProxyContextPath>/esb</ProxyContextPath>
        128:-        <Offset>0</Offset>
        129:+        <Offset>1</Offset>
        573:-        <Enabled>false</Enabled>
        574:+        <Enabled>true</Enabled>
        578:-        <SvnUser>username</SvnUser>
    "#]],
    );
}

#[test]
fn catalina() {
    let edits = ["9763", "9443"].map(|port| {
        let way = keyed(["Server", "Service"], "Connector", "port", port);
        attribute(way, "proxyPort", if port == "9763" { "80" } else { "443" })
    });
    check_stock(
        "esb-4.9.0/repository/conf/tomcat/catalina-server.xml",
        &edits,
        expect![[r#"
            30:+                proxyPort="80"
            54:+                proxyPort="443"
        "#]],
    );
    check_stock(
        "is-5.8.0/repository/conf/tomcat/catalina-server.xml",
        &edits,
        expect![[r#"
            30:+                   proxyPort="80"
            55:+                   proxyPort="443"
        "#]],
    );
}

#[test]
fn registry() {
    let mount = |path: &'static str, target: &'static str| {
        let element = Element::new("mount")
            .attribute("path", path)
            .attribute("overwrite", "true")
            .child(Element::text("instanceId", "gov"))
            .child(Element::text("targetPath", target));
        edit(keyed(["wso2registry"], "mount", "path", path), Want::Element(element))
    };
    let database = Element::new("dbConfig").attribute("name", "gov").child(Element::text("dataSource", "jdbc/Gov"));
    let instance = Element::new("remoteInstance")
        .attribute("url", "https://localhost:9443/registry")
        .child(Element::text("id", "gov"))
        .child(Element::text("dbConfig", "gov"));
    let edits = [
        edit(keyed(["wso2registry"], "dbConfig", "name", "gov"), Want::Element(database)),
        edit(
            keyed(["wso2registry"], "remoteInstance", "url", "https://localhost:9443/registry"),
            Want::Element(instance),
        ),
        mount("/_system/config", "/_system/esb"),
        mount("/_system/governance", "/_system/governance"),
    ];
    check_stock(
        "esb-4.9.0/repository/conf/registry.xml",
        &edits,
        expect![[r#"
            33:+    <dbConfig name="gov">␍
            33:+        <dataSource>jdbc/Gov</dataSource>␍
            33:+    </dbConfig>␍
            104:+    <remoteInstance url="https://localhost:9443/registry">␍
            104:+        <id>gov</id>␍
            104:+        <dbConfig>gov</dbConfig>␍
            104:+    </remoteInstance>␍
            117:+    <mount path="/_system/config" overwrite="true">␍
            117:+        <instanceId>gov</instanceId>␍
            117:+        <targetPath>/_system/esb</targetPath>␍
            117:+    </mount>␍
            117:+    <mount path="/_system/governance" overwrite="true">␍
            117:+        <instanceId>gov</instanceId>␍
            117:+        <targetPath>/_system/governance</targetPath>␍
            117:+    </mount>␍
        "#]],
    );
}

#[test]
fn bps() {
    let edits = [
        text(["WSO2BPS", "UseDistributedLock"], "true"),
        attribute(["WSO2BPS", "DataBaseConfig", "DataSource"], "name", "jdbc/bps"),
        text(["WSO2BPS", "NodeId"], "bps-1"),
    ];
    check_stock(
        "bps-3.6.0/repository/conf/bps.xml",
        &edits,
        expect![[r#"
            23:-        <tns:DataSource name="bpsds">
            24:+        <tns:DataSource name="jdbc/bps">
            113:+    <tns:UseDistributedLock>true</tns:UseDistributedLock>
            118:+    <tns:NodeId>bps-1</tns:NodeId>
        "#]],
    );
}
