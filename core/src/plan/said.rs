use super::{
    AwsCredentials, ClusterPlan, DatabasePlan, DeliveryPlan, DirectoryKind, Front, HostPlan, Member, MembershipPlan,
    Node, Plan, Purpose, UserStorePlan,
};
use crate::catalogue::{Roles, VendorId};
use crate::design::*;
use crate::value::{Count, HostName, MemberAddress};

impl Plan {
    /// The design that leaves nothing out: everything that was decided and that counts, said. It decides to the same plan, but for
    /// secrets that the design held itself; those are masked.
    pub fn to_design(&self) -> Design {
        let nodes = self.nodes.iter().map(|node| self::node(node, self.says_roles())).collect();
        Design { nodes, ..self.settings() }
    }

    /// The same without the nodes, of which there may be thousands.
    pub(crate) fn settings(&self) -> Design {
        Design {
            format: Format,
            name: self.name.clone(),
            description: self.description.parse().ok().filter(|_| !self.description.is_empty()),
            product: self.product.id.to_owned(),
            release: self.release.version,
            pattern: self.pattern.pattern,
            managers: (!matches!(self.pattern.roles, Roles::Equal(_) | Roles::EqualWithAnalytics(_)))
                .then_some(self.managers),
            hosts: hosts(&self.hosts),
            cluster: cluster(self),
            networks: self.networks.iter().map(|it| NetworkSpec { name: it.name.clone(), cidr: it.cidr }).collect(),
            nodes: Vec::new(),
            balancers: Some(self.fronts.iter().map(balancer).collect()),
            database: self.database.as_ref().map(database),
            user_store: self.user_store.as_ref().map(user_store),
            registry: Registry {
                mounts: self.pattern.shared_database.then_some(self.registry.is_some()),
                config_path: self.registry.as_ref().map(|registry| registry.mounts[0].target.clone()),
                instance: self.registry.as_ref().map(|registry| registry.instance.clone()),
                read_only_workers: self
                    .registry
                    .as_ref()
                    .filter(|_| self.separates_roles())
                    .map(|registry| registry.read_only_workers),
            },
            artifacts: Some(self.artifacts.clone()),
            tasks: Tasks {
                server_count: self
                    .task_server_count
                    .filter(|_| self.cluster.enabled || self.shares_tasks())
                    .and_then(count),
            },
            tls: Tls {
                key: Some(self.tls.key),
                days: count(self.tls.days),
                nodes: Some(self.tls.nodes),
                keystore_password: Some(self.tls.keystore_password.clone()),
            },
            access: Access {
                console: self.access.console.clone(),
                admin_user: self.access.admin.as_ref().map(|admin| admin.user.clone()),
                admin_password: self.access.admin.as_ref().map(|admin| admin.password.clone()),
            },
            jvm: Jvm {
                home: self.jvm.home.parse().ok(),
                user: Some(self.jvm.user.clone()),
                java_home: self.jvm.java_home.parse().ok().filter(|_| !self.jvm.java_home.is_empty()),
                heap: self.jvm.heap.parse().ok().filter(|_| !self.jvm.heap.is_empty()),
            },
            delivery: Some(delivery(&self.delivery)),
        }
    }
}

fn count(number: u16) -> Option<Count> {
    Count::try_from(i64::from(number)).ok()
}

fn hosts(plan: &HostPlan) -> Hosts {
    let other = |purpose| plan.others.get(&purpose).cloned();
    let component = |(purpose, name): (&Purpose, &HostName)| match purpose {
        Purpose::Component(role) => Some((*role, name.clone())),
        _ => None,
    };
    Hosts {
        service: Some(plan.service.clone()),
        console: Some(plan.console.clone()),
        portal: other(Purpose::Portal),
        web_socket: other(Purpose::WebSocket),
        components: plan.others.iter().filter_map(component).collect(),
    }
}

fn cluster(plan: &Plan) -> Cluster {
    let jvm_route = Some(plan.jvm_route);
    let ClusterPlan { enabled, domain, membership, hazelcast, .. } = &plan.cluster;
    if !enabled {
        return Cluster { domain: plan.names_a_group().then(|| domain.clone()), jvm_route, ..Cluster::default() };
    }
    Cluster {
        domain: Some(domain.clone()),
        membership: Some(self::membership(membership)),
        hazelcast: hazelcast.clone(),
        jvm_route,
    }
}

