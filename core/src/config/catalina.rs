use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::{Door, Services, Transport};
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{Front, Node, Plan};
use crate::tls;

const SOURCE: &str = "Apache Tomcat, HTTP connector";
const GUIDE: &str = "ESB 5.0.0 manual, clustering with worker/manager separation";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "tomcat/catalina-server.xml",
    about: "The public ports in front of the servlet connectors.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let mut statements =
        Statements::xml(Element::new("Server").attribute("port", "8005").attribute("shutdown", "SHUTDOWN"));
    let service = Place::from(["Server", "Service"]);
    let front = front(plan, node);
    if let Some(front) = front {
        let why = |setting| Why::new("redirects name the load balancer's port, not this connector's", setting, GUIDE);
        for (connector, port, setting) in
            [("9763", front.http_port, "balancers.http-port"), ("9443", front.https_port, "balancers.https-port")]
        {
            let at = service.then(Step::with_attribute("Connector", "port", connector));
            statements.attribute(at, "proxyPort", port, why(setting));
        }
    }
    if let Some(front) = front
        && front.checks_nodes()
    {
        keystore(plan, node, &service, &mut statements);
    }
    if plan.jvm_route {
        let why = Why::new(
            "session ids end with this node's name, by which a load balancer finds the node again",
            "cluster.jvm-route",
            "Apache Tomcat 7, Engine",
        );
        statements.attribute(service.then(Step::named("Engine")), "jvmRoute", node.name.clone(), why);
    }
    (front.is_some() || plan.jvm_route).then_some(statements)
}

/// The connector shows a certificate that the load balancer accepts: the one that the product comes with is signed by
/// nobody and stands for localhost. The primary keystore stays, because values in the registry are encrypted with it.
fn keystore(plan: &Plan, node: &Node, service: &Place, statements: &mut Statements) {
    let connector = service.then(Step::with_attribute("Connector", "port", "9443"));
    let file = format!("${{carbon.home}}/{}/{}", node.layout().security_in_carbon_home(), tls::KEYSTORE);
    let password = plan.secrets.value(&plan.tls.keystore_password);
    let file_why = Why::new(
        "a certificate that the load balancer accepts: of the cluster's authority, with the public names",
        "tls.nodes",
        SOURCE,
    );
    let password_why = Why::new("the password of that keystore", "tls.keystore-password", SOURCE);
    if node.release.kernel.has_certificate_element() {
        let at = connector.then(Step::named("SSLHostConfig")).then(Step::named("Certificate"));
        statements.attribute(at.clone(), "certificateKeystoreFile", file, file_why);
        statements.attribute(at.clone(), "certificateKeystorePassword", password.clone(), password_why.clone());
        statements.attribute(at, "certificateKeyPassword", password, password_why);
    } else {
        statements.attribute(connector.clone(), "keystoreFile", file, file_why);
        statements.attribute(connector, "keystorePass", password, password_why);
    }
    statements.holds_secret();
}

/// The load balancer in front of this node's servlet connectors: the services' where services use them, else the
/// console's. Equal nodes of a servlet product have both behind one connector, which knows one public port. Then it is
/// the services': it stands in WSDL, which nobody rewrites, while a load balancer mends the console's redirects.
pub(super) fn front<'p>(plan: &'p Plan, node: &Node) -> Option<&'p Front> {
    let portal = |door: &Door| door.transport == Transport::Servlet && door.purpose.is_service_side();
    let servlet =
        node.component.doors.iter().any(portal) || (node.line().services == Services::Servlet && node.serves());
    let services = plan.service_front().filter(|_| servlet);
    services.or_else(|| plan.console_front().filter(|_| node.has_console()))
}
