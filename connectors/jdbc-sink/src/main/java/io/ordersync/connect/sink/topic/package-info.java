/** What the brokers know about the topics. */
@NullMarked
package io.ordersync.connect.sink.topic;

import org.jspecify.annotations.NullMarked;
