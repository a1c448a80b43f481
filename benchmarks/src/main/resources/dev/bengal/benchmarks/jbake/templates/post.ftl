<#import "base.ftl" as base>
<@base.page title=content.title description=content.description address=content.uri>
<article>
<header class="headline">
<h1>${content.title?html}</h1>
<p class="lead">${content.description?html}</p>
<p class="meta"><time datetime="${content.date?string("yyyy-MM-dd")}">${content.date?string("yyyy-MM-dd")}</time></p>
</header>
<div class="prose">
${content.body}
</div>
<ul class="tags" aria-label="Tags">
<#list content.tags as tag><li><a href="/tags/${tag?replace(" ", "-")}.html">${tag?html}</a></li>
</#list>
</ul>
</article>
<nav class="turn" aria-label="Previous and next page">
<#if content.previousContent??><a class="previous" rel="prev" href="/${content.previousContent.uri}"><small>Previous</small> ${content.previousContent.title?html}</a></#if>
<#if content.nextContent??><a class="next" rel="next" href="/${content.nextContent.uri}"><small>Next</small> ${content.nextContent.title?html}</a></#if>
</nav>
</@base.page>
