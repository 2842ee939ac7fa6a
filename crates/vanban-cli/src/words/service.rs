//! What the service says, of itself and to those who ask it.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

/// Where it listens.
pub(crate) fn listening(address: SocketAddr) -> String {
    said!(
        "Đang phục vụ tại http://{address} (dừng: Ctrl-C)",
        "Serving at http://{address} (to stop it: Ctrl-C)"
    )
}

/// Why it cannot listen there.
pub(crate) fn unheard(address: SocketAddr, error: &io::Error) -> String {
    let port = address.port();
    let other = SocketAddr::new(address.ip(), port.checked_add(1).unwrap_or(8620));
    match error.kind() {
        ErrorKind::AddrInUse => said!(
            "{address}: cổng {port} đang có chương trình khác dùng; hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ --address {other}",
            "{address}: another program uses port {port}; stop it or choose another port, say --address {other}"
        ),
        ErrorKind::PermissionDenied => said!(
            "{address}: không có quyền dùng cổng {port}; hãy chọn cổng từ 1024 trở lên, ví dụ 8620",
            "{address}: port {port} is not allowed; choose one from 1024 on, say 8620"
        ),
        ErrorKind::AddrNotAvailable => said!(
            "{address}: máy này không có địa chỉ đó; hãy ghi địa chỉ của máy, 127.0.0.1 là chỉ riêng máy này",
            "{address}: this machine has no such address; name one that it has, 127.0.0.1 is for itself alone"
        ),
        _ => said!(
            "{address}: không mở được địa chỉ này; hãy chọn địa chỉ hoặc cổng khác sau --address",
            "{address}: it cannot be opened; choose another address or port behind --address"
        ),
    }
}

pub(crate) fn no_kind(name: &str) -> String {
    said!(
        "không có loại văn bản “{name}”; xem các loại ở GET /kinds",
        "there is no kind “{name}”; GET /kinds lists them"
    )
}

pub(crate) fn too_large(megabytes: usize) -> String {
    said!(
        "nội dung gửi lên lớn hơn {megabytes} MB; hãy chia nhỏ, hoặc chạy dịch vụ với --max-body lớn hơn",
        "the body is over {megabytes} MB; send it in parts, or run the service with a larger --max-body"
    )
}

pub(crate) fn unmade(error: &str) -> String {
    said!("không lập được văn bản: {error}", "the document cannot be made: {error}")
}

pub(crate) fn no_query(known: &str) -> String {
    said!(
        "phần sau dấu ? không đúng; hãy ghi như sau: {known}",
        "what stands behind ? is not understood; write it so: {known}"
    )
}

pub(crate) fn no_such_format() -> &'static str {
    fixed!("format: chỉ nhận docx hoặc pdf", "format: docx or pdf")
}

pub(crate) fn broken_off() -> &'static str {
    fixed!("nội dung gửi lên bị đứt giữa chừng; hãy gửi lại", "the body broke off; send it again")
}

pub(crate) fn no_path() -> &'static str {
    fixed!(
        "không có địa chỉ này; xem các địa chỉ ở GET /openapi.json",
        "there is no such path; GET /openapi.json has those there are"
    )
}

pub(crate) fn no_method() -> &'static str {
    fixed!(
        "địa chỉ này không nhận phương thức đó; xem tiêu đề Allow",
        "this path does not take that method; see the header Allow"
    )
}

pub(crate) fn no_format() -> &'static str {
    fixed!(
        "chỉ lập được PDF và DOCX; hãy ghi ?format=pdf hoặc ?format=docx, hoặc sửa tiêu đề Accept",
        "only PDF and DOCX are made; write ?format=pdf or ?format=docx, or another header Accept"
    )
}

pub(crate) fn too_slow() -> &'static str {
    fixed!("nội dung gửi lên quá chậm; hãy gửi lại", "the body came too slowly; send it again")
}

pub(crate) fn no_json() -> &'static str {
    fixed!(
        "nội dung gửi lên phải là JSON; hãy ghi tiêu đề Content-Type: application/json",
        "the body shall be JSON; write the header Content-Type: application/json"
    )
}

pub(crate) fn packed() -> &'static str {
    fixed!(
        "nội dung gửi lên không được nén; hãy bỏ tiêu đề Content-Encoding",
        "the body shall not be packed; leave the header Content-Encoding out"
    )
}

pub(crate) fn fault() -> &'static str {
    fixed!(
        "lỗi của chính vanban, xin báo lại cho người làm ra vanban; các yêu cầu khác vẫn được phục vụ",
        "a fault of vanban itself, please report it; other requests are served all the same"
    )
}

pub(crate) fn busy() -> &'static str {
    fixed!(
        "đang có quá nhiều yêu cầu; hãy gửi lại sau ít giây",
        "there are too many requests; send it again in some seconds"
    )
}

/// What the report calls the records behind one that cannot be read on.
pub(crate) fn the_rest() -> &'static str {
    fixed!("các bản ghi còn lại", "the other records")
}

/// What stands behind `?` where a document is made.
pub(crate) fn rendering() -> &'static str {
    fixed!(
        "?format=pdf hoặc ?format=docx; thêm &signature_fields=true, &with_data=true nếu cần",
        "?format=pdf or ?format=docx; with &signature_fields=true, &with_data=true where wanted"
    )
}

/// What stands behind `?` where a document follows.
pub(crate) fn next() -> &'static str {
    fixed!(
        "?to=LOẠI, thêm &row=SỐ, &criteria_set=BỘ nếu cần",
        "?to=KIND, and &row=N, &criteria_set=ID where needed"
    )
}
