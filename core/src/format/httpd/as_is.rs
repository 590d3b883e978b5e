/// A file for the handler `send-as-is`: a whole answer, status and headers included. Source: `mod_asis`.
///
/// All of it is known when the program is written but the numbers among the headers and the body, which nothing ends.
pub fn as_is(status: &'static str, headers: &[(&'static str, String)], body: &str) -> String {
    let mut text = format!("Status: {status}\n");
    for (name, value) in headers {
        let value: String = value.chars().filter(|char| !char.is_control()).collect();
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push('\n');
    text.push_str(body);
    text
}

#[cfg(test)]
mod tests {
    use super::as_is;

    #[test]
    fn a_header_stays_on_its_line() {
        let text = as_is("503 Service Unavailable", &[("Retry-After", "10\r\nX: y\n\n".to_owned())], "{}\n");
        assert_eq!(text, "Status: 503 Service Unavailable\nRetry-After: 10X: y\n\n{}\n");
    }
}
