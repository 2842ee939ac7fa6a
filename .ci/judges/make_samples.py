#!/usr/bin/env python3
"""Builds known-good and deliberately broken DOCX/PDF files to prove the judges.
Uses only third-party writers (python-docx, reportlab, typst, LibreOffice, pikepdf)."""
import io, os, re, shutil, subprocess, sys, zipfile, unicodedata
from pathlib import Path
S = Path(__file__).resolve().parent / "samples"; S.mkdir(exist_ok=True)
from docx import Document
from docx.shared import Pt, Mm
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml import OxmlElement

def fld(par, instr):
    for t, txt in (("begin", None), (None, instr), ("separate", None), ("text", "2"), ("end", None)):
        r = par.add_run()
        if t == "text": r.text = txt
        elif t is None:
            e = OxmlElement("w:instrText"); e.set(qn("xml:space"), "preserve"); e.text = txt; r._r.append(e)
        else:
            e = OxmlElement("w:fldChar"); e.set(qn("w:fldCharType"), t); r._r.append(e)

def good_docx(path):
    d = Document()
    s = d.sections[0]
    s.page_width, s.page_height = Mm(210), Mm(297)
    s.top_margin = s.bottom_margin = Mm(20); s.left_margin, s.right_margin = Mm(30), Mm(15)
    st = d.styles["Normal"]; st.font.name = "Times New Roman"; st.font.size = Pt(14)
    st.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    lang = OxmlElement("w:lang"); lang.set(qn("w:val"), "vi-VN"); st.element.rPr.append(lang)
    d.core_properties.title = "Nghị quyết mẫu"; d.core_properties.language = "vi-VN"
    s.different_first_page_header_footer = True
    hp = s.header.paragraphs[0]; hp.alignment = WD_ALIGN_PARAGRAPH.CENTER; fld(hp, " PAGE ")
    t = d.add_table(rows=1, cols=2)
    l, r = t.rows[0].cells
    l.paragraphs[0].add_run("ĐẢNG BỘ XÃ THỬ NGHIỆM"); l.add_paragraph().add_run("CHI BỘ THÔN MỘT").bold = True
    r.paragraphs[0].add_run("ĐẢNG CỘNG SẢN VIỆT NAM").bold = True
    h = d.add_heading("NGHỊ QUYẾT", 1)
    d.add_paragraph("về nhiệm vụ phát triển đảng viên, nâng cao chất lượng sinh hoạt chi bộ")
    for i in range(12):
        d.add_paragraph("Chi bộ thống nhất: giữ vững kỷ luật, ưỡn ngực tiến bước, thuỷ lợi, hoà giải, quyết tâm vượt khó khăn; "
                        "Số 05-NQ/CB, ngày 01 tháng 02 năm 2026. " * 3)
    tb = d.add_table(rows=1, cols=3); tb.style = "Table Grid"
    for c, x in zip(tb.rows[0].cells, ("STT", "Họ và tên", "Xếp loại")): c.text = x
    trPr = tb.rows[0]._tr.get_or_add_trPr(); trPr.append(OxmlElement("w:cantSplit")); trPr.append(OxmlElement("w:tblHeader"))
    for i in range(40):
        c = tb.add_row().cells; c[0].text, c[1].text, c[2].text = str(i+1), "Nguyễn Thị Ường", "Hoàn thành tốt nhiệm vụ"
    d.save(path)

def rezip(src, dst, edit=None, drop=(), add=None):
    with zipfile.ZipFile(src) as zi, zipfile.ZipFile(dst, "w", zipfile.ZIP_DEFLATED) as zo:
        for it in zi.infolist():
            if it.filename in drop: continue
            data = zi.read(it.filename)
            if edit and it.filename in edit:
                new = edit[it.filename](data.decode("utf8")); assert new != data.decode("utf8"), (dst, it.filename)
                data = new.encode("utf8")
            zo.writestr(it.filename, data)
        for k, v in (add or {}).items(): zo.writestr(k, v)

