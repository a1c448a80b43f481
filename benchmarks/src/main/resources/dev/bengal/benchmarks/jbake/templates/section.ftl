<#include "post.ftl">
