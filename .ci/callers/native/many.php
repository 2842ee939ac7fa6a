<?php
// As many.c; PHP has one thread.
require "Vanban.php";

[, $name, , $form, $criteria, $profile] = $argv + [3 => null, null, "hd05"];
$renderer = new Vanban\Renderer($profile);
if ($form) {
    $renderer->addForm(file_get_contents($form));
    $renderer->addCriteria(file_get_contents($criteria));
}
// As `vanban check --json` prints it; json_encode would indent by four.
$json = fn (array $problems) => preg_replace_callback('/^ +/m', fn ($it) => substr($it[0], strlen($it[0]) / 2),
    json_encode($problems, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS));
$sum = fn (string $bytes) => hexdec(hash("adler32", $bytes));
$text = fn ($it) => "$it->path\n$it->message\n$it->code\n$it->term\n$it->clause\n$it->severity\n$it->remedy\n";
$told = fn (array $problems) => "{$sum($json($problems))} {$sum(str_replace("\0", "\u{fffd}", implode(array_map($text, $problems))))}\n";
$file = fopen($name, "rb");
while (($head = fread($file, 4)) !== "" && $head !== false) {
    $len = unpack("N", $head)[1];
    $record = $len ? fread($file, $len) : "";
    try {
        $document = $renderer->render($record);
        $problems = $document->warnings;
        echo "made {$document->pageCount()} {$sum($document->docx())} {$sum($document->pdf())} {$told($problems)}";
    } catch (Vanban\Invalid $error) {
        $problems = $error->problems;
        echo "refused ", count($problems), " {$told($problems)}";
    }
    if ($renderer->check($record) != $problems) exit(3);
}
