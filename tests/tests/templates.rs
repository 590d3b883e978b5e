//! The products' own templates as judge: from a `deployment.toml` of ours each product makes its XML at every start.
//! Here that is done as the product does it, and what the XML says must be what the design asked for.
//!
//! The templates belong to their makers: where they are not beside the project, the tests say so and pass.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what fails here fails a test")]

mod judge;

use judge::{Job, Judge, NODE_IP, Verdict, stock_with_templates};
use serde_json::{Value, json};
use wso2_design_core::bundle::{Rendered, Stock, render};
use wso2_design_core::catalogue::{Feature, Generation, PRODUCTS, Product, Release, Roles, pattern};
use wso2_design_core::design::Design;
use wso2_design_core::plan::{MembershipPlan, Node, Plan, Purpose, Upstream, resolve, resolve_with};
use wso2_design_core::value::SecretValues;
use wso2_design_core::{membership, sample};
use wso2_design_tests::Folder;

/// What XML, TOML and templates could stumble over.
const HOSTILE: &str = r#"p<w>&'"=#;x"#;

#[test]
fn every_template_renders_from_what_the_product_comes_with() {
    let Some(judge) = Judge::find() else { return };
    let mut jobs = Vec::new();
    for release in ["is-7.0.0", "apim-3.2.0", "apim-4.2.0", "mi-4.2.0"] {
        let Some(stock) = stock_with_templates(release) else { continue };
        let shipped = ["repository/conf/deployment.toml", "conf/deployment.toml"];
        let toml = shipped.iter().find_map(|path| std::fs::read_to_string(stock.join(path)).ok()).unwrap();
        jobs.push(Job { name: release.to_owned(), stock, toml, every: true });
    }
    for verdict in judge.judge(&jobs) {
        assert_eq!((verdict.refused, verdict.faults), (None, Vec::new()), "{}", verdict.name);
        assert_eq!(verdict.facts["carbon"]["host"], "localhost", "{}", verdict.name);
    }
}

#[test]
fn the_judge_sees_what_is_wrong() {
    let Some(judge) = Judge::find() else { return };
    let Some(stock) = stock_with_templates("is-7.0.0") else { return };
    let job = |toml: &str| Job { name: toml.to_owned(), stock: stock.clone(), toml: toml.to_owned(), every: false };
    let good = "[server]\nhostname = \"a\"\nnode_ip = \"192.0.2.1\"\n[user_store]\ntype = \"database\"\n[super_admin]\nusername = \"a\"\npassword = \"a\"\n\
                create_admin_account = true\n[database.shared_db]\ntype = \"h2\"\nurl = \"u\"\nusername = \"n\"\npassword = \"p\"\n\
                [database.identity_db]\ntype = \"h2\"\nurl = \"u\"\nusername = \"n\"\npassword = \"p\"\n";
    let verdicts = judge.judge(&[
        job(good),
        job(&good.replace("\"a\"", "\"a&b\"")),
        job(&good.replace("\"a\"", "\"$env{NO_SUCH}\"")),
        job(&good.replace("\"a\"", "\"$secret{none}\"")),
        job(&format!(
            "{good}[clustering]\nmembership_scheme = \"wka\"\nmembers = [\"192.0.2.1:4001\", \"192.0.2.2:4002\"]\n"
        )),
    ]);
    let [good, unescaped, variable, secret, clustered] = verdicts.as_slice() else { panic!("five verdicts") };
    assert_eq!((&good.refused, good.faults.len()), (&None, 0), "{:?}", good.faults);
    assert_eq!(good.facts["axis2"]["clustering"]["enable"], "false");
    assert!(!unescaped.faults.is_empty());
    assert_eq!(variable.refused.as_deref(), Some("there is no variable NO_SUCH"));
    assert_eq!(secret.refused.as_deref(), Some("there is no secret none"));
    assert_eq!(clustered.facts["axis2"]["clustering"]["enable"], "true");
    assert_eq!(clustered.facts["axis2"]["clustering"]["members"], json!(["192.0.2.1:4001", "192.0.2.2:4002"]));
}

