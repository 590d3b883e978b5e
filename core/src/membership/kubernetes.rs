use super::{MembershipPlan, Parameter, Scheme};
use crate::edit::Why;

const SOURCE: &str = "kubernetes-membership-scheme 1.0, README";

/// The class that the plug-in brings.
const CLASS: &str = "org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme";

pub(super) static SCHEME: Scheme = Scheme {
    key: "kubernetes",
    keyword: "kubernetes",
    name: "Kubernetes",
    summary: "Asks DNS or the API server for the pods of services; a plug-in up to kernel 4.6. All pods have one member port.",
    parameters: |membership, kernel, secrets| {
        let MembershipPlan::Kubernetes { services, namespace, use_dns, api_server, token, skip_tls_verification } =
            membership
        else {
            return Vec::new();
        };
        let listed = services.iter().map(|service| service.as_str()).collect::<Vec<_>>().join(",");
        let at = "cluster.membership.kubernetes";
        let class = Why::new("the plug-in's class; its jar goes into dropins", at, SOURCE);
        let class = Parameter::new("membershipSchemeClassName", CLASS, class);
        let mut parameters: Vec<Parameter> = (!kernel.has_kubernetes_scheme()).then_some(class).into_iter().collect();
        parameters.extend([
            Parameter::new(
                "KUBERNETES_SERVICES",
                listed,
                Why::new("the services whose pods are members", "cluster.membership.kubernetes.services", SOURCE),
            ),
            Parameter::new(
                "KUBERNETES_NAMESPACE",
                namespace.clone(),
                Why::new("where those services are", "cluster.membership.kubernetes.namespace", SOURCE),
            ),
            Parameter::new(
                "USE_DNS",
                *use_dns,
                Why::new(
                    "true: a headless service answers with its pods; false: the API server is asked, which needs a role",
                    "cluster.membership.kubernetes.use-dns",
                    SOURCE,
                ),
            ),
        ]);
        if let Some(server) = api_server {
            let why = Why::new("the API server", "cluster.membership.kubernetes.api-server", SOURCE);
            parameters.push(Parameter::new("KUBERNETES_API_SERVER", server.clone(), why));
        }
        if let Some(token) = token {
            let why = Why::new("who asks the API server", "cluster.membership.kubernetes.token", SOURCE);
            parameters.push(Parameter::secret("KUBERNETES_API_SERVER_TOKEN", token, secrets, why));
        }
        if *skip_tls_verification {
            let why = Why::new(
                "the API server's certificate goes unchecked",
                "cluster.membership.kubernetes.skip-tls-verification",
                SOURCE,
            );
            parameters.push(Parameter::new("KUBERNETES_MASTER_SKIP_SSL_VERIFICATION", true, why));
        }
        parameters
    },
};
