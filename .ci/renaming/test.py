#!/usr/bin/env python3
"""What rename.py makes of small inputs: `python3 .ci/renaming/test.py`."""
import json, pathlib, sys, unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from renaming import hbs, json_text, toml_text  # noqa: E402


def record(kind, **fields):
    return {"kind": kind, "format": 1, **fields}


class Renaming(unittest.TestCase):
    def setUp(self):
        self.notes = []

    def json(self, text, kind=None):
        return json_text.file(text, "a.json", kind, self.notes.append)

    def becomes(self, kind, old, new):
        text = self.json(json.dumps(record(kind, **old), ensure_ascii=False))
        self.assertEqual(json.loads(text), record(kind, **new))
        self.assertEqual(self.json(text), text, "today's names stay")

    def toml(self, text, kind=None):
        return toml_text.file(text, "a.toml", kind, self.notes.append)

    def hbs(self, text, name):
        return hbs.file(text, name, None, self.notes.append)

    def test_names_change_where_they_stand(self):
        old = '{ "kind":"resolution", "format":1,\n\t"abstract_line" : "a \\"abstract_line\\"",  "number": 05 broken'
        self.assertEqual(self.json(old), old.replace('"abstract_line" :', '"subject" :'))

    def test_a_name_given_twice_stays_so(self):
        old = '{"kind": "resolution", "format": 1, "abstract_line": "a", "abstract_line": "b"}'
        self.assertEqual(self.json(old), old.replace("abstract_line", "subject"))

    def test_nested_names_follow_what_holds_them(self):
        self.becomes("invitation", {"guests": ["A"]}, {"addressees": ["A"]})
        self.becomes(
            "minutes",
            {"session": "forum", "meeting": {"opened": {"hour": 1}, "venue": "by_hand"}, "copies": {"total": 2}},
            {"variant": "forum", "starts": {"hour": 1}, "venue": "by_hand", "counterparts": {"copies": 2}},
        )
        self.becomes("notice", {"meeting": {"place": "a"}}, {"meeting": {"venue": "a"}})
        self.becomes("resolution", {"self_score": {"criteria": [{"name": "a", "score": 1}]}}, {"self_evaluation": {"criteria": [{"title": "a", "self_score": 1}]}})

    def test_objects_that_are_gone_leave_their_fields(self):
        for sort in ("month", "quarter"):
            self.becomes("evaluation_summary", {"period": {sort: {sort: 2, "year": 2026}}}, {"period": {sort: 2, "year": 2026}})
        day = {"day": 4, "month": 12, "year": 2026}
        self.becomes(
            "minutes",
            {"date": 1, "meeting": {"date": day, "opened": "14h00", "closed": {"hour": 1}, "venue": "a"}, "agenda": ["a", "b"]},
            {"date": 1, "held": day, "starts": "14h00", "ends": {"hour": 1}, "venue": "a", "agenda": [{"content": "a"}, {"content": "b"}]},
        )
        self.becomes(
            "invitation",
            {"content": ["A.", "B…"], "time": {"hour": 14, "minute": 0, "date": day}, "venue": "a", "requests": ["C.", "D..."]},
            {"meeting": {"agenda": [{"content": "A"}, {"content": "B…"}], "starts": {"hour": 14, "minute": 0}, "date": day, "venue": "a", "requests": ["C", "D..."]}},
        )
        self.becomes("invitation", {"content": "A.", "requests": "C."}, {"meeting": {"agenda": "A", "requests": "C"}})
        self.becomes(
            "notice",
            {"meeting": {"hour": 14, "minute": 0, "place": "a", "agenda": [{"content": "a", "person": "b"}], "requirements": "c"}},
            {"meeting": {"starts": {"hour": 14, "minute": 0}, "venue": "a", "agenda": [{"content": "a", "person": "b"}], "requests": ["c"]}},
        )
        self.becomes("evaluation_summary", {"period": {"year": {"year": 2026}}}, {"period": {"year": 2026}})

    def test_a_caller_s_kind_has_the_names_of_papers(self):
        self.becomes("regulation", {"abstract_line": "a", "limits": 1}, {"subject": "a", "limits": 1})

    def test_mappings_keep_comments(self):
        old = '# vanban batch --kind resolution\n[columns]\n"Số" = "number" # "abstract_line"\n[constants]\n"abstract_line" = "a"\n'
        self.assertEqual(self.toml(old), old.replace('"abstract_line" =', '"subject" ='))
        old = '[columns]\n"Tổng" = "rows[0].sessions[0].total"\n[constants]\n"period.month.year" = 2026\n"criteria" = "a"\n'
        new = '[columns]\n"Tổng" = "rows[0].sessions[0].score"\n[constants]\n"period.year" = 2026\n"criteria_set" = "a"\n'
        self.assertEqual(self.toml(old), new)
        old = '[constants]\n"schedule.rows.tasks" = [{ content = "a", lead = "Chi uỷ" }]\n'
        self.assertEqual(self.toml(old), old.replace("lead", "chair"))

    def test_the_kind_of_a_mapping_follows_from_its_paths(self):
        old = '[columns]\n"a" = "session.minutes"\n"b" = "opinions[0].speaker.title"\n'
        self.assertEqual(self.toml(old), old.replace("minutes", "duration").replace("title", "position"))
        self.assertEqual(self.notes, [])
        old = '[columns]\n"a" = "session.minutes"\n"b" = "meeting.place"\n"c" = "abstract_line"\n'
        self.assertEqual(self.toml(old), old.replace("abstract_line", "subject"))
        self.assertIn("say --kind", self.notes[0])

    def test_criteria_sets(self):
        old = '[[groups]]\nid = "I" # items\n[[groups.items]]\nlevels = [{ label = "a", points = 15 }]\n[columns]\nmax = 1\n'
        self.assertEqual(self.toml(old), old.replace("groups.items", "groups.criteria").replace("points", "score"))

    def test_wordings_see_their_blocks(self):
        old = "{{#with meeting}}{{opened.hour}} {{#if date}}{{date_long date}}{{else}}{{date_long ../date}}{{/if}}{{/with}}{{session}}"
        new = "{{#with this}}{{starts.hour}} {{#if held}}{{date_long held}}{{else}}{{date_long ../date}}{{/if}}{{/with}}{{variant}}"
        self.assertEqual(self.hbs(old, "minutes.hbs"), new)
        old = "{{#each agenda}}{{this}};{{/each}}"
        self.assertEqual(self.hbs(old, "minutes.hbs"), old.replace("this", "content"))
        old = "{{#if view.content}}{{view.content}}{{else}}{{#each content}}{{this}}{{/each}}{{/if}}{{venue}}"
        new = "{{#if view.item.content}}{{view.item.content}}.{{else}}{{#each meeting.agenda}}{{content}}.{{/each}}{{/if}}{{meeting.venue}}"
        self.assertEqual(self.hbs(old, "invitation.hbs"), new)
        self.assertEqual(self.hbs("{{view.request}}", "invitation.hbs"), "{{view.request}}.")
        self.assertEqual(self.hbs("{{view.request}}.", "invitation.hbs"), "{{view.request}}.", "today's wording stays")
        old = "{{#with meeting}}{{number hour}} {{#if requirements}}{{requirements}}.{{/if}}{{/with}}"
        new = "{{#with meeting}}{{number starts.hour}} {{#if requests.0}}{{requests.0}}.{{/if}}{{/with}}"
        self.assertEqual(self.hbs(old, "notice.hbs"), new)
        old = "{{#each proceedings}}{{#each conclusion}}{{this}}{{/each}}{{../copies.total}}{{/each}}"
        new = "{{#each proceedings}}{{#each conclusions}}{{this}}{{/each}}{{../counterparts.copies}}{{/each}}"
        self.assertEqual(self.hbs(old, "minutes.hbs"), new)
        old = "{{#each agenda}}{{#if person}}{{person}} ({{~person~}}){{/if}}{{/each}}"
        new = "{{#each agenda}}{{#if person}}{{comrade person cell=true}} ({{~comrade person cell=true~}}){{/if}}{{/each}}"
        self.assertEqual(self.hbs(old, "programme.hbs"), new)
        old = '{{#each schedule.rows.tasks}}{{#unless (eq lead "by_hand")}}{{lead}}{{/unless}}{{/each}}'
        new = '{{#each schedule.rows.tasks}}{{#unless (eq chair.name "by_hand")}}{{comrade chair cell=true}}{{/unless}}{{/each}}'
        self.assertEqual(self.hbs(old, "plan.hbs"), new)
        old, new = "{{person}}", "{{comrade person inside=true}}"
        self.assertEqual(self.hbs(f"{{{{#each meeting.agenda}}}}{old}{{{{/each}}}}", "notice.hbs"), f"{{{{#each meeting.agenda}}}}{new}{{{{/each}}}}")
        self.assertEqual(self.hbs('{{!-- abstract_line --}}{{upper abstract_line}}"abstract_line"', "x.hbs"), '{{!-- abstract_line --}}{{upper subject}}"abstract_line"')


unittest.main()
