// What Bengal's theme makes, for Eleventy: navigation by section, breadcrumbs, previous and next, table of contents, tags, cards, feed, site map,
// search index, page for unknown addresses, links by file, fingerprinted assets.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { InputPathToUrlTransformPlugin, IdAttributePlugin } from "ELEVENTY_MODULE/src/Eleventy.js";

const SITE = { title: "Synthetic site, no edition", description: "Made for measuring.", url: "https://example.org" };
const LISTED = 60;
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const slug = (text) => String(text).toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^-|-$/g, "");

/** The pages as a tree, made once for a collection. */
const trees = new WeakMap();
const treeOf = (pages) => {
  if (!trees.has(pages)) {
    const nodes = new Map();
    for (const page of pages) {
      if (!page.inputPath.endsWith(".md")) continue;
      nodes.set(page.url, { url: page.url, title: page.data.title, description: page.data.description, date: page.date, weight: page.data.weight, children: [], page });
    }
    const home = nodes.get("/");
    for (const node of nodes.values()) {
      if (node === home) continue;
      let up = node.url;
      do { up = up.replace(/[^/]+\/$/, ""); } while (!nodes.has(up));
      node.parent = nodes.get(up);
      node.parent.children.push(node);
    }
    const order = [];
    const walk = (node) => { order.push(node); node.children.sort((a, b) => a.weight - b.weight).forEach(walk); };
    walk(home);
    order.forEach((node, at) => { node.at = at; });
    trees.set(pages, { nodes, home, order, branches: new Map() });
  }
  return trees.get(pages);
};

const level = (node, open) => {
  const entries = node.children.slice(0, LISTED).map((child) => child.children.length && open.has(child)
    ? `<li class="open"><details open><summary><a href="${child.url}">${escape(child.title)}</a></summary>\n${level(child, open)}</details></li>`
    : `<li${child.children.length ? ' class="closed"' : ""}><a href="${child.url}">${escape(child.title)}</a></li>`);
  const more = node.children.length - entries.length;
  return `<ul>\n${entries.join("\n")}${more > 0 ? `<li class="more"><a href="${node.url}">${more} more …</a></li>` : ""}\n</ul>\n`;
};

export default function (config) {
  const fingerprinted = Object.fromEntries(["bengal.css", "bengal.js"].map((name) => {
    const bytes = readFileSync(`assets/${name}`);
    const [stem, ending] = name.split(".");
    return [name, { file: `/assets/${stem}.${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${ending}`, bytes }];
  }));
  config.on("eleventy.after", ({ directories }) => {
    mkdirSync(`${directories.output}/assets`, { recursive: true });
    for (const { file, bytes } of Object.values(fingerprinted)) writeFileSync(directories.output + file, bytes);
  });
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPlugin(IdAttributePlugin);
  config.setInputDirectory("content");
  config.setIncludesDirectory("../layouts");
  config.setDataDirectory("../data");
  config.addGlobalData("site", SITE);
  config.addGlobalData("layout", "page.njk");
  config.addGlobalData("eleventyComputed", {
    permalink: (data) => data.permalink || `${data.page.filePathStem.replace(/\/_index$/, "")}/index.html`,
  });
  config.addFilter("asset", (name) => fingerprinted[name].file);
  config.addFilter("slugged", slug);
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("sections", (pages) => treeOf(pages).home.children.filter((node) => node.children.length).slice(0, 6));
  config.addFilter("node", (pages, url) => treeOf(pages).nodes.get(url));
  config.addFilter("cards", (pages, url) => treeOf(pages).nodes.get(url)?.children ?? []);
  config.addFilter("tagged", (pages, tag) => pages.filter((page) => (page.data.tags ?? []).includes(tag))
    .map((page) => treeOf(pages).nodes.get(page.url)));
  config.addFilter("tags", (pages) => [...new Set(pages.flatMap((page) => page.inputPath.endsWith(".md") ? page.data.tags ?? [] : []))].sort());
  config.addFilter("breadcrumbs", (pages, url) => {
    const crumbs = [];
    for (let up = treeOf(pages).nodes.get(url)?.parent; up; up = up.parent) crumbs.unshift(up);
    return crumbs;
  });
  config.addFilter("beside", (pages, url, step) => {
    const { nodes, order } = treeOf(pages);
    const node = nodes.get(url);
    return node && order[node.at + step];
  });
  config.addFilter("branch", (pages, url) => {
    const { nodes, home, branches } = treeOf(pages);
    const node = nodes.get(url) ?? home;
    const section = node.children.length ? node : node.parent;
    if (!branches.has(section)) {
      const open = new Set();
      for (let up = section; up; up = up.parent) open.add(up);
      branches.set(section, level(home, open));
    }
    return branches.get(section).replaceAll(`<a href="${url}">`, `<a href="${url}" aria-current="page">`);
  });
  config.addFilter("toc", (content) => [...content.matchAll(/<h([23])[^>]*>(.*?)<\/h\1>/gs)].map(([, depth, html]) => {
    const text = html.replace(/<[^>]+>/g, "");
    return { depth, id: slug(text), text };
  }));
  config.addFilter("newest", (pages) => [...treeOf(pages).order].sort((a, b) => b.date - a.date).slice(0, 20));
  config.addFilter("listed", (pages) => treeOf(pages).order);
  config.addFilter("index", (pages) => JSON.stringify(treeOf(pages).order.map(({ title, url, description }) => ({ title, url, description }))));
  for (const name of ["term", "terms", "404", "sitemap", "feed", "index", "robots"]) {
    config.addTemplate(`${name}.njk`, readFileSync(`extra/${name}.njk`, "utf8"));
  }
}
