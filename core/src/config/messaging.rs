//! Where nodes send events and messages: the addresses of their peers, as the data bridge and the message broker take
//! them. Load balancers stand in front of neither.

use crate::edit::Value;
use crate::plan::{Node, Plan};
use crate::value::{Port, Secret};
use std::fmt::Write as _;

/// A kind of receiver of a data bridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Receiver {
    /// `tcp` for events, `ssl` for signing in.
    pub(super) scheme: &'static str,
    /// Its port, before any offset.
    pub(super) port: u16,
}

/// The traffic manager's, for events. Source: API Manager 2.6.0, api-manager.xml.
pub(super) const THROTTLING: Receiver = Receiver { scheme: "tcp", port: 9611 };
/// The traffic manager's, for signing in.
pub(super) const THROTTLING_SIGN_IN: Receiver = Receiver { scheme: "ssl", port: 9711 };
/// That of analytics, for events. Source: DAS 3.1.0, data-bridge-config.xml.
pub(super) const ANALYTICS: Receiver = Receiver { scheme: "tcp", port: 7611 };
/// That of analytics, for signing in.
pub(super) const ANALYTICS_SIGN_IN: Receiver = Receiver { scheme: "ssl", port: 7711 };
/// The broker's port for AMQP, before any offset.
pub(super) const AMQP: u16 = 5672;

/// How receivers share events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spread {
    /// Each gets every event: `{a},{b}`.
    Copies,
    /// Each gets a part: `{a,b}`.
    Parts,
    /// The first gets all, and the next one while it is down: `{a|b}`.
    FailOver,
}

/// The value of a `ReceiverUrlGroup`, of an `AuthUrlGroup`, or of an analytics server's URL. Receivers stand in braces for a
/// group; every group gets every event. Source: carbon-analytics-common, data bridge agent.
pub(super) fn receivers<'n>(nodes: impl IntoIterator<Item = &'n Node>, kind: Receiver, spread: Spread) -> String {
    let urls = nodes.into_iter().map(|node| format!("{}://{}", kind.scheme, place(node, kind.port)));
    let urls: Vec<String> = urls.collect();
    match spread {
        Spread::Copies => urls.iter().map(|url| format!("{{{url}}}")).collect::<Vec<_>>().join(","),
        Spread::Parts => format!("{{{}}}", urls.join(",")),
        Spread::FailOver => format!("{{{}}}", urls.join("|")),
    }
}

/// Where a node takes a port that its offset moves, with the brackets of IPv6. Where its address is not known beforehand its
/// name stands for it.
pub(super) fn place(node: &Node, port: u16) -> String {
    let port = Port::known(port).shifted(node.offset.get()).unwrap_or(Port::known(u16::MAX));
    match &node.address {
        Some(address) => address.with_port(port),
        None => format!("{}:{port}", node.name),
    }
}

/// Who signs in to a broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SignIn {
    user: String,
    password: Value,
}

impl SignIn {
    /// The administrator, who is the same on every node; the product's own where the design names none.
    pub(super) fn admin(plan: &Plan) -> Self {
        match &plan.access.admin {
            Some(admin) => Self::of(admin.user.as_str(), &admin.password, plan),
            None => Self { user: "admin".to_owned(), password: "admin".into() },
        }
    }

    /// A user, as a connection's URL names them: the broker takes `!` for the `@` of an e-mail address or a tenant.
    pub(super) fn of(user: &str, password: &Secret, plan: &Plan) -> Self {
        let password = plan.secrets.value(password);
        Self {
            user: encoded(&user.replace('@', "!")),
            // A mark, which names a secret that is not known yet, stays as it is.
            password: if password.is_secret() { Value::secret(encoded(password.text())) } else { password },
        }
    }

    /// What the product itself replaces by its administrator. Only `api-manager.xml` knows it, and it encodes nothing.
    pub(super) fn left_to_product() -> Self {
        Self { user: "${admin.username}".to_owned(), password: "${admin.password}".into() }
    }
}

/// The URL of a connection factory: one broker, or several that a client tries in turn. The `&` between options is written
/// `%26`, because the URL's own parser takes a bare one for its end. Secret if its password is.
/// Source: API Manager 2.6.0 manual, distributed deployment; andes, `URLParser`.
pub(super) fn broker_url<'n>(
    sign_in: &SignIn,
    client: &str,
    virtual_host: &str,
    nodes: impl IntoIterator<Item = &'n Node>,
) -> Value {
    let brokers: Vec<String> = nodes.into_iter().map(|node| format!("tcp://{}", place(node, AMQP))).collect();
    let SignIn { user, password } = sign_in;
    let mut url = format!("amqp://{user}:{}@{client}/{virtual_host}?", password.text());
    match brokers.as_slice() {
        [one] => {
            // Writing to a string cannot fail.
            let _ = write!(url, "brokerlist='{one}'");
        }
        several => {
            let retried = several.iter().map(|broker| format!("{broker}?retries='5'%26connectdelay='50'"));
            let list = retried.collect::<Vec<_>>().join(";");
            let _ = write!(url, "failover='roundrobin'%26cyclecount='2'%26brokerlist='{list}'");
        }
    }
    password.within(url)
}

/// A text within a URL: whatever could end a part of it stands there as `%` and its number.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'!') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests;
