"""The page's script: who and why at a name, following a name, search, filters, all by keyboard as well."""

from __future__ import annotations

SCRIPT = """
(() => {
  const entities = JSON.parse(document.getElementById("data").textContent);
  const tip = document.getElementById("tip"), spot = document.getElementById("spot"), body = document.body;
  const find = document.getElementById("find"), fewer = document.getElementById("fewer");
  const all = query => [...document.querySelectorAll(query)];
  const make = (tag, text, parent) => { const one = document.createElement(tag); one.textContent = text; parent.append(one); return one };
  const many = (n, what) => n + " " + what + (n === 1 ? "" : "s");
  const marks = all("article mark");
  marks.forEach(mark => { mark.dataset.title = mark.title; mark.removeAttribute("title") });
  let tongue = code => code;
  try { const names = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });
    tongue = code => { try { return names.of(code) } catch { return code } } } catch {}
  all("[data-lang]").forEach(one => { one.textContent = tongue(one.dataset.lang) });
  if (matchMedia("(max-width: 56rem)").matches) all("nav details").forEach(one => { one.open = false });

  let shown = null;
  const show = mark => {
    const entity = entities[mark.dataset.e];
    tip.textContent = ""; tip.className = entity ? entity.kind : "";
    if (!entity) make("p", mark.dataset.title, tip);
    else {
      make("b", entity.name, tip).dir = "auto"; make("code", entity.unknown ? "in no table" : entity.id, tip);
      const names = make("dl", "", tip);
      for (const [lang, name] of entity.names) { make("dt", lang, names).title = tongue(lang); const one = make("dd", name, names); one.lang = lang; one.dir = "auto" }
      for (const [word, tag] of [["was", "s"], ["now", "b"]])
        if (mark.dataset[word]) { const line = make("p", word === "was" ? "was " : "becomes ", tip); make(tag, mark.dataset[word], line).dir = "auto" }
      make("p", mark.dataset.why, tip);
      make("p", many(entity.count, "mention") + " in " + many(entity.spellings, "spelling"), tip);
    }
    tip.hidden = false; if (shown) shown.removeAttribute("aria-describedby");
    shown = mark; mark.setAttribute("aria-describedby", "tip");
    const at = mark.getClientRects()[0], box = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - box.width - 12));
    const below = mark.getBoundingClientRect().bottom + 8;
    tip.style.left = left + "px";
    tip.style.top = (below + box.height > innerHeight && at.top > box.height + 8 ? at.top - box.height - 8 : below) + "px";
  };
  const hide = () => { tip.hidden = true; if (shown) shown.removeAttribute("aria-describedby"); shown = null };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, event => {
    const mark = event.target.closest && event.target.closest("mark[tabindex]"); mark ? show(mark) : hide() });
  document.addEventListener("focusout", hide);
  addEventListener("scroll", () => { const mark = document.activeElement; mark && mark.matches("mark[tabindex]") ? show(mark) : hide() }, { passive: true });

  const visible = () => marks.filter(mark => mark.classList.contains("hit") && mark.checkVisibility());
  const lessen = () => {
    const wanted = body.classList.contains("spot") ? "mark.hit" : body.classList.contains("respelled") ? "mark.changed" : "mark";
    body.classList.toggle("fewer", fewer.checked);
    if (fewer.checked) all(".pair").forEach(pair => pair.classList.toggle("has", !!pair.querySelector(wanted)));
  };
  const step = by => {
    const hits = visible(); if (!hits.length) return;
    const now = hits.findIndex(mark => mark.classList.contains("here"));
    const next = hits[now < 0 ? (by > 0 ? 0 : hits.length - 1) : (now + by + hits.length) % hits.length];
    marks.forEach(mark => mark.classList.toggle("here", mark === next));
    next.scrollIntoView({ block: "center" });
    const place = spot.querySelector("span"); if (place) place.textContent = (hits.indexOf(next) + 1) + " of " + hits.length;
  };
  const light = (numbers, label) => {
    const lit = new Set(numbers || []);
    body.classList.toggle("spot", !!numbers); spot.textContent = "";
    marks.forEach(mark => { mark.classList.toggle("hit", lit.has(mark.dataset.e)); mark.classList.remove("here") });
    all("[data-row]").forEach(row => row.classList.toggle("hit", lit.has(row.dataset.row)));
    lessen();
    if (!numbers) return;
    make("b", label, spot).dir = "auto"; make("span", many(visible().length, "mention"), spot);
    const back = make("button", "‹", spot), on = make("button", "›", spot);
    back.setAttribute("aria-label", "mention before"); on.setAttribute("aria-label", "next mention");
    back.onclick = () => step(-1); on.onclick = () => step(1);
    make("button", "show all", spot).onclick = () => { find.value = ""; light(null) };
  };
  document.addEventListener("click", event => {
    const from = event.target.closest("[data-e]"); if (!from) return;
    find.value = ""; light([from.dataset.e], entities[from.dataset.e].name);
    if (from.tagName === "BUTTON") step(1); else { from.classList.add("here"); show(from) }
  });
  const plain = text => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
  find.addEventListener("input", () => {
    const wanted = plain(find.value.trim()); if (!wanted) return light(null);
    const numbers = entities.map((entity, at) => [entity.name, entity.id, ...entity.forms, ...entity.names.map(name => name[1])]
      .some(word => plain(word).includes(wanted)) ? String(at) : null).filter(at => at !== null);
    light(numbers, numbers.length === 1 ? entities[numbers[0]].name : many(numbers.length, "name"));
  });
  fewer.onchange = lessen;
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { if (!tip.hidden) hide(); else { find.value = ""; light(null) } }
    if (event.key === "Enter" && event.target.matches("mark[data-e]")) light([event.target.dataset.e], entities[event.target.dataset.e].name);
    if (event.key === "Enter" && event.target === find) step(event.shiftKey ? -1 : 1);
  });
  all("[data-kind]").forEach(box => { box.onchange = () => body.classList.toggle("no-" + box.dataset.kind, !box.checked) });
  fewer.checked = false; find.value = "";
})();
"""
