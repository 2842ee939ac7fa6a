<?php
require "Vanban.php";

if ($_SERVER["REQUEST_METHOD"] !== "POST") exit('<meta charset="utf-8"><form method="post">Trích yếu <input name="subject"> <button>Tải về</button></form>');
$paper = ["subject" => $_POST["subject"]] + json_decode(file_get_contents("paper.json"), true);
try {
    $document = (new Vanban\Renderer())->render($paper);
    header("Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    header("Content-Disposition: attachment; filename=\"{$document->fileName()}.docx\"");
    echo $document->docx();
} catch (Vanban\Invalid $error) {
    http_response_code(422); header("Content-Type: text/plain; charset=utf-8");
    foreach ($error->problems as $it) echo "{$it->path}: {$it->message}\n";
}
