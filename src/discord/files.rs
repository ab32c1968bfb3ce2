//! Fetches a file that somebody sent, and has it read.
//!
//! Owns where files may be fetched from: Discord's own hosts, or this machine where the Discord
//! is one of this machine. A file stays in memory, and is neither kept nor logged.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Url};

use super::letters::Attached;
use crate::config::is_loopback;
use crate::document::{DocumentReader, Extract, Format, LARGEST, Unread};

/// Where Discord keeps what people send.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
/// How long a file is waited for, connection and content together.
const TIMEOUT: Duration = Duration::from_secs(8);

/// Fetches and reads files.
#[derive(Debug)]
pub(super) struct Files {
    /// None where the system lets none be made.
    client: Option<Client>,
    /// Whether the Discord is one on this machine.
    on_loopback: bool,
    reader: DocumentReader,
}

impl Files {
    /// For Discord itself, or for one on this machine.
    pub(super) fn new(on_loopback: bool, reader: DocumentReader) -> Self {
        let client = Client::builder()
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .user_agent(concat!("counteroffer/", env!("CARGO_PKG_VERSION")));
        let client = if on_loopback { client.no_proxy() } else { client };
        let client = client.build().map_err(|error| tracing::error!(%error, "no file can be fetched")).ok();
        Self { client, on_loopback, reader }
    }

    /// The text of a file, or why there is none.
    pub(super) async fn text(&self, file: &Attached) -> Result<Extract, Unread> {
        let format = Format::of_name(&file.name).ok_or(Unread::Kind)?;
        if file.size > LARGEST as u64 {
            return Err(Unread::TooLarge);
        }
        let url = self.allowed(&file.url).ok_or(Unread::Elsewhere)?;
        let bytes = self.fetch(url).await?;
        self.reader.read(format, &bytes).await
    }

    /// The address, where it is one that files may be fetched from.
    fn allowed(&self, url: &str) -> Option<Url> {
        let url = Url::parse(url).ok()?;
        let plain = url.username().is_empty() && url.password().is_none();
        let known = if self.on_loopback {
            is_loopback(url.as_str())
        } else {
            let host = url.host_str().is_some_and(|host| HOSTS.contains(&host));
            url.scheme() == "https" && url.port().is_none() && host
        };
        (plain && known).then_some(url)
    }

    /// The content, given up on as soon as it is too large.
    async fn fetch(&self, url: Url) -> Result<Vec<u8>, Unread> {
        let unreachable = |error: reqwest::Error| {
            tracing::warn!(error = %error.without_url(), "a file could not be fetched");
            Unread::Unreachable
        };
        let client = self.client.as_ref().ok_or(Unread::NoReader)?;
        let mut response = client.get(url).send().await.map_err(unreachable)?;
        if !response.status().is_success() {
            tracing::warn!(status = response.status().as_u16(), "a file could not be fetched");
            return Err(Unread::Unreachable);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if bytes.len() + chunk.len() > LARGEST {
                return Err(Unread::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn allowed(on_loopback: bool, url: &str) -> bool {
        Files::new(on_loopback, DocumentReader::default()).allowed(url).is_some()
    }

    #[test]
    fn only_discords_own_hosts_are_asked() {
        for url in [
            "https://cdn.discordapp.com/ephemeral-attachments/1/2/offer.pdf?ex=1&is=2&hm=3",
            "https://media.discordapp.net/attachments/1/2/offer.pdf",
            "https://CDN.discordapp.com:443/attachments/1/2/offer.pdf",
        ] {
            assert!(allowed(false, url), "{url}");
            assert!(!allowed(true, url), "{url} on loopback");
        }
        for url in [
            "http://cdn.discordapp.com/attachments/1/2/offer.pdf",
            "https://cdn.discordapp.com:8443/offer.pdf",
            "https://cdn.discordapp.com.example.com/offer.pdf",
            "https://cdn.discordapp.com@example.com/offer.pdf",
            "https://example.com@cdn.discordapp.com/offer.pdf",
            "https://example.com/cdn.discordapp.com/offer.pdf",
            "https://discordapp.com/offer.pdf",
            "https://cdn.discordapp.com./offer.pdf",
            "https://169.254.169.254/latest",
            "ftp://cdn.discordapp.com/offer.pdf",
            "file:///etc/passwd",
            "cdn.discordapp.com/offer.pdf",
            "http://127.0.0.1:4010/offer.pdf",
            "",
        ] {
            assert!(!allowed(false, url), "{url}");
        }
    }

    #[test]
    fn a_discord_on_this_machine_has_its_files_there() {
        assert!(allowed(true, "http://127.0.0.1:4010/attachments/1/2/offer.pdf"));
        assert!(allowed(true, "http://[::1]:4010/offer.pdf"));
        for url in ["http://127.0.0.1.example.com/offer.pdf", "http://10.0.0.1/x.pdf", "file:///etc/passwd"] {
            assert!(!allowed(true, url), "{url}");
        }
    }

    #[tokio::test]
    async fn what_need_not_be_fetched_is_not() {
        let files = Files::new(false, DocumentReader::default());
        let file = |name: &str, size, url: &str| Attached { name: name.into(), size, url: url.into() };
        // Nobody answers here, and nobody is asked.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket");
        let here = format!("http://{}/offer.pdf", listener.local_addr().expect("an address"));
        let here = here.as_str();
        for (file, why) in [
            (file("offer.docx", 10, here), Unread::Kind),
            (file("offer.pdf", LARGEST as u64 + 1, here), Unread::TooLarge),
            (file("offer.pdf", 10, here), Unread::Elsewhere),
        ] {
            assert_eq!(files.text(&file).await, Err(why), "{file:?}");
        }
        let asked = listener.accept().map_err(|error| error.kind());
        assert!(matches!(asked, Err(std::io::ErrorKind::WouldBlock)), "{asked:?}");
        drop(listener);
        let files = Files::new(true, DocumentReader::default());
        assert_eq!(files.text(&file("offer.pdf", 10, here)).await, Err(Unread::Unreachable));
    }
}
