package org.sonnerie.pbx.recording;

import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody does something with a recording; told within the transaction.
 *
 * @param company whose
 * @param recording which
 * @param who does it
 * @param what he does
 */
public record RecordingTouched(
        CompanyId company, RecordingId recording, PersonId who, Access what) {}
