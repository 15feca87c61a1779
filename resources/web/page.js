"use strict";
(() => {
  const linked = new Map();
  for (const node of document.querySelectorAll("[data-f]")) {
    for (const number of node.dataset.f.split(" ")) {
      if (!linked.has(number)) linked.set(number, []);
      linked.get(number).push(node);
    }
  }
  const of = (figures) => figures.split(" ").flatMap((number) => linked.get(number) || []);
  const owner = (node) => node instanceof Element ? node.closest("[data-f]") : null;
  const said = document.getElementById("said");
  function light(name, figures) {
    for (const node of [...document.getElementsByClassName(name)]) node.classList.remove(name);
    if (figures) for (const node of of(figures)) node.classList.add(name);
  }
  function hover(event) {
    const node = owner(event.target);
    light("on", node ? node.dataset.f : "");
  }
  function choose(figures, from) {
    light("sel", figures);
    document.body.classList.toggle("chosen", Boolean(figures));
    const row = figures && document.getElementById("r" + figures.split(" ")[0]);
    said.textContent = row ? [...row.cells].map((cell) => cell.textContent.trim())
      .filter(Boolean).join(" · ") : "";
    if (!figures) return;
    const words = of(figures).find((node) => node.classList.contains("fig"));
    const mark = of(figures).find((node) => node.tagName === "a" || node.tagName === "A"
      ? !node.classList.contains("fig") : false);
    for (const node of [mark, words]) {
      if (node && node !== from) node.scrollIntoView({ block: "nearest" });
    }
  }
  document.addEventListener("mouseover", hover);
  document.addEventListener("focusin", hover);
  document.addEventListener("click", (event) => {
    const node = owner(event.target);
    const link = event.target instanceof Element && event.target.closest("a");
    if (node && link === node) event.preventDefault();
    if (node || !link) choose(node ? node.dataset.f : "", node);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose("", null);
  });
})();
