package org.sonnerie.pbx.recording;

import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody may hear recordings of others.
 *
 * @param person who
 * @param heard whose
 * @param download whether he may keep them as files; false: only listen
 */
public record Grant(PersonId person, Heard heard, boolean download) {
    /**
     * As the audit log and the export have it.
     *
     * @return such as {@code queue:support, download}
     */
    public String words() {
        return heard.words() + (download ? ", download" : "");
    }
}
