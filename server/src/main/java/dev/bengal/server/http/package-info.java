/** What every server here does alike: whom it answers, and how it tells open pages of news. */
@NullMarked
package dev.bengal.server.http;

import org.jspecify.annotations.NullMarked;
