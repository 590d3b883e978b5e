use super::Gather;
use crate::edit::yaml::Place;
use crate::edit::{Value, Why};
use crate::plan::Plan;
use crate::value::Secret;

const STOCK: &str = "EI 6.5.0, conf/worker/deployment.yaml";

/// The administrator, where the design has one. This product keeps its users in its own configuration, the password in Base64.
pub(super) fn state(plan: &Plan, gather: &mut Gather) {
    let Some(admin) = &plan.access.admin else { return };
    let at = Place::from(["auth.configs"]);
    let manager = at.then("userManager");
    let why = |reason| Why::new(reason, "access.admin-user", STOCK);
    gather.text(at.then("type"), "local", why("users stand in this file"));
    gather.text(manager.then("adminRole"), "admin", why("who may do everything has this role"));
    let users = manager.then("userStore").then("users");
    let name = admin.user.to_string();
    let user = users.item(&["user", "username"], name.clone()).then("user");
    let why_password = Why::new(
        "in Base64, which hides it from nobody",
        "access.admin-password",
        "carbon-analytics-common, local user store",
    );
    match &admin.password {
        Secret::Vault(_) => gather.secret(plan, user.then("password"), &admin.password, why_password),
        secret => {
            let value = plan.secrets.value(secret);
            // A mark stays readable for whoever replaces it.
            let value = if value.is_secret() { Value::secret(base64(value.text().as_bytes())) } else { value };
            gather.text(user.then("password"), value, why_password);
        }
    }
    gather.number(user.then("roles"), 1, why("the role's id"));
    let role = manager.then("userStore").then("roles").item(&["role", "displayName"], "admin").then("role");
    gather.number(role.then("id"), 1, why("the role's id"));
    if name != "admin" {
        let why = why("everyone knows this user's password");
        gather.absent(users.item(&["user", "username"], "admin"), why);
    }
}

/// Base64 of RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * place)) as usize & 63).copied().unwrap_or(b'=');
            out.push(char::from(if place <= chunk.len() { digit } else { b'=' }));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        let all: Vec<String> =
            ["", "f", "fo", "foo", "foob", "fooba", "foobar", "admin"].map(|it| base64(it.as_bytes())).into();
        assert_eq!(all, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy", "YWRtaW4="]);
    }
}
