use crate::value::Version;

/// The oldest httpd that reads these files: `<IfFile>` and `responsefieldsize` came with 2.4.34.
pub(super) const OLDEST: Version = Version::new(2, 4, 34);

/// What a version can, as far as it changes what is written. Source: the «Compatibility» lines of httpd's documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Abilities {
    /// `RequestReadTimeout` knows the handshake, from 2.4.39.
    pub(super) handshake_timeout: bool,
    /// The members of a balancer change to WebSocket by themselves, from 2.4.47.
    pub(super) upgrade: bool,
    /// A member's name is looked up anew after some time, from 2.4.59.
    pub(super) address_ttl: bool,
}

impl Abilities {
    pub(super) fn of(version: Version) -> Self {
        Self {
            handshake_timeout: version >= Version::new(2, 4, 39),
            upgrade: version >= Version::new(2, 4, 47),
            address_ttl: version >= Version::new(2, 4, 59),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ability_has_its_first_version() {
        let of = |patch| Abilities::of(Version::new(2, 4, patch));
        assert!(!of(38).handshake_timeout && of(39).handshake_timeout);
        assert!(!of(46).upgrade && of(47).upgrade);
        assert!(!of(58).address_ttl && of(59).address_ttl);
    }
}
