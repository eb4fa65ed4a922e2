"""The static half of the review page: its frame, style and script. ``@@NAME@@`` stands where a part goes."""

from __future__ import annotations

from .page_colours import COLOURS

STYLE = """
:root {
  --hover: #f1ede4;
  --same: #0b6b50; --same-bg: #d8efe5; --different: #a83a1d; --different-bg: #fae3d8; --unsure: #6f5a00; --unsure-bg: #f4eac6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --hover: #26282d;
    --same: #6fd6b0; --same-bg: #14392d; --different: #f6a184; --different-bg: #47251a; --unsure: #e3c75a; --unsure-bg: #3b3414;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; overflow-anchor: none; scrollbar-gutter: stable }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
button, input { font: inherit; color: inherit }
button { background: none; border: 0; padding: 0; cursor: pointer }
.wrap { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
kbd { font: 600 .78em/1 ui-monospace, "DejaVu Sans Mono", monospace; border: 1px solid var(--line); border-bottom-width: 2px;
  border-radius: .3em; padding: .12em .38em; background: var(--card); color: var(--soft) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

header.wrap { padding-top: 2rem; padding-bottom: 1rem }
h1 { font: 600 clamp(1.6rem, 4vw, 2.3rem)/1.15 Georgia, "Noto Serif", serif; letter-spacing: -.01em; margin: 0 0 .4rem; text-wrap: balance }
header p { margin: 0; color: var(--soft); max-width: 46rem }
header p b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums }
.keys { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin: .9rem 0 0; padding: 0; list-style: none; font-size: .86rem; color: var(--soft) }

.bar { position: sticky; top: 0; z-index: 3; background: color-mix(in srgb, var(--paper) 93%, transparent); backdrop-filter: blur(8px);
  border-bottom: 1px solid var(--line) }
.bar .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .9rem; padding-top: .55rem; padding-bottom: .6rem }
.bar input { flex: 1 1 11rem; min-width: 8rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); padding: .36rem .7rem }
.bar input::placeholder { color: var(--soft) }
.views { display: inline-flex; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); overflow: hidden }
.views button { padding: .36rem .8rem; font-size: .92rem } .views button[aria-pressed=true] { background: var(--ink); color: var(--paper) }
.views button:focus-visible { outline-offset: -3px }
.act { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); padding: .36rem .8rem; white-space: nowrap }
.act.main { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600 }
.act:disabled { opacity: .45; cursor: default }
.act:not(:disabled, .main):hover, .views button:not([aria-pressed=true]):hover { background: var(--hover) }
.gauge { position: absolute; left: 0; right: 0; bottom: -1px; height: 2px } .gauge i { display: block; height: 100%; width: 0; background: var(--same); transition: width .2s }
#count { font-size: .9rem; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap } #count b { color: var(--ink) }

main.wrap { padding-top: 1rem; padding-bottom: 40vh }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; box-shadow: var(--shadow); overflow: clip }
.slot { padding-bottom: .8rem }
.card:focus-within { border-color: color-mix(in srgb, var(--accent) 55%, var(--line)) }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .8rem; padding: .75rem 1rem .6rem; position: sticky; top: var(--bar, 3.4rem); z-index: 1; background: var(--card) }
.head h2 { margin: 0; font: 600 1.16rem/1.3 Georgia, "Noto Serif", serif; overflow-wrap: anywhere }
.head small { color: var(--soft); font-size: .84rem } .head .grow { flex: 1 }
.head .all { font-size: .86rem; color: var(--soft); border: 1px solid var(--line); border-radius: .45rem; padding: .12rem .6rem } .head .all:hover { background: var(--hover) }
.card.done .head .all { visibility: hidden }
.head .tag { font: 600 .8rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; border-radius: .35rem; padding: .06rem .5rem; background: var(--unsure-bg); color: var(--unsure) }
.head:has(.tag) { padding-bottom: .1rem } .ask.row { border-top: 0 }
ul.rows { list-style: none; margin: 0; padding: 0 }
.row { display: grid; grid-template-columns: minmax(11rem, 17rem) minmax(0, 1fr) auto; gap: .2rem 1rem; align-items: start; padding: .5rem 1rem;
  border-top: 1px solid var(--line); border-left: 3px solid transparent; scroll-margin: 7rem 0 5rem }
.row:focus { outline: none } .row:focus-visible, .row:focus-within { background: var(--hover); border-left-color: var(--accent) }
.row.centre { background: color-mix(in srgb, var(--hover) 55%, var(--card)) }
.row.same { border-left-color: var(--same) } .row.different { border-left-color: var(--different) } .row.unsure { border-left-color: var(--unsure) }
.who b { font-weight: 600; overflow-wrap: anywhere } .who small { color: var(--soft); display: block; font-size: .83rem; overflow-wrap: anywhere }
.who .n { color: var(--soft); font-size: .83rem; margin-left: .4em }
.row.different:not(.ask) .who b { text-decoration: line-through; text-decoration-color: var(--different); text-decoration-thickness: 1px }
.why { font-size: .86rem; color: var(--soft); overflow-wrap: anywhere }
.why p { margin: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden }
.row:focus-within .why p { -webkit-line-clamp: 12; line-clamp: 12 }
.score { display: inline-flex; align-items: center; gap: .45em; font-variant-numeric: tabular-nums; color: var(--ink); margin-right: .5em }
.score i { width: 2.6rem; height: .34rem; border-radius: .2rem; background: var(--line); overflow: hidden; display: inline-block }
.score i::after { content: ""; display: block; height: 100%; width: calc(var(--s) * 100%); background: var(--c, var(--same)) }
.score.low { --c: var(--different) } .score.mid { --c: var(--unsure) }
.choice { display: inline-flex; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; background: var(--card); align-self: center }
.choice button { padding: .26rem .7rem; font-size: .88rem; border-left: 1px solid var(--line) } .choice button:first-child { border-left: 0 }
.choice button:hover { background: var(--hover) } .choice button:focus-visible { outline-offset: -3px }
.choice [data-d=same][aria-pressed=true] { background: var(--same-bg); color: var(--same); font-weight: 600 }
.choice [data-d=different][aria-pressed=true] { background: var(--different-bg); color: var(--different); font-weight: 600 }
.choice [data-d=unsure][aria-pressed=true] { background: var(--unsure-bg); color: var(--unsure); font-weight: 600 }
.more { width: 100%; text-align: left; padding: .5rem 1.2rem; border-top: 1px solid var(--line); color: var(--accent); font-size: .9rem } .more:hover { background: var(--hover) }
.ask { display: block } .ask .foot { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-top: .55rem } .ask .why { flex: 1 1 20rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden }
.sides > div { background: var(--card); padding: .5rem .8rem } .sides p { margin: 0 } .sides p:first-child b { font: 600 1.12rem/1.3 Georgia, "Noto Serif", serif } .sides p + p { margin-top: .15rem; font-size: .9rem; color: var(--soft) }
.sides p + p b { font-weight: 400 } .sides .who small { display: inline; margin-left: .45em }
.empty { text-align: center; color: var(--soft); padding: 3.5rem 1rem } .empty b { display: block; font: 600 1.25rem Georgia, "Noto Serif", serif; color: var(--ink); margin-bottom: .3rem }
#toast { position: fixed; z-index: 5; left: 50%; bottom: 1.2rem; transform: translateX(-50%); max-width: min(36rem, calc(100vw - 2rem)); background: var(--ink); color: var(--paper);
  border-radius: .6rem; padding: .55rem 1rem; font-size: .92rem; box-shadow: 0 8px 30px #0004; pointer-events: none; opacity: 0; transition: opacity .15s }
#toast.shown { opacity: 1 }
@media (max-width: 52rem) {
  .long { display: none }
  .row { grid-template-columns: minmax(0, 1fr) auto } .row .why { grid-column: 1 / -1; grid-row: 2 } .row .choice { grid-column: 2; grid-row: 1 }
}
@media (max-width: 40rem) {
  .wrap { padding: 0 .8rem } header.wrap { padding-top: 1.2rem } .keys { display: none }
  .bar .wrap { gap: .45rem .5rem } .bar input { order: 3; flex-basis: 8rem } .bar .act { order: 4 } .views { flex: 1 0 auto } .views button { flex: 1; padding: .36rem .4rem; white-space: nowrap; font-size: .86rem } #count { font-size: .84rem } .all kbd { display: none }
  .row { grid-template-columns: minmax(0, 1fr); padding: .6rem .8rem } .row .choice { grid-column: 1; grid-row: 3; justify-self: stretch }
  .choice { display: flex } .choice button { flex: 1; padding: .55rem .3rem } .head { padding: .7rem .8rem .5rem }
  .sides { grid-template-columns: 1fr } .ask .choice { flex: 1 1 100% } .ask .why { flex-basis: 100% }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
"""

