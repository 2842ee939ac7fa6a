using System; using System.IO; using System.Threading; using Vanban;

class Watch {
    static void Main(string[] args) {
        using (var renderer = new Renderer()) using (var folder = new FileSystemWatcher(args[0], "*.json")) {
            FileSystemEventHandler make = (_, it) => {
                var json = File.ReadAllText(it.FullPath); if (json == "") return; // Its text comes with the next event.
                try {
                    using (var document = renderer.Render(json)) File.WriteAllBytes(Path.ChangeExtension(it.FullPath, "docx"), document.Docx());
                } catch (Invalid error) { foreach (var one in error.Problems) Console.WriteLine(it.Name + ": " + one.Path + ": " + one.Message); }
            };
            folder.Created += make; folder.Changed += make; folder.Renamed += (_, it) => make(_, it); folder.EnableRaisingEvents = true; Thread.Sleep(Timeout.Infinite);
        }
    }
}
