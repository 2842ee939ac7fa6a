//! `vanban serve`, as a caller in another language sees it.

mod batch;
mod server;
#[cfg(unix)]
mod stop;

use std::io::Write;
use std::net::TcpListener;

use serde_json::{Value, json};
use vanban::chain::Derivation;
use vanban::{AnyRecord, Renderer};

use super::{case, render, vanban};
use server::{Answer, JSON, Server, send};

#[test]
fn it_says_that_it_is_there_and_what_it_makes() {
    let server = Server::start(&[]);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(server.get("/health").json(), json!({ "status": "ok", "version": version }));
    let kinds = server.get("/kinds").json();
    assert!(kinds.as_array().unwrap().contains(
        &json!({ "kind": "guidance", "term": "hướng dẫn", "issued_by": ["ban thường vụ đảng uỷ"] })
    ));
    for kind in kinds.as_array().unwrap() {
        let name = kind["kind"].as_str().unwrap();
        let schema = server.get(&format!("/kinds/{name}/schema")).json();
        let own = vanban::kinds::built_in().find(|kind| kind.name() == name).unwrap();
        assert_eq!(schema, own.json_schema());
        let example = server.get(&format!("/kinds/{name}/example"));
        assert_eq!(String::from_utf8(example.body.clone()).unwrap(), own.example().unwrap());
        assert_eq!(server.post("/render?format=docx", &example.body).status, 200);
    }
    assert_eq!(
        server.get("/kinds/novel/schema").refusal(),
        (404, "không có loại văn bản “novel”; xem các loại ở GET /kinds".to_owned())
    );
    let openapi = server.get("/openapi.json").json();
    assert_eq!(
        (openapi["openapi"].as_str(), openapi["info"]["version"].as_str()),
        (Some("3.1.0"), Some(version))
    );
    // Every address that it names is one.
    for (path, methods) in openapi["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let path = path.replace("{kind}", "minutes");
            let status = server.ask(&method.to_uppercase(), &path, &[], b"").status;
            assert!(![404, 405].contains(&status), "{method} {path}");
        }
    }
}

#[test]
fn a_paper_is_that_of_the_command() {
    let server = Server::start(&[]);
    let record = case("resolution_numbered");
    let document = render(&record);
    let pdf = server.post("/render?format=pdf", &record);
    assert!(pdf.status == 200 && pdf.body == document.to_pdf().unwrap());
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    let disposition = "attachment; filename=\"nghi-quyet-05-nq-cb.pdf\"";
    assert_eq!(pdf.header("content-disposition"), Some(disposition));
    assert_eq!(pdf.header("x-vanban-warnings"), Some("0"));
    let docx = server.post("/render?format=docx", &record);
    assert!(docx.status == 200 && docx.body == document.to_docx().unwrap());
    let media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    assert_eq!(docx.header("content-type"), Some(media));
    // A record as people write it, and one that has warnings.
    let commented = format!("\u{feff}// tháng 6\n{record}");
    assert!(server.post("/render?format=pdf", commented).body == pdf.body);
    let early = dated(&record, "22/5/2026");
    assert_eq!(server.post("/render", early).header("x-vanban-warnings"), Some("1"));
}

#[test]
fn a_paper_to_be_signed_carries_its_record() {
    let server = Server::start(&[]);
    let record = case("resolution_numbered");
    let renderer = Renderer::new().with_signature_fields(true);
    let document = renderer.render(&AnyRecord::from_json(&record).unwrap()).unwrap();
    let pdf = server.post("/render?format=pdf&signature_fields=true&with_data=true", &record);
    assert!(pdf.body == document.to_pdf_with_data().unwrap());
    let docx = server.post("/render?format=docx&signature_fields=false&with_data=true", &record);
    assert!(docx.body == document.to_docx_with_data().unwrap());
}

