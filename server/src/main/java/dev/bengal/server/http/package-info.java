/** What every server here does alike: whom it answers, how it tells open pages of news, and what it says of its own texts. */
@NullMarked
package dev.bengal.server.http;

import org.jspecify.annotations.NullMarked;
