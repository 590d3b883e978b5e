use super::super::words::{console_url, first, serving, url};
use super::{Book, brokers, streams};
use crate::catalogue::Feature;
use crate::design::{Artifacts, Managers, Role};
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::{MembershipPlan, Plan};
use crate::tls::AUTHORITY;
use crate::value::Domain;
use std::collections::BTreeSet;

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    doc.heading(3, "Lines of the log");
    lines(book, doc);
    doc.heading(3, "From outside");
    outside(book, doc);
    doc.heading(3, "Fail-over");
    doc.steps(fail_over(book));
    let plan = book.plan();
    if plan.cluster.enabled {
        doc.heading(3, "Signs of failure");
        let mut signs = vec![
            Inline::from(
                "Each node logs `Elected this member`: they did not find each other. One of them may, no more.",
            ),
            Inline::from(
                "The port in `Local member` is not the one of the table: it was taken, and the node moved up by one.",
            ),
        ];
        if plan.task_server_count.is_some() {
            signs.push(Inline::from(
                "`Waiting for N` task nodes does not end: fewer nodes that run tasks are up than `taskServerCount` says.",
            ));
        }
        if plan.registry.is_some() {
            signs.push(Inline::from(
                "A `WARN` about a mount at the start: the mount was skipped and the node is on its own registry.",
            ));
        }
        doc.bullets(signs);
    }
}

fn lines(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let log = plan.layout().log;
    if plan.has(Feature::StreamProcessor) {
        streams::lines(plan, doc);
        return;
    }
    if plan.shares_tasks() {
        doc.paragraph(md!("In {} of each node:", code(log)));
        let first = first(plan).map_or_else(String::new, |node| node.name.to_string());
        doc.table(
            ["When", "Expect"],
            [
                [Inline::from("a node starts"), code(format!("Successfully joined the cluster with id [{first}]"))],
                [Inline::from("… on every node that runs already"), code("Member added [<node>]")],
                [
                    Inline::from("a task is scheduled"),
                    md!("{}, on one node only", code("Task scheduled: [ESB_TASK][<name>]")),
                ],
                [Inline::from("a node stops"), md!("{}, after 15 seconds", code("Member removed [<node>]"))],
            ],
        );
        return;
    }
    if !plan.cluster.enabled {
        doc.paragraph(md!(
            "The nodes form no cluster. Expect {} in {} of each, and no line of Hazelcast.",
            code(plan.release.line.launcher.started),
            code(log)
        ));
        return;
    }
    let scheme = crate::membership::scheme(&plan.cluster.membership).keyword;
    doc.paragraph(md!("In {} of each node:", code(log)));
    // Nodes of different groups do not see each other.
    let sizes = |group: usize| plan.nodes.iter().filter(|node| node.group == Some(group)).count();
    let groups: Vec<(&Domain, usize)> =
        plan.cluster.groups.iter().enumerate().map(|(place, group)| (&group.domain, sizes(place))).collect();
    let several = groups.len() > 1;
    let members: BTreeSet<usize> = plan.cluster.groups.iter().map(|group| group.members.len()).collect();
    let joined: BTreeSet<usize> = groups.iter().map(|(_, size)| size.saturating_sub(1)).collect();
    let counted = |all: &BTreeSet<usize>| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
    let mut rows = vec![
        [
            Inline::from(if several { "the first node of a group starts" } else { "the first node starts" }),
            join(groups.iter().map(|(domain, _)| code(format!("Cluster domain: {domain}"))), ", or "),
        ],
        [Inline::default(), code("Loading hazelcast configuration from axis2 clustering configuration")],
        [Inline::default(), code(format!("Using {scheme} based membership management scheme"))],
    ];
    if let MembershipPlan::WellKnown { .. } = &plan.cluster.membership {
        let of = if several { " of its group" } else { "" };
        rows.push([
            Inline::default(),
            md!("{}, once for each of the {} well-known members{}", code("Added member: …"), counted(&members), of),
        ]);
    }
    rows.extend([
        [Inline::default(), code("Hazelcast initialized in … ms")],
        [Inline::default(), md!("{}, with the member port of the table", code("Local member: [uuid] - …"))],
        [Inline::default(), code("Elected this member [uuid] as the Coordinator node")],
        [Inline::default(), code("Cluster initialization completed")],
        [Inline::from("any other node starts"), md!("the same without {}", code("Elected this member"))],
        [
            Inline::from("… on every node that runs already"),
            md!(
                "{}: {} on the first one when all of its group are up",
                code("Member joined [uuid]: /address:port"),
                match counted(&joined).as_str() {
                    "1" => "once".to_owned(),
                    times => format!("{times} times"),
                }
            ),
        ],
        [Inline::from("a node stops"), code("Member left [uuid]: /address:port")],
    ]);
    if let Artifacts::Svn(_) = plan.artifacts {
        rows.push([
            Inline::from("an artifact is deployed"),
            md!(
                "{}, then the lines of the deployment, on every other node",
                code("Received ClusteringMessage: SynchronizeRepositoryRequest")
            ),
        ]);
    }
    if let Some(count) = plan.task_server_count {
        rows.push([
            Inline::from("tasks are scheduled"),
            md!("{} when {} nodes that run tasks are up", code("All task servers activated for …"), count),
        ]);
    }
    doc.table(["When", "Expect"], rows);
}

