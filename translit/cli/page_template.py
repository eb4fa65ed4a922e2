"""The static half of the page: its frame, style and script. ``@@NAME@@`` stands where a part goes."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --card: #fffefb; --ink: #22211e; --soft: #6c675d; --line: #e2ddd2; --accent: #8a3324;
  --person: #c2571a; --person-bg: #fbe7d3; --place: #0f766e; --place-bg: #d6efea;
  --organisation: #5b4bc4; --organisation-bg: #e6e2fb; --other: #8a6d00; --other-bg: #f6ecc4; --open: #777;
  --shadow: 0 1px 2px #0001, 0 6px 24px #0000000d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171a; --card: #1e2024; --ink: #e6e3dc; --soft: #9b978d; --line: #33353a; --accent: #f0a58f;
    --person: #f59e64; --person-bg: #45291a; --place: #5fd0c1; --place-bg: #143a37;
    --organisation: #afa4ff; --organisation-bg: #2d2a52; --other: #e3c75a; --other-bg: #3d3514; --open: #999;
    --shadow: 0 1px 2px #0006, 0 6px 24px #0004;
  }
}
* { box-sizing: border-box }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100% }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem }
header.wrap { padding-top: 3.2rem; padding-bottom: 1.2rem } footer.wrap { padding-top: 2.5rem; padding-bottom: 3.5rem }
h1 { font: 600 clamp(2rem, 5vw, 3.2rem)/1.1 Georgia, "Noto Serif", serif; margin: 0 0 .8rem; letter-spacing: -.01em; max-width: 30ch; text-wrap: balance }
header p { margin: 0; max-width: 62ch; color: var(--soft); font-size: 1.06rem }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; margin: 1.6rem 0 0; padding: 0; list-style: none }
.figures b { font: 600 1.7rem/1.2 Georgia, "Noto Serif", serif; display: block; font-variant-numeric: tabular-nums }
.figures li { color: var(--soft); font-size: .88rem }
.figures b { color: var(--ink) }
h2.part { font: 600 1.5rem/1.2 Georgia, "Noto Serif", serif; margin: 3rem 0 1rem }
small { color: var(--soft); font-size: .8em; font-weight: 400 }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: left }
button[data-e]:hover, button[data-e]:focus-visible { text-decoration: underline; text-underline-offset: .2em }

mark { color: inherit; background: none; border-radius: .2em; padding: .04em .18em; margin: 0 -.06em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; border-bottom: 2px solid }
mark.person { background: var(--person-bg); border-color: var(--person) }
mark.place { background: var(--place-bg); border-color: var(--place); border-bottom-style: dotted }
mark.organisation { background: var(--organisation-bg); border-color: var(--organisation); border-bottom: 3px double var(--organisation) }
mark.other { background: var(--other-bg); border-color: var(--other); border-bottom-style: dashed }
mark.open { border: 1px dashed var(--open) }
mark[tabindex] { cursor: help }
mark:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px }
mark.changed { font-weight: 600 }

.cards { columns: 3 19rem; column-gap: 1rem }
.card { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--c); border-radius: .6rem;
  padding: 1rem 1.1rem 1.1rem; margin: 0 0 1rem; break-inside: avoid; box-shadow: var(--shadow) }
.person { --c: var(--person); --cb: var(--person-bg) } .place { --c: var(--place); --cb: var(--place-bg) }
.organisation { --c: var(--organisation); --cb: var(--organisation-bg) } .other { --c: var(--other); --cb: var(--other-bg) }
.card h3 { margin: 0; font: 600 1.2rem/1.25 Georgia, "Noto Serif", serif }
.card .names { margin: .2rem 0 .6rem; color: var(--soft); font-size: .9rem }
.card .count { margin: 0 0 .6rem; font-size: .9rem }
.card .count b { color: var(--c); font-size: 1.25rem }
.chips { display: flex; flex-wrap: wrap; gap: .3rem; margin: 0; padding: 0; list-style: none; font-size: .88rem; line-height: 1.35 }
.chips li { background: var(--cb); border-radius: .35rem; padding: .1rem .2rem .1rem .5rem; overflow-wrap: anywhere }
.chips i { font-style: normal; font-size: .78em; color: var(--soft); margin-left: .35em; padding: 0 .35em; border-radius: .3em;
  background: var(--card); font-variant-numeric: tabular-nums }

.bar { position: sticky; top: 0; z-index: 2; background: color-mix(in srgb, var(--paper) 92%, transparent);
  backdrop-filter: blur(8px); border-bottom: 1px solid var(--line); margin-top: 2.5rem }
.bar .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.4rem; padding-top: .6rem; padding-bottom: .6rem }
.switch { display: inline-flex; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); overflow: hidden }
.switch label { padding: .35rem .9rem; cursor: pointer; font-size: .92rem }
.switch code { font-size: .82em; opacity: .8; white-space: nowrap }
#was:checked ~ .bar label[for=was], #now:checked ~ .bar label[for=now] { background: var(--ink); color: var(--paper) }
.flip:focus-visible ~ .bar .switch { outline: 2px solid var(--ink); outline-offset: 2px }
.flip { position: absolute; opacity: 0; pointer-events: none }
#was:checked ~ main .now, #now:checked ~ main .was { display: none }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem }
.key { cursor: pointer } .key input { accent-color: var(--c); margin: 0 .35rem 0 0; vertical-align: -1px }
#spot { margin-left: auto; font-size: .9rem } #spot button { border: 1px solid var(--line); border-radius: .4rem; padding: .15rem .6rem }

.read { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; margin-top: 1.6rem; align-items: start }
nav { position: sticky; top: 4.6rem; max-height: calc(100vh - 6rem); overflow: auto; font-size: .88rem }
nav ol { list-style: none; margin: 0; padding: 0 } nav a { display: block; padding: .45rem .6rem; border-radius: .4rem; color: inherit; text-decoration: none; line-height: 1.3 }
nav a:hover { background: var(--card) } nav small { display: block; margin-top: .1rem }
article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.6rem clamp(1.1rem, 4vw, 2.6rem) 1.8rem;
  margin: 0 0 1.4rem; box-shadow: var(--shadow); font: 1.06rem/1.75 Georgia, "Noto Serif", "DejaVu Serif", serif }
article h2 { font-size: 1.45rem; line-height: 1.35; margin: 0 0 1rem; font-weight: 600; text-wrap: balance }
article p { margin: 0 0 .95rem; max-width: 68ch; overflow-wrap: break-word } article p:last-child { margin: 0 }
article .meta { font: .82rem/1.4 system-ui, sans-serif; color: var(--soft); margin-bottom: .7rem }
body.spot mark[data-e]:not(.hit) { background: none; border-color: var(--line) } body.spot mark.hit { outline: 2px solid var(--c); outline-offset: 1px }
body.no-person mark.person[tabindex], body.no-place mark.place[tabindex], body.no-organisation mark.organisation[tabindex],
body.no-other mark.other[tabindex] { background: none; border-color: transparent }

.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; box-shadow: var(--shadow) }
table { border-collapse: collapse; width: 100%; font-size: .93rem }
th, td { text-align: left; vertical-align: top; padding: .55rem .9rem; border-top: 1px solid var(--line) }
thead th { border-top: 0; color: var(--soft); font-weight: 400; font-size: .82rem }
tbody th { font-weight: 600; width: 19rem } tbody th code { display: block; font-size: .76rem; font-weight: 400; color: var(--soft); overflow-wrap: anywhere }
td:nth-child(2) { font-variant-numeric: tabular-nums; width: 3.5rem }
#index h3 { margin: 1.6rem 0 .6rem; font-weight: 600 }
footer { color: var(--soft); font-size: .88rem }

#tip { position: fixed; z-index: 5; max-width: min(23rem, calc(100vw - 1.5rem)); background: var(--card); color: var(--ink);
  border: 1px solid var(--line); border-left: 4px solid var(--c, var(--open)); border-radius: .5rem; padding: .7rem .9rem;
  box-shadow: 0 8px 30px #0003; font: .88rem/1.45 system-ui, sans-serif; pointer-events: none }
#tip[hidden] { display: none }
#tip b { font-size: 1rem; display: block } #tip code { font-size: .78rem; color: var(--soft) }
#tip dl { display: grid; grid-template-columns: auto 1fr; gap: .05rem .6rem; margin: .45rem 0 } #tip dt { color: var(--soft) } #tip dd { margin: 0 }
#tip p { margin: .3rem 0 0; color: var(--soft) } #tip s { color: var(--soft) }
@media (max-width: 56rem) {
  header.wrap { padding-top: 2rem }
  .read { grid-template-columns: minmax(0, 1fr) }
  nav { position: static; max-height: none } nav ol { columns: 2 16rem } nav li { break-inside: avoid }
  #spot { margin-left: 0 }
}
@media (max-width: 40rem) {
  .wrap { padding: 0 .9rem } .switch { width: 100% } .switch label { flex: 1; text-align: center; padding: .35rem .4rem } .switch code { display: block }
  .legend { font-size: .82rem; gap: .2rem .7rem } .key input { margin-right: .2rem } .key small { display: none }
  tbody, tr, tbody th, td { display: block; width: auto } thead { display: none } td, tbody th { border: 0; padding: .2rem .9rem }
  tr { border-top: 1px solid var(--line); padding: .4rem 0 } td:nth-child(2) { display: none }
}
@media print { .bar, nav, #tip { display: none } article, .card { break-inside: avoid; box-shadow: none } .read { display: block } }
"""