SCRIPT = r"""
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const { records, reasons, cards } = data, get = id => document.getElementById(id);
  const ID = 0, NAME = 1, FACTS = 2, MANY = 3, LEFT = 0, RIGHT = 1, SCORE = 2, WHY = 3;
  const FEW = 10, store = "translit-review:" + data.key;
  const list = get("list"), above = get("above"), below = get("below"), search = get("search"), toast = get("toast");
  const make = (tag, name, text) => { const one = document.createElement(tag); if (name) one.className = name; if (text !== undefined) one.textContent = text; return one };
  const many = (n, one, some) => n.toLocaleString("en") + " " + (n === 1 ? one : some || one + "s");

  // ------------------------------------------------------------------ decisions, by the two ids
  const decided = new Map(), log = [];
  const keyOf = (left, right) => left < right ? JSON.stringify([left, right]) : JSON.stringify([right, left]);
  const pairOf = row => [records[row[LEFT]][ID], records[row[RIGHT]][ID]];
  const rulingOf = row => decided.get(keyOf(...pairOf(row)));
  for (const [left, right, decision] of data.decisions) decided.set(keyOf(left, right), [left, right, decision]);
  let kept = true;
  try { for (const one of JSON.parse(localStorage.getItem(store) || "[]")) decided.set(keyOf(one[0], one[1]), one) } catch { kept = false }
  const save = () => {
    const before = new Map(data.decisions.map(one => [keyOf(one[0], one[1]), one[2]]));
    try { localStorage.setItem(store, JSON.stringify([...decided].filter(([key, one]) => before.get(key) !== one[2]).map(([, one]) => one))) } catch { kept = false }
  };
  addEventListener("beforeunload", event => { if (!kept && log.length) event.preventDefault() });

  const contradicts = (left, right, decision) => {
    if (decision === "unsure") return "";
    const leader = new Map(), find = one => { while (leader.has(one)) one = leader.get(one); return one };
    const join = (one, other) => { one = find(one); other = find(other); if (one !== other) leader.set(one, other) };
    const own = keyOf(left, right);
    for (const [key, one] of decided) if (key !== own && one[2] === "same") join(one[0], one[1]);
    if (decision === "different") return find(left) === find(right) ? "they are one already, by decisions about others" : "";
    join(left, right);
    for (const [key, one] of decided) if (key !== own && one[2] === "different" && find(one[0]) === find(one[1])) return one[0] + " and " + one[1] + " would be one, and are decided to be different";
    return "";
  };
  const set = (key, value) => { value ? decided.set(key, value) : decided.delete(key) };
  const decide = (rows, decision) => {
    const step = [];
    for (const row of rows) {
      const [left, right] = pairOf(row), key = keyOf(left, right), was = decided.get(key);
      const problem = contradicts(left, right, decision);
      if (problem) { say("Not taken: " + problem + "."); break }
      step.push([key, was]); set(key, was && was[2] === decision && rows.length === 1 ? undefined : [left, right, decision]);
    }
    if (!step.length) return false;
    log.push(step); save(); return true;
  };
  const undo = () => {
    const step = log.pop(); if (!step) { say("Nothing to undo."); return }
    for (const [key, was] of step.reverse()) set(key, was);
    save(); refresh();
    const card = cards.findIndex(one => one.rows.some(row => keyOf(...pairOf(row)) === step[0][0])), at = view.indexOf(card);
    if (at >= 0) { opened.add(card); focusRow(at, cards[card].rows.findIndex(row => keyOf(...pairOf(row)) === step[0][0])) }
    say("Undone.");
  };
  const isDone = card => card.rows.every(row => rulingOf(row));

  // ------------------------------------------------------------------ what is shown: only the cards in sight are in the page
  let view = [], offsets = [0], shown = new Map(), active = [0, 0], showing = "doubt";
  const isDoubtful = card => card.sides !== undefined || card.rows.some(row => row[SCORE] < .9);
  const isShown = card => showing === "all" || (showing === "done" ? isDone(card) : !isDone(card) && (showing === "open" || isDoubtful(card)));
  const opened = new Set(), heights = new Map();
  const guess = at => { const card = cards[at]; return heights.get(at) || (card.sides ? 190 + 22 * Math.max(card.sides[0].length, card.sides[1].length) : 112 + 62 * Math.min(card.rows.length, FEW)) };
  const measure = () => { offsets = new Array(view.length + 1); offsets[0] = 0; for (let i = 0; i < view.length; i++) offsets[i + 1] = offsets[i] + guess(view[i]) };
  const find = y => { let low = 0, high = view.length; while (low < high) { const middle = (low + high) >> 1; offsets[middle + 1] <= y ? low = middle + 1 : high = middle } return low };
  const watcher = new ResizeObserver(entries => {
    let shift = 0; const top = scrollY - list.offsetTop;
    for (const { target } of entries) {
      const at = +target.dataset.at, card = view[at], height = target.offsetHeight;
      if (!height || card === undefined || Math.abs(height - guess(card)) < .5) continue;
      if (offsets[at + 1] <= top) shift += height - guess(card);
      heights.set(card, height);
    }
    measure(); place(); if (shift) scrollBy(0, shift); draw();
  });
  const place = () => {
    const ats = [...shown.keys()].sort((a, b) => a - b), first = ats.length ? ats[0] : 0, last = ats.length ? ats[ats.length - 1] + 1 : 0;
    above.style.height = offsets[first] + "px"; below.style.height = offsets[view.length] - offsets[last] + "px";
  };
  const draw = () => {
    document.documentElement.style.setProperty("--bar", get("bar").offsetHeight + "px");
    const top = scrollY - list.offsetTop, room = innerHeight * .75;
    const first = find(Math.max(0, top - room)), last = Math.min(view.length, find(Math.max(0, top + innerHeight + room)) + 1);
    for (const [at, slot] of shown) if (at < first || at >= last) { watcher.unobserve(slot); slot.remove(); shown.delete(at) }
    let next = below;
    for (let at = last - 1; at >= first; at--) {
      let slot = shown.get(at);
      if (!slot) { slot = build(at); list.insertBefore(slot, next); shown.set(at, slot); watcher.observe(slot) }
      next = slot;
    }
    place();
  };
  const show = () => {
    const wanted = fold(search.value.trim());
    view = [];
    cards.forEach((card, at) => {
      if (isShown(card) && (!wanted || haystack(at).includes(wanted))) view.push(at);
    });
    for (const slot of shown.values()) { watcher.unobserve(slot); slot.remove() }
    shown.clear(); active = [0, 0]; measure();
    get("nothing").hidden = view.length > 0;
    get("nothing").firstElementChild.textContent = !cards.length ? "Nothing to review" : wanted ? "No card has that" : showing === "open" ? "All is decided" : showing === "doubt" ? "Nothing doubtful is open" : "Nothing here yet";
    get("nothing").lastElementChild.textContent = !cards.length ? "No record is joined with one that is written otherwise." : (showing === "open" || showing === "doubt") && !wanted ? "Download the decisions; the next run obeys them." : "";
    draw(); count();
  };
  const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const hay = new Map();
  const haystack = at => {
    if (!hay.has(at)) {
      const card = cards[at], some = card.sides ? card.sides.flat() : [card.centre, ...card.rows.map(row => row[LEFT])];
      hay.set(at, fold([card.name || "", ...some.map(one => records[one][NAME] + " " + records[one][ID] + " " + records[one][FACTS].join(" "))].join("\n")));
    }
    return hay.get(at);
  };

  // ------------------------------------------------------------------ a card
  const who = (place, tag) => {
    const [id, name, facts, n] = records[place], box = make(tag || "div", "who");
    const said = make("b", "", name || "(no name)"); said.dir = "auto"; box.append(said);
    if (n > 1) box.append(make("span", "n", "×" + n));
    const more = [...facts, ...(id !== name ? ["key " + id] : [])];
    if (more.length) box.append(make("small", "", more.join(" · ")));
    return box;
  };
  const why = (row, centre) => {
    const box = make("div", "why"), said = make("p"), score = row[SCORE];
    const mark = make("span", "score" + (score < .7 ? " low" : score < .9 ? " mid" : ""), score.toFixed(2)), gauge = make("i");
    gauge.style.setProperty("--s", score); mark.prepend(gauge); said.append(mark);
    if (centre !== undefined && row[RIGHT] !== centre) said.append("beside " + records[row[RIGHT]][NAME] + ": ");
    said.append(reasons[row[WHY]].split("; ").join(" · ")); box.append(said); return box;
  };
  const choice = row => {
    const box = make("div", "choice"), name = records[row[LEFT]][NAME], other = records[row[RIGHT]][NAME];
    box.setAttribute("role", "group"); box.setAttribute("aria-label", "Is " + name + " the same person as " + other + "?");
    for (const [decision, said] of [["same", "Same"], ["different", "Different"], ["unsure", "Unsure"]]) { const button = make("button", "", said); button.dataset.d = decision; button.tabIndex = -1; box.append(button) }
    return box;
  };
  const mark = (line, row) => {
    const ruling = rulingOf(row), said = ruling ? ruling[2] : "";
    for (const one of ["same", "different", "unsure"]) line.classList.toggle(one, one === said);
    for (const button of line.querySelectorAll(".choice button")) button.setAttribute("aria-pressed", String(button.dataset.d === said));
  };
  const build = at => {
    const number = view[at], card = cards[number], slot = make("div", "slot"), box = make("article", "card" + (isDone(card) ? " done" : "")), head = make("div", "head"), rows = make("ul", "rows");
    slot.dataset.at = at; box.setAttribute("aria-posinset", at + 1); box.setAttribute("aria-setsize", view.length);
    if (card.sides) {
      const two = card.rows[0].slice(0, 2).map(one => records[one][NAME]);
      head.append(make("h2", "tag", "Kept apart: may they be one?")); box.setAttribute("aria-label", two.join(" and ") + ": two clusters that may be one");
    } else {
      const n = card.rows.reduce((sum, row) => sum + records[row[LEFT]][MANY], records[card.centre][MANY]);
      const title = make("h2", "", card.name || "(no name)"); title.title = card.why;
      const all = make("button", "all", "All same "); all.append(make("kbd", "", "A")); all.tabIndex = -1; all.setAttribute("aria-label", "All the same as " + records[card.centre][NAME]);
      head.append(title, make("small", "", many(card.rows.length + 1, "spelling") + (n > card.rows.length + 1 ? ", " + many(n, "record") : "") + " · cluster " + card.id), make("span", "grow"), all);
      box.setAttribute("aria-label", title.textContent + ", " + many(card.rows.length + 1, "spelling"));
      const line = make("li", "row centre"); line.append(who(card.centre), make("div", "why", "the centre: the others are compared with it")); rows.append(line);
    }
    const shownRows = opened.has(number) ? card.rows : card.rows.slice(0, FEW);
    shownRows.forEach((row, r) => {
      const line = make("li", "row"); line.dataset.r = r; line.tabIndex = at === active[0] && r === active[1] ? 0 : -1;
      if (card.sides) {
        line.classList.add("ask"); const both = make("div", "sides"), foot = make("div", "foot");
        card.sides.forEach((side, s) => { const half = make("div"); side.forEach(one => half.append(who(one, "p"))); if (card.many[s] > side.length) half.append(make("p", "", "and " + many(card.many[s] - side.length, "more spelling"))); both.append(half) });
        foot.append(why(row), choice(row)); line.append(both, foot);
      } else line.append(who(row[LEFT]), why(row, card.centre), choice(row));
      mark(line, row); rows.append(line);
    });
    box.append(head, rows);
    if (shownRows.length < card.rows.length) { const more = make("button", "more", "Show " + many(card.rows.length - FEW, "more spelling")); box.append(more) }
    slot.append(box); return slot;
  };
  const rebuild = at => {
    const old = shown.get(at); if (!old) return;
    const slot = build(at); watcher.unobserve(old); old.replaceWith(slot); shown.set(at, slot); watcher.observe(slot);
  };
  const refresh = () => {
    for (const [at, slot] of shown) {
      const card = cards[view[at]]; slot.firstElementChild.classList.toggle("done", isDone(card));
      for (const line of slot.querySelectorAll(".row[data-r]")) mark(line, card.rows[+line.dataset.r]);
    }
    count();
  };
  const count = () => {
    let done = 0, total = 0;
    for (const card of cards) if (showing !== "doubt" || isDoubtful(card)) for (const row of card.rows) { total++; if (rulingOf(row)) done++ }
    const box = get("count"); box.textContent = ""; box.append(make("b", "", done.toLocaleString("en")), " of " + total.toLocaleString("en"), make("span", "long", " decided"));
    get("gauge").style.width = (total ? 100 * done / total : 0) + "%"; get("gauge").parentElement.setAttribute("aria-valuenow", total ? Math.round(100 * done / total) : 0);
    get("undo").disabled = !log.length; get("download").disabled = !decided.size;
  };
  let fading;
  const say = text => { toast.textContent = text; toast.classList.add("shown"); clearTimeout(fading); fading = setTimeout(() => toast.classList.remove("shown"), 2600) };

  // ------------------------------------------------------------------ moving
  const lineAt = (at, r) => shown.get(at) && shown.get(at).querySelector('.row[data-r="' + r + '"]');
  const focusRow = (at, r) => {
    if (at < 0 || at >= view.length) return;
    const before = lineAt(...active); if (before) before.tabIndex = -1;
    if (r >= FEW && !opened.has(view[at])) { opened.add(view[at]); rebuild(at) }
    active = [at, r];
    if (!lineAt(at, r)) { scrollTo(0, list.offsetTop + offsets[at] - innerHeight / 3); draw() }
    const line = lineAt(at, r); if (!line) return;
    line.tabIndex = 0; line.focus({ preventScroll: true });
    const box = line.getBoundingClientRect(), top = get("bar").offsetHeight + 56;
    if (box.top < top) scrollBy(0, box.top - top - 16); else if (box.bottom > innerHeight - 24) scrollBy(0, Math.min(box.bottom - innerHeight + 110, box.top - top));
  };
  const focusSeen = () => {  // after scrolling away, the first row in sight that is open
    const top = get("bar").offsetHeight, lines = [...list.querySelectorAll(".row[data-r]")].filter(line => { const box = line.getBoundingClientRect(); return box.top >= top && box.bottom <= innerHeight });
    const line = lines.find(one => !one.querySelector("[aria-pressed=true]")) || lines[0];
    line ? focusRow(+line.closest(".slot").dataset.at, +line.dataset.r) : focusRow(...active);
  };
  const move = step => {
    let [at, r] = active; if (!view.length) return;
    if (!document.activeElement.closest(".row")) return focusSeen();
    r += step;
    if (r < 0) { at--; if (at < 0) return; r = cards[view[at]].rows.length - 1; if (!opened.has(view[at])) r = Math.min(r, FEW - 1) }
    else if (r >= cards[view[at]].rows.length) { at++; r = 0 }
    focusRow(at, r);
  };
  const moveOn = (at, r) => {
    for (let i = at; i < view.length; i++) { const rows = cards[view[i]].rows; for (let j = i === at ? r + 1 : 0; j < rows.length; j++) if (!rulingOf(rows[j])) return focusRow(i, j) }
    const left = view.findIndex(card => !isDone(cards[card]));
    if (left < 0) return say("All of these are decided."), refresh();
    focusRow(left, cards[view[left]].rows.findIndex(row => !rulingOf(row)));
  };
  const rule = (at, r, decision) => {
    const row = cards[view[at]].rows[r]; if (!decide([row], decision)) return;
    refresh(); get("told").textContent = records[row[LEFT]][NAME] + ": " + (rulingOf(row) ? decision : "open again") + ". " + get("count").textContent;
    rulingOf(row) ? moveOn(at, r) : focusRow(at, r);
  };
  const ruleAll = at => {
    const rows = cards[view[at]].rows.filter(row => !rulingOf(row)); if (!rows.length || cards[view[at]].sides) return;
    if (decide(rows, "same")) { refresh(); moveOn(at, cards[view[at]].rows.length) }
  };

  const csv = () => {
    const cell = text => /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    return "left,right,decision\n" + [...decided.values()].map(one => one.map(cell).join(",") + "\n").join("");
  };
  const download = () => {
    const link = make("a"), url = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.href = url; link.download = "decisions.csv"; document.body.append(link); link.click(); link.remove(); setTimeout(() => URL.revokeObjectURL(url), 10000);
    say(many(decided.size, "decision") + " in decisions.csv");
  };

  // ------------------------------------------------------------------ hands
  list.addEventListener("click", event => {
    const slot = event.target.closest(".slot"); if (!slot) return;
    const at = +slot.dataset.at, line = event.target.closest(".row[data-r]"), button = event.target.closest("button");
    if (!button) { if (line && !String(getSelection())) focusRow(at, +line.dataset.r) }
    else if (button.dataset.d) { active = [at, +line.dataset.r]; rule(at, +line.dataset.r, button.dataset.d) }
    else if (button.classList.contains("all")) ruleAll(at);
    else if (button.classList.contains("more")) { opened.add(view[at]); rebuild(at); focusRow(at, FEW) }
  });
  list.addEventListener("focusin", event => {
    const line = event.target.closest(".row[data-r]"), slot = event.target.closest(".slot"); if (!line) return;
    const before = lineAt(...active); if (before && before !== line) before.tabIndex = -1;
    active = [+slot.dataset.at, +line.dataset.r]; line.tabIndex = 0;
  });
  const KEYS = { s: "same", d: "different", u: "unsure" };
  document.addEventListener("keydown", event => {
    if (event.target === search) { if (event.key === "Escape" || event.key === "Enter") { event.preventDefault(); if (event.key === "Escape") { search.value = ""; show() } focusRow(0, 0) } return }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) { event.preventDefault(); undo(); return }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key, here = document.activeElement.closest(".row[data-r]");
    if (key === "/") { event.preventDefault(); search.focus(); search.select() }
    else if (key === "z") undo();
    else if (key === "j" || key === "ArrowDown") { event.preventDefault(); move(1) }
    else if (key === "k" || key === "ArrowUp") { event.preventDefault(); move(-1) }
    else if (key === "n") focusRow(Math.min(active[0] + (here ? 1 : 0), view.length - 1), 0);
    else if (key === "p") focusRow(Math.max(active[0] - 1, 0), 0);
    else if (KEYS[key]) here ? rule(active[0], active[1], KEYS[key]) : focusSeen();
    else if (key === "a") here ? ruleAll(active[0]) : focusSeen();
  });
  for (const button of document.querySelectorAll("[data-view]")) button.onclick = () => {
    showing = button.dataset.view;
    for (const one of document.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", String(one === button));
    scrollTo(0, Math.min(scrollY, get("bar").offsetTop)); show();
  };
  let typing;
  search.oninput = () => { clearTimeout(typing); typing = setTimeout(() => { scrollTo(0, Math.min(scrollY, get("bar").offsetTop)); show() }, 90) };
  get("undo").onclick = undo; get("download").onclick = download;
  let waiting = false;
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; draw() }) } }, { passive: true });
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; heights.clear(); measure() } draw() });

  get("records").textContent = data.total.toLocaleString("en"); get("clusters").textContent = data.clusters.toLocaleString("en");
  get("joined").textContent = data.joined.toLocaleString("en"); get("apart").textContent = data.apart.toLocaleString("en");
  if (cards.length < data.joined + data.apart) get("most").textContent = "This page has the " + many(cards.length, "most doubtful card") + ".";
  if (!kept) get("kept").textContent = "This browser keeps nothing between visits: download before you leave.";
  if (cards.some(card => !isDone(card)) && !cards.some(isShown)) showing = "open";
  for (const one of document.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", String(one.dataset.view === showing));
  show(); focusRow(0, 0); scrollTo(0, 0);
})();
"""

