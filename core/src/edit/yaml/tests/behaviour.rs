use super::*;
use expect_test::expect;

const FILE: &str = "\
# head
  # odd
wso2.carbon:
    # an id
  id: wso2-sp  # of the node
  ports:
      # moved
    offset: 0

wso2.datasources:
  dataSources:
    -
      definition:
        url: 'jdbc:h2:x'
      name: A

    # second
    - name: B
      definition:
        url: \"y\" # b
        pool: 10

cluster.config:
  enabled: false
  groupId:  sp
  empty:

  # Sample
#deployment.config:
#  type: ha

  # Another
#deployment.config:
#  type: distributed
";

#[test]
fn values_are_replaced_where_they_stand() {
    let edits = [
        text("wso2.carbon/id", "node 1"),
        number("wso2.carbon/ports/offset", 2),
        edit("cluster.config/enabled", Want::Value(Scalar::Bool(true))),
        text("wso2.datasources/dataSources/[A]/definition/url", "jdbc:mysql://x/y"),
        text("wso2.datasources/dataSources/[B]/definition/url", "y"),
    ];
    let expected = FILE
        .replace("wso2-sp ", "\"node 1\" ")
        .replace("offset: 0", "offset: 2")
        .replace("'jdbc:h2:x'", "\"jdbc:mysql://x/y\"")
        .replace("enabled: false", "enabled: true");
    assert_eq!(after(FILE, &edits), expected);
    assert_eq!(after(&FILE.replace('\n', "\r\n"), &edits), expected.replace('\n', "\r\n"));
}

