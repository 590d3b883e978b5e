//! What older and newer kernels have otherwise, on files of the same shape made by hand: nothing is asked for that is not
//! there, and what is added lies where that kernel reads it.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use serde_json::{Value, json};
use wso2_design_core::bundle::render;
use wso2_design_core::plan::Plan;
use wso2_design_tests::{Folder, plan};

/// Kernel 4.2.0: no `Cache`, no `clusteringPattern`, no keystore at the connector, no `defaultAutoCommit`.
const AXIS2_4_2: &str = r#"<axisconfig name="AxisJava2.0">
    <transportReceiver name="http" class="org.apache.synapse.transport.passthru.PassThroughHttpListener">
        <parameter name="port" locked="false">8280</parameter>
        <!--parameter name="WSDLEPRPrefix" locked="false">https://apachehost:port/somepath</parameter-->
    </transportReceiver>
    <transportReceiver name="https" class="org.apache.synapse.transport.passthru.PassThroughHttpSSLListener">
        <parameter name="port" locked="false">8243</parameter>
        <!--parameter name="WSDLEPRPrefix" locked="false">https://apachehost:port/somepath</parameter-->
        <parameter name="keystore" locked="false">
            <KeyStore>
                <Location>repository/resources/security/wso2carbon.jks</Location>
                <Type>JKS</Type>
                <Password>wso2carbon</Password>
                <KeyPassword>wso2carbon</KeyPassword>
            </KeyStore>
        </parameter>
    </transportReceiver>
    <clustering class="org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent"
                enable="false">
        <parameter name="AvoidInitiation">true</parameter>
        <parameter name="membershipScheme">wka</parameter>
        <parameter name="domain">wso2.carbon.domain</parameter>
        <parameter name="localMemberHost">127.0.0.1</parameter>
        <parameter name="localMemberPort">4100</parameter>
        <parameter name="properties">
            <property name="backendServerURL" value="https://${hostName}:${httpsPort}/services/"/>
            <!-- Worker Setup-->
            <!--property name="subDomain" value="worker"/-->
        </parameter>
        <members>
            <member>
                <hostName>127.0.0.1</hostName>
                <port>4000</port>
            </member>
        </members>
        <groupManagement enable="false"/>
    </clustering>
</axisconfig>
"#;
const CARBON_4_2: &str = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<Server xmlns="http://wso2.org/projects/carbon/carbon.xml">
    <!--HostName>www.wso2.org</HostName-->
    <!--MgtHostName>mgt.wso2.org</MgtHostName-->
    <Ports>
        <Offset>0</Offset>
        <JMX><RMIRegistryPort>9999</RMIRegistryPort></JMX>
    </Ports>
    <DeploymentSynchronizer>
        <Enabled>false</Enabled>
        <AutoCommit>false</AutoCommit>
    </DeploymentSynchronizer>
    <!--<DeploymentSynchronizer>
        <Enabled>true</Enabled>
    </DeploymentSynchronizer>-->
</Server>
"#;
const CATALINA_4_2: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<Server port="8005" shutdown="SHUTDOWN">
    <Service className="org.wso2.carbon.tomcat.ext.service.ExtendedStandardService" name="Catalina">
        <!-- optional attributes: proxyPort="80" -->
        <Connector  protocol="org.apache.coyote.http11.Http11NioProtocol"
                port="9763"
                redirectPort="9443" />
        <!-- optional attributes: proxyPort="443" -->
        <Connector  protocol="org.apache.coyote.http11.Http11NioProtocol"
                port="9443"
                sslProtocol="TLS"
                URIEncoding="UTF-8"/>
        <Engine name="Catalina" defaultHost="localhost"/>
    </Service>
</Server>
"#;
/// Kernel 4.5: the connector's certificate is an element of its own.
const CATALINA_4_5: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<Server port="8005" shutdown="SHUTDOWN">
    <Service className="org.wso2.carbon.tomcat.ext.service.ExtendedStandardService" name="Catalina">
        <Connector protocol="org.apache.coyote.http11.Http11NioProtocol" port="9763"/>
        <Connector protocol="org.apache.coyote.http11.Http11NioProtocol" port="9443" SSLEnabled="true">
            <SSLHostConfig certificateVerification="false" protocols="+TLSv1,+TLSv1.1,+TLSv1.2">
                <Certificate certificateKeystoreFile="${carbon.home}/repository/resources/security/wso2carbon.jks"
                             certificateKeystorePassword="wso2carbon"/>
            </SSLHostConfig>
        </Connector>
        <Engine name="Catalina" defaultHost="localhost"/>
    </Service>
</Server>
"#;
const DATASOURCES: &str = r#"<datasources-configuration xmlns:svns="http://org.wso2.securevault/configuration">
    <datasources>
        <datasource>
            <name>WSO2_CARBON_DB</name>
            <jndiConfig><name>jdbc/WSO2CarbonDB</name></jndiConfig>
        </datasource>
    </datasources>
</datasources-configuration>
"#;
const REGISTRY: &str = r#"<wso2registry>
    <currentDBConfig>wso2registry</currentDBConfig>
    <dbConfig name="wso2registry">
        <dataSource>jdbc/WSO2CarbonDB</dataSource>
    </dbConfig>
    <!--mount path="/_system/config" overwrite="true|false|virtual">
        <instanceId>instanceid</instanceId>
    </mount-->
