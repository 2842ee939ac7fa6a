using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Text;
using System.Runtime.InteropServices; using Microsoft.Win32.SafeHandles;
namespace Vanban {
    /// <summary>What is wrong with a record, where, and what to do. Term is null if the field has no name.</summary>
    public sealed class Problem {
        public readonly string Path, Message, Code, Term, Clause, Severity, Remedy;
        internal Problem(Document it, UIntPtr i) {
            Path = C.Text(C.vanban_problem_path(it, i)); Message = C.Text(C.vanban_problem_message(it, i));
            Code = C.Text(C.vanban_problem_code(it, i)); Term = C.Text(C.vanban_problem_term(it, i));
            Clause = C.Text(C.vanban_problem_clause(it, i)); Severity = C.Text(C.vanban_problem_severity(it, i));
            Remedy = C.Text(C.vanban_problem_remedy(it, i));
        }
    }

    /// <summary>A record that was refused, with all its problems; Json is what `vanban check --json` prints.</summary>
    public sealed class Invalid : Exception {
        public readonly IReadOnlyList<Problem> Problems; public readonly string Json;
        internal Invalid(Document it) : base(string.Join("\n", it.Warnings.Select(one => one.Path + ": " + one.Message))) { Problems = it.Warnings; Json = it.WarningsJson; }
    }

    /// <summary>Makes documents. Build one and share it among all threads. It is freed when it is disposed of or forgotten.</summary>
    public sealed class Renderer : SafeHandleZeroOrMinusOneIsInvalid {
        // The sentences are Vietnamese, whatever the machine speaks. A program without a console has nothing to set.
        static Renderer() { try { Console.OutputEncoding = new UTF8Encoding(false); } catch (IOException) { } }

        public Renderer() : base(true) { SetHandle(C.vanban_renderer_new()); }
        /// <summary>Checks a record in JSON and makes its document.</summary>
        public Document Render(string json) { return Render(Encoding.UTF8.GetBytes(json)); }
        public Document Render(byte[] json) { return new Document(C.vanban_render(this, json, (UIntPtr)json.Length)).Made(); }
        /// <summary>All problems of a record, errors and warnings.</summary>
        public IReadOnlyList<Problem> Check(string json) { return Check(Encoding.UTF8.GetBytes(json)); }
        public IReadOnlyList<Problem> Check(byte[] json) { using (var answer = new Document(C.vanban_check(this, json, (UIntPtr)json.Length))) return answer.Warnings; }
        /// <summary>Adds a form: the bytes of the ZIP of its folder.</summary>
        public void AddForm(byte[] zip) { new Document(C.vanban_add_form(this, zip, (UIntPtr)zip.Length)).Made().Dispose(); }
        /// <summary>Adds a criteria set: JSON or TOML.</summary>
        public void AddCriteria(byte[] text) { new Document(C.vanban_add_criteria(this, text, (UIntPtr)text.Length)).Made().Dispose(); }
        /// <summary>The guidance of records that name none: hd05 (2026) or hd36 (2018).</summary>
        public void UseProfile(string name) { if (!C.vanban_use_profile(this, Encoding.UTF8.GetBytes(name + "\0"))) throw new ArgumentException("no profile " + name); }
        protected override bool ReleaseHandle() { C.vanban_renderer_free(handle); return true; }
    }

    /// <summary>A document. Warnings are problems that did not stop it.</summary>
    public sealed class Document : SafeHandleZeroOrMinusOneIsInvalid {
        public readonly IReadOnlyList<Problem> Warnings; public readonly string WarningsJson;
        internal Document(IntPtr given) : base(true) {
            SetHandle(given);
            Warnings = Enumerable.Range(0, (int)C.vanban_problem_count(this)).Select(i => new Problem(this, (UIntPtr)i)).ToList();
            WarningsJson = C.Text(C.vanban_problems_json(this));
        }

        internal Document Made() { using (C.vanban_ok(this) ? null : this) return C.vanban_ok(this) ? this : throw new Invalid(this); }
        public byte[] Docx() { return Kept(C.vanban_docx(this).Copied()); }
        public byte[] Pdf() { return Kept(C.vanban_pdf(this).Copied()); }
        /// <summary>A name for the files, without extension, in ASCII.</summary>
        public string FileName { get { return Kept(C.Text(C.vanban_file_name(this))); } }
        public int PageCount { get { return (int)C.vanban_page_count(this); } }
        // What is copied belongs to the document: it is not forgotten before.
        T Kept<T>(T copy) { GC.KeepAlive(this); return copy; }
        protected override bool ReleaseHandle() { C.vanban_document_free(handle); return true; }
    }

    /// <summary>The functions of vanban.h, and their UTF-8: Mono would read ANSI.</summary>
    static class C {
        #pragma warning disable 649
        internal struct Bytes {
            IntPtr data; UIntPtr len;
            internal byte[] Copied() { var copy = new byte[(int)len]; Marshal.Copy(data, copy, 0, copy.Length); return copy; }
        }
        internal static string Text(IntPtr text) {
            int len = 0; if (text == IntPtr.Zero) return null; while (Marshal.ReadByte(text, len) != 0) len++;
            var copy = new byte[len]; Marshal.Copy(text, copy, 0, len); return Encoding.UTF8.GetString(copy);
        }
        [DllImport("vanban")] internal static extern IntPtr vanban_renderer_new();
        [DllImport("vanban")] internal static extern void vanban_renderer_free(IntPtr renderer);
        [DllImport("vanban")] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool vanban_use_profile(Renderer renderer, byte[] name);
        [DllImport("vanban")] internal static extern IntPtr vanban_add_form(Renderer renderer, byte[] zip, UIntPtr len);
        [DllImport("vanban")] internal static extern IntPtr vanban_add_criteria(Renderer renderer, byte[] text, UIntPtr len);
        [DllImport("vanban")] internal static extern IntPtr vanban_render(Renderer renderer, byte[] json, UIntPtr len);
        [DllImport("vanban")] internal static extern IntPtr vanban_check(Renderer renderer, byte[] json, UIntPtr len);
        [DllImport("vanban")] internal static extern void vanban_document_free(IntPtr document);
        [DllImport("vanban")] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool vanban_ok(Document document);
        [DllImport("vanban")] internal static extern Bytes vanban_docx(Document document);
        [DllImport("vanban")] internal static extern Bytes vanban_pdf(Document document);
        [DllImport("vanban")] internal static extern IntPtr vanban_file_name(Document document);
        [DllImport("vanban")] internal static extern UIntPtr vanban_page_count(Document document);
        [DllImport("vanban")] internal static extern UIntPtr vanban_problem_count(Document document);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_path(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_message(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_code(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_term(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_clause(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_severity(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problem_remedy(Document document, UIntPtr number);
        [DllImport("vanban")] internal static extern IntPtr vanban_problems_json(Document document);
    }
}
