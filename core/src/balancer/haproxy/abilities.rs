use crate::value::Version;

/// The oldest HAProxy that reads these files: `default-path` came with 2.4.
pub(super) const OLDEST: Version = Version::new(2, 4, 0);

/// What a version can, as far as it changes what is written. Source: HAProxy's CHANGELOG and configuration manuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Abilities {
    /// `error-log-format`, from 2.5: what ends before there is a request can be logged as JSON too.
    pub(super) error_log_format: bool,
    /// `option idle-close-on-response`, from 2.4.13 and 2.5.2: versions between close idle connections at a reload at once.
    pub(super) idle_close_on_response: bool,
    /// It reads every line that is written.
    pub(super) new_enough: bool,
}

impl Abilities {
    pub(super) fn of(version: Version) -> Self {
        let between = version >= Version::new(2, 5, 0) && version < Version::new(2, 5, 2);
        Self {
            error_log_format: version >= Version::new(2, 5, 0),
            idle_close_on_response: version >= Version::new(2, 4, 13) && !between,
            new_enough: version >= OLDEST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ability_has_its_first_version() {
        let can = |version: &str| Abilities::of(version.parse().unwrap());
        assert!(!can("2.4.99").error_log_format && can("2.5").error_log_format);
        assert!(!can("2.3.9").new_enough && can("2.4").new_enough);
        let closes: Vec<bool> =
            ["2.4.12", "2.4.13", "2.5.1", "2.5.2", "2.6"].map(|it| can(it).idle_close_on_response).to_vec();
        assert_eq!(closes, [false, true, false, true, true]);
    }
}
