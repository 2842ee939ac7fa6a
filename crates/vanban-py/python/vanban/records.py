"""Typed records of each kind, and their parts. Made by records.py from the JSON Schemas; do not edit."""
from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union


__all__ = [
    "Resolution",
    "EvaluationForm",
    "Decision",
    "Conclusion",
    "Notice",
    "Guidance",
    "Bylaws",
    "Regulation",
    "Submission",
    "OfficialLetter",
    "Report",
    "Plan",
    "Programme",
    "Scheme",
    "Minutes",
    "Comments",
    "Invitation",
    "BallotPaper",
    "OpinionForm",
    "EvaluationSummary",
    "Directive",
    "Circular",
    "MasterPlan",
    "ContingencyPlan",
    "Project",
    "IntroductionLetter",
    "ConfirmationCertificate",
    "TravelPermit",
    "LeavePermit",
    "TransferSlip",
    "DispatchSlip",
    "PublicLetter",
    "DiscussionPaper",
    "TopicPaper",
    "LearningReport",
    "Commitment",
    "BranchCommitment",
    "DuesReport",
    "MeritCertificate",
    "HonourCertificate",
    "AwardList",
    "SelfReview",
    "CollectiveReview",
    "PartyApplication",
    "SponsorIntroduction",
    "AdmissionOpinions",
    "AdmissionResolution",
    "ProbationReview",
    "ProbationAssessment",
    "MembershipResolution",
]

ProfileId = Literal["hd05", "hd36"]
Body = Literal["central", "province", "committee", "section_committee", "branch", "inspection", "department", "office", "council", "steering", "subcommittee", "school", "congress", "congress_body", "joint"]
Given = Union[int, Literal["by_hand"], str]
PaperDate = Union["PaperDateFields", str]
Capacity = Literal["on_behalf_of", "signing_for", "by_order_of", "acting", "direct", "T/M", "K/T", "T/L", "Q."]
Png = str
Urgency = Literal["urgent", "very_urgent", "express"]
Circulation = Literal["for_conference", "to_be_collected", "return_after_conference", "return_after_reading", "internal"]
ColumnAlign = Literal["left", "center", "right", "justify"]
Written = str
Person = Union["PersonFields", str]
CitedDate = Union["CitedDateFields", str]
When = Union["WhenFields1", "WhenFields2"]
Basis = Union["BasisFields1", "BasisFields2", "BasisFields3"]
ResolutionVariant = Literal["monthly", "thematic", "annual", "after_forum", "admission"]
Scorer = Literal["self", "superior", "both"]
SessionVariant = Literal["regular", "thematic", "combined", "quarter"]
Clause = Union["ClauseFields", str]
ClockTime = Union["ClockTimeFields", str]
AgendaItem = Union["AgendaItemFields", str]
ScheduleRows = Union["ScheduleRowsFields1", "ScheduleRowsFields2", "ScheduleRowsFields3", "ScheduleRowsFields4", "ScheduleRowsFields5", "ScheduleRowsFields6"]
MinutesVariant = Literal["regular", "committee", "thematic", "forum", "yearly_review", "ballot_count", "extract", "congress", "discussion"]
WorkRating = Literal["HTXSNV", "HTTNV", "HTNV", "Không HTNV"]
Sheet = Literal["a4", "a5"]
Choices = Union["ChoicesFields", Literal["opinion", "agreement", "discipline", "probationary_discipline", "organisation_discipline"]]


class Layout(TypedDict, total=False):
    type_name_pt: Optional[float]  # cỡ chữ tên loại
    subject_pt: Optional[float]  # cỡ chữ trích yếu
    body_pt: Optional[float]  # cỡ chữ nội dung
    line_pitch_pt: Optional[float]  # giãn dòng
    first_line_mm: Optional[float]  # lùi đầu dòng
    paragraph_gap_pt: Optional[float]  # khoảng cách đoạn


class _Issuer(TypedDict):
    name: str  # tên cơ quan ban hành


class Issuer(_Issuer, total=False):
    superior: Optional[str]  # cơ quan cấp trên trực tiếp
    code: Optional[str]  # ký hiệu cơ quan
    body: Optional["Body"]  # loại tổ chức, cơ quan


class _PaperDateFields(TypedDict):
    year: int  # năm


class PaperDateFields(_PaperDateFields, total=False):
    day: Optional["Given"]  # ngày
    month: Optional["Given"]  # tháng


class _Picture(TypedDict):
    png: "Png"  # tệp ảnh


class Picture(_Picture, total=False):
    alternative_text: Optional[str]  # văn bản thay thế


class _Signature(TypedDict):
    capacity: "Capacity"  # quyền hạn ký


class Signature(_Signature, total=False):
    body: Optional[str]  # thay mặt, ký thay ai
    position: Optional[str]  # chức vụ người ký
    also: Optional[str]  # kiêm
    name: Optional[str]  # họ và tên người ký
    image: Optional["Picture"]  # ảnh chữ ký


class Confirmation(TypedDict):
    of: str  # người có chữ ký được xác nhận
    signature: "Signature"  # người xác nhận


class Marks(TypedDict, total=False):
    urgency: Optional["Urgency"]  # độ khẩn
    circulation: Optional["Circulation"]  # phạm vi lưu hành
    no_broadcast: bool  # không phổ biến trên phương tiện thông tin
    contact: Optional[str]  # thông tin liên hệ
    drafter: Optional[str]  # ký hiệu người soạn thảo
    emblem: Optional["Picture"]  # biểu trưng


class _Column(TypedDict):
    label: str  # tên cột


class Column(_Column, total=False):
    width: Optional[str]  # bề rộng cột
    align: Optional["ColumnAlign"]  # căn lề cột


class _DataTable(TypedDict):
    columns: List["Column"]  # các cột
    rows: List[List[Optional[str]]]  # các dòng của bảng


class DataTable(_DataTable, total=False):
    caption: Optional[str]  # tên bảng


