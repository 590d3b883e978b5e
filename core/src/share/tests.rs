use super::*;
use crate::read::read;
use expect_test::expect;
use proptest::prelude::*;

const THREE_NODES: &str = r#"format = 1
name = "orders"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-1"

[hosts]
service = "orders.shop.example.org"

# One manager, two workers.
[[nodes]]
role = "manager"
address = "10.20.1.11"

[[nodes]]
role = "worker"
addresses = "10.20.2.21-22"

[[balancers]]
program = "haproxy"
address = "10.20.0.5"

[database.postgresql]
host = "db.shop.example.org"

[access]
console = ["10.20.9.0/24"]
admin-password = "env:WSO2_ADMIN_PASSWORD"
"#;

fn link(text: &str) -> String {
    share(text, Syntax::guess(text)).unwrap().link_fragment
}

#[test]
fn a_small_design_is_a_short_link() {
    let link = link(THREE_NODES);
    expect!["154"].assert_eq(&link.len().to_string());
    let back = unshare(&link).unwrap();
    assert_eq!(back, Unshared { text: THREE_NODES.to_owned(), syntax: Syntax::Toml, left_out: Vec::new() });
}

/// A link of the first release, which must be read for ever.
#[test]
fn an_old_link_is_read() {
    let old = unshare("d1.y4duvkM0yFAbWMCIKS0q5gIA").map(|it| it.text);
    assert_eq!(old.as_deref(), Ok("format = 1\nname = \"esb\" # ours\n"));
}

#[test]
fn a_link_comes_in_many_shapes() {
    let fragment = link(THREE_NODES);
    let (first, second) = fragment.split_at(40);
    for shape in [
        fragment.clone(),
        format!("#{fragment}"),
        format!("https://example.org/designer?x=1#{fragment}"),
        format!("  https://example.org/#{fragment}.\n"),
        format!("https://example.org/#{first}\r\n  {second}"),
    ] {
        assert_eq!(unshare(&shape).unwrap().text, THREE_NODES, "{shape}");
    }
}

