"""Pages of links and of changes: whole texts, every mention with who and why, nothing that a text could break."""

import pytest
from cli_runner import fault, out
from page_reader import Page

from translit import Mention, link, normalize
from translit.cli.articles import Article, paragraphs
from translit.cli.page import diff_page, linked_page
from translit.cli.page_parts import count_forms
from translit.linking import respelled
from translit.tables.entities import Entity

TEXT = "Lukaschenko in Minsk\n\nLukashenko met Putin in Minsk.\n\nIt rained.\n"


def write(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def test_a_page_of_links(tmp_path):
    files = write(tmp_path, one=TEXT, two="Уладзімір Пуцін і Zoya Quillby.")
    html = out("link", "--unknown", "--format", "html", *files)
    page = Page(html)
    page.stands_alone()
    assert "Who is mentioned in 2 texts" in page.texts and page.before().startswith("".join(TEXT.split()))
    data = page.data()
    people = {one["id"]: (one["count"], one["spellings"]) for one in data}
    assert people["person/aliaksandr-lukashenka"] == (2, 2) and people["person/vladimir-putin"] == (2, 2)
    assert any(one["unknown"] for one in data) and "names that no table knows" in html
    for mark in page.marks():
        assert mark["tabindex"] == "0" and mark["title"] and int(mark["data-e"]) < len(data)
    assert not [found for tag, found in page.tags if found.get("name") == "flip"], "nothing is rewritten: no switch"
    assert str(tmp_path) not in html, "folders are nobody else's concern"


def test_a_page_of_changes(tmp_path):
    (file,) = write(tmp_path, one=TEXT)
    html = out("normalize", "--diff", "--format", "html", "--to", "be-bgn-pcgn-1979", file)
    page = Page(html)
    page.stands_alone()
    assert [found["id"] for tag, found in page.tags if found.get("name") == "flip"] == ["was", "both", "now"]
    changed = [found for found in page.marks() if "changed" in found["class"].split()]
    assert [found.get("data-now") for found in changed] == ["Lukashenka", None, "Lukashenka", None]
    assert [found.get("data-was") for found in changed] == [None, "Lukaschenko", None, "Lukashenko"]
    assert page.before() == "".join(TEXT.split())
    assert page.after() == "".join(normalize(TEXT, "be-bgn-pcgn-1979").split())
    assert [bool(pair["now"]) for pair in page.pairs] == [True, True, False], "what does not change stands once"
    assert '2 of 5 names are written otherwise in <span data-lang="be-bgn-pcgn-1979">' in html
    assert "Lukaschenko</bdi> → <b><bdi>Lukashenka" in html, "the list says what each spelling becomes"


def test_what_a_page_cannot_show(tmp_path):
    (file,) = write(tmp_path, one=TEXT)
    assert "--format html goes with --diff" in fault("normalize", "--format", "html", file)
    for command in (("link",), ("normalize", "--diff")):
        assert "do not go together" in fault(*command, "--format", "html", "--json", file)
        assert "-c" in fault(*command, "--format", "html", "-c", "name", tmp_path / "x.csv")
    target = tmp_path / "page.html"
    (tmp_path / "bad.txt").write_bytes(b"Minsk \xff")
    assert "UTF-8" in fault("link", "--format", "html", tmp_path / "bad.txt", "-o", target) and not target.exists()


def test_a_page_of_nothing():
    page = Page(out("link", "--format", "html", stdin=b""))
    page.stands_alone()
    assert "No name was found." in page.texts and "Who is mentioned in this text" in page.texts


@pytest.mark.parametrize("evil", [
    '<script>alert("1")</script>', "</script><b>", "\" onmouseover=alert(1) '", "a\u2028b\u2029c", "ab\u202eevil\u2066",
    "אבג دمشق", "half \ud800 pair \udfff", "nul \x00 bell \x07", "@@TITLE@@ @@DATA@@", "&lt;script&gt; &amp;", "]]> <!--",
])  # fmt: skip
@pytest.mark.parametrize("make", [linked_page, diff_page])
def test_everything_on_the_page_is_escaped(make, evil):
    entity = Entity("person/x", "person", "en", {"en": (evil,), "be": (evil,)}, {}, "general knowledge")
    text = f"{evil} & Title\n\nKot {evil} </article>"
    at = text.index("Kot")
    sure = Mention(at, at + 3, "Kot", "person", entity, 1.0, evil, None, ())
    unsure = Mention(at + 4, at + 4 + len(evil), evil, "person", entity, 0.5, evil, "gen", ())
    article = Article(f"{evil}.txt", 'en"', text, (sure, unsure), evil, (evil, "plain"))
    html = make([article, article], to=evil, version=evil)
    page = Page(html)
    assert html.count("<script") == 2 and html.count("</script") == 2 and html.count("<!--") == 0
    assert not any(name.startswith("on") for _, found in page.tags for name in found)
    html.encode("utf-8")
    assert "\x00" not in html and "\x07" not in html and "\u2028" not in html.split('id="data">')[1]
    assert page.data()[0]["names"]
    assert "Kot" in page.texts


def test_open_mentions_show_their_candidates():
    text = "У чарзе стаялі Віктар Бабарыка і Эдуард Бабарыка. Бабарыка маўчаў."
    mentions = tuple(link(text))
    assert any(mention.entity is None for mention in mentions)
    html = linked_page([Article("-", "be", text, mentions)], to="en", version="0")
    assert "In a broken frame" in html and 'class="open" tabindex="0" title="open: ' in html


def test_an_article_rewritten_is_what_normalize_writes():
    pairs = respelled(TEXT, "be")
    article = Article("a", "en", TEXT, tuple(one for one, _ in pairs), "be", tuple(new for _, new in pairs))
    assert article.rewritten == normalize(TEXT, "be") and article.changes == 5
    assert Article("a", "en", TEXT, ()).rewritten == TEXT
    (found, *_) = [forms for entity, forms in count_forms([article]) if entity.id == "person/aliaksandr-lukashenka"]
    assert found == {("Lukaschenko", "Лукашэнка"): 1, ("Lukashenko", "Лукашэнка"): 1}


def test_paragraphs_hold_all_but_white_space_and_cut_no_mention():
    text = "\n\n  A b\r\n\r\nc Alexander\n\nLukashenko d\r\n \t\ne\n\n\n"
    at = text.index("Alexander")
    name = Mention(at, at + len("Alexander\n\nLukashenko"), "", "person", None, 1.0, "", None, ())
    cut = [text[start:end] for start, end in paragraphs(text, (name,))]
    assert cut == ["A b", "c Alexander\n\nLukashenko d", "e"]
    assert paragraphs("", ()) == paragraphs("\n \n", ()) == []
