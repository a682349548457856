package org.sonnerie.pbx.fake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was kept of a leg's sound, as it stands in the table. */
public final class KeptFacts {
    private static final int LENGTH = 30;

    private KeptFacts() {}

    /** Thirty seconds; from the tenth to the twentieth that many of 50 packets are lost. */
    public static void keep(RunningServer server, String call, String leg, Instant at, int lost) {
        String body =
                IntStream.range(0, LENGTH)
                        .mapToObj(i -> line(i, i >= 10 && i < 20 ? lost : 0))
                        .collect(Collectors.joining("\n"));
        TestDatabase.outside(server.data())
                .sql(
                        "insert into call_facts (call_id, leg_id, began_at, company_id, body)"
                                + " select call_id, ?, ?, company_id, ? from call_log where call_id"
                                + " = ?")
                .params(leg, at.atOffset(ZoneOffset.UTC), body, call)
                .update();
    }

    private static String line(int second, int lost) {
        return second * 1_000 + ",opus," + (50 - lost) + "," + lost + ",,,30,2,50,1,,3,40";
    }
}
