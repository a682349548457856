package org.sonnerie.e2e.devices;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Says the same over and over into a program that plays it, as fast as that takes it. */
final class Loop implements AutoCloseable {
    private final Process player;
    private final Thread speaker;

    private Loop(Process player, byte[] said) {
        this.player = player;
        speaker = Thread.ofVirtual().start(() -> say(player, said));
        Runtime.getRuntime().addShutdownHook(new Thread(player::destroyForcibly));
    }

    static Loop start(List<String> command, Map<String, String> environment, short[] said) {
        ByteBuffer bytes = ByteBuffer.allocate(said.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(said);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return new Loop(builder.start(), bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Process player, byte[] said) {
        try (OutputStream out = player.getOutputStream()) {
            while (player.isAlive()) {
                out.write(said);
            }
        } catch (IOException unplugged) {
            // Its device is gone, and the program with it.
        }
    }

    @Override
    public void close() {
        player.destroy();
        try {
            player.waitFor();
            speaker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
