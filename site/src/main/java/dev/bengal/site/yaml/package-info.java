/** YAML mappings whose keys remember their line, for front matter and configuration. */
@NullMarked
package dev.bengal.site.yaml;

import org.jspecify.annotations.NullMarked;