SCRIPT = """
(() => {
  const entities = JSON.parse(document.getElementById("data").textContent);
  const tip = document.getElementById("tip"), spot = document.getElementById("spot"), body = document.body;
  const make = (tag, text, parent) => { const one = document.createElement(tag); one.textContent = text; parent.append(one); return one };
  document.querySelectorAll("mark[title]").forEach(mark => { mark.dataset.title = mark.title; mark.removeAttribute("title");
    mark.setAttribute("aria-label", mark.textContent + ": " + mark.dataset.title) });
  const show = mark => {
    const entity = entities[mark.dataset.e];
    tip.textContent = ""; tip.className = entity ? entity.kind : "";
    if (!entity) make("p", mark.dataset.title, tip);
    else {
      make("b", entity.name, tip); make("code", entity.id, tip);
      const names = make("dl", "", tip);
      for (const [lang, name] of entity.names) { make("dt", lang, names); make("dd", name, names).lang = lang }
      if (mark.dataset.was) { const line = make("p", "was ", tip); make("s", mark.dataset.was, line) }
      make("p", mark.dataset.why, tip);
      const many = (n, what) => n + " " + what + (n === 1 ? "" : "s");
      make("p", many(entity.count, "mention") + " in " + many(entity.spellings, "spelling"), tip);
    }
    tip.hidden = false;
    const at = mark.getClientRects()[0], box = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - box.width - 12));
    const below = mark.getBoundingClientRect().bottom + 8;
    tip.style.left = left + "px";
    tip.style.top = (below + box.height > innerHeight && at.top > box.height + 8 ? at.top - box.height - 8 : below) + "px";
  };
  const hide = () => { tip.hidden = true };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, event => {
    const mark = event.target.closest && event.target.closest("mark[tabindex]"); mark ? show(mark) : hide() });
  document.addEventListener("focusout", hide);
  addEventListener("scroll", () => { const mark = document.activeElement; mark && mark.matches("mark[tabindex]") ? show(mark) : hide() }, { passive: true });
  const light = number => {
    body.classList.toggle("spot", number !== null); spot.textContent = "";
    document.querySelectorAll("mark[data-e]").forEach(mark => mark.classList.toggle("hit", mark.dataset.e === number));
    if (number === null) return;
    spot.append("only " + entities[number].name + " "); make("button", "show all", spot).onclick = () => light(null);
  };
  document.addEventListener("click", event => {
    const from = event.target.closest("[data-e]"); if (!from) return;
    light(from.dataset.e);
    if (from.tagName === "BUTTON") { const first = [...document.querySelectorAll("article mark.hit")].find(mark => mark.offsetParent);
      if (first) first.scrollIntoView({ block: "center" }) }
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") { hide(); light(null) }
    if (event.key === "Enter" && event.target.matches("mark[data-e]")) light(event.target.dataset.e) });
  document.querySelectorAll("[data-kind]").forEach(box => { box.onchange = () => body.classList.toggle("no-" + box.dataset.kind, !box.checked) });
})();
"""

