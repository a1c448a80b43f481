@NullMarked
package dev.bengal.alerts;

import org.jspecify.annotations.NullMarked;