fn membership(plan: &MembershipPlan) -> Membership {
    match plan {
        MembershipPlan::WellKnown { members, connection_timeout, .. } => Membership::WellKnown(WellKnown {
            members: members.iter().map(member).collect(),
            connection_timeout: connection_timeout.and_then(count),
        }),
        MembershipPlan::Multicast { address, port, ttl, timeout } => Membership::Multicast(Multicast {
            address: Some(address.clone()),
            port: Some(*port),
            ttl: count(*ttl),
            timeout: count(*timeout),
        }),
        MembershipPlan::Aws { credentials, region, security_group, tag, host_header, connection_timeout } => {
            let (access_key, secret_key, iam_role) = match credentials {
                AwsCredentials::Keys { access, secret } => (Some(access.clone()), Some(secret.clone()), None),
                AwsCredentials::Role(role) => (None, None, Some(role.clone())),
                AwsCredentials::None => (None, None, None),
            };
            Membership::Aws(Aws {
                access_key,
                secret_key,
                iam_role,
                security_group: security_group.clone(),
                tag_key: tag.as_ref().map(|(key, _)| key.clone()),
                tag_value: tag.as_ref().map(|(_, value)| value.clone()),
                region: region.as_str().parse().ok(),
                host_header: host_header.clone(),
                connection_timeout: connection_timeout.and_then(count),
            })
        }
        MembershipPlan::AwsEcs { region, cluster, vpc } => {
            Membership::AwsEcs(AwsEcs { cluster: cluster.clone(), vpc: *vpc, region: region.as_str().parse().ok() })
        }
        MembershipPlan::Kubernetes { services, namespace, use_dns, api_server, token, skip_tls_verification } => {
            Membership::Kubernetes(Kubernetes {
                services: services.clone(),
                namespace: Some(namespace.clone()),
                use_dns: Some(*use_dns),
                api_server: api_server.clone().filter(|_| !use_dns),
                token: token.clone().filter(|_| !use_dns),
                skip_tls_verification: Some(*skip_tls_verification && !use_dns),
            })
        }
        MembershipPlan::Custom { class, parameters } => {
            Membership::Custom(Custom { class: class.clone(), parameters: parameters.clone() })
        }
    }
}

fn member(member: &Member) -> MemberAddress {
    MemberAddress { host: member.host.clone(), port: Some(member.port) }
}

fn node(node: &Node, separated: bool) -> NodeSpec {
    NodeSpec {
        name: Some(node.name.clone()),
        role: separated.then_some(node.role),
        address: node.address.clone(),
        network: Some(node.network.clone()),
        offset: Some(node.offset),
        member_port: Some(node.member_port),
        ..NodeSpec::default()
    }
}

fn balancer(front: &Front) -> BalancerSpec {
    let sticky = front.serves_services().then(|| front.sticky());
    let redirect = front.serves_services().then(|| front.redirects_services());
    BalancerSpec {
        name: Some(front.name.clone()),
        program: Some(front.program),
        version: front.version,
        address: front.address.clone(),
        network: Some(front.network.clone()),
        serves: Some(front.serves),
        http_port: Some(front.http_port),
        https_port: Some(front.https_port),
        redirect_http: redirect,
        sticky,
        stay_by: Some(front.stay_by),
        answer_timeout: count(front.limits.answer),
        body_limit: count(front.limits.body).filter(|_| front.serves_services()),
        health_path: front.health_path.clone(),
    }
}

fn user_store(plan: &UserStorePlan) -> UserStore {
    let UserStorePlan::Directory(plan) = plan else { return UserStore::Jdbc };
    let directory = Directory {
        url: plan.url.clone(),
        user: plan.user.clone(),
        password: Some(plan.password.clone()),
        user_base: plan.user_base.clone(),
        group_base: plan.group_base.clone(),
        read_only: Some(plan.read_only),
    };
    match plan.kind {
        DirectoryKind::Ldap => UserStore::Ldap(directory),
        DirectoryKind::ActiveDirectory => UserStore::ActiveDirectory(directory),
    }
}

fn database(plan: &DatabasePlan) -> Database {
    let schema = |schema: &super::SchemaPlan| {
        let spec = SchemaSpec {
            name: Some(schema.name.clone()),
            user: Some(schema.user.clone()),
            password: Some(schema.password.clone()),
            url: Some(schema.url.clone()),
        };
        (schema.need.purpose, spec)
    };
    let server = DatabaseServer {
        host: Some(plan.host.clone()),
        address: plan.address.clone(),
        port: Some(plan.port),
        version: plan.version,
        service: (plan.vendor.id == VendorId::Oracle).then(|| plan.service.clone()),
        schemas: plan.schemas.iter().map(schema).collect(),
        pool_size: plan.pool_size.and_then(count),
        max_connections: plan.max_connections.and_then(count),
    };
    match plan.vendor.id {
        VendorId::Mysql => Database::Mysql(server),
        VendorId::Mariadb => Database::Mariadb(server),
        VendorId::Postgresql => Database::Postgresql(server),
        VendorId::Oracle => Database::Oracle(server),
        VendorId::Mssql => Database::Mssql(server),
    }
}

fn delivery(plan: &DeliveryPlan) -> Delivery {
    match plan {
        DeliveryPlan::Files => Delivery::Files,
        DeliveryPlan::PrivatePaas(paas) => Delivery::PrivatePaas(Box::new(PrivatePaas {
            version: paas.version,
            infrastructure: paas.infrastructure.said(),
            load_balancer: paas.load_balancer.clone(),
            autoscaling_policy: Some(paas.autoscaling_policy.clone()),
            deployment_policy: Some(paas.deployment_policy.clone()),
            max_instances: paas.max_instances.and_then(count),
        })),
    }
}
