<#macro page title description="" address="">
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title?html} · ${config.site_title}</title>
<meta name="description" content="${description?html}">
<link rel="canonical" href="${config.site_host}/${address}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/bengal.css">
<link rel="alternate" type="application/rss+xml" title="${config.site_title}" href="/rss.xml">
<script>document.documentElement.classList.add("js");try{var t=localStorage.getItem("bengal-theme");if(t)document.documentElement.dataset.theme=t}catch(e){}</script>
<script src="/bengal.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
<button class="menu-button" type="button" aria-expanded="false" aria-controls="sidebar" aria-label="Menu"><span></span><span></span><span></span></button>
<a class="brand" href="/">${config.site_title}</a>
<form class="search" role="search" action="/" data-index="/index.json">
<input type="search" id="search" name="q" placeholder="Search" aria-label="Search this site" autocomplete="off" spellcheck="false" aria-controls="search-results">
<kbd aria-hidden="true">/</kbd>
<ul class="search-results" id="search-results" hidden></ul>
</form>
</header>
<div class="frame">
<aside class="sidebar" id="sidebar">
<nav aria-label="Pages">
<ul>
<#list published_sections as section>
<#if section?index == 60><#break></#if>
<li><a href="/${section.uri}"<#if section.uri == address> aria-current="page"</#if>>${section.title?html}</a></li>
</#list>
</ul>
</nav>
</aside>
<main id="content" tabindex="-1">
<#nested>
<footer class="foot"><p>${config.site_title} · <a href="/rss.xml">Feed</a> · built with JBake</p></footer>
</main>
</div>
</body>
</html>
</#macro>

<#macro cards pages>
<ul class="cards">
<#list pages as page>
<li><a href="/${page.uri}"><span class="card-title">${page.title?html}</span><time datetime="${page.date?string("yyyy-MM-dd")}">${page.date?string("yyyy-MM-dd")}</time><span class="card-text">${page.description?html}</span></a></li>
</#list>
</ul>
</#macro>