#[test]
fn what_is_no_design_is_said() {
    let whole = link(THREE_NODES);
    let mut damaged = whole.clone();
    damaged.replace_range(60..61, if &whole[60..61] == "A" { "B" } else { "A" });
    let mut said = String::new();
    for text in ["", "https://example.org/", "#dx.AA", "d1", "d2.AAAA", &whole[..60], "d1.AA", "d1.???", &damaged] {
        let fault = unshare(text).unwrap_err();
        said.push_str(&format!("{:<20} {fault}\n", fault.code()));
    }
    expect![[r#"
        link-without-design  there is no design in this link: it begins with `d1.` behind the `#`
        link-without-design  there is no design in this link: it begins with `d1.` behind the `#`
        link-without-design  there is no design in this link: it begins with `d1.` behind the `#`
        link-without-design  there is no design in this link: it begins with `d1.` behind the `#`
        link-version         the link was made by a later release: it has form 2, and this program knows form 1
        link-truncated       the end of the link is missing: copy it as a whole
        link-truncated       the end of the link is missing: copy it as a whole
        link-damaged         the link is damaged: copy it again from where it was made
        link-damaged         the link is damaged: copy it again from where it was made
    "#]]
    .assert_eq(&said);
    let fault = share("name = ", Syntax::Toml).unwrap_err();
    expect![
        "share-syntax the design cannot be read, so its secrets cannot be told from the rest: mend its grammar first"
    ]
    .assert_eq(&format!("{} {fault}", fault.code()));
    assert_eq!(share(&" ".repeat(LARGEST + 1), Syntax::Toml), Err(Unshareable::TooLarge));
}

#[test]
fn literal_secrets_stay_behind() {
    let text = r#"format = 1
name = "esb" # not hunter2, that is the password
description = "its password is hunter2"
# admin-password = "plain:older" # and this
# token: plain:oldest
[database.mysql]
host = "hunter2.example.org"
password = 'plain:tr"icky' # tr"icky
schemas.users.password = "hunter3"
schemas.registry.password = "env:P"
[access]
admin-password = """plain:hunter2"""
"#;
    let shared = share(text, Syntax::Toml).unwrap();
    let back = unshare(&shared.link_fragment).unwrap();
    assert_eq!(back.left_out, shared.left_out);
    expect![[r#"
        format = 1
        name = "esb" # not ••••••, that is the password
        description = "its password is ••••••"
        # admin-password = "••••••" # and this
        # token: ••••••
        [database.mysql]
        host = "hunter2.example.org"
        password = "env:NOT_SHARED_DATABASE_MYSQL_PASSWORD" # ••••••
        schemas.users.password = "env:NOT_SHARED_DATABASE_MYSQL_SCHEMAS_USERS_PASSWORD"
        schemas.registry.password = "env:P"
        [access]
        admin-password = "env:NOT_SHARED_ACCESS_ADMIN_PASSWORD"
    "#]]
    .assert_eq(&back.text);
    let json = r#"{"format": 1, "description": "hunter2", "access": {"admin-password": "plain:hunter2"}}"#;
    let shared = share(json, Syntax::Json).unwrap();
    assert_eq!(shared.left_out, [Path::from("access.admin-password")]);
    let back = unshare(&shared.link_fragment).unwrap();
    expect![[r#"{"format": 1, "description": "••••••", "access": {"admin-password": "env:NOT_SHARED_ACCESS_ADMIN_PASSWORD"}}"#]].assert_eq(&back.text);
}

#[test]
fn a_design_without_its_secrets_still_reads() {
    let text = THREE_NODES.replace("env:WSO2_ADMIN_PASSWORD", "plain:hunter2");
    let back = unshare(&link(&text)).unwrap();
    assert!(read(&back.text, back.syntax).design.is_some(), "{}", back.text);
    assert!(!back.text.contains("hunter2"));
    assert_eq!(back.left_out, [Path::from("access.admin-password")]);
}

proptest! {
    #[test]
    fn any_text_is_taken(text in "(d1\\.)?([A-Za-z0-9_-]|\\PC){0,200}", bytes: Vec<u8>) {
        let _ = unshare(&text);
        let _ = unshare(&format!("d1.{}", base64::encode(&bytes)));
    }

    #[test]
    fn every_design_comes_back(name in "\\PC{0,20}", number: i32, remark in "[^\r\n\\p{Cc}]{0,30}") {
        let text = format!("name = {}\nnumber = {number} #{}\n", crate::format::toml::text(&name), remark.replace("plain:", ""));
        prop_assume!(!name.starts_with("plain:"));
        let back = unshare(&link(&text)).unwrap();
        prop_assert_eq!(back.text, text);
    }

    #[test]
    fn no_secret_goes_along(secret in "[!-~é]{8,20}", quiet in any::<bool>()) {
        let literal = if quiet { secret.clone() } else { format!("plain:{secret}") };
        prop_assume!(!["env:", "file:", "vault:"].iter().any(|kind| literal.starts_with(kind)));
        let text = format!("name = \"x\" # {secret}\n[access]\nadmin-password = {}\n", crate::format::toml::text(&literal));
        let back = unshare(&link(&text)).unwrap();
        prop_assert!(!back.text.contains(&secret), "{}", back.text);
        prop_assert_eq!(back.left_out, [Path::from("access.admin-password")]);
    }

    #[test]
    fn damage_is_noticed(at in 3_usize..200, sign in "[A-Za-z0-9_-]") {
        let whole = link(THREE_NODES);
        prop_assume!(at < whole.len());
        let mut damaged = whole.clone();
        damaged.replace_range(at..at + 1, &sign);
        // The last byte may have bits that say nothing; whatever is read is what was written.
        prop_assert!(unshare(&damaged).is_ok_and(|it| it.text == THREE_NODES) || damaged != whole);
        prop_assert!(unshare(&damaged).is_ok_and(|it| it.text == THREE_NODES) || unshare(&damaged).is_err());
    }
}

#[test]
fn a_url_with_a_password_stays_behind() {
    let text = concat!(
        "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"shared-database\"\n",
        "nodes = [{ addresses = \"192.0.2.11-12\" }]\n",
        "[database.mysql.schemas.users]\nurl = \"jdbc:mysql://u:geheim@db:3306/x\"\n",
    );
    let shared = share(text, Syntax::Toml).unwrap();
    assert_eq!(
        shared.left_out.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["database.mysql.schemas.users.url"]
    );
    assert!(!unshare(&shared.link_fragment).unwrap().text.contains("geheim"));
}