D = "word/document.xml"
g = S/"good.docx"; good_docx(S/"raw.tmp")
rezip(S/"raw.tmp", g, {"[Content_Types].xml": lambda x: re.sub(r'<Override PartName="/word/stylesWithEffects.xml"[^>]*/>', "", x),
     "word/_rels/document.xml.rels": lambda x: re.sub(r'<Relationship [^>]*stylesWithEffects[^>]*/>', "", x),
     "word/settings.xml": lambda x: re.sub(r'<w:zoom[^>]*/>', '<w:zoom w:percent="100"/>', x),
     "word/styles.xml": lambda x: re.sub(r'<w:rFonts w:ascii(Theme)="[^"]*"[^>]*/>', '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>', x)},
     drop=("word/stylesWithEffects.xml",)); (S/"raw.tmp").unlink()
rp = lambda a, b, n=1: (lambda x: x.replace(a, b, n))
rezip(g, S/"bad01_child_order.docx", {D: lambda x: re.sub(r"<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="28"/><w:b/></w:rPr>', x, count=1)})
def last_cell_empty(x):
    from lxml import etree
    t = etree.fromstring(x.encode()); c = t.findall(".//" + qn("w:tc"))[-1]
    for p in c.findall(qn("w:p")): c.remove(p)
    return etree.tostring(t, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
rezip(g, S/"bad02_empty_cell.docx", {D: last_cell_empty})
rezip(g, S/"bad03_missing_part.docx", drop=("word/styles.xml",))
rezip(g, S/"bad04_content_type.docx", {"[Content_Types].xml": lambda x: x.replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/xml")})
rezip(g, S/"bad05_malformed_xml.docx", {D: lambda x: x[:len(x)*2//3]})
rezip(g, S/"bad06_pbdr_in_body.docx", {D: lambda x: x.replace("<w:sectPr", '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr><w:sectPr', 1)})
rezip(g, S/"bad07_bad_enum.docx", {D: lambda x: x.replace("<w:pStyle w:val=\"Heading1\"/>", '<w:pStyle w:val="Heading1"/><w:jc w:val="justified"/>', 1)})
rezip(g, S/"bad08_illegal_char.docx", {D: lambda x: x.replace("Chi bộ thống nhất", "Chi bộ\x0b thống nhất", 1)})
rezip(g, S/"bad09_dangling_rid.docx", {D: lambda x: re.sub(r'(<w:headerReference[^>]*r:id=")rId\d+', r'\1rId999', x, count=1)})
rezip(g, S/"bad10_newline_in_t.docx", {D: lambda x: x.replace("<w:t>NGHỊ QUYẾT</w:t>", "<w:t xml:space=\"preserve\">NGHỊ\nQUYẾT</w:t>", 1)})
rezip(g, S/"bad11_nfd_text.docx", {D: lambda x: x.replace("Chi bộ thống nhất", unicodedata.normalize("NFD", "Chi bộ thống nhất"), 1)})
rezip(g, S/"bad12_undefined_style.docx", {D: lambda x: x.replace('w:val="Heading1"', 'w:val="KhongCo"', 1)})
rezip(g, S/"bad13_unbalanced_field.docx", {D: lambda x: x.replace("<w:t>NGHỊ QUYẾT</w:t>", '<w:fldChar w:fldCharType="begin"/><w:t>NGHỊ QUYẾT</w:t>', 1)})
rezip(g, S/"bad14_grid_overflow.docx", {D: lambda x: re.sub(r"(<w:tcPr>)(<w:tcW [^>]*/>)", r'\1\2<w:gridSpan w:val="9"/>', x, count=1)})
b = g.read_bytes(); (S/"bad15_truncated_zip.docx").write_bytes(b[:len(b)//2])
rezip(g, S/"bad16_dup_bookmark_id.docx", {D: lambda x: x.replace("<w:t>NGHỊ QUYẾT</w:t></w:r>", '<w:t>NGHỊ QUYẾT</w:t></w:r><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>', 1)})
rezip(g, S/"bad17_tcvn3_legacy.docx", {D: lambda x: x.replace("Chi bộ thống nhất", "Chi bé thèng nhÊt", 1).replace("<w:r><w:t>Chi bé", '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Chi bé',1)})
rezip(g, S/"bad18_placeholder_left.docx", {D: lambda x: x.replace("NGHỊ QUYẾT", "NGHỊ QUYẾT {{so_ky_hieu}}", 1)})

# ---------- PDF ----------
import typst
typ = S/"ref.typ"
typ.write_text('''#set document(title: "Nghị quyết mẫu", author: "Chi bộ", date: datetime(year: 2026, month: 2, day: 1))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), numbering: "1")
#set text(font: "Liberation Serif", size: 14pt, lang: "vi")
= NGHỊ QUYẾT
về nhiệm vụ phát triển đảng viên, nâng cao chất lượng sinh hoạt chi bộ
#for i in range(10) [ Chi bộ thống nhất: giữ vững kỷ luật, ưỡn ngực tiến bước, thuỷ lợi, hoà giải; Số 05-NQ/CB, ngày 01 tháng 02 năm 2026. #lorem(30) #parbreak() ]
#table(columns: 3, table.header([STT],[Họ và tên],[Xếp loại]), ..range(30).map(i => ([#(i+1)],[Nguyễn Thị Ường],[Hoàn thành tốt nhiệm vụ])).flatten())
''', encoding="utf8")
def ty(out, stds): 
    typst.compile(str(typ), output=str(S/out), pdf_standards=stds, font_paths=["/usr/share/fonts/truetype/liberation2"], ignore_system_fonts=True)
ty("good_a2a_ua1.pdf", ["a-2a", "ua-1"]) if True else None
ty("good_a2b.pdf", ["a-2b"])
ty("good_ua1.pdf", ["ua-1"])
from reportlab.pdfgen import canvas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
LS = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
pdfmetrics.registerFont(TTFont("LS", LS))
def rl(out, font, txt):
    c = canvas.Canvas(str(S/out), pagesize=(595.28, 841.89), initialFontName=font); c.setTitle("Mẫu")
    c.setFont(font, 14); c.drawString(85, 760, txt); c.showPage(); c.save()
rl("plain_untagged.pdf", "LS", "Chi bộ thống nhất: giữ vững kỷ luật, ưỡn ngực, đặc biệt")
rl("bad51_base14_not_embedded.pdf", "Times-Roman", "Chi bo thong nhat")
import pikepdf
from pikepdf import Name, Dictionary, Array
def ed(src, out, fn, **kw):
    with pikepdf.open(S/src) as p:
        fn(p); p.save(S/out, **kw)
def no_oi(p):
    if "/OutputIntents" in p.Root: del p.Root["/OutputIntents"]
    pg = p.pages[0]; pg.contents_coalesce(); pg.Contents = p.make_stream(pg.Contents.read_bytes() + b"\n/Artifact BMC 1 0 0 rg 10 10 5 5 re f EMC\n")
ed("good_a2a_ua1.pdf", "bad52_no_outputintent.pdf", no_oi)
ed("good_a2a_ua1.pdf", "bad53_no_lang.pdf", lambda p: p.Root.__delitem__("/Lang"))
ed("good_a2a_ua1.pdf", "bad54_no_structtree.pdf", lambda p: p.Root.__delitem__("/StructTreeRoot"))
def rm_tounicode(p):
    n = 0
    for o in p.objects:
        if isinstance(o, Dictionary) and "/ToUnicode" in o: del o["/ToUnicode"]; n += 1
    assert n
ed("good_a2a_ua1.pdf", "bad55_no_tounicode.pdf", rm_tounicode)
def rm_fontfile(p):
    n = 0
    for o in p.objects:
        if isinstance(o, Dictionary):
            for k in ("/FontFile2", "/FontFile3", "/FontFile"):
                if k in o: del o[k]; n += 1
    assert n
ed("good_a2a_ua1.pdf", "bad56_font_not_embedded.pdf", rm_fontfile)
def js(p): p.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
ed("good_a2a_ua1.pdf", "bad57_javascript.pdf", js)
ed("good_a2a_ua1.pdf", "bad58_encrypted.pdf", lambda p: None, encryption=pikepdf.Encryption(owner="x", user="", R=6))
def unbalanced(p):
    pg = p.pages[0]; pg.contents_coalesce(); data = pg.Contents.read_bytes(); pg.Contents = p.make_stream(data + b"\nQ Q Q BADOP\n")
ed("good_a2a_ua1.pdf", "bad59_content_garbage.pdf", unbalanced)
b = (S/"good_a2a_ua1.pdf").read_bytes(); (S/"bad60_truncated.pdf").write_bytes(b[:len(b)*3//4])
(S/"bad61_xref_shift.pdf").write_bytes(b.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%junkjunkjunk\n", 1))
def th2td(p):
    n = 0
    for o in p.objects:
        if isinstance(o, Dictionary) and o.get("/S") == Name.TH: o.S = Name.TD; n += 1
    assert n
ed("good_a2a_ua1.pdf", "bad62_th_to_td.pdf", th2td)
def h1toh3(p):
    n = 0
    for o in p.objects:
        if isinstance(o, Dictionary) and o.get("/S") == Name.H1: o.S = Name.H3; n += 1
    assert n
ed("good_a2a_ua1.pdf", "bad63_heading_skip.pdf", h1toh3)
# glyph missing: the font's CIDs are mapped to .notdef
def notdef(p):
    pg = p.pages[0]; pg.contents_coalesce(); data = pg.Contents.read_bytes()
    new = re.sub(rb"<([0-9A-Fa-f]{4})([0-9A-Fa-f]+)>", rb"<0000\2>", data, count=3)
    if new == data:
        # strings in (...) or TJ arrays: append a show of glyph 0 with the first font
        f = list(pg.Resources.Font.keys())[0]
        new = data + f"\nBT {f} 14 Tf 100 100 Td <0000> Tj ET\n".encode()
    pg.Contents = p.make_stream(new)
ed("good_a2a_ua1.pdf", "bad64_notdef_glyph.pdf", notdef)
def untagged_content(p):
    pg = p.pages[0]; pg.contents_coalesce(); f = list(pg.Resources.Font.keys())[0]
    pg.Contents = p.make_stream(pg.Contents.read_bytes() + b"\n0 0 m 100 100 l S\n")
ed("good_a2a_ua1.pdf", "bad65_untagged_content.pdf", untagged_content)
rl("bad66_nfd_text.pdf", "LS", unicodedata.normalize("NFD", "Chi bộ thống nhất: giữ vững kỷ luật"))
def notitle(p):
    with p.open_metadata(set_pikepdf_as_editor=False) as m:
        if "dc:title" in m: del m["dc:title"]
    if "/Title" in p.docinfo: del p.docinfo["/Title"]
ed("good_a2a_ua1.pdf", "bad67_no_title.pdf", notitle)
# per-glyph fallback: the old fonts-liberation 1.07 has the same family name and no Vietnamese letters
if os.path.isdir("/usr/share/fonts/truetype/liberation"):
    typst.compile(str(typ), output=str(S/"bad68_glyph_fallback.pdf"), pdf_standards=["a-2a", "ua-1"], font_paths=["/usr/share/fonts/truetype/liberation"], ignore_system_fonts=True)
def offpage(p):
    pg = p.pages[0]; pg.contents_coalesce(); f = list(pg.Resources.Font.keys())[0]
    m = re.search(rb"<([0-9A-Fa-f]{4})", pg.Contents.read_bytes()) ; h = m.group(1) if m else b"0003"
    pg.Contents = p.make_stream(pg.Contents.read_bytes() + b"\n/Artifact BMC BT " + f.encode() + b" 14 Tf 1 0 0 1 590 400 Tm <" + h*6 + b"> Tj ET EMC\n")
ed("good_a2a_ua1.pdf", "bad69_text_off_page.pdf", offpage)
# two-sided papers: only an even, wholly empty page directly before a section may be blank, and only on request
def verso(at, section):  # a blank page number AT; a section begins with page SECTION
    def fn(p):
        page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595.28, 841.89]), Resources=Dictionary(), Contents=p.make_stream(b"\n"), Tabs=Name.S)
        p.pages.insert(at - 1, pikepdf.Page(p.make_indirect(page)))
        p.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D), section - 1, Dictionary(S=Name.D, St=1)]))
    return fn
ed("good_a2a_ua1.pdf", "verso_good.pdf", verso(2, 3))
ed("good_a2a_ua1.pdf", "verso_bad_no_section.pdf", verso(2, 4))
ed("good_a2a_ua1.pdf", "verso_bad_odd_page.pdf", verso(3, 4))
# LibreOffice-made positive control
def lo(*names):
    fl = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
    subprocess.run(["soffice", f"-env:UserInstallation=file://{S.parent}/lo_profile", "--headless", "--convert-to", fl, "--outdir", str(S), *(str(S/f"{x}.docx") for x in names)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, FONTCONFIG_FILE=str(S.parent/"fonts.conf")))
lo("good")
(S/"good.pdf").rename(S/"lo_a2b_ua1.pdf")
def shifted(p):  # visual judge: page 2 moved down 6 pt
    pg = p.pages[1]; pg.contents_coalesce(); pg.Contents = p.make_stream(b"q 1 0 0 1 0 -6 cm\n" + pg.Contents.read_bytes() + b"\nQ")
ed("lo_a2b_ua1.pdf", "bad70_shifted.pdf", shifted)
# pairs for parity.py: one that agrees, one whose page 2 is moved, one with another word, one whose lines break elsewhere
words = " ".join(x for p in Document(str(g)).element.body.iter(qn("w:p")) for x in "".join(t.text or "" for t in p.iter(qn("w:t"))).split())
def pair(name, pdf, w=words, margin=15):
    d = Document(str(g)); d.sections[0].right_margin = Mm(margin); d.save(S/f"{name}.docx")
    shutil.copy(S/pdf, S/f"{name}.pdf"); (S/f"{name}.words.txt").write_text(w, encoding="utf8")
pair("pair_good", "lo_a2b_ua1.pdf"); pair("pair_bad_y", "bad70_shifted.pdf"); pair("pair_bad_lines", "lo_a2b_ua1.pdf", margin=17)
pair("pair_bad_word", "lo_a2b_ua1.pdf", words.replace("quyết tâm", "tâm quyết", 1))
# a table 2 pt further right in the DOCX: its lines and words are the same
d = Document(str(g)); ind = OxmlElement("w:tblInd"); ind.set(qn("w:w"), "40"); ind.set(qn("w:type"), "dxa"); d.tables[1]._tbl.tblPr.append(ind); d.save(S/"pair_bad_border.docx")
shutil.copy(S/"lo_a2b_ua1.pdf", S/"pair_bad_border.pdf"); (S/"pair_bad_border.words.txt").write_text(words, encoding="utf8")
# letters that exist only as letter and mark: one that agrees, one whose PDF has other letters under the marks, one whose PDF lacks a mark
marked = "Buôn Kmrơ̆ng, các đồng chí Y Blê̆ và H’Lô̆ dự, chữ x́ và n̂ rõ, mọi người đọc được."
def with_marks(name, paragraph, w=marked):
    d = Document(str(g)); d.paragraphs[1].insert_paragraph_before(paragraph); d.save(S/f"{name}.docx"); lo(name)
    (S/f"{name}.words.txt").write_text(" ".join(x for p in Document(str(S/f"{name}.docx")).element.body.iter(qn("w:p")) for x in "".join(t.text or "" for t in p.iter(qn("w:t"))).split()).replace(paragraph, w), encoding="utf8")
with_marks("pair_good_marks", marked)
for name, other in (("letter", marked.replace("ơ̆", "ô̆")), ("tone", marked.replace("mọi", "môi")), ("mark", marked.replace("ê̆", "ê"))):
    with_marks(f"pair_bad_marks_{name}", other, marked if name == "mark" else other); shutil.copy(S/"pair_good_marks.docx", S/f"pair_bad_marks_{name}.docx")
# transparent pictures: a blue stroke on nothing
from PIL import Image, ImageDraw
import math, zlib
im = Image.new("RGBA", (400, 160)); ImageDraw.Draw(im).line([(10 + x, 80 + 55 * math.sin(x / 45)) for x in range(380)], fill=(26, 44, 160, 255), width=7); im.save(S/"stroke.png")
def masks(p): return [o.SMask for o in p.objects if isinstance(o, pikepdf.Stream) and "/SMask" in o]
def change(fn):
    def edit(p):
        assert masks(p)
        for m in masks(p): fn(m)
    return edit
twice = change(lambda m: m.write(zlib.compress(m.read_raw_bytes()), filter=Name.FlateDecode))
short = change(lambda m: m.write(zlib.compress(m.read_bytes()[:-400]), filter=Name.FlateDecode))
def every_third_row(m):
    data, n = m.read_bytes(), len(m.read_bytes()) // int(m.Height)
    clear = bytes(n) if "/Decode" not in m else b"\xff" * n  # LibreOffice's masks are inverted
    m.write(zlib.compress(b"".join(data[i:i+n] if i // n % 3 == 0 else clear for i in range(0, len(data), n))), filter=Name.FlateDecode)
thin = change(every_third_row)
(S/"picture.typ").write_text(typ.read_text(encoding="utf8").replace("= NGHỊ QUYẾT", '#image("stroke.png", width: 60mm, alt: "Chữ ký")\n= NGHỊ QUYẾT'), encoding="utf8")
typst.compile(str(S/"picture.typ"), output=str(S/"good_picture.pdf"), pdf_standards=["a-2a", "ua-1"], font_paths=["/usr/share/fonts/truetype/liberation2"], ignore_system_fonts=True)
ed("good_picture.pdf", "decode_bad_twice.pdf", twice); ed("good_picture.pdf", "decode_bad_short.pdf", short)
def trailing(p):
    m = masks(p)[0]; m.write(zlib.compress(m.read_bytes()) + b"more", filter=Name.FlateDecode)
ed("good_picture.pdf", "decode_bad_trailing.pdf", trailing)
d = Document(str(g)); d.paragraphs[1].insert_paragraph_before().add_run().add_picture(str(S/"stroke.png"), width=Mm(60)); d.save(S/"pair_good_picture.docx"); lo("pair_good_picture")
def unseen(p):
    pg = p.pages[0]; pg.contents_coalesce(); data = pg.Contents.read_bytes(); new = re.sub(rb"/Im\d+ Do", b"", data); assert new != data; pg.Contents = p.make_stream(new)
for name, edit in (("black", twice), ("thin", thin), ("missing", unseen)):
    ed("pair_good_picture.pdf", f"pair_bad_picture_{name}.pdf", edit); shutil.copy(S/"pair_good_picture.docx", S/f"pair_bad_picture_{name}.docx")
for x in S.glob("pair_*_picture*.docx"): x.with_suffix(".words.txt").write_text(words, encoding="utf8")
# for judge_readers.py: hyphens that do not break. In a draft they may be lost, in an issued paper only where the word begins a line; text that a reader does not see
soft = lambda x, at=" 05-NQ": x.replace(at, at.replace("-", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')).replace("<w:t>", '<w:t xml:space="preserve">')
rezip(g, S/"readers_bad_hyphen.docx", {D: soft})
rezip(g, S/"readers_good_draft.docx", {D: lambda x: soft(x).replace("<w:sectPr", "<w:p><w:r><w:t>Dự thảo lần 2</w:t></w:r></w:p><w:sectPr", 1)})
rezip(g, S/"readers_good_line.docx", {D: lambda x: soft(x.replace("<w:sectPr", "<w:p><w:r><w:t>21-KL/TW là kết luận.</w:t></w:r></w:p><w:sectPr", 1), "21-KL")})
rezip(g, S/"readers_bad_hidden.docx", {D: lambda x: x.replace("<w:t>NGHỊ QUYẾT</w:t>", "<w:rPr><w:vanish/></w:rPr><w:t>NGHỊ QUYẾT</w:t>", 1)})
# what holds a line: text to LibreOffice and to no other reader; a symbol is text to two of them
held = lambda mark: {D: lambda x: x.replace("<w:sectPr", f"<w:p><w:r><w:t>2025–</w:t></w:r><w:r>{mark}</w:r><w:r><w:t>2030</w:t></w:r></w:p><w:sectPr", 1)}
rezip(g, S/"readers_good_held.docx", held("<w:instrText>\ufeff</w:instrText>")); rezip(g, S/"readers_bad_held.docx", held('<w:sym w:font="Times New Roman" w:char="FEFF"/>'))
lo("readers_bad_hyphen", "readers_good_draft", "readers_good_line", "readers_bad_hidden", "readers_good_held", "readers_bad_held")
for name, more in (("good_held", " 2025–2030"), ("bad_held", " 2025–2030"), ("bad_hyphen", ""), ("good_draft", " Dự thảo lần 2"), ("good_line", " 21-KL/TW là kết luận."), ("bad_hidden", "")): (S/f"readers_{name}.words.txt").write_text(words + more, encoding="utf8")
print(len(list(S.iterdir())), "files")
