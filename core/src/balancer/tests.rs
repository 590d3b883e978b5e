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
    for balancer in BALANCERS {
        let key = balancer.key;
        let sentence = |text: &str| text.ends_with('.') && text.len() > 20 && !text.contains("To be written");
        assert!(sentence(balancer.summary), "{key}: {}", balancer.summary);
        assert!(sentence(balancer.verified), "{key}: how are its files tested?");
        assert!(!(balancer.called)(None).is_empty() && !(balancer.called)(balancer.version).is_empty(), "{key}");
        assert!(balancer.version.and_then(balancer.too_old).is_none(), "{key}: too old by itself");
        let operation = &balancer.operation;
        for command in [operation.test, operation.reload, operation.restart] {
            assert!(!command.is_empty() && command == command.trim(), "{key}: {command:?}");
        }
        assert!(sentence(operation.drain), "{key}: {}", operation.drain);
        assert!(operation.prepare.iter().all(|step| sentence(step)), "{key}: {:?}", operation.prepare);
        assert!(operation.folder.is_none_or(|folder| folder.starts_with('/') && folder.ends_with('/')), "{key}");
        // What a platform runs must be brought to it.
        assert!(operation.folder.is_some() || !operation.prepare.is_empty(), "{key}: how is it brought there?");
        assert!(!operation.troubles.is_empty(), "{key}: nothing ever goes wrong?");
        for trouble in operation.troubles {
            assert!(!trouble.sign.is_empty() && sentence(trouble.cause), "{key}: {trouble:?}");
        }
        let needs: BTreeSet<Need> = balancer.lacks.iter().map(|lack| lack.need).collect();
        assert_eq!(needs.len(), balancer.lacks.len(), "{key}: a lack is said twice");
        assert!(balancer.lacks.iter().all(|lack| !lack.instead.is_empty() && !lack.instead.ends_with('.')), "{key}");
        let some = [StayBy::BalancerCookie, StayBy::Session].map(|by| (balancer.stays)(balancer.version, by));
        assert!(some.iter().any(|stays| *stays != Stays::Otherwise), "{key}: it keeps nobody");
    }
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
