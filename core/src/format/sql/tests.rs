use super::*;
use proptest::prelude::*;

#[test]
fn every_vendor_quotes_in_its_own_way() {
    let hostile = r#"a'b"c`d]e\f"#;
    let shown = |dialect: &dyn Dialect| format!("{} {}", dialect.name(hostile).0, dialect.text(hostile).0);
    assert_eq!(shown(&Mysql), r#"`a'b"c``d]e\f` 'a''b"c`d]e\\f'"#);
    assert_eq!(shown(&Postgresql), r#""a'b""c`d]e\f" E'a''b"c`d]e\\f'"#);
    assert_eq!(shown(&Oracle), r#""A'B""C`D]E\F" 'a''b"c`d]e\f'"#);
    assert_eq!(shown(&Mssql), r#"[a'b"c`d]]e\f] N'a''b"c`d]e\f'"#);
}

#[test]
fn a_database_of_a_grant_is_no_pattern() {
    assert_eq!(Mysql.scope("wso2_user_db").0, r"`wso2\_user\_db`.*");
}

#[test]
fn sqlcmd_finds_no_variable_in_a_nested_statement() {
    let statement = Sql::new("CREATE LOGIN {} WITH PASSWORD = {}", &[&Mssql.name("u"), &Mssql.text("a$(b)'c")]);
    assert_eq!(Mssql.nested(&statement).0, "N'CREATE LOGIN [u] WITH PASSWORD = N''a' + N'$' + N'(' + N'b)''''c'''");
}

#[test]
fn oracle_refuses_a_password_that_it_could_not_hold() {
    assert!(Oracle.password("a\"b").is_none());
    assert_eq!(Oracle.password("a'b&c").unwrap().0, "\"a'b&c\"");
}

#[test]
fn a_comment_stays_a_comment() {
    let mut script = Script::default();
    script.comment("a\nDROP TABLE x;\r-");
    assert_eq!(script.finish(), "-- a DROP TABLE x\n");
}

#[test]
fn a_statement_is_not_shown() {
    assert_eq!(format!("{:?}", Mysql.text("hunter2")), "Sql(9 bytes)");
}

/// What a server reads from a literal whose quotes are doubled; none where the literal ends early.
fn read(literal: &str, open: &str, escapes: bool) -> Option<String> {
    let inside = literal.strip_prefix(open)?.strip_suffix('\'')?;
    let (mut text, mut chars) = (String::new(), inside.chars());
    while let Some(char) = chars.next() {
        match char {
            '\'' if chars.next() == Some('\'') => text.push('\''),
            '\'' => return None,
            '\\' if escapes => text.push(chars.next()?),
            plain => text.push(plain),
        }
    }
    Some(text)
}

proptest! {
    #[test]
    fn a_text_comes_back(text in "[^\0]{0,40}") {
        prop_assert_eq!(read(&Mysql.text(&text).0, "'", true), Some(text.clone()));
        prop_assert_eq!(read(&Oracle.text(&text).0, "'", false), Some(text.clone()));
        prop_assert_eq!(read(&Mssql.text(&text).0, "N'", false), Some(text.clone()));
        let (open, escapes) = if text.contains('\\') { ("E'", true) } else { ("'", false) };
        prop_assert_eq!(read(&Postgresql.text(&text).0, open, escapes), Some(text.clone()));
    }

    #[test]
    fn a_nested_statement_has_no_variable(text in "[a$()']{0,20}") {
        prop_assert!(!Mssql.nested(&Mssql.text(&text)).0.contains("$("));
    }
}