#[test]
fn every_node_becomes_what_the_design_asked_for() {
    let Some(judge) = Judge::find() else { return };
    let (mut jobs, mut asked) = (Vec::new(), Vec::new());
    for (product, release) in releases() {
        let Some(stock) = stock_with_templates(&format!("{}-{}", product.pack, release.version)) else { continue };
        let shipped = Folder::read(&stock).unwrap();
        for (number, layout) in release.line.patterns.iter().map(|key| pattern(*key)).enumerate() {
            for (variant, change) in variants().into_iter().enumerate() {
                // Every pattern with every kind of product; variants take turns among patterns.
                if variant != 0 && variant % release.line.patterns.len() != number {
                    continue;
                }
                let plan = plan(product, release, layout.key, change);
                for (from, stock_files) in [("whole", None), ("patched", Some(&shipped as &dyn Stock))] {
                    let rendered = render(&plan, "", stock_files);
                    for node in plan.nodes.iter().filter(|node| std::ptr::eq(node.release, release)) {
                        let name = format!(
                            "{} {} {} {from} variant {variant} {}",
                            product.id, release.version, layout.key, node.name
                        );
                        let Some(toml) = toml_of(&rendered, node) else { panic!("{name}: no deployment.toml") };
                        jobs.push(Job { name, stock: stock.clone(), toml, every: false });
                        asked.push((plan.clone(), node.clone()));
                    }
                }
            }
        }
    }
    let verdicts = judge.judge(&jobs);
    let found: Vec<String> =
        verdicts.iter().zip(&asked).flat_map(|(verdict, (plan, node))| differences(verdict, plan, node)).collect();
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

/// Every release that is configured by a `deployment.toml`.
fn releases() -> impl Iterator<Item = (&'static Product, &'static Release)> {
    PRODUCTS.iter().flat_map(|product| {
        let toml = |release: &&'static Release| release.line.generation == Generation::Toml;
        product.releases.iter().filter(toml).map(move |release| (*product, release))
    })
}

/// What designs differ in.
fn variants() -> Vec<Value> {
    vec![
        json!({}),
        json!({ "cluster": { "domain": "prod.domain", "hazelcast": { "hazelcast.max.no.heartbeat.seconds": "45" } } }),
        json!({ "cluster": { "membership": { "multicast": { "port": 45000, "ttl": 3 } } } }),
        json!({ "cluster": { "membership": { "aws": { "access-key": "env:AWS_A", "secret-key": "env:AWS_S", "region": "eu-west-1" } } } }),
        json!({ "cluster": { "membership": { "kubernetes": { "services": ["is"], "namespace": "prod" } } } }),
        json!({ "database": { "postgresql": { "host": "db.example.com" } } }),
        json!({ "database": { "oracle": { "host": "db.example.com", "service": "ORCL" } } }),
        json!({ "database": { "mssql": { "host": "db.example.com" } } }),
    ]
}

fn plan(product: &Product, release: &'static Release, layout: &str, change: Value) -> Plan {
    let traits = wso2_design_core::catalogue::PATTERNS.iter().find(|it| it.key == layout).unwrap();
    let mut design = json!({
        "format": 1, "name": "x", "product": product.id, "release": release.version.to_string(), "pattern": layout,
        "hosts": { "service": "svc.example.com" }, "nodes": sample::nodes(traits, release),
        "access": { "admin-user": "boss&co", "admin-password": "env:ADMIN" },
        "cluster": { "domain": "test.domain" },
    });
    for (key, value) in change.as_object().unwrap() {
        design[key] = value.clone();
    }
    // Every node with an offset and a port of its own.
    if !matches!(traits.roles, Roles::Components)
        && let Some(specs) = design["nodes"].as_array_mut()
    {
        for (number, spec) in specs.iter_mut().enumerate() {
            spec["offset"] = json!(number + 1);
        }
    }
    let parse = |design: Value| -> Design { serde_json::from_value(design).unwrap() };
    let mut first = resolve(&parse(design.clone())).output.unwrap();
    if design.get("database").is_none()
        && let Some(database) = &first.database
    {
        let schemas: serde_json::Map<String, Value> = database
            .schemas
            .iter()
            .map(|it| {
                let url = format!("jdbc:mysql://db.example.com:3306/{}?useSSL=true&serverTimezone=UTC", it.name);
                (it.need.purpose.key().to_owned(), json!({ "url": url }))
            })
            .collect();
        design["database"] = json!({ "mysql": { "host": "db.example.com", "schemas": schemas } });
        first = resolve(&parse(design.clone())).output.unwrap();
    }
    let mut secrets = SecretValues::default();
    for (number, secret) in first.secret_references().into_iter().enumerate() {
        secrets.insert(secret.clone(), format!("{HOSTILE}{number}"));
    }
    resolve_with(&parse(design), secrets).output.unwrap()
}

fn toml_of(rendered: &Rendered, node: &Node) -> Option<String> {
    let prefix = format!("nodes/{}/", node.name);
    let file =
        rendered.files.iter().find(|file| file.path.starts_with(&prefix) && file.path.ends_with("/deployment.toml"))?;
    Some(String::from_utf8_lossy(&file.bytes).into_owned())
}

/// What the product made of a node's configuration, beside what the plan says of the node.
struct Compared<'v> {
    verdict: &'v Verdict,
    plan: &'v Plan,
    node: &'v Node,
    differences: Vec<String>,
}

