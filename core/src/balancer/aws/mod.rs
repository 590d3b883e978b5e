//! AWS' Application Load Balancer with a web ACL of AWS WAF before it, in the language of Terraform and in CloudFormation's.
//!
//! What there is to say is decided once ([`alb::Alb`]); each language only spells it. Rules of a listener refuse what is
//! written plainly and send the rest to its nodes; the web ACL refuses paths however they are written.

mod alb;
mod attributes;
mod cloudformation;
mod firewall;
mod group;
mod listener;
mod quota;
mod terraform;

pub(crate) use quota::excesses;

use super::platform::short_name;
use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Operation, Stays, Trouble};

/// AWS Application Load Balancer (Terraform).
pub(super) static TERRAFORM: Balancer = Balancer {
    program: BalancerProgram::AwsAlbTerraform,
    key: "aws-alb-terraform",
    name: "AWS Application Load Balancer (Terraform)",
    summary: "A module for Terraform or OpenTofu: load balancer, target groups, security groups, and a web ACL that guards the \
              console.",
    version: None,
    called: |_| "AWS Application Load Balancer (Terraform)".to_owned(),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    waits_for_names: false,
    certificates: Certificates::Store,
    lacks: LACKS,
    verified: "Terraform itself formats, validates and plans the files, against a schema that is made from the one of provider \
               6.25; no account of AWS has run them.",
    operation: Operation {
        folder: None,
        test: "terraform init && terraform validate && terraform plan -out planned",
        reload: "terraform apply planned",
        restart: "terraform apply planned",
        drain: "Remove the node from `locals.nodes` in `target-groups.tf` and apply: AWS lets it finish what it does.",
        prepare: &[
            IMPORT,
            "Write `terraform.tfvars` beside the files, with `vpc_id`, `subnet_ids`, `node_security_group_id` and an ARN for \
             each `certificate_arn_…`; keep the state where your others are.",
            ALIAS,
        ],
        troubles: &[
            Trouble {
                sign: "`No valid credential sources found`",
                cause: "Terraform asks AWS as whoever the environment says: set `AWS_PROFILE` and `AWS_REGION`.",
            },
            Trouble {
                sign: "`Unsupported argument … \"regex_values\"`",
                cause: "The provider is older than 6.25: run `terraform init -upgrade`.",
            },
            CERTIFICATE,
            UNHEALTHY,
            TOO_MANY,
            STANDBY_TERRAFORM,
        ],
    },
    artifacts: terraform::artifacts,
};

/// AWS Application Load Balancer (CloudFormation).
pub(super) static CLOUDFORMATION: Balancer = Balancer {
    program: BalancerProgram::AwsAlbCloudformation,
    key: "aws-alb-cloudformation",
    name: "AWS Application Load Balancer (CloudFormation)",
    summary: "A CloudFormation template: load balancer, target groups, security groups, and a web ACL that guards the console.",
    version: None,
    called: |_| "AWS Application Load Balancer (CloudFormation)".to_owned(),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    waits_for_names: false,
    certificates: Certificates::Store,
    lacks: LACKS,
    verified: "cfn-lint finds nothing in the template, against the schemas of AWS' own resources; no account of AWS has run it.",
    operation: Operation {
        folder: None,
        test: "cfn-lint template.yaml",
        reload: "aws cloudformation deploy --stack-name wso2 --template-file template.yaml --parameter-overrides file://parameters.json",
        restart: "aws cloudformation deploy --stack-name wso2 --template-file template.yaml --parameter-overrides file://parameters.json",
        drain: "Remove the node from `Targets` in `template.yaml` and deploy: AWS lets it finish what it does.",
        prepare: &[
            IMPORT,
            "Write `parameters.json` beside the template: `{\"Parameters\": {…}}` with `VpcId`, `SubnetIds` (joined by commas), \
             `NodeSecurityGroupId` and an ARN for each `CertificateArn…`.",
            ALIAS,
        ],
        troubles: &[
            Trouble {
                sign: "`Templates with a size greater than 51,200 bytes must be deployed via an S3 Bucket`",
                cause: "The cluster is large: add `--s3-bucket` with a bucket of yours to the command.",
            },
            CERTIFICATE,
            UNHEALTHY,
            TOO_MANY,
            Trouble {
                sign: "The console answers 503 after its node went down",
                cause: "Nodes on standby are not registered: deploy with `StandbyTakesOver=yes`, and with `no` when the node is \
                        back.",
            },
        ],
    },
    artifacts: cloudformation::artifacts,
};

