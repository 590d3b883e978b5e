use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Operation, Stays};

/// AWS Application Load Balancer (Terraform).
pub(super) static TERRAFORM: Balancer = Balancer {
    program: BalancerProgram::AwsAlbTerraform,
    key: "aws-alb-terraform",
    name: "AWS Application Load Balancer (Terraform)",
    summary: "To be written.",
    version: None,
    called: |version| {
        version.map_or_else(
            || "AWS Application Load Balancer (Terraform)".to_owned(),
            |version| format!("AWS Application Load Balancer (Terraform) {version}"),
        )
    },
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Store,
    lacks: LACKS,
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};

/// AWS Application Load Balancer (CloudFormation).
pub(super) static CLOUDFORMATION: Balancer = Balancer {
    program: BalancerProgram::AwsAlbCloudformation,
    key: "aws-alb-cloudformation",
    name: "AWS Application Load Balancer (CloudFormation)",
    summary: "To be written.",
    version: None,
    called: |version| {
        version.map_or_else(
            || "AWS Application Load Balancer (CloudFormation)".to_owned(),
            |version| format!("AWS Application Load Balancer (CloudFormation) {version}"),
        )
    },
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Store,
    lacks: LACKS,
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};

/// What an Application Load Balancer cannot do.
const LACKS: &[Lack] = &[
    Lack { need: Need::Standby, instead: "all managers are asked, and a cookie keeps a client with one" },
    Lack { need: Need::NodeCertificates, instead: "keep load balancer and nodes in one private network" },
    Lack { need: Need::Retries, instead: "clients repeat a request that failed" },
    Lack {
        need: Need::Refusals,
        instead: "paths are compared as they are written: put a firewall for web applications before it",
    },
    Lack { need: Need::BodyLimit, instead: "limit bodies by a firewall for web applications" },
    Lack { need: Need::Forwarded, instead: "it appends to X-Forwarded-For: only the last address there is its own" },
    Lack { need: Need::Redirects, instead: "nodes must write the public ports, as their files here do" },
];