fn outside(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let mut steps = Vec::new();
    if plan.has(Feature::StreamProcessor) {
        doc.steps(streams::outside(plan));
        return;
    }
    let console = console_url(plan);
    let administered = plan.with_console().next().is_some();
    match plan.console_front() {
        _ if !administered => {}
        Some(_) => steps.push(md!(
            "Open {}. The address bar keeps this name and shows no port of a node, after the sign-in too.",
            code(&console)
        )),
        None if plan.fronts.is_empty() => steps.push(md!(
            "Open {}, where the name leads to a node, and then the console through the platform's load balancer, at its own \
             port.",
            code(&console)
        )),
        None => steps.push(md!(
            "Open {}: no load balancer stands before the console, so the name must lead to the node itself.",
            code(&console)
        )),
    }
    if administered && plan.access.admin.is_none() {
        steps.push(Inline::from(
            "Sign in with the product's own administrator and change the password at once: everyone knows it. Better, set \
             `access.admin-user` before the first start.",
        ));
    }
    if plan.has(Feature::MicroIntegrator) {
        steps.push(md!(
            "Call {} on each node: it answers 200 when all that is deployed has started. The port is 9191 and the offset.",
            code("curl --fail http://localhost:9201/healthz")
        ));
    } else if let Some(front) = plan.service_front() {
        let version = plan.release.line.health;
        steps.extend((!version.is_empty()).then(|| {
            md!(
            "Call {}. It answers with the product's version. Leave `--cacert` out where a public authority signed; never put \
             `--insecure` in, which would prove nothing.",
            code(format!(
                "curl --fail --cacert {AUTHORITY} {}",
                url(true, &plan.hosts.service, front.https_port, version)
            ))
            )
        }));
        steps.push(md!(
            "Call {}: it must be refused. The console and the admin services are not for clients.",
            code(url(true, &plan.hosts.service, front.https_port, "/carbon"))
        ));
    }
    let kind = Kind::of(plan);
    if plan.offers_services() {
        steps.push(Inline::from(kind.deploy()));
    }
    if plan.has(Feature::Broker) && !plan.offers_services() {
        steps.extend(brokers::outside());
    }
    let serving = serving(plan).count();
    if plan.service_front().is_some() && serving > 1 {
        steps.push(md!(
            "{} with `curl` through the load balancer, twenty times: the lines spread over the {} of all {} serving nodes. \
             `curl` keeps no cookies, so it is a new client each time, even where clients stay with a node.",
            kind.call(),
            kind.log(),
            serving
        ));
    }
    if plan.service_front().is_some() && kind == Kind::Services {
        steps.push(md!(
            "Ask for its WSDL through the load balancer. Every address in it names {}; none names a node or its port.",
            code(&plan.hosts.service)
        ));
    }
    if administered && plan.database.is_some() {
        steps.push(Inline::from("Add a user on one node's console and sign in as that user through another node."));
    }
    doc.steps(steps);
}

