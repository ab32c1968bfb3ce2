//! Plain text, in the encodings that mail programs and editors write.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::document::extract::Unread;

/// UTF-8, UTF-16 with its mark, else what Windows writes in the West.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unread> {
    let marked = Encoding::for_bom(bytes);
    if marked.is_none() && bytes.contains(&0) {
        return Err(Unread::Broken);
    }
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    Ok(encoding.decode(bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_encodings_are_told_apart() {
        let said = "Base – €185,000";
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(said.encode_utf16()).flat_map(bytes).collect()
        };
        for bytes in [
            said.as_bytes().to_vec(),
            format!("\u{feff}{said}").into_bytes(),
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
            b"Base \x96 \x80185,000".to_vec(),
        ] {
            assert_eq!(read(&bytes).as_deref(), Ok(said), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_taken_for_one() {
        assert_eq!(read(b"PK\x03\x04\x00\x00base 185k"), Err(Unread::Broken));
    }
}
