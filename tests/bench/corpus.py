#!/usr/bin/env python3
"""Make up an offer of N services in L languages from a seed, as a frontdoor offer or as a Hugo site.

    corpus.py --format frontdoor|hugo --services N --langs L --seed SEED --out DIR

Both hold the same facts and prose; bodies and, but for Hugo's word for "name", front matter are the same bytes. A
service is about 4 KB: 20 fields and 120 to 400 words. Places and organisations are shared by services: files of their
own in an offer, data files in Hugo. Other languages are pseudo-words in the right script, neutral in meaning, honest in
bytes a character, direction and word length: catalogues in an offer, files a language in Hugo.

--langs takes a count (the first L of words.LANGUAGES) or codes: en,cy,ar. Standard library only.
"""
import argparse
import datetime
import json
import os
import random
import re
import shutil
import sys

from words import *

HERE = os.path.dirname(os.path.abspath(__file__))
URL = "https://council.example"
TITLE = "Council Services Directory"


def plain(word):
    return word.replace("-", " ")


def pick(r, items, low, high):
    chosen = r.sample(range(len(items)), min(len(items), r.randint(low, high)))
    return [items[i] for i in sorted(chosen)]


def sentence(r):
    w = lambda words: plain(r.choice(words))
    kind = r.randrange(6)
    if kind == 0:
        text = "The %s %s a %s %s for %s in %s" % (w(NOUNS), w(VERBS), w(QUALITIES), w(NOUNS), w(PEOPLE), w(TOWNS))
    elif kind == 1:
        text = "%s can %s the %s %s and %s with other %s" % (w(PEOPLE).capitalize(), w(DEEDS), w(QUALITIES), w(NOUNS),
                                                            w(DEEDS), w(PEOPLE))
    elif kind == 2:
        text = "Our team %s %s, %s and %s for %s, and %s are always welcome to %s" % (
            w(VERBS), w(NOUNS), w(NOUNS), w(NOUNS), w(PEOPLE), w(PEOPLE), w(DEEDS))
    elif kind == 3:
        text = "If you need help with %s or %s, please %s before you %s" % (w(NOUNS), w(NOUNS), w(DEEDS), w(DEEDS))
    elif kind == 4:
        text = "Each %s lasts about %d minutes and there are %d places, so %s early" % (
            w(NOUNS), r.randint(3, 12) * 10, r.randint(4, 40), w(DEEDS))
    else:
        text = "It's a %s %s near %s, where %s %s and %s %s" % (w(QUALITIES), w(NOUNS), w(TOWNS), w(PEOPLE), w(DEEDS),
                                                               w(PEOPLE), w(DEEDS))
    return text + "."


def phrase(r, count):
    text = " ".join(plain(r.choice(QUALITIES if i % 2 == 0 else NOUNS)) for i in range(count))
    return text[:1].upper() + text[1:]


def summary(r):
    while True:
        text = sentence(r) + " " + sentence(r)
        if len(text) <= 195:
            return text


# --- other languages ---

class Tongue:
    """Says English in pseudo-words, never longer, the same text always in the same words."""

    def __init__(self, code, seed):
        r = random.Random("%s/%s" % (code, seed))
        low, high = (1, 2) if code == "zh" else (3, 7) if code in ("ar", "ur") else (1, 4)
        self.code, self.gap = code, "" if code == "zh" else " "
        self.words = ["".join(r.choice(SYLLABLES[code]) for _ in range(r.randint(low, high))) for _ in range(500)]
        self.weights, total = [], 0.0
        for i in range(500):
            total += 1.0 / (i + 8)
            self.weights.append(total)

    def plain(self, text):
        end = {"zh": "。", "bn": "।", "pa": "।", "ur": "۔"}.get(self.code, ".") if text.endswith(".") else ""
        r = random.Random("%s:%s" % (self.code, text))
        words = r.choices(self.words, cum_weights=self.weights, k=len(text.split()) or 1)
        while len(words) > 1 and len(self.gap.join(words)) > max(len(text) - 1, 12):
            words.pop()
        said = self.gap.join(words)
        return said[:1].upper() + said[1:] + end

    def say(self, text):
        """Marks of Markdown and addresses of links stay."""
        parts = re.split(r"(\*\*|\*|\[|\]\([^)]*\)\.?)", text)
        for i in range(0, len(parts), 2):
            words = parts[i].strip()
            if words and words != ".":
                at = parts[i].index(words)
                parts[i] = parts[i][:at] + self.plain(words) + parts[i][at + len(words):]
        return "".join(parts)


