//! Small files, made by the tests that read them.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Lines as a mail has them.
pub(crate) fn lines(lines: &[&str]) -> String {
    lines.join("\r\n") + "\r\n"
}

/// A PDF with a page for each list of lines.
pub(crate) fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    for lines in pages {
        let shown = lines.iter().map(|line| format!("({}) Tj T*", line.replace(['(', ')'], "").replace('$', "\\$")));
        pdf.page(&format!("BT /F1 12 Tf 14 TL 72 700 Td {} ET", shown.collect::<Vec<_>>().join("\n")));
    }
    pdf.bytes()
}

/// A PDF of one page that draws this.
pub(crate) fn with_content(content: &str) -> Vec<u8> {
    let mut pdf = Pdf::new();
    pdf.page(content);
    pdf.bytes()
}

/// A PDF that is small, and whose page is `bytes` long once it is unpacked (twice).
pub(crate) fn bomb(bytes: usize) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let content = packed(&packed_blanks(bytes));
    pdf.page_of("/Filter [/FlateDecode /FlateDecode]", &content);
    pdf.bytes()
}

/// A PDF that draws a form that draws the next one twice, and so on: longer than any patience,
/// in little memory.
pub(crate) fn endless() -> Vec<u8> {
    const DEEP: usize = 60;
    let mut pdf = Pdf::new();
    let first = pdf.objects.len() + 1;
    for nth in 0..DEEP {
        let (content, next) = if nth + 1 == DEEP {
            (String::new(), String::new())
        } else {
            ("/X Do /X Do".into(), format!("/Resources << /XObject << /X {} 0 R >> >>", first + nth + 1))
        };
        pdf.stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {next}"), content.as_bytes());
    }
    pdf.forms = format!("/XObject << /X {first} 0 R >>");
    pdf.page("/X Do");
    pdf.bytes()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}

fn packed_blanks(bytes: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    let chunk = vec![b' '; 1 << 16];
    for _ in 0..bytes.div_ceil(chunk.len()) {
        packer.write_all(&chunk).expect("memory");
    }
    packer.finish().expect("memory")
}

/// A PDF in the making: objects 1 and 2 are the catalogue and the pages, 3 is the font.
pub(crate) struct Pdf {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
    forms: String,
    locked: bool,
}

impl Pdf {
    pub(crate) fn new() -> Self {
        let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec();
        Self { objects: vec![Vec::new(), Vec::new(), font], pages: Vec::new(), forms: String::new(), locked: false }
    }

    /// A page that draws this.
    pub(crate) fn page(&mut self, content: &str) {
        self.page_of("", content.as_bytes());
    }

    /// With a password that nobody knows.
    pub(crate) fn locked(mut self) -> Self {
        self.locked = true;
        self
    }

    fn page_of(&mut self, about: &str, content: &[u8]) {
        let content = self.stream(about, content);
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
             /Resources << /Font << /F1 3 0 R >> {} >> >>",
            self.forms
        );
        self.objects.push(page.into_bytes());
        self.pages.push(self.objects.len());
    }

    fn stream(&mut self, about: &str, content: &[u8]) -> usize {
        let mut object = format!("<< {about} /Length {} >>\nstream\n", content.len()).into_bytes();
        object.extend_from_slice(content);
        object.extend_from_slice(b"\nendstream");
        self.objects.push(object);
        self.objects.len()
    }

    /// The file.
    pub(crate) fn bytes(mut self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        if self.locked {
            let key = "00".repeat(32);
            let lock = format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{key}> /U <{key}> >>");
            self.objects.push(lock.into_bytes());
        }
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>".to_vec();
        self.objects[1] = format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()).into_bytes();
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (nth, object) in self.objects.iter().enumerate() {
            places.push(file.len());
            file.extend_from_slice(format!("{} 0 obj\n", nth + 1).as_bytes());
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
        for place in &places {
            writeln!(end, "{place:010} 00000 n ").expect("memory");
        }
        let lock = if self.locked { format!("/Encrypt {} 0 R /ID [<01> <01>]", places.len()) } else { String::new() };
        write!(end, "trailer\n<< /Size {} /Root 1 0 R {lock} >>\nstartxref\n{start}\n%%EOF\n", places.len() + 1)
            .expect("memory");
        file.extend_from_slice(end.as_bytes());
        file
    }
}
