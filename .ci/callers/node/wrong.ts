import { Invalid, Renderer, type AnyRecord, type Document, type Minutes, type Problem, type Resolution } from "vanban";

const issuer = { name: "Chi bộ Khu phố 5" };
const right: Resolution = { kind: "resolution", issuer, place: "Bình An", date: "05/6/2026", subject: "nhiệm vụ" };
const slips: Resolution[] = [
  { ...right, kind: "resolutio" }, // error
  { kind: "resolution", issuer, place: "Bình An", date: "05/6/2026", subject: "nhiệm vụ", numbr: 5 }, // error
  { kind: "resolution", issuer, place: "Bình An", date: "05/6/2026" }, // error
  { ...right, format: 2 }, // error
  { ...right, profile: "hd04" }, // error
  { ...right, number: true }, // error
  { ...right, signature: { capacity: "for", name: "Nguyễn Văn An" } }, // error
];
const any: AnyRecord = right;
const minutes: Minutes = right; // error
const document: Document = new Renderer({ profile: "hd36" }).render(any);
const bytes: Uint8Array = document.docx();
const warnings: Problem[] = document.warnings;
new Renderer({ profil: "hd36" }); // error
new Renderer().render({ kind: "resolutio" }); // error
const waited: Document = new Renderer().renderAsync(any); // error
document.fileName = "x"; // error
if (warnings[0].severity === "errors") throw new Invalid("", warnings); // error
export { bytes, minutes, slips, waited };
