package org.sonnerie.pbx.relay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.quality.LegSecond;

/** Says what the relay knows of a second in the words of calls. */
final class SecondWords {
    private SecondWords() {}

    static Map<LegId, LegSecond> legs(MediaEvent.SecondPassed second) {
        Map<LegId, LegSecond> legs = LinkedHashMap.newLinkedHashMap(second.endpoints().size());
        for (EndpointFacts facts : second.endpoints()) {
            legs.put(RelayWords.leg(facts.endpoint()), leg(second, facts));
        }
        return legs;
    }

    private static LegSecond leg(MediaEvent.SecondPassed second, EndpointFacts facts) {
        EndpointFacts.Received in = facts.received();
        return new LegSecond(
                second.at(),
                facts.codec().map(codec -> codec.name().toLowerCase(Locale.ROOT)).orElse(""),
                new LegSecond.In(
                        in.packets(),
                        in.lost(),
                        in.late(),
                        in.concealed(),
                        in.voiced(),
                        in.jitterMillis()),
                new LegSecond.Out(
                        facts.sent().packets(),
                        facts.sent()
                                .reported()
                                .map(said ->
                                        new LegSecond.Report(
                                                said.lostPermille(),
                                                said.jitterMillis(),
                                                said.roundTripMillis()))),
                facts.open(),
                facts.moved(),
                second.lateTicks(),
                Optional.empty());
    }
}
