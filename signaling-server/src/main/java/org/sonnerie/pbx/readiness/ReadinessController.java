package org.sonnerie.pbx.readiness;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.readiness.ReadinessResult.Sound;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.EchoTests;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the readiness check of the signed-in person's page asks (docs/protocol.md). */
@RestController
@RequestMapping("/phone/readiness")
class ReadinessController {
    private static final int LONGEST_SDP = 65_536;
    private static final double PERMILLE_OF_PERCENT = 10;

    private final ReadinessRows checks;
    private final EchoTests echoes;
    private final Plans plans;
    private final InstantSource clock;

    ReadinessController(ReadinessRows checks, EchoTests echoes, Plans plans, InstantSource clock) {
        this.checks = checks;
        this.echoes = echoes;
        this.plans = plans;
        this.clock = clock;
    }

    /** An offer, or the answer to one. */
    record Sdp(@Nullable String sdp) {}

    /** Why not. */
    record Refusal(String code) {}

    /** What was measured. */
    record Measured(double lostPercent, int roundTripMillis, String path) {}

    /** How it came out. */
    record Form(@Nullable String rating, @Nullable String problem, @Nullable Measured sound) {}

    /** The last one. */
    record Answer(Instant at, String rating, @Nullable String problem, @Nullable Measured sound) {}

    @PostMapping("/echo")
    ResponseEntity<?> echo(@AuthenticationPrincipal SignedIn me, @RequestBody Sdp offer) {
        String sdp = offer.sdp();
        if (sdp == null || sdp.length() > LONGEST_SDP) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, DeskRefusal.Code.BAD_SDP);
        }
        try {
            var plan = plans.current(me.company());
            return ResponseEntity.ok(new Sdp(echoes.begin(plan, me.person(), sdp)));
        } catch (DeskRefusal refusal) {
            boolean his = refusal.code() == DeskRefusal.Code.BAD_SDP;
            return refused(
                    his ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.SERVICE_UNAVAILABLE,
                    refusal.code());
        }
    }

    private static ResponseEntity<Refusal> refused(HttpStatus status, DeskRefusal.Code code) {
        return ResponseEntity.status(status).body(new Refusal(Keyword.of(code)));
    }

    @DeleteMapping("/echo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void silence(@AuthenticationPrincipal SignedIn me) {
        echoes.end(me.person());
    }

    @GetMapping
    ResponseEntity<Answer> last(@AuthenticationPrincipal SignedIn me) {
        return checks.last(me.company(), me.person())
                .map(result -> ResponseEntity.ok(answer(result)))
                .orElse(ResponseEntity.noContent().build());
    }

    @PutMapping
    ResponseEntity<?> keep(@AuthenticationPrincipal SignedIn me, @RequestBody Form form) {
        Optional<ReadinessResult> result = result(form);
        if (result.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(new Refusal("result-refused"));
        }
        checks.keep(me.company(), me.person(), result.get());
        return ResponseEntity.noContent().build();
    }

    /** Empty: it cannot be one. */
    private Optional<ReadinessResult> result(Form form) {
        try {
            var rating = Keyword.read(ReadinessRating.class, orEmpty(form.rating()));
            var problem = Keyword.read(ReadinessProblem.class, orEmpty(form.problem()));
            if (form.problem() != null && problem.isEmpty()) {
                return Optional.empty();
            }
            var sound = Optional.ofNullable(form.sound()).map(ReadinessController::sound);
            return rating.map(known -> new ReadinessResult(clock.instant(), known, problem, sound));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Sound sound(Measured measured) {
        boolean tcp = orEmpty(measured.path()).equals("tcp");
        if (!tcp && !orEmpty(measured.path()).equals("udp")) {
            throw new IllegalArgumentException("path");
        }
        int permille = (int) Math.round(measured.lostPercent() * PERMILLE_OF_PERCENT);
        return new Sound(permille, measured.roundTripMillis(), tcp);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Answer answer(ReadinessResult result) {
        return new Answer(
                result.at(),
                Keyword.of(result.rating()),
                result.problem().map(Keyword::of).orElse(null),
                result.sound().map(ReadinessController::measured).orElse(null));
    }

    private static Measured measured(Sound sound) {
        return new Measured(
                sound.lostPermille() / PERMILLE_OF_PERCENT,
                sound.roundTripMillis(),
                sound.tcp() ? "tcp" : "udp");
    }
}
