// Has this page follow the builds of 'bengal serve'. It is in no file of the site.
(() => {
  "use strict";
  let known = document.currentScript.dataset.build;
  let events = null;

  // Once for each build: a page that something keeps as it was must not be asked for without end.
  const reload = build => {
    const mark = `${build} ${location.href}`;
    try {
      if (sessionStorage.getItem("bengal-reloaded") === mark) return;
      sessionStorage.setItem("bengal-reloaded", mark);
    } catch { /* Without a store, every build is a new one. */ }
    location.reload();
  };

  const sheets = page => [...page.querySelectorAll('link[rel~="stylesheet"][href]')];

  const swap = async build => {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    const fresh = sheets(new DOMParser().parseFromString(await answer.text(), "text/html"));
    const old = sheets(document);
    if (fresh.length !== old.length || old.length === 0) throw new Error("other style sheets");
    known = build;
    fresh.forEach((link, i) => {
      const copy = document.importNode(link);
      const address = new URL(copy.getAttribute("href"), location.href);
      if (address.origin === location.origin) {
        address.searchParams.set("bengal", build);
        copy.href = address;
      }
      copy.addEventListener("load", () => old[i].remove(), { once: true });
      old[i].after(copy);
    });
  };

  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource("/.bengal/events");
    events.addEventListener("build", event => { if (event.data !== known) reload(event.data); });
    events.addEventListener("styles", event => {
      if (event.data !== known) swap(event.data).catch(() => reload(event.data));
    });
  };

  // A browser has few connections to one server: only the page that is looked at holds one.
  const rest = () => { if (events) { events.close(); events = null; } };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
