"""The static half of the page: its frame and style. ``@@NAME@@`` stands where a part goes."""

from __future__ import annotations

from .page_colours import COLOURS
from .page_script import SCRIPT

STYLE = """
:root {
  --person: #c2571a; --person-bg: #fbe7d3; --place: #0f766e; --place-bg: #d6efea;
  --organisation: #5b4bc4; --organisation-bg: #e6e2fb; --other: #8a6d00; --other-bg: #f6ecc4; --open: #777;
}
@media (prefers-color-scheme: dark) {
  :root {
    --person: #f59e64; --person-bg: #45291a; --place: #5fd0c1; --place-bg: #143a37;
    --organisation: #afa4ff; --organisation-bg: #2d2a52; --other: #e3c75a; --other-bg: #3d3514; --open: #999;
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
body.tool header.wrap { padding-top: 2rem; padding-bottom: .4rem } body.tool h1 { font-size: clamp(1.5rem, 3.6vw, 2.2rem); margin-bottom: .5rem; overflow-wrap: anywhere; max-width: 46ch }
body.tool header p { font-size: 1rem; max-width: 78ch } body.tool .figures { margin-top: 1rem } body.tool .figures b { font-size: 1.3rem }
body.tool .bar { margin-top: 1.2rem }
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
mark.unknown { background: none; border-bottom-style: dotted }
mark[tabindex] { cursor: help }
mark:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px }
.now mark.changed { font-weight: 600; box-shadow: 0 0 0 1.5px var(--c); border-bottom-color: transparent }

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
.bar .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.1rem; padding-top: .6rem; padding-bottom: .6rem }
.switch { display: inline-flex; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); overflow: hidden }
.switch label { padding: .35rem .9rem; cursor: pointer; font-size: .92rem }
.switch code { font-size: .82em; opacity: .8; white-space: nowrap }
#was:checked ~ .bar label[for=was], #now:checked ~ .bar label[for=now], #both:checked ~ .bar label[for=both] { background: var(--ink); color: var(--paper) }
.flip:focus-visible ~ .bar .switch { outline: 2px solid var(--ink); outline-offset: 2px }
.flip { position: absolute; opacity: 0; pointer-events: none }
#was:checked ~ main :is(.now, .after), #now:checked ~ main .pair.changed .was { display: none }
#both:checked ~ main .pair.changed { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2rem }
#both:checked ~ main .pair.changed .was { color: var(--soft) } #both:checked ~ main .pair.changed .was mark { color: var(--ink) }
#both:checked ~ main .pair.changed .was mark.changed { text-decoration: line-through 1px } #both:checked ~ main article .pair.changed h2 { font-size: 1.2rem }
#both:checked ~ main article .pair:not(.changed) > * { max-width: none }
#both:checked ~ main .read { grid-template-columns: 13rem minmax(0, 1fr) }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem }
.key { cursor: pointer } .key input { accent-color: var(--c); margin: 0 .35rem 0 0; vertical-align: -1px }
.find { display: flex; align-items: center; gap: .5rem; margin-left: auto; font-size: .9rem }
.find input[type=search] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .3rem .7rem; width: 8rem; max-width: 40vw }
.fewer { font-size: .9rem; cursor: pointer } .fewer input { accent-color: var(--ink); margin: 0 .35rem 0 0; vertical-align: -1px }
#spot { font-size: .9rem; width: 100%; display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem } #spot:empty { display: none }
#spot button { border: 1px solid var(--line); border-radius: .4rem; padding: .1rem .6rem; background: var(--card) } #spot b { font-weight: 600 }
body.fewer .pair:not(.has), body.fewer article:not(:has(.pair.has)) { display: none }

.read { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; margin-top: 1.6rem; align-items: start }
nav { position: sticky; top: 4.6rem; max-height: calc(100vh - 6rem); overflow: auto; font-size: .88rem }
nav ol { list-style: none; margin: 0; padding: 0 } nav a { display: block; padding: .45rem .6rem; border-radius: .4rem; color: inherit; text-decoration: none; line-height: 1.3 }
nav a:hover { background: var(--card) } nav small { display: block; margin-top: .1rem }
nav h2, nav summary { font: 600 .82rem/1.3 system-ui, sans-serif; color: var(--soft); margin: 0 0 .35rem; padding: 0 .6rem; cursor: default } nav summary { cursor: pointer }
nav .texts + details { margin-top: 1.1rem } .who li { display: flex; justify-content: space-between; gap: .6rem; padding: .18rem .6rem; border-left: 3px solid var(--c); margin: .12rem 0 }
.who i { font-style: normal; color: var(--soft); font-variant-numeric: tabular-nums } .none { color: var(--soft) }
article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.6rem clamp(1.1rem, 4vw, 2.6rem) 1.8rem;
  margin: 0 0 1.4rem; box-shadow: var(--shadow); font: 1.06rem/1.75 Georgia, "Noto Serif", "DejaVu Serif", serif }
article h2 { font-size: 1.45rem; line-height: 1.35; margin: 0 0 1rem; font-weight: 600; text-wrap: balance; overflow-wrap: break-word }
article p { margin: 0 0 .95rem; max-width: 68ch; overflow-wrap: break-word; white-space: pre-line } article .pair:last-child p { margin-bottom: 0 }
.pair { content-visibility: auto; contain-intrinsic-size: auto 7rem; padding: .2rem .4rem; margin: -.2rem -.4rem }
article .meta { font: .82rem/1.4 system-ui, sans-serif; color: var(--soft); margin-bottom: .7rem }
body.spot mark[data-e]:not(.hit) { background: none; border-color: var(--line) } body.spot mark.hit { outline: 2px solid var(--c); outline-offset: 1px }
body.spot mark.here { outline-width: 3px; outline-color: var(--ink) } body.spot [data-row]:not(.hit) { display: none }
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
#tip p { margin: .3rem 0 0; color: var(--soft) } #tip s { color: var(--soft) } #tip p b { display: inline; font-size: inherit; color: var(--ink) }
@media (max-width: 56rem) {
  header.wrap { padding-top: 2rem }
  .read, #both:checked ~ main .read { grid-template-columns: minmax(0, 1fr); gap: 1.2rem }
  nav { position: static; max-height: none } nav ol { columns: 2 16rem } nav li { break-inside: avoid }
  .find { margin-left: 0 }
  #both:checked ~ main .pair.changed { grid-template-columns: minmax(0, 1fr) } #both:checked ~ main .pair.changed .was { margin-bottom: .3rem }
  #both:checked ~ main .pair.changed .now { border-left: 3px solid var(--line); padding-left: .9rem }
}
@media (max-width: 40rem) {
  .wrap { padding: 0 .9rem } .switch { width: 100% } .switch label { flex: 1; text-align: center; padding: .35rem .4rem } .switch code { display: block }
  .legend { font-size: .82rem; gap: .2rem .7rem } .key input { margin-right: .2rem } .key small { display: none }
  tbody, tr, tbody th, td { display: block; width: auto } thead { display: none } td, tbody th { border: 0; padding: .2rem .9rem }
  tr { border-top: 1px solid var(--line); padding: .4rem 0 } td:nth-child(2) { display: none }
}
@media print { .bar, nav, #tip { display: none } .card { break-inside: avoid } article, .card { box-shadow: none } .read { display: block } .pair { content-visibility: visible } }
"""

