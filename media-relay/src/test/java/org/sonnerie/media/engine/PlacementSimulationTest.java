package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.RoomId;

/**
 * Random commands, carried out by threads that lag behind as they please, lead to the same as on
 * one thread; and nobody ever leaves a thread without all whom he is tied to.
 */
class PlacementSimulationTest {
    private static final int LEGS = 12;
    private static final int COMMANDS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensIsAsOnOneThread(long seed) {
        Random random = new Random(seed);
        SimulatedThreads several = new SimulatedThreads(4, random);
        SimulatedThreads one = new SimulatedThreads(1, random);
        for (int i = 0; i < COMMANDS; i++) {
            MediaCommand command = command(random);
            boolean succeeds = random.nextInt(4) > 0;
            several.submit(command, succeeds);
            one.submit(command, succeeds);
            several.runSome(random.nextInt(6));
            if (random.nextInt(50) == 0) {
                several.runAll();
                one.runAll();
                assertThat(several.state()).isEqualTo(one.state());
            }
        }
        for (int leg = 0; leg < LEGS; leg++) {
            several.submit(new MediaCommand.Close(id(leg)), true);
        }
        several.runAll();

        assertThat(several.state()).isEmpty();
        assertThat(several.placed()).isZero();
        assertThat(several.moved()).isGreaterThan(100);
    }

    private static EndpointId id(int leg) {
        return new EndpointId("leg-" + leg);
    }

    private static MediaCommand command(Random random) {
        EndpointId who = id(random.nextInt(LEGS));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new MediaCommand.AcceptOffer(who, new NegotiationId("n"), "v=0");
            case 3 -> new MediaCommand.Close(who);
            case 4 -> new MediaCommand.Hear(who, new Hearing.Nothing());
            case 5, 6, 7 -> new MediaCommand.Hear(who, new Hearing.Other(id(random.nextInt(LEGS))));
            default ->
                    new MediaCommand.Hear(
                            who, new Hearing.Room(new RoomId("room-" + random.nextInt(3))));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void anyNumberOfThreadsIsUsed(int threads) {
        Placement placement = new Placement(threads);
        List<Integer> used =
                java.util.stream.IntStream.range(0, 128)
                        .map(leg ->
                                placement
                                        .order(
                                                new MediaCommand.AcceptOffer(
                                                        id(leg), new NegotiationId("n"), "v=0"))
                                        .thread())
                        .distinct()
                        .boxed()
                        .toList();

        assertThat(used).hasSize(threads);
    }
}
