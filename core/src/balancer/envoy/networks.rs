//! Who asks: each set of networks that may do more than others has a tag, which routes look for.

use super::{Draft, extension};
use crate::format::yaml::{List, map};
use crate::plan::VirtualHost;
use crate::value::Cidr;

/// The header that the filter puts its tags into. No client can set it, and no node gets it.
pub(super) const HEADER: &str = "x-envoy-ip-tags";

/// The sets of networks of some virtual hosts, each once.
pub(super) fn sets<'p>(hosts: &[&'p VirtualHost]) -> Vec<&'p [Cidr]> {
    let mut sets: Vec<&[Cidr]> = Vec::new();
    for host in hosts {
        let refusals = host.refusals.iter().map(|refusal| refusal.but_for.as_slice());
        for set in std::iter::once(host.allow.as_slice()).chain(refusals) {
            if !set.is_empty() && !sets.contains(&set) {
                sets.push(set);
            }
        }
    }
    sets
}

/// The filter that tags requests of these hosts.
pub(super) fn filter(draft: &Draft<'_>, hosts: &[&VirtualHost], filters: &mut List) {
    let sets = sets(hosts);
    if sets.is_empty() {
        return;
    }
    filters.say("Says in a header of its own from which networks a request comes, for the routes.");
    extension(filters, "envoy.filters.http.ip_tagging", "extensions.filters.http.ip_tagging.v3.IPTagging", |tagging| {
        tagging.set("request_type", "BOTH");
        tagging.list("ip_tags", |tags| {
            for set in sets {
                tags.map(|it| {
                    it.set("ip_tag_name", tag(draft, set));
                    it.list("ip_list", |all| set.iter().for_each(|network| all.add(range(*network))));
                });
            }
        });
    });
}

/// What a route looks for to refuse requests from elsewhere.
pub(super) fn elsewhere(draft: &Draft<'_>, set: &[Cidr], headers: &mut List) {
    headers.map(|header| {
        header.set("name", HEADER);
        let tagged = format!("(?:.*,)?{}(?:,.*)?", tag(draft, set));
        header.set("string_match", map(|it| it.set("safe_regex", map(|it| it.set("regex", tagged)))).flow());
        header.set("invert_match", true);
        header.set("treat_missing_header_as_empty", true);
    });
}

fn range(network: Cidr) -> crate::format::yaml::Value {
    map(|it| {
        it.set("address_prefix", network.address().to_string());
        it.set("prefix_len", u16::from(network.length()));
    })
    .flow()
}

/// The tag of a set of networks: its place among all of the front.
fn tag(draft: &Draft<'_>, set: &[Cidr]) -> String {
    let hosts: Vec<&VirtualHost> = draft.front.hosts.iter().collect();
    let number = sets(&hosts).iter().position(|other| *other == set).unwrap_or_default();
    format!("networks-{number}")
}