const IMPORT: &str = "Have a certificate in ACM for each host name, in the load balancer's region: let ACM issue one, or import \
                      what `ssl/` holds, such as `openssl x509 -in ssl/wrk.crt -out leaf.crt && aws acm import-certificate \
                      --certificate fileb://leaf.crt --certificate-chain fileb://ssl/ca.crt --private-key fileb://ssl/wrk.key`.";

const ALIAS: &str = "Lead the host names to the load balancer's name by alias records when it is there.";

const CERTIFICATE: Trouble = Trouble {
    sign: "`UnsupportedCertificate` or `CertificateNotFound`",
    cause: "The ARN is of another region, or the key is of a kind that a listener does not take: RSA of 2048 to 4096 bits, or \
            P-256 to P-521.",
};

const UNHEALTHY: Trouble = Trouble {
    sign: "502 or 504 for all, and targets that are `unhealthy` with `Target.Timeout` or `Target.FailedHealthChecks`",
    cause: "The nodes' security group or their own firewall keeps the load balancer out, or services are not deployed yet. While \
            no target is healthy, all are asked.",
};

const TOO_MANY: Trouble = Trouble {
    sign: "`TooManyTargets`, `TooManyRules` or `WAFLimitsExceededException`",
    cause: "The account's quota is smaller than the cluster: have it raised in Service Quotas.",
};

const STANDBY_TERRAFORM: Trouble = Trouble {
    sign: "The console answers 503 after its node went down",
    cause: "Nodes on standby are not registered: apply with `-var standby_takes_over=true`, and without it when the node is back.",
};

/// What an Application Load Balancer cannot do.
const LACKS: &[Lack] = &[
    Lack {
        need: Need::Standby,
        instead: "only the active node is registered: one setting registers those on standby instead, and somebody must set it",
    },
    Lack {
        need: Need::NodeCertificates,
        instead: "it takes any certificate: security groups let it speak to the nodes' ports alone, so keep both in one VPC",
    },
    Lack { need: Need::Retries, instead: "it retries nothing: clients repeat a request that failed" },
    Lack {
        need: Need::BodyLimit,
        instead: "the web ACL refuses what declares too much; a body in chunks has no limit before the node's own",
    },
    Lack {
        need: Need::Forwarded,
        instead: "it appends to X-Forwarded-For, of which only the last address is its own; the web ACL refuses clients that send \
                  the other headers",
    },
    Lack { need: Need::Redirects, instead: "nodes must write the public ports, as their files here do" },
];

/// The longest name of a load balancer and of a target group.
const LONGEST_NAME: usize = 32;
/// How many values a rule's conditions may have in all.
const MOST_VALUES: usize = 5;
/// The longest regular expression of a listener's rule.
const REGEX: usize = 128;
/// What stands above a listener: what happens to hosts that no rule names.
const UNKNOWN_HOST: &str = "A host name that is not served here is answered 421 and reaches no node. Over TLS, who asks for it is \
                            shown the first certificate: there is no listener without one.";
/// The policy that comes nearest to [`crate::plan::front::conduct::tls`]: TLS 1.2 and 1.3, forward secrecy, AES-GCM and
/// ChaCha20 only. Source: the list of security policies of Application Load Balancers.
const TLS_POLICY: &str = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/// A name that AWS takes: not too long, and not beginning with its own `internal-`.
fn name(text: &str) -> String {
    if text.starts_with("internal-") {
        return short_name(&format!("wso2-{text}"), LONGEST_NAME);
    }
    short_name(text, LONGEST_NAME)
}

#[cfg(test)]
mod tests;