# --- one service ---

def body(r, target):
    """Blocks of a body of about target words: (what stands before it, text)."""
    blocks, words, headings = [], 0, 0

    def paragraph(count):
        said = []
        for _ in range(count):
            text, chance = sentence(r), r.random()
            if chance < .12:
                text = "**%s** %s" % (phrase(r, 2), text)
            elif chance < .22:
                text = "%s [%s](https://www.example.org/%s)." % (text, phrase(r, 2), r.choice(TOPICS))
            elif chance < .28:
                text = "*%s* %s" % (phrase(r, 1), text)
            said.append(text)
        return " ".join(said)

    while words < target:
        count = r.randint(2, 4)
        blocks.append(("", paragraph(count)))
        words += count * 12
        if words >= target:
            break
        if headings == 0 or r.random() < .6:
            blocks.append(("## " if headings % 2 == 0 else "### ", phrase(r, r.randint(2, 5))))
            headings += 1
        chance = r.random()
        if chance < .45:
            for _ in range(r.randint(3, 6)):
                link = "[%s](https://www.example.org/%s/)" % (phrase(r, 3), r.choice(TOPICS))
                blocks.append(("- ", sentence(r) if r.random() < .7 else link))
                words += 9
        elif chance < .6:
            for i in range(r.randint(3, 5)):
                blocks.append(("%d. " % (i + 1), sentence(r)))
                words += 12
    return blocks


def clock(minutes):
    hour, minute = divmod(minutes, 60)
    if hour == 12 and not minute:
        return "midday"
    return "%d%s%s" % (hour if hour < 13 else hour - 12, ":%02d" % minute if minute else "", "am" if hour < 12 else "pm")


def sessions_of(r, places):
    sessions = []
    for _ in range(r.randint(2, 9)):
        start = r.randint(8, 18) * 60 + r.choice([0, 15, 30])
        sessions.append((r.randrange(7), start, start + r.randint(1, 3) * 60, r.choice(places)))
    sessions.sort()
    return [{"day": DAYS[d], "time": "%s to %s" % (clock(a), clock(b)), "place": p,
             "note": phrase(r, 4) + "." if r.random() < .4 else ""} for d, a, b, p in sessions]


def contacts_of(r, slug, topic):
    host, contacts = slug.split("-")[0], []
    for role in r.sample(ROLES, r.choice([1, 1, 2])):
        first, last = r.choice(FIRST), r.choice(LAST)
        contacts.append({"name": first + " " + last, "role": role, "phone": "01632 960 %03d" % r.randrange(1000),
                         "email": "%s.%s@%s.example" % (first.lower(), last.lower(), host),
                         "url": "https://www.%s.example/%s/" % (host, topic)})
    return contacts


