use super::{Address, AddressRange, Invalid, Port};
use std::fmt;

/// A well-known member as a person writes it: an address or a range in the last octet, and a port.
/// `192.0.2.2`, `192.0.2.2:4100`, `192.0.2.2-10:4000`, `[2001:db8::1]:4000`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberAddress {
    /// The host or the hosts.
    pub host: MemberHost,
    /// The member port; the cluster's usual one where it is left out.
    pub port: Option<Port>,
}

/// One host, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberHost {
    /// One.
    One(Address),
    /// Several, by last octet; the kernel scans them all.
    Range(AddressRange),
}

super::leaf!(MemberAddress, MemberAddress::parse, "");

impl MemberAddress {
    fn parse(text: &str) -> Result<Self, Invalid> {
        if let Some(host) = host(text) {
            return Ok(Self { host, port: None });
        }
        let Some((before, after)) = text.rsplit_once(':') else {
            return Err(Invalid::new(
                text,
                "a member",
                "write an address, a range such as 192.0.2.2-10, or either with `:port`",
            ));
        };
        let port = after.parse()?;
        match host(before) {
            Some(host) => Ok(Self { host, port: Some(port) }),
            None => {
                Err(Invalid::new(before, "a member's address", "write an IP address or a range such as 192.0.2.2-10"))
            }
        }
    }
}

impl MemberHost {
    /// Whether an address is (one of) this member's.
    pub fn covers(&self, address: &Address) -> bool {
        match (self, address) {
            (Self::One(one), address) => one == address,
            (Self::Range(range), Address::Ip(ip)) => range.contains(*ip),
            (Self::Range(_), Address::Name(_)) => false,
        }
    }
}

impl From<MemberHost> for crate::edit::Value {
    fn from(host: MemberHost) -> Self {
        Self::plain(host.to_string())
    }
}

fn host(text: &str) -> Option<MemberHost> {
    // The range goes first: `192.0.2.2-10` would pass for a host name.
    text.parse().map(MemberHost::Range).or_else(|_| text.parse().map(MemberHost::One)).ok()
}

impl fmt::Display for MemberHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(address) => write!(f, "{address}"),
            Self::Range(range) => write!(f, "{range}"),
        }
    }
}

impl fmt::Display for MemberAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.host, self.port) {
            (host, None) => write!(f, "{host}"),
            (MemberHost::One(address), Some(port)) => f.write_str(&address.with_port(port)),
            (host, Some(port)) => write!(f, "{host}:{port}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["192.0.2.2", "192.0.2.2:4100", "192.0.2.2-10:4000", "[2001:db8::1]:4000", "esb1.example.com:4000"]
        {
            assert_eq!(MemberAddress::parse(text).map(|it| it.to_string()), Ok(text.to_owned()));
        }
        for text in ["", ":4000", "192.0.2.2:0", "192.0.2.2:70000", "192.0.2.9-1"] {
            assert!(MemberAddress::parse(text).is_err(), "{text:?}");
        }
    }
}
