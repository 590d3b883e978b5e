use crate::failure::plain;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use wso2_design_core::bundle;
use wso2_design_core::plan::Plan;
use wso2_design_core::value::{Secret, SecretValues};

/// The longest secret, in bytes.
const LONGEST: u64 = 8 * 1024;

/// The references that files name and that can be looked up. Which a plan knows and no file needs are not asked for.
pub(crate) fn wanted<'p>(plan: &'p Plan, files: &[bundle::File]) -> Vec<&'p Secret> {
    let in_files = |reference: &&Secret| match reference {
        Secret::Env(_) | Secret::File(_) => {
            let mark = format!("@{reference}@");
            // A format may spell a mark with such characters in another way.
            let spelled = mark.contains(['&', '<', '>', '"', '\'', '\\']) || !mark.is_ascii();
            spelled || files.iter().any(|file| contains(&file.bytes, mark.as_bytes()))
        }
        Secret::Vault(_) | Secret::Plain(_) => false,
    };
    plan.secret_references().into_iter().filter(in_files).collect()
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    std::str::from_utf8(mark).is_ok_and(|mark| match std::str::from_utf8(bytes) {
        Ok(text) => text.contains(mark),
        Err(_) => bytes.windows(mark.len()).any(|window| window == mark.as_bytes()),
    })
}

/// Looks references up: variables in the environment, files from the folder of the design on. All that is missing is
/// told at once, as sentences that never hold a secret.
pub(crate) fn look_up(wanted: &[&Secret], folder: &Path) -> Result<SecretValues, Vec<String>> {
    let mut values = SecretValues::default();
    let mut missing = Vec::new();
    for reference in wanted {
        let found = match reference {
            Secret::Env(name) => variable(name),
            Secret::File(path) => first_line(&folder.join(path)),
            Secret::Vault(_) | Secret::Plain(_) => continue,
        };
        match found.and_then(usable) {
            Ok(value) => values.insert((*reference).clone(), value),
            Err(why) => missing.push(format!("secret `{reference}`: {why}")),
        }
    }
    if missing.is_empty() { Ok(values) } else { Err(missing) }
}

fn variable(name: &str) -> Result<String, String> {
    match std::env::var(name) {
        Ok(value) => Ok(value),
        Err(std::env::VarError::NotPresent) => Err("there is no such variable in the environment".to_owned()),
        Err(std::env::VarError::NotUnicode(_)) => Err("it is not UTF-8 text".to_owned()),
    }
}

fn first_line(path: &Path) -> Result<String, String> {
    let file = File::open(path).map_err(|error| plain(&error).to_string())?;
    let mut line = String::new();
    BufReader::new(file.take(LONGEST + 1)).read_line(&mut line).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        _ => plain(&error).to_string(),
    })?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

/// No format that products read has a place for control characters in a password.
fn usable(value: String) -> Result<String, String> {
    if value.is_empty() {
        Err("it is empty".to_owned())
    } else if value.len() as u64 > LONGEST {
        Err(format!("it is longer than {LONGEST} bytes"))
    } else if value.chars().any(char::is_control) {
        Err("it has a control character or a line end".to_owned())
    } else {
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked_up(written: &[&str], folder: &Path) -> Result<SecretValues, Vec<String>> {
        let secrets: Vec<Secret> = written.iter().map(|text| text.parse().unwrap()).collect();
        look_up(&secrets.iter().collect::<Vec<_>>(), folder)
    }

    #[test]
    fn the_first_line_of_a_file_beside_the_design_is_the_secret() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("db"), "pa$$ word\r\nnot this\n").unwrap();
        let values = looked_up(&["file:db"], folder.path()).unwrap();
        assert_eq!(values.value(&"file:db".parse().unwrap()).text(), "pa$$ word");
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("empty"), "\n").unwrap();
        std::fs::write(folder.path().join("bell"), "a\u{7}b").unwrap();
        std::fs::write(folder.path().join("long"), "x".repeat(9000)).unwrap();
        let written = ["file:none", "file:empty", "file:bell", "file:long", "env:SURELY_NOT_SET_ANYWHERE", "vault:a"];
        let missing = looked_up(&written, folder.path()).unwrap_err();
        assert_eq!(missing.len(), 5, "{missing:?}");
        assert!(missing[0].contains("file:none") && missing[2].contains("control"), "{missing:?}");
        assert!(!missing.join("").contains('\u{7}'));
    }
}