def service(i, seed, places, organisations):
    r = random.Random("%d:%d" % (seed, i))
    name = "%s %s %s" % (plain(r.choice(TOWNS)), plain(r.choice(QUALITIES)), plain(r.choice(NOUNS)))
    slug = "%s-%06d" % (name.lower().replace(" ", "-"), i)
    topics, mine = r.sample(TOPICS, r.choice([1, 1, 2, 2, 3])), pick(r, list(places), 1, 3)
    youngest = r.choice([0, 0, 2, 4, 5, 11, 16])
    paid = r.random() < .3
    changed = datetime.date(2026, 8, 1) - datetime.timedelta(days=r.randrange(300))
    return {
        "slug": slug, "id": "svc-%06d" % i, "name": name, "summary": summary(r), "topics": topics,
        "from": "birth" if not youngest else "%d years" % youngest, "to": "%d years" % (youngest + r.choice([3, 5, 7])),
        "who_for": sentence(r), "how_to_get": r.choice(HOW_TO_GET)[0], "how": sentence(r),
        "delivery": [d for d, _ in pick(r, DELIVERY, 1, 3)], "organisation": r.choice(list(organisations)),
        "contacts": contacts_of(r, slug, topics[0]), "places": mine, "sessions": sessions_of(r, mine),
        "amount": "%d.%02d" % (r.randint(1, 40), r.choice([0, 50])) if paid else "", "cost_note": sentence(r),
        "languages": pick(r, [code for code, _, _ in LANGUAGES], 1, 4), "interpreters": r.choice(ON_REQUEST)[0],
        "bsl": r.choice(ON_REQUEST)[0], "changed": changed.isoformat(), "what": sentence(r),
        "checked": (datetime.date(2026, 9, 28) - datetime.timedelta(days=r.randrange(60))).isoformat(),
        "areas": [plain(t) for t in pick(r, TOWNS, 1, 3)], "body": body(r, r.randint(120, 400)),
    }


# --- what services share ---

