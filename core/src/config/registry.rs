use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{Mount, Node, Plan, RegistryPlan};
use crate::value::RegistryPath;

const SOURCE: &str = "ADMIN44x manual, sharing databases in a cluster";
const PARSER: &str = "kernel 4.4.40, RegistryConfigurationProcessor";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "registry.xml",
    about: "The shared registry: its database and what is mounted from it. The local registry stays local.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let registry = plan.registry.as_ref()?;
    let need = node.need(DatabaseUse::Registry).filter(|_| node.component.mounts)?;
    let root = Place::from(["wso2registry"]);
    let mut statements = Statements::xml(Element::new("wso2registry"));
    let db_config =
        Element::new("dbConfig").attribute("name", registry.db_config).child(Element::text("dataSource", need.jndi));
    statements.element(
        root.then(Step::with_attribute("dbConfig", "name", registry.db_config)),
        db_config,
        Why::new("the shared registry's database, by its name in JNDI", "database", SOURCE),
    );
    let read_only = registry.read_only(node);
    let why = match (read_only, node.has(Feature::ProcessEngine)) {
        (true, true) => Why::new(
            "a node is a slave because this says true: it then waits for the master's deployments",
            "registry.read-only-workers",
            "carbon-business-process, TenantProcessStoreImpl",
        ),
        (false, true) if plan.separates_roles() => Why::new(
            "a node is the master because this says false",
            "registry.read-only-workers",
            "carbon-business-process, TenantProcessStoreImpl",
        ),
        _ => Why::new(
            "the shared registry as every node sees it; the cache's name must be the same on all",
            "registry",
            PARSER,
        ),
    };
    statements.element(
        root.then(Step::with_child("remoteInstance", "id", registry.instance.to_string())),
        remote_instance(registry, read_only),
        why,
    );
    for mount in &registry.mounts {
        let element = Element::new("mount")
            .attribute("path", mount.path)
            .attribute("overwrite", true)
            .child(Element::text("instanceId", registry.instance.clone()))
            .child(Element::text("targetPath", target(plan, mount, node)));
        let why = match mount.path {
            "/_system/config" => {
                Why::new("configuration is shared by the nodes of this product", "registry.config-path", PARSER)
            }
            _ => Why::new("governance may be shared with other products", "registry", PARSER),
        };
        statements.element(root.then(Step::with_attribute("mount", "path", mount.path)), element, why);
    }
    Some(statements)
}

/// Components that form groups of their own have configuration of their own: no message tells one what another changed. The analytics
/// beside a product share its registry, but not its configuration.
fn target(plan: &Plan, mount: &Mount, node: &Node) -> RegistryPath {
    match node.component.group {
        _ if mount.path != "/_system/config" => mount.target.clone(),
        _ if node.product.id != plan.product.id => RegistryPath::known(node.product.config_path),
        Some(group) if !group.is_empty() => mount.target.beside(group),
        _ => mount.target.clone(),
    }
}

fn remote_instance(registry: &RegistryPlan, read_only: bool) -> Element {
    Element::new("remoteInstance")
        .attribute("url", "https://localhost:9443/registry")
        .child(Element::text("id", registry.instance.clone()))
        .child(Element::text("dbConfig", registry.db_config))
        .child(Element::text("cacheId", registry.cache_id.clone()))
        .child(Element::text("readOnly", read_only))
        .child(Element::text("enableCache", true))
        .child(Element::text("registryRoot", "/"))
}
