use super::{MembershipPlan, Parameter, Scheme, connection_timeout};
use crate::edit::Why;
use crate::plan::AwsCredentials;

const SOURCE: &str = "kernel 4.4.40, AWSBasedMembershipScheme";

pub(super) static SCHEME: Scheme = Scheme {
    key: "aws",
    keyword: "aws",
    name: "Amazon EC2",
    summary: "Asks EC2 which instances run; member ports lie in 5701 to 5800 and are open within the security group.",
    parameters: |membership, secrets| {
        let MembershipPlan::Aws { credentials, region, security_group, tag, host_header, connection_timeout: seconds } =
            membership
        else {
            return Vec::new();
        };
        let mut parameters = Vec::new();
        match credentials {
            AwsCredentials::Keys { access, secret } => {
                let why = |setting| Why::new("the IAM user that may describe instances", setting, SOURCE);
                let (access_at, secret_at) = ("cluster.membership.aws.access-key", "cluster.membership.aws.secret-key");
                parameters.push(Parameter::secret("accessKey", access, secrets, why(access_at)));
                parameters.push(Parameter::secret("secretKey", secret, secrets, why(secret_at)));
            }
            AwsCredentials::Role(role) => parameters.push(Parameter::new(
                "iamRole",
                role.clone(),
                Why::new(
                    "the instance's own role asks, so that no key lies in a file",
                    "cluster.membership.aws.iam-role",
                    SOURCE,
                ),
            )),
            AwsCredentials::None => {}
        }
        if let Some(group) = security_group {
            let why =
                Why::new("only instances of this group are members", "cluster.membership.aws.security-group", SOURCE);
            parameters.push(Parameter::new("securityGroup", group.clone(), why));
        }
        let why = Why::new("the region, without the letter of a zone", "cluster.membership.aws.region", SOURCE);
        parameters.push(Parameter::new("region", region.clone(), why));
        if let Some((key, value)) = tag {
            let why = |setting| Why::new("only instances with this tag are members", setting, SOURCE);
            parameters.push(Parameter::new("tagKey", key.clone(), why("cluster.membership.aws.tag-key")));
            parameters.push(Parameter::new("tagValue", value.clone(), why("cluster.membership.aws.tag-value")));
        }
        if let Some(host) = host_header {
            let why = Why::new("the host of the EC2 interface", "cluster.membership.aws.host-header", SOURCE);
            parameters.push(Parameter::new("hostHeader", host.clone(), why));
        }
        parameters.extend(connection_timeout(*seconds, "cluster.membership.aws.connection-timeout"));
        parameters
    },
};
