/** Orders as another team knows them: by their replica; knows no adapter. */
@NullMarked
package io.ordersync.marketing;

import org.jspecify.annotations.NullMarked;
