/** Tests that the Markdown files refer only to files, sections and tests that exist. */
@NullMarked
package io.ordersync.system.documentation;

import org.jspecify.annotations.NullMarked;