/// What a cluster's clients call: it decides what shows that it works.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Services with WSDL, proxies, web applications.
    Services,
    /// APIs behind gateways.
    Apis,
    /// Sign-ins and tokens.
    Identities,
    /// What flows run on the Micro Integrator: no servlet transport, and no WSDL of its own.
    Flows,
}

impl Kind {
    fn of(plan: &Plan) -> Self {
        if plan.has(Feature::ApiManager) {
            Self::Apis
        } else if plan.has(Feature::Identity) {
            Self::Identities
        } else if plan.has(Feature::MicroIntegrator) {
            Self::Flows
        } else {
            Self::Services
        }
    }

    fn deploy(self) -> &'static str {
        match self {
            Self::Services => "Deploy a small service that writes a line to the log. It appears on every serving node.",
            Self::Apis => {
                "Publish a small API that writes a line to the log, subscribe to it in the portal and get a token. Every gateway logs \
                 that it is deployed."
            }
            Self::Identities => {
                "Register an application with the grant `client_credentials` on one node, and get a token for it through the load \
                 balancer, at `/oauth2/token`."
            }
            Self::Flows => "Deploy a small API or proxy that writes a line to the log. It appears on every node.",
        }
    }

    fn call(self) -> &'static str {
        match self {
            Self::Services | Self::Flows => "Call it",
            Self::Apis => "Call the API with the token",
            Self::Identities => "Ask for a token",
        }
    }

    /// Where calls are seen.
    fn log(self) -> &'static str {
        match self {
            Self::Services | Self::Flows | Self::Apis => "logs",
            Self::Identities => "access logs",
        }
    }

    fn loops(self) -> &'static str {
        match self {
            Self::Services | Self::Flows => "a service",
            Self::Apis => "an API",
            Self::Identities => "`/oauth2/token`",
        }
    }
}

fn fail_over(book: &Book<'_>) -> Vec<Inline> {
    let plan = book.plan();
    if plan.has(Feature::StreamProcessor) {
        return streams::fail_over();
    }
    let mut steps = Vec::new();
    let serving: Vec<_> = serving(plan).collect();
    if let [one, _, ..] = serving.as_slice() {
        let what = Inline::from(Kind::of(plan).loops());
        steps.push(md!("Call {} in a loop and stop {}. The calls go on without an error.", what, code(&one.name)));
        if plan.cluster.enabled {
            steps.push(md!("Every other node logs {}.", code("Member left")));
        }
        let joins = if plan.cluster.enabled { "joins and takes" } else { "takes" };
        steps.push(md!("Start {} again. It {} calls again.", code(&one.name), joins));
        steps.push(md!(
            "Kill {} instead, with {}: some calls may fail until the load balancer sets it aside; then none.",
            code(&one.name),
            code("kill -9")
        ));
    }
    if plan.has(Feature::Broker) && !plan.offers_services() {
        steps.extend(brokers::fail_over(plan));
    }
    if plan.of_role(Role::Manager).count() > 1
        && let Some(first) = first(plan)
    {
        let takes_over = match plan.managers {
            Managers::ActivePassive => "the next manager answers",
            Managers::ActiveActive => "another manager answers",
        };
        steps.push(md!(
            "Stop {}. At {} {}, after a new sign-in. Start it again.",
            code(&first.name),
            code(console_url(plan)),
            takes_over
        ));
    }
    if let (MembershipPlan::WellKnown { members, .. }, true) = (&plan.cluster.membership, plan.cluster.enabled)
        && members.len() > 1
    {
        steps.push(Inline::from("Stop one well-known member, then start another node: it still joins."));
    }
    if plan.of_role(Role::Manager).count() == 1 {
        steps.push(Inline::from("Stop the manager: services go on, only administration waits. Start it again."));
    }
    if steps.is_empty() {
        steps.push(Inline::from("There is no second node to fail over to."));
    }
    steps
}
