use crate::value::{Address, Cidr};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where one end of an edge is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ends {
    /// Anywhere.
    Anyone,
    /// These networks.
    Networks(Vec<Cidr>),
    /// These machines.
    Machines(Spans),
    /// Something that the design does not know the address of, in words.
    Words(&'static str),
}

/// Addresses of machines, neighbours joined, so that a row of nodes is one item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans {
    ranges: Vec<(IpAddr, IpAddr)>,
    names: Vec<String>,
    /// How many machines get their address only when they start.
    pub unknown: usize,
}

impl Spans {
    /// The addresses of machines, in any order, with repetitions.
    pub fn of<'a>(addresses: impl IntoIterator<Item = Option<&'a Address>>) -> Self {
        let mut spans = Self::default();
        let mut ips = Vec::new();
        for address in addresses {
            match address {
                Some(Address::Ip(ip)) => ips.push(*ip),
                Some(Address::Name(name)) => spans.names.push(name.to_string()),
                None => spans.unknown += 1,
            }
        }
        ips.sort_unstable();
        ips.dedup();
        spans.names.sort_unstable();
        spans.names.dedup();
        for ip in ips {
            match spans.ranges.last_mut() {
                Some((_, last)) if next(*last) == Some(ip) => *last = ip,
                _ => spans.ranges.push((ip, ip)),
            }
        }
        spans
    }

    /// Every item as a packet filter takes it: an address, `first-last`, or a name.
    pub fn items(&self) -> impl Iterator<Item = String> {
        let range = |(first, last): &(IpAddr, IpAddr)| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        };
        self.ranges.iter().map(range).chain(self.names.iter().cloned())
    }
}

fn next(ip: IpAddr) -> Option<IpAddr> {
    match ip {
        IpAddr::V4(ip) => u32::from(ip).checked_add(1).map(|ip| IpAddr::V4(Ipv4Addr::from(ip))),
        IpAddr::V6(ip) => u128::from(ip).checked_add(1).map(|ip| IpAddr::V6(Ipv6Addr::from(ip))),
    }
}

impl Ends {
    /// Every item as a packet filter takes it; empty where no address is known.
    pub fn items(&self) -> Vec<String> {
        match self {
            Self::Anyone => vec!["any".to_owned()],
            Self::Networks(networks) => networks.iter().map(ToString::to_string).collect(),
            Self::Machines(spans) => spans.items().collect(),
            Self::Words(_) => Vec::new(),
        }
    }
}

/// For a person: the items, and how many addresses are still to come.
impl fmt::Display for Ends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("anywhere"),
            Self::Words(words) => f.write_str(words),
            Self::Networks(_) => f.write_str(&self.items().join(", ")),
            Self::Machines(spans) => {
                let known = self.items().join(", ");
                match (known.is_empty(), spans.unknown) {
                    (_, 0) => f.write_str(&known),
                    (true, 1) => f.write_str("address not in the design"),
                    (true, many) => write!(f, "{many} addresses, not in the design"),
                    (false, more) => write!(f, "{known}, and {more} more, not in the design"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_one_item() {
        let all: Vec<Address> =
            ["192.0.2.13", "192.0.2.11", "db.example.com", "192.0.2.12", "192.0.2.11", "192.0.2.20", "2001:db8::1"]
                .map(|text| text.parse().unwrap())
                .into();
        let spans = Spans::of(all.iter().map(Some).chain([None, None]));
        let items: Vec<String> = spans.items().collect();
        assert_eq!(items, ["192.0.2.11-192.0.2.13", "192.0.2.20", "2001:db8::1", "db.example.com"]);
        assert!(Ends::Machines(spans).to_string().ends_with("db.example.com, and 2 more, not in the design"));
    }

    #[test]
    fn the_last_address_has_no_neighbour() {
        let all: Vec<Address> = ["255.255.255.255", "0.0.0.0"].map(|text| text.parse().unwrap()).into();
        assert_eq!(Spans::of(all.iter().map(Some)).items().count(), 2);
    }
}
