package org.sonnerie.media.endpoint;

import java.util.List;
import java.util.concurrent.Executor;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.sdp.BrowserAnswer;

/**
 * What all browsers' endpoints of a thread have in common.
 *
 * @param sockets of the media port, one for each address
 * @param candidates as they stand in answers
 * @param certificate ours
 * @param admission limits the handshakes
 * @param virtualThreads run handshakes
 * @param mediaThread runs what comes back from them
 */
public record BrowserSetting(
        List<UdpSocket> sockets,
        List<BrowserAnswer.Candidate> candidates,
        DtlsCertificate certificate,
        DtlsAdmission admission,
        Executor virtualThreads,
        Executor mediaThread) {
    /** Copies the lists. */
    public BrowserSetting {
        sockets = List.copyOf(sockets);
        candidates = List.copyOf(candidates);
    }
}
