use super::Basis;
use crate::delivery::private_paas::{Generation, family};
use crate::design::{Delivery, Infrastructure, PrivatePaas};
use crate::plan::{DeliveryPlan, InfrastructurePlan, PrivatePaasPlan};
use crate::value::{Identifier, Text};

pub(super) fn delivery(basis: Basis<'_>) -> DeliveryPlan {
    match &basis.design.delivery {
        None | Some(Delivery::Files) => DeliveryPlan::Files,
        Some(Delivery::PrivatePaas(said)) => DeliveryPlan::PrivatePaas(Box::new(private_paas(basis, said))),
    }
}

fn private_paas(basis: Basis<'_>, said: &PrivatePaas) -> PrivatePaasPlan {
    let policies = Generation::of(said.version).policies();
    let policy = |said: &Option<Identifier>, usual| said.clone().unwrap_or_else(|| Identifier::known(usual));
    PrivatePaasPlan {
        version: said.version,
        infrastructure: infrastructure(basis, said),
        load_balancer: said.load_balancer.clone(),
        autoscaling_policy: policy(&said.autoscaling_policy, policies.autoscaling),
        deployment_policy: policy(&said.deployment_policy, policies.deployment),
        max_instances: said.max_instances.map(|most| most.get()),
    }
}

fn infrastructure(Basis { product, release, .. }: Basis<'_>, said: &PrivatePaas) -> InfrastructurePlan {
    match &said.infrastructure {
        Infrastructure::Ec2(machines) => InfrastructurePlan::Ec2(machines.clone()),
        Infrastructure::Openstack(machines) => InfrastructurePlan::Openstack(machines.clone()),
        Infrastructure::Kubernetes(containers) => {
            let code = family(product.id).map_or(product.id, |family| family.code);
            let usual = || format!("wso2/{code}-{}:{}", release.version, said.version).parse().ok();
            let image = containers.image.clone().or_else(usual).unwrap_or_else(|| Text::known("wso2"));
            let number = |said: Option<crate::value::Count>| said.map_or(0, |count| count.get());
            InfrastructurePlan::Kubernetes { image, cpu: number(containers.cpu), memory: number(containers.memory) }
        }
        Infrastructure::Mock => InfrastructurePlan::Mock,
    }
}
