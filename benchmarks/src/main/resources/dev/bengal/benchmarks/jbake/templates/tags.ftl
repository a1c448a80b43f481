<#import "base.ftl" as base>
<@base.page title=tag>
<h1>${tag?html}</h1>
<@base.cards pages=tagged_documents/>
</@base.page>
