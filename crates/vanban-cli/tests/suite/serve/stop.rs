//! A service that is told to stop.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use super::super::case;
use super::server::{Answer, JSON, Server, send};

#[test]
fn what_is_begun_is_finished_and_nothing_new_is_begun() {
    let server = Server::start(&["--jobs", "1"]);
    let record = case("resolution_every_part");
    // The body of one is not all there yet, others wait in the line.
    let mut begun = server.connect();
    let (first, rest) = record.as_bytes().split_at(100);
    let head = format!(
        "POST /render HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        record.len()
    );
    begun.write_all(&[head.as_bytes(), first].concat()).unwrap();
    let mut waiting: Vec<TcpStream> = (0..5).map(|_| server.connect()).collect();
    waiting.iter_mut().for_each(|stream| send(stream, "POST", "/render", &[JSON], record.as_bytes()));
    let mut idle = server.connect();
    // It takes up connections in their order.
    assert_eq!(server.get("/health").status, 200);
    server.terminate();
    let refused = (0..100).any(|_| {
        sleep(Duration::from_millis(20));
        TcpStream::connect(&server.address).is_err()
    });
    assert!(refused);
    assert_eq!(idle.read(&mut [0]).unwrap(), 0);
    begun.write_all(rest).unwrap();
    let made: Vec<Answer> = waiting.into_iter().chain([begun]).map(Answer::read).collect();
    assert!(made.iter().all(|answer| answer.status == 200 && answer.body.ends_with(b"%%EOF\n")));
    assert_eq!(server.end(), (Some(0), String::new()));
}

#[test]
fn a_second_signal_ends_all() {
    let server = Server::start(&[]);
    let mut begun = server.connect();
    begun.write_all(b"POST /render HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{").unwrap();
    assert_eq!(server.get("/health").status, 200);
    server.terminate();
    while TcpStream::connect(&server.address).is_ok() {
        sleep(Duration::from_millis(20));
    }
    server.terminate();
    assert_eq!(server.end(), (Some(1), String::new()));
}

#[test]
fn a_log_has_a_line_a_request_and_nothing_of_what_was_sent() {
    let server = Server::start(&["--log"]);
    server.post("/render?format=pdf", case("resolution_numbered"));
    server.post("/check?secret", "{\"place\": \"Bình An\"}");
    server.get("/nowhere");
    server.terminate();
    let (status, told) = server.end();
    let told: Vec<&str> =
        told.lines().map(|line| line.rsplit_once(' ').unwrap().0.rsplit_once(' ').unwrap().0).collect();
    assert_eq!((status, told), (Some(0), vec!["POST /render 200", "POST /check 200", "GET /nowhere 404"]));
}
