use crate::design::NodeSpec;
use crate::plan::{Plan, resolve};
use crate::read;
use crate::sample;
use serde_json::json;

/// One plan for each product and pattern, with every membership scheme and the synchronizer among them.
pub(crate) fn samples() -> Vec<Plan> {
    let memberships = [
        json!({"well-known": {"connection-timeout": 10}}),
        json!({"multicast": {}}),
        json!({"aws": {"iam-role": "r", "security-group": "g", "tag-key": "k", "tag-value": "v", "host-header": "h"}}),
        json!({"aws": {"access-key": "env:A", "secret-key": "env:S"}}),
        json!({"kubernetes": {"services": ["s"], "api-server": "https://k", "token": "env:T", "skip-tls-verification": true}}),
        json!({"aws-ecs": {"cluster": "c", "vpc": "10.0.0.0/16"}}),
        json!({"custom": {"class": "a.B", "parameters": {"p": "v"}}}),
    ];
    let mut samples = Vec::new();
    for (number, (product, release, pattern)) in sample::layouts().enumerate() {
        let mut nodes = sample::nodes(pattern, release);
        // One that gets its address at start.
        if let Some(role) = nodes.first().map(|first| first.role) {
            nodes.push(NodeSpec { role, ..NodeSpec::default() });
        }
        let design = json!({
            "format": 1, "name": "x", "product": product.id, "pattern": pattern.key, "nodes": nodes,
            "release": release.version.to_string(),
            "cluster": {"membership": memberships[number % memberships.len()], "jvm-route": true},
            "artifacts": {"svn": {"url": "https://svn.example.com/", "user": "u", "password": "env:P"}},
            "access": {"admin-user": "boss"},
        });
        samples.extend(read::design(&design).ok().and_then(|design| resolve(&design).output));
    }
    samples
}