#[test]
fn the_caller_says_what_it_likes() {
    let server = Server::start(&[]);
    let record = case("resolution_numbered");
    let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    for (path, accept, begins) in [
        ("/render", "*/*", "%PDF"),
        ("/render", docx, "PK"),
        ("/render", &format!("application/pdf;q=0.5, {docx}"), "PK"),
        ("/render", "text/html, */*;q=0.1", "%PDF"),
        ("/render?format=docx", "application/pdf", "PK"),
        ("/render?format=pdf", "application/json", "%PDF"),
    ] {
        let answer = server.ask("POST", path, &[JSON, ("accept", accept)], record.as_bytes());
        assert!(answer.status == 200 && answer.body.starts_with(begins.as_bytes()), "{path} {accept}");
    }
    let answer = server.ask("POST", "/render", &[JSON, ("accept", "text/html, application/pdf;q=0")], b"{}");
    let said = "chỉ lập được PDF và DOCX; hãy ghi ?format=pdf hoặc ?format=docx, hoặc sửa tiêu đề Accept";
    assert_eq!(answer.refusal(), (406, said.to_owned()));
    let told = "phần sau dấu ? không đúng; hãy ghi như sau: ?format=pdf hoặc ?format=docx; thêm &signature_fields=true, &with_data=true nếu cần";
    assert_eq!(server.post("/render?fromat=pdf", &record).refusal(), (400, told.to_owned()));
    let told = "format: chỉ nhận docx hoặc pdf";
    assert_eq!(server.post("/render?format=doc", &record).refusal(), (400, told.to_owned()));
}

/// A record with another date.
fn dated(record: &str, date: &str) -> String {
    let mut record: Value = serde_json::from_str(record).unwrap();
    record["date"] = date.into();
    record.to_string()
}

/// What `vanban check --json` prints, but for the file.
fn checked(record: &str, name: &str) -> Value {
    let file = super::folder(&format!("serve_{name}")).join("record.json");
    std::fs::write(&file, record).unwrap();
    let run = vanban(&["check", "--json", file.to_str().unwrap()]);
    let mut problems: Value = serde_json::from_str(&run.out).unwrap();
    for problem in problems.as_array_mut().unwrap() {
        problem.as_object_mut().unwrap().shift_remove("file");
    }
    problems
}

#[test]
fn problems_are_those_of_check() {
    let server = Server::start(&[]);
    let right = case("resolution_numbered");
    let wrong = right.replace("\"Phó bí thư\"", "\"Bí thư Chi bộ\"");
    let early = dated(&right, "22/5/2026");
    for (name, record, status) in [
        ("right", right.as_str(), 200),
        ("early", &early, 200),
        ("wrong", &wrong, 422),
        ("shape", r#"{"kind": "resolution", "date": "31/6/2026", "numbr": 5}"#, 422),
        ("syntax", r#"{"kind": "resolution", "#, 422),
        ("list", "[]", 422),
        ("nothing", "", 422),
    ] {
        let expected = checked(record, name);
        let check = server.post("/check", record);
        assert_eq!((check.status, check.json()), (200, expected.clone()), "{name}");
        let made = server.post("/render?format=pdf", record);
        assert_eq!(made.status, status, "{name}");
        if status == 422 {
            assert_eq!(made.json(), expected, "{name}");
        }
    }
    // Bytes that are no text, and what is nested as deep as it will go.
    let broken = [&b"{\"kind\": \"resolution\", \"place\": \"\xff\"}"[..], "[".repeat(100_000).as_bytes()]
        .map(<[u8]>::to_vec);
    for bytes in broken {
        let answer = server.post("/render", bytes);
        assert_eq!((answer.status, answer.json()[0]["code"].as_str()), (422, Some("shape.syntax")));
    }
}

#[test]
fn what_follows_from_records_is_that_of_the_chain() {
    let server = Server::start(&[]);
    let minutes = case("minutes_forum");
    let record = AnyRecord::from_json(&minutes).unwrap();
    let expected = Derivation::to("notice").of(&[record]).unwrap().to_json().unwrap();
    for body in [minutes.clone(), format!("[{minutes}]")] {
        let answer = server.post("/next?to=notice", body);
        assert_eq!((answer.status, String::from_utf8(answer.body).unwrap()), (200, expected.clone() + "\n"));
    }
    let refused = |path: &str, body: &str| server.post(path, body).refusal();
    let told = "phần sau dấu ? không đúng; hãy ghi như sau: ?to=LOẠI, thêm &row=SỐ, &criteria_set=BỘ nếu cần";
    assert_eq!(refused("/next", &minutes), (400, told.to_owned()));
    assert_eq!(refused("/next?to=notice", "[]"), (400, "không có bản ghi nào".to_owned()));
    let told =
        "to: không có loại văn bản này; có phải notice (thông báo)? Nếu không, hãy chọn trong `vanban kinds`";
    assert_eq!(refused("/next?to=notic", &minutes), (400, told.to_owned()));
    // Which record of the list is meant.
    let answer = server.post("/next?to=notice", format!("[{minutes}, {{\"kind\": \"minute\"}}]"));
    assert_eq!((answer.status, answer.json()[0]["place"].as_str()), (422, Some("bản ghi 2")));
    assert_eq!(server.post("/next?to=notice", "[{").json()[0]["code"], json!("shape.syntax"));
}

#[test]
fn what_is_no_request_is_refused_with_a_sentence() {
    let server = Server::start(&["--max-body", "1"]);
    let told =
        |answer: &Answer, status: u16, said: &str| assert_eq!(answer.refusal(), (status, said.to_owned()));
    told(&server.get("/paper"), 404, "không có địa chỉ này; xem các địa chỉ ở GET /openapi.json");
    for (method, path, allowed) in
        [("GET", "/render", "POST"), ("POST", "/kinds", "GET,HEAD"), ("DELETE", "/batch", "POST")]
    {
        let answer = server.ask(method, path, &[JSON], b"{}");
        told(&answer, 405, "địa chỉ này không nhận phương thức đó; xem tiêu đề Allow");
        assert_eq!(answer.header("allow"), Some(allowed));
    }
    let no_json = "nội dung gửi lên phải là JSON; hãy ghi tiêu đề Content-Type: application/json";
    for path in ["/render", "/check", "/next?to=notice", "/batch"] {
        for media in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx"] {
            told(&server.ask("POST", path, &[("content-type", media)], b"{}"), 415, no_json);
        }
        let packed = server.ask("POST", path, &[JSON, ("content-encoding", "gzip")], b"{}");
        told(&packed, 415, "nội dung gửi lên không được nén; hãy bỏ tiêu đề Content-Encoding");
        let large = "nội dung gửi lên lớn hơn 1 MB; hãy chia nhỏ, hoặc chạy dịch vụ với --max-body lớn hơn";
        let junk = vec![b' '; 3 << 20];
        told(&server.post(path, &junk), 413, large);
        // Who asks first is told before anything is sent.
        let mut stream = server.connect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 3000000\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        told(&Answer::read(stream), 413, large);
        // Who says no length is told when it is too much.
        let mut stream = server.connect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n300000\r\n"
        );
        stream.write_all(&[head.as_bytes(), &junk, b"\r\n0\r\n\r\n"].concat()).unwrap();
        told(&Answer::read(stream), 413, large);
    }
    for media in ["application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.office+json"] {
        assert_eq!(server.ask("POST", "/render", &[("content-type", media)], b"{}").status, 422);
    }
    assert_eq!(server.ask("POST", "/render", &[], b"{}").status, 422);
}

