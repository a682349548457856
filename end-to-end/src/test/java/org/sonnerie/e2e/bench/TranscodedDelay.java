package org.sonnerie.e2e.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Match;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Second;
import org.sonnerie.e2e.sound.Voice;

/**
 * A phone speaks Opus, a carrier hears G.711: each second heard is found in what was said, and the
 * time it was sent is known. The codec's own look-ahead is not counted: it is spent before sending.
 */
final class TranscodedDelay {
    private static final int SECONDS = 60;
    private static final double CLEAR = 0.8;
    private static final double LOOK_AHEAD_MILLIS = 6.5;
    private static final double MILLIS_A_SAMPLE = 0.125;
    private static final String SPEECH = "prompts/en/menu-welcome";

    private TranscodedDelay() {}

    static List<Double> measure(Sonnerie sonnerie) {
        Reference speech = Reference.ofPrompt("speech", decoded());
        Terms terms = Terms.of(Voice.silent("outside"));
        try (SoftCarrier carrier = SoftCarrier.open(sonnerie.carrierPort(), terms);
                Phones phone = Phones.start(sonnerie.address(), "answer", 1)) {
            phone.await("reachable");
            SoftCall call = carrier.call("+15550100101", sonnerie.port("sip"), terms);
            call.awaitAnswered();
            phone.await("ready");
            Listener carrierHears = new Listener(call.line(), List.of(speech));
            List<Second> seconds = new ArrayList<>();
            while (seconds.size() < SECONDS) {
                seconds.addAll(carrierHears.next(5));
            }
            phone.finish();
            return delays(seconds, call, phone.speechBegan());
        }
    }

    private static short[] decoded() {
        try (Browsers browsers = Browsers.open()) {
            return DecodedSound.read(browsers, SPEECH);
        }
    }

    private static List<Double> delays(List<Second> seconds, SoftCall call, List<Double> began) {
        List<Double> delays = new ArrayList<>();
        for (Second second : seconds) {
            Match match = second.match("speech");
            double heard = millis(call.line().heardAt(second.from()).orElseThrow());
            double said = match.lag() * MILLIS_A_SAMPLE + LOOK_AHEAD_MILLIS;
            began.stream()
                    .map(start -> heard - start - said)
                    .filter(delay -> match.ncc() > CLEAR && delay > -5 && delay < 1000)
                    .forEach(delays::add);
        }
        return delays;
    }

    private static double millis(Instant instant) {
        return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
    }
}
