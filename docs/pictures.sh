#!/bin/sh
# Makes the pictures of the README and the guide from a made-up history, with Debian's chromium.
#   docs/pictures.sh [DIR]     DIR: also keep the history there, to look at it
# BENGAL names another command than the one of this checkout.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
bengal=${BENGAL:-$home/bengal}
pictures=$home/docs/content/pictures
export TZ=UTC LC_ALL=C.UTF-8
shop=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$shop"' EXIT
mkdir -p "$shop/.bengal-metrics/allocations" "$pictures"
shop=$(CDPATH='' cd -- "$shop" && pwd -P)
printf '[perf]\nproject = "shop"\n' >"$shop/bengal.toml"

for scenario in 'mvn verify' 'site full'; do
    awk -v scenario="$scenario" -f "$home/docs/demonstration.awk"
done >"$shop/.bengal-metrics/history.jsonl"

# Who allocated in the newest build of the site: callers;callees bytes.
gzip -n >"$shop/.bengal-metrics/allocations/site-119.folded.gz" <<'END'
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.markdown.Markdown.parse;org.example.markdown.Inlines.parse;java.util.Arrays.copyOfRange 61000000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.markdown.Markdown.parse;org.example.markdown.Inlines.parse;java.lang.StringBuilder.append 35400000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.markdown.Markdown.parse;org.example.markdown.Blocks.scan;java.util.ArrayList.grow 44100000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.theme.Template.render;java.lang.String.replace 48200000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.theme.Template.render;org.example.theme.Include.expand;java.io.StringWriter.write 23000000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Rendering.render;org.example.site.SlugIndex.lookup;java.util.regex.Pattern.matcher 52900000
org.example.site.Main.main;org.example.site.Build.run;org.example.content.Discovery.walk;org.example.content.FrontMatter.read;java.util.LinkedHashMap.newNode 22500000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.Postprocess.run;org.example.site.Links.check;java.net.URI.create 17300000
org.example.site.Main.main;org.example.site.Build.run;org.example.site.PageWriter.write;java.nio.file.Files.write 31700000
END

"$bengal" perf -C "$shop" dashboard -n all -o "$shop/dashboard.html"

# NAME PAGE WIDTH HEIGHT: taken at a browser's usual density, with as few colours as nobody misses.
take() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$shop/.chromium" --force-device-scale-factor=1 \
        --virtual-time-budget=4000 --window-size="$3,$4" --screenshot="$shop/$1.png" "file://$shop/dashboard.html#/$2" >/dev/null 2>&1
    if command -v pngquant >/dev/null 2>&1; then
        pngquant --force --speed 1 --strip --output "$pictures/$1.png" 64 "$shop/$1.png"
    else
        cp "$shop/$1.png" "$pictures/$1.png"
    fi
}
take overview overview 960 560
take timeline 'timeline?project=shop&scenario=mvn%20verify&metric=total_duration_ms' 1000 600
take build 'build?id=site-119' 900 1290
rm -rf "$shop/.chromium"
du -bc "$pictures"/*.png