#[test]
fn what_is_missing_stands_behind_its_siblings() {
    let edits = [
        text("deployment.config/type", "ha"),
        text("deployment.config/eventSyncServer/host", "192.0.2.1"),
        number("deployment.config/eventSyncServer/port", 9893),
        text("wso2.datasources/dataSources/[C]/definition/url", "z"),
        text("wso2.datasources/dataSources/[C]/definition/password", "no"),
        number("wso2.datasources/dataSources/[A]/definition/pool", 50),
        text("wso2.carbon/type", "x"),
        number("cluster.config/empty/inner/n", 1),
        text("new.one/k", "v"),
    ];
    expect![[r#"
        # head
          # odd
        wso2.carbon:
            # an id
          id: wso2-sp  # of the node
          ports:
              # moved
            offset: 0
          type: x

        wso2.datasources:
          dataSources:
            -
              definition:
                url: 'jdbc:h2:x'
                pool: 50
              name: A

            # second
            - name: B
              definition:
                url: "y" # b
                pool: 10

            - name: C
              definition:
                url: z
                password: "no"

        cluster.config:
          enabled: false
          groupId:  sp
          empty:
            inner:
              "n": 1

        new.one:
          k: v

          # Sample
        #deployment.config:
        #  type: ha

        deployment.config:
          type: ha
          eventSyncServer:
            host: 192.0.2.1
            port: 9893

          # Another
        #deployment.config:
        #  type: distributed
    "#]]
    .assert_eq(&after(FILE, &edits));
}

#[test]
fn lists_without_indentation_keep_theirs() {
    let before = "a:\n- name: x\n  v: 1\n- name: y\nb: 1";
    assert_eq!(
        after(before, &[text("a/[z]/v", "w"), text("c", "d")]),
        "a:\n- name: x\n  v: 1\n- name: y\n- name: z\n  v: w\nb: 1\nc: d\n"
    );
    assert_eq!(after("", &[text("a/[z]/v", "w")]), "a:\n  - name: z\n    v: w\n");
    assert_eq!(after("# only\n", &[text("a/b", "c")]), "# only\na:\n  b: c\n");
}

#[test]
fn items_are_told_apart_by_inner_keys_too() {
    let before = "users:\n -\n   user:\n     username: admin\n     password: x\n";
    let place =
        |name: &'static str| Place::from(["users"]).item(&["user", "username"], name).then("user").then("password");
    let edit = |name| Edit { at: place(name), want: Want::Value(Scalar::text("y")), why: Why::new("", "", "") };
    assert_eq!(
        after(before, &[edit("admin"), edit("boss")]),
        "users:\n -\n   user:\n     username: admin\n     password: \"y\"\n - user:\n     username: boss\n     password: \"y\"\n"
    );
    assert_eq!(edit("boss").to_string(), "Set /users[user/username='boss']/user/password to \"y\"");
}

#[test]
fn blocks_are_just_what_they_say() {
    let block = Block::Mapping(vec![
        ("type".into(), Block::Scalar(Scalar::text("ha"))),
        ("all".into(), Block::List(vec![Block::Scalar(Scalar::Integer(1)), Block::Mapping(vec![])])),
        ("deep".into(), Block::List(vec![Block::Mapping(vec![("a".into(), Block::List(vec![]))])])),
    ]);
    let edits = [edit("x/d", Want::Block(block))];
    let written = "x:\n  d:\n    type: ha\n    all:\n      - 1\n      - {}\n    deep:\n      - a: []\n  e: 1\n";
    assert_eq!(
        after("x:\n  d:  # old\n    p: 1\n    # remark\n    q: 2 # last\n  e: 1\n", &edits),
        written.replace("a: []", "a: [] # last")
    );
    assert_eq!(
        after("x:\n  e: 1\n", &edits),
        "x:\n  e: 1\n  d:\n    type: ha\n    all:\n      - 1\n      - {}\n    deep:\n      - a: []\n"
    );
    assert_eq!(after(written, &edits), written);
    let swapped = "x: {d: {all: [1, {}], type: 'ha', deep: [{a: []}]}}\n";
    assert_eq!(after(swapped, &edits), swapped);
    let item = Block::Mapping(vec![
        ("name".into(), Block::Scalar(Scalar::text("q"))),
        ("v".into(), Block::Scalar(Scalar::Integer(2))),
    ]);
    assert_eq!(
        after("x:\n- name: q\n  w: 1\n- name: r\n", &[edit("x/[q]", Want::Block(item))]),
        "x:\n- name: q\n  v: 2\n- name: r\n"
    );
}

#[test]
fn what_is_not_wanted_goes_with_its_lines() {
    assert_eq!(after(FILE, &[absent("cluster.config/groupId")]), FILE.replace("  groupId:  sp\n", ""));
    assert_eq!(after("a:\n- name: x\n  v: 1\n  w: 2\n", &[absent("a/[x]/v")]), "a:\n- name: x\n  w: 2\n");
    assert_eq!(after("a:\n- v: 1\n  name: x\n", &[absent("a/[x]/v")]), "a:\n- name: x\n");
    assert_eq!(
        after("a:\n  -\n    name: x\n    v: 1\n\n  # y\n  - name: y\n", &[absent("a/[x]")]),
        "a:\n\n  # y\n  - name: y\n"
    );
    assert_eq!(
        after("a:\n  - name: x\n  # y\n  - name: y # z\nb: 1\n", &[absent("a/[y]")]),
        "a:\n  - name: x\n  # y\nb: 1\n"
    );
    assert_eq!(finding(FILE, &absent("cluster.config/none/deep")), Finding::Holds);
    assert_eq!(finding("a: 1\n", &absent("a/b")), Finding::Holds);
}

#[test]
fn what_is_written_in_a_form_of_its_own_is_left_alone() {
    let file = "a: &X\n  b: 1\nc: *X\nd: {e: 1}\nf: !!binary eA==\ng: one\n  two\nh: |\n  text\ni: [1]\nj: 1\nj: 2\nk:\n- name: z\n- name: z\nm:\n  n: |\n    text\n";
    for (at, words) in [
        ("a/b", "/a is repeated elsewhere by an anchor"),
        ("a/new", "/a is repeated elsewhere by an anchor"),
        ("c", "/c is an alias"),
        ("c/b", "/c is an alias"),
        ("d/e", "/d is written in braces or brackets"),
        ("d/new", "/d is written in braces or brackets"),
        ("f", "/f is marked with a tag"),
        ("g", "/g is a text over several lines, or written in a way of its own"),
        ("h", "/h is a text over several lines, or written in a way of its own"),
        ("i", "/i is written in braces or brackets"),
        ("j", "/j stands in the file 2 times"),
        ("k/[z]/v", "/k[name='z'] stands in the file 2 times"),
        ("k", "/k is a list"),
        ("m", "/m is a mapping"),
        ("m/o", "what it would stand behind is a text over several lines"),
        ("h/x", "/h is a single value"),
        ("k/x", "/k is a list"),
        ("m/[x]/y", "/m is a mapping"),
    ] {
        assert_eq!(trouble(file, &text(at, "new")), words, "{at}");
    }
    assert_eq!(finding(file, &number("a/b", 1)), Finding::Holds);
    assert_eq!(finding(file, &number("d/e", 1)), Finding::Holds);
    assert_eq!(trouble(file, &absent("c/b")), "/c is an alias");
    assert_eq!(trouble("a:\n  b: 1\n", &absent("a/b")), "/a/b is all that there is in its mapping");
}

#[test]
fn a_value_is_what_a_reader_takes_it_for() {
    let holds = |written: &str, want: Scalar| {
        finding(&format!("a: {written}\n"), &edit("a", Want::Value(want))) == Finding::Holds
    };
    assert!(
        holds("yes", Scalar::Bool(true)) && holds("True", Scalar::Bool(true)) && !holds("'true'", Scalar::Bool(true))
    );
    assert!(holds("7", Scalar::Integer(7)) && !holds("'7'", Scalar::Integer(7)) && holds("'7'", Scalar::text("7")));
    assert!(
        !holds("7", Scalar::text("7"))
            && !holds("no", Scalar::text("no"))
            && holds("SELECT 1", Scalar::text("SELECT 1"))
    );
}

#[test]
fn secrets_are_masked() {
    let edit = Edit { want: Want::Value(Scalar::Text(Value::secret("new"))), ..text("a", "") };
    assert_eq!(edit.to_string(), "Set /a to ••••••");
    assert_eq!(finding("a: old\n", &edit), Finding::Differs { found: "••••••".into(), span: 3..6 });
    let block = Block::Mapping(vec![("p".into(), Block::Scalar(Scalar::Text(Value::secret("new"))))]);
    let edit = Edit { want: Want::Block(block), ..edit };
    assert_eq!(edit.to_string(), "At /a have just {p: ••••••}");
    assert!(edit.want.is_secret());
}

#[test]
fn a_fragment_is_a_document_of_its_own() {
    let because = |edit: Edit, reason: &'static str| Edit { why: Why::new(reason, "", ""), ..edit };
    let edits = [
        because(text("a.b/c", "1"), "First."),
        because(text("list/[x]/v", "w"), "Second\nline."),
        because(number("a.b/d", 1), "First."),
        because(absent("a.b/gone"), "Never."),
        because(text("list/[x]/u", "t"), ""),
        because(text("a.b/c", "2"), "Too late."),
    ];
    expect![[r#"
        a.b:
          # First.
          c: "1"
          d: 1
        list:
          - name: x
            # Second
            # line.
            v: w
            u: t
    "#]]
    .assert_eq(&fragment(&edits));
}
