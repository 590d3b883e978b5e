use super::Server;
use crate::format::shell::Script;

/// What a vendor's client is called with.
pub(super) struct Client {
    /// How it is called, for the help text: the options that a person adds.
    pub(super) example: &'static str,
    /// Its name.
    pub(super) program: &'static str,
    /// Where the server is, in the variables that the client reads; its options go before them.
    pub(super) environment: Vec<(&'static str, String)>,
    /// The functions `count DATABASE [OPTION]...` (prints how many tables there are) and `load DATABASE SCRIPT
    /// [OPTION]...`; they read `home` and `client`.
    pub(super) functions: &'static str,
}

/// The script that fills every database that has no tables yet. Running a product's script a second time is not
/// harmless: PostgreSQL's begins every table with DROP TABLE.
pub(super) fn script(server: &Server<'_>, client: &Client) -> String {
    let title = server.title();
    let mut script = Script::new(&[
        &title,
        "Runs the product's own scripts against databases that have no tables yet. Step 2 of 3.",
        "",
        "  ./02-load.sh PRODUCT_HOME [OPTION]...",
        "",
        "PRODUCT_HOME is an unpacked product of just this release. Further options go to the client, such as",
        client.example,
        "It connects as an administrator.",
    ]);
    script.gap();
    script.code(ARGUMENTS);
    script.line("client={}", &[client.program]);
    for (variable, value) in &client.environment {
        script.export(variable, value);
    }
    script.gap();
    script.code(client.functions);
    script.gap();
    script.code(FUNCTIONS);
    script.gap();
    script.comment("Every script must be there before any is run.");
    let mut needed: Vec<&str> = Vec::new();
    for name in server.stores.iter().flat_map(|store| &store.scripts) {
        if !needed.contains(name) {
            needed.push(name);
            script.line("need {}", &[name]);
        }
    }
    for store in &server.stores {
        script.gap();
        script.comment(&store.content);
        if store.scripts.is_empty() {
            script.comment(&format!("{}: the product makes its tables as it runs.", store.name));
            continue;
        }
        script.line("if fresh {} \"$@\"; then", &[store.name]);
        for name in &store.scripts {
            script.line("    load {} {} \"$@\"", &[store.name, name]);
        }
        script.line("    filled {} \"$@\"", &[store.name]);
        script.code("fi");
    }
    script.finish()
}

const ARGUMENTS: &str = r#"
if [ $# -lt 1 ] || [ ! -d "$1" ]; then
    printf 'usage: %s PRODUCT_HOME [OPTION]...\n' "$0" >&2
    exit 64
fi
home=$(CDPATH='' cd -- "$1" && pwd)
shift
"#;

const FUNCTIONS: &str = r#"
need() {
    [ -r "$home/$1" ] && return
    printf '%s has no %s: is it the right release?\n' "$home" "$1" >&2
    exit 66
}

# Whether a database has no tables. One that has is left alone: its scripts may begin with DROP TABLE.
fresh() {
    tables=$(count "$@") || exit 1
    [ "$tables" -eq 0 ] && return
    printf '%s: left alone, it has %s tables already\n' "$1" "$tables"
    return 1
}

filled() {
    tables=$(count "$@") || exit 1
    printf '%s: %s tables\n' "$1" "$tables"
    [ "$tables" -gt 0 ]
}
"#;
