use super::Invalid;

/// The name of a Java class with its package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassName(String);

super::text_leaf!(ClassName, ClassName::parse, "^[A-Za-z_$][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*)*$");

impl ClassName {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let begins = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'$');
        let good = text.len() <= 200
            && text.split('.').all(|part| {
                part.bytes().next().is_some_and(begins)
                    && part.bytes().all(|byte| begins(byte) || byte.is_ascii_digit())
            });
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(text, "a Java class", "write it with its package, such as org.example.Scheme"))
        }
    }
}
