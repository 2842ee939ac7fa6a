using System;
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

    static string Work(Renderer renderer, string file) {
        var lines = new StringBuilder();
        using (var input = new BinaryReader(File.OpenRead(file))) {
            while (input.BaseStream.Position < input.BaseStream.Length) {
                var head = input.ReadBytes(4);
                var record = input.ReadBytes(head[0] << 24 | head[1] << 16 | head[2] << 8 | head[3]);
                try {
                    using (var it = renderer.Render(record)) lines.Append("made " + it.PageCount + " " + Sum(it.Docx()) + " " + Sum(it.Pdf()) + " " + Sum(it.WarningsJson) + "\n");
                } catch (Invalid error) {
                    lines.Append("refused " + error.Problems.Count + " " + Sum(error.Json) + "\n");
                }
            }
        }
        return lines.ToString();
    }

    static int Main(string[] args) {
        var told = new string[int.Parse(args[1])];
        using (var renderer = new Renderer()) {
            var threads = Enumerable.Range(0, told.Length).Select(i => new Thread(() => told[i] = Work(renderer, args[0]))).ToList();
            threads.ForEach(it => it.Start());
            threads.ForEach(it => it.Join());
        }
        Console.Write(told[0]);
        return told.Distinct().Count() - 1;
    }
}
