<?php
// As many.c; PHP has one thread.
require "Vanban.php";

$renderer = new Vanban\Renderer();
$file = fopen($argv[1], "rb");
// As `vanban check --json` prints it; json_encode would indent by four.
$json = fn (array $problems) => preg_replace_callback('/^ +/m', fn ($it) => substr($it[0], strlen($it[0]) / 2),
    json_encode($problems, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS));
$sum = fn (string $bytes) => hexdec(hash("adler32", $bytes));
while (($head = fread($file, 4)) !== "" && $head !== false) {
    $len = unpack("N", $head)[1];
    try {
        $document = $renderer->render($len ? fread($file, $len) : "");
        echo "made {$document->pageCount()} {$sum($document->docx())} {$sum($document->pdf())} {$sum($json($document->warnings))}\n";
    } catch (Vanban\Invalid $error) {
        echo "refused ", count($error->problems), " {$sum($json($error->problems))}\n";
    }
}
