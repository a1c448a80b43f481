<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${config.site_title}</title><link>${config.site_host}/</link><description>${config.site_description}</description>
<#list published_content?sort_by("date")?reverse as page>
<#if page?index == 20><#break></#if>
<item><title>${page.title?html}</title><link>${config.site_host}/${page.uri}</link><pubDate>${page.date?string("EEE, dd MMM yyyy HH:mm:ss Z")}</pubDate><description>${page.description?html}</description></item>
</#list>
</channel></rss>
