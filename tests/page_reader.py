"""Reading the HTML pages that commands write."""

import json
import re
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Checks that every tag is closed in order, and keeps tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.html, self.side = html, ""
        self.open, self.tags, self.texts, self.pairs = [], [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        kinds = (dict(attributes).get("class") or "").split()
        if "pair" in kinds:
            self.pairs.append({"was": "", "now": ""})
        self.side = next((side for side in ("was", "now") if side in kinds and tag in ("p", "h2")), self.side)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.side = "" if tag in ("p", "h2") else self.side

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.texts.append(data)
        if self.side:
            self.pairs[-1][self.side] += data

    def stands_alone(self):
        """Asserts that nothing comes from outside, and that the page is for light and dark."""
        assert self.html.startswith("<!doctype html>") and "prefers-color-scheme: dark" in self.html
        for tag, attributes in self.tags:
            assert tag not in ("link", "img", "iframe") and "src" not in attributes
            assert attributes.get("href", "#").startswith("#")
            assert not any(name.startswith("on") for name in attributes)
        assert not re.search(r"@import|url\(|https?://", self.html)
        assert "@@" not in self.html

    def before(self):
        """The texts as they stand, without white space."""
        return "".join("".join(pair["was"].split()) for pair in self.pairs)

    def after(self):
        """The texts as they are rewritten, without white space."""
        return "".join("".join((pair["now"] or pair["was"]).split()) for pair in self.pairs)

    def data(self):
        """What the page's script knows of every entity."""
        return json.loads(re.search(r'id="data">(.*?)</script>', self.html, re.S).group(1))

    def marks(self):
        """The attributes of every marked mention."""
        return [found for tag, found in self.tags if tag == "mark" and "tabindex" in found]
