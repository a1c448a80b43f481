<#import "base.ftl" as base>
<@base.page title="Tags">
<h1>Tags</h1>
<ul class="tags tags-all">
<#list alltags?sequence?sort as tag><li><a href="/tags/${tag?replace(" ", "-")}.html">${tag?html}</a></li>
</#list>
</ul>
</@base.page>
