/**
 * The adapter between the calls and the SIP side: the runtime's {@code Trunks} port in the words of
 * {@code trunk.api}.
 */
@NullMarked
package org.sonnerie.pbx.trunks;

import org.jspecify.annotations.NullMarked;
