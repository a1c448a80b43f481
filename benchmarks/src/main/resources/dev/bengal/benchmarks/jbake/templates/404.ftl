<#import "base.ftl" as base>
<@base.page title="Page not found">
<h1>Page not found</h1>
</@base.page>
