/// Declares the programs: the choice in a design, the list, and the way from one to the other. A program is its module and
/// one line here.
macro_rules! programs {
    ($($(#[$doc:meta])+ $variant:ident => $entry:path,)+) => {
        /// A load balancer's program.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum BalancerProgram {
            $($(#[$doc])+ $variant,)+
        }

        /// Every program, in the order in which lists show them.
        pub static BALANCERS: &[&Balancer] = &[$(&$entry),+];

        /// The entry of a program.
        pub fn balancer(program: BalancerProgram) -> &'static Balancer {
            match program {
                $(BalancerProgram::$variant => &$entry,)+
            }
        }
    };
}
pub(super) use programs;
