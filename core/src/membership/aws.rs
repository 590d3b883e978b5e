use super::{MembershipPlan, Parameter, Scheme, connection_timeout};
use crate::edit::Why;
use crate::plan::AwsCredentials;

const SOURCE: &str = "kernel 4.4.40, AWSBasedMembershipScheme";

pub(super) static SCHEME: Scheme = Scheme {
    key: "aws",
    keyword: "aws",
    name: "Amazon EC2",
    summary: "Asks EC2 which instances run; member ports lie in 5701 to 5800 and are open within the security group.",
    parameters: |membership, kernel, secrets| {
        let MembershipPlan::Aws { credentials, region, security_group, tag, host_header, connection_timeout: seconds } =
            membership
        else {
            return Vec::new();
        };
        let names = if kernel.hyphenates_aws() { &HYPHENATED } else { &USUAL };
        let mut parameters = Vec::new();
        match credentials {
            AwsCredentials::Keys { access, secret } => {
                let why = |setting| Why::new("the IAM user that may describe instances", setting, SOURCE);
                let (access_at, secret_at) = ("cluster.membership.aws.access-key", "cluster.membership.aws.secret-key");
                parameters.push(Parameter::secret(names.access_key, access, secrets, why(access_at)));
                parameters.push(Parameter::secret(names.secret_key, secret, secrets, why(secret_at)));
            }
            AwsCredentials::Role(role) => parameters.push(Parameter::new(
                names.iam_role,
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
            parameters.push(Parameter::new(names.security_group, group.clone(), why));
        }
        let why = Why::new("the region, without the letter of a zone", "cluster.membership.aws.region", SOURCE);
        parameters.push(Parameter::new("region", region.clone(), why));
        if let Some((key, value)) = tag {
            let why = |setting| Why::new("only instances with this tag are members", setting, SOURCE);
            parameters.push(Parameter::new(names.tag_key, key.clone(), why("cluster.membership.aws.tag-key")));
            parameters.push(Parameter::new(names.tag_value, value.clone(), why("cluster.membership.aws.tag-value")));
        }
        if let Some(host) = host_header {
            let why = Why::new("the host of the EC2 interface", "cluster.membership.aws.host-header", SOURCE);
            parameters.push(Parameter::new(names.host_header, host.clone(), why));
        }
        let timeout = connection_timeout(*seconds, "cluster.membership.aws.connection-timeout");
        parameters.extend(timeout.map(|it| Parameter { name: names.connection_timeout.into(), ..it }));
        parameters
    },
};

/// What the scheme calls its parameters, `region` aside.
struct Names {
    access_key: &'static str,
    secret_key: &'static str,
    iam_role: &'static str,
    security_group: &'static str,
    tag_key: &'static str,
    tag_value: &'static str,
    host_header: &'static str,
    connection_timeout: &'static str,
}

const USUAL: Names = Names {
    access_key: "accessKey",
    secret_key: "secretKey",
    iam_role: "iamRole",
    security_group: "securityGroup",
    tag_key: "tagKey",
    tag_value: "tagValue",
    host_header: "hostHeader",
    connection_timeout: "connTimeout",
};

/// Kernels 4.7 to 4.9 hand the parameters to Hazelcast as they are, and silently ignore any other name.
const HYPHENATED: Names = Names {
    access_key: "access-key",
    secret_key: "secret-key",
    iam_role: "iam-role",
    security_group: "security-group-name",
    tag_key: "tag-key",
    tag_value: "tag-value",
    host_header: "host-header",
    connection_timeout: "connection-timeout-seconds",
};
