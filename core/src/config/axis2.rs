use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::{Purpose, Services};
use crate::edit::Why;
use crate::edit::xml::{Children, Place, Step};
use crate::format::xml::Element;
use crate::plan::{Group, Member, MembershipPlan, Node, Plan};
use crate::{membership, tls};

const AGENT: &str = "kernel 4.4.40, HazelcastClusteringAgent";
const GUIDE: &str = "ESB 5.0.0 manual, clustering with worker/manager separation";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "axis2/axis2.xml",
    about: "Clustering: the domain, this member, how members find each other; and the addresses printed in WSDL.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

/// The traffic manager's own, which takes the other's place at its start.
pub(super) static TRAFFIC_MANAGER: ConfigFile = ConfigFile {
    path: "axis2/axis2_TM.xml",
    about: "Clustering, in the file that takes the place of axis2.xml on a traffic manager.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| of.node.component.variant.and_then(|_| settings(of)),
};

fn holds(of: Of<'_>) -> Option<Statements> {
    // Where another file takes its place nobody reads what it says.
    if of.node.component.variant.is_some() { None } else { settings(of) }
}

fn settings(of: Of<'_>) -> Option<Statements> {
    let mut statements = Statements::xml(Element::new("axisconfig").attribute("name", "AxisJava2.0"));
    clustering(of, &mut statements);
    let Of { plan, node, .. } = of;
    if node.line().services == Services::PassThrough && node.door(Purpose::Service).is_some() {
        wsdl_prefixes(plan, &mut statements);
        keystore(plan, node, &mut statements);
    }
    Some(statements)
}

fn clustering(Of { plan, node, members }: Of<'_>, statements: &mut Statements) {
    let place = Place::from(["axisconfig", "clustering"]);
    let parameter = |name: &'static str| place.then(Step::with_attribute("parameter", "name", name));
    let cluster = &plan.cluster;
    let Some(group) = plan.group(node) else {
        let why = Why::new("nodes of this kind form no group: they share nothing in memory", "pattern", "");
        statements.attribute(place.clone(), "enable", false, why);
        return;
    };
    let why = Why::new("without it every node is alone", "pattern", AGENT);
    statements.attribute(place.clone(), "enable", true, why);
    if let Some(pattern) = cluster.clustering_pattern.filter(|_| node.release.clustering_pattern) {
        let why = match pattern {
            "WorkerManager" => Why::new(
                "scheduled tasks, message processors and polling inbound endpoints run on workers only",
                "pattern",
                "carbon-mediation, NTaskTaskManager",
            ),
            _ => Why::new(
                "every node may run scheduled tasks, message processors and polling inbound endpoints; \
                 with WorkerManager none of these nodes would",
                "pattern",
                "carbon-mediation, NTaskTaskManager",
            ),
        };
        statements.text(parameter("clusteringPattern"), pattern, why);
    }
    let scheme = membership::scheme(&cluster.membership);
    let why = Why::new("how members find each other", "cluster.membership", AGENT);
    statements.text(parameter("membershipScheme"), scheme.keyword, why);
    let mut after = Step::with_attribute("parameter", "name", "membershipScheme");
    for parameter in (scheme.parameters)(&cluster.membership, node.release.kernel, &plan.secrets) {
        let step = Step::with_attribute("parameter", "name", parameter.name);
        if parameter.secret.is_some() {
            statements.holds_secret();
        }
        statements.text_with(place.then(step.clone()), parameter.value, Vec::new(), Some(after), parameter.why);
        after = step;
    }
    let why = Why::new(
        match plan.separates_roles() {
            true => {
                "members of one domain form one cluster; managers and workers share it, or deployments would never reach workers"
            }
            false => "members of one domain form one cluster",
        },
        "cluster.domain",
        "kernel 4.4.40: the value is compared untrimmed",
    );
    statements.text(parameter("domain"), group.domain.clone(), why);
    match &node.address {
        Some(address) => statements.text(
            parameter("localMemberHost"),
            address.clone(),
            Why::new("the address that this member tells the others: its own, never localhost", "nodes.address", GUIDE),
        ),
        None => statements.absent(
            parameter("localMemberHost"),
            Why::new("where it is absent the kernel takes the machine's own address", "nodes.count", AGENT),
        ),
    };
    let why = Why::new(
        "the port for cluster messages; no offset moves it, so members on one machine need different ones",
        "nodes.member-port",
        GUIDE,
    );
    statements.text(parameter("localMemberPort"), node.member_port, why);
    sub_domain(node, &parameter("properties"), statements);
    if let MembershipPlan::WellKnown { .. } = &cluster.membership {
        let why = Why::new(
            "every static member on every member: a partial list may not merge again after a partition",
            "cluster.membership.well-known.members",
            "kernel 4.4.40, WKABasedMembershipScheme",
        );
        statements.children(place.then(Step::named("members")), members.cloned().unwrap_or_else(|| [].into()), why);
    }
}