</wso2registry>
"#;
const USERS: &str = r#"<UserManager>
    <Realm>
        <Configuration>
            <AdminUser><UserName>admin</UserName><Password>admin</Password></AdminUser>
            <Property name="dataSource">jdbc/WSO2CarbonDB</Property>
        </Configuration>
    </Realm>
</UserManager>
"#;
const TASKS: &str = " <tasks-configuration><taskServerCount>1</taskServerCount></tasks-configuration>\n";

/// What a node's file becomes; nothing was missing that was asked for.
fn patched<const N: usize>(plan: &Plan, stock: [(&str, &str); N], path: &str) -> String {
    let stock = Folder::of(stock.map(|(path, text)| (path, text.as_bytes())));
    let rendered = render(plan, "", Some(&stock));
    assert_eq!(rendered.findings, []);
    let file = rendered.files.iter().find(|file| file.path == format!("nodes/{path}")).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

fn design(product: &str, release: &str, pattern: &str, nodes: Value) -> Plan {
    let design = json!({
        "format": 1, "name": "x", "product": product, "release": release, "pattern": pattern, "nodes": nodes,
        "hosts": { "service": "esb.example.com" }, "database": { "mysql": { "host": "db.example.com" } },
    });
    plan(&design.to_string())
}

#[test]
fn kernel_4_2_is_asked_for_nothing_that_it_has_not() {
    let stock = [
        ("repository/conf/axis2/axis2.xml", AXIS2_4_2),
        ("repository/conf/carbon.xml", CARBON_4_2),
        ("repository/conf/tomcat/catalina-server.xml", CATALINA_4_2),
        ("repository/conf/datasources/master-datasources.xml", DATASOURCES),
        ("repository/conf/registry.xml", REGISTRY),
        ("repository/conf/user-mgt.xml", USERS),
    ];
    let nodes = json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }]);
    let separate = design("esb", "4.8.1", "worker-manager-3", nodes);
    let axis2 = patched(&separate, stock, "worker-2/repository/conf/axis2/axis2.xml");
    assert!(!axis2.contains("clusteringPattern"), "{axis2}");
    for text in [
        "enable=\"true\"",
        "<parameter name=\"localMemberHost\">192.0.2.22</parameter>",
        "            <property name=\"subDomain\" value=\"worker\"/>\n",
        "<parameter name=\"WSDLEPRPrefix\" locked=\"false\">https://esb.example.com:443</parameter>",
        "wso2tls.jks",
    ] {
        assert!(axis2.contains(text), "{text}\n{axis2}");
    }
    let carbon = patched(&separate, stock, "manager-1/repository/conf/carbon.xml");
    assert!(carbon.contains("<WorkerHttpsProxyPort>443</WorkerHttpsProxyPort>"), "{carbon}");
    let catalina = patched(&separate, stock, "manager-1/repository/conf/tomcat/catalina-server.xml");
    assert!(catalina.contains("proxyPort=\"443\"\n") && catalina.contains("keystoreFile="), "{catalina}");
    let datasources = patched(&separate, stock, "manager-1/repository/conf/datasources/master-datasources.xml");
    assert!(datasources.contains("jdbc/WSO2UMDB") && !datasources.contains("defaultAutoCommit"), "{datasources}");
    // Its caches know no such switch.
    let equal = design("esb", "4.8.1", "shared-database", json!([{ "addresses": "192.0.2.11-12" }]));
    let carbon = patched(&equal, stock, "node-1/repository/conf/carbon.xml");
    assert!(!carbon.contains("ForceLocalCache"), "{carbon}");
}

#[test]
fn kernel_4_5_has_its_certificate_in_an_element() {
    let axis2 = AXIS2_4_2.replace(
        "        <parameter name=\"AvoidInitiation\"",
        "        <parameter name=\"clusteringPattern\">nonWorkerManager</parameter>\n        <parameter name=\"AvoidInitiation\"",
    );
    let stock = [
        ("conf/axis2/axis2.xml", axis2.as_str()),
        ("conf/carbon.xml", CARBON_4_2),
        ("conf/tomcat/catalina-server.xml", CATALINA_4_5),
        ("conf/datasources/master-datasources.xml", DATASOURCES),
        ("conf/registry.xml", REGISTRY),
        ("conf/user-mgt.xml", USERS),
        ("conf/etc/tasks-config.xml", TASKS),
    ];
    let plan = design("ei", "6.6.0", "symmetric", json!([{ "addresses": "192.0.2.11-12" }]));
    let catalina = patched(&plan, stock, "node-2/conf/tomcat/catalina-server.xml");
    let (connector, certificate) = catalina.split_once("<Certificate").unwrap();
    assert!(
        certificate.contains("certificateKeystoreFile=\"${carbon.home}/repository/resources/security/wso2tls.jks\"")
    );
    assert!(!connector.contains("keystoreFile") && connector.contains("proxyPort=\"443\""), "{catalina}");
    let properties = patched(&plan, stock, "node-1/conf/hazelcast.properties");
    assert!(properties.contains("hazelcast.logging.type=log4j2\n"), "{properties}");
}
