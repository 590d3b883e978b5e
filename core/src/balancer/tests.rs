use super::*;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan::resolve;
use crate::sample;
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn every_program_of_a_design_is_in_the_list_once() {
    for (number, balancer) in BALANCERS.iter().enumerate() {
        assert!(std::ptr::eq(super::balancer(balancer.program), *balancer));
        assert_eq!(serde_json::to_value(balancer.program).unwrap(), balancer.key);
        assert!(BALANCERS[..number].iter().all(|other| other.program != balancer.program));
        assert!(!balancer.name.is_empty() && balancer.summary.ends_with('.'));
    }
}

/// Whoever chooses a program, or runs it, is told all of it.
#[test]
fn every_entry_is_complete() {
    let faults: Vec<String> = BALANCERS
        .iter()
        .flat_map(|balancer| faults(balancer).into_iter().map(|fault| format!("{}: {fault}", balancer.key)))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What an entry lacks.
fn faults(balancer: &Balancer) -> Vec<&'static str> {
    let sentence = |text: &str| text.ends_with('.') && text.len() > 20 && !text.contains("To be written");
    let Balancer { operation, lacks, .. } = balancer;
    let needs: BTreeSet<Need> = lacks.iter().map(|lack| lack.need).collect();
    let commands = [operation.test, operation.reload, operation.restart];
    let keeps = |by| (balancer.stays)(balancer.version, by) != Stays::Otherwise;
    [
        (sentence(balancer.summary), "its summary is no sentence"),
        (sentence(balancer.verified), "how its files are tested is not said"),
        (
            !(balancer.called)(None).is_empty() && !(balancer.called)(balancer.version).is_empty(),
            "it is called nothing",
        ),
        (balancer.version.and_then(balancer.too_old).is_none(), "its usual version is too old"),
        (commands.iter().all(|it| !it.is_empty() && it.trim() == *it), "a command is missing"),
        (sentence(operation.drain), "how a node is taken out is not said"),
        (operation.prepare.iter().all(|step| sentence(step)), "a step to prepare it is no sentence"),
        (
            operation.folder.is_none_or(|it| it.starts_with('/') && it.ends_with('/')),
            "its folder has no `/` at both ends",
        ),
        (operation.folder.is_some() || !operation.prepare.is_empty(), "how its files reach the platform is not said"),
        (!operation.troubles.is_empty(), "nothing ever goes wrong with it"),
        (operation.troubles.iter().all(|it| !it.sign.is_empty() && sentence(it.cause)), "a trouble has no cause"),
        (needs.len() == lacks.len(), "a lack is said twice"),
        (
            lacks.iter().all(|it| !it.instead.is_empty() && !it.instead.ends_with('.')),
            "a lack does not say what is instead",
        ),
        (keeps(StayBy::BalancerCookie) || keeps(StayBy::Session), "it keeps no client on a node"),
    ]
    .into_iter()
    .filter_map(|(good, fault)| (!good).then_some(fault))
    .collect()
}

/// Each program writes something for each pattern, and the same each time.
#[test]
fn every_program_writes_files_for_every_pattern() {
    for balancer in BALANCERS {
        for (product, release, pattern) in sample::layouts() {
            let plan = || {
                let design: Design = serde_json::from_value(json!({
                    "format": 1, "name": "x", "product": product.id, "release": release.version.to_string(),
                    "pattern": pattern.key, "nodes": sample::nodes(pattern, release),
                    "balancers": [{ "program": balancer.key }],
                }))
                .unwrap();
                resolve(&design).output.unwrap()
            };
            let (plan, again) = (plan(), plan());
            let what = format!("{} for {} {}", balancer.key, product.id, pattern.key);
            // A pair that takes its events past every load balancer has no host to serve.
            if plan.fronts.iter().all(|front| front.hosts.is_empty()) {
                continue;
            }
            let files = artifacts(&plan);
            assert!(!files.is_empty(), "{what}");
            for file in &files {
                let Content::Whole(text) = &file.content else { panic!("{what}: {} is no file of ours", file.path) };
                assert!(text.ends_with('\n') && !text.contains("To be written"), "{what}: {}", file.path);
            }
            assert_eq!(files, artifacts(&again), "{what}");
        }
    }
}