fn differences(verdict: &Verdict, plan: &Plan, node: &Node) -> Vec<String> {
    let mut compared = Compared { verdict, plan, node, differences: Vec::new() };
    if let Some(why) = &verdict.refused {
        compared.differs("the product", &json!("refuses it"), why);
        return compared.differences;
    }
    for fault in &verdict.faults {
        compared.differs("a file", &json!("is no XML"), fault);
    }
    let facts = &verdict.facts;
    compared.same("host", &facts["carbon"]["host"], plan.public_name(node));
    compared.same("offset", &facts["carbon"]["offset"], node.offset);
    compared.clustering(&facts["axis2"]["clustering"]);
    compared.databases(&facts["datasources"]);
    compared.connectors(&facts["catalina"]);
    if node.group.is_some() {
        for (key, value) in &plan.cluster.hazelcast {
            compared.same(key.as_str(), &facts["hazelcast"][key.as_str()], value);
        }
    }
    if let (Some(admin), false) = (&plan.access.admin, node.has(Feature::MicroIntegrator)) {
        compared.same("administrator", &facts["users"]["user"], &admin.user);
        compared.same(
            "administrator's password",
            &facts["users"]["password"],
            plan.secrets.value(&admin.password).text(),
        );
    }
    compared.differences
}

impl Compared<'_> {
    fn same(&mut self, what: &str, said: &Value, wanted: impl std::fmt::Display) {
        if said.as_str() != Some(wanted.to_string().as_str()) {
            self.differs(what, said, wanted);
        }
    }

    fn differs(&mut self, what: &str, said: &Value, wanted: impl std::fmt::Display) {
        self.differences.push(format!("{}: {what}: {said}, not {wanted}", self.verdict.name));
    }

    fn clustering(&mut self, said: &Value) {
        let Some(group) = self.plan.group(self.node) else {
            if !said.is_null() {
                self.same("clustering", &said["enable"], false);
            }
            return;
        };
        let parameters = &said["parameters"];
        self.same("clustering", &said["enable"], true);
        self.same("domain", &parameters["domain"], &group.domain);
        let address = self.node.address.as_ref().map_or_else(|| NODE_IP.to_owned(), ToString::to_string);
        self.same("local member", &parameters["localMemberHost"], address);
        self.same("member port", &parameters["localMemberPort"], self.node.member_port);
        let membership = &self.plan.cluster.membership;
        let scheme = membership::scheme(membership);
        self.same("scheme", &parameters["membershipScheme"], scheme.keyword);
        for parameter in (scheme.parameters)(membership, self.node.release.kernel, &self.plan.secrets) {
            self.same(&parameter.name, &parameters[&*parameter.name], parameter.value.text());
        }
        if let MembershipPlan::WellKnown { .. } = membership {
            let members: Vec<String> = group.members.iter().map(|it| format!("{}:{}", it.host, it.port)).collect();
            if said["members"] != json!(members) {
                self.differs("members", &said["members"], json!(members));
            }
        }
    }

    fn databases(&mut self, said: &Value) {
        let Some(database) = &self.plan.database else { return };
        for (need, schema) in database.of(self.node) {
            let source = &said[need.jndi];
            let what = |key: &str| format!("{} of {}", key, need.jndi);
            self.same(&what("url"), &source["url"], &schema.url);
            self.same(&what("user"), &source["username"], &schema.user);
            self.same(&what("password"), &source["password"], self.plan.secrets.value(&schema.password).text());
            self.same(&what("driver"), &source["driverClassName"], database.vendor.driver);
            self.same(&what("validation query"), &source["validationQuery"], database.vendor.validation);
            self.same(&what("pool"), &source["maxActive"], schema.pool);
        }
    }

    /// Redirects of the servlet transport name the ports of the load balancer in front of it.
    fn connectors(&mut self, said: &Value) {
        let behind = |upstream: &Upstream| {
            // What only other nodes ask never redirects a client.
            !matches!(upstream.purpose, Purpose::Component(_))
                && upstream.servlet
                && upstream.servers.iter().any(|server| server.node == self.node.name)
        };
        let front = self.plan.fronts.iter().find(|front| front.upstreams.iter().any(behind));
        if let (Some(front), true) = (front, said.is_object()) {
            self.same("proxy port", &said["https"]["proxyPort"], front.https_port);
            self.same("proxy port", &said["http"]["proxyPort"], front.http_port);
        }
    }
}
