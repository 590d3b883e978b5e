use super::*;

#[test]
fn what_a_version_lacks_is_not_written() {
    let common = |version| file(nginx(version), "00-wso2-common.conf");
    assert!(common("1.19.4").contains("ssl_reject_handshake") && !common("1.19.3").contains("ssl_reject_handshake"));
    assert!(common("1.19.3").contains("ssl_certificate     ssl/wrk.crt"));
    assert!(common("1.19.6").contains("http2_max_field_size") && !common("1.19.7").contains("http2_max_field_size"));
    let main = |version| file(nginx(version), "nginx.conf");
    assert!(main("1.9.2").contains("1.15.3 or later") && !main("1.15.3").contains("1.15.3 or later"));
}

#[test]
fn plus_asks_nodes_for_their_health() {
    let plus = json!({ "balancers": [{ "program": "nginx-plus", "version": "33" }] });
    let services = file(plus.clone(), "esb.https.conf");
    expect![[r#"
        proxy_pass https://wso2_esb_https;
            }

            location @wso2_esb_https_health {
                # Asks the nodes for their health, and gives up sooner than a request does.
                proxy_connect_timeout 2s;
                proxy_read_timeout    2s;
                proxy_http_version    1.1;
                proxy_set_header      Host       esb.wso2.com;
                proxy_set_header      Connection "";

                include        snippets/wso2-upstream-tls.conf;
                proxy_ssl_name esb.wso2.com;  # asked for, and checked: else it is the name of the upstream

                proxy_pass https://wso2_esb_https;

                # asked before its first request; a reload keeps what is known
                health_check uri=/services/Version interval=2s fails=2 passes=2 match=wso2_answers mandatory persistent;
    "#]]
    .assert_eq(between(&services, "proxy_pass", "    }\n}"));
    let upstreams = file(plus, "10-esb-upstreams.conf");
    assert_eq!(upstreams.matches(" slow_start=30s").count(), 4, "{upstreams}");
    assert!(upstreams.contains("match wso2_succeeds") && upstreams.contains("match wso2_answers"));
}

#[test]
fn plus_before_knows_less_of_cookies_and_health() {
    let plus = |version: &str| json!({ "balancers": [{ "program": "nginx-plus", "version": version }] });
    let sticky = |version| file(plus(version), "10-esb-upstreams.conf").contains(" samesite=lax;");
    assert!(sticky("23") && !sticky("22"));
    let kept = |version| file(plus(version), "esb.https.conf").contains("mandatory persistent;");
    assert!(kept("24") && !kept("23"));
}
