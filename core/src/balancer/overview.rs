use super::{BALANCERS, Balancer, Need, Stays};
use crate::design::StayBy;
use crate::value::Version;

/// What people compare load balancers by: one program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Its key in a design.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The versions that its files are for.
    pub versions: String,
    /// What a client can be kept on its node by.
    pub stays: String,
    /// Each need, and whether it can do it.
    pub can: [(Need, bool); Need::ALL.len()],
    /// How its files are tested.
    pub verified: &'static str,
}

/// Every program, in the order of the list.
pub fn overview() -> impl Iterator<Item = Overview> {
    BALANCERS.iter().map(|balancer| balancer.overview())
}

impl Balancer {
    fn overview(&self) -> Overview {
        let lacks = |need: Need| self.lacks.iter().any(|lack| lack.need == need);
        Overview {
            key: self.key,
            name: self.name,
            versions: self.versions(),
            stays: self.means(),
            can: Need::ALL.map(|need| (need, !lacks(need))),
            verified: self.verified,
        }
    }

    fn versions(&self) -> String {
        let Some(usual) = self.version else { return "all".to_owned() };
        match (self.too_old)(Version::new(0, 0, 0)) {
            Some(oldest) => format!("from {oldest} on; {usual} where none is said"),
            None => format!("{usual} where none is said"),
        }
    }

    fn means(&self) -> String {
        let by = |by, what: &str| match (self.stays)(self.version, by) {
            Stays::ByItself | Stays::Emulated => Some(what.to_owned()),
            Stays::ByRoute => Some(format!("{what} with a route")),
            Stays::Otherwise => None,
        };
        let means = [by(StayBy::BalancerCookie, "own cookie"), by(StayBy::Session, "JSESSIONID")];
        means.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
