//! Whether a program has its own console window. Windows opens one for a console program that is
//! double-clicked, or on which files are dropped, and closes it when the program ends, before anybody can read
//! the output.

/// Whether no other program, such as a shell, shares the console. Always `false` on systems other than Windows.
#[must_use]
pub fn is_own() -> bool {
    #[cfg(windows)]
    {
        use windows_sys::Win32::System::Console::GetConsoleProcessList;

        let mut processes = [0; 2];
        // SAFETY: the pointer is to as many numbers as the count says, and Windows writes no more than that.
        let sharing = unsafe { GetConsoleProcessList(processes.as_mut_ptr(), processes.len() as u32) };
        sharing == 1
    }
    #[cfg(not(windows))]
    false
}
