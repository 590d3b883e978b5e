use super::fronts::Draft;
use crate::catalogue::{Door, Feature, Guarded, Services, Transport};
use crate::plan::{Exposure, Node, Paths, Purpose, Refusal, ServiceName};
use crate::value::Cidr;
use ServiceName::{EndsIn, Is};

/// Folders of a node that are for administrators, on either transport: the pass-through transport answers `/carbon` with a
/// redirect to the console. Others (`/admin`, `/console`) may be someone's web application.
const CONTEXTS: [&str; 3] = ["carbon", "fileupload", "filedownload"];

/// Admin services of every product. Source: the kernel's and the registry's lists of services; `hiddenService` and
/// `AuthorizationAction` keep strangers out of most, by the one password that everybody tries first.
const ADMIN_SERVICES: &[ServiceName] = &[
    EndsIn("Admin"),
    EndsIn("AdminService"),
    EndsIn("Uploader"),
    Is("RemoteAuthorizationManagerService"),
    Is("RemoteClaimManagerService"),
    Is("RemoteProfileConfigurationManagerService"),
    Is("RemoteTenantManagerService"),
    Is("RemoteUserStoreManagerService"),
    Is("RemoteUserRealmService"),
    Is("UserStoreManagerService"),
    Is("WSRegistryService"),
    Is("LogViewer"),
];

/// Those of Identity Server whose names end otherwise.
const IDENTITY_SERVICES: &[ServiceName] = &[
    Is("IdentityProviderMgtService"),
    Is("IdentityApplicationManagementService"),
    Is("IdentitySAMLSSOConfigService"),
    Is("ClaimManagementService"),
    Is("ClaimMetadataManagementService"),
    Is("UserProfileMgtService"),
    Is("UserAccountAssociationService"),
    Is("AccountCredentialMgtConfigService"),
    Is("I18nEmailMgtConfigService"),
];

/// Those by which API Manager's gateways and portals speak to a key manager.
const KEY_SERVICES: &[ServiceName] =
    &[Is("APIKeyMgtSubscriberService"), Is("APIKeyValidationService"), Is("APIKeyMgtProviderService")];

/// Those of the process engines.
const ENGINE_SERVICES: &[ServiceName] = &[
    EndsIn("PackageManagementService"),
    Is("ProcessManagementService"),
    Is("InstanceManagementService"),
    Is("BPMNDeploymentService"),
    Is("BPMNInstanceService"),
    Is("BPMNUploaderService"),
];

impl Draft<'_> {
    /// What must not be reached under a host name, in the order in which it is looked at.
    pub(super) fn refusals(&self, purpose: Purpose, exposure: Exposure) -> Vec<Refusal> {
        match exposure {
            Exposure::Public | Exposure::SignIns => self.public(purpose),
            Exposure::Members | Exposure::Administrators => Vec::new(),
        }
    }

    fn public(&self, purpose: Purpose) -> Vec<Refusal> {
        let release = self.basis.release;
        let mut contexts = CONTEXTS.to_vec();
        if self.servlet() {
            contexts.push("registry");
        }
        let mut all = vec![
            Refusal {
                say: "A segment that begins with `;`, `.;` or `..;`: Tomcat drops the rest, and may end up in another \
                      folder. Only a session id at the very end passes, which is how Tomcat keeps sessions of browsers \
                      without cookies.",
                paths: Paths::Parameters,
                status: 400,
                but_for: Vec::new(),
            },
            Refusal {
                say: "The console, and what it loads and stores; for each tenant too.",
                paths: Paths::Contexts(contexts),
                status: 404,
                but_for: Vec::new(),
            },
        ];
        let mut services = ADMIN_SERVICES.to_vec();
        let own = self.own_requests();
        if own.is_some() {
            services.extend(IDENTITY_SERVICES);
        }
        if self.signs_in() {
            services.extend(KEY_SERVICES);
        }
        if release.line.has(Feature::ProcessEngine) {
            services.extend(ENGINE_SERVICES);
        }
        all.push(Refusal {
            say: match (&own, release.line.has(Feature::ProcessEngine)) {
                (Some(_), _) => {
                    "Admin services, but for the nodes themselves, which call them by a public name. A node is known by the \
                     address that it connects from: no router between may change it."
                }
                (None, true) => {
                    "Admin services, those of the engines too. HumanTaskClientAPIAdmin, by which task lists of your own \
                     reach human tasks, is among them: where they call from outside, let it through before."
                }
                (None, false) => "Admin services. One of your own whose name ends so needs another name, or is let through before.",
            },
            paths: Paths::Services(services),
            status: 404,
            but_for: own.unwrap_or_default(),
        });
        all.extend(
            release.line.guarded.iter().filter(|it| it.purposes.contains(&purpose)).filter_map(|it| self.guarded(it)),
        );
        all
    }

    /// Folders that some networks only may reach, if any network is known.
    fn guarded(&self, guarded: &Guarded) -> Option<Refusal> {
        let but_for = match guarded.exposure {
            Exposure::Public | Exposure::SignIns => return None,
            Exposure::Administrators => self.basis.design.access.console.clone(),
            Exposure::Members => self.members(),
        };
        // Nodes without addresses cannot be told from strangers.
        let known =
            guarded.exposure == Exposure::Administrators || self.nodes.iter().all(|node| node.address.is_some());
        (known && !but_for.is_empty()).then(|| Refusal {
            say: guarded.say,
            paths: Paths::Contexts(guarded.contexts.to_vec()),
            status: 404,
            but_for,
        })
    }

    /// The nodes that call admin services by a public name, if any does: dashboards do (product-is#4434), and components
    /// whose peers are behind a host that everyone reaches.
    fn own_requests(&self) -> Option<Vec<Cidr>> {
        let all = self.signs_in();
        let asks = |node: &Node| all || node.has(Feature::DashboardSignIn);
        (all || self.basis.release.line.has(Feature::DashboardSignIn)).then(|| self.own(asks))
    }

    /// Whether components call each other's admin services at a host that everyone reaches.
    fn signs_in(&self) -> bool {
        self.every_door().any(|door| door.exposure == Exposure::SignIns)
    }

    /// Whether web applications are within reach of everyone.
    fn servlet(&self) -> bool {
        let public = |door: &&Door| matches!(door.exposure, Exposure::Public | Exposure::SignIns);
        self.basis.release.line.services == Services::Servlet
            || self.every_door().filter(public).any(|door| door.transport == Transport::Servlet)
    }

    fn every_door(&self) -> impl Iterator<Item = &'static Door> {
        self.nodes.iter().flat_map(|node| node.component.doors)
    }
}
