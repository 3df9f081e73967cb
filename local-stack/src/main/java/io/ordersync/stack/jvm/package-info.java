/** JVMs of this machine: their command lines, their options and the archives of the classes that they load. */
@NullMarked
package io.ordersync.stack.jvm;

import org.jspecify.annotations.NullMarked;
