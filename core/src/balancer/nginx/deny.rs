use crate::catalogue::{Exposure, Feature, Services, Transport};
use crate::format::nginx::{Argument, Block, set};
use crate::plan::Plan;
use crate::value::Cidr;
use std::collections::BTreeSet;

/// Contexts of a node that are for administrators, on either transport: the pass-through transport answers `/carbon`
/// with a redirect to the console.
const CONTEXTS: &str = "carbon|fileupload|filedownload";
/// More of them on the servlet transport. Other contexts there (`/admin`, `/console`) may be someone's web application.
const SERVLET_CONTEXTS: &str = "|registry";
/// Admin services, by the ends of their names.
const ADMIN_SERVICES: &str = "[^/]*(?:Admin|AdminService|Uploader)";
/// Those whose names end otherwise.
const OTHER_ADMIN_SERVICES: &str = "Remote(?:(?:Authorization|Claim|ProfileConfiguration|Tenant|UserStore)Manager|UserRealm)Service|\
                                    UserStoreManagerService|WSRegistryService|LogViewer";
/// Those of Identity Server whose names end otherwise.
const IDENTITY_SERVICES: &str = "(?:IdentityProviderMgt|IdentityApplicationManagement|IdentitySAMLSSOConfig|ClaimManagement|\
                                 ClaimMetadataManagement|UserProfileMgt|UserAccountAssociation|\
                                 AccountCredentialMgtConfig|I18nEmailMgtConfig)Service";
/// Those of the process engines.
const ENGINE_SERVICES: &str =
    "[^/]*PackageManagementService|(?:Process|Instance)ManagementService|BPMN(?:Deployment|Instance|Uploader)Service";

/// `;x=1` behind a path's segment, which Tomcat drops before it looks for what is asked.
const PARAMETERS: &str = "(?:;[^/]*)?";

pub(super) fn body(plan: &Plan) -> Block {
    let product = plan.product;
    let public = plan
        .nodes
        .iter()
        .flat_map(|node| node.component.doors)
        .filter(|door| matches!(door.exposure, Exposure::Public | Exposure::SignIns));
    let portals = public.clone().any(|door| door.transport == Transport::Servlet);
    let servlet = plan.services() == Services::Servlet || portals;
    let mut file = Block::new();
    if servlet {
        file.say(format!(
            "Services and web applications of {} are on the ports of the console (9763, 9443), so all of it is within \
             reach here. Only what belongs to administrators is refused: every other context may be a web application.",
            product.name
        ));
    } else {
        file.say(format!(
            "{} takes messages on ports without the console (8280, 8243), but admin services answer there too, and \
             /carbon with a redirect to the console.",
            product.name
        ));
    }
    file.say(
        "\nPaths are compared decoded and without `..` and `//`. A service of your own whose name ends in Admin or \
         Uploader needs another name, or a location of its own before these.",
    );
    file.gap();
    file.say(
        "A segment that begins with `;`, `.;` or `..;`: Tomcat drops the rest, and may end up in another folder. Only a \
         session id at the very end passes, which is how Tomcat keeps sessions of browsers without cookies.",
    );
    let trick = r"^(?:.*/)?(?!;jsessionid=[0-9A-Za-z._!-]*$)\.{0,2};";
    file.add(set("location").words("~").arg(trick).block(|it| it.add(set("return").words("400"))));
    file.gap();
    file.say("The console, and what it loads and stores; for each tenant too.");
    let contexts = tenant(Argument::from("^"))
        .then("/(?:")
        .then(CONTEXTS)
        .then(if servlet { SERVLET_CONTEXTS } else { "" })
        .then(")(?:[/;]|$)");
    refuse(contexts, &mut file);
    file.gap();
    if own_requests(plan) {
        file.say("Admin services, but for the nodes themselves; see 00-wso2-common.conf.");
        file.add(set("if").words("($wso2_refused)").block(|it| it.add(set("return").words("404"))));
    } else {
        file.say("Admin services.");
        refuse(service(ADMIN_SERVICES), &mut file);
        refuse(service(OTHER_ADMIN_SERVICES), &mut file);
    }
    if plan.has(Feature::ProcessEngine) {
        file.gap();
        file.say(
            "And those of the engines. HumanTaskClientAPIAdmin, by which task lists of your own reach human tasks, is \
             refused above: where they call from outside, give it a location of its own before these.",
        );
        refuse(service(ENGINE_SERVICES), &mut file);
    }
    file
}

/// Whether nodes call admin services by the public name: dashboards do (product-is#4434).
pub(super) fn own_requests(plan: &Plan) -> bool {
    plan.has(Feature::DashboardSignIn) || signs_in(plan)
}

/// Whether components call each other's admin services at a host that everyone reaches.
fn signs_in(plan: &Plan) -> bool {
    plan.nodes.iter().flat_map(|node| node.component.doors).any(|door| door.exposure == Exposure::SignIns)
}

/// For all virtual hosts: who asks, and whether that is refused.
pub(super) fn maps(plan: &Plan) -> Block {
    let mut file = Block::new();
    file.say(
        "Nodes call admin services by a public name, so a node may where a client may not. A node is known \
         by the address that it connects from: no router between may change it.",
    );
    let all = signs_in(plan);
    let asks = plan.nodes.iter().filter(|node| all || node.has(Feature::DashboardSignIn));
    let own: BTreeSet<Cidr> = asks.filter_map(|node| Some(Cidr::of(node.address.as_ref()?.ip()?))).collect();
    file.add(set("geo").words("$wso2_stranger").block(|geo| {
        geo.add(set("default").words("1"));
        for node in &own {
            geo.add(set(Argument::of(node)).words("0"));
        }
    }));
    file.add(set("map").words("$wso2_stranger$uri $wso2_refused").block(|map| {
        map.add(set("default").words("0"));
        map.gap();
        for names in [ADMIN_SERVICES, OTHER_ADMIN_SERVICES, IDENTITY_SERVICES] {
            map.add(set(service_of("~*^1", names)).words("1"));
        }
    }));
    file
}

fn service_of(start: &'static str, names: &'static str) -> Argument {
    let services = tenant(Argument::from(start)).then("/services").then(PARAMETERS);
    services.then("/(?:t").then(PARAMETERS).then("/[^/]+/)?(?:").then(names).then(")(?:[./;]|$)")
}

fn service(names: &'static str) -> Argument {
    service_of("^", names)
}

fn tenant(pattern: Argument) -> Argument {
    pattern.then("(?:/t").then(PARAMETERS).then("/[^/]+)?")
}

fn refuse(pattern: Argument, file: &mut Block) {
    file.add(set("location").words("~*").arg(pattern).block(|it| it.add(set("return").words("404"))));
}