def shared_places(count, seed):
    places = {}
    for i in range(max(8, count // 20)):
        r = random.Random("place:%d:%d" % (seed, i))
        town, (building, kind) = plain(r.choice(TOWNS)), r.choice(BUILDINGS)
        places["%s-%s-%03d" % (town.lower().replace(" ", "-"), kind, i)] = {
            "name": "%s %s" % (town, building), "kind": kind, "town": town,
            "street": "%d %s %s" % (r.randint(1, 240), r.choice(STREETS), r.choice(STREET_KINDS)),
            "postcode": "ZZ%d %d%s%s" % (r.randint(1, 40), r.randint(1, 9), r.choice("ABDEFGHJLN"),
                                         r.choice("PQRSTUWXYZ")),
            "lat": "%.6g" % round(51.4 + r.random() * .6, 4), "long": "-%.6g" % round(1.2 + r.random() * 1.2, 4),
            "access": [a for a, _ in pick(r, ACCESS, 2, 6)]}
    return places


def shared_organisations(seed):
    r = random.Random("organisations:%d" % seed)
    return {"organisation-%02d" % i: {"name": "%s %s %s" % (r.choice(FIRST), r.choice(LAST), r.choice(BODIES)),
                                     "url": "https://www.organisation-%02d.example/" % i} for i in range(40)}


def shared_topics(seed):
    return {t: {"name": plain(t).capitalize(), "summary": summary(random.Random("topic:%s:%d" % (t, seed)))}
            for t in TOPICS}


# --- writing ---

def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def put(out, path, text):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def listed(name, items):
    return ["%s:" % name] + ["  - " + item for item in items]


def front(s, say):
    """The front matter of a service, the same for both. say gives the words of one language."""
    q = lambda text: quoted(say(text))
    lines = ["---", "name: " + q(s["name"]), "summary: " + q(s["summary"])] + listed("topics", s["topics"])
    lines += ["ages:", "  from: " + s["from"], "  to: " + s["to"], "who_for: " + q(s["who_for"]),
              "how_to_get: " + s["how_to_get"], "how: " + q(s["how"])]
    lines += listed("delivery", s["delivery"]) + ["organisation: " + s["organisation"], "contacts:"]
    for c in s["contacts"]:
        lines += ["  - name: " + quoted(c["name"]), "    role: " + q(c["role"]), "    phone: " + quoted(c["phone"]),
                  "    email: " + quoted(c["email"]), "    url: " + quoted(c["url"])]
    lines += listed("places", s["places"]) + ["sessions:"]
    for x in s["sessions"]:
        lines += ["  - day: " + x["day"], "    time: " + quoted(x["time"]), "    place: " + x["place"]]
        lines += ["    note: " + q(x["note"])] if x["note"] else []
    lines += ["cost:"] + (["  amount: " + quoted(s["amount"])] if s["amount"] else ["  free: yes"])
    lines += ["  note: " + q(s["cost_note"])] + listed("languages", s["languages"])
    lines += ["interpreters: " + quoted(s["interpreters"]), "bsl: " + quoted(s["bsl"]), "changed:",
              "  date: " + quoted(s["changed"]), "  what: " + q(s["what"]), "checked:",
              "  date: " + quoted(s["checked"])]
    lines += listed("words", [quoted(a) for a in s["areas"]])
    return "\n".join(lines + ["open_referral:", "  id: " + s["id"], "---", ""])


def markdown(blocks, say):
    lines, before = [], None
    for mark, text in blocks:
        tight = mark[:2].strip().rstrip(".") and before is not None and mark[-2:] in ("- ", ". ") \
            and before[-2:] == mark[-2:]
        lines.append(("\n" if tight or before is None else "\n\n") + mark + say(text))
        before = mark
    return "".join(lines).lstrip("\n") + "\n"


def english(text):
    return text


def translated(s):
    """The prose of a service as a catalogue has it: field and English text."""
    yield from (("name", s["name"]), ("summary", s["summary"]), ("who_for", s["who_for"]), ("how", s["how"]))
    for c in s["contacts"]:
        yield "contacts.role", c["role"]
    for x in s["sessions"]:
        if x["note"]:
            yield "sessions.note", x["note"]
    yield from (("cost.note", s["cost_note"]), ("changed.what", s["what"]))
    for _, text in s["body"]:
        yield "body", text


def catalogue(code, messages, tongue):
    out, seen = ['msgid ""\nmsgstr ""\n"Language: %s\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' % code], set()
    for context, text in messages:
        if (context, text) not in seen:
            seen.add((context, text))
            out.append('\n%smsgid %s\nmsgstr %s\n' % ("msgctxt %s\n" % quoted(context) if context else "",
                                                      quoted(text), quoted(tongue.say(text))))
    return "".join(out)


def interface():
    yield from ((None, text) for text in WORDS.values())
    yield from ((None, plain(t).capitalize()) for t in TOPICS)
    for context, words in LABELS:
        yield from ((context, label) for _, label in words)


def offer_yaml(codes):
    return "\n".join([
        "format: 1", "name: " + TITLE, "area: Brackenshire", "publisher:", "  name: Brackenshire Council",
        "  email: families@council.example", "  phone: 01632 960 100", "url: " + URL,
        "languages: [%s]" % ", ".join(codes), "theme: bench", "plain: off", "urgent:", "  - name: Emergency",
        '    phone: "999"',
        "    when: Someone's life is at risk", ""])


def write_frontdoor(out, codes, tongues, services, places, organisations, topics):
    shutil.copytree(os.path.join(HERE, "theme"), os.path.join(out, "themes/bench"), dirs_exist_ok=True)
    messages = [("offer#name", TITLE), ("offer#urgent.name", "Emergency"),
                ("offer#urgent.when", "Someone's life is at risk")]
    put(out, "content/offer.yaml", offer_yaml(codes))
    for key, p in places.items():
        put(out, "content/places/%s.md" % key, "---\nname: %s\nkind: %s\naddress:\n  lines:\n    - %s\n  town: %s\n"
            "  postcode: %s\nlocation:\n  lat: %s\n  long: %s\n%s\n---\n" % (
                quoted(p["name"]), p["kind"], quoted(p["street"]), quoted(p["town"]), p["postcode"], p["lat"], p["long"],
                "\n".join(listed("access", p["access"]))))
    for key, o in organisations.items():
        put(out, "content/organisations/%s.md" % key, "---\nname: %s\ncontacts:\n  - url: %s\n---\n" % (
            quoted(o["name"]), o["url"]))
    for key, t in topics.items():
        put(out, "content/topics/%s.md" % key, "---\nname: %s\nsummary: %s\n---\n" % (quoted(t["name"]),
                                                                                   quoted(t["summary"])))
        messages += [("topics/%s#name" % key, t["name"]), ("topics/%s#summary" % key, t["summary"])]
    for s in services:
        put(out, "content/services/%s.md" % s["slug"], front(s, english) + markdown(s["body"], english))
        if tongues:
            messages += [("services/%s#%s" % (s["slug"], field), text) for field, text in translated(s)]
    for tongue in tongues:
        put(out, "translations/%s/offer.po" % tongue.code, catalogue(tongue.code, messages, tongue))
        put(out, "translations/%s/interface.po" % tongue.code, catalogue(tongue.code, interface(), tongue))


def hugo_toml(codes, say):
    lines = ['baseURL = "%s/"' % URL, 'defaultContentLanguage = "en"', "defaultContentLanguageInSubdir = false",
             'disableKinds = ["RSS"]', "disableAliases = true", "disableHugoGeneratorInject = true",
             "[outputFormats.search]", 'mediaType = "application/json"', 'baseName = "search"', "isPlainText = true",
             "[outputs]", 'home = ["HTML", "search"]',
             "[taxonomies]", 'topic = "topics"', "[markup.goldmark.extensions]", "typographer = false",
             "[markup.goldmark.parser]", "autoHeadingID = true"]
    for weight, (code, name, direction) in enumerate(LANGUAGES):
        if code in codes:
            lines += ["[languages.%s]" % code, "languageName = " + quoted(name), 'languageDirection = "%s"' % direction,
                      "weight = %d" % (weight + 1), "title = " + quoted(say[code](TITLE)),
                      'contentDir = "content/%s"' % code]
    return "\n".join(lines) + "\n"


def write_hugo(out, codes, tongues, services, places, organisations, topics):
    say = {"en": english, **{t.code: t.say for t in tongues}}
    shutil.copytree(os.path.join(HERE, "hugo"), out, dirs_exist_ok=True)
    put(out, "hugo.toml", hugo_toml(codes, say))
    put(out, "data/places.json", json.dumps(places))
    put(out, "data/organisations.json", json.dumps(organisations))
    put(out, "data/foot.json", json.dumps([{"name": name, "links": links} for name, links in FOOT]))
    for code in codes:
        words = [(k, v) for k, v in WORDS.items()] + [("topic_" + t, plain(t).capitalize()) for t in TOPICS]
        words += [("%s_%s" % (context, w), label) for context, table in LABELS for w, label in table]
        words += [("day_" + d, d) for d in DAYS] + [("lang_" + c, name) for c, name, _ in LANGUAGES]
        put(out, "i18n/%s.yaml" % code, "".join("%s: %s\n" % (quoted(k), quoted(say[code](v))) for k, v in words))
        put(out, "content/%s/topics/_index.md" % code, "---\ntitle: %s\n---\n" % quoted(say[code]("Subjects")))
        for weight, (key, t) in enumerate(topics.items()):
            put(out, "content/%s/topics/%s/_index.md" % (code, key), "---\ntitle: %s\nsummary: %s\nweight: %d\n---\n" % (
                quoted(say[code](t["name"])), quoted(say[code](t["summary"])), weight + 1))
    for s in services:
        for code in codes:
            text = front(s, say[code]).replace("name:", "title:", 1) + markdown(s["body"], say[code])
            put(out, "content/%s/services/%s.md" % (code, s["slug"]), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", required=True, choices=["frontdoor", "hugo"])
    parser.add_argument("--services", type=int, default=100)
    parser.add_argument("--langs", default="1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    known = [code for code, _, _ in LANGUAGES]
    codes = known[:int(arguments.langs)] if arguments.langs.isdigit() else arguments.langs.split(",")
    if not codes or codes[0] != "en" or any(code not in known for code in codes):
        sys.exit("corpus.py: languages begin with en and are of: " + " ".join(known))
    tongues = [Tongue(code, arguments.seed) for code in codes[1:]]
    places, organisations = shared_places(arguments.services, arguments.seed), shared_organisations(arguments.seed)
    services = (service(i, arguments.seed, places, organisations) for i in range(1, arguments.services + 1))
    write = write_frontdoor if arguments.format == "frontdoor" else write_hugo
    write(arguments.out, codes, tongues, services, places, organisations, shared_topics(arguments.seed))


if __name__ == "__main__":
    main()