PAGE = (
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="translit @@VERSION@@">
<title>Review of @@TITLE@@ · translit</title>
<style>"""
    + COLOURS
    + STYLE
    + """</style>
</head>
<body>
<header class="wrap">
<h1>Which of these are one person?</h1>
<p><b>@@TITLE@@</b>: <b id="records"></b> records in <b id="clusters"></b> clusters. <b id="joined"></b> clusters join different
spellings, <b id="apart"></b> pairs of clusters were kept apart and may be one. The most doubtful come first.
<span id="most"></span> Decisions stay in this browser; download them for the next run. <span id="kept"></span></p>
<ul class="keys" aria-label="Keys"><li><kbd>S</kbd> same</li><li><kbd>D</kbd> different</li><li><kbd>U</kbd> unsure</li><li><kbd>A</kbd> all same</li>
<li><kbd>Z</kbd> undo</li><li><kbd>↓</kbd> <kbd>↑</kbd> spelling</li><li><kbd>N</kbd> <kbd>P</kbd> card</li><li><kbd>/</kbd> search</li></ul>
</header>
<div class="bar" id="bar"><div class="wrap">
<div class="views" role="group" aria-label="Show"><button data-view="doubt" aria-pressed="true" title="Undecided, below 0.9 or kept apart">Doubtful</button><button data-view="open" aria-pressed="false" title="All that is undecided">Open</button><button data-view="done" aria-pressed="false">Decided</button><button data-view="all" aria-pressed="false">All</button></div>
<input id="search" type="search" placeholder="Search names and keys" aria-label="Search names and keys" autocomplete="off" spellcheck="false">
<span id="count"></span>
<button class="act" id="undo" disabled>Undo</button>
<button class="act main" id="download" disabled>Download<span class="long"> decisions</span></button>
</div><div class="gauge" role="progressbar" aria-label="Decided" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0"><i id="gauge"></i></div></div>
<main class="wrap">
<div id="list" role="feed" aria-label="Clusters"><div id="above"></div><div id="below"></div></div>
<p class="empty" id="nothing" hidden><b></b><span></span></p>
</main>
<div id="toast" role="status"></div><div id="told" class="hidden" role="status"></div>
<script type="application/json" id="data">@@DATA@@</script>
<script>"""
    + SCRIPT
    + """</script>
</body>
</html>
"""
)
