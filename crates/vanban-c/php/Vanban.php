<?php
declare(strict_types=1);

namespace Vanban;

/** A record that was refused. `problems` are objects as `vanban check --json` prints them: path, message, code, term … */
final class Invalid extends \Exception
{
    public function __construct(public readonly array $problems)
    {
        parent::__construct(implode("\n", array_map(fn ($it) => "{$it->path}: {$it->message}", $problems)));
    }
}

/** Makes documents. Build one and keep it. */
final class Renderer
{
    private static ?\FFI $library = null;
    private readonly \FFI $c;
    private readonly \FFI\CData $handle;

    /** The guidance of records that name none: `hd05` (2026) or `hd36` (2018). */
    public function __construct(string $profile = 'hd05')
    {
        // FFI reads declarations, but no lines of the preprocessor.
        $lines = ['/#ifdef __cplusplus.*?#endif[^\n]*/s', '/^#.*$/m'];
        $this->c = self::$library ??= \FFI::cdef(
            preg_replace($lines, '', file_get_contents(__DIR__ . '/vanban.h')),
            __DIR__ . '/libvanban.so',
        );
        $this->handle = $this->c->vanban_renderer_new();
        $this->c->vanban_use_profile($this->handle, $profile) ?: throw new \ValueError("no profile $profile");
    }

    /** Checks a record (JSON, or an array or object that becomes JSON) and makes its document; Invalid tells why not. */
    public function render(string|array|object $record): Document
    {
        return $this->made($this->ask('vanban_render', $record));
    }

    /** All problems of a record, errors and warnings. */
    public function check(string|array|object $record): array
    {
        return $this->ask('vanban_check', $record)->warnings;
    }

    /** Adds a form: the bytes of the ZIP of its folder. */
    public function addForm(string $zip): void
    {
        $this->made($this->ask('vanban_add_form', $zip));
    }

    /** Adds a criteria set: JSON or TOML. */
    public function addCriteria(string $text): void
    {
        $this->made($this->ask('vanban_add_criteria', $text));
    }

    private function ask(string $function, string|array|object $given): Document
    {
        $bytes = is_string($given) ? $given : json_encode($given, JSON_THROW_ON_ERROR);
        return new Document($this->c, $this->c->$function($this->handle, $bytes, strlen($bytes)));
    }

    private function made(Document $document): Document
    {
        return $document->isMade ? $document : throw new Invalid($document->warnings);
    }

    public function __destruct() { $this->c->vanban_renderer_free($this->handle); }
}

/** A document. `warnings` are problems that did not stop it. */
final class Document
{
    public readonly array $warnings;
    public readonly bool $isMade;

    /** @internal */
    public function __construct(private readonly \FFI $c, private readonly \FFI\CData $handle)
    {
        $this->isMade = $c->vanban_ok($handle);
        $this->warnings = json_decode($c->vanban_problems_json($handle));
    }

    public function docx(): string { return self::bytes($this->c->vanban_docx($this->handle)); }
    public function pdf(): string { return self::bytes($this->c->vanban_pdf($this->handle)); }
    /** A name for the files, without extension, in ASCII. */
    public function fileName(): string { return $this->c->vanban_file_name($this->handle); }
    public function pageCount(): int { return $this->c->vanban_page_count($this->handle); }

    private static function bytes(\FFI\CData $bytes): string
    {
        return \FFI::string($bytes->data ?? throw new \Error('a fault of vanban: no file'), $bytes->len);
    }

    public function __destruct() { $this->c->vanban_document_free($this->handle); }
}
