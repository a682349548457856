/**
 * Which trunk a message belongs to, where a call is sent, and how numbers are written. Pure:
 * addresses are compared as literals, names are resolved by the runtime.
 */
@NullMarked
package org.sonnerie.trunk.routing;

import org.jspecify.annotations.NullMarked;
