"use strict";
// Light and dark, the menu of small screens, search, copying code, and where one is on the page.
(() => {
  const root = document.documentElement;

  const themeButton = document.querySelector(".theme-button");
  themeButton?.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    try { localStorage.setItem("bengal-theme", next); } catch { /* Private windows keep nothing. */ }
  });

  const menuButton = document.querySelector(".menu-button");
  const openMenu = (open) => {
    root.classList.toggle("menu-open", open);
    menuButton.setAttribute("aria-expanded", String(open));
  };
  menuButton?.addEventListener("click", () => openMenu(!root.classList.contains("menu-open")));

  // Scrolls the sidebar alone: scrollIntoView would move the page too, and undo what the browser restored.
  const sidebar = document.querySelector(".sidebar");
  const current = sidebar?.querySelector("[aria-current]");
  if (current) {
    const below = current.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().bottom;
    if (below > 0) sidebar.scrollTop += below + sidebar.clientHeight / 3;
  }

  const form = document.querySelector(".search");
  const input = form?.querySelector("input");
  const results = form?.querySelector(".search-results");
  let index = null;
  let failed = false;
  const load = () => index ??= fetch(form.dataset.index)
    .then((answer) => { if (!answer.ok) throw new Error(answer.statusText); return answer.json(); })
    .catch(() => { failed = true; return []; });
  const score = (page, words) => {
    const title = page.title.toLowerCase();
    const text = `${page.description} ${page.section} ${page.url}`.toLowerCase();
    let total = 0;
    for (const word of words) {
      const at = title.indexOf(word);
      if (at >= 0) total += at === 0 ? 12 : /\W/.test(title[at - 1]) ? 9 : 5;
      else if (text.includes(word)) total += 2;
      else return 0;
    }
    return total - title.length / 200;
  };
  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };
  const entry = (page) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = page.url;
    if (page.section && page.section !== page.title) link.append(element("small", page.section));
    link.append(element("strong", page.title));
    if (page.description) link.append(element("span", page.description));
    item.append(link);
    return item;
  };
  const search = async () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) { results.hidden = true; return; }
    const pages = await load();
    const found = pages.map((page) => [score(page, words), page]).filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0]).slice(0, 12);
    results.replaceChildren(...found.map(([, page]) => entry(page)));
    if (!found.length) {
      const none = element("li", failed ? "The search index cannot be loaded; open the site through a server." : "Nothing found.");
      none.className = "none";
      results.append(none);
    }
    results.hidden = false;
  };
  input?.addEventListener("focus", () => { load(); if (input.value) search(); });
  input?.addEventListener("input", search);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  form?.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at < links.length - 1) { links[at + 1].focus(); event.preventDefault(); }
    if (event.key === "ArrowUp" && at >= 0) { (links[at - 1] || input).focus(); event.preventDefault(); }
  });
  const submenus = [...document.querySelectorAll(".sections > .submenu")];
  const closeSubmenus = (but) => { for (const menu of submenus) if (menu !== but) menu.open = false; };
  document.addEventListener("click", (event) => {
    closeSubmenus(event.target.closest(".sections > .submenu"));
    if (results && !form.contains(event.target)) results.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && input) { input.focus(); event.preventDefault(); }
    if (event.key === "Escape") {
      if (results && !results.hidden) { results.hidden = true; input.blur(); }
      const open = submenus.find((menu) => menu.open);
      closeSubmenus(null);
      open?.querySelector("summary").focus();
      if (root.classList.contains("menu-open")) { openMenu(false); menuButton.focus(); }
    }
  });

  for (const pre of document.querySelectorAll(".prose pre")) {
    const box = document.createElement("div");
    box.className = "code";
    pre.replaceWith(box);
    const button = element("button", "Copy");
    button.type = "button";
    button.className = "copy";
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(pre.textContent); button.textContent = "Copied"; }
      catch { button.textContent = "Select and copy"; }
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    box.append(pre, button);
  }

  // Tables of data: a heading sorts by its column, and turns the order at the second time.
  const collator = (...languages) => new Intl.Collator(languages, { numeric: true, sensitivity: "base" });
  let order;
  try { order = collator(root.lang).compare; } catch { order = collator().compare; } // A language that is none, such as en_US.
  const sort = (table, at) => {
    const headings = table.tHead.rows[0].cells;
    const up = headings[at].getAttribute("aria-sort") !== "ascending";
    for (const heading of headings) heading.removeAttribute("aria-sort");
    headings[at].setAttribute("aria-sort", up ? "ascending" : "descending");
    const text = (row) => row.cells[at].textContent;
    const number = (row) => parseFloat(text(row).replace("−", "-").replace(/[, ]/g, ""));
    const compare = headings[at].align === "right" ? (a, b) => number(a) - number(b) : (a, b) => order(text(a), text(b));
    table.tBodies[0].append(...[...table.tBodies[0].rows].sort(up ? compare : (a, b) => compare(b, a)));
  };
  for (const box of document.querySelectorAll(".data-table")) {
    const table = box.querySelector("table");
    if ("sort" in box.dataset) {
      [...table.tHead.rows[0].cells].forEach((heading, at) => {
        const button = element("button", heading.textContent);
        button.type = "button";
        button.addEventListener("click", () => sort(table, at));
        heading.replaceChildren(button);
      });
    }
    box.querySelector("input")?.addEventListener("input", (event) => {
      const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of table.tBodies[0].rows) {
        const text = [...row.cells].map((cell) => cell.textContent).join(" ").toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      }
    });
  }

  const links = new Map([...document.querySelectorAll(".toc a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  if (links.size) {
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
      const here = (passed.at(-1) || headings[0])?.id;
      for (const [id, link] of links) link.classList.toggle("here", id === here);
    };
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }
})();