class PersonFields(TypedDict, total=False):
    name: Optional["Written"]  # họ và tên
    position: Optional[str]  # chức vụ


class CitedDateFields(TypedDict):
    day: int  # ngày
    month: int  # tháng
    year: int  # năm


class WhenFields1(TypedDict):
    date: "CitedDate"  # ngày thực hiện


class WhenFields2(TypedDict):
    text: str  # bằng lời


class _Task(TypedDict):
    content: str  # nhiệm vụ
    chair: "Person"  # chủ trì
    deadline: "When"  # thời hạn


class Task(_Task, total=False):
    partners: Optional[str]  # phối hợp
    product: Optional[str]  # sản phẩm


class _ReviewedTask(TypedDict):
    content: str  # nhiệm vụ đề ra


class ReviewedTask(_ReviewedTask, total=False):
    before: Optional[str]  # tình trạng đầu kỳ
    result: Optional[str]  # kết quả thực hiện


class _TaskReview(TypedDict):
    month: int  # tháng
    tasks: List["ReviewedTask"]  # các nhiệm vụ


class TaskReview(_TaskReview, total=False):
    year: Optional[int]  # năm


class _Target(TypedDict):
    name: str  # tên chỉ tiêu
    planned: float  # kế hoạch
    actual: Union[float, Literal["by_hand"]]  # kết quả đạt được


class Target(_Target, total=False):
    unit: Optional[str]  # đơn vị tính


class Section(TypedDict, total=False):
    heading: Optional[str]  # đề mục
    paragraphs: List[str]  # các đoạn văn
    table: Optional["DataTable"]  # bảng số liệu
    tasks: List["Task"]  # các nhiệm vụ
    items: List["Section"]  # mục con
    reviewed: Optional["TaskReview"]  # kết quả thực hiện nghị quyết tháng trước
    targets: List["Target"]  # chỉ tiêu


class _Appendix(TypedDict):
    title: str  # tiêu đề
    sections: List["Section"]  # các mục


class Appendix(_Appendix, total=False):
    first_level: Optional[int]  # cấp của mục ngoài cùng
    list: bool  # là danh sách
    landscape: bool  # trang ngang


class BasisFields1(TypedDict):
    text: str  # căn cứ bằng lời


class _Citation(TypedDict):
    kind: str  # tên loại văn bản
    symbol: str  # số và ký hiệu
    date: "CitedDate"  # ngày của văn bản được viện dẫn
    issuer: str  # cơ quan ban hành văn bản được viện dẫn


class Citation(_Citation, total=False):
    subject: Optional[str]  # trích yếu của văn bản được viện dẫn


class BasisFields2(TypedDict):
    document: "Citation"  # văn bản làm căn cứ


class BasisFields3(TypedDict):
    proposal: str  # xét đề nghị của


class Split(TypedDict):
    official: "Given"  # đảng viên chính thức
    probationary: "Given"  # đảng viên dự bị


class _Absentee(TypedDict):
    name: str  # họ và tên


class Absentee(_Absentee, total=False):
    reason: Optional[str]  # lý do


class _Attendance(TypedDict):
    total: "Given"  # tổng số
    summoned: "Given"  # được triệu tập
    present: "Given"  # có mặt
    absent: "Given"  # vắng mặt
    excused: "Given"  # vắng mặt có lý do
    unexcused: "Given"  # vắng mặt không có lý do


class Attendance(_Attendance, total=False):
    participants: Optional[str]  # thành phần
    official: Optional["Given"]  # đảng viên chính thức
    probationary: Optional["Given"]  # đảng viên dự bị
    exempt: Optional["Given"]  # được miễn sinh hoạt
    elsewhere: Optional["Given"]  # tạm thời sinh hoạt nơi khác
    present_as: Optional["Split"]  # có mặt, chia theo chính thức và dự bị
    absent_as: Optional["Split"]  # vắng mặt, chia theo chính thức và dự bị
    absentees: List["Absentee"]  # người vắng mặt
    delegates: List["Person"]  # đại biểu cấp trên
    guests: List["Person"]  # khách mời


class _SessionFacts(TypedDict):
    name: str  # tên kỳ sinh hoạt
    date: "PaperDate"  # ngày sinh hoạt
    venue: "Written"  # địa điểm
    duration: "Given"  # thời lượng
    attendance: "Attendance"  # thành phần dự họp
    chair: "Person"  # người chủ trì
    secretary: "Person"  # thư ký


class SessionFacts(_SessionFacts, total=False):
    other_business: List[str]  # nội dung khác


class CriterionScore(TypedDict):
    title: str  # tên tiêu chí
    self_score: float  # điểm tự chấm
    max: float  # điểm tối đa


class _SelfEvaluation(TypedDict):
    criteria: List["CriterionScore"]  # các tiêu chí
    rating: str  # tự xếp loại


class SelfEvaluation(_SelfEvaluation, total=False):
    shortcomings: List[str]  # hạn chế


class _Admission(TypedDict):
    applicant: str  # người được đề nghị kết nạp


class Admission(_Admission, total=False):
    reason_against: Optional[str]  # lý do không tán thành


class Opinion(TypedDict):
    speaker: "Person"  # người phát biểu
    content: str  # ý kiến


class Vote(TypedDict):
    entitled: "Given"  # có quyền biểu quyết
    present: "Given"  # có mặt
    in_favour: "Given"  # tán thành
    against: "Given"  # không tán thành
    abstained: "Given"  # không có ý kiến


