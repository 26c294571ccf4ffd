//! An address that may be opened: absolute, and `https:` or `mailto:`. Nothing else can be held.

use std::fmt;

/// An absolute `https:` or `mailto:` address of printable ASCII. `https:` addresses have a host
/// and no user name (`https://bank.example@evil.example` is refused); `mailto:` addresses have a
/// recipient.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// The longest address taken, in bytes.
    const LONGEST: usize = 4096;

    /// Takes an address as it stands; `None` unless it is one that may be opened.
    pub fn parse(address: &str) -> Option<Self> {
        if address.len() > Self::LONGEST || !address.bytes().all(is_url_byte) {
            return None;
        }
        let (scheme, rest) = address.split_once(':')?;
        let fits = if scheme.eq_ignore_ascii_case("https") {
            is_authority(rest.strip_prefix("//")?.split(['/', '?', '#']).next()?)
        } else {
            scheme.eq_ignore_ascii_case("mailto")
                && is_recipient(rest.split(['?', '#']).next().unwrap_or_default())
        };
        fits.then(|| Self(address.to_owned()))
    }

    /// Resolves an address as written in a page (`/settings`, `mailto:…`) against the page's own,
    /// by the browser's rules; `None` unless the result may be opened. In a browser only.
    pub fn resolve(href: &str, base: &str) -> Option<Self> {
        let url = web_sys::Url::new_with_base(href.trim(), base).ok()?;
        Self::parse(&url.href())
    }

    /// A letter to `address`, with subject and body filled in. In a browser only.
    pub fn mail(address: &str, subject: Option<&str>, body: Option<&str>) -> Option<Self> {
        let mut mail = ["mailto:", address].concat();
        let parts = [("subject=", subject), ("body=", body)];
        let parts = parts
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        for (at, (name, value)) in parts.enumerate() {
            mail.push(if at == 0 { '?' } else { '&' });
            mail.push_str(name);
            mail.push_str(&String::from(js_sys::encode_uri_component(value)));
        }
        Self::parse(&mail)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it opens a letter rather than a page.
    pub fn is_mail(&self) -> bool {
        self.0
            .as_bytes()
            .first()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&b'm'))
    }

    /// What people are shown of it: the host, or the recipient.
    pub fn label(&self) -> &str {
        let rest = self.0.split_once(':').map_or("", |(_, rest)| rest);
        let rest = rest.trim_start_matches('/');
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Printable ASCII that a serialised URL may hold.
fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`')
}

/// `host` or `host:port`: no user name, no empty label.
fn is_authority(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let host = host.strip_suffix('.').unwrap_or(host);
    !port.is_empty()
        && port.len() <= 5
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        })
}

/// `local@host`.
fn is_recipient(recipient: &str) -> bool {
    recipient.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && local
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b".!#$&'*+-/=?_{|}~%".contains(&byte))
            && is_authority(host)
            && !host.contains(':')
    })
}

#[cfg(test)]
mod tests {
    use super::SafeUrl;

    fn check(address: &str, label: Option<&str>) {
        assert_eq!(
            SafeUrl::parse(address).as_ref().map(SafeUrl::label),
            label,
            "{address}"
        );
    }

    #[test]
    fn takes_pages_and_letters() {
        check("https://example.com", Some("example.com"));
        check(
            "https://example.com:8443/a/b?c=d#e",
            Some("example.com:8443"),
        );
        check(
            "HTTPS://xn--bcher-kva.example/settings",
            Some("xn--bcher-kva.example"),
        );
        check("mailto:privacy@example.com", Some("privacy@example.com"));
        check(
            "mailto:privacy@example.com?subject=Opt%20out",
            Some("privacy@example.com"),
        );
    }

    #[test]
    fn refuses_everything_else() {
        for address in [
            "",
            "https",
            "https:",
            "https://",
            "https:/example.com",
            "https:///example.com",
            "http://example.com",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "blob:https://example.com/1",
            "chrome://settings",
            "about:blank",
            "ftp://example.com",
            "//example.com",
            "/settings",
            "settings",
            "https://user@example.com",
            "https://bank.example@evil.example/",
            "https://user:pw@example.com",
            "https://exa mple.com",
            "https://example.com:",
            "https://example.com:99999999",
            "https://example..com",
            "https://example.com\\@evil.example",
            "https://example.com/\n",
            "\u{1}https://example.com",
            " https://example.com",
            "https://exämple.com",
            "java\tscript:alert(1)",
            "mailto:",
            "mailto:nobody",
            "mailto:@example.com",
            "mailto:a@",
            "mailto:a b@example.com",
            "mailto:?to=a@example.com",
        ] {
            check(address, None);
        }
        check(&["https://example.com/", &"a".repeat(5000)].concat(), None);
    }
}
