//! Questions to who sits at the terminal, one by one; an answer that cannot be taken is told, and asked for again.

use std::io::{self, BufRead, IsTerminal, Write};

/// Somebody who can be asked.
pub(crate) struct Person<'a> {
    answers: Box<dyn BufRead + 'a>,
    questions: Box<dyn Write + 'a>,
}

impl Person<'static> {
    /// Who sits at the terminal; nobody where answers or questions would go elsewhere.
    pub(crate) fn at_terminal() -> Option<Person<'static>> {
        let is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
        is_there.then(|| Person::new(io::stdin().lock(), io::stderr()))
    }
}

impl<'a> Person<'a> {
    /// Who answers from here and is asked there.
    pub(crate) fn new(answers: impl BufRead + 'a, questions: impl Write + 'a) -> Person<'a> {
        Person { answers: Box::new(answers), questions: Box::new(questions) }
    }

    /// The answer to a question, as `take` takes it; an empty line answers `usual`, where there is one. None where
    /// the answers end.
    pub(crate) fn ask<T>(
        &mut self,
        question: &str,
        usual: Option<&str>,
        take: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        loop {
            let usual_said = usual.map_or_else(String::new, |usual| format!(" [{usual}]"));
            self.say(&format!("{question}{usual_said} "))?;
            let mut answer = String::new();
            if self.answers.read_line(&mut answer).ok()? == 0 {
                self.say("\n")?;
                return None;
            }
            let answer = match answer.trim() {
                "" => usual.unwrap_or_default(),
                answer => answer,
            };
            match take(answer) {
                Ok(taken) => return Some(taken),
                Err(why) => self.say(&format!("{why}\n"))?,
            }
        }
    }

    /// Tells something.
    pub(crate) fn say(&mut self, text: &str) -> Option<()> {
        self.questions.write_all(text.as_bytes()).and_then(|()| self.questions.flush()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(answer: &str) -> Result<u32, String> {
        answer.parse().map_err(|_| format!("“{answer}” không phải là số; ghi lại"))
    }

    #[test]
    fn a_wrong_answer_is_told_and_asked_for_again() {
        let mut said = Vec::new();
        let mut person = Person::new("mười\n12\n\n".as_bytes(), &mut said);
        assert_eq!(person.ask("Có mặt:", None, number), Some(12));
        assert_eq!(person.ask("Tán thành:", Some("11"), number), Some(11));
        assert_eq!(person.ask("Không tán thành:", None, number), None);
        drop(person);
        assert_eq!(
            String::from_utf8(said).unwrap(),
            "Có mặt: “mười” không phải là số; ghi lại\nCó mặt: Tán thành: [11] Không tán thành: \n"
        );
    }
}