PAGE = (
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="translit @@VERSION@@">
<title>Who is mentioned where · translit</title>
<style>"""
    + STYLE
    + """</style>
</head>
<body>
<input class="flip" type="radio" name="flip" id="was" checked aria-label="As written">
<input class="flip" type="radio" name="flip" id="now" aria-label="In one spelling">
<header class="wrap">
<h1>One person, many spellings. Who is mentioned where?</h1>
<p>News of our own making with the names of the day, spelled as newsrooms spell them: in three languages, by several
romanizations, inflected, misspelt. translit found the names, decided who is meant, and can write each in one way.
Point at a name to see who it is and why; click it to follow it through the texts.</p>
<ul class="figures"><li><b>@@ARTICLES@@</b>articles</li><li><b>@@MENTIONS@@</b>mentions</li><li><b>@@ENTITIES@@</b>entities</li><li><b>@@SPELLINGS@@</b>spellings</li></ul>
</header>
<section class="wrap"><h2 class="part">Most often respelled</h2><div class="cards">@@SHOWCASE@@</div></section>
<div class="bar"><div class="wrap"><div class="switch"><label for="was">As written</label><label for="now">In one spelling <code>@@TO@@</code></label></div>
<div class="legend">@@LEGEND@@</div><div id="spot" role="status"></div></div></div>
<main class="wrap">
<div class="read"><nav aria-label="Articles"><ol>@@CONTENTS@@</ol></nav><div>@@BODIES@@</div></div>
<section id="index"><h2 class="part">Every entity, every spelling</h2>@@INDEX@@</section>
</main>
<footer class="wrap">Written by translit @@VERSION@@. Names in the texts are real, events are invented.</footer>
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="data">@@DATA@@</script>
<script>"""
    + SCRIPT
    + """</script>
</body>
</html>
"""
)
