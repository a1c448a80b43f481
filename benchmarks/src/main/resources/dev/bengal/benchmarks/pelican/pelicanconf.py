# What Pelican makes of Bengal's theme without a plug-in: one level of sections (categories) for navigation, breadcrumbs and cards, table of contents,
# tags, feeds, site map, search index, page for unknown addresses, links by file.
SITENAME = "Synthetic site, no edition"
SITESUBTITLE = "Made for measuring."
SITEURL = FEED_DOMAIN = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = []

FORMATTED_FIELDS = []
ARTICLE_TRANSLATION_ID = None
USE_FOLDER_AS_CATEGORY = False
STATIC_PATHS = []
CATEGORY_REGEX_SUBSTITUTIONS = []
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"

# Each is a template that Pelican renders once.
DIRECT_TEMPLATES = ["tags", "404", "search", "sitemap", "robots"]
TAGS_SAVE_AS = "tags/index.html"
SEARCH_SAVE_AS = "index.json"
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"

FEED_MAX_ITEMS = 20
FEED_ALL_RSS = "rss.xml"
CATEGORY_FEED_RSS = "{slug}/rss.xml"
TAG_FEED_RSS = "tags/{slug}/rss.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
RSS_FEED_SUMMARY_ONLY = True

# Without highlighting, which Pelican's own setting has.
MARKDOWN = {
    "extensions": ["markdown.extensions.extra", "markdown.extensions.meta", "markdown.extensions.toc"],
    "output_format": "html5",
}