fn sub_domain(node: &Node, properties: &Place, statements: &mut Statements) {
    let place = properties.then(Step::with_attribute("property", "name", "subDomain"));
    match node.sub_domain() {
        Some(sub_domain) => {
            let property = Element::new("property").attribute("name", "subDomain").attribute("value", sub_domain);
            let why = Why::new(
                "tells members of the two roles apart; what makes a node a worker is -DworkerNode=true at its start",
                "nodes.role",
                "kernel 4.4.40, CarbonUtils.isWorkerNode",
            );
            statements.element(place, property, why);
        }
        None => {
            let why = Why::new("every node is equal, so none belongs to a sub-domain", "pattern", AGENT);
            statements.absent(place, why);
        }
    }
}

/// The well-known members of a group as they are written.
pub(super) fn members(group: &Group) -> Children {
    let element = |member: &Member| {
        Element::new("member")
            .child(Element::text("hostName", member.host.clone()))
            .child(Element::text("port", member.port))
    };
    group.members.iter().map(element).collect()
}

/// On both pass-through receivers: WSDL and endpoint addresses name the load balancer, not the node.
fn wsdl_prefixes(plan: &Plan, statements: &mut Statements) {
    let Some(front) = plan.service_front() else { return };
    let host = &plan.hosts.service;
    for (receiver, url) in [
        ("http", format!("http://{host}:{}", front.http_port)),
        ("https", format!("https://{host}:{}", front.https_port)),
    ] {
        let place = Place::from(["axisconfig"])
            .then(Step::with_attribute("transportReceiver", "name", receiver))
            .then(Step::with_attribute("parameter", "name", "WSDLEPRPrefix"));
        let why = Why::new("WSDL shows the load balancer's address instead of this node's", "hosts.service", GUIDE);
        statements.text_with(place, url, vec![("locked".into(), "false".into())], None, why);
    }
}

/// The HTTPS receiver shows a certificate that the load balancer accepts.
fn keystore(plan: &Plan, node: &Node, statements: &mut Statements) {
    if !plan.service_front().is_some_and(|front| front.checks_nodes()) {
        return;
    }
    const SOURCE: &str = "ESB 5.0.0, axis2.xml";
    let store = Place::from(["axisconfig"])
        .then(Step::with_attribute("transportReceiver", "name", "https"))
        .then(Step::with_attribute("parameter", "name", "keystore"))
        .then(Step::named("KeyStore"));
    let file = format!("{}/{}", node.layout().security, tls::KEYSTORE);
    let why = Why::new(
        "a certificate that the load balancer accepts: of the cluster's authority, with the public names",
        "tls.nodes",
        SOURCE,
    );
    statements.text(store.then(Step::named("Location")), file, why);
    for name in ["Password", "KeyPassword"] {
        let why = Why::new("the password of that keystore", "tls.keystore-password", SOURCE);
        statements.text(store.then(Step::named(name)), plan.secrets.value(&plan.tls.keystore_password), why);
    }
    statements.holds_secret();
}
