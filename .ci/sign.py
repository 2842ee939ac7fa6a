#!/usr/bin/env python3
"""Papers with fields for signatures, signed: .ci/sign.py VANBAN [RECORD.json…]

Makes each record's PDF with its fields, alone and with the record in it, signs every field (the seals last) with keys that
are made here and thrown away, and checks that every signature is valid, that each file is PDF/A and PDF/UA before and after,
that the positions are the fields', that the record comes out of the signed file as it went in, and that a stripped file is
PDF/A-2a again. Without records: each
kind's example, and the papers with several signers.
"""
import datetime, io, json, pathlib, shutil, subprocess, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target" / "signed"
SEVERAL = ["minutes_committee", "confirmation", "joint_images", "evaluation_both", "signature_by_order_of"]


def signer(name):
    """A key and its own certificate, in memory only."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name[:20])])
    now, day = datetime.datetime.now(datetime.timezone.utc), datetime.timedelta(days=1)
    others = ("data_encipherment", "key_encipherment", "key_agreement", "crl_sign", "encipher_only", "decipher_only")
    usage = dict.fromkeys(others, False) | dict(digital_signature=True, content_commitment=True, key_cert_sign=True)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True).sign(key, hashes.SHA256()))
    bundle = pkcs12.serialize_key_and_certificates(b"key", key, certificate, None, NoEncryption())
    return signers.SimpleSigner.load_pkcs12_data(bundle, other_certs=[])


def stamp(name, width, height):
    """What a signature shows: strokes, blue or red, since text would need a font."""
    if name.startswith("Dau"):
        draw = f"0.8 0 0 RG 1.5 w 2 2 {width - 4} {height - 4} re S"
    else:
        draw = f"0 0 0.8 RG 1.5 w 2 {height / 2} m {width / 3} {height} {width * 2 / 3} 0 {width - 2} {height / 2} c S"
    picture = RawContent(f"q {draw} Q".encode(), box=BoxConstraints(width, height))
    return StaticStampStyle(border_width=0, background=picture, background_opacity=1)


def signed(before, field):
    """The bytes of a file, a field of it signed."""
    width, height = field["right"] - field["left"], field["top"] - field["bottom"]
    metadata = signers.PdfSignatureMetadata(
        field_name=field["field"], subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")
    after = io.BytesIO()
    pdf = signers.PdfSigner(metadata, signer=signer(field["title"]), stamp_style=stamp(field["field"], width, height))
    pdf.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(before)), output=after, existing_fields_only=True)
    return after.getvalue()


def run(*arguments):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"FAIL {' '.join(map(str, arguments))}: {done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout


def check(good, said):
    if not good:
        sys.exit(f"FAIL {said}")


def judge(flavours, files):
    judged = [ROOT / ".ci" / "judges" / "verapdf.sh", flavours, *files]
    done = subprocess.run(judged, capture_output=True, text=True, check=False)
    faults = [line for line in done.stdout.splitlines() if not line.startswith("PASS")]
    check(done.returncode == 0, "veraPDF:\n" + "\n".join(faults) + done.stderr)
    print(f"veraPDF {flavours}: {len(files)} files")


def paper(vanban, record, with_data):
    """Makes a record's PDF and signs it; gives the files before and after, and how many signatures there are."""
    folder = OUT / (record.stem + ("-data" if with_data else ""))
    run(vanban, "render", record, "-o", folder, "--format", "pdf", "--signature-fields", "--positions",
        *(["--with-data"] if with_data else []))
    (before,), (places,) = folder.glob("*.pdf"), folder.glob("*.positions.json")
    places = json.loads(places.read_text())
    all_fields = places["signatures"] + places["seals"]
    bytes_ = before.read_bytes()
    root = PdfFileReader(io.BytesIO(bytes_)).root
    form = [field.get_object() for field in root["/AcroForm"]["/Fields"]] if "/AcroForm" in root else []
    found = {str(field["/T"]): [float(edge) for edge in field["/Rect"]] for field in form}
    check(set(found) == {field["field"] for field in all_fields}, f"{before}: fields {sorted(found)}")
    for field in all_fields:
        said = [field[edge] for edge in ("left", "bottom", "right", "top")]
        check(all(abs(a - b) < 0.02 for a, b in zip(said, found[field["field"]])), f"{before}: {field}")
        bytes_ = signed(bytes_, field)
    if not all_fields:
        return [before], 0
    after = folder / "signed.pdf"
    after.write_bytes(bytes_)
    check(bytes_.startswith(before.read_bytes()), f"{after}: it does not begin with what was signed")
    signatures = PdfFileReader(io.BytesIO(bytes_)).embedded_signatures
    check(len(signatures) == len(all_fields), f"{after}: {len(signatures)} signatures")
    for signature in signatures:
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[signature.signer_cert]))
        check(status.bottom_line, f"{after}: {signature.field_name} is not valid: {status.summary()}")
    if with_data:
        check(run(vanban, "extract", after) == run(vanban, "extract", before), f"{after}: the record differs")
        refused = subprocess.run([vanban, "strip", after, "-o", folder / "no.pdf"], capture_output=True, check=False)
        check(refused.returncode == 1 and not (folder / "no.pdf").exists(), f"{after}: a signed file was stripped")
    return [before, after], len(signatures)


def main():
    vanban = pathlib.Path(sys.argv[1]).resolve()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    records = [pathlib.Path(name) for name in sys.argv[2:]]
    if not records:
        kinds = [line.split()[0] for line in run(vanban, "kinds").decode().splitlines() if line.strip()]
        for kind in kinds:
            record = OUT / f"{kind}.json"
            record.write_bytes(run(vanban, "example", kind))
            records.append(record)
        records += [ROOT / "tests" / "cases" / f"{name}.json" for name in SEVERAL]
    signatures, stripped = 0, []
    for with_data, flavours in [(False, "2a,ua1"), (True, "3a,ua1")]:
        files = []
        for record in records:
            made, count = paper(vanban, record, with_data)
            files += made
            if with_data:
                stripped.append(OUT / f"{record.stem}-stripped.pdf")
                run(vanban, "strip", made[0], "-o", stripped[-1])
            signatures += count
        judge(flavours, files)
    judge("2a,ua1", stripped)
    check(signatures > 0, "nothing was signed")
    print(f"{len(records)} papers, each with its record and without, {signatures} signatures, all valid")


if __name__ == "__main__":
    main()
