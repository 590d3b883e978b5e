use super::Invalid;
use ipnet::IpNet;
use std::fmt;
use std::net::IpAddr;

/// A network as `address/length`, kept with its host bits cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cidr(IpNet);

super::leaf!(Cidr, Cidr::parse, "");

impl Cidr {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let network = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        match network {
            Ok(network) => Ok(Self(network.trunc())),
            Err(_) => Err(Invalid::new(text, "a network", "write it as 192.0.2.0/24")),
        }
    }

    /// The network of one address alone.
    pub fn of(ip: IpAddr) -> Self {
        Self(IpNet::from(ip))
    }

    /// Whether an address is in the network.
    pub fn contains(self, ip: IpAddr) -> bool {
        self.0.contains(&ip)
    }

    /// The network's first address.
    pub fn address(self) -> IpAddr {
        self.0.network()
    }

    /// The network's mask, such as 255.255.255.0.
    pub fn mask(self) -> IpAddr {
        self.0.netmask()
    }

    /// How many bits of an address are the network's.
    pub fn length(self) -> u8 {
        self.0.prefix_len()
    }

    /// Whether the network is the whole internet.
    pub fn is_everything(self) -> bool {
        self.0.prefix_len() == 0
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