VIEWS = {"was": "Before", "both": "Side by side", "now": "After"}

PAGE = (
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="translit @@VERSION@@">
<title>@@TITLE@@ · translit</title>
<style>"""
    + COLOURS
    + STYLE
    + """</style>
</head>
<body class="@@PAGE@@">
@@FLIPS@@<header class="wrap">
<h1>@@TITLE@@</h1>
<p>@@LEAD@@</p>
<ul class="figures">@@FIGURES@@</ul>
</header>
@@SHOWCASE@@
<div class="bar"><div class="wrap">@@SWITCH@@<div class="legend">@@LEGEND@@</div>
<label class="fewer"><input type="checkbox" id="fewer">@@FEWER@@</label>
<div class="find"><input type="search" id="find" placeholder="Find a name" aria-label="Find a name" autocomplete="off"></div>
<div id="spot" role="status"></div></div></div>
<main class="wrap">
<div class="read"><nav aria-label="Texts and names">@@CONTENTS@@<details open><summary>Names (@@COUNT@@)</summary>@@NAMES@@</details></nav><div>@@BODIES@@</div></div>
<section id="index"><h2 class="part">Every name, every spelling</h2>@@INDEX@@</section>
</main>
<footer class="wrap">Written by translit @@VERSION@@. @@FOOT@@</footer>
<div id="tip" role="tooltip" hidden></div>
<script type="application/json" id="data">@@DATA@@</script>
<script>"""
    + SCRIPT
    + """</script>
</body>
</html>
"""
)
