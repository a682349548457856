package org.sonnerie.media.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.BrowserSetting;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.UdpSocket;

/** Datagrams to be handed over. */
final class Datagrams {
    private static final BrowserEndpoint NOBODY = nobody();

    private static final UdpSocket SOCKET =
            UdpSocket.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);

    private Datagrams() {}

    private static BrowserEndpoint nobody() {
        SecureRandom random = new SecureRandom();
        Workbench bench =
                new Workbench(
                        0,
                        new Workbench.Common(
                                new Counters(), _ -> {}, random, PlaceKeys.inClear(), 0),
                        Runnable::run,
                        List.of());
        return BrowserEndpoint.open(
                new EndpointId("nobody"),
                bench.newStudio(),
                new BrowserSetting(
                        List.of(),
                        DtlsCertificate.generate(random, Instant.now()),
                        new DtlsAdmission(1, 1),
                        Runnable::run));
    }

    /** The one of that number, counted from 0. */
    static HandedOver toNobody(int number) {
        InetSocketAddress from =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), number + 1);
        return new HandedOver(NOBODY, PacketKind.RTP, SOCKET, new byte[] {1}, from);
    }
}
