//! One behaviour a test, on small texts of the shapes that stock files have.

use super::*;

const HOST: [&str; 2] = ["Server", "HostName"];

#[test]
fn text_is_replaced_between_its_white_space() {
    check(
        "<a>\n  <b>\n    1\n  </b>\n</a>",
        &[text(["a", "b"], "2 < 3")],
        expect![[r#"
        <a>
          <b>
            2 &lt; 3
          </b>
        </a>"#]],
    );
    check("<a><b/></a>", &[text(["a", "b"], "2")], expect!["<a><b>2</b></a>"]);
    check("<a><b x='1' /></a>", &[text(["a", "b"], "2")], expect!["<a><b x='1'>2</b></a>"]);
    check("<a><b></b></a>", &[text(["a", "b"], "2")], expect!["<a><b>2</b></a>"]);
    check("<a><b>1<!-- x -->3</b></a>", &[text(["a", "b"], "2")], expect!["<a><b>2</b></a>"]);
    check("<a><b>1<!-- x -->3</b></a>", &[text(["a", "b"], "13")], expect!["<a><b>1<!-- x -->3</b></a>"]);
    check("<a><b> <![CDATA[1]]> </b></a>", &[text(["a", "b"], "2")], expect!["<a><b> 2 </b></a>"]);
    check("<a><b>1</b></a>", &[text(["a", "b"], "")], expect!["<a><b></b></a>"]);
}

#[test]
fn behind_the_comment_that_holds_it() {
    check(
        "<Server>\r\n    <!--HostName>www.wso2.org</HostName-->\r\n\r\n    <!-- HostName is a name -->\r\n    <x/>\r\n</Server>\r\n",
        &[text(HOST, "esb")],
        expect![[
            "<Server>\r\n    <!--HostName>www.wso2.org</HostName-->\r\n    <HostName>esb</HostName>\r\n\r\n    <!-- HostName is a name -->\r\n    <x/>\r\n</Server>\r\n"
        ]],
    );
    let before = r#"<c>
        <!-- The multicast address -->
        <!--<parameter name="mcastAddress">228.0.0.4</parameter>-->

        <parameter name="mcastPort">45564</parameter>
        <!--
            <parameter name="mcastBindAddress">127.0.0.1</parameter>
        -->
        <parameter name="properties">
            <property name="a" value="b"/>
 	    <!-- Ports-->
	    <!--property name="port.mapping.8280" value="9764"/>
            <property name="port.mapping.8243" value="9444"/>
            <property name="subDomain" value="mgt"/-->

	    <!-- Worker Setup-->
	    <!--property name="subDomain" value="worker"/-->
        </parameter>
    </c>"#;
    let properties = keyed(["c"], "parameter", "name", "properties");
    let property = |name: &'static str, value: &'static str| {
        let element = Element::new("property").attribute("name", name).attribute("value", value);
        edit(properties.then(Step::with_attribute("property", "name", name)), Want::Element(element))
    };
    check(
        before,
        &[
            text(keyed(["c"], "parameter", "name", "mcastAddress"), "228.0.0.9"),
            text(keyed(["c"], "parameter", "name", "mcastBindAddress"), "10.0.0.1"),
            property("subDomain", "worker"),
            property("port.mapping.8243", "443"),
            property("port.mapping.80", "9763"),
        ],
        expect![[r#"
            <c>
                    <!-- The multicast address -->
                    <!--<parameter name="mcastAddress">228.0.0.4</parameter>-->
                    <parameter name="mcastAddress">228.0.0.9</parameter>

                    <parameter name="mcastPort">45564</parameter>
                    <!--
                        <parameter name="mcastBindAddress">127.0.0.1</parameter>
                    -->
                    <parameter name="mcastBindAddress">10.0.0.1</parameter>
                    <parameter name="properties">
                        <property name="a" value="b"/>
                        <property name="port.mapping.80" value="9763"/>
             	    <!-- Ports-->
            	    <!--property name="port.mapping.8280" value="9764"/>
                        <property name="port.mapping.8243" value="9444"/>
                        <property name="subDomain" value="mgt"/-->
            	    <property name="port.mapping.8243" value="443"/>

            	    <!-- Worker Setup-->
            	    <!--property name="subDomain" value="worker"/-->
            	    <property name="subDomain" value="worker"/>
                    </parameter>
                </c>"#]],
    );
}

#[test]
fn behind_the_sibling_that_the_statement_names() {
    let before = "<a>\n  <b/> <!-- about b -->\n  <c/>\n</a>";
    let after = |edit: Edit, step: &'static str| Edit { after: Some(Step::named(step)), ..edit };
    check(before, &[after(text(["a", "n"], "1"), "b")], expect![[r#"
        <a>
          <b/> <!-- about b -->
          <n>1</n>
          <c/>
        </a>"#]]);
    // Behind one that another statement adds.
    check(before, &[after(text(["a", "n"], "1"), "b"), after(text(["a", "m"], "2"), "n")], expect![[r#"
        <a>
          <b/> <!-- about b -->
          <n>1</n>
          <m>2</m>
          <c/>
        </a>"#]]);
    check(before, &[after(text(["a", "n"], "1"), "x")], expect![[r#"
        <a>
          <b/> <!-- about b -->
          <c/>
          <n>1</n>
        </a>"#]]);
}

#[test]
fn behind_its_namesakes() {
    check(
        "<a>\n  <p name='1'/>\n  <p name='2'/>\n  <c/>\n</a>",
        &[text(keyed(["a"], "p", "name", "3"), "x"), text(keyed(["a"], "p", "name", "4"), "y")],
        expect![[r#"
            <a>
              <p name='1'/>
              <p name='2'/>
              <p name="3">x</p>
              <p name="4">y</p>
              <c/>
            </a>"#]],
    );
    check(
        "<a>\n\t<!--mount path=\"/x\" overwrite=\"true|false\">\n\t\t<id>1</id>\n\t</mount-->\n  <c/>\n</a>",
        &[text(keyed(["a"], "mount", "path", "/y"), "x")],
        expect![[r#"
            <a>
            	<!--mount path="/x" overwrite="true|false">
            		<id>1</id>
            	</mount-->
            	<mount path="/y">x</mount>
              <c/>
            </a>"#]],
    );
}

#[test]
fn into_parents_of_every_shape() {
    let both = [text(["a", "b", "x"], "1"), text(["a", "b", "y"], "2")];
    check("<a>\n  <b/>\n</a>", &both, expect![[r#"
        <a>
          <b>
              <x>1</x>
              <y>2</y>
          </b>
        </a>"#]]);
    check("<a>\n  <b></b>\n</a>", &both, expect![[r#"
        <a>
          <b>
              <x>1</x>
              <y>2</y>
          </b>
        </a>"#]]);
    check("<a>\n  <b>\n  </b>\n</a>", &both, expect![[r#"
        <a>
          <b>
              <x>1</x>
              <y>2</y>
          </b>
        </a>"#]]);
    check("<a>\n  <b>\n    <!-- c -->\n  </b>\n</a>", &both, expect![[r#"
        <a>
          <b>
              <x>1</x>
              <y>2</y>
            <!-- c -->
          </b>
        </a>"#]]);
    check("<a>\n  <b><z/></b>\n</a>", &both, expect![[r#"
        <a>
          <b><z/><x>1</x><y>2</y></b>
        </a>"#]]);
    check("<a><b/></a>", &both, expect![[r#"
        <a><b>
            <x>1</x>
            <y>2</y>
        </b></a>"#]]);
}

#[test]
fn the_prefix_of_the_parent() {
    check(
        "<tns:a xmlns:tns=\"u\">\n    <!--tns:b>x</tns:b-->\n    <!-- other -->\n</tns:a>",
        &[edit(["a", "b"], Want::Element(Element::new("b").child(Element::text("c", "1"))))],
        expect![[r#"
            <tns:a xmlns:tns="u">
                <!--tns:b>x</tns:b-->
                <tns:b>
                    <tns:c>1</tns:c>
                </tns:b>
                <!-- other -->
            </tns:a>"#]],
    );
}

#[test]
fn attributes() {
    let port = || keyed(["S"], "C", "port", "9763");
    let before = "<S>\n    <C  protocol=\"p\"\r\n        port=\"9763\"\r\n        redirectPort='9443' \r\n        />\n    <D x=\"1\" />\n    <E/>\n</S>";
    let edits = [
        attribute(port(), "proxyPort", "80"),
        attribute(port(), "proxyName", "\"n\""),
        attribute(port(), "redirectPort", "'443'"),
        attribute(["S", "D"], "y", "2"),
        attribute(["S", "E"], "y", "2"),
        attribute(["S", "E"], "z", "3"),
    ];
    let after = patched(before, &edits);
    assert_eq!(
        after,
        "<S>\n    <C  protocol=\"p\"\r\n        port=\"9763\"\r\n        proxyPort=\"80\"\r\n        proxyName=\"&quot;n&quot;\"\r\n        redirectPort='&apos;443&apos;' \r\n        />\n    <D x=\"1\" y=\"2\" />\n    <E y=\"2\" z=\"3\"/>\n</S>"
    );
}

#[test]
fn elements_are_merged() {
    let wanted = Element::new("datasource").child(Element::text("name", "DB")).child(
        Element::new("definition")
            .attribute("type", "RDBMS")
            .child(Element::text("url", "new"))
            .child(Element::text("password", Value::secret("s3cret")))
            .child(Element::text("maxActive", "50"))
            .child(Element::text("minIdle", "5")),
    );
    let before = "<d>\n    <datasource>\n        <name>DB</name>\n        <definition type=\"X\">\n            <url>old</url>\n            <!-- keep -->\n            <password>old</password>\n            <other>1</other>\n        </definition>\n    </datasource>\n</d>\n";
    let edit = edit(Place::from(["d"]).then(Step::with_child("datasource", "name", "DB")), Want::Element(wanted));
    let document = Document::parse(before).unwrap();
    let Finding::Differs { found, .. } = edit.check(&document) else { panic!() };
    expect!["definition@type is `X`, definition/url is `old`, definition/password is `••••••`, /definition/maxActive is missing, /definition/minIdle is missing"].assert_eq(&found);
    check(before, &[edit], expect![[r#"
        <d>
            <datasource>
                <name>DB</name>
                <definition type="RDBMS">
                    <url>new</url>
                    <!-- keep -->
                    <password>s3cret</password>
                    <other>1</other>
                    <maxActive>50</maxActive>
                    <minIdle>5</minIdle>
                </definition>
            </datasource>
        </d>
    "#]]);
}

#[test]
fn an_absent_element_gets_its_key() {
    let place = Place::from(["d"]).then(Step::with_child("datasource", "name", "DB"));
    check(
        "<d>\n    <!--datasource>\n        <name>DB</name>\n    </datasource-->\n    <x/>\n</d>",
        &[
            edit(place, Want::Element(Element::new("datasource").child(Element::text("url", "u")))),
            edit(
                keyed(["d"], "mount", "path", "/p"),
                Want::Element(Element::new("mount").attribute("overwrite", "true")),
            ),
        ],
        expect![[r#"
            <d>
                <!--datasource>
                    <name>DB</name>
                </datasource-->
                <datasource>
                    <name>DB</name>
                    <url>u</url>
                </datasource>
                <x/>
                <mount path="/p" overwrite="true"/>
            </d>"#]],
    );
}

#[test]
fn children_become_just_these() {
    let member = |host: &'static str| {
        Element::new("member").child(Element::text("hostName", host)).child(Element::text("port", "4100"))
    };
    let wanted =
        |all: &[&'static str]| edit(["c", "members"], Want::Children(all.iter().map(|host| member(host)).collect()));
    let before = "<c>\r\n    <members>\r\n        <!-- first -->\r\n        <member>\r\n            <hostName>127.0.0.1</hostName>\r\n            <port>4000</port>\r\n        </member>\r\n        <!-- second --> \r\n        <member/> \r\n    </members>\r\n</c>";
    assert_eq!(
        patched(before, &[wanted(&["a", "b"])]),
        "<c>\r\n    <members>\r\n        <!-- first -->\r\n        <member>\r\n            <hostName>a</hostName>\r\n            <port>4100</port>\r\n        </member>\r\n        <member>\r\n            <hostName>b</hostName>\r\n            <port>4100</port>\r\n        </member>\r\n        <!-- second --> \r\n    </members>\r\n</c>"
    );
    assert_eq!(
        patched(before, &[wanted(&[])]),
        "<c>\r\n    <members>\r\n        <!-- first -->\r\n        <!-- second --> \r\n    </members>\r\n</c>"
    );
    check("<c>\n  <members/>\n</c>", &[wanted(&["a"])], expect![[r#"
        <c>
          <members>
              <member>
                  <hostName>a</hostName>
                  <port>4100</port>
              </member>
          </members>
        </c>"#]]);
    check("<c><members><member/><x/></members></c>", &[wanted(&["a"])], expect![[r#"
        <c><members><member>
            <hostName>a</hostName>
            <port>4100</port>
        </member></members></c>"#]]);
    check(
        "<c><members><member><!-- x --><hostName> a </hostName>\n<port>4100</port></member></members></c>",
        &[wanted(&["a"])],
        expect![[r#"
            <c><members><member><!-- x --><hostName> a </hostName>
            <port>4100</port></member></members></c>"#]],
    );
}

#[test]
fn absent_elements_go_with_their_lines() {
    check(
        "<a>\n  <b/> \n  <c>\n  </c>\n  <d/><e/>\n</a>",
        &[
            edit(["a", "b"], Want::Absent),
            edit(["a", "c"], Want::Absent),
            edit(["a", "d"], Want::Absent),
            edit(["a", "x"], Want::Absent),
            Edit { after: Some(Step::named("b")), ..text(["a", "n"], "behind what goes") },
        ],
        expect![[r#"
            <a>
              <n>behind what goes</n>
              <e/>
            </a>"#]],
    );
}

#[test]
fn trouble_changes_nothing_and_stops_nothing() {
    check("<a>\n  <b/>\n  <b/>\n  <c>1</c>\n</a>", &[text(["a", "b"], "1"), text(["a", "c"], "2")], expect![[r#"
        <a>
          <b/>
          <b/>
          <c>2</c>
        </a>"#]]);
}

#[test]
fn the_first_of_two_same_statements_counts() {
    let before = "<a>\n  <b/>\n</a>";
    let edits = [
        text(["a", "n"], "1"),
        text(["a", "n"], "1"),
        attribute(["a", "b"], "x", "1"),
        attribute(["a", "b"], "x", "1"),
        text(["a", "b"], "1"),
        text(["a", "b"], "1"),
    ];
    check(before, &edits, expect![[r#"
        <a>
          <b x="1">1</b>
          <n>1</n>
        </a>"#]]);
}