class _Resolution(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["resolution"]  # loại văn bản


class Resolution(_Resolution, total=False):
    """nghị quyết"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    variant: Optional["ResolutionVariant"]  # loại nghị quyết
    session: Optional["SessionFacts"]  # kỳ sinh hoạt
    self_evaluation: Optional["SelfEvaluation"]  # tự đánh giá kỳ sinh hoạt
    admission: Optional["Admission"]  # kết nạp đảng viên
    opinions: List["Opinion"]  # các ý kiến
    vote: Optional["Vote"]  # kết quả biểu quyết
    adopted: Optional["CitedDate"]  # ngày thông qua
    format: Literal[1]  # phiên bản bản ghi


class Period(TypedDict):
    month: "Given"  # tháng
    year: int  # năm


class Targets(TypedDict):
    done: int  # số chỉ tiêu hoàn thành
    total: int  # tổng số chỉ tiêu


class _Session(TypedDict):
    variant: "SessionVariant"  # loại kỳ sinh hoạt


class Session(_Session, total=False):
    duration: Optional[int]  # thời lượng
    members: Optional[int]  # tổng số đảng viên
    exempt: int  # được miễn sinh hoạt
    special_duty: int  # làm nhiệm vụ đặc biệt
    summoned: Optional[int]  # được triệu tập
    present: Optional[int]  # có mặt
    unexcused: Optional[int]  # vắng mặt không có lý do
    long_absent: Optional[int]  # vắng quá 3 lần liên tiếp
    speakers: Optional[int]  # số người phát biểu
    targets: Optional["Targets"]  # chỉ tiêu của nghị quyết
    only_secretary: bool  # chi bộ chỉ có bí thư


class _EvaluationRow(TypedDict):
    criterion: str  # số của tiêu chí


class EvaluationRow(_EvaluationRow, total=False):
    self_score: Optional[float]  # điểm tự chấm
    superior_score: Optional[float]  # điểm cấp trên chấm
    note: Optional[str]  # lý do trừ điểm


class _EvaluationForm(TypedDict):
    scorer: "Scorer"  # người chấm
    issuer: "Issuer"  # nơi lập phiếu
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    criteria_set: str  # bộ tiêu chí
    period: "Period"  # tháng sinh hoạt
    session: "Session"  # kỳ sinh hoạt
    kind: Literal["evaluation_form"]  # loại văn bản


class EvaluationForm(_EvaluationForm, total=False):
    """phiếu đánh giá chất lượng sinh hoạt chi bộ"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    form_label: Optional[str]  # nhãn của mẫu
    branch: Optional[str]  # chi bộ được đánh giá
    held: Optional["CitedDate"]  # ngày họp
    rows: List["EvaluationRow"]  # điểm từng tiêu chí
    strengths: List[str]  # ưu điểm
    shortcomings: List[str]  # hạn chế
    remedies: List[str]  # biện pháp khắc phục
    signature: Optional["Signature"]  # người ký
    left_signature: Optional["Signature"]  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class TeamMember(TypedDict, total=False):
    name: Optional["Written"]  # họ và tên
    position: Optional[str]  # chức vụ
    role: Optional[str]  # nhiệm vụ trong tổ


class _ClauseFields(TypedDict):
    content: str  # nội dung khoản


class ClauseFields(_ClauseFields, total=False):
    points: List[str]  # các điểm


class Article(TypedDict, total=False):
    heading: Optional[str]  # tên điều
    paragraphs: List[str]  # các đoạn văn
    team: List["TeamMember"]  # thành viên của tổ
    clauses: List["Clause"]  # các khoản


class _Decision(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    articles: List["Article"]  # các điều
    kind: Literal["decision"]  # loại văn bản


class Decision(_Decision, total=False):
    """quyết định"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    decider: Optional[str]  # cơ quan quyết định
    bare_line: bool  # dòng quyết định không tên
    format: Literal[1]  # phiên bản bản ghi


class _Conclusion(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["conclusion"]  # loại văn bản


class Conclusion(_Conclusion, total=False):
    """kết luận"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _ClockTimeFields(TypedDict):
    hour: "Given"  # giờ


class ClockTimeFields(_ClockTimeFields, total=False):
    minute: "Given"  # phút


class _AgendaItemFields(TypedDict):
    content: str  # nội dung


class AgendaItemFields(_AgendaItemFields, total=False):
    person: Optional["Person"]  # người thực hiện


class _Meeting(TypedDict):
    date: "CitedDate"  # ngày họp
    starts: "ClockTime"  # giờ bắt đầu
    venue: "Written"  # địa điểm
    agenda: List["AgendaItem"]  # nội dung cuộc họp


class Meeting(_Meeting, total=False):
    ends: Optional["ClockTime"]  # giờ kết thúc
    chair: Optional["Person"]  # người chủ trì
    participants: Optional[str]  # thành phần
    requests: List[str]  # yêu cầu


class _Notice(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["notice"]  # loại văn bản


class Notice(_Notice, total=False):
    """thông báo"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    meeting: Optional["Meeting"]  # cuộc họp
    format: Literal[1]  # phiên bản bản ghi


class _BlankForm(TypedDict):
    scorer: "Scorer"  # người chấm
    criteria_set: str  # bộ tiêu chí


class BlankForm(_BlankForm, total=False):
    variant: Optional["SessionVariant"]  # loại kỳ sinh hoạt
    form_label: Optional[str]  # nhãn của mẫu


class _Guidance(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["guidance"]  # loại văn bản


class Guidance(_Guidance, total=False):
    """hướng dẫn"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    forms: List["BlankForm"]  # các mẫu kèm theo
    format: Literal[1]  # phiên bản bản ghi


class Division(TypedDict):
    heading: str  # tên mục
    articles: List["Article"]  # các điều


class _Chapter(TypedDict):
    heading: str  # tên chương


class Chapter(_Chapter, total=False):
    articles: List["Article"]  # các điều
    divisions: List["Division"]  # các mục của chương


class _Bylaws(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["bylaws"]  # loại văn bản


class Bylaws(_Bylaws, total=False):
    """quy chế"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    articles: List["Article"]  # các điều
    chapters: List["Chapter"]  # các chương
    format: Literal[1]  # phiên bản bản ghi


class _Regulation(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["regulation"]  # loại văn bản


class Regulation(_Regulation, total=False):
    """quy định"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    articles: List["Article"]  # các điều
    chapters: List["Chapter"]  # các chương
    format: Literal[1]  # phiên bản bản ghi


class _Submission(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    addressees: List[str]  # kính trình
    kind: Literal["submission"]  # loại văn bản


class Submission(_Submission, total=False):
    """tờ trình"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    attachments: List[str]  # tài liệu kèm theo
    format: Literal[1]  # phiên bản bản ghi


class _OfficialLetter(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    addressees: List[str]  # kính gửi
    kind: Literal["official_letter"]  # loại văn bản


class OfficialLetter(_OfficialLetter, total=False):
    """công văn"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    attachments: List[str]  # tài liệu kèm theo
    format: Literal[1]  # phiên bản bản ghi


class _Part(TypedDict):
    heading: str  # tên phần
    sections: List["Section"]  # các mục


class Part(_Part, total=False):
    paragraphs: List[str]  # các đoạn văn
    first_level: Optional[int]  # cấp của mục ngoài cùng


class _Report(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["report"]  # loại văn bản


class Report(_Report, total=False):
    """báo cáo"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    parts: List["Part"]  # các phần
    format: Literal[1]  # phiên bản bản ghi


class _Step(TypedDict):
    content: str  # nội dung


class Step(_Step, total=False):
    person: Optional["Person"]  # người thực hiện
    time: Optional["When"]  # thời gian
    note: Optional[str]  # ghi chú


class ScheduleRowsFields1(TypedDict):
    steps: List["Step"]  # các bước


class _PlannedSession(TypedDict):
    quarter: int  # quý


class PlannedSession(_PlannedSession, total=False):
    topic: Optional[str]  # chuyên đề
    date: Optional["CitedDate"]  # ngày sinh hoạt
    presenter: Optional["Person"]  # người chuẩn bị, trình bày
    chair: Optional["Person"]  # người chủ trì
    note: Optional[str]  # ghi chú


class ScheduleRowsFields2(TypedDict):
    sessions: List["PlannedSession"]  # các kỳ sinh hoạt


class _BranchSession(TypedDict):
    branch: str  # chi bộ
    topic: str  # chuyên đề


class BranchSession(_BranchSession, total=False):
    time: Optional["When"]  # thời gian
    attending: Optional["Person"]  # người dự, chỉ đạo


class ScheduleRowsFields3(TypedDict):
    branches: List["BranchSession"]  # kỳ sinh hoạt của các chi bộ


class TermYear(TypedDict):
    year: int  # năm
    paragraphs: List[str]  # nội dung của năm


class ScheduleRowsFields4(TypedDict):
    years: List["TermYear"]  # các năm của nhiệm kỳ


class _CommitmentPart(TypedDict):
    content: str  # nội dung đăng ký


class CommitmentPart(_CommitmentPart, total=False):
    measures: Optional[str]  # biện pháp thực hiện
    deadline: Optional["When"]  # thời gian hoàn thành
    result: Optional[str]  # kết quả thực hiện


class ScheduleRowsFields5(TypedDict):
    commitments: List["CommitmentPart"]  # các nội dung đăng ký


class ScheduleRowsFields6(TypedDict):
    tasks: List["Task"]  # các nhiệm vụ


class _Schedule(TypedDict):
    heading: str  # đề mục
    rows: "ScheduleRows"  # các dòng của kế hoạch


class Schedule(_Schedule, total=False):
    paragraphs: List[str]  # các đoạn văn
    items: List["Section"]  # mục con


class _PlanMember(TypedDict):
    name: str  # họ và tên


class PlanMember(_PlanMember, total=False):
    party_position: Optional[str]  # chức vụ Đảng
    work_position: Optional[str]  # chức vụ chuyên môn
    workplace: Optional[str]  # đơn vị công tác


class _Plan(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["plan"]  # loại văn bản


class Plan(_Plan, total=False):
    """kế hoạch"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    schedule: Optional["Schedule"]  # mục có bảng
    organisation: List["Section"]  # tổ chức thực hiện
    member: Optional["PlanMember"]  # đảng viên lập kế hoạch
    format: Literal[1]  # phiên bản bản ghi


class _ProgrammeItem(TypedDict):
    content: str  # nội dung


class ProgrammeItem(_ProgrammeItem, total=False):
    person: Optional["Person"]  # người thực hiện
    note: Optional[str]  # ghi chú


class _Programme(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["programme"]  # loại văn bản


class Programme(_Programme, total=False):
    """chương trình"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    agenda: List["ProgrammeItem"]  # nội dung chương trình
    format: Literal[1]  # phiên bản bản ghi


class _Scheme(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["scheme"]  # loại văn bản


class Scheme(_Scheme, total=False):
    """đề án"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class Business(TypedDict, total=False):
    heading: Optional[str]  # đề mục
    speaker: Optional["Person"]  # người trình bày
    paragraphs: List[str]  # các đoạn văn
    opinions: List["Opinion"]  # các ý kiến
    tasks: List["Task"]  # các nhiệm vụ
    conclusions: List[str]  # kết luận của chủ trì
    vote: Optional["Vote"]  # kết quả biểu quyết


class _Presentation(TypedDict):
    speaker: "Person"  # người đọc tham luận
    title: str  # tên tham luận


class Presentation(_Presentation, total=False):
    summary: Optional[str]  # tóm tắt


class _Solution(TypedDict):
    heading: str  # tên giải pháp


class Solution(_Solution, total=False):
    content: Optional[str]  # nội dung giải pháp


class _BallotRow(TypedDict):
    name: str  # họ và tên
    excellent: "Given"  # hoàn thành xuất sắc nhiệm vụ
    good: "Given"  # hoàn thành tốt nhiệm vụ
    completed: "Given"  # hoàn thành nhiệm vụ
    failed: "Given"  # không hoàn thành nhiệm vụ


class BallotRow(_BallotRow, total=False):
    position: Optional[str]  # chức vụ, đơn vị
    self_rating: Optional["WorkRating"]  # tự nhận mức
    unrated: Optional["Given"]  # không xếp loại
    rating: Optional["WorkRating"]  # mức xếp loại được đề nghị
    note: Optional[str]  # ghi chú


class _Candidate(TypedDict):
    name: str  # họ và tên
    votes: "Given"  # số phiếu bầu


class Candidate(_Candidate, total=False):
    position: Optional[str]  # chức vụ, đơn vị
    elected: bool  # trúng cử


class _Ballots(TypedDict):
    issued: "Given"  # phiếu phát ra
    returned: "Given"  # phiếu thu vào
    valid: "Given"  # phiếu hợp lệ
    invalid: "Given"  # phiếu không hợp lệ


class Ballots(_Ballots, total=False):
    tellers: List["Person"]  # tổ kiểm phiếu
    rows: List["BallotRow"]  # kết quả từng người
    seats: Optional[int]  # số lượng bầu
    candidates: List["Candidate"]  # người ứng cử, đề cử


class Concluded(TypedDict, total=False):
    speaker: Optional["Person"]  # người kết luận
    points: List[str]  # các ý kết luận


class Motion(TypedDict):
    content: str  # nội dung biểu quyết
    vote: "Vote"  # kết quả biểu quyết


class Counterparts(TypedDict):
    copies: int  # số bản
    kept_at: str  # nơi lưu


class _Minutes(TypedDict):
    variant: "MinutesVariant"  # loại biên bản
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    starts: "ClockTime"  # giờ bắt đầu
    ends: "ClockTime"  # giờ kết thúc
    venue: "Written"  # địa điểm
    kind: Literal["minutes"]  # loại văn bản


class Minutes(_Minutes, total=False):
    """biên bản"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    undated: bool  # không ghi địa danh, ngày tháng
    basis: List["Basis"]  # căn cứ
    topic: Optional[str]  # chuyên đề
    held: Optional["PaperDate"]  # ngày họp
    ends_on: Optional["PaperDate"]  # ngày kết thúc
    attendance: Optional["Attendance"]  # thành phần dự họp
    chair: Optional["Person"]  # người chủ trì
    secretary: Optional["Person"]  # thư ký
    presidium: List["Person"]  # đoàn chủ tịch
    secretariat: List["Person"]  # đoàn thư ký
    agenda: List["AgendaItem"]  # nội dung cuộc họp
    proceedings: List["Business"]  # diễn biến cuộc họp
    presentations: List["Presentation"]  # tham luận
    opinions: List["Opinion"]  # các ý kiến
    solutions: List["Solution"]  # các giải pháp
    ballots: Optional["Ballots"]  # kết quả kiểm phiếu
    conclusions: List["Concluded"]  # kết luận
    motions: List["Motion"]  # biểu quyết
    closing: Optional[str]  # câu kết biên bản
    counterparts: Optional["Counterparts"]  # số bản của biên bản
    recipients: List[str]  # nơi nhận
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    format: Literal[1]  # phiên bản bản ghi


class _Comment(TypedDict):
    commenter: str  # người, đơn vị góp ý
    content: str  # nội dung góp ý


class Comment(_Comment, total=False):
    accepted: Optional[str]  # tiếp thu
    explained: Optional[str]  # giải trình


class _Comments(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    comments: List["Comment"]  # ý kiến góp ý
    kind: Literal["comments"]  # loại văn bản


class Comments(_Comments, total=False):
    """bảng tổng hợp ý kiến góp ý"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    asked: Optional[str]  # đối tượng lấy ý kiến
    none_received: bool  # không có góp ý
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    format: Literal[1]  # phiên bản bản ghi


class _Invitation(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    addressees: List[str]  # kính gửi
    meeting: "Meeting"  # cuộc họp
    kind: Literal["invitation"]  # loại văn bản


class Invitation(_Invitation, total=False):
    """giấy mời"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    sheet: "Sheet"  # khổ giấy
    number: Optional["Given"]  # số văn bản
    opening: Optional[str]  # đoạn mở đầu
    closing: Optional[str]  # đoạn kết
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    format: Literal[1]  # phiên bản bản ghi


class ChoicesFields(TypedDict):
    own: List[str]  # phương án tự đặt


class _BallotPaper(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["ballot_paper"]  # loại văn bản


class BallotPaper(_BallotPaper, total=False):
    """phiếu biểu quyết, phiếu bầu"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    sheet: "Sheet"  # khổ giấy
    per_sheet: int  # số phiếu trên một tờ
    copies: int  # số bản
    election: bool  # phiếu bầu
    opening: Optional[str]  # đoạn mở đầu
    candidates: List["Person"]  # người được biểu quyết
    questions: List[str]  # nội dung hỏi ý kiến
    seats: Optional[int]  # số lượng bầu
    choices: "Choices"  # các phương án trả lời
    secret: bool  # phiếu kín
    format: Literal[1]  # phiên bản bản ghi


class _OpinionForm(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["opinion_form"]  # loại văn bản


class OpinionForm(_OpinionForm, total=False):
    """phiếu lấy ý kiến"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    sheet: "Sheet"  # khổ giấy
    copies: int  # số bản
    opening: Optional[str]  # đoạn mở đầu
    parts: List[str]  # các phần xin ý kiến
    lines: int  # số dòng ghi ý kiến
    return_by: Optional["CitedDate"]  # hạn gửi lại
    signed: bool  # phiếu ghi tên
    format: Literal[1]  # phiên bản bản ghi


class _SummaryPeriod(TypedDict):
    year: int  # năm


class SummaryPeriod(_SummaryPeriod, total=False):
    month: Optional[int]  # tháng
    quarter: Optional[int]  # quý
    half: Optional[int]  # nửa năm


class _SummarySession(TypedDict):
    month: int  # tháng


class SummarySession(_SummarySession, total=False):
    held: Optional["CitedDate"]  # ngày họp
    members: Optional[int]  # tổng số đảng viên
    summoned: Optional[int]  # được triệu tập
    present: Optional[int]  # có mặt
    score: Optional[float]  # tổng điểm


class _SummaryRow(TypedDict):
    branch: str  # chi bộ
    sessions: List["SummarySession"]  # các kỳ sinh hoạt


class SummaryRow(_SummaryRow, total=False):
    rating: Optional[str]  # xếp loại của kỳ
    note: Optional[str]  # thuyết minh điểm trừ


class MinCount(TypedDict):
    rating: str  # mức phải đạt
    count: int  # số kỳ


class _YearRule(TypedDict):
    rating: str  # xếp loại năm
    all_at_least: str  # mọi kỳ ít nhất đạt


class YearRule(_YearRule, total=False):
    min_count: Optional["MinCount"]  # số kỳ tối thiểu


class _EvaluationSummary(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    criteria_set: str  # bộ tiêu chí
    period: "SummaryPeriod"  # kỳ tổng hợp
    rows: List["SummaryRow"]  # các chi bộ
    kind: Literal["evaluation_summary"]  # loại văn bản


class EvaluationSummary(_EvaluationSummary, total=False):
    """danh sách tổng hợp xếp loại chất lượng sinh hoạt chi bộ"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    year_rules: List["YearRule"]  # quy tắc xếp loại năm
    members_note: Optional[str]  # ghi chú số đảng viên
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    format: Literal[1]  # phiên bản bản ghi


class _Directive(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["directive"]  # loại văn bản


class Directive(_Directive, total=False):
    """chỉ thị"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _Circular(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["circular"]  # loại văn bản


class Circular(_Circular, total=False):
    """thông tri"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _MasterPlan(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["master_plan"]  # loại văn bản


class MasterPlan(_MasterPlan, total=False):
    """quy hoạch"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _ContingencyPlan(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["contingency_plan"]  # loại văn bản


class ContingencyPlan(_ContingencyPlan, total=False):
    """phương án"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _Project(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["project"]  # loại văn bản


class Project(_Project, total=False):
    """dự án"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _IntroductionLetter(TypedDict):
    bearer: str  # Người được giới thiệu
    to: str  # Được cử đến
    purpose: str  # Về việc
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["introduction_letter"]  # loại văn bản


class IntroductionLetter(_IntroductionLetter, total=False):
    """giấy giới thiệu"""

    position: str  # Chức vụ, đơn vị
    valid_until: "CitedDate"  # Có giá trị đến ngày
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _ConfirmationCertificate(TypedDict):
    holder: str  # Người được chứng nhận
    content: str  # Nội dung chứng nhận
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["confirmation_certificate"]  # loại văn bản


class ConfirmationCertificate(_ConfirmationCertificate, total=False):
    """giấy chứng nhận"""

    born: "CitedDate"  # Sinh ngày
    unit: str  # Đơn vị
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _TravelPermit(TypedDict):
    bearer: str  # Cấp cho đồng chí
    to: str  # Được cử đi công tác tại
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["travel_permit"]  # loại văn bản


class TravelPermit(_TravelPermit, total=False):
    """giấy đi đường"""

    position: str  # Chức vụ
    under: str  # Theo
    leaves: "CitedDate"  # Từ ngày
    returns: "CitedDate"  # Đến ngày
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


_LeavePermitWords = TypedDict("_LeavePermitWords", {"from": "CitedDate"}, total=False)


class _LeavePermit(TypedDict):
    bearer: str  # Cấp cho đồng chí
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["leave_permit"]  # loại văn bản


class LeavePermit(_LeavePermitWords, _LeavePermit, total=False):
    """giấy nghỉ phép"""

    position: str  # Chức vụ, đơn vị
    days: float  # Số ngày nghỉ
    until: "CitedDate"  # Đến ngày
    place_of_leave: str  # Nơi nghỉ
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _TransferSlip(TypedDict):
    enclosed: List[str]  # Văn bản chuyển kèm
    request: str  # Đề nghị
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["transfer_slip"]  # loại văn bản


class TransferSlip(_TransferSlip, total=False):
    """phiếu chuyển"""

    sender: str  # Của
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    addressees: List[str]  # kính gửi
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _DispatchSlipEnclosed(TypedDict):
    subject: str  # Tên loại, trích yếu


class DispatchSlipEnclosed(_DispatchSlipEnclosed, total=False):
    symbol: str  # Số, ký hiệu
    copies: float  # Số bản


class _DispatchSlip(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["dispatch_slip"]  # loại văn bản


class DispatchSlip(_DispatchSlip, total=False):
    """phiếu gửi"""

    enclosed: List["DispatchSlipEnclosed"]  # Văn bản gửi kèm
    note: str  # Ghi chú
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    addressees: List[str]  # kính gửi
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _PublicLetter(TypedDict):
    paragraphs: List[str]  # Nội dung thư
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["public_letter"]  # loại văn bản


class PublicLetter(_PublicLetter, total=False):
    """thư công"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    addressees: List[str]  # kính gửi
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _DiscussionPaper(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["discussion_paper"]  # loại văn bản


class DiscussionPaper(_DiscussionPaper, total=False):
    """tham luận"""

    salutation: List[str]  # Lời thưa
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _TopicPaper(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["topic_paper"]  # loại văn bản


class TopicPaper(_TopicPaper, total=False):
    """bài chuyên đề"""

    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _LearningReport(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["learning_report"]  # loại văn bản


class LearningReport(_LearningReport, total=False):
    """bản thu hoạch"""

    full_name: str  # Họ và tên
    unit: str  # Đơn vị công tác
    branch_position: str  # Chức vụ Đảng
    understood: List[str]  # Nhận thức về nội dung được học tập
    applied: List[str]  # Liên hệ bản thân
    proposed: List[str]  # Đề xuất, kiến nghị
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _Commitment(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["commitment"]  # loại văn bản


class Commitment(_Commitment, total=False):
    """bản cam kết"""

    full_name: str  # Họ và tên
    born: "CitedDate"  # Sinh ngày
    unit: str  # Đơn vị công tác
    branch_position: str  # Chức vụ Đảng
    work_position: str  # Chức vụ chuyên môn
    politics: List[str]  # Về tư tưởng chính trị
    ethics: List[str]  # Về phẩm chất đạo đức, lối sống
    duties: List[str]  # Về thực hiện nhiệm vụ được giao
    discipline: List[str]  # Về ý thức tổ chức kỷ luật, nêu gương
    remedies: List[str]  # Về khắc phục hạn chế, khuyết điểm
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    subject: str  # trích yếu
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _BranchCommitmentRows(TypedDict):
    shortcoming: str  # Hạn chế, khuyết điểm


class BranchCommitmentRows(_BranchCommitmentRows, total=False):
    remedy: str  # Biện pháp khắc phục
    deadline: str  # Thời hạn
    person: str  # Người chịu trách nhiệm


class _BranchCommitment(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["branch_commitment"]  # loại văn bản


class BranchCommitment(_BranchCommitment, total=False):
    """bản cam kết của chi bộ"""

    rows: List["BranchCommitmentRows"]  # Hạn chế và biện pháp khắc phục
    lead: str  # Lời mở đầu
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _DuesReport(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["dues_report"]  # loại văn bản


class DuesReport(_DuesReport, total=False):
    """báo cáo đảng phí"""

    members: float  # Tổng số đảng viên
    paying: float  # Số đảng viên đóng đảng phí
    exempt: float  # Số đảng viên được miễn
    collected: float  # Tổng số thu
    passed_up: float  # Nộp cấp trên
    kept: float  # Giữ lại chi bộ
    note: str  # Ghi chú
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _MeritCertificate(TypedDict):
    recipient: str  # Tên tập thể, cá nhân
    achievement: str  # Thành tích
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["merit_certificate"]  # loại văn bản


class MeritCertificate(_MeritCertificate, total=False):
    """giấy khen"""

    sort: Literal["tập thể", "cá nhân"]  # Loại
    unit: str  # Chức vụ, đơn vị
    decision: str  # Quyết định
    register_number: str  # Số sổ vàng
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _HonourCertificate(TypedDict):
    recipient: str  # Tên tập thể, cá nhân
    achievement: str  # Thành tích
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["honour_certificate"]  # loại văn bản


class HonourCertificate(_HonourCertificate, total=False):
    """bằng khen"""

    sort: Literal["tập thể", "cá nhân"]  # Loại
    unit: str  # Chức vụ, đơn vị
    decision: str  # Quyết định
    register_number: str  # Số sổ vàng
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _AwardListRows(TypedDict):
    sort: Literal["tập thể", "cá nhân"]  # Loại
    recipient: str  # Tên tập thể, cá nhân


class AwardListRows(_AwardListRows, total=False):
    unit: str  # Chức vụ, đơn vị
    award: str  # Hình thức khen thưởng


class _AwardList(TypedDict):
    decision: str  # Kèm theo quyết định
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["award_list"]  # loại văn bản


class AwardList(_AwardList, total=False):
    """danh sách khen thưởng"""

    rows: List["AwardListRows"]  # Danh sách
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    format: Literal[1]  # phiên bản bản ghi


class _SelfReview(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["self_review"]  # loại văn bản


class SelfReview(_SelfReview, total=False):
    """bản kiểm điểm cá nhân"""

    year: str  # Năm
    full_name: str  # Họ và tên
    born: "CitedDate"  # Ngày sinh
    party_position: str  # Chức vụ Đảng
    work_position: str  # Chức vụ chính quyền
    union_position: str  # Chức vụ đoàn thể
    unit: str  # Đơn vị công tác
    branch: str  # Chi bộ
    leads: bool  # Là cán bộ lãnh đạo, quản lý
    qualities: List[str]  # Về phẩm chất chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, lề lối làm việc
    duties: List[str]  # Về thực hiện chức trách, nhiệm vụ được giao
    leading: List[str]  # Kết quả lãnh đạo, chỉ đạo
    commitment: List[str]  # Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm
    shortcomings: List[str]  # Hạn chế, khuyết điểm và nguyên nhân
    remedied: List[str]  # Kết quả khắc phục hạn chế, khuyết điểm đã được chỉ ra
    explained: List[str]  # Giải trình những vấn đề được gợi ý kiểm điểm
    responsibility: List[str]  # Trách nhiệm đối với hạn chế, khuyết điểm của tập thể
    remedies: List[str]  # Phương hướng, biện pháp khắc phục
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _CollectiveReview(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    subject: str  # trích yếu
    kind: Literal["collective_review"]  # loại văn bản


class CollectiveReview(_CollectiveReview, total=False):
    """báo cáo kiểm điểm tập thể"""

    year: str  # Năm
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    basis: List["Basis"]  # căn cứ
    opening: Optional[str]  # đoạn mở đầu
    sections: List["Section"]  # các mục
    first_level: Optional[int]  # cấp của mục ngoài cùng
    closing: Optional[str]  # đoạn kết
    format: Literal[1]  # phiên bản bản ghi


class _PartyApplication(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["party_application"]  # loại văn bản


class PartyApplication(_PartyApplication, total=False):
    """đơn xin vào Đảng"""

    addressed_to: List[str]  # Kính gửi
    full_name: str  # Họ và tên
    born: "CitedDate"  # Ngày sinh
    birthplace: str  # Nơi sinh
    place_of_origin: str  # Quê quán
    ethnicity: str  # Dân tộc
    religion: str  # Tôn giáo
    education: str  # Trình độ học vấn
    residence: str  # Nơi cư trú
    occupation: str  # Nghề nghiệp
    content: List[str]  # Lời đơn
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _SponsorIntroduction(TypedDict):
    applicant: str  # Người được giới thiệu
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["sponsor_introduction"]  # loại văn bản


class SponsorIntroduction(_SponsorIntroduction, total=False):
    """giấy giới thiệu người vào Đảng"""

    addressed_to: List[str]  # Kính gửi
    full_name: str  # Đảng viên giới thiệu
    born: "CitedDate"  # Ngày sinh
    admitted: "CitedDate"  # Vào Đảng ngày
    confirmed: "CitedDate"  # Chính thức ngày
    party_position: str  # Chức vụ trong Đảng
    work_position: str  # Chức vụ chính quyền
    union_position: str  # Chức vụ đoàn thể
    place_of_origin: str  # Quê quán
    branch: str  # Đang sinh hoạt tại
    assigned: "CitedDate"  # Được phân công ngày
    background: List[str]  # Về lý lịch
    assessment: List[str]  # Những ưu, khuyết điểm chính
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _AdmissionOpinions(TypedDict):
    sort: Literal["người vào Đảng", "đảng viên dự bị"]  # Nhận xét đối với
    full_name: str  # Họ và tên
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["admission_opinions"]  # loại văn bản


class AdmissionOpinions(_AdmissionOpinions, total=False):
    """tổng hợp ý kiến nhận xét"""

    organizations: List[str]  # Ý kiến của tổ chức chính trị - xã hội nơi làm việc
    residence: List[str]  # Ý kiến của chi uỷ (chi bộ) nơi cư trú
    conclusion: List[str]  # Kết luận của chi uỷ
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    author_line: Optional[str]  # tên tác giả văn bản
    subject: str  # trích yếu
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _AdmissionResolution(TypedDict):
    applicant: str  # Người vào Đảng
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["admission_resolution"]  # loại văn bản


class AdmissionResolution(_AdmissionResolution, total=False):
    """nghị quyết đề nghị kết nạp đảng viên"""

    met: "CitedDate"  # Ngày họp
    members_official: float  # Tổng số đảng viên chính thức
    members_probationary: float  # Tổng số đảng viên dự bị
    present_official: float  # Đảng viên chính thức có mặt
    present_probationary: float  # Đảng viên dự bị có mặt
    absence_reasons: str  # Lý do vắng mặt
    chair: "Person"  # Chủ trì hội nghị
    secretary: "Person"  # Thư ký hội nghị
    background: List[str]  # Về lý lịch
    strengths: List[str]  # Những ưu điểm chính
    shortcomings: List[str]  # Những khuyết điểm chính
    in_favour: float  # Số tán thành
    reason_against: str  # Lý do không tán thành
    committee: str  # Đề nghị cấp uỷ
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    subject: str  # trích yếu
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _ProbationReview(TypedDict):
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["probation_review"]  # loại văn bản


class ProbationReview(_ProbationReview, total=False):
    """bản tự kiểm điểm của đảng viên dự bị"""

    addressed_to: List[str]  # Kính gửi
    full_name: str  # Họ và tên
    born: "CitedDate"  # Ngày sinh
    admitted: "CitedDate"  # Được kết nạp vào Đảng ngày
    branch: str  # Đang sinh hoạt tại
    unit: str  # Đơn vị công tác
    strengths: List[str]  # Ưu điểm
    shortcomings: List[str]  # Khuyết điểm
    remedies: List[str]  # Biện pháp khắc phục khuyết điểm
    request: List[str]  # Đề nghị
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _ProbationAssessment(TypedDict):
    probationer: str  # Đảng viên dự bị
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["probation_assessment"]  # loại văn bản


class ProbationAssessment(_ProbationAssessment, total=False):
    """bản nhận xét đảng viên dự bị"""

    addressed_to: List[str]  # Kính gửi
    full_name: str  # Đảng viên được phân công giúp đỡ
    born: "CitedDate"  # Ngày sinh
    party_position: str  # Chức vụ trong Đảng
    branch: str  # Đang sinh hoạt tại
    admitted: "CitedDate"  # Được kết nạp vào Đảng ngày
    strengths: List[str]  # Ưu điểm
    shortcomings: List[str]  # Khuyết điểm
    request: List[str]  # Đề nghị
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    draft: Optional[int]  # dự thảo lần
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi


class _MembershipResolution(TypedDict):
    probationer: str  # Đảng viên dự bị
    issuer: "Issuer"  # cơ quan ban hành
    place: str  # địa danh
    date: "PaperDate"  # ngày, tháng, năm
    kind: Literal["membership_resolution"]  # loại văn bản


class MembershipResolution(_MembershipResolution, total=False):
    """nghị quyết đề nghị công nhận đảng viên chính thức"""

    admitted: "CitedDate"  # Được kết nạp ngày
    met: "CitedDate"  # Ngày họp
    members_official: float  # Tổng số đảng viên chính thức
    members_probationary: float  # Tổng số đảng viên dự bị
    present_official: float  # Đảng viên chính thức có mặt
    present_probationary: float  # Đảng viên dự bị có mặt
    absence_reasons: str  # Lý do vắng mặt
    chair: "Person"  # Chủ trì hội nghị
    secretary: "Person"  # Thư ký hội nghị
    strengths: List[str]  # Những ưu điểm chính
    shortcomings: List[str]  # Những khuyết điểm chính
    in_favour: float  # Số tán thành
    reason_against: str  # Lý do không tán thành
    committee: str  # Đề nghị cấp uỷ
    profile: Optional["ProfileId"]  # hướng dẫn thể thức
    layout: Optional["Layout"]  # cỡ chữ và khoảng cách
    draft: Optional[int]  # dự thảo lần
    number: Optional["Given"]  # số văn bản
    author_line: Optional[str]  # tên tác giả văn bản
    subject: str  # trích yếu
    recipients: List[str]  # nơi nhận
    signature: Optional["Signature"]  # người ký
    joint_signatures: List["Signature"]  # chữ ký của các cơ quan cùng ban hành
    confirmation: Optional["Confirmation"]  # xác nhận chữ ký
    marks: "Marks"  # thành phần thể thức bổ sung
    appendices: List["Appendix"]  # phụ lục
    left_signature: "Signature"  # người ký bên trái
    format: Literal[1]  # phiên bản bản ghi
