use crate::design::BalancerProgram;
use crate::value::Version;

/// The oldest open-source NGINX that reads these files: `keepalive_timeout` of an upstream came with 1.15.3. What came before
/// it: `TLSv1.3` (1.13.0), `worker_shutdown_timeout` (1.11.11), `escape=json` (1.11.8), `volatile` (1.11.7), `$request_id` and
/// lists of curves (1.11.0), `$upstream_connect_time` (1.9.1), `zone` (1.9.0).
pub(super) const OLDEST: Version = Version::new(1, 15, 3);

/// What a version can, as far as it changes what is written. Source: NGINX's and NGINX Plus's lists of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Abilities {
    /// It is NGINX Plus: health checks, slow start, the API.
    pub(super) plus: bool,
    /// `http2 on`, from 1.25.1 (R30); before, a parameter of `listen`.
    pub(super) http2_directive: bool,
    /// `sticky`, from 1.29.6, and in every NGINX Plus.
    pub(super) sticky: bool,
    /// `sticky cookie` says `SameSite`: wherever open source has it, and from R23.
    pub(super) same_site: bool,
    /// `health_check` keeps what it knows when files are read again (`persistent`), from R24.
    pub(super) keeps_health: bool,
    /// `ssl_reject_handshake`, from 1.19.4 (R23).
    pub(super) reject_handshake: bool,
    /// HTTP/2 heeds `large_client_header_buffers`, from 1.19.7 (R24); before, it has limits of its own.
    pub(super) one_header_limit: bool,
    /// The keys of session tickets are changed by themselves, from 1.23.2 (R28).
    pub(super) rotates_ticket_keys: bool,
    /// It reads every directive that is written.
    pub(super) new_enough: bool,
}

impl Abilities {
    pub(super) fn of(program: BalancerProgram, version: Version) -> Self {
        let plus = program == BalancerProgram::NginxPlus;
        // NGINX Plus is called by its release (33) or by the open-source version below it (1.27.2).
        let release = plus && version > Version::new(1, u16::MAX, u16::MAX);
        let reaches = |wanted: u16| version > Version::new(wanted - 1, u16::MAX, u16::MAX);
        let since = |open: Version, wanted: u16| if release { reaches(wanted) } else { version >= open };
        Self {
            plus,
            http2_directive: since(Version::new(1, 25, 1), 30),
            sticky: plus || version >= Version::new(1, 29, 6),
            same_site: since(Version::new(1, 19, 4), 23),
            keeps_health: plus && since(Version::new(1, 19, 7), 24),
            reject_handshake: since(Version::new(1, 19, 4), 23),
            one_header_limit: since(Version::new(1, 19, 7), 24),
            rotates_ticket_keys: since(Version::new(1, 23, 2), 28),
            // R17 is built on 1.15.7.
            new_enough: since(OLDEST, 17),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open_source(version: &str) -> Abilities {
        Abilities::of(BalancerProgram::Nginx, version.parse().unwrap())
    }

    fn plus(version: &str) -> Abilities {
        Abilities::of(BalancerProgram::NginxPlus, version.parse().unwrap())
    }

    #[test]
    fn each_ability_has_its_first_version() {
        assert!(!open_source("1.25.0").http2_directive && open_source("1.25.1").http2_directive);
        assert!(!open_source("1.29.5").sticky && open_source("1.29.6").sticky);
        assert!(!open_source("1.19.3").reject_handshake && open_source("1.19.4").reject_handshake);
        assert!(!open_source("1.15.2").new_enough && open_source("1.15.3").new_enough);
    }

    #[test]
    fn plus_is_known_by_release_and_by_the_version_below() {
        assert!(plus("1.23.4").sticky && !plus("1.23.4").http2_directive && plus("1.25.1").http2_directive);
        assert!(!plus("22").same_site && plus("23").same_site && !plus("1.19.0").same_site);
        assert!(!plus("23").keeps_health && plus("24").keeps_health && !open_source("1.30.0").keeps_health);
        assert!(!plus("29").http2_directive && plus("30").http2_directive && plus("33").rotates_ticket_keys);
    }
}
