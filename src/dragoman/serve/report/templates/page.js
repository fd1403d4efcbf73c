(() => {
  "use strict";
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll("article.card")];
  const months = [...document.querySelectorAll("section.month")];
  const count = document.getElementById("count");
  const chosen = document.getElementById("chosen");
  const none = document.getElementById("none");
  const LISTS = ["actor", "dyad", "pair", "doc"];
  const HIDDEN = ["dyad", "pair", "month", "doc"];

  const state = () => location.hash.includes("=") ? new URLSearchParams(location.hash.slice(1)) : new URLSearchParams();

  const fits = (card, wanted) => [...wanted].every(([name, value]) => {
    if (!value) return true;
    const own = card.dataset[name] ?? "";
    if (name === "words") return value.toLowerCase().split(/\s+/).every((word) => own.includes(word));
    return LISTS.includes(name) ? own.split(" ").includes(value) : own === value;
  });

  const label = (name, value) => {
    if (name === "doc") return document.getElementById(`d-${value}`)?.querySelector(".title").textContent ?? "one report";
    if (name === "dyad") return document.querySelector(`[data-key="${CSS.escape(value)}"] h3`)?.textContent ?? value;
    return value;
  };

  const apply = () => {
    const wanted = state();
    for (const control of form.elements) {
      if (control.name && document.activeElement !== control) control.value = wanted.get(control.name) ?? "";
    }
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, wanted);
      shown += !card.hidden;
    }
    for (const month of months) {
      const visible = [...month.querySelectorAll("article")].filter((card) => !card.hidden).length;
      month.hidden = visible === 0;
      month.querySelector("h3 small").textContent = visible;
    }
    const all = shown === cards.length;
    count.textContent = all ? `${shown} events` : `${shown} of ${cards.length} events`;
    const further = HIDDEN.filter((name) => wanted.get(name)).map((name) => label(name, wanted.get(name)));
    chosen.textContent = further.length ? `· ${further.join(" · ")}` : "";
    form.querySelector("[data-reset]").hidden = [...wanted].every(([, value]) => !value);
    none.hidden = shown > 0 || cards.length === 0;
  };

  const change = () => {
    const wanted = state();
    for (const control of form.elements) {
      if (!control.name) continue;
      if (control.value) wanted.set(control.name, control.value);
      else wanted.delete(control.name);
    }
    const text = wanted.toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    apply();
  };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-reset]")) {
    button.addEventListener("click", () => {
      history.replaceState(null, "", location.pathname + location.search);
      apply();
      form.querySelector("select").focus();
    });
  }

  const goTo = () => {
    if (location.hash.includes("=")) {
      apply();
      document.getElementById("events").scrollIntoView();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches("article[hidden]")) {
      for (const card of cards) card.hidden = false;
      for (const month of months) month.hidden = false;
    }
    if (target?.matches("details")) target.open = true;
    target?.scrollIntoView();
  };
  window.addEventListener("hashchange", goTo);

  const definition = document.getElementById("definition");
  const hide = () => { definition.hidden = true; };
  const show = (term) => {
    const entry = document.getElementById(term.getAttribute("href").slice(1));
    if (!entry) return;
    const body = entry.matches("dt") ? entry.nextElementSibling.firstChild : entry;
    definition.textContent = body.textContent.trim();
    definition.hidden = false;
    const box = term.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - definition.offsetWidth - 12);
    definition.style.left = `${Math.max(12, left) + scrollX}px`;
    definition.style.top = `${box.bottom + 8 + scrollY}px`;
    term.setAttribute("aria-describedby", "definition");
  };
  for (const term of document.querySelectorAll("a.term")) {
    for (const kind of ["mouseenter", "focus"]) term.addEventListener(kind, () => show(term));
    for (const kind of ["mouseleave", "blur"]) term.addEventListener(kind, hide);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hide();
    for (const tip of document.querySelectorAll(".tip:hover, .tip:focus-within")) tip.classList.add("dismissed");
  });
  const renew = (event) => {
    const tip = event.target.closest(".tip");
    if (tip && !tip.contains(event.relatedTarget)) tip.classList.remove("dismissed");
  };
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, renew);

  apply();
  if (location.hash) goTo();
})();
