"use strict";
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const lines = all(".entry");
  const toast = document.querySelector(".toast");
  let quiet;

  function tell(words) {
    toast.textContent = words;
    toast.classList.add("on");
    clearTimeout(quiet);
    quiet = setTimeout(() => toast.classList.remove("on"), 4000);
  }

  // A place may stand inside something folded: unfold it before going there.
  function unfold() {
    let at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = at; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    if (at) at.scrollIntoView({ block: at.matches(".entry, article, section, details") ? "start" : "center" });
  }
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // Copying. A page opened from a disk may not have the clipboard, so the old way stands by.
  const one = (text) => text.replace(/\s+/g, " ").trim();
  function citation(button) {
    if (button.dataset.cite) return one(button.dataset.cite);
    const figure = button.closest("figure");
    return one(figure.querySelector("blockquote").textContent + " " + figure.querySelector(".tail").textContent);
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const box = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    tell("Copied: " + text);
  }
  for (const button of all(".copy")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(citation(button));
  });

  // Filters: the legend becomes buttons; the search narrows everything that can be listed.
  const hidden = new Set();
  const find = document.getElementById("find");
  const found = document.querySelector(".found");
  const KINDS = [
    ["line", "lines", ".entry"], ["plan", "plans", ".plan"], ["quotation", "quotations", ".by-person .said"],
    ["", "", ".by-day .said"], ["disagreement", "disagreements", ".difference, .spellings li"], ["figure", "figures", ".quantity"],
    ["name", "names", ".who"], ["report", "reports", ".report"],
  ];
  const things = KINDS.map(([, , query]) => all(query));
  const everything = KINDS.map(([, , query]) => query).join(", ");
  const boxes = all(".thread-card, .plans, .once, .spellings, .speaker, .phase, .shelf, .others, .rest, main > section:not(#timeline, .read, .glance)")
    .map((box) => [box, all(everything, box)]);
  const unfolded = new Set();
  const texts = new Map();
  function wordsOf(thing) {
    if (!texts.has(thing)) texts.set(thing, (thing.textContent + " " + (thing.closest(".speaker")?.querySelector("h3").textContent || "")).toLowerCase());
    return texts.get(thing);
  }
  function sift() {
    const words = find ? find.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    const counts = things.map((some, kind) => {
      let shown = 0;
      for (const thing of some) {
        thing.hidden = (kind === 0 && hidden.has(thing.dataset.status)) || !words.every((word) => wordsOf(thing).includes(word));
        shown += !thing.hidden;
      }
      return shown;
    });
    for (const [box, inside] of boxes) {
      box.hidden = words.length > 0 && inside.length > 0 && inside.every((thing) => thing.hidden);
      if (box.tagName !== "DETAILS") continue;
      if (words.length && !box.open && !box.hidden && !box.matches(".shelf")) {
        box.open = true;
        unfolded.add(box);
      } else if (!words.length && unfolded.delete(box)) box.open = false;
    }
    for (const box of all(".phase")) box.hidden = all(".entry", box).every((line) => line.hidden);
    for (const list of all(".timeline")) {
      let before = "";
      for (const line of list.children) {
        if (line.hidden) continue;
        const day = line.querySelector(".when").textContent;
        line.classList.toggle("again", day === before);
        before = day;
      }
    }
    for (const none of all(".none")) none.hidden = counts[0] > 0;
    const told = KINDS.map(([one, many], kind) => one && counts[kind] ? `${counts[kind]} ${counts[kind] === 1 ? one : many}` : "").filter(Boolean);
    found.textContent = words.length ? told.join(", ") || "nothing" : counts[0] < lines.length ? `${counts[0]} of ${lines.length} lines` : "";
  }
  for (const item of all(".legend li")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!on));
      on ? hidden.add(item.dataset.status) : hidden.delete(item.dataset.status);
      sift();
    });
  }
  let waiting;
  find.closest(".finder").hidden = !lines.length;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(sift, lines.length > 200 ? 120 : 0);
  });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      find.value = "";
      sift();
      find.blur();
    }
  });

  // The part that is being read is named in the list of parts.
  const ways = new Map(all(".rail a").map((way) => [way.hash.slice(1), way]));
  const inSight = new Set();
  const seen = new IntersectionObserver((changes) => {
    for (const change of changes) inSight[change.isIntersecting ? "add" : "delete"](change.target);
    for (const way of ways.values()) way.removeAttribute("aria-current");
    for (const part of inSight) {
      const way = ways.get(part.id);
      way.setAttribute("aria-current", "true");
      const list = way.closest(".rail > ul");
      if (list.scrollWidth > list.clientWidth) list.scrollLeft = way.offsetLeft - list.offsetLeft - 20;
    }
  }, { rootMargin: "-20% 0px -75% 0px" });
  for (const id of ways.keys()) {
    const part = document.getElementById(id);
    if (part) seen.observe(part);
  }

  // Keys.
  for (const note of all(".keys")) note.hidden = false;
  function move(by) {
    const shown = lines.filter((line) => !line.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement.closest(".entry"));
    const next = shown[Math.min(shown.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=radio]), textarea, select")) return;
    const line = document.activeElement.closest(".entry");
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") find.focus();
    else if (event.key === "o" && line) line.querySelector("details").open ^= true;
    else if (event.key === "c" && line) {
      const figure = document.activeElement.closest("figure.cite") || line.querySelector("figure.cite");
      if (figure) copy(citation(figure.querySelector(".copy")));
    } else return;
    event.preventDefault();
  });
})();
