package org.sonnerie.e2e.carrier;

import java.util.Arrays;
import java.util.List;

/**
 * The audio of an SDP as far as a test carrier needs it.
 *
 * @param address of its c= line
 * @param port of its m= line
 * @param payloadTypes best first
 */
record RemoteAudio(String address, int port, List<Integer> payloadTypes) {
    static RemoteAudio read(String sdp) {
        List<String> lines = sdp.lines().toList();
        String connection = last(lines, "c=IN IP").substring(2);
        String[] media = last(lines, "m=audio ").split(" ", -1);
        List<Integer> types =
                Arrays.stream(media).skip(2).map(String::strip).map(Integer::valueOf).toList();
        return new RemoteAudio(connection.strip(), Integer.parseInt(media[0]), types);
    }

    private static String last(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .reduce((_, later) -> later)
                .map(line -> line.substring(start.length()))
                .orElseThrow(() -> new AssertionError("no line " + start + " in " + lines));
    }
}
