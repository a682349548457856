package org.sonnerie.media.endpoint;

import java.util.List;
import java.util.concurrent.Executor;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.sdp.BrowserAnswer;

/**
 * What all browsers' endpoints have in common.
 *
 * @param candidates as they stand in answers
 * @param certificate ours
 * @param admission limits the handshakes
 * @param virtualThreads run handshakes
 */
public record BrowserSetting(
        List<BrowserAnswer.Candidate> candidates,
        DtlsCertificate certificate,
        DtlsAdmission admission,
        Executor virtualThreads) {
    /** Copies the list. */
    public BrowserSetting {
        candidates = List.copyOf(candidates);
    }
}
