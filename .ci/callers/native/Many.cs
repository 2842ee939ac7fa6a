using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Vanban;

/// As many.c.
class Many {
    static uint Sum(byte[] bytes) {
        uint a = 1, b = 0;
        foreach (var it in bytes) { a = (a + it) % 65521; b = (b + a) % 65521; }
        return b << 16 | a;
    }

    static uint Sum(string json) { return Sum(Encoding.UTF8.GetBytes(json)); }

    static string Told(IReadOnlyList<Problem> problems, string json) {
        var texts = problems.Select(it => string.Join("\n", it.Path, it.Message, it.Code, it.Term, it.Clause, it.Severity, it.Remedy, ""));
        return Sum(json) + " " + Sum(string.Concat(texts)) + "\n";
    }

    static string Work(Renderer renderer, string file) {
        var lines = new StringBuilder();
        using (var input = new BinaryReader(File.OpenRead(file))) {
            while (input.BaseStream.Position < input.BaseStream.Length) {
                var head = input.ReadBytes(4);
                var record = input.ReadBytes(head[0] << 24 | head[1] << 16 | head[2] << 8 | head[3]);
                string told;
                try {
                    using (var it = renderer.Render(record)) {
                        told = Told(it.Warnings, it.WarningsJson);
                        lines.Append("made " + it.PageCount + " " + Sum(it.Docx()) + " " + Sum(it.Pdf()) + " " + told);
                    }
                } catch (Invalid error) {
                    told = Told(error.Problems, error.Json);
                    lines.Append("refused " + error.Problems.Count + " " + told);
                }
                if (!told.EndsWith(Told(renderer.Check(record), "").Split(' ')[1])) Environment.Exit(3);
            }
        }
        return lines.ToString();
    }

    static int Main(string[] args) {
        var told = new string[int.Parse(args[1])];
        using (var renderer = new Renderer()) {
            if (args.Length == 5) {
                renderer.AddForm(File.ReadAllBytes(args[2]));
                renderer.AddCriteria(File.ReadAllBytes(args[3]));
                renderer.UseProfile(args[4]);
            }
            var threads = Enumerable.Range(0, told.Length).Select(i => new Thread(() => told[i] = Work(renderer, args[0]))).ToList();
            threads.ForEach(it => it.Start());
            threads.ForEach(it => it.Join());
        }
        Console.Write(told[0]);
        return told.Distinct().Count() - 1;
    }
}
