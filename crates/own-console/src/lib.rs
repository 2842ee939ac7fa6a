//! Whether a program has its console window to itself: Windows opens one for a console program that is double-clicked
//! or that files are dropped on, and closes it with the program, before anybody has read what it says.

/// Whether no other program, such as a shell, shares this one's console. Always false on systems but Windows.
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
