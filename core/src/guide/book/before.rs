use super::Book;
use crate::balancer::balancer;
use crate::catalogue::{Feature, SvnClient};
use crate::design::Artifacts;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::{AwsCredentials, MembershipPlan, Plan};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let layout = plan.layout();
    let mut items = vec![
        md!(
            "Get the pack of {} {}{} and put the same update level on every node.{}",
            plan.product.name,
            plan.release.version,
            match plan.beside().next() {
                Some(node) => format!(
                    ", and for the {} that of {} {},",
                    node.role.plural(),
                    node.product.name,
                    node.release.version
                ),
                None => String::new(),
            },
            if plan.cluster.enabled { " A mixed domain does not form one cluster." } else { "" }
        ),
        Inline::from("Install the same Java on every node, of a version that the release's manual lists."),
        Inline::from("Give each node two cores and 4 GB of memory; the heap gets half of it at most."),
        clocks(plan),
        md!("Make the user {} on every node. Nothing here runs as root.", code(&plan.jvm.user)),
    ];
    if let Some(database) = &plan.database {
        items.push(md!("Get the JDBC driver {} (class {}).", code(database.vendor.jar), code(database.vendor.driver)));
        if let Some(most) = database.max_connections {
            items.push(md!(
                "The pools may hold {} connections in all; the server allows {}.",
                database.connections_of(&plan.nodes),
                most
            ));
        }
    }
    if let Artifacts::Svn(_) = plan.artifacts {
        let (jar, beside, version) = match plan.release.kernel.svn_client() {
            SvnClient::Svn16 => {
                ("svnkit 1.3.9", md!("; {} goes to {}", code("trilead-ssh2"), code(layout.libraries)), "1.6")
            }
            _ => ("svnkit for 1.7 or 1.8", Inline::default(), "1.7 or 1.8"),
        };
        items.push(md!(
            "Get the Subversion client library, which the pack does not hold: {}. It goes to {}{}. The server must serve \
             working copies of Subversion {}.",
            jar,
            code(layout.dropins),
            beside,
            version
        ));
    }
    if plan.cluster.enabled {
        items.extend(platform(plan));
    }
    items.push(Inline::from(
        "Open the firewall as [firewall.md](firewall.md) says. Try each row before the first start.",
    ));
    items.push(Inline::from(
        "Start no node before its configuration is complete. A node that was started once keeps what it made: begin again \
         from a fresh pack instead.",
    ));
    let secrets: Vec<Inline> =
        plan.secret_references().into_iter().filter(|secret| !secret.is_plain()).map(code).collect();
    if !secrets.is_empty() {
        items.push(md!(
            "Have these secrets at hand; the files carry a mark such as `@env:NAME@` where one was not looked up: {}.",
            join(secrets, ", ")
        ));
    }
    doc.bullets(items);
}

/// Whose clocks must agree.
fn clocks(plan: &Plan) -> Inline {
    // What a platform runs keeps time by itself.
    let machines = plan.fronts.iter().any(|front| balancer(front.program).operation.folder.is_some());
    let front = if machines { "node, load balancer" } else { "node" };
    match (plan.has(Feature::Broker), machines) {
        (true, _) => md!(
            "Let every {} and the database server keep time by NTP: brokers write times of each other's messages into one store.",
            front
        ),
        (false, true) => Inline::from("Let every node and load balancer keep time by NTP."),
        (false, false) => Inline::from("Let every node keep time by NTP."),
    }
}

/// What a platform must grant before members find each other by it.
fn platform(plan: &Plan) -> Vec<Inline> {
    let layout = plan.layout();
    match &plan.cluster.membership {
        MembershipPlan::Aws { credentials, .. } => {
            let who = match credentials {
                AwsCredentials::Role(role) => md!("the instances' role {}", code(role)),
                AwsCredentials::Keys { .. } => Inline::from("the IAM user"),
                AwsCredentials::None => Inline::from("whoever asks EC2 for the nodes"),
            };
            vec![
                md!(
                    "Allow {} the actions `ec2:DescribeInstances` and `ec2:DescribeAvailabilityZones` on every resource.",
                    who
                ),
                Inline::from(
                    "Put all nodes into one security group, and open TCP 5701 to 5800 in it from itself: the scheme looks \
                     for members in this range only.",
                ),
            ]
        }
        MembershipPlan::AwsEcs { cluster, .. } => vec![
            md!(
                "Allow the role of the instances of {} the actions `ec2:DescribeInstances` and \
                 `ec2:DescribeAvailabilityZones` on every resource.",
                code(cluster)
            ),
            Inline::from("Open TCP 5701 to 5708 in their security group from itself."),
        ],
        MembershipPlan::Kubernetes { use_dns, namespace, .. } => {
            let built_in = plan.release.kernel.has_kubernetes_scheme();
            let library = match use_dns {
                true => md!(
                    "Get the Kubernetes membership library and put it into {}, and `dnsjava` into {}.",
                    code(layout.dropins),
                    code(layout.libraries)
                ),
                false => md!("Get the Kubernetes membership library and put it into {}.", code(layout.dropins)),
            };
            let found = match use_dns {
                true => Inline::from(
                    "Make the services of the pods headless, and let them publish pods that are not ready yet: a pod is \
                     asked for while it starts.",
                ),
                false => md!(
                    "Bind the pods' service account to a Role with the verbs `get` and `list` on `endpoints` in {}.",
                    code(namespace)
                ),
            };
            (!built_in).then_some(library).into_iter().chain([found]).collect()
        }
        _ => Vec::new(),
    }
}
