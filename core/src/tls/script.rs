use super::{KEY_ALIAS, KEYSTORE, TRUSTSTORE};
use crate::balancer::{Certificates, balancer};
use crate::design::{KeyKind, NodeTls, Role};
use crate::format::shell::Script;
use crate::plan::{Front, Node, Plan};
use crate::value::{Address, HostName, Secret};

/// The whole script: what every cluster has is code, what this cluster has is a line for each certificate.
pub(super) fn text(plan: &Plan) -> String {
    let title = format!("Certificates and keystores of the cluster {}.", plan.name);
    let mut script = Script::new(&[
        &title,
        "",
        "  tls/make-certificates.sh [--truststore FILE] [--force]",
        "",
        "Run it in the bundle before the files are carried to their machines. It makes an authority of the cluster's own,",
        "a certificate for each host name of each load balancer and for each node, and the nodes' keystores.",
        "Run it again at any time: keys and certificates that are good stay; one that ends soon, or whose names have",
        "changed, is issued anew for the same key.",
        "",
        "  --truststore FILE  the product's client-truststore.jks, which the authority is added to. Without it the product",
        "                     is looked for at its usual place; without that the nodes trust the authority alone.",
        "  --force            new keys and certificates for everyone. The authority stays: to replace it as well, remove",
        "                     tls/authority first, and carry the new truststore to every node.",
        "",
        "tls/authority/ca.key can sign for every name that nodes and load balancers trust: keep it off their machines.",
    ]);
    script.gap();
    script.code(include_str!("options.sh"));
    script.gap();
    password(&mut script, plan);
    script.line("cluster={}", &[plan.name.as_str()]);
    script.line("key_kind={}", &[kind(plan.tls.key)]);
    script.line("days={}", &[&plan.tls.days.to_string()]);
    script
        .comment("Seconds before its end at which a certificate is issued anew: a month, or a third of a short life.");
    script.line("margin={}", &[&(u32::from(plan.tls.days / 3).min(30) * 86400).to_string()]);
    script.line("security={}", &[plan.layout().security]);
    script.line("keystore={}", &[KEYSTORE]);
    script.line("key_alias={}", &[KEY_ALIAS]);
    script.line("truststore_name={}", &[TRUSTSTORE]);
    script.line("product_truststore={}", &[&format!("{}/{}/{TRUSTSTORE}", plan.jvm.home, plan.layout().security)]);
    script.gap();
    script.code(include_str!("functions.sh"));
    script.gap();
    if plan.fronts.iter().any(wants_one_file) {
        script.code(include_str!("one_file.sh"));
        script.gap();
    }
    script.code("authority\n");
    for front in &plan.fronts {
        for (purpose, name) in front.certificates() {
            script.call("balancer", [front.name.as_str(), purpose.certificate(), name.as_str()], "");
            if wants_one_file(front) {
                script.call("one_file", [front.name.as_str(), purpose.certificate()], "");
            }
        }
    }
    script.gap();
    script.code("truststore");
    for front in &plan.fronts {
        for (purpose, _) in front.certificates() {
            script.call("trust_balancer", [front.name.as_str(), purpose.certificate()], "");
        }
    }
    script.gap();
    let mut security = plan.layout().security;
    for node in &plan.nodes {
        // The analytics beside a product may keep them elsewhere.
        if node.layout().security != security {
            security = node.layout().security;
            script.line("security={}", &[security]);
        }
        if plan.tls.nodes == NodeTls::Verified {
            let public = public_names(plan, node);
            let names = alternative_names(&public, node);
            let checked = public.first().map_or("localhost", |name| name.as_str());
            script.call("node", [node.name.as_str(), checked, names.as_str()], "");
        } else {
            script.call("trusting_node", [node.name.as_str()], "");
        }
    }
    script.gap();
    script.code(END);
    script.finish()
}

/// Whether a load balancer reads certificate, chain and key from one file.
fn wants_one_file(front: &Front) -> bool {
    balancer(front.program).certificates == Certificates::Bundle
}

/// The password of the keystores: in the script where it is known, otherwise where its reference says.
fn password(script: &mut Script, plan: &Plan) {
    let value = plan.secrets.value(&plan.tls.keystore_password);
    script.comment("The password of keystores and their keys: one for both, or Tomcat cannot open the key.");
    match &plan.tls.keystore_password {
        _ if value.is_secret() => script.export("KEYSTORE_PASSWORD", value.text()),
        Secret::Env(name) => {
            script.take_from_environment("KEYSTORE_PASSWORD", name);
            script.code("export KEYSTORE_PASSWORD");
        }
        Secret::File(path) => {
            script.line("IFS= read -r KEYSTORE_PASSWORD <{} || [ -n \"$KEYSTORE_PASSWORD\" ]", &[path]);
            script.code("export KEYSTORE_PASSWORD");
        }
        Secret::Vault(_) | Secret::Plain(_) => {
            script.comment("It is in the product's Secure Vault, which only the product opens.");
            script.take_from_environment("KEYSTORE_PASSWORD", "KEYSTORE_PASSWORD");
            script.code("export KEYSTORE_PASSWORD");
        }
    }
    script.comment("The truststore keeps the password that the product's own files name.");
    script.code("TRUSTSTORE_PASSWORD=${TRUSTSTORE_PASSWORD:-wso2carbon}\nexport TRUSTSTORE_PASSWORD");
}

/// The public names under which a node is reached, the one that its load balancer checks first. A worker's certificate
/// does not speak for the console. A manager's speaks for the services as well: its host name is theirs.
fn public_names<'p>(plan: &'p Plan, node: &Node) -> Vec<&'p HostName> {
    let mut names: Vec<&HostName> = node.component.doors.iter().map(|door| plan.hosts.of(door.purpose)).collect();
    if node.role == Role::Manager {
        names.push(&plan.hosts.service);
    }
    names.dedup();
    names
}

/// What is in the certificate as `subjectAltName`.
fn alternative_names(public: &[&HostName], node: &Node) -> String {
    let mut names: Vec<String> = public.iter().map(|name| format!("DNS:{name}")).collect();
    names.push(format!("DNS:{}", node.name));
    match &node.address {
        Some(Address::Ip(ip)) => names.push(format!("IP:{ip}")),
        Some(Address::Name(name)) => names.push(format!("DNS:{name}")),
        None => {}
    }
    names.push("DNS:localhost".to_owned());
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    names.join(",")
}

fn kind(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Ecdsa => "ecdsa",
        KeyKind::Rsa => "rsa",
    }
}

const END: &str = r#"
printf '\nThe authority is tls/authority/ca.crt. Its key, and the folder tls/nodes, stay here.\n'
"#;
