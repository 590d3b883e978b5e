use crate::value::{Address, Count, Identifier, Text, Version};
use serde::{Deserialize, Serialize};

/// How the design reaches what runs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Delivery {
    /// As files for machines.
    Files,
    /// As cartridges of WSO2 Private PaaS as well, which starts the machines itself.
    PrivatePaas(Box<PrivatePaas>),
}

/// WSO2 Private PaaS: a platform on Apache Stratos that starts nodes from cartridges.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PrivatePaas {
    /// The platform's version: 4.0.0, or 4.1.x.
    pub version: Version,
    /// Where it starts machines or containers.
    pub infrastructure: Infrastructure,
    /// The address of the platform's load balancer, as the nodes reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load_balancer: Option<Address>,
    /// The platform's policy that says when to start and stop instances; that of its samples where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autoscaling_policy: Option<Identifier>,
    /// The platform's policy that says where instances are started; that of its samples where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployment_policy: Option<Identifier>,
    /// The most instances of one cartridge; as many as the design has nodes of the role where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_instances: Option<Count>,
}

/// Where Private PaaS starts machines or containers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Infrastructure {
    /// Amazon EC2.
    Ec2(Machines),
    /// OpenStack.
    Openstack(Machines),
    /// Kubernetes, from 4.1 on.
    Kubernetes(Containers),
    /// None: the platform only plays that it starts something. From 4.1 on.
    Mock,
}

/// What virtual machines are made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Machines {
    /// The image with the platform's agent, as `<region>/<id>`.
    pub image: Text,
    /// The size of a machine, such as `t2.medium`, or `<region>/<id>` on OpenStack.
    pub instance_type: Text,
    /// The id of the network that machines stand in; the infrastructure's usual one where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Text>,
    /// The name of the key pair that opens a shell on them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_pair: Option<Text>,
    /// The security group that they are in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security_group: Option<Text>,
}

/// What containers are made of.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Containers {
    /// The image; `wso2/<product>-<release>:<version of the platform>` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Text>,
    /// The processors that each may use; any number where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpu: Option<Count>,
    /// The memory that each may use, in MB; any where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<Count>,
}
