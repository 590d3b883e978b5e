use crate::design::{Infrastructure, Machines};
use crate::value::{Address, Identifier, Text, Version};

/// How the design reaches what runs it.
#[derive(Debug, Clone, PartialEq)]
pub enum DeliveryPlan {
    /// As files for machines.
    Files,
    /// As cartridges of Private PaaS as well.
    PrivatePaas(Box<PrivatePaasPlan>),
}

/// What Private PaaS is told.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivatePaasPlan {
    /// The platform's version.
    pub version: Version,
    /// Where it starts machines or containers.
    pub infrastructure: InfrastructurePlan,
    /// The address of its load balancer; none where nobody said.
    pub load_balancer: Option<Address>,
    /// Its policy that says when to start and stop instances.
    pub autoscaling_policy: Identifier,
    /// Its policy that says where instances are started.
    pub deployment_policy: Identifier,
    /// The most instances of one cartridge, where somebody said.
    pub max_instances: Option<u16>,
}

/// Where Private PaaS starts machines or containers.
#[derive(Debug, Clone, PartialEq)]
pub enum InfrastructurePlan {
    /// Amazon EC2.
    Ec2(Machines),
    /// OpenStack.
    Openstack(Machines),
    /// Kubernetes.
    Kubernetes {
        /// The containers' image.
        image: Text,
        /// The processors of a container; 0: any number.
        cpu: u16,
        /// The memory of a container in MB; 0: any.
        memory: u16,
    },
    /// None.
    Mock,
}

impl DeliveryPlan {
    /// Private PaaS, if it is told anything.
    pub fn private_paas(&self) -> Option<&PrivatePaasPlan> {
        match self {
            Self::Files => None,
            Self::PrivatePaas(paas) => Some(paas),
        }
    }

    /// Whether a platform tells each node who the others are.
    pub fn finds_members(&self) -> bool {
        self.private_paas().is_some()
    }
}

impl InfrastructurePlan {
    /// Its key in a design, which is what cartridges call it too.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Ec2(_) => "ec2",
            Self::Openstack(_) => "openstack",
            Self::Kubernetes { .. } => "kubernetes",
            Self::Mock => "mock",
        }
    }

    /// The machines, where they are such.
    pub fn machines(&self) -> Option<&Machines> {
        match self {
            Self::Ec2(machines) | Self::Openstack(machines) => Some(machines),
            Self::Kubernetes { .. } | Self::Mock => None,
        }
    }

    /// As a design says it.
    pub fn said(&self) -> Infrastructure {
        use crate::design::Containers;
        use crate::value::Count;
        let count = |number: u16| Count::try_from(i64::from(number)).ok().filter(|_| number > 0);
        match self {
            Self::Ec2(machines) => Infrastructure::Ec2(machines.clone()),
            Self::Openstack(machines) => Infrastructure::Openstack(machines.clone()),
            Self::Kubernetes { image, cpu, memory } => Infrastructure::Kubernetes(Containers {
                image: Some(image.clone()),
                cpu: count(*cpu),
                memory: count(*memory),
            }),
            Self::Mock => Infrastructure::Mock,
        }
    }
}
