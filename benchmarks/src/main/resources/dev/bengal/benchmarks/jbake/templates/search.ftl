[<#list published_content as page>{"title": "${page.title?json_string}", "url": "/${page.uri}", "description": "${page.description?json_string}"}<#sep>,</#sep></#list>]
