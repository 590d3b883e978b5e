use super::*;

#[test]
fn only_the_products_own_surfaces_are_refused() {
    let deny = |product: &str, release: &str| {
        file(json!({ "product": product, "release": release }), "snippets/wso2-deny.conf")
    };
    let (bus, server, processes) = (deny("esb", "5.0.0"), deny("as", "5.3.0"), deny("bps", "3.6.0"));
    assert!(!bus.contains("registry") && server.contains("|registry)"));
    assert!(!server.contains("BPMN") && processes.contains("BPMN"));
}

#[test]
fn refusals_are_looked_at_in_their_order_before_any_location() {
    let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
    let design = json!({ "product": "is", "release": "5.7.0", "pattern": "symmetric", "nodes": nodes });
    let deny = file(design.clone(), "wso2-deny.conf");
    expect![[r##"
        # The first that fits counts. NGINX has decoded a path and resolved its `..` and `//` before it is compared.

        # A segment that begins with `;`, `.;` or `..;`: Tomcat drops the rest, and may end up in another folder. Only a
        # session id at the very end passes, which is how Tomcat keeps sessions of browsers without cookies.
        if ($uri ~* "^(?![^;]*/;jsessionid=[0-9A-Za-z._!-]*$)(?:[^/]*/)*\.{0,2};") { return 400; }

        # The console, and what it loads and stores; for each tenant too.
        if ($uri ~* "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$)") { return 404; }

        # Admin services, but for the nodes themselves, which call them by a public name. A node is known by the address
        # that it connects from: no router between may change it.
        set $wso2_asked $wso2_not_from_nodes$uri;
        if ($wso2_asked ~* "^stranger(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:Admin|AdminService|Uploader)|RemoteAuthorizationManagerService|RemoteClaimManagerService|RemoteProfileConfigurationManagerService|RemoteTenantManagerService|RemoteUserStoreManagerService|RemoteUserRealmService|UserStoreManagerService|WSRegistryService|LogViewer|IdentityProviderMgtService|IdentityApplicationManagementService|IdentitySAMLSSOConfigService|ClaimManagementService|ClaimMetadataManagementService|UserProfileMgtService|UserAccountAssociationService|AccountCredentialMgtConfigService|I18nEmailMgtConfigService)(?:[./;]|$)") {
            return 404;
        }
    "##]].assert_eq(deny.split_once("\n\n").unwrap().1);
    let common = file(design, "00-wso2-common.conf");
    expect![[r##"
        # Who asks from elsewhere. A machine is known by the address that it connects from: no router between may change it.
        geo $wso2_not_from_nodes {
            default       stranger;
            192.0.2.11/32 "";
            192.0.2.12/32 "";
        }
    "##]].assert_eq(between(&common, "# Who asks from elsewhere", "\n# A host name"));
}

#[test]
fn each_set_of_networks_is_named_once_after_whose_it_is() {
    let design = json!({
        "format": 1, "name": "test", "product": "is", "release": "5.7.0", "pattern": "symmetric",
        "nodes": [{ "addresses": "192.0.2.11-12" }], "access": { "console": ["198.51.100.0/24"] },
    });
    let mut plan = plan::resolve(&serde_json::from_value(design).unwrap()).output.unwrap();
    let administrators = plan.access.console.clone();
    for host in plan.fronts[0].hosts.iter_mut().filter(|host| !host.refusals.is_empty()) {
        let admin_services = host.refusals.last().unwrap().clone();
        let members = [admin_services.but_for.clone(), administrators.clone()].concat();
        let other = plan::Refusal { but_for: admin_services.but_for[..1].to_vec(), ..admin_services.clone() };
        host.refusals.push(plan::Refusal { but_for: administrators.clone(), ..admin_services.clone() });
        host.refusals.push(plan::Refusal { but_for: members, ..admin_services });
        host.refusals.push(other);
    }
    let texts = texts(&plan);
    let lines = |file: &str, with: &str| -> Vec<String> {
        let (_, text) = texts.iter().find(|(path, _)| path.ends_with(file)).unwrap();
        text.lines().filter(|line| line.starts_with(with)).map(str::to_owned).collect()
    };
    expect![[r#"
        geo $wso2_not_from_nodes {
        geo $wso2_not_from_administrators {
        geo $wso2_not_from_members {
        geo $wso2_not_from_nodes_2 {"#]]
    .assert_eq(&lines("00-wso2-common.conf", "geo ").join("\n"));
    expect![[r#"
        set $wso2_asked $wso2_not_from_nodes$uri;
        set $wso2_asked $wso2_not_from_administrators$uri;
        set $wso2_asked $wso2_not_from_members$uri;
        set $wso2_asked $wso2_not_from_nodes_2$uri;"#]]
    .assert_eq(&lines("wso2-deny.conf", "set ").join("\n"));
}

#[test]
fn hosts_that_refuse_the_same_share_a_file() {
    let nodes = json!([
        { "role": "control-plane", "addresses": "192.0.2.11-12" }, { "role": "gateway", "addresses": "192.0.2.21-22" },
        { "role": "key-manager", "addresses": "192.0.2.31-32" }, { "role": "traffic-manager", "addresses": "192.0.2.41-42" },
    ]);
    let design = json!({ "product": "apim", "release": "4.2.0", "pattern": "distributed", "nodes": nodes });
    let denied: Vec<String> = files(design).into_iter().map(|it| it.0).filter(|path| path.contains("deny")).collect();
    expect![[r#"
        balancers/lb/snippets/wso2-deny.conf
        balancers/lb/snippets/wso2-deny-portal.conf"#]]
    .assert_eq(&denied.join("\n"));
}
