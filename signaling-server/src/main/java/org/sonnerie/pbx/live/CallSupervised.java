package org.sonnerie.pbx.live;

import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Somebody wants to hear a call of others. Told before his phone rings: nobody hears one of which
 * nothing is written down.
 *
 * @param company whose call
 * @param call which
 * @param party with whom the caller talks, as shown
 * @param manner who is to hear him
 * @param why as he typed it
 */
public record CallSupervised(
        CompanyId company, CallId call, String party, Manner manner, String why) {}
