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
    for (let box = at && at.parentElement; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    if (at) at.scrollIntoView({ block: at.matches(".entry, article, section") ? "start" : "center" });
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

  // Filters: the legend becomes buttons; the search box narrows further.
  const hidden = new Set();
  const find = document.getElementById("find");
  const found = document.querySelector(".found");
  const texts = new Map();
  function wordsOf(line) {
    if (!texts.has(line)) texts.set(line, line.textContent.toLowerCase());
    return texts.get(line);
  }
  function sift() {
    const words = find ? find.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    let shown = 0;
    for (const line of lines) {
      const text = words.length ? wordsOf(line) : "";
      line.hidden = hidden.has(line.dataset.status) || !words.every((word) => text.includes(word));
      shown += !line.hidden;
    }
    if (found) found.textContent = shown < lines.length ? `${shown} of ${lines.length} lines` : "";
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
  if (find && lines.length > 5) {
    find.closest(".finder").hidden = false;
    find.addEventListener("input", sift);
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
    else if (event.key === "/" && find && !find.closest(".finder").hidden) find.focus();
    else if (event.key === "o" && line) line.querySelector("details").open ^= true;
    else if (event.key === "c" && line) {
      const figure = document.activeElement.closest("figure.cite") || line.querySelector("figure.cite");
      if (figure) copy(citation(figure.querySelector(".copy")));
    } else return;
    event.preventDefault();
  });
})();
