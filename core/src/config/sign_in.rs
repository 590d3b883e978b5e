use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;

const MANUAL: &str = "IS 5.8.0 manual, deployment pattern 1, setting up the dashboard";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "identity/sso-idp-config.xml",
    about: "The dashboard's sign-in: answers go to the load balancer's host.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let front = plan.service_front().filter(|_| node.has(Feature::DashboardSignIn))?;
    let port = match front.https_port.get() {
        443 => String::new(),
        other => format!(":{other}"),
    };
    let url = format!("https://{}{port}/dashboard/acs", plan.hosts.service);
    let mut statements = Statements::xml(Element::new("SSOIdentityProviderConfig"));
    let provider = Place::from(["SSOIdentityProviderConfig", "ServiceProviders"]).then(Step::with_child(
        "ServiceProvider",
        "Issuer",
        "wso2.my.dashboard",
    ));
    let why =
        Why::new("a browser brings the answer to this address: it must be the public one", "hosts.service", MANUAL);
    let urls = provider.then(Step::named("AssertionConsumerServiceURLs"));
    statements.text(urls.then(Step::named("AssertionConsumerServiceURL")), url.clone(), why.clone());
    statements.text(provider.then(Step::named("DefaultAssertionConsumerServiceURL")), url, why);
    Some(statements)
}