#[test]
fn who_finds_too_many_waiting_is_told_to_come_back() {
    let server = Server::start(&["--jobs", "1", "--queue", "0"]);
    // A paper that takes its time.
    let mut record: Value = serde_json::from_str(&case("resolution_numbered")).unwrap();
    let section = record["sections"][0].clone();
    record["sections"] = Value::Array(vec![section; 300]);
    let record = record.to_string();
    let mut callers: Vec<_> = (0..6).map(|_| server.connect()).collect();
    callers.iter_mut().for_each(|caller| send(caller, "POST", "/render", &[JSON], record.as_bytes()));
    // It serves all the while what takes no time.
    assert_eq!(server.get("/health").status, 200);
    let answers: Vec<Answer> = callers.into_iter().map(Answer::read).collect();
    let (made, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 200);
    assert!(!made.is_empty() && !refused.is_empty(), "{} {}", made.len(), refused.len());
    for answer in refused {
        let said = "đang có quá nhiều yêu cầu; hãy gửi lại sau ít giây";
        assert_eq!(answer.refusal(), (503, said.to_owned()));
        assert_eq!(answer.header("retry-after"), Some("2"));
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let run = vanban(&["serve", "--address", &address.to_string()]);
    let (port, other) = (address.port(), address.port().checked_add(1).unwrap_or(8620));
    let said = format!(
        "{address}: cổng {port} đang có chương trình khác dùng; hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ --address 127.0.0.1:{other}\n"
    );
    assert_eq!((run.status, run.err, run.out.as_str()), (1, said, ""));
    let run = vanban(&["serve", "--address", "8620"]);
    assert!(
        run.status == 2 && run.err.contains("hãy ghi địa chỉ IP và cổng, ví dụ 127.0.0.1:8620"),
        "{}",
        run.err
    );
}

/// A renderer as the service has it where nothing is said.
#[test]
fn the_options_of_papers_are_taken() {
    let server = Server::start(&["--profile", "hd36"]);
    let record = case("resolution_numbered");
    let renderer = Renderer::new().with_profile(vanban::Profile::hd36());
    let document = renderer.render(&AnyRecord::from_json(&record).unwrap()).unwrap();
    assert!(server.post("/render?format=pdf", &record).body == document.to_pdf().unwrap());
}
