//! Which platform a page belongs to.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use clauselight_atlas::Atlas;
use proptest::prelude::*;

/// Each line of the table: host, path, id or `-`.
#[test]
fn the_table_of_pages() {
    let atlas = Atlas::bundled().unwrap();
    let mut wrong = Vec::new();
    for line in include_str!("lookup.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let [host, path, expected] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("not three words: {line}");
        };
        let found = atlas
            .lookup_card(host, path)
            .map_or("-", |card| card.id.as_str());
        if found != expected {
            wrong.push(format!("{line}: found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every domain of every record leads to it, as does a page below and a subdomain.
#[test]
fn every_domain_leads_home() {
    let atlas = Atlas::bundled().unwrap();
    for card in atlas.cards() {
        let platform = atlas.platform(&card.id).unwrap();
        for domain in &platform.domains {
            for host in [domain.host().to_owned(), format!("WWW.{}.", domain.host())] {
                let path = format!("/{}", domain.path());
                let found = atlas.lookup_card(&host, &path).map(|card| card.id.as_str());
                assert_eq!(found, Some(card.id.as_str()), "{host}{path}");
            }
        }
    }
}

/// No domain of a record is a registry's (`co.uk`). A private one (`wordpress.com`, with a site
/// of somebody's on each subdomain) is still one platform.
#[test]
fn no_domain_is_a_public_suffix() {
    let atlas = Atlas::bundled().unwrap();
    for card in atlas.cards() {
        for domain in atlas.platform(&card.id).unwrap().domains {
            let suffix = psl::suffix(domain.host().as_bytes()).unwrap();
            let registry = suffix.typ() != Some(psl::Type::Private);
            let whole = suffix.as_bytes() == domain.host().as_bytes();
            assert!(
                suffix.is_known() && !(registry && whole),
                "{domain} of {}",
                card.id
            );
        }
    }
}

proptest! {
    #[test]
    fn any_host_and_path_are_safe(host in any::<String>(), path in any::<String>()) {
        let _ = Atlas::bundled().unwrap().lookup(&host, &path);
    }

    /// Glueing anything but a subdomain onto a known host leaves the platform.
    #[test]
    fn look_alikes_are_strangers(glue in "[a-z0-9-]{1,20}") {
        let atlas = Atlas::bundled().unwrap();
        for host in [format!("{glue}openai.com"), format!("openai.com.{glue}.net")] {
            prop_assert!(atlas.lookup_card(&host, "/").is_none(), "{}", host);
        }
    }
}
