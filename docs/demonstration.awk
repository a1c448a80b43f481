# A made-up history of a made-up project, the same each time: what its pictures show is nobody's.
#   awk -v scenario='mvn verify' -f docs/demonstration.awk     prints records, one a line, the oldest first
function uniform() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
function noise(percent) { return 1 + percent / 100 * (uniform() + uniform() + uniform() + uniform() - 2) * 1.7 }
function hash(number,   text, i, own) {
    own = 7919 * number + 12345; text = ""
    for (i = 0; i < 5; i++) { own = (own * 48271 + 11) % 2147483647; text = text sprintf("%08x", own) }
    return text
}
# Every 18 hours from August 2026 on.
function time(number,   hours, day, month) {
    hours = 18 * number + 7; day = int(hours / 24) + 1; month = 8
    while (day > days[month]) { day -= days[month]; month++ }
    return sprintf("2026-%02d-%02dT%02d:%02d:%02dZ", month, day, hours % 24, (number * 13) % 60, (number * 29) % 60)
}
function phase(name, parent, thread, start, millis, mb) {
    return sprintf("{\"name\":\"%s\",%s\"thread\":\"%s\",\"start_ms\":%.1f,\"duration_ms\":%.1f,\"cpu_ms\":%.1f,\"allocated_mb\":%.2f,\"outcome\":\"success\"}",
        name, parent == "" ? "" : "\"parent\":\"" parent "\",", thread, start, millis, millis * 0.93, mb)
}
function maven(i,   slow, a, b, c, d, total) {
    slow = (i >= 84 ? 1.55 : 1) * (i < 40 ? 1.2 : 1)
    a = 4100 * noise(2); b = 9300 * noise(2) * slow; c = 6200 * noise(2); d = 1900 * noise(2)
    if (i == 61) b = b * 3
    total = a + (b > c ? b : c) + d + 350
    print record(i, total, 2900 * noise(0.4) * (i >= 84 ? 1.12 : 1), 640 * noise(3), "",
        phase("core: compile", "", "main", 120, a, 820) "," phase("shop: test", "", "builder-1", 120 + a, b, 1300) "," \
        phase("web: test", "", "builder-2", 140 + a, c, 540) "," phase("package", "", "main", 120 + a + (b > c ? b : c), d, 240), "")
}
function site(i,   render, parse, total) {
    render = 1420 * noise(3); parse = 310 * noise(3)
    if (i >= 58) render = render * 0.78
    total = parse + render + 190
    print record(i, total, (i >= 58 ? 389 : 512) * noise(0.3), 118 * noise(3), "\"page_count\":" 240 + int(i / 4) ",\"total_pages\":" 262 + int(i / 4) ",",
        phase("discovery", "", "main", 8, parse, 60) "," phase("rendering", "", "main", 8 + parse, render, 300) "," \
        phase("markdown", "rendering", "worker-1", 12 + parse, render * 0.62, 190) "," phase("templates", "rendering", "worker-2", 30 + parse, render * 0.9, 100) "," \
        phase("postprocess", "", "main", 8 + parse + render, 160, 29),
        "\"top_allocators\":[" allocator("Inlines.java", 212, "org.example.markdown.Inlines.parse", 96.4, "char[]") "," \
        allocator("Template.java", 88, "org.example.theme.Template.render", 71.2, "java.lang.String") "," \
        allocator("SlugIndex.java", 41, "org.example.site.SlugIndex.lookup", 52.9, "java.util.regex.Matcher") "," \
        allocator("Blocks.java", 130, "org.example.markdown.Blocks.scan", 44.1, "java.util.ArrayList") "," \
        allocator("PageWriter.java", 57, "org.example.site.PageWriter.write", 31.7, "byte[]") "," \
        allocator("FrontMatter.java", 23, "org.example.content.FrontMatter.read", 22.5, "java.util.LinkedHashMap") "," \
        allocator("Links.java", 74, "org.example.site.Links.check", 17.3, "java.net.URI") "],")
}
function allocator(file, line, method, mb, type) {
    return sprintf("{\"file\":\"%s\",\"line\":%d,\"method\":\"%s\",\"size_mb\":%.1f,\"count\":%d,\"share\":%.3f,\"type\":\"%s\"}", file, line, method, mb, mb * 40, mb / 389, type)
}
function record(i, total, allocated, rss, more, phases, sites) {
    return sprintf("{\"schema_version\":1,\"build_id\":\"%s-%03d\",\"timestamp\":\"%s\",\"project\":\"shop\",\"scenario\":\"%s\",\"outcome\":\"success\"," \
        "\"git_commit\":\"%s\",\"git_branch\":\"main\",\"git_dirty\":false,\"git_commit_time\":\"%s\",%s\"total_duration_ms\":%.1f,\"cpu_ms\":%.1f," \
        "\"memory_rss_mb\":%.1f,\"allocated_mb\":%.1f,\"phases\":[%s],%s\"environment\":{\"fingerprint\":\"ci-runner\",\"platform\":\"linux\",\"arch\":\"amd64\"," \
        "\"cpu_count\":8,\"cpu_model\":\"Example CPU\",\"java_version\":\"21.0.4\"}}",
        scenario == "site full" ? "site" : "mvn", i, time(i), scenario, hash(i), time(i), more, total, total * 1.7, rss, allocated, phases, sites)
}
BEGIN {
    seed = scenario == "site full" ? 20261 : 4711
    split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
    for (i = 0; i < 120; i++) { if (scenario == "site full") site(i); else maven(i) }
}
