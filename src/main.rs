//! The command: parses arguments and calls the library's rooms for it.

fn main() -> std::process::ExitCode {
    vanban::cli::main()
}
