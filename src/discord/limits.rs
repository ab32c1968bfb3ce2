//! Discord's limits on what a bot may send, each with the page that states it.
//!
//! Owns the numbers and how a text is counted. Must not know what is sent.
//! `DOCS` in the comments stands for `https://docs.discord.com/developers`.

/// Characters of an embed's title. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const EMBED_TITLE: usize = 256;
/// Characters of an embed's description. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const EMBED_DESCRIPTION: usize = 4096;
/// Fields of an embed. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const EMBED_FIELDS: usize = 25;
/// Characters of a field's name. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const FIELD_NAME: usize = 256;
/// Characters of a field's value. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const FIELD_VALUE: usize = 1024;
/// Characters of an embed's footer. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const EMBED_FOOTER: usize = 2048;
/// Characters of all embeds of a message together. `DOCS/resources/message#embed-object-embed-limits`
pub(super) const EMBEDS_TOGETHER: usize = 6000;
/// Embeds of a message. `DOCS/resources/message#create-message`
pub(super) const EMBEDS: usize = 10;
/// Files of a card: one in the answer, one in each further answer, of which an app that
/// only the user installed may give 5.
/// `DOCS/interactions/receiving-and-responding#create-followup-message`
pub(super) const FILES: usize = 6;
/// Bytes of all files of a message, where nobody boosted. `DOCS/reference#uploading-files`
pub(super) const FILE_BYTES: usize = 10 * 1024 * 1024;
/// Characters of a file's description. `DOCS/resources/message#attachment-object`
pub(super) const FILE_DESCRIPTION: usize = 1024;
/// Characters of a message's nonce. `DOCS/resources/message#create-message`
#[cfg(test)]
pub(super) const NONCE: usize = 25;

/// Rows of controls of a message. `DOCS/components/reference#action-row`
pub(super) const ROWS: usize = 5;
/// Buttons of a row. `DOCS/components/reference#action-row`
pub(super) const BUTTONS: usize = 5;
/// Characters of a button's label. `DOCS/components/reference#button-button-structure`
pub(super) const BUTTON_LABEL: usize = 80;
/// Characters of a `custom_id`. `DOCS/components/reference#anatomy-of-a-component`
pub(super) const CUSTOM_ID: usize = 100;
/// Options of a select. `DOCS/components/reference#string-select-string-select-structure`
pub(super) const OPTIONS: usize = 25;
/// Characters of an option's label, value or description.
/// `DOCS/components/reference#string-select-select-option-structure`
pub(super) const OPTION_TEXT: usize = 100;
/// Characters of a select's placeholder. `DOCS/components/reference#string-select-string-select-structure`
pub(super) const PLACEHOLDER: usize = 150;

/// Characters of a modal's title. `DOCS/interactions/receiving-and-responding#modal`
pub(super) const MODAL_TITLE: usize = 45;
/// Inputs of a modal. `DOCS/interactions/receiving-and-responding#modal`
pub(super) const MODAL_INPUTS: usize = 5;
/// Characters of an input's label. `DOCS/components/reference#text-input-text-input-structure`
pub(super) const INPUT_LABEL: usize = 45;
/// Characters of an input's placeholder. `DOCS/components/reference#text-input-text-input-structure`
pub(super) const INPUT_PLACEHOLDER: usize = 100;
/// Characters of an input's text. `DOCS/components/reference#text-input-text-input-structure`
pub(super) const INPUT_TEXT: usize = 4000;

/// Suggestions for an option being typed.
/// `DOCS/interactions/receiving-and-responding#autocomplete`
pub(super) const SUGGESTIONS: usize = 25;
/// Characters of a suggestion's name or value.
/// `DOCS/interactions/application-commands#application-command-object-application-command-option-choice-structure`
pub(super) const SUGGESTION_TEXT: usize = 100;

/// Messages that one request for a channel's history gives. `DOCS/resources/message#get-channel-messages`
pub(super) const HISTORY: u8 = 100;

/// The length of a text as Discord's strictest counter sees it: in UTF-16 units, never
/// fewer than characters.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A label within `most`: whole where it fits, else its beginning with a visible ellipsis.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for character in text.chars() {
        used += character.len_utf16();
        if used > most {
            break;
        }
        kept.push(character);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_labels_stay_and_long_ones_say_that_they_go_on() {
        assert_eq!(shorten("Save", 4), "Save");
        assert_eq!(shorten("Save as", 6), "Save…");
        assert_eq!(shorten("🦀🦀🦀", 5), "🦀🦀…");
        assert_eq!(length("🦀"), 2);
    }
}
