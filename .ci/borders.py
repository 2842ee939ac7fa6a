"""Do borders stand in the same places in two PDFs?

A border is an upright or level line: those of tables, and the rules of the letterhead. pdfplumber reads strokes, thin filled
boxes and the sides of stroked boxes; what lies in one line and touches is one border, however it was drawn. Left out, since
the other file has letters for them or the page has no border there: check boxes (small closed boxes), underlines (level lines
directly under a row of letters), slanted strokes.
Each border of ours needs one of its own in the other file, and the other way round: same page, at most LIMIT away across, its
ends as near, give or take the thickness of the borders that it meets."""
from dataclasses import dataclass
import pdfplumber

LIMIT = 0.5                                 # pt
FINE = 0.05                                 # pt: what rounding leaves of a limit
STRAIGHT = 0.1                              # pt: a line that leans more is slanted
THIN = 5.0                                  # pt: a filled box no thicker than this is a border
BOX = 14.0                                  # pt: a closed box no larger than this is a check box
TOUCH = 1.0                                 # pt: pieces of a border no further apart than this are one
UNDERLINE = 0.17                            # em: an underline is no deeper than this under the baseline


@dataclass
class Border:
    upright: bool
    at: float                               # x of an upright one, y of a level one
    start: float
    end: float
    width: float

    def __str__(self):
        return f"{'upright at x' if self.upright else 'level at y'}={self.at:.1f} from {self.start:.1f} to {self.end:.1f}"


def pieces(page):
    """Every stroke that may be a part of a border."""
    def level(y, x0, x1, width):
        return Border(False, y, x0, x1, width)

    def upright(x, y0, y1, width):
        return Border(True, x, y0, y1, width)

    for drawn in page.lines + page.rects + page.curves:
        x0, x1, y0, y1, width = drawn["x0"], drawn["x1"], drawn["top"], drawn["bottom"], drawn["linewidth"] or 0
        across, down = x1 - x0, y1 - y0
        if drawn["object_type"] == "line":
            if down <= STRAIGHT:
                yield level((y0 + y1) / 2, x0, x1, width)
            elif across <= STRAIGHT:
                yield upright((x0 + x1) / 2, y0, y1, width)
        elif drawn["fill"] and min(across, down) <= THIN:
            yield level((y0 + y1) / 2, x0, x1, down) if across > down else upright((x0 + x1) / 2, y0, y1, across)
        elif drawn["stroke"] and drawn["object_type"] == "rect" and max(across, down) > BOX:
            yield from (level(y0, x0, x1, width), level(y1, x0, x1, width), upright(x0, y0, y1, width), upright(x1, y0, y1, width))


def is_underline(line, page, chars):
    """Whether letters stand on all of a level line."""
    over = sorted((c["x0"], c["x1"]) for c, baseline in chars
                  if 0 < line.at - baseline <= UNDERLINE * c["size"] and c["x1"] > line.start and c["x0"] < line.end)
    return bool(over) and over[0][0] <= line.start + 1 and over[-1][1] >= line.end - 1


def on_page(page):
    chars = [(c, page.height - c["matrix"][5]) for c in page.chars if not c["text"].isspace()]
    found = []
    for piece in sorted(pieces(page), key=lambda b: (b.upright, round(b.at, 1), b.start)):
        last = found[-1] if found else None
        if last and last.upright == piece.upright and abs(last.at - piece.at) <= FINE + STRAIGHT and piece.start <= last.end + TOUCH:
            last.end, last.width = max(last.end, piece.end), max(last.width, piece.width)
        else:
            found.append(piece)
    return [b for b in found if b.upright or not is_underline(b, page, chars)]


def read(pdf):
    """The borders of each page."""
    with pdfplumber.open(pdf) as file:
        return [on_page(page) for page in file.pages]


def compare(ours, theirs):
    """-> (report, differences) of the borders of two files, page by page"""
    wrong, largest = [], 0.0
    for number, (left, right) in enumerate(zip(ours, theirs), 1):
        # A border ends at the near or the far side of the ones that it meets.
        met, rest = max((border.width for border in left + right), default=0), list(right)
        for border in left:
            alike = [b for b in rest if b.upright == border.upright]
            fit = [b for b in alike if abs(b.at - border.at) <= LIMIT + FINE
                   and max(abs(b.start - border.start), abs(b.end - border.end)) <= LIMIT + FINE + met]
            if fit:
                nearest = min(fit, key=lambda b: abs(b.at - border.at))
                largest = max(largest, abs(nearest.at - border.at))
                rest = [b for b in rest if b is not nearest]
            else:
                nearest = min(alike, key=lambda b: abs(b.at - border.at) + abs(b.start - border.start), default="none")
                wrong.append(f"p{number}: ours {border}; LibreOffice's nearest: {nearest}")
        wrong += [f"p{number}: only LibreOffice has a border {b}" for b in rest]
    return f"{sum(map(len, ours))} border(s), at most {largest:.2f} pt apart", wrong
