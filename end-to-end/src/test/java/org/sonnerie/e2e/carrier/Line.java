package org.sonnerie.e2e.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Recording;

/** The sound of one call at the carrier: says a voice by RTP, records what comes, presses keys. */
public final class Line implements Ear, AutoCloseable {
    private static final int FRAME = 160;
    private static final long FRAME_NANOS = 20_000_000;
    private static final int EVENT_PACKETS = 5;
    private static final int END_PACKETS = 3;
    private static final int PAUSE_FRAMES = 5;
    private static final int KEYS_OFFSET = 10;

    private final DatagramSocket socket;
    private final RtpRecorder recorder = new RtpRecorder();
    private final Recording recording = recorder.recording();
    private volatile short[] speech;
    private final boolean events;
    private final ConcurrentLinkedQueue<Character> keys = new ConcurrentLinkedQueue<>();
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private volatile @Nullable InetSocketAddress remote;
    private volatile G711 law;
    private int sequence = ThreadLocalRandom.current().nextInt(65_536);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private int spoken;
    private int eventFrame = -1;

    Line(Terms terms) {
        speech = terms.voice().samples(8000);
        law = terms.laws().getFirst();
        events = terms.events();
        socket = evenPort(terms.from());
        Thread.ofVirtual().name("line-in").start(this::receive);
        Thread.ofVirtual().name("line-out").start(this::send);
    }

    /**
     * Somebody who was not invited: says a voice to an address.
     *
     * @param terms who, in which law
     * @param target where
     * @return to be closed
     */
    public static Line intruding(Terms terms, InetSocketAddress target) {
        Line line = new Line(terms);
        line.remote = target;
        return line;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Where to send, and in which law, as the other side's SDP says; nothing is sent before. */
    void agree(String sdp, Terms terms) {
        RemoteAudio audio = RemoteAudio.read(sdp);
        terms.laws().stream()
                .filter(mine -> audio.payloadTypes().contains(mine.payloadType()))
                .findFirst()
                .ifPresent(common -> law = common);
        remote = new InetSocketAddress(audio.address(), audio.port());
    }

    /**
     * The law this side sends.
     *
     * @return as agreed
     */
    public G711 law() {
        return law;
    }

    /**
     * Where this side sends to.
     *
     * @return once agreed
     */
    public Optional<InetSocketAddress> remote() {
        return Optional.ofNullable(remote);
    }

    /**
     * Says something else from now on, over and over.
     *
     * @param sound 8 kHz; not kept
     */
    public void says(short[] sound) {
        speech = sound.clone();
    }

    /**
     * Presses keys one after another: RFC 4733, or tones where the terms are without it.
     *
     * @param digits of {@code 0-9 * #}
     */
    public void press(String digits) {
        digits.chars().forEach(key -> keys.add((char) key));
    }

    /**
     * The keys the other side pressed.
     *
     * @return in order
     */
    public String pressed() {
        return recorder.pressed();
    }

    /**
     * When a sample of the recording was heard, as if packets were played while they come.
     *
     * @param position in the recording
     * @return by this machine's clock
     */
    public Optional<Instant> heardAt(int position) {
        return recorder.heardAt(position);
    }

    /**
     * Packets of sound that came.
     *
     * @return a count
     */
    public int packets() {
        return recorder.packets();
    }

    @Override
    public String name() {
        return "the carrier";
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public void listen(Duration atMost) {
        try {
            int known = recording.size();
            recording.awaitLongerThan(known, Math.min(500, atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        byte[] buffer = new byte[2048];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                recorder.receive(ByteBuffer.wrap(buffer, 0, packet.getLength()));
            } catch (IOException e) {
                // An ICMP error of an earlier packet, or the end.
            }
        }
    }

    private void send() {
        long next = System.nanoTime();
        while (!socket.isClosed()) {
            InetSocketAddress to = remote;
            if (to != null) {
                sendFrame(to);
            }
            next += FRAME_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void sendFrame(InetSocketAddress to) {
        Character key = keys.peek();
        if (key != null) {
            eventFrame++;
            press(to, key);
        } else {
            short[] said = speech;
            say(to, i -> said[(spoken + i) % said.length]);
        }
        spoken += FRAME;
        timestamp += FRAME;
    }

    /** One of the samples of a frame. */
    @FunctionalInterface
    private interface Samples {
        short at(int place);
    }

    private void say(InetSocketAddress to, Samples samples) {
        byte[] payload = new byte[FRAME];
        for (int i = 0; i < FRAME; i++) {
            payload[i] = law.encode(samples.at(i));
        }
        packet(to, law.payloadType(), timestamp, payload);
    }

    private void press(InetSocketAddress to, char key) {
        if (!events) {
            boolean sounds = eventFrame < EVENT_PACKETS;
            int start = eventFrame * FRAME;
            say(to, i -> sounds ? KeyTone.sample(key, start + i) : 0);
        } else if (eventFrame < EVENT_PACKETS + END_PACKETS) {
            sendEvent(to, key);
        }
        if (eventFrame >= EVENT_PACKETS + END_PACKETS + PAUSE_FRAMES) {
            keys.remove();
            eventFrame = -1;
        }
    }

    private void sendEvent(InetSocketAddress to, char key) {
        int start = timestamp - eventFrame * FRAME;
        if (eventFrame < EVENT_PACKETS) {
            packet(to, Terms.EVENTS, start, event(key, false, (eventFrame + 1) * FRAME));
        } else {
            packet(to, Terms.EVENTS, start, event(key, true, (EVENT_PACKETS + 1) * FRAME));
        }
    }

    private static byte[] event(char key, boolean end, int duration) {
        int code = "0123456789*#".indexOf(key);
        byte flags = (byte) (KEYS_OFFSET | (end ? 0x80 : 0));
        return new byte[] {(byte) code, flags, (byte) (duration >> 8), (byte) duration};
    }

    private void packet(InetSocketAddress to, int type, int stamp, byte[] payload) {
        boolean first = eventFrame == 0 || spoken == 0;
        ByteBuffer out = ByteBuffer.allocate(12 + payload.length);
        out.put((byte) 0x80).put((byte) (type | (first ? 0x80 : 0)));
        out.putShort((short) sequence++).putInt(stamp).putInt(ssrc).put(payload);
        try {
            socket.send(new DatagramPacket(out.array(), out.capacity(), to));
        } catch (IOException e) {
            // Lost, as on any network.
        }
    }

    private static DatagramSocket evenPort(InetAddress address) {
        try {
            while (true) {
                DatagramSocket socket = new DatagramSocket(0, address);
                if (socket.getLocalPort() % 2 == 0) {
                    return socket;
                }
                socket.close();
            }
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
