use super::{HostName, Invalid};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

/// Where a machine is: an IP address, printed in its canonical form, or a host name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
    /// A name that DNS or the hosts file resolves.
    Name(HostName),
}

super::leaf!(Address, Address::parse, "");

impl Address {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let bare = text.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(text);
        if let Ok(ip) = bare.parse::<IpAddr>() {
            return Ok(Self::Ip(ip));
        }
        match text.parse::<HostName>() {
            Ok(name) => Ok(Self::Name(name)),
            Err(_) => Err(Invalid::new(text, "an address", "write an IP address such as 192.0.2.11, or a host name")),
        }
    }

    /// The IP address, if it is one.
    pub fn ip(&self) -> Option<IpAddr> {
        match self {
            Self::Ip(ip) => Some(*ip),
            Self::Name(_) => None,
        }
    }

    /// `address:port`, with the brackets that IPv6 needs.
    pub fn with_port(&self, port: impl fmt::Display) -> String {
        match self {
            Self::Ip(IpAddr::V6(ip)) => format!("[{ip}]:{port}"),
            other => format!("{other}:{port}"),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ip(ip) => write!(f, "{ip}"),
            Self::Name(name) => write!(f, "{name}"),
        }
    }
}

impl From<Address> for crate::edit::Value {
    fn from(address: Address) -> Self {
        Self::plain(address.to_string())
    }
}

/// IPv4 addresses that differ in their last octet: `192.0.2.11-20`, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressRange {
    first: Ipv4Addr,
    last: u8,
}

super::leaf!(AddressRange, AddressRange::parse, "^([0-9]{1,3}\\.){3}[0-9]{1,3}-[0-9]{1,3}$");

impl AddressRange {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let refuse = |reason| Err(Invalid::new(text, "a range of addresses", reason));
        let Some((first, last)) = text.split_once('-') else {
            return refuse("write the first address and the last octet, such as 192.0.2.11-20");
        };
        let (Ok(first), Ok(last)) = (first.parse::<Ipv4Addr>(), last.parse::<u8>()) else {
            return refuse("write the first address and the last octet, such as 192.0.2.11-20");
        };
        if last < first.octets()[3] {
            return refuse("it ends before it begins");
        }
        Ok(Self { first, last })
    }

    /// Every address of the range, in order.
    pub fn addresses(self) -> impl Iterator<Item = Address> {
        let [a, b, c, d] = self.first.octets();
        (d..=self.last).map(move |d| Address::Ip(IpAddr::V4(Ipv4Addr::new(a, b, c, d))))
    }

    /// Whether an address is in the range.
    pub fn contains(self, ip: IpAddr) -> bool {
        match ip {
            IpAddr::V4(ip) => {
                let ([a, b, c, d], [w, x, y, z]) = (self.first.octets(), ip.octets());
                [a, b, c] == [w, x, y] && (d..=self.last).contains(&z)
            }
            IpAddr::V6(_) => false,
        }
    }
}

impl fmt::Display for AddressRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_addresses_canonically() {
        assert_eq!(Address::parse("2001:DB8:0:0::1").map(|it| it.with_port(8243)), Ok("[2001:db8::1]:8243".into()));
        assert_eq!(Address::parse("192.0.2.3").map(|it| it.with_port(8243)), Ok("192.0.2.3:8243".into()));
        for text in ["", "127.1", "0x7f000001", "1.2.3.4.5", "fe80::1%eth0", "a b", "unix:/run/x", "1.2.3.256"] {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_range_counts_its_ends() {
        let range: AddressRange = "192.0.2.9-11".parse().unwrap();
        let all: Vec<String> = range.addresses().map(|it| it.to_string()).collect();
        assert_eq!(all, ["192.0.2.9", "192.0.2.10", "192.0.2.11"]);
        assert!("192.0.2.9-8".parse::<AddressRange>().is_err());
        assert!("192.0.2.9-256".parse::<AddressRange>().is_err());
    }
}
