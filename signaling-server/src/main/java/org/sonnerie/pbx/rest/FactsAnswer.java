package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.sonnerie.pbx.history.LegFacts;
import org.sonnerie.pbx.quality.LegSecond;

/**
 * What each second of a call sounded like, as the REST interface shows it.
 *
 * @param legs those of which something is kept
 */
record FactsAnswer(List<Leg> legs) {
    /** One of them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Leg(CallAnswer.Party who, List<LegSecond> seconds) {}

    static FactsAnswer of(List<LegFacts> legs) {
        return new FactsAnswer(
                legs.stream()
                        .map(leg -> new Leg(CallAnswer.Party.of(leg.who()), leg.seconds()))
                        .toList());
    }
}
